"""Whom the members of one plural noun come from: « des représentants de X et de Y se sont rencontrés »."""

from __future__ import annotations

from kg.text.parties import Parties, Party
from kg.text.phrases import case, plural
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists


def sent_by(text: Text, parties: Parties, words: Wordlists, token: Token) -> tuple[Party, ...]:
    """The parties that each sent some of those whom a noun of office names; none where it names fewer than two."""
    if token.pos != "NOUN" or not plural(token) or not _office(words, token):
        return ()
    found: list[Party] = []
    for child in text.children(token, "nmod", "obl"):
        if case(text, child) == "de":
            found.extend(p for t in text.conjuncts(child) for p in parties.at(t)[:1] if p.type not in {"Place"})
    found.extend(parties.adjective(token, armed=False))
    distinct = {p.key: p for p in found}
    return tuple(distinct.values()) if len(distinct) > 1 else ()


def _office(words: Wordlists, token: Token) -> bool:
    head = words.head(token.lemma)
    person = head is not None and words.vocabulary.is_a(head.gives, "Person")
    return person or any(s.name == "self" for e in words.entries("noun", token.lemma) for s in e.subject)
