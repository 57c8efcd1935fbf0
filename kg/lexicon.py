"""Reads the lexicon: which French words announce which relation, and how.

In: a tab-separated file of eight columns (``ontology/lexicon/README.md``). Out: one ``LexicalEntry`` a line, in the
order of the file, because the first line that fits wins. Lines with a fault are left out and every fault is reported.
This module checks the form only. Whether a class or relation exists is checked against the ontology by its reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.vocabulary import Condition, LexicalEntry, Slot

COLUMNS = ("kind", "lemma", "gives", "subject", "object", "if", "sets", "example")
RELATIONAL_KINDS = frozenset({"verb", "noun", "adjective", "preposition", "designation"})
"""Kinds whose ``gives`` is a relation, and whose lines need an example."""
CLASS_KINDS = frozenset({"head"})
EFFECT_KINDS = frozenset(
    {"light", "adverb", "speech", "saying", "outlet", "source", "modal", "hedge", "negator", "verdict", "transparent"}
)
KINDS = RELATIONAL_KINDS | CLASS_KINDS | EFFECT_KINDS | {"content", "ordinal"}

PREPOSITIONS = frozenset(
    {"de", "à", "contre", "avec", "par", "pour", "sur", "dans", "en", "vers", "chez", "entre", "envers", "parmi"}
    | {"auprès_de", "aux_côtés_de", "à_l'encontre_de", "face_à", "au_profit_de", "en_faveur_de"}
)
NOUN_SLOTS = frozenset({"subj", "obj", "self", "adj", "poss", "loc"}) | PREPOSITIONS
SLOTS: Mapping[str, frozenset[str]] = {
    "verb": frozenset({"subj", "obj", "loc", "adj", "poss", "inf", "event", "said", "origin", "means"}) | PREPOSITIONS,
    "speech": frozenset({"subj", "obj", "loc"}) | PREPOSITIONS,
    "modal": frozenset({"subj", "obj"}) | PREPOSITIONS,
    "noun": NOUN_SLOTS | {"event"},
    "saying": NOUN_SLOTS,
    "outlet": NOUN_SLOTS,
    "transparent": NOUN_SLOTS,
    "designation": NOUN_SLOTS,
    "adjective": frozenset({"self", "loc"}) | PREPOSITIONS,
    "preposition": frozenset({"gov", "comp", "verb"}),
}
"""The slots that a kind may name, besides the file's own prepositions; a kind that is not listed takes none."""

FLAGS = frozenset({"refl", "passive"})
EFFECTS: Mapping[str, frozenset[str]] = {
    "certainty": frozenset({"probable", "possible"}),
    "polarity": frozenset({"negative"}),
    "control": frozenset({"subj", "obj", "à", "de"}),
}
MARKS = frozenset({"blamed", "joined", "recalls", "vague", "numbered", "striker"}) | frozenset(
    {
        "main",
        "reversed",
        "settlement",
        "site",
        "office",
        "deputy",
        "ended",
        "planned",
        "of-state",
        "quoting",
        "generic",
        "named",
        "unnamed",
    }
)

_UPPER_NAME = re.compile(r"[A-Z][A-Za-z]*")
_LOWER_NAME = re.compile(r"[a-z][A-Za-z]*")
_GIVES = {
    "head": ("a class", _UPPER_NAME),
    "content": ("a word class", _LOWER_NAME),
    "ordinal": ("a class or a number", re.compile(r"[A-Z][A-Za-z]*|[0-9]+")),
}
_CONTRACTED = frozenset({"au", "aux", "du", "des"})
_MARK = re.compile(r"\[(S|O) [^\[\]]+\]")


class _Line:
    """One line while it is read: collects its faults, each with file, line and what to do."""

    def __init__(self, file: str, number: int, faults: list[str], prepositions: frozenset[str]) -> None:
        self.number = number
        self.prepositions = prepositions
        self.broken = False
        self._prefix = f"{file}:{number}"
        self._faults = faults

    def fault(self, what: str, advice: str) -> None:
        self.broken = True
        self._faults.append(f"{self._prefix}: {what}, {advice}")


