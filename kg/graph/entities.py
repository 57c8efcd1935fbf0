"""Parties, places and documents as RDF: what the claims point at.

In: records and the gazetteer. Out: quads of the default graph. An entity met in several documents gets one class and
one main name (the gazetteer's where it knows the entity) and every other name as ``skos:altLabel``, English ones with
their language. What the gazetteer knows besides (``kg.graph.known``) is said of known entities.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims.origins import unique_names
from kg.errors import BuildError
from kg.graph.iris import DCTERMS, ONTOLOGY, PROV, RDF, SKOS, XSD, Minter, term
from kg.graph.known import known_quads
from kg.graph.literals import moment, text
from kg.names import fold
from kg.records import Claim, Corpus, Document, Entity
from kg.vocabulary import GazetteerEntry, Vocabulary

_TYPE = term(RDF, "type")
_WEB = re.compile(r"https?://[^/]", re.IGNORECASE)


def merged_entities(corpus: Corpus) -> tuple[Entity, ...]:
    """One record per entity id, sorted by id: the commonest class and label, all names."""
    met: defaultdict[str, list[Entity]] = defaultdict(list)
    for claim in corpus.claims:
        for entity in (claim.subject, claim.object, claim.attribution, claim.where):
            if isinstance(entity, Entity):
                met[entity.id].append(entity)
    for relationship in corpus.relationships:
        for entity in (relationship.subject, relationship.object):
            if isinstance(entity, Entity):
                met[entity.id].append(entity)
    return tuple(_merge(met[identifier]) for identifier in sorted(met))


def _merge(records: list[Entity]) -> Entity:
    names = {name for record in records for name in (record.label, *record.names)}
    return Entity(
        id=records[0].id,
        label=_commonest(record.label for record in records),
        names=tuple(sorted(names)),
        type=_commonest(record.type for record in records),
        scope=records[0].scope,
    )


def _commonest(values: Iterable[str]) -> str:
    """The commonest value; of equally common ones the first in alphabetical order."""
    return min(Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


def class_iri(name: str, vocabulary: Vocabulary) -> NamedNode:
    """The IRI of a class; a ``BuildError`` when the ontology has no such class."""
    found = vocabulary.classes.get(name)
    if found is None:
        raise BuildError(f"an entity has the class {name!r}, which the ontology lacks: add it to conflict.ttl")
    return NamedNode(found.iri)


def entity_quads(entity: Entity, vocabulary: Vocabulary, mint: Minter) -> Iterator[Quad]:
    """Class, names, verified matches and position of one entity."""
    node = mint.entity(entity.id)
    entry = vocabulary.gazetteer.get(entity.id)
    label = entry.label if entry else entity.label
    english = frozenset(entry.english if entry else ())
    names = {*entity.names, *(entry.names if entry else ())} - {label, ""}
    yield Quad(node, _TYPE, class_iri(entry.type if entry else entity.type, vocabulary))
    yield Quad(node, term(SKOS, "prefLabel"), text(label))
    for name in names:
        yield Quad(node, term(SKOS, "altLabel"), Literal(name, language="en") if name in english else text(name))
    if entry:
        yield from known_quads(entry, vocabulary, mint)


class Voices:
    """Who speaks in a document when nobody is named: its publisher, else its unknown author."""

    def __init__(self, vocabulary: Vocabulary, mint: Minter) -> None:
        self._mint = mint
        self._known = unique_names(vocabulary.gazetteer.values())

    def known(self, document: Document) -> GazetteerEntry | None:
        """The gazetteer's entry for the publisher; None when no entry, or more than one, bears the name."""
        return self.named(document.publisher) if document.publisher else None

    def named(self, publisher: str) -> GazetteerEntry | None:
        """The one entry of this name."""
        return self._known.get(fold(publisher))

    def of(self, document: Document) -> NamedNode:
        """The agent to whom the document's own statements are attributed."""
        entry = self.known(document)
        if entry:
            return self._mint.entity(entry.id)
        return self._mint.publisher(document.publisher) if document.publisher else self._mint.author(document.id)


def document_quads(document: Document, vocabulary: Vocabulary, mint: Minter, voices: Voices) -> Iterator[Quad]:
    """What is known of a document, and the agent behind it."""
    node, agent = mint.document(document.id), voices.of(document)
    yield Quad(node, _TYPE, term(ONTOLOGY, "Document"))
    yield Quad(node, term(DCTERMS, "identifier"), text(document.id))
    yield Quad(node, term(DCTERMS, "source"), _source(document))
    yield Quad(node, term(DCTERMS, "language"), text(document.language))
    yield Quad(node, term(DCTERMS, "publisher" if document.publisher else "creator"), agent)
    yield Quad(node, term(ONTOLOGY, "textHash"), Literal(document.digest.upper(), datatype=term(XSD, "hexBinary")))
    if document.date:
        yield Quad(node, term(DCTERMS, "date"), moment(document.date))
    if document.title:
        yield Quad(node, term(DCTERMS, "title"), text(document.title))
    entry = voices.known(document)
    if entry:
        known = Entity(id=entry.id, label=entry.label, names=(), type=entry.type, scope="gazetteer")
        yield from entity_quads(known, vocabulary, mint)
    else:
        yield Quad(agent, _TYPE, term(PROV, "Agent"))
        yield Quad(agent, term(SKOS, "prefLabel"), text(document.publisher or f"auteur de {document.id}"))


def _source(document: Document) -> NamedNode | Literal:
    """The address of the text; the bare file name without one, so that no folder of the reader's leaks out."""
    if document.url and _WEB.match(document.url):
        try:
            return NamedNode(quote(document.url, safe="/:?#[]@!$&'()*+,;=%-._~"))
        except ValueError:
            return text(document.url)
    return text(document.url or PurePath(document.path).name)


def speaker(claim: Claim, document: Document, voices: Voices, mint: Minter) -> NamedNode:
    """Who says it: the one whom the document names, else the document's own voice."""
    return mint.entity(claim.attribution.id) if claim.attribution else voices.of(document)
