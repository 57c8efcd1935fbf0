"""Judgements that cannot all hold: same and different on one pair, or A = B, B = C and A ≠ C.

In: the project's judgements and the user's. Out: the judgements to apply, and a sentence for every conflict. On one
pair the user's judgement takes the place of the project's, which is told; judgements that contradict each other
otherwise are set aside, all of them, until a person takes one back. Nothing is chosen silently.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.claims.decisions import Side, sides_of
from kg.names import fold
from kg.vocabulary import GazetteerEntry, Judgement

_WORDS = {"same": "the same as", "different": "not the same as", "unsure": "perhaps the same as"}


@dataclass(frozen=True, slots=True)
class Agreed:
    """The judgements that may be applied together, and what is wrong with the others, a sentence each."""

    judgements: tuple[Judgement, ...]
    conflicts: tuple[str, ...]


def agree(project: Sequence[Judgement], own: Sequence[Judgement], gazetteer: Mapping[str, GazetteerEntry]) -> Agreed:
    """What of both may be applied."""
    chosen = {sides_of(judgement): judgement for judgement in project}
    conflicts = []
    for judgement in own:
        before = chosen.get(sides_of(judgement))
        if before is not None and before.verdict != judgement.verdict:
            conflicts.append(f"{_told(judgement)}; it takes the place of {_told(before)}")
        chosen[sides_of(judgement)] = judgement
    judgements = [chosen[sides] for sides in sorted(chosen)]
    aside: set[int] = set()
    for circle in _contradictions(judgements):
        aside |= {id(judgement) for judgement in circle}
        told = "; ".join(_told(judgement) for judgement in circle)
        conflicts.append(f"these contradict each other and are not applied, take one back: {told}")
    kept = [judgement for judgement in judgements if id(judgement) not in aside]
    conflicts += [text for judgement in kept if (text := _within_entry(judgement, gazetteer))]
    return Agreed(tuple(kept), tuple(conflicts))


def _told(judgement: Judgement) -> str:
    one, other = (f"« {n} »{f' in {d}' if d else ''}" for n, d in zip(judgement.names, judgement.docs, strict=True))
    return f"{judgement.source}: {one} is {_WORDS[judgement.verdict]} {other}"


def follows(open_: Judgement, judgements: Sequence[Judgement]) -> bool:
    """Whether judgements already say whether these two are one: by « same », with one « different » at most."""
    one, other = sides_of(open_)
    reached = {side: _reached(side, judgements) for side in (one, other)}
    if other in reached[one]:
        return True
    return any(
        (a in reached[one] and b in reached[other]) or (b in reached[one] and a in reached[other])
        for a, b in (sides_of(judgement) for judgement in judgements if judgement.verdict != "same")
    )


def _reached(side: Side, judgements: Sequence[Judgement]) -> set[Side]:
    """The sides that « same » connects with one, itself included."""
    found, links = {side}, [sides_of(judgement) for judgement in judgements if judgement.verdict == "same"]
    while True:
        more = {other for pair in links if found & set(pair) for other in pair} - found
        if not more:
            return found
        found |= more


def _contradictions(judgements: Sequence[Judgement]) -> list[list[Judgement]]:
    """For each « different » or « unsure » between sides that « same » connects: itself and the shortest chain."""
    links: dict[Side, dict[Side, Judgement]] = defaultdict(dict)
    for judgement in judgements:
        if judgement.verdict == "same":
            one, other = sides_of(judgement)
            links[one][other] = links[other][one] = judgement
    found = []
    for judgement in judgements:
        if judgement.verdict != "same":
            chain = _chain(links, *sides_of(judgement))
            if chain:
                found.append([judgement, *chain])
    return found


def _chain(links: Mapping[Side, Mapping[Side, Judgement]], start: Side, end: Side) -> list[Judgement]:
    """The judgements that lead from one side to the other, the fewest; none where nothing connects them."""
    came: dict[Side, tuple[Side, Judgement] | None] = {start: None}
    queue = deque([start])
    while queue and end not in came:
        side = queue.popleft()
        for following, judgement in sorted(links.get(side, {}).items(), key=lambda item: item[0]):
            if following not in came:
                came[following] = (side, judgement)
                queue.append(following)
    chain, step = [], came.get(end)
    while step is not None:
        chain.append(step[1])
        step = came[step[0]]
    return chain


def _within_entry(judgement: Judgement, gazetteer: Mapping[str, GazetteerEntry]) -> str:
    """What to say of a judgement that parts two names of one gazetteer entry: nothing can be done about it here."""
    if judgement.verdict != "different":
        return ""
    keys = {fold(name) for name in judgement.names}
    entry = next((e for e in gazetteer.values() if len(keys) == 2 and keys <= set(map(fold, e.names))), None)
    if entry is None:
        return ""
    return f"{_told(judgement)}; both are names of the gazetteer entry {entry.id}: take one out there, with --ontology"
