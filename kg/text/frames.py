"""From the tree to predicate-argument structures: one normaliser for every construction.

In: a ``Text`` and its ``Parties``. Out: for a predicate token its frames: logical roles, whatever the construction.

| construction | predicate | logical subject | logical object |
| --- | --- | --- | --- |
| active | verb | nsubj | obj |
| passive | verb | agent (« par ») | nsubj |
| past participle on a noun, or opening a clause | verb | agent | the noun, or the subject of the main clause |
| present participle on a noun | verb | the noun | obj |
| relative | verb | what the pronoun stands for | likewise |
| infinitive, gerund | verb | controller: subject, object or dative of the verb above | obj |
| coordination | verb | shared subject | own obj |
| light verb + noun | verb with noun | subject | complements of both |
| event noun | noun | slots named by preposition, ``adj``, ``poss`` | likewise |
| copular noun, apposition | noun | ``self`` is the subject, the name | slots |
| adjective | adjective | ``self`` | slots |

Slots of complements carry the preposition with its contraction undone; ``loc`` gathers complements of place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.text.blame import Blame
from kg.text.filler import Filler
from kg.text.frame import Frame
from kg.text.modifiers import ModifierFrames
from kg.text.parties import Parties
from kg.text.phrases import POSSESSIVES
from kg.text.roles import VerbRoles
from kg.text.slots import SlotFiller
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_OBLIQUE = ("obl", "iobj", "nmod", "advcl:cleft")
_SIDES = ("ArmedActor", "State")
_WHILE = frozenset(
    "après lors_de à_l'issue_de au_terme_de au_cours_de pendant durant dans à_la_suite_de avant par".split()
)
_COUNTS = frozenset("tonne dizaine vingtaine trentaine cinquantaine centaine millier série lot paquet partie".split())
_EVENT_CASES = frozenset({"entre", "contre", "avec", "à_l'encontre_de", "loc", "face_à"})


class FrameReader:
    """Reads the frames of one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words
        self._roles = VerbRoles(text, parties, words)
        self._slots = SlotFiller(text, parties, words, self._roles)
        self._modifiers = ModifierFrames(text, parties, words, self._roles, self._slots)
        self._blame = Blame(text, words, self._roles)

    def frames(self, token: Token) -> Iterator[Frame]:
        """The frames that the token announces, light verbs before the plain verb."""
        if token.pos in {"VERB", "AUX"} or self._participle(token):
            yield from self._verb_frames(token)
            yield from self._modifiers.whereabouts(token)
        yield from self._modifiers.elided(token)
        if token.relation == "conj" and token.pos in {"NOUN", "PROPN"}:
            yield from self._modifiers.gapped(token)
        if (
            token.pos in {"NOUN", "PROPN"}
            and self._words.entries("noun", self._compound(token))
            and not self._ranked(token)
        ):
            yield self._noun_frame(token)
        owned = token.pos == "NOUN" and any(c.lower in POSSESSIVES for c in self._text.children(token, "det"))
        if token.pos in {"ADJ", "VERB", "NOUN"} and not owned and (lemma := self._adjective(token)):
            yield self._modifiers.adjective(token, lemma)
        if token.dep == "case" and self._words.entries("preposition", token.lemma):
            yield from self._modifiers.preposition(token)

    def _ranked(self, token: Token) -> bool:
        """« négociateur en chef de X » does not lead X."""
        above = self._text.head(token)
        return self._roles.case(token) == "en" and above is not None and self._words.head(above.lemma) is not None

    def _adjective(self, token: Token) -> str:
        """The adjective entry of the token: its lemma, or the masculine singular of a participle; empty for none."""
        bare = token.lower.removesuffix("s").removesuffix("e")
        return next((x for x in (token.lemma, token.lower, bare) if self._words.entries("adjective", x)), "")

    def _participle(self, token: Token) -> bool:
        return (
            token.pos == "ADJ"
            and token.lower in self._words.verb_forms
            and not self._words.entries("adjective", token.lemma)
        )

    def _verb_frames(self, token: Token) -> Iterator[Frame]:
        lemma = self._words.verb_lemma(token)
        passive, construction = self._roles.voice(token)
        reflexive = not passive and self._roles.reflexive(token)
        slots, idiom = self._slots.verb_slots(token), False
        for rest in self._words.idioms.get(lemma, ()):
            noun = self._light_noun(token, rest, slots)
            if noun is not None:
                merged = self._merge(slots, self._slots.noun_slots(noun))
                if passive and not merged.get("subj"):
                    merged["subj"] = merged.get("par", ())  # « placé sous sanctions par X »
                if " " in rest and not any(f.parties for f in merged.get("obj", ())):
                    bare = [
                        c
                        for c in self._text.children(noun, "nmod", "appos", "obj")
                        if c.i > noun.i and not self._roles.case(c)
                    ]
                    merged["obj"] = tuple(f for c in bare for f in self._slots.fill(c) if f.parties) or merged.get(
                        "obj", ()
                    )
                yield Frame(
                    predicate=token,
                    kind="verb",
                    lemma=f"{lemma} {rest}",
                    slots=merged,
                    construction=f"light verb, {construction}",
                    passive=passive,
                    reflexive=reflexive,
                    noun=noun,
                )
                idiom = idiom or noun.dep == "obj:lvc"  # « prendre part à l'attaque de P » takes no P
        if idiom or self._asserts(token):
            return  # « X soutient que … » says something, it does not support anybody
        names = (f"se {lemma}", f"s'{lemma}", lemma) if reflexive else (lemma,)
        for name in names:
            if self._words.entries("verb", name):
                yield Frame(
                    predicate=token,
                    kind="verb",
                    lemma=name,
                    slots=slots,
                    construction=construction,
                    passive=passive,
                    reflexive=reflexive,
                )
                break

    def _asserts(self, token: Token) -> bool:
        """A verb of saying with a clause for its object."""
        clause = self._text.child(token, "ccomp")
        if clause is None or self._words.first("speech", token.lemma) is None:
            return False
        return not any(self._parties.at(o) for o in self._text.children(token, "obj", "iobj"))

    def _light_noun(self, token: Token, rest: str, slots: Mapping[str, tuple[Filler, ...]]) -> Token | None:
        words = rest.split()
        noun, slot = words[-1], "_".join(words[:-1]) or "obj"
        for filler in slots.get(slot, ()):
            if filler.token.lemma == noun or filler.token.lower == noun:
                return filler.token
            if slot == "obj" and filler.parties:  # « rendre X responsable »
                adjectives = self._text.children(filler.token, "amod")
                if (predicate := next((a for a in adjectives if a.lemma == noun), None)) is not None:
                    return predicate
        if (found := self._idiom(token, words)) is not None:
            return found
        if slot == "obj":
            return next(
                (
                    c
                    for c in self._text.children(token, "advmod", "xcomp", "obl", "fixed", "compound")
                    if c.lemma == noun and c.i > token.i and self._text.child(c, "case") is None
                ),
                None,
            )
        return None

    def _idiom(self, token: Token, words: list[str]) -> Token | None:
        """« prendre pour cible », « passer à l'attaque »: the words after the verb, adverbs and articles aside."""
        k = 0
        for i in range(token.i + 1, min(token.i + 6, len(self._text.tokens))):
            following = self._text.tokens[i]
            if following.sent != token.sent:
                return None
            if words[k] in {following.lemma, following.lower}:
                k += 1
                if k == len(words):
                    return following
            elif following.pos not in {"ADV", "DET"}:
                return None
        return None

    def _compound(self, token: Token) -> str:
        """The noun with its complement or adjective where the lexicon knows both as one: « coup d'État »."""
        for child in self._text.children(token, "nmod", "amod"):
            name = (
                f"{token.lemma} {self._roles.case(child)} {child.lemma}"
                if self._roles.case(child)
                else f"{token.lemma} {child.lemma}"
            )
            if self._words.entries("noun", name):
                return name
        lower = token.lower.removesuffix("s")
        unknown = not self._words.entries("noun", token.lemma) and self._words.entries("noun", lower)
        return lower if unknown else token.lemma  # « composante », which taggers take for « composant »

    def _noun_frame(self, token: Token) -> Frame:
        slots: Mapping[str, tuple[Filler, ...]] = self._slots.noun_slots(token)
        construction = "event noun"
        if not any(slots.get(n) for n in ("subj", "par", "adj", "poss", "entre")):
            blamed = tuple(f for t in self._blame.blamed(token) for f in self._slots.fill(t))
            construction = "event noun + blame" if blamed else construction
            slots = {**slots, "subj": blamed or self._inherited(token)}
        top, predicate = self._measure(token), token
        above = self._text.head(top)
        light = self._lender(above) if above is not None and above.pos in {"VERB", "ADJ"} else None
        if above is not None and light is not None and "joined" in light.sets and self._owned(slots):
            light = None  # « X a participé à l'attaque de Y »: Y's, whatever X did in it
        elif above is not None and light is not None:
            predicate = above if "joined" in light.sets else token  # « n'a pas pris part à l'attaque » denies it
            lifted = self._lifted(top, above, slots, light.sets)
            construction = construction if lifted is slots else "light verb + noun"
            slots = lifted
        elif above is not None and above.pos in {"VERB", "ADJ", "AUX"} and token.relation in {"nsubj", "obj"}:
            slots = self._occurring(token, above, slots)
        for child in self._text.children(token, "acl"):
            verb = self._words.verb_lemma(child)
            light = self._words.first("light", verb)
            if light is not None or self._words.entries(
                "verb", f"{verb} {token.lemma}"
            ):  # « une embuscade tendue à X »
                sets = light.sets if light is not None else {}
                slots, construction = self._lifted(token, child, slots, sets), "event noun + participle"
        adjectives = self._adjectives(token)
        lemma = self._compound(token)
        slots = {**slots, "à": self._slots.aimed(slots.get("à", ()))} if "à" in slots else slots
        return Frame(
            predicate=predicate, kind="noun", lemma=lemma, slots=slots, construction=construction, adjectives=adjectives
        )

    def _owned(self, slots: Mapping[str, tuple[Filler, ...]]) -> bool:
        """« l'attaque de X », « leur offensive », « une frappe russe »: an event that has its agent beside it."""
        agents = (f for name in ("par", "adj_armed", "poss", "de") for f in slots.get(name, ()))
        return any(p.type != "Place" for f in agents for p in f.parties)

    def _lender(self, verb: Token) -> LexicalEntry | None:
        """The line of a light verb: « lancer », « prendre part »."""
        lemma = self._words.verb_lemma(verb)
        idioms = (self._words.first("light", f"{lemma} {c.lemma}") for c in self._text.children(verb, "obj"))
        return self._words.first("light", lemma) or next((e for e in idioms if e is not None), None)

    def _measure(self, noun: Token) -> Token:
        """« 60 milliards de dollars d'aide », « une partie de son soutien »: what counts the noun."""
        top, funds = noun, self._words.content.get("funds", ())
        while (above := self._text.head(top)) is not None and above.pos == "NOUN" and self._roles.case(top) == "de":
            if above.lemma not in funds and above.lemma not in _COUNTS:
                break
            top = above
        return top

    def _adjectives(self, noun: Token) -> frozenset[str]:
        """Adjectives on the noun, and participles without a complement: « une attaque coordonnée »."""
        found = {c.lemma for a in self._text.children(noun, "amod") for c in self._text.conjuncts(a)}
        for child in self._text.children(noun, "acl"):
            if self._text.child(child, "obl", "obj") is None:
                found.add(child.lower.removesuffix("s").removesuffix("e"))
        return frozenset(found)

    def _inherited(self, noun: Token) -> tuple[Filler, ...]:
        """« une offensive de X qui a culminé par la prise de P »: the agent of the event that this one is part of."""
        above = self._text.head(noun)
        if above is None or above.pos not in {"VERB", "AUX"} or noun.relation != "obl":
            return ()
        if self._mutual(noun):
            passive, is_a = self._roles.voice(above)[0], self._words.vocabulary.is_a
            fillers = (f for s in self._roles.grammatical(above) for f in self._slots.fill(s) if f.parties)
            return tuple(f for f in fillers if not passive or any(is_a(p.type, c) for p in f.parties for c in _SIDES))
        if self._words.entries("verb", above.lemma):
            return ()
        for subject in self._roles.grammatical(above):
            event = self._parties.antecedent(subject)
            if event is None or not self._words.entries("noun", event.lemma) or self._parties.at(event):
                continue
            slots = self._slots.noun_slots(event, deep=False)
            for name in ("par", "adj_armed", "poss", "de"):
                agents = tuple(f for f in slots.get(name, ()) if any(p.type != "Place" for p in f.parties))
                if agents:
                    return agents
        return ()

    def _mutual(self, noun: Token) -> bool:
        """« X s'est retiré après des combats avec Y »: what a verb's subject went through, named by the other side."""
        relations, case = self._words.vocabulary.relations, self._roles.case(noun)
        ties = [e.gives in relations and relations[e.gives].symmetric for e in self._words.entries("noun", noun.lemma)]
        articles = {c.lower for c in self._text.children(noun, "det")}
        if articles & POSSESSIVES.keys() or (case == "dans" and not articles & {"des", "de", "un", "une"}):
            return False  # « X aide Y dans sa lutte contre Z »
        return all(ties) and case in _WHILE

    def _occurring(
        self, noun: Token, verb: Token, slots: Mapping[str, tuple[Filler, ...]]
    ) -> Mapping[str, tuple[Filler, ...]]:
        """« Des combats ont éclaté entre X et Y à P »: complements of the verb that its event noun lacks."""
        above = self._slots.verb_slots(verb)
        passive = self._roles.voice(verb)[0]
        extra = {k: v for k, v in above.items() if k in _EVENT_CASES and k not in slots and any(f.parties for f in v)}
        if passive and noun.relation == "nsubj":
            extra.pop("par", None)
        return {**slots, **extra}

    def _lifted(
        self, noun: Token, verb: Token, slots: Mapping[str, tuple[Filler, ...]], sets: Mapping[str, str]
    ) -> Mapping[str, tuple[Filler, ...]]:
        """The slots of a noun with those of the light verb it is the object of (« mener une attaque », « subir »)."""
        above = self._slots.verb_slots(verb)
        if any(f.parties for f in slots.get("entre", ())):
            return slots  # « X a annoncé un accord entre Y et Z »: it is not X's
        held = {name for name, fillers in above.items() if any(f.token.i == noun.i for f in fillers)}
        if not held & {"obj", "de", "à", "inf"} or (held == {"à"} and self._events(above)):
            return slots  # « après les frappes, X a assuré »: the noun is not what the verb is about
        lifted = {k: tuple(f for f in v if f.token.i != noun.i) for k, v in above.items() if k != "obj"}
        if "blamed" in sets:
            lifted["subj"] = lifted.pop("à", ())  # « des tirs attribués à X »
        if "reversed" in sets and self._feared(noun, verb):
            return slots
        if "reversed" in sets:
            received = lifted.pop("subj", ())
            lifted = {**lifted, "obj": received}
            giver = lifted.get("par") or lifted.get("de") or ()
            if giver:
                lifted["subj"] = giver
        return self._merge(slots, {k: v for k, v in lifted.items() if v})

    def _feared(self, noun: Token, verb: Token) -> bool:
        """« X redoute une alliance avec Y »: somebody else's."""
        entry = self._words.first("speech", self._words.verb_lemma(verb))
        relations = self._words.vocabulary.relations
        ties = [relations[e.gives] for e in self._words.entries("noun", noun.lemma) if e.gives in relations]
        fears = entry is not None and entry.sets.get("certainty") == "possible" and "control" not in entry.sets
        return fears and all(r.symmetric and r.supportive for r in ties)

    def _events(self, slots: Mapping[str, tuple[Filler, ...]]) -> bool:
        """« donner l'assaut à la base de X »: the verb lends its subject to its object only."""
        return any(self._words.entries("noun", f.token.lemma) for f in slots.get("obj", ()))

    def _merge(
        self, a: Mapping[str, tuple[Filler, ...]], b: Mapping[str, tuple[Filler, ...]]
    ) -> dict[str, tuple[Filler, ...]]:
        return {
            name: (*a.get(name, ()), *(f for f in b.get(name, ()) if f not in a.get(name, ()))) for name in {**a, **b}
        }
