"""The nodes and edges that vis-network draws, made with pyvis: the only module that imports it.

In: the relationships of a corpus. Out: pyvis's node, edge and option data. Its templates and ``lib/`` folder are never
used: they link to the network and put labels into HTML. Colours and labels of the interface's language are set in the
page, which knows them; shapes, sizes, positions and curves are settled here.
"""

from __future__ import annotations

import json
import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from kg.records import Entity, Relationship, Word
from kg.view.layout import positions
from kg.view.theme import Theme
from kg.vocabulary import Vocabulary

LABEL_WIDTH: Final = 20
"""Characters in a line of a node's label; three lines at most, the panel has the whole name."""
NEUTRAL: Final = "#808080"
"""The page paints every node by its class; pyvis would otherwise add a colour of its own."""
CURVE: Final = 0.3
"""Bend between neighbours of a bundle of parallel edges (vis-network's roundness)."""
OPTIONS: Final[Mapping[str, Any]] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 250, "multiselect": False, "hideEdgesOnDrag": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 2, "borderWidthSelected": 4},
    "edges": {"selectionWidth": 2, "arrows": {"to": {"scaleFactor": 0.7}}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkData:
    """What vis-network takes: lists of node and edge objects, and its options."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]


def key(party: Entity | Word) -> str:
    """The node of a party: ``e:`` and its id, or ``w:`` and the word, so that no word can pass for a party."""
    return f"w:{party.literal}" if isinstance(party, Word) else f"e:{party.id}"


def network_data(relationships: Sequence[Relationship], vocabulary: Vocabulary, theme: Theme) -> NetworkData:
    """Nodes sorted by key, edges by relationship id; every relationship has its own edge."""
    from pyvis.network import Network  # slow to import (it pulls in IPython), and only this function needs it

    net = Network(directed=True, cdn_resources="in_line")
    net.set_options(json.dumps(OPTIONS))
    ordered = sorted(relationships, key=lambda item: item.id)
    parties = {key(party): party for item in ordered for party in (item.subject, item.object)}
    places = positions(_simple(ordered, vocabulary, theme))
    degrees = _degrees(ordered)
    for name in sorted(parties):
        net.add_node(name, **_node(parties[name], theme, places[name], degrees[name]))
    curves = _curves(ordered)
    for item in ordered:
        relation = vocabulary.relations.get(item.relation)
        arrow = "" if relation is not None and relation.symmetric else "to"
        width = round(1.6 + min(item.sources, 6) * 0.4, 1)
        net.add_edge(key(item.subject), key(item.object), id=item.id, arrows=arrow, width=width, smooth=curves[item.id])
    nodes, edges, _, _, _, options = net.get_network_data()
    return NetworkData(nodes=nodes, edges=edges, options=json.loads(options))


def _node(party: Entity | Word, theme: Theme, place: tuple[int, int], degree: int) -> dict[str, Any]:
    if isinstance(party, Word):
        label, shape = f"« {party.literal} »", "box"
    else:
        label, shape = party.label, theme.class_style(party.type).shape
    lines = textwrap.wrap(label, LABEL_WIDTH, max_lines=3, placeholder="…") or [label.strip() or "?"]
    size = 11 + min(degree, 12)
    return {"label": "\n".join(lines), "shape": shape, "color": NEUTRAL, "size": size, "x": place[0], "y": place[1]}


def _simple(relationships: Sequence[Relationship], vocabulary: Vocabulary, theme: Theme) -> nx.Graph[str]:
    """The graph that the layout sees: one edge a pair, heavier with more relationships, ``shown`` in the first view."""
    graph: nx.Graph[str] = nx.Graph()
    for item in relationships:
        one, other = key(item.subject), key(item.object)
        graph.add_nodes_from((one, other))
        if one == other:
            continue
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, weight=0.6, shown=False)
        data = graph.edges[one, other]
        data["weight"] = min(data["weight"] + 0.4, 2.0)
        data["shown"] |= first_shown(item, vocabulary, theme)
    return graph


def shown_classes(vocabulary: Vocabulary, theme: Theme) -> frozenset[str]:
    """Classes of the first view: those that may be the subject of a relation of its families. Places are not."""
    families = {name for name, style in theme.families.items() if style.shown}
    domains = {relation.domain for relation in vocabulary.relations.values() if relation.family in families}
    return frozenset(name for name, found in vocabulary.classes.items() if found.ancestors & domains)


def first_shown(item: Relationship, vocabulary: Vocabulary, theme: Theme) -> bool:
    """Whether the first view shows it: a family and two classes of that view, no word."""
    relation = vocabulary.relations.get(item.relation)
    style = theme.families.get(relation.family) if relation else None
    if style is None or not style.shown or isinstance(item.object, Word):
        return False
    return {item.subject.type, item.object.type} <= shown_classes(vocabulary, theme)


def _degrees(relationships: Sequence[Relationship]) -> dict[str, int]:
    degrees: dict[str, int] = defaultdict(int)
    for item in relationships:
        degrees[key(item.subject)] += 1
        degrees[key(item.object)] += 1
    return degrees


def _curves(relationships: Sequence[Relationship]) -> dict[str, Any]:
    """A curve for each edge: edges between the same two nodes are fanned out, whichever way they point."""
    bundles: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
    for item in relationships:
        one, other = sorted((key(item.subject), key(item.object)))
        bundles[one, other].append(item)
    curves: dict[str, Any] = {}
    for (one, _), items in bundles.items():
        for index, item in enumerate(items):
            bend = (index - (len(items) - 1) / 2) * CURVE
            bend = bend if key(item.subject) == one else -bend
            kind = "curvedCW" if bend > 0 else "curvedCCW"
            roundness = round(abs(bend), 3)
            curves[item.id] = {"enabled": True, "type": kind, "roundness": roundness} if bend else {"enabled": False}
    return curves
