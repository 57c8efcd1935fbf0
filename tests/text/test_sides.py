"""For whom « nous » stands: the side of who speaks."""

from __future__ import annotations

from text.build import World

from kg.text.sides import find_sides
from kg.text.wordlists import Wordlists


def sides(block: str, words: Wordlists) -> dict[int, str]:
    world = World.of(block, words)
    return dict(find_sides(world.text, world.parties, world.speakers, words).quotes)


QUOTED = 'nous _ PRON nsubj 2 "7 | avançons avancer VERB root 0 fin "7\n\n# tag=-1\n{}'


def test_a_party_that_speaks_is_its_own_side(words: Wordlists) -> None:
    assert sides(QUOTED.format("affirme affirmer VERB root 0 fin | JNIM _ PROPN nsubj 1 @jnim"), words) == {7: "jnim"}


def test_a_person_speaks_for_the_party_of_the_title(words: Wordlists) -> None:
    clause = """affirme affirmer VERB root 0 fin | Goïta _ PROPN nsubj 1 @assimi-goita | , _ PUNCT punct 4
    chef chef NOUN appos 2 | du de ADP case 6 | CSP-DPA _ PROPN nmod 4 @csp-dpa"""
    assert sides(QUOTED.format(clause), words) == {7: "csp-dpa"}


def test_a_person_without_a_title_has_no_side(words: Wordlists) -> None:
    clause = "affirme affirmer VERB root 0 fin | Almou _ PROPN nsubj 1 name"
    assert sides(QUOTED.format(clause), words) == {}


def test_a_person_whose_office_is_known_speaks_for_what_they_head(words: Wordlists) -> None:
    clause = "affirme affirmer VERB root 0 fin | Haftar _ PROPN nsubj 1 @khalifa-haftar"
    assert sides(QUOTED.format(clause), words) == {7: "armee-nationale-libyenne"}


def test_a_title_with_a_demonym_is_on_the_side_of_the_state(words: Wordlists) -> None:
    clause = """affirme affirmer VERB root 0 fin | Goïta _ PROPN nsubj 1 @assimi-goita | , _ PUNCT punct 4
    président président NOUN appos 2 | malien malien ADJ amod 4"""
    assert sides(QUOTED.format(clause), words) == {7: "mali"}


def test_a_title_of_a_place_gives_no_side(words: Wordlists) -> None:
    clause = """affirme affirmer VERB root 0 fin | Almou _ PROPN nsubj 1 name | , _ PUNCT punct 4
    chef chef NOUN appos 2 | de de ADP case 6 | Gao _ PROPN nmod 4 @gao"""
    assert sides(QUOTED.format(clause), words) == {}


def test_words_outside_quotations_have_no_side(words: Wordlists) -> None:
    block = "nous _ PRON nsubj 2 | avançons avancer VERB root 0 fin\n\n# tag=-1\naffirme affirmer VERB root 0 fin"
    assert sides(f"{block} | JNIM _ PROPN nsubj 1 @jnim", words) == {}
