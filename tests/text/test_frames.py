"""Frames: the constructions that the lexicon is asked about, and what fills their slots."""

from __future__ import annotations

import pytest
from text.build import World

from kg.text.wordlists import Wordlists

EVENT_NOUN = """
une un DET det 2 | attaque attaque NOUN root 0 | du de ADP case 4 | JNIM _ PROPN nmod 2 @jnim
contre contre ADP case 6 | Gao _ PROPN nmod 2 @gao
"""
BY_NOUN = """
la le DET det 2 | prise prise NOUN root 0 | de de ADP case 4 | Kidal _ PROPN nmod 2 @kidal
par par ADP case 6 | Wagner _ PROPN nmod 2 @wagner
"""
BETWEEN = """
des un DET det 2 | combats combat NOUN root 0 | entre entre ADP case 5 | le le DET det 5
Mali _ PROPN nmod 2 @mali | et _ CCONJ cc 7 | JNIM _ PROPN conj 5 @jnim
"""
DEMONYM = """
une un DET det 2 | attaque attaque NOUN root 0 | malienne malien ADJ amod 2 | contre contre ADP case 5
Gao _ PROPN nmod 2 @gao
"""
LIGHT = """
Mali _ PROPN nsubj 2 @mali | mène mener VERB root 0 fin | une un DET det 4 | attaque attaque NOUN obj 2
contre contre ADP case 6 | Niger _ PROPN nmod 4 @niger
"""
REVERSED = """
Mali _ PROPN nsubj 2 @mali | obtient obtenir VERB root 0 fin | le le DET det 4 | soutien soutien NOUN obj 2
de de ADP case 6 | Russie _ PROPN nmod 4 @russie
"""
LIGHT_VERB = """
Mali _ PROPN nsubj 2 @mali | prête prêter VERB root 0 fin | main-forte main-forte NOUN obj 2
au à ADP case 5 | Niger _ PROPN obl:arg 2 @niger
"""
COPULA = """
Mali _ PROPN nsubj 4 @mali | est être AUX cop 4 fin | un un DET det 4 | allié allié NOUN root 0
de de ADP case 6 | Russie _ PROPN nmod 4 @russie
"""
APPOSITION = """
Mali _ PROPN nsubj 6 @mali | , _ PUNCT punct 3 | allié allié NOUN appos 1 | de de ADP case 5
Russie _ PROPN nmod 3 @russie | gagne gagner VERB root 0 fin
"""
OPENING_TITLE = """
premier premier ADJ amod 2 | allié allié NOUN obl 7 | de de ADP case 4 | Russie _ PROPN nmod 2 @russie
, _ PUNCT punct 2 | Mali _ PROPN nsubj 7 @mali | gagne gagner VERB root 0 fin
"""
ADJECTIVE = """
JNIM _ PROPN nsubj 6 @jnim | , _ PUNCT punct 3 | affilié affilié ADJ amod 1 | à à ADP case 5
Al-Qaïda _ PROPN obl:arg 3 @al-qaida | avance avancer VERB root 0 fin
"""
PREDICATIVE = """
JNIM _ PROPN nsubj 3 @jnim | est être AUX cop 3 fin | affilié affilié ADJ root 0 | à à ADP case 5
Al-Qaïda _ PROPN obl:arg 3 @al-qaida
"""
PREPOSITION = """
Wagner _ PROPN nsubj 2 @wagner | combat combattre VERB root 0 fin | aux_côtés_de aux_côtés_de ADP case 4
Mali _ PROPN obl 2 @mali
"""

SLOTS = {
    "event noun with de": (EVENT_NOUN, "attaque", "de", ["jnim"]),
    "event noun with contre": (EVENT_NOUN, "attaque", "contre", ["gao"]),
    "event noun with par": (BY_NOUN, "prise", "par", ["wagner"]),
    "object of an event noun": (BY_NOUN, "prise", "de", ["kidal"]),
    "event noun with entre": (BETWEEN, "combats", "entre", ["mali", "jnim"]),
    "state behind a demonym": (DEMONYM, "attaque", "adj", ["mali"]),
    "its forces behind a demonym": (DEMONYM, "attaque", "adj_armed", ["fama"]),
    "subject lent by a light verb": (LIGHT, "attaque", "subj", ["mali"]),
    "complement of the noun of a light verb": (LIGHT, "attaque", "contre", ["niger"]),
    "giver of a reversed light verb": (REVERSED, "soutien", "subj", ["russie"]),
    "receiver of a reversed light verb": (REVERSED, "soutien", "obj", ["mali"]),
    "subject of a copula": (COPULA, "allié", "subj", ["mali"]),
    "self of a copula": (COPULA, "allié", "self", ["mali"]),
    "complement of a noun with a copula": (COPULA, "allié", "de", ["russie"]),
    "self of an apposition": (APPOSITION, "allié", "self", ["mali"]),
    "complement of an apposition": (APPOSITION, "allié", "de", ["russie"]),
    "self of a title that opens the sentence": (OPENING_TITLE, "allié", "self", ["mali"]),
    "self of an adjective on its noun": (ADJECTIVE, "affilié", "self", ["jnim"]),
    "complement of an adjective": (ADJECTIVE, "affilié", "à", ["al-qaida"]),
    "self of a predicative adjective": (PREDICATIVE, "affilié", "self", ["jnim"]),
    "governor of a preposition": (PREPOSITION, "aux côtés de", "gov", ["wagner"]),
    "complement of a preposition": (PREPOSITION, "aux côtés de", "comp", ["mali"]),
}


