"""Where a text comes from: the agency or medium that its own words credit (« avec AFP », « (AFP) », « Source : RFI »).

In: documents and the gazetteer's media; publishers of the corpus count as media, too. Out: who is credited. A credit is
looked for where credits stand, at the start and end of a text. « selon RFI » and « à l'AFP » inside it tell where a
reprint comes from, never where a single text does: there they are attributions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.names import fold
from kg.records import Document
from kg.vocabulary import GazetteerEntry, Vocabulary

REACH = 300
"""Characters at the start and at the end of a text in which a credit is looked for."""
_ARTICLE = r"(?:l['’]agence |l['’]|agence |la |le )?"
_CREDITS = (
    # (AFP), (avec AFP et Reuters), (source : RFI)
    r"\(\s*(?:(?:avec|sources?\s*:|©|selon|d['’]après)\s*)?{article}{one}{and_}{others}\s*\)",
    # a line that ends so: Par notre correspondant, avec AFP. Source : RFI
    r"^(?:.{{0,80}}\bavec\s+|.{{0,80}}\bsources?\s*:\s*{article}|.{{0,80}}©\s*|\s*(?:selon|d['’]après)\s+{article})"
    r"{one}{and_}{others}\s*\.?\s*$",
    # the last words of the text, after the last sentence
    r"[.!?»…]\s+(?:avec\s+|sources?\s*:\s*{article}|©\s*){one}{and_}{others}\s*\.?\s*\Z",
    # a dateline: AFP – , BAMAKO, AFP –
    r"\A\s*(?:[^\W\d_][\w’' -]{{0,30}},\s*)?{one}\s*[-–—]\s",
)
_OTHERS = r"(?:\s*(?:,|/|&|et|avec)\s*(?:la |notre |nos |les )?(?:rédaction|correspondants?|agences?))?"
_INSIDE = (
    r"\b(?:selon|d['’]après|à|auprès de|appris|(?:interrogé|joint|cité|consulté|contacté|obtenu)e?s? par)"
    r"\s+{article}{one}\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A medium: its id in the gazetteer (None for a publisher that only the corpus knows) and its main name."""

    id: str | None
    label: str


class Outlets:
    """All media by name: those of the gazetteer, and the publishers of some documents."""

    def __init__(self, documents: Iterable[Document], vocabulary: Vocabulary) -> None:
        self._known = unique_names(vocabulary.gazetteer.values())
        self._by_name: dict[str, Outlet] = {}
        written: dict[str, None] = {}
        for entry in vocabulary.gazetteer.values():
            if entry.medium:
                written |= dict.fromkeys(self._add(Outlet(id=entry.id, label=entry.label), entry.names))
        publishers = sorted({document.publisher for document in documents if document.publisher})
        for name in publishers:
            if fold(name):
                written |= dict.fromkeys(self._add(self.publisher(name), (name,)))
        letters_of = Counter(_initials(name) for name in publishers)
        for name in publishers:
            if (letters := _initials(name)) and letters_of[letters] == 1 and fold(letters) not in self._known:
                written |= dict.fromkeys(self._add(self.publisher(name), (letters,)))
        self._credits, self._inside = _patterns(written)

    def _add(self, outlet: Outlet, names: Iterable[str]) -> list[str]:
        fresh = [name for name in names if fold(name) and self._by_name.setdefault(fold(name), outlet) is outlet]
        return [name for name in fresh if len(fold(name)) > 1]

    def publisher(self, name: str) -> Outlet:
        """The outlet of this name: the gazetteer's where one entry bears it, else the name as it is written."""
        entry = self._known.get(fold(name))
        return Outlet(id=entry.id, label=entry.label) if entry else Outlet(id=None, label=name)

    def named(self, name: str) -> Outlet | None:
        """The medium or publisher of this name, None where there is none."""
        return self._by_name.get(fold(name))

    def credited(self, document: Document) -> tuple[Outlet, ...]:
        """Who is credited at the start or end of a text, in the order of the text."""
        body = document.text[slice(*document.body)]
        places = [body] if len(body) <= 2 * REACH else [body[:REACH], body[-REACH:]]
        places = [document.title, *places] if document.title else places
        found: dict[Outlet, None] = {}
        for place in places:
            for pattern in self._credits:
                for match in pattern.finditer(place):
                    if not self._explains(place[: match.start()], match["one"]):
                        named = [match["one"], *([match["two"]] if match["two"] else [])]
                        found |= dict.fromkeys(self._by_name[fold(name)] for name in named if fold(name))
        return tuple(found)

    def _explains(self, before: str, name: str) -> bool:
        """« l'Agence France-Presse (AFP) »: an acronym behind its own full name credits nobody."""
        outlet, words = self._by_name[fold(name)], fold(before[-80:])
        return any(words.endswith(key) for key, other in self._by_name.items() if other == outlet)

    def quoted(self, document: Document) -> tuple[Outlet, ...]:
        """The media to whom something in the text is attributed or was said, one for each time."""
        body = document.text[slice(*document.body)]
        return tuple(self._by_name[fold(match["one"])] for match in self._inside.finditer(body))


