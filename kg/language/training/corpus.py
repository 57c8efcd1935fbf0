"""Treebanks to spaCy's binary training data.

In: the folder of packed Universal Dependencies treebanks and the project's own
`news.conllu` and `articles.conllu`. Out: `train.spacy`, `dev.spacy` and one file per test set.
Contractions (*au*, *du*) become one token, as `spacy convert --merge-subtokens`
makes them. Invariant: nothing of a test set reaches the training data, and the
same inputs and seed give the same bytes.
"""

from __future__ import annotations

import lzma
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training.converters.conllu_to_docs import conllu_to_docs

from kg.language.training.augment import vary
from kg.language.training.speech import attributed

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
NEWS_COPIES = 4
ARTICLES = Path(__file__).with_name("articles.conllu")
ARTICLE_COPIES = 3
ATTRIBUTED = 400
# One written sentence in HELD_OUT is kept from training to choose the best step.
HELD_OUT = 16


@dataclass(frozen=True)
class Corpora:
    """The files `write_corpora` wrote."""

    train: Path
    adapt: Path
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
    convert: Callable[..., Iterable[Doc]] = conllu_to_docs
    return list(convert(text, n_sents=1, merge_subtokens=True, no_print=True))


def grouped(docs: Sequence[Doc], rng: random.Random) -> Iterator[Doc]:
    """Neighbouring sentences joined into paragraphs of one to four."""
    start = 0
    while start < len(docs):
        size = rng.choice((1, 1, 2, 3, 4))
        yield joined(docs[start : start + size])
        start += size


def joined(docs: Sequence[Doc]) -> Doc:
    """The sentences as one Doc, with a space between neighbours."""
    whole = Doc.from_docs([_closed(doc) for doc in docs[:-1]] + [docs[-1]])
    assert whole is not None
    return whole


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
    """Texts of some neighbouring sentences, as `spacy convert -n 10` makes them."""
    return [joined(docs[start : start + size]) for start in range(0, len(docs), size)]


def write_corpora(treebanks: Path, folder: Path) -> Corpora:
    """Converts every treebank and writes the files training and tests read."""
    folder.mkdir(parents=True, exist_ok=True)
    train, dev = training_docs(treebanks)
    tests = {
        label: _write(sentences(read_text(treebanks, name)), folder / f"{name}.spacy")
        for label, name in TEST_SETS.items()
    }
    return Corpora(
        train=_write(train, folder / "train.spacy"),
        adapt=_write(adaptation_docs(train), folder / "adapt.spacy"),
        dev=_write(dev, folder / "dev.spacy"),
        tests=tests,
    )


def training_docs(treebanks: Path) -> tuple[list[Doc], list[Doc]]:
    """Training and held-out Docs, the written treebanks twice in the first."""
    rng = random.Random(SEED)
    train: list[Doc] = []
    dev: list[Doc] = []
    written: list[Doc] = []
    held_out = held_out_texts(treebanks)
    for name in WRITTEN:
        docs = usable(treebanks, name, held_out)
        kept = [doc for place, doc in enumerate(docs) if place % HELD_OUT]
        dev += tenfold([doc for place, doc in enumerate(docs) if not place % HELD_OUT])
        written += kept
        train += grouped(kept, rng)
        train += grouped([vary(doc, rng) for doc in kept], rng)
    for name in OTHER:
        docs = usable(treebanks, name, held_out)
        train += grouped(docs, rng)
    news = sentences(NEWS.read_text(encoding="utf-8"))
    train += _repeated(news, NEWS_COPIES, rng)
    train += islice(attributed(written, news, rng), ATTRIBUTED)
    rng.shuffle(train)
    return train, dev


def adaptation_docs(train: Sequence[Doc]) -> list[Doc]:
    """The training Docs with the project's own articles some times over, for the second stage."""
    rng = random.Random(SEED)
    docs = [*train, *_repeated(sentences(ARTICLES.read_text(encoding="utf-8")), ARTICLE_COPIES, rng)]
    rng.shuffle(docs)
    return docs


def usable(treebanks: Path, name: str, held_out: frozenset[str]) -> list[Doc]:
    """The sentences of a treebank without those that stand in a test set."""
    return [doc for doc in sentences(read_text(treebanks, name)) if doc.text not in held_out]


def held_out_texts(treebanks: Path) -> frozenset[str]:
    """Every sentence of the test sets; some also stand in the treebanks' other parts."""
    names = TEST_SETS.values()
    return frozenset(doc.text for name in names for doc in sentences(read_text(treebanks, name)))


def _repeated(news: Sequence[Doc], copies: int, rng: random.Random) -> Iterator[Doc]:
    """Sentences some times over, as they are and varied."""
    for place in range(copies):
        shuffled = rng.sample(news, len(news))
        yield from grouped([vary(doc, rng) for doc in shuffled] if place else shuffled, rng)


def _write(docs: Iterable[Doc], path: Path) -> Path:
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return path
