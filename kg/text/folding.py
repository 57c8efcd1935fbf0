"""Folding of names: without case, accents, hyphens, apostrophes, spaces or leading article (guidelines, section 5)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset("le la les l un une des du de d the a an".split())
_WORDS = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """Lower case without accents; « djihad » as « jihad »."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("djihad", "jihad"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def pieces(text: str) -> tuple[str, ...]:
    """The words of a name, each plain, in order."""
    return tuple(_WORDS.findall(plain(text)))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The key under which two spellings of one name are the same."""
    words = list(pieces(text))
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    return "".join(words)
