"""Who says it: verbs and nouns of saying, « selon », clauses of saying, quotations, interviews."""

from __future__ import annotations

import pytest
from text.build import World

from kg.text.wordlists import Wordlists

THAT_CLAUSE = """
Mali _ PROPN nsubj 2 @mali | affirme affirmer VERB root 0 fin | que _ SCONJ mark 5 | Niger _ PROPN nsubj 5 @niger
soutient soutenir VERB ccomp 2 fin | JNIM _ PROPN obj 5 @jnim
"""
ACCORDING = """
selon selon ADP case 2 | Mali _ PROPN obl 5 @mali | , _ PUNCT punct 5 | Niger _ PROPN nsubj 5 @niger
soutient soutenir VERB root 0 fin | JNIM _ PROPN obj 5 @jnim
"""
ACCUSED = """
Mali _ PROPN nsubj 2 @mali | accuse accuser VERB root 0 fin | Niger _ PROPN obj 2 @niger | de de ADP mark 5
soutenir _ VERB xcomp 2 inf | JNIM _ PROPN obj 5 @jnim
"""
ACCUSED_BY = """
Niger _ PROPN nsubj:pass 3 @niger | est être AUX aux:pass 3 fin | accusé accuser VERB root 0 past
par par ADP case 5 | Mali _ PROPN obl:agent 3 @mali | de de ADP mark 7 | soutenir _ VERB xcomp 3 inf
JNIM _ PROPN obj 7 @jnim
"""
ACCUSED_OF_NOUN = """
Mali _ PROPN nsubj 2 @mali | accuse accuser VERB root 0 fin | Niger _ PROPN obj 2 @niger | de de ADP case 5
soutien soutien NOUN obl:arg 2 | au à ADP case 7 | JNIM _ PROPN nmod 5 @jnim
"""
NOUN_OF_SAYING = """
accusations accusation NOUN root 0 | du de ADP case 3 | Mali _ PROPN nmod 1 @mali | de de ADP case 5
soutien soutien NOUN nmod 1 | au à ADP case 7 | JNIM _ PROPN nmod 5 @jnim
"""
SHARED_VERB = """
Mali _ PROPN nsubj 2 @mali | parle parler VERB root 0 fin | et _ CCONJ cc 4 | affirme affirmer VERB conj 2 fin
que _ SCONJ mark 7 | Niger _ PROPN nsubj 7 @niger | avance avancer VERB ccomp 4 fin
"""


@pytest.mark.parametrize(
    ("block", "form", "rule"),
    [
        (THAT_CLAUSE, "soutient", "verb of saying: affirmer"),
        (ACCORDING, "soutient", "source preposition: selon"),
        (ACCUSED, "soutenir", "verb of saying: accuser"),
        (ACCUSED_BY, "soutenir", "verb of saying: accuser"),
        (ACCUSED_OF_NOUN, "soutien", "verb of saying: accuser"),
        (NOUN_OF_SAYING, "soutien", "noun of saying: accusation"),
        (SHARED_VERB, "avance", "verb of saying: affirmer"),
    ],
)
def test_mali_says_it(block: str, form: str, rule: str, words: Wordlists) -> None:
    world = World.of(block, words)
    assert (world.speaker(form), world.voice(form).rule) == ("mali", rule)


@pytest.mark.parametrize(("block", "form"), [(THAT_CLAUSE, "affirme"), (ACCUSED, "accuse"), (ACCUSED_BY, "accusé")])
def test_that_somebody_says_something_is_said_by_the_author(block: str, form: str, words: Wordlists) -> None:
    world = World.of(block, words)
    assert (world.speaker(form), world.voice(form).rule) == (None, "author")


def test_the_words_of_the_source_itself_are_the_authors(words: Wordlists) -> None:
    block = """
    selon selon ADP case 2 | Mali _ PROPN obl 6 @mali | , _ PUNCT punct 4 | allié allié NOUN appos 2
    Niger _ PROPN nsubj 6 @niger | avance avancer VERB root 0 fin
    """
    world = World.of(block, words)
    assert (world.speaker("allié"), world.speaker("avance")) == (None, "mali")


def test_what_the_source_is_about_is_not_said_by_it(words: Wordlists) -> None:
    block = """
    selon selon ADP case 2 | Mali _ PROPN obl 6 @mali | après après ADP case 4 | attaque attaque NOUN nmod 2
    Niger _ PROPN nsubj 6 @niger | avance avancer VERB root 0 fin
    """
    world = World.of(block, words)
    assert (world.speaker("attaque"), world.speaker("avance")) == (None, "mali")


