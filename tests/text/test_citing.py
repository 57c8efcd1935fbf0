"""Who is cited, and how firmly, where the speaker is not the subject of a verb of saying right above."""

from __future__ import annotations

import pytest
from text.examples import document

from kg.records import Claim, Entity
from kg.text.reader import Reader

# relation, who says it (None: the author), certainty, text: one claim of that relation
SAID: list[tuple[str, str | None, str, str]] = [
    # « on »
    ("captures", "Rwanda", "certain", "À Kigali, on répète que le M23 a pris Goma."),
    (
        "captures",
        "sources concordantes",
        "certain",
        "Paris dément. Le M23 a pris Goma, a-t-on appris de sources concordantes.",
    ),
    ("captures", "élu local", "certain", "Paris dément. Le M23 a pris Goma, a-t-on appris auprès d'un élu local."),
    ("captures", None, "certain", "Paris dément. Le M23 a pris Goma, a-t-on appris samedi."),
    # asides
    ("captures", "Amina Traoré", "certain", "Le M23 a pris Goma, comme l'a reconnu Amina Traoré."),
    ("captures", "Amina Traoré", "certain", "Comme l'a reconnu Amina Traoré, le M23 a pris Goma."),
    # names that no list knows, and where they wrote it
    ("captures", "Mohammed al-Naqib", "certain", "Selon Mohammed al-Naqib, le M23 a pris Goma."),
    ("captures", "Amina Traoré", "certain", "« Le M23 a pris Goma », a écrit sur X Amina Traoré."),
    # who claims an attack says so; who is blamed for one is only said to have done it
    ("attacks", "JNIM", "certain", "L'attaque de Gao, revendiquée par le JNIM, a fait dix morts."),
    ("attacks", "JNIM", "certain", "Une attaque revendiquée par le JNIM a visé Gao."),
    ("attacks", None, "probable", "Dix civils ont été tués par des tirs attribués aux FSR."),
    # hearsay inside what somebody says
    (
        "agreesWith",
        "Amina Traoré",
        "probable",
        "D'après Amina Traoré, le M23 aide les FDLR, avec qui il aurait signé un pacte.",
    ),
    # a quotation before the sentence of its speaker
    ("captures", "Amina Traoré", "certain", "« Le M23 a pris Goma. » Amina Traoré affirme que la ville est calme."),
    ("captures", None, "certain", "« Le M23 a pris Goma. » Amina Traoré a quitté la ville."),
    # what is said aloud is said plainly
    ("captures", "Amina Traoré", "certain", "« Le M23 a pris Goma », prévient Amina Traoré."),
    ("captures", "Amina Traoré", "certain", "« Le M23 a pris Goma », a dénoncé Amina Traoré."),
    ("captures", "Amina Traoré", "probable", "« Le M23 a pris Goma », suppose Amina Traoré."),
    # to swear and to claim
    ("supports", "Turquie", "possible", "Ankara jure de soutenir le M23."),
    ("captures", "Burundi", "certain", "Le Burundi prétend que le M23 a pris Goma."),
    # a question about who says it is none about what they say
    (
        "captures",
        "Burundi",
        "certain",
        "Faut-il croire le Burundi lorsque le Burundi soutient que le M23 a pris Goma ?",
    ),
    ("captures", None, "possible", "Le M23 a-t-il pris Goma ?"),
    # what goes on behind an accusation is part of it
    ("attacks", "FARDC", "probable", "Les FARDC accusent le M23 d'avoir pillé un village, tuant trois civils."),
    # purpose below hearsay
    ("trains", None, "probable", "Des soldats du Burundi auraient séjourné à Goma pour y instruire le M23."),
]


@pytest.mark.parametrize(("relation", "speaker", "certainty", "text"), SAID, ids=[row[3] for row in SAID])
def test_who_says_it_and_how_firmly(
    relation: str, speaker: str | None, certainty: str, text: str, reader: Reader
) -> None:
    claims = [c for c in reader.read(document(text)) if c.relation == relation and isinstance(c.object, Entity)]
    assert {(_speaker(c), c.certainty) for c in claims} == {(speaker, certainty)}


def _speaker(claim: Claim) -> str | None:
    return claim.attribution.label if isinstance(claim.attribution, Entity) else None


def test_who_swears_not_to_have_done_it_says_so_firmly(reader: Reader) -> None:
    found = [c for c in reader.read(document("Ankara jure n'avoir pas soutenu le M23.")) if c.relation == "supports"]
    assert [(c.polarity, c.certainty) for c in found] == [("negative", "certain")]
