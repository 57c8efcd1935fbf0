"""What a sentence neither asserts nor denies: « n'a pas pu vérifier que … », « du voisinage plus que d'une alliance ».

In: predicates of a ``Text``. Out: whether nothing may be read of them.
"""

from __future__ import annotations

from kg.text.factuality import FactualityReader
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_CHECKED = frozenset({"obj", "ccomp", "xcomp", "nmod", "acl"})
_THAT = frozenset({"que", "qu'", "qu’"})


class Unsaid:
    """Finds such predicates in one text."""

    def __init__(self, text: Text, words: Wordlists, factuality: FactualityReader) -> None:
        self._text, self._words, self._factuality = text, words, factuality

    def holds(self, predicate: Token) -> bool:
        """Whether the predicate is neither asserted nor denied."""
        return self.unverified(predicate) or self.outdone(predicate)

    def unverified(self, predicate: Token) -> bool:
        """« X n'a pas confirmé la prise de P », « n'a pas pu vérifier que … »: neither said nor denied."""
        checking, child = self._words.content.get("checking", ()), predicate
        for above in self._text.ancestors(predicate):
            if child.relation not in _CHECKED:
                return False
            if above.lemma in checking and above.pos == "VERB":
                over = self._text.head(above) if above.relation == "xcomp" else None
                silent = self._factuality.negated(above) or (over is not None and self._factuality.negated(over))
                return silent and not self._proof(above)
            child = above
        return False

    def outdone(self, noun: Token) -> bool:
        """« du voisinage plus que d'une alliance », « moins d'une alliance que d'un pacte »: weighed, not told."""
        i, first = noun.i - 1, self._text.sentence(noun).first
        while i > first and self._text.tokens[i].pos in {"DET", "ADP", "ADJ"}:
            i -= 1
        words = (self._text.tokens[i].lower, self._text.tokens[i - 1].lower if i > first else "")
        if noun.pos != "NOUN" or i < first:
            return False
        if words[0] in _THAT:
            return words[1] in {"plus", "plutôt", "davantage", "mieux"}
        after = (t.lower for t in self._text.tokens[noun.i + 1 : self._text.sentence(noun).last])
        return words[0] == "moins" and any(w in _THAT for w in after)

    def _proof(self, verb: Token) -> bool:
        """« aucun élément ne confirme que », « rien ne confirme que »: as much as a denial."""
        proof = self._words.content.get("proof", ())
        return any(s.lemma in proof or s.lower == "rien" for s in self._text.children(verb, "nsubj"))
