"""Every command, as a user types it: what it prints where, and its exit code."""

import io
import json
import re
import shutil
from pathlib import Path

import pytest

import kg.pipeline
from kg.cli import main

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "train"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(" date 2024-07 Le JNIM a attaqué l'armée malienne à Gao.", encoding="utf-8")
    return path


def claim_ids(output: Path) -> list[str]:
    return [json.loads(line)["id"] for line in (output / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_version_is_told(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kg {kg.__version__}\n"


@pytest.mark.parametrize("command", ["build", "query", "view", "export", "evaluate", "explain", "check"])
def test_every_command_explains_itself(command: str, capsys: Captured) -> None:
    assert main([command, "--help"]) == 0
    assert f"Usage: kg {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["buidl"], ["build"], ["build", "--modle", "x", "y"], ["query", "a", "--format", "xml"]]
)
def test_wrong_use_ends_with_2(arguments: list[str], capsys: Captured) -> None:
    assert main(arguments) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "Error" in written.err


def test_a_build_sums_up_and_points_to_the_page(text: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["build", str(text), "-o", str(tmp_path / "out")]) == 0
    written = capsys.readouterr()
    assert written.err == ""
    assert "1 document read" in written.out
    assert f"kg view -o {tmp_path / 'out'}" in written.out


def test_a_skipped_document_is_named_and_ends_with_1(text: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "bad[red].txt").write_bytes(b"\x00")
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "out")]) == 1
    written = capsys.readouterr()
    assert "1 document read" in written.out
    assert "1 document skipped:" in written.err
    assert "bad[red].txt: is a binary file" in written.err


