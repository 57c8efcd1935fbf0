"""Near-identical documents: agency copy that several outlets print counts as one voice.

In: documents. Out: the id of the cluster of each. Two texts are near-identical when they share enough of their shingles
(runs of words): by resemblance, or because the shorter one is contained in the longer (a cut reprint). After A. Broder,
« On the resemblance and containment of documents », 1997.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.names import fold_words
from kg.records import Document

SHINGLE = 4
"""Words in a shingle."""
RESEMBLANCE = 0.5
"""Share of all shingles of two texts that both have."""
CONTAINMENT = 0.8
"""Share of the shorter text's shingles that the longer one has."""
SHORTEST = 20
"""Texts of fewer shingles are near-identical only when they resemble each other: a quoted sentence is no reprint."""

_SAMPLE = 4
"""One shingle in so many is looked up to find candidates; the comparison itself uses all of them."""
_COMMON = 200
"""A shingle that begins this many clusters is boilerplate and finds no candidates."""


def find_duplicates(documents: Iterable[Document]) -> Mapping[str, str]:
    """Document id -> id of the document that stands for its cluster (the longest; itself when it is alone)."""
    texts = {d.id: shingles(d.text[slice(*d.body)]) for d in documents}
    found: dict[str, str] = {}
    clusters: dict[int, list[str]] = {}
    for doc in sorted(texts, key=lambda doc: (-len(texts[doc]), doc)):
        sample = _sample(texts[doc])
        candidates = Counter(
            first for s in sample if len(clusters.get(s, ())) < _COMMON for first in clusters.get(s, ())
        )
        ranked = sorted(candidates.items(), key=lambda item: (-item[1], item[0]))
        match = next((first for first, _ in ranked if near_identical(texts[doc], texts[first])), None)
        found[doc] = match or doc
        if match is None:
            for shingle in sample:
                clusters.setdefault(shingle, []).append(doc)
    return found


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of ``SHINGLE`` words, case and accents aside; of the whole text when it is shorter."""
    words = fold_words(text)
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs if run)


def near_identical(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of shingles come from near-identical texts."""
    shared, shorter = len(one & other), min(len(one), len(other))
    if not shared:
        return False
    resemblance = shared / len(one | other)
    return resemblance >= RESEMBLANCE or (shorter >= SHORTEST and shared / shorter >= CONTAINMENT)


def _sample(text: frozenset[int]) -> list[int]:
    found = sorted(s for s in text if s % _SAMPLE == 0)
    return found if len(found) >= SHORTEST else sorted(text)
