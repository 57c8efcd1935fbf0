"""Time, map, timeline and tables: each shows what passes the filters, by pointer and keyboard, and leads to words."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from view.browsing import Open, relation, until
from view.placed import placed_corpus, seated, vocabulary
from view.sample import ARMY, BLACK, DELTANS, FLD, GUARD, OSTRIA, TIN_AMAR

ALL = "#lang=fr&-family=&-class="


def text(page: Any, selector: str) -> str:
    found: str = page.inner_text(selector)
    return found


def test_the_time_slider_works_from_the_keyboard_and_its_end_is_one_step_back(show: Open) -> None:
    opened = show(suffix=f"{ALL}&view=table")
    page, every = opened.page, opened.rows()
    assert "Dates : 3 par le texte, 20 par le document." in text(page, "#time-note")
    page.focus("#time-since")
    for _ in range(3):
        page.keyboard.press("PageUp")
    until(page, "location.hash.includes('since=')")
    assert page.get_attribute("#time-since", "aria-valuetext") != "depuis le début"
    assert page.evaluate("document.activeElement.id") == "time-since"
    assert relation(BLACK, "attacks", TIN_AMAR) not in opened.rows()
    assert relation(DELTANS, "supports", FLD) in opened.rows()
    page.wait_for_timeout(600)  # the movement has ended
    for _ in range(3):  # one step, but on a slow machine each key is a movement of its own
        if "since=" in page.evaluate("location.hash"):
            page.go_back()
            page.wait_for_timeout(50)
    assert opened.rows() == every
    page.fill("#date-until", "2024-07-31")
    page.keyboard.press("Tab")
    only = opened.rows()
    assert relation(ARMY, "fights", FLD) in only
    assert relation(DELTANS, "supports", FLD) not in only
    page.click("#time-clear")
    assert opened.rows() == every
    page.locator(".histogram .bin-strip").last.click()
    assert relation(DELTANS, "supports", FLD) in opened.rows()
    assert relation(ARMY, "fights", FLD) not in opened.rows()


def test_a_claim_since_a_day_holds_until_its_document_and_one_without_date_has_its_documents(show: Open) -> None:
    opened = show(suffix=f"{ALL}&view=table&since=2024-02-01&until=2024-02-03")
    assert len(opened.rows()) == 1  # « depuis 2024 », read in July
    assert "est allié à" in text(opened.page, "#table tbody")


def test_the_map_shows_places_with_a_point_lists_the_others_and_leads_to_the_claims(show: Open) -> None:
    page = show(placed_corpus(), words=vocabulary(), suffix=f"{ALL}&view=map").page
    assert page.locator(".land path").count() > 150
    marker = page.locator(".marker")
    assert marker.get_attribute("aria-label") == "Tin-Amar, 3 allégations · 2 voix"
    lists = page.locator(".place-list section").all_inner_texts()
    assert "Lieux sur la carte (1)" in lists[0]
    assert "Tin-Amar" in lists[0]
    assert "Lieux sans coordonnées connues (1)" in lists[1]
    assert "Kessou" in lists[1]
    marker.focus()
    page.keyboard.press("Enter")
    assert "Tin-Amar" in text(page, "#panel h2")
    assert page.locator("#panel .lines li").count() == 3
    assert page.locator(".marker.chosen").count() == 1
    page.locator("#panel .lines button").first.click()
    assert page.locator("#panel .claim mark").count() >= 1
    page.click('[data-place="e:kessou"]')
    assert page.locator("#panel .lines li").count() == 2


def test_the_map_tints_states_that_are_spoken_of_and_says_how_much_has_no_place(show: Open) -> None:
    page = show(placed_corpus(), words=seated(), suffix="#lang=fr&view=map").page
    tinted = page.locator(".land .party title").all_text_contents()
    assert tinted == ["Ostrie, 4 allégations"]
    assert page.locator(".marker").count() == 0
    assert "0 des 12 allégations affichées disent où." in text(page, ".place-list")
    box = page.locator(".land .party").bounding_box()
    frame = page.locator("#map-frame").bounding_box()
    assert frame["x"] < box["x"] + box["width"] / 2 < frame["x"] + frame["width"]  # it is in view
    page.click('[data-state="e:ostrie"]')
    assert text(page, "#panel h2") == "Ostrie : ce qui se dit de cet État"
    assert "Rien ne dit qu'elles s'y passent" in text(page, "#panel")
    assert page.locator("#panel .lines li").count() == 4
    assert page.locator(".land .chosen").count() == 1
    page.click("#map-nowhere")
    assert page.locator("#panel .lines li").count() == 12


def test_a_state_that_is_named_as_a_place_stands_in_its_middle_and_says_so(show: Open) -> None:
    there = replace(OSTRIA, scope="gazetteer")
    source = placed_corpus()
    claims = tuple(replace(claim, where=there) if claim.where is None else claim for claim in source.claims)
    page = show(replace(source, claims=claims), words=seated(), suffix=f"{ALL}&view=map").page
    wide = page.locator(".marker.wide-area")
    assert wide.count() == 1
    assert wide.get_attribute("aria-label").startswith("Ostrie, sans lieu précis, 21 allégations")
    assert page.locator("#map-nowhere").count() == 0


def test_the_map_moves_by_keyboard_wheel_and_pointer_and_its_place_is_in_the_address(show: Open) -> None:
    page = show(placed_corpus(), words=vocabulary(), suffix=f"{ALL}&view=map").page
    where = "() => { const b = document.querySelector('.marker').getBoundingClientRect(); return [b.x, b.y]; }"
    scale = "document.querySelector('.land').getAttribute('transform').split('scale')[1]"
    start, first = page.evaluate(where), page.evaluate(scale)
    page.focus("#map-frame")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(where)[0] > start[0] + 50
    page.keyboard.press("0")
    assert abs(page.evaluate(where)[0] - start[0]) < 2
    page.keyboard.press("+")
    assert page.evaluate(scale) != first
    box = page.locator("#map-frame").bounding_box()
    page.mouse.move(box["x"] + 90, box["y"] + 90)
    page.mouse.wheel(0, 200)
    before = page.evaluate(where)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 120, steps=4)
    page.mouse.up()
    after = page.evaluate(where)
    assert after[0] - before[0] > 40
    page.wait_for_timeout(600)  # the address follows once the map rests
    sent = show(placed_corpus(), words=vocabulary(), suffix=page.evaluate("location.hash")).page
    assert abs(sent.evaluate(where)[0] - after[0]) < 4


def test_a_page_without_a_point_has_no_map_data_and_says_what_filters_hide(show: Open) -> None:
    page = show(suffix="#lang=fr&view=map").page
    assert page.locator(".land path").count() == 0
    assert not page.is_visible(".map-holder")
    assert "0 des 12 allégations affichées disent où." in text(page, ".place-list")
    page.click("#map-all")
    assert "Lieux sans coordonnées connues (2)" in text(page, ".place-list")


def test_the_timeline_is_walked_with_arrow_keys_and_leads_to_the_words(show: Open) -> None:
    page = show(suffix=f"{ALL}&view=timeline").page
    marks = page.locator(".time-mark")
    assert marks.count() > 10
    assert page.locator('.time-mark[tabindex="0"]').count() == 1
    labels = marks.evaluate_all("all => all.map(mark => mark.getAttribute('aria-label'))")
    assert any("soutient" in label and "démenti" in label for label in labels)
    page.locator('.time-mark[tabindex="0"]').focus()
    first = page.evaluate("document.activeElement.dataset.mark")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.mark").split(":")[0] != first.split(":")[0]
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").count() == 1
    assert page.evaluate("location.hash").count("relation=") + page.evaluate("location.hash").count("list=time") == 1
    dates = page.locator(".timeline-list .line-hint").all_inner_texts()
    assert len(dates) == 23
    page.locator(".timeline-list button").first.click()
    assert page.locator("#panel .claim").count() >= 1


def save(page: Any, kind: str) -> Path:
    if not page.evaluate("document.getElementById('export').open"):
        page.click("#export-open")
    with page.expect_download() as found:
        page.click(f"#export-{kind}")
    return Path(found.value.path())


def test_every_view_has_a_table_and_a_picture_to_take_away(show: Open) -> None:
    page = show(placed_corpus(), words=vocabulary(), suffix=ALL).page
    columns = {"network": "Statut", "map": "Latitude", "timeline": "Mots cités"}
    rows = {"network": 19, "map": 3, "timeline": 23}
    for view, column in columns.items():
        page.click(f"#view-{view}")
        table = list(csv.reader(io.StringIO(save(page, "csv").read_text(encoding="utf-8-sig"), newline="")))
        assert column in table[0]
        assert len(table) == rows[view] + 1
        picture = ElementTree.parse(save(page, "svg")).getroot()
        words = " ".join(picture.itertext())
        assert "Un lien est une allégation, pas un fait" in words
        assert {"network": "Ostrie", "map": "Tin-Amar", "timeline": "soutient"}[view] in words
        assert {"network": "démentie seulement", "map": "État dont il est question", "timeline": ""}[view] in words
        assert not re.search(
            r"<(style|script|image|a|foreignObject)\b", ElementTree.tostring(picture, encoding="unicode")
        )
        assert save(page, "png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    page.click("#view-table")
    assert page.is_disabled("#export-svg")
    page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.click("#export-copy")
    until(page, "window.copied")
    assert page.evaluate("window.copied").split("\n")[0].split("\t")[:3] == ["Sujet", "Relation", "Objet"]
    assert text(page, "#export-said") == "Copié."


def test_tables_of_claims_and_places_are_sorted_from_the_keyboard(show: Open) -> None:
    page = show(suffix=f"{ALL}&view=table").page
    page.click("#table-claims")
    assert page.locator("#table tbody tr").count() == 23
    times = page.locator("td.col-time").all_inner_texts()
    assert times == sorted(times)
    page.focus("#sort-certainty")
    page.keyboard.press("Enter")
    assert page.get_attribute("th.col-certainty", "aria-sort") == "ascending"
    assert page.locator("td.col-certainty").last.inner_text() == "possible"
    page.locator("#table tbody button[data-relation]").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel .claim").count() >= 1
    assert page.locator("#table tbody tr.chosen").count() >= 1
    page.click("#table-places")
    assert set(page.locator("td.col-place").all_inner_texts()) == {"Tin-Amar", "Kessou", "Sans lieu"}
    page.locator("#table tbody tr", has_text="Sans lieu").locator("button").click()
    assert text(page, "#panel h2") == "Sans lieu"
    assert page.locator("#panel .lines li").count() == 18


def test_print_is_black_on_white_in_the_dark_too_and_draws_the_network_as_svg(show: Open) -> None:
    page = show(scheme="dark", suffix=ALL).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#picture .network-svg").is_visible()
    assert not page.is_visible("#network")
    assert not page.is_visible("#filters")
    strokes = page.eval_on_selector_all("#picture .edge", "all => all.map(e => getComputedStyle(e).stroke)")
    assert set(strokes) == {"rgb(0, 0, 0)"}
    dashes = page.eval_on_selector_all("#picture .edge", "all => all.map(e => getComputedStyle(e).strokeDasharray)")
    assert len(set(dashes)) == 4
    assert page.is_visible("#banner")
    assert {"affirmée", "✕ démentie seulement"} <= {
        " ".join(key.split()) for key in page.locator(".printed-key").all_inner_texts()
    }


def test_who_is_said_to_support_somebody_who_denies_it_and_on_what_words_takes_three_clicks(show: Open) -> None:
    page = show().page
    page.click("#search-field")  # one
    page.keyboard.type("FLD")
    page.click("#search-list [role=option] >> nth=0")  # two
    supporters = page.locator("#panel section", has_text="Soutiens allégués")
    assert OSTRIA.label in supporters.inner_text()
    page.click(f'#panel [data-relation="{relation(OSTRIA, "supports", FLD)}"] >> nth=0')  # three
    said = page.locator("#panel .face.affirmed")
    assert "Idris Malou" in said.inner_text()
    assert "qui soutient le Front de libération du Delta" in "".join(said.locator("mark").all_inner_texts())
    denied = page.locator("#panel .face.denied")
    assert "Ostrie dément" in denied.inner_text()
    assert "L'Ostrie dément soutenir le FLD" in "".join(denied.locator("mark").all_inner_texts())


def test_what_changed_after_a_day_takes_three_clicks(show: Open) -> None:
    page = show().page
    page.click("#date-since")  # one
    page.fill("#date-since", "2024-08-01")
    page.click("#time-changes")  # two
    assert "1er août 2024" in text(page, "#panel h2")
    fresh = page.locator('#panel [data-change="fresh"]')
    opposed = page.locator('#panel [data-change="opposed"]')
    assert fresh.locator(f'[data-relation="{relation(GUARD, "supports", ARMY)}"]').count() == 1
    denied = opposed.locator(f'[data-relation="{relation(OSTRIA, "supports", FLD)}"]')
    assert denied.count() == 1
    denied.click()  # three
    assert "L'Ostrie dément soutenir le FLD" in "".join(page.locator("#panel .denied mark").all_inner_texts())
    page.click("#panel .close")
    assert "1er août 2024" in text(page, "#panel h2")


@pytest.mark.parametrize("table", ["relations", "claims", "places"])
def test_beside_an_open_panel_no_heading_or_status_of_a_table_runs_over(show: Open, table: str) -> None:
    address = f"{ALL}&view=table&table={table}&relation={relation(BLACK, 'alliedWith', FLD)}"
    opened = show(placed_corpus(), words=vocabulary(), suffix=address)
    assert opened.page.locator("#panel.facing").count() == 1
    over = opened.page.evaluate(
        """() => {
          const words = [...document.querySelectorAll("#table th, #table td.col-status")];
          return words.filter(cell => {
            const text = document.createRange();
            text.selectNodeContents(cell);
            return text.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
          }).map(cell => cell.textContent);
        }"""
    )
    assert over == []
    tall = opened.page.evaluate(
        """() => [...document.querySelectorAll("#table td.col-status")].filter(cell => {
          const words = cell.textContent.trim().split(/\\s+/);
          const text = document.createRange();
          text.selectNodeContents(cell);
          const tops = new Set([...text.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
          return tops.size > words.length + 1;
        }).map(cell => cell.textContent)"""
    )
    assert tall == []
