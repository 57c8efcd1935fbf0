"""``kg build``: texts to a graph of claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.claims.standing import count_only_denied
from kg.cli.options import OUTPUT, Gazetteer, Judgements, Ontology, Output
from kg.cli.terminal import progress, say, tell
from kg.staging import PAGE

if TYPE_CHECKING:
    from kg.pipeline import BuildResult


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Text files, folders or globs.")],
    output: Output = OUTPUT,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy pipeline for French.", show_default="the shipped one")
    ] = None,
    base_iri: Annotated[
        str | None, typer.Option(help="What the IRIs of the data begin with.", show_default="the project's own")
    ] = None,
    ontology: Ontology = None,
    gazetteer: Gazetteer = None,
    min_confidence: Annotated[
        float, typer.Option(help="Leave out claims with a lower confidence (0 to 1).", min=0.0, max=1.0)
    ] = 0.0,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every text anew; keep nothing for next time.")
    ] = False,
    judgements: Judgements = None,
    redact: Annotated[
        Path | None,
        typer.Option(
            help="A list of names that must appear nowhere, one a line.",
            show_default="redact.txt beside the output folder",
        ),
    ] = None,
    show_private: Annotated[
        bool, typer.Option("--show-private", help="Show private persons by name instead of by role.")
    ] = False,
) -> None:
    """Read texts and write the graph of their claims: claims.jsonl, graph.trig, network.html and report.json.

    From a folder, .txt and .md files are read. A file may begin with ` date 2024-07 ` or with front matter. What was
    in the output folder is replaced only when everything went well. Texts that were read before are not read again: a
    hidden folder beside the output holds their claims, and can be deleted.
    """
    from kg import pipeline

    with progress() as show:
        result = pipeline.build(
            paths,
            output,
            model=model,
            base_iri=base_iri,
            ontology=ontology,
            gazetteer=gazetteer or (),
            min_confidence=min_confidence,
            cache=not no_cache,
            judgements=judgements,
            redact=redact,
            show_private=show_private,
            progress=show,
        )
    say("\n".join(_summary(result)))
    if result.notes:
        tell("\n".join(f"Note: {note.path}: {note.reason}" for note in result.notes))
    if result.unmatched:
        names = ", ".join(result.unmatched)
        tell(f"Note: on the list of redactions, but nowhere in the texts: {names}; check how it is written")
    if result.conflicts:
        tell("\n".join(f"Judgement: {conflict}" for conflict in result.conflicts))
    skipped = result.corpus.skipped
    if skipped:
        tell("\n".join([f"{_count(len(skipped), 'document')} skipped:", *(f"  {s.path}: {s.reason}" for s in skipped)]))
        raise typer.Exit(1)


def _summary(result: BuildResult) -> list[str]:
    corpus, page = result.corpus, result.output / PAGE
    seconds = sum(spent for _, spent in result.seconds)
    statuses = [relationship.status for relationship in corpus.relationships]
    denied = count_only_denied(corpus.relationships, corpus.claims)
    counts = {status: statuses.count(status) for status in sorted(set(statuses))} | {"only denied": denied}
    counts["alleged"] = counts.get("alleged", 0) - denied  # that is the status of what is only denied, too
    shares = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    left_out = f" ({result.left_out:,} less sure left out)" if result.left_out else ""
    return [
        f"{_count(len(corpus.documents), 'document')} read in {seconds:.1f} s: "
        f"{_count(len(corpus.claims), 'claim')}{left_out}",
        f"{_count(len(corpus.relationships), 'relationship')}" + (f": {shares}" if shares else ""),
        *_hidden(result),
        *([] if result.changed else ["Nothing new: the files are as they were"]),
        f"The network page is {page}; open it with: kg view{_where(result.output)}",
    ]


def _hidden(result: BuildResult) -> list[str]:
    listed = sum(person.role is None for person in result.hidden)
    private = len(result.hidden) - listed
    listed -= len(result.unmatched)
    return [
        *([f"{_count(listed, 'name')} of the list of redactions taken out"] if listed else []),
        *([f"{_count(private, 'private person')} shown by role; by name with --show-private"] if private else []),
    ]


def _where(output: Path) -> str:
    return "" if output == OUTPUT else f" -o {output}"


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
