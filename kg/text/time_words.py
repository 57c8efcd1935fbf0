"""The French words of time, and the pieces of patterns made of them.

Every piece is a regular expression without anchors. Named groups: ``d`` day of the month, ``mo`` month, ``y`` year,
``wd`` weekday, ``n`` a number, ``unit`` a unit of time, ``rel`` « dernier » or « prochain ».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = ("jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec")
SEASONS: Mapping[str, int] = {"printemps": 3, "été": 6, "automne": 9, "hiver": 12}
"""First month of each season, as meteorologists count."""

_ONE_TO_TWENTY = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt"
).split()
_TENS = {"vingt-quatre": 24, "trente": 30, "quarante": 40, "quarante-huit": 48, "cinquante": 50, "soixante": 60}
_NUMBERS: Mapping[str, int] = {word: i for i, word in enumerate(_ONE_TO_TWENTY, 1)} | {"une": 1, "cent": 100} | _TENS
_UNITS = {"heure": "hour", "jour": "day", "semaine": "week", "mois": "month", "an": "year", "année": "year"}

WD = rf"(?P<wd>{'|'.join(WEEKDAYS)})\b"
D = r"(?P<d>1er|premier|[0-3]?\d)"
MO = (
    r"(?P<mo>janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|"
    r"janv\.|févr\.|avr\.|juil\.|sept\.|oct\.|nov\.|déc\.)(?!\w)"
)
Y = r"(?P<y>(?:1[89]|20)\d\d)(?![\d-])"
N = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
UNIT = r"(?P<unit>heures?|jours?|semaines?|mois|ans?|années?)\b"
PART = r"(?P<part>début|mi|milieu|fin|courant)"
LAST = r"derni(?:er|ère)|passée?"
NEXT = r"prochaine?"
REL = rf"(?P<rel>{LAST}|{NEXT})\b"
HOUR = r"(?:\s+(?:matin|midi|soir|après-midi|dans\s+la\s+(?:matinée|soirée|nuit)))?"
"""The time of day after a day, which is not kept."""


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalpha())
    return next(i for i, start in enumerate(_MONTHS, 1) if plain.startswith(start))


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return WEEKDAYS.index(word.casefold())


def day_number(word: str) -> int:
    """The day of the month; « 1er » is 1."""
    return 1 if word.casefold() in ("1er", "premier") else int(word)


def number(word: str) -> int:
    """A number in digits or words."""
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def unit_of(word: str) -> str:
    """``hour``, ``day``, ``week``, ``month`` or ``year``."""
    singular = word.casefold() if word.casefold() == "mois" else word.casefold().rstrip("s")
    return _UNITS[singular]


def again(piece: str, suffix: str) -> str:
    """The same piece with its groups renamed, for a second use in one pattern."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{suffix}>", piece)
