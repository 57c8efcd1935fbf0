"""The tree of a text: children, heads, subtrees, coordinations."""

from __future__ import annotations

import pytest
from text.build import parsed

from kg.text.tokens import Text, Token

LIST = """
le le DET det 2 | Mali _ PROPN nsubj 8 @mali | , _ PUNCT punct 4 | Niger _ PROPN appos 2 @niger
et _ CCONJ cc 6 | Tchad _ PROPN conj 2 @tchad | ont avoir AUX aux:tense 8 | signé signer VERB root 0
hier _ ADV advmod 8

Gao _ PROPN nsubj 2 @gao | résiste résister VERB root 0
"""


@pytest.fixture
def text() -> Text:
    return parsed(LIST)


def forms(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


def test_offsets_are_those_of_the_words_with_a_space_between(text: Text) -> None:
    joined = " ".join(t.text for t in text.tokens)
    assert all(joined[t.start : t.end] == t.text for t in text.tokens)


def test_children_come_in_text_order_and_may_be_asked_for_by_dependency(text: Text) -> None:
    signed = text.tokens[7]
    assert forms(list(text.children(signed))) == ["Mali", "ont", "hier"]
    assert forms(list(text.children(signed, "nsubj", "advmod"))) == ["Mali", "hier"]


def test_a_dependency_without_subtype_finds_all_its_subtypes_and_a_subtype_only_itself(text: Text) -> None:
    signed = text.tokens[7]
    assert forms(list(text.children(signed, "aux"))) == ["ont"]
    assert list(text.children(signed, "aux:pass")) == []


def test_a_root_has_no_head_and_no_ancestors(text: Text) -> None:
    assert text.head(text.tokens[7]) is None
    assert list(text.ancestors(text.tokens[7])) == []
    assert forms(list(text.ancestors(text.tokens[0]))) == ["Mali", "signé"]


def test_a_subtree_holds_everything_below_in_text_order(text: Text) -> None:
    assert forms(text.subtree(text.tokens[1])) == ["le", "Mali", ",", "Niger", "et", "Tchad"]


def test_a_middle_member_read_as_an_apposition_still_belongs_to_the_list(text: Text) -> None:
    assert forms(text.conjuncts(text.tokens[1])) == ["Mali", "Niger", "Tchad"]


def test_an_apposition_without_coordination_is_no_member() -> None:
    text = parsed("Mali _ PROPN root 0 @mali | , _ PUNCT punct 3 | pays _ NOUN appos 1")
    assert forms(text.conjuncts(text.tokens[0])) == ["Mali"]


def test_a_sentence_knows_its_tokens_and_a_token_its_sentence(text: Text) -> None:
    second = text.sentences[1]
    assert forms(list(text.of(second))) == ["Gao", "résiste"]
    assert text.sentence(text.tokens[-1]) == second


def test_ancestors_end_even_where_heads_go_in_a_circle() -> None:
    text = parsed("a _ NOUN dep 2 | b _ NOUN dep 1")
    assert forms(list(text.ancestors(text.tokens[0]))) == ["b"]


def test_the_dependency_without_its_subtype_is_the_relation() -> None:
    (token, *_) = parsed("Mali _ PROPN nsubj:pass 0").tokens
    assert (token.relation, token.lower) == ("nsubj", "mali")
