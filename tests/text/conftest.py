"""Fixtures of the text world: the lexicon's indexes, and the shipped pipeline for the tests that need a parser."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.text.reader import Reader
from kg.text.wordlists import Wordlists
from kg.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def words(vocabulary: Vocabulary) -> Wordlists:
    """The indexes of the project's own lexicon."""
    return Wordlists(vocabulary)


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The pipeline that the project ships."""
    from kg.language.load import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary, pipeline: Language) -> Reader:
    """The reader as the build uses it."""
    return Reader(vocabulary, pipeline)
