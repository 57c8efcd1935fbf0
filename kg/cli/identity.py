"""The text of ``kg explain`` for a party: what it is made of, and every merge with the features behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.claims.entities import load_entities
from kg.names import fold
from kg.records import Member, Resolved
from kg.staging import ENTITIES

SHOWN = 12
"""So many documents of one name are listed."""


def find_party(output: Path, wanted: str) -> Resolved | None:
    """The party whose id is ``wanted``, or the only one to begin with it or to be called so; None for a claim's id."""
    path = output / ENTITIES
    parties = load_entities(path) if path.is_file() else ()
    for found in (
        [party for party in parties if party.entity.id == wanted],
        [party for party in parties if party.entity.scope != "document" and fold(party.entity.label) == fold(wanted)],
    ):
        if len(found) == 1:
            return found[0]
    return None


def identity(party: Resolved) -> str:
    """Why this is one party, as lines of text."""
    entity = party.entity
    docs = {member.doc for member in party.members}
    scopes = {
        "gazetteer": "known: an entry of the gazetteer",
        "named": "named: merged by its names",
        "document": "of its document alone, never merged with others",
    }
    rows = [
        ("party", entity.id),
        ("label", entity.label),
        ("class", entity.type),
        ("identity", f"{scopes[entity.scope]}; {len(docs)} document{'' if len(docs) == 1 else 's'}"),
        *(("met as", text) for text in _met(party.members)),
        *(("merged", text) for text in _merges(party)),
    ]
    return "\n".join(f"{title:<11} {text}" for title, text in rows)


def _met(members: Sequence[Member]) -> Iterator[str]:
    """Each main name with its class and documents; how a document knew it where the gazetteer names it."""
    docs: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for member in members:
        docs[member.label, member.type, member.known].append(member.doc)
    for (label, type_, known), found in sorted(docs.items()):
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        how = ", recognised in the text" if known else ""
        yield f"« {label} » ({type_}{how}) in {', '.join(sorted(found)[:SHOWN])}{more}"


def _merges(party: Resolved) -> Iterator[str]:
    for merge in party.merges:
        reasons = ", ".join(f"{name} {given:+.2f}" for name, given in merge.reasons)
        yield f"« {merge.names[0]} » = « {merge.names[1]} » at {merge.score:.2f}: {reasons}"
