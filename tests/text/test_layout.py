"""Paragraphs, quotations and sentences before the parse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.build import pieces

from kg.text.layout import LONGEST, bounded, is_quote, number_quotes, paragraphs, split_sentences


def quoted(text: str) -> list[list[str]]:
    """The words of each quotation."""
    found: dict[int, list[str]] = {}
    for piece in number_quotes(pieces(text)):
        if piece.quote:
            found.setdefault(piece.quote, []).append(piece.text)
    return list(found.values())


def sentences(text: str) -> list[str]:
    return [" ".join(p.text for p in s) for s in split_sentences(number_quotes(pieces(text)))]


def test_paragraphs_are_the_lines_without_outer_white_space() -> None:
    text = "  Un. \n\n\t\nDeux.\u00a0\nTrois."
    assert [text[s:e] for s, e in paragraphs(text, 0, len(text))] == ["Un.", "Deux.", "Trois."]


def test_paragraphs_keep_to_the_body() -> None:
    text = "en-tête Un.\nDeux."
    assert [text[s:e] for s, e in paragraphs(text, 8, 11)] == ["Un."]


@given(st.text(alphabet="ab. \n\t\u00a0«»", max_size=60))
def test_no_paragraph_is_empty_or_begins_or_ends_with_white_space(text: str) -> None:
    lines = [text[s:e] for s, e in paragraphs(text, 0, len(text))]
    assert all(line and line == line.strip() and "\n" not in line for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui » puis « non ».", [["oui"], ["non"]]),
        ('Il dit "oui" puis "non".', [["oui"], ["non"]]),
        ("Il dit “oui”.", [["oui"]]),
        ("Il se tait.", []),
        ("« Un. Deux. »", [["Un", ".", "Deux", "."]]),
    ],
)
def test_the_words_between_quotation_marks_bear_the_number_of_their_quotation(
    text: str, expected: list[list[str]]
) -> None:
    assert quoted(text) == expected


def test_a_quotation_that_is_never_closed_runs_to_the_end_of_the_paragraph() -> None:
    assert quoted("Il dit « tout est fini") == [["tout", "est", "fini"]]


def test_the_marks_themselves_stand_outside_the_quotation() -> None:
    assert [p.quote for p in number_quotes(pieces("« oui »")) if is_quote(p)] == [0, 0]


def test_quotations_of_two_paragraphs_have_different_numbers() -> None:
    first, second = (number_quotes(pieces("« oui »", offset))[1] for offset in (0, 50))
    assert first.quote != second.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gao tombe. Kidal tient.", ["Gao tombe .", "Kidal tient ."]),
        ("Qui tient Gao ? Personne !", ["Qui tient Gao ?", "Personne !"]),
        ("Gao tombe ; Kidal tient.", ["Gao tombe ;", "Kidal tient ."]),
        ("Gao tombe ; on fuit.", ["Gao tombe ; on fuit ."]),
        ("Il parle. « Gao tient. » Il part.", ["Il parle .", "« Gao tient . »", "Il part ."]),
        ('Il parle. "Gao tient." Il part.', ["Il parle .", '" Gao tient . "', "Il part ."]),
        ("M. Diallo part.", ["M. Diallo part ."]),
        ("Sans point", ["Sans point"]),
        ("...", [". . ."]),
    ],
)
def test_a_sentence_ends_at_a_stop_before_what_can_begin_one(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='aB.!?;«»"() ', max_size=60))
def test_splitting_into_sentences_loses_and_doubles_no_piece(text: str) -> None:
    marked = number_quotes(pieces(text))
    parts = split_sentences(marked)
    assert [p for s in parts for p in s] == marked
    assert all(parts)


def test_a_sentence_of_ordinary_length_stays_whole() -> None:
    sentence = pieces("mot , " * (LONGEST // 2))
    assert len(sentence) == LONGEST
    assert bounded(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("mot mot , " * 200, ","),
        ("mot mot , " * 60 + "mot ; " + "mot mot , " * 100, ";"),
        ("mot ; " + "mot " * 600, "mot"),  # a mark too early would leave crumbs
    ],
)
def test_an_endless_sentence_is_cut_behind_its_last_mark_or_where_it_is_full(text: str, last: str) -> None:
    sentence = pieces(text)
    parts = bounded(sentence)
    assert [p for part in parts for p in part] == sentence
    assert parts[0][-1].text == last
    assert all(LONGEST // 2 < len(part) <= LONGEST for part in parts[:-1])
    assert 0 < len(parts[-1]) <= LONGEST
