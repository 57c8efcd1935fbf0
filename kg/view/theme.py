"""Styles of families and classes, read from ``assets/theme.json``.

In: the vocabulary. Out: one style for each family and each class; names that the file does not know get the next one
in turn, so a new relation, family or class needs no change here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.vocabulary import Vocabulary

ASSETS: Final = Path(__file__).parent / "assets"
FAMILY_SLOTS: Final = 8
TONES: Final = 5
SHAPES: Final = ("dot", "square", "diamond", "triangle", "hexagon", "triangleDown", "star")


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyStyle:
    """Colour slot (1 to 8), whether the family is shown at first, and its role.

    Roles: support, hostility, belonging, ground or none; they decide under which heading an actor's panel has it.
    """

    slot: int
    shown: bool
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassStyle:
    """Shape (a name that vis-network draws), hollow or filled, colour tone (1 to 5) and the icon inside the shape.

    ``person``: its members are single people, who lead others or speak for them.
    """

    shape: str
    hollow: bool
    tone: int
    icon: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A style for every family and class of one vocabulary."""

    families: Mapping[str, FamilyStyle]
    classes: Mapping[str, ClassStyle]

    def class_style(self, name: str) -> ClassStyle:
        """The style of a class; a plain hollow dot for one that the vocabulary does not know."""
        return self.classes.get(name, ClassStyle(shape="dot", hollow=True, tone=TONES))


def load_theme(vocabulary: Vocabulary) -> Theme:
    """Styles for all families and classes of ``vocabulary``, in its own order."""
    known: dict[str, Any] = json.loads((ASSETS / "theme.json").read_text(encoding="utf-8"))
    return Theme(families=_families(vocabulary, known["families"]), classes=_classes(vocabulary, known["classes"]))


def _families(vocabulary: Vocabulary, known: Mapping[str, Any]) -> dict[str, FamilyStyle]:
    supportive = {relation.family for relation in vocabulary.relations.values() if relation.supportive}
    taken = {known[name]["slot"] for name in vocabulary.families if name in known}
    free = [slot for slot in range(1, FAMILY_SLOTS + 1) if slot not in taken] or [FAMILY_SLOTS]
    styles: dict[str, FamilyStyle] = {}
    spare = 0
    for name in vocabulary.families:
        if name in known:
            styles[name] = FamilyStyle(**known[name])
            continue
        role = "support" if name in supportive else "none"
        styles[name] = FamilyStyle(slot=free[spare % len(free)], shown=role == "support", role=role)
        spare += 1
    return styles


def _classes(vocabulary: Vocabulary, known: Mapping[str, Any]) -> dict[str, ClassStyle]:
    styles: dict[str, ClassStyle] = {}
    spare = 0
    for name in vocabulary.classes:
        if name in known:
            styles[name] = ClassStyle(**known[name])
            continue
        shape = SHAPES[spare % len(SHAPES)]
        styles[name] = ClassStyle(shape=shape, hollow=spare // len(SHAPES) % 2 == 1, tone=spare % TONES + 1)
        spare += 1
    return styles
