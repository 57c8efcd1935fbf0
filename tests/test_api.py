"""The public interface: what ``import kg`` gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

import kg
from kg.claims.serialize import claim_line
from kg.errors import OutputError, QueryError


def test_the_public_names_are_these() -> None:
    assert kg.__all__ == ["Graph", "__version__", "build", "load"]
    assert all(callable(getattr(kg, name)) for name in ("Graph", "build", "load"))
    with pytest.raises(AttributeError, match="nothing"):
        kg.nothing  # noqa: B018


def test_importing_the_package_loads_no_library() -> None:
    code = (
        "import sys, kg; print([m for m in ('spacy', 'rdflib', 'pyoxigraph', 'networkx', 'pyvis') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_loaded_graph_holds_what_was_written(samples: Path) -> None:
    graph = kg.load(samples)
    lines = (samples / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert [claim_line(claim) for claim in graph.claims] == lines
    report = json.loads((samples / "report.json").read_text(encoding="utf-8"))
    assert len(graph.relationships) == report["relationships"]
    assert len(graph.documents) == report["documents"] == 12
    assert {claim.doc for claim in graph.claims} <= {document.id for document in graph.documents}
    assert all(len(document.digest) == 64 and document.date and document.publisher for document in graph.documents)


def test_speakers_and_places_have_their_classes(samples: Path) -> None:
    graph = kg.load(samples)
    parties = [party for claim in graph.claims for party in (claim.attribution, claim.where) if party]
    assert parties
    assert all(party.type for party in parties)


def test_every_relationship_between_parties_is_an_edge_of_the_network(samples: Path) -> None:
    graph = kg.load(samples)
    network = graph.network()
    edges = {key for _, _, key in network.edges(keys=True)}
    assert edges
    assert edges == {r.id for r in graph.relationships if hasattr(r.object, "id")}


def test_the_rdflib_dataset_counts_the_same_claims(samples: Path) -> None:
    graph = kg.load(samples)
    counted = graph.query("SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c a ckg:Claim }")
    assert counted == [{"n": str(len(graph.claims))}]
    dataset = graph.rdf()
    kind = URIRef("https://w3id.org/conflict-kg/ontology#Claim")
    assert len(set(dataset.default_graph.subjects(RDF.type, kind))) == len(graph.claims)
    assert len(list(dataset.graphs())) > 1


def test_a_question_is_answered_in_plain_python(samples: Path) -> None:
    graph = kg.load(samples)
    assert graph.query("ASK { ?c a ckg:Claim }") is True
    rows = graph.query("claims-about", actor="jnim")
    assert isinstance(rows, list)
    assert rows
    triples = graph.query("CONSTRUCT { ?c a ckg:Claim } WHERE { ?c a ckg:Claim } LIMIT 1")
    assert isinstance(triples, list)
    assert len(triples[0]) == 3
    with pytest.raises(QueryError, match="did you mean"):
        graph.query("alies")


def test_a_folder_without_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        kg.load(tmp_path)


def test_files_of_two_builds_are_not_mixed(samples: Path, tmp_path: Path) -> None:
    for name in ("claims.jsonl", "graph.trig"):
        (tmp_path / name).write_bytes((samples / name).read_bytes())
    lines = (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "claims.jsonl").write_text("".join(lines[1:]), encoding="utf-8")
    with pytest.raises(OutputError, match="not of one build"):
        _ = kg.load(tmp_path).claims


def test_a_loaded_graph_knows_who_really_said_it(samples: Path) -> None:
    graph = kg.load(samples)
    claims = {claim.id: claim for claim in graph.claims}
    documents = {document.id for document in graph.documents}
    for relationship in graph.relationships:
        heard = [id_ for voice in relationship.voices for id_ in voice.claims]
        told = [id_ for id_ in relationship.claims if claims[id_].polarity == "positive"] or relationship.claims
        assert relationship.sources == len(relationship.voices) and sorted(heard) == sorted(told)
        assert all(relationship.reported)
    assert graph.interests and {interest.claim for interest in graph.interests} <= claims.keys()
    assert graph.disputes
    for dispute in graph.disputes:
        assert (claims[dispute.claim].polarity, claims[dispute.denial].polarity) == ("positive", "negative")
    assert [(r.document, r.of) for r in graph.reprints] == [("02_courrier_combats_reprise", "01_agence_combats")]
    assert {f.by for f in graph.framings if f.word == "bandit"} == {"Bamako Souverain"}
    assert {doc for framing in graph.framings for doc in framing.documents} <= documents


def test_the_network_says_who_is_behind_an_edge_and_when(samples: Path) -> None:
    edges = [data for *_, data in kg.load(samples).network().edges(data=True)]
    assert all(len(data["voices"].split(" | ")) == data["sources"] for data in edges)
    assert {data["first_reported"][:4] for data in edges} == {"2024"}
