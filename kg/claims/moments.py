"""First and last day of a date or interval.

In: ISO 8601 as ``Claim.when`` has it (``2024-07-25``, ``2024-07``, ``2024-07-25/2024-07-27``, ``2022/``, ``/2022``).
Out: days as ``YYYY-MM-DD``, None where the interval is open or the text is no date. Days compare as texts.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Bounds = tuple[str | None, str | None]


def parts(value: str) -> tuple[int, ...] | None:
    """Year, month and day, as far as ``value`` gives them; None when it is no date of the calendar."""
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    found = tuple(int(group) for group in match.groups() if group is not None)
    try:
        date(*(found + (1, 1))[:3])
    except ValueError:
        return None
    return found


def bounds(when: str) -> Bounds:
    """First and last day of a date or interval; None where it is open or cannot be read."""
    first, slash, last = when.partition("/")
    return day(first, end=False), day(last if slash else first, end=True)


def day(value: str, *, end: bool) -> str | None:
    """The first day of a date of any precision, or with ``end`` its last; None when it is no date."""
    found = parts(value)
    if found is None:
        return None
    year, month, number = (*found, 0, 0)[:3]
    month = month or (12 if end else 1)
    number = number or (calendar.monthrange(year, month)[1] if end else 1)
    return date(year, month, number).isoformat()


def earliest_and_latest(dates: Iterable[str | None]) -> Bounds:
    """The first and the last of some dates of any precision, each as it was written; None where there is none."""
    known = sorted({value for value in dates if value is not None and parts(value) is not None})
    first = min(known, key=lambda value: (day(value, end=False) or "", value), default=None)
    last = max(known, key=lambda value: (day(value, end=True) or "", value), default=None)
    return first, last


def extent(moments: Iterable[str | None]) -> Bounds:
    """The first and last day of all of some dates and intervals; None where one is open, or none is known."""
    spans = [bounds(when) for when in moments if when is not None]
    spans = [span for span in spans if span != (None, None)]
    first = [span[0] for span in spans]
    last = [span[1] for span in spans]
    return (
        min((value for value in first if value is not None), default=None) if None not in first else None,
        max((value for value in last if value is not None), default=None) if None not in last else None,
    )
