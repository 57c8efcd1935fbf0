"""Treebanks to spaCy's binary training data.

In: the folder of packed Universal Dependencies treebanks and the project's own
`news.conllu`. Out: `train.spacy`, `dev.spacy` and one file per test set.
Contractions (*au*, *du*) become one token, as `spacy convert --merge-subtokens`
makes them. Invariant: nothing of a test set reaches the training data, and the
same inputs and seed give the same bytes.
"""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training.converters.conllu_to_docs import conllu_to_docs

from kg.language.training.augment import vary

SEED = 20240
TEST_SETS = {
    "Sequoia-test": "fr_sequoia-ud-test",
    "GSD-test": "fr_gsd-ud-test",
    "PUD": "fr_pud-ud-test",
}
WRITTEN = ("fr_sequoia-ud-train", "fr_sequoia-ud-dev", "fr_gsd-ud-dev")
OTHER = (
    "fr_fqb-ud-test",
    "fr_rhapsodie-ud-train",
    "fr_rhapsodie-ud-dev",
    "fr_rhapsodie-ud-test",
    "fr_parisstories-ud-train",
    "fr_parisstories-ud-dev",
    "fr_parisstories-ud-test",
)
NEWS = Path(__file__).with_name("news.conllu")
NEWS_COPIES = 3
# One written sentence in HELD_OUT is kept from training to choose the best step.
HELD_OUT = 16


@dataclass(frozen=True)
class Corpora:
    """The files `write_corpora` wrote."""

    train: Path
    dev: Path
    tests: dict[str, Path]


def read_text(folder: Path, name: str) -> str:
    """One treebank's CoNLL-U, unpacked if it lies there packed."""
    packed = folder / f"{name}.conllu.xz"
    if packed.exists():
        return lzma.decompress(packed.read_bytes()).decode("utf-8")
    return (folder / f"{name}.conllu").read_text(encoding="utf-8")


def sentences(text: str) -> list[Doc]:
    """One gold Doc for each sentence of a CoNLL-U text."""
    docs: Iterable[Doc] = conllu_to_docs(text, n_sents=1, merge_subtokens=True, no_print=True)
    return list(docs)


def grouped(docs: Sequence[Doc], rng: random.Random) -> Iterator[Doc]:
    """Neighbouring sentences joined into paragraphs of one to four."""
    start = 0
    while start < len(docs):
        size = rng.choice((1, 1, 2, 3, 4))
        yield joined(docs[start : start + size])
        start += size


def joined(docs: Sequence[Doc]) -> Doc:
    """The sentences as one Doc, with a space between neighbours."""
    return Doc.from_docs([_closed(doc) for doc in docs[:-1]] + [docs[-1]])  # type: ignore[return-value]


def _closed(doc: Doc) -> Doc:
    if doc[-1].whitespace_:
        return doc
    spaces = [bool(token.whitespace_) for token in doc]
    spaces[-1] = True
    return copy_with(doc, [token.text for token in doc], spaces)


def copy_with(doc: Doc, words: list[str], spaces: list[bool]) -> Doc:
    """A copy of a gold Doc with other words and spaces, the rest unchanged."""
    return Doc(
        doc.vocab,
        words=words,
        spaces=spaces,
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


def tenfold(docs: Sequence[Doc], size: int = 10) -> list[Doc]:
    """Texts of ten neighbouring sentences, as `spacy convert -n 10` makes them."""
    return [joined(docs[start : start + size]) for start in range(0, len(docs), size)]


def write_corpora(treebanks: Path, folder: Path) -> Corpora:
    """Converts every treebank and writes the files training and tests read."""
    folder.mkdir(parents=True, exist_ok=True)
    train, dev = training_docs(treebanks)
    tests = {
        label: _write(tenfold(sentences(read_text(treebanks, name))), folder / f"{name}.spacy")
        for label, name in TEST_SETS.items()
    }
    return Corpora(
        train=_write(train, folder / "train.spacy"),
        dev=_write(dev, folder / "dev.spacy"),
        tests=tests,
    )


def training_docs(treebanks: Path) -> tuple[list[Doc], list[Doc]]:
    """Training and held-out Docs, the written treebanks twice in the first."""
    rng = random.Random(SEED)
    train: list[Doc] = []
    dev: list[Doc] = []
    for name in WRITTEN:
        docs = sentences(read_text(treebanks, name))
        kept = [doc for place, doc in enumerate(docs) if place % HELD_OUT]
        dev += tenfold([doc for place, doc in enumerate(docs) if not place % HELD_OUT])
        train += grouped(kept, rng)
        train += grouped([vary(doc, rng) for doc in kept], rng)
    for name in OTHER:
        train += grouped(sentences(read_text(treebanks, name)), rng)
    train += _news(rng)
    rng.shuffle(train)
    return train, dev


def _news(rng: random.Random) -> Iterator[Doc]:
    docs = sentences(NEWS.read_text(encoding="utf-8")) if NEWS.exists() else []
    for place in range(NEWS_COPIES if docs else 0):
        shuffled = rng.sample(docs, len(docs))
        yield from grouped([vary(doc, rng) for doc in shuffled] if place else shuffled, rng)


def _write(docs: Iterable[Doc], path: Path) -> Path:
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path
