"""Sets, likes, shared agents and what else a sentence leaves to its neighbours, read with the shipped pipeline."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

# text -> claims that must be there, as « subject relation object », by gazetteer ids or labels
READ: list[tuple[str, tuple[str, ...]]] = [
    # members of a set stand against each other
    ("Le M23 et le JNIM sont actifs. Les deux groupes se sont affrontés en avril.", ("m23 fights jnim",)),
    ("Le M23 et le JNIM sont actifs. Un pacte lie les deux groupes.", ("m23 agreesWith jnim",)),
    ("Le M23 et le JNIM sont actifs. Ils se sont alliés.", ("m23 alliedWith jnim",)),
    ("Le Mali et le Niger se parlent. Les deux pays s'accusent.", ("mali accuses niger", "niger accuses mali")),
    # somebody does likewise
    ("Comme le Mali, le Niger a quitté la CEDEAO.", ("mali breaksWith cedeao", "niger breaksWith cedeao")),
    ("Le Niger, comme le Mali, a quitté la CEDEAO.", ("mali breaksWith cedeao",)),
    ("Le Niger a quitté la CEDEAO, tout comme le Mali.", ("mali breaksWith cedeao",)),
    ("À l'instar du Mali, le Niger a quitté la CEDEAO.", ("mali breaksWith cedeao",)),
    ("Le Niger a quitté la CEDEAO, en même temps que le Mali.", ("mali breaksWith cedeao",)),
    ("L'Inde finance, outre le JNIM, le M23.", ("inde finances jnim", "inde finances m23")),
    # the agent behind the last participle is everybody's
    (
        "Le M23 est armé, entraîné et financé par le Rwanda.",
        ("rwanda supplies m23", "rwanda trains m23", "rwanda finances m23"),
    ),
    ("Les combattants du M23 sont équipés et payés par le Rwanda.", ("rwanda supplies m23", "rwanda finances m23")),
    # relatives
    ("Le M23, auquel le Rwanda fournit des armes, avance.", ("rwanda supplies m23",)),
    ("La Brigade de l'Est, que commande Ali Diallo, avance.", ("Ali Diallo leads Brigade de l'Est",)),
    # a verb behind a predicate without a verb
    ("Le M23 est au centre-ville et a attaqué Goma.", ("m23 attacks goma",)),
    # words of many parts of speech
    ("Rompant avec Paris, le Mali s'est tourné vers la Russie.", ("mali breaksWith france",)),
    ("L'Iran verse chaque mois des millions au Hezbollah.", ("iran finances hezbollah",)),
    ("L'Iran fournit drones et fusils au Hezbollah.", ("iran supplies hezbollah",)),
    ("« Nous combattons le JNIM », dit le porte-parole du M23.", ("m23 fights jnim",)),
    ("« Nous soutenons le JNIM », dit le porte-parole du M23.", ("m23 supports jnim",)),
    ("Le M23 avance. Les autorités maliennes l'accusent de pillages.", ("mali accuses m23",)),
    # titles and names beside each other
    ("À Paris, Ali Diallo, chef du M23, soutient le JNIM.", ("Ali Diallo leads m23", "Ali Diallo supports jnim")),
    ("Le JNIM a le soutien du principal adversaire du M23, la Turquie.", ("turquie fights m23",)),
    # who is meant
    ("Le JNIM a attaqué Djibo. Les assaillants ont tué Ali Diallo.", ("jnim attacks Ali Diallo",)),
    ("Une attaque du JNIM a visé Djibo. L'armée malienne a repoussé les assaillants.", ("fama attacks jnim",)),
    ("Le M23 a pris Goma. Le même groupe a attaqué Bukavu.", ("m23 attacks bukavu",)),
    ("Les Houthis ont pris Aden. Ces rebelles soutenus par l'Iran tirent.", ("iran supports houthis",)),
    ("L'ONU est proche des FSR. Le Mali les accuse de pillages.", ("mali accuses forces-de-soutien-rapide",)),
    (
        "Le Mali accuse des notables de renseigner le JNIM.",
        ("mali accuses notables", "notables givesIntelligenceTo jnim"),
    ),
    ("Le M23, une coalition de groupes armés, a attaqué Goma.", ("m23 attacks goma",)),
    # who is supported behind a place, under much control, with much support
    ("Le M23 a attaqué le JNIM à Goma, appuyé par l'armée rwandaise.", ("rdf givesMilitarySupportTo m23",)),
    ("Goma est sous le contrôle total du M23.", ("m23 controls goma",)),
    ("Le M23 avance avec le soutien actif du Rwanda.", ("rwanda supports m23",)),
    ("Le Mali dispose de 400 soldats au Niger.", ("mali operatesIn niger",)),
    ("Les hommes du M23 ont affronté ceux du JNIM.", ("m23 fights jnim",)),
    # what is given
    ("Le Rwanda livre des armes et des fonds au M23.", ("rwanda supplies m23", "rwanda finances m23")),
    ("Le Rwanda ne donne ni argent ni armes au M23.", ("rwanda supplies m23", "rwanda finances m23")),
    ("Les Houthis se sont vu remettre des missiles par l'Iran.", ("iran supplies houthis",)),
    ("Le Mali accuse le Rwanda de financer et d'équiper le M23.", ("rwanda finances m23", "rwanda supplies m23")),
    ("Le Rwanda ravitaille le M23 en carburant.", ("rwanda supplies m23",)),
    ("Le Rwanda ravitaille en carburant le M23.", ("rwanda supplies m23",)),
    ("Des drones turcs livrés au Mali ont été abattus.", ("turquie supplies mali",)),
    ("Les armes du M23 proviennent du Rwanda.", ("rwanda supplies m23",)),
    # who is accused in quoted words
    ("« Le Rwanda arme le M23 », a accusé le président congolais.", ("rwanda supplies m23",)),
    ("« La Russie tue des familles », a dénoncé le Mali.", ("mali condemns russie",)),
    ("« La Russie arme le M23 », s'indigne le Mali.", ("mali condemns russie",)),
    ("« La Russie arme le M23 », a condamné l'Union africaine.", ("union-africaine condemns russie",)),
]

# text -> claims that must not be there
UNREAD: list[tuple[str, str]] = [
    ("Le Rwanda livre des millions de dollars d'armes au M23.", "rwanda finances m23"),
    ("Le JNIM et l'EIGS ont attaqué Djibo. Les assaillants ont tué Ali Diallo.", "jnim attacks Ali Diallo"),
    ("Le Mali a acheté des drones chinois.", "chine supplies mali"),
    ("Le Mali a attaqué le JNIM à Gao, ville prise par l'armée malienne.", "fama attacks mali"),
    ("Le M23 avance. Ces rebelles qui tiennent Aden sont loin. Le Mali les soutient.", "mali supports notables"),
    ("Une colonne de l'armée malienne et de Wagner s'est affrontée au JNIM.", "fama fights wagner"),
    ("Le Niger, comme le Mali, s'est allié à la Russie.", "niger alliedWith mali"),
    ("Comme l'a dit le Mali, le Niger a quitté la CEDEAO.", "mali breaksWith cedeao"),
    ("Le Niger soutient des groupes armés comme le JNIM.", "jnim supports jnim"),
    ("Le Niger considère le Mali comme un allié.", "mali supports niger"),
    ("Le Niger, comme le Mali, a attaqué le JNIM aux côtés de la France.", "mali alliedWith france"),
    ("Le M23 est armé par le Rwanda et conseillé par la France.", "france supplies m23"),
    ("« La Russie n'a tué personne », s'indigne le Mali.", "mali condemns russie"),
    ("« La Russie n'est pas seule », a dénoncé le Mali.", "mali condemns russie"),
    ("« Le Mali a libéré Kidal », a affirmé la Russie.", "russie condemns mali"),
    ("Outre le Mali, le Niger a quitté la CEDEAO.", "niger breaksWith mali"),
]


@pytest.mark.parametrize(("text", "claims"), READ, ids=[text for text, _ in READ])
def test_it_is_read(reader: Reader, text: str, claims: tuple[str, ...]) -> None:
    assert set(claims) <= claims_in(reader, text)


@pytest.mark.parametrize(("text", "claim"), UNREAD, ids=[f"{text} {claim}" for text, claim in UNREAD])
def test_it_is_not_read(reader: Reader, text: str, claim: str) -> None:
    assert claim not in claims_in(reader, text)
