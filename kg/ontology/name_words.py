"""Words inside names: titles, particles, kinds, directions, numbers, and English words for French ones.

In: ``names/words.tsv`` of the ontology folder (columns kind, word, meaning). Out: a ``NameWords`` record; every fault
with its line. The file may be missing: then names are compared without it.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from kg.names import fold_words
from kg.vocabulary import NameWords

KINDS = {
    "title": "titles",
    "particle": "particles",
    "generic": "generics",
    "settled": "settled",
    "stop": "stops",
    "generation": "generations",
    "direction": "directions",
    "number": "numbers",
    "given": "given",
    "surname": "surnames",
    "word": "meanings",
}
"""Kind of a line -> field of ``NameWords``."""
_MEANT = frozenset({"stop", "generation", "direction", "number", "given", "word"})
"""Kinds that need a meaning."""


def read_name_words(path: Path, faults: list[str]) -> NameWords:
    """The table at ``path``, which may be missing."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}: cannot be read ({error}), provide the file in UTF-8")
        return NameWords()
    lines = [(n, line) for n, line in enumerate(text.splitlines(), start=1) if line.strip() and line[0] != "#"]
    for number, line in lines[1:]:
        kind, word, meaning = (line.split("\t") + ["", ""])[:3]
        fault = _fault(kind, word, meaning)
        if fault:
            faults.append(f"{path.name}:{number}: {fault}")
        else:
            found[KINDS[kind]][word] = meaning.strip()
    return NameWords(**found)


def _fault(kind: str, word: str, meaning: str) -> str:
    if kind not in KINDS:
        return f"unknown kind '{kind}', use one of {', '.join(KINDS)}"
    if fold_words(word) != [word]:
        return f"'{word}' is not one word without case and accents, write it so"
    if kind in _MEANT and not meaning.strip():
        return f"the {kind} '{word}' has no meaning, write one in the third column"
    return ""
