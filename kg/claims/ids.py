"""Ids from content: the first 16 hexadecimal digits of the SHA-256 of a JSON array (concatenated strings collide)."""

from __future__ import annotations

import hashlib
import json

from kg.records import Entity, Word


def content_id(*parts: object) -> str:
    """The id of an array of JSON values: the same parts, the same id."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def claim_id(
    doc: str,
    subject: Entity,
    relation: str,
    object_: Entity | Word,
    polarity: str,
    speaker: Entity | None,
    *,
    symmetric: bool,
) -> str:
    """The id of a claim. The order of the parties does not count for a symmetric relation."""
    parties = [subject.id, object_.id if isinstance(object_, Entity) else ["word", object_.literal]]
    if symmetric:
        parties = sorted(parties, key=str)
    return content_id(doc, relation, parties, polarity, speaker.id if speaker is not None else None)
