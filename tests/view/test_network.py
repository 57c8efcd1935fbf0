"""pyvis's data: every relationship has its edge, and nothing of pyvis's own page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from view.sample import (
    ARMY,
    DOCUMENTS,
    FLD,
    LYNX,
    OSTRIA,
    TIN_AMAR,
    claim,
    corpus,
    relationship_of,
    relationships,
    vocabulary,
)

from kg.records import Word
from kg.view.network import NetworkData, first_shown, key, network_data
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


def test_parallel_edges_are_kept_and_bent_apart() -> None:
    found = [edge for edge in data().edges if (edge["from"], edge["to"]) == (key(OSTRIA), key(FLD))]
    assert len(found) == 2
    assert found[0]["smooth"] != found[1]["smooth"]


def test_edges_that_point_both_ways_between_two_nodes_are_bent_apart() -> None:
    doc = DOCUMENTS["d1"]
    quote = "Le Corps Lynx combat aux côtés de l'armée sarkanienne"
    both = relationships(
        [
            claim(doc, quote, (LYNX, "Corps Lynx"), "supports", (ARMY, "armée sarkanienne")),
            claim(doc, quote, (ARMY, "armée sarkanienne"), "supports", (LYNX, "Corps Lynx")),
        ]
    )
    edges = network_data(both, vocabulary(), load_theme(vocabulary())).edges
    # seen from its own start each edge bends to the same hand, so the two lie on different sides
    assert edges[0]["smooth"]["type"] == edges[1]["smooth"]["type"]
    assert edges[0]["smooth"]["roundness"] == edges[1]["smooth"]["roundness"] > 0


def test_only_asymmetric_relations_have_an_arrow() -> None:
    arrows = {edge["id"]: edge["arrows"] for edge in data().edges}
    source = corpus()
    assert arrows[relationship_of(source, LYNX, "alliedWith", ARMY).id] == ""
    assert arrows[relationship_of(source, OSTRIA, "supports", FLD).id] == "to"


def test_a_word_cannot_pass_for_a_party() -> None:
    assert key(Word(literal=FLD.id)) != key(FLD)


def test_places_and_words_are_not_in_the_first_view() -> None:
    source, theme = corpus(), load_theme(vocabulary())
    first = [item for item in source.relationships if first_shown(item, vocabulary(), theme)]
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
