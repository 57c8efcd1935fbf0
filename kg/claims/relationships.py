"""Claims with the same subject, relation and object, side by side as one relationship.

In: resolved claims, their documents, the vocabulary. Out: ``Relationship`` records sorted by id, with a status and the
number of independent sources. Nothing is averaged away: every claim's id stays in its relationship.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.claims.duplicates import find_duplicates
from kg.claims.ids import content_id
from kg.names import fold
from kg.records import Claim, Document, Entity, Relationship, Status
from kg.vocabulary import Vocabulary


def find_relationships(
    claims: Iterable[Claim], documents: Iterable[Document], vocabulary: Vocabulary
) -> tuple[Relationship, ...]:
    """All relationships of the claims. The order of the parties does not count for a symmetric relation."""
    documents = tuple(documents)
    clusters = find_duplicates(documents)
    publishers = {d.id: fold(d.publisher) for d in documents if d.publisher and fold(d.publisher)}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_relationship_id(claim, vocabulary)].append(claim)
    return tuple(_relationship(id_, groups[id_], clusters, publishers) for id_ in sorted(groups))


def _relationship_id(claim: Claim, vocabulary: Vocabulary) -> str:
    parties = [["entity", claim.subject.id], _key(claim)]
    relation = vocabulary.relations.get(claim.relation)
    if relation is not None and relation.symmetric:
        parties.sort()
    return content_id("relationship", claim.relation, parties)


def _key(claim: Claim) -> list[str]:
    return ["entity", claim.object.id] if isinstance(claim.object, Entity) else ["word", claim.object.literal]


def _relationship(
    id_: str, claims: Sequence[Claim], clusters: Mapping[str, str], publishers: Mapping[str, str]
) -> Relationship:
    # Of the two directions of a symmetric relation the one by the smaller ids stands for both.
    shown = min(claims, key=lambda c: (c.subject.id, _key(c)))
    positive = [c for c in claims if c.polarity == "positive"]
    return Relationship(
        id=id_,
        subject=shown.subject,
        relation=shown.relation,
        object=shown.object,
        status=status(claims),
        sources=count_sources(positive or claims, clusters, publishers),
        claims=tuple(sorted(c.id for c in claims)),
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


def count_sources(claims: Iterable[Claim], clusters: Mapping[str, str], publishers: Mapping[str, str]) -> int:
    """The number of independent voices.

    A speaker counts once, whoever quotes it; an unnamed source once in all copies of a text. Documents that speak for
    themselves count once when they are near-identical or come from one publisher.
    """
    speakers: set[tuple[str, ...]] = set()
    authors: set[str] = set()
    for claim in claims:
        speaker = claim.attribution
        if speaker is None:
            authors.add(claim.doc)
        elif speaker.scope == "document":
            speakers.add(("unnamed", clusters.get(claim.doc, claim.doc), fold(speaker.label)))
        else:
            speakers.add(("named", speaker.id))
    return len(speakers) + _count_voices(authors, clusters, publishers)


def _count_voices(documents: Iterable[str], clusters: Mapping[str, str], publishers: Mapping[str, str]) -> int:
    """Connected groups of documents: a cluster of copies or a publisher connects them."""
    groups: list[set[tuple[str, str]]] = []
    for doc in sorted(documents):
        marks = {("cluster", clusters.get(doc, doc))}
        if doc in publishers:
            marks.add(("publisher", publishers[doc]))
        joined = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks] + [marks.union(*joined)]
    return len(groups)
