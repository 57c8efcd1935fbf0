"""``kg check`` and ``kg evaluate``: is the ontology sound, is the graph, and how good are the claims?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import OUTPUT, Gazetteer, Judgements, Ontology, Output
from kg.cli.terminal import say

if TYPE_CHECKING:
    from kg.vocabulary import Vocabulary


def check(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Check the graph in this folder, too.", show_default=False)
    ] = None,
    ontology: Ontology = None,
    gazetteer: Gazetteer = None,
    judgements: Judgements = None,
) -> None:
    """Check the ontology and your --gazetteer files, with -o the graph and the judgements beside it, all at once."""
    from kg.ontology import check as faults_of
    from kg.ontology import find_folder, load_vocabulary

    own = gazetteer or ()
    faults = faults_of(ontology, gazetteer=own)
    if output is not None:
        faults += _output_faults(output, ontology)
    if not faults and (output is not None or judgements is not None):
        faults = _judgement_faults(output, judgements, load_vocabulary(ontology, gazetteer=own))
    if faults:
        say("\n".join(faults))
        say(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}")
        raise typer.Exit(2)
    checked = [str(ontology or find_folder()), *map(str, own), *([str(output)] if output else [])]
    say(f"No fault in {' and '.join(checked)}")
    say(_counts(load_vocabulary(ontology, gazetteer=own)))


def _counts(vocabulary: Vocabulary) -> str:
    """What the ontology holds, in one line."""
    return (
        f"{len(vocabulary.classes)} classes, {len(vocabulary.relations)} relations, "
        f"{len(vocabulary.lexicon):,} lexical entries, {len(vocabulary.gazetteer):,} gazetteer entries "
        f"({_known(vocabulary)}), {len(vocabulary.queries)} named questions"
    )


def _known(vocabulary: Vocabulary) -> str:
    """What the gazetteer holds."""
    entries = vocabulary.gazetteer.values()
    points = sum(entry.point is not None for entry in entries)
    successions = sum(len(entry.successions) for entry in entries)
    memberships = sum(len(entry.memberships) for entry in entries)
    return f"{points:,} with coordinates, {successions} successions, {memberships} memberships and offices"


def _output_faults(output: Path, ontology: Path | None) -> list[str]:
    from kg.claims.serialize import load_claims
    from kg.errors import KgError
    from kg.graph.validation import validate
    from kg.staging import CLAIMS, GRAPH

    found = []
    try:
        load_claims(output / CLAIMS)
    except KgError as error:
        found.append(str(error))
    try:
        found += [f"{output / GRAPH}: {violation}" for violation in validate(output / GRAPH, ontology).violations]
    except KgError as error:
        found.append(str(error))
    return found


def _judgement_faults(output: Path | None, judgements: Path | None, vocabulary: Vocabulary) -> list[str]:
    """What is wrong with the user's judgements: the file, or judgements that cannot all hold."""
    from kg.errors import UsageError
    from kg.judged import with_judgements

    try:
        _, conflicts = with_judgements(vocabulary, output or OUTPUT, judgements)
    except UsageError as error:
        return [str(error)]
    return list(conflicts)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD-DIR", help="The folder with the gold files.")],
    output: Output = OUTPUT,
    lang: Annotated[str | None, typer.Option(help="Only gold in this language.", show_default="all")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Each relation, and each missed or wrong claim.")] = False,
    ontology: Ontology = None,
) -> None:
    """Score the claims in the output folder against gold claims written by careful readers.

    A folder with entities.json holds gold for a whole corpus: who is who, copies, independent voices.
    """
    from kg.claims.corpus_gold import is_corpus_gold
    from kg.claims.evaluation import evaluate as score
    from kg.claims.scores import report_lines
    from kg.claims.serialize import load_claims
    from kg.cli.corpus import score_corpus
    from kg.errors import GoldError, UsageError
    from kg.ontology import load_vocabulary
    from kg.staging import CLAIMS

    if is_corpus_gold(gold):
        if lang:
            raise UsageError(f"{gold} holds gold for a whole corpus, in no parts by language; leave out --lang")
        for line in score_corpus(gold, output, ontology, verbose=verbose):
            say(line)
        return
    relations = load_vocabulary(ontology).relations
    claims = load_claims(output / CLAIMS)
    scored = score(claims, gold, relations, language=lang)
    if scored.elsewhere == scored.predictions and not _built_from(gold, output, ontology):
        raise GoldError(f"no text of {gold} was built into {output}; build them with: kg build {gold} -o {output}")
    for line in report_lines(scored, verbose=verbose):
        say(line)


def _built_from(gold: Path, output: Path, ontology: Path | None) -> bool:
    """Whether the output knows some document of the gold, though it read no claim there."""
    from kg.api import load
    from kg.claims.evaluation import gold_stem

    stems = [path.stem for path in gold.glob("*.json")]
    return any(gold_stem(document.id, stems) is not None for document in load(output, ontology=ontology).documents)
