"""Packed data are the same data in less room."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import pytest
from view.packed import unpacked
from view.sample import corpus, vocabulary

from kg.view.packing import BLOCK, PLAIN, blocks, packed, readable
from kg.view.page import render_page


def test_rows_come_back_as_they_were() -> None:
    rows: list[dict[str, Any]] = [
        {"id": str(index), "kind": ["a", "b"][index % 2], "none": None, "list": [], "odd": index} for index in range(9)
    ]
    rows[3]["extra"] = {"by": None}
    assert unpacked(packed(rows)) == [{**row, "extra": row.get("extra")} for row in rows]


def test_null_among_repeated_values_stays_null() -> None:
    rows = [{"where": value} for value in (None, "a", None, "a", None, None)]
    assert unpacked(packed(rows)) == rows


def test_a_number_and_its_text_are_not_taken_for_one() -> None:
    rows = [{"value": value} for value in (1, "1", True, 1, "1", True, 1, 1)]
    assert [type(row["value"]) for row in unpacked(packed(rows))] == [int, str, bool, int, str, bool, int, int]


def test_no_rows_are_no_columns() -> None:
    assert packed([]) == {"rows": 0, "columns": {}}


def test_repeated_values_take_less_room() -> None:
    rows = [{"publisher": "Le Journal du Fleuve", "certainty": "certain"} for _ in range(100)]
    assert len(json.dumps(packed(rows))) < len(json.dumps(rows)) / 20


def test_few_words_stay_readable() -> None:
    zipped, found = blocks([{"n": index} for index in range(BLOCK + 1)])
    assert not zipped
    assert [len(json.loads(text)) for text in found] == [BLOCK, 1]


def test_many_words_are_compressed_the_same_way_each_time() -> None:
    rows = [{"words": "mot " * 100, "n": index} for index in range(PLAIN // 300)]
    zipped, found = blocks(rows)
    assert zipped
    assert blocks(rows) == (zipped, found)
    back = [row for text in found for row in json.loads(gzip.decompress(base64.b64decode(json.loads(text))))]
    assert back == rows
    assert sum(map(len, found)) < PLAIN / 10


@pytest.mark.parametrize("plain", [PLAIN, 0])
def test_the_words_of_a_page_can_be_read_whatever_way_they_are_packed(
    monkeypatch: pytest.MonkeyPatch, plain: int
) -> None:
    monkeypatch.setattr("kg.view.packing.PLAIN", plain)
    page = render_page(corpus(), vocabulary())
    found = readable(page)
    assert found.startswith(page)
    assert "qui soutient le Front de libération du Delta" in found[len(page) :]
    assert "fr.tsv:12 verb exemple" in found[len(page) :]
