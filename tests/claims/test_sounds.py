"""Spellings of one sound share a key, other words do not."""

import pytest

from kg.claims.sounds import bones, close, loose


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sahraoui", "sahrawi"),
        ("djamel", "jamel"),
        ("cham", "sham"),
        ("zaouia", "zawiya"),
        ("khartoum", "kartoum"),
        ("aguelhok", "aguelhoc"),
        ("abdulkadir", "abdulqadir"),
        ("boly", "bolly"),
    ],
)
def test_one_sound_is_one_key(one: str, other: str) -> None:
    assert close(one) == close(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hezbollah", "hizbullah"), ("haouthis", "hautis"), ("tessalit", "tissalit"), ("burhan", "borhan")],
)
def test_neighbouring_vowels_are_one_in_the_loose_key_only(one: str, other: str) -> None:
    assert loose(one) == loose(other)


@pytest.mark.parametrize(
    ("one", "other"), [("niger", "nigeria"), ("kidal", "kidira"), ("kone", "kane"), ("diallo", "diarra")]
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert loose(one) != loose(other)


def test_the_bones_are_the_consonants_behind_the_first_letter() -> None:
    assert bones("mohamed") == bones("muhammad") == "mmd"
    assert bones("assad") == "asd"


def test_no_word_is_without_a_key() -> None:
    assert close("h") and loose("e") and bones("eh")
