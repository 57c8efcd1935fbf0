"""Files to documents: which files are meant, and what each of them holds.

In: paths as a user writes them (files, folders, globs). Out: ``Document`` records in a fixed order with unique ids.
A file that cannot be read raises ``DocumentError``, which the pipeline turns into a skipped document.
"""

from __future__ import annotations

import difflib
import glob
import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import DocumentError, UsageError
from kg.records import Document, Skipped
from kg.text.encoding import decode
from kg.text.header import parse_header
from kg.text.suspect import notes, repaired

SUFFIXES = (".txt", ".md")
"""What is read from a folder; a file that is named outright may have any suffix."""
MAX_CHARACTERS = 1_000_000
"""The most that the language pipeline takes at once; about 400 pages."""
LONGEST_RUN = 2_000
"""Characters without a space above which a text is no prose (encoded data); tokenizing them takes minutes."""
UNBROKEN = re.compile(rf"\S{{{LONGEST_RUN + 1}}}")


def find_paths(paths: Sequence[str]) -> tuple[Path, ...]:
    """The files that ``paths`` name, sorted, each once.

    A folder stands for its ``.txt`` and ``.md`` files at any depth, hidden ones left out. Raises ``UsageError`` for a
    path that does not exist, a glob that matches nothing and a folder without texts.
    """
    found: dict[Path, Path] = {}
    for path in sorted(file for written in paths for file in _expand(written)):
        found.setdefault(path.resolve(), path)
    return tuple(sorted(found.values()))


def _expand(written: str) -> list[Path]:
    path = Path(written)
    try:
        if path.is_dir():
            return _folder(path)
        if path.exists():
            return [path]
    except (OSError, ValueError) as error:  # too long, or forbidden: a text in the place of its path
        raise UsageError(f"not a path that can be read: {written[:60]}… ({error.__class__.__name__})") from error
    if glob.has_magic(written):
        matches = [Path(match) for match in glob.glob(written, recursive=True)]  # noqa: PTH207 - may be absolute
        files = [file for match in matches for file in (_texts(match) if match.is_dir() else [match])]
        if files:
            return files
        raise UsageError(f"no file matches {written}; check the pattern, or give a folder")
    raise UsageError(f"no such file or folder: {written}{_nearest(path)}")


def _folder(path: Path) -> list[Path]:
    files = _texts(path)
    if not files:
        raise UsageError(f"no .txt or .md file in the folder {path}; name files of another kind one by one")
    return files


def _texts(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise UsageError(f"the folder {error.filename} cannot be read: {error.strerror}") from error

    files = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(root, name) for name in names if name.lower().endswith(SUFFIXES) and not name.startswith(".")]
    return files


def _nearest(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return f" (nor is there a folder {path.parent})"
    close = difflib.get_close_matches(path.name, names, n=1)
    return f"; did you mean {path.parent / close[0]}?" if close else ""


def read_document(path: Path) -> Document:
    """The document in the file ``path``, its id the file's stem.

    Raises ``DocumentError``, naming the file, for one that is missing, no file, too large, binary, in an unknown
    encoding, without text, not prose, or says itself that it is in another language than French.
    """
    try:
        return _document(path, decode(_bytes(path)))
    except DocumentError as error:
        raise DocumentError(f"{printable(path)}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise DocumentError("is not a file")
        if path.stat().st_size > 4 * MAX_CHARACTERS:
            raise DocumentError(f"is larger than {MAX_CHARACTERS:,} characters; split it into its articles")
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"cannot be opened: {error.strerror}") from error


def _document(path: Path, written: str) -> Document:
    text = repaired(written)
    header = parse_header(text)
    body = header.start, len(text.rstrip())
    if body[0] >= body[1]:
        raise DocumentError("holds a header but no text" if text.strip() else "is empty")
    if len(text) > MAX_CHARACTERS:
        raise DocumentError(f"is longer than {MAX_CHARACTERS:,} characters; split it into its articles")
    if run := UNBROKEN.search(text):
        line = text.count("\n", 0, run.start()) + 1
        raise DocumentError(f"has more than {LONGEST_RUN:,} characters without a space in line {line}: not a text")
    if header.language and not header.language.lower().startswith("fr"):
        raise DocumentError(f"says that its language is {header.language!r}; only French (fr) is read")
    return Document(
        id=_clean(path.stem),
        path=printable(path),
        text=text,
        body=body,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        date=header.date,
        title=header.title,
        url=header.url,
        publisher=header.publisher,
        notes=(*([header.note] if header.note else []), *notes(text, body, was_broken=text != written)),
    )


def printable(path: Path) -> str:
    """``path`` with slashes, and with replacement characters for bytes of a name that are not UTF-8."""
    return _clean(path.as_posix())


def _clean(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def unique_ids(documents: Iterable[Document]) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """``documents`` sorted by id, and those left out.

    Files in different folders may share a stem: then each of them has the first eight digits of its digest behind it,
    so that the ids depend on the files alone. Of the same stem with the same text one is kept.
    """
    by_stem: dict[str, dict[str, Document]] = defaultdict(dict)
    skipped = []
    for document in sorted(documents, key=lambda document: document.path):
        first = by_stem[document.id].setdefault(document.digest, document)
        if first is not document:
            skipped.append(Skipped(path=document.path, reason=f"has the same name and text as {first.path}"))
    kept = [
        replace(document, id=f"{stem}-{digest[:8]}") if len(same) > 1 else document
        for stem, same in by_stem.items()
        for digest, document in same.items()
    ]
    return tuple(sorted(kept, key=lambda document: document.id)), tuple(skipped)
