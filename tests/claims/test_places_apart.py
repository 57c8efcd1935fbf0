"""Names that look like a known place: a state is not one, and neither is a village of another country."""

from __future__ import annotations

import pytest

from kg.claims.features import Setting
from kg.claims.matching import Matcher
from kg.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def matcher(vocabulary: Vocabulary) -> Matcher:
    return Matcher(vocabulary)


def test_a_state_and_a_place_are_one_under_the_same_name_only(matcher: Matcher) -> None:
    assert matcher.compare_names("Congo", "State", "Kouango", "Place", Setting()).answer != "same"
    assert matcher.compare_names("Congo", "State", "Congo", "Place", Setting()).answer == "same"


def test_a_name_like_that_of_a_known_place_needs_its_country(matcher: Matcher) -> None:
    def answer(unplaced: bool) -> str:
        return matcher.compare_names("Bukumbi", "Place", "Boukoumbé", "Place", Setting(unplaced=unplaced)).answer

    assert answer(unplaced=False) == "same"
    assert answer(unplaced=True) == "unsure"


def test_the_very_name_of_a_known_place_needs_no_country(matcher: Matcher) -> None:
    assert matcher.compare_names("Boukoumbe", "Place", "Boukoumbé", "Place", Setting(unplaced=True)).answer == "same"
    assert matcher.compare_names("Kidal", "Place", "KIDAL", "Place", Setting(unplaced=True)).answer == "same"
