"""What was built elsewhere is what its README says, and may be passed on."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable

from view.large import large_corpus
from view.sample import corpus, vocabulary

from kg.records import Corpus
from kg.view.page import VENDOR, WEBGL_FROM
from kg.view.theme import ASSETS
from kg.vocabulary import Vocabulary

README = (VENDOR / "README.md").read_text(encoding="utf-8")
BUNDLE = VENDOR / "webgl" / "webgl.min.js"


def test_the_bundle_has_the_hash_that_the_readme_says() -> None:
    assert hashlib.sha256(BUNDLE.read_bytes()).hexdigest() in README


def test_the_bundle_is_made_of_the_versions_that_the_readme_says() -> None:
    lock = json.loads((VENDOR / "webgl" / "package-lock.json").read_text(encoding="utf-8"))
    for name, told in (("sigma", "sigma.js"), ("graphology", "graphology")):
        assert f"{told} {lock['packages'][f'node_modules/{name}']['version']}" in README


def test_every_package_in_the_bundle_has_its_licence_beside_it() -> None:
    lock = json.loads((VENDOR / "webgl" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {re.sub(r"^node_modules/", "", name) for name in lock["packages"] if name and "esbuild" not in name}
    # types only: nothing of it is in the bundle
    packages.discard("graphology-types")
    licences = {path.name.removesuffix(".LICENSE") for path in (VENDOR / "webgl").glob("*.LICENSE")}
    assert packages == licences


def test_the_bundle_asks_for_nothing_and_evaluates_nothing() -> None:
    text = BUNDLE.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function\(|XMLHttpRequest|\bfetch\(|importScripts|innerHTML", text)
    assert "</script" not in text


def test_only_a_large_page_carries_the_bundle(rendered: Callable[[Corpus, Vocabulary], str]) -> None:
    bundle = BUNDLE.read_text(encoding="utf-8")
    assert bundle not in rendered(corpus(), vocabulary())
    large = large_corpus(WEBGL_FROM + 200, 4000, relations=("alliedWith", "supports"))
    assert bundle in rendered(large, vocabulary())


def test_the_build_and_the_page_draw_the_line_at_the_same_number() -> None:
    told = re.search(r"const CANVAS_LIMIT = (\d+);", (ASSETS / "network.js").read_text(encoding="utf-8"))
    assert told
    assert int(told[1]) == WEBGL_FROM
