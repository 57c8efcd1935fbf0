"""Claims with the same subject, relation and object, side by side as one relationship.

In: resolved claims, their documents, the vocabulary. Out: ``Relationship`` records sorted by id, with a status, the
independent voices and the dates. Nothing is averaged away: every claim's id stays in its relationship.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.claims.ids import content_id
from kg.claims.moments import earliest_and_latest, extent
from kg.claims.voices import Sources, Voices
from kg.records import Claim, Document, Entity, Relationship, Status
from kg.vocabulary import Vocabulary


def find_relationships(
    claims: Iterable[Claim], documents: Iterable[Document], vocabulary: Vocabulary, sources: Sources | None = None
) -> tuple[Relationship, ...]:
    """All relationships of the claims. The order of the parties does not count for a symmetric relation.

    ``sources`` is what was found of the documents before; it is found anew without it.
    """
    claims, documents = tuple(claims), tuple(documents)
    voices = Voices(sources or Sources(documents, vocabulary), claims, vocabulary)
    dates = {document.id: document.date for document in documents}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_relationship_id(claim, vocabulary)].append(claim)
    return tuple(_relationship(id_, groups[id_], voices, dates) for id_ in sorted(groups))


def _relationship_id(claim: Claim, vocabulary: Vocabulary) -> str:
    parties = [["entity", claim.subject.id], _key(claim)]
    relation = vocabulary.relations.get(claim.relation)
    if relation is not None and relation.symmetric:
        parties.sort()
    return content_id("relationship", claim.relation, parties)


def _key(claim: Claim) -> list[str]:
    return ["entity", claim.object.id] if isinstance(claim.object, Entity) else ["word", claim.object.literal]


def _relationship(id_: str, claims: Sequence[Claim], voices: Voices, dates: Mapping[str, str | None]) -> Relationship:
    # Of the two directions of a symmetric relation the one by the smaller ids stands for both.
    shown = min(claims, key=lambda c: (c.subject.id, _key(c)))
    told = [c for c in claims if c.polarity == "positive"] or claims
    heard = voices.of(told)
    return Relationship(
        id=id_,
        subject=shown.subject,
        relation=shown.relation,
        object=shown.object,
        status=status(claims),
        sources=len(heard),
        claims=tuple(sorted(c.id for c in claims)),
        voices=heard,
        reported=earliest_and_latest(dates.get(c.doc) for c in claims),
        claimed=extent(c.when for c in told),
    )


def status(claims: Iterable[Claim]) -> Status:
    """Section 4 of the guidelines: what the claims amount to together.

    ``contested``: at least one positive and one negative claim. ``asserted``: some document says so plainly in its own
    voice. ``alleged``: only speakers say so, or nobody is sure; so is what was only ever denied, since nobody says so.
    """
    found = list(claims)
    if len({c.polarity for c in found}) > 1:
        return "contested"
    in_own_voice = any(c.polarity == "positive" and c.attribution is None and c.certainty == "certain" for c in found)
    return "asserted" if in_own_voice else "alleged"
