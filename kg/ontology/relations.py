"""The relations of the ontology with their examples.

In: facts, the classes and families. Out: ``Relation`` records by local name; every fault with its file and IRI.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from kg.ontology.terms import definitions, labels
from kg.ontology.turtle import CKG, OWL, RDF, RDFS, SKOS, Facts, local_name, short
from kg.vocabulary import Example, Relation

EXAMPLES_WANTED = 3
COUNTEREXAMPLES_WANTED = 2
_MARK = re.compile(r"\[(S|O) ([^\[\]]*)\]")
_BELONGS_TO_RELATIONS = tuple(
    CKG + name for name in ("family", "counterExample", "supportive", "scoredApart", "serves", "speaksAs")
)


def read_relations(
    facts: Facts, classes: Container[str], families: Container[str], faults: list[str]
) -> dict[str, Relation]:
    """All properties typed ``ckg:Relation``, by local name."""
    iris = sorted(facts.subjects_of_type(CKG + "Relation"))
    for iri in sorted(set(facts.subjects()) - set(iris)):
        if any(facts.objects(iri, p) for p in _BELONGS_TO_RELATIONS):
            faults.append(f"{facts.where(iri)} is described as a relation, type it ckg:Relation")
    found = {local_name(iri): _relation(facts, iri, classes, families, faults) for iri in iris}
    _check_parents(facts, found, faults)
    return found


def _relation(facts: Facts, iri: str, classes: Container[str], families: Container[str], faults: list[str]) -> Relation:
    label_fr, label_en = labels(facts, iri, faults)
    definition_fr, definition_en = definitions(facts, iri, faults)
    domain = _class_of(facts, iri, "domain", classes, faults)
    range_ = _class_of(facts, iri, "range", classes, faults)
    types = facts.iris(iri, RDF + "type")
    _check_property_type(facts, iri, types, range_, faults)
    symmetric = OWL + "SymmetricProperty" in types
    if symmetric and domain != range_:
        faults.append(f"{facts.where(iri)} is symmetric, give it the same rdfs:domain and rdfs:range")
    return Relation(
        name=local_name(iri),
        iri=iri,
        label_fr=label_fr,
        label_en=label_en,
        definition_fr=definition_fr,
        definition_en=definition_en,
        domain=domain or "",
        range=range_,
        parent=_parent(facts, iri, faults),
        symmetric=symmetric,
        family=_family(facts, iri, families, faults),
        apart=facts.flag(iri, CKG + "scoredApart"),
        supportive=facts.flag(iri, CKG + "supportive"),
        by_forces=facts.flag(iri, CKG + "byForces"),
        serves=facts.flag(iri, CKG + "serves"),
        speaks_as=facts.flag(iri, CKG + "speaksAs"),
        examples=_examples(facts, iri, range_ is None, faults),
        counterexamples=_counterexamples(facts, iri, faults),
    )


def _class_of(facts: Facts, iri: str, side: str, classes: Container[str], faults: list[str]) -> str | None:
    """The class in ``rdfs:domain`` or ``rdfs:range``; None for a literal or after a fault."""
    found = facts.iris(iri, RDFS + side)
    if len(found) != 1:
        faults.append(f"{facts.where(iri)} has {len(found) or 'no'} rdfs:{side}, write exactly one")
        return None
    if side == "range" and found[0] == RDFS + "Literal":
        return None
    if not found[0].startswith(CKG) or local_name(found[0]) not in classes:
        faults.append(f"{facts.where(iri)} has the unknown rdfs:{side} {short(found[0])}, use a class below ckg:Entity")
    return local_name(found[0])


def _check_property_type(facts: Facts, iri: str, types: list[str], range_: str | None, faults: list[str]) -> None:
    literal = facts.iris(iri, RDFS + "range") == [RDFS + "Literal"]
    wanted = "DatatypeProperty" if literal else "ObjectProperty"
    if (range_ or literal) and OWL + wanted not in types:
        faults.append(f"{facts.where(iri)} is not an owl:{wanted}, type it so")


def _parent(facts: Facts, iri: str, faults: list[str]) -> str | None:
    found = [p for p in facts.iris(iri, RDFS + "subPropertyOf") if p.startswith(CKG)]
    if len(found) > 1:
        faults.append(f"{facts.where(iri)} has {len(found)} rdfs:subPropertyOf, keep one")
    return local_name(found[0]) if found else None


def _check_parents(facts: Facts, relations: Mapping[str, Relation], faults: list[str]) -> None:
    for relation in relations.values():
        seen, parent = {relation.name}, relation.parent
        while parent is not None:
            if parent not in relations:
                faults.append(
                    f"{facts.where(relation.iri)} is below the unknown relation ckg:{parent}, correct the name"
                )
                break
            if parent in seen:
                faults.append(f"{facts.where(relation.iri)} is below itself, break the circle")
                break
            seen.add(parent)
            parent = relations[parent].parent


def _family(facts: Facts, iri: str, families: Container[str], faults: list[str]) -> str:
    found = [local_name(f) for f in facts.iris(iri, CKG + "family")]
    if len(found) != 1 or found[0] not in families:
        faults.append(f"{facts.where(iri)} needs exactly one ckg:family that is a ckg:RelationFamily")
        return ""
    return found[0]


def _examples(facts: Facts, iri: str, literal: bool, faults: list[str]) -> tuple[Example, ...]:
    texts = sorted(facts.texts(iri, SKOS + "example"))
    if len(texts) < EXAMPLES_WANTED:
        faults.append(f"{facts.where(iri)} has {len(texts)} skos:example, write at least {EXAMPLES_WANTED}")
    wanted = ["S"] if literal else ["O", "S"]
    for text in texts:
        if sorted(m.group(1) for m in _MARK.finditer(text)) != wanted or "[" in _MARK.sub("", text):
            marks = " and ".join(f"[{mark} …]" for mark in reversed(wanted))
            faults.append(f"{facts.where(iri)} example « {text} » must mark {marks} once each")
    return tuple(unmark(text) for text in texts)


def _counterexamples(facts: Facts, iri: str, faults: list[str]) -> tuple[Example, ...]:
    texts = sorted(facts.texts(iri, CKG + "counterExample"))
    if len(texts) < COUNTEREXAMPLES_WANTED:
        missing = f"has {len(texts)} ckg:counterExample, write at least {COUNTEREXAMPLES_WANTED}"
        faults.append(f"{facts.where(iri)} {missing}")
    return tuple(Example(text=_MARK.sub(r"\2", text)) for text in texts)


def unmark(text: str) -> Example:
    """« [S L'armée] attaque [O le JNIM]. » as plain text with the spans of the two parties."""
    plain, end = "", 0
    spans: dict[str, tuple[int, int]] = {}
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        spans[mark.group(1)] = (len(plain), len(plain) + len(mark.group(2)))
        plain, end = plain + mark.group(2), mark.end()
    return Example(text=plain + text[end:], subject=spans.get("S"), object=spans.get("O"))
