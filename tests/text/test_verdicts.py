"""What is called untrue is denied by who calls it so, and never told for true, read with the shipped pipeline."""

from __future__ import annotations

import pytest
from text.examples import document

from kg.text.reader import Reader

CALLED_UNTRUE = [
    "L'Inde a qualifié de mensongères les accusations selon lesquelles elle soutient le M23.",
    "L'Inde qualifie de « mensonges » les accusations selon lesquelles elle soutient le M23.",
    "L'Inde a qualifié de fausses les informations selon lesquelles elle soutient le M23.",
    "Les accusations selon lesquelles l'Inde soutient le M23 sont fausses, selon l'Inde.",
    "L'Inde dément les accusations mensongères selon lesquelles elle soutient le M23.",
    "Le Mali accuse l'Inde de soutenir le M23. « Ces accusations sont infondées », a réagi l'Inde.",
    "Le Mali accuse l'Inde de soutenir le M23. L'Inde a déclaré que ces accusations étaient fausses.",
]

TRUE = [
    "Les informations selon lesquelles l'Inde soutient le M23 sont vraies, selon l'Inde.",
    "Les informations selon lesquelles l'Inde soutient le M23 ne sont pas fausses, selon l'Inde.",
]


def said(reader: Reader, text: str) -> set[tuple[str, str]]:
    """Polarity and certainty of what India says of its support for the M23."""
    return {
        (c.polarity, c.certainty)
        for c in reader.read(document(text))
        if c.relation == "supports" and c.attribution is not None and c.attribution.id == "inde"
    }


@pytest.mark.parametrize("text", CALLED_UNTRUE)
def test_what_is_called_untrue_is_denied(reader: Reader, text: str) -> None:
    assert said(reader, text) == {("negative", "certain")}


@pytest.mark.parametrize("text", TRUE)
def test_what_is_called_true_is_told(reader: Reader, text: str) -> None:
    assert {c.polarity for c in reader.read(document(text)) if c.relation == "supports"} == {"positive"}
