"""From bytes to text: UTF-8, UTF-16 and UTF-32 by their byte order mark, and the encodings that French files came in.

UTF-8 that is only slightly damaged is refused instead of read as something else: mojibake would end up in quotations.
Without UTF-8, the candidates are compared by how French their characters beyond ASCII are (each sentence of
three French treebanks, encoded and read back: more than 99 % right, whichever the encoding).
"""

from __future__ import annotations

import codecs
import re

from kg.errors import DocumentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
LEGACY = ("cp1252", "iso8859_15", "mac_roman", "cp850")
"""In order of preference where they say the same."""
COMMON = frozenset("àâçéèêëîïôœùûü«»’\u00a0")
SEEN = frozenset("áäæíñóöúÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ‹›‘“”„…–—•°€§")
"""Characters of French beyond ASCII: the daily ones weigh 1, capitals, neighbours' letters and marks a half."""
CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
MOST_CONTROLS = 0.005
"""Share of control bytes above which a file is not text."""
LEAST_FRENCH = 0.3
"""Weight of the characters beyond ASCII, on average, below which no legacy encoding is believed."""

MOST_FOREIGN = 0.5
"""Share of bytes beyond ASCII above which a text is in another script; in French they are about 4 %."""


def decode(raw: bytes) -> str:
    """The text of ``raw`` without byte order mark, line ends as ``\\n``.

    Raises ``DocumentError`` (without the file's name, which the caller knows) for bytes that are no text, and for text
    in no known encoding.
    """
    return _decode(raw).replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes) -> str:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding)
    _refuse_binary(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(raw, error)
    return _legacy(raw)


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise DocumentError(
            f"begins as {name} but is not {name} at byte {error.start}; save it again as UTF-8"
        ) from error


def _refuse_binary(raw: bytes) -> None:
    for signature, name in SIGNATURES:
        if raw.startswith(signature):
            raise DocumentError(f"is {name}, not a text; export it as plain text in UTF-8")
    if b"\0" in raw or len(CONTROL.findall(raw)) > MOST_CONTROLS * len(raw):
        raise DocumentError("is a binary file, not a text; export it as plain text in UTF-8")


def _refuse_damaged(raw: bytes, error: UnicodeDecodeError) -> None:
    """Refuse what is UTF-8 but for a few bytes: legacy text hardly ever holds a valid sequence by chance."""
    text = raw.decode("utf-8", errors="replace")
    valid = sum(char > "\x7f" and char != "\ufffd" for char in text)
    if valid > text.count("\ufffd"):
        line = raw.count(b"\n", 0, error.start) + 1
        raise DocumentError(f"is UTF-8 with a damaged byte in line {line}; repair that line or save it again as UTF-8")


def _legacy(raw: bytes) -> str:
    best, best_weight = "", LEAST_FRENCH
    if sum(byte > 0x7F for byte in raw) < MOST_FOREIGN * len(raw.replace(b" ", b"")):
        for encoding in LEGACY:
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            foreign = [char for char in text if char > "\x7f"]
            weight = sum((char in COMMON) + (char in SEEN) / 2 for char in foreign) / len(foreign)
            if weight > best_weight:
                best, best_weight = text, weight
    if not best:
        raise DocumentError("is in no encoding known for French; save it again as UTF-8")
    return best
