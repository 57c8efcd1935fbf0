"""Everything that can go wrong, in one tree.

``KgError`` is never raised itself. The command line maps each branch to an exit code:

    KgError
    ├── UsageError            2  wrong use or unusable input (no such path, empty folder, unknown query ...)
    │   ├── DocumentError     one document cannot be read: it is skipped, named and counted (exit 1)
    │   ├── OntologyError     the ontology folder is broken: lists every fault with file and line or IRI
    │   ├── ModelError        the language pipeline is not installed or lacks a component
    │   ├── QueryError        unknown query name or bad SPARQL (position shown)
    │   ├── GoldError         a gold file is unusable
    │   └── OutputError       the output folder is missing, damaged or not writable
    └── BuildError            3  a build broke one of its own promises (an edge without evidence, SHACL violation)

Messages name the file, line or IRI and say what to do next.
"""

from __future__ import annotations


class KgError(Exception):
    """Root of every error that this package raises on purpose."""

    exit_code = 3


class UsageError(KgError):
    """Wrong use, or input that cannot be used."""

    exit_code = 2


class DocumentError(UsageError):
    """One document cannot be read; the build goes on without it."""

    exit_code = 1


class OntologyError(UsageError):
    """The ontology folder is broken. ``faults`` lists every fault, each with its file."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = list(faults)
        count = len(self.faults)
        super().__init__(
            f"{count} fault{'s' if count != 1 else ''} in the ontology:\n" + "\n".join(f"  {f}" for f in self.faults)
        )


class ModelError(UsageError):
    """The language pipeline cannot be loaded or lacks a component."""


class QueryError(UsageError):
    """Unknown query name, or SPARQL that cannot be parsed."""


class GoldError(UsageError):
    """A gold file is missing, malformed or names an unknown entity."""


class OutputError(UsageError):
    """The output folder is missing, damaged or not writable."""


class BuildError(KgError):
    """The build broke one of its own promises and was not written."""
