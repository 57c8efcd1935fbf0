"""Hostile text stays text."""

from __future__ import annotations

import json

import pytest

from kg.view.escape import script_json, web_address

HOSTILE = [
    "</script><img src=x onerror=alert(1)>",
    "<!-- <script>",
    "\"quoted\" and 'quoted' & more",
    "line\u2028separator\u2029paragraph",
    "\x00 \x1b \u202e right to left",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_json_in_a_script_holds_no_character_that_could_end_it(text: str) -> None:
    found = script_json({text: [text]})
    assert not set(found) & set("<>&\u2028\u2029")
    assert json.loads(found) == {text: [text]}


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    found = script_json("a\ud800b")
    found.encode("utf-8")
    assert json.loads(found) == "a\ufffdb"


@pytest.mark.parametrize("url", ["https://a.example/b?c=1&d=2#e", "http://a.example", " https://a.example/x "])
def test_web_addresses_are_kept(url: str) -> None:
    assert web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "//a.example/x",
        "a.example",
        "https://",
        "http://[half",
        'https://a.example/"onclick="x',
        "https://a.example/ b",
        "file:///etc/passwd",
    ],
)
def test_anything_else_is_no_address(url: str | None) -> None:
    assert web_address(url) is None
