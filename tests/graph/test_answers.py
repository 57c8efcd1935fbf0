from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from graph.sample import rdflib_quads
from rich.console import Console

from kg.graph.answers import as_csv, as_json, as_turtle, csv_text, print_answer
from kg.graph.query import Answer, Cell, Table, Triples, Truth

NODE = ox.NamedNode("https://w3id.org/conflict-kg/id/entity/x")
VERB = ox.NamedNode("https://example.org/p")
INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def table(*cells: Cell) -> Table:
    return Table(tuple(f"c{n}" for n in range(len(cells))), (cells,))


def shown(answer: Answer) -> str:
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system=None)
    print_answer(answer, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(value: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(table(ox.Literal(value))), newline="")))
    assert rows == [["c0"], ["'" + value]]


def test_a_carriage_return_starts_no_row_of_its_own() -> None:
    assert as_csv(table(ox.Literal("a\r=1"))) == 'c0\n"a\n=1"\n'


def test_numbers_stay_numbers_and_a_text_that_poses_as_one_does_not() -> None:
    answer = table(ox.Literal("-3", datatype=INTEGER), ox.Literal("-3"), ox.Literal("=1", datatype=INTEGER))
    assert as_csv(answer) == "c0,c1,c2\n-3,'-3,'=1\n"


def test_quotes_commas_and_line_ends_survive_csv() -> None:
    value = 'a "b", c\nd'
    rows = list(csv.reader(io.StringIO(csv_text(["=h"], [[value]]))))
    assert rows == [["'=h"], [value]]


def test_an_unbound_cell_is_empty_in_csv_and_absent_in_json() -> None:
    answer = Table(("a", "b"), ((None, NODE),))
    assert as_csv(answer) == f"a,b\n,{NODE.value}\n"
    assert json.loads(as_json(answer))["results"]["bindings"] == [{"b": {"type": "uri", "value": NODE.value}}]


def test_json_follows_the_sparql_results_format() -> None:
    cells = ox.Literal("é", language="fr"), ox.Literal("3", datatype=INTEGER), ox.Literal("x"), ox.BlankNode("b")
    found = json.loads(as_json(table(*cells)))
    assert found["head"] == {"vars": ["c0", "c1", "c2", "c3"]}
    assert found["results"]["bindings"] == [
        {
            "c0": {"type": "literal", "value": "é", "xml:lang": "fr"},
            "c1": {"type": "literal", "value": "3", "datatype": INTEGER.value},
            "c2": {"type": "literal", "value": "x"},
            "c3": {"type": "bnode", "value": "b"},
        }
    ]
    theirs = ox.parse_query_results(as_json(table(*cells)).encode(), ox.QueryResultsFormat.JSON)
    assert isinstance(theirs, ox.QuerySolutions)
    assert [[row[name] for name in ("c0", "c1", "c2")] for row in theirs] == [list(cells[:3])]


def test_a_truth_is_shown_in_every_format() -> None:
    assert as_csv(Truth(True)) == "answer\ntrue\n"
    assert json.loads(as_json(Truth(False))) == {"head": {}, "boolean": False}
    assert shown(Truth(True)) == "yes\n"


def test_triples_are_turtle_json_ld_and_three_columns() -> None:
    answer = Triples((ox.Triple(NODE, VERB, ox.Literal("=v")),))
    assert as_csv(answer) == f"subject,predicate,object\n{NODE.value},{VERB.value},'=v\n"
    assert 'entity:x <https://example.org/p> "=v" .' in as_turtle(answer)
    expected = {(NODE.value, VERB.value, "=v", "None")}
    assert rdflib_quads(as_turtle(answer), "turtle") == rdflib_quads(as_json(answer), "json-ld")
    assert {quad[:3] for quad in rdflib_quads(as_turtle(answer), "turtle")} == {quad[:3] for quad in expected}


def test_blank_nodes_of_a_question_can_be_shown() -> None:
    answer = Triples((ox.Triple(ox.BlankNode("b"), VERB, ox.Literal("v")),))
    assert "_:b <https://example.org/p>" in as_turtle(answer)


def test_the_terminal_shows_control_characters_instead_of_obeying_them() -> None:
    out = shown(table(ox.Literal("a\x1b[31mb\u202ec\x9b[bold]d[/bold]")))
    assert "\x1b[31m" not in out
    assert "\u202e" not in out
    assert "\x9b" not in out
    assert "a\\u001B[31mb\\u202Ec\\u009B[bold]d[/bold]" in out


def test_a_quotation_of_several_lines_is_one_line_on_the_terminal() -> None:
    assert "un deux" in shown(table(ox.Literal("un\n\n  deux")))


def test_the_terminal_shortens_iris_and_counts_rows() -> None:
    out = shown(table(NODE))
    assert "entity:x" in out
    assert out.endswith("1 row\n")
    assert shown(Table(("a",), ())).endswith("0 rows\n")
