"""Adverbs and times of several words as one piece each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.build import pieces

from kg.text.dates import find_dates
from kg.text.merging import TIME, merge_adverbials, merge_times
from kg.text.wordlists import Wordlists, by_first_word

ADVERBIALS = by_first_word({"à plusieurs reprises", "pour sa part", "de nouveau", "d'ores et déjà", "au moins"})


@pytest.mark.parametrize(
    "form", ["à plusieurs reprises", "Pour sa part", "de nouveau", "d'ores et déjà", "d’ores et déjà"]
)
def test_an_adverb_of_several_words_is_one_piece(form: str) -> None:
    text = f"Ils ont {form} parlé."
    (adverb,) = (p for p in merge_adverbials(pieces(text), ADVERBIALS) if p.lemma)
    assert (text[adverb.start : adverb.end], adverb.lemma, adverb.word) == (form, "aussi", "aussi")


def test_an_adverb_cut_short_stays_as_it_is() -> None:
    assert [p.text for p in merge_adverbials(pieces("à plusieurs"), ADVERBIALS)] == ["à", "plusieurs"]


def test_the_lexicon_gives_the_adverbs(words: Wordlists) -> None:
    adverbs = frozenset[str]().union(*words.adverbials.values())
    assert {"à plusieurs reprises", "en revanche"} <= adverbs
    assert all(" " in adverb for adverb in adverbs)


@pytest.mark.parametrize("title", ["M.", "Mme", "Me"])
def test_the_civil_title_before_a_name_is_left_out(title: str) -> None:
    assert [p.text for p in merge_adverbials(pieces(f"{title} Diallo part."), ADVERBIALS)] == ["Diallo", "part", "."]


def test_the_same_letters_before_no_name_stay() -> None:
    assert [p.text for p in merge_adverbials(pieces("Il me parle."), ADVERBIALS)] == ["Il", "me", "parle", "."]


def test_what_somebody_is_doing_is_shown_as_going_on() -> None:
    merged = merge_adverbials(pieces("Ils sont en train de partir."), ADVERBIALS)
    assert [p.word for p in merged] == ["", "continuent", "", ""]


def test_words_that_round_a_number_are_left_out() -> None:
    assert [p.text for p in merge_adverbials(pieces("plus de 30 chars"), ADVERBIALS)] == ["30", "chars"]
    assert [p.text for p in merge_adverbials(pieces("plus de pain"), ADVERBIALS)] == ["plus", "de", "pain"]


def times(text: str, offset: int = 0) -> list[tuple[str, str]]:
    merged = merge_times(pieces(text, offset), find_dates(text, offset, "2024-08-20"))
    return [(text[p.start - offset : p.end - offset], p.word) for p in merged if p.lemma == TIME]


@pytest.mark.parametrize("offset", [0, 70])
def test_a_time_is_one_piece_and_an_adverb_for_the_parser(offset: int) -> None:
    assert times("Gao tombe le 22 juillet 2024.", offset) == [("le 22 juillet 2024", "hier")]


def test_two_times_are_two_pieces() -> None:
    assert [form for form, _ in times("Du 25 au 27 juillet 2024, puis le 3 août 2024")] == [
        "Du 25 au 27 juillet 2024",
        "le 3 août 2024",
    ]


def test_a_time_that_ends_inside_a_piece_is_not_merged() -> None:
    text = "en 2024bis"
    whole = find_dates("en 2024", 0, None)
    assert whole
    assert [p.text for p in merge_times(pieces(text), whole)] == ["en", "2024bis"]


_WORDS = "le 22 juillet 2024 en au du 25 27 hier à plusieurs reprises de nouveau M. Gao , . plus moins 30".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=20))
def test_merged_pieces_stand_where_they_say_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    merged = merge_adverbials(merge_times(pieces(text), find_dates(text, 0, "2024-08-20")), ADVERBIALS)
    assert [p.text for p in merged] == [text[p.start : p.end] for p in merged]
    assert all(a.end <= b.start for a, b in pairwise(merged))
