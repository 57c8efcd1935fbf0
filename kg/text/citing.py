"""Who is cited without being the subject of the verb of saying: « a-t-on appris de X », « à Kigali, on répète que … »,
« comme l'a reconnu X ».

In: verbs of a ``Text``. Out: the tokens of the phrases that name who says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.parties import Parties
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_ONE = frozenset({"on", "-t-on", "-on", "l'on"})
_SOURCES = frozenset({"de", "auprès_de", "par", "de_source"})
_WHERE = frozenset({"à", "chez"})


class Citations:
    """Finds such phrases in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words

    def impersonal(self, verb: Token) -> bool:
        """« a-t-on appris », « on répète que »."""
        return any(c.lower in _ONE for c in self._text.children(verb, "nsubj"))

    def sources(self, verb: Token) -> Iterator[Token]:
        """« a-t-on appris de sources sûres et auprès d'un élu », « à Kigali, on répète »: who « on » is."""
        for child in self._text.children(verb, "obl", "nmod"):
            case = self._case(child)
            found = self._parties.at(child)
            source = case in _SOURCES and any(p.type != "Place" for p in found)
            if source or (case in _WHERE and any(p.state is not None for p in found)):
                yield child

    def confirming(self, clause: Token) -> Token | None:
        """« X a pris P, comme l'a reconnu Y »: the verb of saying in an aside to the clause."""
        for verb in self._text.children(clause, "advcl", "parataxis"):
            like = any(c.lower == "comme" for c in self._text.children(verb, "mark", "advmod", "case"))
            content = any(c.lower in {"l'", "l’", "le"} for c in self._text.children(verb, "obj", "expl"))
            if like and content and self._words.first("speech", verb.lemma) is not None:
                return verb
        return None

    def behind(self, verb: Token) -> tuple[Token, ...]:
        """The subject behind the verb of such an aside, whatever the parser made of it."""
        below = [c for c in self._text.children(verb) if c.i > verb.i and not self._case(c) and self._parties.at(c)]
        return tuple(below[:1])

    def opens(self, token: Token) -> bool:
        """« Pour X, il n'en est rien »: who thinks so, at the head of the sentence and before a comma."""
        subtree = self._text.subtree(token)
        after = self._text.tokens[subtree[-1].i + 1] if subtree[-1].i + 1 < len(self._text.tokens) else token
        comma = "," in {after.text, subtree[-1].text, *(t.text for t in self._text.children(token, "punct"))}
        return subtree[0].i == self._text.sentence(token).first and comma

    def _case(self, token: Token) -> str:
        case = self._text.child(token, "case")
        return case.lemma if case is not None else ""
