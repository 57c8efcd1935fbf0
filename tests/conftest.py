"""Fixtures of several tests: the project's vocabulary, and the material beside the checkout where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The project's own vocabulary."""
    from kg.ontology import load_vocabulary

    return load_vocabulary()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the reference scorer and its gold; skips where a checkout stands alone."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which this checkout has not")
    return folder
