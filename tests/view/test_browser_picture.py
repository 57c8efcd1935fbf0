"""The picture in a real browser: names that do not cover each other, large networks, paths, surroundings, undo."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from view.browsing import Open, Opened, relation, until
from view.large import large_corpus
from view.sample import ARMY, BLACK, DELTANS, FLD, GUARD, LYNX, OSTRIA, PLEA, rich_corpus

from kg.view.page import WEBGL_FROM


def party(opened: Opened, name: str) -> None:
    """Choose a party by the search."""
    opened.page.fill("#search-field", name)
    opened.page.keyboard.press("Enter")


def overlaps(boxes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of boxes that cover each other by more than a pixel."""
    return [
        (one["id"], other["id"])
        for one, other in itertools.combinations(boxes, 2)
        if abs(one["x"] - other["x"]) < (one["width"] + other["width"]) / 2 - 1
        and abs(one["y"] - other["y"]) < (one["height"] + other["height"]) / 2 - 1
    ]


@pytest.mark.parametrize(
    ("actors", "width", "named"), [(30, 1280, 1.0), (60, 1280, 0.95), (150, 1280, 0.6), (60, 400, 0.5)]
)
def test_nothing_covers_anything_at_the_first_view_and_names_are_there(
    show: Open, actors: int, width: int, named: float
) -> None:
    opened = show(large_corpus(actors, actors * 2, relations=("alliedWith", "supports")), width=width)
    drawn = opened.drawn()
    assert len(drawn["nodes"]) > actors * 0.8
    names = [box for box in drawn["labels"] if not box["edge"]]
    assert len(names) >= named * len(drawn["nodes"])
    shapes = [node | {"width": 2 * node["radius"], "height": 2 * node["radius"]} for node in drawn["nodes"]]
    assert overlaps(drawn["labels"]) == []
    assert overlaps(shapes) == []
    assert [pair for pair in overlaps([*drawn["labels"], *shapes]) if pair[0] != pair[1]] == []


@pytest.mark.parametrize("width", [1280, 400])
def test_the_picture_fills_its_frame_and_leaves_its_buttons_free(show: Open, width: int) -> None:
    opened = show(large_corpus(60, 120), width=width)
    frame, buttons = (opened.page.locator(name).bounding_box() for name in ("#network", "#zoom"))
    drawn = opened.drawn()
    for axis, length in (("x", "width"), ("y", "height")):
        places = [node[axis] for node in drawn["nodes"]]
        assert max(places) - min(places) > 0.7 * frame[length]
    for box in [*drawn["labels"], *drawn["nodes"]]:
        half = (box.get("width", 2 * box.get("radius", 0)) / 2, box.get("height", 2 * box.get("radius", 0)) / 2)
        assert box["x"] + half[0] <= buttons["x"] + 1 or box["y"] + half[1] <= buttons["y"] + 1


def test_on_a_phone_the_picture_begins_in_the_upper_third(show: Open) -> None:
    opened = show(width=400)
    top = opened.page.locator("#network").bounding_box()["y"]
    assert top < 800 / 3
    assert not opened.page.is_visible(".filter-body")
    assert opened.page.locator("#filters-summary").bounding_box()["y"] < top


def test_the_whole_picture_is_in_view(show: Open) -> None:
    opened = show()
    box = opened.page.locator("#network").bounding_box()
    drawn = opened.drawn()
    for node in drawn["nodes"]:
        assert box["x"] <= node["x"] <= box["x"] + box["width"]
        assert box["y"] <= node["y"] <= box["y"] + box["height"]
    for name in drawn["labels"]:
        assert box["x"] - 1 <= name["x"] - name["width"] / 2
        assert name["x"] + name["width"] / 2 <= box["x"] + box["width"] + 1


def test_an_edge_tells_its_reason_voices_stakes_and_what_answers_what(show: Open) -> None:
    opened = show(rich_corpus())
    opened.choose(relation(OSTRIA, "supports", FLD))
    text = opened.panel()
    for wanted in (
        "Affirmé par : Idris Malou. Démenti par : Ostrie.",
        "Rapporté : 12 juillet 2024 – 2 août 2024",
        "Porte sur : 1er juillet 2024 – 12 juillet 2024",
        "Voix (2)",
        "Le Journal du Fleuve · 2 documents",
    ):
        assert wanted in text
    denied = opened.page.locator("#panel .face.denied")
    assert "intéressé · partie à ce qui est dit" in denied.inner_text()
    said = opened.page.locator("#panel .face.affirmed article")
    assert said.locator(".beside").first.inner_text().startswith("Le Corps Lynx combat")
    said.locator(".against button").click()
    answered = opened.page.evaluate("document.activeElement.dataset.claim")
    assert answered == denied.locator("article").get_attribute("data-claim")


