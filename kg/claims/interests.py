"""Who has a stake in what it says: the speaker is a party to its own claim, an organ of a party, or an ally of one.

In: resolved claims, their relationships and sources, the vocabulary. Out: ``Interest`` records, sorted. The speaker of
what a document says itself is its publisher, where the gazetteer or the texts know it. Everything rests on the
gazetteer and on this graph: a flag says where a speaker stands, not that the claim is wrong.

- party: the speaker is the subject or object of the claim.
- organ: the speaker and the party are one side. A force, body or medium of a state or group belongs to it, and so does
  who leads, is a member of or speaks for it, as the texts say; a state serves nobody, and two bodies of a state are one
  side. Places and populations are nobody's organ.
- ally: support or alliance between the two sides is asserted or alleged in this graph, and not contested.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.claims.voices import Sources
from kg.names import fold
from kg.records import Claim, Entity, Interest, Relationship, Stake
from kg.vocabulary import Vocabulary

_ORDER: tuple[Stake, ...] = ("party", "organ", "ally")
_STATE, _PLACE, _POPULATION = "State", "Place", "Population"


@dataclass(slots=True)
class _Ties:
    """What binds parties: whom each serves, and by which relationships each pair is said to side with each other."""

    serves: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    allies: defaultdict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))


def find_interests(
    claims: Iterable[Claim], relationships: Iterable[Relationship], sources: Sources, vocabulary: Vocabulary
) -> tuple[Interest, ...]:
    """Each speaker's stake in its claim, the nearest one for each party of the claim."""
    claims, relationships = tuple(claims), tuple(relationships)
    known = {claim.id: claim for claim in claims}
    ties = _ties(relationships, known, vocabulary)
    sides = _Sides(ties, vocabulary)
    own = {claim: item.id for item in relationships for claim in item.claims}
    speakers = _Speakers(claims, sources)
    found: list[Interest] = []
    for claim in claims:
        speaker = speakers.of(claim)
        if speaker is not None:
            found += (
                i
                for party in _parties(claim, vocabulary)
                if (i := sides.interest(claim.id, speaker, party, own.get(claim.id)))
            )
    return tuple(sorted(found, key=lambda i: (i.claim, _ORDER.index(i.stake), i.through)))


class _Speakers:
    """Who speaks in a claim: who is quoted, else the publisher where the gazetteer or the claims know it."""

    def __init__(self, claims: Iterable[Claim], sources: Sources) -> None:
        self._sources = sources
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for party in (claim.subject, claim.object, claim.attribution):
                if isinstance(party, Entity) and party.scope != "document":
                    for name in party.names:
                        self._named[fold(name)].add(party.id)

    def of(self, claim: Claim) -> str | None:
        """The id of the speaker; None where it is nobody known."""
        if claim.attribution is not None:
            return claim.attribution.id
        publisher = self._sources.publisher(claim.doc)
        if publisher is None or publisher.id is not None:
            return publisher.id if publisher else None
        found = self._named.get(fold(publisher.label), set())
        return min(found) if len(found) == 1 else None


def _parties(claim: Claim, vocabulary: Vocabulary) -> Iterator[str]:
    """The subject and object that can have a side: no word, place or people."""
    for party in dict.fromkeys((claim.subject, claim.object)):
        if isinstance(party, Entity) and _takes_sides(party.type, vocabulary):
            yield party.id


def _takes_sides(kind: str, vocabulary: Vocabulary) -> bool:
    if vocabulary.is_a(kind, _STATE):
        return True
    return not any(vocabulary.is_a(kind, name) for name in (_PLACE, _POPULATION))


def _ties(relationships: Iterable[Relationship], claims: Mapping[str, Claim], vocabulary: Vocabulary) -> _Ties:
    ties = _Ties()
    for item in sorted(relationships, key=lambda item: item.id):
        relation = vocabulary.relations.get(item.relation)
        said = item.status != "contested" and any(claims[c].polarity == "positive" for c in item.claims)
        if relation is None or not isinstance(item.object, Entity) or not said:
            continue
        if relation.serves and not vocabulary.is_a(item.subject.type, _STATE):
            ties.serves[item.subject.id].add(item.object.id)
        if relation.supportive and _takes_sides(item.object.type, vocabulary):
            ties.allies[frozenset({item.subject.id, item.object.id})].add(item.id)
    return ties


class _Sides:
    """The sides of a conflict, as far as the gazetteer and the ties tell them."""

    def __init__(self, ties: _Ties, vocabulary: Vocabulary) -> None:
        self._ties, self._vocabulary = ties, vocabulary
        self._known: dict[str, frozenset[str]] = {}

    def interest(self, claim: str, speaker: str, party: str, own: str | None) -> Interest | None:
        """The speaker's stake in what it says of ``party``; None where nothing tells of one.

        ``own`` is the relationship of the claim itself, which makes nobody an ally.
        """
        if speaker == party:
            return Interest(claim=claim, stake="party", through=party)
        ours, theirs = self.of(speaker), self.of(party)
        if ours & theirs:
            return Interest(claim=claim, stake="organ", through=party)
        allied = {id_ for a in ours for b in theirs for id_ in self._ties.allies.get(frozenset({a, b}), ())}
        basis = min(allied - {own}, default=None)
        return Interest(claim=claim, stake="ally", through=party, basis=basis) if basis else None

    def of(self, party: str) -> frozenset[str]:
        """The party, whom it serves, and the state or group behind each of them."""
        found = self._known.get(party)
        if found is None:
            served = {party, *self._ties.serves.get(party, ())}
            found = self._known[party] = frozenset({*served, *(m for id_ in served for m in self._masters(id_))})
        return found

    def _masters(self, id_: str) -> Iterator[str]:
        entry = self._vocabulary.gazetteer.get(id_)
        if entry is not None and _takes_sides(entry.type, self._vocabulary):
            yield from (master for master in (entry.state, entry.organ_of) if master is not None)
