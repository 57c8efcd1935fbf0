"""Whom a common noun means: by what counts it, by where it is from, by where the text is set."""

from __future__ import annotations

import pytest
from text.examples import claims_in

from kg.text.reader import Reader

BORDER = """L'Éthiopie et l'Érythrée s'accusent. L'Érythrée, l'Érythrée et l'Éthiopie parlent de guerre.
Des tirs ont été entendus à Gondar, Mekele, Bahir Dar et Dessie. """

READ = [
    (BORDER + "L'armée a attaqué les Fano hier.", "endf attacks fano"),
    ("Le FACT avance. La milice de Bilma soutient le FACT.", "milice de Bilma supports FACT"),
    ("Le Mali a signé un accord avec les groupes armés du Nord.", "mali agreesWith groupes armés du Nord"),
    (
        "Le Mali a rompu avec l'Inde, a dit le porte-parole du gouvernement malien, Abdoulaye Maïga. À l'origine, les "
        "propos d'Ali Diallo, porte-parole du M23, qui avait laissé entendre que son mouvement avait armé le FACT.",
        "m23 supplies FACT",
    ),
    ("Hier, l'armée a attaqué le MFDC près de la rivière.", "armée attacks mfdc"),
    (
        "Les FSR ont pris le camp. Des centaines de combattants zaghawas soutiennent l'armée soudanaise.",
        "centaines de combattants zaghawas supports armée soudanaise",
    ),
]
UNREAD = [
    # many of some kind are not the one group that the text names
    ("Les FSR sont loin. Des centaines de combattants zaghawas soutiennent le Tchad.", "forces-de-soutien-rapide"),
    # a neighbour that is named once has no staff here
    (
        "Le Burkina Faso, le Burkina Faso et encore le Burkina Faso. Le Mali aide. L'état-major général des armées "
        "soutient le Niger.",
        "etat-major-general-des-armees-maliennes",
    ),
    # two states' armies
    ("L'armée malienne et l'armée nigérienne se parlent. L'armée a attaqué le MFDC.", "armée attacks mfdc"),
]


def _written(claims: set[str]) -> set[str]:
    return {c.replace("front-pour-l-alternance-et-la-concorde-au-tchad", "FACT") for c in claims}


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_the_party_is_the_one_that_the_words_tell(reader: Reader, text: str, wanted: str) -> None:
    assert wanted in _written(claims_in(reader, text))


@pytest.mark.parametrize(("text", "nobody"), UNREAD)
def test_a_party_that_is_not_meant_makes_no_claim(reader: Reader, text: str, nobody: str) -> None:
    assert not [claim for claim in claims_in(reader, text) if claim.startswith(nobody)]