def read_lexicon(path: Path, faults: list[str]) -> tuple[LexicalEntry, ...]:
    """The entries of the file, in its order. Appends one ``file:line: what, what to do`` to ``faults`` for each fault.

    Nothing is raised for bad content: a line with a fault is left out, and the caller decides what a fault means.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{path.name}:1: cannot be read ({error}), provide the lexicon as a UTF-8 file")
        return ()
    entries: list[LexicalEntry] = []
    first_line: dict[tuple[str, ...], int] = {}
    lines = [(n, raw) for n, raw in enumerate(text.split("\n"), start=1) if raw.strip() and not raw.startswith("#")]
    prepositions = _prepositions(raw for _, raw in lines)
    for number, raw in lines:
        line = _Line(path.name, number, faults, prepositions)
        cells = _cells(raw, line)
        if not line.broken:
            _check_duplicate(cells, first_line, line)
            entry = _entry(cells, line)
            if not line.broken:
                entries.append(entry)
    return tuple(entries)


def content_classes(entries: Iterable[LexicalEntry]) -> dict[str, frozenset[str]]:
    """Lemma -> the word classes it belongs to (``fusil`` -> ``{"arms"}``), for conditions such as ``obj=@arms``."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        if entry.kind == "content":
            found[entry.lemma] = found.get(entry.lemma, frozenset()) | {entry.gives}
    return found


def used_classes(entries: Iterable[LexicalEntry]) -> Iterator[tuple[LexicalEntry, str]]:
    """Every entity class that an entry names (as its own or for a slot), to be checked against the ontology."""
    for entry in entries:
        if entry.kind in CLASS_KINDS:
            yield entry, entry.gives
        for slot in (*entry.subject, *entry.object):
            yield from ((entry, name) for name in slot.classes)


def _prepositions(lines: Iterable[str]) -> frozenset[str]:
    """Slot names of the prepositions that the file itself lists: « sous le contrôle de » -> ``sous_le_contrôle_de``."""
    return frozenset(raw.split("\t")[1].strip().replace(" ", "_") for raw in lines if raw.startswith("preposition\t"))


def _cells(raw: str, line: _Line) -> tuple[str, ...]:
    cells = tuple(cell.strip() for cell in raw.split("\t"))
    if len(cells) > len(COLUMNS):
        line.fault(f"{len(cells)} cells", f"keep to {len(COLUMNS)} separated by tabs: {' '.join(COLUMNS)}")
    elif len(cells) < 2 or not cells[1]:
        line.fault("no lemma", "write at least the kind, a tab and the lemma")
    elif cells[0] not in KINDS:
        line.fault(f"unknown kind '{cells[0]}'", f"use one of: {' '.join(sorted(KINDS))}")
    return cells + ("",) * (len(COLUMNS) - len(cells))


def _check_duplicate(cells: tuple[str, ...], first_line: dict[tuple[str, ...], int], line: _Line) -> None:
    key = cells[:-1]
    before = first_line.setdefault(key, line.number)
    if before != line.number:
        line.fault(f"'{cells[0]} {cells[1]}' repeats line {before}", "remove one of the two or change its conditions")


def _entry(cells: tuple[str, ...], line: _Line) -> LexicalEntry:
    kind, lemma, gives, subject, object_, conditions, sets, example = cells
    also = gives.startswith("+")
    gives = gives.removeprefix("+")
    _check_lemma(kind, lemma, line)
    _check_gives(kind, gives, also, line)
    entry = LexicalEntry(
        line=line.number,
        kind=kind,
        lemma=lemma,
        gives=gives,
        also=also,
        subject=_slots(kind, "subject", subject, line),
        object=_slots(kind, "object", object_, line),
        conditions=_conditions(kind, conditions, line),
        sets=_effects(sets, line),
        example=example,
    )
    _check_roles(entry, line)
    _check_example(entry, line)
    return entry


def _check_lemma(kind: str, lemma: str, line: _Line) -> None:
    if kind not in {"verb", "noun"}:
        return
    for word in lemma.split()[1:]:
        if word in _CONTRACTED or word.startswith(("d'", "l'", "d’", "l’")):
            line.fault(
                f"'{word}' in the lemma '{lemma}'", "undo contractions and leave out articles (prendre de assaut)"
            )


