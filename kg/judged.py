"""The vocabulary together with what the user decided on who is who.

In: the vocabulary of the ontology folder, an output folder or a file of judgements. Out: the vocabulary with the
judgements that may be applied, and a sentence for each conflict among them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.claims.contradictions import agree
from kg.ontology.judgements import load_judgements
from kg.staging import judgements_beside
from kg.vocabulary import Vocabulary


def judgements_file(output: Path, given: Path | None) -> Path:
    """The file of the user's judgements: the one given, else the one beside the output folder."""
    return judgements_beside(output) if given is None else given


def with_judgements(
    vocabulary: Vocabulary, output: Path, given: Path | None = None
) -> tuple[Vocabulary, tuple[str, ...]]:
    """The vocabulary with the user's judgements added to the project's, and every conflict.

    The file beside ``output`` may be missing; one that was given must be there. Raises ``UsageError`` with file and
    line or IRI when it cannot be used.
    """
    path = judgements_file(output, given)
    own = load_judgements(path) if given is not None or path.is_file() else ()
    agreed = agree(vocabulary.judgements, own, vocabulary.gazetteer)
    return replace(vocabulary, judgements=agreed.judgements), agreed.conflicts
