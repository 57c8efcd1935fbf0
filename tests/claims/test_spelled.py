"""A name is taken apart into what carries weight and what may be left out."""

import pytest
from claim_builders import SHIPPED

from kg.claims.spelled import Name, Sort, Speller

SPELLER = Speller(SHIPPED.name_words)


def name(text: str, sort: Sort = "body") -> Name:
    return SPELLER.name(text, sort)


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("le groupe armé Jabhat Tahrir", "body", ("jabhat", "tahrir")),
        ("la katiba Hanifa", "body", ("hanifa",)),
        ("Nur al-Fajr Brigade", "body", ("nur", "fajr")),
        ("mouvement de libération", "body", ("mouvement", "liberation")),
        ("brigade blindée", "body", ("brigade", "blindee")),
        ("Brigade 444", "body", ("brigade", "444")),
        ("la ville de Gao", "place", ("gao",)),
        ("région de Kidal", "place", ("region", "kidal")),
        ("le lieutenant-colonel Amadou Sissoko", "person", ("amadou", "sissoko")),
        ("chef de l'État Félix Tshisekedi", "person", ("felix", "tshisekedi")),
        ("Iyad ag Ghali", "person", ("iyad", "ghali")),
        ("M. Diallo", "person", ("diallo",)),
        ("J.-P. Bemba", "person", ("j", "p", "bemba")),
        ("Muhammad Bazum", "person", ("mohamed", "bazum")),
    ],
)
def test_titles_articles_and_kinds_are_not_among_the_words(text: str, sort: Sort, words: tuple[str, ...]) -> None:
    assert name(text, sort).words == words


@pytest.mark.parametrize("text", ["1re brigade", "Première brigade", "1ere brigade", "Ire brigade"])
def test_a_number_is_the_same_in_words_digits_and_roman_digits(text: str) -> None:
    assert name(text).words == ("1", "brigade")
    assert name(text).numbers == {"1"}


def test_an_article_is_no_roman_number() -> None:
    assert name("Le Front du Nord").words == name("Front du Nord").words
    assert name("Le Front du Nord").numbers == frozenset()
    assert name("XIIe corps").numbers == {"12"}
    assert name("Abdallah II", "person").numbers == {"2"}


def test_what_tells_parties_apart_is_noted() -> None:
    assert name("Soudan du Sud").directions == {"south"}
    assert name("Déby père", "person").generation == "elder"
    assert (name("Mme Diallo", "person").sex, name("M. Diallo", "person").sex) == ("f", "m")
    assert name("M23").numbers == {"23"}


def test_initials_may_take_small_words_or_not() -> None:
    initials = name("Communauté économique des États de l'Afrique de l'Ouest").initials
    assert {"CEDEAO", "CEEAO"} <= initials
    assert name("Kidal", "place").initials == frozenset()


def test_dots_do_not_make_another_acronym() -> None:
    assert name("F.A.M.A.").acronym == name("FAMa").acronym == "FAMA"


@pytest.mark.parametrize(
    ("text", "sort", "proper"),
    [
        ("général Diallo", "person", True),
        ("le colonel", "person", False),
        ("brigade Nour al-Fajr", "body", True),
        ("groupe de Kidal", "body", False),
        ("forces de Khalifa Haftar", "body", False),
        ("les séparatistes", "body", False),
        ("l'Armée du Nord", "body", True),
        ("anti-balaka", "body", False),
    ],
)
def test_a_proper_name_begins_with_a_capital_behind_titles_and_kinds(text: str, sort: Sort, proper: bool) -> None:
    assert SPELLER.is_proper(text, sort) is proper


def test_a_name_of_many_small_words_does_not_explode() -> None:
    assert len(name("Front " + "de la " * 40 + "Paix pour tous").initials) <= 64
