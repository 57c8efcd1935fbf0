"""Who really said it, as RDF: voices, stakes, denials and what they deny, reprints, and the words for actors.

In: the records of a ``Corpus``. Out: quads of the default graph, each node under its own IRI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims.standing import standing
from kg.graph.entities import Voices, entity_quads
from kg.graph.iris import ONTOLOGY, PROV, RDF, RDFS, SKOS, Minter, term
from kg.graph.literals import boolean, day, moment, text
from kg.names import fold
from kg.records import Claim, Corpus, Dispute, Document, Entity, Framing, Interest, Relationship, Reprint, Voice
from kg.vocabulary import Vocabulary

_TYPE = term(RDF, "type")


def account_quads(corpus: Corpus, vocabulary: Vocabulary, mint: Minter, agents: Voices) -> Iterator[Quad]:
    """Everything that is said about claims rather than in them; the voices stand with ``relationship_quads``."""
    documents = {document.id: document for document in corpus.documents}
    for number, interest in _numbered(corpus.interests):
        yield from _interest(interest, number, mint)
    for dispute in corpus.disputes:
        yield _dispute(dispute, mint)
    for reprint in corpus.reprints:
        yield from _reprint(reprint, documents, agents, vocabulary, mint)
    for framing in corpus.framings:
        yield from _framing(framing, mint)


def relationship_quads(relationship: Relationship, claims: Iterable[Claim], mint: Minter) -> Iterator[Quad]:
    """The voices behind a relationship, its dates, and why it has its status."""
    node = mint.relationship(relationship.id)
    found = standing(claims)
    if found.only_denied:
        yield Quad(node, term(ONTOLOGY, "onlyDenied"), boolean(True))
    yield Quad(node, term(ONTOLOGY, "statusReason"), Literal(found.reason("fr"), language="fr"))
    yield Quad(node, term(ONTOLOGY, "statusReason"), Literal(found.reason("en"), language="en"))
    for number, voice in enumerate(relationship.voices, start=1):
        yield from _voice(voice, node, mint.voice(relationship.id, number), mint)
    for name, reported in zip(("firstReported", "lastReported"), relationship.reported, strict=True):
        if reported is not None:
            yield Quad(node, term(ONTOLOGY, name), moment(reported))
    for name, claimed in zip(("firstClaimed", "lastClaimed"), relationship.claimed, strict=True):
        if (literal := day(claimed)) is not None:
            yield Quad(node, term(ONTOLOGY, name), literal)


def _voice(voice: Voice, owner: NamedNode, node: NamedNode, mint: Minter) -> Iterator[Quad]:
    yield Quad(owner, term(ONTOLOGY, "voice"), node)
    yield Quad(node, _TYPE, term(ONTOLOGY, "Voice"))
    yield Quad(node, term(RDFS, "label"), text(voice.label))
    if voice.speaker is not None:
        yield Quad(node, term(ONTOLOGY, "speaker"), mint.entity(voice.speaker))
    for document in voice.documents:
        yield Quad(node, term(ONTOLOGY, "inDocument"), mint.document(document))
    for claim in voice.claims:
        yield Quad(node, term(ONTOLOGY, "says"), mint.claim(claim))


def _numbered(interests: Iterable[Interest]) -> Iterator[tuple[int, Interest]]:
    """The interests of each claim, numbered from 1."""
    claim, number = "", 0
    for interest in sorted(interests, key=lambda i: (i.claim, i.through)):
        number = number + 1 if interest.claim == claim else 1
        claim = interest.claim
        yield number, interest


def _interest(interest: Interest, number: int, mint: Minter) -> Iterator[Quad]:
    node = mint.interest(interest.claim, number)
    yield Quad(mint.claim(interest.claim), term(ONTOLOGY, "interest"), node)
    yield Quad(node, _TYPE, term(ONTOLOGY, "Interest"))
    yield Quad(node, term(ONTOLOGY, "stake"), term(ONTOLOGY, interest.stake.capitalize()))
    yield Quad(node, term(ONTOLOGY, "through"), mint.entity(interest.through))
    if interest.basis is not None:
        yield Quad(node, term(ONTOLOGY, "basis"), mint.relationship(interest.basis))


def _dispute(dispute: Dispute, mint: Minter) -> Quad:
    return Quad(mint.claim(dispute.denial), term(ONTOLOGY, "disputes"), mint.claim(dispute.claim))


def _reprint(
    reprint: Reprint, documents: dict[str, Document], agents: Voices, vocabulary: Vocabulary, mint: Minter
) -> Iterator[Quad]:
    node = mint.document(reprint.document)
    yield Quad(node, term(ONTOLOGY, "reprintOf"), mint.document(reprint.of))
    if reprint.origin is None or not fold(reprint.origin):
        return
    entry = agents.named(reprint.origin)
    origin = mint.entity(entry.id) if entry else mint.publisher(reprint.origin)
    yield Quad(node, term(ONTOLOGY, "origin"), origin)
    if entry:
        known = Entity(id=entry.id, label=entry.label, names=(), type=entry.type, scope="gazetteer")
        yield from entity_quads(known, vocabulary, mint)
    elif all(document.publisher != reprint.origin for document in documents.values()):
        yield Quad(origin, _TYPE, term(PROV, "Agent"))
        yield Quad(origin, term(SKOS, "prefLabel"), text(reprint.origin))


def _framing(framing: Framing, mint: Minter) -> Iterator[Quad]:
    node = mint.framing(framing.actor, framing.word, framing.by)
    yield Quad(node, _TYPE, term(ONTOLOGY, "Framing"))
    yield Quad(node, term(ONTOLOGY, "framedActor"), mint.entity(framing.actor))
    yield Quad(node, term(ONTOLOGY, "word"), text(framing.word))
    yield Quad(node, term(ONTOLOGY, "by"), text(framing.by))
    for document in framing.documents:
        yield Quad(node, term(ONTOLOGY, "inDocument"), mint.document(document))
