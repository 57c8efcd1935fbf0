"""Titles and the persons who bear them: « son homologue congolais, X », « les présidents congolais X et rwandais Y ».

Same contract as ``kg.text.repair``, which runs these steps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_COUNTERPART = "homologue"
_LOOSE = frozenset("appos conj flat nmod dep orphan parataxis".split())


class TitleRepairer:
    """Gives titles their names, and « homologue » the office that it stands for."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def borne(self, text: Text) -> Iterable[Token]:
        """« son homologue congolais, X, a signé »: a name between commas right behind a title is its bearer."""
        for token in text.tokens:
            if not self._title(token) or text.child(token, "det") is None:
                continue
            name = self._behind(text, token)
            if name is not None and name.relation in _LOOSE and name.head < token.i and not self._below(text, token):
                yield replace(name, head=token.i, dep="appos")

    def beyond(self, text: Text) -> Iterable[Token]:
        """« le commandant de la brigade du mouvement X, Omar Y »: the person is the commander, not the brigade."""
        for name in text.tokens:
            between = name.i and text.tokens[name.i - 1].text == ","
            if not (name.name and " " in name.text and name.relation == "appos" and between) or not self._human(name):
                continue
            above = text.head(name)
            if (
                above is None
                or above.name
                or self._bearer(above)
                or not any(t.name for t in text.tokens[above.i + 1 : name.i])
            ):
                continue
            while above is not None and above.relation == "nmod" and not self._bearer(above):
                above = text.head(above)
            if above is not None and self._bearer(above) and not self._below(text, above):
                yield replace(name, head=above.i, dep="appos")

    def counterparts(self, text: Text) -> Iterable[Token]:
        """« le président X et son homologue Y »: the counterpart holds the same office."""
        for token in text.tokens:
            if token.lemma != _COUNTERPART or not self._below(text, token):
                continue
            here = text.sentence(token)
            for other in reversed(text.tokens[: token.i]):
                there = text.sentence(other)
                if there.paragraph != here.paragraph or here.i - there.i > 1:
                    break
                if other.lemma != _COUNTERPART and self._office(other):
                    yield replace(token, lemma=other.lemma)
                    break

    def _human(self, name: Token) -> bool:
        """Whether a name may be a person's: nothing else is known by it."""
        known = (self._words.vocabulary.gazetteer[k].type for k in (*name.known, *name.weak))
        return all(self._words.vocabulary.is_a(type_, "Person") for type_ in known)

    def _bearer(self, token: Token) -> bool:
        """A noun for a single person that a name may follow: « commandant », « émir »."""
        entry = self._words.head(token.lemma) if token.pos == "NOUN" else None
        return entry is not None and "named" in entry.sets and self._words.vocabulary.is_a(entry.gives, "Person")

    def _title(self, token: Token) -> bool:
        return token.pos == "NOUN" and (token.lemma == _COUNTERPART or self._office(token))

    def _office(self, token: Token) -> bool:
        entry = self._words.head(token.lemma) if token.pos == "NOUN" else None
        return entry is not None and "office" in entry.sets

    def _behind(self, text: Text, token: Token) -> Token | None:
        """The name behind the title, its nationality and a comma, when another comma or the end follows it."""
        last, i = text.sentence(token).last, token.i + 1
        while i < last and text.tokens[i].lower in self._words.demonyms and not text.tokens[i].name:
            i += 1
        if i + 1 >= last or text.tokens[i].text != "," or not text.tokens[i + 1].name:
            return None
        name = text.tokens[i + 1]
        closed = i + 2 >= last or text.tokens[i + 2].pos == "PUNCT"
        return name if closed and " " in name.text and text.child(name, "case", "det") is None else None

    def _below(self, text: Text, token: Token) -> bool:
        """Whether a name stands with the title already."""
        return any(c.name and text.child(c, "case") is None for c in text.children(token, "appos", "flat", "nmod"))
