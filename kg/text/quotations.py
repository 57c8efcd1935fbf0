"""Who speaks in each quotation: the clause of saying on one of its sentences, the verb above it, who spoke before.

In: a ``Text``, its clauses of saying, and who is the subject of verbs of saying. Out: quotation number -> voice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kg.text.parties import Party
from kg.text.tokens import Sentence, Text, Token
from kg.text.voice import Voice
from kg.vocabulary import LexicalEntry

_TELLING = frozenset({"VERB", "AUX", "PRON", "PROPN"})
_STAMP = 4
"""Tokens of a time that opens a piece of running news."""


class Saying(Protocol):
    """What is known of verbs of saying."""

    def voice(self, token: Token) -> Voice:
        """The nearest speaker of the words that ``token`` stands in."""

    def speech(self, token: Token) -> LexicalEntry | None:
        """The line of a verb of saying."""

    def says(self, verb: Token) -> bool:
        """Whether a clause says what is said."""

    def speakers_of(self, verb: Token) -> tuple[Party, ...]:
        """Its logical subject."""


class Quotations:
    """The quotations of one text. ``tags``: sentence -> the voice of its clause of saying."""

    def __init__(self, text: Text, saying: Saying, tags: Mapping[int, Voice]) -> None:
        self._text, self._saying, self._tags = text, saying, tags
        self._quotes: dict[int, Voice] = {}

    def voices(self) -> Mapping[int, Voice]:
        """Each quotation gets the speaker of the clause of saying on one of its sentences, else of the verb above."""
        sentences: dict[int, list[int]] = {}
        for token in self._text.tokens:
            if token.quote:
                sentences.setdefault(token.quote, [])
                if token.sent not in sentences[token.quote]:
                    sentences[token.quote].append(token.sent)
        last: tuple[int, Voice] | None = None
        for quote, inside in sentences.items():
            voice = next((self._tags[s] for s in inside if s in self._tags), None)
            paragraph = self._text.sentences[inside[0]].paragraph
            whole = self._whole(quote, self._text.sentences[inside[0]])
            voice = voice or (self._announced(inside[0]) if whole else None)
            if voice is None and whole and last is not None and paragraph - last[0] <= 1:
                voice = Voice(party=last[1].party, rule="quotation continued")
            if voice is not None:
                self._quotes[quote] = voice
                last = (paragraph, voice)
            else:
                above = self._above(quote, inside) or (self._next(inside[-1]) if whole else None)
                if above is not None:
                    self._quotes[quote] = above
                    last = (paragraph, above)

        return self._quotes

    def _whole(self, quote: int, sentence: Sentence) -> bool:
        """Nothing stands beside the quotation, but for « 20 h 12 – »."""
        beside = [t for t in self._text.of(sentence) if t.quote != quote and t.pos != "PUNCT"]
        return all(t.pos not in _TELLING and t.i - sentence.first < _STAMP for t in beside)

    def _announced(self, sentence: int) -> Voice | None:
        """« X lui répond. « … » »: who is said to speak in the sentence before, and not what."""
        here = self._text.sentences[sentence]
        before = self._text.sentences[sentence - 1] if sentence else None
        if before is None or before.paragraph != here.paragraph or before.tag_of is not None:
            return None
        root = self._saying_root(before)
        if (
            root is None
            or self._saying.says(root)
            or self._text.child(root, "obj", "obl:agent", "aux:pass") is not None
        ):
            return None
        said_by = [p for p in self._saying.speakers_of(root) if p.type != "Place"]
        return Voice(party=said_by[0], rule="quotation behind its speaker") if said_by else None

    def _saying_root(self, sentence: Sentence) -> Token | None:
        root = next((t for t in self._text.of(sentence) if t.head == t.i), None)
        if root is None or root.pos != "VERB" or root.quote or self._saying.speech(root) is None:
            return None
        return root

    def _next(self, sentence: int) -> Voice | None:
        """« “…” Dans une allocution, X assure que … »: who speaks in the sentence behind the quotation."""
        here = self._text.sentences[sentence]
        after = self._text.sentences[sentence + 1] if sentence + 1 < len(self._text.sentences) else None
        if after is None or after.paragraph != here.paragraph or after.tag_of is not None:
            return None
        root = self._saying_root(after)
        if root is None or not self._saying.says(root):
            return None
        said_by = [p for p in self._saying.speakers_of(root) if p.type != "Place"]
        return Voice(party=said_by[0], rule="quotation before its speaker") if said_by else None

    def _above(self, quote: int, inside: list[int]) -> Voice | None:
        for token in self._text.of(self._text.sentences[inside[0]]):
            if token.quote == quote and token.pos in {"VERB", "NOUN"}:
                found = self._saying.voice(token)
                if found.party is not None:
                    return found
        return None
