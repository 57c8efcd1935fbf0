"""A name taken apart, so that two of them can be compared: its words, numbers, directions, titles and initials.

In: a name as a text writes it, whether a person bears it, the table of words. Out: a ``Name``, always the same for the
same input. What may be left out of a name without naming another party (titles, articles, « le groupe », « la ville
de ») is not among its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from kg.claims.sounds import close, loose
from kg.names import fold, fold_words
from kg.vocabulary import NameWords

Sort = Literal["person", "place", "body"]
"""How a name is built: a person's, a place's, or that of a group, force, organisation or state."""
LONGEST_ACRONYM = 10
_ORDINAL = re.compile(r"(\d+)(?:re|er|ere|e|eme|ieme|nd|nde|st|rd|th)")
_ROMAN = re.compile(r"([IVX]+)(?:e|er|re|ème)?")
_SIGNS = frozenset("n no num numero".split())
_SILENT = frozenset("a d l la le les s the".split())
"""Small words that give no letter to an acronym."""
_COMMON = 3
"""So many words of a language are anybody's name; of more, the choice tells: « Observatoire sahélien des … »."""
_STOPS_SKIPPED = 5
"""Names with more small words than this have too many readings as initials; they get the plain one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Name:
    """``words`` are folded and carry the weight; ``sounds`` are their close keys, ``meant`` what they mean in French.

    ``key`` is the whole name folded, without titles; ``run`` its words as one loose key; ``fixed`` are those of
    ``meant`` that stand in the table: words that a language has, not spellings. ``numbers``, ``directions`` and
    ``generation`` tell parties apart. ``acronym`` holds the letters of an acronym in capitals, else it is empty;
    ``initials`` the ways to abbreviate a longer name. A speller makes one record a name, so it is compared by identity.
    """

    text: str
    sort: Sort
    key: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    meant: tuple[str, ...]
    run: str
    fixed: frozenset[str]
    numbers: frozenset[str]
    directions: frozenset[str]
    generation: str
    sex: str
    titles: frozenset[str]
    acronym: str
    initials: frozenset[str]
    common: bool = False
    """Whether others may well be called so: words of a language only (« Front patriotique »), a frequent surname."""

    @property
    def surname_only(self) -> bool:
        """Whether it is a person's name of one word."""
        return self.sort == "person" and len(self.words) == 1 and not self.acronym


def is_acronym(name: str) -> bool:
    """« JNIM », « CSP-DPA », « FAMa », « M23 »: one short word, mostly capitals or digits."""
    letters = [c for c in name if c.isalnum()]
    raised = sum(c.isupper() or c.isdigit() for c in letters)
    return 2 <= len(letters) <= LONGEST_ACRONYM and not any(c.isspace() for c in name) and 2 * raised > len(letters)


@lru_cache(maxsize=2)
def speller(table: NameWords) -> Speller:
    """The speller of a table. It is kept, so that a gazetteer is taken apart once a process."""
    return Speller(table)


