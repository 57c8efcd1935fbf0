"""What fills the slots of a predicate: complements by preposition, owners, titles, and what the parser hung elsewhere.

In: a verb or noun of a ``Text``. Out: its slots by name (``ontology/lexicon/README.md``), each with its fillers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from kg.text.backward import BackwardSlots
from kg.text.complements import strength, whereabouts
from kg.text.denoted import Denoted
from kg.text.filler import Filler
from kg.text.fillers import Fillers
from kg.text.lists import LIKEWISE
from kg.text.parties import Parties, Party
from kg.text.phrases import PARTS
from kg.text.roles import VerbRoles
from kg.text.stances import Stances
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_PLACE_CASES = frozenset(
    """à dans en sur devant vers près_de autour_de depuis jusque jusqu'à au_nord_de au_sud_de à_l'est_de
    à_l'ouest_de""".split()
)
_HUNG = frozenset(
    {"à", "avec", "sur", "contre", "vers", "envers", "au_profit_de", "en_faveur_de", "à_l'encontre_de", "par"}
)
_LOWERED = frozenset(
    {
        "sur",
        "dans",
        "en",
        "avec",
        "contre",
        "entre",
        "à",
        "de",
        "adj",
        "poss",
        "envers",
        "loc",
        "par",
        "pour",
        "au_profit_de",
        "en_faveur_de",
        "vers",
        "auprès_de",
    }
)
_EVENT_CASES = frozenset({"entre", "contre", "avec", "à_l'encontre_de", "loc", "face_à"})
_DURING = frozenset({"dans", "lors_de", "par", "au_cours_de", "pendant", "durant", "à_la_suite_de"})
_OWNED = {
    ("à", "côté"): "aux_côtés_de",
    ("pour", "compte"): "pour_le_compte_de",
    ("à", "profit"): "au_profit_de",
    ("en", "faveur"): "en_faveur_de",
    ("à", "encontre"): "à_l'encontre_de",
}
"""Prepositions that are told with a possessive: « à ses côtés » is beside its owner."""
_GOODS = ("arms", "funds", "intelligence")
_THAT_OF = frozenset({"celui", "celle", "ceux", "celles"})
_PARTICLE = frozenset({"ne", "n'", "n’"})
_TO_WHICH = frozenset({"auquel", "auxquels", "auxquelles"})
_NEVER_OBJECTS = frozenset({"leur", "-leur"})
_DATIVE = frozenset({"lui", "leur", "-lui", "-leur", "nous"})


