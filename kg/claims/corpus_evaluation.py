"""Scores what happens across documents against corpus gold: who is who, which texts are copies, how many voices.

In: resolved claims, relationships, documents, corpus gold. Out: a ``CorpusEvaluation``, and its figures as lines. Each
stage is scored twice: on what was read from the texts, and alone, with gold in the place of what was read (then no
mistake of the reader counts).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from kg.claims.corpus_alone import claims_alone, resolved_alone
from kg.claims.corpus_gold import CorpusGold, GoldRelationship, Mention, Saying
from kg.claims.corpus_mentions import found_parties, party_of
from kg.claims.duplicates import find_duplicates
from kg.claims.gold import AUTHOR
from kg.claims.relationships import find_relationships
from kg.names import fold
from kg.records import Claim, Document, Entity, Relationship
from kg.vocabulary import Vocabulary

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A gold relationship and how many voices were counted for it.

    ``expected`` is the right number for the sayings that were read; None where some claim is none of gold's, so that
    the count cannot be judged.
    """

    gold: GoldRelationship
    found: int
    expected: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusEvaluation:
    """The outcome. ``read`` and ``alone``: the id of the party that each mention became, and the voices counted.

    ``known`` are the ids of the gazetteer: none of them is right for an invented party.
    """

    gold: CorpusGold
    read: Mapping[Mention, str]
    alone: Mapping[Mention, str]
    copies: frozenset[Pair]
    voices_read: tuple[Counted, ...]
    voices_alone: tuple[Counted, ...]
    known: frozenset[str] = frozenset()

    @property
    def true_copies(self) -> frozenset[Pair]:
        """The pairs of documents that gold says are copies of one text."""
        return frozenset(pair for cluster in self.gold.clusters for pair in combinations(sorted(cluster), 2))


def evaluate_corpus(
    gold: CorpusGold,
    claims: Iterable[Claim],
    relationships: Iterable[Relationship],
    documents: Iterable[Document],
    vocabulary: Vocabulary,
) -> CorpusEvaluation:
    """Score ``claims`` and ``relationships`` of a build; ``documents`` are the texts of the gold, with their ids."""
    texts = tuple(documents)
    known = {claim.id: claim for claim in claims}
    read = found_parties(gold.parties.values(), known.values())
    said = claims_alone(gold)
    exact = {(doc, key): key for doc in {claim.doc for claim in said} for key in gold.parties}
    return CorpusEvaluation(
        gold=gold,
        read=read,
        alone=resolved_alone(gold, vocabulary),
        copies=frozenset(_pairs(find_duplicates(texts))),
        voices_read=_counted(gold, relationships, known, party_of(gold.truth, read), vocabulary),
        voices_alone=_counted(
            gold, find_relationships(said, texts, vocabulary), {c.id: c for c in said}, exact, vocabulary
        ),
        known=frozenset(vocabulary.gazetteer),
    )


def _pairs(cluster_of: Mapping[str, str]) -> Iterable[Pair]:
    return ((one, other) for one, other in combinations(sorted(cluster_of), 2) if cluster_of[one] == cluster_of[other])


def _counted(
    gold: CorpusGold,
    relationships: Iterable[Relationship],
    claims: Mapping[str, Claim],
    parties: Mapping[tuple[str, str], str],
    vocabulary: Vocabulary,
) -> tuple[Counted, ...]:
    """The gold relationships that were found. Of several that stand for one, that with the most claims of gold's."""
    reading = _Reading(gold, parties, vocabulary)
    best: dict[GoldRelationship, tuple[int, Counted]] = {}
    for found in relationships:
        members = [claims[id_] for id_ in found.claims]
        counted = [claim for claim in members if claim.polarity == "positive"] or members
        for relationship in {reading.relationship(claim) for claim in members} - {None}:
            assert relationship is not None
            said = [reading.saying(claim, relationship) for claim in counted]
            voices = {saying.voice for saying in said if saying}
            right = sum(claim.doc in relationship.documents for claim in members)
            judged = Counted(
                gold=relationship, found=found.sources, expected=None if None in said or not said else len(voices)
            )
            if right > best.get(relationship, (0, judged))[0]:
                best[relationship] = right, judged
    return tuple(best[relationship][1] for relationship in gold.relationships if relationship in best)


class _Reading:
    """What the claims are in terms of gold, by the gold party that each entity (document and id) stands for."""

    def __init__(self, gold: CorpusGold, parties: Mapping[tuple[str, str], str], vocabulary: Vocabulary) -> None:
        self._gold = gold
        self._parties = parties
        self._symmetric = {name for name, relation in vocabulary.relations.items() if relation.symmetric}
        self._relationships = {self._key(r.relation, r.subject, r.object): r for r in gold.relationships}

    def relationship(self, claim: Claim) -> GoldRelationship | None:
        """The gold relationship between the two parties, if there is one."""
        if not isinstance(claim.object, Entity):
            return None
        ends = [self._parties.get((claim.doc, party.id), "") for party in (claim.subject, claim.object)]
        return self._relationships.get(self._key(claim.relation, *ends))

    def saying(self, claim: Claim, relationship: GoldRelationship) -> Saying | None:
        """The saying of gold that the claim is: same document, parties, polarity and speaker."""
        if self.relationship(claim) is not relationship:
            return None
        said = (s for s in relationship.said if s.doc == claim.doc and s.polarity == claim.polarity)
        return next((saying for saying in said if self._speaks(claim, saying)), None)

    def _key(self, relation: str, subject: str, target: str) -> tuple[str, ...]:
        ends = sorted((subject, target)) if relation in self._symmetric else (subject, target)
        return relation, *ends

    def _speaks(self, claim: Claim, saying: Saying) -> bool:
        speaker = claim.attribution
        if speaker is None or saying.speaker == AUTHOR:
            return speaker is None and saying.speaker == AUTHOR
        names = {fold(name) for name in (speaker.label, *speaker.names)}
        key = self._parties.get((claim.doc, speaker.id))
        if saying.speaker in self._gold.parties:
            return key == saying.speaker or bool(names & set(map(fold, self._gold.parties[saying.speaker].names())))
        words = fold(saying.speaker)
        return key is None and any(words in name or name in words for name in names)
