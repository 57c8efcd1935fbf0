"""Small claims, parties and documents for tests of the claim world."""

from __future__ import annotations

from dataclasses import replace

from kg.ontology import load_vocabulary
from kg.records import Certainty, Claim, Document, Entity, Evidence, Polarity, Why

SHIPPED = load_vocabulary()
VOCABULARY = replace(SHIPPED, gazetteer={}, lexicon=(), judgements=())
SYMMETRIC = next(r.name for r in SHIPPED.relations.values() if r.symmetric)
DIRECTED = next(r.name for r in SHIPPED.relations.values() if r.range == "Entity")


def entity(*names: str, type_: str = "ArmedGroup", scope: str = "named", id_: str | None = None) -> Entity:
    """A party under these names, the first its label."""
    return Entity(id=id_ or f"id {names[0]}", label=names[0], names=names, type=type_, scope=scope)  # type: ignore[arg-type]


def claim(
    doc: str,
    subject: Entity,
    target: Entity,
    *,
    relation: str = DIRECTED,
    at: int = 0,
    speaker: Entity | None = None,
    polarity: Polarity = "positive",
    certainty: Certainty = "certain",
    where: Entity | None = None,
) -> Claim:
    """A claim with ten characters of evidence from ``at`` on."""
    evidence = Evidence(start=at, end=at + 10, text="x" * 10, subject=(at, at + 2), object=(at + 4, at + 6))
    return Claim(
        id=f"{doc} {at}",
        doc=doc,
        subject=subject,
        relation=relation,
        object=target,
        polarity=polarity,
        certainty=certainty,
        attribution=speaker,
        when=None,
        where=where,
        evidence=(evidence,),
        why=Why(entry="e", frame="f"),
        confidence=0.9,
    )


def document(id_: str, text: str = "", publisher: str | None = None) -> Document:
    """A document whose text, unless given, resembles no other."""
    text = text or " ".join(f"{id_}{i}" for i in range(50))
    return Document(id=id_, path=f"{id_}.txt", text=text, body=(0, len(text)), digest="", publisher=publisher)
