"""What an output folder holds, and writing it so that a failure leaves the previous one as it was.

Everything is written into a temporary folder beside the output first. Only when all of it is there does each file
replace its predecessor by renaming; should that fail half-way, the predecessors are put back. A file that
is as its predecessor is left alone, so that a build with nothing new writes nothing.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg.errors import OutputError

CLAIMS, GRAPH, PAGE, REPORT = "claims.jsonl", "graph.trig", "network.html", "report.json"
ENTITIES = "entities.jsonl"
"""What a build writes."""
JUDGEMENTS = "judgements.ttl"
"""What people decided on who is who, beside the output folder; a build reads it and never writes it."""


def judgements_beside(output: Path) -> Path:
    """The file of the user's judgements that goes with an output folder: beside it, not in it."""
    return output.resolve().parent / JUDGEMENTS


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A folder to write in, whose files take their places in ``output`` when the block ends without an error.

    Other files in ``output`` stay. Raises ``OutputError`` at once when ``output`` cannot be written.
    """
    folder = _staging_folder(output)
    try:
        yield folder
        _swap(folder, output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _staging_folder(output: Path) -> Path:
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output} is a file, not a folder; choose another folder with -o")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.exists() and not os.access(output, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
        # The full path: "." and "/" have no name of their own.
        place = output.resolve()
        return Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror}; choose another folder with -o") from error


def _swap(folder: Path, output: Path) -> None:
    made = changed(folder, output)
    if not made:
        return
    before = folder / "before"
    done: list[str] = []
    try:
        before.mkdir()
        output.mkdir(exist_ok=True)
        for name in made:
            if (output / name).exists():
                (output / name).replace(before / name)
            done.append(name)
            (folder / name).replace(output / name)
    except OSError as error:
        _put_back(done, before, output)
        raise OutputError(f"{output} cannot be written: {error.strerror}; what was there is as it was") from error


def changed(folder: Path, output: Path) -> list[str]:
    """The names of the files in ``folder`` that ``output`` lacks or has with other bytes, sorted."""
    return [path.name for path in sorted(folder.iterdir()) if not _same(path, output / path.name)]


def _same(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False


def _put_back(names: list[str], before: Path, output: Path) -> None:
    for name in names:
        with contextlib.suppress(OSError):
            if (before / name).exists():
                (before / name).replace(output / name)
            else:
                (output / name).unlink(missing_ok=True)
