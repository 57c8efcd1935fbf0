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
    # what an event did to somebody, told by a noun
    ("La mort de dix soldats nigériens dans une attaque de l'EIGS a été annoncée.", ("eigs attacks armée nigérienne",)),
    (
        "Les FARDC annoncent la mort de neuf soldats dans une attaque, revendiquée par les ADF.",
        ("adf attacks neuf soldats",),
    ),
    # whoever is blamed in a relative clause
    ("Dix villageois ont été tués dans une attaque que la police attribue au JNIM.", ("jnim attacks Dix villageois",)),
    # a participle that agrees with the noun above
    ("L'ONU a prolongé d'un an l'embargo sur les armes imposé au Soudan.", ("onu sanctions soudan",)),
    # a cleft with its place before it
    ("Au Wollo, ce sont les Fano qui font la loi.", ("fano controls Wollo",)),
    # « celle de X », the most of an event, an operation that goes on
    ("La brigade Al-Nasr, celle de Saddam Haftar, est partie.", ("saddam-haftar leads brigade Al-Nasr",)),
    ("Le M23 a mené l'essentiel des combats contre les FARDC.", ("m23 fights fardc",)),
    ("Le M23 respecte l'accord signé en mars avec les FARDC.", ("m23 agreesWith fardc",)),
    ("Les combattants du M23 sont postés devant Goma.", ("m23 operatesIn goma",)),
    # an event told before: claimed, blamed, joined, repelled
    ("Dix civils ont été tués à Gao. L'attaque a été revendiquée par le JNIM.", ("jnim attacks Dix civils",)),
    ("Dix civils ont été tués à Gao. Le JNIM a revendiqué cette attaque.", ("jnim attacks Dix civils",)),
    ("Un drone a frappé Kadugli. L'ONU attribue la frappe aux FSR.", ("forces-de-soutien-rapide attacks kadugli",)),
    ("Un drone a frappé Kadugli. L'ONU l'impute aux FSR.", ("forces-de-soutien-rapide attacks kadugli",)),
    ("Dix civils ont été tués à Gao. Le JNIM a pris part à l'attaque.", ("jnim attacks Dix civils",)),
    ("Le M23 a attaqué Sake. Les FARDC ont repoussé l'assaut.", ("m23 attacks fardc",)),
    ("Dix civils ont été tués à Gao. Le Mali a mis en cause le JNIM.", ("jnim attacks Dix civils",)),
    ("Onze villageois ont été tués à Gao. Le maire impute leur mort au JNIM.", ("jnim attacks Onze villageois",)),
    # what a word means depends on who does it
    ("Lawrence Kanyuka s'en prend aux FARDC.", ("Lawrence Kanyuka condemns fardc",)),
    ("L'armée malienne a traité une colonne du JNIM.", ("fama attacks jnim",)),
]

# sentence -> claims that must not be there
UNREAD: list[tuple[str, tuple[str, ...]]] = [
    ("Le M23 a pris part à l'attaque de l'EIGS contre Gao.", ("m23 attacks gao",)),
    ("La Croix-Rouge a participé aux secours après l'attaque de Goma.", ("goma",)),
    ("Washington déploie des soldats dans le nord-est de la Syrie.", ("locatedIn",)),
    ("Le M23 a pris Goma, dans une offensive éclair.", ("locatedIn",)),
    ("Dix civils ont été tués à Gao. Le Mali a condamné l'attaque.", ("attacks",)),
    ("Dix civils ont été tués à Gao. Le JNIM a revendiqué l'attaque de la caserne.", ("Dix civils",)),
    ("Le M23 a attaqué Sake. Les FARDC ont lancé l'offensive.", ("fardc attacks",)),
    ("Le JNIM a tué dix civils. Le Mali a mis en cause l'Algérie.", ("algerie attacks",)),
    ("Une société établie à Goma a livré des drones.", ("operatesIn",)),
    ("La mort de dix soldats dans un accident a choqué l'EIGS.", ("attacks",)),
    ("Le M23 a signé l'accord, rejeté par les FARDC.", ("agreesWith",)),
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
