"""``entities.jsonl``: one party per line, with the entities of documents that it is made of and every automatic merge.

In: a corpus. Out: lines sorted by id; equal corpora give equal files. Only parties of its claims are written, and only
names that those claims still show, so that whoever is taken out of the claims is not left here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Any, Literal, get_args

from kg.errors import OutputError
from kg.records import Claim, Entity, Member, Merge, Resolved

Scope = Literal["gazetteer", "named", "document"]


def dump_entities(resolved: Iterable[Resolved], claims: Iterable[Claim], path: Path) -> None:
    """Write the parties of ``claims`` to ``path``, in UTF-8 with ``\\n`` line ends."""
    shown = _shown_names(claims)
    lines = (_line(party, shown[party.entity.id]) for party in resolved if party.entity.id in shown)
    path.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8", newline="\n")


def _shown_names(claims: Iterable[Claim]) -> Mapping[str, Set[str]]:
    """The names of each party that claims show, by id."""
    shown: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for party in (claim.subject, claim.object, claim.attribution, claim.where):
            if isinstance(party, Entity):
                shown[party.id] |= {party.label, *party.names}
    return shown


def _line(party: Resolved, shown: Set[str]) -> str:
    entity = party.entity
    return json.dumps(
        {
            "id": entity.id,
            "label": next((label for label in (entity.label, *sorted(shown)) if label in shown), ""),
            "type": entity.type,
            "scope": entity.scope,
            "members": list(_members(party, shown)),
            "merges": [
                {"names": list(merge.names), "score": merge.score, "reasons": dict(merge.reasons)}
                for merge in party.merges
                if entity.scope == "gazetteer" or shown >= set(merge.names)
            ],
        },
        ensure_ascii=False,
    )


def _members(party: Resolved, shown: Set[str]) -> Iterator[dict[str, object]]:
    for member in party.members:
        names = [name for name in member.names if name in shown]
        if names:
            label = member.label if member.label in shown else names[0]
            yield {"doc": member.doc, "label": label, "names": names, "type": member.type, "known": member.known}


def load_entities(path: Path) -> tuple[Resolved, ...]:
    """The parties of a file. Raises ``OutputError`` with the file and line when it is missing or damaged."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise OutputError(f"{path} is missing; make it with: kg build PATH -o {path.parent}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"{path}: cannot be read ({error}); build it again with: kg build") from error
    return tuple(_read(path, number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip())


def _read(path: Path, number: int, line: str) -> Resolved:
    try:
        return _resolved(json.loads(line))
    except json.JSONDecodeError as error:
        fault = f"no JSON at column {error.colno}"
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        fault = f"no party ({error.__class__.__name__}: {error})"
    raise OutputError(f"{path}:{number}: {fault}; build it again with: kg build")


def _resolved(values: dict[str, Any]) -> Resolved:
    if values["scope"] not in get_args(Scope):
        raise ValueError(f"scope is {values['scope']!r}")
    members = tuple(
        Member(
            doc=str(m["doc"]),
            label=str(m["label"]),
            names=tuple(map(str, m["names"])),
            type=str(m["type"]),
            known=bool(m["known"]),
        )
        for m in values["members"]
    )
    merges = tuple(
        Merge(
            names=(str(m["names"][0]), str(m["names"][1])),
            score=float(m["score"]),
            reasons=tuple((str(name), float(given)) for name, given in m["reasons"].items()),
        )
        for m in values["merges"]
    )
    names = tuple(sorted({name for member in members for name in member.names} | {str(values["label"])}))
    entity = Entity(
        id=str(values["id"]),
        label=str(values["label"]),
        names=names,
        type=str(values["type"]),
        scope=values["scope"],
    )
    return Resolved(entity=entity, members=members, merges=merges)
