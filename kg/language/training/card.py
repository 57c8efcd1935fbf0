"""The model card, the licence note and the figures in `meta.json`.

In: the packed pipeline's folder and its figures. Out: `README.md` and an updated
`meta.json` there. Invariant: each figure of the card is one of `meta.json`.
"""

from __future__ import annotations

import json
from pathlib import Path

from kg.language.training.corpus import ATTRIBUTED
from kg.language.training.evaluate import MEASURES, Figures

COMMAND = "python -m kg.language.training.train ../shared/treebanks"
SOURCES = (
    ("UD_French-Sequoia, train and dev", "LGPL-LR"),
    ("UD_French-FQB", "LGPL-LR"),
    ("UD_French-GSD, dev", "CC BY-SA 4.0"),
    ("UD_French-Rhapsodie, train, dev and test", "CC BY-SA 4.0"),
    ("UD_French-ParisStories, train, dev and test", "CC BY-SA 4.0"),
    ("news.conllu, sentences written for this project", "as the project"),
    ("articles.conllu, sentences of this project's gold articles", "CC BY 4.0"),
)
DESCRIPTION = (
    "French pipeline for conflict news: tok2vec, morphologizer, edit-tree lemmatizer, parser. "
    "Trained from scratch on Universal Dependencies treebanks; no vectors, no entities."
)
LICENCE = """\
Licence of the weights in this folder
=====================================

The weights were trained on treebanks under LGPL-LR (Sequoia, FQB) and
CC BY-SA 4.0 (GSD, Rhapsodie, ParisStories), and on sentences written for this
project. The treebanks themselves are not part of this folder. To respect the
stricter of their terms, the weights are given under CC BY-SA 4.0
(https://creativecommons.org/licenses/by-sa/4.0/), with attribution to the
authors of these treebanks (https://universaldependencies.org/) and, for Sequoia
and FQB, under the terms of the LGPL-LR. The code of conflict-kg has its own licence.
"""
CARD = """\
# conflict_fr: the French pipeline shipped with conflict-kg

{description}

Load it with `kg.language.load.load_pipeline()`, or `spacy.load("kg/language/fr")`.
Hand over one paragraph at a time, without blank lines or header lines.

## Figures

{table}

Percentages over raw text, so that errors of the tokenizer count. A sentence at a
time, unless « ten sentences a text » is said: there the pipeline must also find
where sentences end. Contractions (*au*, *du*) are one token.
These three test sets had no part in training or in the choice of the best step.

- Speakers after the verb of saying: {found} of {cases} found in sentences of the project's own
  that were not trained on (`inversions.tsv`).
- Speed: {speed:,} words/s (of processor time, one core) over the texts of Sequoia-test,
  whole pipeline.
- Size on disk: {size} MB.

The command that trains the pipeline (about an hour on one core from the treebanks, then
twenty minutes of adaptation to the project's articles; the treebanks are described in `../shared/treebanks/README.md`):

    {command}

## Sources and licences

{sources}

The test sets are UD_French-Sequoia test (LGPL-LR), UD_French-GSD test (CC BY-SA 4.0)
and UD_French-PUD (CC BY-SA 3.0). No pretrained vectors or weights were used.
The licence of the weights is in `LICENSE`.

## What was done for news

- The tokenizer keeps hyphenated words and names whole (Tin-Zaouatine, IN-AFARAK,
  CSP-DPA, N'Djamena) and splits both apostrophes, ' and ’, alike.
- The written treebanks are used twice, the second time with other quotes and
  apostrophes, some names in capitals and some final stops left out; some texts get
  stray blanks and line ends, so that a blank line does less harm.
- `news.conllu` adds {news} sentences: subjects after a verb of saying, names with
  hyphens and in capitals, acronyms in brackets, headlines, participles, clefts.
  They were parsed by an earlier state of the pipeline and then corrected by hand,
  by one annotator.
- {built} more sentences with the speaker after the verb are built from clauses and
  speakers of the treebanks and the verbs of `news.conllu` (`speech.py`).
- `articles.conllu`: {articles} sentences of gold articles, as the reader hands them to the parser
  (stand-ins for names and dates). A second, slower stage of training adds them three times
  over. They were parsed by the first stage and corrected by reading, by several annotators;
  the sentences of eight more articles (`articles_test.conllu`) are only tested on. Correcting
  a parse leaves what is not clearly wrong as the parser had it, so that row flatters.
- Sentences of Sequoia's and GSD's other parts that also stand in a test set are left out.

## Limits

- No named entities: names are found by the project's own lists and rules.
- Trained on about 200,000 words, two fifths of them spoken French. PUD (news and
  Wikipedia) follows other conventions in labels and even more so in morphology.
- The annotations of `news.conllu` and `articles.conllu` were not checked by a second person.
- The shipped weights are those of an earlier first stage, adapted; both stages in one run were not repeated.
- A speaker after an unknown verb of saying, without quotes above all, is often made its
  object: take the object of an inserted verb that has no subject for the speaker.
- Lemmas of unknown words come from patterns of endings and may not be words.
- A non-breaking space becomes a token of its own: replace it by a plain one.
"""


def describe(folder: Path, figures: Figures) -> None:
    """Writes name, licence, sources and figures into the pipeline's `meta.json`."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta |= {
        "name": "conflict_fr",
        "version": "1.1.0",
        "description": DESCRIPTION,
        "license": "CC BY-SA 4.0 and LGPL-LR",
        "sources": [{"name": name, "license": licence} for name, licence in SOURCES],
        "performance": {
            "scores": figures.scores,
            "speakers": list(figures.speakers),
            "words_per_second": figures.words_per_second,
            "megabytes": figures.megabytes,
        },
    }
    text = json.dumps(meta, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def write_card(folder: Path, figures: Figures) -> None:
    """Writes the model card, `README.md`."""
    card = CARD.format(
        description=DESCRIPTION,
        table=_table(figures),
        found=figures.speakers[0],
        cases=figures.speakers[1],
        speed=figures.words_per_second,
        size=figures.megabytes,
        command=COMMAND,
        sources="\n".join(f"- {name}: {licence}" for name, licence in SOURCES),
        news=_sentences("news.conllu"),
        articles=_sentences("articles.conllu"),
        built=ATTRIBUTED,
    )
    (folder / "README.md").write_text(card, encoding="utf-8")


def _sentences(name: str) -> int:
    path = Path(__file__).with_name(name)
    return path.read_text(encoding="utf-8").count("# sent_id = ") if path.exists() else 0


def _table(figures: Figures) -> str:
    lines = [["test set", *MEASURES], ["---"] * (len(MEASURES) + 1)]
    for label, row in figures.scores.items():
        lines.append([label, *(f"{row[name]:.1f}" for name in MEASURES)])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
