"""Repairs of lists: members that hang elsewhere, complements that repeat a preposition, clauses without their verb.

Same contract as ``kg.text.repair``, which runs these steps among those of ``kg.text.clauses``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_AT = frozenset({"à", "en", "dans", "sur"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})


class ListRepairer:
    """Repairs lists with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def elided(self, text: Text) -> Iterable[Token]:
        """« A soutient X, B Y »: two bare phrases side by side behind an object are a clause without its verb.

        The first becomes a sister of the verb, the second its ``orphan``.
        """
        for verb in text.tokens:
            if verb.pos != "VERB" or text.child(verb, "nsubj") is None or text.child(verb, "aux:pass") is not None:
                continue
            first = next((c for c in text.children(verb, "obj") if c.i > verb.i), None)
            for comma in text.tokens[first.i + 1 : text.sentence(verb).last] if first is not None else ():
                if comma.pos in _VERBAL | {"SCONJ"} or comma.text in {";", ":"}:
                    break
                pair = self._pair(text, comma) if comma.text == "," else None
                if pair is not None:
                    yield replace(pair[0], head=verb.i, dep="conj")
                    yield replace(pair[1], head=pair[0].i, dep="orphan")

    def _pair(self, text: Text, comma: Token) -> tuple[Token, Token] | None:
        """« , B Y » up to the next mark: two names with nothing but an article between them, at least one article."""
        i, found, articles = comma.i + 1, list[Token](), 0
        while i < text.sentence(comma).last and len(found) < 3:
            token = text.tokens[i]
            if token.name:
                found.append(token)
            elif token.pos == "DET":
                articles += len(found) == 1
            elif token.lower not in {"et", "mais"} or found:
                break
            i += 1
        closed = i >= text.sentence(comma).last or text.tokens[i].pos == "PUNCT"
        return (found[0], found[1]) if len(found) == 2 and articles == 1 and closed else None

    def listed(self, text: Text) -> Iterable[Token]:
        """« soutenu par X, Y et Z, … »: names up to a closing comma belong to the list that the preposition opens."""
        for first in text.tokens:
            if not first.name or text.child(first, "case") is None or text.child(first, "conj") is not None:
                continue
            members = self._members(text, first)
            last = members[-1] if members else first
            after = text.tokens[last.i + 1] if last.i + 1 < len(text.tokens) else None
            if len(members) > 1 and after is not None and after.pos == "PUNCT":
                for member in members:
                    if member.head != first.i:
                        yield replace(member, head=first.i, dep="conj")

    def _members(self, text: Text, first: Token) -> list[Token]:
        """« , Y, Z et W » right behind the first name: bare names, with « et » or « ou » before the last one."""
        found: list[Token] = []
        i, end = first.i + 1, text.sentence(first).last
        while i < end and (text.tokens[i].text == "," or text.tokens[i].lower in {"et", "ou"}):
            closing = text.tokens[i].text != ","
            i += 1 + (i + 1 < end and text.tokens[i + 1].pos == "DET")
            if i >= end or not text.tokens[i].name:
                return []
            found.append(text.tokens[i])
            i += 1
            if closing:
                return found
        return []

    def chained(self, text: Text) -> Iterable[Token]:
        """« la prise de P, puis de Q »: what repeats the preposition of a complement goes with that complement."""
        for token in text.tokens:
            head, case = text.head(token), _case(text, token)
            if token.relation != "conj" or head is None or not case or case == _case(text, head):
                continue
            before = [c for c in text.children(head, "nmod", "obl") if c.i < token.i and _case(text, c) == case]
            if before and head.pos in _NOMINAL:
                yield replace(token, head=before[-1].i, dep="conj")

    def places(self, text: Text) -> Iterable[Token]:
        """« sont à P, à Q, à R »: names behind the same preposition and a comma are a list."""
        firsts: dict[int, int] = {}
        for token in text.tokens:
            case = text.child(token, "case")
            if (
                not self._is_place(token)
                or case is None
                or case.i != token.i - 1
                or case.i < 3
                or case.lemma not in _AT
            ):
                continue
            before, mark = text.tokens[case.i - 2], text.child(text.tokens[case.i - 2], "case")
            if (
                text.tokens[case.i - 1].text != ","
                or not self._is_place(before)
                or mark is None
                or mark.lemma != case.lemma
            ):
                continue
            firsts[token.i] = firsts.get(before.i, before.i)
            if token.relation != "conj":
                yield replace(token, head=firsts[token.i], dep="conj")

    def _is_place(self, token: Token) -> bool:
        """A known place, or a name that nobody knows."""
        gazetteer = self._words.vocabulary.gazetteer
        return any(gazetteer[k].type == "Place" for k in token.known) or (token.pos == "PROPN" and not token.known)


def _case(text: Text, token: Token) -> str:
    case = text.child(token, "case")
    return case.lemma if case is not None else ""