class Speller:
    """Takes names apart with one table of words; each name once."""

    def __init__(self, table: NameWords) -> None:
        self._table = table
        self._meant = frozenset(table.meanings) | frozenset(table.meanings.values())
        self._known: dict[tuple[str, Sort], Name] = {}

    def name(self, text: str, sort: Sort) -> Name:
        """``text`` taken apart."""
        found = self._known.get((text, sort))
        if found is None:
            found = self._known[text, sort] = self._take_apart(text, sort)
        return found

    def _take_apart(self, text: str, sort: Sort) -> Name:
        table, tokens = self._table, self._tokens(text)
        titles = self._titles(tokens) if sort == "person" else []
        capitals = frozenset(
            word for part in re.findall(r"[^\W\d_]+", text) if part[0].isupper() for word in fold_words(part)
        )
        kept = list(self._weighty(tokens[len(titles) :], sort, capitals)) or tokens
        acronym = fold(text).upper() if is_acronym(text) and sort != "place" else ""
        sounds = tuple(map(close, kept))
        return Name(
            text=text,
            sort=sort,
            key="".join(tokens[len(titles) :]) if titles else fold(text),
            words=tuple(kept),
            sounds=sounds,
            meant=tuple(loose(table.meanings.get(word, word)) for word in kept),
            run=loose("".join(kept)),
            fixed=frozenset(table.meanings[word] for word in kept if word in table.meanings),
            numbers=frozenset(number for word in tokens for number in re.findall(r"\d+", word)),
            directions=frozenset(table.directions[word] for word in tokens if word in table.directions),
            generation=next((table.generations[w] for w in tokens[1:] if w in table.generations), ""),
            sex=next((table.titles[w] for w in titles if table.titles.get(w)), ""),
            titles=frozenset(word for word in titles if word in table.titles),
            acronym=acronym,
            initials=frozenset() if acronym or sort == "person" else self._initials(text),
            common=not acronym and self._is_common(kept, sort),
        )

    def _tokens(self, text: str) -> list[str]:
        """The folded words, with numbers in digits: « 1re », « Première » and « Ire » are 1."""
        words = [self._number(word) for part in re.split(r"[\s’'/-]+", text) for word in self._in_part(part)]
        return [w for i, w in enumerate(words) if not (w in _SIGNS and words[i + 1 : i + 2] and words[i + 1].isdigit())]

    def _in_part(self, part: str) -> list[str]:
        roman = _ROMAN.fullmatch(part)
        if roman and len(part) > 1 and (len(roman[1]) > 1 or part[-1].islower()):
            return [str(_roman(roman[1]))]
        if re.fullmatch(r"(?:[^\W\d_]\.){2,}", part) and len(part) > 4:
            return ["".join(fold_words(part))]  # « F.A.M.A. »; « J.P. » is two given names
        return fold_words(part)

    def _number(self, word: str) -> str:
        ordinal = _ORDINAL.fullmatch(word)
        return ordinal[1] if ordinal else self._table.numbers.get(word, word)

    def _titles(self, tokens: list[str]) -> list[str]:
        """The titles that a person's name begins with, and the articles before them; a name stays behind them."""
        end = 0
        for i, word in enumerate(tokens[:-1], start=1):
            if word in self._table.titles or word.isdigit():
                end = i
            elif word not in self._table.stops:
                break
        return tokens[:end]

    def _weighty(self, tokens: list[str], sort: Sort, capitals: frozenset[str]) -> Iterator[str]:
        light = {
            "person": (self._table.particles, self._table.stops, self._table.generations),
            "place": (self._table.particles, self._table.stops, self._table.settled),
            "body": (self._table.stops, self._table.particles, self._table.generics),
        }[sort]
        for i, word in enumerate(tokens):
            single = len(word) == 1 and sort == "person"  # an initial, not « à » or « l' »
            leading = sort != "body" or word not in self._table.generics or self._idle(tokens, i, capitals)
            if single or not any(word in table for table in light) or not leading:
                yield self._table.given.get(word, word) if sort == "person" else word

    def _idle(self, tokens: list[str], i: int, capitals: frozenset[str]) -> bool:
        """« le groupe armé X », « X Brigade »: such words alone, and X has a capital and is no word of a language.

        Not « groupe de X », which may be any of X; not « brigade blindée ».
        """
        generics, before = self._table.generics, tokens[:i]
        if all(word in generics or word in self._table.stops for word in before):
            beside = next((word for word in tokens[i + 1 :] if word not in generics), "")
        elif all(word in generics for word in tokens[i:]):
            beside = next((word for word in reversed(before) if word not in generics), "")
        else:
            return False
        return beside in capitals and beside not in self._table.stops and beside not in self._meant

    def _is_common(self, kept: list[str], sort: Sort) -> bool:
        if sort == "person":
            return kept[-1] in self._table.surnames or kept[-1] in self._table.given
        return len(kept) <= _COMMON and all(word in self._meant or word in self._table.generics for word in kept)

    def _initials(self, text: str) -> frozenset[str]:
        """The letters that may stand for the name, where each small word may give one or not."""
        words = [word for word in fold_words(text) if word not in _SILENT]
        light = [w in self._table.stops or w in self._table.particles for w in words]
        if len(words) - sum(light) < 2:
            return frozenset()
        if sum(light) > _STOPS_SKIPPED:
            return frozenset({"".join(w[0] for w, small in zip(words, light, strict=True) if not small).upper()})
        choices = [("", w[0]) if small else (w[0],) for w, small in zip(words, light, strict=True)]
        return frozenset("".join(letters).upper() for letters in product(*choices))

    def is_proper(self, text: str, sort: Sort) -> bool:
        """Whether the first word of a name has a capital or digit, articles and titles or « le groupe » aside."""
        light = self._table.titles if sort == "person" else self._table.generics
        words = [word for word in re.split(r"[\s’'-]+", text) if any(c.isalnum() for c in word)]
        for i, word in enumerate(words):
            if any(c.isupper() or c.isdigit() for c in word):
                return True
            folded = "".join(fold_words(word))
            article = folded in self._table.stops and (i == 0 or sort == "person")
            if not article and folded not in light:
                return False
        return False


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))
