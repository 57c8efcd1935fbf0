"""Who does what where the nearest name is the wrong one: sentences that must give exactly these claims."""

from __future__ import annotations

import pytest
from text.examples import document

from kg.records import Claim, Entity
from kg.text.reader import Reader

# text, relation, the pairs (subject, object) with a sign for polarity
SENTENCES: list[tuple[str, str, set[tuple[str, str, str]]]] = [
    # prepositions of company: who acts, not whom the nearest noun names
    (
        "Londres met en garde l'Ouganda contre son engagement militaire aux côtés du M23.",
        "alliedWith",
        {("Ouganda", "M23", "+")},
    ),
    (
        "Le Kremlin nie la présence de soldats nord-coréens aux côtés de son armée.",
        "alliedWith",
        {("armée nord-coréenne", "armée russe", "-")},
    ),
    (
        "L'Égypte a soutenu l'offensive contre les FSR, avec l'aide de l'Érythrée.",
        "supports",
        {("Érythrée", "Égypte", "+")},
    ),
    ("Les assaillants ont été repoussés avec l'appui de l'armée turque.", "givesMilitarySupportTo", set()),
    (
        "Le JNIM a attaqué un poste des FAMa aux côtés du FLA.",
        "alliedWith",
        {("JNIM", "Front de libération de l'Azawad", "+")},
    ),
    # a spokesman's own deed is that of whom he speaks for; a head of state speaks of himself
    (
        "Le ministre tchadien de la Défense, Issaka Malloua, a nié avoir armé le FACT.",
        "supplies",
        {("Tchad", "Front pour l'alternance et la concorde au Tchad", "-")},
    ),
    ("Paul Kagame a nié avoir armé le M23.", "supplies", {("Paul Kagame", "M23", "-")}),
    # a pronoun is no body of the state that it fights
    ("La Somalie proteste. L'armée somalienne mène une offensive contre elle.", "attacks", set()),
    # a broken tie is told by the break
    ("Le Niger a rompu ses accords militaires avec les États-Unis.", "agreesWith", set()),
    ("Le Niger a signé des accords militaires avec les États-Unis.", "agreesWith", {("Niger", "États-Unis", "+")}),
    # a participle beside the denial
    ("Le Mali a rejeté cette version, accusant l'Algérie de mentir.", "accuses", {("Mali", "Algérie", "+")}),
    (
        "Le Tchad a réfuté avoir aidé les FSR en livrant des armes aux Janjawids.",
        "supplies",
        {("Tchad", "Janjawids", "-")},
    ),
    # where they fired from is no target, who is asked to step in attacks nobody
    ("Le Hezbollah a envoyé trente roquettes du Liban vers la mer.", "attacks", set()),
    ("Le Soudan réclame une intervention de l'ONU.", "attacks", set()),
    # whose infinitive it is
    ("La Russie a accordé à l'Iran la permission d'attaquer Israël.", "attacks", {("Iran", "Israël", "+")}),
    (
        "Moscou y voit une manière pour la Corée du Nord de soutenir la Russie.",
        "supports",
        {("Corée du Nord", "Russie", "+")},
    ),
    # a village of a region is not the region
    (
        "L'armée malienne a chassé le JNIM de deux villages de la région de Mopti.",
        "losesControlOf",
        {("JNIM", "deux villages de la région de Mopti", "+")},
    ),
    # services of intelligence give more than intelligence
    ("Le M23 bénéficie d'un soutien des services de renseignement rwandais.", "givesIntelligenceTo", set()),
    # partners within a union
    ("Le Mali et ses partenaires de l'Union africaine négocient.", "alliedWith", set()),
    # « aucun groupe » names nobody, « aucun civil » does
    ("Le Bénin n'abrite aucun groupe armé.", "shelters", set()),
    ("L'Ouganda n'abrite pas le M23.", "shelters", {("Ouganda", "M23", "-")}),
    # an assault on a base is no presence of those who storm it
    ("Le M23 a donné l'assaut à la base des FARDC à Sake.", "operatesIn", set()),
]


def _name(entity: Entity) -> str:
    return entity.label


def _sign(claim: Claim) -> str:
    return "+" if claim.polarity == "positive" else "-"


@pytest.mark.parametrize(("text", "relation", "expected"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_whose_deed_it_is(text: str, relation: str, expected: set[tuple[str, str, str]], reader: Reader) -> None:
    found = {
        (_name(c.subject), _name(c.object), _sign(c))
        for c in reader.read(document(text))
        if c.relation == relation and isinstance(c.object, Entity)
    }
    assert found == expected
