"""Names that are taken out: letter for letter, everywhere, with nothing left to find them by."""

from dataclasses import replace

import pytest
from claim_builders import SHIPPED, VOCABULARY, claim, document, entity

from kg.claims.ids import content_id
from kg.claims.masking import BLOCK, NAMELESS, Hidden, Masker, hide, without
from kg.claims.resolution import resolve
from kg.records import Claim, Document, Entity, Evidence
from kg.vocabulary import GazetteerEntry

FRONT, ARMY = entity("Front du Désert"), entity("Armée du Nord", type_="ArmedForces")
AWA = entity("Awa Keïta", "Keïta", type_="Person")
TEXT = "Awa Keïta accuse le Front. Les hommes d'AWA  KEITA et Keïta elle-même. Omar Keïta part."


def gone(*parties: Entity, role: str | None = None) -> list[Hidden]:
    return [Hidden(ids=frozenset({p.id}), names=(p.label,), role=role, weak=("Keïta",)) for p in parties]


def said(text: str, subject: Entity, target: Entity, *, speaker: Entity | None = None, doc: str = "a") -> Claim:
    evidence = Evidence(start=0, end=len(text), text=text, subject=(0, 3), object=(4, 6))
    return replace(claim(doc, subject, target, speaker=speaker), evidence=(evidence,))


def test_a_name_is_hidden_whatever_its_spelling_and_every_position_stays_right() -> None:
    masker = Masker(["Awa Keïta"])
    for written in (
        "Awa Keïta",
        "AWA KEITA",
        "Awa-Keïta",
        "awa\nkeïta",
        "Awa  Kéita",
        "Awa Kei\u0308ta",
    ):
        hidden = masker.mask(f"Selon {written}, rien.")
        assert len(hidden) == len(f"Selon {written}, rien.")
        assert hidden.replace(BLOCK, "").replace("\n", "") == "Selon , rien."
    assert masker.mask("Awa Keïtala, Nawa Keïta, Keïta Awa") == "Awa Keïtala, Nawa Keïta, Keïta Awa"


def test_a_part_of_a_name_is_hidden_in_texts_that_hold_the_whole() -> None:
    found = hide([document("a", TEXT), document("b", "Keïta dort.")], [], gone(AWA), VOCABULARY)
    whole, other = found.documents
    assert "Awa" not in whole.text and "Keïta" not in whole.text and "KEITA" not in whole.text
    assert whole.text.startswith(f"{BLOCK * 9} accuse le Front.")
    assert other.text == "Keïta dort."


def test_what_somebody_is_called_is_hidden_in_texts_with_a_claim_about_them() -> None:
    short = "Keïta accuse le Front."
    (claim_,) = resolve([said(short, FRONT, ARMY, speaker=entity("Keïta", "Awa Keïta", type_="Person"))], VOCABULARY)
    assert claim_.attribution is not None
    person = Hidden(ids=frozenset({claim_.attribution.id}), names=("Awa Keïta",), weak=("Keïta",))
    found = hide([document("a", short)], [claim_], [person], VOCABULARY)
    assert found.documents[0].text == found.claims[0].evidence[0].text == f"{BLOCK * 5} accuse le Front."
    assert [d.id for d in found.touched] == ["a"]


def test_claims_about_somebody_gone_are_dropped_and_what_they_say_is_nobodys() -> None:
    resolved = resolve([said(TEXT, AWA, FRONT), replace(said(TEXT, FRONT, ARMY, speaker=AWA), id="2")], VOCABULARY)
    ids = {p.id for c in resolved for p in (c.subject, c.attribution) if p and p.label == "Awa Keïta"}
    person = Hidden(ids=frozenset(ids), names=("Awa Keïta",))
    found = hide([document("a", TEXT)], resolved, [person], VOCABULARY)
    (left,) = found.claims
    assert left.attribution is not None and left.attribution.label == NAMELESS
    assert "awa" not in repr((found.documents, found.claims)).casefold()
    assert left.attribution.id != content_id("named", "Person", ["awakeita"])
    assert left.id not in {c.id for c in resolved}
    assert [d.id for d in found.touched] == ["a"]


def test_somebody_private_stays_a_party_under_the_role() -> None:
    resolved = resolve([said(TEXT, AWA, FRONT)], VOCABULARY)
    person = Hidden(ids=frozenset({resolved[0].subject.id}), names=("Awa Keïta",), role="commerçante")
    found = hide([document("a", TEXT)], resolved, [person], VOCABULARY)
    assert (found.claims[0].subject.label, found.claims[0].subject.names) == ("commerçante", ("commerçante",))
    assert found.touched == ()


def test_two_people_of_one_role_stay_two() -> None:
    other = entity("Ali Bello", type_="Person")
    resolved = resolve([said("Awa Keïta.", AWA, FRONT), said("Ali Bello.", other, FRONT, doc="b")], VOCABULARY)
    people = [Hidden(ids=frozenset({c.subject.id}), names=(c.subject.label,), role="témoin") for c in resolved]
    documents = [document("a", "Awa Keïta."), document("b", "Ali Bello.")]
    found = hide(documents, resolved, people, VOCABULARY)
    assert len({c.subject.id for c in found.claims}) == 2
    assert hide(documents[::-1], resolved[::-1], people[::-1], VOCABULARY) == found


def test_a_name_inside_the_name_of_another_is_hidden_there_too() -> None:
    camp = entity("Camp Awa Keïta", type_="ArmedGroup")
    resolved = resolve([said(TEXT, camp, FRONT)], VOCABULARY)
    found = hide([document("a", TEXT)], resolved, gone(AWA), VOCABULARY)
    assert found.claims[0].subject.label == f"Camp {BLOCK * 9}"
    assert found.claims[0].subject.id != resolved[0].subject.id


def test_a_file_name_an_address_a_title_and_a_publisher_do_not_tell_it() -> None:
    told = Document(
        id="entretien_awa-keita", path="x/entretien_awa-keita.txt", text="Rien.", body=(0, 5), digest="d",
        title="Awa Keïta parle", url="https://example.org/awa%20keita", publisher="Journal d'Awa Keïta",
    )  # fmt: skip
    resolved = [replace(said("Rien.", FRONT, ARMY, doc=told.id), doc=told.id)]
    found = hide([told], resolved, gone(AWA), VOCABULARY)
    assert "awa" not in repr(found.documents).casefold()
    assert found.claims[0].doc == found.documents[0].id != told.id
    assert found.renamed == ((told.id, found.documents[0].id),)


def test_the_gazetteer_forgets_them_too() -> None:
    base = "https://w3id.org/conflict-kg/id/entity/"
    entries = (
        GazetteerEntry(id="awa", iri=base + "awa", type="Person", label="Awa Keïta", names=("Awa Keïta",)),
        GazetteerEntry(id="f", iri=base + "f", type="ArmedGroup", label="Front", names=("Front", "Front d'Awa Keïta")),
    )
    left = without(replace(VOCABULARY, gazetteer={e.id: e for e in entries}), gone(AWA))
    assert [(e.id, e.names) for e in left.gazetteer.values()] == [("f", ("Front",))]


@pytest.mark.parametrize("name", ["", "…", " - "])
def test_what_is_no_name_hides_nothing(name: str) -> None:
    assert Masker([name]).mask("Le maire - … de Gao.") == "Le maire - … de Gao."


def test_the_shipped_vocabulary_knows_people() -> None:
    assert "Person" in SHIPPED.classes
