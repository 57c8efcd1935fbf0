"""Forms of French verbs in the third person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.conjugation import forms, is_conditional, participles
from kg.text.wordlists import Wordlists

TABLE = {
    "attaquer": "attaque attaquent attaquait attaqueront attaqua attaquèrent attaqué attaquées attaquant",
    "lancer": "lance lançait lançant lança lancèrent lancé lancera",
    "engager": "engage engageait engageant engagea engagèrent engagé",
    "mener": "mène mènent menait mènera mèneraient mené",
    "céder": "cède cèdent cédait cédera cédé",
    "appeler": "appelle appellent appelait appellera appelé",
    "rejeter": "rejette rejettent rejetait rejettera rejeté",
    "appuyer": "appuie appuient appuyait appuiera appuyé",
    "verser": "verse versent versait verseront versé",
    "envahir": "envahit envahissent envahissait envahira envahi envahissant",
    "soutenir": "soutient soutiennent soutenait soutiendra soutint soutinrent soutenu",
    "reprendre": "reprend reprennent reprenait reprendra reprit reprirent repris reprise reprises",
    "combattre": "combat combattent combattait combattra combattit combattirent combattu",
    "perdre": "perd perdent perdait perdra perdit perdirent perdu",
    "détruire": "détruit détruisent détruisait détruira détruisirent détruite",
    "conquérir": "conquiert conquièrent conquérait conquerra conquit conquis",
    "rompre": "rompt rompent rompait rompra rompit rompu",
    "abattre": "abat abattent abattu abattues",
    "offrir": "offre offrent offrait offrira offrit offert offerte",
    "mettre": "met mettent mettait mettra mit mirent mis mise",
    "poursuivre": "poursuit poursuivent poursuivait poursuivra poursuivi",
    "recevoir": "reçoit reçoivent recevait recevra reçut reçurent reçu",
    "fournir": "fournit fournissent fournissait fournira fourni",
    "pouvoir": "peut peuvent pouvait pourra put purent pu",
    "aller": "va vont allait ira alla allèrent allé",
    "contraindre": "contraint contraignent contraignait contraindra contraignit",
    "vaincre": "vainc vainquent vainquait vaincra vainquit vaincu",
}


@pytest.mark.parametrize("lemma", TABLE)
def test_the_forms_of_the_table_are_known(lemma: str) -> None:
    assert set(TABLE[lemma].split()) - forms(lemma) == set()


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("mener", "mene"),
        ("verser", "vèrse"),
        ("lancer", "lancait"),
        ("envahir", "envahent"),
        ("soutenir", "soutenent"),
        ("reprendre", "repriss"),
        ("attaquer", "attaquez"),
    ],
)
def test_forms_that_do_not_exist_or_are_no_third_person_are_not_made_up(lemma: str, form: str) -> None:
    assert form not in forms(lemma)


def test_what_is_no_infinitive_has_no_forms() -> None:
    assert forms("attaque") == forms("") == participles("attaque") == frozenset()


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("accuser", "accusé accusée accusés accusées"),
        ("prendre", "pris prise prises"),
        ("soutenir", "soutenu soutenue soutenus soutenues"),
        ("offrir", "offert offerte offerts offertes"),
    ],
)
def test_a_past_participle_has_its_genders_and_numbers(lemma: str, expected: str) -> None:
    assert participles(lemma) == set(expected.split())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("aurait", "avoir"),
        ("seraient", "être"),
        ("livrerait", "livrer"),
        ("mèneraient", "mener"),
        ("soutiendrait", "soutenir"),
        ("pourrait", "pouvoir"),
        ("fournirait", "fournir"),
    ],
)
def test_the_conditional_is_recognised(form: str, lemma: str) -> None:
    assert is_conditional(form, lemma)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("livrait", "livrer"), ("tirait", "tirer"), ("retirait", "retirer"), ("livrera", "livrer"), ("avait", "avoir")],
)
def test_an_imperfect_or_future_is_no_conditional(form: str, lemma: str) -> None:
    assert not is_conditional(form, lemma)


def test_every_verb_of_the_lexicon_has_its_own_infinitive_and_a_participle(words: Wordlists) -> None:
    verbs = {lemma.removeprefix("se ").removeprefix("s'").split()[0] for lemma in words.lemmas("verb")}
    assert len(verbs) > 150
    assert [v for v in sorted(verbs) if v not in forms(v) or not participles(v) <= forms(v)] == []


@given(st.text(alphabet="abcdeéèirtuyzoçg", max_size=12))
def test_any_word_gives_forms_without_crash_and_the_same_twice(word: str) -> None:
    assert forms(word) == forms(word)
    assert participles(word) <= forms(word)
