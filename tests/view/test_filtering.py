"""Filters and the address: each narrows what is shown, says beforehand by how much, and can be sent and taken back."""

from __future__ import annotations

from typing import Any

from view.browsing import Open, relation, until
from view.placed import placed_corpus, vocabulary
from view.sample import BLACK, FLD, OSTRIA, PLEA

ALL = "#lang=fr&view=table&-family=&-class="
COUNTS = """() => {
  const shown = () => document.querySelectorAll("#table tbody tr").length;
  const wrong = [];
  let seen = 0;
  for (const id of [...document.querySelectorAll("#filters select")].map(menu => menu.id)) {
    const values = [...document.getElementById(id).options].map(option => [option.value, option.textContent]);
    for (const [value, text] of values.slice(1)) {
      const menu = () => document.getElementById(id);
      menu().value = value;
      menu().dispatchEvent(new Event("change"));
      if (Number(/\\((\\d+)\\)$/.exec(text)[1]) !== shown()) wrong.push([id, text, shown()]);
      menu().value = menu().options[0].value;
      menu().dispatchEvent(new Event("change"));
      seen += 1;
    }
  }
  return { wrong, seen };
}"""
LONE_BOXES = """() => {
  const wrong = [];
  for (const set of ["family", "status"]) {
    const boxes = () => [...document.querySelectorAll(`#filters input[id^="filter-${set}-"]`)];
    for (const id of boxes().map(box => box.id)) {
      document.getElementById("filters-all").click();
      for (const other of boxes().map(box => box.id)) if (other !== id) document.getElementById(other).click();
      const count = Number(document.querySelector(`label[for="${id}"] .count`).textContent);
      const shown = document.querySelectorAll("#table tbody tr").length;
      if (count !== shown) wrong.push([id, count, shown]);
    }
  }
  return wrong;
}"""
BROKEN = (
    "#",
    "#relation=none&party=none",
    "#party=__proto__&speaker=constructor&country=toString",
    "#view=__proto__&table=constructor&list=__proto__:x",
    "#list=place:none&view=map",
    "#list=time:x:2024-01-01",
    "#list=time:supports:9999-99-99:2024-01-01",
    "#list=changes",
    "#since=2024-13-45&until=x",
    "#since=0000-00-00",
    "#since=9999-12-31&until=0001-01-01",
    "#voices=-1",
    "#voices=99999999999",
    "#map=1e9,NaN,x&view=map",
    "#map=-99999,99999,0&view=map",
    "#lang=xx&-class=%3Cimg%3E&-family=__proto__ constructor",
    "#publisher=%3Cscript%3E&document=%00",
    "#%%%&=&&==",
    "#" + "x" * 5000,
    "#interest=maybe&certainty=1&-status=asserted alleged contested denied",
    "#around=__proto__&steps=9&from=a&to=b&without=x&pin=1,2,zz&unfolded=-1",
    "#bundle=b:1|2",
)
FOLLOW = """address => new Promise(done => {
  addEventListener("hashchange", () => setTimeout(done, 0), { once: true });
  location.hash = address;
})"""


def test_each_option_says_how_many_relations_it_would_leave(show: Open) -> None:
    page = show(placed_corpus(), words=vocabulary(), suffix=ALL).page
    found = page.evaluate(COUNTS)
    assert found["wrong"] == []
    assert found["seen"] > 20
    assert page.evaluate(LONE_BOXES) == []


def test_speakers_countries_voices_and_interest_narrow_the_view_and_can_be_sent_and_taken_back(show: Open) -> None:
    opened = show(placed_corpus(), words=vocabulary(), suffix=ALL)
    page, alliance = opened.page, relation(BLACK, "alliedWith", FLD)
    denied = {relation(OSTRIA, "supports", FLD), relation(OSTRIA, "supplies", FLD)}
    every = opened.rows()

    def choose(menu: str, value: str, wanted: set[str]) -> None:
        page.select_option(f"#filter-{menu}", value)
        assert opened.rows() == wanted
        assert f"{menu}=" in page.evaluate("location.hash")
        page.go_back()
        until(page, f"!location.hash.includes('{menu}=')")
        assert opened.rows() == every

    choose("speaker", "e:ostrie", denied)
    choose("interest", "only", denied)
    page.select_option("#filter-country", "e:ostrie")
    assert denied < opened.rows()
    assert alliance not in opened.rows()
    page.click("#filters-all")
    page.click("#filters-two")
    assert page.get_attribute("#filters-two", "aria-pressed") == "true"
    assert denied == opened.rows()
    assert page.evaluate("document.activeElement.id") == "filters-two"
    assert "(modifiés : 3)" in page.inner_text("#filters-summary")
    sent = show(placed_corpus(), words=vocabulary(), suffix=page.evaluate("location.hash"))
    assert sent.rows() == denied
    page.go_back()
    until(page, "!location.hash.includes('voices=')")
    assert opened.rows() == every
    page.go_forward()
    until(page, "location.hash.includes('voices=')")
    assert opened.rows() == denied


def test_no_address_however_broken_breaks_the_page(show: Open) -> None:
    opened = show(suffix="#start")
    for address in BROKEN:
        opened.page.evaluate(FOLLOW, address)
        assert opened.page.is_visible("#panel h2"), address
        assert opened.page.locator("#stage [role=tab][aria-selected=true]").count() == 1, address
    opened.page.evaluate(FOLLOW, "#lang=fr&view=table")
    assert relation(PLEA, "supports", FLD) in opened.rows()


def test_search_is_a_combobox_that_finds_any_name_from_the_keyboard(show: Open) -> None:
    page: Any = show().page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-field"
    page.keyboard.type("l'armee SARKANIENNE")
    option = page.locator("#search-list [role=option]")
    assert "aussi : armée sarkanienne" in option.inner_text()
    assert page.get_attribute("#search-field", "aria-expanded") == "true"
    page.fill("#search-field", "col")
    assert option.count() >= 2
    meant = page.get_attribute("#search-field", "aria-activedescendant")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search-field", "aria-activedescendant") != meant
    page.keyboard.press("ArrowUp")
    assert page.get_attribute(f"#{meant}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert not page.is_visible("#search-results")
    page.fill("#search-field", "zzz")
    assert page.get_attribute("#search-field", "aria-expanded") == "false"
    page.fill("#search-field", "Kessou")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Kessou"
    assert page.evaluate("document.activeElement.id") == "panel"
