"""Trains, packs and measures the shipped French pipeline, with one command.

    python -m kg.language.training.train ../shared/treebanks [--output kg/language/fr]

In: the folder of packed treebanks, `config.cfg` and `news.conllu`. Out: the
pipeline's folder, its figures in `meta.json` and its model card. Takes about an
hour on one core, then twenty minutes to adapt it to the project's articles.
Invariant: the output folder is replaced whole or not at all.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_nlp
from spacy.util import load_config

from kg.language.training.card import LICENCE, describe, write_card
from kg.language.training.corpus import Corpora, write_corpora
from kg.language.training.evaluate import Figures, evaluate
from kg.language.training.tokenizer import blank_pipeline

CONFIG = Path(__file__).with_name("config.cfg")
ADAPTING_STEPS = 1000
ADAPTING_RATE = 0.0006
SHIPPED = Path(__file__).resolve().parents[1] / "fr"


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line described above."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(options.work or scratch)
        corpora = write_corpora(options.treebanks, work / "corpora")
        first = train(corpora, work, max_steps=options.max_steps)
        best = adapt(first, corpora, work, max_steps=options.max_steps)
        figures = publish(best, options.output, corpora.tests)
    print_figures(figures)


def train(corpora: Corpora, work: Path, *, max_steps: int | None = None) -> Path:
    """Trains with `config.cfg` below `work`; gives the folder of the best step."""
    base = work / "base"
    blank_pipeline().to_disk(base)
    overrides: dict[str, str | int] = {
        "paths.train": str(corpora.train),
        "paths.dev": str(corpora.dev),
        "paths.base": str(base),
    }
    if max_steps is not None:
        overrides["training.max_steps"] = max_steps
    spacy_train(CONFIG, work / "trained", overrides=overrides)
    return work / "trained" / "model-best"


def adapt(first: Path, corpora: Corpora, work: Path, *, max_steps: int | None = None) -> Path:
    """Goes on training the pipeline in `first` with the project's own articles; gives the folder of the last step.

    Slower and shorter than the first stage, so that what the treebanks taught is kept.
    """
    overrides: dict[str, str | int | float] = {
        "paths.train": str(corpora.adapt),
        "paths.dev": str(corpora.dev),
        "paths.base": str(first),
        "training.max_steps": min(ADAPTING_STEPS, max_steps or ADAPTING_STEPS),
        "training.eval_frequency": 250,
        "training.optimizer.learn_rate.initial_rate": ADAPTING_RATE,
        "training.optimizer.learn_rate.warmup_steps": 100,
    }
    config = load_config(CONFIG, overrides=overrides, interpolate=False)
    config["components"] = {name: {"source": str(first)} for name in config["components"]}
    nlp = init_nlp(config)
    restore_labels(nlp)
    folder = work / "adapted"
    folder.mkdir(parents=True, exist_ok=True)
    train_nlp(nlp, folder)
    return folder / "model-last"


def restore_labels(nlp: Language) -> None:
    """A lemmatizer read from disk knows its labels, not which edit tree each stands for; training needs both."""
    lemmatizer = cast(EditTreeLemmatizer, nlp.get_pipe("trainable_lemmatizer"))
    lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}


def publish(trained: Path, output: Path, tests: dict[str, Path]) -> Figures:
    """Packs and measures a trained pipeline, then puts it in place of the old one."""
    fresh = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        pack(trained, fresh)
        figures = evaluate(fresh, tests)
        describe(fresh, figures)
        write_card(fresh, figures)
        (fresh / "LICENSE").write_text(LICENCE, encoding="utf-8")
        replace(fresh, output)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return figures


def pack(trained: Path, folder: Path) -> None:
    """Saves the pipeline without what only training needs."""
    nlp = spacy.load(trained)
    forget_training(nlp)
    nlp.to_disk(folder)


def forget_training(nlp: Language) -> None:
    """Drops this machine's paths from the pipeline's config."""
    for name in nlp.config["paths"]:
        nlp.config["paths"][name] = None
    nlp.config["initialize"]["before_init"] = None


def replace(fresh: Path, output: Path) -> None:
    """Renames the finished folder over the old one."""
    old = output.with_name(f".{output.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    fresh.rename(output)
    shutil.rmtree(old, ignore_errors=True)


def print_figures(figures: Figures) -> None:
    """One line for each test set, then speed and size."""
    for label, row in figures.scores.items():
        print(label, *(f"{name} {value}" for name, value in row.items()), sep="  ")
    print(f"{figures.words_per_second} words/s, {figures.megabytes} MB")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kg.language.training.train")
    parser.add_argument("treebanks", type=Path, help="folder of the packed treebanks")
    parser.add_argument("--output", type=Path, default=SHIPPED, help="where the pipeline goes")
    parser.add_argument("--work", type=Path, help="keep intermediate files here")
    parser.add_argument("--max-steps", type=int, help="stop earlier than config.cfg says")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
