from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import make_corpus

from kg.errors import BuildError, OntologyError, OutputError
from kg.graph.build import graph_quads, write_trig
from kg.graph.consistency import edges_without_evidence
from kg.graph.store import read_trig
from kg.graph.validation import require_valid, validate
from kg.vocabulary import Vocabulary

Change = Callable[[str, str], Path]
C01 = "claim:c01 a ckg:Claim ;\n"


def rules(path: Path) -> set[str]:
    return {violation.rule for violation in validate(path).violations}


def test_a_graph_that_the_build_wrote_conforms(output: Path) -> None:
    assert validate(output / "graph.trig").conforms
    require_valid(output / "graph.trig")


def test_quads_can_be_checked_before_they_are_written(vocabulary: Vocabulary) -> None:
    assert validate(graph_quads(make_corpus(), vocabulary)).violations == ()


BROKEN = [
    (C01 + "    rdf:object entity:csp ;\n", C01, "a claim has exactly one object, an entity or a word"),
    (
        "rdf:object entity:csp ;",
        "rdf:object entity:csp , entity:mali ;",
        "a claim has exactly one object, an entity or a word",
    ),
    ("rdf:subject entity:ukraine ;", "", "a claim has exactly one subject, an entity"),
    ("rdf:subject entity:ukraine ;", 'rdf:subject "Ukraine" ;', "a claim has exactly one subject, an entity"),
    ("rdf:predicate ckg:supports ;", "", "a claim has exactly one relation"),
    ("ckg:certainty ckg:Probable ;", "ckg:certainty ckg:Sure ;", "a claim is certain, probable or possible"),
    (
        "ckg:polarity ckg:Negative .",
        "ckg:polarity ckg:Negative , ckg:Positive .",
        "a claim is either positive or negative",
    ),
    ("prov:wasAttributedTo entity:mali ;", "", "a claim has exactly one speaker"),
    (
        "prov:wasAttributedTo entity:mali ;",
        "prov:wasAttributedTo entity:nobody ;",
        "an entity has exactly one main name",
    ),
    ("prov:hadPrimarySource document:d1 ;", "", "a claim comes from exactly one document of the graph"),
    (
        "prov:hadPrimarySource document:d1 ;",
        "prov:hadPrimarySource document:d9 ;",
        "a claim comes from exactly one document of the graph",
    ),
    ("ckg:confidence 0.87 ;", "ckg:confidence 1.87 ;", "confidence is a decimal from 0 to 1"),
    ("ckg:evidence evidence:c01-1 ;", "", "no evidence, no edge: a claim quotes its document at least once"),
    (
        "ckg:evidence evidence:c01-1 ;",
        "ckg:evidence evidence:gone ;",
        "no evidence, no edge: a claim quotes its document at least once",
    ),
    ("oa:hasSelector evidence:c01-1-position ,", "oa:hasSelector", "evidence has exactly one position"),
    (
        "oa:hasSelector evidence:c01-1-position , evidence:c01-1-quote",
        "oa:hasSelector evidence:c01-1-position",
        "evidence has exactly one quotation",
    ),
    ('oa:exact "L\'Ukraine soutient le CSP"', 'oa:exact ""', "a quotation holds words"),
    ('oa:exact "L\'Ukraine soutient le CSP"', 'oa:exact " \\n\\t"', "a quotation holds words"),
    (
        "oa:end 25 ;\n    oa:start 0 .",
        "oa:end 25 ;\n    oa:start 25 .",
        "a position starts at 0 or later, and before it ends",
    ),
    (
        "oa:end 25 ;\n    oa:start 0 .",
        "oa:end 25 ;\n    oa:start -1 .",
        "a position starts at 0 or later, and before it ends",
    ),
    ("ckg:subjectSpan evidence:c01-1-subject", 'ckg:frame "x"', "evidence shows where its subject is mentioned"),
    ("ckg:status ckg:Contested", "ckg:status ckg:Proven", "a relationship is asserted, alleged or contested"),
    ("ckg:independentSources 2", "ckg:independentSources 0", "a relationship counts at least one independent source"),
    ("    ckg:claim claim:c03 ;\n", "", "a relationship rests on at least one claim of the graph"),
    ("ckg:claim claim:c03 ;", "ckg:claim claim:c99 ;", "a relationship rests on at least one claim of the graph"),
    ("ckg:claim claim:c03 ;", "ckg:claim claim:c04 ;", "the claims of a relationship say the same as it"),
    (
        "ckg:claim claim:c01 , claim:c02 ;",
        "ckg:claim claim:c01 ;",
        "a contested relationship has a positive and a negative claim",
    ),
    ('dcterms:language "fr" ;', "", "a document has exactly one language"),
    ("dcterms:publisher entity:afp ;", "", "a document has exactly one publisher or, unknown, one author"),
    ('ckg:textHash "', 'ckg:textHash "00', "a document has the SHA-256 of its text"),
    ("entity:csp a ckg:ArmedGroup ;\n", "entity:csp ", "an entity has exactly one class"),
    ('skos:prefLabel "CSP-DPA"', 'skos:prefLabel "CSP-DPA" , "CSP"', "an entity has exactly one main name"),
    ('skos:prefLabel "CSP-DPA"', 'skos:prefLabel ""', "an entity has exactly one main name"),
    ("ckg:says claim:c03", "rdfs:seeAlso claim:c03", "a voice says at least one claim"),
    ("ckg:stake ckg:Ally", "ckg:stake ckg:Friend", "a stake is that of a party, an organ or an ally"),
    ("ckg:through entity:csp", "rdfs:seeAlso entity:csp", "a stake is in exactly one party"),
    (
        "rdf:predicate ckg:attacks ;",
        "rdf:predicate ckg:attacks ; ckg:disputes claim:c01 ;",
        "only a denial disputes a claim",
    ),
    ('ckg:word "rebelle"', 'ckg:word ""', "a framing has exactly one word"),
    ("wgs84:lat 18.44", "wgs84:lat 98.44", "a latitude lies between -90 and 90 degrees"),
]


