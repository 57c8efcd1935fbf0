"""What a person sees: results on standard output, progress and errors on standard error.

Text from documents is hostile: it is printed without markup, and control characters are shown, not sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or a pipe."""
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def console(*, stderr: bool = False) -> Console:
    """A console on the stream as it is now; without markup, highlighting or emoji."""
    plain = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not plain.is_terminal:
        plain.width = PIPE_WIDTH
    return plain


def visible(text: str) -> str:
    """``text`` with control characters (but line ends) and changes of writing direction written out."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def say(text: str | Text) -> None:
    """Print a result, its lines as long as they are."""
    console().print(visible(text) if isinstance(text, str) else text, soft_wrap=True)


def tell(text: str) -> None:
    """Print something that is not a result."""
    console(stderr=True).print(visible(text), soft_wrap=True)


def say_error(message: str) -> None:
    """Print what went wrong."""
    console(stderr=True).print(Text.assemble(("Error: ", "bold red"), visible(message)), soft_wrap=True)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar per stage, on a terminal only; to be called with stage, steps done and steps in all."""
    out = console(stderr=True)
    columns = (
        TextColumn("{task.description:<12}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=out, disable=not out.is_terminal, transient=True) as bar:
        tasks = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield show
