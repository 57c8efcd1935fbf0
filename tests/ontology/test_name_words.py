"""The table of words inside names is read whole, and a malformed line is named."""

from pathlib import Path

import pytest

from kg.ontology.name_words import KINDS, read_name_words
from kg.vocabulary import NameWords, Vocabulary

HEADER = "kind\tword\tmeaning\n"


def read(folder: Path, body: str) -> tuple[NameWords, list[str]]:
    path = folder / "words.tsv"
    path.write_text(HEADER + body, encoding="utf-8")
    faults: list[str] = []
    return read_name_words(path, faults), faults


def test_a_word_has_a_kind_and_a_meaning(tmp_path: Path) -> None:
    words, faults = read(tmp_path, "# a note\ntitle\tmme\tf\n\nword\tarmy\tarmee\n")
    assert faults == []
    assert (dict(words.titles), dict(words.meanings)) == ({"mme": "f"}, {"army": "armee"})


@pytest.mark.parametrize("line", ["tittle\tmme\tf", "title\tMme\tf", "title\ttwo words\t", "word\tarmy\t", "title"])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    _, faults = read(tmp_path, f"title\tmme\tf\n{line}\n")
    assert len(faults) == 1 and faults[0].startswith("words.tsv:3: ")


def test_without_the_file_there_are_no_words(tmp_path: Path) -> None:
    faults: list[str] = []
    assert dict(read_name_words(tmp_path / "no.tsv", faults).titles) == {}
    assert faults == []


def test_every_kind_of_the_shipped_table_has_words(vocabulary: Vocabulary) -> None:
    assert all(len(getattr(vocabulary.name_words, field)) >= 8 for field in KINDS.values())
