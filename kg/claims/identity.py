"""Who is the same: named parties of many documents become clusters.

In: the entities of each document, the vocabulary with people's judgements. Out: clusters of entities. Two named parties
are one when they share a proper name after folding and their classes are compatible. An acronym joins a party to the
one full name that some document gives it; an acronym that documents explain differently joins nothing. What people
judged different or unsure stays apart, whatever the names say; what they judged the same is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.names import fold, fold_words
from kg.records import Entity
from kg.vocabulary import Vocabulary

_LONGEST_ACRONYM = 10
_TOP_LEVELS = 2
"""Classes this near the root (entity, actor, place) are too broad to make two of their subclasses compatible."""

Node = tuple[str, str]
"""Document and id of an entity in it."""


@dataclass(slots=True)
class Cluster:
    """Entities that are one party: the nodes, their classes and the folded proper names."""

    nodes: set[Node]
    types: set[str]
    keys: set[str]


def find_clusters(entities: dict[Node, Entity], vocabulary: Vocabulary) -> list[Cluster]:
    """The clusters of named entities, in order of their first node."""
    merger = _Merger(entities, vocabulary)
    merger.join_judged()
    merger.join_names()
    merger.join_acronyms()
    return sorted(merger.clusters(), key=lambda cluster: min(cluster.nodes))


def compatible(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether two classes may be two readings of one party: one is above the other, or both share a close parent."""
    if vocabulary.is_a(one, other) or vocabulary.is_a(other, one):
        return True
    first, second = vocabulary.classes.get(one), vocabulary.classes.get(other)
    if first is None or second is None:
        return False
    shared = first.ancestors & second.ancestors
    return any(len(vocabulary.classes[name].ancestors) > _TOP_LEVELS for name in shared if name in vocabulary.classes)


def is_acronym(name: str) -> bool:
    """« JNIM », « CSP-DPA », « FAMa », « M23 »: one short word, mostly capitals or digits."""
    letters = [c for c in name if c.isalnum()]
    raised = sum(c.isupper() or c.isdigit() for c in letters)
    return 2 <= len(letters) <= _LONGEST_ACRONYM and not any(c.isspace() for c in name) and 2 * raised > len(letters)


def proper_names(entity: Entity) -> frozenset[str]:
    """The folded names that may join the entity to others: proper names, without mere parts of longer ones.

    A surname alone (« Diallo » beside « Moussa Diallo ») or a description (« les séparatistes ») joins nobody.
    """
    proper = [name for name in {entity.label, *entity.names} if _is_proper(name)]
    words = {name: fold_words(name) for name in proper}
    longer = [set(found) for found in words.values() if len(found) > 1]
    parts = {n for n in proper if len(words[n]) == 1 and not is_acronym(n) and any(words[n][0] in w for w in longer)}
    return frozenset(fold(name) for name in proper if name not in parts) - {""}


def _is_proper(name: str) -> bool:
    """Whether the first word, articles aside, has a capital or digit."""
    words = [word for word in name.replace("’", "'").replace("'", " ").split() if any(c.isalnum() for c in word)]
    start = next((word for word in words if len(words) == 1 or word.casefold() not in _ARTICLES), "")
    return any(c.isupper() or c.isdigit() for c in start)


_ARTICLES = frozenset("le la les l un une des du de d the".split())


class _Merger:
    """Clusters under construction: each node points to its cluster; joining moves the smaller one's nodes."""

    def __init__(self, entities: dict[Node, Entity], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._entities = entities
        self._cluster: dict[Node, Cluster] = {}
        for node, entity in sorted(entities.items()):
            self._cluster[node] = Cluster(nodes={node}, types={entity.type}, keys=set(proper_names(entity)))
        judged = vocabulary.judgements
        self._same = [_folded_pair(j.names) for j in judged if j.verdict == "same"]
        self._apart = [_folded_pair(j.names) for j in judged if j.verdict != "same"]
        acronyms = {fold(n) for e in entities.values() for n in (e.label, *e.names) if is_acronym(n)}
        self._by_name: dict[str, list[Node]] = defaultdict(list)
        self._by_acronym: dict[str, list[Node]] = defaultdict(list)
        for node, cluster in self._cluster.items():
            for key in sorted(cluster.keys):
                (self._by_acronym if key in acronyms else self._by_name)[key].append(node)

    def clusters(self) -> list[Cluster]:
        return list({id(cluster): cluster for cluster in self._cluster.values()}.values())

    def join_judged(self) -> None:
        for pair in self._same:
            self._join_all([node for key in pair for node in (*self._by_name[key], *self._by_acronym[key])])

    def join_names(self) -> None:
        for nodes in self._by_name.values():
            self._join_all(nodes)

    def join_acronyms(self) -> None:
        """An acronym with one meaning joins all who bear it; with several, only those who do not say which."""
        for acronym, nodes in sorted(self._by_acronym.items()):
            explained = {id(self._cluster[n]) for n in nodes if self._cluster[n].keys - self._by_acronym.keys()}
            if len(explained) <= 1:
                self._join_all(nodes)
            else:
                self._join_all([n for n in nodes if self._cluster[n].keys == {acronym}])

    def _join_all(self, nodes: Sequence[Node]) -> None:
        """Joins each node to the first of the others that it may be joined to."""
        for i, node in enumerate(nodes):
            for other in nodes[:i]:
                if self._join(self._cluster[other], self._cluster[node]):
                    break

    def _join(self, one: Cluster, other: Cluster) -> bool:
        if one is other:
            return True
        if not self._may_join(one, other):
            return False
        big, small = (one, other) if len(one.nodes) >= len(other.nodes) else (other, one)
        big.nodes |= small.nodes
        big.types |= small.types
        big.keys |= small.keys
        for node in small.nodes:
            self._cluster[node] = big
        return True

    def _may_join(self, one: Cluster, other: Cluster) -> bool:
        if not all(compatible(a, b, self._vocabulary) for a in one.types for b in other.types):
            return False
        keys = {*one.keys, *other.keys}
        split = (pair for pair in self._apart if pair <= keys and len(pair) == 2)
        return not any(not pair <= one.keys and not pair <= other.keys for pair in split)


def _folded_pair(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))
