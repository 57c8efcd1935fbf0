"""How much the lexicon carries: ``python tests/learning_curve.py`` reads the dev articles with ever more of it.

Half the entries that name a relation say nothing of the other half, so the slope at the right end tells what more
entries would bring. Entries are drawn by lemma, nested (what is in a smaller share is in every larger one), the same
at every run. Prints the share, the number of entries, and strict precision, recall and F1 of the core relations.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

from kg.claims.evaluation import evaluate
from kg.language.load import load_pipeline
from kg.ontology import load_vocabulary
from kg.text.documents import find_paths, read_document
from kg.text.reader import Reader
from kg.vocabulary import LexicalEntry, Vocabulary

DEV = Path(__file__).parent / "gold" / "dev"
SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)


def drawn(entry: LexicalEntry) -> float:
    """A number between 0 and 1 for the entry's lemma, spread evenly over lemmas."""
    return int(hashlib.sha256(entry.lemma.encode()).hexdigest()[:8], 16) / 16**8


def reduced(vocabulary: Vocabulary, share: float) -> Vocabulary:
    """The vocabulary with this share of the entries that name a relation, and all others."""
    kept = (e for e in vocabulary.lexicon if e.gives not in vocabulary.relations or drawn(e) < share)
    return replace(vocabulary, lexicon=tuple(kept))


def main() -> None:
    """Prints the table."""
    whole, pipeline = load_vocabulary(), load_pipeline()
    documents = [read_document(path) for path in find_paths([str(DEV)])]
    sys.stdout.write("share  entries  precision  recall     F1\n")
    for share in SHARES:
        vocabulary = reduced(whole, share)
        reader = Reader(vocabulary, pipeline)
        result = evaluate([c for d in documents for c in reader.read(d)], DEV, vocabulary.relations)
        core = result.part(lambda claim, result=result: not result.is_apart(claim))
        entries = sum(e.gives in vocabulary.relations for e in vocabulary.lexicon)
        sys.stdout.write(f"{share:5.2f} {entries:8,} {core.precision:10.3f} {core.recall:7.3f} {core.f1:6.3f}\n")


if __name__ == "__main__":
    main()
