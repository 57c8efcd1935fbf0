import json
from pathlib import Path

import pytest
from factories import entity, make_claim

from kg.claims.serialize import claim_line, dump_claims, load_claims
from kg.errors import OutputError
from kg.records import Word


def test_a_line_has_the_fixed_keys_in_their_order() -> None:
    place = entity("Gao", type="Place")
    line = claim_line(make_claim("c1", "Alpha", "attacks", "Bêta", by="Gamma", where=place, when="2024-07"))
    assert line == (
        '{"id": "c1", "doc": "one", '
        '"subject": {"id": "alpha", "label": "Alpha", "names": ["Alpha"], "type": "ArmedGroup"}, '
        '"relation": "attacks", '
        '"object": {"id": "bêta", "label": "Bêta", "names": ["Bêta"], "type": "ArmedGroup"}, '
        '"polarity": "positive", "certainty": "certain", '
        '"attribution": {"id": "gamma", "label": "Gamma", "names": ["Gamma"]}, '
        '"when": "2024-07", "where": {"id": "gao", "label": "Gao"}, '
        '"evidence": [{"start": 0, "end": 8, "text": "les mots", "subject": [0, 3], "object": [4, 8]}], '
        '"why": {"entry": "fr.tsv:1 verb attaquer", "frame": "active", "attribution": "author"}, "confidence": 0.5}'
    )


def test_a_word_is_a_literal_and_the_author_a_text() -> None:
    line = json.loads(claim_line(make_claim("c1", "Alpha", "designatedAs", Word(literal="rebelle"))))
    assert line["object"] == {"literal": "rebelle"}
    assert line["attribution"] == "author"
    assert line["evidence"][0]["object"] is None
    assert line["when"] is line["where"] is None


def test_claims_are_written_in_one_order_whatever_comes_in(tmp_path: Path) -> None:
    claims = [
        make_claim("c3", "Alpha", "attacks", "Beta", doc="two"),
        make_claim("c2", "Alpha", "attacks", "Beta", start=7),
        make_claim("c9", "Alpha", "attacks", "Beta", start=3),
    ]
    dump_claims(claims, tmp_path / "1")
    dump_claims(reversed(claims), tmp_path / "2")
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert [claim.id for claim in load_claims(tmp_path / "1")] == ["c9", "c2", "c3"]


def test_what_is_written_reads_back_equal(tmp_path: Path) -> None:
    claims = (
        make_claim("c1", "Alpha", "attacks", "Beta", by="Beta", words="« l'été »\u2028\u2029 \\ \"", start=5),
        make_claim("c2", "Alpha", "designatedAs", Word(literal="rebelle"), start=9, polarity="negative"),
    )
    dump_claims(claims, tmp_path / "claims.jsonl")
    assert load_claims(tmp_path / "claims.jsonl") == claims


def test_a_speaker_that_is_nowhere_a_party_has_no_class(tmp_path: Path) -> None:
    dump_claims([make_claim("c1", "Alpha", "attacks", "Beta", by="Gamma")], tmp_path / "claims.jsonl")
    (claim,) = load_claims(tmp_path / "claims.jsonl")
    assert claim.attribution is not None
    assert claim.attribution.type == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("{", "[", "no JSON"),
        ('"doc"', '"file"', "KeyError: 'doc'"),
        ('"positive"', '"maybe"', "polarity is 'maybe'"),
        ('"label": "Alpha"', '"label": 7', "label is int"),
        ('"subject": [0, 3]', '"subject": [0]', "not enough values"),
        ('"evidence": [', '"evidence": [1, ', "no claim"),
    ],
)
def test_a_damaged_line_is_named_with_its_number(tmp_path: Path, old: str, new: str, says: str) -> None:
    good = claim_line(make_claim("c1", "Alpha", "attacks", "Beta"))
    path = tmp_path / "claims.jsonl"
    path.write_text(f"{good}\n{good.replace(old, new, 1)}\n", encoding="utf-8")
    with pytest.raises(OutputError, match=says) as caught:
        load_claims(path)
    assert f"{path}:2:" in str(caught.value)


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        load_claims(tmp_path / "claims.jsonl")
