"""The figures of an evaluation against corpus gold, as lines of text.

Each row stands three times: over everything, over the open half of the parties and over the half that is held out (a
relationship goes with its subject). In detail only what concerns the open half is named, so that whoever works on the
program does not see the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.claims.bcubed import bcubed, members, swallowing
from kg.claims.corpus_evaluation import CorpusEvaluation, Counted
from kg.claims.corpus_gold import Mention

Held = bool | None
"""Which half: False the open one, True the one held out, None both."""
HALVES: Mapping[str, Held] = {"all": None, "open half": False, "held out": True}


def corpus_lines(evaluation: CorpusEvaluation, *, verbose: bool = False) -> Iterator[str]:
    """The figures; ``verbose`` adds what went wrong with parties of the open half, and with copies."""
    gold = evaluation.gold
    yield (
        f"{len(gold.parties)} parties under {len(gold.truth)} names, {len(gold.clusters)} clusters of copies,"
        f" {len(gold.relationships)} relationships"
    )
    yield from _parties(evaluation, "entities as read", evaluation.read)
    yield from _parties(evaluation, "entities alone", evaluation.alone)
    yield _copies(evaluation)
    yield from _voices(evaluation, "voices as read", evaluation.voices_read)
    yield from _voices(evaluation, "voices alone", evaluation.voices_alone)
    if verbose:
        yield from _details(evaluation)


def _parties(evaluation: CorpusEvaluation, title: str, found: Mapping[Mention, str]) -> Iterator[str]:
    truth = evaluation.gold.truth
    swallowed = swallowing(truth, found).values()
    for half, held in HALVES.items():

        def keep(mention: Mention, held: Held = held) -> bool:
            return _is_in(evaluation, truth[mention], held)

        score = bcubed(truth, found, keep)
        several = sum(any(_is_in(evaluation, key, held) for key in keys) for keys in swallowed)
        mistaken = len({truth[mention] for mention in _mistaken(evaluation, found) if keep(mention)})
        yield (
            f"{_title(title, half)} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
            f"   {score.items} of {sum(map(keep, truth))} names, {several} merged wrongly,"
            f" {mistaken} taken for known ones"
        )


def _mistaken(evaluation: CorpusEvaluation, found: Mapping[Mention, str]) -> Iterator[Mention]:
    """Mentions of invented parties that became one of the gazetteer's."""
    truth, parties = evaluation.gold.truth, evaluation.gold.parties
    return (mention for mention, id_ in found.items() if id_ in evaluation.known and parties[truth[mention]].invented)


def _copies(evaluation: CorpusEvaluation) -> str:
    found, true = evaluation.copies, evaluation.true_copies
    right = len(found & true)
    precision, recall = (right / len(pairs) if pairs else 1.0 for pairs in (found, true))
    counts = f"found {right}  wrong {len(found - true)}  missed {len(true - found)}"
    return f"{_title('copies, in pairs', '')} P {precision:.3f}  R {recall:.3f}   {counts}"


def _voices(evaluation: CorpusEvaluation, title: str, counted: Sequence[Counted]) -> Iterator[str]:
    for half, held in HALVES.items():
        kept = [c for c in counted if _is_in(evaluation, c.gold.subject, held)]
        several = [c for c in kept if len(c.gold.documents) > 1]
        judged = [c for c in kept if c.expected is not None]
        gold = sum(_is_in(evaluation, relationship.subject, held) for relationship in evaluation.gold.relationships)
        yield (
            f"{_title(title, half)} right {_share(kept, _is_right)}, said in several documents"
            f" {_share(several, _is_right)}, for what was read {_share(judged, _is_as_read)}"
            f"   {len(kept)} of {gold} relationships"
        )


def _is_right(counted: Counted) -> bool:
    return counted.found == counted.gold.voices


def _is_as_read(counted: Counted) -> bool:
    return counted.found == counted.expected


def _is_in(evaluation: CorpusEvaluation, key: str, held: Held) -> bool:
    return held is None or evaluation.gold.parties[key].held_out == held


def _share(base: Sequence[Counted], test: Callable[[Counted], bool]) -> str:
    hits = sum(map(test, base))
    return f"{hits / len(base) if base else 1:.3f} {hits}/{len(base)}"


def _title(title: str, half: str) -> str:
    return f"{title + ', ' + half if half else title:<27}"


def _details(evaluation: CorpusEvaluation) -> Iterator[str]:
    for title, found in (("READ", evaluation.read), ("ALONE", evaluation.alone)):
        yield from _swallowed(evaluation, title, found)
        yield from _split(evaluation, title, found)
        for mention in sorted(_mistaken(evaluation, found)):
            if _is_in(evaluation, evaluation.gold.truth[mention], held=False):
                yield f"{title} TAKEN {mention.name} in {mention.doc} for {found[mention]}"
    for mark, pairs in (
        ("COPIES WRONG", evaluation.copies - evaluation.true_copies),
        ("COPIES MISSED", evaluation.true_copies - evaluation.copies),
    ):
        yield from (f"{mark} {one} {other}" for one, other in sorted(pairs))
    for title, counted in (("READ", evaluation.voices_read), ("ALONE", evaluation.voices_alone)):
        for c in counted:
            if c.expected is not None and not _is_as_read(c) and _is_in(evaluation, c.gold.subject, held=False):
                yield (
                    f"{title} VOICES {c.gold.subject} {c.gold.relation} {c.gold.object}:"
                    f" {c.found}, right is {c.expected} for what was read, {c.gold.voices} in all"
                )


def _swallowed(evaluation: CorpusEvaluation, title: str, found: Mapping[Mention, str]) -> Iterator[str]:
    for cluster, keys in swallowing(evaluation.gold.truth, found).items():
        if all(_is_in(evaluation, key, held=False) for key in keys):
            yield f"{title} TOGETHER {' + '.join(sorted(keys))} in {cluster}"


def _split(evaluation: CorpusEvaluation, title: str, found: Mapping[Mention, str]) -> Iterator[str]:
    truth = evaluation.gold.truth
    for key, mentions in sorted(members({mention: truth[mention] for mention in found}).items()):
        parts: dict[str, set[str]] = {}
        for mention in mentions:
            parts.setdefault(found[mention], set()).add(mention.name)
        if len(parts) > 1 and _is_in(evaluation, key, held=False):
            shown = " | ".join(sorted(", ".join(sorted(names)) for names in parts.values()))
            yield f"{title} APART {key}: {shown}"
