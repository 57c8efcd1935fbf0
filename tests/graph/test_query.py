from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import KIDAL, WAGNER

from kg.errors import QueryError
from kg.graph.iris import Minter
from kg.graph.query import Table, Triples, Truth, ask, fill, find_query, is_name, labels, named_queries, run_query
from kg.vocabulary import Vocabulary


def test_select_gives_rows_in_the_order_asked(store: ox.Store) -> None:
    answer = run_query(store, "SELECT ?n ?none { ?e a ckg:State ; skos:prefLabel ?n } ORDER BY ?n")
    assert isinstance(answer, Table)
    assert answer.columns == ("n", "none")
    assert [(row[0].value, row[1]) for row in answer.rows if isinstance(row[0], ox.Literal)] == [
        ("Mali", None),
        ("Russie", None),
        ("Ukraine", None),
    ]


def test_ask_gives_a_truth(store: ox.Store) -> None:
    assert run_query(store, "ASK { entity:csp a ckg:ArmedGroup }") == Truth(True)
    assert run_query(store, "ASK { entity:csp a ckg:State }") == Truth(False)


def test_construct_and_describe_give_sorted_triples(store: ox.Store) -> None:
    made = run_query(store, "CONSTRUCT { ?a ckg:fights ?b } WHERE { ?a ckg:attacks ?b }")
    told = run_query(store, "DESCRIBE entity:kidal")
    assert isinstance(made, Triples)
    assert len(made.triples) == 1
    assert isinstance(told, Triples)
    assert list(told.triples) == sorted(told.triples, key=str)
    assert any(isinstance(t.object, ox.Literal) and t.object.value == "Kidal" for t in told.triples)


def test_a_plain_pattern_reads_every_document_and_graph_tells_which(store: ox.Store) -> None:
    everywhere = run_query(store, "SELECT DISTINCT * { ?a ckg:attacks ?b }")
    apart = run_query(store, "SELECT * { GRAPH ?doc { ?a ckg:attacks ?b } }")
    assert isinstance(everywhere, Table)
    assert isinstance(apart, Table)
    assert (len(everywhere.rows), len(apart.rows)) == (1, 2)


