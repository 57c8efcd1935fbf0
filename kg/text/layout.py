"""Paragraphs, sentences, quotations and brackets of a text, before any parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.text.tokens import Alias

OPENING = frozenset("«“")
CLOSING = frozenset("»”")
STRAIGHT = frozenset({'"', "''", "``"})
_STOPS = frozenset({".", "!", "?", "…", "...", ";", "?!", "!!"})
_ABBREVIATIONS = frozenset("m. mm. mme. dr. gal. col. cap. lt. st. art. no. n°. av. etc. cf. p. al.".split())
_LINE = re.compile(r"[^\n]+")
LONGEST = 300
"""Tokens of the longest sentence read at once; many steps compare every two of them, and no real sentence is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A token before the parse. ``word`` is what the parser sees in its place; ``lemma`` is forced when given."""

    text: str
    start: int
    end: int
    word: str = ""
    lemma: str = ""
    name: bool = False
    known: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    quote: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is parsed at once: a sentence, or a clause of saying cut off from one (``tag_of`` its sentence)."""

    i: int
    pieces: tuple[Piece, ...]
    paragraph: int
    tag_of: int | None = None
    question: bool = False
    aliases: tuple[Alias, ...] = ()


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The non-empty lines of ``text[start:end]`` as half-open offsets without outer white space."""
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        left = len(line) - len(line.lstrip())
        stripped = line.strip()
        if stripped:
            yield match.start() + left, match.start() + left + len(stripped)


def number_quotes(pieces: list[Piece]) -> list[Piece]:
    """Mark the pieces inside quotation marks with the number of their quotation: the offset after its first mark.

    A quotation that the paragraph opens and never closes runs to its end. The marks themselves keep number 0.
    """
    marked, current, straight = [], 0, False
    for piece in pieces:
        if piece.text in OPENING or (piece.text in STRAIGHT and not straight):
            straight = piece.text in STRAIGHT
            current = piece.end
            marked.append(piece)
        elif piece.text in CLOSING or (piece.text in STRAIGHT and straight):
            current, straight = 0, False
            marked.append(piece)
        else:
            marked.append(replace(piece, quote=current))
    return marked


def is_quote(piece: Piece) -> bool:
    """Whether the piece is a quotation mark."""
    return piece.text in OPENING or piece.text in CLOSING or piece.text in STRAIGHT


def split_sentences(pieces: list[Piece]) -> list[list[Piece]]:
    """Sentences: a stop before a capital, a quotation mark, a dash or the end. Closing marks stay before the cut."""
    sentences: list[list[Piece]] = [[]]
    i = 0
    while i < len(pieces):
        sentences[-1].append(pieces[i])
        if pieces[i].text in _STOPS or (pieces[i].text.endswith(".") and _ends(pieces[i].text)):
            while i + 1 < len(pieces) and (pieces[i + 1].text in CLOSING or pieces[i + 1].text in {")", "]"}):
                i += 1
                sentences[-1].append(pieces[i])
            if i + 1 < len(pieces) and pieces[i + 1].text in STRAIGHT and pieces[i].quote:
                i += 1
                sentences[-1].append(pieces[i])
            if i + 1 < len(pieces) and _begins(pieces[i + 1]):
                sentences.append([])
        i += 1
    return [s for s in sentences if s]


def bounded(sentence: list[Piece]) -> list[list[Piece]]:
    """The sentence itself, or, where it has more than ``LONGEST`` tokens, its parts in order, none longer than that.

    A part ends behind the last semicolon of its second half, else behind its last comma, else wherever it is full.
    """
    parts: list[list[Piece]] = []
    start = 0
    while len(sentence) - start > LONGEST:
        half = range(start + LONGEST - 1, start + LONGEST // 2, -1)
        ends = (next((k + 1 for k in half if sentence[k].text == mark), None) for mark in (";", ","))
        end = next((k for k in ends if k is not None), start + LONGEST)
        parts.append(sentence[start:end])
        start = end
    return [*parts, sentence[start:]]


def _ends(text: str) -> bool:
    return len(text) > 3 and text.lower() not in _ABBREVIATIONS and "." not in text[:-1]


def _begins(piece: Piece) -> bool:
    return piece.text[:1].isupper() or piece.text[:1].isdigit() or is_quote(piece) or piece.text in {"-", "–", "—", "("}
