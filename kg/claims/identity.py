"""Who is the same: named and known parties of many documents become clusters.

In: the entities of each document, what surrounds them, the vocabulary with people's judgements. Out: clusters with the
reason of every merge, and the doubts: pairs that a person should judge. The order of the steps is fixed: what people
said, then equal names, then names that are spelled alike, then acronyms and their full forms, then short names that
need the corpus (surnames, initials). A later step sees what the earlier ones joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.claims.clusters import Cluster, Clusters
from kg.claims.decisions import Decisions, Side
from kg.claims.features import SAME, Match
from kg.claims.matching import Matcher
from kg.claims.pairing import AMBIGUOUS, Pair, Pairing, sides_differ
from kg.claims.recognition import recognise
from kg.claims.surroundings import Node, Surroundings, find_surroundings
from kg.records import Claim, Entity, Merge
from kg.vocabulary import Vocabulary

_JUDGED, _EQUAL = "judged by a person", "same spelling"


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """Two clusters that may be one party: the names that suggest it, and what speaks for and against."""

    one: Cluster
    other: Cluster
    names: tuple[str, str]
    match: Match


@dataclass(frozen=True, slots=True)
class Identity:
    """The clusters in a fixed order, the doubts with the greatest score first, and how many names were compared."""

    clusters: tuple[Cluster, ...]
    doubts: tuple[Doubt, ...]
    compared: int


def identify(entities: Mapping[Node, Entity], vocabulary: Vocabulary, claims: Iterable[Claim]) -> Identity:
    """The clusters of the named and known entities of ``claims``; gazetteer entries that no entity is are left out."""
    matcher = Matcher(vocabulary)
    known = recognise(entities, vocabulary, matcher)
    surroundings = find_surroundings(claims, vocabulary, known)
    merger = _Merger(entities, vocabulary, matcher, known, surroundings)
    merger.join_judged()
    merger.join_known()
    merger.join_equal()
    doubts = merger.join_alike()
    clusters = sorted((c for c in merger.clusters if c.nodes), key=lambda cluster: min(cluster.nodes))
    return Identity(tuple(clusters), tuple(doubts), merger.matcher.compared)


class _Merger:
    """One run: clusters that grow step by step."""

    def __init__(
        self,
        entities: Mapping[Node, Entity],
        vocabulary: Vocabulary,
        matcher: Matcher,
        known: Mapping[Node, str],
        surroundings: Surroundings,
    ) -> None:
        self.matcher = matcher
        self._known = known
        decisions = Decisions(vocabulary.judgements)
        self.clusters = Clusters(decisions, self.matcher, surroundings)
        self.clusters.add_entries(vocabulary.gazetteer)
        self._named: list[tuple[Entity, Cluster]] = []
        for node, entity in sorted(entities.items()):
            if entity.scope == "gazetteer":
                self.clusters.add_known(node, entity)
            elif entity.scope == "named":
                self._named.append((entity, self.clusters.add_named(node, entity)))

    def join_judged(self) -> None:
        """What people said is the same."""
        by_side: dict[Side, list[Cluster]] = defaultdict(list)
        for cluster in self.clusters:
            for side in sorted(cluster.sides):
                by_side[side].append(cluster)
        for one, other in self.clusters.decisions.same:
            for a in by_side[one]:
                for b in by_side[other]:
                    if a.root is not b.root and self.clusters.join(a, b, _judged(a, b), judged=True):
                        break

    def join_known(self) -> None:
        """Parties that are plainly known ones."""
        for cluster in [cluster for _, cluster in self._named]:
            ids = {self._known[node] for node in cluster.root.nodes if node in self._known}
            if len(ids) == 1:
                known = self.clusters.of_entry[ids.pop()].root
                self.clusters.join(known, cluster, self._equal(known, cluster.root))

    def join_equal(self) -> None:
        """Parties that share a proper name; not by a surname alone, nor places of different countries."""
        by_key: dict[str, list[Cluster]] = defaultdict(list)
        for _, cluster in self._named:
            for text in sorted(cluster.texts):
                name = self.matcher.name(text, cluster.texts[text])
                if not name.acronym and not name.surname_only:
                    by_key[name.key].append(cluster)
        for key in sorted(by_key):
            for group in self._by_country(by_key[key]):
                self.clusters.join_all(group, self._equal, self._agreeing)

    def _agreeing(self, one: Cluster, other: Cluster) -> bool:
        """Whether the classes fit and nothing tells of two bearers of one name, as the features have it."""
        if not self._fitting(one, other):
            return False
        names = [self.matcher.name(text, type_) for text, type_ in {**one.texts, **other.texts}.items()]
        if all(name.sort == "person" for name in names) and sides_differ(one, other):
            return False
        apart = bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries)
        shared = not one.company.isdisjoint(other.company)
        return not apart or shared or not all(name.common or name.acronym for name in names)

    def _equal(self, one: Cluster, other: Cluster) -> Merge | None:
        """Why two clusters are joined on a name that they share; nothing where both write it alike."""
        if not one.texts.keys().isdisjoint(other.texts):
            return None
        keys = {self.matcher.name(text, type_).key: text for text, type_ in sorted(one.texts.items())}
        for text, type_ in sorted(other.texts.items()):
            key = self.matcher.name(text, type_).key
            if key in keys:
                return Merge(names=(keys[key], text), score=1.0, reasons=((_EQUAL, 1.0),))
        return None

    def _fitting(self, one: Cluster, other: Cluster) -> bool:
        """Whether their classes may be readings of one party without a wrong guess."""
        return all(self.matcher.compatible(a, b) for a in one.types for b in other.types)

    def _by_country(self, clusters: Iterable[Cluster]) -> list[list[Cluster]]:
        """Places in groups that share a country; all other parties in one group."""
        groups: list[tuple[set[str], list[Cluster]]] = []
        others: list[Cluster] = []
        for cluster in clusters:
            if any(self.matcher.sort(type_) != "place" for type_ in cluster.types) or not cluster.countries:
                others.append(cluster)
                continue
            met = [group for group in groups if group[0] & cluster.countries]
            joined = (cluster.countries.union(*(g[0] for g in met)), [*(c for g in met for c in g[1]), cluster])
            groups = [group for group in groups if not any(group is g for g in met)] + [joined]
        if len(groups) <= 1:
            return [[*others, *(cluster for _, group in groups for cluster in group)]]
        return [others, *(group for _, group in groups)]

    def join_alike(self) -> list[Doubt]:
        """Everything that needs the table of features; what stays between same and different is a doubt."""
        pairing = Pairing(self.matcher, self.clusters)
        pairs = pairing.find()
        self._join_pairs(pairing, [pair for pair in pairs if not _needs_corpus(pair)])
        pairing.count_bearers(pairs)
        self._join_acronyms(pairing)
        self._join_pairs(pairing, [pair for pair in pairs if _needs_corpus(pair)])
        return self._doubts(pairing, pairs)

    def _join_pairs(self, pairing: Pairing, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            one, other = pair.one.root, pair.other.root
            if self.clusters.may_join(one, other):
                match = pairing.match(pair)
                if match.answer == "same":
                    names = pair.names[0].text, pair.names[1].text
                    self.clusters.join(one, other, Merge(names=names, score=match.score, reasons=match.reasons))

    def _join_acronyms(self, pairing: Pairing) -> None:
        """An acronym with one meaning joins all who bear it; with several, only those who do not say which."""
        by_acronym: dict[str, list[Cluster]] = defaultdict(list)
        for _, cluster in self._named:
            for text in sorted(cluster.texts):
                name = self.matcher.name(text, cluster.texts[text])
                if name.acronym:
                    by_acronym[name.key].append(cluster)
        for acronym, clusters in sorted(by_acronym.items()):
            if pairing.meanings(acronym.upper()) <= 1:
                self.clusters.join_all(clusters, self._equal, self._fitting)
                continue
            self._join_to_nearest(acronym, clusters, pairing)
            alone = [cluster for cluster in clusters if cluster.root.keys == {acronym}]
            self.clusters.join_all(alone, self._equal, self._agreeing)

    def _join_to_nearest(self, acronym: str, clusters: Iterable[Cluster], pairing: Pairing) -> None:
        """Of several meanings of an acronym, that which alone is met in texts on the same countries."""
        for cluster in clusters:
            countries = cluster.root.countries
            if not countries or pairing.has_full_name(cluster.root):
                continue
            near = pairing.explained(acronym.upper(), countries)
            if len(near) == 1 and near[0].countries and self._fitting(near[0], cluster.root):
                self.clusters.join(near[0], cluster, self._equal(near[0], cluster.root))

    def _doubts(self, pairing: Pairing, pairs: Iterable[Pair]) -> list[Doubt]:
        best: dict[tuple[int, int], Doubt] = {}
        for pair in pairs:
            one, other = sorted((pair.one.root, pair.other.root), key=lambda cluster: cluster.place)
            if not self.clusters.may_join(one, other) or not (one.nodes or other.nodes):
                continue
            match = pairing.match(pair)
            before = best.get((one.place, other.place))
            if pairing.is_open(pair, match) and (before is None or match.score > before.match.score):
                names = [name.text for name in pair.names]
                if pair.one.root is not one:
                    names.reverse()
                best[one.place, other.place] = Doubt(one, other, (names[0], names[1]), match)
        return sorted(best.values(), key=lambda doubt: (-doubt.match.score, doubt.one.place, doubt.other.place))


def _needs_corpus(pair: Pair) -> bool:
    """Whether other bearers, or acronyms joined before, decide on the pair."""
    names = pair.names
    return pair.best[0] in AMBIGUOUS or any(name.acronym or name.surname_only for name in names) or pair.best[1] < SAME


def _judged(one: Cluster, other: Cluster) -> Merge:
    """Why two clusters are joined that a person judged the same."""
    names = min(one.texts, default=""), min(other.texts, default="")
    return Merge(names=names, score=1.0, reasons=((_JUDGED, 1.0),))
