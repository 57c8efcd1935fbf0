"""The build as a whole, with a reader that needs no language model: it finds « A attaque B » by pattern."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pattern_reader import PatternReader

from kg.errors import BuildError, OutputError, UsageError
from kg.pipeline import build

ROOT = Path(__file__).parent.parent
FILES = ("claims.jsonl", "entities.jsonl", "graph.trig", "network.html", "report.json")
SAME = FILES[:4]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(" date 2024-07 Hier, Alpha attaque Gamma. Puis Beta attaque Alpha.")
    (folder / "two.txt").write_text(
        "---\npublisher: Le <b>Journal</b>\n---\nAlpha dément attaquer Gamma.", encoding="cp1252"
    )
    return folder


def contents(folder: Path, names: tuple[str, ...] = SAME) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names}


def test_a_build_writes_five_files_and_says_what_it_made(texts: Path, tmp_path: Path) -> None:
    result = build([texts], tmp_path / "output", reader=PatternReader())
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == sorted(FILES)
    assert [document.id for document in result.corpus.documents] == ["one", "two"]
    assert len((tmp_path / "output" / "claims.jsonl").read_text().splitlines()) == 3
    assert sorted(relationship.status for relationship in result.corpus.relationships) == ["asserted", "contested"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "texts"]


def test_the_report_counts_and_names_what_was_skipped(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_text("")
    (texts / "image.txt").write_bytes(b"\x89PNG\r\n")
    (texts / "refused.txt").write_text("REFUSE")
    (texts / "three.txt").write_text(" date 2024-99 Alpha attaque Delta.")
    build([texts], tmp_path / "output", reader=PatternReader())
    report = json.loads((tmp_path / "output" / "report.json").read_text(encoding="utf-8"))
    assert (report["documents"], report["claims"], report["relations"]) == (3, 4, {"attacks": 4})
    assert [(Path(entry["path"]).name, entry["reason"].split(";")[0]) for entry in report["skipped"]] == [
        ("empty.txt", "is empty"),
        ("image.txt", "is an image, not a text"),
        ("refused.txt", "refused by the reader"),
    ]
    assert [Path(entry["path"]).name for entry in report["notes"]] == ["three.txt"]
    assert set(report["seconds"]) == {"loading", "documents", "reading", "merging", "graph", "validation"} | {"page"}


def test_less_sure_claims_are_left_out_on_demand_and_counted(texts: Path, tmp_path: Path) -> None:
    (texts / "three.txt").write_text("Zeta attaque Delta.")
    output = tmp_path / "output"
    result = build([texts], output, min_confidence=0.6, reader=PatternReader())
    assert {claim.confidence for claim in result.corpus.claims} == {0.9}
    assert result.left_out == 1
    assert json.loads((output / "report.json").read_text(encoding="utf-8"))["left_out"] == 1
    assert build([texts], output, min_confidence=0.5, reader=PatternReader()).left_out == 0


def test_a_confidence_is_between_0_and_1(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="between 0 and 1, not 60"):
        build([texts], tmp_path / "output", min_confidence=60, reader=PatternReader())


def test_a_fault_in_reading_one_text_costs_only_that_text(texts: Path, tmp_path: Path) -> None:
    (texts / "odd.txt").write_text("CRASH Alpha attaque Gamma.")
    result = build([texts], tmp_path / "output", reader=PatternReader())
    assert [document.id for document in result.corpus.documents] == ["one", "two"]
    (skipped,) = result.corpus.skipped
    assert "ZeroDivisionError: a fault" in skipped.reason
    assert "please report" in skipped.reason


def test_the_order_of_the_files_changes_nothing(texts: Path, tmp_path: Path) -> None:
    one, two = texts / "one.txt", texts / "two.txt"
    build([one, two], tmp_path / "a", reader=PatternReader())
    build([two, one, texts], tmp_path / "b", reader=PatternReader())
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_same_texts_elsewhere_give_the_same_bytes(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([texts], tmp_path / "a", reader=PatternReader())
    monkeypatch.chdir(texts)
    build(["."], tmp_path / "b", reader=PatternReader())
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_sample_corpus_gives_the_same_bytes_under_another_hash_seed(samples: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "kg",
        "build",
        *map(str, sorted((ROOT / "kg" / "samples").glob("*.txt"), reverse=True)),
    ]
    environment = {"PYTHONHASHSEED": "4711", "PATH": "", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*command, "-o", "output"], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(tmp_path / "output") == contents(samples)


def test_a_build_that_breaks_a_promise_leaves_the_previous_output(texts: Path, tmp_path: Path) -> None:
    build([texts], tmp_path / "output", reader=PatternReader())
    before = contents(tmp_path / "output", FILES)
    (texts / "three.txt").write_text("LIE Alpha attaque Delta.")
    with pytest.raises(BuildError, match="quotation"):
        build([texts], tmp_path / "output", reader=PatternReader())
    assert contents(tmp_path / "output", FILES) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output", "texts"]


def test_no_readable_document_is_an_error_that_names_them(texts: Path, tmp_path: Path) -> None:
    for path in texts.iterdir():
        path.write_text("")
    with pytest.raises(UsageError, match=r"none of the documents could be read:\n.*one.txt: is empty"):
        build([texts], tmp_path / "output", reader=PatternReader())
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(("base", "says"), [("no iri", "base IRI"), ("relative/", "absolute IRI")])
def test_a_bad_base_iri_is_refused_before_reading(texts: Path, tmp_path: Path, base: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        build([texts], tmp_path / "output", base_iri=base, reader=PatternReader())


def test_the_base_iri_names_the_data(texts: Path, tmp_path: Path) -> None:
    build([texts], tmp_path / "output", base_iri="https://example.org/mine/", reader=PatternReader())
    assert "https://example.org/mine/" in (tmp_path / "output" / "graph.trig").read_text(encoding="utf-8")


def test_an_output_that_is_a_file_is_refused_before_reading(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        build([texts], tmp_path / "output", reader=PatternReader())


def test_progress_tells_each_stage_from_nothing_to_all(texts: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    build([texts], tmp_path / "output", reader=PatternReader(), progress=lambda *step: seen.append(step))
    assert [step for step in seen if step[0] == "reading"] == [
        ("reading", 0, 2),
        ("reading", 1, 2),
        ("reading", 2, 2),
        ("reading", 2, 2),
    ]
    stages = list(dict.fromkeys(stage for stage, _, _ in seen))
    assert stages == ["loading", "documents", "reading", "merging", "graph", "validation", "page"]
