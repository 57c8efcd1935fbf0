"""Binding: whom a pronoun or possessive cannot stand for, and the subject that governs it.

In: a cast with who was seen so far. Out: the keys that are barred for an anaphor, after the binding principles of
Chomsky (1981) in plain words: nobody else of its own clause, nobody whose description it is part of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.text.cast import Cast, Seen, Stands
from kg.text.phrases import case
from kg.text.tokens import Token

INVERTED = frozenset("-il -elle -ils -elles -t-il -t-elle -t-ils -t-elles".split())
_VERBAL = frozenset({"VERB", "AUX"})
_BELOW = frozenset({"xcomp", "advcl", "conj", "aux", "acl"})
_NOMINAL = frozenset({"appos", "nmod", "conj", "flat"})
_OUT = frozenset({"parataxis", "conj", "ccomp", "discourse"})

_RELATIONAL = frozenset(
    """côté disposition encontre secours rescousse aide poursuite trousses égard profit ordre commandement égide place
    propos sujet intention faveur service rencontre""".split()
)
_ONE_OF = frozenset("l' l’ un une de d' d’ deux trois le la plus".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """What is looked for. ``of``: the noun of a possessive; ``feminine``: None where the form does not tell."""

    token: Token
    many: bool
    feminine: bool | None
    of: Token | None = None
    clitic: bool = False
    """« X l'accuse »: an object before its verb."""


