"""Who answers where only the accusation tells: « l'intéressé », « cet État », « l'armée » after « accuse X de … ».

In: the subject of a verb of saying that stands for nobody known, and the statements made before. Out: the one party
that was said to do something in the last of them, or the body of its state that the noun names; None where several
parties were accused or the noun does not fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.text.parties import Parties, Party
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_DEFINITE = frozenset({"le", "la", "l'", "l’", "les", "ce", "cet", "cette", "ces"})
_WHOEVER = frozenset({"intéressé", "accusé"})
_PRONOUNS = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
_PLURAL = frozenset({"ils", "elles", "tous", "toutes"})
_PHRASE = frozenset({"nmod", "amod", "acl", "appos", "flat"})


class Accused:
    """Finds who answers in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words

    def anaphor(self, verb: Token) -> Token | None:
        """The subject of a verb of saying where it is a bare « l'armée », « cet État », « celui-ci » and nobody yet."""
        subject = self._each(verb) or self._text.child(verb, "nsubj")
        if subject is not None and (subject.lower in _PLURAL or self._both(subject)) and not self._parties.at(subject):
            return subject
        if subject is None or self._parties.at(subject) or self._text.child(subject, *_PHRASE) is not None:
            return None
        if subject.lower in _PRONOUNS or subject.lemma in _WHOEVER:
            return subject
        definite = any(c.lower in _DEFINITE for c in self._text.children(subject, "det"))
        return subject if definite and self._class(subject) is not None else None

    def parties(self, anaphor: Token, subjects: Sequence[str]) -> tuple[Party, ...]:
        """Those that ``anaphor`` stands for when ``subjects`` (keys) were accused last; two for « les deux pays »."""
        keys = tuple(dict.fromkeys(subjects))
        if self._both(anaphor):
            return tuple(self._parties.standing(k, anaphor) for k in keys) if len(keys) == 2 else ()
        party = self._party(anaphor, keys)
        return (party,) if party is not None else ()

    def _both(self, anaphor: Token) -> bool:
        """« les deux pays », « tous deux », « l'un et l'autre »."""
        words = {anaphor.lower, *(c.lower for c in self._text.subtree(anaphor))}
        return anaphor.lower in _PLURAL or "deux" in words or {"et", "autre"} <= words

    def _each(self, verb: Token) -> Token | None:
        """« s'en défendent l'un et l'autre », « ce dont se défendent l'une et l'autre »."""
        for child in self._text.children(verb):
            if child.lower in {"un", "une"} and any(c.lower == "autre" for c in self._text.children(child, "conj")):
                return child
        return None

    def _party(self, anaphor: Token, subjects: Sequence[str]) -> Party | None:
        keys = set(subjects)
        if len(keys) != 1:
            return None
        key = next(iter(keys))
        if anaphor.lower in _PRONOUNS or anaphor.lemma in _WHOEVER:
            return self._parties.standing(key, anaphor)
        class_, type_ = self._class(anaphor) or "", self._parties.entity(key).type
        is_a = self._words.vocabulary.is_a
        if is_a(type_, class_) or is_a(class_, type_):
            return self._parties.standing(key, anaphor)
        body = self._parties.body(class_, key) if class_ in self._words.body_classes else None
        return self._parties.standing(body, anaphor) if body is not None else None

    def _class(self, noun: Token) -> str | None:
        """The class of party that the noun denotes, persons and peoples aside."""
        entry = self._words.head(noun.lemma) if noun.pos == "NOUN" else None
        if entry is None or "vague" in entry.sets or entry.gives not in self._words.vocabulary.classes:
            return None
        is_a = self._words.vocabulary.is_a
        party = is_a(entry.gives, "Actor") and not any(is_a(entry.gives, c) for c in ("Person", "Population"))
        return entry.gives if party else None
