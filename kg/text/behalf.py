"""« son pays », « son parti », « ses hommes » of who speaks for a party: « X, envoyé de Y, assure que son pays … ».

In: a cast with its pronouns, and for whom each person speaks. Out: such descriptions resolved to the party, or to its
state; nothing where the owner is not settled or speaks for nobody known.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.text.anaphora import Anaphora
from kg.text.cast import Cast, Sided
from kg.text.mentions import Mention
from kg.text.owned import Owned
from kg.text.phrases import FIRST, POSSESSIVES, determiner
from kg.text.tokens import Token

_HIS = frozenset(word for word, many in POSSESSIVES.items() if not many)


class Behalf:
    """Resolves them in one cast."""

    def __init__(self, cast: Cast, anaphora: Anaphora) -> None:
        self._cast, self._anaphora, self._owned = cast, anaphora, Owned(cast, anaphora)
        self._offices: Mapping[str, str] = {}
        self._sides: Sided | None = None

    def take(self, sides: Sided, offices: Mapping[str, str]) -> None:
        """Say for whom each quotation and each person speaks; resolves « son pays », « son parti »."""
        self._sides, self._offices = sides, offices
        for i, mentions in self._cast.mentions.items():
            token = self._cast.text.tokens[i]
            if i in self._cast.resolved or determiner(self._cast.text, token) not in _HIS or self._others(token):
                continue
            owners = self._anaphora.owners(token)
            if len(owners) != 1:
                continue
            for mention in mentions:
                if (key := self._key(token, owners[0].key, mention)) is not None:
                    self._cast.resolve(i, mention, key, names=False)

    def _others(self, noun: Token) -> bool:
        """« ses alliés », « ses mercenaires »: somebody else than who speaks."""
        words = self._cast.words
        return bool(words.entries("noun", noun.lemma)) or words.first("designation", noun.lemma) is not None

    def _key(self, token: Token, owner: str, mention: Mention) -> str | None:
        side = self._offices.get(owner) or self._cast.office(owner)
        if self._cast.place(mention.type) and not self._cast.vocabulary.is_a(mention.type, "State"):
            return None  # « son quartier général »
        if self._cast.vocabulary.is_a(mention.type, "State"):
            state = self._cast.state_of(side or owner) or self._cast.state_of(owner) or self._named_after(owner)
            return self._cast.known(state) if state is not None else None
        return self._owned.own_side(token, side, mention) if side is not None else None

    def _named_after(self, owner: str) -> str | None:
        """« la Mission permanente de la Turquie … son pays »."""
        tokens = (
            self._cast.text.tokens[i] for i, found in self._cast.resolved.items() if any(k == owner for _, k in found)
        )
        below = (c for t in tokens for c in self._cast.text.children(t, "nmod"))
        return next((p.key for c in below for p in self._cast.own(c) if self._cast.is_a(p.key, "State")), None)

    def men(self, token: Token) -> str | None:
        """« ses hommes », « nos hommes »: the armed party for which the owner or the speaker speaks."""
        if "Number=Plur" not in token.morph:
            return None
        article = self._cast.text.child(token, "det")
        det = article.lower if article is not None else ""
        side = self._sides(article) if article is not None and det in FIRST and self._sides is not None else None
        if det in _HIS and len(owners := self._anaphora.owners(token)) == 1:
            side = self._offices.get(owners[0].key)
        return side if side is not None and self._cast.is_a(side, "ArmedActor") else None
