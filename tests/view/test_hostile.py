"""Hostile text in every field of a corpus: none of it runs, is asked for, becomes a link or moves the page."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from view.browsing import Open
from view.hostile import hostile_corpus, payloads

BOXES = """() => ["banner", "filters", "stage", "panel", "timebar", "search"].map(id => {
  const { left, width } = document.getElementById(id).getBoundingClientRect();
  return [id, Math.round(left), Math.round(width)];
})"""
ALIEN = "img, iframe, object, embed, video, audio, form, base, frame, math, template, style:not(head style), body link"
WALK = """() => {
  const faults = [];
  const schemes = new Set();
  const panel = document.getElementById("panel");
  let cards = 0;
  const contested = "#table tbody tr:has(.status-contested) button[data-relation]";
  const rows = [...document.querySelectorAll(contested)].map(row => row.id);
  for (const id of rows) {
    document.getElementById(id).click();
    for (const link of document.querySelectorAll("a[href]")) schemes.add(link.protocol);
    if (panel.scrollWidth > panel.clientWidth) faults.push(`${id}: the panel is too wide`);
    if (panel.querySelector("script, [onerror], [onload], [onclick], [style]")) faults.push(`${id}: markup`);
    cards += panel.querySelectorAll(".claim").length;
    if (window.hacked) faults.push(`${id}: ran`);
  }
  return { seen: rows.length, cards, faults, schemes: [...schemes].sort() };
}"""


def test_there_are_at_least_three_hundred_payloads_of_every_class() -> None:
    found = payloads()
    assert len(set(found)) == len(found) >= 300
    sections = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").count("\n# ")
    assert sections >= 15


def unharmed(page: Any, boxes: list[list[Any]]) -> None:
    assert page.evaluate("window.hacked") is None
    assert page.locator(ALIEN).count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate(BOXES) == boxes


def test_no_payload_runs_becomes_a_link_moves_the_page_or_is_taken_away_dangerous(show: Open) -> None:
    boxes = show().page.evaluate(BOXES)
    strings = payloads()
    opened = show(hostile_corpus(strings, strings, together=8), suffix="#lang=fr&view=table&-family=&-class=")
    page = opened.page
    unharmed(page, boxes)
    while page.locator("#table-more").count():
        page.click("#table-more")
    walked = page.evaluate(WALK)
    assert walked["faults"] == []
    assert walked["seen"] == -(-len(strings) // 8)
    assert walked["cards"] == 2 * len(strings)
    assert set(walked["schemes"]) <= {"http:", "https:", "file:"}  # file: is the page's own « skip » link
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    assert [link for link in links if not link.startswith(("http://", "https://", "#"))] == []
    page.click("#panel .close")
    for table in ("claims", "places"):
        page.click(f"#table-{table}")
        unharmed(page, boxes)
    for view in ("map", "timeline", "network"):
        page.click(f"#view-{view}")
        unharmed(page, boxes)
    page.fill("#search-field", "a")
    assert page.locator("#search-list [role=option]").count() == 12
    unharmed(page, boxes)
    assert_harmless(page, len(strings))


def assert_harmless(page: Any, count: int) -> None:
    """What is taken away of the open page."""
    page.keyboard.press("Escape")
    page.click("#view-table")
    page.click("#table-claims")
    rows = list(csv.reader(io.StringIO(saved(page, "csv"), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 3 * count + 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)] == []
    assert "'=1+1" in cells
    for view in ("timeline", "network"):
        page.click(f"#view-{view}")
        picture = ElementTree.fromstring(saved(page, "svg"))
        tags = {element.tag.split("}")[1] for element in picture.iter()}
        assert tags <= {"svg", "g", "path", "rect", "circle", "line", "polygon", "text", "title"}
        names = {name for element in picture.iter() for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or "href" in name or name == "style"]


def saved(page: Any, kind: str) -> str:
    """The text of a file that the page gives away."""
    if not page.evaluate("document.getElementById('export').open"):
        page.click("#export-open")
    with page.expect_download() as found:
        page.click(f"#export-{kind}")
    return Path(found.value.path()).read_text(encoding="utf-8-sig")
