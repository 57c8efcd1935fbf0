"""Whose names do not leave the house: who is listed to be gone, and private persons.

In: documents and resolved parties, the vocabulary, a list of redactions. Out: the same without their names, with
everything that writes outputs needs to be as silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.claims.masking import Hidden, Masker, hide, masker_of, without
from kg.claims.privacy import find_private
from kg.claims.redaction import find_redacted
from kg.claims.resolution import Resolution
from kg.errors import BuildError
from kg.records import Claim, Document, Member, Resolved, Skipped
from kg.vocabulary import Vocabulary

_ADDRESS = re.compile(
    r'"(?:doc|path)": ?"([^"]+)"'  # claims, entities and report
    r'|dcterms:(?:identifier|source|title) (?:"([^"]+)"|<([^>]+)>)'
    r'|"doc":\{"(?:same|all|values)":\[?([^\]}]+)'  # the page, unless it is so large that it is compressed
)
"""Where the files of a build name documents."""
_FILE = re.compile(r'"(?:doc|path)": ?"(?:[^"]*/)?([^"/]+)"|dcterms:identifier "([^"]+)"')
"""Where they give the name of a file, or the id made from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """Documents and claims without hidden names; ``touched`` are the documents that name somebody who is listed."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    resolved: tuple[Resolved, ...]
    vocabulary: Vocabulary
    hidden: tuple[Hidden, ...]
    touched: tuple[Document, ...]


def protect(
    documents: Sequence[Document],
    resolution: Resolution,
    vocabulary: Vocabulary,
    listed: Iterable[str],
    *,
    show_private: bool,
) -> Protected:
    """Everything without the names of who is listed and, but for ``show_private``, of private persons."""
    gone = find_redacted(listed, resolution.claims, vocabulary)
    taken = frozenset().union(*(person.ids for person in gone))
    private = () if show_private else find_private(resolution.claims, documents, vocabulary)
    hidden = (*gone, *(person for person in private if not person.ids & taken))
    if not hidden:
        return Protected(
            documents=tuple(documents),
            claims=resolution.claims,
            resolved=resolution.resolved,
            vocabulary=vocabulary,
            hidden=(),
            touched=(),
        )
    masked = hide(documents, resolution.claims, hidden, vocabulary)
    return Protected(
        documents=masked.documents,
        claims=masked.claims,
        resolved=_resolved(resolution.resolved, hidden, dict(masked.renamed)),
        vocabulary=without(vocabulary, gone) if gone else vocabulary,
        hidden=hidden,
        touched=masked.touched,
    )


def _resolved(parties: Iterable[Resolved], hidden: Sequence[Hidden], renamed: dict[str, str]) -> tuple[Resolved, ...]:
    """What is known of who is who, of all but the hidden."""
    ids = frozenset().union(*(person.ids for person in hidden))
    masker = Masker(name for person in hidden for name in person.names)

    def member(known: Member) -> Member:
        names = tuple(dict.fromkeys(map(masker.mask, known.names)))
        return replace(known, doc=renamed.get(known.doc, known.doc), label=masker.mask(known.label), names=names)

    return tuple(
        replace(party, members=tuple(map(member, party.members))) for party in parties if party.entity.id not in ids
    )


def hide_paths(entries: Iterable[Skipped], hidden: Iterable[Hidden]) -> tuple[Skipped, ...]:
    """What was skipped or noted, with the hidden names taken out of file names and reasons."""
    masker = masker_of(hidden)
    return tuple(replace(e, path=masker.mask_file(e.path), reason=masker.mask_address(e.reason)) for e in entries)


def require_gone(name: str, text: str, hidden: Iterable[Hidden]) -> None:
    """Raises ``BuildError`` where a file that is about to be written holds a full name that was to be gone, or one of
    its ids of documents and file names a surname."""
    listed = [person for person in hidden if person.role is None]
    masker = masker_of(listed)
    addresses, files = ({next(filter(None, m.groups())) for m in places.finditer(text)} for places in (_ADDRESS, _FILE))
    spelled = set(filter(masker.spelled, addresses))
    told = len(spelled) + sum(
        not any(file in place for place in spelled) for file in files if masker.spelled_in_file(file)
    )
    whole = Masker(known for person in listed for known in person.names if " " in known.strip())
    found = whole.names_in(text)
    if found or told:
        raise BuildError(
            f"{name} would still hold {len(found)} of the names on the list of redactions, and {told} file names or "
            "ids of documents that tell one; nothing was written. "
            "This is a fault of kg: please report it"
        )
