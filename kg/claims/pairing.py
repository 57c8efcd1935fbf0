"""Pairs of clusters whose names are alike, with what the corpus says of each pair.

In: clusters, a matcher. Out: ``Pair`` records, best first, and for each a ``Match`` as things stand. Names are compared
once; what the corpus says is asked anew whenever clusters have grown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kg.claims.blocking import find_candidates
from kg.claims.clusters import Cluster
from kg.claims.features import SEVERAL, UNSURE, Match, Setting, match
from kg.claims.matching import Matcher
from kg.claims.sounds import loose
from kg.claims.spelled import Name

_BEST_LIFT = 0.3
"""What surroundings can add to the features of names at most; less alike names are not looked at again."""
_RELATED = 0.45
"""Two full names that are at least so alike may be two forms of one."""
_FULL_NAMES = 6
"""As many full names of each of two parties are compared at most."""
_FEW = 4
"""So many parties that one name fits are offered to a person, one by one."""
AMBIGUOUS = frozenset(
    {"initials of full name", "letters of full name", "initials of given names", "parts left out", "surname of"}
)
"""Features that more than one party may have with a short name."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two clusters (as they were first), a name of each, and the feature of names that gives most."""

    one: Cluster
    other: Cluster
    names: tuple[Name, Name]
    best: tuple[str, float]

    @property
    def short(self) -> Cluster:
        """The bearer of the shorter name: the one that may fit several."""
        return self.one if len(self.names[0].key) <= len(self.names[1].key) else self.other


