"""Who is the same, across documents: claims come out with merged parties.

In: claims of any number of documents, the vocabulary. Out: the same claims with one ``Entity`` record for each party,
sorted. A known party keeps its id; a named one is merged by ``kg.claims.identity``; a description or unnamed source
stays with its document. Claims that become the same statement of the same document are one claim with all evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.identity import Node, compatible, find_clusters
from kg.claims.ids import claim_id, content_id
from kg.names import fold
from kg.records import Certainty, Claim, Entity, Evidence
from kg.vocabulary import GazetteerEntry, Vocabulary

_FIRMNESS: Mapping[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2}


def resolve(claims: Sequence[Claim], vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """The claims with merged parties and new ids, sorted by document, place in the text and id."""
    parties = _merged_parties(claims, vocabulary)
    same: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        rewritten = _rewrite(claim, parties, vocabulary)
        same[rewritten.id].append(rewritten)
    return tuple(sorted(map(_union, same.values()), key=_order))


def _order(claim: Claim) -> tuple[str, tuple[int, int], str]:
    return claim.doc, min(((e.start, e.end) for e in claim.evidence), default=(0, 0)), claim.id


# Parties ------------------------------------------------------------------------------------------------------------


def _merged_parties(claims: Iterable[Claim], vocabulary: Vocabulary) -> dict[Node, Entity]:
    """The merged entity for each entity of each document."""
    met = _met(claims)
    known = _known_ids(met, vocabulary)
    named = {node: party for node, party in met.items() if node not in known and party.scope == "named"}
    found: dict[Node, Entity] = {}
    for id_ in sorted(set(known.values())):
        nodes = sorted(node for node, known_id in known.items() if known_id == id_)
        found |= dict.fromkeys(nodes, _known_entity(id_, [met[n] for n in nodes], vocabulary))
    for cluster in find_clusters(named, vocabulary):
        members = [named[node] for node in sorted(cluster.nodes)]
        found |= dict.fromkeys(cluster.nodes, _named_entity(members, cluster.keys, min(cluster.nodes), vocabulary))
    for node, party in met.items():
        if node not in found:
            found[node] = replace(party, id=content_id("document", *node), names=_names([party]))
    return found


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


def _known_ids(met: Mapping[Node, Entity], vocabulary: Vocabulary) -> dict[Node, str]:
    """The gazetteer id of each known party: its own, or that of the one entry that bears its main name."""
    index: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry in vocabulary.gazetteer.values():
        for key in sorted({fold(name) for name in entry.names}):
            index[key].append(entry)
    judged = [sorted(map(fold, j.names)) for j in vocabulary.judgements if j.verdict == "same"]
    found: dict[Node, str] = {}
    for node, party in met.items():
        if party.scope == "gazetteer":
            found[node] = party.id
        elif party.scope == "named":
            label = fold(party.label)
            keys = [label, *(key for pair in judged if label in pair for key in pair if key != label)]
            entries = {e.id for key in keys for e in index[key] if compatible(e.type, party.type, vocabulary)}
            if len(entries) == 1:
                found[node] = entries.pop()
    return found


def _known_entity(id_: str, members: Sequence[Entity], vocabulary: Vocabulary) -> Entity:
    entry = vocabulary.gazetteer.get(id_)
    label = entry.label if entry else _commonest(m.label for m in members)
    type_ = entry.type if entry else _commonest(m.type for m in members)
    return Entity(id=id_, label=label, names=_names(members, label), type=type_, scope="gazetteer")


def _named_entity(members: Sequence[Entity], keys: set[str], first: Node, vocabulary: Vocabulary) -> Entity:
    """One entity for a cluster. Its id rests on its class and proper names; without any, on its first document."""
    type_ = _class_of(members, vocabulary)
    label = _commonest(m.label for m in members)
    id_ = content_id("named", type_, sorted(keys) or list(first))
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
