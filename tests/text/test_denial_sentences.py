"""Denials and negations as the press writes them: what is claimed, with which polarity, and by whom."""

from __future__ import annotations

import re

import pytest
from text.examples import document

from kg.records import Claim, Entity
from kg.text.reader import Reader

LOCAL = re.compile(r"[0-9a-f]{16}")

# text, relation, {(subject, object, polarity, speaker)}: all claims of that relation, no more
SENTENCES: list[tuple[str, str, set[tuple[str, str, str, str | None]]]] = [
    ("Le Rwanda nie soutenir le M23.", "supports", {("rwanda", "m23", "negative", "rwanda")}),
    ("Le Rwanda a toujours nié soutenir le M23.", "supports", {("rwanda", "m23", "negative", "rwanda")}),
    ("Le Mali n'est pas l'allié de la France.", "alliedWith", {("mali", "france", "negative", None)}),
    ("Le Mali dit ne pas être l'allié de la France.", "alliedWith", {("mali", "france", "negative", "mali")}),
    ("Le CSP-DPA n'a pas d'alliance avec le JNIM.", "alliedWith", {("csp-dpa", "jnim", "negative", None)}),
    ("Ménaka n'est plus sous le contrôle de l'EIGS.", "controls", {("eigs", "menaka", "negative", None)}),
    ("Le Mali n'est pas en guerre contre le JNIM.", "fights", {("mali", "jnim", "negative", None)}),
    (
        "Kinshasa accuse le Rwanda de soutenir le M23. Kigali nie toute implication.",
        "supports",
        {("rwanda", "m23", "positive", "republique-democratique-du-congo"), ("rwanda", "m23", "negative", "rwanda")},
    ),
    (
        "Selon l'ONU, le Rwanda soutient le M23. Faux, répond Kigali.",
        "supports",
        {("rwanda", "m23", "positive", "onu"), ("rwanda", "m23", "negative", "rwanda")},
    ),
    (
        "Le Mali accuse l'Algérie de soutenir le JNIM, des accusations démenties par Alger.",
        "supports",
        {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
    ),
    (
        "Le porte-parole de l'Algérie a démenti : « L'Algérie ne soutient pas le JNIM. »",
        "supports",
        {("algerie", "jnim", "negative", "porte-parole de l'Algérie")},
    ),
    (
        "Le CSP-DPA n'a reçu d'aide de personne, ni de l'Ukraine ni de l'Algérie.",
        "supports",
        {("ukraine", "csp-dpa", "negative", None), ("algerie", "csp-dpa", "negative", None)},
    ),
    ("Kiev nie toute implication dans l'attaque de Gao par le JNIM.", "attacks", {("jnim", "gao", "positive", None)}),
    (
        "Il ne fait aucun doute que le Rwanda soutient le M23.",
        "supports",
        {("rwanda", "m23", "positive", None)},
    ),
    (
        "« Le Niger soutient le JNIM », a déclaré le Mali. « Il attaque Gao. »",
        "attacks",
        {("niger", "gao", "positive", "mali")},
    ),
    (
        "Le Mali a déclaré que Gao tient. « Le Niger soutient le JNIM », a-t-il ajouté.",
        "supports",
        {("niger", "jnim", "positive", "mali")},
    ),
    (
        "L'armée malienne salue la victoire et nie avoir attaqué Moura.",
        "attacks",
        {("fama", "moura", "negative", "fama")},
    ),
    ("Le M23 obéit aux ordres de Kigali, soutient Kinshasa.", "supports", set()),
    (
        "Le Rwanda, soutenu par la France, accuse le M23 de massacres.",
        "accuses",
        {("rwanda", "m23", "positive", None)},
    ),
    # words and idioms that call it untrue, after an accusation
    *(
        (
            f"Le Mali accuse l'Algérie de soutenir le JNIM. {denial}",
            "supports",
            {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
        )
        for denial in (
            "Alger s'en défend.",
            "Alger le nie.",
            "Alger assure le contraire.",
            "Il n'en est rien, assure Alger.",
            "« Absurde », a réagi Alger.",
            "« Accusation gratuite », a balayé Alger.",
            "Des mensonges, selon Alger.",
            "Alger crie à la manipulation.",
            "Alger parle de « fable ».",
            "Alger a qualifié ces propos de « délire ».",
            "Alger juge ces accusations grotesques.",
            "Alger dénonce une cabale.",
            "Alger jure n'y être pour rien.",
            "Alger dit n'avoir rien à voir avec cette affaire.",
            "Alger rejette des accusations « imaginaires ».",
        )
    ),
    *(
        (
            f"Le Mali accuse l'Algérie de soutenir le JNIM. {no_denial}",
            "supports",
            {("algerie", "jnim", "positive", "mali")},
        )
        for no_denial in (
            "Alger dénonce les mensonges de la France.",
            "Alger n'a pas parlé de fable.",
            "Alger dit n'avoir rien à voir avec le Niger.",
            "Alger a démenti que le Niger attaque Gao.",
            "Cette accusation est grave.",
        )
    ),
    (
        "Le Mali accuse l'Algérie de soutenir le JNIM, ce qu'Alger a toujours nié.",
        "supports",
        {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
    ),
    (
        "Le JNIM soutient l'EIGS. Le Mali soupçonne l'Algérie de mentir, ce que dément Alger.",
        "supports",
        {("jnim", "eigs", "positive", None)},
    ),
    # a negated clause that takes up what was said
    (
        "Le Mali accuse l'Algérie de livrer des armes au JNIM. Alger jure n'avoir fourni d'armes à personne.",
        "supplies",
        {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
    ),
    (
        "Le Mali accuse l'Algérie de livrer des armes au JNIM. « Nous n'armons aucun groupe », répond Alger.",
        "supplies",
        {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
    ),
    (
        "Le Mali accuse l'Algérie d'abriter le JNIM. Alger répond qu'elle n'accueille que des réfugiés.",
        "shelters",
        {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
    ),
    (
        "Le Mali accuse l'Algérie d'abriter le JNIM. « Nous n'armons aucun groupe », répond Alger.",
        "shelters",
        {("algerie", "jnim", "positive", "mali")},
    ),
    (
        "Selon des habitants, le M23 a pris Goma. L'armée congolaise a démenti la chute de la ville.",
        "captures",
        {("m23", "goma", "positive", "habitants"), ("m23", "goma", "negative", "fardc")},
    ),
    (
        "Israël et le Liban ont signé un accord. Beyrouth reproche à Israël de ne jamais honorer cet accord.",
        "agreesWith",
        {("israel", "liban", "positive", None)},
    ),
    # who is denied, and how far
    ("L'Algérie conteste avoir jamais abrité le JNIM.", "shelters", {("algerie", "jnim", "negative", "algerie")}),
    (
        "Le M23 contrôle Goma, et non Bukavu.",
        "controls",
        {("m23", "goma", "positive", None), ("m23", "bukavu", "negative", None)},
    ),
    (
        "Le Mali ne s'est allié ni à la France ni à l'Algérie.",
        "alliedWith",
        {("mali", "france", "negative", None), ("mali", "algerie", "negative", None)},
    ),
    (
        "Le Niger nie abriter le JNIM et accuse le Mali de mentir.",
        "accuses",
        {("niger", "mali", "positive", None)},
    ),
    # who is blamed for an event
    (
        "L'ONU accuse le Rwanda de soutien au M23.",
        "supports",
        {("rwanda", "m23", "positive", "onu")},
    ),
    ("L'ONU accuse l'auteur de l'attaque de Gao.", "attacks", set()),
    ("Alger a rejeté les accusations de soutien au JNIM.", "supports", {("algerie", "jnim", "negative", "algerie")}),
    (
        "L'armée malienne rejette les accusations de massacre de civils peuls.",
        "attacks",
        {("fama", "civils peuls", "negative", "fama")},
    ),
    *(
        (
            f"Des ONG accusent l'armée malienne d'avoir attaqué Moura. L'armée malienne {denial}.",
            "attacks",
            {("fama", "moura", "positive", "ONG"), ("fama", "moura", "negative", "fama")},
        )
        for denial in ("nie y avoir pris part", "nie être impliquée", "nie avoir participé à ce massacre")
    ),
    # denied truth, excluded plans, empty hands
    ("Il est faux que le Rwanda arme le M23.", "supplies", {("rwanda", "m23", "negative", None)}),
    ("Il n'est pas exact que le Rwanda arme le M23.", "supplies", {("rwanda", "m23", "negative", None)}),
    ("Il n'est pas faux que le Rwanda arme le M23.", "supplies", {("rwanda", "m23", "positive", None)}),
    (
        "Le Mali n'a pas démenti le soutien de la Russie au JNIM.",
        "supports",
        {("russie", "jnim", "positive", "mali")},
    ),
    ("Le M23 ne recevait du Rwanda ni argent ni munitions.", "supplies", {("rwanda", "m23", "negative", None)}),
    (
        "Selon Tripoli, aucune de ses unités n'avait livré d'armes au M23.",
        "supplies",
        {("libye", "m23", "negative", "libye")},
    ),
    (
        "Moscou accuse l'Ukraine d'avoir attaqué, avec des drones, une raffinerie de Toula.",
        "attacks",
        {("ukraine", "raffinerie de Toula", "positive", "russie")},
    ),
    # who says it
    (
        "Le Ghana, accusé par le Burkina Faso d'héberger le JNIM, se tait.",
        "shelters",
        {("ghana", "jnim", "positive", "burkina-faso")},
    ),
    ("Tant accusé d'héberger le JNIM, le Ghana se tait.", "shelters", {("ghana", "jnim", "positive", None)}),
    (
        "L'armée russe a revendiqué la prise de Soumy.",
        "captures",
        {("armee-russe", "soumy", "positive", "armee-russe")},
    ),
    ("Le Mali et le Niger ont conclu un accord.", "agreesWith", {("mali", "niger", "positive", None)}),
    (
        "Le Mali accuse la France. Selon lui, Paris soutient le JNIM.",
        "supports",
        {("france", "jnim", "positive", "mali")},
    ),
    (
        "L'ONU accuse l'armée malienne d'avoir bombardé Gao, tuant des civils peuls.",
        "attacks",
        {("fama", "gao", "positive", "onu"), ("fama", "civils peuls", "positive", "onu")},
    ),
    ("Selon l'ONU, le CSP, allié de l'Ukraine, tient Kidal.", "alliedWith", {("csp-dpa", "ukraine", "positive", None)}),
    (
        "Le Niger, soupçonné par les autorités maliennes d'abriter le JNIM, recrute.",
        "shelters",
        {("niger", "jnim", "positive", "mali")},
    ),
    (
        "Assimi Goïta, qui préside le Mali, a démenti la prise de Gao par le JNIM.",
        "captures",
        {("jnim", "gao", "negative", "assimi-goita")},
    ),
    # whose words they are, inside what is rejected
    (
        "Bamako rejette les accusations de l'ONU, selon laquelle le Mali arme le M23.",
        "supplies",
        {("mali", "m23", "positive", "onu"), ("mali", "m23", "negative", "mali")},
    ),
    ("Bamako dément la rumeur selon laquelle le JNIM a pris Gao.", "captures", {("jnim", "gao", "negative", "mali")}),
    (
        "Selon un élu, d'après lequel le JNIM tient Gao, l'armée malienne a fui.",
        "controls",
        {("jnim", "gao", "positive", "élu")},
    ),
    # nobody denies what their own side says, nor what was not read
    (
        "Le Mali allait s'allier à Wagner, que la France accusait de piller ses mines, ce que Bamako a toujours nié.",
        "alliedWith",
        {("mali", "wagner", "positive", None)},
    ),
    (
        "La présence du JNIM à Gao, une présence démentie par le Mali, inquiète. Le JNIM attaque le Mali.",
        "attacks",
        {("jnim", "mali", "positive", None)},
    ),
    (
        "La Russie dit avoir bombardé Soumy. Le Mali accuse l'Ukraine d'arrogance. L'Ukraine dément.",
        "attacks",
        {("russie", "soumy", "positive", "russie")},
    ),
    ("L'Iran nie avoir armé la Russie pour attaquer l'Ukraine.", "supplies", {("iran", "russie", "negative", "iran")}),
    (
        "L'Algérie nie la présence de soldats du Niger à Gao.",
        "operatesIn",
        {("armee-nigerienne", "gao", "negative", "algerie")},
    ),
    (
        "L'armée nigériane dit avoir attaqué Boko Haram. « Nous n'attaquons aucune confession », a répondu Abuja.",
        "attacks",
        {("armee-nigeriane", "boko-haram", "positive", "armee-nigeriane")},
    ),
    (
        "Le Hezbollah n'a cette fois envoyé personne au secours de Bachar al-Assad.",
        "givesMilitarySupportTo",
        {("hezbollah", "bachar-al-assad", "negative", None)},
    ),
    # what the words of a denial leave open is what was said before: of its kind, of its class, of their side
    (
        "Kinshasa accuse le Rwanda de soutenir le M23. Kigali assure n'avoir jamais livré d'armes à un groupe armé.",
        "supplies",
        {("rwanda", "m23", "negative", "rwanda")},
    ),
    (
        "Selon l'ONU, le Rwanda arme le M23. Le Rwanda nie toute aide à des groupes rebelles.",
        "supplies",
        {("rwanda", "m23", "positive", "onu"), ("rwanda", "m23", "negative", "rwanda")},
    ),
    (
        "L'armée malienne a tué des civils peuls, selon l'ONU. L'armée malienne nie avoir visé des groupes armés.",
        "attacks",
        {("fama", "civils peuls", "positive", "onu"), ("fama", "groupes armés", "negative", "fama")},
    ),
    (
        "Amnesty accuse l'armée malienne d'avoir tué vingt civils. « Nul n'est mort », a sèchement dit un officier.",
        "attacks",
        {
            ("fama", "vingt civils", "positive", "amnesty-international"),
            ("fama", "vingt civils", "negative", "officier"),
        },
    ),
    (
        "Kinshasa accuse le Rwanda d'armer le M23. « Nous n'avons livré ni armes ni munitions à aucun des groupes », a "
        "répété Jean Mugabo, conseiller du président rwandais.",
        "supplies",
        {
            ("rwanda", "m23", "positive", "republique-democratique-du-congo"),
            ("rwanda", "m23", "negative", "Jean Mugabo"),
        },
    ),
    # who answers is who was accused
    (
        "Kinshasa accuse le Rwanda d'armer le M23. L'intéressé jure qu'il n'a armé personne.",
        "supplies",
        {
            ("rwanda", "m23", "positive", "republique-democratique-du-congo"),
            ("rwanda", "m23", "negative", "rwanda"),
        },
    ),
    (
        "L'ONU accuse le Rwanda et le Mali d'armer le M23. L'intéressé dément.",
        "supplies",
        {("rwanda", "m23", "positive", "onu"), ("mali", "m23", "positive", "onu")},
    ),
    # « ni », « celle », « dit X, que … »
    ("L'Algérie ne fournit ni armes ni munitions au JNIM.", "supplies", {("algerie", "jnim", "negative", None)}),
    (
        "L'Algérie ne livre de carburant ni au JNIM ni à l'EIGS.",
        "supplies",
        {("algerie", "jnim", "negative", None), ("algerie", "eigs", "negative", None)},
    ),
    ("L'Algérie n'arme ni n'équipe le JNIM.", "supplies", {("algerie", "jnim", "negative", None)}),
    ("L'Algérie arme le JNIM et ne finance pas l'EIGS.", "supplies", {("algerie", "jnim", "positive", None)}),
    (
        "Il n'y a pas d'accord militaire, ni d'alliance, entre le CSP-DPA et le JNIM.",
        "alliedWith",
        {("csp-dpa", "jnim", "negative", None)},
    ),
    (
        "Le CSP-DPA ne reçoit de l'Ukraine « ni argent ni munitions ».",
        "supplies",
        {("ukraine", "csp-dpa", "negative", None)},
    ),
    (
        "L'armée malienne a annoncé la prise de Ménaka, mais pas celle d'Ansongo.",
        "captures",
        {("fama", "menaka", "positive", "fama"), ("fama", "ansongo", "negative", "fama")},
    ),
    ("Il n'y a aucun soldat russe à Gao.", "operatesIn", {("armee-russe", "gao", "negative", None)}),
    (
        "Rien n'indique, affirme l'ONU, que l'EIGS et le JNIM coopèrent.",
        "alliedWith",
        {("eigs", "jnim", "negative", "onu")},
    ),
    # who blames says it
    (
        "Le Mali attribue au JNIM l'attaque de Gao. Le JNIM a nié y avoir pris part.",
        "attacks",
        {("jnim", "gao", "positive", "mali"), ("jnim", "gao", "negative", "jnim")},
    ),
    # nobody, no part, nothing of the kind
    (
        "L'ONU impute aux VDP le meurtre de vingt civils. Aucun volontaire, a dit le ministre, ne s'en est pris à eux.",
        "attacks",
        {
            ("volontaires-pour-la-defense-de-la-patrie", "vingt civils", "positive", "onu"),
            ("volontaires-pour-la-defense-de-la-patrie", "vingt civils", "negative", "ministre"),
        },
    ),
    (
        "L'armée malienne, épaulée par Wagner, a pris Gao. Wagner n'a pas pris part aux combats, affirme l'ONU.",
        "givesMilitarySupportTo",
        {("wagner", "fama", "positive", None), ("wagner", "fama", "negative", "onu")},
    ),
    ("« L'Algérie n'abrite aucun groupe hostile », a dit le ministre.", "shelters", set()),
    ("L'Algérie nie abriter des chefs du JNIM.", "shelters", {("algerie", "jnim", "negative", "algerie")}),
    (
        "Kinshasa accuse Thomas Lubanga d'être allié au M23, et l'ONU écrit que l'Ouganda leur a ouvert un camp. Faux, "
        "répond Kampala.",
        "alliedWith",
        {("thomas-lubanga", "m23", "positive", "republique-democratique-du-congo")},
    ),
    # a clause of saying that stays in its sentence
    (
        "« L'armée malienne tient Gao », s'est félicité le gouverneur, Adama Yabré.",
        "controls",
        {("fama", "gao", "positive", "Adama Yabré")},
    ),
    # several who are accused, several who deny
    *(
        (
            f"Le Mali accuse l'Algérie et la Mauritanie de soutenir le JNIM. {denial}",
            "supports",
            {
                ("algerie", "jnim", "positive", "mali"),
                ("mauritanie", "jnim", "positive", "mali"),
                ("algerie", "jnim", "negative", "algerie"),
                ("mauritanie", "jnim", "negative", "mauritanie"),
            },
        )
        for denial in (
            "Les deux pays démentent.",
            "Alger et Nouakchott nient en bloc.",
            "Elles s'en défendent l'une et l'autre.",
        )
    ),
    (
        "Le Mali accuse l'Algérie de soutenir le JNIM et la Mauritanie de le ravitailler.",
        "supports",
        {("algerie", "jnim", "positive", "mali")},
    ),
    ("Le Mali accuse l'Algérie de soutenir le JNIM et la Mauritanie de le ravitailler.", "supplies", set()),
    (
        "Le Mali accuse l'Algérie de soutenir les FSR et la Mauritanie de les ravitailler.",
        "supplies",
        {("mauritanie", "forces-de-soutien-rapide", "positive", "mali")},
    ),
    # allegations that somebody calls untrue, right behind them or paragraphs later
    *(
        (
            f"Le Mali accuse l'Algérie de soutenir le JNIM{denial}",
            "supports",
            {("algerie", "jnim", "positive", "mali"), ("algerie", "jnim", "negative", "algerie")},
        )
        for denial in (
            ", des allégations qu'Alger qualifie de mensongères.",
            ", des allégations qualifiées de mensongères par Alger.",
            ". Alger juge indignes ces imputations.",
            ".\n\nLe conflit dure depuis 2012. L'ONU a quitté le pays.\n\nAlger rejette fermement ces accusations.",
        )
    ),
    (
        "Le Mali accuse l'Algérie de soutenir le JNIM.\n\nLa guerre dure.\n\nAlger dément que Gao soit tombée.",
        "supports",
        {("algerie", "jnim", "positive", "mali")},
    ),
    # accused in front of the denial
    *(
        (
            text,
            "supports",
            {("algerie", "jnim", "positive", None), ("algerie", "jnim", "negative", "algerie")},
        )
        for text in (
            "Accusée de soutenir le JNIM, l'Algérie dément.",
            "L'Algérie, soupçonnée de soutenir le JNIM, nie toute implication.",
        )
    ),
    (
        "Accusée par Bamako de soutenir le JNIM, l'Algérie dément.",
        "accuses",
        {("mali", "algerie", "positive", None)},
    ),
    # « il est faux de dire que », « comme l'a écrit »
    ("Il est faux de dire que l'Algérie soutient le JNIM.", "supports", {("algerie", "jnim", "negative", None)}),
    (
        "Il n'est pas exact, comme l'a écrit le ministre, que l'Algérie soutient le JNIM.",
        "supports",
        {("algerie", "jnim", "negative", None)},
    ),
    (
        "Alger n'a, contrairement aux affirmations de Bamako, jamais livré d'armes au JNIM.",
        "supplies",
        {("algerie", "jnim", "negative", None)},
    ),
    # nothing of the kind, with words of its own
    ("Il n'y a pas d'accord entre le JNIM et Bamako.", "agreesWith", {("jnim", "mali", "negative", None)}),
    ("La Hongrie ne donnera ni argent ni armes à Kiev.", "finances", {("hongrie", "ukraine", "negative", None)}),
    ("La Hongrie ne donnera ni argent ni armes à Kiev.", "supplies", {("hongrie", "ukraine", "negative", None)}),
    (
        "Le Puntland n'a reçu de Mogadiscio ni argent ni munitions.",
        "supplies",
        {("somalie", "puntland", "negative", None)},
    ),
    (
        "Le Rwanda conteste toute présence de son armée en RDC.",
        "operatesIn",
        {("rdf", "republique-democratique-du-congo", "negative", "rwanda")},
    ),
    ("Le JNIM n'a pas pris part à la prise de Gao.", "captures", {("jnim", "gao", "negative", None)}),
    # a place, a second verb, « rien », a sum: denied all the same
    (
        "« Nos soldats ne sont pas à Goma », a dit Yolande Makolo, porte-parole du gouvernement rwandais.",
        "operatesIn",
        {("rdf", "goma", "negative", "yolande-makolo")},
    ),
    ("L'Érythrée n'a ni financé ni équipé les Fano.", "supplies", {("erythree", "fano", "negative", None)}),
    ("L'Érythrée n'a ni financé ni équipé les Fano.", "finances", {("erythree", "fano", "negative", None)}),
    ("L'Érythrée n'a jamais rien vendu aux Fano.", "supplies", {("erythree", "fano", "negative", None)}),
    ("L'Érythrée n'a pas versé un birr aux Fano.", "finances", {("erythree", "fano", "negative", None)}),
    (
        "L'Érythrée jure, par la voix de son ministre de l'Information, qu'elle n'a pas armé les Fano.",
        "supplies",
        {("erythree", "fano", "negative", "erythree")},
    ),
    (
        "Il n'existe aucune preuve que l'Algérie soutient le JNIM.",
        "supports",
        {("algerie", "jnim", "negative", None)},
    ),
    ("L'Érythrée a financé et équipé les Fano.", "supplies", {("erythree", "fano", "positive", None)}),
]


def speaker(claim: Claim) -> str | None:
    """The id of who says it, the label of an entity that has no lasting id; None for the author."""
    return name(claim.attribution) if isinstance(claim.attribution, Entity) else None


def name(entity: Entity) -> str:
    """The id of an entity, the label of one that has no lasting id."""
    return entity.label if LOCAL.fullmatch(entity.id) else entity.id


@pytest.mark.parametrize(("text", "relation", "expected"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_who_denies_what(
    text: str, relation: str, expected: set[tuple[str, str, str, str | None]], reader: Reader
) -> None:
    found = {
        (name(c.subject), name(c.object), c.polarity, speaker(c))
        for c in reader.read(document(text))
        if c.relation == relation and isinstance(c.object, Entity)
    }
    assert found == expected
