"""Whom the members of a coordination stand for: one filler for each.

In: the first noun of a coordination in a ``Text``. Out: its fillers, with the party that each member denotes or stands
for, and the nouns that it measures.
"""

from __future__ import annotations

from kg.text.delegates import sent_by
from kg.text.filler import Filler
from kg.text.parties import Parties, Party
from kg.text.phrases import quantity
from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_ARTICLES = frozenset("le la l' l’ les des".split())


class Fillers:
    """Makes fillers in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles) -> None:
        self._text, self._parties, self._words, self._roles = text, parties, words, roles

    def fill(self, token: Token) -> list[Filler]:
        """One filler for each member of the coordination that begins at ``token``."""
        return [
            Filler(
                token=t,
                parties=self._whom(t),
                inner=self._measured(t),
                behind=sent_by(self._text, self._parties, self._words, t),
            )
            for t in self._members(token)
            if t.pos not in {"VERB", "AUX"} or t.i == token.i
        ]

    def _whom(self, token: Token) -> tuple[Party, ...]:
        found = self._parties.at(token) or self._beside(token) or self._of_which(token)
        return found or self._counted(token) or self._called(token)

    def _called(self, token: Token) -> tuple[Party, ...]:
        """« le bureau Al-Furqan »: a noun that is nobody by itself, with the name that says which."""
        if token.pos != "NOUN" or self._words.entries("noun", token.lemma):
            return ()
        named = (c for c in self._text.children(token, "nmod", "appos", "flat") if c.name and c.i == token.i + 1)
        found = (p for c in named if not self._roles.case(c) for p in self._parties.at(c))
        head, is_a = self._words.head(token.lemma), self._words.vocabulary.is_a
        if head is not None:  # « une milice Nuer »: the people is no militia
            return tuple(p for p in found if is_a(p.type, head.gives))
        return tuple(p for p in found if p.type not in {"Place", "Population", "State"})

    def _members(self, token: Token) -> list[Token]:
        """The coordination, also where it hangs on the name after a noun: « le groupe M23 et l'armée »."""
        members = [t for t in self._text.conjuncts(token) if t.i == token.i or not self._begun_anew(token, t)]
        for name in self._text.children(token, "appos", "flat", "nmod"):
            if name.name and self._text.child(name, "case") is None:
                members.extend(t for t in self._text.conjuncts(name)[1:] if self._text.child(t, "det") is not None)
        return members

    def _beside(self, token: Token) -> tuple[Party, ...]:
        """« Le JNIM, formation liée à X »: a noun in apposition without a party of its own stands for what it
        explains.
        """
        head = self._text.head(token)
        if token.relation == "appos" and token.pos == "NOUN" and head is not None and head.name:
            return self._parties.at(head)
        return ()

    def _of_which(self, token: Token) -> tuple[Party, ...]:
        """« X, dont les hommes stationnent à P »: men whose owner is the relative pronoun."""
        if token.pos != "NOUN" or self._words.first("transparent", token.lemma) is None:
            return ()
        return tuple(p for c in self._text.children(token) if c.lower == "dont" for p in self._parties.at(c))

    def _counted(self, token: Token) -> tuple[Party, ...]:
        """« plusieurs dizaines de villages »: the places that a quantity counts."""
        below = self._text.children(token, "nmod") if quantity(token) else ()
        found = (p for c in below if self._roles.case(c) == "de" for p in self._parties.at(c))
        return tuple(p for p in found if self._parties.place_kind(p.type))

    def _measured(self, token: Token) -> tuple[str, ...]:
        if self._parties.at(token):
            return ()
        if token.pos == "ADV" or token.lower == "plus":
            return tuple(t.lemma for t in self._text.subtree(token) if t.pos == "NOUN")
        measured = (
            t
            for t in self._text.subtree(token)
            if t.relation == "nmod" and t.i > token.i and self._roles.case(t) == "de"
        )
        # « un soutien des services de renseignement de X » is no intelligence
        return tuple(t.lemma for t in measured if (h := self._text.head(t)) is None or not self._parties.at(h))

    def _begun_anew(self, first: Token, other: Token) -> bool:
        """« fidèle à X et des officiers », « vend des drones à X et Y des blindés »: « à » would be said again."""
        article = self._text.child(other, "det")
        bare = article is not None and article.lower in _ARTICLES and self._text.child(other, "case") is None
        return bare and self._roles.case(first) == "à"
