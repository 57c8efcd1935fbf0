"""Writing a user's file of judgements: one block is added, or the last one taken out; the rest stays as it is.

In: the file, a judgement. Out: the file, written beside itself first and then renamed, so that it is never half
written. What a person wrote into it by hand, comments too, is kept; only blocks in the form of this module are taken
out.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OutputError
from kg.names import fold
from kg.ontology.judgements import JUDGEMENT_PATH, VERDICTS, load_judgements
from kg.ontology.turtle import CKG, DCTERMS
from kg.vocabulary import Judgement

_HEADER = """\
# Who is who: what a person decided with « kg resolve ». One block a judgement; delete a block to take it back.
# « kg build » reads this file from beside the output folder and never writes it.

"""
_PREFIXES = {"ckg": CKG, "dcterms": DCTERMS, "xsd": "http://www.w3.org/2001/XMLSchema#"}
_BLOCK = re.compile(
    rf"\n<{re.escape(JUDGEMENT_PATH)}[0-9a-f]{{16}}> a ckg:Judgement ;\n"
    r"(?:    [^\n]* ;\n)*    [^\n]* \.\n"
)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def add_judgement(path: Path, judgement: Judgement) -> None:
    """Add a judgement; the file is made when it is missing. Raises ``OutputError`` when it cannot be written."""
    text = (_read(path) or _HEADER).rstrip() + "\n"
    missing = [name for name in _PREFIXES if not re.search(rf"(?im)^\s*@?prefix\s+{name}:", text)]
    prefixes = "".join(f"\n@prefix {name}: <{_PREFIXES[name]}> ." for name in missing)
    _write(path, f"{text}{prefixes}{chr(10) if prefixes else ''}{_block(judgement)}")


def take_back(path: Path) -> Judgement | None:
    """Take out the last block that this module wrote and return its judgement; None when there is none."""
    text = _read(path)
    blocks = list(_BLOCK.finditer(text))
    if not blocks:
        return None
    last = blocks[-1]
    iri = re.search("<([^>]*)>", last.group())
    name = iri[1] if iri else ""
    judgement = next((j for j in load_judgements(path) if name and name in j.source), None)
    _write(path, text[: last.start()] + text[last.end() :])
    return judgement


def _block(judgement: Judgement) -> str:
    (one, other), (doc, other_doc) = judgement.names, judgement.docs
    sides = sorted([fold(name), document or ""] for name, document in zip(judgement.names, judgement.docs, strict=True))
    key = hashlib.sha256(json.dumps(sides, ensure_ascii=False).encode()).hexdigest()[:16]
    verdict = next(name for name, value in VERDICTS.items() if value == judgement.verdict)
    lines = [
        f"ckg:judgedName {_literal(one)}",
        f"ckg:otherName {_literal(other)}",
        *([f"ckg:judgedDocument {_literal(doc)}"] if doc else []),
        *([f"ckg:otherDocument {_literal(other_doc)}"] if other_doc else []),
        f"ckg:verdict ckg:{verdict}",
        f"ckg:reason {_literal(judgement.reason)}",
        *([f"ckg:reviewer {_literal(judgement.reviewer)}"] if judgement.reviewer else []),
        *([f"dcterms:date {_literal(judgement.date)}^^xsd:date"] if judgement.date else []),
    ]
    return f"\n<{JUDGEMENT_PATH}{key}> a ckg:Judgement ;\n    " + " ;\n    ".join(lines) + " .\n"


def _literal(text: str) -> str:
    """A Turtle literal on one line."""
    return str(ox.Literal(_UNFIT.sub("\ufffd", text).replace("\r", " ").replace("\n", " ")))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"{path} cannot be read ({error}); give another file with --judgements") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        fault = f"{path} cannot be written ({error.strerror}); give another file with --judgements"
        raise OutputError(fault) from error
