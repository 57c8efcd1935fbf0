"""The confidence of a claim: what it is drawn from, that it is a probability, and that it tells sure from unsure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from factories import make_claim

from kg.claims.evaluation import verdicts
from kg.records import Claim, Document
from kg.text.calibrate import calibrated, levelled, reliability
from kg.text.confidence import features, load_weights, probability
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary


def read(text: str, reader: Reader) -> tuple[Claim, ...]:
    return reader.read(Document(id="text", path="text.txt", text=text, body=(0, len(text)), digest=""))


def test_what_a_claim_shows_is_how_its_parties_stand_there(reader: Reader) -> None:
    text = "La Russie soutient le Mali. Elle a livré des drones au Burkina Faso."
    plain, pronoun = read(text, reader)
    assert {"subject named", "object named", "frame active", "close"} <= set(features(plain, text))
    assert {"subject anaphor", "object named"} <= set(features(pronoun, text))


def test_a_claim_between_names_is_surer_than_one_between_descriptions(reader: Reader) -> None:
    named = read("La Russie soutient le Mali.", reader)
    described = read("Des hommes armés ont tué douze bergers.", reader)
    assert 0 < described[0].confidence < named[0].confidence < 1


def test_the_shipped_weights_are_the_calibrated_ones() -> None:
    weights = load_weights()
    assert "always" in weights
    assert weights["parties named named"] > weights["parties described described"]


def test_calibration_learns_how_often_what_shows_a_feature_is_right() -> None:
    data = [(("always", "good"), k % 10 != 0) for k in range(200)] + [
        (("always", "bad"), k % 2 == 0) for k in range(200)
    ]
    weights = calibrated(data)
    assert probability(("always", "good"), weights) == pytest.approx(0.9, abs=0.03)
    assert probability(("always", "bad"), weights) == pytest.approx(0.5, abs=0.03)
    assert [line.split()[3] for line in list(reliability(data, weights))[1:]] == ["200", "200"]


def test_levelling_keeps_the_order_and_takes_the_rate_of_other_examples() -> None:
    data = [(("always", "good"), k % 10 != 0) for k in range(200)] + [
        (("always", "bad"), k % 2 == 0) for k in range(200)
    ]
    others = [(shown, right and k % 3 != 0) for k, (shown, right) in enumerate(data)]
    weights = levelled(others, calibrated(data))
    rates = [probability(("always", name), weights) for name in ("good", "bad")]
    assert rates[0] > rates[1]
    assert sum(rates) / 2 == pytest.approx(sum(right for _, right in others) / len(others), abs=0.03)


def test_a_feature_hardly_ever_seen_gets_no_weight() -> None:
    data = [(("always", "rare") if k < 3 else ("always",), True) for k in range(50)]
    assert set(calibrated(data)) == {"always"}


def test_verdicts_say_of_each_claim_whether_gold_has_it(tmp_path: Path, vocabulary: Vocabulary) -> None:
    entities = {"a": {"type": "State", "names": ["Alpha"]}, "b": {"type": "State", "names": ["Beta"]}}
    told = {"s": "a", "r": "supports", "o": "b", "polarity": "positive", "certainty": "certain"}
    told |= {"attribution": "author", "when": None, "where": None, "para": 1, "evidence": "x", "optional": False}
    gold = {"doc": "one", "date": "2024-01", "lang": "fr", "entities": entities, "claims": [told]}
    (tmp_path / "one.json").write_text(json.dumps(gold), encoding="utf-8")
    right = make_claim("1", "Alpha", "supports", "Beta", doc="one")
    wrong = make_claim("2", "Beta", "supports", "Alpha", doc="one")
    other = make_claim("3", "Alpha", "supports", "Beta", doc="two")
    assert verdicts([right, wrong, other], tmp_path, vocabulary.relations) == [True, False, None]
