"""IRIs and prefixes of the graph: every identifier is minted here, safely, from text that nobody trusts.

In: a base IRI and the ids of the records. Out: ``NamedNode``. Everything outside RFC 3986's unreserved characters is
percent-encoded, so that no id can leave its place in the IRI.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from kg.claims.ids import content_id
from kg.errors import UsageError

DEFAULT_BASE = "https://w3id.org/conflict-kg/id/"
ONTOLOGY = "https://w3id.org/conflict-kg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
GEO = "http://www.opengis.net/ont/geosparql#"
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"
SCHEMA = "https://schema.org/"

VOCABULARIES: Mapping[str, str] = {
    "ckg": ONTOLOGY,
    "dcterms": DCTERMS,
    "geo": GEO,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "wgs84": WGS84,
    "xsd": XSD,
}
_PARTS = tuple(
    "author claim document entity evidence framing interest membership publisher relationship succession voice".split()
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@cache
def term(namespace: str, name: str) -> NamedNode:
    """A term of a vocabulary; cached, because a graph repeats a few dozen of them a million times."""
    return NamedNode(namespace + name)


def prefixes(base_iri: str) -> dict[str, str]:
    """Prefix -> namespace of everything a graph below ``base_iri`` uses, sorted by prefix."""
    own = {part: f"{checked_base(base_iri)}{part}/" for part in _PARTS}
    return dict(sorted({**VOCABULARIES, **own}.items()))


def checked_base(base_iri: str) -> str:
    """``base_iri`` ending in ``/`` or ``#``; a ``UsageError`` when it is no absolute IRI."""
    base = base_iri if base_iri.endswith(("/", "#")) else base_iri + "/"
    try:
        NamedNode(base)
    except ValueError as error:
        raise UsageError(f"{base_iri!r} is no valid base IRI ({error}); give one like {DEFAULT_BASE}") from None
    if not _SCHEME.match(base):
        raise UsageError(f"{base_iri!r} is no absolute IRI; give one like {DEFAULT_BASE}")
    return base


def local_id(iri: str) -> str:
    """The id behind a minted IRI: its last part, percent-decoded."""
    return unquote(iri.rsplit("/", 1)[-1])


class Minter:
    """Makes the IRIs of one graph below one base."""

    def __init__(self, base_iri: str = DEFAULT_BASE) -> None:
        self.base = checked_base(base_iri)

    def _mint(self, part: str, identifier: str) -> NamedNode:
        return NamedNode(f"{self.base}{part}/{quote(identifier, safe='')}")

    def entity(self, identifier: str) -> NamedNode:
        """The IRI of a party or place."""
        return self._mint("entity", identifier)

    def document(self, identifier: str) -> NamedNode:
        """The IRI of a document, which is also the name of its graph."""
        return self._mint("document", identifier)

    def claim(self, identifier: str) -> NamedNode:
        """The IRI of a claim."""
        return self._mint("claim", identifier)

    def relationship(self, identifier: str) -> NamedNode:
        """The IRI of a relationship."""
        return self._mint("relationship", identifier)

    def evidence(self, claim: str, number: int, part: str = "") -> NamedNode:
        """The IRI of the ``number``-th evidence of a claim, or of one ``part`` of it (``quote``, ``position`` ...)."""
        return self._mint("evidence", f"{claim}-{number}{'-' if part else ''}{part}")

    def voice(self, relationship: str, number: int) -> NamedNode:
        """The IRI of the ``number``-th voice behind a relationship."""
        return self._mint("voice", f"{relationship}-{number}")

    def interest(self, claim: str, number: int) -> NamedNode:
        """The IRI of the ``number``-th stake of a claim's speaker."""
        return self._mint("interest", f"{claim}-{number}")

    def framing(self, *parts: str) -> NamedNode:
        """The IRI of the use of a word for an actor by a source."""
        return self._mint("framing", content_id(*parts))

    def membership(self, *content: str) -> NamedNode:
        """The IRI of a membership, from all that is known of it."""
        return self._mint("membership", content_id(*content))

    def succession(self, *content: str) -> NamedNode:
        """The IRI of a succession, from all that is known of it."""
        return self._mint("succession", content_id(*content))

    def author(self, document: str) -> NamedNode:
        """The IRI of the unknown author of a document without a publisher."""
        return self._mint("author", document)

    def publisher(self, name: str) -> NamedNode:
        """The IRI of a publisher that the gazetteer lacks: a readable start and a hash of the whole name."""
        start = re.sub(r"[^a-z0-9]+", "-", name.casefold())[:40].strip("-")
        digest = hashlib.sha256(name.encode()).hexdigest()[:10]
        return self._mint("publisher", f"{start}-{digest}" if start else digest)
