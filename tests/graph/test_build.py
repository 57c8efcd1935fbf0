from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import (
    CSP,
    KIDAL,
    ROOT,
    TEXTS,
    UKRAINE,
    make_claim,
    make_corpus,
    make_document,
    make_vocabulary,
    rdflib_quads,
)

from kg.errors import BuildError, OutputError, UsageError
from kg.graph.build import graph_quads, write_trig
from kg.graph.iris import DEFAULT_BASE, OA, ONTOLOGY, PROV, RDF, SCHEMA, SKOS, XSD, Minter
from kg.records import Corpus, Entity, Evidence
from kg.vocabulary import Vocabulary

MINT = Minter()
HOSTILE = 'a"b\\c\n> } <x> @prefix \x00\x07\x1b[31m\u202e\u2028é€😀'


def objects(quads: tuple[ox.Quad, ...], subject: ox.NamedNode, predicate: str) -> list[ox.NamedNode | ox.Literal]:
    found = {q.object for q in quads if q.subject == subject and q.predicate.value == predicate}
    return sorted((o for o in found if isinstance(o, ox.NamedNode | ox.Literal)), key=str)


@pytest.fixture(scope="module")
def quads(corpus: Corpus, vocabulary: Vocabulary) -> tuple[ox.Quad, ...]:
    return graph_quads(corpus, vocabulary)


def test_a_document_graph_holds_exactly_its_positive_claims(corpus: Corpus, quads: tuple[ox.Quad, ...]) -> None:
    edges = {
        (str(q.graph_name), q.subject, q.predicate) for q in quads if not isinstance(q.graph_name, ox.DefaultGraph)
    }
    positive = {
        (str(MINT.document(c.doc)), MINT.entity(c.subject.id), ox.NamedNode(ONTOLOGY + c.relation))
        for c in corpus.claims
        if c.polarity == "positive"
    }
    assert edges == positive
    assert len([c for c in corpus.claims if c.polarity == "negative"]) == 1


def test_a_claim_carries_its_triple_polarity_certainty_speaker_and_document(quads: tuple[ox.Quad, ...]) -> None:
    claim = MINT.claim("c02")
    assert objects(quads, claim, RDF + "subject") == [MINT.entity("ukraine")]
    assert objects(quads, claim, RDF + "predicate") == [ox.NamedNode(ONTOLOGY + "supports")]
    assert objects(quads, claim, RDF + "object") == [MINT.entity("csp")]
    assert objects(quads, claim, ONTOLOGY + "polarity") == [ox.NamedNode(ONTOLOGY + "Negative")]
    assert objects(quads, claim, ONTOLOGY + "certainty") == [ox.NamedNode(ONTOLOGY + "Certain")]
    assert objects(quads, claim, PROV + "wasAttributedTo") == [MINT.entity("ukraine")]
    assert objects(quads, claim, PROV + "hadPrimarySource") == [MINT.document("d1")]


@pytest.mark.parametrize(
    ("claim", "speaker"),
    [
        ("c03", MINT.entity("afp")),
        ("c08", MINT.publisher("Kibaru")),
        ("c14", MINT.author("d3")),
    ],
)
def test_what_the_author_says_is_attributed_to_the_publisher_or_the_unknown_author(
    quads: tuple[ox.Quad, ...], claim: str, speaker: ox.NamedNode
) -> None:
    assert objects(quads, MINT.claim(claim), PROV + "wasAttributedTo") == [speaker]
    assert len(objects(quads, speaker, SKOS + "prefLabel")) == 1


def test_evidence_quotes_the_document_with_position_and_context(quads: tuple[ox.Quad, ...]) -> None:
    quote, position = MINT.evidence("c03", 1, "quote"), MINT.evidence("c03", 1, "position")
    assert objects(quads, MINT.evidence("c03", 1), OA + "hasSelector") == [position, quote]
    start, end = (int(objects(quads, position, OA + name)[0].value) for name in ("start", "end"))
    exact, prefix, suffix = (objects(quads, quote, OA + name)[0].value for name in ("exact", "prefix", "suffix"))
    assert TEXTS["d1"][start:end] == exact
    assert TEXTS["d1"][start - 32 : end + 32] == prefix + exact + suffix
    assert len(prefix) == len(suffix) == 32


def test_without_the_text_of_the_document_evidence_has_no_context(vocabulary: Vocabulary) -> None:
    corpus = Corpus(documents=(make_document("d1", ""),), claims=make_corpus().claims[:1], relationships=())
    predicates = {q.predicate.value for q in graph_quads(corpus, vocabulary)}
    assert OA + "exact" in predicates
    assert not {OA + "prefix", OA + "suffix"} & predicates


