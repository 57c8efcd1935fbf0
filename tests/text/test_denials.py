"""Claims about claims: who denies which of the statements made before."""

from __future__ import annotations

from dataclasses import replace

from text.build import World

from kg.text.denials import DenialFinder, Statement
from kg.text.wordlists import Wordlists

ACCUSED = """
Mali _ PROPN nsubj 2 @mali | accuse accuser VERB root 0 fin | Ukraine _ PROPN obj 2 @ukraine | de de ADP mark 5
soutenir _ VERB xcomp 2 inf | JNIM _ PROPN obj 5 @jnim
"""
REJECTS = """
# paragraph={}
Ukraine _ PROPN nsubj 2 @ukraine | rejette rejeter VERB root 0 fin | ces ce DET det 4
accusations accusation NOUN obj 2
"""
FALSE = """
# paragraph=1
ces ce DET det 2 | accusations accusation NOUN nsubj 4 | sont être AUX cop 4 fin | fausses faux ADJ root 0

# tag=-1 paragraph=1
affirme affirmer VERB root 0 fin | Ukraine _ PROPN nsubj 1 @ukraine
"""


def said(world: World, *, speaker: str | None = "mali", firm: bool = False, positive: bool = True) -> Statement:
    """« L'Ukraine soutient le JNIM »."""
    return Statement(
        index=0,
        predicate=world.token("soutenir"),
        subject="ukraine",
        object="jnim",
        speaker=speaker,
        firm=firm,
        positive=positive,
    )


def denials(world: World, *statements: Statement) -> list[tuple[int, str, str]]:
    """Index, denier and word of each denial."""
    found = DenialFinder(world.text, world.parties, world.speakers, world.words).find(statements)
    return [(d.index, d.denier.key, d.verb.text) for d in found]


def test_a_party_rejects_the_accusations_of_the_paragraph_before(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}", words)
    assert denials(world, said(world)) == [(0, "ukraine", "rejette")]


def test_who_rejects_these_accusations_means_what_they_were_accused_of_some_paragraphs_before(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(3)}", words)
    assert denials(world, said(world)) == [(0, "ukraine", "rejette")]


def test_a_denial_does_not_reach_further_back_nor_what_others_were_accused_of(words: Wordlists) -> None:
    far = World.of(f"{ACCUSED}\n{REJECTS.format(5)}", words)
    assert denials(far, said(far)) == []
    world = World.of(f"{ACCUSED}\n{REJECTS.format(2)}", words)
    assert denials(world, replace(said(world), subject="jnim", object="mali")) == []


def test_a_denial_does_not_reach_what_comes_after_it(words: Wordlists) -> None:
    world = World.of(f"{REJECTS.format(0)}\n{ACCUSED}", words)
    assert denials(world, said(world)) == []


def test_nobody_denies_their_own_words(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}", words)
    assert denials(world, said(world, speaker="ukraine")) == []


def test_what_the_author_says_firmly_is_not_denied_but_what_is_alleged_is(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}", words)
    assert denials(world, said(world, speaker=None, firm=True)) == []
    assert denials(world, said(world, speaker=None, firm=False)) == [(0, "ukraine", "rejette")]


def test_a_negative_statement_is_not_denied_again(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}", words)
    assert denials(world, said(world, positive=False)) == []


def test_a_denial_without_statements_denies_nothing(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}", words)
    assert denials(world) == []


def test_the_statements_that_concern_the_denier_are_meant(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}", words)
    other = Statement(
        index=1,
        predicate=world.token("accuse"),
        subject="mali",
        object="jnim",
        speaker="mali",
        firm=False,
        positive=True,
    )
    assert denials(world, said(world), other) == [(0, "ukraine", "rejette")]


def test_who_says_that_the_accusations_are_false_denies_them(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{FALSE}", words)
    assert denials(world, said(world)) == [(0, "ukraine", "fausses")]


def test_the_author_who_calls_accusations_false_is_no_denier(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{FALSE.split('# tag')[0]}", words)
    assert denials(world, said(world)) == []


def test_what_a_party_denies_in_a_relative_clause_is_what_stands_before_it(words: Wordlists) -> None:
    block = """
    accusations accusation NOUN root 0 | du de ADP case 3 | Mali _ PROPN nmod 1 @mali | de de ADP case 5
    soutien soutien NOUN nmod 1 | au à ADP case 7 | JNIM _ PROPN nmod 5 @jnim | que _ PRON obj 10
    Ukraine _ PROPN nsubj 10 @ukraine | dément démentir VERB acl:relcl 1 fin
    """
    world = World.of(block, words)
    support = Statement(
        index=0,
        predicate=world.token("soutien"),
        subject="ukraine",
        object="jnim",
        speaker="mali",
        firm=False,
        positive=True,
    )
    assert denials(world, support) == [(0, "ukraine", "dément")]


def test_a_verb_of_denial_with_content_of_its_own_denies_nothing_before(words: Wordlists) -> None:
    block = """
    # paragraph=1
    Ukraine _ PROPN nsubj 2 @ukraine | dément démentir VERB root 0 fin | avancer _ VERB xcomp 2 inf
    """
    world = World.of(f"{ACCUSED}\n{block}", words)
    assert denials(world, said(world)) == []


def test_who_does_not_deny_denies_nothing(words: Wordlists) -> None:
    world = World.of(f"{ACCUSED}\n{REJECTS.format(1)}ne _ ADV advmod 2 | pas _ ADV advmod 2", words)
    assert denials(world, said(world)) == []
