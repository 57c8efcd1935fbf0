"""Repairs of lists: members that hang elsewhere, complements that repeat a preposition, clauses without their verb.

Same contract as ``kg.text.repair``, which runs these steps among those of ``kg.text.clauses``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_AT = frozenset({"à", "en", "dans", "sur"})
LIKEWISE = "conj:like"
"""Somebody who does the same, but not together with the subject."""
_ALIKE = frozenset("à_l'instar_de à_l'exemple_de en_même_temps_que de_même_que tout_comme au_même_titre_que".split())
"""Prepositions behind which somebody does the same."""
_THAT = frozenset({"que", "qu'", "qu’"})
_BESIDES = frozenset({"outre", "en_plus_de", "en_sus_de"})
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
            agents = len(members) == 1 and _case(text, first) == "par" and last.head < first.i  # « signé par X et Y »
            if agents or (len(members) > 1 and after is not None and after.pos == "PUNCT"):
                for member in members:
                    if member.head != first.i:
                        yield replace(member, head=first.i, dep="conj")

    def objects(self, text: Text) -> Iterable[Token]:
        """« accuser X, Y et Z de financer W »: names up to « et » are a list, what follows hangs on the verb."""
        for first in text.tokens:
            verb = text.head(first)
            if not first.name or first.relation != "obj" or verb is None or first.i < verb.i:
                continue
            members = self._members(text, first)
            for member in members if len(members) > 1 else ():
                if member.head != first.i:
                    yield replace(member, head=first.i, dep="conj")
                for child in text.children(member, "xcomp"):
                    yield replace(child, head=verb.i)

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

    def compared(self, text: Text) -> Iterable[Token]:
        """« Comme X, Y a signé », « Y, comme X, a signé », « Y a signé, tout comme X »: X does as Y does."""
        for token in text.tokens:
            if not (token.name or token.pos == "NOUN"):
                continue
            mark = self._mark(text, token)
            verb = next((t for t in (token, *text.ancestors(token)) if t.pos == "VERB"), None) if mark else None
            subject = text.child(verb, "nsubj") if verb is not None else None
            if mark is None or verb is None or subject is None or subject.i == token.i:
                continue
            if mark.lower != "comme" or (subject.pos != "PRON" and self._set_off(text, mark, token, subject)):
                yield replace(token, head=subject.i, dep=LIKEWISE)

    def besides(self, text: Text) -> Iterable[Token]:
        """« X finance, outre Y, Z »: Y is financed as well."""
        for token in text.tokens:
            verb, case = text.head(token), _case(text, token)
            if case not in _BESIDES or verb is None or verb.pos != "VERB" or token.i < verb.i:
                continue
            object_ = text.child(verb, "obj")
            listed = next((c for c in text.children(token, "conj", "appos") if text.child(c, "cc") is None), None)
            if object_ is None and listed is not None:
                yield replace(listed, head=verb.i, dep="obj")
                yield replace(token, head=listed.i, dep=LIKEWISE)
            elif object_ is not None and (object_.name or object_.pos == "NOUN"):
                yield replace(token, head=object_.i, dep=LIKEWISE)

    def _mark(self, text: Text, token: Token) -> Token | None:
        """« comme » and its like right before the phrase."""
        first = token.i - (token.i > 1 and text.tokens[token.i - 1].pos == "DET")
        before = text.tokens[max(0, first - 1)]
        if before.lower in _THAT and first > 1 and text.tokens[first - 2].lower == "en même temps":
            return text.tokens[first - 2]  # an adverb, wherever no « que » follows
        return before if before.i < token.i and (before.lower == "comme" or before.lemma in _ALIKE) else None

    def _set_off(self, text: Text, mark: Token, token: Token, subject: Token) -> bool:
        """Between commas behind the subject, or with one before it at the head of the sentence."""
        end = next((t for t in text.tokens[token.i + 1 : text.sentence(token).last] if t.text == ","), None)
        if end is None or any(t.pos in _VERBAL for t in text.tokens[mark.i : end.i]):
            return False
        if mark.i == text.sentence(mark).first:
            return subject.i > end.i and all(t.pos in {"DET", "ADJ"} for t in text.tokens[end.i + 1 : subject.i])
        before = text.tokens[mark.i - 1]
        return before.text == "," and text.subtree(subject)[0].i < before.i and subject.i < mark.i < end.i

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
