"""Who says it, and for whom: clauses of saying, spokesmen and « son pays », and what is neither said nor denied."""

from __future__ import annotations

import re

import pytest
from text.examples import document

from kg.records import Claim, Entity
from kg.text.reader import Reader

LOCAL = re.compile(r"[0-9a-f]{16}")
RWANDA_M23 = ("rwanda", "m23", "positive")

# text, relation, {(subject, object, polarity, speaker)}: all claims of that relation, no more
SENTENCES: list[tuple[str, str, set[tuple[str, str, str, str | None]]]] = [
    (
        "« Le Tchad n'héberge pas les FSR », s'agace le ministre tchadien de la Défense, Issa Malloum.",
        "shelters",
        {("tchad", "forces-de-soutien-rapide", "negative", "Issa Malloum")},
    ),
    (
        "« Le Rwanda arme le M23 », s'est emporté Patrick Muyaya.",
        "supplies",
        {("rwanda", "m23", "positive", "patrick-muyaya")},
    ),
    ("« Le Rwanda arme le M23 », a lancé Kinshasa.", "supplies", {(*RWANDA_M23, "republique-democratique-du-congo")}),
    ("« Le Rwanda arme le M23 », lance Kinshasa.", "supplies", {(*RWANDA_M23, "republique-democratique-du-congo")}),
    ("Le M23, armé par Kigali, lance une attaque contre les FARDC.", "attacks", {("m23", "fardc", "positive", None)}),
    (
        "Rien n'indique, dit le général Salifou Mody, que le Rwanda arme le M23.",
        "supplies",
        {("rwanda", "m23", "negative", "salifou-mody")},
    ),
    ("Les FARDC ont tué Ali Kony, dit le Borgne.", "attacks", {("fardc", "Ali Kony", "positive", None)}),
    (
        "Le M23 n'a pas pris Goma, tient à préciser le général Salifou Mody.",
        "captures",
        {("m23", "goma", "negative", "salifou-mody")},
    ),
    (
        "Le porte-parole du M23, Willy Ngoma, est sorti du silence. C'est l'Ouganda, relève-t-il, qui arme le Rwanda.",
        "supplies",
        {("ouganda", "rwanda", "positive", "willy-ngoma")},
    ),
    (
        "Le porte-parole du M23, Willy Ngoma, a parlé. Le Rwanda, soutient-il, arme l'Ouganda.",
        "supplies",
        {("rwanda", "ouganda", "positive", "willy-ngoma")},
    ),
    (
        "L'ONU l'avait écrit dès janvier : le Rwanda arme le M23.",
        "supplies",
        {("rwanda", "m23", "positive", "onu")},
    ),
    ("La MINUSMA a répondu : le CSP n'a pas pris Gao.", "captures", {("csp-dpa", "gao", "negative", "minusma")}),
    ("Les FARDC ont pris Goma : le Rwanda n'y arme plus le M23.", "supplies", {("rwanda", "m23", "negative", None)}),
    (
        "A Goma, le porte-parole du M23, Willy Ngoma, a assuré à la presse que le Rwanda n'arme pas le M23.",
        "supplies",
        {("rwanda", "m23", "negative", "willy-ngoma")},
    ),
    # « son pays », « son parti », « ses hommes » of who speaks for a party
    (
        "L'ambassadeur de Turquie, Ali Demir, a indiqué que son pays n'avait vendu aucun drone aux FSR.",
        "supplies",
        {("turquie", "forces-de-soutien-rapide", "negative", "Ali Demir")},
    ),
    (
        "Le ministre érythréen de l'Information, Yemane Gebremeskel, nie que son pays héberge les FSR.",
        "shelters",
        {("erythree", "forces-de-soutien-rapide", "negative", "Yemane Gebremeskel")},
    ),
    (
        "Le consulat de Chine fait valoir que son pays n'arme pas le M23.",
        "supplies",
        {("chine", "m23", "negative", "consulat de Chine")},
    ),
    (
        "Willy Ngoma, porte-parole du M23, assure que ses hommes ont pris Goma.",
        "captures",
        {("m23", "goma", "positive", "willy-ngoma")},
    ),
    (
        "« Nos hommes n'ont pas attaqué Goma », dit Willy Ngoma, porte-parole du M23.",
        "attacks",
        {("m23", "goma", "negative", "willy-ngoma")},
    ),
    ("Willy Ngoma, porte-parole du M23, assure que ses alliés ont pris Goma.", "captures", set()),
    ("Willy Ngoma, porte-parole du M23, assure que son pays arme les FDLR.", "supplies", set()),
    ("Le maire de Goma, Marc Kabeya, a dit que ses hommes ont pris Bukavu.", "captures", set()),
    (
        "Willy Ngoma, qui se présente comme le porte-parole du M23, assure que ses hommes ont pris Goma.",
        "captures",
        {("m23", "goma", "positive", "willy-ngoma")},
    ),
    (
        "Willy Ngoma est le porte-parole du M23. Il assure que ses hommes ont pris Goma.",
        "captures",
        {("m23", "goma", "positive", "willy-ngoma")},
    ),
    (
        "Kinshasa a accusé le M23. Ce dernier, Willy Ngoma, s'étrangle : « L'Ouganda arme les FARDC. »",
        "supplies",
        {("ouganda", "fardc", "positive", "willy-ngoma")},
    ),
    # to whom and where it is said
    (
        "Willy Ngoma a nié sur Telegram que le Rwanda arme le M23.",
        "supplies",
        {("rwanda", "m23", "negative", "willy-ngoma")},
    ),
    (
        "Le M23 a déclaré aux journalistes que l'Ouganda arme les FARDC.",
        "supplies",
        {("ouganda", "fardc", "positive", "m23")},
    ),
    ("Le M23 a dit à la presse qu'il tenait Goma.", "controls", {("m23", "goma", "positive", "m23")}),
    ("Le Rwanda a parlé aux rebelles que l'Ouganda arme.", "supplies", {("ouganda", "rebelles", "positive", None)}),
    # what somebody could not confirm is neither said nor denied; what nothing shows is denied
    ("Les FARDC n'ont pas confirmé la prise de Goma par le M23.", "captures", set()),
    ("L'ONU n'a pas pu vérifier que le M23 a pris Goma.", "captures", set()),
    ("Aucun élément ne confirme que le Rwanda arme le M23.", "supplies", {("rwanda", "m23", "negative", None)}),
    (
        "L'ONU n'a trouvé aucune trace d'une collaboration du JNIM avec le CSP après cette date.",
        "alliedWith",
        {("jnim", "csp-dpa", "negative", None)},
    ),
    (
        "L'ONU n'a pas trouvé de lien entre l'Ukraine et le JNIM.",
        "affiliatedWith",
        {("ukraine", "jnim", "negative", None)},
    ),
    (
        "L'ONG n'a relevé aucun indice d'une livraison d'armes du Rwanda au M23.",
        "supplies",
        {("rwanda", "m23", "negative", None)},
    ),
    ("Leur entente tient du voisinage plus que d'une alliance entre le CSP et le JNIM.", "alliedWith", set()),
    ("Il s'agit moins d'une alliance entre le CSP et le JNIM que d'une trêve.", "alliedWith", set()),
    ("Le M23 n'en a pas moins attaqué Goma.", "attacks", {("m23", "goma", "positive", None)}),
    ("Le M23 n'a pas hésité à attaquer Goma.", "attacks", {("m23", "goma", "positive", None)}),
    ("Le Rwanda n'a pas manqué de condamner le M23.", "condemns", {("rwanda", "m23", "positive", None)}),
    ("Le M23 n'opère nulle part au Burundi.", "operatesIn", {("m23", "burundi", "negative", None)}),
    (
        "L'ambassadeur russe n'en répète pas moins que la Russie n'arme pas l'ANL.",
        "supplies",
        {("russie", "armee-nationale-libyenne", "negative", "ambassadeur russe")},
    ),
    ("La Russie ne livre d'armes à aucune partie libyenne.", "supplies", set()),
    # whoever is heard, asked, announced; who acts against the accused; who lies
    (
        "Le chef du M23, Willy Ngoma, répond. « L'Ouganda arme les FARDC. » À l'entendre, le Rwanda arme les FDLR.",
        "supplies",
        {("ouganda", "fardc", "positive", "willy-ngoma"), ("rwanda", "fdlr", "positive", "willy-ngoma")},
    ),
    (
        "L'élu Amadou Coulibaly, pour qui le Rwanda arme le M23, a réagi.",
        "supplies",
        {("rwanda", "m23", "positive", "Amadou Coulibaly")},
    ),
    ("Le chef pour qui le Rwanda a armé le M23 est mort.", "supplies", {(*RWANDA_M23, None)}),
    (
        "Le Mali a expulsé la France, accusée d'armer le JNIM.",
        "supplies",
        {("france", "jnim", "positive", "mali")},
    ),
    ("Le Mali soutient la France, accusée d'armer le JNIM.", "supplies", {("france", "jnim", "positive", None)}),
    ("Quant au Ghana, accusé d'armer le JNIM, il se tait.", "supplies", {("ghana", "jnim", "positive", None)}),
    (
        "À Kigali, on ne confirme rien ; on répète que l'Ouganda arme les FARDC.",
        "supplies",
        {("ouganda", "fardc", "positive", "rwanda")},
    ),
    ("Qui dit que le Rwanda arme le M23 ment.", "supplies", {("rwanda", "m23", "negative", None)}),
    ("Ceux qui disent que le Rwanda arme le M23 mentent.", "supplies", {("rwanda", "m23", "negative", None)}),
    ("Ceux qui disent que le Rwanda arme le M23 ont peur.", "supplies", {(*RWANDA_M23, None)}),
    ("Le M23 n'est venu attaquer aucun village de Goma.", "captures", set()),
    (
        "« Je ne cache pas que l'Ouganda nous aide, ni que le Rwanda arme le M23 », dit Willy Ngoma.",
        "supplies",
        {("rwanda", "m23", "positive", "willy-ngoma")},
    ),
    # denials: the author's own, of what is left open, of somebody else's deed
    (
        "Paris accuse Kigali d'armer le M23. Ces accusations sont sans fondement.",
        "supplies",
        {("rwanda", "m23", "positive", "france"), ("rwanda", "m23", "negative", None)},
    ),
    (
        "Paris accuse Kigali d'armer le M23. Le Rwanda n'arme personne.",
        "supplies",
        {("rwanda", "m23", "positive", "france"), ("rwanda", "m23", "negative", None)},
    ),
    (
        "Paris accuse Kigali d'armer le M23. L'Ouganda n'arme personne.",
        "supplies",
        {("rwanda", "m23", "positive", "france")},
    ),
    ("Le Rwanda arme le M23. L'élection du maire n'est pas sans fondement.", "supplies", {(*RWANDA_M23, None)}),
    (
        "Le JNIM a attaqué Mondoro. L'EIGS a nié toute participation à cette attaque.",
        "attacks",
        {("jnim", "mondoro", "positive", None), ("eigs", "mondoro", "negative", "eigs")},
    ),
    (
        "Le JNIM a attaqué Mondoro. L'EIGS n'a pas participé à ce raid, assure Bamako.",
        "attacks",
        {("jnim", "mondoro", "positive", None), ("eigs", "mondoro", "negative", "mali")},
    ),
    (
        "Le JNIM a attaqué Mondoro. L'EIGS a nié toute participation à cette réunion.",
        "attacks",
        {("jnim", "mondoro", "positive", None)},
    ),
    (
        "Bamako accuse l'EIGS d'avoir attaqué Mondoro. L'EIGS nie toute implication de ses hommes dans ce raid.",
        "attacks",
        {("eigs", "mondoro", "positive", "mali"), ("eigs", "mondoro", "negative", "eigs")},
    ),
    (
        "Le Mali accuse le Bénin d'héberger le JNIM. « Le Bénin n'a jamais hébergé de groupe armé », a dit Cotonou.",
        "shelters",
        {("benin", "jnim", "positive", "mali"), ("benin", "jnim", "negative", "benin")},
    ),
    ("Le Bénin n'abrite aucun groupe hostile au Burkina Faso.", "fights", set()),
    (
        "« L'Ouganda arme les FARDC », dit Willy Ngoma. Et d'ajouter que le Rwanda arme le M23.",
        "supplies",
        {("ouganda", "fardc", "positive", "willy-ngoma"), ("rwanda", "m23", "positive", "willy-ngoma")},
    ),
    (
        "Kigali a rompu ses relations avec la Belgique, accusée d'armer les FARDC.",
        "supplies",
        {("belgique", "fardc", "positive", "rwanda")},
    ),
    (
        "Une alliance entre le JNIM et le CSP ? « Jamais », tranche Assimi Goïta.",
        "alliedWith",
        {("jnim", "csp-dpa", "positive", None), ("jnim", "csp-dpa", "negative", "assimi-goita")},
    ),
    (
        "Le JNIM est allié au CSP. « Jamais », tranche Assimi Goïta.",
        "alliedWith",
        {("jnim", "csp-dpa", "positive", None)},
    ),
    (
        "La Mission permanente de la Turquie a indiqué que son pays n'avait vendu aucun drone aux FSR.",
        "supplies",
        {("turquie", "forces-de-soutien-rapide", "negative", "Mission permanente de la Turquie")},
    ),
    (
        "Le GUR ukrainien aurait instruit le FLA. Kiev assure n'avoir fourni aucune arme à un groupe armé.",
        "supplies",
        {("ukraine", "front-de-liberation-de-l-azawad", "negative", "ukraine")},
    ),
    (
        "Paris accuse Kigali d'armer le M23. Le ministre assure que l'entreprise n'a rien vendu.",
        "supplies",
        {("rwanda", "m23", "positive", "france")},
    ),
    ("« Nous n'avons reçu d'aide de personne, ni d'un autre pays », dit le CSP.", "supports", set()),
    (
        "Kinshasa accuse le M23 d'avoir pris Goma. « Faux », a dit Willy Ngoma, qui s'explique : « Nous dormions. »",
        "captures",
        {("m23", "goma", "positive", "republique-democratique-du-congo"), ("m23", "goma", "negative", "willy-ngoma")},
    ),
    (
        "Kinshasa dit qu'une unité rwandaise a renforcé le M23. « Nos soldats ne renforcent personne », dit Kigali.",
        "givesMilitarySupportTo",
        {
            ("unité rwandaise", "m23", "positive", "republique-democratique-du-congo"),
            ("unité rwandaise", "m23", "negative", "rwanda"),
        },
    ),
]


def name(party: Entity | None) -> str | None:
    """The gazetteer id, or the label of a party of the document."""
    if party is None:
        return None
    return party.label if LOCAL.fullmatch(party.id) else party.id


def told(claim: Claim) -> tuple[str | None, str | None, str, str | None]:
    assert isinstance(claim.object, Entity)
    return name(claim.subject), name(claim.object), claim.polarity, name(claim.attribution)


@pytest.mark.parametrize(("text", "relation", "expected"), SENTENCES, ids=[text[:60] for text, _, _ in SENTENCES])
def test_what_is_said_by_whom(
    reader: Reader, text: str, relation: str, expected: set[tuple[str, str, str, str | None]]
) -> None:
    found = {told(claim) for claim in reader.read(document(text)) if claim.relation == relation}
    assert found == expected
