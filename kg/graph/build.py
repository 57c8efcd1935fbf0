"""From records to RDF: one named graph per document, claims and all they rest on in the default graph.

In: a ``Corpus`` and the ``Vocabulary``. Out: quads without blank nodes, or a TriG file that is the same byte for byte
whatever the order of the records. A claim whose words do not stand in its document stops the build: no evidence, no
edge. Models: RDF reification, PROV-O, Web Annotation (https://www.w3.org/TR/annotation-model/#selectors).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import BuildError, OutputError
from kg.graph.accounts import account_quads, relationship_quads
from kg.graph.entities import Voices, document_quads, entity_quads, merged_entities, speaker
from kg.graph.iris import DEFAULT_BASE, OA, ONTOLOGY, PROV, RDF, SCHEMA, Minter, prefixes, term
from kg.graph.known import surroundings
from kg.graph.literals import bounds, decimal, integer, moment, text
from kg.graph.trig import trig_lines
from kg.records import Claim, Corpus, Document, Entity, Evidence, Relationship, Span, Word
from kg.vocabulary import Vocabulary

_TYPE = term(RDF, "type")
_CONTEXT = 32
"""Characters of context before and after a quotation, as Web Annotation advises for finding it again."""


def graph_quads(corpus: Corpus, vocabulary: Vocabulary, base_iri: str = DEFAULT_BASE) -> tuple[Quad, ...]:
    """Every quad of the graph, in no particular order and possibly twice; ``BuildError`` names a broken claim."""
    return tuple(_Builder(corpus, vocabulary, base_iri).quads())


def write_trig(corpus: Corpus, vocabulary: Vocabulary, path: Path, base_iri: str = DEFAULT_BASE) -> int:
    """Writes the graph to ``path`` as sorted TriG (UTF-8) and gives the number of its lines.

    The file appears whole or not at all. ``OutputError`` when it cannot be written.
    """
    lines = list(trig_lines(_Builder(corpus, vocabulary, base_iri).quads(), prefixes(base_iri)))
    written = "".join(lines)
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(written, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another folder with -o") from error
    return written.count("\n")


class _Builder:
    def __init__(self, corpus: Corpus, vocabulary: Vocabulary, base_iri: str) -> None:
        self.corpus = corpus
        self.vocabulary = vocabulary
        self.mint = Minter(base_iri)
        self.voices = Voices(vocabulary, self.mint)
        self.documents = {document.id: document for document in corpus.documents}
        self.claims = {claim.id: claim for claim in corpus.claims}

    def quads(self) -> Iterator[Quad]:
        for document in self.corpus.documents:
            yield from document_quads(document, self.vocabulary, self.mint, self.voices)
        for entity in surroundings(self._entities(), self.vocabulary):
            yield from entity_quads(entity, self.vocabulary, self.mint)
        for claim in self.corpus.claims:
            yield from self._claim(claim)
        for relationship in self.corpus.relationships:
            yield from self._relationship(relationship)
        yield from account_quads(self.corpus, self.vocabulary, self.mint, self.voices)

    def _entities(self) -> Iterator[Entity]:
        yield from merged_entities(self.corpus)
        for document in self.corpus.documents:
            known = self.voices.known(document)
            if known:
                yield Entity(id=known.id, label=known.label, names=(), type=known.type, scope="gazetteer")

    def _relation(self, name: str, owner: str) -> NamedNode:
        relation = self.vocabulary.relations.get(name)
        if relation is None:
            raise BuildError(f"{owner} has the relation {name!r}, which the ontology lacks: add it to conflict.ttl")
        return NamedNode(relation.iri)

    def _object(self, value: Entity | Word) -> NamedNode | Literal:
        return self.mint.entity(value.id) if isinstance(value, Entity) else text(value.literal)

    def _triple(self, node: NamedNode, record: Claim | Relationship, owner: str) -> Iterator[Quad]:
        yield Quad(node, term(RDF, "subject"), self.mint.entity(record.subject.id))
        yield Quad(node, term(RDF, "predicate"), self._relation(record.relation, owner))
        yield Quad(node, term(RDF, "object"), self._object(record.object))

    def _claim(self, claim: Claim) -> Iterator[Quad]:
        document = self.documents.get(claim.doc)
        if document is None:
            raise BuildError(f"claim {claim.id} rests on document {claim.doc!r}, which the build does not hold")
        node, source = self.mint.claim(claim.id), self.mint.document(claim.doc)
        yield Quad(node, _TYPE, term(ONTOLOGY, "Claim"))
        yield from self._triple(node, claim, f"claim {claim.id}")
        yield Quad(node, term(ONTOLOGY, "polarity"), term(ONTOLOGY, claim.polarity.capitalize()))
        yield Quad(node, term(ONTOLOGY, "certainty"), term(ONTOLOGY, claim.certainty.capitalize()))
        yield Quad(node, term(PROV, "wasAttributedTo"), speaker(claim, document, self.voices, self.mint))
        yield Quad(node, term(PROV, "hadPrimarySource"), source)
        yield Quad(node, term(ONTOLOGY, "confidence"), decimal(claim.confidence))
        yield Quad(node, term(ONTOLOGY, "entry"), text(claim.why.entry))
        yield Quad(node, term(ONTOLOGY, "frame"), text(claim.why.frame))
        yield Quad(node, term(ONTOLOGY, "attributionRule"), text(claim.why.attribution))
        yield from self._circumstances(node, claim)
        for number, evidence in enumerate(sorted(claim.evidence, key=_position), start=1):
            yield from self._evidence(node, claim, number, evidence, document)
        if claim.polarity == "positive":
            predicate = self._relation(claim.relation, f"claim {claim.id}")
            yield Quad(self.mint.entity(claim.subject.id), predicate, self._object(claim.object), source)

    def _circumstances(self, node: NamedNode, claim: Claim) -> Iterator[Quad]:
        if claim.where:
            yield Quad(node, term(ONTOLOGY, "where"), self.mint.entity(claim.where.id))
        if claim.when:
            yield Quad(node, term(ONTOLOGY, "when"), moment(claim.when))
            first, last = bounds(claim.when)
            if first:
                yield Quad(node, term(SCHEMA, "startDate"), first)
            if last:
                yield Quad(node, term(SCHEMA, "endDate"), last)

    def _evidence(
        self, owner: NamedNode, claim: Claim, number: int, evidence: Evidence, document: Document
    ) -> Iterator[Quad]:
        _check_quotation(claim, evidence, document)
        node = self.mint.evidence(claim.id, number)
        position = self.mint.evidence(claim.id, number, "position")
        quotation = self.mint.evidence(claim.id, number, "quote")
        yield Quad(owner, term(ONTOLOGY, "evidence"), node)
        yield Quad(node, _TYPE, term(OA, "SpecificResource"))
        yield Quad(node, term(OA, "hasSource"), self.mint.document(claim.doc))
        yield Quad(node, term(OA, "hasSelector"), position)
        yield Quad(node, term(OA, "hasSelector"), quotation)
        yield from _position_selector(position, (evidence.start, evidence.end))
        yield from _quote_selector(quotation, evidence, document.text)
        for name, span in (("subject", evidence.subject), ("object", evidence.object)):
            if span is not None:
                mention = self.mint.evidence(claim.id, number, name)
                yield Quad(node, term(ONTOLOGY, f"{name}Span"), mention)
                yield from _position_selector(mention, span)

    def _relationship(self, relationship: Relationship) -> Iterator[Quad]:
        node = self.mint.relationship(relationship.id)
        yield Quad(node, _TYPE, term(ONTOLOGY, "Relationship"))
        yield from self._triple(node, relationship, f"relationship {relationship.id}")
        yield Quad(node, term(ONTOLOGY, "status"), term(ONTOLOGY, relationship.status.capitalize()))
        yield Quad(node, term(ONTOLOGY, "independentSources"), integer(relationship.sources))
        for claim in relationship.claims:
            yield Quad(node, term(ONTOLOGY, "claim"), self.mint.claim(claim))
        claims = (self.claims[claim] for claim in relationship.claims)
        yield from relationship_quads(relationship, claims, self.mint)


def _position(evidence: Evidence) -> tuple[int, int, Span, Span, str]:
    """Sort key: evidence is numbered by its place in the text."""
    return evidence.start, evidence.end, evidence.subject, evidence.object or (-1, -1), evidence.text


def _check_quotation(claim: Claim, evidence: Evidence, document: Document) -> None:
    """The quoted words must be the document's own, wherever its text is at hand."""
    if document.text and document.text[evidence.start : evidence.end] != evidence.text:
        raise BuildError(
            f"claim {claim.id}: the quotation at {evidence.start}-{evidence.end} is not what stands there in "
            f"document {claim.doc!r}; the reader that made the claim is at fault"
        )


def _position_selector(node: NamedNode, span: Span) -> Iterator[Quad]:
    yield Quad(node, _TYPE, term(OA, "TextPositionSelector"))
    yield Quad(node, term(OA, "start"), integer(span[0]))
    yield Quad(node, term(OA, "end"), integer(span[1]))


def _quote_selector(node: NamedNode, evidence: Evidence, whole: str) -> Iterator[Quad]:
    yield Quad(node, _TYPE, term(OA, "TextQuoteSelector"))
    yield Quad(node, term(OA, "exact"), text(evidence.text))
    before = whole[max(0, evidence.start - _CONTEXT) : evidence.start]
    after = whole[evidence.end : evidence.end + _CONTEXT]
    if before:
        yield Quad(node, term(OA, "prefix"), text(before))
    if after:
        yield Quad(node, term(OA, "suffix"), text(after))
