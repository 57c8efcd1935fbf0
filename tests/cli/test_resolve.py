"""``kg resolve`` as a user types it, and what builds and checks make of the answers."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from claim_builders import VOCABULARY, claim, entity
from pattern_reader import PatternReader

from kg.claims.entities import dump_entities, load_entities
from kg.claims.questions import find_questions
from kg.claims.resolution import resolve_parties
from kg.claims.serialize import dump_claims, load_claims
from kg.cli import main
from kg.cli.asking import ask_all
from kg.ontology.judgements import load_judgements
from kg.pipeline import build
from kg.records import Claim, Entity

ROOT = Path(__file__).parents[2]
Captured = pytest.CaptureFixture[str]
ARMY = entity("Armée du Nord", type_="ArmedForces")
HOSTILE = "=Zamba\x1b["
Command = Callable[..., int]


def person(name: str) -> Entity:
    return entity(name, type_="Person")


def write(claims: list[Claim], output: Path) -> Path:
    """What a build of these claims leaves of them."""
    found = resolve_parties(claims, VOCABULARY)
    output.mkdir(parents=True, exist_ok=True)
    dump_claims(found.claims, output / "claims.jsonl")
    dump_entities(found.resolved, found.claims, output / "entities.jsonl")
    return output


@pytest.fixture(scope="session")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped ontology without its gazetteer, which takes most of the time."""
    folder = tmp_path_factory.mktemp("ontology") / "small"
    shutil.copytree(ROOT / "ontology", folder, ignore=shutil.ignore_patterns("gazetteer"))
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Two open questions, on surnames alone: one on which two claims depend, and one of three."""
    few = [claim("a", person("Moussa Zamba"), entity(f"Union du {w}")) for w in ("Sud", "Lac")]
    few += [claim("b", person("Zamba"), entity(f"Force du {w}")) for w in ("Sud", "Lac")]
    many = [claim("c", person("Sadio Berko"), entity(f"Front {w}")) for w in ("Alif", "Ba", "Jim")]
    many += [claim("d", person("Berko"), entity(f"Ligue {w}")) for w in ("Dal", "Ra", "Zay")]
    return write([*few, *many], tmp_path / "out")


@pytest.fixture
def resolve(output: Path, ontology: Path) -> Command:
    """``kg resolve`` with these arguments on this output."""
    return lambda *arguments: main(["resolve", "-o", str(output), "--ontology", str(ontology), *arguments])


def typed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in keys)))


def test_open_questions_are_listed_in_three_forms_the_most_consequential_first(
    resolve: Command, capsys: Captured
) -> None:
    assert resolve("--list") == 0
    assert "2 rows" in capsys.readouterr().out
    assert resolve("--list", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["one"], row["other"], row["claims"]) for row in rows] == [
        ("Sadio Berko", "Berko", 6),
        ("Moussa Zamba", "Zamba", 4),
    ]
    assert all(0.55 <= row["score"] < 0.85 and "only bearer" in row["why"] for row in rows)
    assert resolve("--list", "--format", "csv") == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 2


def test_an_answer_is_in_the_file_signed_and_dated_before_the_next_question(
    output: Path, resolve: Command, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "sq")
    assert resolve("--reviewer", "Ana") == 0
    written = capsys.readouterr().out
    assert "2 of 2: are these one party?" in written and "1 judgement in" in written
    (found,) = load_judgements(output.parent / "judgements.ttl")
    assert (set(found.names), found.verdict, found.reviewer) == ({"Berko", "Sadio Berko"}, "same", "Ana")
    assert found.date is not None and len(found.date) == 10
    assert "kg resolve: 0.80" in found.reason


def test_both_sides_are_shown_with_the_words_of_their_documents(
    resolve: Command, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "q")
    assert resolve() == 0
    shown = capsys.readouterr().out
    for text in ("Sadio Berko", "3 claims in 1 document", "« xxxxxxxxxx »", "only bearer +0.10"):
        assert text in shown


def test_next_leaves_a_question_open_and_the_end_of_the_input_ends_it(
    output: Path, resolve: Command, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "nxz")
    assert resolve() == 0
    shown = capsys.readouterr().out
    assert "'x' is none of the keys" in shown and "Nothing was answered yet" in shown
    assert not (output.parent / "judgements.ttl").exists()


def test_an_answer_can_be_taken_back_at_once_and_later(
    output: Path, resolve: Command, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = output.parent / "mine.ttl"
    typed(monkeypatch, "dzuq")
    assert resolve("--judgements", str(path)) == 0
    assert [judgement.verdict for judgement in load_judgements(path)] == ["unsure"]
    assert resolve("--undo", "--judgements", str(path)) == 0
    assert "Taken back" in capsys.readouterr().out
    assert load_judgements(path) == ()
    assert resolve("--undo", "--judgements", str(path)) == 2
    assert "by hand" in capsys.readouterr().err


def test_a_new_file_begins_without_the_answers_of_the_other(
    resolve: Command, output: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "ds")
    assert resolve() == 0
    capsys.readouterr()
    assert resolve("--list", "--judgements", str(output.parent / "new.ttl")) == 0
    assert "2 rows" in capsys.readouterr().out


@pytest.mark.parametrize("key", ["s", "d", "u"])
def test_what_was_judged_is_not_asked_again(
    resolve: Command, capsys: Captured, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    typed(monkeypatch, f"{key}q")
    assert resolve() == 0
    capsys.readouterr()
    assert resolve("--list", "--format", "json") == 0
    assert [row["other"] for row in json.loads(capsys.readouterr().out)] == ["Zamba"]


def test_what_follows_from_the_answers_is_not_asked(output: Path, tmp_path: Path) -> None:
    question, _ = find_questions(
        load_entities(output / "entities.jsonl"), load_claims(output / "claims.jsonl"), VOCABULARY
    )
    turned = replace(question, one=question.other, other=question.one)
    path = tmp_path / "j.ttl"
    assert ask_all([question, turned], path, reviewer=None, date="2026-01-01", read_key=lambda: "s") == 1


def test_automatic_merges_are_listed_with_their_features(tmp_path: Path, capsys: Captured) -> None:
    claims = [claim("a", entity("Ansarul Kori"), ARMY), claim("b", entity("Ansaroul Kori"), ARMY)]
    output = write(claims, tmp_path / "out")
    assert main(["resolve", "--merges", "-o", str(output), "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert {row["one"], row["other"]} == {"Ansarul Kori", "Ansaroul Kori"}
    assert "same sound +0.96" in row["why"]
    assert main(["explain", "ansaroul kori", "-o", str(output)]) == 0
    shown = capsys.readouterr().out
    assert "« Ansarul Kori » (ArmedGroup) in a" in shown and "at 1.00: same sound +0.96" in shown


def test_text_of_documents_is_shown_not_obeyed(
    tmp_path: Path, ontology: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [
        claim("a[/red]\x1b", person(f"Alif {HOSTILE}"), ARMY),
        claim("b", person(HOSTILE), entity("Force du Sud")),
    ]
    output = write(claims, tmp_path / "out")
    here = ["resolve", "-o", str(output), "--ontology", str(ontology)]
    for form in ("table", "csv", "json"):
        assert main([*here, "--list", "--format", form]) == 0
        written = capsys.readouterr().out
        assert "\x1b" not in written and "Zamba" in written
        assert form != "csv" or ("\n=" not in written and ",=" not in written)
    typed(monkeypatch, "s")
    assert main(here) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_an_output_of_another_version_says_what_to_do(tmp_path: Path, capsys: Captured) -> None:
    assert main(["resolve", "-o", str(tmp_path)]) == 2
    assert "kg build" in capsys.readouterr().err


JUDGED = """@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
<https://example.org/1> a ckg:Judgement ; ckg:judgedName "Alpha", "Gamma" ; ckg:verdict ckg:Same ; ckg:reason "vu" .
"""
CIRCLE = """
<https://example.org/2> a ckg:Judgement ; ckg:judgedName "Gamma", "Beta" ; ckg:verdict ckg:Same ; ckg:reason "vu" .
<https://example.org/3> a ckg:Judgement ; ckg:judgedName "Alpha", "Beta" ; ckg:verdict ckg:Different ; ckg:reason "vu" .
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("Hier, Alpha attaque Beta.", encoding="utf-8")
    (tmp_path / "texts" / "two.txt").write_text("Gamma attaque Beta.", encoding="utf-8")
    return tmp_path / "texts"


