"""The user's file of judgements: written whole or not at all, kept as people wrote it, hostile until it is read."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import OutputError, UsageError
from kg.ontology.judgement_file import add_judgement, take_back
from kg.ontology.judgements import load_judgements
from kg.vocabulary import Judgement

KORI = Judgement(
    names=("Kori", "Kouri"),
    verdict="same",
    reason="relu",
    docs=("a.b", None),
    reviewer="Ana B.",
    date="2026-11-20",
)
BY_HAND = """# my own notes
PREFIX ckg: <https://w3id.org/conflict-kg/ontology#>
<https://example.org/x> a ckg:Judgement ; ckg:judgedName "Un", "Deux" ; ckg:verdict ckg:Different ; ckg:reason "vu".
"""


def test_an_answer_is_read_as_it_was_given_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "judgements.ttl"
    add_judgement(path, KORI)
    (found,) = load_judgements(path)
    assert (found.names, found.verdict, found.docs) == (KORI.names, KORI.verdict, KORI.docs)
    assert (found.reviewer, found.date, found.reason) == ("Ana B.", "2026-11-20", "relu")
    assert found.source.startswith(f"{path}:8: <https://w3id.org/conflict-kg/id/judgement/")


def test_what_people_wrote_by_hand_stays_and_the_last_answer_can_be_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "judgements.ttl"
    path.write_text(BY_HAND, encoding="utf-8")
    add_judgement(path, KORI)
    add_judgement(path, Judgement(names=("Ber", "Béra"), verdict="different", reason="r"))
    assert path.read_text(encoding="utf-8").startswith(BY_HAND)
    assert len(load_judgements(path)) == 3
    taken = take_back(path)
    assert taken is not None and taken.names == ("Ber", "Béra")
    assert take_back(path) is not None
    assert take_back(path) is None
    assert [judgement.names for judgement in load_judgements(path)] == [("Deux", "Un")]


def test_nothing_else_is_left_beside_the_file(tmp_path: Path) -> None:
    add_judgement(tmp_path / "judgements.ttl", KORI)
    assert [path.name for path in tmp_path.iterdir()] == ["judgements.ttl"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="--judgements"):
        add_judgement(tmp_path / "judgements.ttl", KORI)


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "judgements.ttl").mkdir()
    with pytest.raises(OutputError, match=r"judgements\.ttl cannot be"):
        add_judgement(tmp_path / "judgements.ttl", KORI)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "judgements.ttl:1"),
        (b"<a> <b>", "judgements.ttl:1"),
        (BY_HAND.replace('"Deux"', '"Un "').encode(), "https://example.org/x"),
        (BY_HAND.replace("ckg:Different", "ckg:Perhaps").encode(), "https://example.org/x"),
        (BY_HAND.replace('"Deux"', '"!?"').encode(), "without a letter"),
        (b"<x:a> <x:b> " + b"[ <x:b> " * 50_000, "judgements.ttl:1"),
    ],
)
def test_an_unusable_file_is_named_with_its_faults(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "judgements.ttl"
    path.write_bytes(content)
    with pytest.raises(UsageError) as error:
        load_judgements(path)
    assert str(path) in str(error.value) and says in str(error.value)


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="provide the file"):
        load_judgements(tmp_path / "no.ttl")


NAMES = st.text(min_size=1).filter(lambda text: any(c.isalnum() and c.isascii() for c in text))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, NAMES, st.text())
def test_no_name_or_reason_breaks_the_file(tmp_path: Path, one: str, other: str, reason: str) -> None:
    path = tmp_path / "judgements.ttl"
    path.unlink(missing_ok=True)
    add_judgement(
        path, Judgement(names=(f"a{one}", f"b{other}"), verdict="unsure", reason=f"r{reason}", reviewer=other)
    )
    (found,) = load_judgements(path)
    assert found.verdict == "unsure" and found.names[0].startswith("a")
    assert take_back(path) is not None
    assert load_judgements(path) == ()
