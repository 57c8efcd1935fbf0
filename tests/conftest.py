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


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder built from the sample corpus. Tests only read it."""
    from kg.pipeline import build

    output = tmp_path_factory.mktemp("samples") / "output"
    build([ROOT / "kg" / "samples"], output)
    return output


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder built from the articles of ``tests/gold/train``. Tests only read it."""
    from kg.pipeline import build

    output = tmp_path_factory.mktemp("gold") / "output"
    build([ROOT / "tests" / "gold" / "train"], output)
    return output
