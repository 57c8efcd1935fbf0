from __future__ import annotations

import subprocess
import sys

import pytest

from kg.errors import QueryError
from kg.graph.guard import MAX_DEPTH, MAX_LENGTH, MAX_PARTS, MAX_STEPS, check_query

CALLS = [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE ?where { ?s ?p ?o } }",
    "PREFIX : <http://x/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<http://x/>{} }",
    "SELECT * { ?s ?p true.SERVICE<http://x/>{} }",
    "SELECT * { FILTER(1<2)SERVICE#>\n<http://x/> {} }",
    "SELECT * { \\u0053ERVICE <http://x/> {} }",
    "SELECT * { # a comment '\nSERVICE <http://x/> {} }",
    'SELECT * { # a comment "\rSERVICE <http://x/> {} }',
    "SELECT * { ?s ?p 'it\\'s' . SERVICE <http://x/> {} . ?s ?p '' }",
    "SELECT * { ?s ?p '''a'b''' SERVICE <http://x/> {} }",
    "PREFIX e: <http://x/> SELECT * { ?s e:a\\' SERVICE <http://x/> {} . ?s ?p '' }",
]
HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE <http://x/>' }",
    'SELECT * { ?s ?p """SERVICE "quoted" <http://x/>""" }',
    "SELECT * { ?service ?p ?o } # SERVICE <http://x/>",
    "SELECT * { $service <http://x/service> ?o }",
    "PREFIX e: <http://x/> SELECT * { ?s e:service ?o . ?s e:inService ?o }",
]


@pytest.mark.parametrize("query", CALLS)
def test_a_call_to_another_machine_is_refused_however_it_is_hidden(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        check_query(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_service_in_text_names_and_comments_is_fine(query: str) -> None:
    check_query(query)


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
def test_nesting_is_refused_beyond_the_limit_and_only_there(pair: str) -> None:
    check_query("SELECT * " + pair[0] * MAX_DEPTH + pair[1] * MAX_DEPTH)
    with pytest.raises(QueryError, match="deep"):
        check_query("SELECT * " + pair[0] * (MAX_DEPTH + 1))


def test_closing_brackets_in_text_do_not_hide_nesting() -> None:
    with pytest.raises(QueryError, match="deep"):
        check_query("SELECT * " + "{ ?s ?p '}' . " * (MAX_DEPTH + 1))


def test_brackets_in_text_do_not_count() -> None:
    check_query(f"SELECT * {{ ?s ?p '{'{' * 1000}' }}")


@pytest.mark.parametrize(
    ("step", "limit"), [("1+", MAX_STEPS), ("!", MAX_STEPS), ("{} UNION ", MAX_PARTS), ("optional {} ", MAX_PARTS)]
)
def test_a_chain_that_nests_without_brackets_is_refused_beyond_the_limit(step: str, limit: int) -> None:
    check_query("ASK { " + step * limit)
    with pytest.raises(QueryError, match="split"):
        check_query("ASK { " + step * (limit + 1))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * MAX_DEPTH + "}" * MAX_DEPTH,
        "SELECT * { FILTER(" + "(" * (MAX_DEPTH - 2) + "1" + ")" * (MAX_DEPTH - 2) + ") }",
        "SELECT * { FILTER(" + "1+" * (MAX_STEPS - 1) + "1) }",
        "SELECT * { " + "OPTIONAL { ?a <a:b> ?c } " * (MAX_PARTS - 1) + "}",
        "SELECT * { {} " + "UNION {} " * (MAX_PARTS - 1) + "}",
    ],
)
def test_what_passes_does_not_bring_down_a_thread_with_a_small_stack(query: str) -> None:
    check_query(query)
    program = (
        "import sys, threading, pyoxigraph\n"
        "threading.stack_size(512 * 1024)\n"
        "thread = threading.Thread(target=lambda: list(pyoxigraph.Store().query(sys.argv[1])))\n"
        "thread.start(); thread.join()"
    )
    assert subprocess.run([sys.executable, "-c", program, query]).returncode == 0


def test_an_endless_query_is_refused_at_once() -> None:
    with pytest.raises(QueryError, match="characters"):
        check_query("#" * (MAX_LENGTH + 1))


@pytest.mark.parametrize("text", ["'", '"' * 20_000, "<" * 20_000, "\\" * 20_000, "'''" * 5_000, ":" * 40_000])
def test_odd_text_takes_no_time(text: str) -> None:
    try:
        check_query(text)
    except QueryError as error:
        assert "split" in str(error)