def _check_gives(kind: str, gives: str, also: bool, line: _Line) -> None:
    if kind in EFFECT_KINDS:
        if gives:
            line.fault(f"a {kind} gives nothing but has '{gives}'", "leave the third cell empty")
        return
    wanted, pattern = _GIVES.get(kind, ("a relation", _LOWER_NAME))
    if not pattern.fullmatch(gives):
        line.fault(f"'{gives}' is not the name of {wanted}", f"write the local name that this {kind} gives")
    if also and kind not in RELATIONAL_KINDS:
        line.fault(f"a {kind} cannot be additional", "remove the leading +")


def _check_roles(entry: LexicalEntry, line: _Line) -> None:
    if entry.kind not in RELATIONAL_KINDS:
        return
    if not entry.subject:
        line.fault("no slot for the subject", "name where it is found, for example subj")
    if entry.kind == "designation":
        if entry.object:
            line.fault("a designation has no object", "leave the fifth cell empty")
    elif not entry.object:
        line.fault("no slot for the object", "name where it is found, for example obj")


def _check_example(entry: LexicalEntry, line: _Line) -> None:
    if entry.kind not in RELATIONAL_KINDS:
        if entry.example:
            line.fault(f"a {entry.kind} needs no example", "leave the last cell empty")
        return
    marks = sorted(match.group(1) for match in _MARK.finditer(entry.example))
    wanted = ["S"] if entry.kind == "designation" else ["O", "S"]
    if marks != wanted or entry.example.count("[") != len(wanted) or entry.example.count("]") != len(wanted):
        advice = "[S …]" if entry.kind == "designation" else "[S …] and [O …]"
        line.fault("the example lacks its marks or has too many", f"mark exactly once {advice}")


def _slots(kind: str, column: str, cell: str, line: _Line) -> tuple[Slot, ...]:
    return tuple(_slot(kind, column, part.strip(), line) for part in cell.split("|")) if cell else ()


def _slot(kind: str, column: str, text: str, line: _Line) -> Slot:
    name, colon, listed = text.partition(":")
    allowed = SLOTS.get(kind, frozenset())
    if not allowed:
        line.fault(f"a {kind} has no {column}", f"leave the {column} cell empty")
    elif name not in allowed and not (name in line.prepositions and "de" in allowed):
        line.fault(f"unknown slot '{name}' for a {kind}", f"use one of: {' '.join(sorted(allowed))}")
    classes = tuple(part.strip() for part in listed.split(",")) if colon else ()
    for wrong in (part for part in classes if not _UPPER_NAME.fullmatch(part)):
        line.fault(f"'{wrong}' is not the name of a class", "write classes as slot:Class,Class")
    return Slot(name=name, classes=classes)


def _conditions(kind: str, cell: str, line: _Line) -> tuple[Condition, ...]:
    if not cell:
        return ()
    return tuple(_condition(kind, part.strip(), line) for part in cell.split(";"))


def _condition(kind: str, text: str, line: _Line) -> Condition:
    flag = text.removeprefix("!")
    negation = "!" if text.startswith("!") else ""
    if flag in FLAGS:
        return Condition(slot=flag, op=f"{negation}flag")
    if flag.startswith("has:"):
        condition = Condition(slot=flag.removeprefix("has:"), op=f"{negation}has")
    else:
        match = re.fullmatch(r"([^=!]+)(!?=)(.+)", text)
        if match is None:
            line.fault(
                f"unknown condition '{text}'", "write slot=lemma, slot!=@class, has:slot, !has:slot, refl or passive"
            )
            return Condition(slot=text, op="has")
        values = tuple(value.strip() for value in match.group(3).split(","))
        condition = Condition(slot=match.group(1).strip(), op=match.group(2), values=values)
        if not all(values):
            line.fault(f"an empty value in '{text}'", "separate values by one comma")
    if condition.slot not in SLOTS.get(kind, frozenset()):
        line.fault(f"unknown slot '{condition.slot}' in a condition", f"use a slot that a {kind} has")
    return condition


def _effects(cell: str, line: _Line) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in cell.split():
        name, equals, value = part.partition("=")
        known = value in EFFECTS[name] if equals and name in EFFECTS else not equals and name in MARKS
        if not known:
            line.fault(f"unknown effect '{part}'", "use one of the effects listed in the lexicon's README")
        found[name] = value if equals else "yes"
    return found
