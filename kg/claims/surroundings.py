"""What claims tell of a party beside its names: its company, its countries, whom it serves and stands against.

In: claims of any documents, the vocabulary. Out: for each entity of each document, the third parties that claims
mention with it, the countries that its document is about, the entities that share a claim with it as the other party,
and the sides that it leads, belongs to or speaks for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.names import fold
from kg.records import Claim, Entity
from kg.vocabulary import GazetteerEntry, Vocabulary

Node = tuple[str, str]
"""Document and id of an entity in it."""
_NOBODY: frozenset[str] = frozenset()
_NONE: frozenset[Node] = frozenset()
_UNKNOWN: Mapping[Node, str] = {}
_STATE, _PERSON = "State", "Person"
_REBEL, _REBELS = "no state", ("ArmedGroup", "Militia")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """By entity of a document: ``company`` by id or folded name, ``opposite`` by node; by document: ``countries``."""

    _company: Mapping[Node, set[str]] = field(default_factory=dict)
    _opposite: Mapping[Node, set[Node]] = field(default_factory=dict)
    _countries: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _sides: Mapping[Node, set[str]] = field(default_factory=dict)

    def company(self, node: Node) -> Iterable[str]:
        """Third parties that claims mention with the entity: gazetteer ids, or folded names."""
        return self._company.get(node, _NOBODY)

    def opposite(self, node: Node) -> Iterable[Node]:
        """The entities that are the other party of a claim."""
        return self._opposite.get(node, _NONE)

    def countries(self, doc: str) -> frozenset[str]:
        """The states (ids) that the claims of a document are about."""
        return self._countries.get(doc, _NOBODY)

    def sides(self, node: Node) -> Iterable[str]:
        """The states (ids) that the entity serves through a body of theirs, or « no state » for a group in arms."""
        return self._sides.get(node, _NOBODY)


def countries_of(entry: GazetteerEntry | None, gazetteer: Mapping[str, GazetteerEntry]) -> frozenset[str]:
    """The states (ids) that an entry is, or whose body or place it is; of a person, those of its offices."""
    if entry is None:
        return _NOBODY
    bodies = (gazetteer.get(membership.organization) for membership in entry.memberships)
    states = [entry.id if entry.type == _STATE else entry.state]
    if entry.type == _PERSON:
        states += [body.id if body.type == _STATE else body.state for body in bodies if body is not None]
    return frozenset(state for state in states if state)


def find_surroundings(
    claims: Iterable[Claim], vocabulary: Vocabulary, known: Mapping[Node, str] = _UNKNOWN
) -> Surroundings:
    """The surroundings of every entity of the claims; ``known`` are those that prove to be an entry (its id)."""
    gazetteer = vocabulary.gazetteer
    company: dict[Node, set[str]] = defaultdict(set)
    opposite: dict[Node, set[Node]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    serving: dict[Node, set[str]] = defaultdict(set)
    for claim in claims:
        sides = [party for party in (claim.subject, claim.object) if isinstance(party, Entity)]
        ids = [known.get((claim.doc, side.id), side.id) for side in sides]
        for party in _parties(claim):
            id_ = known.get((claim.doc, party.id), party.id)
            countries[claim.doc] |= countries_of(gazetteer.get(id_), gazetteer)
            if party.scope != "document":
                told = zip(sides, ids, strict=True)
                names = {_told(side, i, gazetteer) for side, i in told if i != id_ and side.scope != "document"}
                if names:
                    company[claim.doc, party.id] |= names
        if len(sides) == 2 and sides[0].id != sides[1].id:
            one, other = ((claim.doc, side.id) for side in sides)
            opposite[one].add(other)
            opposite[other].add(one)
            if _serves(claim, vocabulary):
                serving[one] |= _side(sides[1], gazetteer.get(ids[1]), vocabulary)
    return Surroundings(company, opposite, {doc: frozenset(found) for doc, found in countries.items()}, serving)


def _serves(claim: Claim, vocabulary: Vocabulary) -> bool:
    relation = vocabulary.relations.get(claim.relation)
    return relation is not None and relation.serves and claim.polarity == "positive"


def _side(body: Entity, entry: GazetteerEntry | None, vocabulary: Vocabulary) -> frozenset[str]:
    """The state of a state's body; « no state » for an armed group that is none's; nothing for what takes no side."""
    if entry is not None and (states := countries_of(entry, vocabulary.gazetteer)):
        return states
    rebels = any(vocabulary.is_a(body.type, name) for name in _REBELS)
    return frozenset({_REBEL}) if rebels and body.scope != "document" else _NOBODY


def _parties(claim: Claim) -> Iterator[Entity]:
    for party in (claim.subject, claim.object, claim.attribution, claim.where):
        if isinstance(party, Entity):
            yield party


def _told(party: Entity, id_: str, gazetteer: Mapping[str, GazetteerEntry]) -> str:
    return id_ if id_ in gazetteer or party.scope == "gazetteer" else fold(party.label)
