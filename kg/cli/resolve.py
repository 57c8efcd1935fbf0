"""``kg resolve``: a person decides who is who where the names alone do not tell."""

from __future__ import annotations

import datetime
import getpass
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.ask import Format
from kg.cli.options import OUTPUT, Gazetteer, Judgements, Ontology, Output
from kg.cli.terminal import console, say, tell, visible

if TYPE_CHECKING:
    from kg.claims.questions import Question
    from kg.records import Resolved
    from kg.vocabulary import Vocabulary

_QUESTIONS = ("score", "one", "class", "other", "other_class", "claims", "why")
_MERGES = ("party", "score", "one", "other", "why")


def resolve(
    output: Output = OUTPUT,
    judgements: Judgements = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides; written into the file.", show_default="your user name")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the open questions instead of asking them.")] = False,
    merges: Annotated[bool, typer.Option("--merges", help="List what was merged automatically, and why.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last judgement in the file.")] = False,
    format: Annotated[Format, typer.Option(help="How a list is shown.")] = Format.table,
    ontology: Ontology = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Decide who is who: same, different or unsure, pair by pair, with the words of the documents on both sides.

    Each answer is written at once to judgements.ttl beside the output folder (or to --judgements FILE), with your name
    and the day. `kg build` reads it every time and never writes it. `--undo`, or deleting a block, takes one back.
    """
    from kg.claims.entities import load_entities
    from kg.judged import judgements_file
    from kg.ontology import load_vocabulary
    from kg.staging import ENTITIES

    path = judgements_file(output, judgements)
    if undo:
        _take_back(path)
        return
    resolved = load_entities(output / ENTITIES)
    if merges:
        _show(_MERGES, _merge_rows(resolved), format)
        return
    questions = _questions(resolved, output, judgements, load_vocabulary(ontology, gazetteer=gazetteer or ()))
    if list_:
        _show(_QUESTIONS, _question_rows(questions), format)
        return
    from kg.cli.asking import ask_all

    asked = ask_all(questions, path, reviewer=reviewer or _user(), date=datetime.date.today().isoformat())
    if asked:
        say(f"{asked} judgement{'s' if asked > 1 else ''} in {path}; they count from the next kg build on")


def _user() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


def _take_back(path: Path) -> None:
    from kg.errors import UsageError
    from kg.ontology.judgement_file import take_back

    taken = take_back(path)
    if taken is None:
        raise UsageError(f"{path} holds no judgement that kg resolve wrote; delete others by hand")
    one, other = taken.names
    say(f"Taken back: « {one} » and « {other} » are no longer judged {taken.verdict}")


def _questions(
    resolved: Iterable[Resolved], output: Path, judgements: Path | None, vocabulary: Vocabulary
) -> list[Question]:
    from kg.claims.questions import find_questions
    from kg.claims.serialize import load_claims
    from kg.judged import with_judgements
    from kg.staging import CLAIMS

    if judgements is None or judgements.is_file():  # a file that was asked for may be new: the first answer makes it
        vocabulary, conflicts = with_judgements(vocabulary, output, judgements)
        for conflict in conflicts:
            tell(f"Judgement: {conflict}")
    return find_questions(resolved, load_claims(output / CLAIMS), vocabulary)


def _question_rows(questions: Iterable[Question]) -> list[dict[str, str | float]]:
    return [
        {
            "score": q.match.score,
            "one": _said(q.one.name, q.one.known, q.docs[0]),
            "class": q.one.type,
            "other": _said(q.other.name, q.other.known, q.docs[1]),
            "other_class": q.other.type,
            "claims": q.weight[1],
            "why": ", ".join(f"{name} {given:+.2f}" for name, given in q.match.reasons),
        }
        for q in questions
    ]


def _said(name: str, known: str | None, doc: str | None) -> str:
    return name + (f" [{known}]" if known else "") + (f" in {doc}" if doc else "")


def _merge_rows(resolved: Iterable[Resolved]) -> list[dict[str, str | float]]:
    return [
        {
            "party": party.entity.label,
            "score": merge.score,
            "one": merge.names[0],
            "other": merge.names[1],
            "why": ", ".join(f"{name} {given:+.2f}" for name, given in merge.reasons),
        }
        for party in sorted(resolved, key=lambda party: (party.entity.label, party.entity.id))
        for merge in party.merges
    ]


def _show(columns: Sequence[str], rows: Sequence[dict[str, str | float]], format: Format) -> None:
    from rich.table import Table

    from kg.graph.answers import csv_text

    if format is Format.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif format is Format.csv:
        sys.stdout.write(csv_text(columns, ([visible(str(row[column])) for column in columns] for row in rows)))
    else:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in columns:
            table.add_column(column.replace("_", " "), overflow="fold")
        for row in rows:
            table.add_row(*(visible(str(row[column])) for column in columns))
        if rows:
            console().print(table)
        say(f"{len(rows)} row{'' if len(rows) == 1 else 's'}")
