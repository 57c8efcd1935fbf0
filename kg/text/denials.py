"""Claims about claims: « ces accusations sont fausses », « ce que X dément » deny statements made before.

In: the statements of a document in order, and its parses. Out: for each denial the statements it denies and the denier.
A denial reaches the statements of its own and the preceding paragraph that somebody else made and that are no more than
alleged or are said by a speaker; it never creates a statement out of nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.text.parties import Parties, Party
from kg.text.speakers import Speakers
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_THAT = frozenset({"ce", "c'", "c’", "cela", "ceci", "ça", "tout"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a denial may reach: predicate, parties, speaker, whether it is more than alleged, and is open to denial."""

    index: int
    predicate: Token
    subject: str
    object: str
    speaker: str | None
    firm: bool
    positive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """``denier`` denies the statement ``index`` with the word ``verb``."""

    index: int
    denier: Party
    verb: Token


class DenialFinder:
    """Finds the denials of one document."""

    def __init__(self, text: Text, parties: Parties, speakers: Speakers, words: Wordlists) -> None:
        self._text, self._parties, self._speakers, self._words = text, parties, speakers, words

    def find(self, statements: Sequence[Statement]) -> Iterator[Denial]:
        """The denials in text order."""
        for token in self._text.tokens:
            denier = self._denier(token)
            if denier is None:
                continue
            below = {t.i for noun in self._denied_nouns(token) for t in self._text.subtree(noun)} - {
                t.i for t in self._text.subtree(token)
            }
            inside = [s for s in statements if s.predicate.i in below]
            for statement in inside or self._before(token, denier, statements):
                if statement.positive:
                    yield Denial(index=statement.index, denier=denier, verb=token)

    def _denier(self, token: Token) -> Party | None:
        """Who denies an earlier statement here, or None when the word has its own content or does not deny."""
        reflexive = any(c.lower in {"se", "s'", "s’"} for c in self._text.children(token))
        lemmas = (f"se {token.lemma}", token.lemma) if reflexive else (token.lemma,)
        negates = any(
            e.sets.get("polarity") == "negative" for name in lemmas for e in self._words.entries("speech", name)
        )
        if token.pos in {"VERB", "ADJ"} and negates:
            if self._has_content(token):
                return None
            party = self._speakers.speaker_of(token)
            return None if self._negated(token) else party
        if token.pos == "NOUN" and any(
            e.sets.get("polarity") == "negative" for e in self._words.entries("saying", token.lemma)
        ):
            return self._denial_noun(token)
        return self._false(token)

    def _denial_noun(self, token: Token) -> Party | None:
        """« X oppose un démenti », « le démenti de X »: who denies with a noun that has no content of its own."""
        if any(
            self._words.first("saying", c.lemma) is None and c.pos == "NOUN" for c in self._text.children(token, "nmod")
        ):
            return None
        verb = self._text.head(token)
        if verb is not None and verb.pos == "VERB" and token.relation == "obj":
            return self._speakers.speaker_of(verb)
        return None

    def _false(self, token: Token) -> Party | None:
        """« ces accusations sont infondées », « c'est faux », « Mensonge », said by somebody."""
        if token.pos not in {"ADJ", "VERB", "NOUN"} or self._words.first("negator", token.lemma) is None:
            return None
        subject = self._text.child(token, "nsubj")
        if subject is None or subject.lower in _THAT:
            alone = all(t.pos != "VERB" for t in self._text.of(self._text.sentence(token)))
            return self._speakers.voice(token).party if alone and self._text.head(token) is None else None
        if self._text.child(token, "cop") is None or self._words.first("saying", subject.lemma) is None:
            return None
        return self._speakers.voice(token).party

    def _has_content(self, verb: Token) -> bool:
        if self._text.child(verb, "ccomp", "xcomp") is not None:
            return True
        objects = [c for c in self._text.children(verb, "obj") if c.pos == "NOUN" or c.name]
        return any(self._words.first("saying", o.lemma) is None and not self._involvement(o) for o in objects)

    def _involvement(self, noun: Token) -> bool:
        """« nier toute implication », in what was told before."""
        below = [t for t in self._text.subtree(noun) if t.i != noun.i and t.pos in {"NOUN", "PROPN"}]
        return noun.lemma in self._words.content.get("involvement", ()) and not below

    def _negated(self, verb: Token) -> bool:
        return any(c.lower in {"pas", "jamais"} for c in self._text.children(verb, "advmod"))

    def _denied_nouns(self, verb: Token) -> Iterator[Token]:
        """The noun of saying that the verb denies as a relative (« des accusations que X dément ») or as its object."""
        head = self._text.head(verb)
        if verb.dep.startswith("acl") and head is not None:
            yield head
            above = self._text.head(head)
            while above is not None and above.pos == "NOUN":
                yield above
                above = self._text.head(above)

    def _before(self, verb: Token, denier: Party, statements: Sequence[Statement]) -> list[Statement]:
        paragraph = self._text.sentence(verb).paragraph
        own = {denier.key}
        reach = [
            s
            for s in statements
            if s.predicate.i < verb.i
            and paragraph - self._text.sentence(s.predicate).paragraph <= 1
            and s.speaker not in own
            and (s.speaker is not None or not s.firm)
        ]
        side = [s for s in reach if self._concerns(s, denier)]
        side = [s for s in reach if any(s.predicate.i == one.predicate.i for one in side)]
        return side or ([s for s in reach if s.speaker == reach[-1].speaker] if reach else [])

    def _concerns(self, statement: Statement, denier: Party) -> bool:
        state = self._parties.state_of(denier.key)
        for key in (statement.subject, statement.object):
            if key == denier.key or (state is not None and self._parties.state_of(key) == state):
                return True
        return False
