"""Which named entities are known parties, by what the gazetteer and their own documents say.

In: the entities of each document, the vocabulary. Out: an entry's id for each entity that is one beyond doubt. First
by a strong name that fits one entry only; these tell which countries a document is about, and a weak name (« Kinshasa »
for the state) then counts where exactly one entry of those countries bears it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.claims.matching import Matcher
from kg.claims.surroundings import Node, countries_of
from kg.names import fold
from kg.records import Entity
from kg.vocabulary import GazetteerEntry, Vocabulary

_Index = dict[str, list[GazetteerEntry]]


def recognise(entities: Mapping[Node, Entity], vocabulary: Vocabulary, matcher: Matcher) -> dict[Node, str]:
    """The id of the gazetteer entry of each named entity that is plainly one."""
    bearers = _Bearers(vocabulary, matcher)
    named = {node: entity for node, entity in sorted(entities.items()) if entity.scope == "named"}
    strong = {node: bearers.strong(entity) for node, entity in named.items()}
    found = {node: id_ for node, entries in strong.items() if (id_ := _only(entries))}
    countries = _countries(entities, found, vocabulary)
    surnames = _surnames(named, found, matcher)
    for node, entity in named.items():
        if matcher.name(entity.label, entity.type).key not in surnames and not any(
            matcher.sort(entry.type) == matcher.sort(entity.type) for entry in strong[node]
        ):
            near = [e for e in bearers.weak(entity) if countries[node[0]] & countries_of(e, vocabulary.gazetteer)]
            if id_ := _only(near):
                found[node] = id_
    return found


class _Bearers:
    """Finds the entries of a fitting class under the main name of an entity, else under another full name of it."""

    def __init__(self, vocabulary: Vocabulary, matcher: Matcher) -> None:
        self._matcher = matcher
        self._strong: _Index = defaultdict(list)
        self._weak: _Index = defaultdict(list)
        for _, entry in sorted(vocabulary.gazetteer.items()):
            for index, names in ((self._strong, entry.names), (self._weak, entry.weak)):
                for key in sorted({fold(name) for name in names} - {""}):
                    index[key].append(entry)

    def strong(self, entity: Entity) -> list[GazetteerEntry]:
        """Those that bear it as a strong name."""
        return self._bearers(entity, self._strong)

    def weak(self, entity: Entity) -> list[GazetteerEntry]:
        """Those that bear it as a weak name."""
        return self._bearers(entity, self._weak)

    def _bearers(self, entity: Entity, index: _Index) -> list[GazetteerEntry]:
        for texts in ([entity.label], _full_names(entity, self._matcher)):
            names = [self._matcher.name(text, entity.type) for text in texts]
            keys = dict.fromkeys(key for name in names for key in (fold(name.text), name.key))
            found = {e.id: e for k in keys for e in index.get(k, ()) if self._matcher.compatible(e.type, entity.type)}
            if found:
                same = {id_: e for id_, e in found.items() if e.type == entity.type}
                return list((same or found).values())
        return []


def _full_names(entity: Entity, matcher: Matcher) -> Iterator[str]:
    """Its other names, without acronyms and single words, which may be another's."""
    return (n.text for n in matcher.proper_names(entity) if n.text != entity.label and len(n.words) > 1)


def _surnames(named: Mapping[Node, Entity], found: Mapping[Node, str], matcher: Matcher) -> frozenset[str]:
    """The surnames of persons whom the gazetteer lacks: alone, they may be theirs."""
    persons = (entity for node, entity in named.items() if node not in found and matcher.sort(entity.type) == "person")
    names = (name for entity in persons for name in matcher.proper_names(entity) if len(name.words) > 1)
    return frozenset(name.words[-1] for name in names)


def _only(entries: Iterable[GazetteerEntry]) -> str | None:
    ids = {entry.id for entry in entries}
    return ids.pop() if len(ids) == 1 else None


def _countries(
    entities: Mapping[Node, Entity], found: Mapping[Node, str], vocabulary: Vocabulary
) -> dict[str, set[str]]:
    """The states that known parties of each document are, belong to or lie in."""
    countries: dict[str, set[str]] = defaultdict(set)
    for node, entity in entities.items():
        entry = vocabulary.gazetteer.get(found.get(node, entity.id))
        countries[node[0]] |= countries_of(entry, vocabulary.gazetteer)
    return countries
