"""Which party of the program a name in corpus gold became.

In: gold parties and resolved claims. Out: for each gold mention that is a party of some claim of its document, the id
of that party. First by the words of the evidence, then by the names of the party. A mention that no claim is about is
left out: how many are left is the coverage.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.claims.corpus_gold import Mention, Party
from kg.names import fold, fold_words
from kg.records import Claim, Entity, Evidence, Span

PERSON = "Person"
"""The class whose names may stand with or without a title or given name before them."""


def found_parties(parties: Iterable[Party], claims: Iterable[Claim]) -> dict[Mention, str]:
    """The id of the claims' party for each mention that was found."""
    gold = tuple(parties)
    documents: dict[str, _Document] = defaultdict(_Document)
    for claim in claims:
        documents[claim.doc].add(claim)
    meant = _meant(gold)
    by_words: dict[Mention, str] = {}
    for party in gold:
        for mention in party.mentions:
            forms = (form for form in _forms(party, mention) if meant[mention.doc, form] == 1)
            if id_ := documents[mention.doc].by_words(forms):
                by_words[mention] = id_
    owners = party_of({m: p.key for p in gold for m in p.mentions}, by_words)
    by_names = {
        mention: id_
        for party in gold
        for mention in party.mentions
        if mention not in by_words
        and (id_ := documents[mention.doc].by_name(mention.name))
        # A name of the merged party from elsewhere says nothing where its own words mean somebody else.
        and owners.get((mention.doc, id_), party.key) == party.key
    }
    return by_words | by_names


def party_of(truth: Mapping[Mention, str], found: Mapping[Mention, str]) -> dict[tuple[str, str], str]:
    """The gold party that each entity (document and id) mostly stands for."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for mention, id_ in found.items():
        votes[mention.doc, id_][truth[mention]] += 1
    return {entity: _first(count) for entity, count in votes.items()}


@dataclass(slots=True)
class _Document:
    """Of one document: the words by which its claims mean each party, and all names of each party."""

    words: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, claim: Claim) -> None:
        for party in (claim.subject, claim.object, claim.attribution, claim.where):
            if isinstance(party, Entity):
                for name in (party.label, *party.names):
                    self.names[fold(name)].add(party.id)
        for piece in claim.evidence:
            for party, span in ((claim.subject, piece.subject), (claim.object, piece.object)):
                words = _words(piece, span)
                if isinstance(party, Entity) and words:
                    self.words[fold(words)][party.id] += 1

    def by_words(self, forms: Iterable[str]) -> str | None:
        """The party that the evidence calls by the first of these forms that it uses at all, most often if several."""
        return next((_first(self.words[form]) for form in forms if form in self.words), None)

    def by_name(self, name: str) -> str | None:
        """The one party that bears the name, if it is one."""
        ids = self.names.get(fold(name), set())
        return next(iter(ids)) if len(ids) == 1 else None


def _words(piece: Evidence, span: Span | None) -> str:
    """The words of a party inside the quoted evidence; nothing where they stand outside it."""
    if span is None or not piece.start <= span[0] < span[1] <= piece.end:
        return ""
    return piece.text[span[0] - piece.start : span[1] - piece.start]


def _forms(party: Party, mention: Mention) -> Iterator[str]:
    """The folded name; of a person also without the words before the surname, one after the other."""
    yield fold(mention.name)
    if party.type == PERSON:
        words = fold_words(mention.name)
        yield from (fold(" ".join(words[start:])) for start in range(1, len(words)))


def _meant(parties: Iterable[Party]) -> Counter[tuple[str, str]]:
    """How many parties of a document a form may mean."""
    forms = {(m.doc, form, party.key) for party in parties for m in party.mentions for form in _forms(party, m)}
    return Counter((doc, form) for doc, form, _ in forms)


def _first(count: Counter[str]) -> str:
    return min(count, key=lambda key: (-count[key], key))
