"""Second members of pairs, and what is said of one of them or of both, read with the shipped pipeline."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

READ: list[tuple[str, tuple[str, ...]]] = [
    ("Des combats ont éclaté entre une milice armée par l'Inde et le M23.", ("inde supplies milice armée par l'Inde",)),
    ("Les combats entre le JNIM, armé par l'Inde, et le M23 continuent.", ("jnim fights m23",)),
    (
        "Les combats entre le JNIM, que soutient l'Inde, et le M23 ont repris.",
        ("jnim fights m23", "inde supports jnim"),
    ),
    (
        "Les négociations entre le M23, une rébellion née en 2012, et Kinshasa ont repris.",
        ("m23 negotiatesWith republique-democratique-du-congo",),
    ),
    ("Le Mali, qui soutient le M23, et le Niger ont signé un accord.", ("mali agreesWith niger", "mali supports m23")),
    # the war is that of whom somebody helps
    ("L'Inde apporte son soutien au Mali dans son combat contre le M23.", ("mali fights m23",)),
    ("Le JNIM et les FDLR, soutenus par l'Inde, avancent.", ("inde supports jnim", "inde supports fdlr")),
    ("Le JNIM et le M23, tous deux soutenus par l'Inde, avancent.", ("inde supports jnim", "inde supports m23")),
]

UNREAD: list[tuple[str, str]] = [
    ("Des combats ont éclaté entre un groupe armé par l'Inde et le M23.", "inde supplies m23"),
    (
        "Des combats ont éclaté entre un groupe soutenu par l'Inde et le Mali.",
        "mali supports groupe soutenu par l'Inde",
    ),
    ("Les combats entre le JNIM, que soutient l'Inde, et le M23 ont repris.", "inde supports m23"),
    ("L'Inde apporte son soutien au Mali dans son combat contre le M23.", "inde fights m23"),
    ("Le JNIM, soutenu par l'Inde, et le M23 ont signé un accord.", "inde supports m23"),
]


@pytest.mark.parametrize(("text", "claims"), READ, ids=[text for text, _ in READ])
def test_the_second_member_is_found(reader: Reader, text: str, claims: tuple[str, ...]) -> None:
    assert set(claims) <= claims_in(reader, text)


@pytest.mark.parametrize(("text", "claim"), UNREAD, ids=[text for text, _ in UNREAD])
def test_what_stands_behind_the_first_is_not_said_of_the_second(reader: Reader, text: str, claim: str) -> None:
    assert claim not in claims_in(reader, text)
