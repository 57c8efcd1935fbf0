"""Who really said it: the independent voices behind claims.

In: documents, the vocabulary, resolved claims. Out: ``Reprint`` records, and for any claims the ``Voice`` records
behind them. Two claims have one voice when one speaker is quoted in both, or the spokesperson of the other; when their
documents speak for themselves and are copies of one text, come from one publisher or credit one agency; or when the
speaker of one is the publisher or agency of the other. A copy speaks with the voice of its original, but where it says
what no other copy does. Where in doubt, two are counted as one: agreement must not be made of reprints.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.claims.duplicates import find_duplicates, shingles
from kg.claims.moments import parts
from kg.claims.origins import Outlet, Outlets, find_origin
from kg.names import fold
from kg.records import Claim, Document, Entity, Reprint, Voice
from kg.vocabulary import Vocabulary

Mark = tuple[str, ...]
"""What two claims of one voice share: a speaker, a publisher, a text."""
_FROM_ANOTHER = 0.3
"""Share of the shingles of quoted words above which they come from another copy."""


class Sources:
    """What the documents of a corpus are: copies of which text, by whom, from which agency."""

    def __init__(self, documents: Iterable[Document], vocabulary: Vocabulary) -> None:
        self._documents = {document.id: document for document in documents}
        self._outlets = Outlets(self._documents.values(), vocabulary)
        self._heads = find_duplicates(self._documents.values())
        self._copies: dict[str, dict[str, Document]] = defaultdict(dict)
        for id_, head in sorted(self._heads.items()):
            self._copies[head][id_] = self._documents[id_]
        self._texts: dict[str, frozenset[int]] = {}
        self._origins = {head: self._find_origins(copies) for head, copies in self._copies.items()}

    def _find_origins(self, copies: Mapping[str, Document]) -> tuple[Outlet, ...]:
        if len(copies) == 1:
            return self._outlets.credited(next(iter(copies.values())))
        origin = find_origin(copies, self._outlets)
        return (origin,) if origin else ()

    def reprints(self) -> tuple[Reprint, ...]:
        """Every document that nearly equals another, with the one that stands for its cluster, sorted by id."""
        return tuple(
            Reprint(document=id_, of=head, origin=self._origins[head][0].label if self._origins[head] else None)
            for head, copies in sorted(self._copies.items())
            for id_ in copies
            if id_ != head
        )

    def copies(self, doc: str) -> str:
        """The id of the document that stands for the copies of ``doc``."""
        return self._heads.get(doc, doc)

    def origins(self, doc: str) -> tuple[Outlet, ...]:
        """The agencies and media that ``doc``, or the text that it copies, comes from."""
        return self._origins.get(self.copies(doc), ())

    def publisher(self, doc: str) -> Outlet | None:
        """Who published ``doc``; None where it does not say."""
        document = self._documents.get(doc)
        name = document.publisher if document else None
        return self._outlets.publisher(name) if name and fold(name) else None

    def names(self, party: Entity) -> Iterable[Mark]:
        """The publisher or agency that a speaker is, by any of its names."""
        yield from (_mark(outlet) for name in party.names if (outlet := self._outlets.named(name)))

    def marks(self, claim: Claim) -> Iterable[Mark]:
        """What makes a document, where it says ``claim`` itself, one voice with another.

        A copy is the word of its original: of the agency, else of the publisher who had it first. A text that is no
        copy and only credits an agency is both the agency's and its publisher's.
        """
        copies = self._copies.get(self.copies(claim.doc), {})
        if len(copies) > 1 and self._added(claim, copies):
            yield "own", claim.doc
            yield from self._publishers([claim.doc])
            return
        yield "copies", self.copies(claim.doc)
        yield from map(_mark, self.origins(claim.doc))
        if len(copies) <= 1:
            yield from self._publishers([claim.doc])
        elif not self.origins(claim.doc):
            yield from self._publishers(_first(copies))

    def _publishers(self, docs: Iterable[str]) -> Iterable[Mark]:
        yield from (_mark(outlet) for doc in docs if (outlet := self.publisher(doc)))

    def _added(self, claim: Claim, copies: Mapping[str, Document]) -> bool:
        """Whether the words of a claim stand in no other copy: a paragraph that an outlet added to what it reprints."""
        words = self._shingles(claim.doc) & frozenset().union(*(shingles(piece.text) for piece in claim.evidence))
        others = (self._shingles(id_) for id_ in copies if id_ != claim.doc)
        return bool(words) and all(len(words & other) < _FROM_ANOTHER * len(words) for other in others)

    def _shingles(self, doc: str) -> frozenset[int]:
        document = self._documents[doc]
        found = self._texts.get(doc)
        if found is None:
            found = self._texts[doc] = shingles(document.text[slice(*document.body)])
        return found


def _first(copies: Mapping[str, Document]) -> list[str]:
    """The copies that were published first; all of them where a date is missing or is no day."""
    dates = {id_: document.date for id_, document in copies.items()}
    if not all(date and len(parts(date) or ()) == 3 for date in dates.values()):
        return list(copies)
    return [id_ for id_, date in dates.items() if date == min(filter(None, dates.values()))]


def _mark(outlet: Outlet) -> Mark:
    return ("agent", outlet.id) if outlet.id is not None else ("publisher", fold(outlet.label))


class Voices:
    """Tells the voices behind claims; who speaks for whom is read from all claims of the corpus."""

    def __init__(self, sources: Sources, claims: Iterable[Claim], vocabulary: Vocabulary) -> None:
        self.sources = sources
        self._behind = _spoken_for(claims, vocabulary)

    def of(self, claims: Iterable[Claim]) -> tuple[Voice, ...]:
        """The independent voices behind ``claims``, sorted by their first claim."""
        groups: list[tuple[set[Mark], list[Claim]]] = []
        for claim in sorted(claims, key=lambda claim: claim.id):
            marks = set(self._marks(claim))
            joined = [group for group in groups if group[0] & marks]
            groups = [group for group in groups if not group[0] & marks]
            groups.append((marks.union(*(g[0] for g in joined)), [*(c for g in joined for c in g[1]), claim]))
        voices = (self._voice(sorted(said, key=lambda claim: claim.id)) for _, said in groups)
        return tuple(sorted(voices, key=lambda voice: voice.claims))

    def _marks(self, claim: Claim) -> Iterable[Mark]:
        speaker = claim.attribution
        if speaker is None:
            yield from self.sources.marks(claim)
            return
        behind = self._behind.get(speaker.id, ())
        yield from (("agent", id_) for id_ in behind)
        if speaker.scope != "document":
            yield "agent", speaker.id
            yield from self.sources.names(speaker)
        elif not behind:
            # Someone unnamed is the same one in the copies of a text, and behind what one agency passes on.
            label = fold(speaker.label)
            yield "unnamed", self.sources.copies(claim.doc), label
            yield from (("unnamed", *_mark(outlet), label) for outlet in self.sources.origins(claim.doc))

    def _voice(self, claims: Sequence[Claim]) -> Voice:
        speakers = [claim.attribution for claim in claims if claim.attribution]
        quoted = Counter(speaker.id for speaker in speakers)
        speaker = min(speakers, key=lambda entity: (-quoted[entity.id], entity.id), default=None)
        return Voice(
            label=speaker.label if speaker else self._own_label({claim.doc for claim in claims}),
            speaker=speaker.id if speaker else None,
            documents=tuple(sorted({claim.doc for claim in claims})),
            claims=tuple(claim.id for claim in claims),
        )

    def _own_label(self, docs: set[str]) -> str:
        """One publisher by its name; several by the agency that they share; else the first document's id."""
        publishers = {outlet.label for doc in docs if (outlet := self.sources.publisher(doc))}
        if len(publishers) == 1:
            return publishers.pop()
        shared = Counter(outlet.label for doc in docs for outlet in self.sources.origins(doc))
        if shared:
            return min(shared, key=lambda label: (-shared[label], label))
        return min(publishers) if publishers else min(docs)


def _spoken_for(claims: Iterable[Claim], vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """Speaker -> the parties whose voice it is: what is denied or unsure does not count."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        relation = vocabulary.relations.get(claim.relation)
        if relation is None or not relation.speaks_as or not isinstance(claim.object, Entity):
            continue
        if claim.polarity == "positive" and claim.certainty == "certain":
            found[claim.subject.id].add(claim.object.id)
    return {speaker: tuple(sorted(parties)) for speaker, parties in found.items()}
