"""How long resolution takes and how much memory: ``python tests/benchmark_resolution.py 10000 100000``.

Each number is one of mentions of parties, in made-up claims of made-up documents (five claims each, two parties a
claim). One mention in three is of a known party, the others are of parties with names of two to five words that are
spelled in several ways, called by their surnames or their acronyms; a party in ten is met for the first time, so the
number of parties grows with the corpus. Each size runs in a process of its own; memory is its peak.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator

from claim_builders import DIRECTED, SHIPPED, claim

from kg.claims.resolution import resolve_parties
from kg.records import Claim, Entity

_PARTIES_OF_EACH_SORT = {"ArmedGroup": 3, "Person": 4, "Place": 3}
_SYLLABLES = (
    "ba da ka ma na ra sa ta di mi ni si ou gou mou tou zou ar ag el in bo go ko lo mo ro ssa nga mba ndé".split()
)
_HEADS = "Front Mouvement Armée Coalition Rassemblement Union Comité Alliance".split()
_AIMS = "libération résistance défense salut renouveau justice dignité unité".split()
_SWAPS = (("ou", "w"), ("k", "kh"), ("é", "e"), ("s", "ss"), ("i", "y"))


def parties(count: int, rng: random.Random) -> list[tuple[str, tuple[str, ...]]]:
    """Classes with the names under which a party may be met, the full one first."""
    return [_party(rng) for _ in range(count)]


def _party(rng: random.Random) -> tuple[str, tuple[str, ...]]:
    type_ = rng.choices(list(_PARTIES_OF_EACH_SORT), list(_PARTIES_OF_EACH_SORT.values()))[0]
    if type_ == "Person":
        given, surname = _word(rng, 2), _word(rng, 3)
        return type_, (f"{given} {surname}", _spelled(f"{given} {surname}", rng), surname)
    if type_ == "Place":
        name = " ".join(_word(rng, 3) for _ in range(rng.choice((1, 2))))
        return type_, (name, _spelled(name, rng))
    words = [rng.choice(_HEADS), "de", rng.choice(_AIMS), "du", _word(rng, 3), _word(rng, 2)]
    full = " ".join(words)
    return type_, (full, _spelled(full, rng), "".join(w[0] for w in words).upper())


def _word(rng: random.Random, syllables: int) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def _spelled(name: str, rng: random.Random) -> str:
    old, new = rng.choice(_SWAPS)
    return name.replace(old, new)


def corpus(mentions: int, seed: int = 7) -> list[Claim]:
    """Claims with so many mentions of parties."""
    rng = random.Random(seed)
    known = [entry for entry in SHIPPED.gazetteer.values() if entry.type != "Place"][:300]
    unknown = parties(mentions // 10, rng)
    claims = []
    for number in range(mentions // 2):
        doc = f"d{number // 5}"
        sides = [_mention(known, unknown, rng) for _ in range(2)]
        claims.append(claim(doc, sides[0], sides[1], relation=DIRECTED, at=number % 5 * 20))
    return claims


def _mention(known: list, unknown: list[tuple[str, tuple[str, ...]]], rng: random.Random) -> Entity:  # type: ignore[type-arg]
    if rng.random() < 1 / 3:
        entry = rng.choice(known)
        return Entity(id=entry.id, label=entry.label, names=entry.names, type=entry.type, scope="gazetteer")
    place = min(int(rng.paretovariate(0.8)), len(unknown)) - 1 if rng.random() < 0.5 else rng.randrange(len(unknown))
    type_, names = unknown[place]
    met = rng.choice(names)
    return Entity(id=f"{place} {met}", label=met, names=(met,), type=type_, scope="named")


def _run(mentions: int) -> Iterator[str]:
    import resource

    claims = corpus(mentions)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.process_time()
    resolution = resolve_parties(claims, SHIPPED)
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield (
        f"{mentions:>9,} mentions {len(resolution.resolved):>7,} parties {resolution.compared:>9,} comparisons "
        f"{spent:>6.1f} s {peak:>6,.0f} MB ({before:,.0f} MB of it the claims)"
    )


def main(sizes: list[str]) -> None:
    if len(sizes) == 1:
        print(*_run(int(sizes[0])), sep="\n", flush=True)
    for size in sizes if len(sizes) > 1 else ():
        subprocess.run([sys.executable, __file__, size], check=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["10000", "100000"])
