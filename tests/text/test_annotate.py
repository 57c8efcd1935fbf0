"""From document to trees: offsets, quotations and clauses of saying with the shipped pipeline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from text.examples import document

from kg.text.annotate import Annotator
from kg.text.dates import find_dates
from kg.text.tokens import Text
from kg.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def annotator(pipeline: Language, vocabulary: Vocabulary) -> Annotator:
    return Annotator(pipeline, vocabulary)


def annotated(annotator: Annotator, text: str) -> Text:
    doc = document(text)
    return annotator.annotate(doc, find_dates(text, 0, doc.date))


def assert_sound(found: Text, text: str) -> None:
    """Tokens stand where they say; trees are trees within their sentence; sentences cover the tokens in order."""
    for token in found.tokens:
        if token.text != ",":  # a comma may stand for a bracket
            assert "".join(token.text.split()) == "".join(text[token.start : token.end].split())
        assert found.tokens[token.head].sent == token.sent
        above = [token, *found.ancestors(token)][-1]
        assert above.head == above.i, "a tree without root"
    assert [t.i for s in found.sentences for t in found.of(s)] == list(range(len(found.tokens)))
    assert all(s.tag_of is None or 0 <= s.tag_of < len(found.sentences) for s in found.sentences)
    assert all(text[a.start : a.end] == a.text and 0 <= a.token < len(found.tokens) for a in found.aliases)


_SENTENCES = (
    "L’armée malienne a repris Gao le 22 juillet 2024.",
    "« Kidal tient. Gao aussi », a déclaré à l'AFP le colonel Moussa Ag Sidi.",
    "Le Cadre stratégique permanent (CSP-DPA) combat aux côtés du Burkina Faso.",
    "Selon l'ONU, qui cite M. Diallo, le JNIM (affilié à Al-Qaïda) est présent à Tinzaouatène, près de la frontière.",
    "À plusieurs reprises, TOMBOUCTOU a été visée !",
    "Qui soutient le M23 ?",
    "Le groupe dit : « Nous partons. »",
    "Hier",
    "( … ) « » , .",
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4), st.sampled_from([" ", "\n", "\n\n", "\u00a0"]))
def test_every_token_of_any_text_stands_where_it_says(annotator: Annotator, parts: list[str], between: str) -> None:
    text = between.join(parts)
    assert_sound(annotated(annotator, text), text)


def test_only_the_body_of_a_document_is_read(annotator: Annotator) -> None:
    doc = replace(document("date 2024-07 Gao tombe."), body=(13, 23))
    assert [t.text for t in annotator.annotate(doc).tokens] == ["Gao", "tombe", "."]


def test_names_are_single_tokens_that_know_their_entries(annotator: Annotator) -> None:
    found = annotated(annotator, "Le Burkina Faso soutient le CSP-DPA.")
    assert {t.text: t.known for t in found.tokens if t.name} == {
        "Burkina Faso": ("burkina-faso",),
        "CSP-DPA": ("csp-dpa",),
    }


def test_a_clause_of_saying_is_a_sentence_that_attributes_the_one_before(annotator: Annotator) -> None:
    found = annotated(annotator, "Gao est tombée, affirme le JNIM.")
    assert [(s.i, s.tag_of) for s in found.sentences] == [(0, None), (1, 0)]


def test_attributed_sentences_keep_their_number_when_empty_ones_fall_out(annotator: Annotator) -> None:
    found = annotated(annotator, "( )\n\n« »\nGao est tombée, affirme le JNIM.")
    (tag,) = (s for s in found.sentences if s.tag_of is not None)
    assert tag.tag_of is not None
    assert [t.text for t in found.of(found.sentences[tag.tag_of])] == ["Gao", "est", "tombée"]


def test_the_stand_ins_of_the_parser_do_not_show(annotator: Annotator) -> None:
    found = annotated(annotator, "Le 22 juillet 2024, des soldats rwandais attaquent Gao aux côtés du M23.")
    assert [t.text for t in found.tokens] == (
        ["Le 22 juillet 2024", ",", "des", "soldats", "rwandais", "attaquent", "Gao", "aux côtés du", "M23", "."]
    )


def test_a_date_that_opens_the_sentence_hangs_on_its_root(annotator: Annotator) -> None:
    found = annotated(annotator, "Le 22 juillet 2024, le JNIM a attaqué Gao.")
    assert found.tokens[found.tokens[0].head].text == "attaqué"


def test_questions_and_paragraphs_are_known(annotator: Annotator) -> None:
    found = annotated(annotator, "Qui tient Gao ?\nLe JNIM tient Gao.")
    assert [(s.question, s.paragraph) for s in found.sentences] == [(True, 0), (False, 1)]


def test_an_empty_text_has_no_tokens(annotator: Annotator) -> None:
    assert annotated(annotator, " \n\n ") == Text((), ())
