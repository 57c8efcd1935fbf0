"""The annotated text: tokens with their dependency tree, without any library's types.

In: built by ``kg.text.annotate`` (from spaCy) or by hand in tests. Out: read by every later stage of the text world.
Heads and sentences are indices; the tree follows Universal Dependencies for French (universaldependencies.org/fr).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

Span = tuple[int, int]
_NONE: Final[Iterator[Any]] = iter(())
"""Most tokens have nothing below them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token. ``head`` is the index of its head (itself for a root); offsets are in the document's text.

    ``name`` is True for a proper name merged into one token; ``known`` then lists the gazetteer ids it may stand for,
    strong names first. ``quote`` numbers the quotation it stands in (0: none).
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    sent: int
    morph: frozenset[str] = frozenset()
    name: bool = False
    known: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    quote: int = 0
    lower: str = field(init=False, repr=False, compare=False)
    """The text in lower case."""
    relation: str = field(init=False, repr=False, compare=False)
    """The dependency without its subtype: ``nsubj:pass`` -> ``nsubj``."""

    def __post_init__(self) -> None:
        # kept, not computed anew: the reader asks for them half a million times in forty articles
        object.__setattr__(self, "lower", self.text.lower())
        object.__setattr__(self, "relation", self.dep.partition(":")[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens ``first`` to ``last`` (half-open), parsed as one tree.

    ``tag_of`` is the index of the sentence whose words this one attributes (« …, a déclaré X »), None for ordinary
    sentences. ``paragraph`` counts from 0.
    """

    i: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    tag_of: int | None = None
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A bracketed name right after a noun phrase: « Front de X (FX) ». ``token`` is the last token before it."""

    token: int
    text: str
    start: int
    end: int
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated document: tokens in order, sentences, bracketed aliases."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    aliases: tuple[Alias, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def children(self, token: Token, *relations: str) -> Iterator[Token]:
        """Children in text order; with ``relations`` only those dependencies (with or without subtype)."""
        below = self._children[token.i]
        if not below:
            return _NONE
        if not relations:
            return iter([self.tokens[i] for i in below])
        tokens = self.tokens
        return iter([t for i in below if (t := tokens[i]).dep in relations or t.relation in relations])

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first such child, or None."""
        for i in self._children[token.i]:
            child = self.tokens[i]
            if not relations or child.dep in relations or child.relation in relations:
                return child
        return None

    def head(self, token: Token) -> Token | None:
        """The head, or None for a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in text order."""
        found, stack = [], [token.i]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self._children[i])
        return [self.tokens[i] for i in sorted(found)]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Heads from the nearest to the root."""
        seen = {token.i}
        while (above := self.head(token)) is not None and above.i not in seen:
            seen.add(above.i)
            yield above
            token = above

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is coordinated below it, in text order."""
        found = [token]
        joined = list(self.children(token, "conj"))
        for child in self.children(token, "conj", "appos"):
            # « le Mali, le Niger et le Burkina Faso »: parsers hang the middle of a list as an apposition
            listed = child.relation == "conj" or (token.name and child.name and any(c.i > child.i for c in joined))
            if listed:
                found.extend(self.conjuncts(child))
        return found

    def sentence(self, token: Token) -> Sentence:
        """The sentence it stands in."""
        return self.sentences[token.sent]

    def of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]