class SlotFiller:
    """Fills slots in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles) -> None:
        self._text, self._parties, self._words, self._roles = text, parties, words, roles
        self._fillers = Fillers(text, parties, words, roles)
        self._backward = BackwardSlots(text, parties, words, roles)
        self._spatial = words.spatial
        self._stances = Stances(text, parties, words, roles)
        self._denoted = Denoted(text, parties, roles, self.fill)

    def events(self, subject: Token) -> list[Filler]:
        """« l'attaque de X a visé Y », « les frappes israéliennes »: the agent of an event that is the subject."""
        event = self._parties.antecedent(subject)
        if event is None or event.pos != "NOUN" or not self._strikes(event.lemma, "noun"):
            return []
        slots = self.noun_slots(event, deep=False)
        for name in ("par", "adj_armed", "poss", "de"):
            agents = [f for f in slots.get(name, ()) if any(p.type != "Place" for p in f.parties)]
            if agents:
                return [replace(f, inner=(event.lemma,)) for f in agents]
        return [replace(f, inner=(event.lemma,)) for f in self._blamed(event)]

    def _blamed(self, event: Token) -> list[Filler]:
        """« des tirs attribués à X », « une attaque revendiquée par X », « l'attaque que Y impute à X »: who is said to
        be behind the event.
        """
        for child in self._text.children(event, "acl"):
            lemma = self._words.verb_lemma(child)
            light = self._words.first("light", lemma)
            blamed = light is not None and "blamed" in light.sets
            idiom = bool(self._words.entries("verb", f"{lemma} {event.lemma}"))  # « une embuscade tendue par X »
            if not self._roles.voice(child)[0] and not (blamed and child.dep == "acl:relcl"):
                continue
            if light is None and not idiom:
                continue
            case = "à" if blamed else "par"
            below = (c for c in self._text.children(child, "obl") if self._roles.case(c) == case)
            return [f for c in below for f in self.fill(c) if f.parties]
        return []

    def verb_slots(self, token: Token) -> dict[str, tuple[Filler, ...]]:
        """The slots of a verb: logical roles, complements, what hangs on its object."""
        slots: dict[str, list[Filler]] = defaultdict(list)
        for subject in self._roles.subjects(token):
            fillers = self._before(token, subject)
            slots["subj"].extend(fillers if any(f.parties for f in fillers) else self.events(subject) or fillers)
        if not slots["subj"] and self._roles.voice(token)[0]:
            slots["subj"].extend(self._strikers(token))
        for filler in slots["subj"]:
            if not filler.parties and any(filler.token.lemma in self._words.content.get(n, ()) for n in _GOODS):
                whose = self.noun_slots(filler.token, deep=False)  # « les armes de X viennent de Y »
                slots["poss"].extend(whose.get("poss", ()) or whose.get("de", ()))
        sources, presented = self._backward.sources(token), self._backward.presented(token)
        for object_ in self._roles.objects(token):
            if object_.lower in _NEVER_OBJECTS and object_.pos == "PRON":
                slots["à"].extend(self.fill(object_))
            elif object_ not in sources and object_ != presented:
                slots["obj"].extend(self._before(token, object_))
        if presented is not None:
            self.complement(slots, self._roles.case(presented), presented)
        passive, _ = self._roles.voice(token)
        if fetched := self._backward.fetched(token):
            slots["à"], slots["obj"] = slots["obj"], [f for c in fetched for f in self.fill(c)]
        slots["means"].extend(f for c in self._backward.means(token) for f in self.fill(c))
        if self._roles.undergone(token):
            slots["à"].extend(slots["obj"])  # « X s'est vu reprocher par Y de … »: what is done to X or said to X
            given = (c for c in self._text.children(token, "obj") if c.i > token.i)
            slots["obj"].extend(f for c in given for f in self.fill(c))  # « X s'est vu remettre des armes par Y »
        for child in self._backward.obliques(token):
            case = self._roles.case(child)
            if child.lower == "où" and (place := self._text.head(token)) is not None and token.dep.startswith("acl"):
                slots["de" if case == "de" else "loc"].extend(self.fill(place))  # « P, d'où X s'est replié »
            elif child.lower == "dont":
                slots["de"].extend(self.fill(child))
            elif child.lower in _TO_WHICH and not case:
                slots["à"].extend(self.fill(child))  # « X, auquel Y livre des armes »
            elif child.lower in {"y", "en"} and not case:
                self._resume(slots, child, token)
            elif child.lower in _DATIVE and not case and not self._emphatic(child):
                slots["à"].extend(self.fill(child))
            elif case and not (passive and case == "par" and self._roles.subjects(token)):
                self.complement(slots, case, child)
        if (destined := self._backward.destined(token)) is not None:
            slots["à"] = self.fill(destined)  # « livrer à P des blindés promis à X »
        elif all(p.type == "Place" and p.state is None for f in slots["à"] for p in f.parties):
            slots["à"].extend(f for t in self._backward.receivers(token) for f in self.fill(t))
        slots["event"].extend(self._strikers(token))
        slots["said"].extend(f for s in self._accused(token) for f in self.fill(s) if f.parties)
        for child in self._text.children(token, "xcomp", "advcl"):
            if "VerbForm=Inf" in child.morph:
                nouns = tuple(
                    t.lemma
                    for o in self._text.children(child, "obj", "obl")
                    for t in (o, *self._text.children(o, "nmod"))
                )
                slots["inf"].append(Filler(token=child, parties=(), inner=nouns))
        for filler in slots["obj"]:
            if filler.parties and not slots.get("de"):
                for child in self._backward.matter(filler.token):
                    self.complement(slots, self._roles.case(child), child)
        for filler in (*slots.get("obj", ()), *(f for n in ("à", "de") for f in slots.get(n, ()) if not f.parties)):
            if filler.token.pos == "NOUN":
                self._through(slots, filler.token)
                for part in self._parts(filler.token):
                    self._through(slots, part)
        for filler in slots.get("de", ()):
            if filler.parties and filler.token.pos == "NOUN" and not slots.get("loc"):  # « dispose de soldats à P »
                slots["loc"].extend(self.noun_slots(filler.token, deep=False).get("loc", ()))
        if not any(f.parties for f in slots.get("à", ())):
            slots["à"].extend(self._relieved(slots))
        slots["origin"].extend(self._backward.made(slots))
        return {name: tuple(fillers) for name, fillers in slots.items()}

    def _accused(self, verb: Token) -> tuple[Token, ...]:
        """« « L'armée a bombardé le village », dénonce X »: who does in the quoted words what the lexicon knows."""
        told = self._text.sentence(verb).tag_of
        if told is None:
            return ()
        words = self._text.of(self._text.sentences[told])
        deed = next((t for t in words if t.dep in {"ROOT", "root"} and t.pos == "VERB"), None)
        if deed is None or not self._words.entries("verb", self._words.verb_lemma(deed)):
            return ()
        if any(c.lower in _PARTICLE for v in (deed, *self._text.children(deed, "aux")) for c in self._text.children(v)):
            return ()  # « « X n'a tué personne », s'indigne Y »
        return self._roles.subjects(deed)

    def _relieved(self, slots: dict[str, list[Filler]]) -> list[Filler]:
        """« envoyer des soldats en renfort à X », wherever the parser hung « en renfort »."""
        for object_ in slots.get("obj", ()):
            below = (c for c in self._text.children(object_.token, "nmod") if self._roles.case(c) == "en")
            slots["en"].extend(f for c in below for f in self.fill(c) if not f.parties)
        nouns = [f.token for f in slots.get("en", ()) if not f.parties]
        return [f for n in nouns for f in self.noun_slots(n, deep=False).get("à", ()) if f.parties]

    def _resume(self, slots: dict[str, list[Filler]], pronoun: Token, verb: Token) -> None:
        """« y » and « en » for a place named before."""
        place = self._backward.place(pronoun, verb)
        if place is not None:
            slots["loc" if pronoun.lower == "y" else "de"].extend(self.fill(place))

    def _struck(self, noun: Token) -> bool:
        """« la mort de X »: a noun for what an event does to somebody."""
        return any(s.name == "event" for e in self._words.entries("noun", noun.lemma) for s in e.subject)

    def _strikers(self, verb: Token) -> list[Filler]:
        """« tué dans une frappe de X », « mort lors d'un raid israélien »: the agent of the event that did it.

        Of a noun also the event that hangs on the verb above (« annonce la mort de X dans une attaque de Y »).
        """
        below = [*self._text.children(verb, "obl", *(("nmod",) if verb.pos == "NOUN" else ()))]
        above = self._text.head(verb)
        if verb.pos == "NOUN" and verb.relation in {"obj", "nsubj"} and above is not None:
            below.extend(c for c in self._text.children(above, "obl") if c.i > verb.i)
        for child in below:
            if self._roles.case(child) in _DURING and self._strikes(child.lemma, "noun"):
                return self.events(child)
        return []

    def _strikes(self, lemma: str, kind: str = "verb") -> bool:
        """Whether the word tells what forces do to others."""
        relations = self._words.vocabulary.relations
        given = (relations[e.gives] for e in self._words.entries(kind, lemma) if e.gives in relations)
        return any(r.by_forces and not r.symmetric for r in given)

    def _emphatic(self, token: Token) -> bool:
        """« X a, lui aussi, envoyé »: not a dative."""
        after = self._text.tokens[token.i + 1].lower if token.i + 1 < len(self._text.tokens) else ""
        before = self._text.tokens[token.i - 1].text if token.i else ""
        return after in {"aussi", "même", "seul", "non", ","} or before == ","

    def _through(self, slots: dict[str, list[Filler]], noun: Token) -> None:
        """« rompre ses relations avec X », « livrer des armes à X »: complements that hang on the noun below.

        Only slots that the predicate lacks, and only those with a party in them.
        """
        held = {"poss", "adj"} if self._words.first("transparent", noun.lemma) is not None else set()
        part = self._words.head(noun.lemma)
        inside = part is not None and "settlement" in part.sets
        for name, found in self.noun_slots(noun, deep=False).items():
            if name in held:
                continue  # « l'attaque de leur poste » is not their attack
            # « un village près de P » is not P
            fillers = [f for f in found if not inside or name == "loc" or all(p.type != "Place" for p in f.parties)]
            if name in _LOWERED and not any(f.parties for f in slots.get(name, ())):
                slots.setdefault(name, []).extend(f for f in fillers if f.parties and f not in slots[name])

    def _parts(self, noun: Token) -> Iterator[Token]:
        """« mener l'essentiel des combats contre X »: the event that the noun is a part of."""
        for child in self._text.children(noun, "nmod") if noun.lemma in PARTS else ():
            if child.pos == "NOUN" and self._roles.case(child) == "de":
                yield child

    def _owners(self, noun: Token) -> tuple[Party, ...]:
        """Whose it is: « appeler X à cesser son soutien » means X's, the subject of the infinitive."""
        verb = self._text.head(noun)
        if (answering := self._stances.owners(noun)) is not None:
            return answering  # « reprocher à X son soutien à Y »
        owned = any(c.lower in {"son", "sa", "ses", "leur", "leurs"} for c in self._text.children(noun, "det"))
        if owned and verb is not None and "VerbForm=Inf" in verb.morph and noun.relation in {"obj", "obl"}:
            found = tuple(p for s in self._roles.grammatical(verb) for p in self._parties.at(s))
            if found:
                return found
        return self._parties.owner(noun)

    def _hung(self, slots: dict[str, list[Filler]], party: Token, noun: Token, cases: frozenset[str] = _HUNG) -> None:
        """« le soutien de X à Y », « le repli de X de P », « la vente par X d'armes »: what the parser hung on X."""
        for child in self._text.children(party, "nmod", "obl"):
            case = self._roles.case(child)
            free = case in cases and not any(f.parties for f in slots.get(case, ()))
            sold = case == "de" and any(child.lemma in self._words.content.get(n, ()) for n in _GOODS)
            if free or sold or (case == "de" and party.name and child.name and self._twice(noun)):
                self.complement(slots, case, child)

    def _twice(self, noun: Token) -> bool:
        """« le repli de X de P »: whether both sides stand behind « de »."""
        entries = self._words.entries("noun", noun.lemma)
        return any({s.name for s in e.subject} & {s.name for s in e.object} & {"de"} for e in entries)

    def noun_slots(self, token: Token, *, deep: bool = True) -> dict[str, tuple[Filler, ...]]:
        """The slots of a noun; ``deep``: also what hangs on its complements."""
        slots: dict[str, list[Filler]] = defaultdict(list)
        for child in self._text.children(token, "nmod", "obl", "acl"):
            case = self._roles.case(child)
            if child.lower == "dont":
                slots["de"].extend(self.fill(child))  # « X, dont Y fait partie »
            elif case and child.pos not in {"VERB", "AUX"}:
                self.complement(slots, case, child)
                if case == "sans" and child.pos == "NOUN":
                    self._hung(slots, child, token, frozenset({"de", "à"}))  # « le soutien sans faille de X »
        for other in self._text.children(token, "conj"):
            if other.lower in _THAT_OF:  # « la prise de A et celle de B »
                for child in self._text.children(other, "nmod", "obl"):
                    self.complement(slots, self._roles.case(child), child)
        for child in self._text.children(token, "amod", "acl"):
            for below in self._text.children(child, "obl", "nmod"):
                case = self._roles.case(below)
                if case and self._words.first("light", self._words.verb_lemma(child)) is None and self._passing(child):
                    self.complement(slots, case, below)
        for child in self._text.children(token, "acl"):
            if child.lower.endswith("ant") and self._strikes(child.lemma):
                for target in self._text.children(child, "obj"):
                    self.complement(slots, "contre", target)  # « des sanctions visant X »
        if self._struck(token):
            slots["event"].extend(self._strikers(token))  # « la mort de dix soldats dans une attaque de X »
        for name, armed in (("adj", False), ("adj_armed", True)):
            parties = self._parties.adjective(token, armed=armed)
            slots[name].extend(Filler(token=token, parties=(p,)) for p in parties)
        slots["poss"].extend(Filler(token=token, parties=(p,)) for p in self._owners(token))
        slots["self"].extend(self._nearest(token) or self._denoted.party(token))
        head = self._words.head(token.lemma)
        if head is not None and slots["poss"]:
            # « leurs alliés de X » are X itself, « ses partenaires de l'Union » belong to it
            slots["de"] = [f for f in slots["de"] if all(p.type != "InternationalOrganization" for p in f.parties)]
            around = {"Place"} if head.gives == "Actor" else {"Place", "State"}  # « ses alliés du Mali » are Mali
            named = [f for f in slots["de"] if any(p.type not in around for p in f.parties)]
            if named:
                # « leurs alliés du groupe X, les chasseurs de Y »: only X is an ally
                own = [
                    f for f in named[1:] if self._text.child(f.token, "case") or not self._text.child(f.token, "det")
                ]
                slots["self"], slots["de"] = [named[0], *own], []
        if slots["self"] and head is not None and head.gives != "Person":
            del slots["adj"], slots["adj_armed"]  # « des supplétifs syriens »: the adjective says where they are from
        subject = [c for c in self._text.children(token, "nsubj") if self._text.child(token, "cop") is not None]
        slots["subj"].extend(f for s in subject for f in self.fill(s))
        if deep:
            for filler in [
                f
                for n in ("de", "à", "en")
                for f in slots[n]
                if not f.parties and f.token.pos == "NOUN" and f.token.lemma != "sein"
            ]:
                self._through(slots, filler.token)
            for filler in [f for n in ("de", "par", "contre") for f in slots[n] if f.parties]:
                self._hung(slots, filler.token, token)
        return {name: tuple(fillers) for name, fillers in slots.items() if fillers}

    def aimed(self, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """« le soutien de X à l'offensive de Y »: whose the event is that somebody has a hand in."""
        if any(f.parties for f in fillers):
            return fillers
        events = [f.token for f in fillers if self._words.entries("noun", f.token.lemma)]
        owners = (f for e in events for n in ("de", "poss", "adj_armed") for f in self.noun_slots(e).get(n, ()))
        return (*fillers, *(f for f in owners if any(p.type != "Place" for p in f.parties)))

    def _nearest(self, noun: Token) -> list[Filler]:
        """« le porte-parole de X, branche armée de Y »: the name before the comma, where no person can be meant."""
        if noun.relation != "appos" or noun.i < 2 or self._text.child(noun, "det") is not None:
            return []
        before = self._text.tokens[noun.i - 2]
        if self._text.tokens[noun.i - 1].text != "," or not before.name or before.i == noun.head:
            return []
        taken = {
            c for e in self._words.entries("noun", noun.lemma) for t in e.subject if t.name == "self" for c in t.classes
        }
        is_a, above = self._words.vocabulary.is_a, self._text.tokens[noun.head]
        spokesman = any(p.type == "Person" for p in self._parties.at(above))
        if not spokesman or not taken or any(is_a("Person", c) for c in taken):
            return []
        return [f for f in self.fill(before) if any(is_a(p.type, c) for p in f.parties for c in taken)]

    def _passing(self, child: Token) -> bool:
        """Whether an adjective lets a complement of its noun through (a participle keeps its own)."""
        return child.pos == "ADJ" and child.lower not in self._words.verb_forms

    def complement(self, slots: dict[str, list[Filler]], case: str, child: Token) -> None:
        """Add a complement to the slot of its preposition, and to ``loc`` when it is a place."""
        strong = case == "de" and strength(self._text, self._parties, self._words, child)
        fillers = [] if strong else self.fill(child)
        if case != "à" or not whereabouts(self._parties, slots["à"], fillers):
            slots[case].extend(fillers)
        if (beside := _OWNED.get((case, child.lemma))) is not None:
            slots[beside].extend(Filler(token=child, parties=(p,)) for p in self._owners(child))  # « à ses côtés »
        if case in _PLACE_CASES or case in self._spatial:
            places = [f for f in fillers if any(self._parties.place_kind(p.type) for p in f.parties)]
            slots["loc"].extend(places)

    def _before(self, verb: Token, head: Token) -> list[Filler]:
        """« X, soutenu par Y, et Z »: what is said of X behind its name is not said of Z, which comes later still."""
        return [f for f in self.fill(head) if f.token.dep == LIKEWISE or not head.i < verb.i < f.token.i]

    def fill(self, token: Token) -> list[Filler]:
        """One filler for each member of the coordination that begins at ``token``."""
        return self._fillers.fill(token)
