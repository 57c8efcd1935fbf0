"""Rules for single expressions of time: a pattern and what it stands for in its context.

In: a match and the ``Context`` (the document's date, the expressions before). Out: a ``Period``, or None when nothing
certain can be said. The tables at the end are tried in order; the longest match wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.text import periods
from kg.text.periods import Period, parse, span
from kg.text.time_words import (
    NEXT,
    SEASONS,
    WEEKDAYS,
    day_number,
    month_number,
    number,
    unit_of,
    weekday_number,
)

SURE_DAYS = 7
"""A shift of more days than this from a date known only by its month could leave that month."""


@dataclass(slots=True)
class Context:
    """The document's date and the periods read so far, in order, with the weekday that each one named."""

    document: Period | None
    before: list[tuple[Period, int | None]] = field(default_factory=list)

    def remember(self, text: str, period: Period) -> None:
        """Keeps a period for the expressions after it."""
        named = [i for i, name in enumerate(WEEKDAYS) if name in text.casefold()]
        self.before.append((period, named[0] if len(named) == 1 and period.is_day else None))

    @property
    def anchor(self) -> Period | None:
        """What « le lendemain » counts from: the last period, if it is a day or all that is known of one."""
        if not self.before:
            return None
        last = self.before[-1][0]
        return last if last.unit == "day" or last == self.document else None


Handler = Callable[[re.Match[str], Context], Period | None]
Rule = tuple[re.Pattern[str], Handler]


def longest(rules: Iterable[Rule], text: str, position: int, context: Context) -> tuple[int, Period] | None:
    """The end and period of the longest rule that fits here; the first of equals."""
    best: tuple[int, Period] | None = None
    for pattern, handler in rules:
        match = pattern.match(text, position)
        if match is None or (best is not None and match.end() <= best[0]):
            continue
        period = _safe(handler, match, context)
        if period is not None:
            best = (match.end(), period)
    return best


def _safe(handler: Handler, match: re.Match[str], context: Context) -> Period | None:
    """None for dates that do not exist (« 31 février ») or lie outside the calendar."""
    try:
        return handler(match, context)
    except (ValueError, OverflowError):
        return None


# Days, months and years by their names ------------------------------------------------------------------------------


