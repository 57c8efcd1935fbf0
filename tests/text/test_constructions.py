"""Constructions of French news, read with the shipped pipeline: what a sentence claims, and what it does not."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

# sentence -> claims that must be there, as « subject relation object », by gazetteer ids or labels
READ: list[tuple[str, tuple[str, ...]]] = [
    (
        "Le Mali a rompu ses relations avec l'Ukraine, qu'il accuse d'avoir aidé le Niger.",
        ("mali accuses ukraine", "ukraine supports niger"),
    ),
    # the subject of « se faire », « se voir » undergoes
    ("Le M23 s'est fait chasser de Goma par l'armée congolaise.", ("fardc attacks m23", "m23 losesControlOf goma")),
    ("Le Niger s'est vu reprocher par le Mali d'abriter le JNIM.", ("mali accuses niger", "niger shelters jnim")),
    # gapped accusation: each infinitive has its own subject
    (
        "Le Mali accuse la Russie d'avoir attaqué Kidal, et l'Ukraine d'armer le M23.",
        ("mali accuses russie", "mali accuses ukraine", "russie attacks kidal", "ukraine supplies m23"),
    ),
    # relatives
    (
        "Le Rwanda, que des associations congolaises accusent de piller Goma, se tait.",
        ("associations congolaises accuses rwanda",),
    ),
    ("L'armée libanaise, que finance en partie le Qatar, recrute.", ("qatar finances armee-libanaise",)),
    ("Wagner, que pilote un général, forme désormais la garde malienne.", ("wagner trains garde malienne",)),
    ("Le M23, dont le Rwanda assure la formation, avance.", ("rwanda trains m23",)),
    # what the verb takes, behind a name or an agent
    ("Un traité de défense lie le Tchad à la France.", ("tchad agreesWith france",)),
    ("Une dizaine de drones ont été livrés par la Turquie au Mali.", ("turquie supplies mali",)),
    ("L'accord conclu par le gouvernement malien avec le CSP-DPA tient.", ("mali agreesWith csp-dpa",)),
    # a second complement with the same preposition
    (
        "La reprise de Goma, puis de Bukavu, par l'armée congolaise a été saluée.",
        ("fardc captures goma", "fardc captures bukavu"),
    ),
    # passive light verbs
    ("Le M23 a été placé sous sanctions par la France.", ("france sanctions m23",)),
    # predicates after « comme », « pour »
    ("Le Rwanda est considéré comme l'allié du M23.", ("rwanda alliedWith m23",)),
    ("Le Rwanda passe pour le parrain du M23.", ("rwanda supports m23",)),
    ("Le Mali et le Niger, alliés de la Russie, se taisent.", ("mali alliedWith russie", "niger alliedWith russie")),
    # who gets what somebody supplied
    ("Le Mali dispose de drones fournis par la Turquie.", ("turquie supplies mali",)),
    ("Le M23 a attaqué Goma avec des drones livrés par le Rwanda.", ("rwanda supplies m23",)),
    ("L'armée malienne, équipée de blindés vendus par la Russie, avance.", ("russie supplies fama",)),
    # places behind « y » and « en »
    ("Le M23 a tenu Goma avant d'en être chassé par l'armée congolaise.", ("m23 losesControlOf goma",)),
    # « du », « de l' » before what the lexicon knows as the object of the verb is an article
    ("Le Rwanda a fourni du carburant au M23.", ("rwanda supplies m23",)),
    ("Le M23 reçoit de l'argent du Rwanda.", ("rwanda finances m23",)),
    ("La Turquie a livré du matériel militaire à l'armée malienne.", ("turquie supplies fama",)),
    # who is behind the event in which somebody dies
    ("Vingt soldats maliens ont péri dans une embuscade du JNIM.", ("jnim attacks fama",)),
    ("L'armée malienne a perdu vingt soldats dans une attaque du JNIM.", ("jnim attacks fama",)),
    # a present participle behind a comma is about the subject
    ("Le JNIM a attaqué un village situé au sud de Gao, tuant des soldats maliens.", ("jnim attacks fama",)),
    # who is accused, behind who accuses
    ("Wagner est accusé par des notables d'avoir pillé Gao.", ("wagner attacks gao",)),
    # lists behind a preposition
    (
        "Le maréchal Haftar, soutenu par la Russie, l'Égypte et la France, se tait.",
        ("russie supports khalifa-haftar", "egypte supports khalifa-haftar", "france supports khalifa-haftar"),
    ),
    # combats that the subject went through
    ("Le M23 a pris Goma après de violents combats avec l'armée congolaise.", ("m23 fights fardc",)),
    ("Le Hezbollah, affaibli par la guerre avec Israël, recule.", ("hezbollah fights israel",)),
    # complements of the verb behind the complement of its object
    ("La Russie livre des avions de chasse à l'armée malienne.", ("russie supplies fama",)),
    ("L'armée congolaise a chassé le M23 de la ville de Goma.", ("m23 losesControlOf goma",)),
    # an event, its place, and who is said to be behind it
    (
        "Des soldats maliens sont morts dans une attaque contre Gao, dans le nord du Mali, revendiquée par le JNIM.",
        ("jnim attacks gao", "jnim attacks fama"),
    ),
    ("Trois soldats maliens ont été tués par des tirs attribués au JNIM.", ("jnim attacks fama",)),
    ("Les pourparlers prévus mardi à Doha entre le Mali et le CSP-DPA ont échoué.", ("mali negotiatesWith csp-dpa",)),
    # names before the comma are the subject
    ("Le JNIM et le M23, deux groupes restés fidèles à la Russie, avancent.", ("jnim supports russie",)),
    # words that taggers misread
    ("L'Iran a riposté en tirant des missiles sur Israël.", ("iran attacks israel",)),
    ("Tripoli, soutenue militairement par la Turquie, avance.", ("turquie supports libye",)),
    ("Le JNIM, branche sahélienne d'Al-Qaïda, recrute.", ("jnim affiliatedWith al-qaida",)),
    ("Le JNIM a infligé une lourde défaite à l'armée malienne.", ("jnim attacks fama",)),
    ("L'armée malienne a investi Kidal.", ("fama captures kidal",)),
    ("Le Tchad, ex-allié de la France, se tait.", ("tchad alliedWith france",)),
    ("Moscou et Ankara s'étaient accordés sur un cessez-le-feu.", ("russie agreesWith turquie",)),
    # an accord that somebody announces is between the parties it names
    ("Un cessez-le-feu entre le Mali et le CSP-DPA a été annoncé par le Qatar.", ("mali agreesWith csp-dpa",)),
    # relatives with their auxiliary, places behind « où »
    ("Une rançon que le Qatar aurait versée au JNIM fait débat.", ("qatar finances jnim",)),
    ("Gao, où le JNIM est présent, reste calme.", ("jnim operatesIn gao",)),
    ("Le JNIM, que commande Iyad Ag Ghali, a pris Gao.", ("jnim captures gao",)),
    # behind an aside the verb's complements go on
    (
        "La Russie a tiré des missiles, en coordination avec le Mali, sur des positions du JNIM.",
        ("russie attacks jnim",),
    ),
    ("Le M23 tenait Goma, aussitôt investie par l'armée congolaise.", ("fardc captures goma",)),
    # participles apart from their auxiliary, subjects behind an opening place, « dont le chef »
    ("Khartoum avait, dès 2003, armé les FSR.", ("soudan supplies forces-de-soutien-rapide",)),
    ("L'armée malienne n'a à aucun moment abandonné Gao.", ("fama losesControlOf gao",)),
    ("Le JNIM, dont le chef, Iyad Ag Ghali, est recherché, recule.", ("iyad-ag-ghali leads jnim",)),
    # a clause without its verb
    (
        "L'Iran soutient le Hezbollah, la Russie les FSR.",
        ("iran supports hezbollah", "russie supports forces-de-soutien-rapide"),
    ),
    (
        "Kigali arme le M23, et Kinshasa les FDLR.",
        ("rwanda supplies m23", "republique-democratique-du-congo supplies fdlr"),
    ),
    # relatives shared by two verbs, or torn from the phrase before them
    ("Le M23, que le Rwanda soutient et arme, a pris Goma.", ("rwanda supports m23", "rwanda supplies m23")),
    ("Voici le bureau des FDLR, que dirige depuis Goma Corneille Nangaa.", ("Corneille Nangaa leads fdlr",)),
    # who is somewhere is present there
    ("Les soldats russes sont à Gao, à Ber, à Kidal.", ("armee-russe operatesIn kidal",)),
    ("Wagner, dont les hommes stationnent à Gao, recrute.", ("wagner operatesIn gao",)),
    # an event behind places and commas
    (
        "Deux soldats maliens ont été tués près de Gao, dans le nord du Mali, dans une embuscade tendue par le JNIM.",
        ("jnim attacks fama",),
    ),
    # what is one with the verb
    ("Washington a frappé le M23 de sanctions.", ("etats-unis sanctions m23",)),
    (
        "L'Iran et la Turquie fournissent pour leur part drones et missiles à l'armée soudanaise.",
        ("iran supplies armée soudanaise",),
    ),
    # whose aid it is, who was driven out, who holds the place
    (
        "Le M23 a été repoussé par les FARDC avec l'appui de l'armée burundaise.",
        ("fardc attacks m23", "fdnb givesMilitarySupportTo fardc"),
    ),
    ("Chassés du Niger, les soldats français ont laissé trois armées à nu.", ("armee-francaise losesControlOf niger",)),
    ("Le porte-parole du M23, qui occupe Goma, se tait.", ("m23 controls goma",)),
    # where complements hang, forms that taggers do not know
    (
        "Kiev accuse Pyongyang d'avoir envoyé 12 000 soldats en renfort à la Russie.",
        ("coree-du-nord givesMilitarySupportTo russie",),
    ),
    ("Soutenues par les États-Unis, les FDS ont dû abandonner Kobané.", ("etats-unis supports FDS",)),
    ("L'EIGS, actif au Niger et au Mali, a attaqué Gao.", ("eigs operatesIn mali",)),
    ("Le JNIM, dont la Katiba Macina est la principale composante, a attaqué Gao.", ("katiba-macina memberOf jnim",)),
    ("Oumar Sissoko, qui se présente comme porte-parole du CSP-DPA, a parlé.", ("Oumar Sissoko speaksFor csp-dpa",)),
    # « pour y » and an infinitive
    ("L'armée malienne est arrivée à Ber pour y combattre le JNIM.", ("fama fights jnim",)),
]

UNREAD: list[tuple[str, str]] = [
    ("Un cessez-le-feu entre le Mali et le CSP-DPA a été annoncé par le Qatar.", "qatar agreesWith mali"),
    ("Le Mali a dénoncé un rapport bâclé ; l'Algérie, qui présentait sa stratégie, se tait.", "mali condemns algerie"),
    ("La deuxième ronde oppose le Mali au Niger.", "mali fights niger"),
    ("Dix civils ont été tués lors de combats avec le JNIM.", "dix civils fights jnim"),
    ("Le M23 a pris Goma après une attaque contre l'armée congolaise.", "m23 fights fardc"),
    ("Selon la Russie, l'Ukraine et la France ont attaqué le Mali.", "russie attacks mali"),
    ("Wagner est accusé par des notables d'avoir pillé Gao.", "notables attacks gao"),
    ("Le Mali accuse la Russie d'avoir attaqué Kidal, et l'Ukraine d'armer le M23.", "ukraine attacks kidal"),
    ("Le Mali accuse la Russie d'avoir attaqué Kidal, et l'Ukraine d'armer le M23.", "russie supplies m23"),
    ("Le Rwanda, que des associations congolaises accusent de piller Goma, se tait.", "rwanda accuses rwanda"),
    ("Le Mali regarde des drones fournis par la Turquie au Tchad.", "turquie supplies mali"),
    ("Goma est tombée aux mains du M23.", "m23 controls goma"),
    ("Des soldats maliens sont morts pendant une visite du président russe.", "russie attacks fama"),
    ("L'Iran soutient le Hezbollah, la Russie les FSR.", "iran supports forces-de-soutien-rapide"),
    ("Le Rwanda soutient le M23, les FDLR, le RED-Tabara et la Codeco.", "fdlr supports red-tabara"),
    ("Washington a frappé le M23 de sanctions.", "etats-unis attacks m23"),
    ("Le M23 a été repoussé avec l'aide de l'armée burundaise.", "fdnb givesMilitarySupportTo m23"),
    ("Le Mali a envoyé une délégation en visite à Moscou.", "mali givesMilitarySupportTo russie"),
    ("Le président russe est à Gao.", "vladimir-poutine operatesIn gao"),
    ("C'est le JNIM qui a attaqué Djibo, et non l'EIGS.", "jnim attacks eigs"),
    ("Ce n'est pas le JNIM qui a attaqué Djibo, mais l'EIGS.", "jnim attacks eigs"),
    ("L'armée malienne s'est rendue à Ber.", "fama losesControlOf ber"),
]


@pytest.mark.parametrize(("text", "claims"), READ, ids=[text for text, _ in READ])
def test_the_construction_is_read(reader: Reader, text: str, claims: tuple[str, ...]) -> None:
    assert set(claims) <= claims_in(reader, text)


@pytest.mark.parametrize(("text", "claim"), UNREAD, ids=[f"{text} {claim}" for text, claim in UNREAD])
def test_nothing_more_is_read_than_said(reader: Reader, text: str, claim: str) -> None:
    assert claim not in claims_in(reader, text)
