"""Takes names out of documents and claims, with nothing left to find them by.

In: resolved claims, their documents, the names to hide and for whom. Out: the same records in which every occurrence of
a name is « █ », letter for letter, so that every position in a text stays right. A full name is hidden wherever it
stands, whatever its case, accents, hyphens and line breaks; its parts (a surname alone) in texts that hold the full
name. Documents whose id, address or file name spells it get others. Ids that were made from the name are made anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from urllib.parse import unquote

from kg.claims.ids import claim_id, content_id
from kg.names import fold_words
from kg.records import Claim, Document, Entity, Word
from kg.vocabulary import Vocabulary

BLOCK = "█"
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")  # with accents that are characters of their own
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
_HUMP = re.compile(r"[A-Z]?[^A-Z]+")  # « EntretienKeita »
SHORTEST_SURNAME = 4
"""Letters of a surname that is looked for in file names and addresses."""
_SHORTEST_PART = 3
"""Letters of a part of a name that is hidden where it stands alone: « Al », « Ag » and « de » are everybody's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Somebody whose name is taken out: the ids of the entities, the names, and what is shown instead.

    ``role`` None: claims in which it is a party are dropped, and what it says is somebody's without a name. Else it
    stays as a party under that word.
    """

    ids: frozenset[str]
    names: tuple[str, ...]
    role: str | None = None
    weak: tuple[str, ...] = ()
    """Single words that name it too, hidden only in texts that are known to speak of it."""
    surnames: frozenset[str] = frozenset()
    """Folded words that tell who is meant where they stand in a file name, an address or a title."""
    forenames: frozenset[str] = frozenset()
    """Folded words that do so in a file name or address only: texts call many others so."""
    namesakes: tuple[str, ...] = ()
    """Full names of others with one of these forenames."""
    known: bool = True
    """False for a line of the list that is neither in the gazetteer nor a party of a claim."""
    listed_as: str = ""
    """The line of the list."""


NAMELESS = "personne dont le nom est retiré"
"""Who says what somebody said whose name was taken out."""


class Masker:
    """Hides names in texts."""

    def __init__(
        self,
        names: Iterable[str],
        surnames: Iterable[str] = (),
        forenames: Iterable[str] = (),
        namesakes: Iterable[str] = (),
    ) -> None:
        self._surnames = frozenset(surnames)
        self._forenames = frozenset(forenames)
        self._namesakes = frozenset(" ".join(fold_words(name)) for name in namesakes)
        self._full: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._parts: dict[tuple[str, ...], frozenset[str]] = {}
        for words in sorted({tuple(fold_words(name)) for name in names} - {()}):
            self._full[words[0]].append(words)
            long = frozenset(word for word in words if len(word) >= _SHORTEST_PART and not word.isdigit())
            self._parts[words] = long if len(words) > 1 else frozenset()

    def names_in(self, text: str) -> frozenset[tuple[str, ...]]:
        """The full names that stand in ``text``."""
        return frozenset(words for words, _, _ in self._found(_tokens(text)))

    def parts_of(self, names: Iterable[tuple[str, ...]]) -> frozenset[str]:
        """The words of names that give them away where they stand alone."""
        return frozenset().union(*(self._parts[words] for words in names))

    def mask(self, text: str, parts: frozenset[str] = frozenset()) -> str:
        """``text`` with every full name, and every word of ``parts`` with a capital, replaced letter for letter."""
        tokens = _tokens(text)
        spans = [(start, end) for _, start, end in self._found(tokens)]
        spans += [(s, e) for word, s, e in tokens if word in parts and text[s].isupper()]
        for start, end in spans:
            text = text[:start] + "".join(c if c == "\n" else BLOCK for c in text[start:end]) + text[end:]
        return text

    def mask_file(self, path: str) -> str:
        """As ``mask_address``, of a path: with the forenames in its last part, too."""
        folder, slash, file = path.rpartition("/")
        told = self.spelled_in_file(file) and not self.spelled(file)
        return self.mask_address(folder + slash + (BLOCK * len(file) if told else file))

    def mask_address(self, text: str) -> str:
        """``text`` (a path, an id, a title) with full names replaced, and surnames in whatever case.

        What is no letter parts words, and so does a capital; all is replaced where a name is spelled as « %C3%AF ».
        """
        masked = self._mask_words(text)
        return BLOCK * len(text) if self.spelled(masked) else masked

    def _mask_words(self, text: str, parts: frozenset[str] = frozenset()) -> str:
        masked = self.mask(text)
        for run in _LETTERS.finditer(text):
            for start, end in (run.span(), *(hump.span() for hump in _HUMP.finditer(text, *run.span()))):
                if "".join(fold_words(text[start:end])) in self._surnames | parts:
                    masked = masked[:start] + BLOCK * (end - start) + masked[end:]
        return masked

    def spelled(self, address: str, parts: Iterable[str] = ()) -> bool:
        """Whether a file name or address holds a full name, a surname or one of ``parts``, parted by anything."""
        return BLOCK in self._mask_words(_apart(address), frozenset(w for w in parts if len(w) >= SHORTEST_SURNAME))

    def spelled_in_file(self, name: str, parts: Iterable[str] = ()) -> bool:
        """As ``spelled``, of a file name or the id made from it: by a forename, too, unless it is another's."""
        words = " ".join(fold_words(_apart(name)))
        others = any(re.search(rf"\b{namesake}\b", words) for namesake in self._namesakes)
        return self.spelled(name, parts if others else (*parts, *self._forenames))

    def spelled_in_full(self, address: str) -> bool:
        """Whether it holds a full name."""
        return bool(self.names_in(_apart(address)))

    def _found(self, tokens: Sequence[tuple[str, int, int]]) -> Iterable[tuple[tuple[str, ...], int, int]]:
        for at, (first, start, _) in enumerate(tokens):
            for words in self._full.get(first, ()):
                if tuple(word for word, _, _ in tokens[at : at + len(words)]) == words:
                    yield words, start, tokens[at + len(words) - 1][2]


