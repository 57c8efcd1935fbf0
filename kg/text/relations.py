"""From frames to relations, by the lexicon alone: no relation is known here.

In: the frames of a token. Out: pairs of parties with the entry that joined them. Lines of one lemma are alternatives,
the first that fits wins; a line marked ``also`` is read besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.text.filler import Filler
from kg.text.frame import Frame
from kg.text.lists import LIKEWISE
from kg.text.parties import Party
from kg.text.tokens import Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import Condition, LexicalEntry, Relation, Slot, Vocabulary

_ACTING = frozenset({"subj", "obj", "à", "avec", "entre", "contre", "par", "envers", "self"})
"""Slots where a capital may stand for its state."""

_AGENTS = frozenset({"de", "par", "poss", "adj", "entre"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two parties joined by an entry in a frame. ``object`` is None when the relation takes a word."""

    frame: Frame
    entry: LexicalEntry
    subject: Party
    object: Party
    where: Party | None = None
    blamer: Party | None = None
    """Who blames the subject for it, where the frame's own voice does not tell."""

    @property
    def predicate(self) -> Token:
        """The token that announced it."""
        return self.frame.predicate


class RelationMatcher:
    """Matches frames against the lexical entries of one vocabulary."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words
        self._vocabulary: Vocabulary = words.vocabulary

    def match(self, frame: Frame) -> list[Candidate]:
        """The candidates of one frame, in the order of the lexicon."""
        found: list[Candidate] = []
        taken = False
        told: set[int] = set()
        for entry in self._words.entries(frame.kind, frame.lemma):
            listed = self._listed(entry, frame)
            if (taken and not entry.also and not (listed and told and not listed & told)) or (
                entry.gives not in self._vocabulary.relations
            ):
                continue
            if not all(self._holds(c, frame) for c in entry.conditions):
                continue
            pairs = list(self._pairs(entry, frame)) or self._joined(entry, frame)
            found.extend(
                Candidate(frame=frame, entry=entry, subject=s, object=o, where=self._where(frame, s, o))
                for s, o in pairs
            )
            taken = taken or bool(pairs)
            told |= listed if pairs else set()
        return found

    def undergone(self, frame: Frame) -> tuple[LexicalEntry, tuple[Party, ...]] | None:
        """Whom a deed of force is done to in the frame, whoever does it; None where it tells of no such deed."""
        for entry in self._forceful(frame):
            relation = self._vocabulary.relations[entry.gives]
            for slot in entry.object:
                objects = self._fillers(slot, frame, relation, relation.range or "", as_object=True)
                if objects and slot.name not in {s.name for s in entry.subject}:
                    return entry, tuple(p for _, p in objects)
        return None

    def by_force(self, frame: Frame) -> LexicalEntry | None:
        """The first line of the frame's words that tells of a deed of force."""
        return next(self._forceful(frame), None)

    def doers(self, filler: Filler, entry: LexicalEntry) -> tuple[Party, ...]:
        """The parties of a filler that can do such a deed."""
        domain = self._vocabulary.relations[entry.gives].domain
        return tuple(p for p in filler.parties if self._vocabulary.is_a(p.type, domain))

    def _forceful(self, frame: Frame) -> Iterator[LexicalEntry]:
        """The lines of the frame's words for what forces do to others, and whose conditions hold."""
        for entry in self._words.entries(frame.kind, frame.lemma):
            relation = self._vocabulary.relations.get(entry.gives)
            if relation is None or not relation.by_forces or relation.symmetric or relation.supportive:
                continue
            if all(self._holds(c, frame) for c in entry.conditions if c.op not in {"has", "!has"}):
                yield entry

    def _listed(self, entry: LexicalEntry, frame: Frame) -> set[int]:
        """« ni argent ni armes », « des armes et de l'argent »: the members of the list that the entry is about."""
        conditions = [c for c in entry.conditions if c.op == "=" and any(v.startswith("@") for v in c.values)]
        return {
            f.token.i
            for c in conditions
            if len(frame.slots.get(c.slot, ())) > 1
            for f in frame.slots[c.slot]
            for v in c.values
            if self._is(f.token.lemma, v) or self._is(f.token.lower, v)
        }

    def relations(self, frame: Frame) -> frozenset[str]:
        """The relations that the frame's words can announce, whoever fills its slots."""
        return frozenset(
            e.gives
            for e in self._words.entries(frame.kind, frame.lemma)
            if e.gives in self._vocabulary.relations
            and all(self._holds(c, frame) for c in e.conditions if c.op not in {"has", "!has"})
        )

    def _pairs(self, entry: LexicalEntry, frame: Frame) -> Iterator[tuple[Party, Party]]:
        relation = self._vocabulary.relations[entry.gives]
        if relation.range is None:
            return
        objects_in = entry.object
        if (
            relation.by_forces
            and frame.kind == "verb"
            and any(f.token.pos == "NOUN" and not f.parties for f in frame.slots.get("obj", ()))
            and all(c.slot != "obj" or c.op != "=" or "@target" in c.values for c in entry.conditions)
        ):
            objects_in = (*objects_in, Slot(name="de", classes=("Place",)))  # « bombarder un marché de P »
        for subject_slot in self._subject_slots(entry, frame):
            subjects = self._fillers(subject_slot, frame, relation, relation.domain)
            if not subjects:
                continue
            for object_slot in objects_in:
                objects = self._fillers(object_slot, frame, relation, relation.range, as_object=True)
                if object_slot not in entry.object:  # « un convoi en provenance de X » strikes no country
                    objects = [(f, p) for f, p in objects if p.type != "State"]
                if object_slot.name == subject_slot.name:
                    pairs = self._within(subjects, mutual=relation.symmetric or frame.reflexive)
                    pairs = pairs or self._apart(subjects, objects)
                    if frame.reflexive and not relation.symmetric:
                        pairs = [*pairs, *((b, a) for a, b in pairs)]  # « X et Y s'accusent »
                else:
                    pairs = [(s, o) for _, s in subjects for f, o in objects if s.key != o.key]
                if pairs:
                    yield from pairs
                    return

    def _subject_slots(self, entry: LexicalEntry, frame: Frame) -> tuple[Slot, ...]:
        """The entry's slots; what a light verb lends as the subject of its event noun comes first."""
        relation = self._vocabulary.relations[entry.gives]
        tie = frame.kind == "noun" and relation.symmetric and frame.construction.startswith("light")
        if tie and frame.slots.get("obj"):
            return (Slot(name="obj"), *entry.subject)  # « X a une alliance avec Y »: no side gives or receives
        lent = (
            frame.kind == "noun"
            and frame.construction.startswith(("light", "event noun +"))
            and frame.slots.get("subj")
        )
        named = {slot.name for slot in entry.subject}
        if not lent or named & {"subj", "self"} or not named & _AGENTS or frame.slots.get("par"):
            return entry.subject  # « la chute de P » has no agent of its own
        return (Slot(name="subj"), *entry.subject)

    def _joined(self, entry: LexicalEntry, frame: Frame) -> list[tuple[Party, Party]]:
        """« X et Y ont noué une alliance »: the members of the light verb's subject, for a symmetric relation."""
        relation = self._vocabulary.relations[entry.gives]
        if (
            frame.kind != "noun"
            or not relation.symmetric
            or relation.range is None
            or not frame.construction.startswith("light")
        ):
            return []
        return self._within(self._fillers(Slot(name="subj"), frame, relation, relation.domain), mutual=True)

    def _apart(
        self, subjects: list[tuple[Filler, Party]], objects: list[tuple[Filler, Party]]
    ) -> list[tuple[Party, Party]]:
        """« le retrait de X de P »: two complements with one preposition, the second no member of the first."""
        return [
            (s, o)
            for f, s in subjects
            for g, o in objects
            if f.token.i < g.token.i and g.token.relation != "conj" and s.key != o.key
        ]

    def _within(self, members: list[tuple[Filler, Party]], *, mutual: bool) -> list[tuple[Party, Party]]:
        """Pairs between the members of one coordination: the first against the others (same side is not paired).

        Those of a set (« les deux groupes se sont affrontés ») stand on one token each for itself.
        """
        members = [(f, p) for f, p in members if f.token.dep != LIKEWISE]
        fillers = {f.token.i: f for f, _ in members}
        if mutual and len(fillers) == 1 and (sides := members[0][0].behind):
            return [(sides[0], other) for other in sides[1:]]
        if len(members) < 2:
            return []
        first = members[0][0]
        left = [p for f, p in members if f == first]
        right = [p for f, p in members if f != first]
        if mutual and not right and (first.token.pos == "PRON" or "Number=Plur" in first.token.morph):
            left, right = left[:1], left[1:]
        return [(a, b) for a in left for b in right if a.key != b.key]

    def _fillers(
        self, slot: Slot, frame: Frame, relation: Relation, default: str, *, as_object: bool = False
    ) -> list[tuple[Filler, Party]]:
        name = slot.name
        fillers = frame.slots.get(name, ())
        if name == "adj" and relation.by_forces:
            fillers = frame.slots.get("adj_armed", ())
        classes = slot.classes or (default,)
        found = []
        places = relation.domain == "Place" and not as_object
        struck = relation.by_forces and frame.kind == "noun" and name == "de" and not as_object
        for filler in fillers:
            if struck and filler.token.lemma in self._words.content.get("target", ()):
                continue  # « l'attaque de leur poste »: a post does not attack
            for party in filler.parties:
                if places and party.type == "State":
                    continue  # « les frappes du Pakistan dans l'est »: a state does not lie in or near a place
                if any(self._vocabulary.is_a(party.type, c) for c in classes):
                    found.append((filler, party))
                elif (
                    party.state is not None
                    and (
                        name in _ACTING
                        or (name == "de" and (frame.kind == "verb" or "self" in frame.slots or not relation.symmetric))
                    )
                    and any(self._vocabulary.is_a("State", c) for c in classes)
                ):
                    found.append(
                        (filler, replace(party, key=party.state, type="State"))
                    )  # « Moscou, qui leur livre des armes »
        return found

    def _where(self, frame: Frame, subject: Party, object_: Party) -> Party | None:
        for filler in frame.slots.get("loc", ()):
            for party in filler.parties:
                if party.key not in {subject.key, object_.key}:
                    return party
        return None

    def _holds(self, condition: Condition, frame: Frame) -> bool:
        if condition.op in {"flag", "!flag"}:
            value = frame.reflexive if condition.slot == "refl" else frame.passive
            return value == (condition.op == "flag")
        if condition.slot == "adj" and condition.op in {"=", "!="}:
            return (not frame.adjectives.isdisjoint(condition.values)) == (condition.op == "=")
        fillers = frame.slots.get(condition.slot, ())
        if condition.op in {"has", "!has"}:
            return bool(fillers) == (condition.op == "has")
        hit = any(
            self._is(lemma, v)
            for f in fillers
            for lemma in (f.token.lemma, f.token.lower, *f.inner)
            for v in condition.values
        )
        return hit == (condition.op == "=")

    def _is(self, lemma: str, value: str) -> bool:
        if not value.startswith("@"):
            return lemma == value
        nothing = lemma == "rien" and value in self._words.given  # « ne leur a rien livré »
        return nothing or lemma in self._words.content.get(value[1:], ())
