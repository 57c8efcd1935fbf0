"""The sentences around a piece of evidence, cut so that the page can mark the words without building HTML.

In: a document and an evidence. Out: pieces of text, each with marks (any of ``q`` quoted, ``s`` subject, ``o`` object),
and the sentences on either side.
All offsets are half-open, in code points of the document's text.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

from kg.records import Document, Evidence, Span

REACH: Final = 280
"""How far, in code points, a sentence is followed on either side of the words that are shown."""
_END = re.compile(r"[.!?…][»\"”)]*\s+|\n+")
_GAP = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and its marks; ``marks`` is empty for plain context."""

    text: str
    marks: str = ""


def passage(document: Document | None, evidence: Evidence) -> tuple[Piece, ...]:
    """The evidence with its sentence, and the sentences of mentions that stand elsewhere, « … » between them.

    Without the document, or with offsets that do not fit it, the quoted words alone.
    """
    if document is None or document.text[evidence.start : evidence.end] != evidence.text:
        return (Piece(evidence.text, "q"),)
    text = document.text
    spans = [((evidence.start, evidence.end), "q"), (evidence.subject, "s")]
    if evidence.object is not None:
        spans.append((evidence.object, "o"))
    spans = [(span, mark) for span, mark in spans if 0 <= span[0] < span[1] <= len(text)]
    pieces: list[Piece] = []
    for window in _merged([_sentence(text, span) for span, _ in spans]):
        if pieces:
            pieces.append(Piece(f" {_GAP} "))
        pieces.extend(_cut(text, window, spans))
    return tuple(pieces)


def neighbours(document: Document | None, evidence: Evidence) -> tuple[str, str]:
    """The sentences before and after the passage of an evidence, inside the document's body; empty where none is.

    What is quoted from a document can be turned round by the sentence before or after it, so both are shown.
    """
    if document is None or document.text[evidence.start : evidence.end] != evidence.text:
        return ("", "")
    text, (first, last) = document.text, document.body
    start, end = _sentence(text, (evidence.start, evidence.end))
    inside = text[first:start].rstrip(), text[end:last]
    before = _sentence(text, (first + len(inside[0]) - 1, first + len(inside[0]))) if inside[0] else (start, start)
    skipped = len(inside[1]) - len(inside[1].lstrip())
    opening = end + skipped
    after = _sentence(text, (opening, opening + 1)) if inside[1].strip() else (end, end)
    return text[max(before[0], first) : before[1]], text[after[0] : min(after[1], last)]


def _sentence(text: str, span: Span) -> Span:
    start, end = span
    low = max(0, start - REACH)
    for match in _END.finditer(text, low, start):
        low = match.end()
    high = min(len(text), end + REACH)
    found = _END.search(text, max(start, end - 1), high)
    if found:
        high = max(end, found.end())
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high


def _merged(windows: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, window: Span, spans: list[tuple[Span, str]]) -> list[Piece]:
    start, end = window
    inside = {edge for span, _ in spans for edge in span if start < edge < end}
    edges = sorted(inside | {start, end})
    pieces: list[Piece] = []
    for low, high in itertools.pairwise(edges):
        marks = "".join(mark for span, mark in spans if span[0] <= low and high <= span[1])
        pieces.append(Piece(text[low:high], marks))
    return pieces
