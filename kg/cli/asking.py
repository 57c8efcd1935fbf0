"""The questions of ``kg resolve`` on a terminal: both sides with their words, and one key for an answer.

Every answer is in the file before the next question is shown. What follows from the answers is not asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from kg.claims.contradictions import follows
from kg.claims.questions import Party, Question
from kg.cli.terminal import console, say, visible
from kg.ontology.judgement_file import add_judgement, take_back
from kg.records import Claim, Entity
from kg.vocabulary import Judgement, Verdict

_VERDICTS: dict[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}
_KEYS = "[s] same   [d] different   [u] unsure   [n] next, without an answer   [z] take back the last   [q] quit"
_QUOTES, _LONGEST_QUOTE, _NAMES = 3, 300, 8


def ask_all(
    questions: Sequence[Question],
    path: Path,
    *,
    reviewer: str | None,
    date: str,
    read_key: Callable[[], str] | None = None,
) -> int:
    """Ask the questions one after the other and write each answer to ``path``; how many judgements were left there.

    ``read_key`` gives the next key in lower case, "q" at the end of the input.
    """
    read_key = read_key or _read_key
    written: list[tuple[int, Judgement]] = []
    place = 0
    while place < len(questions):
        question = questions[place]
        if follows(question.answered("unsure", reviewer=None, date=None), [judgement for _, judgement in written]):
            place += 1
            continue
        _show(question, place + 1, len(questions))
        key = read_key()
        if key in _VERDICTS:
            judgement = question.answered(_VERDICTS[key], reviewer=reviewer, date=date)
            add_judgement(path, judgement)
            written.append((place, judgement))
            say(f"→ {judgement.verdict}\n")
            place += 1
        elif key == "n":
            place += 1
        elif key == "z" and written:
            take_back(path)
            place, judgement = written.pop()
            say(f"Taken back: {judgement.verdict}\n")
        elif key == "q":
            break
        else:
            say("Nothing was answered yet." if key == "z" else f"{visible(key)!r} is none of the keys.")
    else:
        say("No open question." if not questions else "That was the last question.")
    return len(written)


def _read_key() -> str:
    """A key pressed on a terminal, or the next line of a pipe."""
    try:
        if sys.stdin.isatty():
            return click.getchar().lower()
        line = sys.stdin.readline()
    except (KeyboardInterrupt, EOFError):
        return "q"
    return line.strip().lower()[:1] if line else "q"


def _show(question: Question, number: int, total: int) -> None:
    table = Table(box=None, pad_edge=False, show_header=False, expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    sides = zip((question.one, question.other), question.docs, strict=True)
    table.add_row(*(_side(party, doc) for party, doc in sides))
    reasons = ", ".join(f"{name} {given:+.2f}" for name, given in question.match.reasons)
    out = console()
    out.print(Panel(table, title=f"{number} of {total}: are these one party?", title_align="left"))
    out.print(Text(f"{question.match.score:.2f}  {reasons}", style="dim"))
    out.print(Text(_KEYS))


def _side(party: Party, doc: str | None) -> Text:
    """What a person needs to know of one side."""
    others = [name for name in party.names if name != party.name]
    more = f" … {len(others) - _NAMES} more" if len(others) > _NAMES else ""
    lines = [
        (party.name, "bold"),
        (f"{party.type}{f', gazetteer: {party.known}' if party.known else ''}", ""),
        *([(f"also {', '.join(others[:_NAMES])}{more}", "")] if others else []),
        (f"{_count(len(party.claims), 'claim')} in {_count(len(party.docs), 'document')}", ""),
        *([(f"asked for the document {doc} only", "italic")] if doc else []),
        *((text, "") for text in _quotes(party)),
    ]
    return Text("\n").join(Text(visible(text), style=style) for text, style in lines)


def _quotes(party: Party) -> list[str]:
    """The words of some claims, first those in which the name itself stands."""
    ranked = sorted(party.claims, key=lambda claim: (party.name not in _words(claim), claim.doc, claim.id))
    return [f"\n{claim.doc}{_role(claim)}:\n« {_words(claim)} »" for claim in ranked[:_QUOTES]]


def _words(claim: Claim) -> str:
    text = " ".join(claim.evidence[0].text.split()) if claim.evidence else ""
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + " …"


def _role(claim: Claim) -> str:
    other = claim.object.label if isinstance(claim.object, Entity) else claim.object.literal
    return f", {claim.subject.label} — {claim.relation} — {other}"


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
