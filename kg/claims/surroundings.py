"""What claims tell of a party beside its names: its company, its countries, and whom it stands against.

In: claims of any documents, the gazetteer. Out: for each entity of each document, the third parties that claims mention
with it, the countries that its document is about, and the entities that share a claim with it as the other party.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.names import fold
from kg.records import Claim, Entity
from kg.vocabulary import GazetteerEntry

Node = tuple[str, str]
"""Document and id of an entity in it."""
_NOBODY: frozenset[str] = frozenset()
_NONE: frozenset[Node] = frozenset()
_STATE = "State"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """By entity of a document: ``company`` by id or folded name, ``opposite`` by node; by document: ``countries``."""

    _company: Mapping[Node, set[str]] = field(default_factory=dict)
    _opposite: Mapping[Node, set[Node]] = field(default_factory=dict)
    _countries: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def company(self, node: Node) -> Iterable[str]:
        """Third parties that claims mention with the entity: gazetteer ids, or folded names."""
        return self._company.get(node, _NOBODY)

    def opposite(self, node: Node) -> Iterable[Node]:
        """The entities that are the other party of a claim."""
        return self._opposite.get(node, _NONE)

    def countries(self, doc: str) -> frozenset[str]:
        """The states (ids) that the claims of a document are about."""
        return self._countries.get(doc, _NOBODY)


def find_surroundings(claims: Iterable[Claim], gazetteer: Mapping[str, GazetteerEntry]) -> Surroundings:
    """The surroundings of every entity of the claims."""
    company: dict[Node, set[str]] = defaultdict(set)
    opposite: dict[Node, set[Node]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        sides = [party for party in (claim.subject, claim.object) if isinstance(party, Entity)]
        for party in _parties(claim):
            entry = gazetteer.get(party.id)
            state = (entry.id if entry.type == _STATE else entry.state) if entry else None
            if state:
                countries[claim.doc].add(state)
            if party.scope != "document":
                names = {_told(other) for other in sides if other.id != party.id and other.scope != "document"}
                if names:
                    company[claim.doc, party.id] |= names
        if len(sides) == 2 and sides[0].id != sides[1].id:
            one, other = ((claim.doc, side.id) for side in sides)
            opposite[one].add(other)
            opposite[other].add(one)
    return Surroundings(company, opposite, {doc: frozenset(found) for doc, found in countries.items()})


def _parties(claim: Claim) -> Iterator[Entity]:
    for party in (claim.subject, claim.object, claim.attribution, claim.where):
        if isinstance(party, Entity):
            yield party


def _told(party: Entity) -> str:
    return party.id if party.scope == "gazetteer" else fold(party.label)
