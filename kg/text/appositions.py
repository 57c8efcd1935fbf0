"""Repairs of appositions: « X, allié de Y », « X, l'un des chefs de Y », « un porte-parole de Y, X ».

Same contract as ``kg.text.repair``, which runs these steps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.merging import TIME
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_FEMININE = (
    ("trices", "teur"),
    ("trice", "teur"),
    ("euses", "eur"),
    ("euse", "eur"),
    ("antes", "ant"),
    ("ante", "ant"),
    ("ières", "ier"),
    ("ière", "ier"),
    ("ées", "é"),
    ("ée", "é"),
    ("és", "é"),
    ("es", ""),
    ("e", ""),
    ("s", ""),
)
_CORE = frozenset({"nsubj", "obj", "obl", "conj", "nmod"})
_LOOSE = frozenset({"obj", "conj", "appos", "dep", "nmod", "dislocated"})
_MAIN = frozenset({"nsubj", "obj", "obl"})


class AppositionRepairer:
    """Hangs names on titles and titles on names, with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def apposed(self, text: Text) -> Iterable[Token]:
        """« X, allié de Y »: a relational noun between comma and complement is an apposition, whatever its tag."""
        for token in text.tokens:
            lemma = self._relational(token)
            if lemma is None or token.i < 2 or token.i + 1 >= len(text.tokens):
                continue
            first = token.i
            while (
                first > 1 and text.tokens[first - 1].pos in {"DET", "ADJ"} and text.tokens[first - 1].sent == token.sent
            ):
                first -= 1
            comma, following = text.tokens[first - 1], text.tokens[token.i + 1]
            while following.pos == "ADJ" and following.i + 1 < len(text.tokens):
                following = text.tokens[following.i + 1]
            if (
                comma.text != ","
                or first < 2
                or (following.pos != "ADP" and following.lemma != TIME)
                or following.sent != token.sent
            ):
                continue
            host = self._host(text, text.tokens[first - 2], token)
            core = token.pos == "NOUN" and token.relation in {"nsubj", "obj", "obl"}
            if host is not None and core and self._borne(text, host, token):
                yield replace(host, head=token.head, dep=token.dep)  # « X, chef de Y, finançait Z »: it is X that does
                yield replace(token, head=host.i, dep="appos")
                continue
            if host is not None and core and (host.head != token.head or host.relation != "nsubj"):
                continue  # « Sur les réseaux, l'ambassadeur de X … » is no apposition
            astray = host is not None and host.name and token.head < host.i and host.relation in _MAIN
            if host is not None and (token.relation != "appos" or token.pos != "NOUN" or astray):
                yield replace(token, pos="NOUN", lemma=lemma, dep="appos", head=host.i)

    def _borne(self, text: Text, name: Token, title: Token) -> bool:
        """« X, chef de Y, finançait Z »: a title between commas behind a person's name left hanging before the verb."""
        verb = text.head(title)
        if not name.name or not self._person(name) or verb is None or verb.i < title.i or name.relation in _CORE:
            return False
        closed = any(t.text == "," for t in text.tokens[title.i + 1 : verb.i])
        return closed and name.head < verb.i + 1 and text.child(name, "case", "cc") is None

    def one_of(self, text: Text) -> Iterable[Token]:
        """« X, l'un des porte-parole de Y »: « un » stands in apposition to the name before the comma."""
        for token in text.tokens[3:]:
            article, comma, name = (text.tokens[token.i - k] for k in (1, 2, 3))
            if (
                token.lower in {"un", "une"}
                and article.lower in {"l'", "l’"}
                and comma.text == ","
                and name.sent == token.sent
            ):
                following = text.child(token, "nmod")
                if name.pos in {"PROPN", "NOUN"} and following is not None and token.head != name.i:
                    yield replace(token, head=name.i, dep="appos")

    def _relational(self, token: Token) -> str | None:
        """The noun entry with a ``self`` slot that this form belongs to."""
        if token.name or token.pos not in {"NOUN", "ADJ", "VERB", "ADV", "PROPN"}:
            return None
        lower = token.lower.removeprefix("ex-")
        for lemma in (
            token.lemma,
            lower,
            *(lower.removesuffix(a) + b for a, b in _FEMININE if lower.endswith(a)),
        ):
            entries = self._words.entries("noun", lemma)
            if any(slot.name == "self" for e in entries for slot in e.subject):
                return lemma
        return None

    def _host(self, text: Text, before: Token, token: Token) -> Token | None:
        """The noun phrase that ends before the comma."""
        host = before
        while host.relation in {"nmod", "amod", "flat"} and not host.name and (above := text.head(host)) is not None:
            if above.pos not in {"NOUN", "PROPN"} or above.i > before.i:
                break
            host = above
        return host if host.pos in {"NOUN", "PROPN"} and host.sent == token.sent else None

    def titled(self, text: Text) -> Iterable[Token]:
        """« un porte-parole de Y, X, a démenti »: the name after a title and its complement stands in apposition
        to it.
        """
        for token in text.tokens:
            entry = self._words.head(token.lemma) if token.pos == "NOUN" else None
            if entry is None or entry.gives not in {"Person", "UnnamedSource"}:
                continue
            name = self._name_after(text, token)
            if name is not None and (name.head != token.i or name.relation not in {"appos", "flat"}):
                yield replace(name, head=token.i, dep="appos")

    def explained(self, text: Text) -> Iterable[Token]:
        """« le principal adversaire de X, la Turquie. »: the only one of a kind, named behind a comma at the end."""
        for token in text.tokens:
            det = text.child(token, "det") or text.child(token, "case")
            if token.pos != "NOUN" or "Number=Plur" in token.morph or self._relational(token) is None:
                continue
            if det is None or det.lower not in {"le", "la", "l'", "l’", "du", "au", "son", "sa", "leur"}:
                continue
            end = max(t.i for t in (token, *text.children(token, "nmod", "amod")))
            if end + 3 >= text.sentence(token).last or text.tokens[end + 1].text != ",":
                continue
            article, name, after = text.tokens[end + 2 : end + 5] if end + 5 <= len(text.tokens) else (token,) * 3
            closed = after.sent != token.sent or after.text in {".", ",", ";"}
            if article.pos == "DET" and name.name and closed and name.head != token.i and name.relation in _LOOSE:
                yield replace(name, head=token.i, dep="appos")

    def _name_after(self, text: Text, title: Token) -> Token | None:
        """The person's name behind the comma that ends the title's phrase, when nothing but that phrase lies
        between.
        """
        sentence = text.sentence(title)
        comma = next(
            (t for t in text.tokens[title.i + 1 : sentence.last] if t.text == "," or t.pos in {"VERB", "AUX"}), None
        )
        if comma is None or comma.text != "," or comma.i - title.i > 12 or comma.i + 1 >= sentence.last:
            return None
        i = comma.i + 1
        while (
            i < sentence.last
            and (text.tokens[i].pos == "DET" or self._words.head(text.tokens[i].lemma) is not None)
            and not text.tokens[i].name
        ):
            i += 1
        if i >= sentence.last:
            return None
        name = text.tokens[i]
        after = text.tokens[i + 1] if i + 1 < sentence.last else None
        ends = after is None or after.pos == "PUNCT"
        return name if name.name and self._person(name) and (ends or text.child(title, "case") is None) else None

    def _person(self, token: Token) -> bool:
        gazetteer = self._words.vocabulary.gazetteer
        ids = (*token.known, *token.weak)
        return any(gazetteer[k].type == "Person" for k in ids) if ids else " " in token.text
