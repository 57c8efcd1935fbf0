"""The records that cross the borders between the text world, the claim world and the graph world.

All are frozen and slotted. Offsets are half-open ``[start, end)`` in code points of ``Document.text``.
Names of classes and relations are local names of the ontology (``ArmedGroup``); no record knows any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Status = Literal["asserted", "alleged", "contested"]
Stake = Literal["party", "organ", "ally"]
"""How a speaker is involved in its own claim: it is a party to it, an organ of a party, or an ally of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read.

    ``id`` is the file's stem. ``text`` is the whole decoded file with ``\\n`` line ends and without a byte order mark;
    ``body`` is the span after the header. ``date`` is ISO 8601 with the precision known (``2024``, ``2024-07``,
    ``2024-07-28``). ``digest`` is the SHA-256 of ``text`` in UTF-8, in hexadecimal.
    """

    id: str
    path: str
    text: str
    body: Span
    digest: str
    language: str = "fr"
    date: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()
    """What a user should know of the file: a header that cannot be used, a broken encoding, another language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A party or place: a class, a main name and every name it was met under.

    ``scope`` says how far the identity reaches: ``gazetteer`` (a known entry, ``id`` is its slug), ``named``
    (a proper name that the gazetteer lacks, may be merged across documents) or ``document`` (a description or an
    unnamed source; never merged across documents).
    """

    id: str
    label: str
    names: tuple[str, ...]
    type: str
    scope: Literal["gazetteer", "named", "document"] = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A literal object: the loaded word that a source uses for an actor (lemma, masculine singular)."""

    literal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that a claim rests on. ``subject`` and ``object`` are the spans of the mentions, inside or outside."""

    start: int
    end: int
    text: str
    subject: Span
    object: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why a claim was read: lexical entry (``file:line lemma``), frame and rule of attribution."""

    entry: str
    frame: str
    attribution: str = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that a document makes or passes on. ``attribution`` is None when the author says it.

    ``when`` is an ISO 8601 date or interval (``2024-07-25``, ``2024-07-25/2024-07-27``, ``2022/``, ``/2022``).
    """

    id: str
    doc: str
    subject: Entity
    relation: str
    object: Entity | Word
    polarity: Polarity
    certainty: Certainty
    attribution: Entity | None
    when: str | None
    where: Entity | None
    evidence: tuple[Evidence, ...]
    why: Why
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent voice behind a relationship: who says it, in how many documents, by which claims.

    ``speaker`` is the id of the entity that is quoted, None where a document speaks for itself (``label`` is then its
    publisher or its id). Copies of one text and documents of one publisher are one voice.
    """

    label: str
    speaker: str | None
    documents: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """All claims with one subject, relation and object, side by side; ``claims`` holds their ids, sorted.

    ``sources`` counts independent voices: near-identical texts count once, and so does one speaker quoted by many.
    ``voices`` lists them (of the positive claims; of the denials where there are only denials). ``reported`` is the
    first and last date of the documents, ``claimed`` the first and last day of what is claimed, each ISO 8601 or None
    (unknown, or open).
    """

    id: str
    subject: Entity
    relation: str
    object: Entity | Word
    status: Status
    sources: int
    claims: tuple[str, ...]
    voices: tuple[Voice, ...] = ()
    reported: tuple[str | None, str | None] = (None, None)
    claimed: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """The speaker of ``claim`` has a stake in it: it is, serves or sides with the party ``through`` (an entity's id).

    Only by what this graph and the gazetteer say; it is no judgement on whether the claim is right. ``basis`` is the id
    of the relationship that makes the speaker an ally.
    """

    claim: str
    stake: Stake
    through: str
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Two claims (ids) on the same parties and relation: one says it, the other denies it."""

    claim: str
    denial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprint:
    """``document`` nearly equals ``of``, which stands for the cluster; ``origin`` is the agency that both come from."""

    document: str
    of: str
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """``word`` is what ``by`` (a speaker or publisher, as shown) calls the entity ``actor``, in these documents."""

    actor: str
    word: str
    by: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why two names were taken for one party: a score from 0 to 1 and the features with what each gives to it."""

    names: tuple[str, str]
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entity of one document, as that document names it; ``known`` if the document alone shows which party it is."""

    doc: str
    label: str
    names: tuple[str, ...]
    type: str
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A party of the corpus: which entities of which documents it is, and every automatic merge that made it so."""

    entity: Entity
    members: tuple[Member, ...]
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document that could not be read, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything one build knows: what the graph world and the page are made from."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    relationships: tuple[Relationship, ...]
    skipped: tuple[Skipped, ...] = ()
    interests: tuple[Interest, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    framings: tuple[Framing, ...] = ()
    resolved: tuple[Resolved, ...] = ()