def test_claim_and_denial_stand_side_by_side(show: Open) -> None:
    opened = show(rich_corpus())
    opened.choose(relation(OSTRIA, "supports", FLD))
    left, right = (opened.page.locator(f"#panel .face.{side}").bounding_box() for side in ("affirmed", "denied"))
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2


def test_an_actor_shows_what_each_source_calls_it_its_people_places_and_times(show: Open) -> None:
    opened = show(rich_corpus())
    party(opened, "FLD")
    words = opened.page.locator("#panel section", has_text="Ce que les sources en disent").inner_text()
    assert "Agence Boréale : « rebelle »" in words
    assert "gouvernement de Sarkanie : « terroriste »" in words
    assert "Sana Keïba" in opened.page.locator("#panel section", has_text="Chefs et porte-parole").inner_text()
    assert "Tin-Amar" in opened.page.locator("#panel section", has_text=re.compile("^Lieux")).first.inner_text()
    strip = opened.page.locator("#panel svg.strip")
    assert "juillet 2024" in strip.get_attribute("aria-label")
    assert strip.locator("rect").count() > 2


def test_a_path_shows_its_steps_with_their_claims(show: Open) -> None:
    opened = show()
    party(opened, "Deltans")
    opened.page.click("#path-from")
    assert "Choisissez l'arrivée" in opened.page.inner_text("#focus-bar")
    party(opened, "Ostrie")
    assert opened.page.inner_text("#panel h2") == "Deltans – Ostrie"
    assert opened.page.locator("#panel section h3").all_inner_texts() == ["1. Deltans – FLD", "2. FLD – Ostrie"]
    assert {node["id"] for node in opened.drawn()["nodes"]} == {"e:deltans", "e:fld", "e:ostrie"}
    opened.page.locator("#panel [data-relation]").first.click()
    assert "Les Deltans soutiennent le FLD" in opened.panel()
    again = show(suffix=opened.page.evaluate("location.hash").replace("relation=", "x="))
    assert again.page.inner_text("#panel h2") == "Deltans – Ostrie"


def test_where_no_path_leads_the_page_says_so(show: Open) -> None:
    opened = show(suffix="#lang=fr&from=e:deltans&to=e:lynx")
    assert "Aucun chemin" in opened.panel()
    assert opened.drawn()["nodes"] == []


def test_a_path_never_runs_over_a_mere_denial(show: Open) -> None:
    opened = show(suffix="#lang=fr&from=e:garde&to=e:lynx")
    steps = opened.page.locator("#panel section h3").all_inner_texts()
    assert steps == [f"1. {GUARD.label} – {ARMY.label}", f"2. {ARMY.label} – {LYNX.label}"]


def test_surroundings_of_one_step_and_two(show: Open) -> None:
    opened = show()
    party(opened, "Deltans")
    opened.page.click("#around-1")
    assert {node["id"] for node in opened.drawn()["nodes"]} == {"e:deltans", "e:fld"}
    opened.page.click("#around-2")
    two = {f"e:{entity.id}" for entity in (DELTANS, FLD, OSTRIA, PLEA, BLACK)}
    assert {node["id"] for node in opened.drawn()["nodes"]} == two
    opened.page.click("#view-table")
    assert relation(ARMY, "fights", FLD) not in opened.rows()
    assert relation(PLEA, "supports", FLD) in opened.rows()


def test_an_actor_is_hidden_and_brought_back_with_undo_and_redo(show: Open) -> None:
    opened = show()
    before = {node["id"] for node in opened.drawn()["nodes"]}
    party(opened, "FLD")
    opened.page.click("#conceal")
    hidden = {node["id"] for node in opened.drawn()["nodes"]}
    assert "e:fld" not in hidden
    assert "1 acteur caché" in opened.page.inner_text("#focus-bar")
    opened.page.click("#undo")
    assert {node["id"] for node in opened.drawn()["nodes"]} == before
    opened.page.keyboard.press("Control+Shift+z")
    assert {node["id"] for node in opened.drawn()["nodes"]} == hidden
    opened.page.keyboard.press("Control+z")
    assert {node["id"] for node in opened.drawn()["nodes"]} == before


