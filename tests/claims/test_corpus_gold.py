import json
from pathlib import Path
from typing import Any

import pytest
from corpus_builders import ENTITIES, REPRINTS, VOICES, write_corpus

from kg.claims.corpus_gold import Mention, is_corpus_gold, load_corpus_gold
from kg.errors import GoldError


def test_the_three_files_become_parties_clusters_and_relationships(tmp_path: Path) -> None:
    gold = load_corpus_gold(write_corpus(tmp_path))
    assert sorted(gold.parties) == ["alpha", "beta", "local", "namesake"]
    assert gold.truth[Mention("two", "Front")] == "namesake"
    assert gold.parties["alpha"].names() == ("Front Alpha", "Front", "FA")
    assert gold.parties["alpha"].names("two") == ("FA",)
    assert gold.clusters == (frozenset({"one", "copy"}),)
    assert [r.voices for r in gold.relationships] == [2, 1]


def test_denials_are_counted_only_where_nobody_says_it(tmp_path: Path) -> None:
    first, second = load_corpus_gold(write_corpus(tmp_path)).relationships
    assert {saying.polarity for saying in first.counted} == {"positive"}
    assert {saying.polarity for saying in second.counted} == {"negative"}


def test_a_folder_is_corpus_gold_by_its_file_of_entities(tmp_path: Path) -> None:
    assert not is_corpus_gold(tmp_path)
    assert is_corpus_gold(write_corpus(tmp_path))


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("entities", "{", "needs a JSON object with 'parties'"),
        ("entities", "[]", "needs a JSON object with 'parties'"),
        ("entities", '{"parties": []}', "parties is list"),
        ("entities", '{"parties": {"alpha": {"class": "State"}}}', "party 'alpha': 'mentions' is missing"),
        ("entities", '{"parties": {"alpha": 3}}', "party 'alpha'"),
        ("reprints", '{"clusters": [{"copies": []}]}', "cluster 1: 'original' is missing"),
        ("voices", '{"relationships": [{"subject": "who"}]}', "relationship 1: unknown party 'who'"),
    ],
)
def test_faults_name_the_file_and_what_is_wrong(tmp_path: Path, name: str, text: str, fault: str) -> None:
    folder = write_corpus(tmp_path)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError) as error:
        load_corpus_gold(folder)
    assert f"{folder / name}.json" in str(error.value)
    assert fault in str(error.value)


def test_a_number_of_voices_that_the_labels_do_not_give_is_a_fault(tmp_path: Path) -> None:
    voices = json.loads(json.dumps(VOICES))
    voices["relationships"][0]["voices"] = 5
    with pytest.raises(GoldError, match="voices is 5, but those who say it have 2 labels"):
        load_corpus_gold(write_corpus(tmp_path, voices=voices))


def test_a_name_that_means_two_parties_in_one_document_is_a_fault(tmp_path: Path) -> None:
    entities: dict[str, Any] = json.loads(json.dumps(ENTITIES))
    entities["parties"]["namesake"]["mentions"].append({"doc": "one", "name": "Front"})
    with pytest.raises(GoldError, match="'Front' in one is 'alpha' and 'namesake'"):
        load_corpus_gold(write_corpus(tmp_path, entities=entities))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, entities={}, reprints=REPRINTS | {"clusters": {}})
    with pytest.raises(GoldError, match=r"^4 faults"):
        load_corpus_gold(folder)
