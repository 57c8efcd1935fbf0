"""Places without a name of their own: what is done to them, and which were spoken of before."""

from __future__ import annotations

import pytest
from text.build import World

from kg.text.wordlists import Wordlists


def labels(block: str, form: str, words: Wordlists) -> list[str]:
    """The labels of the parties at the last token with this form."""
    world = World.of(block, words)
    token = [t for t in world.text.tokens if t.text == form][-1]
    return [world.parties.entity(p.key).label for p in world.parties.at(token)]


TAKEN = "le le DET det 2 | M23 _ PROPN nsubj 3 @m23 m | prend prendre VERB root 0 fin"


def test_a_building_that_is_taken_is_a_place_of_the_document(words: Wordlists) -> None:
    assert labels(f"{TAKEN} | l' le DET det 5 Definite=Def | aéroport _ NOUN obj 3 sg", "aéroport", words) == [
        "aéroport"
    ]


def test_posts_that_are_taken_are_places_by_their_whole_phrase(words: Wordlists) -> None:
    block = f"{TAKEN} | dix dix NUM nummod 5 | bases base NOUN obj 3 pl | militaires militaire ADJ amod 5"
    assert labels(block, "bases", words) == ["dix bases militaires"]


def test_a_post_in_passing_is_no_place(words: Wordlists) -> None:
    block = """
    le le DET det 2 | M23 _ PROPN nsubj 3 @m23 m | dort dormir VERB root 0 fin | dans dans ADP case 6
    une un DET det 6 Definite=Ind | base base NOUN obl 3 sg
    """
    assert labels(block, "base", words) == []


def test_the_base_is_the_camp_that_was_named(words: Wordlists) -> None:
    block = f"""
    {TAKEN} | le le DET det 5 Definite=Def | camp camp NOUN obj 3 sg | de de ADP case 7 | Zouma _ PROPN nmod 5 name

    le le DET det 2 | M23 _ PROPN nsubj 3 @m23 m | pille piller VERB root 0 fin
    la le DET det 5 Definite=Def | base base NOUN obj 3 sg
    """
    assert labels(block, "base", words) == labels(block, "camp", words) == ["camp de Zouma"]


def test_the_base_with_no_camp_before_it_is_nowhere(words: Wordlists) -> None:
    assert labels(f"{TAKEN} | la le DET det 5 Definite=Def | base base NOUN obj 3 sg", "base", words) == []


@pytest.mark.parametrize("noun", ["région", "zone", "province"])
def test_a_bare_area_is_nowhere(noun: str, words: Wordlists) -> None:
    assert labels(f"{TAKEN} | la le DET det 5 Definite=Def | {noun} _ NOUN obj 3 sg", noun, words) == []


def test_a_convoy_stands_for_its_owner_and_for_itself_without_one(words: Wordlists) -> None:
    struck = "le le DET det 2 | M23 _ PROPN nsubj 3 @m23 m | attaque attaquer VERB root 0 fin | un un DET det 5"
    owned = f"{struck} | convoi convoi NOUN obj 3 sg | de de ADP case 8 | l' le DET det 8 | ONU _ PROPN nmod 5 @onu"
    assert labels(owned, "convoi", words) == labels(owned, "ONU", words)
    civil = f"{struck} | convoi convoi NOUN obj 3 sg | de de ADP case 7 | camions-citernes _ NOUN nmod 5 pl"
    assert labels(civil, "convoi", words) == ["convoi de camions-citernes"]


def test_two_posts_of_a_kind_are_two_places(words: Wordlists) -> None:
    block = """
    le le DET det 2 | M23 _ PROPN nsubj 3 @m23 m | prend prendre VERB root 0 fin | un un DET det 5
    poste poste NOUN obj 3 sg | de de ADP case 7 | police police NOUN nmod 5 sg | et et CCONJ cc 10 | un un DET det 10
    poste poste NOUN conj 5 sg | de de ADP case 12 | douane douane NOUN nmod 10 sg
    """
    assert labels(block, "poste", words) == ["poste de douane"]
