"""Styles: the file fits the ontology, and the colours of page.css can be read."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from view.sample import vocabulary as sample_vocabulary

from kg.view.theme import ASSETS, FAMILY_SLOTS, SHAPES, TONES, load_theme
from kg.vocabulary import EntityClass, Family, Vocabulary

CSS = (ASSETS / "page.css").read_text(encoding="utf-8")


def test_every_name_of_the_theme_is_in_the_ontology(vocabulary: Vocabulary) -> None:
    theme = json.loads((ASSETS / "theme.json").read_text(encoding="utf-8"))
    assert set(theme["families"]) <= set(vocabulary.families)
    assert set(theme["classes"]) <= set(vocabulary.classes)


def test_the_first_view_shows_support_and_alliance(vocabulary: Vocabulary) -> None:
    styles = load_theme(vocabulary).families
    shown = {name for name, style in styles.items() if style.shown}
    supportive = {relation.family for relation in vocabulary.relations.values() if relation.supportive}
    assert shown & supportive
    assert {style.role for name, style in styles.items() if name in shown} == {"support"}


def test_a_family_and_a_class_that_the_theme_does_not_know_get_a_free_style() -> None:
    known = sample_vocabulary()
    family = Family(name="New", iri="x:New", label_fr="n", label_en="n")
    kind = EntityClass(
        name="NewClass",
        iri="x:NewClass",
        label_fr="n",
        label_en="n",
        definition_fr="",
        definition_en="",
        parent=None,
        ancestors=frozenset({"NewClass"}),
    )
    wider = replace(known, families={**known.families, "New": family}, classes={**known.classes, "NewClass": kind})
    theme = load_theme(wider)
    assert theme.families["New"].slot not in {style.slot for name, style in theme.families.items() if name != "New"}
    assert theme.classes["NewClass"].shape in SHAPES
    assert theme.class_style("Unheard").hollow


def test_every_style_has_its_colour_in_both_schemes() -> None:
    for scheme in schemes():
        assert {f"--family-{slot}" for slot in range(1, FAMILY_SLOTS + 1)} <= set(scheme)
        assert {f"--tone-{tone}" for tone in range(1, TONES + 1)} <= set(scheme)


def schemes() -> list[dict[str, str]]:
    """The variables of the light and the dark scheme."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    assert len(blocks) == 2
    return [dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]


def luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_a_contrast_of_at_least_four_and_a_half(scheme: int) -> None:
    colour = schemes()[scheme]
    text = ["--ink", "--muted", "--positive", "--negative", "--contested", "--accent"]
    pairs = [(one, ground) for one in text for ground in ("--page", "--surface")]
    pairs += [("--ink", "--sunken"), ("--muted", "--sunken"), ("--ink", "--mark"), ("--subject", "--mark")]
    pairs += [("--object", "--mark"), ("--subject", "--surface"), ("--object", "--surface"), ("--page", "--ink")]
    assert [(one, ground) for one, ground in pairs if contrast(colour[one], colour[ground]) < 4.5] == []


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_lines_and_shapes_have_a_contrast_of_at_least_three(scheme: int) -> None:
    colour = schemes()[scheme]
    drawn = [name for name in colour if re.match(r"--(family|tone)-\d|--contested$", name)]
    assert len(drawn) == FAMILY_SLOTS + TONES + 1
    assert [name for name in drawn if contrast(colour[name], colour["--page"]) < 3] == []
