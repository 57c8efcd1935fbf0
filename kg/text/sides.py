"""For whom « nous » and « nos » stand: the side of who speaks.

In: a text with its parties and speakers. Out: for each quotation (0: the author's own words) the key of the party on
whose behalf the speaker speaks: the party itself, or the one that a person's title names (« porte-parole de X »).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.text.parties import Parties
from kg.text.speakers import Speakers
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists


def find_sides(
    text: Text, parties: Parties, speakers: Speakers, words: Wordlists, titles: Mapping[str, str] | None = None
) -> dict[int, str]:
    """Quotation number -> entity key, only where a side is known; ``titles`` are those of ``represented``."""
    titles = represented(text, parties, words) if titles is None else titles
    found: dict[int, str] = {}
    for quote, voice in speakers.quotations().items():
        if voice.party is None:
            continue
        person = (
            voice.party.type == "Person"
            or voice.party.type not in words.vocabulary.classes
            or voice.party.how == "description"
        )
        side = titles.get(voice.party.key) if person else voice.party.key
        if side is not None:
            found[quote] = side
    return found


def represented(text: Text, parties: Parties, words: Wordlists) -> dict[str, str]:
    """For whom a person speaks by title: entity key of the person -> that of the party."""
    found: dict[str, str] = {}
    for person, party in (*_titles(text, parties, words), *_offices(text, parties, words)):
        found.setdefault(person, party)
    return found


def deputies(text: Text, parties: Parties, words: Wordlists) -> dict[str, str]:
    """Who acts for a party without leading it: spokesmen, ministers, envoys; key of the person -> that of the party."""
    found: dict[str, str] = {}
    for person, party in _titles(text, parties, words, deputy=True):
        found.setdefault(person, party)
    return found


def _titles(text: Text, parties: Parties, words: Wordlists, *, deputy: bool = False) -> Iterator[tuple[str, str]]:
    """(person, party) for every title: « X, chef de Y », « un porte-parole de Y », « le ministre malien »."""
    for token in text.tokens:
        if not _office(words, token, deputy=deputy):
            continue
        organisation = _organisation(text, parties, token, words)
        if organisation is None:
            continue
        holders = [*parties.at(token)]
        head = text.head(token)
        if token.relation == "appos" and head is not None:
            holders.extend(parties.at(head))
        for holder in holders:
            yield holder.key, organisation


def _office(words: Wordlists, token: Token, *, deputy: bool = False) -> bool:
    entry = words.head(token.lemma) if token.pos == "NOUN" else None
    if entry is None or entry.gives not in {"Person", "UnnamedSource"}:
        return False
    return not deputy or "deputy" in entry.sets


def _organisation(text: Text, parties: Parties, token: Token, words: Wordlists) -> str | None:
    for child in text.children(token, "nmod"):
        case = text.child(child, "case")
        if case is not None and case.lemma == "de":
            for party in parties.at(child):
                if party.type not in {"Place", "Person"}:
                    return party.key
            if _office(words, child) and (above := _organisation(text, parties, child, words)) is not None:
                return above  # « conseiller du président émirati »
    owner = parties.adjective(token, armed=False) or parties.owner(
        token
    )  # « le ministre malien », « leur porte-parole »
    return next((p.key for p in owner if p.type not in {"Place", "Person"}), None)


def _offices(text: Text, parties: Parties, words: Wordlists) -> Iterator[tuple[str, str]]:
    """« X, qui dirige Y »: by the verbs whose relation only a person can have."""
    relations = words.vocabulary.relations
    for verb in text.tokens:
        entries = words.entries("verb", verb.lemma) if verb.pos == "VERB" else []
        if not any(e.gives in relations and relations[e.gives].domain == "Person" for e in entries):
            continue
        object_ = text.child(verb, "obj")
        led = [p for p in parties.at(object_) if p.type not in {"Place", "Person"}] if object_ is not None else []
        for subject in text.children(verb, "nsubj"):
            for person in _people(text, parties, verb, subject):
                yield from ((person, p.key) for p in led)


def _people(text: Text, parties: Parties, verb: Token, subject: Token) -> Iterator[str]:
    found = [p.key for p in parties.at(subject) if p.type == "Person"]
    if not found and subject.lower == "qui" and subject.i > 1 and text.tokens[subject.i - 1].text == ",":
        found = [p.key for p in parties.at(text.tokens[subject.i - 2]) if p.type == "Person"]
    yield from found
