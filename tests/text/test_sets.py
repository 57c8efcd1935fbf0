"""« les deux », « l'un et l'autre »: the parties last spoken of, where the text settles which."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

READ = [
    ("La Russie et la Chine arment le Mali. Les deux soutiennent aussi le Niger.", "russie supports niger"),
    ("La Russie et la Chine arment le Mali. Les deux soutiennent aussi le Niger.", "chine supports niger"),
    ("Le JNIM et l'EIGS avancent. L'un et l'autre ont attaqué le Mali.", "eigs attacks mali"),
    ("Le M23 et les FDLR avancent. Les deux ont attaqué l'ONU.", "m23 attacks onu"),
    ("Le M23 et les FDLR avancent. L'Ouganda soutient les deux.", "ouganda supports fdlr"),
]
UNREAD = [
    # three were spoken of
    ("Le JNIM, l'EIGS et le CSP-DPA avancent. Les deux ont attaqué le Mali.", "attacks"),
    # the subject is one of them
    ("Le Rwanda et le M23 se réunissent. Le Rwanda soutient les deux.", "supports"),
    # no parties
    ("Le JNIM a deux bases. Les deux ont été attaquées par le Mali.", "supports"),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_the_members_of_the_set_are_found(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in claims_in(reader, text)


@pytest.mark.parametrize(("text", "relation"), UNREAD)
def test_a_set_that_nothing_settles_is_nobody(reader: Reader, text: str, relation: str) -> None:
    assert not [claim for claim in claims_in(reader, text) if f" {relation} " in claim]
