"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Output = Annotated[Path, typer.Option("--output", "-o", help="The folder of the results.")]
Ontology = Annotated[
    Path | None,
    typer.Option("--ontology", help="Your own ontology folder instead of the shipped one.", show_default=False),
]
Judgements = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        help="Your decisions on who is who, as kg resolve writes them.",
        show_default="judgements.ttl beside the output folder",
    ),
]
Gazetteer = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="A Turtle file of your own with further parties and places, or more names of known ones; repeatable.",
        show_default=False,
    ),
]
OUTPUT = Path("output")
