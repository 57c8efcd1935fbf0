"""The rules that compare one part of the graph with another: first of all « no evidence, no edge ».

In: the quads of a graph. Out: what breaks a rule, as ``Violation``. SHACL sees one graph and one node at a time; these
three rules join several, and a set is faster than a SPARQL constraint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.iris import OA, ONTOLOGY, PROV, RDF, term

_TYPE, _POSITIVE = term(RDF, "type"), term(ONTOLOGY, "Positive")
_TRIPLE = (term(RDF, "subject"), term(RDF, "predicate"), term(RDF, "object"))
_POLARITY, _CONTESTED = term(ONTOLOGY, "polarity"), term(ONTOLOGY, "Contested")
_USED = frozenset(
    {
        *_TRIPLE,
        _TYPE,
        _POLARITY,
        term(PROV, "hadPrimarySource"),
        term(OA, "hasSource"),
        term(OA, "hasSelector"),
        term(OA, "exact"),
        *(term(ONTOLOGY, name) for name in ("evidence", "claim", "status")),
    }
)

Node = object
Edge = tuple[Node, ...]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One broken rule: the IRI at fault (or the edge, written out), the rule in words, the value if there is one."""

    focus: str
    rule: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.focus}: {self.rule}" + (f" (found {self.value})" if self.value else "")


class _Facts:
    """The default graph as node -> predicate -> objects, only what the rules look at."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.objects: defaultdict[tuple[Node, Node], list[Node]] = defaultdict(list)
        self.of_type: defaultdict[Node, list[NamedNode]] = defaultdict(list)
        self.edges: list[Quad] = []
        for quad in quads:
            if not isinstance(quad.graph_name, DefaultGraph):
                self.edges.append(quad)
            elif quad.predicate in _USED:
                self.objects[quad.subject, quad.predicate].append(quad.object)
                if quad.predicate == _TYPE and isinstance(quad.subject, NamedNode):
                    self.of_type[quad.object].append(quad.subject)

    def get(self, node: Node, namespace: str, name: str) -> list[Node]:
        return self.objects.get((node, term(namespace, name)), [])

    def triple(self, node: Node) -> Edge:
        return tuple(part for predicate in _TRIPLE for part in self.objects.get((node, predicate), []))


def consistency_violations(quads: Iterable[Quad]) -> tuple[Violation, ...]:
    """Everything that breaks one of the three rules, sorted."""
    facts = _Facts(quads)
    found = {*_unproven_edges(facts), *_relationship_violations(facts)}
    return tuple(sorted(found))


def edges_without_evidence(quads: Iterable[Quad]) -> tuple[Quad, ...]:
    """The edges of document graphs that no positive claim with words from that document supports, sorted."""
    return tuple(sorted(_unproven(_Facts(quads)), key=str))


def _unproven(facts: _Facts) -> Iterator[Quad]:
    proven = {
        (*facts.triple(claim), document)
        for claim in facts.of_type[term(ONTOLOGY, "Claim")]
        if _POSITIVE in facts.objects.get((claim, _POLARITY), [])
        for document in facts.get(claim, PROV, "hadPrimarySource")
        if _is_quoted(facts, claim, document)
    }
    for edge in facts.edges:
        if (edge.subject, edge.predicate, edge.object, edge.graph_name) not in proven:
            yield edge


def _is_quoted(facts: _Facts, claim: Node, document: Node) -> bool:
    """Whether a claim has evidence with words, from that document."""
    return any(
        isinstance(words, Literal) and words.value.strip()
        for evidence in facts.get(claim, ONTOLOGY, "evidence")
        if document in facts.get(evidence, OA, "hasSource")
        for selector in facts.get(evidence, OA, "hasSelector")
        for words in facts.get(selector, OA, "exact")
    )


def _unproven_edges(facts: _Facts) -> Iterator[Violation]:
    for edge in _unproven(facts):
        written = " ".join(map(str, (edge.subject, edge.predicate, edge.object)))
        yield Violation(written, "no evidence, no edge: no claim with words supports it", f"in {edge.graph_name}")


def _relationship_violations(facts: _Facts) -> Iterator[Violation]:
    for node in facts.of_type[term(ONTOLOGY, "Relationship")]:
        triple, sides = facts.triple(node), set()
        for claim in facts.get(node, ONTOLOGY, "claim"):
            said = facts.triple(claim)
            sides.update(facts.objects.get((claim, _POLARITY), []))
            # Of a relation without direction either order may have been read.
            if said != triple and said != tuple(reversed(triple)):
                yield Violation(node.value, "the claims of a relationship say the same as it", str(claim))
        if _CONTESTED in facts.get(node, ONTOLOGY, "status") and len(sides) < 2:
            yield Violation(node.value, "a contested relationship has a positive and a negative claim")
