"""Names of several words whose extent the text itself tells, by the acronym in brackets behind them or by « and ».

In: the tokens of a paragraph. Out: how many tokens a name takes. What the name stands for is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.names import fold
from kg.text.layout import Piece

_OPEN = frozenset("([")
_CLOSED = frozenset(") ] , ; /".split())
_SMALL = frozenset("de du des d' d’ la le les l' l’ et and of for the à au aux en pour contre & sur dans".split())
_JOINING = frozenset("pour contre et and of for &".split())
_ENGLISH = frozenset("and of for &".split())
_LONGEST = 14
_LETTERS = 3


def spelt_out(pieces: Sequence[Piece]) -> dict[int, int]:
    """« Front pour la justice et le progrès (FJP) »: where names begin that an acronym spells out, and where they end.

    Only names with « pour », « et », « of » inside: others are read as they stand.
    """
    found: dict[int, int] = {}
    for k in range(2, len(pieces) - 2):
        acronym = pieces[k + 1]
        if pieces[k].text not in _OPEN or pieces[k + 2].text not in _CLOSED or not _acronym(acronym.text):
            continue
        for i in range(k - 3, max(-1, k - _LONGEST - 1), -1):
            if not pieces[i].text[:1].isalnum() and pieces[i].text not in _SMALL:
                break
            if pieces[i].text[:1].isupper() and pieces[i].text.lower() not in _SMALL:
                inside = {p.text.lower() for p in pieces[i:k]}
                if inside & _JOINING and fold(acronym.text) in _initials(pieces[i:k]):
                    found[i] = k
    return found


def english(pieces: Sequence[Piece], j: int) -> int:
    """« Oil and Gas », « Bureau of the Interior »: how many tokens the name goes on for at this one, else none."""
    if j + 1 >= len(pieces) or pieces[j].text not in _ENGLISH:
        return 0
    size = 2 if pieces[j + 1].text == "the" and j + 2 < len(pieces) else 1
    following = pieces[j + size]
    return size + 1 if following.text[:1].isupper() and not following.known else 0


def _acronym(text: str) -> bool:
    return text.isalnum() and text.isupper() and len(text) >= _LETTERS


def _initials(parts: Sequence[Piece]) -> set[str]:
    """The first letters of the words, without and with « pour » and the articles."""
    words = [w for p in parts for w in p.text.split()]
    long = [w for w in words if w.lower() not in _SMALL]
    joined = [w for w in words if w.lower() not in _SMALL or w.lower() in _JOINING]
    aimed = [w for w in words if w.lower() not in _SMALL or w.lower() in {"pour", "contre"}]
    return {"".join(fold(w)[:1] for w in kept) for kept in (words, long, joined, aimed)}
