"""« des villes comme X et Y », lists in brackets, agreement and shared conditions, read with the shipped pipeline."""

from __future__ import annotations

import pytest
from text.examples import claims_in, document

from kg.text.reader import Reader

READ: list[tuple[str, tuple[str, ...]]] = [
    ("Le M23 contrôle des villes comme Goma et Bukavu.", ("m23 controls goma", "m23 controls bukavu")),
    ("Le M23 contrôle plusieurs villes, dont Goma et Bukavu.", ("m23 controls goma", "m23 controls bukavu")),
    ("Des pays tels que le Rwanda et l'Ouganda soutiennent le M23.", ("rwanda supports m23", "ouganda supports m23")),
    ("Des pays, comme le Rwanda et l'Ouganda, soutiennent le M23.", ("rwanda supports m23", "ouganda supports m23")),
    ("Plusieurs pays, notamment le Rwanda et l'Ouganda, soutiennent le M23.", ("rwanda supports m23",)),
    ("L'Inde combat des groupes armés, parmi lesquels le JNIM et le M23.", ("inde fights jnim", "inde fights m23")),
    ("Trois pays (le Rwanda, l'Ouganda et le Burundi) soutiennent le M23.", ("burundi supports m23",)),
    ("Les deux pays voisins, le Rwanda et l'Ouganda, soutiennent le M23.", ("rwanda supports m23",)),
    # those whom two sides sent
    ("Des délégués du Mali et du M23 se sont rencontrés.", ("mali negotiatesWith m23",)),
    ("Les présidents malien et nigérien ont signé un accord.", ("mali agreesWith niger",)),
    # those who are named as allies
    ("L'Inde et ses alliés, dont l'Iran et le Mali, avancent.", ("iran alliedWith inde", "mali alliedWith inde")),
    # a name is no adverb
    ("Le Soudan accuse N'Djamena d'aider le M23.", ("soudan accuses tchad", "tchad supports m23")),
    ("Les rebelles, comme le Rwanda, soutiennent le M23.", ("rwanda supports m23",)),
]

UNREAD: list[tuple[str, str]] = [
    ("Des pays dont la France a expulsé les consuls soutiennent le M23.", "france supports m23"),
    ("Des villes, dont le M23 tire profit, soutiennent le Rwanda.", "m23 supports rwanda"),
    # how strong a reinforcement is
    ("Le M23 a reçu un renfort de mille hommes.", "mille hommes givesMilitarySupportTo m23"),
    ("Le M23 a reçu un renfort de 1000 personnes.", "1000 personnes givesMilitarySupportTo m23"),
    # irregulars of a country are not its army
    (
        "L'armée syrienne recule. Le M23 affronte les troupes turques et leurs supplétifs syriens.",
        "armee-syrienne givesMilitarySupportTo armee-turque",
    ),
    # behind whoever receives, a country only says where
    ("L'Iran a envoyé des armes au M23 au Mali.", "iran supplies mali"),
    ("Les rebelles, le Mali et le Niger ont signé un accord.", "rebelles agreesWith niger"),
    ("Le Groupe de soutien à l'islam et aux musulmans (GSIM, JNIM) soutient le M23.", "gsim supports m23"),
]


@pytest.mark.parametrize(("text", "claims"), READ, ids=[text for text, _ in READ])
def test_what_is_said_of_the_noun_is_said_of_its_examples(reader: Reader, text: str, claims: tuple[str, ...]) -> None:
    assert set(claims) <= claims_in(reader, text)


@pytest.mark.parametrize(("text", "claim"), UNREAD, ids=[f"{text} {claim}" for text, claim in UNREAD])
def test_who_only_stands_near_is_no_example(reader: Reader, text: str, claim: str) -> None:
    assert claim not in claims_in(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Si le Mali quitte la CEDEAO et s'allie avec la Russie, le Niger partira.",
        "Si le Mali attend et que le Niger s'allie avec la Russie, la CEDEAO se taira.",
    ],
)
def test_one_si_makes_all_its_clauses_conditions(reader: Reader, text: str) -> None:
    (claim,) = (c for c in reader.read(document(text)) if c.relation == "alliedWith")
    assert claim.certainty == "possible"


def test_who_offers_something_does_not_say_so(reader: Reader) -> None:
    (claim,) = reader.read(document("Des véhicules offerts par l'Inde au M23 ont été vus."))
    assert (claim.relation, claim.attribution) == ("supplies", None)
