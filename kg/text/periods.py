"""Stretches of days as ISO 8601 writes them: a day, a month, a year, or an interval of these.

In: dates and shifts. Out: ``Period`` records. No clock: « today » is always a period that the caller gives.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "month", "year"]
UNITS: tuple[Unit, ...] = ("day", "month", "year")
"""From fine to coarse."""

_LENGTH = {"day": 10, "month": 7, "year": 4}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From the first to the last day, both included, as precise as ``unit`` says."""

    first: date
    last: date
    unit: Unit

    @property
    def start(self) -> str:
        """The first end in ISO 8601."""
        return self.first.isoformat()[: _LENGTH[self.unit]]

    @property
    def end(self) -> str:
        """The last end in ISO 8601."""
        return self.last.isoformat()[: _LENGTH[self.unit]]

    @property
    def iso(self) -> str:
        """``2024-07-22``, ``2024-07``, ``2024`` or an interval ``2024-07-25/2024-07-27``."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def is_day(self) -> bool:
        """Whether it is one single day."""
        return self.first == self.last

    def shifted(self, days: int) -> Period:
        """The same stretch some days later (earlier when negative)."""
        step = timedelta(days=days)
        return Period(first=self.first + step, last=self.last + step, unit=self.unit)


def day(value: date) -> Period:
    """One day."""
    return Period(first=value, last=value, unit="day")


def month(year: int, number: int, until: int | None = None) -> Period:
    """A month, or the months ``number`` to ``until`` (numbers above 12 run into the next years, below 1 back)."""
    (first_year, first), (last_year, last) = (divmod(12 * year + n - 1, 12) for n in (number, until or number))
    length = calendar.monthrange(last_year, last + 1)[1]
    return Period(first=date(first_year, first + 1, 1), last=date(last_year, last + 1, length), unit="month")


def year(number: int, until: int | None = None) -> Period:
    """A year, or the years ``number`` to ``until``."""
    return Period(first=date(number, 1, 1), last=date(until or number, 12, 31), unit="year")


def week(value: date) -> Period:
    """Monday to Sunday of the week of a day."""
    monday = value - timedelta(days=value.weekday())
    return Period(first=monday, last=monday + timedelta(days=6), unit="day")


def span(one: Period, other: Period) -> Period:
    """From the beginning of one to the end of the other, as fine as the finer of both."""
    return Period(first=one.first, last=other.last, unit=min(one.unit, other.unit, key=UNITS.index))


def parse(text: str | None) -> Period | None:
    """``2024``, ``2024-07`` or ``2024-07-28`` as a period; None for anything else."""
    match = _ISO.fullmatch(text or "")
    if match is None:
        return None
    y, m, d = match.groups()
    try:
        first = date(int(y), int(m or 1), int(d or 1))
    except ValueError:
        return None
    return day(first) if d else month(first.year, first.month) if m else year(first.year)
