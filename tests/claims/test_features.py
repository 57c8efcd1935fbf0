"""The table of features: what speaks for one party, what against it, and what each gives."""

import pytest
from claim_builders import VOCABULARY

from kg.claims.features import FEATURES, QUALIFIERS, SAME, UNSURE, Match, Setting
from kg.claims.matching import Matcher

MATCHER = Matcher(VOCABULARY)


def compare(one: str, other: str, type_: str = "ArmedGroup", setting: Setting | None = None) -> Match:
    return MATCHER.compare_names(one, type_, other, type_, setting or Setting())


def test_the_table_is_sorted_and_every_feature_says_what_it_is() -> None:
    weights = [feature.weight for feature in FEATURES]
    assert weights == sorted(weights, reverse=True)
    functions = [feature.value for feature in FEATURES] + [qualifier.value for qualifier in QUALIFIERS]
    assert all(function.__doc__ and len(function.__doc__) > 20 for function in functions)
    assert len({function.__name__ for function in functions}) == len(functions) >= 25


@pytest.mark.parametrize(
    ("one", "other", "type_", "reason"),
    [
        ("Tinzaouaten", "Tin Zaouatine", "Place", "near sound"),
        ("Ansarul Islam", "mouvement Ansaroul Islam", "ArmedGroup", "same sound"),
        ("Front populaire de libération", "Popular Liberation Front", "ArmedGroup", "same words in another language"),
        ("CSP-DPA", "CSP-PDA", "ArmedGroup", "letters swapped"),
        ("Goïta Assimi", "Assimi Goïta", "Person", "same words in another order"),
        ("A. Goïta", "Assimi Goïta", "Person", "initials of given names"),
        ("Mohamed Ould Ghazouani", "Mohamed Ould Cheikh El Ghazouani", "Person", "parts left out"),
        ("MNLA", "Mouvement national de libération de l'Azawad", "ArmedGroup", "initials of full name"),
    ],
)
def test_the_same_party_is_found_and_the_reason_named(one: str, other: str, type_: str, reason: str) -> None:
    match = compare(one, other, type_)
    assert (match.answer, match.reasons[0][0]) == ("same", reason)


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("MAA-Plateforme", "MAA-CMA", "ArmedGroup"),
        ("anti-balaka (aile Mokom)", "anti-balaka (aile Ngaïssona)", "Militia"),
        ("Front de libération de Ménaka", "Front de libération de Kidal", "ArmedGroup"),
        ("Coordination des mouvements de l'Azawad", "Mouvement national de libération de l'Azawad", "ArmedGroup"),
        ("Déby père", "Déby fils", "Person"),
        ("Idriss Déby", "Mahamat Idriss Déby", "Person"),
        ("Mme Diallo", "M. Diallo", "Person"),
        ("République du Congo", "République démocratique du Congo", "State"),
        ("Niger", "Nigeria", "State"),
        ("Guinée", "Guinée-Bissau", "State"),
        ("Guinée équatoriale", "Guinée-Bissau", "State"),
        ("Guinée", "Guinée équatoriale", "State"),
        ("Soudan", "Soudan du Sud", "State"),
        ("Nord-Kivu", "Sud-Kivu", "Place"),
        ("1re brigade", "2e brigade", "ArmedForces"),
        ("M23", "M27", "ArmedGroup"),
        ("Mouvement du 23 mars", "Mouvement du 27 mars", "ArmedGroup"),
        ("région de Kidal", "Kidal", "Place"),
        ("FLA", "FAL", "ArmedGroup"),
    ],
)
def test_different_parties_are_never_taken_for_one(one: str, other: str, type_: str) -> None:
    assert compare(one, other, type_).answer != "same"


def test_classes_that_no_guess_confuses_are_different() -> None:
    match = MATCHER.compare_names("Wagner", "PrivateMilitaryCompany", "Wagner", "Person", Setting())
    assert (match.answer, match.reasons) == ("different", (("classes differ", -1.0),))


def test_there_are_four_answers() -> None:
    assert compare("Wagner", "Les Musiciens").answer == "not judged"
    assert compare("M23", "M27").answer in {"different", "not judged"}
    assert compare("1re brigade", "1re Brigade").answer == "same"
    assert compare("Diallo", "Moussa Diallo", "Person").answer == "unsure"


SURNAME = ("Diallo", "Moussa Diallo", "Person")


@pytest.mark.parametrize(
    ("setting", "answer"),
    [
        (Setting(), "unsure"),
        (Setting(company=1), "same"),
        (Setting(titles_shared=True), "same"),
        (Setting(countries_shared=True), "same"),
        (Setting(bearers=2, company=2, countries_shared=True), "unsure"),
        (Setting(bearers=2), "different"),
        (Setting(company=2, one_claim=True), "different"),
    ],
)
def test_a_surname_needs_support_and_two_bearers_take_it_away(setting: Setting, answer: str) -> None:
    assert compare(*SURNAME, setting=setting).answer == answer


def test_places_of_one_name_in_two_countries_are_a_question() -> None:
    assert compare("Kori", "Kori", "Place", Setting(countries_apart=True)).answer == "unsure"
    assert compare("Front du Kori", "Front du Kori", setting=Setting(countries_apart=True)).answer == "same"


def test_a_score_is_the_best_feature_with_all_that_qualifies_it() -> None:
    match = compare(*SURNAME, setting=Setting(company=2, one_text=True))
    assert match.reasons == (
        ("surname of", 0.7),
        ("shared company", 0.1),
        ("only bearer", 0.1),
        ("in one text", -0.1),
    )
    assert match.score == pytest.approx(sum(given for _, given in match.reasons))
    assert str(match) == "0.80: surname of +0.70, shared company +0.10, only bearer +0.10, in one text -0.10"
    assert UNSURE < match.score < SAME
