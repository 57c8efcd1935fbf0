"""What every term of the ontology must have: labels and definitions in French and English, one parent.

In: facts. Out: records for classes and families; each fault is appended with its file and IRI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.ontology.turtle import CKG, OWL, RDFS, SKOS, Facts, local_name, short
from kg.vocabulary import EntityClass, Family

ROOT = CKG + "Entity"
LANGUAGES = ("fr", "en")


def one_text(facts: Facts, iri: str, predicate: str, language: str, faults: list[str]) -> str:
    """The one literal in this language; a fault and an empty text when there is none or more than one."""
    found = facts.texts(iri, predicate, language)
    if len(found) != 1:
        prefix = "rdfs" if predicate.startswith(RDFS) else "skos"
        what = f"has {len(found) or 'no'} {prefix}:{local_name(predicate)}@{language}"
        faults.append(f"{facts.where(iri)} {what}, write exactly one")
        return ""
    return found[0]


def labels(facts: Facts, iri: str, faults: list[str]) -> tuple[str, str]:
    """The labels in French and English."""
    fr, en = (one_text(facts, iri, RDFS + "label", language, faults) for language in LANGUAGES)
    return fr, en


def definitions(facts: Facts, iri: str, faults: list[str]) -> tuple[str, str]:
    """The definitions in French and English."""
    fr, en = (one_text(facts, iri, SKOS + "definition", language, faults) for language in LANGUAGES)
    return fr, en


def read_classes(facts: Facts, faults: list[str]) -> dict[str, EntityClass]:
    """The classes of parties and places: the root entity class and all below it, by local name."""
    parents = {iri: [p for p in facts.iris(iri, RDFS + "subClassOf") if p.startswith(CKG)] for iri in facts.subjects()}
    above = ancestors(parents)
    found: dict[str, EntityClass] = {}
    for iri in sorted(facts.subjects_of_type(OWL + "Class")):
        if ROOT not in above[iri]:
            continue
        label_fr, label_en = labels(facts, iri, faults)
        definition_fr, definition_en = definitions(facts, iri, faults)
        names = sorted(local_name(p) for p in parents[iri])
        found[local_name(iri)] = EntityClass(
            name=local_name(iri),
            iri=iri,
            label_fr=label_fr,
            label_en=label_en,
            definition_fr=definition_fr,
            definition_en=definition_en,
            parent=names[0] if names else None,
            ancestors=frozenset(local_name(a) for a in above[iri]),
            public_roles=tuple(sorted(facts.texts(iri, CKG + "publicRole"))),
            private_roles=tuple(sorted(facts.texts(iri, CKG + "privateRole"))),
        )
    if ROOT not in (c.iri for c in found.values()):
        faults.append(f"conflict.ttl: {short(ROOT)} is missing, declare it as an owl:Class")
    return found


def ancestors(parents: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """For each key itself and everything reachable through ``parents``; cycles do no harm."""
    found: dict[str, set[str]] = {}
    for start in parents:
        seen, todo = {start}, [start]
        while todo:
            fresh = [p for p in parents.get(todo.pop(), ()) if p not in seen]
            seen.update(fresh)
            todo += fresh
        found[start] = seen
    return found


def read_families(facts: Facts, faults: list[str]) -> dict[str, Family]:
    """The families of relations by local name."""
    found: dict[str, Family] = {}
    for iri in sorted(facts.subjects_of_type(CKG + "RelationFamily")):
        label_fr, label_en = labels(facts, iri, faults)
        found[local_name(iri)] = Family(name=local_name(iri), iri=iri, label_fr=label_fr, label_en=label_en)
    return found


def check_technical_terms(facts: Facts, entity_classes: Iterable[str], faults: list[str]) -> None:
    """Faults of the terms that describe claims: every class and property needs its labels and definitions."""
    kinds = [OWL + "Class", OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty"]
    done = {CKG + name for name in entity_classes} | set(facts.subjects_of_type(CKG + "Relation"))
    for iri in sorted({s for kind in kinds for s in facts.subjects_of_type(kind)} - done):
        labels(facts, iri, faults)
        definitions(facts, iri, faults)
