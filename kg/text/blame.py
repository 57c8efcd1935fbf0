"""Who is blamed for an event: « accuser X de soutien à Y », « les accusations de soutien à Y » that X rejects.

In: an event noun of a ``Text``. Out: the heads of the party that is said to be its agent.
"""

from __future__ import annotations

from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_AT = frozenset({"contre", "envers", "à_l'encontre_de"})
_AIMING = frozenset({"viser", "concerner", "accabler"})


class Blame:
    """Finds the blamed in one text."""

    def __init__(self, text: Text, words: Wordlists, roles: VerbRoles) -> None:
        self._text, self._words, self._roles = text, words, roles

    def blamed(self, noun: Token) -> tuple[Token, ...]:
        """The heads of the party that is blamed for the event; empty where nobody is."""
        first = noun
        while first.relation == "conj" and (above := self._text.head(first)) is not None and above.pos == "NOUN":
            first = above
        above = self._text.head(first)
        if above is None or self._roles.case(first) != "de" or self._text.child(first, "det") is not None:
            return ()  # « accuser l'auteur de l'attaque » blames nobody for it
        if above.pos in {"VERB", "ADJ"}:
            entry = self._words.first("speech", self._words.verb_lemma(above))
            blames = entry is not None and entry.sets.get("control") == "obj" and "certainty" in entry.sets
            return tuple(t for t in self._roles.objects(above) if t.i != first.i) if blames else ()
        entry = self._words.first("saying", above.lemma) if above.pos == "NOUN" else None
        if entry is None or entry.sets.get("certainty") != "probable":
            return ()
        return self._aimed_at(above) or self._rejecting(above)

    def _aimed_at(self, saying: Token) -> tuple[Token, ...]:
        """« les accusations d'exactions visant X », « contre X », « portées contre X »."""
        text = self._text
        for child in text.children(saying, "nmod", "obl", "acl"):
            if self._roles.case(child) in _AT:
                return (child,)
            for below in text.children(child, "obj", "obl", "nmod"):
                aims = child.lemma in _AIMING and child.lower.endswith("ant") and below.relation == "obj"
                if aims or self._roles.case(below) in _AT:
                    return (below,)
        return ()

    def _rejecting(self, saying: Token) -> tuple[Token, ...]:
        """« X rejette les accusations de … »: who denies is who is blamed."""
        verb = self._text.head(saying)
        if verb is None or verb.pos != "VERB" or saying.relation not in {"obj", "nsubj"}:
            return ()
        entry = self._words.first("speech", verb.lemma)
        denies = entry is not None and entry.sets.get("polarity") == "negative"
        return tuple(t for t in self._roles.subjects(verb) if t.i != saying.i) if denies else ()
