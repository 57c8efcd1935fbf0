"""How a word of a name sounds: one key for the spellings that French, English and transliterations give it.

In: a folded word. Out: ``close``, in which only letters that write one sound are one (ou, w, u; dj, j; ch, sh; final
e), and ``loose``, in which neighbouring vowels and k, c, q are one as well. ``bones`` are the consonants of ``loose``
with the first vowel: what two transliterations of one Arabic, Tamasheq or Russian name still share.

The rules follow how French and English write one sound; the idea of a key that spellings share is that of Soundex and
of Daitch-Mokotoff.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CLOSE = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"tch|tsh", "C"),
        (r"sch|sh|ch", "S"),
        (r"dj|dzh", "j"),
        (r"kh", "k"),
        (r"gh", "g"),
        (r"gu(?=[ei])", "g"),
        (r"ph", "f"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ck|qu(?=[eiao])|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"ow|ou|oo|w", "u"),
        (r"y", "i"),
        (r"ee", "i"),
        (r"h", ""),
        (r"(?<=.)e?s?$", ""),
        (r"(.)\1+", r"\1"),
    )
)
_LOOSE = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"a?i+e?|e", "i"),
        (r"o", "u"),
        (r"v", "u"),
        (r"z", "s"),
        (r"g(?=i)", "j"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = frozenset("aiu")


@lru_cache(maxsize=200_000)
def close(word: str) -> str:
    """The key of the spellings that write the same sounds."""
    return _rewritten(word, _CLOSE) or word


@lru_cache(maxsize=200_000)
def loose(word: str) -> str:
    """The key of the spellings that write about the same sounds."""
    return _rewritten(close(word), _LOOSE) or word


@lru_cache(maxsize=200_000)
def bones(word: str) -> str:
    """The consonants, after the first vowel where the word begins with one."""
    sound = loose(word).replace("g", "j")
    return sound[:1] + "".join(letter for letter in sound[1:] if letter not in _VOWELS)


def _rewritten(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, letters in rules:
        word = pattern.sub(letters, word)
    return word
