"""Preparation and parsing: a document becomes tokens with dependency trees.

In: a ``Document``, a spaCy pipeline, the vocabulary. Out: a ``Text``. The only module of the reader that knows spaCy.

Preparation makes the parser's work easier and is undone in the offsets: names and prepositions of several words become
one token, quotation marks and brackets are taken out, clauses of saying (« …, a déclaré X ») are cut off and parsed by
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.records import Document
from kg.text.dates import TimeExpression
from kg.text.layout import Piece, Unit, paragraphs
from kg.text.merging import TIME, merge_adverbials, merge_times
from kg.text.prepare import Preparer
from kg.text.repair import Repairer
from kg.text.tokens import Alias, Sentence, Text, Token
from kg.vocabulary import Vocabulary

_CONTRACTED = {"à le": "à", "de le": "de", "de lequel": "lequel", "à lequel": "lequel"}
"""Lemmas of contracted prepositions as the treebanks write them."""


_GLUED = re.compile(r"[A-Z]{2,}[-/][A-Z0-9]+\.")


@dataclass(frozen=True, slots=True)
class _Parsed:
    unit: Unit
    doc: Doc


class Annotator:
    """Turns documents into annotated texts with one pipeline and one vocabulary."""

    def __init__(self, nlp: Language, vocabulary: Vocabulary) -> None:
        self._nlp = nlp
        self._preparer = Preparer(vocabulary)
        self._repairer = Repairer(self._preparer.words)

    def annotate(self, document: Document, times: Sequence[TimeExpression] = ()) -> Text:
        """The annotated body of ``document``; offsets are those of ``document.text``. ``times`` are read as adverbs."""
        units: list[Unit] = []
        for number, (start, end) in enumerate(paragraphs(document.text, *document.body)):
            pieces = merge_times(self._tokenize(document.text[start:end], start), times)
            pieces = merge_adverbials(pieces, self._preparer.words.adverbials)
            units.extend(self._preparer.units(document.text[start:end], start, pieces, number, len(units)))
        units = [unit for unit in units if unit.pieces]
        renumbered = {unit.i: k for k, unit in enumerate(units)}
        docs = self._nlp.pipe((self._doc(unit) for unit in units), batch_size=64)
        parsed = [
            _Parsed(replace(unit, i=k, tag_of=renumbered.get(unit.tag_of) if unit.tag_of is not None else None), doc)
            for k, (unit, doc) in enumerate(zip(units, docs, strict=True))
        ]
        return self._repairer.repair(self._assemble(parsed))

    def _tokenize(self, text: str, offset: int) -> list[Piece]:
        return [
            Piece(text=part, start=offset + start, end=offset + start + len(part))
            for t in self._nlp.tokenizer(text)
            if not t.is_space
            for part, start in _unglued(t.text, t.idx)
        ]

    def _doc(self, unit: Unit) -> Doc:
        words = [piece.word or piece.text for piece in unit.pieces[_lead(unit) :]]
        doc = Doc(self._nlp.vocab, words=words, spaces=[not w.endswith(("'", "’")) for w in words])
        for k, token in enumerate(doc):
            token.is_sent_start = k == 0
        return doc

    def _assemble(self, parsed: list[_Parsed]) -> Text:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        aliases: list[Alias] = []
        for p in parsed:
            base = len(tokens)
            tokens.extend(self._tokens(p, base))
            pieces = p.unit.pieces
            sentences.append(
                Sentence(
                    i=p.unit.i,
                    first=base,
                    last=len(tokens),
                    start=pieces[0].start,
                    end=pieces[-1].end,
                    paragraph=p.unit.paragraph,
                    tag_of=p.unit.tag_of,
                    question=p.unit.question,
                )
            )
            aliases.extend(replace(alias, token=base + alias.token) for alias in p.unit.aliases)
        return Text(tuple(tokens), tuple(sentences), tuple(aliases))

    def _tokens(self, parsed: _Parsed, base: int) -> Iterable[Token]:
        lead = _lead(parsed.unit)
        root = next((t.i for t in parsed.doc if t.head.i == t.i), 0)
        for k, piece in enumerate(parsed.unit.pieces[:lead]):
            yield Token(
                i=base + k,
                text=piece.text,
                lemma=piece.lemma or piece.text,
                pos="PUNCT" if piece.text == "," else "ADV",
                dep="punct" if piece.text == "," else "advmod",
                head=base + lead + root,
                start=piece.start,
                end=piece.end,
                sent=parsed.unit.i,
                quote=piece.quote,
            )
        base += lead
        for token, piece in zip(parsed.doc, parsed.unit.pieces[lead:], strict=True):
            pos = token.pos_ or "X"
            lemma = self._preparer.lemma(piece, token.lemma_ or token.text, pos, frozenset(token.morph))
            yield Token(
                i=base + token.i,
                text=piece.text,
                lemma=_CONTRACTED.get(lemma, lemma),
                pos=pos,
                dep=token.dep_ or "dep",
                head=base + token.head.i,
                start=piece.start,
                end=piece.end,
                sent=parsed.unit.i,
                morph=frozenset(token.morph),
                name=piece.name,
                known=piece.known,
                weak=piece.weak,
                quote=piece.quote,
            )


def _unglued(word: str, start: int) -> list[tuple[str, int]]:
    """« le SPLM-N. »: a full stop behind an acronym is no part of it."""
    if _GLUED.fullmatch(word):
        return [(word[:-1], start), (word[-1], start + len(word) - 1)]
    return [(word, start)]


def _lead(unit: Unit) -> int:
    """How many pieces open the sentence as a time expression: the parser does without, they go back under its root."""
    pieces = unit.pieces
    if len(pieces) < 4 or pieces[0].lemma != TIME:
        return 0
    return 2 if pieces[1].text == "," else 1
