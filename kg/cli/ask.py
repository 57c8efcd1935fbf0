"""``kg query``, ``kg view``, ``kg export`` and ``kg explain``: asking what a build wrote."""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import OUTPUT, Ontology, Output
from kg.cli.terminal import console, say, tell
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.graph.query import NamedQuery


class Format(enum.StrEnum):
    """How an answer is shown."""

    table = "table"
    csv = "csv"
    json = "json"


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="NAME-or-SPARQL", help="A named question, SPARQL, or - for standard input.")
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE…", help="Names for the question's parameters, in their order.")
    ] = None,
    output: Output = OUTPUT,
    format: Annotated[Format, typer.Option(help="How the answer is shown.")] = Format.table,
    ontology: Ontology = None,
) -> None:
    """Ask the graph: `kg query allies JNIM`, or SPARQL. Without a question, list the named ones."""
    from kg.api import load
    from kg.graph.answers import as_csv, as_json, print_answer
    from kg.graph.query import find_query, is_name, named_queries
    from kg.ontology import load_vocabulary

    if question is None:
        _list(named_queries(load_vocabulary(ontology).queries))
        return
    if question == "-":
        question = sys.stdin.read()
    graph = load(output, ontology=ontology)
    named = find_query(question, graph.vocabulary.queries) if is_name(question) else None
    answer = graph.ask(question, _parameters(values or [], named))
    if format is Format.table:
        print_answer(answer, console())
    else:
        sys.stdout.write(as_csv(answer) if format is Format.csv else as_json(answer))


def _list(queries: Sequence[NamedQuery]) -> None:
    width = max((len(query.name) for query in queries), default=0)
    for query in queries:
        values = "".join(f" [{parameter}]" for parameter in query.parameters)
        say(f"{query.name:<{width}}  {query.question_en}{values}")


def _parameters(values: Sequence[str], named: NamedQuery | None) -> dict[str, str]:
    """``values`` by parameter: each is ``parameter=value``, or just a value for the next one."""
    if not values:
        return {}
    if named is None:
        raise QueryError("only named questions take values; write the names into the SPARQL")
    given = {name: value for name, mark, value in (text.partition("=") for text in values) if mark}
    given = {name: value for name, value in given.items() if name in named.parameters}
    plain = [text for text in values if text.partition("=")[0] not in given]
    free = [name for name in named.parameters if name not in given]
    if len(plain) > len(free):
        takes = " ".join(f"[{name}]" for name in named.parameters) or "no values"
        raise QueryError(f"the question {named.name!r} takes {takes}; {len(values)} values were given")
    return given | dict(zip(free, plain, strict=False))


def view(output: Output = OUTPUT) -> None:
    """Open the network page in the browser."""
    from kg.view.open import open_page

    say(open_page(output))


def explain(
    claim_id: Annotated[
        str, typer.Argument(metavar="CLAIM-ID", help="The claim's id or how it begins; or the id or name of a party.")
    ],
    output: Output = OUTPUT,
    ontology: Ontology = None,
) -> None:
    """Say why a claim was read: the lexical entry, the frame, the words, who says it, and where.

    Of a party, say which names in which documents it is made of, and why each was taken for the same.
    """
    from kg.api import load
    from kg.cli.explanation import explanation, find_claim
    from kg.cli.identity import find_party, identity

    party = find_party(output, claim_id)
    if party is not None:
        say(identity(party))
        return
    graph = load(output, ontology=ontology)
    claim = find_claim(graph.claims, claim_id)
    say(explanation(claim, graph.vocabulary, graph.relationships, graph.claims))


def export(
    format: Annotated[
        str, typer.Argument(metavar="FORMAT", help="turtle, trig, nquads, jsonld, graphml, csv or lexicon.")
    ],
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Where to; standard output without it.")] = None,
    output: Output = OUTPUT,
    ontology: Ontology = None,
) -> None:
    """Write the graph, or the lexicon, in another format."""
    from kg.graph.export import export as write
    from kg.ontology import load_vocabulary

    text = write(format, output, file, load_vocabulary(ontology))
    if file is None:
        sys.stdout.write(text)
    else:
        tell(f"Written: {file}")
