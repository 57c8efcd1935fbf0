"""Who warns, condemns, demands, punishes or fears is never taken for a supporter of whom the deed helps.

The sentences are of one kind: a judge, a deed of support and whom it helps. Between the judge and the helped no tie of
the support family may be read; where the text names who answers for the deed, that party may be.
"""

from __future__ import annotations

import pytest
from text.examples import document

from kg.records import Claim, Entity
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

# the judge, the one who is helped, and a sentence: no support between the two
NEVER: list[tuple[str, str, str]] = [
    ("Royaume-Uni", "M23", "Londres met en garde l'Ouganda contre une implication aux côtés du M23."),
    ("Royaume-Uni", "M23", "Londres met en garde Kampala contre toute intervention aux côtés du M23."),
    ("États-Unis", "M23", "Washington a averti le Rwanda contre un engagement militaire aux côtés du M23."),
    ("France", "M23", "La France condamne l'aide du Rwanda au M23."),
    ("France", "M23", "La France condamne l'aide au M23."),
    ("Union européenne", "M23", "L'Union européenne condamne l'aide apportée au M23."),
    ("France", "M23", "Paris s'inquiète du soutien au M23."),
    ("ONU", "Forces de soutien rapide", "L'ONU dénonce les livraisons d'armes aux FSR."),
    ("ONU", "Forces de soutien rapide", "L'ONU enquête sur le financement des FSR."),
    ("Belgique", "M23", "La Belgique exige l'arrêt de l'appui au M23."),
    ("Belgique", "M23", "La Belgique exige du Rwanda l'arrêt de son appui au M23."),
    ("Belgique", "M23", "La Belgique exige que le Rwanda cesse son appui au M23."),
    ("Belgique", "M23", "La Belgique demande au Rwanda de cesser de soutenir le M23."),
    ("États-Unis", "M23", "Washington sanctionne Kigali pour son soutien au M23."),
    (
        "Département américain du Trésor",
        "Forces de soutien rapide",
        "Le Trésor américain a sanctionné une société émiratie pour avoir financé les FSR.",
    ),
    (
        "Département américain du Trésor",
        "Forces de soutien rapide",
        "Le Trésor américain sanctionne trois sociétés pour leur aide aux FSR.",
    ),
    ("Mali", "JNIM", "Bamako dit redouter un ralliement au JNIM."),
    ("Mali", "JNIM", "Bamako redoute une alliance avec le JNIM."),
    ("Mali", "JNIM", "Le Mali s'alarme d'une coopération du FLA avec le JNIM."),
    ("Allemagne", "M23", "L'Allemagne reproche au Rwanda son soutien au M23."),
    ("Allemagne", "M23", "L'Allemagne a suspendu son aide au Rwanda en raison de son soutien au M23."),
    ("Allemagne", "M23", "L'Allemagne a suspendu son aide au développement pour protester contre l'appui au M23."),
    ("Royaume-Uni", "Forces de soutien rapide", "Le Royaume-Uni critique l'envoi d'armes aux FSR."),
    ("Niger", "CSP-DPA", "Le Niger a rompu ses relations avec l'Ukraine pour son soutien au CSP-DPA."),
    ("Niger", "CSP-DPA", "Le Niger a rompu avec l'Ukraine, accusée de soutien aux rebelles du CSP-DPA."),
    ("Mali", "CSP-DPA", "Le Mali proteste contre l'appui de l'Ukraine au CSP-DPA."),
    ("Ukraine", "Russie", "Kiev craint une entrée en guerre du Bélarus aux côtés de la Russie."),
    ("Ukraine", "Russie", "Kiev craint que le Bélarus n'entre en guerre aux côtés de la Russie."),
    ("Corée du Sud", "Russie", "Séoul s'inquiète de l'envoi de soldats nord-coréens aux côtés de la Russie."),
    ("Corée du Sud", "Russie", "Séoul a dénoncé la présence de troupes aux côtés de la Russie."),
    ("Corée du Sud", "Russie", "Séoul a dénoncé un déploiement aux côtés de la Russie."),
    ("OTAN", "Russie", "L'OTAN met en garde la Chine contre la livraison d'armes à la Russie."),
    ("OTAN", "Russie", "L'OTAN a exhorté la Chine à ne pas livrer d'armes à la Russie."),
    ("OTAN", "Russie", "L'OTAN a dissuadé la Chine de livrer des armes à la Russie."),
    ("Israël", "Hezbollah", "Israël veut empêcher l'Iran d'armer le Hezbollah."),
    ("Israël", "Hezbollah", "Israël menace le Liban en cas de soutien au Hezbollah."),
    ("Liban", "Hezbollah", "Le Liban s'oppose à l'aide iranienne au Hezbollah."),
    ("Liban", "Hezbollah", "Beyrouth refuse toute ingérence iranienne aux côtés du Hezbollah."),
    ("Liban", "Iran", "Beyrouth s'oppose à une guerre aux côtés de l'Iran."),
    ("Liban", "Hezbollah", "Beyrouth a protesté auprès de Téhéran contre une intervention aux côtés du Hezbollah."),
    (
        "Arabie saoudite",
        "Conseil de transition du Sud",
        "Ryad a frappé une cargaison d'armes livrée au STC par les Émirats arabes unis.",
    ),
    ("France", "Wagner", "Paris a dénoncé l'alliance de Bamako avec Wagner."),
    ("France", "Wagner", "Paris a rappelé ses soldats à cause de l'alliance du Mali avec Wagner."),
    ("JNIM", "FAMa", "Le JNIM a exécuté trois hommes accusés d'avoir collaboré avec l'armée malienne."),
    ("JNIM", "FAMa", "Le JNIM met en garde les chasseurs dozos contre toute collaboration avec l'armée malienne."),
    ("Union européenne", "M23", "Bruxelles a imposé des sanctions à Kigali pour avoir appuyé le M23."),
    ("Union européenne", "M23", "Kigali a été sanctionné par Bruxelles pour avoir appuyé le M23."),
    (
        "Soudan",
        "Forces de soutien rapide",
        "Le Soudan a rompu ses relations avec les Émirats arabes unis à cause de leur aide aux FSR.",
    ),
    ("Soudan", "Forces de soutien rapide", "Khartoum reproche son soutien aux FSR au Kenya."),
    ("Soudan", "Forces de soutien rapide", "Khartoum en veut au Kenya pour son soutien aux FSR."),
    ("Soudan", "Forces de soutien rapide", "Khartoum s'en est pris au Kenya pour son soutien aux FSR."),
    (
        "CIJ",
        "Forces de soutien rapide",
        "Khartoum a saisi la Cour internationale de justice contre les Émirats arabes unis pour leur soutien aux FSR.",
    ),
    ("Russie", "Ukraine", "Moscou a menacé la Grande-Bretagne de représailles pour ses livraisons d'armes à Kiev."),
    ("Chine", "Taïwan", "La Chine sanctionne Boeing pour ses ventes d'armes à Taïwan."),
    ("Chine", "Taïwan", "La Chine a protesté contre la vente d'armes à Taïwan."),
    ("Colombie", "ELN", "Bogota a exigé de Caracas qu'il cesse d'abriter l'ELN."),
    ("Colombie", "ELN", "Bogota a demandé à Caracas de ne plus abriter l'ELN."),
    ("Israël", "Hamas", "Israël a fait pression sur le Qatar pour qu'il cesse de financer le Hamas."),
    ("Israël", "Hamas", "Israël a mis en garde le Qatar contre tout financement du Hamas."),
    ("Israël", "Hamas", "Israël a fustigé l'aide du Qatar au Hamas."),
    ("États-Unis", "SSPDF", "Washington critique l'intervention de l'Ouganda aux côtés de l'armée sud-soudanaise."),
    ("États-Unis", "SSPDF", "Washington critique l'intervention ougandaise aux côtés de l'armée sud-soudanaise."),
    ("États-Unis", "SSPDF", "Washington a déploré une intervention étrangère aux côtés de l'armée sud-soudanaise."),
    ("États-Unis", "SSPDF", "Washington déconseille à Kampala une intervention aux côtés de l'armée sud-soudanaise."),
    ("Rwanda", "FDLR", "Kigali exige de Kinshasa la fin de sa collaboration avec les FDLR."),
    ("Rwanda", "FDLR", "Kigali exige la fin de la collaboration avec les FDLR."),
    ("Rwanda", "FDLR", "Kigali s'inquiète de la collaboration entre l'armée congolaise et les FDLR."),
    ("Rwanda", "République démocratique du Congo", "Kigali menace Gitega pour son alliance avec Kinshasa."),
]

