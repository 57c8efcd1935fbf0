"""Two parties in one sentence and nothing said between them: no claim. ``python tests/text/test_negative_sentences.py``
counts the false ones of both parts of the gold corpus, and prints those of dev.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.names import fold
from kg.records import Document, Entity
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

GOLD = Path(__file__).parent.parent / "gold"


def lines(part: str) -> Iterator[tuple[str, str, str]]:
    for line in (GOLD / part / "negative_sentences.tsv").read_text(encoding="utf-8").splitlines():
        sentence, one, other, _ = line.split("\t")
        yield sentence, one, other


def is_named(entity: Entity, name: str) -> bool:
    return fold(name) in map(fold, (entity.label, *entity.names))


def false_claims(part: str, reader: Reader, vocabulary: Vocabulary) -> list[str]:
    """What is claimed between the two parties of a sentence, with the sentence."""
    found = []
    for sentence, one, other in lines(part):
        document = Document(id="negative", path="negative.txt", text=sentence, body=(0, len(sentence)), digest="")
        for claim in reader.read(document):
            a, b = claim.subject, claim.object
            if not isinstance(b, Entity) or vocabulary.relations[claim.relation].apart:
                continue
            if (is_named(a, one) and is_named(b, other)) or (is_named(a, other) and is_named(b, one)):
                found.append(f"{a.label} {claim.relation} {b.label} [{claim.why.entry}]: {sentence}")
    return found


def test_every_line_names_its_two_parties() -> None:
    for part in ("dev", "test"):
        found = list(lines(part))
        assert len(found) == 150
        assert all(one in sentence and other in sentence for sentence, one, other in found)


@pytest.mark.parametrize("part", ["dev"])
def test_hardly_any_claim_is_read_between_parties_of_whom_nothing_is_said(
    part: str, reader: Reader, vocabulary: Vocabulary
) -> None:
    found = false_claims(part, reader, vocabulary)
    assert len(found) <= 1, "\n".join(found)


if __name__ == "__main__":
    from kg.language.load import load_pipeline
    from kg.ontology import load_vocabulary

    words = load_vocabulary()
    read = Reader(words, load_pipeline())
    for name in ("dev", "test"):
        wrong = false_claims(name, read, words)
        print(f"{name}: {len(wrong)} false claims in 150 sentences")
        if name == "dev":
            print("\n".join(wrong))
