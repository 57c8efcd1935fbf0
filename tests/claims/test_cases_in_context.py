"""Who is who where the texts decide: the cases of ``cases_in_context.tsv``, with the project's own gazetteer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pytest
from claim_builders import claim, entity

from kg.claims.resolution import resolve
from kg.names import fold
from kg.records import Claim, Entity
from kg.vocabulary import Vocabulary

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("cases_in_context.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CASES = sorted({row[0] for row in ROWS})


def _party(name: str, known: Mapping[str, str], vocabulary: Vocabulary, type_: str = "ArmedGroup") -> Entity:
    entry = vocabulary.gazetteer.get(known.get(fold(name), name))
    if entry is None:
        return entity(name, type_=type_)
    return entity(entry.label, type_=entry.type, scope="gazetteer", id_=entry.id)


def _claims(vocabulary: Vocabulary) -> Iterator[Claim]:
    known = {fold(name): entry.id for entry in vocabulary.gazetteer.values() for name in entry.names}
    serves = next(r.name for r in vocabulary.relations.values() if r.serves and r.domain == "Person")
    against = next(r.name for r in vocabulary.relations.values() if r.range == "Entity")
    for case, text, _, type_, names, country, others in ROWS:
        doc = f"{case} {text}"
        party = entity(*names.split(";"), type_=type_, id_="the party")
        state = entity("un village", type_="Place", scope="document") if country == "-" else None
        yield claim(doc, party, state or _party(country, known, vocabulary), relation=against)
        for at, other in enumerate(filter(lambda o: o != "-", others.split(";")), start=1):
            relation, _, name = other.partition(" ")
            target = _party(name, known, vocabulary)
            yield claim(doc, party, target, relation=serves if relation == "serves" else against, at=20 * at)


@pytest.fixture(scope="module")
def parties(vocabulary: Vocabulary) -> Mapping[str, str]:
    """For each text the id that its party got; all cases are one corpus."""
    return {found.doc: found.subject.id for found in resolve(list(_claims(vocabulary)), vocabulary)}


def test_there_are_cases_of_both_answers() -> None:
    by_case: dict[str, set[str]] = defaultdict(set)
    for row in ROWS:
        by_case[row[0]].add(row[2])
    assert len(CASES) >= 25
    assert min(sum(len(keys) == 1 for keys in by_case.values()), sum(len(keys) > 1 for keys in by_case.values())) >= 10


@pytest.mark.parametrize("case", CASES)
def test_parties_in_their_texts_are_told_apart(case: str, parties: Mapping[str, str]) -> None:
    keys = {f"{case} {row[1]}": row[2] for row in ROWS if row[0] == case}
    for one, other in combinations(keys, 2):
        assert (parties[one] == parties[other]) == (keys[one] == keys[other]), f"{one} and {other}"
