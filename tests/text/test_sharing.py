"""Shared objects, lists of the accused, names that an acronym spells out, and what an apposition says of its host."""

from __future__ import annotations

import pytest

from kg.names import fold
from kg.records import Document, Entity
from kg.text.reader import Reader


def read(sentence: str, reader: Reader) -> set[tuple[str, str, str]]:
    """The claims of a sentence as (subject, relation, object), by their folded labels."""
    document = Document(id="own", path="own.txt", text=sentence, body=(0, len(sentence)), digest="")
    return {
        (fold(c.subject.label), c.relation, fold(c.object.label))
        for c in reader.read(document)
        if isinstance(c.object, Entity)
    }


def among(claim: tuple[str, str, str], sentence: str, reader: Reader) -> bool:
    """Whether the reader finds this claim, whatever the spelling of its labels."""
    return (fold(claim[0]), claim[1], fold(claim[2])) in read(sentence, reader)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "Le Ghana a accusé le Togo, le Bénin et le Niger de soutenir et de financer le M23.",
            [(who, does, "M23") for who in ("Togo", "Bénin", "Niger") for does in ("supports", "finances")],
        ),
        (
            "Le Ghana accuse le Togo d'héberger à Lomé et d'entraîner des combattants du M23.",
            [("Togo", "shelters", "M23"), ("Togo", "trains", "M23")],
        ),
        (
            "Le Ghana accuse le Togo d'avoir armé puis d'avoir financé le M23.",
            [("Togo", "supplies", "M23"), ("Togo", "finances", "M23")],
        ),
        ("L'accord signé par le M23 et le JNIM prévoit une trêve.", [("M23", "agreesWith", "JNIM")]),
    ],
)
def test_all_pairs_of_a_coordination_are_kept(
    sentence: str, claims: list[tuple[str, str, str]], reader: Reader
) -> None:
    assert [c for c in claims if not among(c, sentence, reader)] == []


def test_a_verb_that_needs_no_object_shares_none_across_a_place(reader: Reader) -> None:
    found = read("Le Ghana accuse le JNIM de combattre à Lomé et de soutenir le M23.", reader)
    assert (fold("JNIM"), "fights", fold("M23")) not in found


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Ali Diallo préside depuis 2023 le Front patriotique pour la dignité (FPD).",
            ("Ali Diallo", "leads", "Front patriotique pour la dignité"),
        ),
        (
            "Les hommes du Mouvement pour l'honneur et la dignité du Sud (MHDS) ont attaqué Goma.",
            ("Mouvement pour l'honneur et la dignité du Sud", "attacks", "Goma"),
        ),
        (
            "Le Volta Gold and Timber Trust (VGTT) finance le M23.",
            ("Volta Gold and Timber Trust", "finances", "M23"),
        ),
        ("Le général Paulin Yakutumba commande les Dozos.", ("Paulin Yakutumba", "leads", "Dozos")),
    ],
)
def test_a_name_is_read_as_far_as_it_goes(sentence: str, claim: tuple[str, str, str], reader: Reader) -> None:
    assert among(claim, sentence, reader)


def test_two_names_with_a_bracket_behind_them_stay_two(reader: Reader) -> None:
    found = read("Le Mali et le Niger (AES) soutiennent le M23.", reader)
    assert (fold("Mali"), "supports", fold("M23")) in found


def test_who_commands_a_unit_of_an_army_does_not_lead_the_army(reader: Reader) -> None:
    sentence = "Le 87e bataillon, unité de l'armée ukrainienne que commande le général Ivan Petrov, a repris Robotyne."
    found = read(sentence, reader)
    assert among(("Ivan Petrov", "leads", "87e bataillon"), sentence, reader)
    assert not any(relation == "leads" and "armee" in object_ for _, relation, object_ in found)


def test_the_president_of_nobody_known_does_not_lead_the_state(reader: Reader) -> None:
    text = "Le Mali a attaqué Kidal. Le Mali tient Gao. Réunis autour d'Ali Diallo, leur président, ils prient."
    assert not among(("Ali Diallo", "leads", "Mali"), text, reader)
