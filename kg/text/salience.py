"""Salience: which of those seen before a pronoun or possessive most likely is whom it stands for.

In: a cast with who was seen so far, an anaphor with its number and gender. Out: the keys of its antecedent, none when
a noun that is no party is as good. Every place where a candidate was seen is weighed after Lappin and Leass (1994):
the grammatical role there, the distance, whether its verb governs the anaphor. Nouns that are no parties are weighed
the same way, so that « la ville … elle » is nobody rather than the last party.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.text.binding import Anaphor, Binding
from kg.text.cast import Cast, Seen, Stands
from kg.text.phrases import DEMONSTRATIVES, case, determiner, plural
from kg.text.tokens import Token

FAR = 3
"""An anaphor looks back over this many sentences at most."""
_PLACED = frozenset("à dans en sur vers depuis près_de".split())
_ROLES = {"nsubj": 4.0, "ROOT": 4.0, "root": 4.0, "obj": 2.0, "iobj": 2.0, "obl": 1.0, "conj": 1.0, "appos": 0.0}
WEIGHTS = {
    "main": 1.5,  # a subject of the main clause of an earlier sentence
    "sub": 1.0,  # less: a subject of a subordinate clause that does not govern the anaphor
    "sent": 3.5,  # less for each sentence in between
    "para": 0.5,  # less in another paragraph
    "recent": 1.0,  # how late in its sentence, from 0 to 1
    "again": 1.0,  # for each further place where the same one was seen
    "command": 4.5,  # a subject whose verb governs the anaphor
    "nearest": 0.5,  # the nearest of these
    "topic": 4.0,  # « quant à X, il … »
    "ahead": 6.0,  # the subject behind an opening phrase
    "pronoun": 0.5,  # seen as a pronoun: what the text goes on about
    "aside": 4.0,  # less: only the source of words
    "placed": 4.0,  # less: a state as the place where something happens
    "quote": 2.0,  # less: seen in a quotation that is over
    "loose": 1.5,  # less: « l'armée … leurs positions »
    "gender": 2.0,  # less: « elle » for a name of unknown gender
    "woman": 2.0,  # less: and for a person
    "pair": 3.0,  # less: one of « X et Y » alone
    "person": 3.0,  # « dit-il » is a person
    "told": 3.0,  # less: « X avance, dit-il » is rarely X
    "spoke": 1.5,  # and one who was named as speaking
    "noun": 0.5,  # less: no party, but somebody
    "thing": 1.0,  # less: no party, and nobody
    "lifeless": 3.0,  # less: and the anaphor has men or speaks
}
"""What speaks for a candidate and against it."""
_OBJECTS = frozenset({"obj", "iobj"})
_FLOOR = 0.5
_LEAD, _AHEAD = 0.5, 1.5
"""The lead that a possessive needs; an object clitic needs more: it may also stand for what was not seen."""
_CLEAR = 3.0
_LOW = -4.0
"""The weight that an object clitic needs whose only antecedent it is."""
"""Whoever weighs less than the floor is too far-fetched, unless nobody else comes near."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    keys: tuple[str, ...]
    token: Token
    weight: float


