"""Everything the page knows, as one JSON object: built here, read by ``assets/model.js``.

In: a corpus and its vocabulary. Out: JSON values only, sorted, without a clock. Text stays text: nothing is escaped for
HTML, because the page never treats a string as HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from kg.errors import BuildError
from kg.records import Claim, Corpus, Relationship
from kg.view import accounts
from kg.view.accounts import Json
from kg.view.geography import geography
from kg.view.network import network_data, shown_classes
from kg.view.theme import Theme, load_theme
from kg.vocabulary import Vocabulary

DISTRIBUTION: Final = "conflict-kg"


def page_payload(corpus: Corpus, vocabulary: Vocabulary) -> Json:
    """The whole data of the page. Raises ``BuildError`` when a relationship has a claim without evidence."""
    theme = load_theme(vocabulary)
    _check(corpus.relationships, {claim.id: claim for claim in corpus.claims})
    shown = shown_classes(vocabulary, theme)
    network = network_data(corpus.relationships, vocabulary, theme)
    return {
        "about": _about(corpus, vocabulary),
        "classes": [_class(name, vocabulary, theme, shown) for name in _class_order(vocabulary, theme)],
        "families": [_family(name, vocabulary, theme) for name in _family_order(theme)],
        "relations": [_relation(name, vocabulary) for name in vocabulary.relations],
        "entities": accounts.entities(corpus),
        "geography": geography(accounts.parties(corpus), vocabulary),
        "documents": accounts.documents(corpus),
        "claims": accounts.claims(corpus),
        "evidence": accounts.evidence(corpus),
        "relationships": accounts.relationships(corpus),
        "network": {
            "nodes": network.nodes,
            "edges": [_edge(edge) for edge in network.edges],
            "options": network.options,
        },
    }


def _edge(edge: Json) -> list[float]:
    """Width and arrow (1 or 0) of an edge. Edges are sorted as relationships are, which know their ends."""
    return [edge["width"], 1 if edge["arrows"] else 0]


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
        "icon": style.icon,
        "person": style.person,
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
