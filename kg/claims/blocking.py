"""Which names are worth comparing: those that share a key, so that the cost grows with the names, not with the pairs.

In: names with the index of their bearers. Out: pairs of places in that list, each once, sorted. In a block of many
(every « Diallo » of a large corpus) each is compared only with its neighbours in the order of the alphabet, after the
sorted-neighbourhood method of Hernández and Stolfo (1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from kg.claims.sounds import bones, loose
from kg.claims.spelled import Name

SMALL_BLOCK, WINDOW = 24, 8
"""A block of up to so many is compared pair by pair; in a larger one each with so many of its followers."""
_SURNAME = "surname "
_MANY_BEARERS = 4
"""So many whole names with one surname, and the surname alone says nothing."""
_SLIPS_FROM, _SLIPS_TO = 6, 20
"""Lengths of the sounds between which one letter may be off."""


@lru_cache(maxsize=50_000)
def keys(name: Name) -> tuple[str, ...]:
    """Every key under which the name may meet another that is alike; see the features for what each is for."""
    return tuple(dict.fromkeys(_keys(name)))


def _keys(name: Name) -> Iterator[str]:
    yield f"spelling {name.key}"
    if name.acronym:
        yield f"letters {''.join(sorted(name.acronym))}"
        yield f"initials {name.acronym}"
        if len(name.acronym) > 3:
            yield f"initials {name.acronym[:-1]}"
        return
    yield f"sound {name.run}"
    yield f"consonants {bones(name.run)}"
    yield from (f"initials {letters}" for letters in name.initials)
    if len(name.words) > 1:
        yield f"order {' '.join(sorted(map(loose, name.words)))}"
        yield from _person_keys(name) if name.sort == "person" else _body_keys(name)
    elif name.sort == "person":
        yield f"{_SURNAME}{loose(name.words[0])}"
    if _SLIPS_FROM <= len(name.run) <= _SLIPS_TO:
        yield f"slip {name.run}"
        yield from (f"slip {name.run[:i]}{name.run[i + 1 :]}" for i in range(len(name.run)))


def _person_keys(name: Name) -> Iterator[str]:
    first, last = name.words[0], name.words[-1]
    yield f"{_SURNAME}{loose(last)}"
    yield f"initial {loose(first)[:1]} {bones(last)}"
    yield f"ends {bones(first)} {bones(last)}"
    yield f"begins {bones(first)} {bones(name.words[1])}"
    yield f"behind {bones(name.words[-2])} {bones(last)}"


def _body_keys(name: Name) -> Iterator[str]:
    yield f"meaning {' '.join(sorted(name.meant))}"
    yield from (f"beginning {' '.join(name.meant[:end])}" for end in range(2, len(name.meant) + 1))


def find_candidates(
    names: Sequence[Name],
    bearers: Sequence[int],
    comparable: Callable[[int, int], bool],
    settled: Container[int] = (),
) -> list[tuple[int, int]]:
    """Pairs of places in ``names`` that share a key and have different ``bearers`` for which ``comparable`` holds.

    ``settled`` are bearers (gazetteer entries) that need not be compared with each other: a block of theirs is none.
    """
    order = sorted(range(len(names)), key=lambda i: (names[i].key, names[i].text, bearers[i]))
    open_ = {key for place in order if bearers[place] not in settled for key in keys(names[place])}
    blocks: dict[str, list[int]] = defaultdict(list)
    for place in order:
        for key in open_.intersection(keys(names[place])):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        pairs = _surname_pairs(block, names) if key.startswith(_SURNAME) else _pairs_of(block)
        for one, other in pairs:
            a, b = bearers[one], bearers[other]
            if a != b and comparable(a, b):
                found.add((one, other) if one < other else (other, one))
    return sorted(found)


def _pairs_of(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= SMALL_BLOCK:
        yield from combinations(block, 2)
        return
    for i, one in enumerate(block):
        for other in block[i + 1 : i + 1 + WINDOW]:
            yield one, other


def _surname_pairs(block: Sequence[int], names: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Surnames alone with each other and with the few whole names that end in them."""
    alone = [place for place in block if names[place].surname_only]
    whole = [place for place in block if not names[place].surname_only]
    yield from _pairs_of(alone)
    if len({names[place].run for place in whole}) < _MANY_BEARERS:
        yield from ((one, other) for one in alone for other in whole[: 2 * _MANY_BEARERS])
