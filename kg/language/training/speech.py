"""Sentences with the speaker after the verb of saying, built from gold parts.

In: written treebank sentences and the project's own news sentences. Out: gold
Docs such as « CLAUSE », a déclaré à la presse SPEAKER. Clauses and speakers come
from the treebanks, the verb's part from the news sentences, each with its tree.
Invariant: every word keeps the annotation it had, except the three joints.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc, Token

INSERTED = "parataxis:insert"
SHORT, LONG = 5, 24
LONGEST_SPEAKER = 9
MARKS = (("«", "»", True), ("«", "»", True), ("“", "”", False), ('"', '"', False), None)
SPEAKERS = Path(__file__).with_name("speakers.txt")

Key = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One word with its annotation; heads are named by key, not by place."""

    key: Key
    head: Key
    dep: str
    text: str
    space: bool
    lemma: str
    tag: str
    pos: str
    morph: str


@dataclass(frozen=True)
class Saying:
    """The verb's part of a speech tag, before and after its speaker."""

    before: tuple[Row, ...]
    after: tuple[Row, ...]
    verb: Key
    plural: bool


def attributed(written: Sequence[Doc], news: Sequence[Doc], rng: random.Random) -> Iterator[Doc]:
    """Endlessly draws a clause, a saying and a speaker that agree, and joins them."""
    clauses = [doc for doc in written if _is_clause(doc)]
    sayings = [saying for doc in news for saying in _sayings(doc)]
    nouns = _speaker_nouns()
    speakers = [token for doc in written for token in doc if _is_speaker(token, nouns)]
    while clauses and sayings and speakers:
        saying, speaker = rng.choice(sayings), rng.choice(speakers)
        if saying.plural == _is_plural(speaker):
            yield _sentence(rng.choice(clauses), saying, speaker, rng)


def _is_clause(doc: Doc) -> bool:
    last, root = doc[-1], _root(doc)
    return (
        SHORT <= len(doc) <= LONG
        and last.text == "."
        and last.head == root
        and root.pos_ in ("VERB", "NOUN", "ADJ")
        and doc[0].text[0].isupper()
        and not any(token.text in '"«»:“”' or token.dep_ == INSERTED for token in doc)
    )


def _speaker_nouns() -> frozenset[str]:
    lines = SPEAKERS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _is_speaker(token: Token, nouns: frozenset[str]) -> bool:
    if token.dep_ not in ("nsubj", "nsubj:pass") or not _is_solid(token):
        return False
    named = token.pos_ == "PROPN" and any(child.dep_ == "flat:name" for child in token.children)
    known = token.pos_ == "NOUN" and token.lemma_ in nouns
    return (named or known) and len(list(token.subtree)) <= LONGEST_SPEAKER


def _is_solid(token: Token) -> bool:
    """Whether the words below the token lie side by side, without a clause in them."""
    below = list(token.subtree)
    if below[-1].pos_ == "PUNCT" or any(word.pos_ == "VERB" for word in below):
        return False
    return below[-1].i - below[0].i + 1 == len(below)


def _is_plural(token: Token) -> bool:
    return "Plur" in token.morph.get("Number", [])


def _sayings(doc: Doc) -> Iterator[Saying]:
    for verb in doc:
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if verb.dep_ != INSERTED or not subjects or subjects[0].pos_ == "PRON":
            continue
        speaker = set(subjects[0].subtree)
        words = [word for word in verb.subtree if word not in speaker and word.pos_ != "PUNCT"]
        start = subjects[0].i
        yield Saying(
            before=tuple(_row(0, word) for word in words if word.i < start),
            after=tuple(_row(0, word) for word in words if word.i > start),
            verb=(0, verb.i),
            plural=_is_plural(subjects[0]),
        )


def _sentence(clause: Doc, saying: Saying, speaker: Token, rng: random.Random) -> Doc:
    root = (1, _root(clause).i)
    body = [_row(1, token) for token in clause[:-1]]
    marks = rng.choice(MARKS)
    if marks:
        opening, closing, wide = marks
        body[-1] = replace(body[-1], space=wide)
        body.insert(0, _mark(0, opening, root, space=wide))
        body.append(_mark(1, closing, root, space=False))
    else:
        body[-1] = replace(body[-1], space=False)
    comma = _mark(2, ",", root, space=True)
    verb = [_hung(row, saying.verb, root, INSERTED) for row in saying.before]
    who = [_row(2, token) for token in speaker.subtree]
    who = [_hung(row, (2, speaker.i), saying.verb, "nsubj") for row in who]
    who[0] = _lowered(who[0])
    who[-1] = replace(who[-1], space=True)
    rows = [*body, comma, *verb, *who, *saying.after]
    rows[-1] = replace(rows[-1], space=False)
    return _doc(clause, [*rows, _mark(3, ".", root, space=False)])


def _lowered(row: Row) -> Row:
    return row if row.pos in ("PROPN", "NOUN") else replace(row, text=row.text.lower())


def _root(doc: Doc) -> Token:
    return next(token for token in doc if token.head == token)


def _row(source: int, token: Token) -> Row:
    return Row(
        key=(source, token.i),
        head=(source, token.head.i),
        dep=token.dep_,
        text=token.text,
        space=bool(token.whitespace_),
        lemma=token.lemma_,
        tag=token.tag_,
        pos=token.pos_,
        morph=str(token.morph),
    )


def _hung(row: Row, joint: Key, head: Key, dep: str) -> Row:
    """The row, hung on `head` if it is the joint."""
    return replace(row, head=head, dep=dep) if row.key == joint else row


def _mark(place: int, text: str, head: Key, *, space: bool) -> Row:
    return Row((3, place), head, "punct", text, space, text, "PUNCT", "PUNCT", "")


def _doc(like: Doc, rows: Sequence[Row]) -> Doc:
    place = {row.key: number for number, row in enumerate(rows)}
    return Doc(
        like.vocab,
        words=[row.text for row in rows],
        spaces=[row.space for row in rows],
        tags=[row.tag for row in rows],
        pos=[row.pos for row in rows],
        morphs=[row.morph for row in rows],
        lemmas=[row.lemma for row in rows],
        heads=[place[row.head] for row in rows],
        deps=[row.dep for row in rows],
    )
