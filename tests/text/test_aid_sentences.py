"""Arms, pay, training and shelter told by any construction: who gives and who receives, and what gives nothing."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

# text -> what it tells
READ = [
    # what is given hangs on the receiver, on its counter, or behind « c'est »
    ("Le Rwanda inonde le M23 d'armes et le pourvoit de mortiers.", "rwanda supplies m23"),
    ("Le Rwanda a muni le M23 de jumelles et de mortiers.", "rwanda supplies m23"),
    ("C'est d'Algérie que viennent les armes du FLA.", "algerie supplies azawad"),
    ("C'est au M23 que le Rwanda livre des mortiers.", "rwanda supplies m23"),
    ("La vente par la Serbie de mortiers à l'armée israélienne continue.", "serbie supplies tsahal"),
    (
        "Les Etats-Unis ont fourni 60 milliards de dollars d'aide militaire à l'Ukraine.",
        "etats-unis givesmilitarysupportto",
    ),
    ("Le soutien sans faille de la Russie à Haftar est connu.", "russie supports haftar"),
    # goods that are somewhere else than beside the receiver
    ("Des blindés offerts par les Émirats équipent l'armée tchadienne.", "supplies ant"),
    ("L'armée tchadienne roule dans des blindés offerts par les Émirats.", "supplies ant"),
    ("Le Tchad a déposé à Nyala des munitions destinées aux FSR.", "tchad supplies rapide"),
    ("La Russie livrait à Conakry des blindés promis à l'armée malienne.", "russie supplies fama"),
    ("Les FACA ont reçu de Wagner un entraînement au tir.", "wagner trains faca"),
    ("L'argent du Hezbollah vient d'Iran.", "iran finances hezbollah"),
    ("Les Émirats ont fourni des blindés à l'armée tchadienne et la Turquie des drones.", "turquie supplies ant"),
    ("La Turquie a vendu des drones au Mali et la Chine des blindés.", "chine supplies mali"),
    ("Un cargo émirati a livré des armes aux FSR.", "emirats supplies rapide"),
    ("Le JNIM se fait livrer des munitions par un commerçant de Gao, Issa Hama.", "hama supplies jnim"),
    ("L'Ouganda a déployé des troupes à Juba pour soutenir le M23.", "ouganda givesmilitarysupportto m23"),
    ("Le M23 avance. L'armée rwandaise combat à ses côtés.", "alliedwith m23"),
    ("Les habitants ont fui ; le JNIM leur reproche, selon l'Inde, de collaborer avec le Mali.", "alliedwith mali"),
    ("L'Algérie laisse le FLA s'installer à Timiaouine.", "algerie shelters azawad"),
    # whose event it is that somebody has a hand in
    ("La participation de Wagner à quatre opérations de l'armée malienne est connue.", "wagner givesmilitarysupportto"),
    ("L'Iran soutient l'effort de guerre de la Russie.", "iran supports russie"),
    # far objects, one for two infinitives
    ("Le Mali reproche à l'Algérie d'héberger et d'armer, à Timiaouine, le FLA.", "algerie shelters azawad"),
    ("Le Mali reproche à l'Algérie d'héberger et d'armer, à Timiaouine, le FLA.", "algerie supplies azawad"),
    # who « qui » is
    ("C'est le Rwanda, dit-il, qui arme le M23.", "rwanda supplies m23"),
    ("Qui arme le M23, sinon le Rwanda ?", "rwanda supplies m23"),
    ("Qui arme le M23 ? Le Rwanda.", "rwanda supplies m23"),
    # behind a comma, the noun that is meant
    ("Les combattants du FLA, formés par Wagner, avancent.", "wagner trains azawad"),
    ("La Brigade 444, fidèle à Abdelhamid Dbeibah, a attaqué la Force Radaa.", "supports dbeibah"),
    ("Le M23 est né avec l'appui des FDLR.", "fdlr supports m23"),
]


@pytest.mark.parametrize(("text", "told"), READ, ids=[text for text, _ in READ])
def test_who_helps_whom_is_read_from_any_construction(reader: Reader, text: str, told: str) -> None:
    wanted = told.split()
    claims = claims_in(reader, text)
    assert any(all(word in claim.lower() for word in wanted) for claim in claims), claims


# texts that tell of no present support, whatever their words
UNREAD = [
    "Le JNIM attaque un convoi de carburant, escorté par l'armée malienne.",
    "Le convoi du CICR passe par Kidal sous la protection de l'ONU.",
    "Beaucoup tiennent Haftar pour complice de la mort d'Idriss Déby.",
    "L'Algérie fournit le Mali en gaz.",
    "Le partenariat commercial du Mali avec la Chine rapporte.",
    "Le CICR a livré des vivres aux déplacés de Goma.",
    "Le Hamas n'est lié par aucun accord avec le Liban.",
    "Qui arme le M23 ? Le Rwanda et l'Ouganda nient.",
    "Le FLA a touché un drone de l'armée malienne.",
    "Les pompes venues de Chine équipent les villages du Mali.",
    "Le Mali accueille les réfugiés et les blessés civils du Burkina Faso.",
    "La Russie a fait don d'engrais au Mali.",
    "Une milice Nuer est alliée à Riek Machar.",
]


def test_who_gives_in_the_second_part_of_a_sentence_receives_nothing(reader: Reader) -> None:
    claims = claims_in(reader, "La Turquie a vendu des drones au Mali et la Chine des blindés.")
    assert {c for c in claims if " supplies " in c} == {"turquie supplies mali", "chine supplies mali"}


@pytest.mark.parametrize("text", UNREAD)
def test_trade_relief_and_escorts_of_goods_are_no_support(reader: Reader, vocabulary: Vocabulary, text: str) -> None:
    names = {r.name for r in vocabulary.relations.values() if r.supportive}
    assert not [c for c in claims_in(reader, text) if c.split()[1] in names]
