"""Writes quads as TriG, sorted and pretty: the same quads give the same bytes.

In: quads without blank nodes. Out: UTF-8 lines, the default graph first, then one block per named graph, each subject
in one block, ``a`` before the other predicates. Reference: https://www.w3.org/TR/trig/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.iris import RDF, XSD

_SAFE_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?", re.ASCII)
# Besides what Turtle demands: everything that a terminal or an editor would obey or hide instead of showing.
_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_STRING = XSD + "string"
_BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
_TYPE = RDF + "type"

Row = tuple[str, str, str, str]


class TermWriter:
    """Writes terms with the prefixes given; remembers what it wrote, since a graph repeats most IRIs."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._written: dict[str, str] = {}

    def iri(self, value: str) -> str:
        """``prefix:local`` where that is plainly safe, else ``<iri>``."""
        written = self._written.get(value)
        if written is None:
            written = self._written[value] = self._shorten(value)
        return written

    def _shorten(self, value: str) -> str:
        cut = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._by_namespace.get(value[:cut])
        short = prefix is not None and _SAFE_LOCAL.fullmatch(value, cut)
        return f"{prefix}:{value[cut:]}" if short else f"<{value}>"

    def literal(self, value: Literal) -> str:
        """A quoted literal with its language or datatype, bare where Turtle has a short form."""
        datatype = value.datatype.value
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(value.value):
            return value.value
        quoted = f'"{_SPECIAL.sub(_escape, value.value)}"'
        if value.language:
            return f"{quoted}@{value.language}"
        return quoted if datatype == _STRING else f"{quoted}^^{self.iri(datatype)}"

    def term(self, value: object) -> str:
        """An IRI or a literal; the graph holds no blank nodes, so another term is a fault of the caller."""
        if isinstance(value, NamedNode):
            return self.iri(value.value)
        if isinstance(value, Literal):
            return self.literal(value)
        raise TypeError(f"the graph holds only IRIs and literals, not {value!r}")


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def trig_lines(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The lines of a TriG document, each with its line end."""
    writer = TermWriter(prefixes)
    rows = sorted({_row(quad, writer) for quad in quads})
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for graph, members in groupby(rows, key=lambda row: row[0]):
        indent = "    " if graph else ""
        yield f"\n{writer.iri(graph)} {{\n" if graph else ""
        yield from _subject_blocks(members, writer, indent)
        yield "}\n" if graph else ""


def _row(quad: Quad, writer: TermWriter) -> Row:
    """Sort key and content at once: graph IRI, subject IRI, predicate IRI ('' for rdf:type), written object."""
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else _value(quad.graph_name)
    predicate = quad.predicate.value
    return graph, _value(quad.subject), "" if predicate == _TYPE else predicate, writer.term(quad.object)


def _value(node: object) -> str:
    if isinstance(node, NamedNode):
        return node.value
    raise TypeError(f"the graph names its nodes with IRIs only, not {node!r}")


def _subject_blocks(rows: Iterable[Row], writer: TermWriter, indent: str) -> Iterator[str]:
    for subject, members in groupby(rows, key=lambda row: row[1]):
        lines = []
        for predicate, objects in groupby(members, key=lambda row: row[2]):
            verb = writer.iri(predicate) if predicate else "a"
            lines.append(f"{verb} " + " , ".join(row[3] for row in objects))
        yield ("" if indent else "\n") + f"{indent}{writer.iri(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"
