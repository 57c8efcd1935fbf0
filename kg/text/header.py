"""What stands before a text: front matter, and the `` date 2024-07 `` mark that some collections begin with.

In: a decoded text. Out: where its body begins and what the header says. Both headers are optional, and a document may
have one after the other. Values are taken as they stand: nothing here is YAML.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MARK = re.compile(r"\s*date[ \t]*:?[ \t]*(\d{4}(?:-\d{1,2}){0,2})(?!\S)\s*", re.IGNORECASE)
FRONT_MATTER = re.compile(r"\s*---[ \t]*\n((?:.*\n){1,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)\s*")
FIELD = re.compile(r"([A-Za-z_-]+)[ \t]*:[ \t]*(.*)")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d:\d\d\S*)?")
KEYS = {name: name for name in ("title", "url", "publisher", "date", "language")} | {"lang": "language"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a text says of itself. ``start`` is where the body begins; ``note`` says what in it could not be used."""

    start: int = 0
    date: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    note: str | None = None


def parse_header(text: str) -> Header:
    """The header of ``text``; an empty one where there is none. A date that is no date is left out and noted."""
    start, fields = _front_matter(text)
    if mark := MARK.match(text, start):
        start = mark.end()
        fields["date"] = mark[1]
    written = fields.pop("date", None)
    date = iso_date(written) if written else None
    note = f"its header's date {written!r} is not YYYY, YYYY-MM or YYYY-MM-DD: read without a date"
    return Header(start=start, date=date, note=note if written and not date else None, **fields)


def _front_matter(text: str) -> tuple[int, dict[str, str]]:
    block = FRONT_MATTER.match(text)
    if not block:
        return 0, {}
    pairs = [field.groups() for line in block[1].splitlines() if (field := FIELD.fullmatch(line.strip()))]
    if not pairs:
        return 0, {}  # a rule across the page, not front matter
    values = {KEYS[key.lower()]: _plain(value) for key, value in pairs if key.lower() in KEYS}
    return block.end(), {name: value for name, value in values.items() if value}


def _plain(value: str) -> str:
    """``value`` without the quotes around it and with single spaces."""
    value = " ".join(value.split())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    return value


def iso_date(written: str) -> str | None:
    """``written`` as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, without a time of day; None when it is no such date."""
    parts = DATE.fullmatch(written)
    if not parts:
        return None
    year, month, day = parts.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)
