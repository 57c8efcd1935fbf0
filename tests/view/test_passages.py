"""The passage around an evidence: whole sentences, marks at the right words."""

from __future__ import annotations

import pytest
from view.sample import DOCUMENTS, FLD, OSTRIA, claim, sample_claims

from kg.records import Claim, Document, Evidence
from kg.view.passages import REACH, Piece, neighbours, passage


def joined(pieces: tuple[Piece, ...], mark: str = "") -> str:
    return "".join(piece.text for piece in pieces if mark in piece.marks)


def document(text: str) -> Document:
    return Document(id="x", path="x.txt", text=text, body=(0, len(text)), digest="0" * 64)


def evidence(text: str, quote: str, subject: str, target: str | None) -> Evidence:
    start = text.index(quote)
    spans = [(text.index(words), text.index(words) + len(words)) if words else None for words in (subject, target)]
    assert spans[0] is not None
    return Evidence(start=start, end=start + len(quote), text=quote, subject=spans[0], object=spans[1])


@pytest.mark.parametrize("item", sample_claims(), ids=lambda item: item.id)
def test_marks_give_back_the_quote_and_the_mentions(item: Claim) -> None:
    found = item.evidence[0]
    text = DOCUMENTS[item.doc].text
    pieces = passage(DOCUMENTS[item.doc], found)
    assert joined(pieces, "q") == found.text
    assert joined(pieces, "s") == text[slice(*found.subject)]
    assert joined(pieces, "o") == (text[slice(*found.object)] if found.object else "")


def test_the_whole_sentence_is_shown_and_no_more() -> None:
    text = "Avant. Selon X, Zo aide Bo depuis mai. Après."
    pieces = passage(document(text), evidence(text, "Zo aide Bo", "Zo", "Bo"))
    assert joined(pieces) == "Selon X, Zo aide Bo depuis mai."


def test_a_mention_in_another_sentence_brings_its_sentence_with_a_gap() -> None:
    text = "Le groupe A est ancien. " + "Une phrase entre deux. " * 3 + "Il aide B."
    pieces = passage(document(text), evidence(text, "Il aide B", "Le groupe A", "B"))
    assert joined(pieces) == "Le groupe A est ancien. … Il aide B."
    assert joined(pieces, "s") == "Le groupe A"


def test_overlapping_mentions_keep_both_marks() -> None:
    text = "L'allié de B parle."
    pieces = passage(document(text), evidence(text, "L'allié de B", "L'allié de B", "B"))
    assert Piece("B", "qso") in pieces


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    text = "🛩️🛩️ A aide B 🛩️."
    pieces = passage(document(text), evidence(text, "A aide B", "A", "B"))
    assert joined(pieces, "q") == "A aide B"


def test_a_sentence_without_end_is_cut_at_a_distance() -> None:
    text = "mot " * 500 + "A aide B" + " mot" * 500
    pieces = passage(document(text), evidence(text, "A aide B", "A", "B"))
    assert len(joined(pieces)) <= 2 * REACH + len("A aide B")


def test_without_the_document_the_quote_stands_alone() -> None:
    found = claim(DOCUMENTS["d2"], "L'Ostrie dément", (OSTRIA, "Ostrie"), "supports", (FLD, "FLD")).evidence[0]
    assert passage(None, found) == (Piece("L'Ostrie dément", "q"),)
    assert passage(document("autre texte"), found) == (Piece("L'Ostrie dément", "q"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avant. A aide B. Après. Encore.", ("Avant.", "Après.")),
        ("A aide B.", ("", "")),
        ("A aide B.\n\nAprès.", ("", "Après.")),
        ("Loin. Avant !\n\nA aide B.\n", ("Avant !", "")),
    ],
)
def test_the_sentences_on_either_side_are_given(text: str, expected: tuple[str, str]) -> None:
    assert neighbours(document(text), evidence(text, "A aide B", "A", "B")) == expected


def test_the_header_is_no_neighbour() -> None:
    text = "date 2024-07\nA aide B. Après."
    headed = Document(id="x", path="x.txt", text=text, body=(13, len(text)), digest="0" * 64)
    assert neighbours(headed, evidence(text, "A aide B", "A", "B")) == ("", "Après.")


def test_without_the_document_there_are_no_neighbours() -> None:
    found = claim(DOCUMENTS["d2"], "L'Ostrie dément", (OSTRIA, "Ostrie"), "supports", (FLD, "FLD")).evidence[0]
    assert neighbours(None, found) == ("", "")
