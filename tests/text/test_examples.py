"""Every example of the ontology folder, read by the shipped pipeline: examples yield their relation, counter-examples
do not. Sentences that the grammar cannot read yet stand in ``known_gaps.txt``, a ratchet: the list may only shrink.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from text.examples import GAPS, Promise, broken, known_gaps, promises_of_lexicon, promises_of_relations, unmarked

from kg.language.load import load_pipeline
from kg.lexicon import RELATIONAL_KINDS
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

MOST_GAPS = 39
"""The number of gaps may fall below this, never rise above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What was run and what failed."""

    lexicon: tuple[Promise, ...]
    relations: tuple[Promise, ...]
    broken: tuple[Promise, ...]


@pytest.fixture(scope="module")
def run(vocabulary: Vocabulary) -> Run:
    lexicon = tuple(promises_of_lexicon(vocabulary))
    relations = tuple(promises_of_relations(vocabulary))
    reader = Reader(vocabulary, load_pipeline())
    return Run(lexicon=lexicon, relations=relations, broken=tuple(broken((*lexicon, *relations), reader)))


def test_all_relational_entries_of_the_lexicon_were_run(run: Run, vocabulary: Vocabulary) -> None:
    entries = [entry for entry in vocabulary.lexicon if entry.kind in RELATIONAL_KINDS]
    assert len(run.lexicon) == len(entries) >= 1100
    assert Counter(promise.kind for promise in run.lexicon) == Counter(entry.kind for entry in entries)


def test_all_examples_and_counter_examples_of_the_relations_were_run(run: Run, vocabulary: Vocabulary) -> None:
    relations = vocabulary.relations.values()
    kinds = Counter(promise.kind for promise in run.relations)
    assert kinds["example"] == sum(len(relation.examples) for relation in relations) >= 3 * len(relations)
    assert kinds["counter-example"] == sum(len(r.counterexamples) for r in relations) >= 2 * len(relations)


def test_every_example_to_be_read_has_its_parties_marked(run: Run) -> None:
    positive = [p for p in (*run.lexicon, *run.relations) if p.kind != "counter-example"]
    assert len(positive) >= 1190
    assert [p.shown for p in positive if p.subject is None or (p.object is None) != p.word] == []


def test_no_counter_example_yields_its_relation(run: Run) -> None:
    assert [p.shown for p in run.broken if p.kind == "counter-example"] == []


def test_every_example_yields_its_relation_between_the_marked_parties(run: Run) -> None:
    listed = set(known_gaps())
    failing = [p.shown for p in run.broken if p.kind != "counter-example" and p.key not in listed]
    assert not failing, f"{len(failing)} examples fail:\n" + "\n".join(failing)


def test_the_gaps_are_few_real_and_listed_once(run: Run) -> None:
    gaps = known_gaps()
    failing = {promise.key for promise in run.broken}
    closed = [gap for gap in gaps if gap not in failing]
    assert not closed, f"these pass (or are gone): remove them from {GAPS.name}:\n" + "\n".join(map(str, closed))
    assert len(gaps) == len(set(gaps)) <= MOST_GAPS


def test_marks_are_taken_out_and_their_spans_kept() -> None:
    example = unmarked("[S Le Mali] et [O le Niger] coopèrent.")
    assert example.text == "Le Mali et le Niger coopèrent."
    assert example.subject is not None and example.text[slice(*example.subject)] == "Le Mali"
    assert example.object is not None and example.text[slice(*example.object)] == "le Niger"
    alone = unmarked("[S Les rebelles] avancent.")
    assert (alone.text, alone.object) == ("Les rebelles avancent.", None)