@pytest.mark.parametrize(
    ("claim", "when", "kind", "first", "last"),
    [
        ("c04", "2023-11-14", "date", "2023-11-14", "2023-11-14"),
        ("c10", "2024-07", "gYearMonth", "2024-07-01", "2024-07-31"),
        ("c13", "2024", "gYear", "2024-01-01", "2024-12-31"),
        ("c05", "2024-07-25/2024-07-27", "string", "2024-07-25", "2024-07-27"),
        ("c08", "2012/2023-11", "string", "2012-01-01", "2023-11-30"),
    ],
)
def test_dates_keep_their_precision_and_show_first_and_last_day(
    quads: tuple[ox.Quad, ...], claim: str, when: str, kind: str, first: str, last: str
) -> None:
    node = MINT.claim(claim)
    assert objects(quads, node, ONTOLOGY + "when") == [ox.Literal(when, datatype=ox.NamedNode(XSD + kind))]
    assert [o.value for o in objects(quads, node, SCHEMA + "startDate")] == [first]
    assert [o.value for o in objects(quads, node, SCHEMA + "endDate")] == [last]


def test_the_object_of_a_word_claim_is_a_literal(quads: tuple[ox.Quad, ...]) -> None:
    assert objects(quads, MINT.claim("c09"), RDF + "object") == [ox.Literal("terroriste")]


def test_the_folder_of_the_reader_does_not_leak(output: Path) -> None:
    assert "/secret" not in (output / "graph.trig").read_text(encoding="utf-8")


def test_rdflib_and_pyoxigraph_read_the_same_graph(output: Path) -> None:
    path = output / "graph.trig"
    seen = rdflib_quads(path.read_text(encoding="utf-8"))
    quads = set(ox.parse(path=str(path), format=ox.RdfFormat.TRIG))
    assert len(seen) == len(quads) > 600


def test_hostile_text_survives_unchanged_and_stays_in_its_place(tmp_path: Path, vocabulary: Vocabulary) -> None:
    text = f"{HOSTILE} soutient {HOSTILE}"
    party = Entity(id=HOSTILE, label=HOSTILE, names=(HOSTILE, ""), type="ArmedGroup")
    document = make_document(HOSTILE, text, title=HOSTILE, publisher=HOSTILE, url='https://e.org/<>"{}|^`\\ é\u202e')
    claim = make_claim(HOSTILE, HOSTILE, party, "supports", CSP, HOSTILE, text=text, when=HOSTILE)
    corpus = Corpus(documents=(document,), claims=(claim,), relationships=())
    write_trig(corpus, vocabulary, tmp_path / "graph.trig")
    seen = rdflib_quads((tmp_path / "graph.trig").read_text(encoding="utf-8"))
    quads = list(ox.parse(path=str(tmp_path / "graph.trig"), format=ox.RdfFormat.TRIG))
    assert HOSTILE in {quad[2] for quad in seen if quad[1] == SKOS + "prefLabel"}
    assert objects(tuple(quads), MINT.evidence(HOSTILE, 1, "quote"), OA + "exact") == [ox.Literal(HOSTILE)]
    assert len(quads) == len(seen)
    assert all(
        n.value.startswith((DEFAULT_BASE, "http")) for q in quads for n in (q.subject,) if isinstance(n, ox.NamedNode)
    )
    raw = (tmp_path / "graph.trig").read_text(encoding="utf-8")
    assert not {"\x00", "\x07", "\x1b", "\u202e", "\u2028"} & set(raw)


def test_the_order_of_the_records_changes_no_byte(tmp_path: Path, vocabulary: Vocabulary, output: Path) -> None:
    corpus = make_corpus()
    turned = Corpus(
        interests=corpus.interests[::-1],
        disputes=corpus.disputes[::-1],
        reprints=corpus.reprints[::-1],
        framings=corpus.framings[::-1],
        documents=corpus.documents[::-1],
        claims=corpus.claims[::-1],
        relationships=tuple(dataclasses.replace(r, claims=r.claims[::-1]) for r in corpus.relationships[::-1]),
    )
    write_trig(turned, vocabulary, tmp_path / "graph.trig")
    assert (tmp_path / "graph.trig").read_bytes() == (output / "graph.trig").read_bytes()


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_hash_seed_changes_no_byte(tmp_path: Path, output: Path, seed: str) -> None:
    program = (
        "import sys; from pathlib import Path; from graph.sample import make_corpus, make_vocabulary;"
        "from kg.graph.build import write_trig; write_trig(make_corpus(), make_vocabulary(), Path(sys.argv[1]))"
    )
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "graph.trig")], env=environment, check=True)
    assert (tmp_path / "graph.trig").read_bytes() == (output / "graph.trig").read_bytes()


