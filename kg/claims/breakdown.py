"""Where the errors of an evaluation lie: intervals, frames, kinds of misses, speakers, parties that were merged.

In: an ``Evaluation``. Out: counts by kind, sorted. A party counts as found when some claim of its document has one of
its names; that is less than finding every mention, and all that claims can show.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.claims.evaluation import Evaluation, Keep, same_parties
from kg.claims.gold import AUTHOR, Judged

RESAMPLES = 1000
_SEED = 20240727

Party = tuple[str, frozenset[str]]
"""A document and the folded names under which one of its claims has a party."""


def intervals(evaluation: Evaluation, keep: Keep) -> dict[str, tuple[float, float]]:
    """The middle 95 % of P, R and F1 when documents are drawn anew with replacement.

    Percentile bootstrap (B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13), seeded.
    """
    part = evaluation.part(keep)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for place, claims in enumerate((part.found, part.wrong, part.missed)):
        for claim in claims:
            counts[claim.doc][place] += 1
    # Documents of which nothing is asked or read change no figure, so they need not be drawn.
    rows = [counts[doc] for doc in sorted(counts)]
    draw = random.Random(_SEED)
    samples = [_figures(draw.choices(rows, k=len(rows))) for _ in range(RESAMPLES)] if rows else [(1.0, 1.0, 1.0)]
    return {name: _middle([s[i] for s in samples]) for i, name in enumerate(("P", "R", "F1"))}


def _figures(rows: Iterable[Sequence[int]]) -> tuple[float, float, float]:
    found, wrong, missed = (sum(column) for column in zip(*rows, strict=True))
    precision = found / (found + wrong) if found + wrong else float(not missed)
    recall = found / (found + missed) if found + missed else float(not wrong)
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = len(ordered) // 40
    return ordered[cut], ordered[len(ordered) - 1 - cut]


def per_frame(evaluation: Evaluation) -> dict[str, tuple[int, int]]:
    """Right and wrong predictions of each frame, the commonest frame first."""
    core = evaluation.part(evaluation.is_core)
    right = Counter(evaluation.pairs[claim].frame for claim in core.found)
    wrong = Counter(claim.frame for claim in core.wrong)
    both = right + wrong
    return {frame: (right[frame], wrong[frame]) for frame in sorted(both, key=lambda f: (-both[f], f))}


def missed_causes(evaluation: Evaluation) -> dict[str, int]:
    """How many missed claims lack which party, or have both and lack the relation."""
    said: dict[str, list[Judged]] = defaultdict(list)
    for claim in _read(evaluation):
        said[claim.doc].append(claim)
    core = evaluation.part(evaluation.is_core)
    return _ranked(_cause(claim, said[claim.doc], evaluation) for claim in core.missed)


def _cause(missed: Judged, said: Sequence[Judged], evaluation: Evaluation) -> str:
    if any(same_parties(claim, missed, evaluation.relations) for claim in said):
        return "its parties have another relation, or this one already"
    met = [any(names & (c.subject | c.object | c.speakers) for c in said) for names in (missed.subject, missed.object)]
    if all(met):
        return "its parties have no claim with each other"
    return "one party is in no claim" if any(met) else "neither party is in any claim"


def shifts(found: Iterable[Judged], pairs: Mapping[Judged, Judged], value: Callable[[Judged], str]) -> dict[str, int]:
    """How often which value of gold was read as which."""
    return _ranked(f"{value(gold)} -> {value(pairs[gold])}" for gold in found)


def speaker_errors(found: Iterable[Judged], pairs: Mapping[Judged, Judged]) -> dict[str, int]:
    """How often whose words were given to whom."""
    return _ranked(_speakers(gold, pairs[gold]) for gold in found if not gold.speakers & pairs[gold].speakers)


def _speakers(gold: Judged, read: Judged) -> str:
    if AUTHOR in gold.speakers:
        return "the author's, read as a source's"
    return "a source's, read as the author's" if AUTHOR in read.speakers else "a source's, read as another source's"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The parties read in the documents of gold, and those of them that are two different ones in gold."""

    parties: tuple[Party, ...]
    wrong: Mapping[Party, tuple[frozenset[str], ...]]

    @property
    def described(self) -> list[tuple[str, str]]:
        """Each wrong party: its document, and a name of each gold party in it."""
        return [(doc, " + ".join(min(g & names) for g in golds)) for (doc, names), golds in self.wrong.items()]


def merged_parties(evaluation: Evaluation) -> Merged:
    """Parties read that bear names of two parties of gold which share no name with each other."""
    gold: dict[str, set[frozenset[str]]] = defaultdict(set)
    for claim in evaluation.known:
        gold[claim.doc].update(_parties(claim, evaluation))
    read = sorted({(c.doc, names) for c in _read(evaluation) for names in _parties(c, evaluation)}, key=_order)
    wrong = {}
    for doc, names in read:
        shared = sorted((other for other in gold[doc] if other & names), key=sorted)
        first = next(((a, b) for i, a in enumerate(shared) for b in shared[i + 1 :] if not a & b), None)
        if first:
            wrong[doc, names] = first
    return Merged(parties=tuple(read), wrong=wrong)


def _parties(claim: Judged, evaluation: Evaluation) -> tuple[frozenset[str], ...]:
    """Subject and object; the object of some relations is a word, no party."""
    relation = evaluation.relations.get(claim.relation)
    return (claim.subject,) if relation is not None and relation.range is None else (claim.subject, claim.object)


def _order(party: Party) -> tuple[str, list[str]]:
    return party[0], sorted(party[1])


def _read(evaluation: Evaluation) -> list[Judged]:
    """The predictions for the documents of gold: what matched, and what is wrong."""
    matched = [evaluation.pairs[claim] for claim in evaluation.known if claim in evaluation.pairs]
    return [*matched, *evaluation.wrong]


def _ranked(kinds: Iterable[str]) -> dict[str, int]:
    """Counts, the largest first."""
    return dict(sorted(Counter(kinds).items(), key=lambda item: (-item[1], item[0])))
