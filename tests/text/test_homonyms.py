"""Places of one name: the one in the country that the text speaks of, else the famous one, else nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language
from text.examples import document

from kg.records import Entity
from kg.text.reader import Reader
from kg.vocabulary import GazetteerEntry, Vocabulary


def attacked(reader: Reader, text: str) -> list[str]:
    """The ids of the places that the text says were attacked."""
    objects = (claim.object for claim in reader.read(document(text)) if claim.relation == "attacks")
    return sorted({o.id for o in objects if isinstance(o, Entity) and o.type in {"Place", "State"}})


# As an object, a capital without more is its state (« attaquer Tripoli »); a town is none.
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Des miliciens ont attaqué Tripoli. L'armée libanaise a envoyé des renforts.", "tripoli-liban"),
        ("Des miliciens ont attaqué Tripoli. Le Liban demande une enquête.", "tripoli-liban"),
        ("Des miliciens ont attaqué Tripoli. Les habitants de Saïda ont peur.", "tripoli-liban"),
        ("Des miliciens ont attaqué Tripoli. Le gouvernement libyen demande une enquête.", "libye"),
        ("Des miliciens ont attaqué Tripoli. Le Liban et la Libye demandent une enquête.", "libye"),
        ("Des miliciens ont attaqué Tripoli dans la soirée.", "libye"),
        ("Le JNIM a attaqué Gao. L'armée burkinabè a riposté.", "gao-burkina-faso"),
        ("Le JNIM a attaqué Gao. L'armée malienne a riposté.", "gao"),
        ("Le JNIM a attaqué Gao dans la nuit.", "gao"),
        ("Le JNIM a attaqué San. L'armée malienne a riposté.", "san-mali"),
        ("Des rebelles ont attaqué Bor. Le Soudan du Sud a fermé la route.", "bor"),
        ("Le JNIM a attaqué Kati. L'armée malienne a riposté.", "kati"),
    ],
)
def test_a_place_is_the_one_of_the_country_that_the_text_speaks_of(reader: Reader, text: str, place: str) -> None:
    assert attacked(reader, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Des hommes du JNIM ont attaqué San dans la nuit.",
        "Les rebelles du M23 ont attaqué Léré-les-Bains, un village.",
    ],
)
def test_a_weak_name_without_its_country_is_no_known_place(reader: Reader, text: str, vocabulary: Vocabulary) -> None:
    assert not set(attacked(reader, text)) & vocabulary.gazetteer.keys()


@pytest.fixture(scope="module")
def villages(vocabulary: Vocabulary, pipeline: Language) -> Reader:
    """A reader that knows two villages of one name, weak in both."""
    known = dict(vocabulary.gazetteer)
    for country, slug in (("Mali", "mali"), ("Tchad", "tchad")):
        id_ = f"kalabri-{slug}"
        known[id_] = GazetteerEntry(
            id=id_, iri=id_, type="Place", label=f"Kalabri ({country})", names=(f"Kalabri ({country})",),
            weak=("Kalabri",), state=slug, point=(15.0, 2.0),
        )  # fmt: skip
    return Reader(replace(vocabulary, gazetteer=known), pipeline)


@pytest.mark.parametrize(
    ("context", "places"),
    [
        ("L'armée malienne a riposté.", {"kalabri-mali"}),
        ("L'armée tchadienne a riposté.", {"kalabri-tchad"}),
        ("Le Mali et le Tchad ont protesté.", set()),
        ("Trois maisons ont brûlé.", set()),
    ],
)
def test_two_villages_of_one_name_are_told_apart_by_their_country_or_not_at_all(
    villages: Reader, context: str, places: set[str]
) -> None:
    found = set(attacked(villages, f"Le JNIM a attaqué Kalabri. {context}"))
    assert len(found) == 1
    assert {id_ for id_ in found if id_.startswith("kalabri")} == places


@pytest.mark.parametrize("name", ["Moussa Kita", "Ibrahim San", "Albert Yaloké Mokpem"])
def test_a_person_with_the_name_of_a_town_is_no_town(reader: Reader, name: str) -> None:
    text = f"Le ministre malien {name} dirige le JNIM. Le Mali et la Centrafrique protestent."
    found = [claim.subject for claim in reader.read(document(text)) if claim.relation == "leads"]
    assert [(party.label, party.type) for party in found] == [(name, "Person")]
