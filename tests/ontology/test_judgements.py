"""People's judgements are read whole, and a malformed one is named."""

from pathlib import Path

import pytest

from kg.ontology import find_folder, load_vocabulary
from kg.ontology.judgements import read_judgements
from kg.ontology.turtle import read_files
from kg.vocabulary import Judgement

HEADER = """@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
@prefix j: <https://w3id.org/conflict-kg/id/judgement/> .
"""
WHOLE = 'j:a a ckg:Judgement ; ckg:judgedName "B", "A" ; ckg:verdict ckg:Unsure ; ckg:reason "r"@fr .'


def read(folder: Path, body: str) -> tuple[tuple[Judgement, ...], list[str]]:
    path = folder / "judgements.ttl"
    path.write_text(HEADER + body, encoding="utf-8")
    faults: list[str] = []
    return read_judgements(read_files([path], faults), faults), faults


def test_a_judgement_has_two_names_a_verdict_and_a_reason(tmp_path: Path) -> None:
    source = "judgements.ttl: <https://w3id.org/conflict-kg/id/judgement/a>"
    assert read(tmp_path, WHOLE) == ((Judgement(names=("A", "B"), verdict="unsure", reason="r", source=source),), [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"B", "A"', '"A"'),
        ('"B", "A"', '"A", "B", "C"'),
        ("ckg:Unsure", "ckg:Perhaps"),
        ('"r"', '" "'),
        (" ckg:verdict", " ckg:v"),
    ],
)
def test_an_incomplete_judgement_is_named(tmp_path: Path, old: str, new: str) -> None:
    found, faults = read(tmp_path, WHOLE.replace(old, new))
    assert found == ()
    assert len(faults) == 1 and faults[0].startswith("judgements.ttl: <https://w3id.org/conflict-kg/id/judgement/a>")


def test_two_judgements_on_the_same_names_are_a_fault(tmp_path: Path) -> None:
    _, faults = read(tmp_path, WHOLE + WHOLE.replace("j:a", "j:b").replace('"A"', '"a"'))
    assert len(faults) == 1 and "again" in faults[0]


def test_every_shipped_judgement_says_why() -> None:
    faults: list[str] = []
    found = read_judgements(read_files([find_folder() / "judgements.ttl"], faults), faults)
    assert faults == []
    assert len(found) >= 4 and all(len(j.reason) > 20 for j in found)
    assert load_vocabulary().judgements == found