def test_a_fault_is_shown_with_line_column_and_caret(store: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(store, "SELECT ?x {\n\t?x ?y ?z .\n  FILTER(?x = ) }")
    lines = str(caught.value).splitlines()
    column = int(re.findall(r"line 3, column (\d+)", lines[0])[0])
    assert lines[1:] == ["    FILTER(?x = ) }", " " * (column + 1) + "^"]


@pytest.mark.parametrize(
    "query", ["", "SELECT", "SELECT * { ?s", "INSERT DATA { <a:a> <a:b> <a:c> }", "\x00", "é" * 300]
)
def test_whatever_is_no_query_is_a_query_error(store: ox.Store, query: str) -> None:
    with pytest.raises(QueryError, match="SPARQL"):
        run_query(store, query)


def test_a_call_to_another_machine_never_reaches_the_library(store: ox.Store) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run_query(store, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_an_unknown_question_names_its_neighbours(store: ox.Store, vocabulary: Vocabulary) -> None:
    with pytest.raises(QueryError, match="allies"):
        ask(store, "alies", vocabulary.queries)
    with pytest.raises(QueryError, match=r"all of them: .*timeline"):
        ask(store, "zzzz", vocabulary.queries)


def test_an_empty_question_says_what_could_be_asked(store: ox.Store, vocabulary: Vocabulary) -> None:
    with pytest.raises(QueryError, match="is empty; give a name or SPARQL"):
        ask(store, " \n", vocabulary.queries)


def test_the_fault_of_a_query_is_told_without_the_code_points_of_the_grammar(store: ox.Store) -> None:
    with pytest.raises(QueryError, match="line 1, column 17: expected one of") as caught:
        run_query(store, "SELECT * WHERE {")
    assert "u{00C0}" not in str(caught.value)


@pytest.mark.parametrize(("text", "expected"), [("sole-source", True), ("ASK {}", False), ("a b", False), ("", False)])
def test_a_name_is_told_from_sparql(text: str, expected: bool) -> None:
    assert is_name(text) is expected


@pytest.mark.parametrize("name", ["Wagner", "wagner", "WÀGNER", "  le Wagner"])
def test_a_name_matches_without_case_accents_and_articles(store: ox.Store, vocabulary: Vocabulary, name: str) -> None:
    filled = fill(store, find_query("allies", vocabulary.queries), {"actor": name})
    assert f"VALUES ?actor {{ {Minter().entity(WAGNER.id)} }}" in filled


def test_any_of_its_names_finds_an_entity(store: ox.Store, vocabulary: Vocabulary) -> None:
    by_main = ask(store, "attacks", vocabulary.queries, {"attacker": "CSP-DPA"})
    by_other = ask(store, "attacks", vocabulary.queries, {"attacker": "cadre strategique permanent"})
    assert isinstance(by_main, Table)
    assert by_main == by_other
    assert len(by_main.rows) == 1


def test_a_name_that_nobody_bears_is_an_error_with_the_nearest_names(store: ox.Store, vocabulary: Vocabulary) -> None:
    with pytest.raises(QueryError, match=r"Wagnr.*Wagner"):
        ask(store, "allies", vocabulary.queries, {"actor": "Wagnr"})


@pytest.mark.parametrize("value", ["} SELECT * {", 'x" . ?a ?b ?c', "> } #", "", "  ", "\\u0022", "entity:csp"])
def test_a_value_never_becomes_query_text(store: ox.Store, vocabulary: Vocabulary, value: str) -> None:
    with pytest.raises(QueryError, match="nothing in this graph is named"):
        ask(store, "allies", vocabulary.queries, {"actor": value})


def test_the_pattern_on_the_line_of_a_parameter_counts_only_with_a_value(tmp_path: Path, store: ox.Store) -> None:
    path = tmp_path / "q.rq"
    path.write_text("# Q?\n# Q ?\nSELECT ?s {\n ?s a ckg:State\n # param: x ?x ckg:accuses ?s .\n}", encoding="utf-8")
    every, accused = (ask(store, "q", {"q": str(path)}, values) for values in ({}, {"x": "Mali"}))
    assert isinstance(every, Table)
    assert isinstance(accused, Table)
    assert len(every.rows) == 3
    assert accused.rows == ((Minter().entity("ukraine"),),)


def test_an_unknown_parameter_names_the_known_ones(store: ox.Store, vocabulary: Vocabulary) -> None:
    with pytest.raises(QueryError, match=r"'place'.*accuser, accused"):
        ask(store, "accusations", vocabulary.queries, {"place": "Kidal"})
    with pytest.raises(QueryError, match="named"):
        ask(store, "ASK {}", vocabulary.queries, {"place": "Kidal"})


def test_a_question_file_gives_both_languages_and_its_parameters(vocabulary: Vocabulary) -> None:
    found = {query.name: query for query in named_queries(vocabulary.queries)}
    assert list(found) == sorted(vocabulary.queries)
    assert found["accusations"].parameters == ("accuser", "accused")
    assert found["accusations"].question_en.startswith("Who accuses whom")
    assert found["accusations"].question_fr.startswith("Qui accuse qui")


def test_a_question_file_that_vanished_is_a_query_error(tmp_path: Path, store: ox.Store) -> None:
    with pytest.raises(QueryError, match=r"gone\.rq"):
        ask(store, "gone", {"gone": str(tmp_path / "gone.rq")})


def test_labels_are_names_then_ontology_labels_then_the_iri(store: ox.Store) -> None:
    mint = Minter()
    assert labels(store, mint.entity(KIDAL.id)) == "Kidal"
    assert labels(store, ox.NamedNode("https://w3id.org/conflict-kg/ontology#Claim"), "en") == "claim"
    assert labels(store, ox.NamedNode("https://e.org/x")) == "https://e.org/x"
