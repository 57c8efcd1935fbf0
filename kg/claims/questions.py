"""Questions for a person: pairs of parties of which the names alone do not tell whether they are one.

In: the parties of a build with their entities, its claims, the vocabulary with what was judged so far. Out:
``Question`` records, the most consequential first. Nothing of it is stored: it follows from the files of the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims.clusters import Cluster
from kg.claims.decisions import Side, sides_of
from kg.claims.features import SEVERAL, Match
from kg.claims.identity import Doubt, identify
from kg.claims.surroundings import Node
from kg.names import fold
from kg.records import Claim, Entity, Resolved
from kg.vocabulary import Judgement, Verdict, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a question: the name it is about, and what the build knows of its bearer."""

    name: str
    label: str
    names: tuple[str, ...]
    type: str
    known: str | None
    docs: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Are these two one party? ``docs`` limits the answer to documents where names alone could mean others, too."""

    one: Party
    other: Party
    match: Match
    docs: tuple[str | None, str | None] = (None, None)

    @property
    def weight(self) -> tuple[int, int]:
        """How much depends on the answer: the claims that would move, then all claims of both."""
        counts = len(self.one.claims), len(self.other.claims)
        return min(counts) or max(counts), sum(counts)

    @property
    def short(self) -> tuple[str, tuple[str, ...]]:
        """The shorter of the two names, which may fit others, too, and the documents of its bearer."""
        party = min(self.one, self.other, key=lambda party: (len(fold(party.name)), party.name, party.docs))
        return fold(party.name), party.docs

    def answered(self, verdict: Verdict, *, reviewer: str | None, date: str | None) -> Judgement:
        """The answer as a judgement."""
        return Judgement(
            names=(self.one.name, self.other.name),
            verdict=verdict,
            reason=f"kg resolve: {self.match}",
            docs=self.docs,
            reviewer=reviewer,
            date=date,
        )


def find_questions(resolved: Iterable[Resolved], claims: Sequence[Claim], vocabulary: Vocabulary) -> list[Question]:
    """All open questions, those first on whose answer most claims depend.

    Those on one name that fits several parties follow each other, the likeliest first.
    """
    resolved = tuple(resolved)
    scoped = _with_scopes(claims, {party.entity.id: party.entity for party in resolved})
    identity = identify(_entities(resolved), vocabulary, scoped)
    by_node = _claims_by_node(scoped)
    found: dict[tuple[Side, Side], Question] = {}
    for doubt in identity.doubts:
        question = _question(doubt, by_node, vocabulary)
        key = sides_of(question.answered("unsure", reviewer=None, date=None))
        if key[0] != key[1] and (key not in found or question.weight > found[key].weight):
            found[key] = question
    ordered = sorted(
        found.values(), key=lambda q: (-q.weight[0], -q.weight[1], -q.match.score, q.one.name, q.other.name)
    )
    groups: dict[tuple[str, tuple[str, ...]], list[Question]] = {}
    for question in ordered:
        groups.setdefault(question.short, []).append(question)
    return [q for group in groups.values() for q in sorted(group, key=lambda q: (-q.match.score, -q.weight[1]))]


def _entities(resolved: Iterable[Resolved]) -> dict[Node, Entity]:
    """Each party once in each of its documents, as that document names it."""
    found: dict[Node, Entity] = {}
    for party in resolved:
        for member in party.members:
            node = (member.doc, party.entity.id)
            known = member.known and party.entity.scope == "gazetteer"
            entity = Entity(
                id=party.entity.id,
                label=member.label,
                names=member.names,
                type=member.type,
                scope="gazetteer" if known else "document" if party.entity.scope == "document" else "named",
            )
            before = found.get(node)
            if before is None or (known and before.scope == "named"):
                found[node] = entity
            elif before.scope == "named":
                found[node] = replace(before, names=(*before.names, *entity.names))
    return found


def _with_scopes(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> list[Claim]:
    """The claims with the class and scope of every party, which ``claims.jsonl`` does not hold."""

    def whole(party: Entity) -> Entity:
        known = entities.get(party.id)
        return replace(party, scope=known.scope, type=known.type) if known else party

    return [
        replace(
            claim,
            subject=whole(claim.subject),
            object=whole(claim.object) if isinstance(claim.object, Entity) else claim.object,
            attribution=whole(claim.attribution) if claim.attribution else None,
            where=whole(claim.where) if claim.where else None,
        )
        for claim in claims
    ]


def _claims_by_node(claims: Iterable[Claim]) -> dict[Node, dict[str, Claim]]:
    found: dict[Node, dict[str, Claim]] = {}
    for claim in claims:
        for party in (claim.subject, claim.object, claim.attribution, claim.where):
            if isinstance(party, Entity):
                found.setdefault((claim.doc, party.id), {})[claim.id] = claim
    return found


def _question(doubt: Doubt, by_node: Mapping[Node, Mapping[str, Claim]], vocabulary: Vocabulary) -> Question:
    one = _party(doubt.one, doubt.names[0], by_node, vocabulary)
    other = _party(doubt.other, doubt.names[1], by_node, vocabulary)
    several = any(name == SEVERAL for name, _ in doubt.match.reasons)
    limited = fold(one.name) == fold(other.name) or several
    docs = (_document(one), _document(other)) if limited else (None, None)
    return Question(one=one, other=other, match=doubt.match, docs=docs)


def _document(party: Party) -> str | None:
    """The document that an answer is limited to; a known party is the same in all."""
    return None if party.known or not party.docs else party.docs[0]


def _party(cluster: Cluster, name: str, by_node: Mapping[Node, Mapping[str, Claim]], vocabulary: Vocabulary) -> Party:
    known = min(cluster.known, default=None)
    entry = vocabulary.gazetteer.get(known) if known else None
    claims = {id_: claim for node in sorted(cluster.nodes) for id_, claim in by_node.get(node, {}).items()}
    return Party(
        name=name,
        label=entry.label if entry else name,
        names=tuple(sorted(cluster.texts)),
        type=entry.type if entry else " or ".join(sorted(cluster.types)),
        known=known,
        docs=tuple(sorted({doc for doc, _ in cluster.nodes})),
        claims=tuple(claims[id_] for id_ in sorted(claims)),
    )
