"""How firmly sentences of the press say something: polarity and certainty of one claim each."""

from __future__ import annotations

import pytest
from text.examples import document

from kg.text.reader import Reader

# text, relation, {(polarity, certainty)} of all claims of that relation
SENTENCES: list[tuple[str, str, set[tuple[str, str]]]] = [
    ("La France n'a jamais accepté l'alliance du Mali avec la Russie.", "alliedWith", {("positive", "certain")}),
    ("Paris n'a pas condamné l'attaque du M23 contre les FARDC.", "attacks", {("positive", "certain")}),
    ("Le Mali n'a pas reçu l'aide de la France.", "supports", {("negative", "certain")}),
    ("Le Mali n'a mené aucune attaque contre le CSP.", "attacks", {("negative", "certain")}),
    ("Des pourparlers sont prévus mardi entre Kinshasa et le M23.", "negotiatesWith", {("positive", "possible")}),
    ("Les pourparlers prévus entre Kinshasa et le M23 traînent.", "negotiatesWith", {("positive", "possible")}),
    (
        "La séance de négociations prévue demain entre le Mali et le CSP est reportée.",
        "negotiatesWith",
        {("positive", "possible")},
    ),
    ("Dix soldats maliens ont été tués par des djihadistes présumés.", "attacks", {("positive", "probable")}),
    ("L'armée malienne a tué dix djihadistes présumés.", "attacks", {("positive", "certain")}),
    ("Et le M23 de Bertrand Bisimwa ?", "leads", {("positive", "certain")}),
    ("Le Rwanda soutient-il le M23 ?", "supports", {("positive", "possible")}),
    ("« Nos forces n'attaqueront pas Goma », promet le M23.", "attacks", {("negative", "certain")}),
    ("« Nos forces attaqueront Goma », promet le M23.", "attacks", {("positive", "possible")}),
    ("« Le M23 a pris Goma », s'inquiète Kinshasa.", "captures", {("positive", "certain")}),
    ("« Le Rwanda armerait le M23 », s'inquiète Paris.", "supplies", {("positive", "probable")}),
    ("Le M23 n'hésite pas à attaquer Goma.", "attacks", {("positive", "certain")}),
]


@pytest.mark.parametrize(("text", "relation", "expected"), SENTENCES, ids=[text for text, _, _ in SENTENCES])
def test_how_firmly_it_is_said(reader: Reader, text: str, relation: str, expected: set[tuple[str, str]]) -> None:
    found = {(c.polarity, c.certainty) for c in reader.read(document(text)) if c.relation == relation}
    assert found == expected
