"""The graph as an rdflib dataset, for programs that already speak rdflib."""

from __future__ import annotations

import warnings
from pathlib import Path

from rdflib import Dataset

from kg.errors import OutputError
from kg.graph.store import GRAPH_FILE


def open_dataset(output_dir: Path) -> Dataset:
    """``graph.trig`` of an output folder: claims in the default graph, one named graph per document.

    ``OutputError`` when it is missing. Slower than ``open_store`` by far; for questions take that.
    """
    path = output_dir / GRAPH_FILE
    if not path.is_file():
        raise OutputError(f"{path}: there is no graph; run `kg build` with this output folder first")
    dataset = Dataset()
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parser calls its own deprecated names
        dataset.parse(file, format="trig")
    return dataset
