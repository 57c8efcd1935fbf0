"""From RDF back to records, so that every export and every reader of ``graph.trig`` sees the same claims.

In: the quads of a graph that ``kg.graph.build`` wrote, and the vocabulary. Out: ``Claim`` and ``Relationship`` records,
sorted by id, with what ``kg.graph.accounts`` wrote about them. What the graph does not hold comes back as its neutral
value: the scope of an entity is ``named``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast, get_args

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import OutputError
from kg.graph.iris import DCTERMS, OA, ONTOLOGY, PROV, RDF, RDFS, SKOS, local_id
from kg.records import (
    Certainty,
    Claim,
    Dispute,
    Entity,
    Evidence,
    Framing,
    Interest,
    Polarity,
    Relationship,
    Reprint,
    Span,
    Stake,
    Status,
    Voice,
    Why,
    Word,
)
from kg.vocabulary import Vocabulary

Node = NamedNode | Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """What a graph says about claims, sorted as a build sorts it."""

    interests: tuple[Interest, ...]
    disputes: tuple[Dispute, ...]
    reprints: tuple[Reprint, ...]
    framings: tuple[Framing, ...]


def read_accounts(quads: Iterable[Quad], vocabulary: Vocabulary) -> Accounts:
    """Stakes, denials, reprints and framings; errors as in ``read_records``."""
    reader = _Reader(quads, vocabulary)
    interests = [i for claim in reader.of_type("Claim") for i in reader.interests(claim)]
    disputes = [d for claim in reader.of_type("Claim") for d in reader.disputes(claim)]
    reprints = [r for document in reader.of_type("Document") for r in reader.reprints(document)]
    framings = [reader.framing(node) for node in reader.of_type("Framing")]
    order = get_args(Stake)
    return Accounts(
        interests=tuple(sorted(interests, key=lambda i: (i.claim, order.index(i.stake), i.through))),
        disputes=tuple(sorted(disputes, key=lambda d: (d.claim, d.denial))),
        reprints=tuple(sorted(reprints, key=lambda r: (r.of, r.document))),
        framings=tuple(sorted(framings, key=lambda f: (f.actor, f.word, f.by))),
    )


def read_records(quads: Iterable[Quad], vocabulary: Vocabulary) -> tuple[tuple[Claim, ...], tuple[Relationship, ...]]:
    """All claims and relationships; an ``OutputError`` names a node that lacks something."""
    reader = _Reader(quads, vocabulary)
    claims = [reader.claim(node) for node in reader.of_type("Claim")]
    relationships = [reader.relationship(node) for node in reader.of_type("Relationship")]
    return tuple(sorted(claims, key=lambda c: c.id)), tuple(sorted(relationships, key=lambda r: r.id))


class _Reader:
    def __init__(self, quads: Iterable[Quad], vocabulary: Vocabulary) -> None:
        self._objects: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
        self._subjects: defaultdict[str, list[NamedNode]] = defaultdict(list)
        self._relations = {relation.iri: name for name, relation in vocabulary.relations.items()}
        self._classes = {entity_class.iri: name for name, entity_class in vocabulary.classes.items()}
        self._entities: dict[str, Entity] = {}
        for quad in quads:
            known = isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
            if known and isinstance(quad.graph_name, DefaultGraph):
                subject, value = cast(NamedNode, quad.subject), cast(Node, quad.object)
                self._objects[subject.value, quad.predicate.value].append(value)
                if quad.predicate.value == RDF + "type":
                    self._subjects[value.value].append(subject)

    def of_type(self, name: str) -> list[NamedNode]:
        return self._subjects[ONTOLOGY + name]

    def _all(self, node: Node, namespace: str, name: str) -> list[Node]:
        return self._objects.get((node.value, namespace + name), [])

    def _maybe(self, node: Node, namespace: str, name: str) -> Node | None:
        found = self._all(node, namespace, name)
        return found[0] if found else None

    def _one(self, node: Node, namespace: str, name: str) -> Node:
        found = self._maybe(node, namespace, name)
        if found is None:
            raise OutputError(f"<{node.value}> has no {name}: the graph is not one that `kg build` wrote")
        return found

    def _name(self, node: Node, namespace: str, name: str, known: dict[str, str]) -> str:
        iri = self._one(node, namespace, name).value
        if iri not in known:
            raise OutputError(f"<{node.value}> has the {name} <{iri}>, which the ontology lacks; build again")
        return known[iri]

    def _value(self, node: Node, name: str) -> str:
        """``positive`` of ``ckg:Positive``."""
        return self._one(node, ONTOLOGY, name).value.removeprefix(ONTOLOGY).lower()

    def entity(self, node: Node) -> Entity:
        found = self._entities.get(node.value)
        if found is None:
            label = self._one(node, SKOS, "prefLabel").value
            others = sorted(name.value for name in self._all(node, SKOS, "altLabel"))
            kind = self._name(node, RDF, "type", self._classes)
            found = Entity(id=local_id(node.value), label=label, names=tuple(sorted({label, *others})), type=kind)
            self._entities[node.value] = found
        return found

    def _object(self, node: NamedNode) -> Entity | Word:
        value = self._one(node, RDF, "object")
        return Word(literal=value.value) if isinstance(value, Literal) else self.entity(value)

    def _speaker(self, node: NamedNode, document: Node) -> Entity | None:
        """None when the document speaks itself; an agency that quotes itself is found by a rule of its own."""
        speaker = self._one(node, PROV, "wasAttributedTo")
        own = [*self._all(document, DCTERMS, "publisher"), *self._all(document, DCTERMS, "creator")]
        found_by_rule = self._one(node, ONTOLOGY, "attributionRule").value != "author"
        return self.entity(speaker) if found_by_rule or speaker not in own else None

    def claim(self, node: NamedNode) -> Claim:
        document = self._one(node, PROV, "hadPrimarySource")
        when, where = self._maybe(node, ONTOLOGY, "when"), self._maybe(node, ONTOLOGY, "where")
        evidence = sorted((self._evidence(e) for e in self._all(node, ONTOLOGY, "evidence")), key=lambda e: e.start)
        return Claim(
            id=local_id(node.value),
            doc=local_id(document.value),
            subject=self.entity(self._one(node, RDF, "subject")),
            relation=self._name(node, RDF, "predicate", self._relations),
            object=self._object(node),
            polarity=cast(Polarity, self._value(node, "polarity")),
            certainty=cast(Certainty, self._value(node, "certainty")),
            attribution=self._speaker(node, document),
            when=when.value if when else None,
            where=self.entity(where) if where else None,
            evidence=tuple(evidence),
            why=Why(
                entry=self._one(node, ONTOLOGY, "entry").value,
                frame=self._one(node, ONTOLOGY, "frame").value,
                attribution=self._one(node, ONTOLOGY, "attributionRule").value,
            ),
            confidence=float(self._one(node, ONTOLOGY, "confidence").value),
        )

    def _evidence(self, node: Node) -> Evidence:
        words, place = "", (0, 0)
        for selector in self._all(node, OA, "hasSelector"):
            exact = self._maybe(selector, OA, "exact")
            if exact is not None:
                words = exact.value
            else:
                place = self._span(selector)
        mention = self._maybe(node, ONTOLOGY, "objectSpan")
        return Evidence(
            start=place[0],
            end=place[1],
            text=words,
            subject=self._span(self._one(node, ONTOLOGY, "subjectSpan")),
            object=self._span(mention) if mention else None,
        )

    def _span(self, node: Node) -> Span:
        return int(self._one(node, OA, "start").value), int(self._one(node, OA, "end").value)

    def relationship(self, node: NamedNode) -> Relationship:
        return Relationship(
            id=local_id(node.value),
            subject=self.entity(self._one(node, RDF, "subject")),
            relation=self._name(node, RDF, "predicate", self._relations),
            object=self._object(node),
            status=cast(Status, self._value(node, "status")),
            sources=int(self._one(node, ONTOLOGY, "independentSources").value),
            claims=self._ids(node, "claim"),
            voices=tuple(sorted(map(self.voice, self._all(node, ONTOLOGY, "voice")), key=lambda v: v.claims)),
            reported=(self._text(node, "firstReported"), self._text(node, "lastReported")),
            claimed=(self._text(node, "firstClaimed"), self._text(node, "lastClaimed")),
        )

    def _ids(self, node: Node, name: str) -> tuple[str, ...]:
        return tuple(sorted(local_id(found.value) for found in self._all(node, ONTOLOGY, name)))

    def _text(self, node: Node, name: str) -> str | None:
        found = self._maybe(node, ONTOLOGY, name)
        return found.value if found else None

    def voice(self, node: Node) -> Voice:
        speaker = self._maybe(node, ONTOLOGY, "speaker")
        return Voice(
            label=self._one(node, RDFS, "label").value,
            speaker=local_id(speaker.value) if speaker else None,
            documents=self._ids(node, "inDocument"),
            claims=self._ids(node, "says"),
        )

    def interests(self, claim: Node) -> Iterator[Interest]:
        for node in self._all(claim, ONTOLOGY, "interest"):
            basis = self._maybe(node, ONTOLOGY, "basis")
            yield Interest(
                claim=local_id(claim.value),
                stake=cast(Stake, self._value(node, "stake")),
                through=local_id(self._one(node, ONTOLOGY, "through").value),
                basis=local_id(basis.value) if basis else None,
            )

    def disputes(self, denial: Node) -> Iterator[Dispute]:
        for claim in self._all(denial, ONTOLOGY, "disputes"):
            yield Dispute(claim=local_id(claim.value), denial=local_id(denial.value))

    def reprints(self, document: Node) -> Iterator[Reprint]:
        origin = self._maybe(document, ONTOLOGY, "origin")
        label = self._one(origin, SKOS, "prefLabel").value if origin else None
        for head in self._all(document, ONTOLOGY, "reprintOf"):
            yield Reprint(document=local_id(document.value), of=local_id(head.value), origin=label)

    def framing(self, node: Node) -> Framing:
        return Framing(
            actor=local_id(self._one(node, ONTOLOGY, "framedActor").value),
            word=self._one(node, ONTOLOGY, "word").value,
            by=self._one(node, ONTOLOGY, "by").value,
            documents=self._ids(node, "inDocument"),
        )
