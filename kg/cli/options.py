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
OUTPUT = Path("output")
