"""For everybody: no barrier that axe finds, everything from the keyboard, phones, both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from view.browsing import Open, relation
from view.placed import placed_corpus, vocabulary
from view.sample import BLACK, FLD

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  const told = (fault, node) => `${fault.id}: ${node.target} ${node.failureSummary}`;
  return found.violations.flatMap(fault => fault.nodes.map(node => told(fault, node)));
}"""
VIEWS = ("network", "map", "timeline", "table")
REACHED = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const mark = element.closest("svg [tabindex], svg [role=button]");
  const ringed = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const drawn = mark || element.matches("input[type=range]");
  const id = element.id || element.getAttribute("aria-label") || element.textContent.slice(0, 30);
  return { id, tag: element.localName, seen: Boolean(ringed || drawn) };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_no_barrier_in_any_view(show: Open, scheme: str, width: int) -> None:
    language = "en-GB" if scheme == "dark" else "fr-FR"
    page = show(placed_corpus(), words=vocabulary(), width=width, scheme=scheme, lang=language).page
    page.evaluate(AXE.read_text(encoding="utf-8"))
    if width == 400:
        page.click("#filters-summary")
    page.click("#unfold-Support")
    faults: dict[str, list[str]] = {}
    # what is drawn the same way everywhere is looked at twice, not four times
    whole = (width == 1280) == (scheme == "light")
    if whole:
        faults["first view"] = page.evaluate(RUN)
    page.click("#filters-all")
    for view in VIEWS:
        page.click(f"#view-{view}")
        if view == "map":
            page.locator(".marker").first.click()
        if view == "timeline":
            page.fill("#date-since", "2024-08-01")
            page.click("#time-changes")
        if view == "table":
            page.click("#time-clear")
            page.click(f"#row-{relation(BLACK, 'alliedWith', FLD)}")
            page.click("#panel .how summary >> nth=0")
            page.click("#export-open")
        faults[view] = page.evaluate(RUN)
    if whole:
        page.fill("#search-field", "FLD")
        faults["search"] = page.evaluate(RUN)
        page.keyboard.press("Enter")
        faults["party"] = page.evaluate(RUN)
    assert len(faults) >= len(VIEWS)
    assert {name: found for name, found in faults.items() if found} == {}


def reached(page: Any, limit: int) -> list[dict[str, Any]]:
    """What the tab key reaches from the top of the page, in order."""
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    found: list[dict[str, Any]] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        found.append(page.evaluate(REACHED))
    return found


def test_the_tab_key_reaches_every_control_and_always_shows_where_it_is(show: Open) -> None:
    page = show().page
    stops = reached(page, 120)
    names = [stop["id"] for stop in stops]
    wanted = ("skip", "search-field", "lang-fr", "filters-summary", "filters-two", "filter-status-contested")
    for control in (
        *wanted,
        "filter-document",
        "view-network",
        "export-open",
        "time-since",
        "time-until",
        "date-since",
    ):
        assert control in names, control
    assert names.index("search-field") < names.index("filters-summary") < names.index("view-network")
    assert "view-map" not in names  # one stop for all tabs, arrow keys lead on
    assert [stop for stop in stops if not stop["seen"]] == []


def test_all_views_and_the_evidence_are_read_without_a_pointer(show: Open) -> None:
    page = show().page
    page.focus("#view-network")
    for view in ("map", "timeline", "table", "network"):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.id") == f"view-{view}"
        assert page.is_visible(f"#{view}-view")
    page.keyboard.press("End")
    row = f"row-{relation(BLACK, 'alliedWith', FLD)}"
    page.focus(f"#{row}")
    page.keyboard.press("Enter")
    assert page.locator("#panel .face").count() == 2
    assert page.evaluate("document.activeElement.id") == row
    page.focus("#panel .triple button >> nth=0")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == BLACK.label
    assert page.evaluate("document.activeElement.id") == "panel"
    page.focus("#panel .close")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == row
    page.focus("#filter-status-contested")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "filter-status-contested"
    assert page.locator(f"#{row}").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_fits_a_phone(show: Open, scheme: str) -> None:
    page = show(placed_corpus(), words=vocabulary(), width=400, scheme=scheme, suffix="#lang=fr&-family=&-class=").page
    for view in VIEWS:
        page.click(f"#view-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, view
        for kind in ("relations", "claims", "places") if view == "table" else ():
            page.click(f"#table-{kind}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 400, kind
    small = page.eval_on_selector_all(
        "button:not([hidden]), select, summary",
        "all => all.filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)",
    )
    assert [tag for tag in small if 'class="link' not in tag and "<summary>" not in tag] == []


@pytest.mark.parametrize("width", [320, 375])
def test_no_control_covers_another_on_the_smallest_screens(show: Open, width: int) -> None:
    page = show(width=width).page
    page.click("#filters-summary")
    page.uncheck("#filter-status-contested")
    page.click("#filters-summary")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    covered = page.evaluate(
        """() => {
          const seen = [...document.querySelectorAll("button, summary, input, select")];
          const boxes = seen.filter(one => one.checkVisibility() && !one.matches(".thumb")).map(one => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return { name: one.id || one.textContent, left, right, top, bottom };
          });
          const beside = (a, b) => a.right <= b.left + 1 || a.bottom <= b.top + 1;
          const covers = (a, b) => !beside(a, b) && !beside(b, a);
          const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map(other => [one, other]));
          return pairs.filter(pair => covers(...pair)).map(([one, other]) => [one.name, other.name]);
        }"""
    )
    assert covered == []


def test_the_language_changes_every_view(show: Open) -> None:
    page = show(placed_corpus(), words=vocabulary(), lang="en-GB", suffix="#-family=&-class=").page
    english = {"map": "Places on the map", "timeline": "The same claims as a list", "table": "All relationships"}
    french = {"map": "Lieux sur la carte", "timeline": "Les mêmes allégations", "table": "Toutes les relations"}
    for view, wanted in english.items():
        page.click(f"#view-{view}")
        assert wanted in page.inner_text(f"#{view}-view")
        page.click("#lang-fr")
        assert french[view] in page.inner_text(f"#{view}-view")
        assert page.inner_text("#time-clear") == "Toutes les dates"
        page.click("#lang-en")
        assert "undefined" not in page.inner_text("body")
