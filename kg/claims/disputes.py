"""Which denial answers which claim.

In: relationships and their claims. Out: ``Dispute`` records, sorted. A denial disputes every claim of the same parties
and relation, and of every kind of that relation: who denies any support denies having supplied, too. The other way
round it does not: who denies having supplied has said nothing of support in general.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.claims.ids import content_id
from kg.records import Claim, Dispute, Entity, Relationship
from kg.vocabulary import Vocabulary


def find_disputes(
    relationships: Iterable[Relationship], claims: Iterable[Claim], vocabulary: Vocabulary
) -> tuple[Dispute, ...]:
    """All pairs of a claim and its denial, whoever says them."""
    known = {claim.id: claim for claim in claims}
    said: defaultdict[str, list[str]] = defaultdict(list)
    denied: defaultdict[str, list[str]] = defaultdict(list)
    for relationship in relationships:
        for kind in _kinds(relationship.relation, vocabulary):
            place = _place(relationship, kind, vocabulary)
            said[place] += [c for c in relationship.claims if known[c].polarity == "positive"]
        own = _place(relationship, relationship.relation, vocabulary)
        denied[own] += [c for c in relationship.claims if known[c].polarity == "negative"]
    pairs = {(claim, denial) for place, denials in denied.items() for denial in denials for claim in said[place]}
    return tuple(Dispute(claim=claim, denial=denial) for claim, denial in sorted(pairs))


def disputed(disputes: Iterable[Dispute]) -> Mapping[str, tuple[str, ...]]:
    """Claim -> the denials of it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for dispute in disputes:
        found[dispute.claim].append(dispute.denial)
    return {claim: tuple(denials) for claim, denials in found.items()}


def _kinds(name: str, vocabulary: Vocabulary) -> Iterable[str]:
    """A relation and those that it is a kind of."""
    at: str | None = name
    while at is not None:
        yield at
        relation = vocabulary.relations.get(at)
        at = relation.parent if relation else None


def _place(relationship: Relationship, relation: str, vocabulary: Vocabulary) -> str:
    """What a claim and its denial share: the parties, and the relation that is said or denied."""
    target = relationship.object
    parties = [["entity", relationship.subject.id]]
    parties.append(["entity", target.id] if isinstance(target, Entity) else ["word", target.literal])
    known = vocabulary.relations.get(relation)
    if known is not None and known.symmetric:
        parties.sort()
    return content_id(relation, parties)
