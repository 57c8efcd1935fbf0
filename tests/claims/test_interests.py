"""Stakes of speakers, and which denial answers which claim."""

from dataclasses import replace

from claim_builders import DIRECTED, SHIPPED, VOCABULARY, claim, document, entity

from kg.claims.disputes import find_disputes
from kg.claims.interests import find_interests
from kg.claims.relationships import find_relationships
from kg.claims.resolution import resolve
from kg.claims.voices import Sources
from kg.records import Claim, Dispute, Document, Entity
from kg.vocabulary import GazetteerEntry

SERVES = sorted(r.name for r in SHIPPED.relations.values() if r.serves)
ALLIANCE = next(r.name for r in SHIPPED.relations.values() if r.supportive and r.symmetric)
CHILD, PARENT = next((r.name, r.parent) for r in SHIPPED.relations.values() if r.parent and r.supportive)
assert PARENT is not None


def known(id_: str, type_: str, *, state: str | None = None, organ_of: str | None = None) -> GazetteerEntry:
    iri = f"https://w3id.org/conflict-kg/id/entity/{id_}"
    return GazetteerEntry(id=id_, iri=iri, type=type_, label=id_, names=(id_,), state=state, organ_of=organ_of)


ENTRIES = (
    known("nordie", "State"),
    known("armee", "ArmedForces", state="nordie"),
    known("ministere", "Government", state="nordie"),
    known("nord-info", "CivilOrganization", organ_of="nordie"),
    known("sudie", "State"),
    known("ville", "Place", state="nordie"),
)
WITH = replace(VOCABULARY, gazetteer={entry.id: entry for entry in ENTRIES})
STATE, ARMY, MINISTRY, OUTLET, OTHER, TOWN = (entity(e.id, type_=e.type, scope="gazetteer", id_=e.id) for e in ENTRIES)
REBELS, PERSON = entity("Front du Désert"), entity("Awa Keïta", type_="Person")


def stakes(*claims: Claim, documents: tuple[Document, ...] = ()) -> set[tuple[str, str]]:
    """Stake and party of the first claim's speaker."""
    resolved = resolve(claims, WITH)
    ids = {d.id for d in documents}
    documents = (*documents, *(document(d) for d in sorted({c.doc for c in claims} - ids)))
    sources = Sources(documents, WITH)
    relationships = find_relationships(resolved, documents, WITH, sources)
    names = {p.id: p.label for c in resolved for p in (c.subject, c.object) if isinstance(p, Entity)}
    wanted = next(c for c in resolved if c.doc == claims[0].doc and c.evidence == claims[0].evidence)
    found = find_interests(resolved, relationships, sources, WITH)
    return {(i.stake, names[i.through]) for i in found if i.claim == wanted.id}


def test_a_party_to_its_own_claim_has_a_stake() -> None:
    assert stakes(claim("a", REBELS, OTHER, speaker=REBELS)) == {("party", "Front du Désert")}
    assert stakes(claim("a", REBELS, OTHER, speaker=OTHER, polarity="negative")) == {("party", "sudie")}


def test_somebody_of_whom_nothing_is_known_has_no_stake() -> None:
    assert stakes(claim("a", REBELS, OTHER, speaker=PERSON)) == set()
    assert stakes(claim("a", REBELS, OTHER)) == set()


def test_a_state_its_bodies_and_its_media_are_one_side() -> None:
    for speaker in (STATE, MINISTRY, OUTLET):
        assert stakes(claim("a", REBELS, ARMY, speaker=speaker)) == {("organ", "armee")}
    assert stakes(claim("a", REBELS, STATE, speaker=OUTLET)) == {("organ", "nordie")}


def test_a_place_is_on_nobodys_side() -> None:
    assert stakes(claim("a", REBELS, TOWN, speaker=STATE)) == set()


def test_the_publisher_is_the_speaker_of_what_a_document_says_itself() -> None:
    documents = (document("a", publisher="Nord-Info"),)
    assert stakes(claim("a", REBELS, ARMY), documents=documents) == {("organ", "armee")}


