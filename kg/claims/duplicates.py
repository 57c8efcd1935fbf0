"""Near-identical documents: agency copy that several outlets print counts as one voice.

In: documents. Out: the id of the cluster of each. Two texts are near-identical when they share enough of their shingles
(runs of words, without numbers and words of the calendar, which a reprint changes): by resemblance, or because most of
the shorter one is contained in the longer (a cut, retitled or lengthened reprint). After A. Broder, « On the
resemblance and containment of documents », 1997. Shingles that are looked up are a fixed sample by hash value, so that
the cost grows about in proportion; MinHash with LSH finds the same pairs, more slowly, and knows no containment.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.names import fold_words
from kg.records import Document

SHINGLE = 4
"""Words in a shingle."""
RESEMBLANCE = 0.5
"""Share of all shingles of two texts that both have."""
CONTAINMENT = 0.5
"""Share of the shorter text's shingles that the longer one has, where they share ``SHARED`` or more."""
SHARED = 30
FULL_CONTAINMENT = 0.8
"""The same share for shorter texts, of at least ``SHORTEST`` shingles: a quoted sentence is no reprint."""
SHORTEST = 20
LEAST_PART = 0.25
"""Share of the longer text's shingles below which nothing is a reprint: a round-up of five dispatches is none of
them."""
_CALENDAR = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre "
    "octobre novembre decembre aujourd hui hier demain".split()
)
_SAMPLE = 4
"""One shingle in so many is looked up to find candidates; the comparison itself uses all of them."""
_LEAST_HITS = 3
"""Looked-up shingles that a candidate shares; who shares half of its text shares many more."""
_COMMON = 20
"""A shingle that begins this many clusters is boilerplate and finds no candidates."""


def find_duplicates(documents: Iterable[Document]) -> Mapping[str, str]:
    """Document id -> id of the document that stands for its cluster (the longest; itself when it is alone)."""
    texts = {d.id: shingles(d.text[slice(*d.body)]) for d in documents}
    found: dict[str, str] = {}
    heads: defaultdict[int, list[str]] = defaultdict(list)
    for doc in sorted(texts, key=lambda doc: (-len(texts[doc]), doc)):
        sample = _sample(texts[doc])
        candidates = _candidates(sample, heads)
        match = next((head for head in candidates if near_identical(texts[doc], texts[head])), None)
        found[doc] = match or doc
        if match is None:
            for shingle in sample:
                heads[shingle].append(doc)
    return found


def _candidates(sample: Sequence[int], heads: Mapping[int, Sequence[str]]) -> list[str]:
    """The clusters that share looked-up shingles, those that share most first."""
    hits: Counter[str] = Counter()
    for shingle in sample:
        begun = heads.get(shingle, ())
        if len(begun) < _COMMON:
            hits.update(begun)
    least = min(_LEAST_HITS, len(sample))
    return [head for head, n in sorted(hits.items(), key=lambda item: (-item[1], item[0])) if n >= least]


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of ``SHINGLE`` words, case, accents, numbers and dates aside; of the whole text when it is
    shorter."""
    words = [word for word in fold_words(text) if not word.isdigit() and word not in _CALENDAR]
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs if run)


def near_identical(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two sets of shingles come from near-identical texts."""
    shared = len(one & other)
    shorter, longer = sorted((len(one), len(other)))
    if not shared or shared < LEAST_PART * longer:
        return False
    contained = shared / shorter
    return (
        shared / len(one | other) >= RESEMBLANCE
        or (shared >= SHARED and contained >= CONTAINMENT)
        or (shorter >= SHORTEST and contained >= FULL_CONTAINMENT)
    )


def _sample(text: frozenset[int]) -> list[int]:
    found = sorted(s for s in text if s % _SAMPLE == 0)
    return found if len(found) >= SHORTEST else sorted(text)
