"""Who is private: nobody with an office, a title or a public profession, and nobody who serves a party."""

from dataclasses import replace

import pytest
from claim_builders import SHIPPED, claim, document, entity

from kg.claims.privacy import UNKNOWN_ROLE, find_private
from kg.claims.resolution import resolve

FRONT = entity("Front du Désert")
AWA = entity("Awa Keïta", type_="Person")
VOCABULARY = replace(SHIPPED, judgements=())
SERVES = sorted(r.name for r in SHIPPED.relations.values() if r.serves)


def role(text: str, *more: str, person: str = "Awa Keïta") -> str | None:
    """What she is shown as; None where she is shown by name."""
    ties = [claim("a", AWA, FRONT, relation=name, at=60) for name in more]
    said = claim("a", FRONT, entity("Armée du Nord"), speaker=entity(person, type_="Person"))
    found = find_private(resolve([said, *ties], VOCABULARY), [document("a", text)], VOCABULARY)
    return found[0].role if found else None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Awa Keïta, commerçante à Gao, accuse le front.", "commerçante"),
        ("Une habitante, Awa Keïta, dit avoir fui.", "habitante"),
        ("Les hommes ont tué Awa Keïta hier.", UNKNOWN_ROLE),
        ("Awa Keïta, qui a vu le général fuir, accuse.", UNKNOWN_ROLE),
        ("Le général a salué Awa Keïta.", UNKNOWN_ROLE),
        ("Awa Keïta parle. Le ministre se tait.", UNKNOWN_ROLE),
        ("Le porte-parole de l'armée du Nord, Awa Keïta, a démenti.", None),
        ("Le chercheur malien Awa Keïta l'affirme.", None),
        ("Awa Keïta, l'un de leurs chefs, a parlé.", None),
        ("Selon Awa Keïta, ancienne ministre de la Défense,", None),
        ("Le colonel Awa Keïta a fui.", None),
        ("La maire de la ville de Gao, Awa Keïta, a fui.", None),
    ],
)
def test_a_text_that_gives_an_office_or_profession_makes_somebody_public(text: str, shown: str | None) -> None:
    assert role(text) == shown


@pytest.mark.parametrize("relation", SERVES)
def test_who_serves_a_party_is_public(relation: str) -> None:
    assert role("Awa Keïta accuse.", relation) is None


def test_descriptions_and_known_persons_are_not_private() -> None:
    assert role("Le chef du village accuse.", person="chef du village") is None
    known = next(e for e in SHIPPED.gazetteer.values() if e.type == "Person")
    assert role(f"{known.label} accuse.", person=known.label) is None


def test_a_name_that_only_seems_to_be_a_persons_is_left_alone() -> None:
    for text, shown in (
        ("Vigilance Sahel accuse.", None),
        ("Mme Vigilance Sahel accuse.", UNKNOWN_ROLE),
        ("Vigilance Sahel, commerçante, accuse.", "commerçante"),
    ):
        assert role(text, person="Vigilance Sahel") == shown


def test_a_title_in_any_document_counts() -> None:
    said = resolve([claim("a", FRONT, entity("Armée du Nord"), speaker=AWA)], VOCABULARY)
    documents = [document("a", "Awa Keïta accuse."), document("b", "Awa Keïta, députée de Gao, dort.")]
    assert find_private(said, documents[:1], VOCABULARY)
    assert find_private(said, documents, VOCABULARY) == ()
