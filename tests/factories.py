"""Records for tests, from plain words."""

from __future__ import annotations

from typing import Any

from kg.records import Claim, Entity, Evidence, Why, Word


def entity(name: str, *more: str, type: str = "ArmedGroup") -> Entity:
    """A party with the id ``name`` in lower case and these names."""
    return Entity(id=name.lower().replace(" ", "-"), label=name, names=(name, *more), type=type)


def make_claim(
    id: str,
    subject: str | Entity,
    relation: str,
    target: str | Entity | Word,
    *,
    by: str | Entity | None = None,
    start: int = 0,
    words: str = "les mots",
    **values: Any,
) -> Claim:
    """For instance ``make_claim("c1", "Alpha", "attacks", "Beta", by="Gamma")``; ``values`` as in the record."""
    given: dict[str, Any] = {"doc": "one", "polarity": "positive", "certainty": "certain", "when": None, "where": None}
    spans = (start, start + 3), None if isinstance(target, Word) else (start + 4, start + 8)
    evidence = Evidence(start=start, end=start + len(words), text=words, subject=spans[0], object=spans[1])
    return Claim(
        id=id,
        subject=entity(subject) if isinstance(subject, str) else subject,
        relation=relation,
        object=entity(target) if isinstance(target, str) else target,
        attribution=entity(by) if isinstance(by, str) else by,
        evidence=(evidence,),
        why=Why(entry="fr.tsv:1 verb attaquer", frame="active"),
        confidence=0.5,
        **(given | values),
    )
