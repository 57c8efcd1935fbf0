"""Turtle files as an index of facts.

In: ``.ttl`` files. Out: subject -> predicate -> objects, in the order of the file, with the file of each subject.
A file that cannot be read becomes one fault ``file:line: reason, what to do``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

CKG = "https://w3id.org/conflict-kg/ontology#"
DCTERMS = "http://purl.org/dc/terms/"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Facts:
    """What some Turtle files say, by subject: an IRI, or ``_:`` and a label for a blank node."""

    def __init__(self) -> None:
        self._index: dict[str, dict[str, list[Node]]] = {}
        self._files: dict[str, list[str]] = {}

    def read(self, path: Path, faults: list[str], name: str = "") -> None:
        """Adds the facts of one file; a syntax error becomes a fault with file and line.

        ``name`` is how faults name the file (default: without its folder).
        """
        name = name or path.name
        try:
            data = path.read_bytes()
            for triple in ox.parse(data, ox.RdfFormat.TURTLE, base_iri=CKG, rename_blank_nodes=True):
                self._add(name, triple)
        except SyntaxError as error:
            faults.append(f"{name}:{error.lineno or 1}: {error.msg}, correct the Turtle here")
        except OSError as error:
            faults.append(f"{name}: cannot be read ({error.strerror}), provide the file")

    def _add(self, file: str, triple: ox.Quad) -> None:
        subject = _key(triple.subject)
        about = self._index.get(subject)
        if about is None:
            about = self._index[subject] = {}
            self._files[subject] = [file]
        elif file not in self._files[subject]:
            self._files[subject].append(file)
        about.setdefault(triple.predicate.value, []).append(triple.object)

    def subjects(self) -> Iterator[str]:
        """Every subject with an IRI, in the order of the files."""
        return (subject for subject in self._index if not subject.startswith("_:"))

    def about(self, subject: str) -> Mapping[str, list[Node]]:
        """All that is said of the subject: predicate -> objects."""
        return self._index.get(subject, {})

    def nodes(self, subject: str, predicate: str) -> list[str]:
        """The objects that are IRIs or blank nodes, as subjects of this index."""
        return [_key(o) for o in self.objects(subject, predicate) if isinstance(o, ox.NamedNode | ox.BlankNode)]

    def subjects_of_type(self, iri: str) -> Iterator[str]:
        """The subjects with this ``rdf:type``."""
        return (s for s in self.subjects() if iri in self.iris(s, RDF + "type"))

    def files(self, subject: str) -> tuple[str, ...]:
        """The files that say something of the subject."""
        return tuple(self._files.get(subject, ()))

    def where(self, subject: str) -> str:
        """``file: short name`` for the head of a fault."""
        return f"{', '.join(self.files(subject)) or '?'}: {short(subject)}"

    def objects(self, subject: str, predicate: str) -> list[Node]:
        """All objects of the subject and predicate."""
        return self._index.get(subject, {}).get(predicate, [])

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The objects that are IRIs, each once."""
        return list(dict.fromkeys(o.value for o in self.objects(subject, predicate) if isinstance(o, ox.NamedNode)))

    def texts(self, subject: str, predicate: str, language: str | None = None) -> list[str]:
        """The literals, each once; only those of the language when one is given."""
        found = (o for o in self.objects(subject, predicate) if isinstance(o, ox.Literal))
        return list(dict.fromkeys(o.value for o in found if language is None or o.language == language))

    def flag(self, subject: str, predicate: str) -> bool:
        """Whether the subject has the literal ``true``."""
        return "true" in self.texts(subject, predicate)


def read_files(paths: Iterable[Path], faults: list[str]) -> Facts:
    """The facts of all files together, in the order given."""
    facts = Facts()
    for path in paths:
        facts.read(path, faults)
    return facts


def _key(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def local_name(iri: str) -> str:
    """The part of an IRI after the last ``#`` or ``/``."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def short(iri: str) -> str:
    """An IRI as people write it: ``ckg:name`` for the project's, else in angle brackets."""
    return f"ckg:{iri.removeprefix(CKG)}" if iri.startswith(CKG) else f"<{iri}>"
