"""What the gazetteer knows of a party or place, as RDF: where it lies, whose body it is, what it was before.

In: gazetteer entries. Out: quads of the default graph. They claim nothing: a succession or membership of the gazetteer
is common knowledge with its dates, apart from what documents say. Whatever they point at must be described as well, so
``surroundings`` adds the regions, states, predecessors and successors of the entities of a graph. Models: GeoSPARQL
(points as WKT), schema.org (``containedInPlace``, ``startDate``), https://www.w3.org/TR/vocab-org/#org:Membership.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.iris import GEO, ONTOLOGY, RDF, SCHEMA, SKOS, WGS84, XSD, Minter, term
from kg.graph.literals import bounds, decimal, moment
from kg.records import Entity
from kg.vocabulary import GazetteerEntry, Membership, Succession, Vocabulary

_TYPE = term(RDF, "type")


def surroundings(entities: Iterable[Entity], vocabulary: Vocabulary) -> tuple[Entity, ...]:
    """The entities with all that is said of them leads to, sorted by id."""
    found = {entity.id: entity for entity in entities}
    later = defaultdict(list)
    for entry in vocabulary.gazetteer.values():
        for succession in entry.successions:
            later[succession.predecessor].append(entry.id)
    todo = list(found)
    while todo:
        known = vocabulary.gazetteer.get(todo.pop())
        for id_ in (*_targets(known, vocabulary), *later[known.id]) if known is not None else ():
            if id_ not in found:
                other = vocabulary.gazetteer[id_]
                found[id_] = Entity(id=id_, label=other.label, names=(), type=other.type, scope="gazetteer")
                todo.append(id_)
    return tuple(found[id_] for id_ in sorted(found))


def _targets(entry: GazetteerEntry, vocabulary: Vocabulary) -> Iterator[str]:
    """The entries that an entry's own quads point at."""
    links = (_container(entry, vocabulary), entry.state)
    yield from (id_ for id_ in links if id_ in vocabulary.gazetteer and id_ is not None)
    yield from (s.predecessor for s in entry.successions)
    yield from (m.organization for m in entry.memberships)


def _container(entry: GazetteerEntry, vocabulary: Vocabulary) -> str | None:
    """What a place lies in directly: its region, else its state."""
    place = vocabulary.is_a(entry.type, "Place") and not vocabulary.is_a(entry.type, "Actor")
    return (entry.within or entry.state) if place else None


def known_quads(entry: GazetteerEntry, vocabulary: Vocabulary, mint: Minter) -> Iterator[Quad]:
    """All that the gazetteer says of an entry, besides its class and names."""
    node = mint.entity(entry.id)
    for match in entry.exact:
        yield Quad(node, term(SKOS, "exactMatch"), NamedNode(match))
    yield from _point(node, entry)
    container = _container(entry, vocabulary)
    if container:
        yield Quad(node, term(SCHEMA, "containedInPlace"), mint.entity(container))
    if entry.state:
        yield Quad(node, term(ONTOLOGY, "bodyOf"), mint.entity(entry.state))
    for succession in entry.successions:
        yield from _succession(node, entry.id, succession, mint)
    for membership in entry.memberships:
        yield from _membership(node, entry.id, membership, mint)


def _point(node: NamedNode, entry: GazetteerEntry) -> Iterator[Quad]:
    if entry.point is None:
        return
    latitude, longitude = (decimal(degrees).value for degrees in entry.point)
    degrees = term(XSD, "decimal")
    yield Quad(node, term(WGS84, "lat"), Literal(latitude, datatype=degrees))
    yield Quad(node, term(WGS84, "long"), Literal(longitude, datatype=degrees))
    # WKT puts longitude first: GeoSPARQL's default reference system is CRS84.
    point = Literal(f"POINT({longitude} {latitude})", datatype=term(GEO, "wktLiteral"))
    yield Quad(node, term(GEO, "asWKT"), point)


def _succession(node: NamedNode, id_: str, succession: Succession, mint: Minter) -> Iterator[Quad]:
    predecessor = mint.entity(succession.predecessor)
    yield Quad(node, term(ONTOLOGY, "succeeds"), predecessor)
    event = mint.succession(id_, succession.predecessor, succession.when)
    yield Quad(node, term(ONTOLOGY, "succession"), event)
    yield Quad(event, _TYPE, term(ONTOLOGY, "Succession"))
    yield Quad(event, term(ONTOLOGY, "predecessor"), predecessor)
    yield from _dates(event, succession.when)


def _membership(node: NamedNode, id_: str, membership: Membership, mint: Minter) -> Iterator[Quad]:
    event = mint.membership(id_, membership.organization, membership.role, membership.when)
    yield Quad(node, term(ONTOLOGY, "membership"), event)
    yield Quad(event, _TYPE, term(ONTOLOGY, "Membership"))
    yield Quad(event, term(ONTOLOGY, "organization"), mint.entity(membership.organization))
    for role, language in ((membership.role, "fr"), (membership.role_en, "en")):
        if role:
            yield Quad(event, term(ONTOLOGY, "role"), Literal(role, language=language))
    yield from _dates(event, membership.when)


def _dates(event: NamedNode, when: str) -> Iterator[Quad]:
    if not when:
        return
    yield Quad(event, term(ONTOLOGY, "when"), moment(when))
    for name, day in zip(("startDate", "endDate"), bounds(when), strict=True):
        if day:
            yield Quad(event, term(SCHEMA, name), day)
