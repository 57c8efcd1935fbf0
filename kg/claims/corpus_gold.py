"""Corpus gold: which names in which documents mean one party, which documents are copies, and how many voices say what.

In: a folder with ``entities.json``, ``reprints.json`` and ``voices.json`` (the form stands in the README of
``tests/gold/corpus``). Out: one ``CorpusGold``. All is checked, and ``GoldError`` lists all faults at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kg.claims.gold import AUTHOR
from kg.errors import GoldError
from kg.records import Polarity

ENTITIES, REPRINTS, VOICES = "entities.json", "reprints.json", "voices.json"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name, as written, by which a document calls a party."""

    doc: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party with all its names in all documents. ``local``: of one document alone, the same as no other.

    ``invented``: no gazetteer knows it. ``held_out``: whoever works on the program looks at totals only.
    """

    key: str
    type: str
    mentions: tuple[Mention, ...]
    local: bool
    invented: bool
    held_out: bool

    def names(self, doc: str | None = None) -> tuple[str, ...]:
        """Its names in ``doc``, or in all documents, the longest first."""
        found = {mention.name for mention in self.mentions if doc in (None, mention.doc)}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Who says a relationship where: ``speaker`` is ``author``, a party's key, or words for an unnamed one."""

    doc: str
    speaker: str
    polarity: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelationship:
    """A relationship between two parties (keys) and the right number of independent voices behind it."""

    subject: str
    relation: str
    object: str
    voices: int
    said: tuple[Saying, ...]

    @property
    def documents(self) -> frozenset[str]:
        """The documents that say or deny it."""
        return frozenset(saying.doc for saying in self.said)

    @property
    def counted(self) -> tuple[Saying, ...]:
        """Those whose voices are counted: who says it; who denies it where nobody says it."""
        return tuple(saying for saying in self.said if saying.polarity == "positive") or self.said


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusGold:
    """All three files; ``clusters`` are sets of documents that are copies of one."""

    parties: Mapping[str, Party]
    clusters: tuple[frozenset[str], ...]
    relationships: tuple[GoldRelationship, ...]

    @property
    def truth(self) -> dict[Mention, str]:
        """The key of the party that each mention means."""
        return {mention: party.key for party in self.parties.values() for mention in party.mentions}


def is_corpus_gold(folder: Path) -> bool:
    """Whether the folder holds corpus gold rather than one gold file for each document."""
    return (folder / ENTITIES).is_file()


def load_corpus_gold(folder: Path) -> CorpusGold:
    """The gold in ``folder``; raises ``GoldError`` with all that is missing or malformed."""
    faults: list[str] = []
    parties = {party.key: party for party in _parties(folder / ENTITIES, faults)}
    clusters = tuple(_clusters(folder / REPRINTS, faults))
    relationships = tuple(_relationships(folder / VOICES, parties, faults))
    seen: dict[Mention, str] = {}
    for party in parties.values():
        for mention in party.mentions:
            other = seen.setdefault(mention, party.key)
            if other != party.key:
                faults.append(f"{folder / ENTITIES}: {mention.name!r} in {mention.doc} is {other!r} and {party.key!r}")
    if faults:
        raise GoldError("\n  ".join([f"{len(faults)} fault{'s' * (len(faults) > 1)} in the corpus gold:", *faults]))
    return CorpusGold(parties=parties, clusters=clusters, relationships=relationships)


def _parties(path: Path, faults: list[str]) -> Iterator[Party]:
    rows = _read(path, "parties", dict, faults)
    for key, row in rows.items():
        try:
            yield Party(
                key=key,
                type=_text(row, "class"),
                mentions=tuple(Mention(_text(m, "doc"), _text(m, "name")) for m in row["mentions"]),
                local=bool(row.get("local")),
                invented=bool(row.get("invented")),
                held_out=bool(row.get("held_out")),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            faults.append(f"{path}: party {key!r}: {_said(error)}")


def _clusters(path: Path, faults: list[str]) -> Iterator[frozenset[str]]:
    for number, row in enumerate(_read(path, "clusters", list, faults), start=1):
        try:
            yield frozenset([_text(row, "original"), *map(str, row["copies"])])
        except (KeyError, TypeError, ValueError) as error:
            faults.append(f"{path}: cluster {number}: {_said(error)}")


def _relationships(path: Path, parties: Mapping[str, Party], faults: list[str]) -> Iterator[GoldRelationship]:
    for number, row in enumerate(_read(path, "relationships", list, faults), start=1):
        try:
            found = GoldRelationship(
                subject=_key(row, "subject", parties),
                relation=_text(row, "relation"),
                object=_key(row, "object", parties),
                voices=int(row["voices"]),
                said=tuple(_saying(said) for said in row["said"]),
            )
            expected = len({saying.voice for saying in found.counted})
            if found.voices != expected:
                raise ValueError(f"voices is {found.voices}, but those who say it have {expected} labels")
            yield found
        except (KeyError, TypeError, ValueError) as error:
            faults.append(f"{path}: relationship {number}: {_said(error)}")


def _saying(row: Any) -> Saying:
    polarity = _text(row, "polarity")
    if polarity not in get_args(Polarity):
        raise ValueError(f"polarity is {polarity!r}, not one of {', '.join(get_args(Polarity))}")
    speaker = str(row.get("speaker") or AUTHOR)
    return Saying(doc=_text(row, "doc"), speaker=speaker, polarity=polarity, voice=_text(row, "voice"))


def _read(path: Path, key: str, form: type, faults: list[str]) -> Any:
    """The value of ``key`` in a JSON file; an empty one, and a fault, where there is none of this form."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))[key]
        if not isinstance(value, form):
            raise TypeError(f"{key} is {type(value).__name__}")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path}: cannot be read: {error}")
    except (KeyError, TypeError, ValueError) as error:
        faults.append(f"{path}: needs a JSON object with {key!r}: {_said(error)}")
    else:
        return value
    return form()


def _text(row: Any, key: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value:
        raise TypeError(f"{key} is no text")
    return value


def _key(row: Any, key: str, parties: Mapping[str, Party]) -> str:
    value = _text(row, key)
    if value not in parties:
        raise ValueError(f"unknown party {value!r}")
    return value


def _said(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
