"""Figures of a trained pipeline: accuracy on the test sets, speed, size.

In: a pipeline folder and the converted test files. Out: `Figures`.
Invariant: texts are handed over raw, so tokenisation errors count as errors.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from kg.language.training.corpus import sentences, tenfold

MEASURES = {
    "tokens": "token_f",
    "UPOS": "pos_acc",
    "morphology": "morph_acc",
    "lemma": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences": "sents_f",
}
SPEED_RUNS = 5
INVERSIONS = Path(__file__).with_name("inversions.tsv")
ARTICLES = Path(__file__).with_name("articles_test.conllu")
OWN = "articles of this project, words given"
# Each test set is scored twice: a sentence at a time (as `spacy convert` makes
# it), and in texts of ten sentences, where the pipeline must find their ends.
RUN_ON = "ten sentences a text"


@dataclass(frozen=True)
class Figures:
    """Percentages for each test set, speakers found of all, words each second, megabytes."""

    scores: dict[str, dict[str, float]]
    speakers: tuple[int, int]
    words_per_second: int
    megabytes: float


def evaluate(folder: Path, tests: dict[str, Path]) -> Figures:
    """All figures of the pipeline saved in `folder`."""
    nlp = spacy.load(folder)
    golds = {label: read_docs(nlp, path) for label, path in tests.items()}
    scores = {label: score(nlp, docs) for label, docs in golds.items()}
    scores |= {f"{label}, {RUN_ON}": score(nlp, tenfold(docs)) for label, docs in golds.items()}
    parsed = DocBin(docs=sentences(ARTICLES.read_text(encoding="utf-8"))).get_docs(nlp.vocab)
    scores[OWN] = score_parsed(nlp, list(parsed))
    speed_docs = golds.get("Sequoia-test") or next(iter(golds.values()))
    return Figures(scores, speakers(nlp), speed(nlp, speed_docs), megabytes(folder))


def read_docs(nlp: Language, path: Path) -> list[Doc]:
    """The gold Docs of a converted file, one for each sentence."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def score(nlp: Language, golds: Sequence[Doc]) -> dict[str, float]:
    """Percentages, rounded to one decimal, over raw texts."""
    result = nlp.evaluate([Example(nlp.make_doc(gold.text), gold) for gold in golds])
    return {name: round(100 * float(result[key]), 1) for name, key in MEASURES.items()}


def score_parsed(nlp: Language, golds: Sequence[Doc]) -> dict[str, float]:
    """The same over words as the reader hands them over: names are one word, whatever blanks they hold."""
    examples = []
    for gold in golds:
        words = [token.text for token in gold]
        doc = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in gold])
        examples.append(Example(doc, gold))
    result = nlp.evaluate(examples)
    return {name: round(100 * float(result[key]), 1) for name, key in MEASURES.items()}


def speakers(nlp: Language) -> tuple[int, int]:
    """In how many of the sentences of INVERSIONS the speaker is found, and their number."""
    lines = INVERSIONS.read_text(encoding="utf-8").splitlines()
    cases = [line.split("\t") for line in lines if not line.startswith("#")]
    found = sum(_subjects(nlp(text), verb) == [speaker] for text, verb, speaker in cases)
    return found, len(cases)


def _subjects(doc: Doc, verb: str) -> list[str]:
    return [token.text for token in doc if token.dep_ == "nsubj" and token.head.text == verb]


def speed(nlp: Language, golds: Sequence[Doc]) -> int:
    """Words each second of processor time, whole pipeline: the median of some runs."""
    texts = [gold.text for gold in golds]
    rates = sorted(_rate(nlp, texts) for _ in range(SPEED_RUNS))
    return round(rates[len(rates) // 2])


def _rate(nlp: Language, texts: Sequence[str]) -> float:
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.process_time() - start)


def megabytes(folder: Path) -> float:
    """The size on disk of all files below `folder`, in units of 1,000,000 bytes."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return round(size / 1_000_000, 1)