@pytest.mark.parametrize("name", SLOTS)
def test_a_slot_holds_its_party(name: str, words: Wordlists) -> None:
    block, form, slot, expected = SLOTS[name]
    assert World.of(block, words).slot(form, slot) == expected


@pytest.mark.parametrize(
    ("block", "form", "kind", "construction"),
    [
        (EVENT_NOUN, "attaque", "noun", "event noun"),
        (LIGHT, "attaque", "noun", "light verb + noun"),
        (REVERSED, "soutien", "noun", "light verb + noun"),
        (LIGHT_VERB, "prête", "verb", "light verb, active"),
        (ADJECTIVE, "affilié", "adjective", "adjective"),
        (PREPOSITION, "aux côtés de", "preposition", "preposition"),
    ],
)
def test_a_frame_names_its_construction(block: str, form: str, kind: str, construction: str, words: Wordlists) -> None:
    frame = World.of(block, words).frames(form)[0]
    assert (frame.kind, frame.construction) == (kind, construction)


def test_a_light_verb_and_its_noun_are_one_lemma_with_the_complements_of_both(words: Wordlists) -> None:
    world = World.of(LIGHT_VERB, words)
    frame = world.frames("prête")[0]
    assert frame.lemma == "prêter main-forte"
    assert frame.noun == world.token("main-forte")
    assert (world.slot("prête", "subj"), world.slot("prête", "à")) == (["mali"], ["niger"])


def test_a_verb_of_saying_with_a_clause_announces_nothing(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | soutient soutenir VERB root 0 fin | que _ SCONJ mark 5 | Niger _ PROPN nsubj 5 @niger
    ment mentir VERB ccomp 2 fin
    """
    assert World.of(block, words).frames("soutient") == []


def test_the_same_verb_with_a_party_for_its_object_announces_something(words: Wordlists) -> None:
    block = "Mali _ PROPN nsubj 2 @mali | soutient soutenir VERB root 0 fin | Niger _ PROPN obj 2 @niger"
    (frame,) = World.of(block, words).frames("soutient")
    assert (frame.kind, frame.lemma, frame.passive) == ("verb", "soutenir", False)


def test_a_reflexive_verb_is_known_as_one(words: Wordlists) -> None:
    block = """
    JNIM _ PROPN nsubj 4 @jnim | s' se PRON expl:comp 4 | est être AUX aux:tense 4 | emparé emparer VERB root 0 past
    de de ADP case 6 | Gao _ PROPN obl:arg 4 @gao
    """
    world = World.of(block, words)
    (frame,) = world.frames("emparé")
    assert (frame.lemma, frame.reflexive) == ("emparer", True)
    assert (world.slot("emparé", "subj"), world.slot("emparé", "de")) == (["jnim"], ["gao"])


def test_the_adjectives_on_an_event_noun_are_known_by_their_lemmas(words: Wordlists) -> None:
    block = """
    soutien soutien NOUN root 0 | militaire militaire ADJ amod 1 | et _ CCONJ cc 4 | financier financier ADJ conj 2
    à à ADP case 6 | Niger _ PROPN nmod 1 @niger
    """
    (frame,) = World.of(block, words).frames("soutien")
    assert frame.adjectives == {"militaire", "financier"}


def test_all_members_of_coordinated_subjects_and_objects_fill_the_slots(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 4 @mali | et _ CCONJ cc 3 | Niger _ PROPN conj 1 @niger | attaquent attaquer VERB root 0 fin pl
    JNIM _ PROPN obj 4 @jnim | et _ CCONJ cc 7 | CSP-DPA _ PROPN conj 5 @csp-dpa
    """
    world = World.of(block, words)
    assert world.slot("attaquent", "subj") == ["mali", "niger"]
    assert world.slot("attaquent", "obj") == ["jnim", "csp-dpa"]


def test_places_behind_prepositions_of_place_gather_in_one_slot(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | attaque attaquer VERB root 0 fin | JNIM _ PROPN obj 2 @jnim | à à ADP case 5
    Gao _ PROPN obl:mod 2 @gao | avec avec ADP case 7 | Wagner _ PROPN obl:mod 2 @wagner
    """
    world = World.of(block, words)
    assert world.slot("attaque", "loc") == ["gao"]
    assert world.slot("attaque", "avec") == ["wagner"]


def test_an_unknown_noun_or_verb_announces_nothing(words: Wordlists) -> None:
    world = World.of("Mali _ PROPN nsubj 2 @mali | dort dormir VERB root 0 fin | table table NOUN obj 2", words)
    assert world.frames("dort") == world.frames("table") == world.frames("Mali") == []