def test_who_serves_a_party_by_the_texts_is_on_its_side() -> None:
    for relation in SERVES:
        tie = claim("b", PERSON, REBELS, relation=relation)
        assert stakes(claim("a", REBELS, OTHER, speaker=PERSON), tie) == {("organ", "Front du Désert")}
    denied = replace(claim("b", PERSON, REBELS, relation=SERVES[0]), polarity="negative")
    assert stakes(claim("a", REBELS, OTHER, speaker=PERSON), denied) == set()


def test_a_state_serves_nobody() -> None:
    tie = claim("b", OTHER, REBELS, relation=SERVES[0])
    assert stakes(claim("a", REBELS, ARMY, speaker=OTHER), tie) == set()


def test_an_ally_by_the_same_graph_has_a_stake_unless_it_is_contested() -> None:
    said, tie = claim("a", REBELS, ARMY, speaker=OTHER), claim("b", REBELS, OTHER, relation=ALLIANCE)
    assert stakes(said, tie) == {("ally", "Front du Désert")}
    alleged = claim("b", OTHER, REBELS, relation=CHILD, speaker=PERSON, certainty="possible")
    assert stakes(said, alleged) == {("ally", "Front du Désert")}
    denial = claim("c", REBELS, OTHER, relation=ALLIANCE, polarity="negative", speaker=OTHER)
    assert stakes(said, tie, denial) == set()


def test_a_claim_of_support_makes_nobody_an_ally_by_itself() -> None:
    assert stakes(claim("a", OTHER, REBELS, relation=CHILD, speaker=OTHER)) == {("party", "sudie")}
    tie = claim("b", REBELS, OTHER, relation=ALLIANCE)
    both = {("party", "sudie"), ("ally", "Front du Désert")}
    assert stakes(claim("a", OTHER, REBELS, relation=CHILD, speaker=OTHER), tie) == both


def test_the_ally_of_a_state_has_a_stake_in_what_its_army_does() -> None:
    tie = claim("b", OTHER, STATE, relation=ALLIANCE)
    assert stakes(claim("a", REBELS, ARMY, speaker=OTHER), tie) == {("ally", "armee")}


def disputes(*claims: Claim) -> list[tuple[str, str]]:
    """Documents of claim and denial."""
    resolved = resolve(claims, WITH)
    documents = tuple(document(d) for d in sorted({c.doc for c in claims}))
    found: tuple[Dispute, ...] = find_disputes(find_relationships(resolved, documents, WITH), resolved, WITH)
    docs = {c.id: c.doc for c in resolved}
    return [(docs[d.claim], docs[d.denial]) for d in found]


def test_a_denial_disputes_every_claim_of_the_same_parties_and_relation() -> None:
    said = [claim(d, STATE, REBELS, relation=CHILD) for d in "ab"]
    denial = claim("c", STATE, REBELS, relation=CHILD, polarity="negative", speaker=STATE)
    assert sorted(disputes(*said, denial)) == [("a", "c"), ("b", "c")]
    assert disputes(*said, claim("c", REBELS, STATE, relation=CHILD, polarity="negative")) == []


def test_who_denies_any_support_denies_each_kind_but_not_the_other_way_round() -> None:
    assert disputes(
        claim("a", STATE, REBELS, relation=CHILD), claim("b", STATE, REBELS, relation=PARENT, polarity="negative")
    ) == [("a", "b")]
    assert (
        disputes(
            claim("a", STATE, REBELS, relation=PARENT), claim("b", STATE, REBELS, relation=CHILD, polarity="negative")
        )
        == []
    )


def test_a_denied_alliance_is_the_same_either_way_round() -> None:
    denial = claim("b", REBELS, OTHER, relation=ALLIANCE, polarity="negative")
    assert disputes(claim("a", OTHER, REBELS, relation=ALLIANCE), denial) == [("a", "b")]


def test_another_relation_of_the_same_parties_is_not_disputed() -> None:
    denial = claim("b", STATE, REBELS, relation=DIRECTED, polarity="negative")
    assert disputes(claim("a", STATE, REBELS, relation=ALLIANCE), denial) == []
