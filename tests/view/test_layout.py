"""Positions: the same each time, apart from each other, and without SciPy whatever the size."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest

from kg.view.layout import BOX, CORE, LARGE, positions


def ring(size: int, shown: bool = True) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    names = [f"n{index:04}" for index in range(size)]
    for one, other in itertools.pairwise([*names, names[0]]):
        graph.add_edge(one, other, weight=1.0, shown=shown)
    return graph


def test_an_empty_graph_has_no_positions() -> None:
    assert positions(nx.Graph()) == {}


def test_the_order_of_making_does_not_matter() -> None:
    graph = ring(12)
    other: nx.Graph[str] = nx.Graph()
    other.add_edges_from((two, one, data) for one, two, data in reversed(list(graph.edges(data=True))))
    assert positions(graph) == positions(other)


def test_boxes_do_not_overlap_much() -> None:
    places = positions(ring(30))
    for (x, y), (p, q) in itertools.combinations(places.values(), 2):
        assert abs(x - p) > BOX[0] * 0.7 or abs(y - q) > BOX[1] * 0.7


def test_nodes_of_hidden_families_do_not_move_the_first_view() -> None:
    graph = ring(8)
    before = positions(graph)
    graph.add_edge("n0001", "place", weight=1.0, shown=False)
    graph.add_edge("elsewhere", "far", weight=1.0, shown=False)
    after = positions(graph)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"place", "elsewhere", "far"}


@pytest.mark.parametrize("size", [CORE + 1, 520])
def test_a_part_larger_than_networkx_lays_out_alone_is_placed_whole(size: int) -> None:
    star: nx.Graph[str] = nx.Graph()
    star.add_edges_from(("hub", f"n{index}", {"weight": 1.0, "shown": True}) for index in range(size))
    assert len(positions(star)) == size + 1


def camps(count: int, members: int) -> tuple[nx.Graph[str], dict[str, int]]:
    graph: nx.Graph[str] = nx.Graph()
    groups = {f"{number:02}-{index:03}": number for number in range(count) for index in range(members)}
    for name in groups:
        number, index = name.split("-")
        graph.add_edge(name, f"{number}-{(int(index) + 1) % members:03}", weight=1.0, shown=True)
        graph.add_edge(name, f"{number}-{(int(index) * 7 + 3) % members:03}", weight=1.0, shown=True)
    graph.remove_edges_from([(one, other) for one, other in graph.edges if one == other])
    graph.add_edges_from(
        (f"{number:02}-000", f"{(number + 1) % count:02}-000", {"weight": 1.0}) for number in range(count)
    )
    return graph, groups


def test_members_of_a_community_of_a_large_graph_stand_together() -> None:
    graph, groups = camps(12, 60)
    assert len(graph) >= LARGE
    places = positions(graph, groups)
    middles = {
        number: [sum(places[name][axis] for name in groups if groups[name] == number) / 60 for axis in (0, 1)]
        for number in range(12)
    }
    nearest = {name: min(middles, key=lambda number: math.dist(places[name], middles[number])) for name in groups}
    assert sum(nearest[name] == groups[name] for name in groups) > 0.95 * len(groups)


def test_a_large_graph_is_laid_out_the_same_each_time() -> None:
    graph, groups = camps(11, 60)
    other: nx.Graph[str] = nx.Graph()
    other.add_edges_from((two, one, data) for one, two, data in reversed(list(graph.edges(data=True))))
    assert positions(graph, groups) == positions(other, groups)