def _part(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _is_next(match: re.Match[str]) -> bool:
    return bool(re.match(NEXT, _part(match, "rel") or "", re.IGNORECASE))


def _year_of(month: int, day: int | None, match: re.Match[str], context: Context) -> int | None:
    """The year written, else the one that puts it last before (« prochain »: after) the document's date."""
    written = _part(match, "y")
    if written:
        return int(written)
    if context.document is None:
        return context.before[-1][0].last.year if context.before else None
    today = context.document.last
    passed = (month, day or 0) <= (today.month, today.day)
    if _is_next(match):
        return today.year + 1 if passed else today.year
    if _part(match, "rel") and month == today.month and day is None:
        return today.year - 1
    return today.year if passed else today.year - 1


def read_day(match: re.Match[str], context: Context) -> Period | None:
    """« le 22 juillet », « mardi 6 août 2024 »."""
    month, day = month_number(match["mo"]), day_number(match["d"])
    year = _year_of(month, day, match, context)
    return periods.day(date(year, month, day)) if year else None


def read_days(match: re.Match[str], context: Context) -> Period | None:
    """« du 28 juillet au 2 août »: the first month and year are those of the second unless written."""
    last = read_day(match, context)
    if last is None:
        return None
    month = month_number(match["mo1"]) if match["mo1"] else last.first.month
    day = day_number(match["d1"])
    year = int(match["y1"]) if match["y1"] else last.first.year - ((month, day) > (last.first.month, last.first.day))
    return _forward(periods.day(date(year, month, day)), last)


def _forward(first: Period, last: Period) -> Period | None:
    return span(first, last) if first.first <= last.last else None


def read_month(match: re.Match[str], context: Context) -> Period | None:
    """« en juillet », « juillet dernier », « fin juillet »."""
    month = month_number(match["mo"])
    year = _year_of(month, None, match, context)
    return periods.month(year, month) if year else None


def read_months(match: re.Match[str], context: Context) -> Period | None:
    """« entre juin et août 2023 »."""
    last = read_month(match, context)
    if last is None:
        return None
    month = month_number(match["mo1"])
    year = int(match["y1"]) if match["y1"] else last.first.year - (month > last.first.month)
    return _forward(periods.month(year, month), last)


def read_year(match: re.Match[str], context: Context) -> Period | None:
    """« en 2015 »."""
    return periods.year(int(match["y"]))


def read_years(match: re.Match[str], context: Context) -> Period | None:
    """« entre 2012 et 2015 »; None unless the second is later."""
    first, last = int(match["y1"]), int(match["y"])
    return periods.year(first, last) if first < last else None


def read_decade(match: re.Match[str], context: Context) -> Period | None:
    """« les années 1990 »: ten years."""
    first = int(match["decade"])
    first += 1900 if first < 100 else 0
    return periods.year(first, first + 9) if first % 10 == 0 else None


_PART_MONTHS = {"début": (1, 3, 1), "mi": (5, 8, 6), "milieu": (5, 8, 6), "fin": (10, 12, 12), "courant": (1, 12, 1)}
"""First and last month of a part of a year, and the month in which « depuis » this part begins."""


def read_part_of_year(match: re.Match[str], context: Context) -> Period | None:
    """« fin 2023 », « le début de l'année »: the months of that part."""
    whole = _whole_year(match, context)
    first, last, _ = _PART_MONTHS[match["part"].casefold()]
    return periods.month(whole, first, last) if whole else None


def read_edge_of_year(match: re.Match[str], context: Context) -> Period | None:
    """« depuis la fin 2023 »: the month in which that part is said to begin."""
    whole = _whole_year(match, context)
    return periods.month(whole, _PART_MONTHS[match["part"].casefold()][2]) if whole else None


def _whole_year(match: re.Match[str], context: Context) -> int | None:
    if match["y"]:
        return int(match["y"])
    found = _this_or_other(match, context, "year")
    return found.first.year if found else None


def read_season(match: re.Match[str], context: Context) -> Period | None:
    """« au printemps 2023 », « l'été dernier », « cet hiver »: three months."""
    first = SEASONS[match["season"].casefold()]
    if match["y"]:
        return periods.month(int(match["y"]), first, first + 2)
    if context.document is None:
        return None
    today = context.document.last
    years = range(today.year - 2, today.year + 2)
    known = [periods.month(year, first, first + 2) for year in years]
    if _is_next(match):
        return next(s for s in known if s.first > today)
    # « l'été dernier » is over, « cet été » may still last.
    return [s for s in known if (s.last if match["rel"] else s.first) < today][-1]


def read_numeric(match: re.Match[str], context: Context) -> Period | None:
    """« 22/07/2024 », day first."""
    return periods.day(date(int(match["y"]), int(match["m"]), int(match["d"])))


def read_iso(match: re.Match[str], context: Context) -> Period | None:
    """« 2024-07-22 », « 2024-07 »."""
    return parse(match[0])


# Weekdays -----------------------------------------------------------------------------------------------------------


def read_weekday(match: re.Match[str], context: Context) -> Period | None:
    """« samedi », « vendredi dernier », « lundi prochain »."""
    return _find_weekday(weekday_number(match["wd"]), match, context)


def _find_weekday(weekday: int, match: re.Match[str], context: Context) -> Period | None:
    document = context.document
    if document is None or document.unit != "day":
        return _weekday_before(weekday, context) or document
    today = document.first
    if _is_next(match):
        return periods.day(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    back = (today.weekday() - weekday) % 7
    return periods.day(today - timedelta(days=back or 7 * bool(_part(match, "rel"))))


def _weekday_before(weekday: int, context: Context) -> Period | None:
    """The weekday inside an interval of at most a week read before, or the day that was named with it."""
    for period, named in reversed(context.before):
        if named == weekday:
            return period
        days = (period.last - period.first).days + 1
        if period.unit == "day" and 1 < days <= 7:
            inside = [period.first + timedelta(days=i) for i in range(days)]
            hits = [d for d in inside if d.weekday() == weekday]
            if hits:
                return periods.day(hits[0])
    return None


def read_weekdays(match: re.Match[str], context: Context) -> Period | None:
    """« de vendredi à samedi »."""
    last = read_weekday(match, context)
    if last is None or not last.is_day:
        return last
    back = (last.first.weekday() - weekday_number(match["wd1"])) % 7 or 7
    return span(last.shifted(-back), last)


# Relative to the document's date ------------------------------------------------------------------------------------

_NEAR_DAYS = {"avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2}


def read_near_day(match: re.Match[str], context: Context) -> Period | None:
    """« hier », « aujourd'hui », « demain »."""
    return shift(context.document, _NEAR_DAYS.get(match["day"].casefold(), 0), "day")


def _this_or_other(match: re.Match[str], context: Context, unit: str) -> Period | None:
    """« le mois dernier » is one back, « cette année » none, « la semaine prochaine » one on."""
    steps = 1 if _is_next(match) else -1 if _part(match, "rel") else 0
    return shift(context.document, steps, unit)


def read_this_unit(match: re.Match[str], context: Context) -> Period | None:
    """« la semaine dernière », « ce mois-ci », « l'an prochain »."""
    return _this_or_other(match, context, unit_of(match["unit"]))


def read_weekend(match: re.Match[str], context: Context) -> Period | None:
    """« le week-end dernier »: Saturday and Sunday."""
    document = context.document
    if document is None or document.unit != "day":
        return document
    today = document.first
    back = (today.weekday() - 5) % 7
    saturday = today - timedelta(days=back + (7 if match["rel"] and back < 2 else 0))
    return span(periods.day(saturday), periods.day(saturday + timedelta(days=1)))


def read_ago(match: re.Match[str], context: Context) -> Period | None:
    """« il y a trois ans »: the unit that far back."""
    return shift(context.document, -number(match["n"]), unit_of(match["unit"]))


def read_for_so_long(match: re.Match[str], context: Context) -> Period | None:
    """« depuis deux semaines » begins on a day, where « il y a deux semaines » is some day of a week."""
    count, unit = number(match["n"]), unit_of(match["unit"])
    return shift(context.document, -7 * count, "day") if unit == "week" else shift(context.document, -count, unit)


_LATELY = {"hour": ("day", 1), "day": ("day", 7), "week": ("day", 28), "month": ("month", 3)}
"""How far « ces derniers jours » and the like reach back when they do not count."""


def read_lately(match: re.Match[str], context: Context) -> Period | None:
    """« ces derniers jours », « les deux dernières années »: up to the document's date."""
    unit = unit_of(match["unit"])
    if context.document is None or (unit not in _LATELY and not match["n"]):
        return None
    step, reach = _LATELY.get(unit, (unit, 0))
    if match["n"]:
        reach = number(match["n"]) * (7 if unit == "week" else 1)
    first = shift(context.document, -reach, step)
    if first is None or first.unit == "day":
        return span(first, context.document) if first else None
    return Period(first=first.first, last=context.document.last, unit=first.unit)


def shift(period: Period | None, steps: int, unit: str) -> Period | None:
    """The day, week, month or year some steps from a period; the period itself where it is too coarse to tell."""
    if period is None:
        return None
    if unit == "hour":
        return shift(period, round(steps / 24), "day")
    if unit == "year":
        return periods.year(period.first.year + steps)
    if unit == "month":
        return periods.month(period.first.year, period.first.month + steps) if period.unit != "year" else None
    days = steps * (7 if unit == "week" else 1)
    if period.unit != "day":
        return period if abs(days) <= SURE_DAYS else None
    day = (period.last if steps > 0 else period.first) + timedelta(days=days)
    return periods.week(day) if unit == "week" else periods.day(day)


# Relative to the expression before ----------------------------------------------------------------------------------

_NEXT_DAYS = {"l'avant-veille": -2, "la veille": -1, "le lendemain": 1, "le surlendemain": 2, "le jour suivant": 1}
_NEXT_DAYS |= {"le jour d'avant": -1, "le jour précédent": -1, "le jour d'après": 1}


def read_next_day(match: re.Match[str], context: Context) -> Period | None:
    """« la veille », « le lendemain », « le même jour »."""
    words = re.sub(r"\s+", " ", match["step"].casefold().replace("’", "'"))
    steps = _NEXT_DAYS.get(words, 0)
    # Only « la veille » is also said of the document's own day.
    origin = context.anchor or (context.document if words == "la veille" and not context.before else None)
    return origin if steps == 0 else shift(origin, steps, "day")


def read_later(match: re.Match[str], context: Context) -> Period | None:
    """« deux jours plus tard »: counted from the expression before."""
    if not context.before:
        return None
    return shift(context.before[-1][0], number(match["n"]), unit_of(match["unit"]))


def read_earlier(match: re.Match[str], context: Context) -> Period | None:
    """« deux ans plus tôt »: from the expression before, else from the document's date."""
    origin = context.before[-1][0] if context.before else context.document
    return shift(origin, -number(match["n"]), unit_of(match["unit"]))


def neighbour(steps: int) -> Handler:
    """« la semaine suivante » (1), « l'année précédente » (-1), « le même mois » (0)."""

    def handler(match: re.Match[str], context: Context) -> Period | None:
        return shift(context.before[-1][0], steps, unit_of(match["unit"])) if context.before else None

    return handler
