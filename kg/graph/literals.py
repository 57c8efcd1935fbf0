"""Literals of the graph: texts, numbers and dates of any precision.

Dates are ISO 8601 as ``Claim.when`` has them; an interval (``2024-07-25/2024-07-27``, ``2022/``) has no XSD type and
stays a plain string, with its first and last day beside it as ``xsd:date`` (see ``bounds``).
"""

from __future__ import annotations

from pyoxigraph import Literal

from kg.claims import moments
from kg.graph.iris import XSD, term

_TYPES = ("gYear", "gYearMonth", "date")


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(value)


def integer(value: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(value), datatype=term(XSD, "integer"))


def boolean(value: bool) -> Literal:
    """An ``xsd:boolean``."""
    return Literal(str(value).lower(), datatype=term(XSD, "boolean"))


def decimal(value: float) -> Literal:
    """An ``xsd:decimal`` of at most six places, never with an exponent."""
    digits = f"{value:.6f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, datatype=term(XSD, "decimal"))


def moment(value: str) -> Literal:
    """An ISO date as ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``; anything else as the string that it is."""
    found = moments.parts(value)
    return Literal(value) if found is None else Literal(value, datatype=term(XSD, _TYPES[len(found) - 1]))


def day(value: str | None) -> Literal | None:
    """A day (``YYYY-MM-DD``) as ``xsd:date``; None for None."""
    return None if value is None else Literal(value, datatype=term(XSD, "date"))


def bounds(when: str) -> tuple[Literal | None, Literal | None]:
    """First and last day of a date or interval as ``xsd:date``; None where it is open or cannot be read."""
    first, last = moments.bounds(when)
    return day(first), day(last)