def test_an_accused_party_is_no_speaker_when_nobody_is_named_as_accuser(words: Wordlists) -> None:
    block = """
    Niger _ PROPN nsubj:pass 3 @niger | est être AUX aux:pass 3 fin | accusé accuser VERB root 0 past
    de de ADP mark 5 | soutenir _ VERB xcomp 3 inf | JNIM _ PROPN obj 5 @jnim
    """
    assert World.of(block, words).speaker("soutenir") is None


def test_the_nearest_speaker_wins(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | affirme affirmer VERB root 0 fin | que _ SCONJ mark 5 | Niger _ PROPN nsubj 5 @niger
    assure assurer VERB ccomp 2 fin | que _ SCONJ mark 8 | JNIM _ PROPN nsubj 8 @jnim | avance avancer VERB ccomp 5 fin
    """
    world = World.of(block, words)
    assert (world.speaker("avance"), world.speaker("assure")) == ("niger", "mali")


def test_a_relative_clause_inside_reported_words_is_the_authors(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | affirme affirmer VERB root 0 fin | que _ SCONJ mark 5 | Niger _ PROPN nsubj 5 @niger
    combat combattre VERB ccomp 2 fin | JNIM _ PROPN obj 5 @jnim | qui _ PRON nsubj 8
    tient tenir VERB acl:relcl 6 fin | Gao _ PROPN obj 8 @gao
    """
    world = World.of(block, words)
    assert (world.speaker("combat"), world.speaker("tient")) == ("mali", None)


def test_an_apposition_inside_reported_words_is_the_authors(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | accuse accuser VERB root 0 fin | Niger _ PROPN obj 2 @niger | , _ PUNCT punct 5
    allié allié NOUN appos 3 | de de ADP case 7 | Russie _ PROPN nmod 5 @russie
    """
    assert World.of(block, words).speaker("allié", aside=True) is None


def test_the_same_relative_clause_inside_a_quotation_is_the_speakers(words: Wordlists) -> None:
    block = """
    Niger _ PROPN nsubj 2 @niger "7 | combat combattre VERB root 0 fin "7 | JNIM _ PROPN obj 2 @jnim "7
    qui _ PRON nsubj 5 "7 | tient tenir VERB acl:relcl 3 fin "7 | Gao _ PROPN obj 5 @gao "7

    # tag=-1
    affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali
    """
    assert World.of(block, words).speaker("tient") == "mali"


def test_a_relative_clause_that_tells_what_is_alleged_has_the_speaker_of_the_allegation(words: Wordlists) -> None:
    block = """
    accusations accusation NOUN root 0 | du de ADP case 3 | Mali _ PROPN nmod 1 @mali | selon selon ADP case 5
    lesquelles lequel PRON obl 7 | Niger _ PROPN nsubj 7 @niger | soutient soutenir VERB acl:relcl 1 fin
    """
    assert World.of(block, words).speaker("soutient") == "mali"


def test_taking_a_side_is_not_saying(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | soutient soutenir VERB root 0 fin | l' le DET det 4 | attaque attaque NOUN obj 2
    du de ADP case 6 | Niger _ PROPN nmod 4 @niger
    """
    assert World.of(block, words).speaker("attaque") is None


# ---- clauses of saying that were cut off

CUT = """
Niger _ PROPN nsubj 2 @niger | avance avancer VERB root 0 fin

# tag=-1
{}
"""


@pytest.mark.parametrize(
    "clause",
    [
        "affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali",
        "affirme affirmer VERB root 0 fin | Mali _ PROPN obj 1 @mali",
        "a avoir AUX aux:tense 2 fin | affirmé affirmer VERB root 0 past | à à ADP case 4 | AFP _ PROPN obl 2 @afp"
        " | Mali _ PROPN nsubj 2 @mali",
        "affirme affirmer NOUN root 0 | Mali _ PROPN nmod 1 @mali",
    ],
)
def test_a_clause_of_saying_gives_its_sentence_a_speaker(clause: str, words: Wordlists) -> None:
    assert World.of(CUT.format(clause), words).speaker("avance") == "mali"


def test_a_clause_without_a_speaker_leaves_the_sentence_to_the_author(words: Wordlists) -> None:
    assert World.of(CUT.format("affirme affirmer VERB root 0 fin | on _ PRON nsubj 1"), words).speaker("avance") is None


# ---- quotations


def test_a_quotation_over_two_sentences_has_one_speaker(words: Wordlists) -> None:
    block = """
    Niger _ PROPN nsubj 2 @niger "7 | avance avancer VERB root 0 fin "7

    JNIM _ PROPN nsubj 2 @jnim "7 | recule reculer VERB root 0 fin "7

    # tag=-1
    affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali
    """
    world = World.of(block, words)
    assert (world.speaker("avance"), world.speaker("recule")) == ("mali", "mali")


def test_a_quotation_without_a_speaker_right_after_another_goes_on(words: Wordlists) -> None:
    block = """
    Niger _ PROPN nsubj 2 @niger "7 | avance avancer VERB root 0 fin "7

    # tag=-1
    affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali

    # paragraph=1
    JNIM _ PROPN nsubj 2 @jnim "9 | recule reculer VERB root 0 fin "9
    """
    world = World.of(block, words)
    assert (world.speaker("recule"), world.voice("recule").rule) == ("mali", "quotation continued")


def test_a_quotation_two_paragraphs_later_does_not_go_on(words: Wordlists) -> None:
    block = """
    Niger _ PROPN nsubj 2 @niger "7 | avance avancer VERB root 0 fin "7

    # tag=-1
    affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali

    # paragraph=2
    JNIM _ PROPN nsubj 2 @jnim "9 | recule reculer VERB root 0 fin "9
    """
    assert World.of(block, words).speaker("recule") is None


def test_a_quoted_word_inside_the_authors_sentence_does_not_go_on(words: Wordlists) -> None:
    block = """
    Niger _ PROPN nsubj 2 @niger "7 | avance avancer VERB root 0 fin "7

    # tag=-1
    affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali

    # paragraph=1
    JNIM _ PROPN nsubj 2 @jnim | recule reculer VERB root 0 fin | encore encore ADV advmod 2 "9
    """
    assert World.of(block, words).speaker("encore") is None


# ---- interviews and several speakers

INTERVIEW = """
# paragraph=0
Goïta _ PROPN nsubj 2 @assimi-goita | parle parler VERB root 0 fin

# paragraph=1 question
qui _ PRON nsubj 2 | avance avancer VERB root 0 fin

# paragraph=2
Mali _ PROPN nsubj 2 @mali | gagne gagner VERB root 0 fin
{}
"""


def test_the_answers_of_an_interview_are_the_persons_who_was_introduced(words: Wordlists) -> None:
    second = "\n# paragraph=3 question\nqui _ PRON nsubj 2 | perd perdre VERB root 0 fin"
    world = World.of(INTERVIEW.format(second), words)
    assert (world.speaker("gagne"), world.speaker("parle"), world.speaker("perd")) == ("assimi-goita", None, None)


def test_one_question_makes_no_interview(words: Wordlists) -> None:
    assert World.of(INTERVIEW.format(""), words).speaker("gagne") is None


def test_two_parties_that_accuse_together_are_both_speakers(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 4 @mali | et _ CCONJ cc 3 | Niger _ PROPN conj 1 @niger | accusent accuser VERB root 0 fin
    Algérie _ PROPN obj 4 @algerie | de de ADP mark 7 | soutenir _ VERB xcomp 4 inf | JNIM _ PROPN obj 7 @jnim
    """
    voice = World.of(block, words).voice("soutenir")
    assert [p.key for p in (voice.party, *voice.others) if p] == ["mali", "niger"]


def test_a_report_speaks_for_its_owner(words: Wordlists) -> None:
    block = """
    rapport rapport NOUN nsubj 4 | de de ADP case 3 | ONU _ PROPN nmod 1 @onu | affirme affirmer VERB root 0 fin
    que _ SCONJ mark 7 | Niger _ PROPN nsubj 7 @niger | avance avancer VERB ccomp 4 fin
    """
    assert World.of(block, words).speaker("avance") == "onu"


def test_a_place_does_not_speak(words: Wordlists) -> None:
    block = """
    Gao _ PROPN nsubj 2 @gao | affirme affirmer VERB root 0 fin | que _ SCONJ mark 5 | Niger _ PROPN nsubj 5 @niger
    avance avancer VERB ccomp 2 fin
    """
    assert World.of(block, words).speaker("avance") is None
