"""The cost of resolution grows with the names, not with their pairs: counted, not timed."""

import random

import pytest
from benchmark_resolution import corpus
from claim_builders import SHIPPED, VOCABULARY, claim, entity

from kg.claims.blocking import SMALL_BLOCK, WINDOW, find_candidates, keys
from kg.claims.resolution import resolve_parties
from kg.claims.spelled import Sort, Speller

SPELLER = Speller(SHIPPED.name_words)


def met(one: str, other: str, sort: Sort) -> bool:
    names = [SPELLER.name(one, sort), SPELLER.name(other, sort)]
    return bool(find_candidates(names, [0, 1], lambda a, b: True))


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("Tinzaouaten", "Tin Zaouatine", "place"),
        ("Front de libération", "Liberation Front", "body"),
        ("Goïta Assimi", "Assimi Goïta", "person"),
        ("A. Goïta", "Assimi Goïta", "person"),
        ("Diallo", "Moussa Diallo", "person"),
        ("CSP-DPA", "CSP-PDA", "body"),
        ("MNLA", "Mouvement national de libération de l'Azawad", "body"),
        ("Taoudéni", "Taoudenit", "place"),
        ("Mohamed Ghazouani", "Mohamed Ould Cheikh Ghazouani", "person"),
        ("Cadre stratégique permanent", "Cadre stratégique permanent pour la paix", "body"),
    ],
)
def test_names_that_a_feature_finds_alike_meet_in_a_block(one: str, other: str, sort: Sort) -> None:
    assert met(one, other, sort)


@pytest.mark.parametrize(("one", "other"), [("Moussa Diallo", "Oumar Diallo"), ("Ali Touré", "Zeid Koné")])
def test_whole_names_do_not_meet_for_a_surname(one: str, other: str) -> None:
    assert not met(one, other, "person")


def test_a_block_of_many_is_compared_by_neighbours_only() -> None:
    count = 40 * SMALL_BLOCK
    names = [SPELLER.name("Diallo", "person")] * count
    assert len(find_candidates(names, range(count), lambda a, b: True)) <= WINDOW * count


def test_the_same_bearer_is_not_compared_with_itself() -> None:
    name = SPELLER.name("Kidal", "place")
    assert find_candidates([name, name], [3, 3], lambda a, b: True) == []


def test_comparisons_grow_about_as_the_mentions_do() -> None:
    counts = [resolve_parties(corpus(mentions), VOCABULARY).compared for mentions in (1_000, 4_000)]
    assert counts[0] > 300
    assert counts[1] <= 1.5 * 4 * counts[0]


def test_a_corpus_of_namesakes_does_not_cost_the_square() -> None:
    rng = random.Random(3)
    given = ["".join(rng.choice("bdfgklmnrst") + rng.choice("aiou") for _ in range(4)).capitalize() for _ in range(600)]
    claims = [
        claim(f"d{i}", entity(f"{g} Diallo", type_="Person"), entity("Diallo", type_="Person", id_="x"))
        for i, g in enumerate(given)
    ]
    assert resolve_parties(claims, VOCABULARY).compared < 60 * len(given)


def test_long_and_odd_names_have_few_keys() -> None:
    assert len(keys(SPELLER.name("Front " + "de la " * 200 + "Paix", "body"))) < 300
    assert keys(SPELLER.name("«»", "body")) != ()
