"""What people decided, ready to be applied: which names must be one party and which must not.

In: judgements. Out: for each entity, the sides of judgements that it is on; two parties on the two sides of
« different » or « unsure » are never joined, two on the two sides of « same » are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from kg.names import fold
from kg.vocabulary import Judgement

Side = tuple[str, str]
"""A folded name, and the document that it stands in, or nothing for every document."""


class Decisions:
    """Judgements, by the names that they are about."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self.same: list[tuple[Side, Side]] = []
        self._apart: set[tuple[Side, Side]] = set()
        self._docs: dict[str, set[str]] = defaultdict(set)
        for judgement in judgements:
            one, other = sides_of(judgement)
            for key, doc in (one, other):
                self._docs[key].add(doc)
            if judgement.verdict == "same":
                self.same.append((one, other))
            else:
                self._apart |= {(one, other), (other, one)}

    def __bool__(self) -> bool:
        return bool(self.same or self._apart)

    def sides(self, keys: Iterable[str], docs: Iterable[str]) -> frozenset[Side]:
        """The sides that a party with these folded names in these documents is on."""
        within = {"", *docs}
        return frozenset((key, doc) for key in keys if key in self._docs for doc in self._docs[key] & within)

    def apart(self, one: Set[Side], other: Set[Side]) -> bool:
        """Whether parties on these sides must stay apart."""
        return bool(one and other) and any((a, b) in self._apart for a in one for b in other)

    def disowned(self, keys: Iterable[str], label: str, doc: str) -> frozenset[str]:
        """Those of an entity's names that people judged to be another's: it keeps the one that it is called by."""
        on = self.sides(keys, [doc])
        called = {side for side in on if side[0] == label}
        split = {side for side in on if any((side, other) in self._apart for other in on)}
        return frozenset(key for key, doc in split - called if not called or self.apart({(key, doc)}, called))


def sides_of(judgement: Judgement) -> tuple[Side, Side]:
    """The two sides of a judgement, sorted."""
    one, other = sorted((fold(name), doc or "") for name, doc in zip(judgement.names, judgement.docs, strict=True))
    return one, other
