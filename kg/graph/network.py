"""The relationships as a network: what GraphML exports and what the page draws.

In: relationships, their claims and the vocabulary. Out: a ``networkx.MultiDiGraph`` whose nodes are entity ids and
whose edges are keyed by the relationship's id, so that nothing overwrites anything. All attributes are plain strings,
numbers and truth values. A loaded word is no party: it stands on the node it was used for, under ``words``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from kg.records import Claim, Entity, Relationship, Word
from kg.vocabulary import Vocabulary

Attributes = dict[str, str | int | float | bool]


def relationship_network(
    relationships: Iterable[Relationship], claims: Iterable[Claim], vocabulary: Vocabulary
) -> nx.MultiDiGraph[str]:
    """One edge per relationship between two entities, nodes and edges in sorted order.

    ``symmetric`` says that the direction of an edge means nothing; ``positive`` and ``negative`` count its claims.
    """
    ordered = sorted(relationships, key=lambda relationship: relationship.id)
    by_id = {claim.id: claim for claim in claims}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    words = _words(ordered)
    for entity in _entities(ordered):
        network.add_node(entity.id, **_node(entity, words.get(entity.id, ()), vocabulary))
    for relationship in ordered:
        if isinstance(relationship.object, Entity):
            attributes = _edge(relationship, by_id, vocabulary)
            ends = relationship.subject.id, relationship.object.id
            network.add_edge(*ends, key=relationship.id)
            network.edges[*ends, relationship.id].update(attributes)
    return network


def _entities(relationships: Iterable[Relationship]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for relationship in relationships:
        for party in (relationship.subject, relationship.object):
            if isinstance(party, Entity):
                found.setdefault(party.id, party)
    return [found[identifier] for identifier in sorted(found)]


def _words(relationships: Iterable[Relationship]) -> dict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for relationship in relationships:
        if isinstance(relationship.object, Word):
            found[relationship.subject.id].add(relationship.object.literal)
    return {identifier: sorted(words) for identifier, words in found.items()}


def _node(entity: Entity, words: Iterable[str], vocabulary: Vocabulary) -> Attributes:
    kind = vocabulary.classes.get(entity.type)
    entry = vocabulary.gazetteer.get(entity.id)
    attributes: Attributes = {
        "label": entity.label,
        "type": entity.type,
        "type_fr": kind.label_fr if kind else entity.type,
        "type_en": kind.label_en if kind else entity.type,
        "names": " | ".join(sorted(set(entity.names) - {entity.label})),
        "words": " | ".join(words),
    }
    if entry and entry.point:
        attributes["latitude"], attributes["longitude"] = map(float, entry.point)
    return attributes


def _edge(relationship: Relationship, claims: Mapping[str, Claim], vocabulary: Vocabulary) -> Attributes:
    relation = vocabulary.relations[relationship.relation]
    said = [claims[identifier] for identifier in relationship.claims if identifier in claims]
    positive = sum(claim.polarity == "positive" for claim in said)
    dates = sorted(claim.when for claim in said if claim.when)
    return {
        "relation": relation.name,
        "label_fr": relation.label_fr,
        "label_en": relation.label_en,
        "family": relation.family,
        "symmetric": relation.symmetric,
        "supportive": relation.supportive,
        "status": relationship.status,
        "sources": relationship.sources,
        "voices": " | ".join(voice.label for voice in relationship.voices),
        "first_reported": relationship.reported[0] or "",
        "last_reported": relationship.reported[1] or "",
        "first_claimed": relationship.claimed[0] or "",
        "last_claimed": relationship.claimed[1] or "",
        "positive": positive,
        "negative": len(said) - positive,
        "claims": " ".join(relationship.claims),
        "documents": " | ".join(sorted({claim.doc for claim in said})),
        "dates": " | ".join(dict.fromkeys(dates)),
    }
