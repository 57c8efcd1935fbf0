"""The list of who is to be gone from every output.

In: a text file, one name or id of the gazetteer a line, ``#`` before a comment. Out: ``Hidden`` records with every name
under which the texts and the gazetteer know those who are listed. A name counts even where no text holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kg.claims.masking import SHORTEST_SURNAME, Hidden
from kg.errors import UsageError
from kg.names import fold, fold_words
from kg.records import Claim, Entity
from kg.vocabulary import GazetteerEntry, Vocabulary

REDACT = "redact.txt"
"""The list beside an output folder, which is used without being asked for."""
_CONTENT_ID = re.compile(r"[0-9a-f]{16}")


def read_redactions(path: Path) -> tuple[str, ...]:
    """The names and ids in a list. ``UsageError`` with file and line for what cannot be used: nothing may slip through.

    An id made from content is refused, since it changes with the texts, and what it hid would come back.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the list of redactions cannot be read ({error}); write it in UTF-8") from error
    found = []
    for number, line in enumerate(lines, start=1):
        name = " ".join(line.partition("#")[0].split())
        if not name:
            continue
        if _CONTENT_ID.fullmatch(name):
            raise UsageError(f"{path}:{number}: {name} is an id that changes with the texts; write the name instead")
        if len(fold(name)) < 2:
            raise UsageError(f"{path}:{number}: {name!r} is no name; write one of at least two letters")
        found.append(name)
    return tuple(found)


def find_redacted(listed: Iterable[str], claims: Iterable[Claim], vocabulary: Vocabulary) -> tuple[Hidden, ...]:
    """Whom the lines of a list mean, one record a line."""
    parties: dict[str, Entity] = {}
    for claim in claims:
        for party in (claim.subject, claim.object, claim.attribution, claim.where):
            if isinstance(party, Entity):
                parties[party.id] = party
    return tuple(_hidden(name, parties.values(), vocabulary) for name in listed)


def _hidden(name: str, parties: Iterable[Entity], vocabulary: Vocabulary) -> Hidden:
    entry = vocabulary.gazetteer.get(name)
    wanted = {fold(name), *((fold(known) for known in entry.names) if entry else ())}
    entries = [e for e in vocabulary.gazetteer.values() if e is entry or wanted & set(map(fold, e.names))]
    met = [p for p in parties if any(p.id == e.id for e in entries) or wanted & set(map(fold, (p.label, *p.names)))]
    names = {name, *(known for e in entries for known in e.names)}
    names |= {known for party in met for known in (party.label, *party.names) if _proper(known)}
    weak = {known for e in entries for known in e.weak}
    weak |= {known for party in met for known in party.names if " " not in known and known[:1].isupper()}
    ids = {e.id for e in entries} | {party.id for party in met}
    kinds = {e.type for e in entries} | {party.type for party in met}
    others = _others(vocabulary) - set(map(fold, weak))
    somebody = not kinds or any("Person" in _ancestors(kind, vocabulary) for kind in kinds)
    forenames = _forenames(name, names) - others if somebody else frozenset()
    return Hidden(
        ids=frozenset(ids),
        names=tuple(sorted(names)),
        weak=tuple(sorted(weak - names)),
        surnames=_surnames(name, names | weak) - others if somebody else frozenset(),
        forenames=forenames,
        namesakes=_namesakes(forenames, entries, vocabulary),
        known=bool(kinds),
        listed_as=name,
    )


def _surnames(listed: str, names: Iterable[str]) -> frozenset[str]:
    """The words that tell a person in a file name, and names whose words are joined.

    The first of several words is a forename, and everybody's; « président du Mali » would tell of a country.
    """
    proper = [n for n in names if n == listed or all(w[0].isupper() or len(w) < 4 for w in n.split())]
    found = [fold_words(name) for name in proper]
    told = {word for words in found for word in (*words[len(words) > 1 :], "".join(words))}
    return frozenset(word for word in told if len(word) >= SHORTEST_SURNAME)


def _forenames(listed: str, names: Iterable[str]) -> frozenset[str]:
    """The first of several words, in each way to write the name."""
    whole = [name.split() for name in names if name == listed or _proper(name)]
    first = {word for words in whole if len(words) > 1 for word in fold_words(words[0])}
    return frozenset(word for word in first if len(word) >= SHORTEST_SURNAME)


def _namesakes(forenames: frozenset[str], entries: Iterable[GazetteerEntry], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The full names of other known parties that begin with one of the forenames."""
    own = {entry.id for entry in entries}
    others = (entry for entry in vocabulary.gazetteer.values() if entry.id not in own)
    names = (name for entry in others for name in entry.names if " " in name)
    return tuple(sorted({name for name in names if forenames & set(fold_words(name)[:1])}))


def _others(vocabulary: Vocabulary) -> frozenset[str]:
    """What is also the name of a country or a group, and tells of a person only where the text does,
    unless the person is called so."""
    others = (e for e in vocabulary.gazetteer.values() if "Person" not in _ancestors(e.type, vocabulary))
    return frozenset(fold(name) for entry in others for name in (*entry.names, *entry.weak))


def _ancestors(kind: str, vocabulary: Vocabulary) -> frozenset[str]:
    return vocabulary.classes[kind].ancestors if kind in vocabulary.classes else frozenset()


def _proper(name: str) -> bool:
    """« Moussa Diallo », not « colonel », « chef d'état-major » or « Diallo » alone, which may be another."""
    words = [word for word in name.split() if word[0].isupper()]
    return len(words) >= 2 and len(words) == len([word for word in name.split() if len(word) > 2])
