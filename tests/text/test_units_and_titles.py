"""Parts of forces, counterparts, and names with a noun, a comma, a slash or an article in them."""

from __future__ import annotations

import pytest

from kg.names import fold
from kg.records import Document, Entity
from kg.text.reader import Reader


def read(sentence: str, reader: Reader) -> set[tuple[str, str, str]]:
    """The claims of a sentence as (subject, relation, object), by their labels."""
    document = Document(id="own", path="own.txt", text=sentence, body=(0, len(sentence)), digest="")
    return {
        (fold(c.subject.label), c.relation, fold(c.object.label))
        for c in reader.read(document)
        if isinstance(c.object, Entity)
    }


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "La 41e brigade de l'armée ukrainienne a repris Robotyne.",
            ("41e brigade de l'armée ukrainienne", "memberOf", "armée ukrainienne"),
        ),
        (
            "Le 3e corps de l'armée ukrainienne a repris Robotyne.",
            ("3e corps de l'armée ukrainienne", "captures", "Robotyné"),
        ),
        ("Azov, unité de l'armée ukrainienne, a repris Robotyne.", ("Azov", "memberOf", "armée ukrainienne")),
        ("Une brigade de l'armée ukrainienne a repris Robotyne.", ("armée ukrainienne", "captures", "Robotyné")),
        ("Une faction du FPRC a attaqué Birao.", ("faction du FPRC", "affiliatedWith", "FPRC")),
        (
            "Le président angolais João Lourenço a reçu son homologue congolais, Félix Tshisekedi.",
            ("Félix Tshisekedi", "leads", "République démocratique du Congo"),
        ),
        (
            "Le ministre turc Yasar Guler a reçu son homologue syrien, Mourhaf Abou Qasra.",
            ("Mourhaf Abou Qasra", "memberOf", "Syrie"),
        ),
        ("Des instructeurs de Wagner forment l'armée malienne.", ("Wagner", "trains", "FAMa")),
        ("Des instructeurs émiratis forment l'armée éthiopienne.", ("instructeurs émiratis", "trains", "ENDF")),
        ("L'AFC/M23 a pris Uvira.", ("M23", "captures", "Uvira")),
        ("Un Su-24 de l'armée malienne a bombardé Tinzaouatène.", ("FAMa", "attacks", "Tinzaouatène")),
        ("L'Élysée a rompu avec Niamey.", ("Élysée", "breaksWith", "Niger")),
        ("Les Européens ont sanctionné la Russie.", ("Européens", "sanctions", "Russie")),
        (
            "Le groupe Retour, réclamation et réhabilitation (3R) a attaqué les soldats centrafricains.",
            ("3R", "attacks", "FACA"),
        ),
        (
            "Le porte-parole des forces de défense du Sud, Oleg Marenko, a démenti.",
            ("Oleg Marenko", "speaksFor", "forces de défense du Sud"),
        ),
    ],
)
def test_who_is_meant(sentence: str, claim: tuple[str, str, str], reader: Reader) -> None:
    subject, relation, object_ = claim
    assert (fold(subject), relation, fold(object_)) in read(sentence, reader)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le corps de l'otage a été retrouvé à Gao.",
        "Le président malien a reçu son homologue, et Paul Kagame a protesté.",
        "Les branches rivales d'Al-Qaïda et de l'État islamique progressent.",
    ],
)
def test_nobody_is_meant(sentence: str, reader: Reader) -> None:
    assert not read(sentence, reader)


def test_a_place_at_the_end_of_a_name_is_no_place(reader: Reader) -> None:
    found = read("Le groupe 3R, commandé par Sembé Bobo, a attaqué Birao.", reader)
    assert {subject for subject, _, _ in found if "bobo" in subject} <= {fold("Sembé Bobo")}


def test_a_list_is_no_name(reader: Reader) -> None:
    assert not any("ali ben" in s for s, _, _ in read("Selon Ali, Ben Omar a attaqué Birao.", reader))


def test_a_person_behind_the_unit_that_is_commanded_is_the_commander(reader: Reader) -> None:
    sentence = "L'armée a tué le commandant de la branche armée du mouvement Hamas, Omar Saleh."
    found = read(sentence, reader)
    assert (fold("Omar Saleh"), "leads", fold("branche armée du mouvement Hamas")) in found
    assert not any(r == "affiliatedWith" and s == fold("Omar Saleh") for s, r, _ in found)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Le général Omar Saleh, chef du régime issu du coup d'État de juillet 2023, a accusé la France.",
            ("Omar Saleh", "leads", "régime issu du coup d'État de juillet 2023"),
        ),
        ("Le JNIM a attaqué une patrouille de la Minusca.", ("JNIM", "attacks", "MINUSCA")),
        ("Des éléments armés soudanais ont attaqué Birao.", ("éléments armés soudanais", "attacks", "Birao")),
        ("Deux éléments de l'armée malienne ont attaqué Boni.", ("FAMa", "attacks", "Boni")),
        ("Des dozos de Boni ont tué des éleveurs peuls.", ("dozos de Boni", "attacks", "éleveurs peuls")),
        (
            "Le JNIM a attaqué les hommes du général Omar Saleh, chef de la 444e brigade.",
            ("JNIM", "attacks", "hommes du général Omar Saleh"),
        ),
    ],
)
def test_a_name_goes_as_far_as_its_words(sentence: str, claim: tuple[str, str, str], reader: Reader) -> None:
    subject, relation, object_ = claim
    assert (fold(subject), relation, fold(object_)) in read(sentence, reader)


def test_a_council_of_national_security_is_not_that_of_the_un(reader: Reader) -> None:
    found = read("Omar Saleh, porte-parole du Conseil de sécurité nationale, a condamné le Hamas.", reader)
    assert not any("onu" in o for _, _, o in found)