class Salience:
    """Ranks the antecedents of one cast's anaphors."""

    def __init__(self, cast: Cast, stands: Stands) -> None:
        self._cast, self._text = cast, cast.text
        self._stands = stands
        self.binding = Binding(cast, stands)

    def _window(self, anaphor: Anaphor) -> list[Seen]:
        back = FAR + (2 if self.binding.incise(anaphor.token) else 0)
        return list(self._cast.before(anaphor.token, back))

    def best(self, anaphor: Anaphor) -> tuple[str, ...]:
        """The keys of the most salient candidate, empty when it is no party."""
        found: dict[tuple[str, ...], float] = {}
        for candidate in self.candidates(anaphor):
            again = WEIGHTS["again"] if candidate.keys in found else 0.0
            found[candidate.keys] = max(found.get(candidate.keys, candidate.weight), candidate.weight) + again
        ranked = sorted(found.items(), key=lambda item: -item[1])
        lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else _CLEAR
        needed = _AHEAD if anaphor.clitic else _LEAD if anaphor.of is not None else 0.0
        if not ranked or lead < needed:
            return ()
        clear = lead >= _CLEAR and (len(ranked) == 1 or anaphor.token.relation == "nsubj")
        alone = anaphor.clitic and len(ranked) == 1 and ranked[0][1] >= _LOW
        if ranked[0][1] < _FLOOR and (not clear or anaphor.clitic) and not alone:
            return ()
        return tuple(k for k in ranked[0][0] if not k.startswith("#"))

    def fitting(self, anaphor: Anaphor) -> list[Seen]:
        """The places where a party that agrees was seen, the latest first."""
        window = self._window(anaphor)
        barred = self.binding.barred(anaphor, window)
        return [
            s
            for s in window
            if s.key not in barred
            and not self.binding.inside(anaphor, s.token)
            and not self._cast.place(self._cast.type(s.key))
            and self._numbered(anaphor, s, (s.key,))
            and self._gendered(anaphor, s, (s.key,))
        ]

    # ---- candidates

    def candidates(self, anaphor: Anaphor) -> Iterator[_Candidate]:
        """Every place where somebody or something that agrees was seen, weighed."""
        governors = list(self.binding.governors(anaphor.token))
        yield from self._parties(anaphor, governors)
        yield from self._rivals(anaphor, governors)
        subject = self.binding.following(anaphor)
        if subject is not None and self._cast.several(subject) == anaphor.many:
            keys = tuple(p.key for t in self._text.conjuncts(subject) for p in self._stands(t))
            if keys:
                yield _Candidate(keys, subject, WEIGHTS["ahead"])

    def _parties(self, anaphor: Anaphor, governors: list[Token]) -> Iterator[_Candidate]:
        window = self._window(anaphor)
        barred = self.binding.barred(anaphor, window)
        for seen in window:
            key = self._party(anaphor, seen)
            if key is None or key in barred or self.binding.inside(anaphor, seen.token):
                continue
            if anaphor.of is not None and self._heads_nobody(anaphor.of, key):
                continue
            if self._quoted(anaphor, seen.token):
                continue
            keys = self._joined(seen, key) if anaphor.many else (key,)
            if barred & set(keys):
                keys = (key,)
            if not self._numbered(anaphor, seen, keys) or not self._gendered(anaphor, seen, keys):
                continue
            weight = self._weight(anaphor, seen.token, governors) - self._misfit(anaphor, seen, keys)
            yield _Candidate(keys, seen.token, weight)

    def _heads_nobody(self, noun: Token, key: str) -> bool:
        """« leur porte-parole »: of a body, not of people who flee."""
        relations = self._cast.vocabulary.relations
        given = [
            relations[e.gives].domain for e in self._cast.words.entries("noun", noun.lemma) if e.gives in relations
        ]
        return bool(given) and given[0] == "Person" and self._cast.is_a(key, "Population")

    def _quoted(self, anaphor: Anaphor, seen: Token) -> bool:
        """« « X avance », dit-il », « …, a dit son ministre »: not those of whom the words before speak."""
        token, text = anaphor.token, self._text
        if self.binding.incise(token):
            return bool(seen.quote) or seen.sent == token.sent
        return bool(seen.quote) and not token.quote and text.sentence(token).tag_of is not None

    def _party(self, anaphor: Anaphor, seen: Seen) -> str | None:
        """The party seen there: a capital as a subject is its state, other places are nobody."""
        if not self._cast.place(self._cast.type(seen.key)) or anaphor.clitic:
            return seen.key
        if seen.token.relation != "nsubj" or case(self._text, seen.token):
            return None
        return next((p.state for p in self._cast.own(seen.token) if p.key == seen.key), None)

    def _misfit(self, anaphor: Anaphor, seen: Seen, keys: tuple[str, ...]) -> float:
        cost = 0.0
        if seen.aside and self._text.sentence(seen.token).tag_of is None:
            cost += WEIGHTS["aside"]
        if self._cast.is_a(seen.key, "Place") and case(self._text, seen.token) in _PLACED:
            cost += WEIGHTS["placed"]
        if anaphor.many and not seen.plural and len(keys) == 1:
            cost += WEIGHTS["loose"]
        if anaphor.feminine and seen.feminine is None:
            cost += WEIGHTS["gender"] + (WEIGHTS["woman"] if self._cast.is_a(seen.key, "Person") else 0.0)
        if not anaphor.many and self._one_of_many(seen.token):
            cost += WEIGHTS["pair"]
        if seen.pronoun:
            cost -= WEIGHTS["pronoun"]
        if self.binding.incise(anaphor.token):
            speaks = self._cast.is_a(seen.key, "Person") or self._cast.drafts[seen.key].unnamed
            cost -= WEIGHTS["person"] if speaks else 0.0
            told = self._text.sentence(anaphor.token).tag_of == seen.token.sent
            cost += WEIGHTS["told"] if told else 0.0
            cost -= WEIGHTS["spoke"] if self._spoke(seen.token) else 0.0
        return cost

    def _one_of_many(self, token: Token) -> bool:
        """« X et Y avancent »: as a subject neither is meant alone."""
        top = self._top(token)
        return top.relation == "nsubj" and len(self._text.conjuncts(top)) > 1

    def _spoke(self, token: Token) -> bool:
        """Whether somebody is named as the speaker there."""
        verb = self._text.head(self._top(token))
        words = self._cast.words
        return verb is not None and (
            words.first("speech", words.verb_lemma(verb)) is not None or self._text.sentence(token).tag_of is not None
        )

    def _rivals(self, anaphor: Anaphor, governors: list[Token]) -> Iterator[_Candidate]:
        """Nouns that are no parties and agree: the anaphor may well mean one of them."""
        token, things = anaphor.token, self._may_be_thing(anaphor)
        own = None if anaphor.of is not None or token.relation not in _OBJECTS else self._own_subject(token)
        for i in range(token.i - 1, -1, -1):
            other = self._text.tokens[i]
            if token.sent - other.sent > 1:
                return
            if other.pos != "NOUN" or self.binding.inside(anaphor, other) or not self._vacant(other, things):
                continue
            if self._quoted(anaphor, other) or i == own:
                continue
            if plural(other) != anaphor.many:
                continue
            if anaphor.feminine is not None and ("Gender=Fem" in other.morph) != anaphor.feminine:
                continue
            thing = self._cast.words.head(other.lemma) is None
            cost = WEIGHTS["thing"] if thing else WEIGHTS["noun"]
            if thing and self._of_persons(anaphor):
                cost += WEIGHTS["lifeless"]
            yield _Candidate((f"#{other.lemma}",), other, self._weight(anaphor, other, governors) - cost)

    def _own_subject(self, token: Token) -> int | None:
        """« leurs conseillers les entraînent »: not the conseillers."""
        verb = self.binding.verb(token)
        subject = self.binding.subject(verb) if verb is not None else None
        return subject.i if subject is not None else None

    def _vacant(self, noun: Token, things: bool) -> bool:
        """A subject that is no party, or an anaphor that was not resolved."""
        if noun.i in self._cast.mentions:
            return noun.relation in {"nsubj", "obj"} and noun.i not in self._cast.resolved and not self._stands(noun)
        if case(self._text, noun) == "quant_à":
            return not self._stands(noun)
        if not determiner(self._text, noun):
            return False
        topic = noun.relation == "obj" and (determiner(self._text, noun) in DEMONSTRATIVES or things)
        return (noun.relation == "nsubj" or topic) and not self._stands(noun)

    def _may_be_thing(self, anaphor: Anaphor) -> bool:
        """« il tient », « elle a été signée »: not the subject of what parties do to each other."""
        verb = self._text.head(anaphor.token)
        if anaphor.clitic:
            return True
        if anaphor.of is not None or anaphor.token.relation != "nsubj" or verb is None:
            return False
        words, lemma = self._cast.words, self._cast.words.verb_lemma(verb)
        return not any(words.entries(kind, lemma) for kind in ("verb", "speech", "modal", "light"))

    def _of_persons(self, anaphor: Anaphor) -> bool:
        """« ses hommes », « il affirme »: only people and bodies have such and do so."""
        words = self._cast.words
        if anaphor.of is not None:
            return words.head(anaphor.of.lemma) is not None
        verb = self._text.head(anaphor.token)
        return verb is not None and words.first("speech", words.verb_lemma(verb)) is not None

    # ---- agreement

    def _numbered(self, anaphor: Anaphor, seen: Seen, keys: tuple[str, ...]) -> bool:
        if not anaphor.many:
            return not seen.plural
        if seen.plural or len(keys) > 1:
            return True
        if anaphor.clitic:
            return False  # « l'armée … X les accuse »: somebody else
        type_ = self._cast.type(seen.key)
        body = type_ in self._cast.words.body_classes or self._cast.group(type_)
        return body and not self._cast.is_a(seen.key, "State")

    def _gendered(self, anaphor: Anaphor, seen: Seen, keys: tuple[str, ...]) -> bool:
        if anaphor.feminine is None or seen.feminine is None or (anaphor.many and not anaphor.feminine):
            return True
        return seen.feminine == anaphor.feminine or len(keys) > 1

    def _joined(self, seen: Seen, key: str) -> tuple[str, ...]:
        """All members of the coordination that a party belongs to, in text order."""
        beside = self._text.conjuncts(self._top(seen.token))
        if seen.pronoun or len(beside) < 2 or all(t.i != seen.token.i for t in beside):
            same = (s.key for s in self._cast.seen if s.token.i == seen.token.i)
            return tuple(dict.fromkeys(same))
        keys = dict.fromkeys(k for t in beside for _, k in self._cast.resolved.get(t.i, ()))
        return tuple(k for k in keys if not self._cast.place(self._cast.type(k))) or (key,)

    def _top(self, token: Token) -> Token:
        while token.relation in {"conj", "appos"} and (above := self._text.head(token)) is not None:
            token = above
        return token

    # ---- weights

    def _apart(self, first: int, last: int) -> int:
        """Sentences from one to the other; « …, a dit X » is none of its own."""
        return sum(s.tag_of is None for s in self._text.sentences[first + 1 : last + 1])

    def _weight(self, anaphor: Anaphor, seen: Token, governors: list[Token]) -> float:
        token, text = anaphor.token, self._text
        top = self._top(seen)
        verb, subject = text.head(top), top.relation == "nsubj"
        here, there = text.sentence(token), text.sentence(seen)
        rank = next((k for k, g in enumerate(governors) if g.i in {seen.i, top.i}), None)
        role = _ROLES["nsubj"] if rank is not None else _ROLES.get(top.relation, 0.5)
        weight = role - WEIGHTS["sent"] * self._apart(there.i, here.i)
        if here.paragraph != there.paragraph:
            weight -= WEIGHTS["para"]
        if case(text, top) == "quant_à":
            weight += WEIGHTS["topic"]
        if subject and verb is not None:
            if verb.dep in {"ROOT", "root"} and here.i != there.i:
                weight += WEIGHTS["main"]
            elif verb.relation in {"acl", "ccomp", "advcl"} and rank is None:
                weight -= WEIGHTS["sub"]
        if rank is not None:
            weight += WEIGHTS["command"] + (WEIGHTS["nearest"] if rank == 0 else 0.0)
        weight += WEIGHTS["recent"] * (seen.i - there.first) / max(1, there.last - there.first)
        if seen.quote and not token.quote:
            weight -= WEIGHTS["quote"]
        return weight
