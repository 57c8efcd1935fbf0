"""What a predicate says of whom, as the lexicon asks for it.

In: nothing. Out: the record that frame readers fill and the matcher of relations reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.text.filler import Filler
from kg.text.tokens import Token


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
