from __future__ import annotations

import csv
import dataclasses
import io
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from graph.sample import CSP, FAMA, ROOT, WAGNER, make_claim, make_corpus, make_document, rdflib_quads

from kg.errors import OutputError, UsageError
from kg.graph.build import graph_quads, write_trig
from kg.graph.export import FORMATS, export
from kg.graph.network import relationship_network
from kg.graph.reading import read_accounts, read_records
from kg.graph.store import read_trig
from kg.records import Corpus, Entity
from kg.vocabulary import Vocabulary

RDF_FORMATS = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}


@pytest.mark.parametrize("format", sorted(RDF_FORMATS))
def test_rdflib_reads_every_rdf_format_as_the_same_graph(output: Path, vocabulary: Vocabulary, format: str) -> None:
    whole = set(ox.parse(path=str(output / "graph.trig"), format=ox.RdfFormat.TRIG))
    claims_only = {quad for quad in whole if isinstance(quad.graph_name, ox.DefaultGraph)}
    seen = rdflib_quads(export(format, output, None, vocabulary), RDF_FORMATS[format])
    assert len(seen) == len(claims_only if format == "turtle" else whole) > 600


def test_trig_is_the_file_itself(output: Path, vocabulary: Vocabulary) -> None:
    assert export("trig", output, None, vocabulary) == (output / "graph.trig").read_text(encoding="utf-8")


