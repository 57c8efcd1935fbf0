"""The page as text: one file, closed to the network, the same bytes each time, hostile strings kept as strings."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from view.hostile import STRINGS, hostile_corpus
from view.packed import unpacked
from view.sample import corpus, vocabulary

from kg.errors import OutputError
from kg.view.packing import TABLES
from kg.view.page import SCRIPTS, render_page, write_page
from kg.view.theme import ASSETS


class Reader(HTMLParser):
    """Tags with their attributes, and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.texts.append((self.tags[-1][0], data))


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def data_of(page: str) -> dict[str, list[dict[str, object]]]:
    match = re.search(r'<script type="application/json" id="kg-data">(.*?)</script>', page, re.DOTALL)
    assert match
    found = json.loads(match[1])
    return {name: unpacked(found[name]) for name in TABLES}


def test_the_same_corpus_gives_the_same_bytes_in_any_order() -> None:
    source = corpus()
    page = render_page(source, vocabulary())
    shuffled = random.Random(5)
    mixed = replace(
        source,
        documents=tuple(shuffled.sample(source.documents, len(source.documents))),
        claims=tuple(shuffled.sample(source.claims, len(source.claims))),
        relationships=tuple(shuffled.sample(source.relationships, len(source.relationships))),
    )
    assert render_page(mixed, vocabulary()) == page


def test_nothing_in_the_page_points_to_another_file() -> None:
    reader = read(render_page(corpus(), vocabulary()))
    names = {"src", "srcset", "href", "action", "data", "poster", "background"}
    assert [(tag, value) for tag, found in reader.tags for name, value in found.items() if name in names] == [
        ("a", "#panel")
    ]
    assert not {tag for tag, _ in reader.tags} & {"link", "iframe", "object", "embed", "img", "base"}


def test_no_sheet_or_script_of_ours_asks_for_a_file() -> None:
    for path in sorted(ASSETS.glob("*.css")) + sorted(ASSETS.glob("*.js")):
        assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|import\(", path.read_text(encoding="utf-8")), path


def test_no_script_of_ours_turns_text_into_html() -> None:
    ways = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|new Function|createContextualFragment"
    )
    assert len(SCRIPTS) == len(list(ASSETS.glob("*.js")))
    for name in SCRIPTS:
        assert not re.search(ways, (ASSETS / name).read_text(encoding="utf-8")), name


def test_the_policy_forbids_everything_but_our_own_scripts_and_styles() -> None:
    reader = read(render_page(corpus(), vocabulary()))
    (policy,) = [found["content"] for tag, found in reader.tags if found.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)
    run = [text for tag, text in reader.texts if not text.startswith(('{"about"', '[{"passages"'))]
    assert len(run) == 3
    for text in run:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_hostile_strings_end_no_script_and_open_no_tag() -> None:
    plain = read(render_page(corpus(), vocabulary())).tags
    page = render_page(hostile_corpus(), vocabulary())
    hostile = read(page).tags
    assert [tag for tag, _ in hostile] == [tag for tag, _ in plain]
    assert "onerror=" not in re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
    labels = {item["label"] for item in data_of(page)["entities"]}
    assert set(STRINGS) <= labels


def test_only_web_addresses_of_documents_are_passed_on() -> None:
    found = {item["url"] for item in data_of(render_page(hostile_corpus(), vocabulary()))["documents"]}
    assert found == {None, "https://fine.example/"}


def test_the_page_is_written_whole_in_utf8_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "network.html"
    path.write_text("old", encoding="utf-8")
    write_page(corpus(), vocabulary(), path)
    assert path.read_bytes().decode("utf-8") == render_page(corpus(), vocabulary())
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="missing"):
        write_page(corpus(), vocabulary(), tmp_path / "missing" / "network.html")


STRING_TABLE: dict[str, dict[str, str]] = json.loads((ASSETS / "strings.json").read_text(encoding="utf-8"))


def test_every_string_has_both_languages_with_the_same_blanks() -> None:
    for key, texts in STRING_TABLE.items():
        assert set(texts) == {"fr", "en"}, key
        assert re.findall(r"\{\w+\}", texts["fr"]) == re.findall(r"\{\w+\}", texts["en"]), key


def test_every_string_that_the_scripts_ask_for_is_in_the_table_and_none_is_idle() -> None:
    code = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    asked = set(re.findall(r'\bt\("([\w.]+)"', code))
    assert len(asked) > 30
    known = {re.sub(r"\.(one|other)$", "", key) for key in STRING_TABLE}
    assert asked <= known
    quoted = set(re.findall(r'"([\w.]+)"', code))
    built = {
        "reason",
        "stake",
        "status",
        "certainty",
        "table",
        "view",
        "filter",
        "mark",
        "interest",
        "changes",
        "export",
    }
    assert {key for key in known - quoted if key.split(".")[0] not in built} == set()


def test_no_name_is_declared_twice_in_the_scope_that_all_scripts_share() -> None:
    code = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    names = re.findall(r"^(?:const|let|class|function\*?)\s+(\w+)", code, re.MULTILINE)
    assert len(names) > 150
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_no_two_scripts_declare_the_same_name() -> None:
    declared = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
    names = [name for script in SCRIPTS for name in declared.findall((ASSETS / script).read_text(encoding="utf-8"))]
    assert len(names) > 300
    assert sorted({name for name in names if names.count(name) > 1}) == []