def test_unusable_input_ends_with_2_and_says_what_to_do(text: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG")
    out = ["-o", str(tmp_path / "out")]
    for arguments, says in (
        ([str(tmp_path / "on.txt"), *out], "did you mean"),
        ([str(tmp_path / "empty"), *out], "no .txt or .md file"),
        ([str(tmp_path / "image.txt"), *out], "is an image"),
        ([str(text), "-o", str(tmp_path / "file")], "is a file, not a folder"),
        ([str(text), *out, "--model", "no_such_model"], "no_such_model"),
        ([str(text), *out, "--base-iri", "x y"], "base IRI"),
        ([str(text), *out, "--ontology", str(tmp_path / "empty")], "conflict.ttl"),
    ):
        assert main(["build", *arguments]) == 2, arguments
        written = capsys.readouterr()
        assert written.out == ""
        assert written.err.startswith("Error: ")
        assert says in written.err
    assert not (tmp_path / "out").exists()


def test_a_fault_of_ours_ends_with_3_and_without_a_traceback(
    text: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(kg.pipeline, "build", fail)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    assert main(["build", str(text)]) == 3
    error = capsys.readouterr().err
    assert "ZeroDivisionError: a fault" in error
    assert "Traceback" not in error
    monkeypatch.setenv("KG_DEBUG", "1")
    assert main(["build", str(text)]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_broken_ontology_is_named_with_its_lines_all_at_once(text: Path, tmp_path: Path, capsys: Captured) -> None:
    shutil.copytree(ROOT / "ontology", tmp_path / "mine")
    lexicon = tmp_path / "mine" / "lexicon" / "fr.tsv"
    lexicon.write_text(lexicon.read_text(encoding="utf-8") + "verb\tdanser\nnonsense\tx\n", encoding="utf-8")
    last = lexicon.read_text(encoding="utf-8").count("\n")
    for arguments in (["check"], ["build", str(text), "-o", str(tmp_path / "out")]):
        assert main([*arguments, "--ontology", str(tmp_path / "mine")]) == 2
        written = capsys.readouterr()
        assert f"fr.tsv:{last - 1}" in written.out + written.err
        assert f"fr.tsv:{last}" in written.out + written.err
    (tmp_path / "mine" / "conflict.ttl").write_text("@prefix x: <y> .\n\nx:a x:b x:c ;;; \n ]", encoding="utf-8")
    assert main(["check", "--ontology", str(tmp_path / "mine")]) == 2
    assert "conflict.ttl:4" in capsys.readouterr().out


def test_check_finds_nothing_wrong_with_the_shipped_ontology_and_a_build(samples: Path, capsys: Captured) -> None:
    assert main(["check", "-o", str(samples)]) == 0
    written = capsys.readouterr().out
    assert "No fault in" in written
    assert re.search(r"^\d+ classes, \d+ relations, [\d,]+ lexical entries", written, re.MULTILINE)


def test_check_says_all_that_is_wrong_with_an_output(samples: Path, tmp_path: Path, capsys: Captured) -> None:
    shutil.copytree(samples, tmp_path / "out")
    for name in ("claims.jsonl", "graph.trig"):
        path = tmp_path / "out" / name
        path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert main(["check", "-o", str(tmp_path / "out")]) == 2
    out = capsys.readouterr().out
    assert "claims.jsonl:" in out
    assert "graph.trig" in out


def test_the_questions_are_listed_with_what_they_ask(tmp_path: Path, capsys: Captured) -> None:
    assert main(["query", "-o", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) >= 10
    assert "allies " in out
    assert "[actor]" in out


def test_a_question_is_answered_in_three_formats(samples: Path, capsys: Captured) -> None:
    question = "SELECT (COUNT(DISTINCT ?c) AS ?claims) WHERE { ?c a ckg:Claim }"
    number = str(len(claim_ids(samples)))
    shown = {}
    for format in ("table", "csv", "json"):
        assert main(["query", question, "-o", str(samples), "--format", format]) == 0
        shown[format] = capsys.readouterr().out
    assert shown["csv"] == f"claims\n{number}\n"
    assert json.loads(shown["json"])["results"]["bindings"][0]["claims"]["value"] == number
    assert number in shown["table"].split()


def test_a_question_may_come_from_standard_input(
    samples: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("ASK { ?c a ckg:Claim }"))
    assert main(["query", "-", "-o", str(samples), "--format", "csv"]) == 0
    assert capsys.readouterr().out == "answer\ntrue\n"


def test_a_value_may_be_named_or_stand_in_its_place(samples: Path, capsys: Captured) -> None:
    answers = []
    for values in (["JNIM", ""], ["actor=jnim"]):
        assert main(["query", "claims-about", *filter(None, values), "-o", str(samples), "--format", "csv"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    assert len(answers[0].splitlines()) > 1


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (["alies"], "did you mean allies"),
        (["allies", "Nobody At All"], "nothing in this graph is named"),
        (["allies", "a", "b", "c"], "takes [actor]; 3 values"),
        (["SELECT ?a WHERE {\n ?a ?b }"], "line 2, column"),
        (["SELECT ?a WHERE { ?a ?b ?c }", "JNIM"], "only named questions"),
        (["SELECT * WHERE { SERVICE <https://example.org/> { ?a ?b ?c } }"], "SERVICE is refused"),
    ],
)
def test_a_question_that_cannot_be_asked_is_explained(
    samples: Path, capsys: Captured, question: list[str], says: str
) -> None:
    assert main(["query", *question, "-o", str(samples)]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert says in written.err


@pytest.mark.parametrize(
    "command", [["query", "allies"], ["explain", "x"], ["view"], ["export", "turtle"], ["evaluate", str(GOLD)]]
)
def test_without_a_build_the_next_step_is_told(command: list[str], tmp_path: Path, capsys: Captured) -> None:
    assert main([*command, "-o", str(tmp_path)]) == 2
    assert "kg build" in capsys.readouterr().err


def test_the_page_is_opened_and_its_address_told(
    samples: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert main(["view", "-o", str(samples)]) == 0
    assert capsys.readouterr().out.split() == opened
    assert opened[0].startswith("file:///")


def test_claims_of_a_build_can_be_explained(samples: Path, capsys: Captured) -> None:
    ids = claim_ids(samples)
    assert len(ids) > 10
    for id in ids[:: len(ids) // 5]:
        assert main(["explain", id, "-o", str(samples)]) == 0
        out = capsys.readouterr().out
        assert "fr.tsv:" in out
        assert "[S " in out or "S at " in out


def test_gold_is_scored_from_the_command_line(samples: Path, tmp_path: Path, capsys: Captured) -> None:
    gold = {"doc": "08_rupture_ukraine", "lang": "fr", "entities": {}, "claims": []}
    (tmp_path / "08_rupture_ukraine.json").write_text(json.dumps(gold), encoding="utf-8")
    assert main(["evaluate", str(tmp_path), "-o", str(samples)]) == 0
    assert "core strict" in capsys.readouterr().out


def test_gold_of_other_texts_than_were_built_is_an_error(samples: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(GOLD), "-o", str(samples)]) == 2
    assert f"no text of {GOLD} was built into {samples}; build them with: kg build" in capsys.readouterr().err


def test_a_folder_without_gold_is_an_error(samples: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(ROOT / "ontology"), "-o", str(samples)]) == 2
    assert "no gold file" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "jsonld", "graphml", "csv", "lexicon"])
def test_every_format_is_written_to_a_file_or_printed(
    format: str, samples: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["export", format, str(tmp_path / "file"), "-o", str(samples)]) == 0
    assert capsys.readouterr().out == ""
    assert main(["export", format, "-o", str(samples)]) == 0
    assert capsys.readouterr().out == (tmp_path / "file").read_text(encoding="utf-8") != ""


def test_an_unknown_format_is_refused_with_the_known_ones(samples: Path, capsys: Captured) -> None:
    assert main(["export", "rtf", "-o", str(samples)]) == 2
    assert "turtle" in capsys.readouterr().err


def test_an_export_that_cannot_be_written_says_where(samples: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["export", "csv", str(tmp_path / "no" / "file"), "-o", str(samples)]) == 2
    assert str(tmp_path / "no" / "file") in capsys.readouterr().err
