"""``kg evaluate`` on corpus gold, as a user types it: gold about two of the samples."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from corpus_builders import write_corpus

from kg.cli import main

ROOT = Path(__file__).parents[2]
ORIGINAL, COPY = "01_agence_combats", "02_courrier_combats_reprise"
Captured = pytest.CaptureFixture[str]


def party(type_: str, *names: str, held_out: bool = False) -> dict[str, Any]:
    mentions = [{"doc": doc, "name": name} for doc in (ORIGINAL, COPY) for name in names]
    return {"class": type_, "held_out": held_out, "mentions": mentions}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The samples with gold about two of them beside."""
    for path in (ROOT / "kg" / "samples").glob("*.txt"):
        shutil.copy(path, tmp_path)
    said = [{"doc": doc, "speaker": "author", "polarity": "positive", "voice": "agence"} for doc in (ORIGINAL, COPY)]
    return write_corpus(
        tmp_path,
        entities={
            "parties": {
                "wagner": party("PrivateMilitaryCompany", "Wagner", "groupe Wagner"),
                "fama": party("ArmedForces", "armée malienne", "FAMa", held_out=True),
            }
        },
        reprints={"clusters": [{"original": ORIGINAL, "copies": [COPY]}]},
        voices={
            "relationships": [
                {"subject": "wagner", "relation": "alliedWith", "object": "fama", "voices": 1, "said": said}
            ]
        },
    )


def test_a_folder_with_entities_is_scored_across_its_documents(folder: Path, samples: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(folder), "-o", str(samples), "--verbose"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 parties under 8 names, 1 clusters of copies, 1 relationships"
    rows = {line[:27].strip(): line[27:].strip() for line in lines}
    assert rows["entities as read, all"].startswith("P 1.000  R 1.000  F1 1.000")
    assert rows["entities as read, held out"].endswith("of 4 names, 0 merged wrongly, 0 taken for known ones")
    assert rows["copies, in pairs"].startswith("P 1.000  R 1.000")
    assert rows["voices as read, all"].startswith("right 1.000 1/1, said in several documents 1.000 1/1")


def test_a_build_of_other_texts_is_refused_with_the_command_that_is_due(
    folder: Path, samples: Path, capsys: Captured
) -> None:
    (folder / "99_more.txt").write_text("date 2024-07 Le JNIM a attaqué Gao.", encoding="utf-8")
    assert main(["evaluate", str(folder), "-o", str(samples)]) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert "99_more" in error
    assert f"kg build {folder} -o {samples}" in error


def test_corpus_gold_has_no_parts_by_language(folder: Path, samples: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(folder), "-o", str(samples), "--lang", "fr"]) == 2
    assert "leave out --lang" in " ".join(capsys.readouterr().err.split())


def test_faults_of_the_gold_end_with_2_and_name_the_file(folder: Path, samples: Path, capsys: Captured) -> None:
    (folder / "voices.json").unlink()
    assert main(["evaluate", str(folder), "-o", str(samples)]) == 2
    assert "voices.json: cannot be read" in " ".join(capsys.readouterr().err.split())
