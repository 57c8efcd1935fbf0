"""Repairs of openings: « Selon X, Y et Z arment W », where Y and Z were read as going on with X.

What opens a sentence with a preposition and ends at a comma is no subject, and what follows the comma is no part of it,
unless another comma shows that the list goes on. Same contract as ``kg.text.repair``, which runs this step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.tokens import Sentence, Text, Token
from kg.text.wordlists import Wordlists

_NOMINAL = frozenset({"NOUN", "PROPN"})
_CROSSING = frozenset({"conj", "appos", "nmod", "flat", "dep"})
_VERBAL = frozenset({"VERB", "AUX"})


class OpeningRepairer:
    """Sets such sentences right with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def opened(self, text: Text) -> Iterable[Token]:
        """« Selon X, Y et Z arment W »: Y and Z are the subject, X says so."""
        for sentence in text.sentences:
            phrase = _phrase(text, sentence)
            if phrase is None:
                continue
            noun, comma = phrase
            name = self._apposed(text, noun, comma)
            if name is not None:
                comma = next(t for t in text.tokens[name.i :] if t.text == ",")
                yield replace(name, head=noun.i, dep="appos")
            strays = [
                t
                for t in text.tokens[comma.i + 1 : sentence.last]
                if sentence.first <= t.head < comma.i and t.relation in _CROSSING and t.pos in _NOMINAL
            ]
            verb = _verb(text, noun)
            if strays and verb is not None and strays[0].i < verb.i and text.child(strays[0], "case") is None:
                yield from _restored(text, noun, verb, strays, name)

    def _apposed(self, text: Text, noun: Token, comma: Token) -> Token | None:
        """« Selon le porte-parole de X, N. N., », « Selon N. N., porte-parole de X, »: the second of name and title."""
        rest = text.tokens[comma.i + 1 : text.sentence(comma).last]
        closed = next((t for t in rest if t.text == "," or t.pos in _VERBAL), None)
        second = next((t for t in rest if t.pos in _NOMINAL), None)
        if closed is None or closed.text != "," or second is None or second.i > closed.i:
            return None
        names = (c for c in text.children(noun, "nmod", "appos", "flat") if c.i < comma.i)
        named = self._person(noun) or any(self._person(c) for c in names)
        pair = self._title(second) if named else self._title(noun) and self._person(second)
        return second if pair and not _joined(text, second) else None

    def _title(self, token: Token) -> bool:
        entry = self._words.head(token.lemma) if token.pos == "NOUN" and not token.name else None
        return entry is not None and entry.gives in {"Person", "UnnamedSource"}

    def _person(self, token: Token) -> bool:
        gazetteer = self._words.vocabulary.gazetteer
        ids = (*token.known, *token.weak)
        return token.name and (any(gazetteer[k].type == "Person" for k in ids) if ids else " " in token.text)


def _phrase(text: Text, sentence: Sentence) -> tuple[Token, Token] | None:
    """The noun of the opening phrase and the comma that ends it."""
    first = text.tokens[sentence.first]
    if first.pos != "ADP" or first.relation != "case":
        return None
    comma = next((t for t in text.of(sentence) if t.text == "," or t.pos in _VERBAL), None)
    noun = text.tokens[first.head]
    return (noun, comma) if comma is not None and comma.text == "," and first.i < noun.i < comma.i else None


def _verb(text: Text, noun: Token) -> Token | None:
    return next((t for t in text.ancestors(noun) if t.pos in _VERBAL or text.child(t, "cop") is not None), None)


def _restored(text: Text, noun: Token, verb: Token, strays: list[Token], name: Token | None) -> Iterable[Token]:
    first, inside = strays[0], {t.i for t in (noun, name) if t is not None}
    wrong = noun.relation == "nsubj"
    others = [c for c in text.children(verb, "nsubj") if c.i not in inside]
    subjects = [c for c in others if c.i > first.i and c.pos != "PRON"]
    if any(not _joined(text, c) for c in subjects):
        return  # « Selon X, Y et Z, W arme V »: Y and Z say so as well
    if any(c.i < first.i for c in others):
        return
    passive = text.child(verb, "aux:pass") is not None
    yield replace(first, head=verb.i, dep="nsubj:pass" if passive else "nsubj")
    for other in (*strays[1:], *subjects):
        yield replace(other, head=first.i, dep="conj")
    if wrong:
        yield replace(noun, head=verb.i, dep="obl:mod")


def _joined(text: Text, token: Token) -> bool:
    """Whether « et » or « ou » stands before the phrase."""
    start = text.subtree(token)[0]
    cc = text.child(token, "cc")
    before = text.tokens[start.i - 1] if start.i else start
    return (cc is not None and cc.i < token.i) or before.pos == "CCONJ"
