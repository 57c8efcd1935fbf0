"""French expressions of time, resolved against the document's date and the expressions before them.

In: a text (best the whole body or a paragraph, since « le lendemain » and a bare weekday lean on what came before) and
the document's date. Out: ``TimeExpression`` records in order, without overlap; offsets count code points from
``start`` on; ``value`` is ISO 8601 as in ``Claim.when``. What cannot be resolved with certainty is coarser or left out.

Conventions: a bare weekday is the last one up to the document's date, a bare « 22 juillet » the last such day; parts
of a month count as the month; « depuis la fin 2023 » begins in the last month of that part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text.periods import Period, parse
from kg.text.time_points import Context, Rule, longest
from kg.text.time_rules import BARE, POINTS, RANGES, SINCE_ONLY

_SINCE = re.compile(r"(?:depuis|à\s+partir|à\s+compter|après)\s+(?:d['’])?", re.IGNORECASE)
_UNTIL = re.compile(r"(?:jusqu['’](?:à\s+)?|d['’]ici\s+(?:à\s+)?|avant\s+)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w’'-])(?=\w)|(?<=qu['’])(?=\w)", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:mouvement|place|pont|avenue|rue|stade|aéroport)\s+$", re.IGNORECASE)
"""A date after these words is a name (« le Mouvement du 23 mars »)."""
_EVERY = re.compile(r"chaque\s+$", re.IGNORECASE)
_WORTH_A_LOOK = re.compile(
    r"\d|hier|demain|aujourd|veille|jour|semaine|mois|\ban|matin|soir|nuit|week|di\b|dimanche|janv|f[ée]vr|mars|avril|"
    r"\bmai\b|juin|juil|ao[ûu]t|sept|octo|nov|d[ée]c|printemps|automne|été|hiver|il\s+y\s+a",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that say when: half-open offsets, and an ISO 8601 date or interval.

    ``2024-07-19/`` is since that day, ``/2022`` until that year.
    """

    start: int
    end: int
    value: str


def find_dates(text: str, start: int, document_date: str | None) -> tuple[TimeExpression, ...]:
    """The expressions of time in ``text``, whose first character stands at offset ``start`` of the document."""
    if _WORTH_A_LOOK.search(text) is None:
        return ()
    context = Context(document=parse(document_date))
    found: list[TimeExpression] = []
    position = 0
    while (word := _WORD.search(text, position)) is not None:
        begin = word.start()
        match = _expression(text, begin, context)
        position = begin + 1 if match is None else match[0]
        if match is None or _NAME_BEFORE.search(text[:begin][-20:]) or _EVERY.search(text[:begin][-10:]):
            continue
        end, period, value = match
        context.remember(text[begin:end], period)
        found.append(TimeExpression(start=start + begin, end=start + end, value=value))
    return tuple(found)


def _expression(text: str, position: int, context: Context) -> tuple[int, Period, str] | None:
    """The expression that begins here: its end, its period and its value."""
    opening = _SINCE.match(text, position)
    if opening is not None:
        point = _after(opening, (*SINCE_ONLY, *BARE, *POINTS), text, context)
        return (*point, f"{point[1].start}/") if point else None
    opening = _UNTIL.match(text, position)
    if opening is not None:
        point = _after(opening, (*BARE, *POINTS), text, context)
        return (*point, f"/{point[1].end}") if point else None
    point = longest(RANGES, text, position, context) or longest(POINTS, text, position, context)
    return (*point, point[1].iso) if point else None


def _after(opening: re.Match[str], rules: tuple[Rule, ...], text: str, context: Context) -> tuple[int, Period] | None:
    """The point after « depuis » or « jusqu'à »; « à » belongs to either part (« jusqu'à la fin »)."""
    return longest(rules, text, opening.end(), context)
