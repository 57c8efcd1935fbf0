"""``kg evaluate`` on corpus gold: a build of the gold's own texts is scored for what happens across documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import GoldError


def score_corpus(folder: Path, output: Path, ontology: Path | None, *, verbose: bool) -> Iterator[str]:
    """The figures of the build in ``output`` against the corpus gold in ``folder``, as lines.

    Raises ``GoldError`` for malformed gold and for an output that was built from other texts.
    """
    from kg.api import load
    from kg.claims.corpus_evaluation import evaluate_corpus
    from kg.claims.corpus_gold import load_corpus_gold
    from kg.claims.corpus_report import corpus_lines
    from kg.text.documents import find_paths, read_document

    gold = load_corpus_gold(folder)
    documents = [read_document(path) for path in find_paths([str(folder)])]
    graph = load(output, ontology=ontology)
    missing = {document.id for document in documents} - {document.id for document in graph.documents}
    if missing:
        raise GoldError(
            f"{output} was not built from all texts of {folder} ({len(missing)} are missing, such as {min(missing)});"
            f" build them with: kg build {folder} -o {output}"
        )
    evaluation = evaluate_corpus(gold, graph.claims, graph.relationships, documents, graph.vocabulary)
    yield from corpus_lines(evaluation, verbose=verbose)