@pytest.mark.parametrize(("button", "relations"), [("filters-all", 19), ("filters-reset", 8)])
def test_show_all_and_first_view_bring_back_what_was_narrowed_or_hidden(
    show: Open, button: str, relations: int
) -> None:
    opened = show()
    shown = "+document.getElementById('shown-count').textContent.match(/\\d+/)[0]"
    party(opened, "FLD")
    opened.page.click("#around-1")
    opened.page.click("#path-from")
    opened.page.click("#conceal")
    assert "around=" not in opened.page.evaluate("location.hash")
    assert opened.page.locator("#focus-bar .chip").all_text_contents() == ["1 acteur caché×"]
    narrowed = opened.page.evaluate(shown)
    opened.page.click(f"#{button}")
    assert opened.page.evaluate(shown) == relations
    assert opened.page.locator("#focus-bar .chip").count() == 0
    assert "e:fld" in {node["id"] for node in opened.drawn()["nodes"]}
    opened.page.click("#undo")
    assert opened.page.evaluate(shown) == narrowed
    assert "without=e%3Afld" in opened.page.evaluate("location.hash")
    opened.page.go_back()
    until(opened.page, f"{shown} === {relations}")


@pytest.mark.parametrize("button", ["filters-all", "filters-reset"])
def test_show_all_and_first_view_leave_a_path_and_surroundings(show: Open, button: str) -> None:
    for narrowed in ("#lang=fr&from=e:deltans&to=e:lynx", "#lang=fr&around=e:deltans&steps=1"):
        opened = show(suffix=narrowed)
        before = len(opened.drawn()["nodes"])
        opened.page.click(f"#{button}")
        assert len(opened.drawn()["nodes"]) > max(before, 2)
        address = opened.page.evaluate("location.hash")
        assert not [part for part in ("from=", "to=", "around=", "without=") if part in address]


@pytest.mark.parametrize("narrowed", ["around=e:fld&steps=1", "from=e:fld&to=e:ostrie"])
def test_an_address_around_a_hidden_actor_is_no_blank_picture(show: Open, narrowed: str) -> None:
    opened = show(suffix=f"#lang=fr&{narrowed}&without=e:fld")
    nodes = {node["id"] for node in opened.drawn()["nodes"]}
    assert nodes
    assert "e:fld" not in nodes


def test_a_path_ends_when_one_of_its_ends_is_hidden(show: Open) -> None:
    opened = show(suffix="#lang=fr&from=e:deltans&to=e:ostrie")
    party(opened, "Ostrie")
    opened.page.click("#conceal")
    assert opened.drawn()["nodes"]
    assert "from=" not in opened.page.evaluate("location.hash")


def test_undo_takes_back_filters_one_at_a_time(show: Open) -> None:
    opened = show()
    opened.page.check("#filter-family-Hostility")
    opened.page.uncheck("#filter-status-contested")
    opened.page.click("#undo")
    assert opened.page.is_checked("#filter-status-contested")
    assert opened.page.is_checked("#filter-family-Hostility")
    opened.page.click("#undo")
    assert not opened.page.is_checked("#filter-family-Hostility")
    assert opened.page.is_disabled("#undo")


def test_a_node_that_is_dragged_stays_where_it_was_put(show: Open) -> None:
    opened = show()
    (node,) = [node for node in opened.drawn()["nodes"] if node["id"] == "e:deltans"]
    opened.page.mouse.move(node["x"], node["y"])
    opened.page.mouse.down()
    opened.page.mouse.move(node["x"] - 60, node["y"] + 30, steps=4)
    opened.page.mouse.up()
    opened.page.wait_for_function("location.hash.includes('pin=')")
    assert "1 acteur déplacé" in opened.page.inner_text("#focus-bar")
    (moved,) = [node for node in opened.drawn()["nodes"] if node["id"] == "e:deltans"]
    assert moved["x"] < node["x"] - 40
    opened.page.click("#focus-bar .chip button")
    assert "pin=" not in opened.page.evaluate("location.hash")


@pytest.fixture
def thousand(show: Open) -> Opened:
    """A page of 1,000 actors and 3,000 claims: a backbone."""
    return show(large_corpus(1000, 3000))


def test_a_large_network_opens_as_its_best_sourced_actors_and_groups(thousand: Opened) -> None:
    nodes = [node["id"] for node in thousand.drawn()["nodes"]]
    assert 100 <= len(nodes) <= 300
    assert [name for name in nodes if name.startswith("c:")]
    assert "acteurs sur" in thousand.page.inner_text("#focus-bar")
    assert overlaps(thousand.drawn()["labels"]) == []