def _apart(address: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", unquote(address)))


def masker_of(hidden: Iterable[Hidden]) -> Masker:
    """What hides the names of all these."""
    hidden = tuple(hidden)
    names = (name for person in hidden for name in person.names)
    surnames = (word for person in hidden for word in person.surnames)
    forenames = (word for person in hidden for word in person.forenames)
    return Masker(names, surnames, forenames, (name for person in hidden for name in person.namesakes))


def unmatched(hidden: Iterable[Hidden], documents: Iterable[Document], paths: Iterable[str]) -> tuple[str, ...]:
    """The lines of the list that are in no text, title, address, gazetteer or claim: likely mistyped."""
    documents, paths = tuple(documents), tuple(paths)

    def missing(person: Hidden) -> bool:
        masker = masker_of([person])
        return not any(_holds(d, masker) for d in documents) and not any(map(masker.spelled, paths))

    return tuple(p.listed_as for p in hidden if p.role is None and not p.known and missing(p))


def _tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as ``fold_words`` gives them, with their places."""
    found = []
    for match in _TOKEN.finditer(text):
        folded = "".join(fold_words(match[0]))
        if folded:
            found.append((folded, match.start(), match.end()))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """The records without the names; ``touched`` are the documents, as they were, that held one to be gone."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    touched: tuple[Document, ...]
    renamed: tuple[tuple[str, str], ...]
    """Old and new ids of documents."""


def hide(
    documents: Iterable[Document], claims: Iterable[Claim], hidden: Sequence[Hidden], vocabulary: Vocabulary
) -> Masked:
    """The documents and resolved claims without the names of ``hidden``."""
    documents, claims = tuple(documents), tuple(claims)
    masker = masker_of(hidden)
    listed = [person for person in hidden if person.role is None]
    gone = masker_of(listed)
    spoken_of = _weak_words(claims, listed, gone).keys()
    parts = {document.id: masker.parts_of(masker.names_in(_whole(document))) for document in documents}
    for doc, words in _weak_words(claims, hidden, masker).items():
        parts[doc] |= words
    shown = {document.id: _document(document, masker, parts[document.id]) for document in documents}
    parties = _Parties(hidden, claims, masker, parts)
    kept = (_claim(c, shown[c.doc], parties, vocabulary) for c in claims if not parties.dropped(c))
    return Masked(
        documents=tuple(sorted(shown.values(), key=lambda document: document.id)),
        claims=tuple(sorted({claim.id: claim for claim in kept}.values(), key=_order)),
        touched=tuple(d for d in documents if d.id in spoken_of or _holds(d, gone)),
        renamed=tuple((old, document.id) for old, document in shown.items() if document.id != old),
    )


def _weak_words(claims: Iterable[Claim], hidden: Sequence[Hidden], masker: Masker) -> dict[str, frozenset[str]]:
    """Document -> the words that mean somebody hidden of whom it says something."""
    of_id: dict[str, frozenset[str]] = {}
    for person in hidden:
        weak = frozenset(word for name in person.weak for word in fold_words(name) if len(word) >= _SHORTEST_PART)
        own = masker.parts_of(tuple(fold_words(name)) for name in person.names if fold_words(name))
        of_id |= dict.fromkeys(person.ids, weak | own)
    found: dict[str, frozenset[str]] = {}
    for claim in claims:
        for party in (claim.subject, claim.object, claim.attribution, claim.where):
            if isinstance(party, Entity) and party.id in of_id:
                found[claim.doc] = found.get(claim.doc, frozenset()) | of_id[party.id]
    return found


def _order(claim: Claim) -> tuple[str, tuple[int, int], str]:
    return claim.doc, min(((e.start, e.end) for e in claim.evidence), default=(0, 0)), claim.id


def _holds(document: Document, masker: Masker) -> bool:
    told = (_told_by_file(document, masker), masker.spelled(document.url or ""), masker.spelled(document.title or ""))
    return any(told) or bool(masker.names_in(_whole(document)))


def _told_by_file(document: Document, masker: Masker, parts: Iterable[str] = ()) -> bool:
    """Whether the file name tells a name; a folder does so only in full, since it may be the reader's own."""
    file = (document.id, PurePath(document.path).name)
    return any(masker.spelled_in_file(name, parts) for name in file) or masker.spelled_in_full(document.path)


def _whole(document: Document) -> str:
    return " / ".join(filter(None, (document.text, document.title, document.publisher)))


def _document(document: Document, masker: Masker, parts: frozenset[str]) -> Document:
    changed = replace(
        document,
        text=masker.mask(document.text, parts),
        path=masker.mask_file(document.path),
        title=masker.mask_address(masker.mask(document.title, parts)) if document.title else document.title,
        publisher=masker.mask(document.publisher, parts) if document.publisher else document.publisher,
    )
    if _told_by_file(document, masker, parts):
        name = f"document-{content_id('document', document.digest)}"
        changed = replace(changed, id=name, path=f"{name}.txt")
    return replace(changed, url=None) if document.url and masker.spelled_in_file(document.url, parts) else changed


class _Parties:
    """What stands for each party and speaker once the names are gone."""

    def __init__(
        self,
        hidden: Sequence[Hidden],
        claims: Sequence[Claim],
        masker: Masker,
        parts: Mapping[str, frozenset[str]],
    ) -> None:
        self._masker = masker
        self._roles = {id_: person.role for person in hidden for id_ in person.ids}
        person_of = {id_: n for n, person in enumerate(hidden) for id_ in person.ids}
        first: dict[int, tuple[str, int, int]] = {}
        self._parts: defaultdict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for role, party in enumerate((claim.subject, claim.object, claim.attribution, claim.where)):
                if isinstance(party, Entity):
                    self._parts[party.id] |= parts[claim.doc]
                    if party.id in person_of:
                        start = min((e.start for e in claim.evidence), default=0)
                        n = person_of[party.id]
                        first[n] = min(first.get(n, (claim.doc, start, role)), (claim.doc, start, role))
        # Where somebody is met first tells people apart, and says nothing of their name.
        self._ids = {id_: content_id("hidden", *first[n]) for id_, n in person_of.items() if n in first}

    def dropped(self, claim: Claim) -> bool:
        """Whether a claim is about somebody who is to be gone altogether."""
        ids = [party.id for party in (claim.subject, claim.object) if isinstance(party, Entity)]
        return any(id_ in self._roles and self._roles[id_] is None for id_ in ids)

    def shown(self, party: Entity) -> Entity:
        """The party without hidden names, under another id where it is hidden itself."""
        if party.id in self._ids:
            label = self._roles[party.id] or NAMELESS
            return Entity(id=self._ids[party.id], label=label, names=(label,), type=party.type, scope="named")
        hidden_parts = frozenset(self._parts[party.id])
        names = {self._masker.mask(name, hidden_parts) for name in (party.label, *party.names)}
        if names <= {party.label, *party.names}:
            return party
        known = party.scope == "gazetteer" and not self._masker.spelled_in_full(party.id)
        id_ = party.id if known else content_id("masked", party.type, sorted(names))
        label = self._masker.mask(party.label, hidden_parts)
        return replace(party, id=id_, label=label, names=tuple(sorted(names)))


def _claim(claim: Claim, document: Document, parties: _Parties, vocabulary: Vocabulary) -> Claim:
    subject = parties.shown(claim.subject)
    target = claim.object if isinstance(claim.object, Word) else parties.shown(claim.object)
    speaker = parties.shown(claim.attribution) if claim.attribution else None
    where = parties.shown(claim.where) if claim.where else None
    relation = vocabulary.relations.get(claim.relation)
    symmetric = relation is not None and relation.symmetric
    evidence = tuple(replace(piece, text=document.text[piece.start : piece.end]) for piece in claim.evidence)
    same = (subject, target, speaker, where) == (claim.subject, claim.object, claim.attribution, claim.where)
    id_ = claim.id
    if not same or document.id != claim.doc:
        id_ = claim_id(document.id, subject, claim.relation, target, claim.polarity, speaker, symmetric=symmetric)
    return replace(
        claim,
        id=id_,
        doc=document.id,
        subject=subject,
        object=target,
        attribution=speaker,
        where=where,
        evidence=evidence,
    )


def without(vocabulary: Vocabulary, hidden: Iterable[Hidden]) -> Vocabulary:
    """The vocabulary without the gazetteer entries of ``hidden``, and without their names in others."""
    hidden = tuple(hidden)
    ids = frozenset().union(*(person.ids for person in hidden))
    masker = Masker(name for person in hidden for name in person.names)
    return replace(
        vocabulary,
        gazetteer={
            id_: replace(entry, names=tuple(name for name in entry.names if not masker.names_in(name)))
            for id_, entry in vocabulary.gazetteer.items()
            if id_ not in ids and not masker.names_in(entry.label)
        },
    )
