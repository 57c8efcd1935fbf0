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
from kg.view.communities import communities
from kg.view.layout import positions
from kg.view.theme import Theme
from kg.vocabulary import Vocabulary

LABEL_WIDTH: Final = 20
"""Characters in a line of a node's label; three lines at most, the panel has the whole name."""
JOINING: Final = frozenset({"support", "belonging"})
"""Roles of families that make a community: neither enemies nor two who are called the same stand together."""
NEUTRAL: Final = "#808080"
"""The page paints every node by its class; pyvis would otherwise add a colour of its own."""
OPTIONS: Final[Mapping[str, Any]] = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 250, "multiselect": False, "hideEdgesOnDrag": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 2, "borderWidthSelected": 4},
    "edges": {"selectionWidth": 2, "arrows": {"to": {"scaleFactor": 0.7}}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkData:
    """What vis-network takes: lists of node and edge objects, and its options.

    Each node also has its ``community``; the page folds large pictures by it.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    options: dict[str, Any]


def key(party: Entity | Word) -> str:
    """The node of a party: ``e:`` and its id, or ``w:`` and the word, so that no word can pass for a party."""
    return f"w:{party.literal}" if isinstance(party, Word) else f"e:{party.id}"


def network_data(relationships: Sequence[Relationship], vocabulary: Vocabulary, theme: Theme) -> NetworkData:
    """Nodes sorted by key, edges by relationship id; every relationship has its own edge."""
    from pyvis.edge import Edge  # pyvis is slow to import (it pulls in IPython), and only this function needs it
    from pyvis.network import Network
    from pyvis.node import Node

    net = Network(directed=True, cdn_resources="in_line")
    net.set_options(json.dumps(OPTIONS))
    ordered = sorted(relationships, key=lambda item: item.id)
    parties = {key(party): party for item in ordered for party in (item.subject, item.object)}
    graph = _simple(ordered, vocabulary, theme)
    groups = communities(graph)
    places = positions(graph, groups)
    degrees = _degrees(ordered)
    # add_node and add_edge look every end up in a list: minutes for a large graph. Their own classes do the rest.
    for name in sorted(parties):
        options = _node(parties[name], theme, places[name], degrees[name])
        net.nodes.append(Node(name, options.pop("shape"), options.pop("label"), **options).options)
        net.nodes[-1]["community"] = groups[name]
    for item in ordered:
        relation = vocabulary.relations.get(item.relation)
        arrow = "" if relation is not None and relation.symmetric else "to"
        edge = Edge(key(item.subject), key(item.object), True, id=item.id, arrows=arrow, width=_width(item.sources))
        net.edges.append(edge.options)
    nodes, edges, _, _, _, options = net.get_network_data()
    return NetworkData(nodes=nodes, edges=edges, options=json.loads(options))


def _width(sources: int) -> float:
    """The width of an edge in pixels, wider with each independent voice up to eight."""
    return round(2.0 + (min(max(sources, 1), 8) - 1) * 0.9, 1)


def _node(party: Entity | Word, theme: Theme, place: tuple[int, int], degree: int) -> dict[str, Any]:
    if isinstance(party, Word):
        label, shape = f"« {party.literal} »", "box"
    else:
        label, shape = party.label, theme.class_style(party.type).shape
    lines = textwrap.wrap(label, LABEL_WIDTH, max_lines=3, placeholder="…") or [label.strip() or "?"]
    size = round(min(8 + 3 * degree**0.5, 26))
    return {"label": "\n".join(lines), "shape": shape, "color": NEUTRAL, "size": size, "x": place[0], "y": place[1]}


def _simple(relationships: Sequence[Relationship], vocabulary: Vocabulary, theme: Theme) -> nx.Graph[str]:
    """The graph that layout and communities see: one edge a pair, heavier with more relationships.

    ``shown``: in the first view. ``voices``: independent voices together. ``joins``: some is support or belonging.
    """
    graph: nx.Graph[str] = nx.Graph()
    classes = shown_classes(vocabulary, theme)
    for item in relationships:
        one, other = key(item.subject), key(item.object)
        graph.add_nodes_from((one, other))
        if one == other:
            continue
        if not graph.has_edge(one, other):
            graph.add_edge(one, other, weight=0.6, shown=False, voices=0, joins=False)
        data = graph.edges[one, other]
        data["weight"] = min(data["weight"] + 0.4, 2.0)
        data["shown"] |= first_shown(item, classes, vocabulary, theme)
        data["voices"] += max(item.sources, 1)
        data["joins"] |= _role(item, vocabulary, theme) in JOINING
    return graph


def shown_classes(vocabulary: Vocabulary, theme: Theme) -> frozenset[str]:
    """Classes of the first view: those that may be the subject of a relation of its families. Places are not."""
    families = {name for name, style in theme.families.items() if style.shown}
    domains = {relation.domain for relation in vocabulary.relations.values() if relation.family in families}
    return frozenset(name for name, found in vocabulary.classes.items() if found.ancestors & domains)


def _role(item: Relationship, vocabulary: Vocabulary, theme: Theme) -> str:
    relation = vocabulary.relations.get(item.relation)
    style = theme.families.get(relation.family) if relation else None
    return style.role if style else "none"


def first_shown(item: Relationship, classes: frozenset[str], vocabulary: Vocabulary, theme: Theme) -> bool:
    """Whether the first view shows it: a family and two ``classes`` of that view, no word."""
    relation = vocabulary.relations.get(item.relation)
    style = theme.families.get(relation.family) if relation else None
    if style is None or not style.shown or isinstance(item.object, Word):
        return False
    return {item.subject.type, item.object.type} <= classes


def _degrees(relationships: Sequence[Relationship]) -> dict[str, int]:
    degrees: dict[str, int] = defaultdict(int)
    for item in relationships:
        degrees[key(item.subject)] += 1
        degrees[key(item.object)] += 1
    return degrees
