"""Repairs of pairs: « entre X et Y », « opposer X et Y », whose second member was read as belonging to something else.

Same contract as ``kg.text.repair``, which runs these steps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.phrases import plural, quantity
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_NOMINAL = frozenset({"NOUN", "PROPN"})


class PairRepairer:
    """Finds second members with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._opposing = frozenset(
            lemma
            for lemma in words.lemmas("verb")
            for e in words.entries("verb", lemma)
            if {"obj"} <= {s.name for s in e.subject} & {s.name for s in e.object}
        )
        """Verbs that stand two objects against each other."""

    def between(self, text: Text) -> Iterable[Token]:
        """« une coalition entre X et Y a été annoncée »: Y belongs to the pair, the noun is the subject."""
        for token in text.tokens:
            case, head = text.child(token, "case"), text.head(token)
            if case is None or case.lemma != "entre" or head is None or text.child(token, "conj") is not None:
                continue
            other = self._second(text, token) or self._behind_aside(text, token) or self._submerged(text, token)
            if other is None:
                continue
            yield replace(other, head=token.i, dep="conj")
            if other.relation == "nsubj" and head.pos == "NOUN" and head.relation in {"ROOT", "root", "dislocated"}:
                yield replace(head, head=other.head, dep=other.dep)

    def _second(self, text: Text, token: Token) -> Token | None:
        """The party after « et » that follows the first member, articles aside."""
        for i in range(token.i + 1, min(token.i + 8, len(text.tokens) - 1)):
            if text.tokens[i].lower == "et":
                for j in range(i + 1, min(i + 4, len(text.tokens))):
                    other = text.tokens[j]
                    if other.pos in _NOMINAL:
                        return other if other.sent == token.sent and other.head != token.i else None
                    if other.pos not in {"DET", "ADJ"}:
                        return None
            elif text.tokens[i].pos in {"VERB", "AUX", "PUNCT", "ADP"}:
                return None
        return None

    def _behind_aside(self, text: Text, token: Token) -> Token | None:
        """« entre X, soutenu par Y, et Z »: the member behind what stands between commas."""
        rest = text.tokens[token.i + 1 : text.sentence(token).last]
        if len(rest) < 3 or rest[0].text != ",":
            return None
        for comma, and_, *after in zip(rest, rest[1:], rest[2:], rest[3:], strict=False):
            if comma.text == "," and and_.lower == "et":
                other = next((t for t in after if t.pos in _NOMINAL), None)
                return other if other is not None and other.head != token.i else None
        return None

    def opposed(self, text: Text) -> Iterable[Token]:
        """« les combats opposent un groupe armé par X et Y »: two are opposed, so Y is the second."""
        for verb in text.tokens:
            if verb.pos != "VERB" or verb.lemma not in self._opposing:
                continue
            object_ = text.child(verb, "obj")
            to = any(c.lemma == "à" for o in text.children(verb, "obl", "iobj") for c in text.children(o, "case"))
            if object_ is None or to or text.child(object_, "conj") is not None:
                continue
            other = self._submerged(text, object_)
            if other is not None:
                yield replace(other, head=object_.i, dep="conj")

    def agreed(self, text: Text) -> Iterable[Token]:
        """« X, qui arme Y, et Z ont signé »: a plural verb has more than one subject."""
        for verb in text.tokens:
            subject = text.child(verb, "nsubj") if verb.pos == "VERB" else None
            if subject is None or subject.pos not in _NOMINAL or quantity(subject) or _many(text, subject):
                continue
            finite = next((t for t in (*text.children(verb, "aux"), verb) if "VerbForm=Fin" in t.morph), verb)
            other = self._submerged(text, subject) if "Number=Plur" in finite.morph else None
            if other is not None and subject.i < other.i < verb.i and _set_off(text, other):
                yield replace(other, head=subject.i, dep="conj")

    def joined(self, text: Text) -> Iterable[Token]:
        """« X et Y », read as two subjects of one verb."""
        for other in text.tokens:
            verb = text.head(other) if other.relation == "nsubj" and other.pos in _NOMINAL else None
            first = text.child(verb, "nsubj") if verb is not None else None
            if first is None or first.i >= other.i or first.pos not in _NOMINAL:
                continue
            if any(c.i < other.i and c.lower in {"et", "ou"} for c in text.children(other, "cc")):
                yield replace(other, head=first.i, dep="conj")

    def resumed(self, text: Text) -> Iterable[Token]:
        """« X, qui arme Y, et Z ont signé », read as a noun and a clause of Z's: X and Z are the subject."""
        for verb in text.tokens:
            first, other = text.head(verb), text.child(verb, "nsubj")
            if verb.relation != "conj" or first is None or other is None or first.head != first.i:
                continue
            finite = next((t for t in (*text.children(verb, "aux"), verb) if "VerbForm=Fin" in t.morph), verb)
            cc = next((c for v in (verb, other) for c in text.children(v, "cc") if c.i < other.i), None)
            if first.pos not in _NOMINAL or cc is None or text.tokens[cc.i - 1].text != "," or _many(text, other):
                continue
            if "Number=Plur" in finite.morph and first.i < cc.i and text.child(first, "cop", "case") is None:
                yield replace(verb, head=verb.i, dep="ROOT")
                yield replace(first, head=verb.i, dep="nsubj")
                yield replace(other, head=first.i, dep="conj")
                yield replace(cc, head=other.i)

    def attributed(self, text: Text) -> Iterable[Token]:
        """« X et Y, soutenus par Z »: a plural participle behind a comma is about both."""
        for verb in text.tokens:
            last = text.head(verb)
            if verb.relation != "acl" or "Number=Plur" not in verb.morph or "VerbForm=Part" not in verb.morph:
                continue
            before = verb.i - (2 if text.tokens[verb.i - 1].pos == "ADV" else 1)  # « , tous deux soutenus par Z »
            if last is not None and last.relation == "conj" and text.tokens[before].text == ",":
                first = text.head(last)
                if first is not None and first.pos in _NOMINAL and first.i < last.i:
                    yield replace(verb, head=first.i)

    def _submerged(self, text: Text, token: Token) -> Token | None:
        """« un groupe soutenu par X et des combattants de Y »: what « et » joins to something inside the first."""
        if plural(token):
            return None  # « les groupes armés par X et Y » may be pair enough
        joined = [
            t
            for t in text.subtree(token)
            if t.relation == "conj" and t.pos in _NOMINAL and t.i > token.i and text.child(t, "case") is None
        ]
        return joined[-1] if joined else None


def _many(text: Text, noun: Token) -> bool:
    articles = any("Number=Plur" in c.morph for c in text.children(noun, "det"))
    return plural(noun) or articles or text.child(noun, "conj") is not None


def _set_off(text: Text, other: Token) -> bool:
    """« , et Z »: the comma ends what stands between the two."""
    cc = text.child(other, "cc")
    return cc is not None and cc.i > 0 and text.tokens[cc.i - 1].text == ","
