"""Shows answers: a table for the terminal, CSV for a spreadsheet, JSON for programs, Turtle for triples.

In: what ``kg.graph.query`` answers. Out: text. Cells come from documents and are hostile: terminal control characters
are shown as escapes, markup is off, and a CSV cell that a spreadsheet would run as a formula gets an apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.graph.iris import DEFAULT_BASE, XSD, prefixes
from kg.graph.query import Answer, Cell, Table, Triples, Truth
from kg.graph.trig import TermWriter, trig_lines

_FORMULA = tuple("=+-@\t\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))


def safe_cell(value: str) -> str:
    """A CSV cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection).

    A lone carriage return becomes a line feed: it would stand unquoted and start a row of its own.
    """
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return "'" + value if value.startswith(_FORMULA) else value


def csv_text(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """CSV after RFC 4180 (but plain line feeds), header first, cells made safe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return out.getvalue()


def plain(cell: Cell) -> str:
    """A cell as plain text: the value of an IRI or literal, '' for None."""
    if cell is None:
        return ""
    return cell.value if isinstance(cell, NamedNode | Literal | BlankNode) else str(cell)


def as_csv(answer: Answer) -> str:
    """The answer as CSV; a truth is one cell, triples are three columns."""
    if isinstance(answer, Truth):
        return csv_text(["answer"], [[str(answer.value).lower()]])
    if isinstance(answer, Triples):
        rows = [[plain(t.subject), plain(t.predicate), plain(t.object)] for t in answer.triples]
        return csv_text(["subject", "predicate", "object"], rows)
    # A number stands as it is: it is typed, so it cannot be a formula, and an apostrophe would make it a text.
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([safe_cell(column) for column in answer.columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in answer.rows)
    return out.getvalue()


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, Literal) and cell.datatype.value in _NUMBERS and re.fullmatch(r"[-+0-9.eE]+", cell.value):
        return cell.value
    return safe_cell(plain(cell))


def as_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/); JSON-LD for triples."""
    if isinstance(answer, Triples):
        return bytes(serialize(answer.triples, format=RdfFormat.JSON_LD) or b"").decode() + "\n"
    if isinstance(answer, Truth):
        value: object = {"head": {}, "boolean": answer.value}
    else:
        bindings = [
            {name: _json_term(cell) for name, cell in zip(answer.columns, row, strict=True) if cell is not None}
            for row in answer.rows
        ]
        value = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _json_term(cell: Cell) -> dict[str, object]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, BlankNode):
        return {"type": "bnode", "value": cell.value}
    if isinstance(cell, Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    if not isinstance(cell, Literal):
        raise TypeError(f"no RDF term: {cell!r}")
    found: dict[str, object] = {"type": "literal", "value": cell.value}
    if cell.language:
        found["xml:lang"] = cell.language
    elif cell.datatype.value != XSD + "string":
        found["datatype"] = cell.datatype.value
    return found


def as_turtle(answer: Triples) -> str:
    """Triples as sorted Turtle; with blank nodes (from a question of one's own) as plain N-Triples."""
    if any(isinstance(part, BlankNode) for t in answer.triples for part in (t.subject, t.object)):
        return bytes(serialize(answer.triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    quads = [Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in answer.triples]
    return "".join(trig_lines(quads, prefixes(DEFAULT_BASE)))


def print_answer(answer: Answer, console: Console) -> None:
    """Prints the answer on a terminal: a table, yes or no, or Turtle."""
    if isinstance(answer, Triples):
        console.print(Text(as_turtle(answer)), end="")
    elif isinstance(answer, Truth):
        console.print("yes" if answer.value else "no")
    else:
        console.print(_rich_table(answer))
        console.print(f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}", highlight=False)


def _rich_table(answer: Table) -> RichTable:
    writer = TermWriter(prefixes(DEFAULT_BASE))
    table = RichTable(box=None, pad_edge=False, header_style="bold")
    for column in answer.columns:
        table.add_column(Text(column), overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(_visible(_shown(cell, writer))) for cell in row))
    return table


def _shown(cell: Cell, writer: TermWriter) -> str:
    return writer.iri(cell.value) if isinstance(cell, NamedNode) else plain(cell)


def _visible(value: str) -> str:
    """The text on one line, with terminal control and direction-changing characters written out."""
    return _CONTROL.sub(lambda match: f"\\u{ord(match.group()):04X}", re.sub(r"[ \t\r\n]+", " ", value))
