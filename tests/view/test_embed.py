"""A graph in a notebook: the page in a frame that cannot reach the notebook."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from view.hostile import hostile_corpus
from view.sample import corpus, vocabulary

from kg.api import Graph
from kg.view.embed import embedded_page
from kg.view.page import write_page


class Frame(HTMLParser):
    """The tags of a fragment with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_graph_shows_its_page_in_a_notebook(tmp_path: Path) -> None:
    write_page(corpus(), vocabulary(), tmp_path / "network.html")
    assert Graph(tmp_path)._repr_html_() == embedded_page(tmp_path)


def test_hostile_text_does_not_leave_the_frame(tmp_path: Path) -> None:
    write_page(hostile_corpus(), vocabulary(), tmp_path / "network.html")
    ((tag, attributes),) = Frame(embedded_page(tmp_path)).tags
    assert tag == "iframe"
    assert attributes["srcdoc"] == (tmp_path / "network.html").read_text(encoding="utf-8")
    assert "allow-same-origin" not in (attributes["sandbox"] or "")


def test_a_missing_page_is_named_with_the_next_step(tmp_path: Path) -> None:
    text = embedded_page(tmp_path / "<b>")
    assert "kg build" in text
    assert [tag for tag, _ in Frame(text).tags] == ["p"]


def test_a_page_too_large_for_a_notebook_is_not_put_into_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.view.embed.MOST", 100)
    write_page(corpus(), vocabulary(), tmp_path / "network.html")
    assert "kg view" in embedded_page(tmp_path)


def test_the_page_works_inside_its_frame(browser: Any, tmp_path: Path) -> None:
    write_page(corpus(), vocabulary(), tmp_path / "network.html")
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><meta charset=utf-8>{embedded_page(tmp_path)}", encoding="utf-8")
    page = browser.new_page(locale="fr-FR")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("#view-table").click()
    frame.locator("tbody button[data-relation]").first.click()
    assert frame.locator("#panel .claim").count() >= 1
    frame.locator("#filter-family-Hostility").check()
    frame.locator("#undo").click()
    assert not frame.locator("#filter-family-Hostility").is_checked()
    page.close()
    assert complaints == []
