from dataclasses import replace

import pytest
from factories import entity, make_claim

from kg.cli.explanation import explanation, find_claim
from kg.errors import UsageError
from kg.records import Evidence, Word
from kg.vocabulary import Vocabulary

CLAIMS = [make_claim(id, "Alpha", "attacks", "Bêta") for id in ("abc1", "abc2", "d4e5f6")]


def test_a_claim_is_found_by_its_id_or_how_it_begins() -> None:
    assert find_claim(CLAIMS, "abc1") is CLAIMS[0]
    assert find_claim(CLAIMS, "d") is CLAIMS[2]


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("abc", "2 claims begin with 'abc': abc1, abc2; give more"),
        ("d4e5g6", "did you mean d4e5f6"),
        ("", "claims.jsonl"),
    ],
)
def test_another_id_is_refused_with_the_next_step(wanted: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        find_claim(CLAIMS, wanted)


def test_an_explanation_names_words_speaker_entry_and_frame(vocabulary: Vocabulary) -> None:
    words = "Les hommes d'Alpha ont frappé Bêta"
    evidence = Evidence(start=100, end=134, text=words, subject=(113, 118), object=(130, 134))
    claim = make_claim("abc1", "Alpha", "attacks", "Bêta", by=entity("Gamma", "le Gamma"), when="2024-07")
    text = explanation(replace(claim, evidence=(evidence,)), vocabulary)
    rows = dict(line.split(None, 1) for line in text.replace("said by", "said_by").splitlines())
    assert rows["words"] == "« Les hommes d'[S Alpha] ont frappé [O Bêta] » at 100-134"
    assert rows["said_by"] == "Gamma (ArmedGroup), also le Gamma"
    assert rows["entry"] == "fr.tsv:1 verb attaquer"
    assert rows["frame"] == "active"
    assert rows["when"] == "2024-07"
    assert rows["document"] == "one"


def test_a_mention_outside_the_words_is_given_by_its_place(vocabulary: Vocabulary) -> None:
    claim = make_claim("abc1", "Alpha", "designatedAs", Word(literal="rebelle"), start=50)
    claim = replace(claim, evidence=(replace(claim.evidence[0], subject=(7, 12)),))
    text = explanation(claim, vocabulary)
    assert "« les mots » at 50-58, S at 7-12" in text
    assert "the word « rebelle »" in text
    assert "the author of the document" in text


def test_nested_mentions_are_marked_inside_each_other(vocabulary: Vocabulary) -> None:
    claim = make_claim("abc1", "Alpha", "attacks", "Bêta", words="armée d'Alpha")
    claim = replace(claim, evidence=(replace(claim.evidence[0], subject=(0, 13), object=(8, 13)),))
    assert "« [S armée d'[O Alpha]] »" in explanation(claim, vocabulary)