class Binding:
    """Answers for one cast."""

    def __init__(self, cast: Cast, stands: Stands) -> None:
        self._cast, self._text, self._stands = cast, cast.text, stands

    def inside(self, anaphor: Anaphor, other: Token) -> bool:
        """« K., l'un de ses porte-parole », « Amal, son allié »: nobody belongs to what the possessive explains."""
        noun = anaphor.of
        if noun is None:
            return False
        if other.i == noun.i or self._set_off(anaphor, other):
            return True
        below = noun
        for above in self._text.ancestors(noun):
            if below.relation not in _NOMINAL:
                return False
            if above.i == other.i:
                apart = any(t.text == "," for t in self._text.tokens[other.i : self._text.subtree(below)[0].i + 1])
                return below.relation == "appos" or (below.relation == "nmod" and not apart)
            below = above
        return False

    def _set_off(self, anaphor: Anaphor, other: Token) -> bool:
        """The same whatever the parser made of it: « X, » right before « son porte-parole », « un de ses chefs »."""
        tokens, i = self._text.tokens, anaphor.token.i - 1
        while i > 1 and tokens[i].lower in _ONE_OF:
            i -= 1
        if tokens[i].text != "," or tokens[i].sent != anaphor.token.sent or other.i >= i:
            return False
        between = tokens[other.i + 1 : i]
        return all(t.pos in {"PROPN", "ADJ", "NUM", "NOUN"} for t in between[-3:]) and len(between) <= 3

    def barred(self, anaphor: Anaphor, seen: list[Seen]) -> frozenset[str]:
        """« X lui a … », « joint par X, il … »: nobody else of the pronoun's own clause; no speaker in their quote."""
        token = anaphor.token
        out = {s.key for s in seen if token.quote and self._text.sentence(s.token).tag_of is not None}
        verb = self.verb(token)
        if verb is None:
            return frozenset(out)
        if anaphor.of is not None and not self._beyond(anaphor.of):
            return frozenset(out)
        if token.relation in {"nsubj", "expl"}:
            return frozenset(out | {s.key for s in seen if s.token.i != token.i and self._beside(s.token, verb)})
        subject = self.subject(verb)
        if subject is not None and subject.i != token.i:
            out |= {p.key for t in self._text.conjuncts(subject) for p in self._stands(t)}
        return frozenset(out)

    def _beyond(self, noun: Token) -> bool:
        """« à ses côtés », « sous leurs ordres », « à sa disposition »: as good as a pronoun with a preposition."""
        return noun.lemma in _RELATIONAL and case(self._text, noun) in {"à", "sous", "en", "pour"}

    def _beside(self, other: Token, verb: Token) -> bool:
        """Whether a token stands below the verb and in no clause with a subject of its own."""
        below = other
        for above in self._text.ancestors(other):
            if below.relation in _OUT and below.pos in _VERBAL:
                return False
            if below.pos in _VERBAL and self._text.child(below, "nsubj") is not None and below.i != verb.i:
                return False
            if above.i == verb.i:
                return below.relation != "dislocated" and case(self._text, below) != "quant_à"
            below = above
        return False

    def verb(self, token: Token) -> Token | None:
        """The verb of the clause that the anaphor stands in."""
        if token.relation in {"nsubj", "expl"}:
            return self._text.head(token)
        return next((t for t in self._text.ancestors(token) if t.pos in _VERBAL), None)

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb, or of the verb above an infinitive, a participle or a second verb."""
        current: Token | None = verb
        while current is not None:
            found = self._text.child(current, "nsubj") or self._moved(current)
            if found is not None:
                return found
            above = self._text.head(current)
            if above is None or current.relation not in _BELOW:
                return None
            if current.relation == "acl":
                return above if current.i > above.i else None
            if self._infinitive(current) and (controller := self._controller(above)) is not None:
                return controller
            current = above
        return None

    def _infinitive(self, verb: Token) -> bool:
        """« retirer », « avoir retiré »."""
        return any("VerbForm=Inf" in t.morph for t in (verb, *self._text.children(verb, "aux")))

    def _moved(self, verb: Token) -> Token | None:
        """A name before a verb without subject, which the parser took for set apart."""
        before = (c for c in self._text.children(verb, "dislocated") if c.i < verb.i and c.name)
        return next(before, None) if "VerbForm=Fin" in verb.morph or self._text.child(verb, "aux") else None

    def following(self, anaphor: Anaphor) -> Token | None:
        """« Dans son bulletin, X annonce … », « Fidèle à ses habitudes, X … »: the subject behind an opening phrase."""
        below = anaphor.of
        if below is None or self._beyond(below):
            return None
        for above in self._text.ancestors(below):
            if above.i > anaphor.token.i and (subject := self._text.child(above, "nsubj")) is not None:
                first = self._text.subtree(below)[0].i
                opens = all(t.pos in {"ADV", "CCONJ", "PUNCT"} for t in self._text.tokens[self._start(above) : first])
                ahead = below.i < subject.i and below.relation not in {"nsubj", "conj", "ccomp"}
                return subject if opens and ahead else None
            below = above
        return None

    def _start(self, token: Token) -> int:
        return self._text.sentence(token).first

    def _controller(self, verb: Token) -> Token | None:
        """« accuser X d'avoir retiré ses hommes », « demander à X de … »: whom the infinitive is about."""
        controls = {
            e.sets["control"]
            for kind in ("speech", "modal")
            for e in self._cast.words.entries(kind, self._cast.words.verb_lemma(verb))
            if "control" in e.sets
        }
        objects = [c for c in self._text.children(verb, "obj") if c.pos in {"NOUN", "PROPN"}]
        towards = (c for c in self._text.children(verb, "obl", "iobj") if case(self._text, c) == "à")
        if "obj" in controls and objects:
            return objects[0]
        return next(towards, None) if controls & {"obj", "à"} else None

    def governors(self, token: Token) -> Iterator[Token]:
        """The subjects whose verbs govern the anaphor, the nearest first; « X attaque et Y lui … »: not X."""
        done: set[int] = set()
        beside: set[int] = set()
        for above in self._text.ancestors(token):
            if above.i in beside or (above.pos not in _VERBAL and self._text.child(above, "cop", "nsubj") is None):
                continue
            found = self.subject(above)
            if above.relation in {"conj", "parataxis"} and self._text.child(above, "nsubj") is not None:
                beside.add(above.head)
            if found is not None and found.i not in done and found.i != token.i:
                done.add(found.i)
                yield found

    def incise(self, token: Token) -> bool:
        """« dit-il », « selon elle »: who was just quoted."""
        words = self._cast.words
        if (source := self._text.child(token, "case")) is not None and words.entries("source", source.lemma):
            return True
        if token.lower not in INVERTED:
            return False
        if self._text.sentence(token).tag_of is not None:
            return True
        verb = self._text.head(token)
        return verb is not None and words.first("speech", words.verb_lemma(verb)) is not None
