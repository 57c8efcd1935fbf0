"""What the reader's claims depend on besides the document, as one hash.

In: the vocabulary and the language pipeline's name. Out: a SHA-256 over the program's code, the vocabulary, every file
of the pipeline and the versions of the libraries that compute with it; None where the pipeline's files cannot be found.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import spacy.util

from kg.language.load import SHIPPED
from kg.vocabulary import Vocabulary

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = ("spacy", "thinc", "numpy", "rapidfuzz")
_NO_PART = frozenset({"queries", "judgements", "name_words"})
"""What of the vocabulary the reader does not see."""


def reader_version(vocabulary: Vocabulary, model: str | None = None) -> str | None:
    """The hash that changes whenever the same text might be read otherwise."""
    folder = _pipeline_folder(model)
    if folder is None:
        return None
    digest = hashlib.sha256()
    digest.update(json.dumps([platform.machine(), platform.python_version(), *map(_version, _LIBRARIES)]).encode())
    digest.update(json.dumps(_plain(vocabulary), ensure_ascii=True).encode())
    code = [*_PACKAGE.rglob("*.py"), *(path for path in _PACKAGE.rglob("*.json") if SHIPPED not in path.parents)]
    for root, files in ((_PACKAGE, code), (folder, folder.rglob("*"))):
        _add_files(digest.update, root, files)
    return digest.hexdigest()


def _pipeline_folder(model: str | None) -> Path | None:
    if model is None:
        return SHIPPED
    if Path(model).is_dir():
        return Path(model)
    try:
        folder: Path = spacy.util.get_package_path(model)
    except (ImportError, ValueError, AttributeError):
        return None
    return folder


def _add_files(update: Callable[[bytes], None], root: Path, files: Iterable[Path]) -> None:
    for path in sorted(path for path in files if path.is_file() and "__pycache__" not in path.parts):
        update(path.relative_to(root).as_posix().encode("utf-8", "surrogateescape"))
        update(hashlib.sha256(path.read_bytes()).digest())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _plain(value: object) -> object:
    """Records, mappings and sets as lists in a fixed order."""
    if is_dataclass(value) and not isinstance(value, type):
        return [
            [field.name, _plain(getattr(value, field.name))] for field in fields(value) if field.name not in _NO_PART
        ]
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(value[key])] for key in sorted(value)]
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
