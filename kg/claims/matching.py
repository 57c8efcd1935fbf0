"""Matching two names with their classes: do they name one party?

In: names and classes, a ``Setting``. Out: a ``Match``. Names are taken apart once; two classes that cannot be readings
of one party are never compared.
"""

from __future__ import annotations

from dataclasses import replace

from kg.claims.features import Match, Setting, likeness, match
from kg.claims.spelled import Name, Sort, speller
from kg.records import Entity
from kg.vocabulary import Vocabulary

_TOP_LEVELS = 2
"""Classes this near the root (entity, actor, place) are too broad to make two of their subclasses compatible."""
_PERSON, _PLACE, _ACTOR = "Person", "Place", "Actor"
_ARMED, _ORGANISED = "ArmedActor", "Organization"


def compatible(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether two classes may be two readings of one party: one is above the other, or both share a close parent."""
    if vocabulary.is_a(one, other) or vocabulary.is_a(other, one):
        return True
    first, second = vocabulary.classes.get(one), vocabulary.classes.get(other)
    if first is None or second is None:
        return False
    shared = first.ancestors & second.ancestors
    return any(len(vocabulary.classes[name].ancestors) > _TOP_LEVELS for name in shared if name in vocabulary.classes)


class Matcher:
    """Compares names with one vocabulary; ``compared`` counts how often it did."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._speller = speller(vocabulary.name_words)
        self._compatible: dict[tuple[str, str], bool] = {}
        self._comparable: dict[tuple[str, str], bool] = {}
        self.compared = 0

    def sort(self, type_: str) -> Sort:
        """How names of a class are built."""
        if self._vocabulary.is_a(type_, _PERSON):
            return "person"
        is_place = self._vocabulary.is_a(type_, _PLACE) and not self._vocabulary.is_a(type_, _ACTOR)
        return "place" if is_place else "body"

    def name(self, text: str, type_: str) -> Name:
        """A name of a party of this class, taken apart."""
        return self._speller.name(text, self.sort(type_))

    def proper_names(self, entity: Entity) -> list[Name]:
        """The names that may join the entity to others, without mere parts of longer ones.

        A surname alone (« Diallo » beside « Moussa Diallo ») or a description (« les séparatistes ») joins nobody.
        """
        sort = self.sort(entity.type)
        texts = sorted({entity.label, *entity.names})
        names = [self._speller.name(text, sort) for text in texts if self._speller.is_proper(text, sort)]
        longer = {word for name in names if len(name.words) > 1 for word in name.words}
        return [n for n in names if n.key and (len(n.words) > 1 or n.acronym or n.words[0] not in longer)]

    def compatible(self, one: str, other: str) -> bool:
        """As the function, each two classes looked up once."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._compatible:
            self._compatible[key] = compatible(*key, self._vocabulary)
        return self._compatible[key]

    def comparable(self, one: str, other: str) -> bool:
        """Whether the classes are compatible, or a guess may have taken one for the other.

        An acronym without a word on who it is may be an armed group or an association; a person or a place is neither.
        """
        key = (one, other) if one <= other else (other, one)
        if key not in self._comparable:
            is_a = self._vocabulary.is_a
            mixed = any(is_a(a, _ARMED) and is_a(b, _ORGANISED) for a, b in (key, key[::-1]))
            self._comparable[key] = mixed or self.compatible(one, other)
        return self._comparable[key]

    def alike(self, one: Name, other: Name) -> tuple[str, float]:
        """The feature of names that gives most for two names, and what it gives."""
        self.compared += 1
        if {one.sort, other.sort} == {"place", "body"} and one.key != other.key:
            return "", 0.0  # a state and a place are one under the same name only: « Congo » is not Kouango
        if one.sort != other.sort:
            sort: Sort = "person" if "person" in {one.sort, other.sort} else "body"
            one, other = self._speller.name(one.text, sort), self._speller.name(other.text, sort)
        return likeness(one, other)

    def compare_names(self, one: str, type_: str, other: str, other_type: str, setting: Setting) -> Match:
        """How well two parties of these classes match under these names."""
        if not self.comparable(type_, other_type):
            return Match(score=0.0, reasons=(("classes differ", -1.0),))
        setting = replace(setting, classes_differ=not self.compatible(type_, other_type))
        first, second = self.name(one, type_), self.name(other, other_type)
        return match(first, second, setting, self.alike(first, second))
