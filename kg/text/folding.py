"""Folding of single letters and words; whole names are folded by ``kg.names.fold`` (guidelines, section 5)."""

from __future__ import annotations

import unicodedata

from kg.names import fold_words


def plain(text: str) -> str:
    """Lower case without accents; « djihad » as « jihad »."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("djihad", "jihad"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def pieces(text: str) -> tuple[str, ...]:
    """The words of a name, each plain, in order."""
    return tuple(fold_words(text))
