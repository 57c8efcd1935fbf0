"""The figures of an evaluation as lines of text, as `kg evaluate` prints them.

In: an ``Evaluation``. Out: lines; the first twelve are the reference scorer's, ``verbose`` adds where the errors lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kg.claims.breakdown import intervals, merged_parties, missed_causes, per_frame, shifts, speaker_errors
from kg.claims.evaluation import Evaluation, Keep, Part, relaxed

T = TypeVar("T")


def report_lines(evaluation: Evaluation, *, verbose: bool = False) -> Iterator[str]:
    """The figures; ``verbose`` adds intervals, relations, frames, kinds of errors and every missed or wrong claim."""
    pairs = evaluation.pairs
    core = evaluation.part(evaluation.is_core)
    yield (
        f"{evaluation.documents} documents, {evaluation.predictions} predictions"
        f" ({evaluation.elsewhere} for other documents)"
    )
    yield _row("core strict", core)
    yield _row("core relaxed", relaxed(core, evaluation.relations))
    yield _row("supportive family strict", evaluation.part(evaluation.is_supportive))
    yield _row("words and places (apart)", evaluation.part(evaluation.is_apart))
    yield _ratio("polarity", core.found, lambda g: g.polarity == pairs[g].polarity)
    yield _ratio("certainty", core.found, lambda g: g.certainty == pairs[g].certainty)
    yield _ratio("attribution", core.found, lambda g: bool(g.speakers & pairs[g].speakers))
    sourced = [g for g in core.found if "author" not in g.speakers]
    yield _ratio("  of claims by a source", sourced, lambda g: bool(g.speakers & pairs[g].speakers))
    negative = [g for g in core.found + core.missed if g.polarity == "negative"]
    yield _ratio("negative claims recalled", negative, lambda g: g in pairs and pairs[g].polarity == "negative")
    if verbose:
        yield from _figures(evaluation, core)
        yield from _claims(evaluation)


def _figures(evaluation: Evaluation, core: Part) -> Iterator[str]:
    yield "95 % intervals, documents drawn anew 1,000 times:"
    for title, keep in (("core strict", evaluation.is_core), ("supportive family strict", evaluation.is_supportive)):
        bounds = intervals(evaluation, keep)
        shown = "  ".join(f"{name} {low:.3f} to {high:.3f}" for name, (low, high) in bounds.items())
        yield f"  {title:<26} {shown}"
    yield "by relation:"
    for relation in sorted({claim.relation for claim in evaluation.required + evaluation.wrong}):
        yield _row("  " + relation, evaluation.part(_of(relation)))
    yield "by frame, what was read (core):"
    for frame, (right, wrong) in per_frame(evaluation).items():
        yield f"  {frame:<26} P {right / (right + wrong):.3f}   found {right}  wrong {wrong}"
    for heading, counts in (
        ("missed, by what is there instead (core):", missed_causes(evaluation)),
        ("polarity of what was found, gold -> read:", shifts(core.found, evaluation.pairs, lambda c: c.polarity)),
        ("certainty of what was found, gold -> read:", shifts(core.found, evaluation.pairs, lambda c: c.certainty)),
        ("speaker wrong:", speaker_errors(core.found, evaluation.pairs)),
    ):
        yield heading
        yield from (f"  {count:>5}  {kind}" for kind, count in counts.items())
    merged = merged_parties(evaluation)
    yield _ratio("parties that are two in gold", merged.parties, lambda party: party in merged.wrong)
    yield from (f"  {doc}: {names}" for doc, names in merged.described)


def _claims(evaluation: Evaluation) -> Iterator[str]:
    for mark, claims in (
        ("MISSED", [claim for claim in evaluation.required if claim not in evaluation.pairs]),
        ("WRONG", evaluation.wrong),
    ):
        for c in claims:
            yield f"{mark} {c.doc} {c.polarity} {c.certainty} {c.text} | {c.evidence}"


def _of(relation: str) -> Keep:
    return lambda claim: claim.relation == relation


def _row(title: str, part: Part) -> str:
    figures = f"P {part.precision:.3f}  R {part.recall:.3f}  F1 {part.f1:.3f}"
    counts = f"found {len(part.found)}  wrong {len(part.wrong)}  missed {len(part.missed)}"
    return f"{title:<28} {figures}   {counts}"


def _ratio(title: str, base: Sequence[T], test: Callable[[T], bool]) -> str:
    hits = sum(map(test, base))
    return f"{title:<28} {hits / len(base) if base else 0:.3f}   {hits}/{len(base)}"
