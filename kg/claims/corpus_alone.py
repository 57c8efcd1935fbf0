"""Resolution and the counting of voices apart from reading: gold itself is given to them as claims.

In: corpus gold. Out: claims in which every party of every document is an entity with the class and the names that gold
has for it there (so that what is measured is joining documents), and claims for every saying of a relationship.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.claims.corpus_gold import CorpusGold, GoldRelationship, Mention, Party, Saying
from kg.claims.gold import AUTHOR
from kg.claims.ids import content_id
from kg.claims.resolution import resolve
from kg.records import Claim, Entity, Polarity, Why, Word
from kg.vocabulary import Vocabulary


def resolved_alone(gold: CorpusGold, vocabulary: Vocabulary) -> dict[Mention, str]:
    """For each mention the id that the resolution gives its party."""
    relation = min(vocabulary.relations)
    nodes = sorted({(mention.doc, party.key) for party in gold.parties.values() for mention in party.mentions})
    # The word that each claim ends in tells the claims apart; it says nothing about the party.
    claims = [
        _claim(doc, _entity(gold.parties[key], doc), relation, Word(literal=str(number)))
        for number, (doc, key) in enumerate(nodes)
    ]
    resolved = resolve([*claims, *_relating(gold)], vocabulary)
    ids = {claim.object.literal: claim.subject.id for claim in resolved if isinstance(claim.object, Word)}
    found = {node: ids[str(number)] for number, node in enumerate(nodes)}
    return {mention: found[mention.doc, key] for mention, key in gold.truth.items()}


def _relating(gold: CorpusGold) -> Iterator[Claim]:
    """A claim for each document in which somebody says a relationship of two of its parties: what surrounds them."""
    for relationship in gold.relationships:
        ends = [gold.parties[key] for key in (relationship.subject, relationship.object)]
        for doc in sorted({saying.doc for saying in relationship.said}):
            if all(party.names(doc) for party in ends):
                yield _claim(doc, _entity(ends[0], doc), relationship.relation, _entity(ends[1], doc))


def claims_alone(gold: CorpusGold) -> tuple[Claim, ...]:
    """A claim for each saying of each relationship; its parties have their gold keys as ids."""
    return tuple(
        _said(gold.parties, relationship, saying) for relationship in gold.relationships for saying in relationship.said
    )


def _said(parties: Mapping[str, Party], relationship: GoldRelationship, saying: Saying) -> Claim:
    subject, target = (_merged(parties[key]) for key in (relationship.subject, relationship.object))
    speaker = _speaker(parties, saying)
    polarity: Polarity = "positive" if saying.polarity == "positive" else "negative"
    return _claim(saying.doc, subject, relationship.relation, target, polarity, speaker)


def _speaker(parties: Mapping[str, Party], saying: Saying) -> Entity | None:
    if saying.speaker == AUTHOR:
        return None
    if saying.speaker in parties:
        return _merged(parties[saying.speaker])
    words = saying.speaker
    id_ = content_id("document", saying.doc, words)
    return Entity(id=id_, label=words, names=(words,), type="UnnamedSource", scope="document")


def _merged(party: Party) -> Entity:
    names = party.names()
    return Entity(id=party.key, label=names[0], names=names, type=party.type)


def _entity(party: Party, doc: str) -> Entity:
    """The party as one document has it. Its id says nothing to the resolution."""
    names = party.names(doc)
    id_ = content_id("gold", doc, party.key)
    return Entity(id=id_, label=names[0], names=names, type=party.type, scope="document" if party.local else "named")


def _claim(
    doc: str,
    subject: Entity,
    relation: str,
    target: Entity | Word,
    polarity: Polarity = "positive",
    speaker: Entity | None = None,
) -> Claim:
    parts = [subject.id, relation, getattr(target, "id", ""), polarity, speaker.id if speaker else AUTHOR]
    return Claim(
        id=content_id("gold", doc, *parts),
        doc=doc,
        subject=subject,
        relation=relation,
        object=target,
        polarity=polarity,
        certainty="certain",
        attribution=speaker,
        when=None,
        where=None,
        evidence=(),
        why=Why(entry="gold", frame="gold"),
        confidence=1.0,
    )
