"""Repairs of examples: « des villes comme X et Y », « plusieurs pays, dont X et Y », « des groupes tels que X ».

What is said of the noun is said of the names, so the first of them takes the noun's place in the tree. Same contract
as ``kg.text.repair``, which runs this step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.phrases import plural
from kg.text.prepare import LIST
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_MARKS = frozenset({"comme", "dont", "notamment"})
_WHICH = frozenset({"lesquels", "lesquelles"})
_SUCH = frozenset({"tels", "telles"})
_THAT = frozenset({"que", "qu'", "qu’"})
_INDEFINITE = frozenset({"des", "de", "d'", "d’", "plusieurs", "certains", "certaines", "quelques", "divers"})
_AMONG = frozenset({"parmi", "entre"})
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
_LISTED = frozenset({"DET", "PROPN", "CCONJ", "NOUN"})


class ExampleRepairer:
    """Puts examples in the place of the noun that they are examples of."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def examples(self, text: Text) -> Iterable[Token]:
        """« X contrôle des villes comme P et Q »: X holds P and Q."""
        for token in text.tokens:
            mark = self._mark(text, token)
            if mark is None:
                continue
            name, noun = self._name(text, token), self._noun(text, mark)
            if name is not None and noun is not None and noun.i != name.head:
                name = self._parenthetic(text, token, name, noun)
            if name is not None and noun is not None and self._relational(noun):
                yield replace(name, head=noun.i, dep="appos")  # « ses alliés, dont X »: X is an ally
            elif name is not None and noun is not None:
                yield from self._swapped(text, noun, mark, name)

    def _mark(self, text: Text, token: Token) -> Token | None:
        """The first word of what announces the examples, at its last word."""
        before = text.tokens[token.i - 1] if token.i else token
        if token.lower in _MARKS or token.lemma == LIST or self._counted(text, token):
            return token
        if (token.lower in _WHICH and before.lower in _AMONG) or (token.lower in _THAT and before.lower in _SUCH):
            return before
        return None

    def _counted(self, text: Text, comma: Token) -> bool:
        """« les deux pays, X et Y, soutiennent Z »: as many names as the noun is said to have."""
        noun, name = self._noun(text, comma), self._name(text, comma)
        if comma.text != "," or noun is None or name is None:
            return False
        number = text.child(noun, "nummod")
        members = text.conjuncts(name)
        return number is not None and _NUMBERS.get(number.lower) == len(members) and self._closed(text, members[-1])

    def _closed(self, text: Text, last: Token) -> bool:
        after = text.tokens[min(last.i + 1, len(text.tokens) - 1)]
        return after.pos == "PUNCT" or after.sent != last.sent

    def _name(self, text: Text, mark: Token) -> Token | None:
        """The name right behind, an article between at most."""
        after = [t for t in text.tokens[mark.i + 1 : mark.i + 3] if t.sent == mark.sent]
        if after and after[0].pos == "DET":
            after = after[1:]
        return after[0] if after and after[0].name else None

    def _noun(self, text: Text, mark: Token) -> Token | None:
        """The plural noun right before that denotes parties or places without naming one."""
        i = mark.i - 1
        while i > 0 and (text.tokens[i].text == "," or text.tokens[i].pos == "ADJ"):
            i -= 1
        noun = text.tokens[i]
        if noun.sent != mark.sent or noun.pos != "NOUN" or noun.name or not plural(noun):
            return None
        known = any(c.lower not in _INDEFINITE for c in text.children(noun, "det"))
        if mark.lower == "comme" and mark.i > i + 1 and text.tokens[mark.i - 1].text == "," and known:
            return None  # « les rebelles, comme X, refusent »: X refuses as well
        return noun if self._words.head(noun.lemma) is not None else None

    def _relational(self, noun: Token) -> bool:
        """« alliés », « soutiens »: what somebody is to another, but no office."""
        head = self._words.head(noun.lemma)
        if head is None or self._words.vocabulary.is_a(head.gives, "Person"):
            return False
        return any(s.name == "self" for e in self._words.entries("noun", noun.lemma) for s in e.subject)

    def _parenthetic(self, text: Text, mark: Token, name: Token, noun: Token) -> Token | None:
        """The name, unless it belongs to a clause of its own: « des villes, dont X tient la moitié »."""
        end = name.i
        while end + 1 < len(text.tokens) and text.tokens[end + 1].pos in _LISTED:
            end += 1
        return name if mark.lower != "dont" or self._closed(text, text.tokens[end]) else None

    def _swapped(self, text: Text, noun: Token, mark: Token, name: Token) -> Iterable[Token]:
        root = noun.head == noun.i
        clause = text.tokens[name.head]
        if root and clause.i > name.i and clause.pos == "VERB":
            yield replace(clause, head=clause.i, dep="ROOT")  # « plusieurs pays, dont X et Y, soutiennent Z »
            yield replace(name, head=clause.i, dep="nsubj")
        else:
            yield replace(name, head=name.i if root else noun.head, dep=noun.dep)
        yield replace(noun, head=name.i, dep="dep")
        for child in text.children(noun):
            if child.relation == "case" or (child.relation in {"cc", "conj"} and child.i > name.i):
                yield replace(child, head=name.i)
        for child in text.children(name):
            if mark.i <= child.i < name.i and child.pos != "DET":
                yield replace(child, dep="advmod")
