from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import ONTOLOGY_FOLDER

from kg.errors import OntologyError, OutputError
from kg.graph.store import open_store


def test_the_store_answers_with_claims_and_with_labels_of_the_ontology(store: ox.Store) -> None:
    claims = store.query("SELECT * { ?c a <https://w3id.org/conflict-kg/ontology#Claim> }")
    assert len(list(claims)) == 16
    label = "ASK { <https://w3id.org/conflict-kg/ontology#Claim> <http://www.w3.org/2000/01/rdf-schema#label> ?l }"
    assert bool(store.query(label))


def test_the_graphs_are_the_documents_and_nothing_else(store: ox.Store) -> None:
    assert sorted(str(graph).rsplit("/", 1)[-1] for graph in store.named_graphs()) == ["d1>", "d2>", "d3>"]


def test_the_shipped_ontology_is_the_default(output: Path) -> None:
    assert len(open_store(output)) == len(open_store(output, ONTOLOGY_FOLDER))


def test_a_missing_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"graph\.trig.*kg build"):
        open_store(tmp_path, ONTOLOGY_FOLDER)


def test_a_damaged_graph_names_file_and_line(tmp_path: Path, output: Path) -> None:
    lines = (output / "graph.trig").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "graph.trig").write_text("".join([*lines[:40], "!!! broken\n", *lines[40:]]), encoding="utf-8")
    with pytest.raises(OutputError, match=r"graph\.trig.*line 41"):
        open_store(tmp_path, ONTOLOGY_FOLDER)


def test_a_graph_that_was_cut_off_is_refused(tmp_path: Path, output: Path) -> None:
    whole = (output / "graph.trig").read_bytes()
    (tmp_path / "graph.trig").write_bytes(whole[: len(whole) - 20])
    with pytest.raises(OutputError, match="damaged"):
        open_store(tmp_path, ONTOLOGY_FOLDER)


def test_a_folder_in_place_of_the_graph_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").mkdir()
    with pytest.raises(OutputError, match=r"graph\.trig"):
        open_store(tmp_path, ONTOLOGY_FOLDER)


def test_a_broken_ontology_is_an_ontology_error(tmp_path: Path, output: Path) -> None:
    (tmp_path / "conflict.ttl").write_text("not turtle", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"conflict\.ttl"):
        open_store(output, tmp_path)
