"""The page opened from disk in a real browser: what a reader sees and can do, and that no network is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Open, relation
from view.hostile import hostile_corpus
from view.sample import AID, ARMY, BLACK, DELTANS, FLD, GUARD, LYNX, OSTRIA, PLEA, corpus

from kg.records import Corpus


def test_the_first_view_shows_alliances_and_support_between_parties_and_says_what_an_edge_is(show: Open) -> None:
    opened = show()
    assert "8 relations affichées sur 19" in opened.page.inner_text("#shown-count")
    assert "pas un fait" in opened.page.inner_text("#banner")
    head = opened.page.inner_text("header")
    assert "4 documents, 12 juillet 2024 – 15 septembre 2024" in head
    assert "ontologie 1.2.3" in head


def test_the_network_is_drawn(show: Open) -> None:
    opened = show()
    opened.page.check("#filter-family-Hostility")
    canvas = opened.page.locator("#network canvas")
    colours = canvas.evaluate(
        """canvas => {
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Set();
          for (let i = 0; i < pixels.length; i += 4) seen.add(`${pixels[i]},${pixels[i + 1]},${pixels[i + 2]}`);
          return [...seen];
        }"""
    )
    for wanted in (
        "39,71,110",
        "87,68,52",
        "179,38,30",
        "10,125,108",
        "180,83,9",
    ):  # state, armed, hostile, ally, contested
        assert wanted in colours


def test_a_click_on_an_edge_or_a_node_of_the_drawing_opens_its_panel(show: Open) -> None:
    opened = show()
    drawn = opened.drawn()
    node, edge = drawn["nodes"][0], drawn["edges"][0]
    opened.page.mouse.click(node["x"], node["y"])
    opened.page.wait_for_function("location.hash.includes('party=')")
    opened.page.keyboard.press("Escape")
    opened.page.mouse.click(edge["x"], edge["y"])
    opened.page.wait_for_function("location.hash.includes('relation=')")


def test_a_contested_relation_shows_claim_and_denial_face_to_face_with_the_exact_words(show: Open) -> None:
    opened = show()
    opened.choose(relation(BLACK, "alliedWith", FLD))
    faces = opened.page.locator("#panel .face")
    assert faces.count() == 2
    affirmed, denied = (faces.nth(index) for index in (0, 1))
    assert AID.label in affirmed.inner_text()
    assert "probable" in affirmed.inner_text()
    assert "".join(affirmed.locator("mark").all_inner_texts()) == "les Colonnes noires seraient alliées au FLD"
    assert affirmed.locator(".role-s").inner_text() == "Colonnes noires"
    assert affirmed.locator(".role-o").inner_text() == "FLD"
    assert "Sana Keïba dément" in denied.inner_text()
    boxes = [face.bounding_box() for face in (affirmed, denied)]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 2
    assert boxes[0]["x"] < boxes[1]["x"]


def test_a_claim_names_its_document_publisher_date_and_how_it_was_read(show: Open) -> None:
    opened = show()
    opened.page.check("#filter-family-Hostility")
    opened.choose(relation(ARMY, "fights", FLD))
    text = opened.panel()
    for wanted in (
        "l'auteur, Le Journal du Fleuve",
        "Combats à Tin-Amar",
        "12 juillet 2024",
        "11 juillet 2024",
        "Tin-Amar",
    ):
        assert wanted in text
    link = opened.page.locator("#panel cite a")
    assert link.get_attribute("href") == "https://journal.example/tin-amar"
    assert link.get_attribute("rel") == "noopener noreferrer"
    opened.page.click("#panel .how summary")
    how = opened.page.inner_text("#panel .how")
    for wanted in ("fr.tsv:12 verb exemple", "transitive", "author", "80 %"):
        assert wanted in how


def test_a_relation_known_by_denials_alone_says_so(show: Open) -> None:
    opened = show()
    opened.choose(relation(GUARD, "alliedWith", LYNX))
    assert "Aucune source lue ne l'affirme" in opened.panel()
    assert "démentie seulement" in opened.panel()
    opened.page.click("#panel .triple button >> nth=1")
    assert opened.page.inner_text("#panel h2") == LYNX.label
    sections = opened.page.locator("#panel section")
    assert GUARD.label in sections.filter(has_text="Seulement démenti").inner_text()
    assert GUARD.label not in sections.filter(has_text="Alliés allégués").inner_text()


def test_a_party_shows_its_names_its_supporters_and_what_it_is_called(show: Open) -> None:
    opened = show()
    opened.page.fill("#search-field", "front de liberation")
    opened.page.keyboard.press("Enter")
    text = opened.panel()
    for wanted in (
        "Front de libération du Delta",
        "« terroriste »",
        "gouvernement de Sarkanie",
        "Soutiens allégués (4)",
    ):
        assert wanted in text
    supporters = opened.page.locator("#panel section", has_text="Soutiens allégués").inner_text()
    for party in (OSTRIA, PLEA, DELTANS):
        assert party.label in supporters


def test_names_of_a_party_stand_apart_from_the_nouns_by_which_texts_mean_it(show: Open) -> None:
    opened = show()
    opened.page.fill("#search-field", ARMY.label)
    opened.page.keyboard.press("Enter")
    nouns = opened.page.locator("#panel details.nouns")
    assert nouns.locator("summary").inner_text() == "Désigné aussi d'une autre façon"
    assert not nouns.locator("p").is_visible()
    nouns.locator("summary").click()
    assert nouns.locator("p").inner_text() == "armée sarkanienne"


def test_where_no_publisher_is_known_the_document_is_named(show: Open) -> None:
    source = corpus()
    nameless = tuple(replace(document, publisher=None) for document in source.documents)
    opened = show(replace(source, documents=nameless))
    opened.page.check("#filter-family-Hostility")
    opened.choose(relation(ARMY, "fights", FLD))
    assert "l'auteur, document « Combats à Tin-Amar »" in opened.panel()


@pytest.mark.parametrize("query", ["tinamar", "TIN AMAR", "tin-amar", "Tin‑Amar"])
def test_search_finds_every_spelling_of_a_name(show: Open, query: str) -> None:
    opened = show()
    opened.page.fill("#search-field", query)
    assert "Tin-Amar" in opened.page.inner_text("#search-results")


def test_search_folds_accents_and_says_when_nothing_matches(show: Open) -> None:
    opened = show()
    opened.page.fill("#search-field", "KEIBA")
    assert "Sana Keïba" in opened.page.inner_text("#search-results")
    opened.page.fill("#search-field", "zzz")
    assert "Aucun nom ne correspond" in opened.page.inner_text("#search-results")


def test_filters_hide_and_bring_back_relations(show: Open) -> None:
    opened = show()
    alliance, fight = relation(BLACK, "alliedWith", FLD), relation(ARMY, "fights", FLD)
    opened.page.click("#view-table")
    assert alliance in opened.rows()
    assert fight not in opened.rows()
    opened.page.check("#filter-family-Hostility")
    assert {alliance, fight} <= opened.rows()
    opened.page.uncheck("#filter-family-Hostility")
    assert alliance in opened.rows()
    assert fight not in opened.rows()
    opened.page.uncheck("#filter-status-contested")
    assert alliance not in opened.rows()
    opened.page.click("#filters-reset")
    opened.page.check("#filter-family-Hostility")
    assert {alliance, fight} <= opened.rows()
    opened.page.uncheck("#filter-class-ArmedForces")
    assert fight not in opened.rows()
    opened.page.click("#filters-all")
    assert len(opened.rows()) == 19


def test_filters_also_hide_edges_of_the_drawing(show: Open) -> None:
    opened = show()
    opened.page.uncheck("#filter-family-Support")
    assert "Aucune relation ne passe les filtres" in opened.page.inner_text("#zoom")
    drawn = opened.page.locator("#network canvas").evaluate(
        "c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v, i) => i % 4 === 3 && v > 0)"
    )
    assert not drawn


def test_choosing_a_family_brings_the_classes_that_it_needs(show: Open) -> None:
    opened = show()
    assert not opened.page.is_checked("#filter-class-Place")
    opened.page.check("#filter-family-Ground")
    assert opened.page.is_checked("#filter-class-Place")
    assert "2" in opened.page.inner_text('label[for="filter-family-Ground"]')


def test_certainty_single_relation_publisher_and_document_filter(show: Open) -> None:
    opened = show()
    opened.page.click("#view-table")
    opened.page.uncheck("#filter-certainty-certain")
    only = opened.rows()
    assert relation(PLEA, "supports", FLD) in only
    assert relation(ARMY, "fights", FLD) not in only
    opened.page.click("#filters-reset")
    opened.page.click("#unfold-Support")
    opened.page.uncheck("#filter-relation-supports")
    assert relation(PLEA, "supports", FLD) not in opened.rows()
    assert relation(BLACK, "alliedWith", FLD) in opened.rows()
    opened.page.click("#filters-reset")
    opened.page.select_option("#filter-publisher", "La Dépêche d'Ostrie")
    assert relation(BLACK, "alliedWith", FLD) in opened.rows()
    assert relation(ARMY, "fights", FLD) not in opened.rows()
    opened.page.select_option("#filter-document", "d1")
    assert opened.rows() == set()


def test_the_language_follows_the_browser_and_can_be_changed(show: Open) -> None:
    opened = show(lang="en-GB")
    assert opened.page.inner_text("h1") == "Who supports whom, according to whom"
    opened.choose(relation(BLACK, "alliedWith", FLD))
    assert "is allied with" in opened.panel()
    opened.page.click("#lang-fr")
    assert "est allié à" in opened.panel()
    assert opened.page.get_attribute("html", "lang") == "fr"
    assert opened.page.evaluate("document.activeElement.id") == "lang-fr"


def test_a_language_that_is_not_there_falls_back_to_english(show: Open) -> None:
    assert show(lang="de-DE").page.get_attribute("html", "lang") == "en"


def test_the_address_brings_back_selection_filters_and_view(show: Open) -> None:
    first = show()
    first.page.uncheck("#filter-family-Hostility")
    first.choose(relation(BLACK, "alliedWith", FLD))
    suffix = first.page.evaluate("location.hash")
    again = show(suffix=suffix)
    assert "Colonnes noires" in again.panel()
    assert not again.page.is_checked("#filter-family-Hostility")
    assert again.page.is_visible("#table-view")


def test_a_changed_address_is_followed_from_the_first_view(show: Open) -> None:
    opened = show()
    opened.page.uncheck("#filter-family-Support")
    opened.page.evaluate("location.hash = '#lang=en&party=e:fld'")
    opened.page.wait_for_function("document.documentElement.lang === 'en'")
    assert opened.page.inner_text("#panel h2") == "FLD"
    assert opened.page.is_checked("#filter-family-Support")


@pytest.mark.parametrize("suffix", ["#relation=none", "#party=%00", "#lang=xx&-class=%3Cimg%3E", "#%%%"])
def test_a_broken_address_does_no_harm(show: Open, suffix: str) -> None:
    assert show(suffix=suffix).page.is_visible("#panel h2")


def test_the_table_can_be_sorted_and_read_with_the_keyboard(show: Open) -> None:
    opened = show()
    opened.page.click("#view-table")
    opened.page.focus("#sort-subject")
    opened.page.keyboard.press("Enter")
    subjects = opened.page.locator("tbody td.col-subject").all_inner_texts()
    assert subjects == sorted(subjects)
    assert opened.page.get_attribute("th.col-subject", "aria-sort") == "ascending"
    assert opened.page.evaluate("document.activeElement.id") == "sort-subject"
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("tbody td.col-subject").all_inner_texts() == sorted(subjects, reverse=True)
    opened.page.locator("tbody button[data-relation]").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel .claim").count() >= 1
    assert "—" in opened.page.inner_text("#said")


def test_every_control_has_a_name(show: Open) -> None:
    opened = show()
    opened.page.click("#view-table")
    nameless = opened.page.eval_on_selector_all(
        "button, input, select, a, [role=img]",
        """all => all.filter(e => !(e.getAttribute("aria-label") || e.textContent.trim()
                || (e.labels && e.labels.length && e.labels[0].textContent.trim()))).map(e => e.outerHTML)""",
    )
    assert nameless == []
    repeated = opened.page.evaluate(
        "() => [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"
    )
    assert repeated == []


@pytest.mark.parametrize("view", ["network", "table"])
def test_a_narrow_screen_has_no_sideways_scroll_and_folds_the_filters(show: Open, view: str) -> None:
    opened = show(width=400)
    assert not opened.page.is_visible(".filter-body")
    opened.choose(relation(BLACK, "alliedWith", FLD))
    opened.page.click(f"#view-{view}")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 400
    opened.page.click(".filter-box > summary")
    assert opened.page.is_visible(".filter-body")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 400


def test_a_tooltip_names_the_party_under_the_pointer(show: Open) -> None:
    opened = show()
    tooltip = opened.page.locator(".vis-tooltip")
    node = opened.drawn()["nodes"][0]
    opened.page.mouse.move(node["x"] - 60, node["y"] - 60)
    opened.page.mouse.move(node["x"], node["y"], steps=3)
    tooltip.wait_for(state="visible")
    assert tooltip.is_visible()
    assert any(mark in tooltip.inner_text() for mark in ("—", "("))


def test_hostile_text_is_shown_and_never_run(show: Open) -> None:
    opened = show(hostile_corpus())
    opened.page.click("#filters-all")
    opened.page.click("#view-table")
    rows = sorted(opened.rows())
    assert len(rows) == 16
    for row in rows:
        opened.page.click(f'tbody button[data-relation="{row}"]')
        opened.page.locator("#panel .triple button").first.click()
    opened.page.fill("#search-field", "img")
    opened.page.click("#view-network")
    box = opened.page.locator("#network canvas").bounding_box()
    for step in range(1, 10):
        opened.page.mouse.move(box["x"] + box["width"] * step / 10, box["y"] + box["height"] * step / 10)
        opened.page.wait_for_timeout(40)
    assert opened.page.evaluate("window.hacked") is None
    assert opened.page.locator("img, iframe, object").count() == 0
    links = opened.page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    assert not [link for link in links if link.startswith(("javascript:", "data:"))]


def test_a_corpus_without_claims_says_that_nothing_was_read(show: Open) -> None:
    opened = show(Corpus(documents=(), claims=(), relationships=()))
    assert "Rien n'a été lu" in opened.panel()


def test_a_bar_says_that_the_page_loads_until_it_is_drawn(show: Open, browser: Any, tmp_path: Path) -> None:
    assert show().page.locator("#loading").count() == 0
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    waiting = context.new_page()
    waiting.goto((tmp_path / "network.html").as_uri())
    assert waiting.locator("#loading progress").is_visible()
    assert "Loading" in waiting.inner_text("#loading")
    context.close()
