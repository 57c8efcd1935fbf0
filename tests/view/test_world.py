"""The outlines of countries: what their README says, small, and only in pages that show a place on a map."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from view.placed import placed_corpus, vocabulary
from view.sample import corpus
from view.sample import vocabulary as invented

from kg.view.page import VENDOR, render_page

WORLD = VENDOR / "world" / "world.json"
AXE = Path(__file__).parent / "vendor"


def test_vendored_files_have_the_hashes_that_their_readmes_say() -> None:
    for path in (WORLD, AXE / "axe.min.js"):
        readme = (path.parent / "README.md").read_text(encoding="utf-8")
        assert hashlib.sha256(path.read_bytes()).hexdigest() in readme, path.name
        assert [one for one in path.parent.iterdir() if "LICENSE" in one.name], path.name


def test_the_outlines_are_small_and_every_ring_is_made_of_arcs_that_are_there() -> None:
    assert WORLD.stat().st_size < 200_000
    world = json.loads(WORLD.read_text(encoding="utf-8"))
    assert len(world["countries"]) > 180
    assert {"ML", "UA", "FR"} <= {country["code"] for country in world["countries"]}
    used = {arc if arc >= 0 else ~arc for country in world["countries"] for ring in country["rings"] for arc in ring}
    assert used <= set(range(len(world["arcs"])))
    assert all(-180 <= country["label"][0] <= 180 for country in world["countries"])


def test_a_page_without_a_place_to_show_does_not_carry_the_outlines() -> None:
    arcs = json.loads(WORLD.read_text(encoding="utf-8"))["arcs"]
    assert json.dumps(arcs[0]) in render_page(placed_corpus(), vocabulary())
    bare = render_page(corpus(), invented())
    assert json.dumps(arcs[0]) not in bare
    assert "const WORLD = null;" in bare
