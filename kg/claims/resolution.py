"""Who is the same, across documents: claims come out with merged parties.

In: claims of any number of documents, the vocabulary. Out: the same claims with one ``Entity`` record for each party,
sorted, and for each party its entities and merges. A known party keeps its id; a named one is merged by
``kg.claims.identity``; a description or unnamed source stays with its document. Claims that become the same statement
of the same document are one claim with all evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims.clusters import Cluster
from kg.claims.identity import Identity, identify
from kg.claims.ids import claim_id, content_id
from kg.claims.surroundings import Node
from kg.records import Certainty, Claim, Entity, Evidence, Member, Resolved
from kg.vocabulary import Vocabulary

_FIRMNESS: Mapping[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class Resolution:
    """Claims with merged parties, sorted by document, place in the text and id; and the parties, sorted by id.

    ``compared`` is how many pairs of names were compared: what the time grows with.
    """

    claims: tuple[Claim, ...]
    resolved: tuple[Resolved, ...]
    compared: int


def resolve(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """The claims with merged parties and new ids, sorted by document, place in the text and id."""
    return resolve_parties(claims, vocabulary).claims


def resolve_parties(claims: Sequence[Claim], vocabulary: Vocabulary) -> Resolution:
    """The claims with merged parties and new ids, and what was merged."""
    met = _met(claims)
    identity = identify(met, vocabulary, claims)
    parties, resolved = _merged_parties(met, identity, vocabulary)
    same: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        rewritten = _rewrite(claim, parties, vocabulary)
        same[rewritten.id].append(rewritten)
    return Resolution(tuple(sorted(map(_union, same.values()), key=_order)), resolved, identity.compared)


def _order(claim: Claim) -> tuple[str, tuple[int, int], str]:
    return claim.doc, min(((e.start, e.end) for e in claim.evidence), default=(0, 0)), claim.id


# Parties ------------------------------------------------------------------------------------------------------------


def _merged_parties(
    met: Mapping[Node, Entity], identity: Identity, vocabulary: Vocabulary
) -> tuple[dict[Node, Entity], tuple[Resolved, ...]]:
    """The merged entity for each entity of each document, and what each merged entity is made of."""
    found: dict[Node, Entity] = {}
    resolved: dict[str, Resolved] = {}
    classes = {id(c): _class_of([met[node] for node in c.nodes], vocabulary) for c in identity.clusters}
    alike = Counter((classes[id(c)], *sorted(c.keys)) for c in identity.clusters)
    for cluster in identity.clusters:
        nodes = sorted(cluster.nodes)
        members = [met[node] for node in nodes]
        if cluster.known:
            entity = _known_entity(cluster, members, vocabulary)
        else:
            type_, keys = classes[id(cluster)], sorted(cluster.keys)
            unique = bool(keys) and alike[type_, *keys] == 1
            entity = _named_entity(members, type_, keys if unique else [*keys, *nodes[0]])
        found |= dict.fromkeys(nodes, entity)
        merges = tuple(sorted(cluster.merges, key=lambda merge: (merge.names, -merge.score)))
        resolved[entity.id] = Resolved(entity=entity, members=_members(nodes, met), merges=merges)
    for node, party in met.items():
        if node not in found:
            entity = replace(party, id=content_id("document", *node), names=_names([party]))
            found[node] = entity
            resolved[entity.id] = Resolved(entity=entity, members=_members([node], met))
    return found, tuple(resolved[id_] for id_ in sorted(resolved))


def _members(nodes: Iterable[Node], met: Mapping[Node, Entity]) -> tuple[Member, ...]:
    return tuple(dict.fromkeys(_member(node[0], met[node]) for node in nodes))


def _member(doc: str, party: Entity) -> Member:
    known = party.scope == "gazetteer"  # then its names are the gazetteer's as well, not only the document's
    names = (party.label,) if known else party.names
    return Member(doc=doc, label=party.label, names=names, type=party.type, known=known)


def _met(claims: Iterable[Claim]) -> dict[Node, Entity]:
    """Each entity of each document once, with every name that some claim has for it."""
    names: dict[Node, dict[str, None]] = defaultdict(dict)
    first: dict[Node, Entity] = {}
    for claim in sorted(claims, key=_order):
        for party in _parties_of(claim):
            node = (claim.doc, party.id)
            first.setdefault(node, party)
            names[node] |= dict.fromkeys(party.names)
    return {node: replace(party, names=tuple(names[node])) for node, party in first.items()}


def _parties_of(claim: Claim) -> Iterator[Entity]:
    for party in (claim.subject, claim.object, claim.attribution, claim.where):
        if isinstance(party, Entity):
            yield party


def _known_entity(cluster: Cluster, members: Sequence[Entity], vocabulary: Vocabulary) -> Entity:
    """A known party: the first of its gazetteer entries, should a person have said that two are the same."""
    id_ = min(cluster.known)
    entry = vocabulary.gazetteer.get(id_)
    label = entry.label if entry else _commonest(m.label for m in members)
    type_ = entry.type if entry else _commonest(m.type for m in members)
    return Entity(id=id_, label=label, names=_names(members, label), type=type_, scope="gazetteer")


def _named_entity(members: Sequence[Entity], type_: str, marks: Sequence[str]) -> Entity:
    """One entity for a cluster, with an id from its class and ``marks``: its proper names.

    Where it has none, or another party has the same (a surname alone, villages of one name), its first document and
    its id there are marks as well.
    """
    label = _commonest(m.label for m in members)
    id_ = content_id("named", type_, list(marks))
    return Entity(id=id_, label=label, names=_names(members), type=type_, scope="named")


def _class_of(members: Sequence[Entity], vocabulary: Vocabulary) -> str:
    """The class met most often, the more specific of two met as often."""
    depth = {name: len(known.ancestors) for name, known in vocabulary.classes.items()}
    count = Counter(m.type for m in members)
    return min(count, key=lambda name: (-count[name], -depth.get(name, 0), name))


def _commonest(values: Iterable[str]) -> str:
    """The value met most often; of several the longest, then the first by alphabet."""
    count = Counter(values)
    return min(count, key=lambda value: (-count[value], -len(value), value))


def _names(members: Iterable[Entity], *more: str) -> tuple[str, ...]:
    return tuple(sorted({*more, *(name for m in members for name in (m.label, *m.names))}))


# Claims -------------------------------------------------------------------------------------------------------------


def _rewrite(claim: Claim, parties: Mapping[Node, Entity], vocabulary: Vocabulary) -> Claim:
    """The claim with merged parties and the id that follows from them."""
    subject = parties[claim.doc, claim.subject.id]
    target = parties[claim.doc, claim.object.id] if isinstance(claim.object, Entity) else claim.object
    speaker = parties[claim.doc, claim.attribution.id] if claim.attribution else None
    relation = vocabulary.relations.get(claim.relation)
    id_ = claim_id(
        claim.doc,
        subject,
        claim.relation,
        target,
        claim.polarity,
        speaker,
        symmetric=relation is not None and relation.symmetric,
    )
    where = parties[claim.doc, claim.where.id] if claim.where else None
    return replace(claim, id=id_, subject=subject, object=target, attribution=speaker, where=where)


def _union(claims: Sequence[Claim]) -> Claim:
    """One claim for several that say the same: the firmest, with the evidence of all.

    Evidence of a symmetric claim that was read the other way round has its two spans exchanged.
    """
    first, *others = sorted(
        claims, key=lambda c: (_FIRMNESS[c.certainty], -c.confidence, _order(c), c.subject.id, c.why.entry)
    )
    if not others:
        return first
    evidence = {_turned(e, c.subject.id != first.subject.id) for c in (first, *others) for e in c.evidence}
    return replace(
        first,
        when=next((c.when for c in (first, *others) if c.when), None),
        where=next((c.where for c in (first, *others) if c.where), None),
        evidence=tuple(sorted(evidence, key=lambda e: (e.start, e.end, e.subject, e.object or (0, 0), e.text))),
    )


def _turned(evidence: Evidence, other_way: bool) -> Evidence:
    if not other_way or evidence.object is None:
        return evidence
    return replace(evidence, subject=evidence.object, object=evidence.subject)
