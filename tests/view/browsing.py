"""A page open in a real browser: what the tests of the page hold."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from view.sample import corpus, relationship_of

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Opened:
    """An open page, with what it asked for and complained about."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def panel(self) -> str:
        text: str = self.page.inner_text("#panel")
        return text

    def rows(self) -> set[str]:
        """Ids of the relationships in the table."""
        return set(
            self.page.eval_on_selector_all("tbody button[data-relation]", "all => all.map(b => b.dataset.relation)")
        )

    def drawn(self) -> dict[str, list[dict[str, Any]]]:
        """Where nodes, edges and names are drawn, in pixels of the window."""
        boxes: dict[str, list[dict[str, Any]]] = self.page.evaluate("document.getElementById('network').drawn()")
        return boxes

    def choose(self, relationship: str) -> None:
        """Select a relationship by its row in the table."""
        self.page.click("#view-table")
        self.page.click(f'tbody button[data-relation="{relationship}"]')


Open = Callable[..., Opened]


@dataclass(frozen=True)
class Seat:
    """Who looks at a page: the width of the screen in pixels, the language and the colour scheme."""

    width: int
    lang: str
    scheme: str


class Tabs:
    """Tabs of a browser that tests use one after the other: a page opens several times sooner in a tab that is warm."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._free: defaultdict[Seat, list[Any]] = defaultdict(list)
        self._used: dict[int, tuple[Seat, Opened]] = {}

    def take(self, seat: Seat) -> Opened:
        """A tab that nobody uses; what it asks for and complains about goes to the page that is given back."""
        page = self._free[seat].pop() if self._free[seat] else self._new(seat)
        opened = Opened(page=page)
        self._used[id(page)] = seat, opened
        return opened

    def give(self, opened: Opened) -> None:
        """The test has done with it: empty, as it was at first. One in which something went wrong is not used again."""
        seat, _ = self._used.pop(id(opened.page))
        if opened.complaints:
            opened.page.context.close()
            return
        opened.page.goto("about:blank")
        opened.page.emulate_media(media="null")
        opened.page.mouse.move(0, 0)
        self._free[seat].append(opened.page)

    def _new(self, seat: Seat) -> Any:
        size = {"width": seat.width, "height": 800}
        context = self._browser.new_context(
            viewport=size, locale=seat.lang, color_scheme=seat.scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.on("request", lambda request: self._note(page, request.url, "requests"))
        page.on("console", lambda message: self._note(page, f"{message.type}: {message.text}", "complaints"))
        page.on("pageerror", lambda error: self._note(page, f"error: {error}", "complaints"))
        page.on("dialog", lambda dialog: (self._note(page, "dialog", "complaints"), dialog.dismiss()))
        return page

    def _note(self, page: Any, text: str, kind: str) -> None:
        if id(page) in self._used and "GL Driver Message" not in text:  # the machine's own driver
            getattr(self._used[id(page)][1], kind).append(text)


def until(page: Any, condition: str) -> None:
    """Wait for a condition in JavaScript. Playwright's own waiting evaluates text, which the page forbids."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"never true: {condition}")


def missing(reason: str) -> None:
    if os.environ.get("KG_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and KG_REQUIRE_BROWSER=1 asks for it")
    pytest.skip(reason)


def relation(subject: Any, name: str, target: Any) -> str:
    """The id of a relationship of the sample."""
    return relationship_of(corpus(), subject, name, target).id
