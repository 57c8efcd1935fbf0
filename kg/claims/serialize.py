"""``claims.jsonl``: one claim per line, in the fixed form that other people's programs read.

Keys and their order never change; ``object`` is ``{"literal": …}`` for a word, ``attribution`` is ``"author"`` when
nobody else is named. Lines are sorted by document, place in the text and id, so that equal claims give equal files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast, get_args

from kg.errors import OutputError
from kg.records import Certainty, Claim, Entity, Evidence, Polarity, Span, Why, Word

AUTHOR = "author"


def dump_claims(claims: Iterable[Claim], path: Path) -> None:
    """Write ``claims`` to ``path``, sorted, in UTF-8 with ``\\n`` line ends."""
    ordered = sorted(claims, key=lambda claim: (claim.doc, claim.evidence[0].start if claim.evidence else -1, claim.id))
    text = "".join(f"{claim_line(claim)}\n" for claim in ordered)
    path.write_text(text, encoding="utf-8", newline="\n")


def claim_line(claim: Claim) -> str:
    """One claim as a line of JSON, without the line end."""
    return json.dumps(
        {
            "id": claim.id,
            "doc": claim.doc,
            "subject": _party(claim.subject),
            "relation": claim.relation,
            "object": {"literal": claim.object.literal} if isinstance(claim.object, Word) else _party(claim.object),
            "polarity": claim.polarity,
            "certainty": claim.certainty,
            "attribution": _speaker(claim.attribution),
            "when": claim.when,
            "where": {"id": claim.where.id, "label": claim.where.label} if claim.where else None,
            "evidence": [_evidence(piece) for piece in claim.evidence],
            "why": {"entry": claim.why.entry, "frame": claim.why.frame, "attribution": claim.why.attribution},
            "confidence": round(claim.confidence, 4),
        },
        ensure_ascii=False,
    )


def _party(entity: Entity) -> dict[str, object]:
    return {"id": entity.id, "label": entity.label, "names": list(entity.names), "type": entity.type}


def _speaker(entity: Entity | None) -> str | dict[str, object]:
    return {"id": entity.id, "label": entity.label, "names": list(entity.names)} if entity else AUTHOR


def _evidence(piece: Evidence) -> dict[str, object]:
    return {
        "start": piece.start,
        "end": piece.end,
        "text": piece.text,
        "subject": list(piece.subject),
        "object": list(piece.object) if piece.object else None,
    }


def load_claims(path: Path) -> tuple[Claim, ...]:
    """The claims in ``path``, in the file's order.

    A speaker's or a place's class is taken from a line where it is a party; it is empty where there is none. Raises
    ``OutputError`` naming file and line for a missing file or a malformed line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise OutputError(f"{path} is missing; make it with: kg build PATH -o {path.parent}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"{path} cannot be read ({error}); build it again with: kg build") from error
    claims = [_line(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    types = {party.id: party.type for c in claims for party in (c.subject, c.object) if isinstance(party, Entity)}
    return tuple(
        replace(claim, attribution=_typed(claim.attribution, types), where=_typed(claim.where, types))
        for claim in claims
    )


def _typed(entity: Entity | None, types: dict[str, str]) -> Entity | None:
    return entity and replace(entity, type=types.get(entity.id, ""))


def _line(path: Path, number: int, line: str) -> Claim:
    try:
        return _Reader(json.loads(line)).claim()
    except json.JSONDecodeError as error:
        fault = f"no JSON at column {error.colno}"
    except (KeyError, TypeError, ValueError) as error:
        fault = f"no claim ({error.__class__.__name__}: {error})"
    raise OutputError(f"{path}:{number}: {fault}; build it again with: kg build")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads values of one line by key; ``KeyError``, ``TypeError`` or ``ValueError`` where the form is not kept."""

    values: dict[str, Any]

    def claim(self) -> Claim:
        spoken = self.get("attribution", (str, dict))
        where = self.get("where", (dict, type(None)))
        return Claim(
            id=self.text("id"),
            doc=self.text("doc"),
            subject=self.inner("subject").entity(),
            relation=self.text("relation"),
            object=self.inner("object").target(),
            polarity=cast(Polarity, self.one_of("polarity", get_args(Polarity))),
            certainty=cast(Certainty, self.one_of("certainty", get_args(Certainty))),
            attribution=None if spoken == AUTHOR else _Reader(spoken).entity(),
            when=self.get("when", (str, type(None))),
            where=_Reader(where).entity() if where is not None else None,
            evidence=tuple(_Reader(piece).evidence() for piece in self.get("evidence", (list,))),
            why=self.inner("why").why(),
            confidence=float(self.get("confidence", (int, float))),
        )

    def entity(self) -> Entity:
        names = tuple(str(name) for name in self.values.get("names", ()))
        label = self.text("label")
        return Entity(id=self.text("id"), label=label, names=names or (label,), type=self.values.get("type", ""))

    def target(self) -> Entity | Word:
        return Word(literal=self.text("literal")) if "literal" in self.values else self.entity()

    def evidence(self) -> Evidence:
        return Evidence(
            start=self.get("start", (int,)),
            end=self.get("end", (int,)),
            text=self.text("text"),
            subject=_span(self.get("subject", (list,))),
            object=_span(self.values["object"]) if self.values["object"] is not None else None,
        )

    def why(self) -> Why:
        return Why(
            entry=self.text("entry"), frame=self.text("frame"), attribution=self.values.get("attribution", AUTHOR)
        )

    def inner(self, key: str) -> _Reader:
        return _Reader(self.get(key, (dict,)))

    def text(self, key: str) -> str:
        return cast(str, self.get(key, (str,)))

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.text(key)
        if value not in allowed:
            raise ValueError(f"{key} is {value!r}, not one of {', '.join(allowed)}")
        return value

    def get(self, key: str, types: tuple[type, ...]) -> Any:
        value = self.values[key]
        if not isinstance(value, types):
            raise TypeError(f"{key} is {type(value).__name__}")
        return value


def _span(pair: list[int]) -> Span:
    start, end = pair
    return int(start), int(end)
