"""Titles and names beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from text.build import parsed

from kg.text.appositions import AppositionRepairer
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

Changes = dict[str, tuple[str, str, str]]


@pytest.fixture(scope="module")
def fix(words: Wordlists) -> AppositionRepairer:
    return AppositionRepairer(words)


def changes(step: Callable[[Text], Iterable[Token]], block: str) -> Changes:
    """Form of each changed token -> part of speech, form of the head, dependency."""
    text = parsed(block)
    return {t.text: (t.pos, text.tokens[t.head].text, t.dep) for t in step(text)}


def test_one_of_them_stands_in_apposition_to_the_name_before_the_comma(fix: AppositionRepairer) -> None:
    block = """
    Diallo _ PROPN nsubj 7 name | , _ PUNCT punct 4 | l' le DET det 4 | un un PRON obl 7 | des de ADP case 6
    chefs chef NOUN nmod 4 | avance avancer VERB root 0 fin
    """
    assert changes(fix.one_of, block) == {"un": ("PRON", "Diallo", "appos")}


def test_a_relational_noun_between_comma_and_complement_is_an_apposition(fix: AppositionRepairer) -> None:
    block = """
    Mali _ PROPN nsubj 6 @mali | , _ PUNCT punct 3 | allié allier VERB acl 6 past | de de ADP case 5
    Russie _ PROPN obl 3 @russie | avance avancer VERB root 0 fin
    """
    assert changes(fix.apposed, block) == {"allié": ("NOUN", "Mali", "appos")}


def test_the_name_after_a_title_and_its_complement_stands_in_apposition_to_the_title(fix: AppositionRepairer) -> None:
    block = """
    chef chef NOUN nsubj 7 | du de ADP case 3 | CSP-DPA _ PROPN nmod 1 @csp-dpa | , _ PUNCT punct 5
    Goïta _ PROPN obl 7 ~assimi-goita | , _ PUNCT punct 5 | avance avancer VERB root 0 fin
    """
    assert changes(fix.titled, block) == {"Goïta": ("PROPN", "chef", "appos")}


def test_a_place_after_a_title_is_not_its_name(fix: AppositionRepairer) -> None:
    block = """
    chef chef NOUN nsubj 7 | du de ADP case 3 | CSP-DPA _ PROPN nmod 1 @csp-dpa | , _ PUNCT punct 5
    Gao _ PROPN obl 7 @gao | , _ PUNCT punct 5 | avance avancer VERB root 0 fin
    """
    assert changes(fix.titled, block) == {}
