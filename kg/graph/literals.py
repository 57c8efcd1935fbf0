"""Literals of the graph: texts, numbers and dates of any precision.

Dates are ISO 8601 as ``Claim.when`` has them; an interval (``2024-07-25/2024-07-27``, ``2022/``) has no XSD type and
stays a plain string, with its first and last day beside it as ``xsd:date`` (see ``bounds``).
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from pyoxigraph import Literal

from kg.graph.iris import XSD, term

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TYPES = ("gYear", "gYearMonth", "date")


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=term(XSD, "integer"))


def decimal(value: float) -> Literal:
    """An ``xsd:decimal`` of at most six places, never with an exponent."""
    digits = f"{value:.6f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, datatype=term(XSD, "decimal"))


def moment(value: str) -> Literal:
    """An ISO date as ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``; anything else as the string that it is."""
    parts = _parts(value)
    return Literal(value) if parts is None else Literal(value, datatype=term(XSD, _TYPES[len(parts) - 1]))


def bounds(when: str) -> tuple[Literal | None, Literal | None]:
    """First and last day of a date or interval as ``xsd:date``; None where it is open or cannot be read."""
    first, slash, last = when.partition("/")
    return _day(first, end=False), _day(last if slash else first, end=True)


def _parts(value: str) -> tuple[int, ...] | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    parts = tuple(int(group) for group in match.groups() if group is not None)
    try:
        date(*(parts + (1, 1))[:3])
    except ValueError:
        return None
    return parts


def _day(value: str, *, end: bool) -> Literal | None:
    parts = _parts(value)
    if parts is None:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    month = month or (12 if end else 1)
    day = day or (calendar.monthrange(year, month)[1] if end else 1)
    return Literal(date(year, month, day).isoformat(), datatype=term(XSD, "date"))