def test_another_base_moves_every_identifier_and_no_term_of_the_ontology(vocabulary: Vocabulary) -> None:
    quads = graph_quads(make_corpus(), vocabulary, "https://example.org/mine")
    nodes = {n.value for q in quads for n in (q.subject, q.predicate, q.object) if isinstance(n, ox.NamedNode)}
    assert not [iri for iri in nodes if iri.startswith(DEFAULT_BASE)]
    assert "https://example.org/mine/entity/csp" in nodes


@pytest.mark.parametrize("base", ["not an iri", "", "/relative", "http://e.org/<x>"])
def test_a_base_that_is_no_iri_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="IRI"):
        Minter(base)


def test_a_quotation_that_is_not_in_the_document_stops_the_build(vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    false = Evidence(start=0, end=5, text="faux!", subject=(0, 2), object=(3, 4))
    claims = (dataclasses.replace(corpus.claims[0], evidence=(false,)), *corpus.claims[1:])
    with pytest.raises(BuildError, match=r"c01.*0-5.*'d1'"):
        graph_quads(dataclasses.replace(corpus, claims=claims), vocabulary)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"doc": "elsewhere"}, "elsewhere"),
        ({"relation": "loves"}, "loves"),
        ({"subject": Entity(id="x", label="x", names=("x",), type="Dragon")}, "Dragon"),
    ],
)
def test_what_the_ontology_or_the_corpus_lacks_stops_the_build(
    vocabulary: Vocabulary, change: dict[str, object], message: str
) -> None:
    corpus = make_corpus()
    claims = (dataclasses.replace(corpus.claims[0], **change),)
    with pytest.raises(BuildError, match=message):
        graph_quads(dataclasses.replace(corpus, claims=claims), vocabulary)


def test_a_folder_that_is_not_there_is_an_output_error(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(OutputError, match=r"graph\.trig"):
        write_trig(make_corpus(), vocabulary, tmp_path / "no" / "graph.trig")


def test_an_entity_met_in_many_ways_has_one_class_one_main_name_and_all_other_names(vocabulary: Vocabulary) -> None:
    met = [
        Entity(id="z", label="Zeta", names=("Zeta", "Z"), type="ArmedGroup"),
        Entity(id="z", label="ZETA", names=("ZETA",), type="State"),
        Entity(id="z", label="Zeta", names=("Dzêta",), type="ArmedGroup"),
    ]
    claims = tuple(
        make_claim(f"z{n}", "d1", entity, "supports", CSP, "Bamako accuse Kiev") for n, entity in enumerate(met)
    )
    quads = graph_quads(dataclasses.replace(make_corpus(), claims=claims, relationships=()), vocabulary)
    node = MINT.entity("z")
    assert objects(quads, node, RDF + "type") == [ox.NamedNode(ONTOLOGY + "ArmedGroup")]
    assert objects(quads, node, SKOS + "prefLabel") == [ox.Literal("Zeta")]
    assert {o.value for o in objects(quads, node, SKOS + "altLabel")} == {"Z", "ZETA", "Dzêta"}


def test_the_gazetteer_gives_position_names_and_verified_matches(quads: tuple[ox.Quad, ...]) -> None:
    kidal, ukraine = MINT.entity(KIDAL.id), MINT.entity(UKRAINE.id)
    wkt = objects(quads, kidal, "http://www.opengis.net/ont/geosparql#asWKT")
    assert [o.value for o in wkt] == ["POINT(1.41 18.44)"]
    assert [o.value for o in objects(quads, kidal, "http://www.w3.org/2003/01/geo/wgs84_pos#lat")] == ["18.44"]
    assert objects(quads, ukraine, SKOS + "exactMatch") == [ox.NamedNode("http://www.wikidata.org/entity/Q212")]
    assert {o.value for o in objects(quads, ukraine, SKOS + "altLabel")} == {"Kiev", "Kyïv"}
    matched = {q.subject for q in quads if q.predicate.value == SKOS + "exactMatch"}
    assert matched == {ukraine}


def test_the_sample_vocabulary_knows_all_relations_used() -> None:
    assert {claim.relation for claim in make_corpus().claims} <= set(make_vocabulary().relations)
