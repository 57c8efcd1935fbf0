"""Everything the page knows, as one JSON object: built here, read by ``assets/model.js``.

In: a corpus and its vocabulary. Out: JSON values only, sorted, without a clock. Text stays text: nothing is escaped for
HTML, because the page never treats a string as HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from kg.errors import BuildError
from kg.records import Claim, Corpus, Document, Entity, Relationship, Word
from kg.view.escape import web_address
from kg.view.geography import geography
from kg.view.network import key, network_data, shown_classes
from kg.view.passages import passage
from kg.view.theme import Theme, load_theme
from kg.vocabulary import Vocabulary

DISTRIBUTION: Final = "conflict-kg"
Json = dict[str, Any]


def page_payload(corpus: Corpus, vocabulary: Vocabulary) -> Json:
    """The whole data of the page. Raises ``BuildError`` when a relationship has a claim without evidence."""
    theme = load_theme(vocabulary)
    claims = {claim.id: claim for claim in corpus.claims}
    _check(corpus.relationships, claims)
    documents = {document.id: document for document in corpus.documents}
    shown = shown_classes(vocabulary, theme)
    network = network_data(corpus.relationships, vocabulary, theme)
    return {
        "about": _about(corpus, vocabulary),
        "classes": [_class(name, vocabulary, theme, shown) for name in _class_order(vocabulary, theme)],
        "families": [_family(name, vocabulary, theme) for name in _family_order(theme)],
        "relations": [_relation(name, vocabulary) for name in vocabulary.relations],
        "entities": _entities(corpus),
        "geography": geography(_parties(corpus), vocabulary),
        "documents": [_document(documents[name]) for name in sorted(documents)],
        "claims": [_claim(claims[name], documents.get(claims[name].doc)) for name in sorted(claims)],
        "relationships": [
            _relationship(item, claims) for item in sorted(corpus.relationships, key=lambda item: item.id)
        ],
        "network": {"nodes": network.nodes, "edges": network.edges, "options": network.options},
    }


def _check(relationships: Iterable[Relationship], claims: Mapping[str, Claim]) -> None:
    for item in relationships:
        if not item.claims:
            raise BuildError(f"relationship {item.id} has no claim: no evidence, no edge; the page was not written")
        for name in item.claims:
            if name not in claims or not claims[name].evidence:
                raise BuildError(f"claim {name} of relationship {item.id} has no evidence; the page was not written")


def _about(corpus: Corpus, vocabulary: Vocabulary) -> Json:
    dates = sorted(document.date for document in corpus.documents if document.date)
    return {
        "documents": len(corpus.documents),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "skipped": len(corpus.skipped),
        "package": package_version(),
        "ontology": vocabulary.version,
    }


def package_version() -> str:
    """The installed version of this package, or ``?`` when it runs from a folder that was never installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "?"


def _class_order(vocabulary: Vocabulary, theme: Theme) -> list[str]:
    """Classes of one colour together, filled shapes before hollow ones: the order of the legend."""
    styles = theme.classes
    return sorted(vocabulary.classes, key=lambda name: (styles[name].tone, styles[name].hollow, name))


def _family_order(theme: Theme) -> list[str]:
    """Families of the first view first."""
    return sorted(theme.families, key=lambda name: (not theme.families[name].shown, theme.families[name].slot, name))


def _class(name: str, vocabulary: Vocabulary, theme: Theme, shown: frozenset[str]) -> Json:
    found, style = vocabulary.classes[name], theme.class_style(name)
    return {
        "name": name,
        "label": {"fr": found.label_fr, "en": found.label_en},
        "definition": {"fr": found.definition_fr, "en": found.definition_en},
        "shape": style.shape,
        "hollow": style.hollow,
        "tone": style.tone,
        "shown": name in shown,
    }


def _family(name: str, vocabulary: Vocabulary, theme: Theme) -> Json:
    found, style = vocabulary.families[name], theme.families[name]
    label = {"fr": found.label_fr, "en": found.label_en}
    return {"name": name, "label": label, "slot": style.slot, "shown": style.shown, "role": style.role}


def _relation(name: str, vocabulary: Vocabulary) -> Json:
    found = vocabulary.relations[name]
    return {
        "name": name,
        "label": {"fr": found.label_fr, "en": found.label_en},
        "definition": {"fr": found.definition_fr, "en": found.definition_en},
        "family": found.family,
        "parent": found.parent,
        "symmetric": found.symmetric,
        "literal": found.range is None,
    }


def _entities(corpus: Corpus) -> list[Json]:
    """Every party met anywhere, once, with all its names (its label first), sorted by key."""
    met: dict[str, Entity] = {}
    names: dict[str, set[str]] = {}
    for party in _parties(corpus):
        met.setdefault(key(party), party)
        names.setdefault(key(party), set()).update(party.names)
    return [
        {
            "key": name,
            "label": met[name].label,
            "names": sorted(names[name] - {met[name].label}),
            "type": met[name].type,
            "scope": met[name].scope,
        }
        for name in sorted(met)
    ]


def _parties(corpus: Corpus) -> Iterable[Entity]:
    for item in sorted(corpus.relationships, key=lambda item: item.id):
        yield from (party for party in (item.subject, item.object) if isinstance(party, Entity))
    for claim in sorted(corpus.claims, key=lambda claim: claim.id):
        parties = (claim.subject, claim.object, claim.attribution, claim.where)
        yield from (party for party in parties if isinstance(party, Entity))


def _document(document: Document) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date,
        "publisher": document.publisher,
        "url": web_address(document.url),
        "language": document.language,
    }


def _claim(claim: Claim, document: Document | None) -> Json:
    return {
        "id": claim.id,
        "doc": claim.doc,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "by": key(claim.attribution) if claim.attribution else None,
        "when": claim.when,
        "where": key(claim.where) if claim.where else None,
        "confidence": round(claim.confidence, 2),
        "why": {"entry": claim.why.entry, "frame": claim.why.frame, "attribution": claim.why.attribution},
        "evidence": [
            [[piece.text, piece.marks] for piece in passage(document, evidence)]
            for evidence in sorted(claim.evidence, key=lambda evidence: (evidence.start, evidence.end))
        ],
    }


def _relationship(item: Relationship, claims: Mapping[str, Claim]) -> Json:
    """``denied``: all that is known of it are denials, so it must not look like a claim."""
    return {
        "id": item.id,
        "subject": key(item.subject),
        "relation": item.relation,
        "object": key(item.object),
        "word": item.object.literal if isinstance(item.object, Word) else None,
        "status": item.status,
        "denied": all(claims[name].polarity == "negative" for name in item.claims),
        "sources": item.sources,
        "claims": sorted(item.claims),
    }
