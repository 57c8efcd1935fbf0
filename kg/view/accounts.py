"""What is said, as JSON for the page: parties, documents, claims with their words, and the relationships they make.

In: a corpus. Out: JSON values, sorted. Text stays text. The words of a claim and how it was read are kept apart from
the claim (``evidence``), because they are most of the page and are needed only when a reader opens the claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.records import Claim, Corpus, Document, Entity, Framing, Interest, Relationship, Reprint, Voice, Word
from kg.view.escape import web_address
from kg.view.network import key
from kg.view.passages import neighbours, passage

Json = dict[str, Any]


def entities(corpus: Corpus) -> list[Json]:
    """Every party met anywhere, once, with all its names (its label first) and what sources call it, sorted by key."""
    met: dict[str, Entity] = {}
    names: dict[str, set[str]] = {}
    for party in parties(corpus):
        met.setdefault(key(party), party)
        names.setdefault(key(party), set()).update(party.names)
    framings = _framings(corpus.framings)
    return [
        {
            "key": name,
            "label": met[name].label,
            "names": sorted(names[name] - {met[name].label}),
            "type": met[name].type,
            "scope": met[name].scope,
            **({"framings": framings[met[name].id]} if met[name].id in framings else {}),
        }
        for name in sorted(met)
    ]


def parties(corpus: Corpus) -> Iterable[Entity]:
    """Every party and place in every place it is met, in a fixed order."""
    for item in sorted(corpus.relationships, key=lambda item: item.id):
        yield from (party for party in (item.subject, item.object) if isinstance(party, Entity))
    for claim in sorted(corpus.claims, key=lambda claim: claim.id):
        met = (claim.subject, claim.object, claim.attribution, claim.where)
        yield from (party for party in met if isinstance(party, Entity))


def _framings(framings: Iterable[Framing]) -> dict[str, list[Json]]:
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for item in sorted(framings, key=lambda item: (item.actor, item.by, item.word)):
        found[item.actor].append({"word": item.word, "by": item.by, "documents": sorted(item.documents)})
    return found


def documents(corpus: Corpus) -> list[Json]:
    """Every document, sorted by id; only addresses that may become links are passed on."""
    copies = {item.document: item for item in corpus.reprints}
    return [_document(item, copies.get(item.id)) for item in sorted(corpus.documents, key=lambda item: item.id)]


def _document(document: Document, copy: Reprint | None) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date,
        "publisher": document.publisher,
        "url": web_address(document.url),
        "language": document.language,
        **({"reprint": {"of": copy.of, "origin": copy.origin}} if copy else {}),
    }


def claims(corpus: Corpus) -> list[Json]:
    """Every claim without its words, sorted by id; ``stakes`` where its speaker has a stake in it."""
    stakes: defaultdict[str, list[Interest]] = defaultdict(list)
    for item in sorted(corpus.interests, key=lambda item: (item.claim, item.stake, item.through)):
        stakes[item.claim].append(item)
    denials, denied = _disputes(corpus)
    return [
        _claim(claim, stakes[claim.id], [*denials.get(claim.id, ()), *denied.get(claim.id, ())])
        for claim in sorted(corpus.claims, key=lambda claim: claim.id)
    ]


def _disputes(corpus: Corpus) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For each claim its denials, for each denial the claims that it denies."""
    denials: defaultdict[str, list[str]] = defaultdict(list)
    denied: defaultdict[str, list[str]] = defaultdict(list)
    for item in sorted(corpus.disputes, key=lambda item: (item.claim, item.denial)):
        denials[item.claim].append(item.denial)
        denied[item.denial].append(item.claim)
    return denials, denied


def _claim(claim: Claim, stakes: Iterable[Interest], against: list[str]) -> Json:
    found: Json = {
        "id": claim.id,
        "doc": claim.doc,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "by": key(claim.attribution) if claim.attribution else None,
        "when": claim.when,
        "where": key(claim.where) if claim.where else None,
        "confidence": round(claim.confidence, 2),
    }
    if staked := [{"stake": item.stake, "through": f"e:{item.through}"} for item in stakes]:
        found["stakes"] = staked
    if against:
        found["against"] = against
    return found


def evidence(corpus: Corpus) -> list[Json]:
    """For each claim, in the order of ``claims``: how it was read, and its passages with the sentences around them."""
    by_id = {document.id: document for document in corpus.documents}
    return [_evidence(claim, by_id.get(claim.doc)) for claim in sorted(corpus.claims, key=lambda claim: claim.id)]


def _evidence(claim: Claim, document: Document | None) -> Json:
    ordered = sorted(claim.evidence, key=lambda item: (item.start, item.end))
    around = [neighbours(document, item) for item in ordered]
    return {
        "why": {"entry": claim.why.entry, "frame": claim.why.frame, "attribution": claim.why.attribution},
        "passages": [
            {
                "before": before,
                "pieces": [[piece.text, piece.marks] for piece in passage(document, item)],
                "after": after,
            }
            for item, (before, after) in zip(ordered, around, strict=True)
        ],
    }


def relationships(corpus: Corpus) -> list[Json]:
    """Every relationship, sorted by id. ``denied``: all that is known of it are denials, so it must look like none."""
    by_id = {claim.id: claim for claim in corpus.claims}
    return [_relationship(item, by_id) for item in sorted(corpus.relationships, key=lambda item: item.id)]


def _relationship(item: Relationship, by_id: Mapping[str, Claim]) -> Json:
    return {
        "id": item.id,
        "subject": key(item.subject),
        "relation": item.relation,
        "object": key(item.object),
        "word": item.object.literal if isinstance(item.object, Word) else None,
        "status": item.status,
        "denied": all(by_id[name].polarity == "negative" for name in item.claims),
        "sources": item.sources,
        "claims": sorted(item.claims),
        "voices": [_voice(voice) for voice in item.voices],
        "reported": list(item.reported),
        "claimed": list(item.claimed),
    }


def _voice(voice: Voice) -> Json:
    by = f"e:{voice.speaker}" if voice.speaker is not None else None
    return {"label": voice.label, "by": by, "documents": len(voice.documents), "claims": list(voice.claims)}
