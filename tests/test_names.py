"""Folding of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.names import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("TINZAOUATENE", "Tin Zaouatène"),
        ("Al-Qaïda", "al qaida"),
        ("l'armée malienne", "Armée malienne"),
        ("la Côte d’Ivoire", "Cote d'Ivoire"),
        ("IN-AFARAK", "In Afarak"),
        ("djihadistes", "jihadistes"),
        ("cœur", "coeur"),
        ("The Hague", "hague"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Gao", "Goa"), ("M23", "M27"), ("armée", "arme")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_that_is_only_an_article_is_kept() -> None:
    assert fold("La") == "la"


@given(st.text())
def test_a_key_holds_letters_and_digits_only(text: str) -> None:
    assert not any(c.isspace() or c in "-'’_.\u0301" for c in fold(text))


@given(st.text(alphabet="abcdeéèàAÉ -'’"))
def test_case_does_not_count(text: str) -> None:
    assert fold(text) == fold(text.upper()) == fold(f"  {text} ")
