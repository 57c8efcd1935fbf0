"""The browser of the page's tests, started once, and pages opened in it from disk.

Needs Playwright and a Chromium of the system (package ``chromium``). With KG_REQUIRE_BROWSER=1 a missing browser is a
failure instead of a skip.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from view.browsing import FLAGS, Open, Opened, Seat, Tabs, missing
from view.sample import corpus, vocabulary

from kg.records import Corpus
from kg.view.page import render_page
from kg.vocabulary import Vocabulary

Pages = dict[tuple[int, int], tuple[Corpus, Vocabulary, str]]
Render = Callable[[Corpus, Vocabulary], str]


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    found = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
    if found is None:
        missing("no chromium on the PATH: the page is not tested in a browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: the page is not tested in a browser")
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=found, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def pages() -> Pages:
    """Pages that were rendered, by the identity of what they were made from, which is kept alive with them."""
    return {}


@pytest.fixture
def rendered(pages: Pages) -> Render:
    """The page of a corpus, made once for all tests: a large one takes seconds."""

    def page(source: Corpus, words: Vocabulary) -> str:
        if (id(source), id(words)) not in pages:
            pages[id(source), id(words)] = source, words, render_page(source, words)
        return pages[id(source), id(words)][-1]

    return page


@pytest.fixture(scope="package")
def tabs(browser: Any) -> Tabs:
    """Tabs of the browser that all tests share."""
    return Tabs(browser)


@pytest.fixture
def show(tabs: Tabs, tmp_path: Path, rendered: Render) -> Iterator[Open]:
    """Open a corpus as a page; afterwards nothing may have been requested and nothing complained about."""
    shown: list[tuple[Opened, str]] = []

    def opener(
        source: Corpus | None = None,
        *,
        words: Vocabulary | None = None,
        width: int = 1280,
        lang: str = "fr-FR",
        scheme: str = "light",
        suffix: str = "",
    ) -> Opened:
        path = tmp_path / "network.html"
        path.write_text(rendered(source or corpus(), words or vocabulary()), encoding="utf-8")
        opened = tabs.take(Seat(width, lang, scheme))
        shown.append((opened, path.as_uri()))
        opened.page.goto(path.as_uri() + suffix)
        opened.page.wait_for_selector("html[data-ready]", state="attached")
        return opened

    yield opener
    for opened, _ in shown:
        tabs.give(opened)
    for opened, address in shown:
        assert [url.split("#")[0] for url in opened.requests] == [address]
        assert opened.complaints == []
