"""Typographic variants of gold sentences.

In: a gold Doc. Out: the same tree over other spellings: quotes as « » or “ ”,
curly apostrophes, names in capitals, no final stop, all in capitals.
Invariant: heads, labels, lemmas of common words and the number of words stay.
"""

from __future__ import annotations

import random

from spacy.tokens import Doc, Token

CAPITAL_NAMES = 0.12
CURLY = 0.5
NO_STOP = 0.15
SHOUTED = 0.02


def vary(doc: Doc, rng: random.Random) -> Doc:
    """One variant of the sentence; which one is drawn from `rng`."""
    words = [token.text for token in doc]
    lemmas = [token.lemma_ for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    if rng.random() < CURLY:
        words = [word.replace("'", "’") for word in words]
    _requote(words, spaces, rng)
    shouted = rng.random() < SHOUTED
    for token in doc:
        if shouted or (token.pos_ == "PROPN" and rng.random() < CAPITAL_NAMES):
            words[token.i] = words[token.i].upper()
            lemmas[token.i] = _lemma(token, lemmas[token.i])
    end = len(doc) - _drops_stop(doc, rng)
    return _copy(doc, words[:end], lemmas, spaces[:end])


def _lemma(token: Token, lemma: str) -> str:
    return lemma.upper() if token.pos_ == "PROPN" else lemma


def _requote(words: list[str], spaces: list[bool], rng: random.Random) -> None:
    """Turns straight quotes into a French or a curly pair, in place."""
    places = [place for place, word in enumerate(words) if word == '"']
    if not places or len(places) % 2:
        return
    opening, closing, wide = rng.choice((("«", "»", True), ("“", "”", False), ('"', '"', False)))
    for start, end in zip(places[::2], places[1::2], strict=True):
        words[start], words[end] = opening, closing
        if wide:
            spaces[start] = spaces[end - 1] = True


def _drops_stop(doc: Doc, rng: random.Random) -> int:
    """1 when the final stop can go and the draw says so, else 0."""
    last = doc[-1]
    if len(doc) < 4 or last.text != "." or list(last.children):
        return 0
    return int(rng.random() < NO_STOP)


def _copy(doc: Doc, words: list[str], lemmas: list[str], spaces: list[bool]) -> Doc:
    end = len(words)
    return Doc(
        doc.vocab,
        words=words,
        spaces=spaces,
        tags=[token.tag_ for token in doc[:end]],
        pos=[token.pos_ for token in doc[:end]],
        morphs=[str(token.morph) for token in doc[:end]],
        lemmas=lemmas[:end],
        heads=[token.head.i for token in doc[:end]],
        deps=[token.dep_ for token in doc[:end]],
    )
