"""A named party that the gazetteer knows is recognised by its strong name, or by a weak one in texts on its country."""

from dataclasses import replace

from claim_builders import VOCABULARY, entity

from kg.claims.matching import Matcher
from kg.claims.recognition import recognise
from kg.records import Entity
from kg.vocabulary import GazetteerEntry, Membership, Vocabulary


def entry(
    id_: str, *names: str, type_: str, state: str | None = None, weak: tuple[str, ...] = (), office: str = ""
) -> GazetteerEntry:
    held = (Membership(organization=office),) if office else ()
    return GazetteerEntry(
        id=id_, iri=f"x:{id_}", type=type_, label=names[0], names=names, weak=weak, state=state, memberships=held
    )


KNOWN = (
    entry("ferland", "Ferland", type_="State", weak=("Astra",)),
    entry("ostland", "Ostland", type_="State"),
    entry("astra", "Astra", type_="Place", state="ferland"),
    entry("junta", "Junte de Ferland", type_="Government", state="ferland", weak=("Conseil de transition",)),
    entry("council", "Conseil d'Ostland", type_="Government", state="ostland", weak=("Conseil de transition",)),
    entry("ruler", "Sadou Baro", type_="Person", weak=("Baro",), office="junta"),
)
VOCAB: Vocabulary = replace(VOCABULARY, gazetteer={e.id: e for e in KNOWN})


def known(*parties: Entity) -> dict[str, str]:
    """Label -> entry, of parties that stand together in one text."""
    entities = {("text", f"{i}"): party for i, party in enumerate(parties)}
    return {entities[node].label: id_ for node, id_ in recognise(entities, VOCAB, Matcher(VOCAB)).items()}


FERLAND, OSTLAND = entity("Ferland", type_="State"), entity("Ostland", type_="State")
COUNCIL = entity("Conseil de transition", type_="Government")


def test_a_strong_name_needs_no_country() -> None:
    assert known(entity("général Sadou Baro", type_="Person")) == {"général Sadou Baro": "ruler"}
    assert known(entity("FJ", "Junte de Ferland", type_="Government")) == {"FJ": "junta"}


def test_a_weak_name_counts_in_texts_on_its_country_only() -> None:
    assert known(COUNCIL) == {}
    assert known(COUNCIL, FERLAND)["Conseil de transition"] == "junta"
    assert known(COUNCIL, OSTLAND)["Conseil de transition"] == "council"
    assert "Conseil de transition" not in known(COUNCIL, FERLAND, OSTLAND)


def test_a_person_is_of_the_country_of_its_office() -> None:
    alone = entity("président Baro", type_="Person")
    assert known(alone, OSTLAND) == {"Ostland": "ostland"}
    assert known(alone, FERLAND)["président Baro"] == "ruler"


def test_a_surname_that_an_unknown_person_bears_too_is_left_open() -> None:
    alone, other = entity("Baro", type_="Person"), entity("Moussa Baro", type_="Person")
    assert known(alone, other, FERLAND) == {"Ferland": "ferland"}


def test_a_seat_of_government_that_stands_for_the_state_is_the_state() -> None:
    seat, town = entity("Astra", type_="State"), entity("Astra", type_="Place")
    assert known(seat, FERLAND)["Astra"] == "ferland"
    assert known(town, FERLAND)["Astra"] == "astra"