def parties(texts: Path, output: Path, ontology: Path, judgements: Path | None = None) -> tuple[int, tuple[str, ...]]:
    """How many subjects a build finds, and its conflicts."""
    result = build([texts], output, reader=PatternReader(), ontology=ontology, judgements=judgements)
    return len({c.subject.id for c in result.corpus.claims}), result.conflicts


def test_a_build_reads_the_judgements_beside_its_output_every_time(texts: Path, tmp_path: Path, ontology: Path) -> None:
    output = tmp_path / "out"
    assert parties(texts, output, ontology) == (2, ())
    (tmp_path / "judgements.ttl").write_text(JUDGED, encoding="utf-8")
    assert parties(texts, output, ontology) == (1, ())
    assert parties(texts, output, ontology) == (1, ())
    (tmp_path / "judgements.ttl").unlink()
    assert parties(texts, output, ontology) == (2, ())
    (tmp_path / "mine.ttl").write_text(JUDGED, encoding="utf-8")
    assert parties(texts, output, ontology, tmp_path / "mine.ttl") == (1, ())


def test_contradictory_judgements_are_told_by_build_and_check_and_not_applied(
    texts: Path, tmp_path: Path, ontology: Path, capsys: Captured
) -> None:
    path = tmp_path / "judgements.ttl"
    path.write_text(JUDGED + CIRCLE, encoding="utf-8")
    count, conflicts = parties(texts, tmp_path / "out", ontology)
    assert count == 2
    assert all(f"{path}:{line}: <https://example.org/" in conflicts[0] for line in (2, 4, 5))
    assert main(["check", "--judgements", str(path), "--ontology", str(ontology)]) == 2
    assert "contradict each other" in capsys.readouterr().out


def test_an_unusable_file_of_judgements_stops_the_build(texts: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "judgements.ttl").write_text("<a> <b", encoding="utf-8")
    assert main(["build", str(texts), "-o", str(tmp_path / "out")]) == 2
    assert f"{tmp_path / 'judgements.ttl'} cannot be used" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