def _initials(name: str) -> str:
    """« ASP » for « Agence Sahel Presse »: the acronym by which others credit a publisher; empty for fewer than three
    words.
    """
    words = [word for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


def unique_names(entries: Iterable[GazetteerEntry]) -> dict[str, GazetteerEntry]:
    """Folded name -> the one entry that bears it; a name that several bear tells none."""
    bearers: defaultdict[str, dict[str, GazetteerEntry]] = defaultdict(dict)
    for entry in entries:
        for name in (entry.label, *entry.names):
            bearers[fold(name)][entry.id] = entry
    return {key: next(iter(found.values())) for key, found in bearers.items() if key and len(found) == 1}


def _patterns(names: Iterable[str]) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """What finds credits, and what finds attributions inside a text."""
    ordered = sorted({_loose(name) for name in names}, key=lambda name: (-len(name), name)) or [r"(?!)"]
    one = f"(?P<one>{'|'.join(ordered)})"
    two = rf"(?:\s*(?:,|/|&|et)\s*(?:l['’])?(?P<two>{'|'.join(ordered)}))?"
    flags = re.IGNORECASE | re.MULTILINE
    credits = tuple(
        re.compile(c.format(article=_ARTICLE, one=one, and_=two, others=_OTHERS), flags) for c in (_CREDITS[:-1])
    )
    dateline = re.compile(_CREDITS[-1].format(one=one) + "(?P<two>)", flags)
    return (*credits, dateline), re.compile(_INSIDE.format(article=_ARTICLE, one=one), flags)


def _loose(name: str) -> str:
    """A pattern for a name as it is written but for apostrophes, hyphens and spaces (« le monde » is no newspaper)."""
    words = (re.escape(word).replace("’", "'").replace("'", "['’]") for word in re.split(r"[ -]+", name))
    return f"(?-i:{'[ -]+'.join(words)})"


def find_origin(copies: Mapping[str, Document], outlets: Outlets) -> Outlet | None:
    """Where near-identical texts come from: whom most of them credit; else the publisher of one that others quote; else
    the medium that all of them quote.
    """
    credited = Counter(outlet for document in copies.values() for outlet in set(outlets.credited(document)))
    if credited:
        return _commonest(credited)
    publishers = {id_: outlets.publisher(d.publisher) for id_, d in copies.items() if d.publisher}
    quoted = Counter(
        outlet for id_, d in copies.items() for outlet in set(outlets.quoted(d)) if outlet != publishers.get(id_)
    )
    own = Counter({outlet: n for outlet, n in quoted.items() if outlet in publishers.values()})
    everywhere = Counter({outlet: n for outlet, n in quoted.items() if n == len(copies)})
    return _commonest(own) if own else _commonest(everywhere) if everywhere else None


def _commonest(outlets: Counter[Outlet]) -> Outlet:
    return min(outlets, key=lambda outlet: (-outlets[outlet], outlet.label, outlet.id or ""))
