"""For whom a text itself speaks: a communiqué, a speech, an open letter that says « nos forces » in its own words.

In: a ``Text`` and its ``Parties``. Out: the party whose text it is, None for the texts of journalists and where the
text does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.parties import Parties, Party
from kg.text.phrases import case
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_ADDRESS = frozenset("allocution discours communiqué message déclaration lettre adresse tribune appel".split())
"""Nouns for texts that somebody publishes in their own name."""
_KNOWN = frozenset({"connaissance", "opinion"})
"""« porter à la connaissance de l'opinion que »."""
_FIRST = frozenset("nos notre nous mon".split())
_COUNTRY = frozenset("pays patrie nation gouvernement".split())
_EDITORIAL = frozenset("rédaction correspondant envoyé confrère journal questions soins équipe site consœur".split())
_OPENING = 3
"""A text that says whose words it gives says so in its first sentences."""


def find_author(text: Text, parties: Parties, words: Wordlists) -> Party | None:
    """The party whose words a text is."""
    if not any(_own(text, t) for t in text.tokens):
        return None
    found = next(_spoken(text, parties), None) or _announcing(text, parties, words) or _signed(text, parties)
    return found or _citizen(text, parties)


def _own(text: Text, token: Token) -> bool:
    """« nos forces » outside quotations; not « notre correspondant »."""
    if token.quote or token.lower not in _FIRST:
        return False
    head = text.head(token)
    return head is None or head.lower not in _EDITORIAL


def _spoken(text: Text, parties: Parties) -> Iterator[Party]:
    """« l'allocution prononcée par X », « le discours de X »; « X s'est adressé à … : voici son discours »."""
    for sentence in text.sentences[:_OPENING]:
        for token in text.of(sentence):
            if token.lemma in _ADDRESS and token.pos == "NOUN" and not token.quote:
                yield from (p for t in _agents(text, token) for p in parties.at(t) if _speaks(p))
                yield from (p for p in parties.owner(token) if _speaks(p))


def _agents(text: Text, noun: Token) -> Iterator[Token]:
    for child in text.children(noun, "nmod", "acl", "obl"):
        if child.relation == "acl":
            yield from (c for c in text.children(child, "obl") if c.dep == "obl:agent" or case(text, c) == "par")
        elif case(text, child) in {"de", "par"}:
            yield child


def _announcing(text: Text, parties: Parties, words: Wordlists) -> Party | None:
    """« L'état-major porte à la connaissance de l'opinion que … »: a text whose first words are about its own words."""
    for sentence in text.sentences[:1]:
        root = next((t for t in text.of(sentence) if t.head == t.i), None)
        if root is None or root.pos != "VERB" or "Tense=Past" in root.morph or text.child(root, "aux") is not None:
            return None
        told = any(c.lemma in _KNOWN for c in text.children(root, "obl", "nmod"))
        says = words.first("speech", root.lemma) is not None and text.child(root, "ccomp") is not None
        if told or says:
            subject = text.child(root, "nsubj")
            heads = [subject, *_agents(text, subject)] if subject is not None else []
            return next((p for t in heads for p in parties.at(t) if _speaks(p)), None)
    return None


def _signed(text: Text, parties: Parties) -> Party | None:
    """« Le chef d'état-major, le général X » on a line of its own at the end."""
    last = text.sentences[-1].paragraph if text.sentences else 0
    tokens = [t for s in text.sentences if s.paragraph == last for t in text.of(s)]
    finite = any(t.pos in {"VERB", "AUX"} and "VerbForm=Fin" in t.morph for t in tokens)
    if last == 0 or finite or not tokens or any(t.quote for t in tokens):
        return None
    found = [p for t in tokens for p in parties.at(t) if _speaks(p)]
    return next((p for p in found if p.type == "Person"), next(iter(found), None))


def _citizen(text: Text, parties: Parties) -> Party | None:
    """« le Yémen, mon pays »."""
    for token in text.tokens:
        if token.lemma in _COUNTRY and not token.quote and any(c.lower in _FIRST for c in text.children(token, "det")):
            host = text.head(token) if token.relation == "appos" else None
            found = [p for p in parties.at(host) if p.type == "State"] if host is not None else []
            if found:
                return found[0]
    return None


def _speaks(party: Party) -> bool:
    return party.type not in {"Place", "Population"}
