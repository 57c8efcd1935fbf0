"""``--gazetteer``: a user's own parties and places, from the README's example to the graph and back as faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.ontology import check

README = Path(__file__).parent.parent.parent / "README.md"
TEXT = "L'armée tchadienne a attaqué Baltram. Le Front du lac accuse le Tchad. Le FDL-Tchad a attaqué l'armée malienne."


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The README's example as a file."""
    (block,) = re.findall(r"```turtle\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path_factory.mktemp("own") / "mine.ttl"
    path.write_text(block, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def output(example: Path) -> Path:
    """A build with it."""
    (example.parent / "texts").mkdir()
    (example.parent / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    output = example.parent / "output"
    assert main(["build", str(example.parent / "texts"), "-o", str(output), "--gazetteer", str(example)]) == 0
    return output


def test_the_example_of_the_readme_is_sound(example: Path) -> None:
    assert check(gazetteer=[example]) == []


def test_a_party_of_ones_own_is_known_by_all_its_names(output: Path) -> None:
    parties = {claim.subject.id: claim.subject for claim in kg.load(output).claims}
    assert parties["lake-front"].type == "ArmedGroup"
    assert {"Front du lac", "FDL-Tchad", "Lake Front"} <= set(parties["lake-front"].names)


def test_a_place_of_ones_own_lies_in_its_region_with_its_point(output: Path) -> None:
    graph = kg.load(output)
    rows = graph.query(
        'SELECT ?region ?point { ?p skos:prefLabel "Baltram" ; schema:containedInPlace/skos:prefLabel ?region ; '
        "geo:asWKT ?point }"
    )
    assert rows == [{"region": "Lac (province du Tchad)", "point": "POINT(14.1 13.5)"}]
    (row,) = graph.query("successors", actor="Front du lac")  # type: ignore[misc]
    assert (row["before"], row["since"]) == ("Boko Haram", "2025-03")  # type: ignore[index]


def test_a_fault_in_ones_own_file_stops_the_build_and_is_named(
    example: Path, output: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(example.read_text(encoding="utf-8").replace("id:tchad", "id:tchat"), encoding="utf-8")
    before = (output / "graph.trig").read_bytes()
    assert main(["build", str(example.parent / "texts"), "-o", str(output), "--gazetteer", str(bad)]) == 2
    shown = capsys.readouterr().err
    assert "bad.ttl" in shown
    assert "ckg:bodyOf to the unknown entry tchat" in shown
    assert (output / "graph.trig").read_bytes() == before


def test_two_files_of_ones_own_may_be_given(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = tmp_path / "second.ttl"
    second.write_text(
        example.read_text(encoding="utf-8").split("<https://example.org/lake")[0]
        + 'id:lake-front ckg:epithet "rebelle"@fr .',
        encoding="utf-8",
    )
    assert main(["check", "--gazetteer", str(example), "--gazetteer", str(second)]) == 2
    assert "has no class" in capsys.readouterr().out
    assert main(["check", "--gazetteer", str(example), "--gazetteer", str(example)]) == 0
