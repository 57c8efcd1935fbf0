"""Clauses of saying are cut off a sentence and say which part they attribute."""

from __future__ import annotations

import pytest
from text.build import pieces

from kg.text.layout import number_quotes
from kg.text.saying import SayingCutter
from kg.text.wordlists import Wordlists


@pytest.fixture(scope="module")
def cutter(words: Wordlists) -> SayingCutter:
    return SayingCutter(words)


def parts(cutter: SayingCutter, text: str) -> list[tuple[str, int | None]]:
    """Each part with spaces between its pieces, and which part it attributes, counted from itself."""
    return [(" ".join(p.text for p in part), of) for part, of in cutter.cut(number_quotes(pieces(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gao est tombée, affirme le JNIM.", [("Gao est tombée", None), ("affirme le JNIM .", -1)]),
        ("Gao est tombée, a affirmé le JNIM.", [("Gao est tombée", None), ("a affirmé le JNIM .", -1)]),
        (
            "Gao est tombée, a également affirmé à la presse le JNIM.",
            [("Gao est tombée", None), ("a également affirmé à la presse le JNIM .", -1)],
        ),
        ("L'ONU est partie, a-t-il ajouté.", [("L' ONU est partie", None), ("a -t-il ajouté .", -1)]),
        (
            "« Gao tient », a déclaré Bamako.",
            [("« Gao tient »", None), ("a déclaré Bamako .", -1)],
        ),
    ],
)
def test_a_clause_of_saying_after_its_words_attributes_the_part_before(
    cutter: SayingCutter, text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert parts(cutter, text) == expected


def test_the_parser_sees_the_rest_of_a_sentence_that_a_clause_of_saying_interrupts_as_one(
    cutter: SayingCutter,
) -> None:
    assert parts(cutter, "Le Mali, a indiqué l'armée, contrôle Gao.") == [
        ("Le Mali contrôle Gao .", None),
        ("a indiqué l' armée", -1),
    ]


def test_a_quotation_that_goes_on_after_the_clause_of_saying_has_the_same_speaker(cutter: SayingCutter) -> None:
    found = parts(cutter, "« Gao tient », assure Bamako, « et Kidal aussi ».")
    assert [of for _, of in found] == [None, -1, -2]
    assert found[2][0] == "« et Kidal aussi » ."


def test_a_clause_before_a_colon_and_a_quotation_attributes_the_part_after(cutter: SayingCutter) -> None:
    assert parts(cutter, "L'armée déclare : « Gao est à nous. »") == [
        ("L' armée déclare", 1),
        ("« Gao est à nous . »", None),
    ]


def test_two_clauses_with_a_colon_between_are_read_apart_and_attribute_nothing(cutter: SayingCutter) -> None:
    found = parts(cutter, "Le Mali a riposté : le JNIM a attaqué Gao.")
    assert found == [("Le Mali a riposté", None), ("le JNIM a attaqué Gao .", None)]


@pytest.mark.parametrize(
    "text",
    [
        "L'ONU a déclaré que Gao tient.",
        "Le JNIM, qui affirme tenir Gao, avance.",
        "Le Mali a attaqué Gao, a pris Kidal et avance.",
        "Le Mali avance, et affirme que Gao tient.",
        "Le Mali, affirme.",
        "« Le Mali, affirme le JNIM, avance. »",
        "",
    ],
)
def test_a_sentence_without_a_clause_of_saying_stays_whole(cutter: SayingCutter, text: str) -> None:
    assert [of for _, of in parts(cutter, text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "« Gao tient », assure Bamako, « et Kidal aussi ».",
        "Gao est tombée, a affirmé le JNIM.",
        "L'armée déclare : « Gao est à nous. »",
    ],
)
def test_no_word_is_lost_or_doubled_in_cutting(cutter: SayingCutter, text: str) -> None:
    kept = [word for part, _ in parts(cutter, text) for word in part.split() if word[0].isalnum()]
    assert sorted(kept) == sorted(p.text for p in pieces(text) if p.text[0].isalnum())
