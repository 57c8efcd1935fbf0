"""Clusters of entities that are one party, and what keeps two of them apart.

In: entities by document and id, gazetteer entries, people's decisions. Out: ``Cluster`` records that only grow, by
joining two of them. Two known parties are never joined but by a person; classes that cannot be readings of one party
are never joined; nor are parties of which a person said that they are two, or that nobody knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.claims.decisions import Decisions, Side
from kg.claims.matching import Matcher
from kg.claims.surroundings import Node, Surroundings, countries_of
from kg.names import fold
from kg.records import Entity, Merge
from kg.vocabulary import GazetteerEntry


@dataclass(slots=True, eq=False)
class Cluster:
    """Entities that are one party.

    ``place`` orders clusters; ``keys`` are folded proper names and ``texts`` as they are written; ``known`` the ids of
    gazetteer entries (one, unless a person said that two are the same); ``merges`` says what was joined, and why.
    """

    place: int
    nodes: set[Node]
    types: set[str]
    keys: set[str]
    texts: dict[str, str]
    """Proper names with the class under which they were met."""
    known: set[str] = field(default_factory=set)
    sides: frozenset[Side] = frozenset()
    company: set[str] = field(default_factory=set)
    docs: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    sides_served: set[str] = field(default_factory=set)
    opposite: set[Node] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    into: Cluster | None = None

    @property
    def root(self) -> Cluster:
        """The cluster that this one was joined to, or itself."""
        found = self
        while found.into is not None:
            found = found.into
        if found is not self:
            self.into = found
        return found


class Clusters:
    """All clusters of one corpus."""

    def __init__(self, decisions: Decisions, matcher: Matcher, surroundings: Surroundings) -> None:
        self.decisions = decisions
        self._matcher = matcher
        self._surroundings = surroundings
        self._made: list[Cluster] = []
        self.of_entry: dict[str, Cluster] = {}

    def __iter__(self) -> Iterator[Cluster]:
        return (cluster for cluster in self._made if cluster.into is None)

    def add_entries(self, gazetteer: Mapping[str, GazetteerEntry]) -> None:
        """A cluster for each known party, without an entity yet."""
        for id_, entry in sorted(gazetteer.items()):
            texts = dict.fromkeys(entry.names, entry.type)
            keys = {fold(name) for name in entry.names} - {""}
            cluster = self._make(set(), entry.type, keys, texts, self.decisions.sides(keys, []))
            cluster.known.add(id_)
            cluster.countries |= countries_of(entry, gazetteer)
            self.of_entry[id_] = cluster

    def add_known(self, node: Node, entity: Entity) -> Cluster:
        """An entity that its document recognised as a known party."""
        cluster = self.of_entry.get(entity.id)
        if cluster is None:  # of another gazetteer: its id is all there is
            keys = {fold(entity.label)} - {""}
            cluster = self._make(set(), entity.type, keys, {entity.label: entity.type}, frozenset())
            cluster.known.add(entity.id)
            self.of_entry[entity.id] = cluster
        cluster.nodes.add(node)
        self._surround(cluster, node)
        return cluster

    def add_named(self, node: Node, entity: Entity) -> Cluster:
        """An entity with a name of its own, alone so far."""
        names = {name.text: fold(name.text) for name in self._matcher.proper_names(entity)}
        if self.decisions:
            gone = self.decisions.disowned(names.values(), fold(entity.label), node[0])
            names = {text: key for text, key in names.items() if key not in gone}
        keys = {*names.values(), *(self._matcher.name(text, entity.type).key for text in names)}
        cluster = self._make(
            {node}, entity.type, keys, dict.fromkeys(names, entity.type), self.decisions.sides(keys, [node[0]])
        )
        self._surround(cluster, node)
        return cluster

    def _make(
        self, nodes: set[Node], type_: str, keys: set[str], texts: dict[str, str], sides: frozenset[Side]
    ) -> Cluster:
        cluster = Cluster(len(self._made), nodes, {type_}, keys, texts, sides=sides)
        self._made.append(cluster)
        return cluster

    def _surround(self, cluster: Cluster, node: Node) -> None:
        cluster.docs.add(node[0])
        cluster.company |= set(self._surroundings.company(node))
        cluster.countries |= self._surroundings.countries(node[0])
        cluster.sides_served |= set(self._surroundings.sides(node))
        cluster.opposite |= set(self._surroundings.opposite(node))

    def may_join(self, one: Cluster, other: Cluster, *, judged: bool = False) -> bool:
        """Whether nothing but the names could keep the two apart."""
        if one is other:
            return False
        if not judged and one.known and other.known:
            return False
        if not all(self._matcher.comparable(a, b) for a in one.types for b in other.types):
            return False
        return not self.decisions.apart(one.sides, other.sides)

    def join(self, one: Cluster, other: Cluster, why: Merge | None = None, *, judged: bool = False) -> bool:
        """Make the two one, if nothing keeps them apart; whether they are one now."""
        one, other = one.root, other.root
        if one is other:
            return True
        if not self.may_join(one, other, judged=judged):
            return False
        big, small = sorted((one, other), key=lambda c: (-len(c.nodes) - len(c.keys), c.place))
        if not big.known and small.known:
            big.types = set(small.types)  # what a known party is, its entry says
        elif not big.known:
            big.types |= small.types
        big.nodes |= small.nodes
        big.keys |= small.keys
        big.known |= small.known
        big.docs |= small.docs
        big.company |= small.company
        big.countries |= small.countries
        big.sides_served |= small.sides_served
        big.opposite |= small.opposite
        big.texts = {**small.texts, **big.texts}
        big.sides |= small.sides
        big.merges += small.merges
        if why is not None:
            big.merges.append(why)
        small.into = big
        return True

    def join_all(
        self,
        clusters: Iterable[Cluster],
        why: Callable[[Cluster, Cluster], Merge | None],
        fitting: Callable[[Cluster, Cluster], bool],
    ) -> None:
        """Joins each to the first of the others that fits it and to which it may be joined."""
        met: list[Cluster] = []
        for cluster in dict.fromkeys(cluster.root for cluster in clusters):
            if any(cluster is other.root for other in met):
                continue
            fits = (other.root for other in met if fitting(other.root, cluster))
            if not any(self.join(other, cluster, why(other, cluster)) for other in fits):
                met.append(cluster)
