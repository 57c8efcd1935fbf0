"""The lexicon in OntoLex-Lemon: rdflib reads it, and every sense leads to the ontology."""

from dataclasses import replace

import pytest
from rdflib import RDF, RDFS, Graph, Namespace
from rdflib.namespace import SKOS

from kg.graph.lemon import lexicon_graph
from kg.vocabulary import Condition, LexicalEntry, Slot, Vocabulary

ONTOLEX = Namespace("http://www.w3.org/ns/lemon/ontolex#")
SYNSEM = Namespace("http://www.w3.org/ns/lemon/synsem#")
LIME = Namespace("http://www.w3.org/ns/lemon/lime#")


def entry(kind: str, lemma: str, gives: str = "", **more: object) -> LexicalEntry:
    blank = {"line": 1, "also": False, "subject": (), "object": (), "conditions": (), "sets": {}, "example": ""}
    return LexicalEntry(kind=kind, lemma=lemma, gives=gives, **{**blank, **more})  # type: ignore[arg-type]


@pytest.fixture
def relation(vocabulary: Vocabulary) -> str:
    return min(name for name, r in vocabulary.relations.items() if r.symmetric)


@pytest.fixture
def lexicon(relation: str) -> tuple[LexicalEntry, ...]:
    slots = {"subject": (Slot(name="subj"),), "object": (Slot(name="obj", classes=("Place",)), Slot(name="avec"))}
    return (
        entry(
            "verb",
            "livrer",
            relation,
            **slots,
            conditions=(Condition(slot="obj", op="=", values=("@arms",)),),
            sets={"certainty": "possible"},
            example='[S Le JNIM] livre [O l\'armée] "à" elle-même.',
        ),
        entry("verb", "livrer", relation, **slots),
        entry("speech", "livrer"),
        entry("head", "troupe d'élite", "ArmedForces"),
        entry("content", "fusil\\<>", "arms"),
        entry("negator", "pas"),
    )


@pytest.fixture
def graph(vocabulary: Vocabulary, lexicon: tuple[LexicalEntry, ...]) -> Graph:
    return Graph().parse(data=lexicon_graph(replace(vocabulary, lexicon=lexicon)), format="turtle")


def test_a_lemma_of_one_part_of_speech_is_one_entry_with_its_senses(graph: Graph) -> None:
    (verb,) = {s for s, o in graph.subject_objects(ONTOLEX.canonicalForm) if s.endswith("verb-livrer")}
    assert len(set(graph.objects(verb, ONTOLEX.sense))) == 2
    assert len(set(graph.objects(verb, ONTOLEX.evokes))) == 1
    assert len(set(graph.objects(None, LIME.entry))) == 4


def test_a_sense_leads_to_the_relation_or_class_of_the_ontology(
    graph: Graph, vocabulary: Vocabulary, relation: str
) -> None:
    references = [str(o) for o in graph.objects(None, ONTOLEX.reference)]
    assert sorted(references) == sorted(
        [vocabulary.relations[relation].iri] * 2 + [vocabulary.classes["ArmedForces"].iri]
    )


def test_a_sense_carries_its_example_conditions_effects_and_frame(graph: Graph) -> None:
    ((sense, example),) = graph.subject_objects(SKOS.example)
    assert str(example) == 'Le JNIM livre l\'armée "à" elle-même.'
    assert [str(o) for o in graph.objects(sense, SKOS.scopeNote)] == ["if obj = @arms"]
    assert [str(o) for o in graph.objects(sense, SKOS.note)] == ["sets certainty=possible"]
    (target,) = graph.objects(sense, SYNSEM.objOfProp)
    assert str(graph.value(target, RDFS.label)) == "obj:Place | avec"
    (frame,) = set(graph.subjects(SYNSEM.synArg, target))
    assert (frame, RDF.type, SYNSEM.SyntacticFrame) in graph


def test_several_words_are_a_multiword_expression(graph: Graph) -> None:
    assert len(set(graph.subjects(RDF.type, ONTOLEX.MultiwordExpression))) == 1


def test_a_hostile_lemma_cannot_leave_its_iri_or_literal(graph: Graph) -> None:
    assert "fusil\\<>" in {str(o) for o in graph.objects(None, ONTOLEX.writtenRep)}
    assert all("<" not in str(s) and "\\" not in str(s) for s in graph.subjects())


def test_the_order_of_the_lines_does_not_count(vocabulary: Vocabulary, lexicon: tuple[LexicalEntry, ...]) -> None:
    one = lexicon_graph(replace(vocabulary, lexicon=lexicon))
    assert one == lexicon_graph(replace(vocabulary, lexicon=lexicon[::-1]))


def test_the_whole_lexicon_is_exported(vocabulary: Vocabulary) -> None:
    found = Graph().parse(data=lexicon_graph(vocabulary), format="turtle")
    assert len(set(found.objects(None, ONTOLEX.writtenRep))) == len({e.lemma for e in vocabulary.lexicon})
