"""Texts that look broken or foreign are named; mojibake is put right, and French is left alone."""

from pathlib import Path

import pytest

from kg.text.documents import read_document
from kg.text.suspect import notes, repaired

FRENCH = "L'armée malienne a repris la ville de Kidal, où les séparatistes étaient présents depuis dix ans. Il « a »."
ENGLISH = (
    "The army has retaken the town of Kidal, which had been in the hands of the rebels for nearly ten years, it said."
)
SAMPLES = sorted((Path(__file__).parents[2] / "kg" / "samples").glob("*.txt"))


def noted(text: str) -> tuple[str, ...]:
    return notes(text, (0, len(text)))


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf8_read_as_something_else_is_put_right_and_told(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(FRENCH.encode("utf-8").decode(encoding), encoding="utf-8")
    document = read_document(path)
    assert document.text == FRENCH
    (note,) = document.notes
    assert note.startswith("its encoding was broken")


def test_what_cannot_be_put_right_is_told_with_its_line() -> None:
    assert noted(f"{FRENCH}\nL'arm\ufffde avance.") == ("its encoding looks broken in line 2; save it again as UTF-8",)


def test_a_text_in_another_language_is_told() -> None:
    assert noted(ENGLISH) == ("looks English, not French; only French is read, so leave it out",)
    assert noted("Kidal Gao Tombouctou Mopti " * 10) == ("has few French words: perhaps another language, or no prose",)
    assert noted(f"{FRENCH}\n{FRENCH}\n{ENGLISH}\n{FRENCH}\n{FRENCH}\n{FRENCH}") == ()
    assert noted(f"{FRENCH}\n{FRENCH}\n{ENGLISH * 2}\n{FRENCH}\n{FRENCH}\n{FRENCH}\n{FRENCH}") == (
        "has paragraphs that do not look French: line 3 (English)",
    )


def test_french_is_neither_changed_nor_suspected() -> None:
    strange = "Â propos de São Tomé, Öcalan, Çelik, l’Œuvre… « ÉTATS-UNIS » – naïf, à 20 °C ; Ã part."
    assert repaired(strange) == strange
    assert len(SAMPLES) >= 12
    for path in SAMPLES:
        assert read_document(path).notes == ()


def test_a_few_words_are_no_language() -> None:
    assert noted("The army") == ()
