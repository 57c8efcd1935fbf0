"""``entities.jsonl`` holds what each party is made of, of the parties and names that claims show."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from claim_builders import VOCABULARY, claim, entity

from kg.claims.entities import dump_entities, load_entities
from kg.claims.resolution import resolve_parties
from kg.errors import OutputError

ARMY = entity("Armée du Nord", type_="ArmedForces")
CLAIMS = [
    claim("a", entity("Ansarul Islam", "les hommes"), ARMY),
    claim("b", entity("Ansaroul Islam"), entity("rebelles", scope="document")),
]


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    found = resolve_parties(CLAIMS, VOCABULARY)
    dump_entities(found.resolved, found.claims, tmp_path / "e.jsonl")
    read = load_entities(tmp_path / "e.jsonl")
    assert {p.entity.id: (p.members, p.merges, p.entity.scope) for p in read} == {
        p.entity.id: (p.members, p.merges, p.entity.scope) for p in found.resolved
    }
    assert {p.entity.scope for p in read} == {"named", "document"}


def test_the_order_of_the_parties_does_not_count(tmp_path: Path) -> None:
    found = resolve_parties(CLAIMS, VOCABULARY)
    for name, resolved in (("one", found.resolved), ("two", found.resolved[::-1])):
        dump_entities(resolved, found.claims, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_who_is_taken_out_of_the_claims_is_not_left_here(tmp_path: Path) -> None:
    found = resolve_parties(CLAIMS, VOCABULARY)
    hidden = [replace(c, subject=replace(c.subject, label="un groupe", names=("un groupe",))) for c in found.claims]
    dump_entities(found.resolved, hidden, tmp_path / "e.jsonl")
    text = (tmp_path / "e.jsonl").read_text(encoding="utf-8")
    assert "Ansar" not in text and "les hommes" not in text
    assert "un groupe" in text and "Armée du Nord" in text
    dump_entities(found.resolved, [], tmp_path / "e.jsonl")
    assert (tmp_path / "e.jsonl").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "x"}', '{"id": "x", "label": "x", "type": "x", "scope": "no"}'])
def test_a_damaged_line_is_named(tmp_path: Path, line: str) -> None:
    found = resolve_parties(CLAIMS, VOCABULARY)
    path = tmp_path / "e.jsonl"
    dump_entities(found.resolved, found.claims, path)
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    number = len(path.read_text(encoding="utf-8").splitlines())
    with pytest.raises(OutputError, match=rf"e\.jsonl:{number}: .*build it again"):
        load_entities(path)


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        load_entities(tmp_path / "e.jsonl")


def test_a_line_has_the_fixed_keys(tmp_path: Path) -> None:
    found = resolve_parties(CLAIMS, VOCABULARY)
    dump_entities(found.resolved, found.claims, tmp_path / "e.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {tuple(line) for line in lines} == {("id", "label", "type", "scope", "members", "merges")}
