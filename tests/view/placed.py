"""The sample corpus on a map: its parties and places known to a gazetteer, and speakers with a stake."""

from __future__ import annotations

import functools
from dataclasses import replace

from view.sample import corpus, relationships, sample_claims
from view.sample import vocabulary as invented

from kg.records import Claim, Corpus, Entity, Interest
from kg.vocabulary import GazetteerEntry, Vocabulary

_ENTRIES = (
    ("ostrie", "State", "Ostrie", None, None),
    ("sarkanie", "State", "Sarkanie", None, None),
    ("fas", "ArmedForces", "Forces armées sarkaniennes", "sarkanie", None),
    ("fld", "ArmedGroup", "FLD", None, None),
    ("tin-amar", "Place", "Tin-Amar", "sarkanie", (19.5, 1.25)),
    ("kessou", "Place", "Kessou", "sarkanie", None),
)


@functools.cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the sample with a gazetteer: one place with a point, one without."""
    entries = [
        GazetteerEntry(id=name, iri=name, type=kind, label=label, names=(label,), state=state, point=point)
        for name, kind, label, state, point in _ENTRIES
    ]
    return replace(invented(), gazetteer={entry.id: entry for entry in entries})


@functools.cache
def seated() -> Vocabulary:
    """The same, and the capital of Ostria on the map (in the middle of Chad)."""
    known = vocabulary()
    capital = GazetteerEntry(id="varn", iri="varn", type="Place", label="Varn", names=("Varn",), point=(15.0, 19.0))
    ostria = replace(known.gazetteer["ostrie"], capital="varn")
    return replace(known, gazetteer={**known.gazetteer, "ostrie": ostria, "varn": capital})


@functools.cache
def placed_corpus() -> Corpus:
    """The sample corpus, its known parties from the gazetteer; Ostria's denials are those of an interested party."""
    claims = tuple(_placed(claim) for claim in sample_claims())
    interests = tuple(
        Interest(claim=claim.id, stake="party", through="ostrie")
        for claim in claims
        if claim.attribution is not None and claim.attribution.id == "ostrie"
    )
    return replace(corpus(claims), relationships=relationships(claims), interests=interests)


def _placed(claim: Claim) -> Claim:
    known = {name for name, *_ in _ENTRIES}

    def place(party: Entity) -> Entity:
        return replace(party, scope="gazetteer") if party.id in known else party

    return replace(
        claim,
        subject=place(claim.subject),
        object=place(claim.object) if isinstance(claim.object, Entity) else claim.object,
        where=place(claim.where) if claim.where else None,
        attribution=place(claim.attribution) if claim.attribution else None,
    )
