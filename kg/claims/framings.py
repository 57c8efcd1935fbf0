"""What each source calls each actor: « terroristes » here, « rebelles » there.

In: resolved claims and their documents, the vocabulary. Out: ``Framing`` records, sorted. A word counts as its source's
own where the document uses it of the actor itself, in its own voice; the claims that read loaded words say whose they
are. Which words are loaded is data: the lexicon's designations, and the epithets by which the gazetteer's entries are
meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.names import fold
from kg.records import Claim, Document, Entity, Framing, Span, Word
from kg.vocabulary import Vocabulary

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
_PLURALS = ("", "s", "e", "es", "x")

Use = tuple[str, str, str]
"""Actor, word and who says it."""


def find_framings(
    claims: Iterable[Claim], documents: Iterable[Document], vocabulary: Vocabulary
) -> tuple[Framing, ...]:
    """Every loaded word that a source uses for an actor, with the documents where it does."""
    known = {document.id: document for document in documents}
    words = _loaded(vocabulary)
    uses: defaultdict[Use, set[str]] = defaultdict(set)
    for claim in claims:
        document = known.get(claim.doc)
        if document is not None:
            for use in _uses(claim, document, words):
                uses[use].add(claim.doc)
    return tuple(
        Framing(actor=actor, word=word, by=by, documents=tuple(sorted(docs)))
        for (actor, word, by), docs in sorted(uses.items())
    )


def _loaded(vocabulary: Vocabulary) -> dict[str, str]:
    """Folded form -> the word as it is shown: every form of the loaded words, singular and plural."""
    lemmas = [entry.lemma for entry in vocabulary.lexicon if entry.kind == "designation"]
    epithets = {epithet for entry in vocabulary.gazetteer.values() for epithet in entry.epithets}
    shown: dict[str, str] = {}
    for word in (*lemmas, *sorted(epithets)):  # the first spelling of the lexicon stands for all that fold alike
        for ending in _PLURALS:
            shown.setdefault(fold(word) + ending, shown.get(fold(word), word))
    return shown


def _uses(claim: Claim, document: Document, words: Mapping[str, str]) -> Iterator[Use]:
    source = document.publisher or document.id
    if isinstance(claim.object, Word):
        if claim.polarity == "positive":
            by = claim.attribution.label if claim.attribution else source
            yield claim.subject.id, words.get(fold(claim.object.literal), claim.object.literal), by
        return
    for actor, span in _mentions(claim):
        speaker = _speaker(claim, document, span)
        if speaker is not None:
            text = document.text[slice(*span)]
            found = (words.get(fold(token)) for token in _TOKEN.findall(text))
            yield from ((actor.id, word, speaker) for word in found if word is not None)


def _mentions(claim: Claim) -> Iterator[tuple[Entity, Span]]:
    for piece in claim.evidence:
        yield claim.subject, piece.subject
        if piece.object is not None and isinstance(claim.object, Entity):
            yield claim.object, piece.object


def _speaker(claim: Claim, document: Document, span: Span) -> str | None:
    """Whose word a mention is: the document's where it speaks itself, the speaker's inside quotation marks; else it
    cannot be told.
    """
    quoted = any(m.start() < span[0] and span[1] < m.end() for m in _quotations(document, span))
    if claim.attribution is None:
        return None if quoted else document.publisher or document.id
    return claim.attribution.label if quoted else None


def _quotations(document: Document, span: Span) -> Iterator[re.Match[str]]:
    """The quotations of the paragraph that holds ``span``."""
    start = document.text.rfind("\n", 0, span[0]) + 1
    end = document.text.find("\n", span[1])
    return _QUOTED.finditer(document.text, start, end if end >= 0 else len(document.text))
