"""Judgements that cannot all hold are told and set aside, never chosen between silently."""

from dataclasses import replace

import pytest
from claim_builders import VOCABULARY, claim, entity

from kg.claims.contradictions import agree, follows
from kg.claims.resolution import resolve
from kg.vocabulary import GazetteerEntry, Judgement, Verdict


def judged(
    one: str,
    verdict: Verdict,
    other: str,
    source: str = "mine.ttl:3",
    docs: tuple[str | None, str | None] = (None, None),
) -> Judgement:
    return Judgement(names=(one, other), verdict=verdict, reason="r", source=source, docs=docs)


def test_judgements_that_agree_are_all_applied() -> None:
    own = [judged("A1", "same", "B1"), judged("B1", "same", "C1"), judged("A1", "different", "D1")]
    agreed = agree([judged("C1", "same", "E1")], own, {})
    assert len(agreed.judgements) == 4
    assert agreed.conflicts == ()


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_a_circle_is_set_aside_whole_and_each_of_it_is_named(verdict: Verdict) -> None:
    own = [
        judged("A1", "same", "B1", "mine.ttl:3"),
        judged("B1", "same", "C1", "mine.ttl:7"),
        judged("C1", verdict, "A1", "mine.ttl:11"),
        judged("C1", "same", "X1", "mine.ttl:15"),
    ]
    agreed = agree([], own, {})
    assert [judgement.names for judgement in agreed.judgements] == [("C1", "X1")]
    (conflict,) = agreed.conflicts
    assert all(line in conflict for line in ("mine.ttl:3", "mine.ttl:7", "mine.ttl:11", "« A1 »"))
    assert "mine.ttl:15" not in conflict


def test_the_users_judgement_takes_the_place_of_the_projects_and_that_is_told() -> None:
    agreed = agree([judged("A1", "different", "B1", "judgements.ttl")], [judged("b1", "same", "a1")], {})
    assert [judgement.verdict for judgement in agreed.judgements] == ["same"]
    assert "mine.ttl:3" in agreed.conflicts[0] and "judgements.ttl" in agreed.conflicts[0]


def test_the_same_judgement_in_both_files_is_no_conflict() -> None:
    agreed = agree([judged("A1", "different", "B1")], [judged("B1", "different", "A1")], {})
    assert len(agreed.judgements) == 1 and agreed.conflicts == ()


def test_a_known_party_cannot_be_split_by_a_judgement_on_its_names() -> None:
    entry = GazetteerEntry(id="w", iri="x", type="Person", label="Wagner", names=("Wagner", "Groupe Wagner"))
    agreed = agree([], [judged("Wagner", "different", "groupe wagner")], {"w": entry})
    assert "gazetteer entry w" in agreed.conflicts[0]


def test_judgements_of_one_document_contradict_only_those_of_it() -> None:
    own = [judged("A1", "same", "B1", docs=("d1", None)), judged("A1", "different", "B1", docs=("d2", None))]
    assert agree([], own, {}).conflicts == ()


def test_what_follows_from_judgements_is_known() -> None:
    given = [judged("A1", "same", "B1"), judged("B1", "same", "C1"), judged("C1", "different", "D1")]
    assert follows(judged("C1", "unsure", "A1"), given)
    assert follows(judged("D1", "unsure", "A1"), given)
    assert not follows(judged("D1", "unsure", "X1"), given)


def test_contradictory_judgements_join_nobody() -> None:
    own = [judged("Front Alif", "same", "Front Ba"), judged("Front Ba", "same", "Front Jim")]
    own.append(judged("Front Jim", "different", "Front Alif"))
    parties = [entity("Front Alif"), entity("Front Ba"), entity("Front Jim")]
    claims = [claim(f"d{i}", party, entity(f"Autre {i}x")) for i, party in enumerate(parties)]
    vocabulary = replace(VOCABULARY, judgements=agree([], own, {}).judgements)
    assert len({c.subject.id for c in resolve(claims, vocabulary)}) == 3
