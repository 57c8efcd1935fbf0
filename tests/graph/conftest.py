"""Fixtures of the graph tests: the corpus of ``sample`` written, opened and ready to be broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import ONTOLOGY_FOLDER, make_corpus, make_vocabulary

from kg.graph.build import write_trig
from kg.graph.store import open_store
from kg.records import Corpus
from kg.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return make_vocabulary()


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return make_corpus()


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, vocabulary: Vocabulary) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_trig(corpus, vocabulary, folder / "graph.trig")
    return folder


@pytest.fixture(scope="session")
def store(output: Path) -> ox.Store:
    return open_store(output, ONTOLOGY_FOLDER)


@pytest.fixture
def change(tmp_path: Path, output: Path) -> Callable[[str, str], Path]:
    """Gives a copy of the graph in which one text is replaced; the text must occur."""

    def replace(old: str, new: str) -> Path:
        written = (output / "graph.trig").read_text(encoding="utf-8")
        assert old in written
        path = tmp_path / "changed.trig"
        path.write_text(written.replace(old, new, 1), encoding="utf-8")
        return path

    return replace
