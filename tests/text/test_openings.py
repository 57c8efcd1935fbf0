"""« Selon X, Y et Z arment W »: who opens the sentence is not among its subjects."""

from __future__ import annotations

import pytest
from text.examples import claims_in, document

from kg.text.reader import Reader

# text -> who supports the M23, and who says so
READ = [
    ("Selon le capitaine Moussa Diallo, l'Inde et le Bénin soutiennent le M23.", {"inde", "benin"}, "Moussa Diallo"),
    ("D'après le Mali, l'Inde et le Bénin soutiennent le M23.", {"inde", "benin"}, "Mali"),
    ("D'après Bamako, Alger et Kiev soutiennent le M23.", {"algerie", "ukraine"}, "Mali"),
    ("Selon l'Inde, le Bénin et le Ghana, le Togo soutient le M23.", {"togo"}, "Inde"),
    ("Selon l'Inde, le Togo, qui le nie, soutient le M23.", {"togo"}, "Inde"),
    ("Selon l'Inde, le Togo, le Bénin et le Ghana soutiennent le M23.", {"togo", "benin", "ghana"}, "Inde"),
    (
        "Selon un chef du JNIM, Moussa Diallo, le Togo et le Bénin soutiennent le M23.",
        {"togo", "benin"},
        "Moussa Diallo",
    ),
    (
        "Selon Moussa Diallo, porte-parole du JNIM, le Togo et le Bénin soutiennent le M23.",
        {"togo", "benin"},
        "Moussa Diallo",
    ),
]


@pytest.mark.parametrize(("text", "supporters", "speaker"), READ, ids=[text for text, _, _ in READ])
def test_who_is_cited_at_the_head_does_not_take_part(
    reader: Reader, text: str, supporters: set[str], speaker: str
) -> None:
    claims = [c for c in reader.read(document(text)) if c.relation == "supports"]
    assert {c.subject.id for c in claims} == supporters
    assert {c.attribution.label for c in claims if c.attribution is not None} == {speaker}


def test_a_list_of_places_at_the_head_goes_on_to_its_last_comma(reader: Reader) -> None:
    claims = claims_in(reader, "À Gao, Kidal et Ménaka, le Mali et la Russie ont attaqué le JNIM.")
    assert {"mali attacks jnim", "russie attacks jnim"} <= claims
    assert not any(c.startswith(("kidal", "menaka")) for c in claims)