def test_the_records_come_back_from_the_graph(output: Path, vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    claims, relationships = read_records(read_trig(output / "graph.trig"), vocabulary)

    def plain(claim: object) -> object:
        """Without the names, which the gazetteer and other documents add to."""
        fields = {f: getattr(claim, f) for f in claim.__dataclass_fields__}  # type: ignore[attr-defined]
        return {k: (v.id, v.type) if isinstance(v, Entity) else v for k, v in fields.items()}

    assert [plain(c) for c in claims] == [plain(c) for c in sorted(corpus.claims, key=lambda c: c.id)]
    assert [plain(r) for r in relationships] == [plain(r) for r in sorted(corpus.relationships, key=lambda r: r.id)]


def test_what_is_said_about_claims_comes_back_from_the_graph(output: Path, vocabulary: Vocabulary) -> None:
    corpus, found = make_corpus(), read_accounts(read_trig(output / "graph.trig"), vocabulary)
    assert (found.interests, found.disputes) == (corpus.interests, corpus.disputes)
    assert (found.reprints, found.framings) == (corpus.reprints, corpus.framings)


def test_a_publisher_that_quotes_itself_is_not_taken_for_the_author(vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    agency = Entity(id="afp", label="AFP", names=("AFP",), type="CivilOrganization")
    why = dataclasses.replace(corpus.claims[2].why, attribution="verb of saying")
    claims = (dataclasses.replace(corpus.claims[2], attribution=agency, why=why), corpus.claims[3])
    quads = graph_quads(dataclasses.replace(corpus, claims=claims, relationships=()), vocabulary)
    quoted, own = read_records(quads, vocabulary)[0]
    assert quoted.attribution is not None
    assert quoted.attribution.id == "afp"
    assert own.attribution is None


def test_a_graph_of_somebody_else_is_an_output_error(vocabulary: Vocabulary, output: Path) -> None:
    quads = [q for q in read_trig(output / "graph.trig") if not q.predicate.value.endswith("#polarity")]
    with pytest.raises(OutputError, match="polarity"):
        read_records(quads, vocabulary)


def test_csv_has_one_row_for_each_piece_of_evidence(output: Path, vocabulary: Vocabulary) -> None:
    rows = list(csv.DictReader(io.StringIO(export("csv", output, None, vocabulary))))
    assert [row["id"] for row in rows] == [f"c{n:02}" for n in range(1, 17)]
    denial = rows[1]
    assert (denial["subject"], denial["relation"], denial["object"]) == ("Ukraine", "supports", "CSP-DPA")
    assert (denial["polarity"], denial["attribution"]) == ("negative", "Ukraine")
    assert denial["quotation"] == "L'Ukraine dément soutenir le CSP"
    assert rows[8]["object"] == "terroriste"
    assert rows[4]["where"] == "Tinzaouatène"


def test_a_name_that_is_a_formula_is_defused_and_control_characters_do_not_break_xml(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    party = Entity(id="f", label="=HYPERLINK(1)\x00\x0b", names=("=HYPERLINK(1)\x00\x0b",), type="ArmedGroup")
    claim = make_claim("f1", "d", party, "supports", CSP, "+1 soutient le CSP", text="+1 soutient le CSP")
    relationship = dataclasses.replace(make_corpus().relationships[0], subject=party, claims=("f1",), status="asserted")
    documents = (make_document("d", "+1 soutient le CSP"),)
    corpus = Corpus(documents=documents, claims=(claim,), relationships=(relationship,))
    write_trig(corpus, vocabulary, tmp_path / "graph.trig")
    row = next(csv.DictReader(io.StringIO(export("csv", tmp_path, None, vocabulary))))
    assert row["subject"].startswith("'=HYPERLINK")
    assert row["quotation"] == "'+1 soutient le CSP"
    ET.fromstring(export("graphml", tmp_path, None, vocabulary))


def test_graphml_holds_every_relationship_between_entities(output: Path, vocabulary: Vocabulary) -> None:
    network = nx.parse_graphml(export("graphml", output, None, vocabulary), force_multigraph=True)
    between = [r for r in make_corpus().relationships if isinstance(r.object, Entity)]
    assert {key for _, _, key in network.edges(keys=True)} == {r.id for r in between}
    assert network.nodes["csp"]["words"] == "terroriste"
    assert network.nodes["kidal"]["latitude"] == 18.44


def test_parallel_edges_stay_apart_and_attributes_are_plain(vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    network = relationship_network(corpus.relationships, corpus.claims, vocabulary)
    assert set(network[WAGNER.id][FAMA.id]) == {"r-c03", "r-c15"}
    edge = network.edges["ukraine", "csp", "r-c01"]
    assert (edge["status"], edge["positive"], edge["negative"], edge["sources"]) == ("contested", 1, 1, 2)
    values = [v for *_, data in (*network.nodes(data=True), *network.edges(data=True)) for v in data.values()]
    assert {type(value) for value in values} == {str, int, float, bool}
    assert network.edges[WAGNER.id, FAMA.id, "r-c03"]["symmetric"] is True


def test_the_network_does_not_depend_on_the_order_of_the_records(vocabulary: Vocabulary) -> None:
    corpus = make_corpus()
    one = relationship_network(corpus.relationships, corpus.claims, vocabulary)
    two = relationship_network(corpus.relationships[::-1], corpus.claims[::-1], vocabulary)
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"lexicon"}))
def test_an_export_is_the_same_in_every_process(output: Path, vocabulary: Vocabulary, format: str) -> None:
    program = (
        "import sys; from pathlib import Path; from graph.sample import make_vocabulary;"
        "from kg.graph.export import export; "
        "sys.stdout.buffer.write(export(sys.argv[1], Path(sys.argv[2]), None, make_vocabulary()).encode())"
    )
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": paths}
    command = [sys.executable, "-c", program, format, str(output)]
    theirs = subprocess.run(command, env=environment, check=True, capture_output=True).stdout
    assert theirs.decode() == export(format, output, None, vocabulary)


def test_an_export_can_go_to_a_file(tmp_path: Path, output: Path, vocabulary: Vocabulary) -> None:
    text = export("nquads", output, tmp_path / "g.nq", vocabulary)
    assert (tmp_path / "g.nq").read_text(encoding="utf-8") == text
    with pytest.raises(OutputError, match="no"):
        export("nquads", output, tmp_path / "no" / "g.nq", vocabulary)


def test_an_unknown_format_names_the_known_ones(output: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(UsageError, match=r"turtle.*graphml"):
        export("docx", output, None, vocabulary)


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"lexicon"}))
def test_without_a_graph_there_is_no_export(tmp_path: Path, vocabulary: Vocabulary, format: str) -> None:
    with pytest.raises(OutputError, match="kg build"):
        export(format, tmp_path, None, vocabulary)
