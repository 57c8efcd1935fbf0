"""The gold files are sound: every claim points to words of its article, to known parties and to a known relation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from factories import make_claim

from kg.claims.evaluation import evaluate
from kg.records import Claim, Entity, Word
from kg.text.documents import read_document
from kg.vocabulary import Vocabulary

HERE = Path(__file__).parent / "gold"
SETS = {"train": (108, 2300), "dev": (20, 500), "test": (41, 740)}
"""Part -> number of articles, and the least number of required core claims in all of them."""
CLAIMLESS = range(130, 145)
"""Numbers of the articles in which a careful reader finds no core claim."""
ORDINARY = range(182, 206)
"""Numbers of the articles that are as long and as dense as an ordinary day's news, not denser."""
ARTICLES = [path.with_suffix("") for name in SETS for path in sorted((HERE / name).glob("*.json"))]
WHEN = re.compile(r"(\d{4}(-\d\d){0,2})?(/(\d{4}(-\d\d){0,2})?)?")


def gold_of(article: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(article.with_suffix(".json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(params=ARTICLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def article(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.mark.parametrize("folder", SETS)
def test_each_set_holds_its_articles_and_enough_required_claims(folder: str, vocabulary: Vocabulary) -> None:
    articles, least = SETS[folder]
    found = [path for path in ARTICLES if path.parent.name == folder]
    assert len(found) == articles
    required = [
        claim
        for path in found
        for claim in gold_of(path)["claims"]
        if not claim["optional"] and not vocabulary.relations[claim["r"]].apart
    ]
    assert len(required) >= least


@pytest.mark.parametrize("folder", SETS)
def test_texts_and_gold_files_pair_up(folder: str) -> None:
    texts = {path.stem for path in (HERE / folder).glob("*.txt")}
    assert texts == {path.stem for path in (HERE / folder).glob("*.json")}


def test_no_article_of_the_test_part_may_be_used_for_steering() -> None:
    bodies = {name: {path.read_text(encoding="utf-8") for path in (HERE / name).glob("*.txt")} for name in SETS}
    stems = {name: {path.stem for path in (HERE / name).glob("*.txt")} for name in SETS}
    for other in SETS.keys() - {"test"}:
        assert not bodies["test"] & bodies[other]
        assert not stems["test"] & stems[other]


def test_a_gold_file_is_named_after_its_document_and_shares_its_date(article: Path) -> None:
    data, document = gold_of(article), read_document(article.with_suffix(".txt"))
    assert data["doc"] == document.id == article.name
    assert data["lang"] == "fr"
    assert document.date in (None, data["date"])


def test_an_article_is_dense_or_claimless_and_as_long_as_a_news_text(article: Path, vocabulary: Vocabulary) -> None:
    document = read_document(article.with_suffix(".txt"))
    words = document.text[slice(*document.body)].split()
    core = [c for c in gold_of(article)["claims"] if not c["optional"] and not vocabulary.relations[c["r"]].apart]
    number = int(article.name.split("_")[0])
    assert 190 <= len(words) <= (480 if number in ORDINARY else 420)
    assert not core if number in CLAIMLESS else (1 if number in ORDINARY else 14) <= len(core) <= 40


def test_evidence_is_verbatim_and_stands_in_its_paragraph(article: Path) -> None:
    document = read_document(article.with_suffix(".txt"))
    lines = [line for line in document.text[slice(*document.body)].split("\n") if line.strip()]
    astray = [c for c in gold_of(article)["claims"] if c["evidence"].split("\n")[0] not in lines[c["para"] - 1]]
    assert not astray


def test_every_key_of_a_claim_is_an_entity(article: Path, vocabulary: Vocabulary) -> None:
    data = gold_of(article)
    used = set()
    for claim in data["claims"]:
        used |= {claim["s"], claim["attribution"], *claim.get("attribution_alt", [])} - {"author"}
        used |= {claim["where"]} - {None}
        if vocabulary.relations[claim["r"]].range is not None:
            used.add(claim["o"])
    assert used <= set(data["entities"])


def test_attributes_have_the_values_of_the_guidelines(article: Path) -> None:
    for claim in gold_of(article)["claims"]:
        assert claim["polarity"] in {"positive", "negative"}
        assert claim["certainty"] in {"certain", "probable", "possible"}
        assert claim["when"] is None or WHEN.fullmatch(claim["when"])
        assert isinstance(claim["optional"], bool)


def test_classes_and_relations_are_those_of_the_ontology(article: Path, vocabulary: Vocabulary) -> None:
    data = gold_of(article)
    classes = {key: entity["type"] for key, entity in data["entities"].items()}
    assert set(classes.values()) <= set(vocabulary.classes)
    assert {claim["r"] for claim in data["claims"]} <= set(vocabulary.relations)
    for claim in data["claims"]:
        relation = vocabulary.relations[claim["r"]]
        assert vocabulary.is_a(classes[claim["s"]], relation.domain), claim
        assert relation.range is None or vocabulary.is_a(classes[claim["o"]], relation.range), claim


def test_names_of_an_entity_are_unlike_those_of_others_of_its_class(article: Path) -> None:
    entities = gold_of(article)["entities"]
    seen: dict[tuple[str, str], str] = {}
    for key, entity in entities.items():
        assert entity["names"]
        for name in entity["names"]:
            assert seen.setdefault((entity["type"], name.casefold()), key) == key, name


@pytest.mark.parametrize("folder", SETS)
def test_gold_scored_against_itself_is_perfect(folder: str, vocabulary: Vocabulary) -> None:
    result = evaluate(predictions(HERE / folder, vocabulary), HERE / folder, vocabulary.relations)
    core = result.part(lambda claim: not result.is_apart(claim))
    apart = result.part(result.is_apart)
    assert (core.f1, apart.f1) == (1.0, 1.0)
    assert not result.wrong


def predictions(folder: Path, vocabulary: Vocabulary) -> Iterator[Claim]:
    for path in sorted(folder.glob("*.json")):
        data = gold_of(path.with_suffix(""))
        parties = {
            key: Entity(id=key, label=e["names"][0], names=tuple(e["names"]), type=e["type"])
            for key, e in data["entities"].items()
        }
        for number, claim in enumerate(data["claims"]):
            literal = vocabulary.relations[claim["r"]].range is None
            yield make_claim(
                f"{path.stem}-{number}",
                parties[claim["s"]],
                claim["r"],
                Word(literal=claim["o"]) if literal else parties[claim["o"]],
                by=parties.get(claim["attribution"]),
                words=claim["evidence"],
                doc=path.stem,
                polarity=claim["polarity"],
                certainty=claim["certainty"],
            )
