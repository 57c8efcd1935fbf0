"""Opens the graph of an output folder for questions, together with the ontology that explains it.

In: the folder that a build wrote. Out: an in-memory store whose default graph holds claims and ontology (so labels and
``rdfs:subPropertyOf`` answer in a query) and whose named graphs are the documents. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.errors import OntologyError, OutputError
from kg.ontology import find_folder

GRAPH_FILE = "graph.trig"
ONTOLOGY_FILE = "conflict.ttl"


def open_store(output_dir: Path, ontology_dir: Path | None = None) -> Store:
    """The graph of ``output_dir`` with the ontology (the project's own without ``ontology_dir``).

    ``OutputError`` when the graph is missing or damaged, naming file and line; ``OntologyError`` for the ontology.
    """
    store = Store()
    store.bulk_extend(read_trig(output_dir / GRAPH_FILE))
    path = (ontology_dir or find_folder()) / ONTOLOGY_FILE
    try:
        store.bulk_load(path=str(path), format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise OntologyError([f"{path}: {_place(error)}"]) from None
    except OSError as error:
        raise OntologyError([f"{path}: cannot be read ({error})"]) from None
    return store


def read_trig(path: Path) -> Iterator[Quad]:
    """The quads of a TriG file in its own order; ``OutputError`` naming the file and, for bad syntax, the line."""
    try:
        yield from parse(path=str(path), format=RdfFormat.TRIG)
    except FileNotFoundError:
        raise OutputError(f"{path}: there is no graph; run `kg build` with this output folder first") from None
    except SyntaxError as error:
        raise OutputError(f"{path}: the graph is damaged, {_place(error)}; run `kg build` again") from None
    except OSError as error:
        raise OutputError(f"{path}: the graph cannot be read ({error})") from None


def _place(error: SyntaxError) -> str:
    line = error.lineno
    return f"line {line}: {error.msg}" if line else str(error.msg)


def read_prefixes(path: Path) -> dict[str, str]:
    """The prefixes that a TriG file declares at its head; errors as in ``read_trig``."""
    for _ in read_trig(path):
        break
    parser = parse(path=str(path), format=RdfFormat.TRIG)
    next(iter(parser), None)
    return dict(sorted(parser.prefixes.items()))
