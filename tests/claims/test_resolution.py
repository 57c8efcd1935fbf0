"""Parties are merged across documents on proper names only, and claims are rewritten with them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from claim_builders import DIRECTED, SYMMETRIC, VOCABULARY, claim, entity
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.matching import Matcher
from kg.claims.resolution import resolve
from kg.claims.spelled import is_acronym
from kg.records import Claim, Entity
from kg.vocabulary import GazetteerEntry, Judgement, Vocabulary

ARMY = entity("Armée du Nord", type_="ArmedForces")


def subjects(claims: Sequence[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[Entity]:
    return [c.subject for c in resolve(claims, vocabulary)]


def merged(*parties: Entity, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    """The ids of the parties, each met in a document of its own."""
    return [s.id for s in subjects([claim(f"d{i}", p, ARMY) for i, p in enumerate(parties)], vocabulary)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("Front du Désert"), entity("FRONT DU DESERT")),
        (entity("Front du Désert", "FDD"), entity("FDD")),
        (entity("Front du Désert", "FDD"), entity("le Front du désert")),
        (entity("Front du Désert"), entity("Front du Désert", type_="Militia")),
        (entity("FDD"), entity("F.D.D.")),
        (entity("Kalakal", type_="CivilOrganization"), entity("Kalakal", type_="InternationalOrganization")),
        (entity("Ansongo", type_="Place"), entity("Ansongo", type_="State")),
    ],
)
def test_one_name_in_two_documents_is_one_party(one: Entity, other: Entity) -> None:
    first, second = merged(one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("Front du Désert"), entity("Front du Sahel")),
        (entity("Moussa", type_="Person"), entity("Moussa", type_="Place")),
        (entity("Mali", type_="Person"), entity("Mali", type_="ArmedGroup")),
        (entity("Moussa Diallo", "Diallo", type_="Person"), entity("Amadou Diallo", "Diallo", type_="Person")),
        (entity("CSP", "séparatistes"), entity("MNLA", "séparatistes")),
        (entity("rebelles", scope="document"), entity("rebelles", scope="document")),
        (entity("Des rebelles", scope="document"), entity("Des rebelles", scope="named")),
    ],
)
def test_different_parties_stay_apart(one: Entity, other: Entity) -> None:
    first, second = merged(one, other)
    assert first != second


def test_an_acronym_with_two_meanings_joins_neither() -> None:
    desert, dune = entity("Front du Désert", "FDD"), entity("Force des Dunes", "FDD")
    ids = merged(desert, dune, entity("FDD"), entity("FDD"))
    assert ids[0] != ids[1]
    assert ids[2] not in ids[:2]


def test_an_acronym_links_documents_through_a_third_that_defines_it() -> None:
    ids = merged(entity("Front du Désert"), entity("FDD"), entity("Front du Désert", "FDD"))
    assert len(set(ids)) == 1


def test_a_merged_party_carries_all_names_sorted_and_its_commonest_label() -> None:
    parties = [entity("Front du Désert", "FDD"), entity("Front du désert"), entity("Front du Désert", "les rebelles")]
    found = set(subjects([claim(f"d{i}", p, ARMY) for i, p in enumerate(parties)]))
    (party,) = found
    assert party.label == "Front du Désert"
    assert party.names == ("FDD", "Front du Désert", "Front du désert", "les rebelles")
    assert party.scope == "named"


def test_a_description_keeps_to_its_document_even_with_the_same_id() -> None:
    rebels = entity("rebelles", scope="document", id_="same")
    one, other = subjects([claim("a", rebels, ARMY), claim("b", rebels, ARMY)])
    assert one.id != other.id
    assert one.scope == other.scope == "document"


def test_a_known_party_keeps_its_id_and_gathers_names() -> None:
    entry = GazetteerEntry(id="fdd", iri="x", type="ArmedGroup", label="FDD", names=("FDD", "Front du Désert"))
    vocabulary = replace(VOCABULARY, gazetteer={"fdd": entry})
    known = entity("FDD", scope="gazetteer", id_="fdd")
    spelled = entity("Front du Desert", type_="Militia")
    elsewhere = entity("FDD", type_="Place")
    claims = [claim("a", known, ARMY), claim("b", spelled, ARMY), claim("c", elsewhere, ARMY)]
    one, other, place = subjects(claims, vocabulary)
    assert one == other
    assert (one.id, one.type, one.scope) == ("fdd", "ArmedGroup", "gazetteer")
    assert one.names == ("FDD", "Front du Desert")
    assert place.id != "fdd"


def test_people_may_join_and_part_what_names_do_not() -> None:
    same = Judgement(names=("Wagner", "Les Musiciens"), verdict="same", reason="r")
    parties = (entity("Wagner"), entity("Les Musiciens"))
    assert len(set(merged(*parties))) == 2
    assert len(set(merged(*parties, vocabulary=replace(VOCABULARY, judgements=(same,))))) == 1
    linked = (entity("Front du Désert", "FDD"), entity("FDD", "Force des Dunes"))
    for verdict in ("different", "unsure"):
        apart = Judgement(names=("Front du Désert", "Force des Dunes"), verdict=verdict, reason="r")
        assert len(set(merged(*linked, vocabulary=replace(VOCABULARY, judgements=(apart,))))) == 2


def test_a_judgement_may_join_a_name_to_a_known_party() -> None:
    entry = GazetteerEntry(id="w", iri="x", type="PrivateMilitaryCompany", label="Wagner", names=("Wagner",))
    same = Judgement(names=("Wagner", "Les Musiciens"), verdict="same", reason="r")
    vocabulary = replace(VOCABULARY, gazetteer={"w": entry}, judgements=(same,))
    assert merged(entity("Les Musiciens"), vocabulary=vocabulary) == ["w"]


def test_claims_that_become_the_same_are_one_with_all_evidence() -> None:
    weak = claim("a", entity("Front du Désert", id_="1"), ARMY, at=50, certainty="possible")
    firm = claim("a", entity("FRONT DU DESERT", id_="2"), ARMY, at=90)
    denied = claim("a", entity("Front du Désert", id_="1"), ARMY, at=120, polarity="negative")
    found = resolve([denied, firm, weak], VOCABULARY)
    assert [(c.polarity, c.certainty, len(c.evidence)) for c in found] == [
        ("positive", "certain", 2),
        ("negative", "certain", 1),
    ]
    assert [e.start for e in found[0].evidence] == [50, 90]


def test_a_symmetric_claim_read_both_ways_is_one_with_its_spans_in_order() -> None:
    front = entity("Front du Désert")
    (found,) = resolve(
        [claim("a", front, ARMY, relation=SYMMETRIC), claim("a", ARMY, front, relation=SYMMETRIC, at=50)], VOCABULARY
    )
    assert [(e.subject, e.object) for e in found.evidence] == [((0, 2), (4, 6)), ((54, 56), (50, 52))]


def test_speaker_and_place_are_merged_too() -> None:
    town = entity("In-Afarak", type_="Place")
    one = claim("a", entity("FDD"), ARMY, speaker=entity("Radio Sahel", type_="CivilOrganization"), where=town)
    other = claim(
        "b",
        entity("FDD"),
        ARMY,
        speaker=entity("RADIO SAHEL", type_="CivilOrganization", id_="r"),
        where=entity("IN AFARAK", type_="Place", id_="i"),
    )
    first, second = resolve([one, other], VOCABULARY)
    assert first.attribution == second.attribution and first.where == second.where
    assert first.attribution is not None and first.where is not None


def test_nothing_in_gives_nothing_out() -> None:
    assert resolve([], VOCABULARY) == ()


NAMES = st.sampled_from(["FDD", "Front du Désert", "front du désert", "Force des Dunes", "Diallo", "rebelles", "M23"])
PARTIES = st.builds(
    lambda names, type_, scope: entity(*names, type_=type_, scope=scope),
    st.lists(NAMES, min_size=1, max_size=3, unique=True),
    st.sampled_from(["ArmedGroup", "Militia", "Person", "Place"]),
    st.sampled_from(["named", "document"]),
)

RELATIONS = st.sampled_from([SYMMETRIC, DIRECTED])
CLAIMS = st.builds(claim, st.sampled_from("abc"), PARTIES, PARTIES, relation=RELATIONS, at=st.integers(0, 99))


@given(
    st.lists(CLAIMS, max_size=8),
    st.randoms(),
)
def test_the_order_of_the_claims_does_not_count(claims: list[Claim], random: object) -> None:
    # Ids are unique within a document, as the reader makes them.
    claims = [
        replace(
            c,
            subject=replace(c.subject, id=repr((c.subject.names, c.subject.type, c.subject.scope))),
            object=replace(c.object, id=repr((c.object.names, c.object.type, c.object.scope))),
        )
        for c in claims
        if isinstance(c.object, Entity)
    ]
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = resolve(claims, VOCABULARY)
    assert found == resolve(shuffled, VOCABULARY)
    assert len({c.id for c in found}) == len(found)
    pieces = {(c.doc, e.start) for c in claims for e in c.evidence}
    assert pieces == {(c.doc, e.start) for c in found for e in c.evidence}


@pytest.mark.parametrize("name", ["JNIM", "CSP-DPA", "FAMa", "M23", "ONU"])
def test_acronyms_are_recognised(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Wagner", "Mali", "Front du Désert", "M", "AES ET ONU", ""])
def test_other_names_are_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


def proper_keys(party: Entity) -> set[str]:
    return {name.key for name in Matcher(VOCABULARY).proper_names(party)}


def test_descriptions_and_surnames_join_nobody() -> None:
    assert proper_keys(entity("Moussa Diallo", "Diallo", "le colonel", type_="Person")) == {"moussadiallo"}
    assert proper_keys(entity("l'Armée du Nord", "armée")) == {"armeedunord"}
