"""Annotated texts written by hand, so that grammar is tested without a language model.

In: a block of tokens. ``form lemma POS dep head [feature …]`` is a token, tokens stand on lines or between ``|``; an
empty line ends a sentence. Heads count from 1 within the sentence, 0 is the root; ``_`` for a lemma repeats the form,
``_`` inside a form is a space. Features: ``@id`` a name of this gazetteer entry, ``~id`` a weak name of it, ``"n`` in
quotation ``n``, the shorthands of ``FEATURES``, or a feature of Universal Dependencies as it is written there. A line
``# tag=-1 question paragraph=1`` describes the sentence below it.
Out: a ``Text``; ``World`` holds the stages that read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kg.text.factuality import Factuality, FactualityReader
from kg.text.frame import Frame
from kg.text.frames import FrameReader
from kg.text.layout import Piece
from kg.text.mentions import MentionFinder
from kg.text.parties import Parties
from kg.text.speakers import Speakers
from kg.text.tokens import Sentence, Text, Token
from kg.text.voice import Voice
from kg.text.wordlists import Wordlists

FEATURES = {
    "fin": ("VerbForm=Fin",),
    "inf": ("VerbForm=Inf",),
    "past": ("VerbForm=Part", "Tense=Past"),
    "pres": ("VerbForm=Part", "Tense=Pres"),
    "cnd": ("VerbForm=Fin", "Mood=Cnd"),
    "fut": ("VerbForm=Fin", "Tense=Fut"),
    "pl": ("Number=Plur",),
    "sg": ("Number=Sing",),
    "f": ("Gender=Fem",),
    "m": ("Gender=Masc",),
}


_PIECE = re.compile(r"M\.|\w+['’]|-(?:t-)?(?:ils?|elles?|on)\b|\w+(?:-(?!t-|ils?\b|elles?\b|on\b)\w+)*|[^\w\s]")


def pieces(text: str, offset: int = 0) -> list[Piece]:
    """The words and marks of a paragraph that begins at ``offset``: a tokenizer good enough for tests."""
    found = _PIECE.finditer(text)
    return [Piece(text=m.group(), start=offset + m.start(), end=offset + m.end()) for m in found]


def parsed(block: str) -> Text:
    """The text of a block; its offsets are those of the forms joined by single spaces."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, lines in enumerate(_sentences(block)):
        notes = dict(_note(part) for line in lines if line.startswith("#") for part in line[1:].split())
        rows = [row.split() for line in lines if not line.startswith("#") for row in line.split("|")]
        first = len(tokens)
        for row in rows:
            tokens.append(_token(row, first, len(tokens), number, tokens[-1].end + 1 if tokens else 0))
        sentences.append(
            Sentence(
                i=number,
                first=first,
                last=len(tokens),
                start=tokens[first].start,
                end=tokens[-1].end,
                paragraph=int(notes.get("paragraph", "0")),
                tag_of=number + int(notes["tag"]) if "tag" in notes else None,
                question="question" in notes,
            )
        )
    return Text(tuple(tokens), tuple(sentences))


def _sentences(block: str) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in (x.strip() for x in block.strip().splitlines()):
        if line:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return found


def _note(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name, value


def _token(row: list[str], base: int, i: int, sent: int, start: int) -> Token:
    form, lemma, pos, dep, head, *features = row
    form = form.replace("_", " ") if form != "_" else form
    morph = {m for f in features for m in FEATURES.get(f, (f,) if "=" in f else ())}
    known = tuple(f[1:] for f in features if f.startswith("@"))
    weak = tuple(f[1:] for f in features if f.startswith("~"))
    return Token(
        i=i,
        text=form,
        lemma=form if lemma == "_" else lemma,
        pos=pos,
        dep=dep,
        head=i if head == "0" else base + int(head) - 1,
        start=start,
        end=start + len(form),
        sent=sent,
        morph=frozenset(morph),
        name=bool(known or weak) or "name" in features,
        known=known,
        weak=weak,
        quote=next((int(f[1:]) for f in features if f.startswith('"')), 0),
    )


@dataclass(frozen=True)
class World:
    """A text with the stages of the text world over it."""

    text: Text
    words: Wordlists

    @classmethod
    def of(cls, block: str, words: Wordlists) -> World:
        return cls(parsed(block), words)

    @cached_property
    def parties(self) -> Parties:
        return Parties("doc", self.text, MentionFinder(self.words).find(self.text), self.words)

    @cached_property
    def speakers(self) -> Speakers:
        return Speakers(self.text, self.parties, self.words)

    def token(self, form: str) -> Token:
        """The only token with this form."""
        (found,) = (t for t in self.text.tokens if t.text == form)
        return found

    def frames(self, form: str) -> list[Frame]:
        """The frames that the word announces."""
        return list(FrameReader(self.text, self.parties, self.words).frames(self.token(form)))

    def slot(self, form: str, name: str) -> list[str]:
        """The keys of the parties in a slot of the word's first frame: gazetteer ids for known names."""
        return [p.key for f in self.frames(form)[0].slots.get(name, ()) for p in f.parties]

    def voice(self, form: str, *, aside: bool = False) -> Voice:
        """Who says the word."""
        return (self.speakers.aside if aside else self.speakers.voice)(self.token(form))

    def speaker(self, form: str, *, aside: bool = False) -> str | None:
        """The key of the party that says the word, None for the author."""
        party = self.voice(form, aside=aside).party
        return party.key if party is not None else None

    def factuality(self, form: str, noun: str | None = None) -> Factuality:
        """How firmly the word is said, by whoever says it."""
        below = self.token(noun) if noun is not None else None
        return FactualityReader(self.text, self.words).read(self.token(form), below, self.voice(form))