@pytest.mark.parametrize(
    ("old", "new", "rule"), BROKEN, ids=[f"{n}-{rule[:40]}" for n, (_, _, rule) in enumerate(BROKEN)]
)
def test_each_broken_rule_is_named(change: Change, old: str, new: str, rule: str) -> None:
    assert rule in rules(change(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("entity:mali ckg:accuses entity:ukraine .", "entity:mali ckg:attacks entity:ukraine ."),
        ("entity:mali ckg:accuses entity:ukraine .", "entity:mali ckg:accuses entity:ukraine , entity:csp ."),
        ("document:d3 {", "document:d1 {"),
        ('oa:exact "Bamako accuse Kiev"', 'oa:exact ""'),
        ("oa:hasSource document:d1", "oa:hasSource document:d2"),
        ("ckg:polarity ckg:Positive", "ckg:polarity ckg:Negative"),
    ],
)
def test_no_evidence_no_edge(change: Change, old: str, new: str) -> None:
    path = change(old, new)
    found = edges_without_evidence(read_trig(path))
    assert found
    assert "no evidence, no edge: no claim with words supports it" in rules(path)


def test_the_denial_of_a_relation_is_no_edge(vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    quads = graph_quads(dataclasses.replace(corpus, claims=corpus.claims[1:2], relationships=()), vocabulary)
    assert all(isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads)
    assert edges_without_evidence(quads) == ()


def test_a_relation_without_direction_may_have_been_read_either_way(tmp_path: Path, vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    turned = tuple(
        dataclasses.replace(c, subject=c.object, object=c.subject) if c.id == "c03" else c for c in corpus.claims
    )
    write_trig(dataclasses.replace(corpus, claims=turned), vocabulary, tmp_path / "graph.trig")
    assert validate(tmp_path / "graph.trig").conforms


def test_a_build_with_violations_fails_and_names_the_first_ones(change: Change) -> None:
    path = change("ckg:confidence 0.87 ;", "ckg:confidence 1.87 ;")
    with pytest.raises(BuildError, match=r"claim/c01: confidence is a decimal from 0 to 1 \(found 1\.87\)"):
        require_valid(path)


def test_many_violations_are_counted_and_not_all_listed(tmp_path: Path, output: Path) -> None:
    text = (output / "graph.trig").read_text(encoding="utf-8")
    (tmp_path / "bad.trig").write_text(text.replace("oa:start", "oa:begin"), encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        require_valid(tmp_path / "bad.trig")
    lines = str(caught.value).splitlines()
    assert len(lines) == 22
    assert lines[-1].startswith("  and ")


def test_a_missing_graph_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"none\.trig"):
        validate(tmp_path / "none.trig")


@pytest.mark.parametrize("content", [None, "no turtle @"])
def test_missing_or_broken_shapes_are_an_ontology_error(tmp_path: Path, output: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "shapes.ttl").write_text(content, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"shapes\.ttl"):
        validate(output / "graph.trig", tmp_path)