# a list of enemies with « leurs alliés », partners that are not named: no tie but what the words say
TIES: list[tuple[str, set[tuple[str, str]]]] = [
    (
        "Les civils sont pris entre les FAMa, leurs alliés du groupe Wagner, les chasseurs de Dan Na Ambassagou "
        "et le JNIM.",
        {("Wagner", "FAMa")},
    ),
    ("Les partenaires de l'Éthiopie ne s'y trompent pas.", set()),
    ("Les FAMa et leurs alliés du groupe Wagner ont pris Gao.", {("Wagner", "FAMa")}),
    ("« Une honte », s'indigne Gaspard Baratuza, porte-parole de l'armée burundaise.", set()),
    ("Le Mali accuse l'Algérie de le soutenir.", set()),
]

# who answers for the deed, the one who is helped, certainty: the only support that the sentence tells
INSTEAD: list[tuple[str, str, str, str]] = [
    ("Ouganda", "M23", "certain", "Londres met en garde l'Ouganda contre son implication aux côtés du M23."),
    (
        "Ouganda",
        "SSPDF",
        "certain",
        "Washington critique l'intervention de l'Ouganda aux côtés de l'armée sud-soudanaise.",
    ),
    ("Biélorussie", "Russie", "possible", "Kiev craint une entrée en guerre du Bélarus aux côtés de la Russie."),
    ("Rwanda", "M23", "probable", "L'Allemagne reproche au Rwanda son soutien au M23."),
    ("Ukraine", "CSP-DPA", "certain", "Le Niger a rompu ses relations avec l'Ukraine pour son soutien au CSP-DPA."),
    ("Rwanda", "M23", "certain", "Bruxelles a imposé des sanctions à Kigali pour avoir appuyé le M23."),
    ("Rwanda", "M23", "certain", "Kigali a été sanctionné par Bruxelles pour avoir appuyé le M23."),
    ("Venezuela", "ELN", "certain", "Bogota a exigé de Caracas qu'il cesse d'abriter l'ELN."),
    ("Burundi", "République démocratique du Congo", "certain", "Kigali menace Gitega pour son alliance avec Kinshasa."),
    (
        "Rwanda",
        "République démocratique du Congo",
        "certain",
        "Le Mali refuse de partir tant que le Rwanda soutient Kinshasa.",
    ),
    # the same words where the subject is the one who does it
    ("Mali", "Wagner", "certain", "Le Mali a lancé une offensive aux côtés de Wagner."),
    ("Tchad", "Forces de soutien rapide", "certain", "Le Tchad a été critiqué pour son soutien aux FSR."),
    ("Royaume-Uni", "Israël", "certain", "Le Royaume-Uni est isolé en raison de son soutien à Israël."),
    ("Rwanda", "M23", "possible", "Le Rwanda annonce qu'il va soutenir le M23."),
]

