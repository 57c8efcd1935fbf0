"""B-cubed: how well items were put together, seen from each item.

In: for each item its true cluster and the cluster that it was put into. Out: precision and recall, each the mean over
items. Of an item, precision is the share of its found cluster that truly belongs to it, recall the share of its true
cluster that was found with it; the item itself counts. After A. Bagga and B. Baldwin, « Algorithms for scoring
coreference chains », 1998 (equal weight for every item).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class BCubed:
    """Means over ``items`` items, each between 0 and 1; 1 where there is no item."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def bcubed(
    truth: Mapping[Item, str], found: Mapping[Item, str], keep: Callable[[Item], bool] = lambda item: True
) -> BCubed:
    """The score over the items of ``found`` for which ``keep`` holds; the others still count as their neighbours.

    Items that only ``truth`` has were not found and do not count. Raises ``KeyError`` for one that ``truth`` lacks.
    """
    together = members(found)
    belonging = members({item: truth[item] for item in found})
    precision, recall, items = 0.0, 0.0, 0
    for item in filter(keep, found):
        cluster, true_cluster = together[found[item]], belonging[truth[item]]
        both = len(cluster & true_cluster)
        precision, recall, items = precision + both / len(cluster), recall + both / len(true_cluster), items + 1
    return BCubed(precision / items, recall / items, items) if items else BCubed(1.0, 1.0, 0)


def swallowing(truth: Mapping[Item, str], found: Mapping[Item, str]) -> dict[str, frozenset[str]]:
    """The found clusters that hold items of several true clusters, with these."""
    held = {cluster: frozenset(truth[item] for item in items) for cluster, items in members(found).items()}
    return {cluster: true for cluster, true in sorted(held.items()) if len(true) > 1}


def members(clusters: Mapping[Item, str]) -> Mapping[str, set[Item]]:
    """The items of each cluster."""
    sets: dict[str, set[Item]] = defaultdict(set)
    for item, cluster in clusters.items():
        sets[cluster].add(item)
    return sets
