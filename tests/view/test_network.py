"""pyvis's data: every relationship has its edge, and nothing of pyvis's own page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from view.sample import (
    ARMY,
    FLD,
    LYNX,
    OSTRIA,
    TIN_AMAR,
    corpus,
    relationship_of,
    vocabulary,
)

from kg.records import Word
from kg.view.network import NetworkData, first_shown, key, network_data, shown_classes
from kg.view.theme import load_theme


def data() -> NetworkData:
    return network_data(corpus().relationships, vocabulary(), load_theme(vocabulary()))


def test_every_relationship_has_one_edge_and_every_party_one_node() -> None:
    found = data()
    source = corpus()
    assert [edge["id"] for edge in found.edges] == [item.id for item in source.relationships]
    parties = {key(party) for item in source.relationships for party in (item.subject, item.object)}
    assert {node["id"] for node in found.nodes} == parties
    assert len(found.nodes) == len(parties)


def test_parallel_edges_are_kept() -> None:
    found = [edge for edge in data().edges if (edge["from"], edge["to"]) == (key(OSTRIA), key(FLD))]
    assert len(found) == 2


def test_an_edge_is_wider_with_each_voice() -> None:
    items = corpus().relationships
    voiced = [replace(items[0], id=str(voices), sources=voices) for voices in (1, 2, 5, 50)]
    edges = network_data(voiced, vocabulary(), load_theme(vocabulary())).edges
    widths = {edge["id"]: edge["width"] for edge in edges}
    assert widths["1"] < widths["2"] < widths["5"] < widths["50"] < 12


def test_only_asymmetric_relations_have_an_arrow() -> None:
    arrows = {edge["id"]: edge["arrows"] for edge in data().edges}
    source = corpus()
    assert arrows[relationship_of(source, LYNX, "alliedWith", ARMY).id] == ""
    assert arrows[relationship_of(source, OSTRIA, "supports", FLD).id] == "to"


def test_a_word_cannot_pass_for_a_party() -> None:
    assert key(Word(literal=FLD.id)) != key(FLD)


def test_places_and_words_are_not_in_the_first_view() -> None:
    source, theme = corpus(), load_theme(vocabulary())
    classes = shown_classes(vocabulary(), theme)
    first = [item for item in source.relationships if first_shown(item, classes, vocabulary(), theme)]
    assert first
    for item in source.relationships:
        if isinstance(item.object, Word) or item.object == TIN_AMAR:
            assert item not in first


def test_physics_is_off_and_every_node_has_a_whole_position() -> None:
    found = data()
    assert found.options["physics"] == {"enabled": False}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in found.nodes)


def test_an_unknown_relation_or_class_is_still_drawn() -> None:
    items = corpus().relationships
    odd = replace(items[0], relation="neverHeardOf", subject=replace(FLD, id="odd", type="NoSuchClass", label=" "))
    found = network_data([odd], vocabulary(), load_theme(vocabulary()))
    assert len(found.edges) == 1
    assert len(found.nodes) == 2


def test_pyvis_writes_nothing_into_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data()
    assert list(tmp_path.iterdir()) == []


def test_who_supports_whom_makes_a_community_and_who_fights_whom_does_not() -> None:
    found = {node["id"]: node["community"] for node in data().nodes}
    assert found[key(FLD)] == found[key(OSTRIA)]
    assert found[key(LYNX)] == found[key(ARMY)]
    assert found[key(FLD)] != found[key(ARMY)]
