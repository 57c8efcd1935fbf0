"""Turning treebanks into training data."""

import random
import re
from pathlib import Path

import pytest
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.tokens import Doc

from kg.language.load import load_pipeline
from kg.language.training import evaluate
from kg.language.training.augment import vary
from kg.language.training.corpus import (
    ARTICLES,
    NEWS,
    TEST_SETS,
    WRITTEN,
    held_out_texts,
    joined,
    read_text,
    sentences,
    usable,
)
from kg.language.training.speech import attributed
from kg.language.training.train import restore_labels


@pytest.fixture(scope="module")
def news() -> list[Doc]:
    return sentences(NEWS.read_text(encoding="utf-8"))


@pytest.fixture
def treebanks(shared: Path) -> Path:
    folder = shared / "treebanks"
    if not folder.is_dir():
        pytest.skip("needs ../shared/treebanks, which this checkout has not")
    return folder


def test_each_own_sentence_is_a_tree_over_its_text(news: list[Doc]) -> None:
    texts = re.findall("^# text = (.*)$", NEWS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [doc.text.strip() for doc in news] == texts
    assert len(texts) == 92
    for doc in news:
        assert [token.dep_ for token in doc if token.head == token] == ["ROOT"]
        assert all(any(above == root(doc) for above in (token, *token.ancestors)) for token in doc)


def root(doc: Doc) -> object:
    return next(token for token in doc if token.head == token)


def test_own_sentences_keep_names_whole(news: list[Doc]) -> None:
    names = {token.text for doc in news for token in doc if token.pos_ == "PROPN"}
    assert {"IN-AFARAK", "CSP-DPA", "Tin-Zaouatine", "HAMAT-KAWEN", "ag"} <= names


def test_contractions_become_one_token() -> None:
    rows = ["1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_", "1\tde\tde\tADP\t_\t_\t3\tcase\t_\t_"]
    rows += ["2\tle\tle\tDET\t_\t_\t3\tdet\t_\t_", "3\tcamp\tcamp\tNOUN\t_\t_\t0\troot\t_\t_"]
    (doc,) = sentences("\n".join(rows) + "\n\n")
    assert [(token.text, token.dep_) for token in doc] == [("du", "case"), ("camp", "ROOT")]


def test_joined_sentences_have_a_space_between_them(news: list[Doc]) -> None:
    assert joined(news[:2]).text.split("  ") == [f"{news[0].text.strip()} {news[1].text}"]


def test_a_variant_keeps_heads_and_labels(news: list[Doc]) -> None:
    rng = random.Random(1)
    for doc in news:
        changed = vary(doc, rng)
        assert len(doc) - len(changed) in (0, 1)
        assert [token.dep_ for token in changed] == [token.dep_ for token in doc][: len(changed)]
        assert [token.head.i for token in changed] == [token.head.i for token in doc][: len(changed)]


def test_built_speech_has_the_speaker_as_subject_after_the_verb(news: list[Doc]) -> None:
    drawn = attributed(news, news, random.Random(1))
    for _ in range(50):
        doc = next(drawn)
        (verb,) = (token for token in doc if token.dep_ == "parataxis:insert")
        assert [child for child in verb.children if child.dep_ == "nsubj" and child.i > verb.i]
        assert "  " not in doc.text
        assert doc.text.endswith(".")


def test_no_test_sentence_is_trained_on(treebanks: Path) -> None:
    held_out = held_out_texts(treebanks)
    assert len(held_out) > 1_800
    docs = sentences(read_text(treebanks, "fr_sequoia-ud-train"))
    kept = usable(treebanks, "fr_sequoia-ud-train", held_out)
    assert 0 < len(docs) - len(kept) < 100
    assert not {doc.text for doc in kept} & held_out


def test_no_article_is_both_trained_on_and_tested_on() -> None:
    trained, tested = (
        {line.split()[3].split("-")[0] for line in path.read_text(encoding="utf-8").splitlines() if "sent_id" in line}
        for path in (ARTICLES, evaluate.ARTICLES)
    )
    assert len(trained) == 46
    assert len(tested) == 8
    assert not trained & tested


def test_a_lemmatizer_that_is_trained_on_keeps_its_labels() -> None:
    nlp = load_pipeline()
    restore_labels(nlp)
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    assert isinstance(lemmatizer, EditTreeLemmatizer)
    assert [lemmatizer.tree2label[tree] for tree in lemmatizer.labels] == list(range(len(lemmatizer.labels)))


def test_the_written_treebanks_have_no_test_file() -> None:
    assert not set(WRITTEN) & set(TEST_SETS.values())


def test_a_packed_treebank_is_read(treebanks: Path) -> None:
    assert read_text(treebanks, "fr_gsd-ud-test").startswith("# ")
