"""The example sentences of the ontology folder, and the reader run over all of them.

In: a vocabulary (its lexical entries and relations carry the sentences) and a reader. Out: for each sentence whether it
kept its promise: an example yields its relation between the marked parties, a counter-example never yields it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.lexicon import RELATIONAL_KINDS
from kg.names import fold
from kg.records import Claim, Document, Entity, Span, Word
from kg.vocabulary import Example, LexicalEntry, Vocabulary

GAPS = Path(__file__).with_name("known_gaps.txt")
Key = tuple[str, str, str, str]
"""Kind, lemma, relation and sentence: the line of a gap."""

_ANAPHORS = frozenset("son sa ses leur leurs lui il elle ils elles".split())
_MARK = re.compile(r"\[([SO]) ([^\[\]]+)\]")


class Reads(Protocol):
    """What a reader does."""

    def read(self, document: Document) -> tuple[Claim, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One sentence and what it promises. ``where`` names the file and the line or relation; ``kind`` is the entry's,
    ``example`` or ``counter-example``. ``subject`` and ``object`` are half-open spans in ``text``, None where unmarked.
    """

    where: str
    kind: str
    lemma: str
    relation: str
    text: str
    subject: Span | None
    object: Span | None
    symmetric: bool
    word: bool

    @property
    def key(self) -> Key:
        return self.kind, self.lemma, self.relation, self.text

    @property
    def shown(self) -> str:
        """``where kind lemma -> relation: sentence`` with the marks put back."""
        marks = sorted((span, name) for name, span in (("S", self.subject), ("O", self.object)) if span)
        text = self.text
        for (start, end), name in reversed(marks):
            text = f"{text[:start]}[{name} {text[start:end]}]{text[end:]}"
        return f"{self.where} {self.kind} {self.lemma} -> {self.relation}: {text}"


def promises_of_lexicon(vocabulary: Vocabulary) -> Iterator[Promise]:
    """The example of every line that announces a relation."""
    for entry in vocabulary.lexicon:
        if entry.kind in RELATIONAL_KINDS:
            yield _of_entry(entry, vocabulary)


def promises_of_relations(vocabulary: Vocabulary) -> Iterator[Promise]:
    """The examples and counter-examples of every relation."""
    for relation in vocabulary.relations.values():
        for kind, sentences in (("example", relation.examples), ("counter-example", relation.counterexamples)):
            for number, example in enumerate(sentences, start=1):
                where = f"conflict.ttl ckg:{relation.name} no. {number}"
                yield _promise(where, kind, "-", relation.name, example, vocabulary)


def _of_entry(entry: LexicalEntry, vocabulary: Vocabulary) -> Promise:
    where = f"fr.tsv:{entry.line}"
    return _promise(where, entry.kind, entry.lemma, entry.gives, unmarked(entry.example), vocabulary)


def _promise(where: str, kind: str, lemma: str, name: str, example: Example, vocabulary: Vocabulary) -> Promise:
    relation = vocabulary.relations[name]
    return Promise(
        where=where,
        kind=kind,
        lemma=lemma,
        relation=name,
        text=example.text,
        subject=example.subject,
        object=example.object,
        symmetric=relation.symmetric,
        word=relation.range is None,
    )


def unmarked(marked: str) -> Example:
    """The sentence without its marks, and where the marked parties stand in it."""
    text, last = "", 0
    spans: dict[str, Span] = {}
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans[mark.group(1)] = (len(text), len(text) + len(mark.group(2)))
        text, last = text + mark.group(2), mark.end()
    return Example(text=text + marked[last:], subject=spans.get("S"), object=spans.get("O"))


def document(text: str) -> Document:
    """A document of this text alone."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id="example", path="example", text=text, body=(0, len(text)), digest=digest, date="2024-08-20")


def kept(promise: Promise, claims: Iterable[Claim]) -> bool:
    """Whether the claims are what the sentence promises."""
    found = [claim for claim in claims if claim.relation == promise.relation]
    if promise.kind == "counter-example":
        return not found
    return any(_fits(promise, claim) for claim in found)


def _fits(promise: Promise, claim: Claim) -> bool:
    for evidence in claim.evidence:
        if isinstance(claim.object, Word) or evidence.object is None:
            if promise.word and _is(promise.text, promise.subject, claim.subject, evidence.subject):
                return True
            continue
        ways = [(claim.subject, evidence.subject, claim.object, evidence.object)]
        if promise.symmetric:
            ways.append((claim.object, evidence.object, claim.subject, evidence.subject))
        for subject, s, object_, o in ways:
            found = _is(promise.text, promise.subject, subject, s) and _is(promise.text, promise.object, object_, o)
            if found and not promise.word:
                return True
    return False


def _is(text: str, marked: Span | None, party: Entity, span: Span) -> bool:
    """Whether the claim's mention is the marked one, or an anaphor (« prêter son concours ») of the party marked."""
    if marked is None:
        return False
    if marked[0] < span[1] and span[0] < marked[1]:
        return True
    anaphor = fold(text[slice(*span)]) in _ANAPHORS
    return anaphor and any(fold(name) in fold(text[slice(*marked)]) for name in party.names)


def broken(promises: Iterable[Promise], reader: Reads) -> list[Promise]:
    """The promises that the reader does not keep, in order."""
    return [promise for promise in promises if not kept(promise, reader.read(document(promise.text)))]


def known_gaps(path: Path = GAPS) -> list[Key]:
    """The gaps listed so far: four cells a line, ``#`` starts a comment line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]
    wrong = [c for c in cells if len(c) != 4]
    assert not wrong, f"{path.name}: four cells a line, separated by tabs: {wrong}"
    return [(kind, lemma, relation, text) for kind, lemma, relation, text in cells]


LOCAL = 16
"""Length of the ids of entities that only this document knows."""
TIES = frozenset({"alliedWith", "agreesWith", "fights", "negotiatesWith"})


def claims_in(reader: Reads, text: str) -> set[str]:
    """The claims between parties, as « subject relation object » by gazetteer ids or labels; ties both ways round."""
    found = set()
    for claim in reader.read(document(text)):
        if isinstance(claim.object, Entity):
            subject, object_ = (_shown(e) for e in (claim.subject, claim.object))
            found.add(f"{subject} {claim.relation} {object_}")
            if claim.relation in TIES:
                found.add(f"{object_} {claim.relation} {subject}")
    return found


def _shown(entity: Entity) -> str:
    """The gazetteer's id, or the label of an entity of this document."""
    return entity.label if len(entity.id) == LOCAL else entity.id
