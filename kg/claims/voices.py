"""Who really said it: the independent voices behind claims.

In: documents, the vocabulary, resolved claims. Out: ``Reprint`` records, and for any claims the ``Voice`` records
behind them. Two claims have one voice when one speaker is quoted in both, or the spokesperson of the other; when their
documents speak for themselves and are copies of one text, come from one publisher or credit one agency; or when the
speaker of one is the publisher or agency of the other. Where in doubt, two are counted as one: agreement must not be
made of reprints.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.claims.duplicates import find_duplicates
from kg.claims.origins import Outlet, Outlets, find_origin
from kg.names import fold
from kg.records import Claim, Document, Entity, Reprint, Voice
from kg.vocabulary import Vocabulary

Mark = tuple[str, ...]
"""What two claims of one voice share: a speaker, a publisher, a text."""


class Sources:
    """What the documents of a corpus are: copies of which text, by whom, from which agency."""

    def __init__(self, documents: Iterable[Document], vocabulary: Vocabulary) -> None:
        self._documents = {document.id: document for document in documents}
        self._outlets = Outlets(self._documents.values(), vocabulary)
        self._heads = find_duplicates(self._documents.values())
        self._copies: dict[str, dict[str, Document]] = defaultdict(dict)
        for id_, head in sorted(self._heads.items()):
            self._copies[head][id_] = self._documents[id_]
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

    def marks(self, doc: str) -> Iterable[Mark]:
        """What makes ``doc``, where it speaks for itself, one voice with another.

        A copy of agency text is the agency's word, not its publisher's; a text of the publisher's own that only
        credits an agency is both.
        """
        head = self.copies(doc)
        yield "copies", head
        yield from map(_mark, self.origins(doc))
        publisher = self.publisher(doc)
        if publisher and not (self.origins(doc) and len(self._copies.get(head, ())) > 1):
            yield _mark(publisher)


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
            yield from self.sources.marks(claim.doc)
            return
        behind = self._behind.get(speaker.id, ())
        yield from (("agent", id_) for id_ in behind)
        if speaker.scope != "document":
            yield "agent", speaker.id
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
