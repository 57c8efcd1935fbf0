"""Adverbs and times of several words as one token each, so that the parser has less to get wrong.

In: the tokens of a paragraph. Out: fewer tokens, with the word that the parser sees in their place; offsets stay true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.text.dates import TimeExpression
from kg.text.layout import Piece

_CIVIL = frozenset({"M.", "MM.", "Mme", "Mmes", "Mgr", "Me", "Dr"})
_ETRE = frozenset("est sont était étaient serait seraient soit soient".split())
_ABOUT = (["plus", "de"], ["moins", "de"], ["près", "de"])
_COUNTS = frozenset(
    """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
    cinquante soixante cent mille""".split()
)
TIME = "*time*"
"""Lemma of a time expression merged into one token."""
_BEFORE_TIME = frozenset(
    "du de d' d’ des le la l' l’ ce cette depuis dès en à au jusqu'au jusqu'à avant après fin début mi".split()
)


def merge_adverbials(pieces: list[Piece], adverbials: Mapping[str, frozenset[str]]) -> list[Piece]:
    """« une nouvelle fois », « pour sa part »: adverbs of several words as one, which the parser sees as « aussi ».

    ``adverbials`` lists them by their first word.
    """
    merged: list[Piece] = []
    i = 0
    while i < len(pieces):
        if i + 1 < len(pieces) and pieces[i].text in _CIVIL and pieces[i + 1].text[:1].isupper():
            i += 1  # « M. X » is X
            continue
        words = [p.text.lower() for p in pieces[i : i + 4]]
        if words[0] in _ETRE and words[1:] in (["en", "train", "de"], ["en", "train", "d'"]):
            text = " ".join(p.text for p in pieces[i : i + 4])
            verb = "continuent" if words[0].endswith("nt") else "continue"  # what happens now, not what is to come
            merged.append(replace(pieces[i], text=text, end=pieces[i + 3].end, word=verb, lemma="continuer"))
            i += 4
            continue
        if words[:2] in _ABOUT and len(words) > 2 and (words[2][:1].isdigit() or words[2] in _COUNTS):
            i += 2
            continue
        phrases = adverbials.get(words[0].replace("’", "'"), frozenset())
        sizes = range(min(5, len(pieces) - i), 1, -1) if phrases else ()
        named = (n for n in sizes if not _named(pieces[i + 1 : i + n]))
        size = next((n for n in named if _spelled(pieces[i : i + n]) in phrases), 0)
        if not size:
            merged.append(pieces[i])
            i += 1
            continue
        text = " ".join(p.text for p in pieces[i : i + size])
        merged.append(replace(pieces[i], text=text, end=pieces[i + size - 1].end, word="aussi", lemma="aussi"))
        i += size
    return merged


def merge_times(pieces: list[Piece], times: Sequence[TimeExpression]) -> list[Piece]:
    """Each time expression as one token, which the parser sees as an adverb, or as a noun after a preposition."""
    starts = {t.start: t for t in times}
    merged: list[Piece] = []
    i = 0
    while i < len(pieces):
        time = starts.get(pieces[i].start)
        j = i
        while time is not None and j < len(pieces) and pieces[j].end <= time.end:
            j += 1
        if time is None or j == i or pieces[j - 1].end != time.end:
            merged.append(pieces[i])
            i += 1
            continue
        after = i > 0 and pieces[i - 1].text.lower() in _BEFORE_TIME
        text = " ".join(p.text for p in pieces[i:j])
        merged.append(replace(pieces[i], text=text, end=time.end, word="mardi" if after else "hier", lemma=TIME))
        i = j
    return merged


def _named(pieces: list[Piece]) -> bool:
    """« par la Force conjointe » is no « par la force »."""
    return any(p.text[:1].isupper() for p in pieces)


def _spelled(pieces: list[Piece]) -> str:
    return " ".join(p.text.lower() for p in pieces).replace("’", "'").replace("' ", "'")
