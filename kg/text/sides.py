"""For whom « nous », « nos » and « vous » stand: the side of who speaks, or of who is spoken to in an interview.

In: a text with its parties and speakers. Out: for each quotation the key of the party on whose behalf the speaker
speaks: the party itself, or the one that a person's title names (« porte-parole de X »); the same for the words of a
text that speaks for a party (``authors``) and for the answers and questions of an interview.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.text.authors import find_author
from kg.text.interviews import find_interview
from kg.text.parties import Parties, Party
from kg.text.speakers import Speakers
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_YOU = frozenset("vous vos votre".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Entity keys: by number of the quotation, of the text itself, of who answers in the paragraphs ``answers``."""

    text: Text
    quotes: Mapping[int, str] = field(default_factory=dict)
    author: str | None = None
    guest: str | None = None
    answers: frozenset[int] = frozenset()
    first: int = 0
    """The paragraph of the first question."""

    def __call__(self, token: Token) -> str | None:
        """The party of a word of the first or second person, None where it is not known."""
        paragraph = self.text.sentence(token).paragraph
        answer = self.guest is not None and paragraph in self.answers
        if token.lower in _YOU:
            asked = self.guest is not None and not answer and self.first <= paragraph < max(self.answers, default=0)
            return self.guest if asked and not token.quote else None
        if token.quote in self.quotes:
            return self.quotes[token.quote]
        if token.quote and not self._whole(token):
            return None
        return self.guest if answer else self.author

    def _whole(self, token: Token) -> bool:
        """Whether the paragraph is all one quotation, as where a speech or an answer is printed with marks."""
        first = next(s for s in self.text.sentences if s.paragraph == self.text.sentence(token).paragraph)
        return self.text.tokens[first.first].quote == token.quote


_POSING = frozenset({"présenter", "dire", "proclamer", "déclarer"})
_SELF = frozenset({"se", "s'", "s’"})


def find_sides(
    text: Text, parties: Parties, speakers: Speakers, words: Wordlists, titles: Mapping[str, str] | None = None
) -> Sides:
    """The sides of everybody who says « nous » in a text; ``titles`` are those of ``represented``."""
    titles = represented(text, parties, words) if titles is None else titles
    quotes: dict[int, str] = {}
    for quote, voice in speakers.quotations().items():
        if voice.party is not None and (side := _side(voice.party, titles, parties, words)) is not None:
            quotes[quote] = side
    person, answers = find_interview(text, parties)
    guest = _side(person, titles, parties, words) if person is not None else None
    if person is not None:
        return Sides(text=text, quotes=quotes, guest=guest, answers=answers, first=min(answers, default=1) - 1)
    author = find_author(text, parties, words)
    return Sides(text=text, quotes=quotes, author=_side(author, titles, parties, words) if author is not None else None)


def _side(party: Party, titles: Mapping[str, str], parties: Parties, words: Wordlists) -> str | None:
    """The party for which somebody speaks: itself, or what a person represents by title, else by known office."""
    if parties.acts(party.type):
        return parties.ruling(party.key)
    found = titles.get(party.key) or parties.office(party.key)
    return parties.ruling(found) if found is not None else None


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
        holders.extend(p for t in _bearers(text, token) for p in parties.at(t) if p.type in {"Person", "UnnamedSource"})
        for holder in holders:
            yield holder.key, organisation


def _bearers(text: Text, title: Token) -> Iterator[Token]:
    """« X est le porte-parole de Y », « X, qui se présente comme le porte-parole de Y »."""
    verb = text.head(title) if title.relation in {"xcomp", "obl"} else None
    reflexive = verb is not None and verb.lemma in _POSING and any(c.lower in _SELF for c in text.children(verb))
    if verb is not None and reflexive:
        yield from text.children(verb, "nsubj")
    elif text.child(title, "cop") is not None:
        yield from text.children(title, "nsubj")


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
