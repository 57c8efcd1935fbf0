"""Gold files: what a careful reader found in a document, one JSON file per document.

In: a folder. Out: gold claims as ``Judged`` items, ready to be matched. Every file is checked whole, and ``GoldError``
lists all its faults at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GoldError
from kg.names import fold
from kg.records import Entity, Word
from kg.vocabulary import Relation

AUTHOR = "author"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """A gold or a predicted claim, its parties as sets of folded names; compared by identity.

    ``frame`` is that of a predicted claim, empty in gold.
    """

    doc: str
    relation: str
    subject: frozenset[str]
    object: frozenset[str]
    speakers: frozenset[str]
    polarity: str
    certainty: str
    text: str
    evidence: str
    optional: bool = False
    frame: str = ""


def folded(names: Iterable[str]) -> frozenset[str]:
    """The folded forms of ``names`` that are not empty."""
    return frozenset(map(fold, names)) - {""}


def singular(words: frozenset[str]) -> frozenset[str]:
    """Loaded words compare without the ending of the plural."""
    return frozenset(word.rstrip("s") for word in words)


def party_names(party: Entity | Word | None) -> list[str]:
    """All names of a party of a claim, the main one first; None is the author."""
    if party is None:
        return [AUTHOR]
    if isinstance(party, Word):
        return [party.literal]
    return [name for name in (party.label, *party.names) if name]


def in_words(subject: list[str], relation: str, target: list[str], speaker: list[str]) -> str:
    """A claim on one line, by the main names of its parties."""
    main = ["".join(names[:1]) for names in (subject, target, speaker)]
    return f"{main[0]} --{relation}--> {main[1]} by {main[2]}"


def load_gold(folder: Path, relations: Mapping[str, Relation], language: str | None = None) -> dict[str, list[Judged]]:
    """The gold claims of each document in ``folder``, by the stem of its file.

    ``language`` keeps the documents in that language only. Raises ``GoldError`` for a folder without gold files, and
    for files that are malformed or name an unknown entity or relation.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"no gold file (*.json) in {folder}; give the folder that holds them")
    faults: list[str] = []
    files = {path: _read(path, faults) for path in paths}
    kept = {path: data for path, data in files.items() if language in (None, data.get("lang"))}
    gold = {path.stem: _File(path, data, relations, faults).claims() for path, data in kept.items()}
    if faults:
        raise GoldError("\n  ".join([f"{len(faults)} fault{'s' * (len(faults) > 1)} in the gold files:", *faults]))
    if not gold:
        found = ", ".join(sorted({str(data.get("lang")) for data in files.values()}))
        raise GoldError(f"no gold file in {folder} is in the language {language!r}; found: {found}")
    return gold


def _read(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        faults.append(f"{path}:{error.lineno}: no JSON at column {error.colno}: {error.msg}")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path}: cannot be read: {error}")
    else:
        if isinstance(data, dict):
            return data
        faults.append(f"{path}: holds no JSON object")
    return {"entities": {}, "claims": []}


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    data: dict[str, Any]
    relations: Mapping[str, Relation]
    faults: list[str]

    def claims(self) -> list[Judged]:
        entities, claims = self.data.get("entities"), self.data.get("claims")
        if not isinstance(entities, dict) or not isinstance(claims, list):
            self.faults.append(f"{self.path}: needs an object `entities` and a list `claims`")
            return []
        judged = [self._claim(number, claim, entities) for number, claim in enumerate(claims, start=1)]
        return [claim for claim in judged if claim]

    def _claim(self, number: int, raw: Any, entities: dict[str, Any]) -> Judged | None:
        fault = f"{self.path}: claim {number}"
        if not isinstance(raw, dict) or not all(
            isinstance(raw.get(key), str) for key in ("s", "r", "o", "attribution")
        ):
            self.faults.append(f"{fault}: needs the texts s, r, o and attribution")
            return None
        relation = self.relations.get(raw["r"])
        if relation is None:
            self.faults.append(f"{fault}: unknown relation {raw['r']!r}")
            return None
        literal = relation.range is None
        unknown = sorted({raw[key] for key in ("s", "o") if key == "s" or not literal} - entities.keys())
        if unknown:
            self.faults.append(f"{fault}: unknown entity {', '.join(map(repr, unknown))}")
            return None
        speakers = [_names(entities.get(key, key)) for key in (raw["attribution"], *raw.get("attribution_alt", []))]
        subject = _names(entities[raw["s"]])
        target = [raw["o"]] if literal else _names(entities[raw["o"]])
        return Judged(
            doc=self.path.stem,
            relation=relation.name,
            subject=folded(subject),
            object=singular(folded(target)) if literal else folded(target),
            speakers=folded(name for names in speakers for name in names),
            polarity=raw.get("polarity") or "positive",
            certainty=raw.get("certainty") or "certain",
            text=in_words(subject, relation.name, target, speakers[0]),
            evidence=raw.get("evidence") or f"paragraph {raw.get('para')}",
            optional=bool(raw.get("optional")),
        )


def _names(party: Any) -> list[str]:
    """The names of a gold entity, or of a bare word in its place."""
    values = [party.get("label"), *(party.get("names") or [])] if isinstance(party, dict) else [party]
    return [str(value) for value in values if value]
