"""Folding of names: two spellings of one name fold to the same key.

In: a surface form. Out: the form without case, accents, hyphens, apostrophes, spaces and leading article; œ is oe and
« djihad » is « jihad ». The same rule serves the gazetteer, the resolution and the evaluation.
"""

from __future__ import annotations

import re
import unicodedata

_ARTICLES = frozenset("le la les l un une des du de d the a an".split())
_WORD = re.compile(r"[^\W_]+")


def fold_words(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation; apostrophes and hyphens part words."""
    plain = text.casefold().replace("djihad", "jihad")
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain.replace("œ", "oe"))
        plain = "".join(c for c in apart if not unicodedata.combining(c))
    return _WORD.findall(plain)


def fold(text: str) -> str:
    """The key of a name; empty when the text holds no letter or digit."""
    words = fold_words(text)
    start = 0
    while start < len(words) - 1 and words[start] in _ARTICLES:
        start += 1
    return "".join(words[start:])
