"""Attacks, ground, offices and dealings where words hang elsewhere than their sense; and what stays unread.

Sentences are our own, read with the shipped pipeline.
"""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

CONGO = "republique-democratique-du-congo"

# sentence -> claims that must be there, as « subject relation object », by gazetteer ids or labels
READ: list[tuple[str, tuple[str, ...]]] = [
    # participles behind a comma, taken for finite verbs or sisters of the verb above
    ("À Bankass, reprise le 3 mai 2024 par les FAMa, la vie reprend.", ("fama captures bankass",)),
    ("L'attaque d'un camp de Gao, déjà revendiquée par le JNIM, a choqué.", ("jnim attacks camp de Gao",)),
    ("Goma, d'où les FARDC s'étaient repliées, est calme.", ("fardc losesControlOf goma",)),
    # the complements of a participle are the event's
    ("Le GATIA a revendiqué une embuscade tendue le 4 mars 2024 à l'EIGS.", ("gatia attacks eigs",)),
    (
        "La séance de négociations prévue en mars à Doha entre Kinshasa et le M23 est reportée.",
        (f"{CONGO} negotiatesWith m23",),
    ),
    # a second agent is no subject
    (
        "L'accord signé en mars par le gouvernement éthiopien et le TPLF est mort.",
        ("ethiopie agreesWith front-de-liberation-du-peuple-du-tigre",),
    ),
    # a verb before a name that nobody knows
    ("La brigade Al-Nasr que dirige Chebrak tient Zaouïa.", ("brigade Al-Nasr controls zaouia",)),
    # nouns and adjectives for a tie of two
    ("Boko Haram et l'EIGS sont pourtant ennemis.", ("boko-haram fights eigs",)),
    ("Le JNIM et l'EIGS sont rivaux.", ("jnim fights eigs",)),
    # two complements with one preposition
    ("Le retrait de l'armée israélienne de Khan Younès a été confirmé.", ("tsahal losesControlOf khan-younes",)),
    ("Le repli des FARDC de Sake a semé la panique.", ("fardc losesControlOf sake",)),
    # taking part in an event that has no agent beside it
    (
        "Le TPLF a participé à l'offensive lancée contre Woldiya.",
        ("front-de-liberation-du-peuple-du-tigre attacks woldiya",),
    ),
    ("Le JNIM a pris part, avec l'EIGS, à la reconquête de Kidal.", ("jnim captures kidal",)),
    # presence told by a predicate noun
    ("À Goma, le M23 reste la seule force présente.", ("m23 operatesIn goma",)),
    ("Nos forces, les FARDC, sont déployées jusqu'à Goma.", ("fardc operatesIn goma",)),
    # a quantity of places
    (
        "L'armée ukrainienne occupe Soudja et plusieurs dizaines de villages.",
        ("armee-ukrainienne controls dizaines de villages",),
    ),
    # where a place lies
    ("Ber, dans la région de Tombouctou, a été reprise.", ("ber locatedIn region-de-tombouctou",)),
]

# sentence -> claims that must not be there
UNREAD: list[tuple[str, tuple[str, ...]]] = [
    ("Le M23 a pris part à l'attaque de l'EIGS contre Gao.", ("m23 attacks gao",)),
    ("La Croix-Rouge a participé aux secours après l'attaque de Goma.", ("goma",)),
    ("Washington déploie des soldats dans le nord-est de la Syrie.", ("locatedIn",)),
    ("Le M23 a pris Goma, dans une offensive éclair.", ("locatedIn",)),
    ("Le JNIM a attaqué Gao, tué dix soldats et pris la fuite.", ("gao attacks",)),
]


@pytest.mark.parametrize(("sentence", "expected"), READ, ids=[s for s, _ in READ])
def test_what_is_done_is_read_wherever_its_words_hang(reader: Reader, sentence: str, expected: tuple[str, ...]) -> None:
    found = claims_in(reader, sentence)
    assert set(expected) <= found, found


@pytest.mark.parametrize(("sentence", "barred"), UNREAD, ids=[s for s, _ in UNREAD])
def test_nothing_more_is_read_than_is_said(reader: Reader, sentence: str, barred: tuple[str, ...]) -> None:
    found = claims_in(reader, sentence)
    assert not [c for c in found for b in barred if b in c], found
