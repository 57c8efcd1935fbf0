"""Other formats of a finished graph: RDF, GraphML, a table of claims, the lexicon.

In: an output folder. Out: text, the same for the same graph. Everything is made from ``graph.trig``, so that no export
can hold an edge that the graph does not prove.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx
from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

from kg.errors import OutputError, UsageError
from kg.graph.answers import csv_text
from kg.graph.iris import VOCABULARIES
from kg.graph.network import relationship_network
from kg.graph.reading import read_records
from kg.graph.store import GRAPH_FILE, read_prefixes, read_trig
from kg.graph.trig import trig_lines
from kg.records import Claim, Entity
from kg.vocabulary import Vocabulary

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLUMNS = (
    "id doc subject_id subject subject_type relation object_id object object_type polarity certainty attribution_id "
    "attribution when where_id where start end quotation entry frame confidence"
).split()


def export(format: str, output_dir: Path, destination: Path | None, vocabulary: Vocabulary) -> str:
    """The graph of ``output_dir`` in one of ``FORMATS``, also written to ``destination`` when there is one.

    ``UsageError`` for an unknown format, ``OutputError`` when the graph is missing or the file cannot be written.
    """
    writer = FORMATS.get(format)
    if writer is None:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    text = writer(output_dir / GRAPH_FILE, vocabulary)
    if destination is not None:
        try:
            destination.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(f"{destination}: cannot be written ({error.strerror}); name another file") from error
    return text


def _default_graph(path: Path) -> list[Quad]:
    return [quad for quad in read_trig(path) if isinstance(quad.graph_name, DefaultGraph)]


def _turtle(path: Path, vocabulary: Vocabulary) -> str:
    """Claims as reified statements; plain Turtle has no named graphs."""
    return "".join(trig_lines(_default_graph(path), read_prefixes(path)))


def _trig(path: Path, vocabulary: Vocabulary) -> str:
    return "".join(trig_lines(read_trig(path), read_prefixes(path)))


def _nquads(path: Path, vocabulary: Vocabulary) -> str:
    text = bytes(serialize(read_trig(path), format=RdfFormat.N_QUADS) or b"").decode()
    # Not splitlines(): a literal may hold other characters that end a line in Python.
    return "".join(sorted({line + "\n" for line in text.split("\n") if line}))


def _jsonld(path: Path, vocabulary: Vocabulary) -> str:
    quads = sorted(set(read_trig(path)), key=_order)
    return bytes(serialize(quads, format=RdfFormat.JSON_LD, prefixes=dict(VOCABULARIES)) or b"").decode() + "\n"


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _graphml(path: Path, vocabulary: Vocabulary) -> str:
    claims, relationships = read_records(read_trig(path), vocabulary)
    network = relationship_network(relationships, claims, vocabulary)
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in network.nodes(data=True):
        clean.add_node(node, **_for_xml(attributes))
    for source, target, key, attributes in network.edges(keys=True, data=True):
        clean.add_edge(source, target, key=key)
        clean.edges[source, target, key].update(_for_xml(attributes))
    return "\n".join(nx.generate_graphml(clean)) + "\n"


def _for_xml(attributes: Mapping[str, object]) -> dict[str, object]:
    """Attributes without the characters that XML cannot hold at all, not even escaped."""
    return {k: _NOT_XML.sub("\ufffd", v) if isinstance(v, str) else v for k, v in attributes.items()}


def _csv(path: Path, vocabulary: Vocabulary) -> str:
    claims, _ = read_records(read_trig(path), vocabulary)
    return csv_text(_COLUMNS, [row for claim in claims for row in _claim_rows(claim)])


def _claim_rows(claim: Claim) -> list[list[str]]:
    """One row for each piece of evidence."""
    speaker = _party(claim.attribution) if claim.attribution else ("", "author", "")
    target = _party(claim.object) if isinstance(claim.object, Entity) else ("", claim.object.literal, "")
    where = _party(claim.where) if claim.where else ("", "", "")
    said = [claim.id, claim.doc, *_party(claim.subject), claim.relation, *target, claim.polarity, claim.certainty]
    around = [*speaker[:2], claim.when or "", *where[:2]]
    why = [claim.why.entry, claim.why.frame, f"{claim.confidence:g}"]
    return [[*said, *around, str(e.start), str(e.end), e.text, *why] for e in claim.evidence]


def _party(entity: Entity) -> tuple[str, str, str]:
    return entity.id, entity.label, entity.type


def _lexicon(path: Path, vocabulary: Vocabulary) -> str:
    from kg.graph.lemon import lexicon_graph  # needed for this format alone

    return lexicon_graph(vocabulary)


FORMATS: Mapping[str, Callable[[Path, Vocabulary], str]] = {
    "turtle": _turtle,
    "trig": _trig,
    "nquads": _nquads,
    "jsonld": _jsonld,
    "graphml": _graphml,
    "csv": _csv,
    "lexicon": _lexicon,
}
"""Format name -> its writer. ``lexicon`` needs no graph, only the ontology."""
