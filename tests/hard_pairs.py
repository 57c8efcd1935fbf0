"""How well names alone tell who is the same, on the hard pairs: ``python tests/hard_pairs.py``.

The matcher was tuned on the odd pairs (the 1st, 3rd …); the even ones were scored, never looked at. « same » is an
answer; unsure and not judged count as if it had not been given.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.claims.features import Match, Setting
from kg.claims.matching import Matcher
from kg.ontology import load_vocabulary

FILE = Path(__file__).parent / "claims" / "hard_pairs.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with their classes, whether they are one party, and what makes it hard."""

    names: tuple[str, str]
    types: tuple[str, str]
    same: bool
    kind: str
    found: Match

    @property
    def right(self) -> bool:
        return (self.found.answer == "same") == self.same


def read_pairs() -> list[Pair]:
    matcher = Matcher(load_vocabulary())
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = []
    for one, type_, other, other_type, answer, kind in list(csv.reader(lines, delimiter="\t"))[1:]:
        match = matcher.compare_names(one, type_, other, other_type, Setting())
        found.append(Pair((one, other), (type_, other_type), answer == "same", kind, match))
    return found


def score(pairs: Iterable[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the answer « same »."""
    pairs = list(pairs)
    right = sum(p.same and p.found.answer == "same" for p in pairs)
    said, true = sum(p.found.answer == "same" for p in pairs), sum(p.same for p in pairs)
    precision, recall = right / max(said, 1), right / max(true, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    pairs = read_pairs()
    for title, part in (("tuned on", pairs[0::2]), ("unseen", pairs[1::2])):
        precision, recall, f1 = score(part)
        counts = f"{sum(p.same for p in part)} same, {sum(not p.same for p in part)} different"
        print(f"{title:<9} {len(part)} pairs ({counts})  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    if "--verbose" in sys.argv:
        for pair in pairs[0::2]:
            if not pair.right:
                print(pair.kind, pair.names, "same" if pair.same else "different", pair.found.answer, pair.found)


if __name__ == "__main__":
    main()
