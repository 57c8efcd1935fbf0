"""« nous », « nos », « vous »: of who is quoted, of whose text it is, of who answers in an interview; « son pays »."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

COMMUNIQUE = """L'état-major général des armées porte à la connaissance de l'opinion que des combats ont eu lieu hier
à Djibo, Dori, Titao et Barsalogho. {}"""
SPEECH = """Voici des extraits du discours prononcé samedi à Garowe par Saïd Warsame, président du Puntland.

{}"""
INTERVIEW = """Issa Brahim préside le Front pour l'alternance et la concorde au Tchad (FACT). Il nous a reçus de nuit.

Que répondez-vous à vos adversaires ?

{}

Qui vous aide ?

{}"""

FACT = "front-pour-l-alternance-et-la-concorde-au-tchad"

READ = [
    (COMMUNIQUE.format("Le Niger a envoyé des soldats en renfort à nos troupes."), "niger givesMilitarySupportTo ARMY"),
    (COMMUNIQUE.format("Le JNIM a attaqué nos positions à Dori."), "jnim attacks ARMY"),
    (SPEECH.format("La Turquie nous a livré des drones. Je vous remercie."), "turquie supplies puntland"),
    (INTERVIEW.format("La Libye nous a livré des armes.", "Personne."), "libye supplies FACT"),
    (INTERVIEW.format("C'est faux.", "Le M23 finance notre mouvement."), "m23 finances FACT"),
    (INTERVIEW.format("C'est faux.", "L'Algérie a armé nos hommes."), "algerie supplies FACT"),
    ("« L'Algérie nous soutient », a dit Viktor Dembélé, qui dirige le M23.", "algerie supports m23"),
    ("Moussa Kaka dirige le M23. Son mouvement a attaqué le Rwanda hier.", "m23 attacks rwanda"),
    ("Un officier ivoirien assure que son pays soutient le Ghana.", "cote-d-ivoire supports ghana"),
    ("Le président Assimi Goïta a reçu ses ministres.", "assimi-goita leads mali"),
]
UNREAD = [
    # journalists
    ("Notre correspondant à Goma a vu le M23 attaquer nos confrères.", "attacks"),
    (
        "L'armée avance à Goma, Rutshuru, Masisi et Sake. Nos informations sont rares. La Russie nous a aidés.",
        "supports",
    ),
    # whoever asks the questions
    (
        INTERVIEW.format("C'est faux.", "Nul ne le sait.").replace("Il nous a reçus", "La Libye nous a aidés"),
        "supports",
    ),
    ("L'ancien président Mohamed Bazoum attend un procès.", "leads"),
    ("« On nous a livré des armes », raconte un berger de Kidal.", "supplies"),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_the_side_of_the_first_person_is_known(reader: Reader, text: str, wanted: str) -> None:
    assert wanted.replace("ARMY", "armee-burkinabe").replace("FACT", FACT) in claims_in(reader, text)


@pytest.mark.parametrize(("text", "relation"), UNREAD)
def test_nobody_is_meant_where_the_text_does_not_say_who_speaks(reader: Reader, text: str, relation: str) -> None:
    assert not [claim for claim in claims_in(reader, text) if f" {relation} " in claim], claims_in(reader, text)
