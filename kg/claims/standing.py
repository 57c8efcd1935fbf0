"""Why a relationship has its status: how many texts and speakers say it how.

In: the claims of one relationship. Out: a ``Standing``, and its reason in a few words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.records import Claim, Relationship

_WORDS = {
    "en": (
        ("1 text says it plainly", "{} texts say it plainly"),
        ("1 speaker quoted", "{} speakers quoted"),
        ("1 text unsure", "{} texts unsure"),
        ("1 denial", "{} denials"),
    ),
    "fr": (
        ("1 texte l'affirme", "{} textes l'affirment"),
        ("1 locuteur cité", "{} locuteurs cités"),
        ("1 texte hésite", "{} textes hésitent"),
        ("1 démenti", "{} démentis"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``plain``: texts that say it as certain in their own voice; ``quoted``: speakers who say it; ``unsure``: texts
    that only hold it possible; ``denied``: speakers, or texts, that deny it.
    """

    plain: int
    quoted: int
    unsure: int
    denied: int

    @property
    def only_denied(self) -> bool:
        """Whether nobody says it."""
        return not (self.plain or self.quoted or self.unsure)

    def reason(self, language: Literal["en", "fr"]) -> str:
        """« 2 texts say it plainly, 1 denial »."""
        counts = zip((self.plain, self.quoted, self.unsure, self.denied), _WORDS[language], strict=True)
        return ", ".join(one if count == 1 else several.format(count) for count, (one, several) in counts if count)


def standing(claims: Iterable[Claim]) -> Standing:
    """How the claims of one relationship are made."""
    claims = tuple(claims)
    own = [c for c in claims if c.polarity == "positive" and c.attribution is None]
    plain = {c.doc for c in own if c.certainty == "certain"}
    return Standing(
        plain=len(plain),
        quoted=len({c.attribution.id for c in claims if c.polarity == "positive" and c.attribution}),
        unsure=len({c.doc for c in own} - plain),
        denied=len({c.attribution.id if c.attribution else c.doc for c in claims if c.polarity == "negative"}),
    )


def count_only_denied(relationships: Iterable[Relationship], claims: Iterable[Claim]) -> int:
    """How many relationships nobody claims."""
    known: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    return sum(standing(known[id_] for id_ in relationship.claims).only_denied for relationship in relationships)
