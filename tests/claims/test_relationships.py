"""Claims side by side: status and independent sources."""

from dataclasses import replace

import pytest
from claim_builders import SYMMETRIC, VOCABULARY, claim, document, entity

from kg.claims.relationships import find_relationships
from kg.claims.resolution import resolve
from kg.records import Certainty, Claim, Document, Polarity, Relationship, Word

FRONT = entity("Front du Désert")
ARMY = entity("Armée du Nord", type_="ArmedForces")
MINISTER = entity("Awa Keïta", type_="Person")
MAYOR = entity("Ali Bello", type_="Person")
SOURCE = entity("une source locale", type_="UnnamedSource", scope="document")
REPRINT = (
    "Le front a attaqué l'armée au nord de la ville mardi matin, selon une source locale jointe par notre agence. " * 4
)


def merge(*claims: Claim, documents: tuple[Document, ...] = ()) -> tuple[Relationship, ...]:
    known = {d.id for d in documents}
    others = tuple(document(doc) for doc in sorted({c.doc for c in claims} - known))
    return find_relationships(resolve(claims, VOCABULARY), (*documents, *others), VOCABULARY)


def one(*claims: Claim, documents: tuple[Document, ...] = ()) -> Relationship:
    (found,) = merge(*claims, documents=documents)
    return found


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("positive", "certain", None)], "asserted"),
        ([("positive", "probable", None)], "alleged"),
        ([("positive", "certain", MINISTER)], "alleged"),
        ([("positive", "certain", MINISTER), ("positive", "possible", None)], "alleged"),
        ([("positive", "certain", MINISTER), ("positive", "certain", None)], "asserted"),
        ([("positive", "certain", None), ("negative", "certain", MINISTER)], "contested"),
        ([("positive", "possible", None), ("negative", "probable", None)], "contested"),
        ([("negative", "certain", MINISTER)], "alleged"),
        ([("negative", "certain", None)], "alleged"),
    ],
)
def test_the_status_follows_from_who_says_what(said: list[tuple[Polarity, Certainty, object]], expected: str) -> None:
    claims = [
        claim("a", FRONT, ARMY, at=20 * i, polarity=polarity, certainty=certainty, speaker=speaker)  # type: ignore[arg-type]
        for i, (polarity, certainty, speaker) in enumerate(said)
    ]
    found = one(*claims)
    assert found.status == expected
    assert len(found.claims) == len(said)


def test_subject_and_object_are_not_exchanged() -> None:
    assert len(merge(claim("a", FRONT, ARMY), claim("b", ARMY, FRONT))) == 2


def test_a_symmetric_relation_is_one_relationship_either_way_round() -> None:
    found = one(claim("a", FRONT, ARMY, relation=SYMMETRIC), claim("b", ARMY, FRONT, relation=SYMMETRIC))
    assert len(found.claims) == 2 and found.sources == 2


def test_a_word_is_an_object_like_another() -> None:
    called = replace(claim("a", FRONT, ARMY), object=Word(literal="rebelle"))
    other = replace(claim("b", FRONT, ARMY), object=Word(literal="rebelle"))
    assert one(called, other).object == Word(literal="rebelle")


def test_two_documents_are_two_sources() -> None:
    assert one(claim("a", FRONT, ARMY), claim("b", FRONT, ARMY)).sources == 2


def test_near_identical_documents_are_one_source() -> None:
    documents = (document("a", REPRINT, "Le Matin"), document("b", "MAJ. " + REPRINT, "Le Soir"))
    assert one(claim("a", FRONT, ARMY), claim("b", FRONT, ARMY), documents=documents).sources == 1


def test_two_documents_of_one_publisher_are_one_source() -> None:
    documents = (document("a", publisher="Le Matin"), document("b", publisher="LE MATIN"))
    assert one(claim("a", FRONT, ARMY), claim("b", FRONT, ARMY), documents=documents).sources == 1


def test_one_speaker_quoted_by_many_is_one_source() -> None:
    found = one(*(claim(doc, FRONT, ARMY, speaker=MINISTER) for doc in "abc"))
    assert found.sources == 1
    assert one(claim("a", FRONT, ARMY, speaker=MINISTER), claim("b", FRONT, ARMY, speaker=MAYOR)).sources == 2


def test_an_author_and_the_speaker_that_it_quotes_are_two_sources() -> None:
    assert one(claim("a", FRONT, ARMY), claim("a", FRONT, ARMY, at=50, speaker=MINISTER)).sources == 2


def test_an_unnamed_source_counts_in_each_text_but_once_in_its_copies() -> None:
    claims = (claim("a", FRONT, ARMY, speaker=SOURCE), claim("b", FRONT, ARMY, speaker=SOURCE))
    assert one(*claims).sources == 2
    assert one(*claims, documents=(document("a", REPRINT), document("b", REPRINT))).sources == 1


def test_denials_do_not_add_to_the_sources_of_what_they_deny() -> None:
    denial = claim("b", FRONT, ARMY, polarity="negative", speaker=MINISTER)
    assert one(claim("a", FRONT, ARMY), denial).sources == 1
    assert one(denial).sources == 1


def test_every_claim_is_in_exactly_one_relationship() -> None:
    claims = [
        claim(doc, s, o, relation=r) for doc in "ab" for s, o in ((FRONT, ARMY), (ARMY, FRONT)) for r in _relations()
    ]
    listed = [id_ for found in merge(*claims) for id_ in found.claims]
    assert len(listed) == len(set(listed))
    assert set(listed) == {c.id for c in resolve(claims, VOCABULARY)}


def test_the_result_does_not_depend_on_the_order_of_claims() -> None:
    claims = [claim(doc, s, o, relation=SYMMETRIC) for doc in "abc" for s, o in ((FRONT, ARMY), (ARMY, FRONT))]
    assert merge(*claims) == merge(*reversed(claims))


def _relations() -> list[str]:
    return sorted(name for name, relation in VOCABULARY.relations.items() if relation.range == relation.domain)
