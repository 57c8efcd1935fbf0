"""Decisions of people: do two names name the same party?

In: facts of ``judgements.ttl`` (the project's own, or a user's beside an output). Out: ``Judgement`` records, sorted;
every fault with its file and IRI. The four answers: same, different, unsure and, where nothing is written, not judged.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from kg.errors import UsageError
from kg.names import fold
from kg.ontology.turtle import CKG, DCTERMS, Facts, local_name, read_files
from kg.vocabulary import Judgement, Verdict

VERDICTS: dict[str, Verdict] = {"Same": "same", "Different": "different", "Unsure": "unsure"}
JUDGEMENT_PATH = "https://w3id.org/conflict-kg/id/judgement/"
MAX_BYTES = 20_000_000
"""A larger file of judgements is not one."""
_NEEDS = "needs two ckg:judgedName (or a ckg:judgedName and a ckg:otherName), one ckg:verdict (ckg:Same, ckg:Different \
or ckg:Unsure) and a ckg:reason"


def read_judgements(facts: Facts, faults: list[str]) -> tuple[Judgement, ...]:
    """All judgements; two of them on the same two names are a fault."""
    found: dict[tuple[tuple[str, str], ...], Judgement] = {}
    for iri in sorted(facts.subjects_of_type(CKG + "Judgement")):
        judgement = _judgement(facts, iri)
        if judgement is None:
            faults.append(f"{facts.where(iri)} {_NEEDS}")
            continue
        key = _key(judgement)
        if key in found:
            one, other = judgement.names
            faults.append(f"{facts.where(iri)} judges « {one} » and « {other} » again, keep one judgement")
        elif key[0] == key[1]:
            faults.append(f"{facts.where(iri)} judges « {judgement.names[0]} » and itself, give two names")
        elif not all(name for name, _ in key):
            faults.append(f"{facts.where(iri)} has a name without a letter or digit, give two names")
        else:
            found[key] = judgement
    return tuple(found[key] for key in sorted(found))


def _key(judgement: Judgement) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((fold(n), d or "") for n, d in zip(judgement.names, judgement.docs, strict=True)))


def _judgement(facts: Facts, iri: str) -> Judgement | None:
    names = sorted(facts.texts(iri, CKG + "judgedName"))
    others = facts.texts(iri, CKG + "otherName")
    docs, other_docs = facts.texts(iri, CKG + "judgedDocument"), facts.texts(iri, CKG + "otherDocument")
    verdicts = [local_name(v) for v in facts.iris(iri, CKG + "verdict")]
    reasons = [text for text in facts.texts(iri, CKG + "reason") if text.strip()]
    if len(names) + len(others) != 2 or len(others) > 1 or len(docs) > 1 or len(other_docs) > 1:
        return None
    if len(verdicts) != 1 or verdicts[0] not in VERDICTS or not reasons or (docs and not others):
        return None
    first, second = [*names, *others]
    return Judgement(
        names=(first, second),
        verdict=VERDICTS[verdicts[0]],
        reason=reasons[0],
        docs=(next(iter(docs), None), next(iter(other_docs), None)),
        reviewer=next(iter(facts.texts(iri, CKG + "reviewer")), None),
        date=next(iter(facts.texts(iri, DCTERMS + "date")), None),
        source=facts.where(iri),
    )


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in a file of the user's; ``UsageError`` lists every fault with file and line or IRI."""
    faults: list[str] = []
    try:
        if path.stat().st_size > MAX_BYTES:
            faults.append(f"{path.name}: larger than {MAX_BYTES // 1_000_000} MB, give a file of judgements")
    except OSError as error:
        faults.append(f"{path.name}: cannot be read ({error.strerror}), provide the file or leave out --judgements")
    facts = read_files([] if faults else [path], faults)
    found = read_judgements(facts, faults) if not faults else ()
    if faults:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise UsageError(f"{path} cannot be used; correct it, or move it away to build without it:\n{listed}")
    lines = _lines(path)
    return tuple(_at(judgement, path, lines) for judgement in found)


def _lines(path: Path) -> dict[str, int]:
    """The line on which each judgement of the file begins, by the last part of its IRI."""
    found: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        start = re.match(r"\s*(?:<[^>\s]*[/#]([^>\s/#]+)>|[\w.-]*:([\w.-]+))\s", f"{line} ")
        if start:
            found.setdefault(start[1] or start[2], number)
    return found


def _at(judgement: Judgement, path: Path, lines: dict[str, int]) -> Judgement:
    iri = judgement.source.partition(": ")[2]
    line = lines.get(iri.strip("<>").rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1])
    return replace(judgement, source=f"{path}{f':{line}' if line else ''}: {iri}")