class Pairing:
    """Finds and judges pairs of clusters."""

    def __init__(self, matcher: Matcher, clusters: Iterable[Cluster]) -> None:
        self._matcher = matcher
        self._clusters = list(clusters)
        self._bearers: dict[tuple[Cluster, str], set[Cluster]] = {}
        self._surnames: dict[str, set[Cluster]] = {}
        self._explained: dict[str, set[Cluster]] = {}

    def find(self) -> list[Pair]:
        """All pairs of clusters whose names are alike, the most alike first."""
        names = [(self._matcher.name(text, t), i) for i, c in enumerate(self._clusters) for text, t in c.texts.items()]
        spelled, bearers = [name for name, _ in names], [i for _, i in names]
        found = []
        known = {i for i, cluster in enumerate(self._clusters) if cluster.known}
        for a, b in find_candidates(spelled, bearers, self._comparable, known):
            best = self._matcher.alike(spelled[a], spelled[b])
            if best[1] > UNSURE - _BEST_LIFT:
                one, other = self._clusters[bearers[a]], self._clusters[bearers[b]]
                found.append(Pair(one, other, (spelled[a], spelled[b]), best))
        found.sort(key=lambda pair: (-pair.best[1], pair.one.place, pair.other.place, pair.names[0].text))
        return found

    def _comparable(self, one: int, other: int) -> bool:
        first, second = self._clusters[one], self._clusters[other]
        if first.known and second.known:
            return False
        return all(self._matcher.comparable(a, b) for a in first.types for b in second.types)

    def count_bearers(self, pairs: Iterable[Pair]) -> None:
        """Notes for each short name how many parties it fits, as things stand."""
        self._bearers = defaultdict(set)
        for pair in pairs:
            if pair.best[0] in AMBIGUOUS:
                far = pair.other if pair.short is pair.one else pair.one
                self._bearers[pair.short, pair.best[0]].add(far.root)
        self._surnames, self._explained = defaultdict(set), defaultdict(set)
        for cluster in self._clusters:
            names = [self._matcher.name(text, type_) for text, type_ in cluster.texts.items()]
            for name in names:
                if name.sort == "person" and len(name.words) > 1:
                    self._surnames[loose(name.words[-1])].add(cluster.root)
                elif name.acronym and any(not other.acronym for other in names):
                    self._explained[name.acronym].add(cluster.root)

    def match(self, pair: Pair) -> Match:
        """How well the two clusters match, as things stand."""
        return match(*pair.names, self._setting(pair), pair.best)

    def is_open(self, pair: Pair, found: Match) -> bool:
        """Whether a person should judge it: it is unsure, or so is each of the few parties that one name fits."""
        several = dict(found.reasons).get(SEVERAL, 0.0)
        one, other = pair.one.root, pair.other.root
        near = bool(one.nodes and other.nodes) or not one.countries.isdisjoint(other.countries)
        few = several < 0 and near and self._count(pair) <= _FEW
        return found.score - (several if few else 0.0) >= UNSURE

    def _setting(self, pair: Pair) -> Setting:
        one, other = pair.one.root, pair.other.root
        return Setting(
            company=len(one.company & other.company),
            one_text=not one.docs.isdisjoint(other.docs),
            classes_differ=not all(self._matcher.compatible(a, b) for a in one.types for b in other.types),
            one_claim=not one.opposite.isdisjoint(other.nodes),
            countries_apart=bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries),
            countries_shared=not one.countries.isdisjoint(other.countries),
            unplaced=bool(one.known or other.known) and one.countries.isdisjoint(other.countries),
            titles_shared=not self._titles(one).isdisjoint(self._titles(other)),
            bearers=self._count(pair),
            sides_differ=sides_differ(one, other),
            full_names_differ=self._full_names_differ(one, other),
        )

    def _titles(self, cluster: Cluster) -> frozenset[str]:
        return frozenset(t for text, type_ in cluster.texts.items() for t in self._matcher.name(text, type_).titles)

    def _count(self, pair: Pair) -> int:
        """How many parties fit the shorter name; of a surname or an acronym, how many bear it with a whole name.

        Those in texts on other countries than the bearer's of the short name do not count.
        """
        first, second = pair.names
        if first.acronym and first.acronym == second.acronym:
            return self.meanings(first.acronym, pair.one.root.countries & pair.other.root.countries)
        alone = next((name for name in pair.names if name.surname_only), None)
        if alone is None:
            return len({cluster.root for cluster in self._bearers.get((pair.short, pair.best[0]), ())}) or 1
        bearers = {cluster.root for cluster in self._surnames.get(loose(alone.words[0]), ())}
        where = pair.short.root.countries
        return len([c for c in bearers if _may_be_met(c, where) and not self._otherwise_titled(c, alone)])

    def _otherwise_titled(self, cluster: Cluster, alone: Name) -> bool:
        """« Mme Diallo » is not the Diallo who is a « M. », nor « le général Diallo » the one who is a « colonel »."""
        sexes = {self._matcher.name(text, type_).sex for text, type_ in cluster.texts.items()} - {""}
        titles = self._titles(cluster)
        apart = bool(alone.titles and titles) and alone.titles.isdisjoint(titles)
        return apart or (bool(alone.sex and sexes) and alone.sex not in sexes)

    def meanings(self, acronym: str, countries: AbstractSet[str] = frozenset()) -> int:
        """For how many parties, in texts on these countries, an acronym has full names that are not alike."""
        return len(self.explained(acronym, countries))

    def explained(self, acronym: str, countries: AbstractSet[str] = frozenset()) -> list[Cluster]:
        """One party for each such meaning, the first met; without countries, of the whole corpus."""
        found: list[Cluster] = []
        for cluster in sorted({c.root for c in self._explained.get(acronym, ())}, key=lambda c: c.place):
            near = _may_be_met(cluster, countries)
            if near and all(self._full_names_differ(cluster, other) for other in found):
                found.append(cluster)
        return found

    def _full_names_differ(self, one: Cluster, other: Cluster) -> bool:
        full, others = self._full_names(one), self._full_names(other)
        return bool(full and others) and not any(self._matcher.alike(a, b)[1] >= _RELATED for a in full for b in others)

    def has_full_name(self, cluster: Cluster) -> bool:
        """Whether some text names the party in full."""
        return bool(self._full_names(cluster))

    def _full_names(self, cluster: Cluster) -> list[Name]:
        names = (self._matcher.name(text, type_) for text, type_ in sorted(cluster.texts.items()))
        return [name for name in names if len(name.words) > 1 and not name.acronym][:_FULL_NAMES]


def _may_be_met(cluster: Cluster, countries: AbstractSet[str]) -> bool:
    """Whether texts on these countries may speak of the party: unless all that is known of it is about others.

    An entry of the gazetteer that no text names must be of one of them.
    """
    if not countries or not cluster.countries:
        return not countries or bool(cluster.nodes)
    return not cluster.countries.isdisjoint(countries)


def sides_differ(one: Cluster, other: Cluster) -> bool:
    """Whether claims say whom each serves, and nobody in common."""
    return bool(one.sides_served and other.sides_served) and one.sides_served.isdisjoint(other.sides_served)
