"""Who says something: the record that ``kg.text.speakers`` fills, for who reads it.

After the attribution relation of GRaSP (Fokkens et al. 2017): a source, its cue, and the words it covers.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.text.parties import Party
from kg.text.tokens import Text, Token
from kg.vocabulary import LexicalEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says something. ``party`` None is the author. ``entry`` is the verb or noun of saying, if any."""

    party: Party | None = None
    rule: str = "author"
    entry: LexicalEntry | None = None
    verb: Token | None = None
    scope: Token | None = None
    """The clause that « selon X » hangs on: what stands above it is not X's."""
    others: tuple[Party, ...] = ()
    """Who says the same together with ``party`` (« X et Y accusent Z de … »)."""


AUTHOR = Voice()


def told(text: Text, clause: Token) -> bool:
    """« les allégations selon lesquelles X … »: a relative clause that is the content of the noun of saying above."""
    pronouns = [c for c in text.children(clause, "obl", "nmod") if c.lemma in {"lequel", "laquelle"}]
    return any(c.lemma in {"selon", "d'après"} for p in pronouns for c in text.children(p, "case"))
