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

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.text.parties import Parties, Party
from kg.text.retag import MOVEMENT
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_PLACE_CASES = frozenset("à dans en sur vers près_de autour_de depuis jusqu'à au_nord_de au_sud_de à_l'est_de à_l'ouest_de".split())
_OBLIQUE = ("obl", "iobj", "nmod", "advcl:cleft")
_HUNG = frozenset({"à", "avec", "sur", "contre", "vers", "envers", "au_profit_de", "en_faveur_de", "à_l'encontre_de", "par"})
_LOWERED = frozenset({"sur", "dans", "en", "avec", "contre", "entre", "à", "de", "adj", "poss", "envers", "loc", "par", "pour", "au_profit_de", "en_faveur_de", "vers", "auprès_de"})
_EVENT_CASES = frozenset({"entre", "contre", "avec", "à_l'encontre_de", "loc", "face_à"})
_UNDERGO = frozenset({"voir", "faire", "laisser"})
_AVOIR = frozenset("a ont avait avaient aurait auraient aura auront ayant avoir eut eurent ait aient a-t-il a-t-elle".split())
_THAT = frozenset({"que", "qu'", "qu’"})
_REFLEXIVE = frozenset({"se", "s'", "s’"})
_DATIVE = frozenset({"lui", "leur", "-lui", "-leur", "nous"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """What fills a slot: a token and the parties it stands for (one filler for each member of a coordination)."""

    token: Token
    parties: tuple[Party, ...]
    inner: tuple[str, ...] = ()
    """Lemmas of what a noun of quantity measures: « des milliards de dollars d'aide »."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A predicate with its slots. ``lemma`` is what the lexicon is asked for; ``noun`` is the noun of a light verb,
    ``adjectives`` the lemmas of the adjectives on the noun."""

    predicate: Token
    kind: str
    lemma: str
    slots: Mapping[str, tuple[Filler, ...]]
    construction: str
    passive: bool = False
    reflexive: bool = False
    noun: Token | None = None
    adjectives: frozenset[str] = frozenset()


class FrameReader:
    """Reads the frames of one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words
        self._light = defaultdict(list)
        for lemma in words.lemmas("verb"):
            first, _, rest = lemma.partition(" ")
            if rest and first not in {"se", "s'"}:
                self._light[first].append(rest)

    # ---- frames of a token

    def frames(self, token: Token) -> Iterator[Frame]:
        """The frames that the token announces, light verbs before the plain verb."""
        if token.pos in {"VERB", "AUX"} or self._participle(token):
            yield from self._verb_frames(token)
        if token.pos in {"NOUN", "PROPN"} and self._words.entries("noun", self._compound(token)):
            yield self._noun_frame(token)
        if token.pos in {"ADJ", "VERB", "NOUN"} and (lemma := self._adjective(token)):
            yield self._adjective_frame(token, lemma)
        if token.dep == "case" and self._words.entries("preposition", token.lemma):
            yield from self._preposition_frame(token)

    def _adjective(self, token: Token) -> str:
        """The adjective entry of the token: its lemma, or the masculine singular of a participle; empty for none."""
        bare = token.lower.removesuffix("s").removesuffix("e")
        return next((x for x in (token.lemma, token.lower, bare) if self._words.entries("adjective", x)), "")

    def _participle(self, token: Token) -> bool:
        return token.pos == "ADJ" and token.lower in self._words.verb_forms and not self._words.entries("adjective", token.lemma)

    def _verb_lemma(self, token: Token) -> str:
        if token.pos == "ADJ":
            return sorted(self._words.verb_forms.get(token.lower, {token.lemma}))[0]
        return token.lemma

    def _verb_frames(self, token: Token) -> Iterator[Frame]:
        lemma = self._verb_lemma(token)
        passive, construction = self.voice(token)
        reflexive = any(c.lower in _REFLEXIVE for c in self._text.children(token))
        slots = self._verb_slots(token)
        for rest in self._light.get(lemma, ()):
            noun = self._light_noun(token, rest, slots)
            if noun is not None:
                merged = self._merge(slots, self._noun_slots(noun))
                if " " in rest and not any(f.parties for f in merged.get("obj", ())):
                    bare = [c for c in self._text.children(noun, "nmod", "appos", "obj") if c.i > noun.i and not self._case(c)]
                    merged["obj"] = tuple(f for c in bare for f in self._fill(c) if f.parties) or merged.get("obj", ())
                yield Frame(predicate=token, kind="verb", lemma=f"{lemma} {rest}", slots=merged, construction=f"light verb, {construction}", passive=passive, reflexive=reflexive, noun=noun)
        if self._asserts(token):
            return  # « X soutient que … » says something, it does not support anybody
        names = (f"se {lemma}", f"s'{lemma}", lemma) if reflexive else (lemma,)
        for name in names:
            if self._words.entries("verb", name):
                yield Frame(predicate=token, kind="verb", lemma=name, slots=slots, construction=construction, passive=passive, reflexive=reflexive)
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
        if (found := self._idiom(token, words)) is not None:
            return found
        if slot == "obj":
            return next((c for c in self._text.children(token, "advmod", "xcomp", "obl", "fixed", "compound") if c.lemma == noun and c.i > token.i and self._text.child(c, "case") is None), None)
        return None

    def _idiom(self, token: Token, words: list[str]) -> Token | None:
        """« prendre pour cible », « passer à l'attaque »: the words right after the verb, adverbs and articles aside."""
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

    # ---- roles of a verb

    def voice(self, token: Token) -> tuple[bool, str]:
        """Whether the verb is passive, and the name of its construction."""
        text = self._text
        if any(c.lower in _REFLEXIVE and c.pos == "PRON" for c in text.children(token)):
            return False, "reflexive"
        if token.lemma in MOVEMENT:
            return False, "active"
        if text.child(token, "aux:pass", "nsubj:pass") is not None:
            return True, "passive"
        above = text.head(token)
        if above is not None and token.relation == "xcomp" and "VerbForm=Inf" in token.morph and above.lemma in _UNDERGO:
            if any(c.lower in _REFLEXIVE for c in text.children(above)):
                return True, "passive"  # « X s'est vu reprocher », « X s'est fait attaquer par Y »
        if self._has_avoir(token):
            return False, "active"
        past = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph or token.pos == "ADJ"
        if past and text.child(token, "aux", "cop") is None and token.dep not in {"root", "ROOT", "conj", "ccomp"}:
            return True, "participle"
        if past and token.dep == "conj" and text.child(token, "aux", "nsubj", "cop") is None:
            if above is not None and above.pos in {"VERB", "ADJ"}:
                passive, _ = self.voice(above)
                return passive, "participle" if passive else "active"
        if token.dep.startswith("acl:relcl"):
            return False, "relative"
        if "VerbForm=Inf" in token.morph:
            return False, "infinitive"
        return False, "active"

    def _has_avoir(self, token: Token) -> bool:
        """« auraient exécuté »: the auxiliary stands before the participle even where the parser lost it."""
        for i in range(token.i - 1, max(-1, token.i - 4), -1):
            before = self._text.tokens[i]
            if before.lower in _AVOIR:
                return before.sent == token.sent and "Tense=Past" in token.morph
            if before.pos not in {"ADV", "PRON"}:
                return False
        return False

    def subjects(self, token: Token, depth: int = 0) -> tuple[Token, ...]:
        """The heads of the logical subject of a verb, before coordination is spread."""
        passive, _ = self.voice(token)
        if passive:
            return tuple(c for c in self._text.children(token, "obl") if c.dep == "obl:agent" or self._case(c) == "par")
        return self.grammatical(token, depth)

    def grammatical(self, token: Token, depth: int = 0) -> tuple[Token, ...]:
        """The heads of the grammatical subject: own, shared, or the controller's."""
        text = self._text
        own = tuple(c for c in text.children(token, "nsubj") if not (c.pos == "PRON" and c.lower in {"ce", "c'", "c’"}))
        that = self._that(token)
        if that is not None and (not own or own[0].i < that.i):
            inverted = tuple(c for c in text.children(token, "obj", "nsubj", "obl") if c.i > token.i and not self._case(c) and self._parties.at(c))
            own = inverted[:1] or own  # « X, que préside Y »
        head = text.head(token)
        if own or depth > 6 or head is None:
            return own
        if token.relation == "conj" and head.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
            return self.grammatical(head, depth + 1) if head.pos != "NOUN" else self._attached(token, head, depth)
        if token.relation in {"xcomp", "ccomp", "advcl", "obl"} and head.pos in {"VERB", "AUX", "ADJ"}:
            return self._controller(token, head, depth)
        if token.dep in {"acl", "amod", "acl:relcl"}:
            return self._attached(token, head, depth)
        return ()

    def _attached(self, token: Token, head: Token, depth: int) -> tuple[Token, ...]:
        if "VerbForm=Inf" not in token.morph:
            governor = self._text.head(head)
            loose = token.i and self._text.tokens[token.i - 1].text == "," and token.lower.endswith("ant")
            if loose and governor is not None and governor.pos == "VERB" and (shared := self.grammatical(governor, depth + 1)):
                return shared  # « X a attaqué le village, tuant … »
            return (self._modified(token, head),)
        above = self._text.head(head)
        if above is None or above.pos not in {"VERB", "AUX"}:
            return ()
        if head.relation == "obj" and self._control(above) == "obj":
            return (head,)  # « on a vu X collaborer »
        return self.grammatical(above, depth + 1)

    def _controller(self, token: Token, head: Token, depth: int) -> tuple[Token, ...]:
        finite = "VerbForm=Fin" in token.morph and self._text.child(token, "mark") is not None
        if finite:
            return ()
        role = self._control(head)
        if role == "obj" and token.relation in {"xcomp", "ccomp", "advcl", "obl"}:
            controllers = self._objects(head) or tuple(c for c in self._text.children(head, "iobj", "obl") if self._case(c) == "à")
        elif role == "à":
            controllers = tuple(c for c in self._text.children(head, "iobj", "obl") if self._case(c) == "à" or c.lower in _DATIVE)
        else:
            return self.grammatical(head, depth + 1)
        return controllers

    def _control(self, verb: Token) -> str:
        for kind in ("modal", "speech"):
            entry = self._words.first(kind, verb.lemma)
            if entry is not None and "control" in entry.sets:
                return entry.sets["control"]
        return "subj"

    def _modified(self, token: Token, head: Token) -> Token:
        """The noun that a participle or adjective after a comma belongs to: the nearest party that agrees in number."""
        before = self._text.tokens[token.i - 1] if token.i else token
        if before.text != "," or token.dep.startswith("acl:relcl") or token.i - head.i <= 2:
            return head
        number = {m for m in token.morph if m.startswith("Number=")}
        for i in range(before.i - 1, head.i, -1):
            other = self._text.tokens[i]
            if self._parties.at(other) and other.pos in {"NOUN", "PROPN"}:
                theirs = {m for m in other.morph if m.startswith("Number=")}
                if not theirs or not number or theirs == number:
                    return other
        return head

    def _objects(self, token: Token) -> tuple[Token, ...]:
        passive, _ = self.voice(token)
        if passive:
            return self.grammatical(token)
        text = self._text
        objects = [c for c in text.children(token, "obj") if c.lower not in _REFLEXIVE]
        that = self._that(token)
        if that is not None and (antecedent := self._before_that(token, that)) is not None:
            return (antecedent,)
        if any(self._parties.at(o) for o in objects):
            return tuple(objects)
        bare = [c for c in text.children(token, "obl") if c.i > token.i and not self._case(c) and self._parties.at(c)]
        return (*objects, *bare)

    def _that(self, token: Token) -> Token | None:
        """The « que » of a relative clause on this verb, whatever the parser called it; not the « que » of reported speech."""
        head = self._text.head(token)
        for child in self._text.children(token):
            if child.lower in _THAT and child.i < token.i and child.dep in {"mark", "obj", "case"}:
                relative = child.dep == "obj" or token.dep.startswith("acl:relcl")
                comma = child.i > 0 and self._text.tokens[child.i - 1].text == ","
                said = head is not None and token.relation == "ccomp"
                return child if relative or (comma and not said) else None
        return None

    def _before_that(self, token: Token, that: Token) -> Token | None:
        """The antecedent of « que »: the head in the tree, else the phrase that ends right before it."""
        head = self._text.head(token)
        if token.dep.startswith("acl:relcl") and head is not None and head.i < that.i:
            return head
        for i in range(that.i - 1, max(-1, that.i - 3), -1):
            before = self._text.tokens[i]
            if before.sent != that.sent:
                return None
            if before.pos in {"NOUN", "PROPN"} or before.name:
                while before.relation == "conj" and (above := self._text.head(before)) is not None and above.pos in {"NOUN", "PROPN"}:
                    before = above
                return before
            if before.text != ",":
                return None
        return None

    def _events(self, subject: Token) -> list[Filler]:
        """« les frappes israéliennes ont tué », « l'attaque de X a visé Y »: the agent of an event that is the subject."""
        event = self._parties.antecedent(subject)
        if event is None or event.pos != "NOUN" or not self._words.entries("noun", event.lemma):
            return []
        slots = self._noun_slots(event, deep=False)
        for name in ("par", "adj_armed", "poss", "de"):
            agents = [f for f in slots.get(name, ()) if any(p.type != "Place" for p in f.parties)]
            if agents:
                return agents
        return []

    def _verb_slots(self, token: Token) -> dict[str, tuple[Filler, ...]]:
        slots: dict[str, list[Filler]] = defaultdict(list)
        for subject in self.subjects(token):
            fillers = self._fill(subject)
            slots["subj"].extend(fillers if any(f.parties for f in fillers) else self._events(subject) or fillers)
        for object_ in self._objects(token):
            slots["obj"].extend(self._fill(object_))
        passive, _ = self.voice(token)
        for child in self._text.children(token, *_OBLIQUE):
            case = self._case(child)
            if child.lower in _DATIVE and not case:
                slots["à"].extend(self._fill(child))
            elif case and not (passive and case == "par" and self.subjects(token)):
                self._complement(slots, case, child)
        for child in self._text.children(token, "xcomp", "advcl"):
            if "VerbForm=Inf" in child.morph:
                nouns = tuple(t.lemma for o in self._text.children(child, "obj", "obl") for t in (o, *self._text.children(o, "nmod")))
                slots["inf"].append(Filler(token=child, parties=(), inner=nouns))
        for filler in (*slots.get("obj", ()), *(f for n in ("à", "de") for f in slots.get(n, ()) if not f.parties)):
            if filler.token.pos == "NOUN":
                self._through(slots, filler.token)
        return {name: tuple(fillers) for name, fillers in slots.items()}

    def _through(self, slots: dict[str, list[Filler]], noun: Token) -> None:
        """« rompre ses relations avec X », « livrer des armes à X »: complements that the parser hangs on the noun below.

        Only slots that the predicate lacks, and only those with a party in them.
        """
        for name, fillers in self._noun_slots(noun, deep=False).items():
            if name in _LOWERED and not any(f.parties for f in slots.get(name, ())):
                slots.setdefault(name, []).extend(f for f in fillers if f.parties and f not in slots[name])

    def _owners(self, noun: Token) -> tuple[Party, ...]:
        """Whose it is: « appeler X à cesser son soutien » means X's, the subject of the infinitive."""
        verb = self._text.head(noun)
        owned = any(c.lower in {"son", "sa", "ses", "leur", "leurs"} for c in self._text.children(noun, "det"))
        if owned and verb is not None and "VerbForm=Inf" in verb.morph and noun.relation in {"obj", "obl"}:
            found = tuple(p for s in self.grammatical(verb) for p in self._parties.at(s))
            if found:
                return found
        return self._parties.owner(noun)

    def _hung(self, slots: dict[str, list[Filler]], party: Token) -> None:
        """« le soutien de X à Y »: a complement that the parser hung on the first party."""
        for child in self._text.children(party, "nmod", "obl"):
            case = self._case(child)
            if (case in _HUNG or (case == "de" and party.name)) and not any(f.parties for f in slots.get(case, ())) | (case == "de"):
                self._complement(slots, case, child)

    # ---- nouns, adjectives, prepositions

    def _compound(self, token: Token) -> str:
        """The noun with its complement or adjective where the lexicon knows both as one: « coup d'État », « chef militaire »."""
        for child in self._text.children(token, "nmod", "amod"):
            name = f"{token.lemma} {self._case(child)} {child.lemma}" if self._case(child) else f"{token.lemma} {child.lemma}"
            if self._words.entries("noun", name):
                return name
        return token.lemma

    def _noun_frame(self, token: Token) -> Frame:
        slots = self._noun_slots(token)
        construction = "event noun"
        if not any(slots.get(n) for n in ("subj", "par", "adj", "poss", "entre")):
            slots = {**slots, "subj": self._inherited(token)}
        above = self._text.head(token)
        if above is not None and above.pos in {"VERB", "ADJ"} and (light := self._words.first("light", self._verb_lemma(above))) is not None:
            slots, construction = self._lifted(token, above, slots, light.sets), "light verb + noun"
        elif above is not None and above.pos in {"VERB", "ADJ", "AUX"} and token.relation in {"nsubj", "obj"}:
            slots = self._occurring(token, above, slots)
        for child in self._text.children(token, "acl"):
            light = self._words.first("light", self._verb_lemma(child))
            if light is not None:
                slots, construction = self._lifted(token, child, slots, light.sets), "event noun + participle"
        adjectives = frozenset(c.lemma for a in self._text.children(token, "amod") for c in self._text.conjuncts(a))
        lemma = self._compound(token)
        return Frame(predicate=token, kind="noun", lemma=lemma, slots=slots, construction=construction, adjectives=adjectives)

    def _inherited(self, noun: Token) -> tuple[Filler, ...]:
        """« une offensive de X qui a culminé par la prise de P »: the agent of the event that this one is part of."""
        above = self._text.head(noun)
        if above is None or above.pos not in {"VERB", "AUX"} or self._words.entries("verb", above.lemma) or noun.relation != "obl":
            return ()
        for subject in self.grammatical(above):
            event = self._parties.antecedent(subject)
            if event is None or not self._words.entries("noun", event.lemma) or self._parties.at(event):
                continue
            slots = self._noun_slots(event, deep=False)
            for name in ("par", "adj_armed", "poss", "de"):
                agents = tuple(f for f in slots.get(name, ()) if any(p.type != "Place" for p in f.parties))
                if agents:
                    return agents
        return ()

    def _occurring(self, noun: Token, verb: Token, slots: Mapping[str, tuple[Filler, ...]]) -> Mapping[str, tuple[Filler, ...]]:
        """« Des combats ont éclaté entre X et Y à P »: complements of the verb that its event noun lacks."""
        above = self._verb_slots(verb)
        passive = self.voice(verb)[0]
        extra = {k: v for k, v in above.items() if k in _EVENT_CASES and k not in slots and any(f.parties for f in v)}
        if passive and noun.relation == "nsubj":
            extra.pop("par", None)
        return {**slots, **extra}

    def _lifted(
        self, noun: Token, verb: Token, slots: Mapping[str, tuple[Filler, ...]], sets: Mapping[str, str]
    ) -> Mapping[str, tuple[Filler, ...]]:
        """The slots of a noun with those of the light verb it is the object of (« mener une attaque », « subir »)."""
        above = self._verb_slots(verb)
        if not any(f.token.i == noun.i for fs in above.values() for f in fs):
            return slots
        lifted = {k: tuple(f for f in v if f.token.i != noun.i) for k, v in above.items() if k != "obj"}
        if "reversed" in sets:
            received = lifted.pop("subj", ())
            lifted = {**lifted, "obj": received}
            giver = lifted.get("par") or lifted.get("de") or ()
            if giver:
                lifted["subj"] = giver
        return self._merge(slots, {k: v for k, v in lifted.items() if v})

    def _noun_slots(self, token: Token, *, deep: bool = True) -> dict[str, tuple[Filler, ...]]:
        slots: dict[str, list[Filler]] = defaultdict(list)
        for child in self._text.children(token, "nmod", "obl", "acl"):
            case = self._case(child)
            if case and child.pos not in {"VERB", "AUX"}:
                self._complement(slots, case, child)
        for child in self._text.children(token, "amod", "acl"):
            for below in self._text.children(child, "obl", "nmod"):
                case = self._case(below)
                if case and self._words.first("light", self._verb_lemma(child)) is None and self._passing(child):
                    self._complement(slots, case, below)
        for name, armed in (("adj", False), ("adj_armed", True)):
            parties = self._parties.adjective(token, armed=armed)
            slots[name].extend(Filler(token=token, parties=(p,)) for p in parties)
        slots["poss"].extend(Filler(token=token, parties=(p,)) for p in self._owners(token))
        slots["self"].extend(self._self(token))
        head = self._words.head(token.lemma)
        if slots["self"] and head is not None and head.gives != "Person":
            del slots["adj"], slots["adj_armed"]  # « des supplétifs syriens »: the adjective says where they are from
        subject = [c for c in self._text.children(token, "nsubj") if self._text.child(token, "cop") is not None]
        slots["subj"].extend(f for s in subject for f in self._fill(s))
        if deep:
            for filler in [f for n in ("de", "à", "en") for f in slots[n] if not f.parties and f.token.pos == "NOUN"]:
                self._through(slots, filler.token)
            for filler in [f for n in ("de", "par", "contre") for f in slots[n] if f.parties]:
                self._hung(slots, filler.token)
        return {name: tuple(fillers) for name, fillers in slots.items() if fillers}

    def _passing(self, child: Token) -> bool:
        """Adjectives that let a complement of the noun through: « commises à l'encontre de », « visant »: none by default."""
        return child.pos == "ADJ" and child.lower not in self._words.verb_forms

    def _self(self, token: Token) -> list[Filler]:
        """The party that a relational noun denotes."""
        text = self._text
        head = text.head(token)
        first = token
        while self._bare(first) and (above := text.head(first)) is not None and above.pos in {"NOUN", "PROPN"} and not above.name:
            first = above
        if first.i != token.i:
            return self._self(first)
        subject = [c for c in text.children(token, "nsubj") if text.child(token, "cop") is not None]
        if subject:
            return [f for s in subject for f in self._fill(s) if f.parties]
        own = tuple(p for p in self._parties.at(token) if self._parties.named(p.key))
        if own and any(c.lower in {"son", "sa", "ses", "leur", "leurs"} for c in text.children(token, "det")):
            return [Filler(token=token, parties=own)]
        if token.relation == "appos" and head is not None and self._parties.at(head):
            fillers = [f for f in self._fill(head) if f.parties and f.token.i < token.i]
            return fillers if "Number=Plur" in token.morph else fillers[-1:]
        if head is not None and head.lower in {"un", "une"} and head.relation == "appos" and token.relation == "nmod":
            return self._self(head)  # « X, l'un des porte-parole de Y »
        for child in text.children(token, "appos", "flat", "nmod"):
            if (child.relation != "nmod" or not self._case(child)) and self._parties.at(child):
                return [f for f in self._fill(child) if f.parties]
        if (opened := self._opening(token)) is not None:
            return [f for f in self._fill(opened) if f.parties]
        own = tuple(p for p in self._parties.at(token) if p.how != "pronoun" and (p.type != "Person" or self._parties.named(p.key)))
        return [Filler(token=token, parties=own)] if own else []

    def _opening(self, token: Token) -> Token | None:
        """« Premier allié d'Israël, les États-Unis … »: a title that opens the sentence is the subject's."""
        head = self._text.head(token)
        if head is None or head.pos not in {"VERB", "AUX"} or token.relation not in {"obl", "advcl", "dislocated", "appos"}:
            return None
        start = self._text.sentence(token).first
        if self._case(token) or any(t.pos not in {"ADJ", "DET", "ADV"} for t in self._text.tokens[start : token.i]):
            return None
        subjects = self.grammatical(head)
        return subjects[0] if len(subjects) == 1 and subjects[0].i > token.i else None

    def _bare(self, token: Token) -> bool:
        """« X, chef de A et président de B »: a second title without article or preposition of its own."""
        return token.relation == "conj" and self._text.child(token, "det", "case") is None

    def _adjective_frame(self, token: Token, lemma: str) -> Frame:
        slots: dict[str, list[Filler]] = defaultdict(list)
        head = self._text.head(token)
        first = token
        while first.relation == "conj" and (above := self._text.head(first)) is not None and above.pos in {"ADJ", "VERB"}:
            first = above
        head = self._text.head(first)
        if first.relation in {"amod", "acl", "appos"} and head is not None:
            slots["self"].extend(self._fill(self._modified(first, head)))
        else:
            for subject in (*self._text.children(first, "nsubj"), *(self.grammatical(first) if first.relation in {"xcomp", "advcl"} else ())):
                slots["self"].extend(self._fill(subject))
        for child in self._text.children(token, *_OBLIQUE):
            if case := self._case(child):
                self._complement(slots, case, child)
        return Frame(predicate=token, kind="adjective", lemma=lemma, slots={k: tuple(v) for k, v in slots.items()}, construction="adjective")

    def _preposition_frame(self, token: Token) -> Iterator[Frame]:
        comp = self._text.head(token)
        gov = self._text.head(comp) if comp is not None else None
        if comp is None or gov is None:
            return
        verbal = gov.pos in {"VERB", "AUX"}
        left = self._text.tokens[token.i - 2] if token.i > 1 and self._text.tokens[token.i - 1].text == "," else None
        if left is not None and any(p.type == "Place" for p in self._parties.at(left)):
            governors: tuple[Token, ...] = (left,)  # « El-Fasher, aux mains de X »
        else:
            governors = self.grammatical(gov) if verbal else (gov,)
        slots = {"gov": tuple(f for g in governors for f in self._fill(g)), "comp": tuple(self._fill(comp))}
        yield Frame(predicate=token, kind="preposition", lemma=token.lemma, slots=slots, construction="preposition", noun=gov)

    # ---- helpers

    def _case(self, token: Token) -> str:
        for case in self._text.children(token, "case"):
            return case.lemma
        return ""

    def _complement(self, slots: dict[str, list[Filler]], case: str, child: Token) -> None:
        fillers = self._fill(child)
        slots[case].extend(fillers)
        if case in _PLACE_CASES or self._words.entries("preposition", case):
            places = [f for f in fillers if any(self._parties.place_kind(p.type) for p in f.parties)]
            slots["loc"].extend(places)

    def _fill(self, token: Token) -> list[Filler]:
        """One filler for each member of the coordination that begins at ``token``."""
        return [
            Filler(token=t, parties=self._parties.at(t), inner=self._measured(t))
            for t in self._text.conjuncts(token)
            if t.pos not in {"VERB", "AUX"} or t.i == token.i
        ]

    def _measured(self, token: Token) -> tuple[str, ...]:
        if self._parties.at(token):
            return ()
        return tuple(t.lemma for t in self._text.subtree(token) if t.relation == "nmod" and t.i > token.i and self._case(t) == "de")

    def _merge(
        self, a: Mapping[str, tuple[Filler, ...]], b: Mapping[str, tuple[Filler, ...]]
    ) -> dict[str, tuple[Filler, ...]]:
        return {name: (*a.get(name, ()), *(f for f in b.get(name, ()) if f not in a.get(name, ()))) for name in {**a, **b}}
