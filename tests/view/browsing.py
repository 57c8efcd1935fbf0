"""A page open in a real browser: what the tests of the page hold."""

from __future__ import annotations

import os
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
