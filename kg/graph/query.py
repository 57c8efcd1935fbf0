"""Asks the graph: named questions of ``ontology/queries`` and free SPARQL.

In: a store, a question, values for its parameters. Out: ``Table``, ``Truth`` or ``Triples``. A named question is a file
whose first comment line is the question in English, the second in French. A line ``# param: actor`` inside its pattern
is where ``?actor`` can be fixed to whatever bears a name; a pattern may follow on that line. Without a value the line
stays a comment and the question lists everything. Where a line ``# date: date`` stands, ``?dateFrom`` and ``?date``
are the first and last day of the date given, as strings. A pattern reads all graphs at once (an edge is met once per
document: ask for DISTINCT), and ``GRAPH ?doc { }`` tells the documents apart.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode as Blank
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Triple

from kg.claims import moments
from kg.errors import QueryError
from kg.graph.guard import check_query
from kg.graph.iris import DEFAULT_BASE, RDFS, SKOS, prefixes, term
from kg.names import fold

Cell = NamedNode | Literal | Blank | Triple | None
_PARAMETER = re.compile(r"^[ \t]*# (param|date): ?([A-Za-z]\w*)([^\n]*)$", re.MULTILINE | re.ASCII)
_POSITION = re.compile(r"error at (\d+):(\d+): ?(.*)", re.DOTALL)
_CLASSES = re.compile(r"(?:, )?\[['#].*", re.DOTALL)
"""The library's list of expected characters, half a page of code points that helps nobody."""
_NAME = re.compile(r"[\w.-]+")
_NAMES = (term(SKOS, "prefLabel"), term(SKOS, "altLabel"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question of ``ontology/queries``: its name, what it asks in English and French, its parameters, its SPARQL."""

    name: str
    question_en: str
    question_fr: str
    parameters: tuple[str, ...]
    sparql: str


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to SELECT: the names of the columns and the rows, None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer to ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT and DESCRIBE."""

    triples: tuple[Triple, ...]


Answer = Table | Truth | Triples


def named_queries(paths: Mapping[str, str]) -> tuple[NamedQuery, ...]:
    """All named questions (``Vocabulary.queries``: name -> path), sorted by name."""
    return tuple(_read(name, Path(path)) for name, path in sorted(paths.items()))


def find_query(name: str, paths: Mapping[str, str]) -> NamedQuery:
    """One named question; a ``QueryError`` with the nearest names when there is none."""
    if name in paths:
        return _read(name, Path(paths[name]))
    near = difflib.get_close_matches(name, paths, n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(near)}? " if near else ""
    raise QueryError(f"there is no question named {name!r}; {hint}all of them: {', '.join(sorted(paths))}")


def _read(name: str, path: Path) -> NamedQuery:
    try:
        sparql = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the question cannot be read ({error})") from None
    english, french = [line[1:].strip() for line in [*sparql.splitlines(), "#", "#"] if line.startswith("#")][:2]
    parameters = tuple(dict.fromkeys(match[2] for match in _PARAMETER.finditer(sparql)))
    return NamedQuery(name=name, question_en=english, question_fr=french, parameters=parameters, sparql=sparql)


def is_name(question: str) -> bool:
    """Whether a question is the name of a named one rather than SPARQL."""
    return _NAME.fullmatch(question) is not None


def ask(store: Store, question: str, paths: Mapping[str, str], values: Mapping[str, str] | None = None) -> Answer:
    """Answers a named question, with ``values`` for its parameters, or a SPARQL string."""
    if is_name(question):
        return run_query(store, fill(store, find_query(question, paths), values or {}))
    if not question.strip():
        raise QueryError("the question is empty; give a name or SPARQL, `kg query` alone lists the names")
    if values:
        raise QueryError("only named questions take parameters; write the values into the SPARQL")
    return run_query(store, question)


def fill(store: Store, query: NamedQuery, values: Mapping[str, str]) -> str:
    """The SPARQL of a named question in which the parameters stand for what bears the names given.

    A name matches any main or other name, whatever its case, accents and hyphens; what enters the query is the IRI
    that the graph holds, never the text given.
    """
    for parameter in values:
        if parameter not in query.parameters:
            known = ", ".join(query.parameters) or "none"
            raise QueryError(f"the question {query.name!r} has no parameter {parameter!r}; it has: {known}")

    def replace(match: re.Match[str]) -> str:
        kind, parameter, pattern = match.groups()
        if parameter not in values:
            return match[0]
        if kind == "date":
            return _days(parameter, values[parameter])
        return f"VALUES ?{parameter} {{ {' '.join(map(str, _bearers(store, values[parameter])))} }}{pattern}"

    return _PARAMETER.sub(replace, query.sparql)


def _days(parameter: str, value: str) -> str:
    """The pattern that fixes the first and last day of a date; a ``QueryError`` when it is none."""
    first, last = moments.day(value, end=False), moments.day(value, end=True)
    if first is None or last is None:
        raise QueryError(f"{value!r} is no date; write it as 2024, 2024-07 or 2024-07-28")
    return f'BIND("{first}" AS ?{parameter}From) BIND("{last}" AS ?{parameter})'


def _bearers(store: Store, name: str) -> list[NamedNode]:
    """What bears the name, sorted by IRI; a ``QueryError`` with the nearest names when nothing does."""
    wanted, found, names = fold(name), set(), {}
    for predicate in _NAMES:
        for quad in store.quads_for_pattern(None, predicate, None, None):
            key = fold(quad.object.value) if isinstance(quad.object, Literal) else ""
            names[key] = str(getattr(quad.object, "value", ""))
            if key == wanted and isinstance(quad.subject, NamedNode):
                found.add(quad.subject)
    if not found or not wanted:
        near = [names[key] for key in difflib.get_close_matches(wanted, sorted(names), n=3)]
        hint = f"did you mean {' or '.join(near)}?" if near else "leave the name out to see all answers"
        raise QueryError(f"nothing in this graph is named {name!r}; {hint}")
    return sorted(found, key=str)


def run_query(store: Store, sparql: str) -> Answer:
    """Runs one SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE) over the union of all graphs.

    The prefixes of the graph need no declaration. ``QueryError`` shows the place of a fault with a caret.
    """
    check_query(sparql)
    try:
        result = store.query(sparql, prefixes=prefixes(DEFAULT_BASE), use_default_graph_as_union=True)
        if isinstance(result, QueryBoolean):
            return Truth(bool(result))
        if isinstance(result, QuerySolutions):
            columns = tuple(variable.value for variable in result.variables)
            return Table(columns, tuple(tuple(row[column] for column in columns) for row in result))
        return Triples(tuple(sorted(set(result), key=str)))
    except SyntaxError as error:
        raise QueryError(_explain(sparql, str(error.msg))) from None
    except (OSError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from None


def _explain(sparql: str, message: str) -> str:
    match = _POSITION.match(message)
    if match is None:
        return f"the query is not valid SPARQL: {message}"
    line, column = int(match[1]), int(match[2])
    lines = sparql.split("\n")
    shown = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    start = max(0, column - 60)
    caret = re.sub(r"[^\t]", " ", shown[start : column - 1]) + "^"
    return (
        f"the query is not valid SPARQL, line {line}, column {column}: {_CLASSES.sub('', match[3]).strip()}\n"
        f"  {shown[start : start + 120]}\n  {caret}"
    )


def labels(store: Store, node: NamedNode, language: str = "fr") -> str:
    """The name to show for an IRI: its main name or label, else the IRI itself."""
    found = [
        quad.object
        for predicate in (_NAMES[0], term(RDFS, "label"))
        for quad in store.quads_for_pattern(node, predicate, None, None)
        if isinstance(quad.object, Literal)
    ]
    wanted = [value.value for value in found if value.language in (None, language)]
    return min(wanted) if wanted else node.value
