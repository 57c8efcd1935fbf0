"""How firmly it is said: negation, mood, hedges and the verbs above."""

from __future__ import annotations

import pytest
from text.build import World

from kg.text.wordlists import Wordlists

SUBJECT = "Mali _ PROPN nsubj 2 @mali"
OBJECT = "Niger _ PROPN obj 2 @niger"


def firmness(block: str, form: str, words: Wordlists, noun: str | None = None) -> tuple[str, str]:
    found = World.of(block, words).factuality(form, noun)
    return found.polarity, found.certainty


def finite(form: str, morph: str, *more: str) -> str:
    """« Mali VERB Niger » with other tokens behind, whose heads count on from 4."""
    return " | ".join((SUBJECT, f"{form} soutenir VERB root 0 {morph}", OBJECT, *more))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (finite("soutient", "fin"), ("positive", "certain")),
        (finite("soutient", "fin", "ne _ ADV advmod 2", "pas _ ADV advmod 2"), ("negative", "certain")),
        (finite("soutient", "fin", "ne _ ADV advmod 2", "jamais _ ADV advmod 2"), ("negative", "certain")),
        (finite("soutient", "fin", "n' _ ADV advmod 2", "plus _ ADV advmod 2"), ("negative", "certain")),
        (finite("soutient", "fin", "plus _ ADV advmod 2"), ("positive", "certain")),
        (finite("soutient", "fin", "ne _ ADV advmod 2", "que _ ADV advmod 2"), ("positive", "certain")),
        (finite("soutiendrait", "cnd"), ("positive", "probable")),
        (finite("soutiendra", "fut"), ("positive", "possible")),
        (finite("soutient", "fin", "si _ SCONJ mark 2"), ("positive", "possible")),
        (finite("soutient", "fin", "probablement _ ADV advmod 2"), ("positive", "probable")),
        (finite("soutient", "fin", "certes _ ADV advmod 2"), ("positive", "certain")),
        (f"# question\n{finite('soutient', 'fin')}", ("positive", "possible")),
        (finite("soutiendrait", "cnd", "ne _ ADV advmod 2", "pas _ ADV advmod 2"), ("negative", "probable")),
    ],
)
def test_marks_on_the_verb_itself(block: str, expected: tuple[str, str], words: Wordlists) -> None:
    form = next(w for w in block.split() if w.startswith("sout"))
    assert firmness(block, form, words) == expected


def test_an_auxiliary_in_the_conditional_is_hearsay(words: Wordlists) -> None:
    block = f"{SUBJECT.replace('2', '3', 1)} | aurait avoir AUX aux:tense 3 cnd | armé armer VERB root 0 past"
    assert firmness(block, "armé", words) == ("positive", "probable")


def test_a_conditional_that_the_tagger_missed_is_known_by_its_form(words: Wordlists) -> None:
    assert firmness(finite("soutiendrait", "fin"), "soutiendrait", words) == ("positive", "probable")


def test_an_infinitive_with_sans_is_denied(words: Wordlists) -> None:
    block = f"{SUBJECT} | avance avancer VERB root 0 fin | sans sans ADP mark 4 | soutenir _ VERB advcl 2 inf"
    assert firmness(block, "soutenir", words) == ("negative", "certain")


def test_nobody_as_subject_denies(words: Wordlists) -> None:
    block = "nul _ PRON nsubj 3 | ne _ ADV advmod 3 | soutient soutenir VERB root 0 fin | Niger _ PROPN obj 3 @niger"
    assert firmness(block, "soutient", words) == ("negative", "certain")


def test_no_such_subject_denies_with_its_particle_only(words: Wordlists) -> None:
    block = """
    aucun aucun DET det 2 | pays pays NOUN nsubj 4 | ne _ ADV advmod 4 | soutient soutenir VERB root 0 fin
    Niger _ PROPN obj 4 @niger
    """
    assert firmness(block, "soutient", words) == ("negative", "certain")


# ---- verbs above


def embedded(above: str, *, negated: bool = False, morph: str = "fin", infinitive: str = "soutenir") -> str:
    """« Mali ABOVE de soutenir Niger », negated or not."""
    form, lemma = above.split()
    no = " | ne _ ADV advmod 2 | pas _ ADV advmod 2" if negated else ""
    return f"{SUBJECT} | {form} {lemma} VERB root 0 {morph} | {infinitive} soutenir VERB xcomp 2 inf{no}"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (embedded("peut pouvoir"), ("positive", "possible")),
        (embedded("pourrait pouvoir", morph="cnd"), ("positive", "possible")),
        (embedded("pu pouvoir", morph="past"), ("positive", "certain")),
        (embedded("menace menacer"), ("positive", "possible")),
        (embedded("continue continuer"), ("positive", "certain")),
        (embedded("refuse refuser"), ("negative", "certain")),
        (embedded("refuse refuser", negated=True), ("positive", "certain")),
        (embedded("dément démentir"), ("negative", "certain")),
        (embedded("nie nier"), ("negative", "certain")),
        (embedded("dément démentir", negated=True), ("positive", "certain")),
        (embedded("affirme affirmer"), ("positive", "certain")),
        (embedded("affirme affirmer", negated=True), ("negative", "certain")),
    ],
)
def test_the_verb_above_an_infinitive_adds_its_effect(block: str, expected: tuple[str, str], words: Wordlists) -> None:
    assert firmness(block, "soutenir", words) == expected


