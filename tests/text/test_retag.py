"""Words that the tagger misread: known nouns, auxiliaries, subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from text.build import parsed

from kg.text.retag import Retagger
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

Changes = dict[str, tuple[str, str, str]]


@pytest.fixture(scope="module")
def fix(words: Wordlists) -> Retagger:
    return Retagger(words)


def changes(step: Callable[[Text], Iterable[Token]], block: str) -> Changes:
    """Form of each changed token -> part of speech, form of the head, dependency."""
    text = parsed(block)
    return {t.text: (t.pos, text.tokens[t.head].text, t.dep) for t in step(text)}


def test_a_known_noun_after_its_article_is_no_verb(fix: Retagger) -> None:
    block = """
    le le DET det 3 | moindre moindre ADJ amod 3 | combattant combattre VERB nsubj 4 pres
    fuit fuir VERB root 0 fin
    """
    assert changes(fix.nouns, block) == {"combattant": ("NOUN", "fuit", "nsubj")}


def test_a_participle_without_article_stays_a_verb(fix: Retagger) -> None:
    assert changes(fix.nouns, "Mali _ PROPN root 0 @mali | combattant combattre VERB acl 1 pres") == {}


def test_an_auxiliary_gives_its_place_back_to_the_participle(fix: Retagger) -> None:
    block = """
    ils il PRON nsubj 2 | ont avoir VERB root 0 fin | depuis depuis ADV advmod 2
    affronté affronter VERB xcomp 2 past | Mali _ PROPN obj 4 @mali
    """
    assert changes(fix.auxiliaries, block) == {
        "affronté": ("VERB", "affronté", "root"),
        "ont": ("AUX", "affronté", "aux:tense"),
        "ils": ("PRON", "affronté", "nsubj"),
        "depuis": ("ADV", "affronté", "advmod"),
    }


def test_the_auxiliary_of_a_passive_makes_its_subject_passive(fix: Retagger) -> None:
    block = "Gao _ PROPN nsubj 2 @gao | est être AUX root 0 fin | prise prendre VERB xcomp 2 past"
    found = changes(fix.auxiliaries, block)
    assert (found["est"][2], found["Gao"][2]) == ("aux:pass", "nsubj:pass")


def test_the_auxiliary_of_a_verb_of_movement_makes_no_passive(fix: Retagger) -> None:
    block = "Gao _ PROPN nsubj 2 @gao | est être AUX root 0 fin | tombée tomber VERB xcomp 2 past"
    found = changes(fix.auxiliaries, block)
    assert (found["est"][2], found["Gao"][2]) == ("aux:tense", "nsubj")


def test_avoir_with_a_noun_for_its_object_stays_a_verb(fix: Retagger) -> None:
    block = "Mali _ PROPN nsubj 2 @mali | a avoir VERB root 0 fin | des un DET det 4 | alliés allié NOUN obj 2"
    assert changes(fix.auxiliaries, block) == {}


def test_des_that_opens_a_sentence_is_an_article(fix: Retagger) -> None:
    block = "des de ADP case 2 | combattants combattant NOUN obl 3 | avancent avancer VERB root 0 fin"
    assert changes(fix.opening, block) == {
        "des": ("DET", "combattants", "det"),
        "combattants": ("NOUN", "avancent", "nsubj"),
    }


def test_a_root_noun_before_a_verb_without_subject_is_its_subject(fix: Retagger) -> None:
    block = "groupe groupe NOUN root 0 | M23 _ PROPN appos 1 @m23 | avance avancer VERB acl 1 fin"
    assert changes(fix.stranded, block) == {
        "groupe": ("NOUN", "avance", "nsubj"),
        "avance": ("VERB", "avance", "ROOT"),
    }


def test_a_clause_of_saying_keeps_its_root(fix: Retagger) -> None:
    block = """
    Gao _ PROPN root 0 @gao

    # tag=-1
    source source NOUN root 0 | affirme affirmer VERB acl 1 fin
    """
    assert changes(fix.stranded, block) == {}


@pytest.mark.parametrize("dep", ["dislocated", "obl", "appos"])
def test_a_bare_noun_left_of_a_verb_without_subject_is_its_subject(dep: str, fix: Retagger) -> None:
    block = f"Mali _ PROPN {dep} 2 @mali | avance avancer VERB root 0 fin"
    assert changes(fix.subjects, block) == {"Mali": ("PROPN", "avance", "nsubj")}


def test_a_noun_with_a_preposition_is_no_subject(fix: Retagger) -> None:
    block = "à à ADP case 2 | Gao _ PROPN obl 3 @gao | avance avancer VERB root 0 fin"
    assert changes(fix.subjects, block) == {}


def test_a_second_subject_is_not_made(fix: Retagger) -> None:
    block = "Mali _ PROPN obl 3 @mali | Niger _ PROPN nsubj 3 @niger | avance avancer VERB root 0 fin"
    assert changes(fix.subjects, block) == {}


def test_il_is_a_subject_unless_the_verb_is_impersonal(fix: Retagger) -> None:
    assert changes(fix.pronouns, "il il PRON expl:subj 2 | avance avancer VERB root 0 fin") == {
        "il": ("PRON", "avance", "nsubj")
    }
    assert changes(fix.pronouns, "il il PRON expl:subj 2 | faut falloir VERB root 0 fin") == {}


def test_leur_behind_a_noun_is_a_pronoun_and_what_follows_a_verb(fix: Retagger) -> None:
    block = """
    Iran _ PROPN nsubj 3 @iran | leur _ DET det 3 | livre _ NOUN root 0 | des un ADP case 5
    missiles missile NOUN nmod 3
    """
    assert changes(fix.datives, block) == {
        "leur": ("PRON", "livre", "iobj"),
        "livre": ("VERB", "livre", "root"),
        "missiles": ("NOUN", "livre", "obj"),
        "des": ("DET", "missiles", "det"),
    }
    assert changes(fix.datives, "avec _ ADP case 3 | leur _ DET det 3 | livre _ NOUN root 0") == {}