def test_a_phone_shows_fewer_actors_of_a_large_network(show: Open) -> None:
    nodes = show(large_corpus(1000, 3000), width=400).drawn()["nodes"]
    assert 30 <= len([node for node in nodes if not node["id"].startswith("c:")]) <= 60


def test_a_group_unfolds_at_a_click_and_folds_again(thousand: Opened) -> None:
    before = thousand.drawn()["nodes"]
    group = next(node for node in before if node["id"].startswith("c:"))
    thousand.page.mouse.click(group["x"], group["y"])
    thousand.page.wait_for_function("location.hash.includes('unfolded=')")
    after = {node["id"] for node in thousand.drawn()["nodes"]}
    assert group["id"] not in after
    assert len(after) > len(before)
    thousand.page.click("#focus-bar .chip button")
    assert {node["id"] for node in thousand.drawn()["nodes"]} == {node["id"] for node in before}


def test_an_edge_to_a_group_lists_the_relationships_it_stands_for(thousand: Opened) -> None:
    bundle = next(edge for edge in thousand.drawn()["edges"] if edge["id"].startswith("b:"))
    thousand.page.mouse.click(bundle["x"], bundle["y"])
    thousand.page.wait_for_selector("#panel [data-relation]")
    thousand.page.locator("#panel [data-relation]").first.click()
    assert thousand.page.locator("#panel mark").count()


def test_a_folded_actor_that_is_searched_is_drawn(thousand: Opened) -> None:
    drawn = {node["id"] for node in thousand.drawn()["nodes"]}
    folded = next(index for index in range(999, 0, -1) if f"e:a{index}" not in drawn)
    party(thousand, f"A{folded}")
    assert f"e:a{folded}" in {node["id"] for node in thousand.drawn()["nodes"]}


def test_everything_can_be_unfolded(thousand: Opened) -> None:
    thousand.page.click("#unfold-all")
    nodes = [node["id"] for node in thousand.drawn()["nodes"]]
    assert len(nodes) > 800
    assert not [name for name in nodes if name.startswith("c:")]


def test_more_actors_than_a_canvas_can_move_are_drawn_by_the_graphics_processor(show: Open) -> None:
    opened = show(large_corpus(WEBGL_FROM + 200, 4000, relations=("alliedWith", "supports")), suffix="#lang=fr&whole=1")
    drawn = opened.drawn()
    if not opened.page.evaluate("document.createElement('canvas').getContext('webgl2') !== null"):
        pytest.skip("this browser has no WebGL")
    assert len(drawn["nodes"]) > WEBGL_FROM
    assert opened.page.locator("#network canvas.sigma-nodes").count() == 1
    node = drawn["nodes"][0]
    opened.page.mouse.click(node["x"], node["y"])
    opened.page.wait_for_function("location.hash.includes('party=')")
    opened.page.locator("#focus-bar .chip button").click()
    assert opened.page.locator("#network canvas.sigma-nodes").count() == 0
    assert len(opened.drawn()["nodes"]) < 300


def test_the_words_of_a_large_corpus_come_when_a_claim_is_opened(show: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.view.packing.PLAIN", 1000)
    opened = show(large_corpus(20, 300))
    assert opened.page.evaluate("document.getElementById('kg-evidence-0').textContent.startsWith('\"')")
    opened.page.locator("#panel [data-relation]").first.click()
    opened.page.wait_for_selector("#panel mark")
    assert "son lien avec" in opened.panel()


def test_communities_are_tinted_on_request(show: Open) -> None:
    opened = show(large_corpus(60, 200))
    before = opened.page.locator("#network").screenshot()
    opened.page.click("#communities")
    assert opened.page.locator("#network").screenshot() != before
    assert opened.page.get_attribute("#communities", "aria-pressed") == "true"


def test_moving_one_actor_leaves_all_others_where_they_are_even_beside_a_wide_panel(show: Open) -> None:
    opened = show(suffix=f"#lang=fr&relation={relation(BLACK, 'alliedWith', FLD)}")
    opened.page.keyboard.press("Escape")
    before = {node["id"]: node for node in opened.drawn()["nodes"]}
    node = before["e:deltans"]
    opened.page.mouse.move(node["x"], node["y"])
    opened.page.mouse.down()
    opened.page.mouse.move(node["x"] + 40, node["y"] + 30, steps=4)
    opened.page.mouse.up()
    opened.page.wait_for_function("location.hash.includes('pin=')")
    after = {node["id"]: node for node in opened.drawn()["nodes"]}
    moved = [name for name in before if abs(after[name]["x"] - before[name]["x"]) > 2]
    assert moved == ["e:deltans"]
