"""The corpus gold is sound: names stand in their documents, no name means two parties, voices add up."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from kg.claims.bcubed import bcubed
from kg.claims.corpus_alone import resolved_alone
from kg.claims.corpus_gold import load_corpus_gold
from kg.claims.duplicates import find_duplicates
from kg.names import fold, fold_words
from kg.text.documents import read_document
from kg.vocabulary import Vocabulary

HERE = Path(__file__).parent / "gold" / "corpus"
TEXTS = {path.stem: read_document(path) for path in sorted(HERE.glob("*.txt"))}
BODIES = {name: document.text[slice(*document.body)] for name, document in TEXTS.items()}


def part(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


PARTIES: dict[str, dict[str, Any]] = part("entities")["parties"]
CLUSTERS: list[dict[str, Any]] = part("reprints")["clusters"]
RELATIONSHIPS: list[dict[str, Any]] = part("voices")["relationships"]
NAMED = {key: party for key, party in PARTIES.items() if not party["local"]}


def documents_of(party: dict[str, Any]) -> set[str]:
    return {mention["doc"] for mention in party["mentions"]}


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of four words."""
    words = fold_words(text)
    return set(zip(*(words[start:] for start in range(4)), strict=False))


def copies() -> set[str]:
    return {doc for cluster in CLUSTERS for doc in cluster["copies"]}


def test_there_are_enough_articles_of_the_length_of_news_with_outlet_and_date() -> None:
    assert len(TEXTS) == 49
    assert all(110 <= len(body.split()) <= 260 for body in BODIES.values())
    assert all(d.publisher and d.date and d.title for d in TEXTS.values())
    assert len({d.publisher for d in TEXTS.values()}) >= 12


def test_sixty_parties_recur_under_several_names_and_half_of_these_are_in_no_reference_file() -> None:
    originals = set(TEXTS) - copies()
    recurring = {
        key
        for key, party in NAMED.items()
        if len(documents_of(party) & originals) > 1 and len({m["name"] for m in party["mentions"]}) > 1
    }
    assert len(recurring) >= 60
    assert sum(PARTIES[key]["invented"] for key in recurring) >= 25


def test_every_mention_stands_in_its_document_once_in_the_list() -> None:
    for key, party in PARTIES.items():
        rows = [(m["doc"], m["name"]) for m in party["mentions"]]
        assert len(rows) == len(set(rows)), key
        for doc, name in rows:
            assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", BODIES[doc]), (doc, name)


def test_within_a_document_a_name_means_one_party() -> None:
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, party in PARTIES.items():
        for mention in party["mentions"]:
            meant[mention["doc"], fold(mention["name"])].add(key)
    assert [name for name, keys in meant.items() if len(keys) > 1] == []


def test_homonyms_that_must_stay_apart_share_a_name_between_documents() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, party in NAMED.items():
        for mention in party["mentions"]:
            bearers[fold(mention["name"])].add(key)
    shared = {name for name, keys in bearers.items() if len(keys) > 1}
    assert {"tinfara", "fpg", "congo"} <= shared


def test_classes_are_the_ontology_s_and_local_parties_belong_to_one_document(vocabulary: Vocabulary) -> None:
    assert {party["class"] for party in PARTIES.values()} <= vocabulary.classes.keys()
    assert all(len(documents_of(p)) == 1 for p in PARTIES.values() if p["local"])


@pytest.mark.parametrize("invented", [True, False])
def test_half_of_the_parties_are_held_out(invented: bool) -> None:
    held = Counter(party["held_out"] for party in NAMED.values() if party["invented"] == invented)
    assert abs(held[True] - held[False]) <= 1


def test_copies_share_most_of_their_words_with_their_original_and_belong_to_one_cluster() -> None:
    members = [doc for c in CLUSTERS for doc in (c["original"], *c["copies"])]
    assert len(members) == len(set(members))
    assert len(copies()) == 15
    for cluster in CLUSTERS:
        assert set(cluster["stated_in"]) <= set(cluster["copies"])
        assert bool(cluster["stated_in"]) == bool(cluster["origin"])
        for doc in cluster["copies"]:
            words = runs(BODIES[doc])
            assert len(words & runs(BODIES[cluster["original"]])) >= len(words) / 2, doc
            assert BODIES[doc] != BODIES[cluster["original"]]


def test_relationships_are_between_known_parties_in_documents_that_name_both(vocabulary: Vocabulary) -> None:
    assert len(RELATIONSHIPS) >= 60
    keys = [(r["subject"], r["relation"], r["object"]) for r in RELATIONSHIPS]
    assert len(keys) == len(set(keys))
    for row in RELATIONSHIPS:
        assert row["relation"] in vocabulary.relations
        for said in row["said"]:
            for key in (row["subject"], row["object"]):
                assert said["doc"] in documents_of(PARTIES[key]), (key, said["doc"])


def test_the_number_of_voices_is_that_of_the_labels_of_those_who_say_it() -> None:
    for row in RELATIONSHIPS:
        positive = [said for said in row["said"] if said["polarity"] == "positive"] or row["said"]
        assert row["voices"] == len({said["voice"] for said in positive})


def test_one_speaker_is_one_voice_and_a_copy_has_the_voice_of_its_original() -> None:
    original = {doc: c["original"] for c in CLUSTERS for doc in (c["original"], *c["copies"])}
    for row in RELATIONSHIPS:
        voice: dict[tuple[str, str], set[str]] = defaultdict(set)
        for said in row["said"]:
            speaker = said["speaker"]
            if speaker in PARTIES:
                voice[speaker, ""].add(said["voice"])
            else:
                voice[speaker, original.get(said["doc"], said["doc"])].add(said["voice"])
        assert all(len(labels) == 1 for labels in voice.values()), row


def test_the_resolution_joins_the_names_of_the_gold_and_next_to_no_two_parties(vocabulary: Vocabulary) -> None:
    gold = load_corpus_gold(HERE)
    score = bcubed(gold.truth, resolved_alone(gold, vocabulary))
    assert score.precision >= 0.97
    assert score.recall >= 0.90


def test_no_two_articles_are_taken_for_copies_that_are_none() -> None:
    cluster_of = {doc: cluster["original"] for cluster in CLUSTERS for doc in cluster["copies"]}
    for doc, head in find_duplicates(TEXTS.values()).items():
        assert cluster_of.get(doc, doc) == cluster_of.get(head, head), doc