# an end that is only threatened or refused tells that the support goes on; one that came, that it is over
ENDED: list[tuple[str, str, bool]] = [
    ("Ouganda", "L'Ouganda a mis fin à son soutien au M23.", True),
    ("Ouganda", "L'Ouganda a cessé d'aider le M23.", True),
    ("Ouganda", "L'Ouganda menace de cesser d'aider le M23.", False),
    ("Ouganda", "L'Ouganda refuse de cesser d'aider le M23.", False),
]


def supports(reader: Reader, vocabulary: Vocabulary, text: str) -> list[tuple[str, str, Claim]]:
    """The positive claims of the support family, with the labels of both parties."""
    claims = (c for c in reader.read(document(text)) if vocabulary.relations[c.relation].supportive)
    return [
        (c.subject.label, c.object.label, c)
        for c in claims
        if isinstance(c.object, Entity) and c.polarity == "positive"
    ]


@pytest.mark.parametrize(("judge", "helped", "text"), NEVER, ids=[text for _, _, text in NEVER])
def test_who_judges_a_deed_is_not_taken_for_who_does_it(
    judge: str, helped: str, text: str, reader: Reader, vocabulary: Vocabulary
) -> None:
    names = {(s, o) for s, o, _ in supports(reader, vocabulary, text)}
    assert not names & {(judge, helped), (helped, judge)}


@pytest.mark.parametrize(("text", "ties"), TIES, ids=[text for text, _ in TIES])
def test_only_the_ties_that_the_words_tell_are_read(
    text: str, ties: set[tuple[str, str]], reader: Reader, vocabulary: Vocabulary
) -> None:
    assert {(s, o) for s, o, _ in supports(reader, vocabulary, text)} == ties


@pytest.mark.parametrize(("doer", "helped", "certainty", "text"), INSTEAD, ids=[row[3] for row in INSTEAD])
def test_who_answers_for_the_deed_is_the_one_who_does_it(
    doer: str, helped: str, certainty: str, text: str, reader: Reader, vocabulary: Vocabulary
) -> None:
    found = {(s, o, c.certainty) for s, o, c in supports(reader, vocabulary, text)}
    assert found == {(doer, helped, certainty)}


@pytest.mark.parametrize(("party", "text", "over"), ENDED, ids=[text for _, text, _ in ENDED])
def test_support_that_ended_is_over_and_an_end_that_is_threatened_is_not(
    party: str, text: str, over: bool, reader: Reader, vocabulary: Vocabulary
) -> None:
    found = supports(reader, vocabulary, text)
    assert [(s, (c.when or "").startswith("/")) for s, _, c in found] == [(party, over)]
