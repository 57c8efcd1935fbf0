"""Finding the gazetteer's names in running text.

A name matches over folded word pieces, so case, accents, hyphens and spaces inside it do not count; but a name that is
written with a capital must have one in the text, and a short acronym must be in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.text.folding import pieces, plain
from kg.vocabulary import GazetteerEntry

_PIECE = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s'’‐‑–,./-]{0,2}\Z")
_NATIONAL = frozenset({"national", "nationale"})
_SHORT = 5
"""Up to this many letters an all-capitals name must be in capitals in the text too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in a text: half-open offsets, ids it may stand for as a strong and as a weak name."""

    start: int
    end: int
    strong: tuple[str, ...]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Form:
    entry: str
    weak: bool
    capital: bool
    acronym: bool
    name: str


class NameIndex:
    """All names of a gazetteer, longest match first."""

    def __init__(self, gazetteer: Mapping[str, GazetteerEntry]) -> None:
        self._forms: dict[tuple[str, ...], list[_Form]] = {}
        self._longest: dict[str, int] = {}
        for entry in gazetteer.values():
            for name in (entry.label, *entry.names):
                self._add(entry.id, name, weak=False)
            for name in entry.weak:
                self._add(entry.id, name, weak=True)

    def _add(self, entry: str, name: str, *, weak: bool) -> None:
        key = pieces(name)
        if not key:
            return
        letters = [c for c in name if c.isalpha()]
        acronym = len(letters) <= _SHORT and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)
        form = _Form(entry, weak, name[:1].isupper(), acronym, name)
        known = self._forms.setdefault(key, [])
        if form not in known:
            known.append(form)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, text: str) -> list[Found]:
        """Names in ``text``, left to right, longest first, never overlapping."""
        words = [(m.start(), m.end(), plain(m.group())) for m in _PIECE.finditer(text)]
        found, i = [], 0
        while i < len(words):
            hit = self._longest_at(text, words, i)
            if hit is None:
                i += 1
            else:
                found.append(hit[0])
                i += hit[1]
        return found

    def _longest_at(self, text: str, words: list[tuple[int, int, str]], i: int) -> tuple[Found, int] | None:
        for size in range(min(self._longest.get(words[i][2], 0), len(words) - i), 0, -1):
            part = words[i : i + size]
            forms = self._forms.get(tuple(w[2] for w in part))
            if not forms or not all(_GAP.match(text[a[1] : b[0]]) for a, b in pairwise(part)):
                continue
            start, end = part[0][0], part[-1][1]
            after = words[i + size][2] if size > 1 and i + size < len(words) else ""
            if after in _NATIONAL:
                continue  # « le Conseil de sécurité nationale » is another one
            fitting = [f for f in forms if _written_alike(f, text[start:end])]
            if fitting:
                strong = tuple(sorted({f.entry for f in fitting if not f.weak}))
                weak = tuple(sorted({f.entry for f in fitting if f.weak} - set(strong)))
                return Found(start=start, end=end, strong=strong, weak=weak), size
        return None


def _written_alike(form: _Form, written: str) -> bool:
    if written.count(",") > form.name.count(","):
        return False  # a list is no name
    if form.acronym:
        return written == form.name or written.isupper()
    return not form.capital or written[:1].isupper()
