"""Where the nodes stand: computed at build time, the same for the same graph, so that the page needs no physics.

In: a networkx graph whose edges carry ``weight``. Out: whole pixel positions, y down.
Fruchterman and Reingold (1991) through networkx, one connected part at a time; parts are then packed in rows and
boxes that overlap (a node with its label) are pushed apart. A large graph is laid out in two steps, its communities
first and then the members of each, because the method takes time with the square of the nodes.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Mapping
from typing import Final

import networkx as nx

Point = tuple[float, float]
SEED: Final = 7
CORE: Final = 400
"""Largest part laid out exactly: networkx needs SciPy from 500 nodes on. The rest is hung around its neighbours."""
SPACING: Final = 165.0
"""Pixels per node, along one side."""
BOX: Final = (170.0, 92.0)
"""Room of a node with its label, in pixels."""
LARGE: Final = 600
"""Nodes from which on communities are laid out first."""


def positions(graph: nx.Graph[str], groups: Mapping[str, int] | None = None) -> dict[str, tuple[int, int]]:
    """A whole-pixel position for each node, the middle at the origin. An empty graph gives an empty mapping.

    ``groups`` gives the community of each node, for large graphs.

    Edges with a true ``shown`` (those of the first view) decide; all other nodes are then fitted in around them, so
    that the first view has no holes where hidden nodes wait.
    """
    if groups and len(graph) >= LARGE:
        return _centred(_spread(_by_community(graph, groups), frozenset(), rounds=8))
    first: nx.Graph[str] = nx.Graph()
    first.add_edges_from((one, other, data) for one, other, data in graph.edges(data=True) if data.get("shown"))
    placed = _spread(_arranged(first), frozenset())
    pinned = frozenset(placed)
    _hang(graph, placed)
    rest = _arranged(graph.subgraph([node for node in graph if node not in placed]))
    below = _bounds(placed)[3] + 2 * BOX[1] - _bounds(rest)[1] if placed and rest else 0.0
    placed.update({node: (x, y + below) for node, (x, y) in rest.items()})
    placed = _spread(placed, pinned)
    return _centred(placed, pinned)


def _centred(placed: dict[str, Point], around: frozenset[str] = frozenset()) -> dict[str, tuple[int, int]]:
    """Whole pixels, the middle of ``around`` (or of all) at the origin."""
    if not placed:
        return {}
    left, top, right, bottom = _bounds({node: placed[node] for node in around or placed})
    middle = ((left + right) / 2, (top + bottom) / 2)
    return {node: (round(placed[node][0] - middle[0]), round(placed[node][1] - middle[1])) for node in sorted(placed)}


def _by_community(graph: nx.Graph[str], groups: Mapping[str, int]) -> dict[str, Point]:
    """Communities as discs: their middles by the edges between them, their members inside."""
    members: dict[int, list[str]] = {}
    for node in sorted(graph):
        members.setdefault(groups[node], []).append(node)
    inside = {number: _disc(_arranged(graph.subgraph(nodes))) for number, nodes in sorted(members.items())}
    reach = {number: SPACING * 0.75 * math.sqrt(len(nodes)) for number, nodes in members.items()}
    middles = _middles(graph, groups, reach)
    return {
        node: (middles[number][0] + x * reach[number], middles[number][1] + y * reach[number])
        for number, points in inside.items()
        for node, (x, y) in points.items()
    }


def _middles(graph: nx.Graph[str], groups: Mapping[str, int], reach: Mapping[int, float]) -> dict[int, Point]:
    """The middle of each community, discs beside each other."""
    between: Counter[tuple[int, int]] = Counter()
    for one, other in graph.edges:
        pair = sorted((groups[one], groups[other]))
        if pair[0] != pair[1]:
            between[pair[0], pair[1]] += 1
    coarse: nx.Graph[int] = nx.Graph()
    coarse.add_nodes_from(sorted(reach))
    coarse.add_edges_from((one, other, {"weight": math.sqrt(count)}) for (one, other), count in sorted(between.items()))
    raw = nx.spring_layout(coarse, k=1.5 / math.sqrt(max(len(reach), 1)), iterations=120, seed=SEED, weight="weight")
    scale = math.sqrt(sum(radius * radius for radius in reach.values()))
    points = {number: [float(raw[number][0]) * scale, float(raw[number][1]) * scale] for number in sorted(reach)}
    for _ in range(200):
        if not _part_discs(points, reach):
            break
    return {number: (x, y) for number, (x, y) in points.items()}


def _part_discs(points: dict[int, list[float]], reach: Mapping[int, float]) -> bool:
    """Push discs that overlap apart along the line between their middles. Whether any moved."""
    moved = False
    for one, other in itertools.combinations(sorted(points), 2):
        across, down = (points[other][axis] - points[one][axis] for axis in (0, 1))
        apart = math.hypot(across, down) or 1.0
        lack = 1.06 * (reach[one] + reach[other]) - apart
        if lack <= 1.0:
            continue
        moved = True
        for axis, extent in ((0, across or 1.0), (1, down)):
            points[one][axis] -= extent / apart * lack / 2
            points[other][axis] += extent / apart * lack / 2
    return moved


def _disc(points: dict[str, Point]) -> dict[str, Point]:
    """The same picture in the unit disc, drawn out towards its rim so that the middle is not crowded."""
    left, top, right, bottom = _bounds(points)
    middle, half = (
        ((left + right) / 2, (top + bottom) / 2),
        (max((right - left) / 2, 1.0), max((bottom - top) / 2, 1.0)),
    )
    shifted = {node: ((x - middle[0]) / half[0], (y - middle[1]) / half[1]) for node, (x, y) in points.items()}
    order = sorted(shifted, key=lambda node: (math.hypot(*shifted[node]), node))
    placed: dict[str, Point] = {}
    for rank, node in enumerate(order):
        angle = math.atan2(shifted[node][1], shifted[node][0])
        far = math.sqrt((rank + 0.5) / len(order)) if len(order) > 1 else 0.0
        placed[node] = (far * math.cos(angle), far * math.sin(angle))
    return placed


def _arranged(graph: nx.Graph[str]) -> dict[str, Point]:
    """All parts of a graph, each by itself, then packed in rows."""
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed: dict[str, Point] = {}
    for points, offset in _packed([_part(graph.subgraph(part), part) for part in parts]):
        placed.update({node: (x + offset[0], y + offset[1]) for node, (x, y) in points.items()})
    return placed


def _part(graph: nx.Graph[str], nodes: list[str]) -> dict[str, Point]:
    """One connected part. The graph is rebuilt in sorted order: the result must not depend on how it was made."""
    core = sorted(sorted(nodes, key=lambda node: (-graph.degree(node), node))[:CORE])
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(core)
    kept = set(core)
    for one, other in sorted(tuple(sorted(edge)) for edge in graph.edges if set(edge) <= kept):
        ordered.add_edge(one, other, weight=graph.edges[one, other].get("weight", 1.0))
    side = SPACING * math.sqrt(len(nodes))
    rounds = 160 if len(nodes) < 200 else 60
    raw = nx.spring_layout(ordered, k=1.6 / math.sqrt(max(len(core), 1)), iterations=rounds, seed=SEED, weight="weight")
    points = _stretched({node: (float(raw[node][0]), float(raw[node][1])) for node in core}, side)
    _hang(graph, points)
    return points


def _stretched(raw: dict[str, Point], side: float) -> dict[str, Point]:
    """The part at its size in pixels, its shorter side drawn out (at most doubled) so that it fills a screen."""
    left, top, right, bottom = _bounds(raw)
    wide, high = right - left, bottom - top
    across, down = (min(2.0, max(wide, high) / max(extent, 0.01)) for extent in (wide, high))
    return {node: (x * side * 0.75 * across, y * side * 0.68 * down) for node, (x, y) in raw.items()}


def _hang(graph: nx.Graph[str], points: dict[str, Point]) -> None:
    """Place each node that a placed one leads to around the middle of its placed neighbours.

    Nodes with the same middle form a sunflower: turning by the golden angle, further out with each.
    """
    around: Counter[Point] = Counter()
    waiting = sorted(node for node in graph if node not in points)
    while True:
        ready = {node: [other for other in sorted(graph.neighbors(node)) if other in points] for node in waiting}
        ready = {node: near for node, near in ready.items() if near}
        if not ready:
            return
        for node, near in ready.items():
            x, y = (sum(points[other][axis] for other in near) / len(near) for axis in (0, 1))
            count = around[x, y]
            around[x, y] += 1
            angle, reach = count * math.pi * (3 - math.sqrt(5)), SPACING * (0.6 + 0.5 * math.sqrt(count))
            points[node] = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        waiting = [node for node in waiting if node not in points]


def _bounds(points: dict[str, Point]) -> tuple[float, float, float, float]:
    across = [x for x, _ in points.values()]
    down = [y for _, y in points.values()]
    return min(across), min(down), max(across), max(down)


def _packed(parts: list[dict[str, Point]]) -> list[tuple[dict[str, Point], Point]]:
    """Parts with the shift that puts them in rows, largest first, rows about as wide together as they are high."""
    sizes = [_bounds(part) for part in parts]
    area = sum((right - left + BOX[0]) * (bottom - top + 2 * BOX[1]) for left, top, right, bottom in sizes)
    limit = max([math.sqrt(area) * 1.1] + [right - left for left, _, right, _ in sizes])
    packed: list[tuple[dict[str, Point], Point]] = []
    x = y = tall = 0.0
    for part, (left, top, right, bottom) in zip(parts, sizes, strict=True):
        wide = right - left + BOX[0]
        if x and x + wide > limit + BOX[0]:
            x, y, tall = 0.0, y + tall, 0.0
        packed.append((part, (x - left, y - top)))
        x += wide
        tall = max(tall, bottom - top + 2 * BOX[1])
    return packed


def _spread(points: dict[str, Point], pinned: frozenset[str], rounds: int = 60) -> dict[str, Point]:
    """Push boxes that overlap apart along the axis where they overlap least; two pinned ones stay as they are."""
    moved = {node: [x, y] for node, (x, y) in sorted(points.items())}
    for _ in range(rounds):
        if not _push(moved, pinned):
            break
    return {node: (x, y) for node, (x, y) in moved.items()}


def _push(moved: dict[str, list[float]], pinned: frozenset[str]) -> bool:
    """One round; a grid of boxes keeps it linear. Whether anything moved."""
    cells: dict[tuple[int, int], list[str]] = {}
    for node, (x, y) in moved.items():
        cells.setdefault((math.floor(x / BOX[0]), math.floor(y / BOX[1])), []).append(node)
    changed = False
    for node in moved:
        column, row = math.floor(moved[node][0] / BOX[0]), math.floor(moved[node][1] / BOX[1])
        near = [other for c in (-1, 0, 1) for r in (-1, 0, 1) for other in cells.get((column + c, row + r), ())]
        for other in sorted(near):
            if other > node and not (node in pinned and other in pinned):
                share = 0.0 if node in pinned else 1.0 if other in pinned else 0.5
                changed |= _separate(moved[node], moved[other], share)
    return changed


def _separate(one: list[float], other: list[float], share: float) -> bool:
    """Move ``one`` by its share of the overlap and ``other`` by the rest."""
    apart = (other[0] - one[0], other[1] - one[1])
    lack = (BOX[0] - abs(apart[0]), BOX[1] - abs(apart[1]))
    if lack[0] <= 0.5 or lack[1] <= 0.5:
        return False
    axis = 0 if lack[0] / BOX[0] < lack[1] / BOX[1] else 1
    push = lack[axis] * (1 if apart[axis] >= 0 else -1)
    one[axis] -= push * share
    other[axis] += push * (1 - share)
    return True
