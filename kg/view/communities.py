"""Who stands together: communities of the actors, found once in the build, the same for the same graph.

In: a graph whose edges carry ``voices`` (independent voices) and ``joins`` (whether it is an edge that makes a
community). Out: a number for each node, 0 for the largest community; ``REST`` for whoever is left over.
Louvain method (Blondel et al. 2008) through networkx. A community is a way to fold a large picture, and no claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import networkx as nx

SEED: Final = 7
MOST: Final = 100
"""Communities told apart; a picture of more is read by nobody."""
REST: Final = -1
LEAST: Final = 3
"""Members of the smallest community that is told apart."""


def communities(graph: nx.Graph[str]) -> dict[str, int]:
    """The community of each node. An empty graph gives an empty mapping."""
    names = sorted(graph)
    found = _louvain(graph, names)
    number = {name: index for index, part in enumerate(found) for name in part}
    _adopt(graph, names, number)
    sizes = Counter(number.values())
    order = sorted(sizes, key=lambda index: (-sizes[index], index))
    told = [index for index in order if sizes[index] >= LEAST][:MOST]
    new = {index: place for place, index in enumerate(told)}
    return {name: new.get(number[name], REST) if name in number else REST for name in names}


def _louvain(graph: nx.Graph[str], names: list[str]) -> list[list[str]]:
    """Communities over the edges that join. Nodes are numbers here: sets of texts have no fixed order."""
    number = {name: index for index, name in enumerate(names)}
    joined: nx.Graph[int] = nx.Graph()
    for one, other, data in sorted(_sorted_edges(graph), key=lambda edge: edge[:2]):
        if data.get("joins"):
            joined.add_edge(number[one], number[other], weight=float(data.get("voices", 1)))
    if not joined:
        return []
    parts = nx.community.louvain_communities(joined, weight="weight", seed=SEED)
    return sorted((sorted(names[index] for index in part) for part in parts), key=lambda part: (-len(part), part))


def _sorted_edges(graph: nx.Graph[str]) -> Iterable[tuple[str, str, dict[str, float]]]:
    for one, other, data in graph.edges(data=True):
        yield min(one, other), max(one, other), data


def _adopt(graph: nx.Graph[str], names: list[str], number: dict[str, int]) -> None:
    """Whoever nothing joins goes with the neighbour that most voices connect it to."""
    adopted: dict[str, int] = {}
    for name in names:
        if name in number:
            continue
        near = [(-float(graph.edges[name, other].get("voices", 1)), other) for other in graph[name] if other in number]
        if near:
            adopted[name] = number[min(near)[1]]
    number.update(adopted)
