"""The command ``kg``: one module per group of commands, and one place where errors become messages and exit codes.

Exit codes: 0 done; 1 done, but some documents were skipped; 2 wrong use or unusable input; 3 the run failed. Results go
to standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

import kg
from kg.cli.ask import explain, export, query, view
from kg.cli.build import build
from kg.cli.check import check, evaluate
from kg.cli.resolve import resolve
from kg.cli.terminal import say, say_error
from kg.errors import BuildError, KgError

app = typer.Typer(
    name="kg",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, query, view, export, evaluate, explain, resolve, check):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        say(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Read French news about armed conflicts: who is said to ally with, support or fight whom, by whom, in which words.

    Nothing is said to be true: every claim leads to its words, its document and its speaker.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (``sys.argv`` by default) and return its exit code."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="kg")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KgError as error:
        say_error(str(error))
        return error.exit_code
    except Exception as error:  # the last resort: a fault of ours, told as one
        if os.environ.get("KG_DEBUG"):
            traceback.print_exc()
        say_error(
            f"{error.__class__.__name__}: {error}\nThis is a fault of kg. KG_DEBUG=1 shows where; please report it."
        )
        return BuildError.exit_code
    return 0
