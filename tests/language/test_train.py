"""Packing and publishing of a trained pipeline (training itself takes an hour and is no unit test)."""

from pathlib import Path

import spacy
from spacy.tokens import DocBin

from kg.language.load import SHIPPED
from kg.language.training import train
from kg.language.training.corpus import NEWS, sentences
from kg.language.training.evaluate import MEASURES, OWN, evaluate, megabytes


def test_the_finished_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    fresh, output = tmp_path / "fresh", tmp_path / "fr"
    for folder, name in ((fresh, "new"), (output, "old")):
        folder.mkdir()
        (folder / name).touch()
    train.replace(fresh, output)
    assert [path.name for path in output.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["fr"]


def test_the_config_names_the_components_that_are_shipped() -> None:
    config = spacy.util.load_config(train.CONFIG)
    assert config["nlp"]["pipeline"] == spacy.util.load_config(SHIPPED / "config.cfg")["nlp"]["pipeline"]


def test_a_packed_pipeline_forgets_the_paths_of_its_training() -> None:
    nlp = spacy.blank("fr", config={"paths": {"train": "/somewhere"}})
    train.forget_training(nlp)
    assert nlp.config["paths"]["train"] is None
    assert nlp.config["initialize"]["before_init"] is None


def test_figures_are_percentages_over_raw_texts(tmp_path: Path) -> None:
    path = tmp_path / "news.spacy"
    DocBin(docs=sentences(NEWS.read_text(encoding="utf-8"))[:12]).to_disk(path)
    figures = evaluate(SHIPPED, {"news": path})
    assert list(figures.scores) == ["news", "news, ten sentences a text", OWN]
    for row in figures.scores.values():
        assert list(row) == list(MEASURES)
        assert all(70 <= figure <= 100 for figure in row.values())
    assert figures.megabytes == megabytes(SHIPPED)