def test_what_somebody_is_accused_of_is_probable(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | accuse accuser VERB root 0 fin | Algérie _ PROPN obj 2 @algerie | de de ADP mark 5
    soutenir _ VERB xcomp 2 inf | JNIM _ PROPN obj 5 @jnim
    """
    assert firmness(block, "soutenir", words) == ("positive", "probable")


def test_a_relative_clause_is_not_weakened_by_the_verb_above(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | refuse refuser VERB root 0 fin | Niger _ PROPN obj 2 @niger | qui _ PRON nsubj 5
    soutient soutenir VERB acl:relcl 3 fin | JNIM _ PROPN obj 5 @jnim
    """
    assert firmness(block, "soutient", words) == ("positive", "certain")


def test_a_relative_clause_that_tells_an_allegation_is_weakened(words: Wordlists) -> None:
    block = """
    accusations accusation NOUN root 0 | selon selon ADP case 3 | lesquelles lequel PRON obl 5
    Mali _ PROPN nsubj 5 @mali | soutient soutenir VERB acl:relcl 1 fin | JNIM _ PROPN obj 5 @jnim
    """
    assert firmness(block, "soutient", words) == ("positive", "probable")


# ---- nouns

WITHOUT = """
Mali _ PROPN nsubj 2 @mali | avance avancer VERB root 0 fin | sans sans ADP case 4 | soutien soutien NOUN obl:mod 2
de de ADP case 6 | Russie _ PROPN nmod 4 @russie
"""
NO_SUPPORT = """
Mali _ PROPN nsubj 3 @mali | n' _ ADV advmod 3 | reçoit recevoir VERB root 0 fin | aucun aucun DET det 5
soutien soutien NOUN obj 3 | de de ADP case 7 | Russie _ PROPN nmod 5 @russie
"""
SAID_TO_BE = """
Mali _ PROPN nsubj 2 @mali | reçoit recevoir VERB root 0 fin | le le DET det 4 | soutien soutien NOUN obj 2
présumé présumé ADJ amod 4 | de de ADP case 7 | Russie _ PROPN nmod 4 @russie
"""
FORMER = """
Mali _ PROPN root 0 @mali | ancien ancien ADJ amod 3 | allié allié NOUN appos 1 | de de ADP case 5
Russie _ PROPN nmod 3 @russie
"""
ACCUSED_OF_SUPPORT = """
les le DET det 2 | accusations accusation NOUN root 0 | de de ADP case 4 | soutien soutien NOUN nmod 2
au à ADP case 6 | JNIM _ PROPN nmod 4 @jnim
"""


@pytest.mark.parametrize(
    ("block", "form", "expected"),
    [
        (WITHOUT, "soutien", ("negative", "certain")),
        (NO_SUPPORT, "soutien", ("negative", "certain")),
        (SAID_TO_BE, "soutien", ("positive", "probable")),
        (ACCUSED_OF_SUPPORT, "soutien", ("positive", "probable")),
    ],
)
def test_marks_on_an_event_noun(block: str, form: str, expected: tuple[str, str], words: Wordlists) -> None:
    assert firmness(block, form, words) == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("", ("positive", "certain")),
        (" | n' _ ADV advmod 4 | pas _ ADV advmod 4", ("negative", "certain")),
        (" | n' _ ADV advmod 4 | plus _ ADV advmod 4", ("negative", "certain")),
    ],
)
def test_the_negation_of_a_copula_is_that_of_its_noun(marks: str, expected: tuple[str, str], words: Wordlists) -> None:
    block = f"""
    Mali _ PROPN nsubj 4 @mali | est être AUX cop 4 fin | l' le DET det 4 | allié allié NOUN root 0
    de de ADP case 6 | Russie _ PROPN nmod 4 @russie{marks}
    """
    assert firmness(block, "allié", words) == expected


def test_a_negated_light_verb_denies_its_noun_once(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 3 @mali | n' _ ADV advmod 3 | apporte apporter VERB root 0 fin | pas _ ADV advmod 3
    aucun aucun DET det 6 | soutien soutien NOUN obj 3
    """
    assert firmness(block, "soutien", words) == ("negative", "certain")


@pytest.mark.parametrize("form", ["allié"])
def test_a_former_ally_is_over_and_no_less_certain(form: str, words: Wordlists) -> None:
    found = World.of(FORMER, words).factuality(form)
    assert (found.ended, found.polarity, found.certainty) == (True, "positive", "certain")


def test_an_ex_ally_is_over(words: Wordlists) -> None:
    block = "Mali _ PROPN root 0 @mali | ex-allié allié NOUN appos 1 | Russie _ PROPN nmod 2 @russie"
    assert World.of(block, words).factuality("ex-allié").ended


def test_a_present_ally_is_not_over(words: Wordlists) -> None:
    block = "Mali _ PROPN root 0 @mali | allié allié NOUN appos 1 | Russie _ PROPN nmod 2 @russie"
    assert not World.of(block, words).factuality("allié").ended
