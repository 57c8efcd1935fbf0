"""Calibrates ``kg.text.confidence``: ``python -m kg.text.calibrate tests/gold/train tests/gold/dev tests/gold/test``.

Learns from the reader's claims on the first folder of gold articles what makes a claim surer than another; the second,
from which no rule was written, says how sure (Platt 1999). Writes ``confidence.json`` and prints how reliable it is on
the third: of claims with a confidence between .7 and .8, how many are right? Full-batch gradient descent with an L2
penalty: no randomness, the same claims give the same weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path

from kg.claims.evaluation import verdicts
from kg.language.load import load_pipeline
from kg.ontology import load_vocabulary
from kg.text.confidence import Features, features, probability
from kg.text.documents import find_paths, read_document
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

Example = tuple[Features, bool]
_ROUNDS = 400
_RATE = 0.3
_STEP = 0.5
_PENALTY = 1.0
_RARE = 8
"""A feature seen less often than this gets no weight."""
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def examples(folder: Path, reader: Reader, vocabulary: Vocabulary) -> Iterator[Example]:
    """The features of each claim of a folder of gold articles, and whether gold has it."""
    claims, found = [], []
    for path in find_paths([str(folder)]):
        document = read_document(path)
        for claim in reader.read(document):
            claims.append(claim)
            found.append(features(claim, document.text))
    judged = verdicts(claims, folder, vocabulary.relations)
    for shown, right in zip(found, judged, strict=True):
        if right is not None:
            yield shown, right


def calibrated(data: Sequence[Example]) -> dict[str, float]:
    """Weights under which the examples are most likely."""
    counts = Counter(name for shown, _ in data for name in shown)
    weights = dict.fromkeys(sorted(name for name, count in counts.items() if count >= _RARE), 0.0)
    squares = dict.fromkeys(weights, 1e-6)
    for _ in range(_ROUNDS):
        slope = {name: 0.0 if name == "always" else _PENALTY * weight for name, weight in weights.items()}
        for shown, right in data:
            error = probability(shown, weights) - right
            for name in shown:
                if name in slope:
                    slope[name] += error
        for name, value in slope.items():
            squares[name] += value * value
            weights[name] -= _RATE * value / sqrt(squares[name])
    return {name: round(weight, 3) for name, weight in weights.items()}


def levelled(data: Sequence[Example], weights: dict[str, float]) -> dict[str, float]:
    """The weights stretched and shifted together, so that the probabilities are those of the examples."""
    logits = [sum(weights.get(name, 0.0) for name in shown) for shown, _ in data]
    stretch, shift = 1.0, 0.0
    for _ in range(_ROUNDS):
        errors = [1 / (1 + exp(-(stretch * z + shift))) - right for z, (_, right) in zip(logits, data, strict=True)]
        stretch -= _STEP * sum(e * z for e, z in zip(errors, logits, strict=True)) / len(data)
        shift -= _STEP * sum(errors) / len(data)
    found = {name: round(stretch * weight, 3) for name, weight in weights.items()}
    return {**found, "always": round(found.get("always", 0.0) + shift, 3)}


def reliability(data: Sequence[Example], weights: dict[str, float]) -> Iterator[str]:
    """Lines of a table: for each band of confidence how many claims, their mean confidence, how many are right."""
    yield "confidence    claims   mean   right"
    for low, high in pairwise(_BINS):
        band = [(p, right) for shown, right in data if low <= (p := probability(shown, weights)) < high]
        if band:
            mean, right = sum(p for p, _ in band) / len(band), sum(r for _, r in band) / len(band)
            yield f"{low:.1f} to {min(high, 1.0):.1f} {len(band):9} {mean:8.2f} {right:7.2f}"


def main(train: Path, dev: Path, test: Path) -> None:
    """What the module says."""
    vocabulary = load_vocabulary()
    reader = Reader(vocabulary, load_pipeline())
    weights = calibrated(tuple(examples(train, reader, vocabulary)))
    weights = levelled(tuple(examples(dev, reader, vocabulary)), weights)
    target = Path(__file__).with_name("confidence.json")
    target.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(reliability(tuple(examples(test, reader, vocabulary)), weights)) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
