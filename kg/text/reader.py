"""The reader: one document in, its claims out.

The only module that knows the order of the text world's stages:
annotate -> mentions -> parties -> speakers -> frames -> relations and factuality -> claims and claims about claims.
"""

from __future__ import annotations

from spacy.language import Language

from kg.records import Claim, Document
from kg.text.annotate import Annotator
from kg.text.claims import ClaimReader
from kg.text.dates import find_dates
from kg.text.mentions import MentionFinder
from kg.text.parties import Parties
from kg.text.wordlists import Wordlists
from kg.vocabulary import Vocabulary


class Reader:
    """Reads documents with one vocabulary and one language pipeline."""

    def __init__(self, vocabulary: Vocabulary, nlp: Language) -> None:
        self._words = Wordlists(vocabulary)
        self._annotator = Annotator(nlp, vocabulary)
        self._mentions = MentionFinder(self._words)

    def read(self, document: Document) -> tuple[Claim, ...]:
        """The claims of one document, in text order; entity ids hold within the document."""
        start, end = document.body
        times = find_dates(document.text[start:end], start, document.date)
        text = self._annotator.annotate(document, times)
        mentions = self._mentions.find(text)
        parties = Parties(document.id, text, mentions, self._words)
        return ClaimReader(document, text, parties, self._words, times).claims(mentions)
