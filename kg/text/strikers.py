"""Who struck last: the party that « les assaillants » stands for.

In: a cast with who was seen so far. Out: the key of the one armed party that the sentences before tell to have struck,
None when there are several or none.
"""

from __future__ import annotations

from kg.text.cast import Cast, Seen
from kg.text.phrases import case
from kg.text.tokens import Token

_BACK = 4
"""« les assaillants » looks back over this many sentences at most."""
_DOERS = frozenset({"de", "par"})


class Strikers:
    """Answers for one cast."""

    def __init__(self, cast: Cast) -> None:
        self._cast, self._text, self._words = cast, cast.text, cast.words

    def last(self, token: Token) -> str | None:
        """The only party that struck in the sentences before."""
        found: dict[str, int] = {}
        for seen in self._cast.before(token, _BACK):
            if seen.subject and seen.token.sent == token.sent and token.relation != "nsubj":
                continue  # « X a repoussé les assaillants »: not X
            if self._cast.armed(self._cast.type(seen.key)) and self._struck(seen):
                found.setdefault(seen.key, seen.token.sent)
        return next(iter(found)) if len(found) == 1 else None

    def _struck(self, seen: Seen) -> bool:
        """« X a attaqué », « attaqué par X », « l'attaque de X »."""
        token = seen.token
        while token.relation in {"conj", "appos"} and (above := self._text.head(token)) is not None:
            token = above
        head = self._text.head(token)
        if head is None:
            return False
        if head.pos == "NOUN":
            return case(self._text, token) in _DOERS and self._strikes(head.lemma, "noun", "de")
        doing = token.dep == "nsubj" or token.dep == "obl:agent" or case(self._text, token) == "par"
        passive = token.dep == "nsubj" and self._text.child(head, "aux:pass") is not None
        return doing and not passive and self._strikes(self._words.verb_lemma(head), "verb", "subj")

    def _strikes(self, lemma: str, kind: str, slot: str) -> bool:
        relations = self._words.vocabulary.relations
        lines = [e for e in self._words.entries(kind, lemma) if e.gives in relations]
        given = relations[lines[0].gives] if lines else None
        if given is None or not given.by_forces or given.symmetric or given.range == "Place":
            return False
        return any(s.name == slot for e in (lines if kind == "noun" else lines[:1]) for s in e.subject)
