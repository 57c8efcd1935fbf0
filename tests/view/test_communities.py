"""Communities: who stands together, the same each time, enemies apart."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys

import networkx as nx

from kg.view.communities import LEAST, MOST, REST, communities


def joined(graph: nx.Graph[str], names: str, voices: int = 1) -> None:
    for one, other in itertools.combinations(names, 2):
        graph.add_edge(one, other, voices=voices, joins=True)


def two_camps() -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    joined(graph, "abcde")
    joined(graph, "vwxyz")
    graph.add_edge("a", "v", voices=9, joins=False)
    return graph


def test_an_empty_graph_has_no_communities() -> None:
    assert communities(nx.Graph()) == {}


def test_two_camps_that_fight_are_two_communities() -> None:
    found = communities(two_camps())
    assert len({found[name] for name in "abcde"}) == 1
    assert len({found[name] for name in "vwxyz"}) == 1
    assert found["a"] != found["v"]


def test_the_largest_community_is_number_nought() -> None:
    graph = two_camps()
    joined(graph, "abcdefg")
    assert communities(graph)["a"] == 0


def test_who_only_fights_goes_with_the_one_it_is_most_spoken_of_with() -> None:
    graph = two_camps()
    graph.add_edge("q", "b", voices=1, joins=False)
    graph.add_edge("q", "w", voices=3, joins=False)
    found = communities(graph)
    assert found["q"] == found["w"]


def test_pairs_and_whoever_stands_alone_are_no_community() -> None:
    graph = two_camps()
    joined(graph, "mn")
    graph.add_node("o")
    found = communities(graph)
    assert LEAST > 2
    assert found["m"] == found["n"] == found["o"] == REST


def test_there_are_never_more_than_a_picture_can_tell_apart() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for number in range(MOST + 20):
        for one, other in itertools.combinations([f"{number}-{part}" for part in "abc"], 2):
            graph.add_edge(one, other, voices=1, joins=True)
    assert set(communities(graph).values()) == {REST, *range(MOST)}


def test_neither_the_order_of_making_nor_the_hash_seed_matters() -> None:
    graph = two_camps()
    other: nx.Graph[str] = nx.Graph()
    other.add_edges_from((two, one, data) for one, two, data in reversed(list(graph.edges(data=True))))
    assert communities(graph) == communities(other)
    script = (
        "import networkx as nx, random\n"
        "from kg.view.communities import communities\n"
        "chance = random.Random(1)\n"
        "graph = nx.Graph()\n"
        "for _ in range(400):\n"
        "    pair = chance.sample(range(120), 2)\n"
        "    graph.add_edge(*map(str, pair), voices=chance.randrange(3), joins=chance.random() < 0.8)\n"
        "print(sorted(communities(graph).items()))\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
