"""Claims that were read before, so that a build reads only what is new.

In: a document and what reads it. Out: its claims as the reader gave them, field for field. An entry is named by a hash
of everything its claims depend on (the text, the header, the reader with its words and weights) and begins with a hash
of its own content: what was changed or damaged is not used but read anew. The folder may be deleted at any time. It
holds names and sentences of the documents, and only of those of the last build: the others' entries are removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from kg.records import Claim, Document

_CLAIMS = TypeAdapter(tuple[Claim, ...])
_SUFFIX = ".claims"
_MARK = "CACHEDIR.TAG"
"""Tells programs for backups that the folder can be made again: https://bford.info/cachedir/"""
_MARK_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by kg build; may be deleted.\n"


class Reads(Protocol):
    """What finds claims in a document."""

    def read(self, document: Document) -> tuple[Claim, ...]:
        """The claims of ``document``, in no fixed order; ``DocumentError`` when it cannot be read."""
        ...


def cache_folder(output: Path) -> Path:
    """Where the cache of an output folder lies: beside it, hidden, for what is in the output is for others to see."""
    place = output.resolve()
    return place.with_name(f".{place.name}-cache")


class CachedReader:
    """Reads documents with ``reader``, made when it is first needed, but those that were read before from ``folder``.

    ``version`` stands for everything but the document that the claims depend on.
    """

    def __init__(self, reader: Callable[[], Reads], folder: Path, version: str) -> None:
        self._make, self._folder, self._version = reader, folder, version
        self._reader: Reads | None = None
        self._used: set[Path] = set()

    def read(self, document: Document) -> tuple[Claim, ...]:
        """The claims of ``document``; errors are the reader's."""
        path = self._path(document)
        self._used.add(path)
        found = self._load(path)
        if found is None:
            if self._reader is None:
                self._reader = self._make()
            found = self._reader.read(document)
            self._save(path, found)
        return found

    def _path(self, document: Document) -> Path:
        parts = [self._version, document.id, document.digest, *document.body, document.language, document.date]
        parts += [document.title, document.url, document.publisher]
        name = hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
        return self._folder / name[:2] / (name + _SUFFIX)

    def _load(self, path: Path) -> tuple[Claim, ...] | None:
        """The claims of an entry; None when there is none, or it is not what was written."""
        try:
            digest, content = path.read_bytes().split(b"\n", 1)
            if hashlib.sha256(content).hexdigest().encode() == digest:
                return _CLAIMS.validate_json(content, strict=True)
        except (OSError, ValueError, ValidationError):
            pass
        return None

    def _save(self, path: Path, claims: Sequence[Claim]) -> None:
        """Writes an entry, whole or not at all. A folder that cannot be written only costs time, so nothing is said."""
        content = _CLAIMS.dump_json(tuple(claims))
        part = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
            part.replace(path)

    def forget(self, documents: Sequence[Document]) -> None:
        """Removes the entries of these documents, as if they had never been read."""
        for path in map(self._path, documents):
            self._used.discard(path)
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Removes the entries of documents that this reader was not asked for, and marks the folder as a cache."""
        with contextlib.suppress(OSError):
            if self._folder.is_dir() and not (self._folder / _MARK).exists():
                (self._folder / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
            for path in self._folder.glob(f"??/*{_SUFFIX}"):
                if path not in self._used:
                    path.unlink(missing_ok=True)
