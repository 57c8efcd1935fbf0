"""Loading of the language pipeline, and what the shipped one is."""

from pathlib import Path

import pytest
import spacy

from kg.errors import ModelError
from kg.language.load import SHIPPED, load_pipeline


def test_the_shipped_pipeline_tags_lemmatises_and_parses() -> None:
    nlp = load_pipeline()
    assert {"morphologizer", "trainable_lemmatizer", "parser"} <= set(nlp.pipe_names)
    doc = nlp("Les rebelles ont attaqué le camp.")
    assert [(token.lemma_, token.dep_) for token in doc if token.pos_ == "VERB"] == [("attaquer", "ROOT")]


def test_the_shipped_pipeline_is_small() -> None:
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    assert 1_000_000 < size <= 20_000_000


def test_no_path_of_the_training_machine_is_shipped() -> None:
    for name in ("config.cfg", "meta.json"):
        assert "/tmp/" not in (SHIPPED / name).read_text(encoding="utf-8")


def test_an_unknown_pipeline_is_an_error_that_says_how_to_go_on() -> None:
    with pytest.raises(ModelError, match=r"xx_unknown_sm.*spacy download xx_unknown_sm"):
        load_pipeline("xx_unknown_sm")


def test_a_pipeline_without_a_parser_is_an_error(tmp_path: Path) -> None:
    spacy.blank("fr").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no parser"):
        load_pipeline(str(tmp_path / "blank"))


def test_a_pipeline_can_be_named_by_its_path() -> None:
    assert load_pipeline(str(SHIPPED)).meta["name"] == "conflict_fr"
