"""The model card and the figures recorded when the shipped pipeline was trained."""

import json
import re
from typing import Any

import pytest

from kg.language.load import SHIPPED, load_pipeline
from kg.language.training.card import COMMAND, SOURCES
from kg.language.training.corpus import TEST_SETS
from kg.language.training.evaluate import MEASURES, speakers

TARGETS = {"Sequoia-test": 86.0, "GSD-test": 81.5}


@pytest.fixture(scope="module")
def performance() -> dict[str, Any]:
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    recorded: dict[str, Any] = meta["performance"]
    return recorded


@pytest.fixture(scope="module")
def card() -> str:
    return (SHIPPED / "README.md").read_text(encoding="utf-8")


def rows(card: str) -> dict[str, dict[str, float]]:
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in card.splitlines() if line[:1] == "|"]
    header, _, *body = lines
    return {label: dict(zip(header[1:], map(float, figures), strict=True)) for label, *figures in body}


def test_the_card_shows_the_recorded_figures(card: str, performance: dict[str, Any]) -> None:
    assert rows(card) == performance["scores"]
    assert len(performance["scores"]) == 2 * len(TEST_SETS) + 1
    assert f"{performance['words_per_second']:,} words/s" in card
    assert f"{performance['megabytes']} MB" in card


def test_the_recorded_count_of_speakers_is_what_the_pipeline_finds(card: str, performance: dict[str, Any]) -> None:
    found, cases = speakers(load_pipeline())
    assert performance["speakers"] == [found, cases]
    assert f"{found} of {cases} found" in card
    assert cases == 25


def test_the_card_names_command_sources_and_licences(card: str) -> None:
    assert COMMAND in card
    for source, licence in SOURCES:
        assert f"- {source}: {licence}" in card


@pytest.mark.parametrize(("test_set", "least"), TARGETS.items())
def test_the_recorded_figures_reach_their_targets(performance: dict[str, Any], test_set: str, least: float) -> None:
    assert performance["scores"][test_set]["LAS"] >= least
    assert set(performance["scores"][test_set]) == set(MEASURES)


def test_the_recorded_speed_and_size_reach_their_targets(performance: dict[str, Any]) -> None:
    assert performance["words_per_second"] >= 5_000
    assert performance["megabytes"] <= 20


def test_the_licence_note_names_each_licence() -> None:
    note = (SHIPPED / "LICENSE").read_text(encoding="utf-8")
    assert re.search("LGPL-LR", note)
    assert re.search("CC BY-SA 4.0", note)
