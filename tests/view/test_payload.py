"""The data of the page: complete, sorted, and never an edge without evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from view.sample import DOCUMENTS, FLD, GUARD, LYNX, corpus, relationship_of, rich_corpus, vocabulary

from kg.errors import BuildError
from kg.records import Corpus, Skipped
from kg.view.payload import page_payload


def test_everything_that_was_read_is_there() -> None:
    source = corpus()
    found = page_payload(source, vocabulary())
    assert [item["id"] for item in found["claims"]] == sorted(claim.id for claim in source.claims)
    assert [item["id"] for item in found["relationships"]] == [item.id for item in source.relationships]
    assert [item["id"] for item in found["documents"]] == sorted(DOCUMENTS)
    assert len(found["evidence"]) == len(found["claims"])
    assert all(item["passages"] for item in found["evidence"])


def test_every_speaker_and_place_has_its_entity() -> None:
    found = page_payload(corpus(), vocabulary())
    keys = {item["key"] for item in found["entities"]}
    named = {item[role] for item in found["claims"] for role in ("by", "where") if item[role]}
    assert named
    assert named <= keys


def test_the_corpus_says_how_many_documents_from_when_to_when() -> None:
    source = replace(corpus(), skipped=(Skipped(path="x.txt", reason="empty"),))
    about = page_payload(source, vocabulary())["about"]
    assert (about["documents"], about["first"], about["last"], about["skipped"]) == (4, "2024-07-12", "2024-09-15", 1)
    assert about["ontology"] == "1.2.3"


def test_names_of_all_records_of_one_entity_are_gathered() -> None:
    source = corpus()
    more = replace(FLD, names=("FLD", "Le Delta libre"))
    claims = tuple(replace(claim, subject=more) if claim.subject == FLD else claim for claim in source.claims)
    found = page_payload(replace(source, claims=claims), vocabulary())
    names = {item["key"]: item["names"] for item in found["entities"]}
    assert names["e:fld"] == ["Fld", "Front de libération du Delta", "Le Delta libre"]


def test_a_relationship_known_by_denials_alone_is_marked() -> None:
    source = corpus()
    found = {item["id"]: item["denied"] for item in page_payload(source, vocabulary())["relationships"]}
    assert found[relationship_of(source, GUARD, "alliedWith", LYNX).id] is True
    assert sum(found.values()) == 1


def test_a_claim_without_evidence_stops_the_page() -> None:
    source = corpus()
    bare = tuple(replace(claim, evidence=()) for claim in source.claims)
    with pytest.raises(BuildError, match="no evidence"):
        page_payload(replace(source, claims=bare), vocabulary())


def test_a_relationship_without_claims_stops_the_page() -> None:
    source = corpus()
    empty = tuple(replace(item, claims=()) for item in source.relationships)
    with pytest.raises(BuildError, match="no claim"):
        page_payload(replace(source, relationships=empty), vocabulary())


def test_a_relationship_with_a_missing_claim_stops_the_page() -> None:
    source = corpus()
    with pytest.raises(BuildError, match="no evidence"):
        page_payload(replace(source, claims=()), vocabulary())


def test_an_empty_corpus_gives_an_empty_page() -> None:
    found = page_payload(Corpus(documents=(), claims=(), relationships=()), vocabulary())
    assert found["network"]["nodes"] == []
    assert found["about"]["first"] is None


def test_what_is_known_of_voices_stakes_disputes_copies_and_words_is_there() -> None:
    found = page_payload(rich_corpus(), vocabulary())
    (contested,) = [item for item in found["relationships"] if item["voices"] and item["status"] == "contested"]
    assert [(voice["label"], voice["by"], voice["documents"]) for voice in contested["voices"]] == [
        ("Idris Malou", "e:malou", 1),
        ("Le Journal du Fleuve", None, 2),
    ]
    assert contested["reported"] == ["2024-07-12", "2024-08-02"]
    claims = {item["id"]: item for item in found["claims"]}
    (staked,) = [item for item in found["claims"] if "stakes" in item]
    assert staked["stakes"] == [{"stake": "party", "through": "e:ostrie"}]
    assert [claims[name]["polarity"] for name in staked["against"]] == ["positive"]
    assert [item["reprint"] for item in found["documents"] if "reprint" in item] == [{"of": "d1", "origin": "AFP"}]
    framed = {item["key"]: item["framings"] for item in found["entities"] if "framings" in item}
    assert framed["e:fld"][0] == {"word": "rebelle", "by": "Agence Boréale", "documents": ["d4"]}


def test_what_is_not_known_of_them_leaves_no_trace() -> None:
    found = page_payload(corpus(), vocabulary())
    assert not [item for item in found["claims"] if "stakes" in item or "against" in item]
    assert not [item for item in found["entities"] if "framings" in item]
    assert {tuple(item["voices"]) for item in found["relationships"]} == {()}
