"""What a verb leaves to the words before it: the place of « y » and « en », the receiver of « fourni par X ».

In: a verb of a ``Text``. Out: tokens that fill its slots although they hang elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.parties import Parties
from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_OBLIQUE = frozenset({"obl", "iobj", "nmod", "advcl:cleft"})
_HOLDING = frozenset("disposer recevoir obtenir avoir posséder utiliser employer acquérir réceptionner garder".split())
_EQUIPPING = frozenset("doter équiper armer munir pourvoir".split())
_MEANS = frozenset({"avec", "grâce_à", "à_l'aide_de", "au_moyen_de"})


class BackwardSlots:
    """Finds such fillers in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles) -> None:
        self._text, self._parties, self._words, self._roles = text, parties, words, roles

    def obliques(self, verb: Token) -> Iterator[Token]:
        """Its complements, « en » among them where it was read as a preposition: « avant d'en être chassé »."""
        for child in self._text.children(verb):
            marked = child.lower == "en" and child.relation == "mark" and not verb.lower.endswith("ant")
            if child.dep in _OBLIQUE or child.relation in _OBLIQUE or (marked and child.i < verb.i):
                yield child

    def place(self, pronoun: Token, verb: Token) -> Token | None:
        """« X a pris P avant d'en être chassé », « X est à P et y forme Y »: the place named last.

        In the sentence of the pronoun; else in the one before, if it names one place only.
        """
        subjects = {s.i for s in self._roles.grammatical(verb)}
        sentence = self._text.sentence(pronoun)
        for token in reversed(self._text.tokens[sentence.first : pronoun.i]):
            if token.i not in subjects and self._is_place(token):
                return token
        if sentence.i == 0 or self._text.sentences[sentence.i - 1].paragraph != sentence.paragraph:
            return None
        before = [t for t in self._text.of(self._text.sentences[sentence.i - 1]) if self._is_place(t)]
        return before[-1] if len({p.key for t in before for p in self._parties.at(t)}) == 1 else None

    def _is_place(self, token: Token) -> bool:
        return any(self._parties.place_kind(p.type) for p in self._parties.at(token))

    def receivers(self, verb: Token) -> tuple[Token, ...]:
        """« X dispose de drones fournis par Y », « X attaque avec des drones livrés par Y »: X is who got them."""
        noun = self._text.head(verb)
        if noun is None or verb.dep != "acl" or noun.pos != "NOUN" or "Tense=Past" not in verb.morph:
            return ()
        above = self._text.head(noun)
        if above is None or above.pos not in {"VERB", "ADJ"}:
            return ()
        lemma, case = self._words.verb_lemma(above), self._roles.case(noun)
        if lemma in _EQUIPPING and case in {"de", "en", "avec"}:
            return self._roles.objects(above)
        held = lemma in _HOLDING and (noun.relation == "obj" or case == "de")
        if held or (case in _MEANS and noun.relation == "obl"):
            return self._roles.subjects(above)
        return ()
