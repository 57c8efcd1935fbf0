"""What a preposition of relation ties its complement to: the noun before it, a subject, or who acts in an event.

In: a preposition (« aux côtés de », « aux mains de ») and the word that its complement hangs on. Out: the fillers of
the slot ``gov``.
"""

from __future__ import annotations

from kg.text.answering import answerable
from kg.text.filler import Filler
from kg.text.lists import LIKEWISE
from kg.text.parties import Parties
from kg.text.roles import VerbRoles
from kg.text.slots import SlotFiller
from kg.text.stances import Stances
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_TOGETHER = (
    "avec",
    "main_dans",
    "de_concert",
    "conjointement",
    "aux_côté",
    "au_côté",
    "en_c",
    "en_alliance",
    "en_partenariat",
    "grâce_à",
)
"""How prepositions of accompaniment begin: they say with whom somebody acts, whatever noun stands before."""

_THAT_OF = frozenset({"celui", "celle"})
_LYING = frozenset("être situer trouver étendre nicher perdre coincer enclaver".split())
"""Verbs whose subject is where their complement says."""


class Governors:
    """Finds what prepositions govern in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles, slots: SlotFiller) -> None:
        self._text, self._parties, self._words, self._roles, self._slots = text, parties, words, roles, slots
        self._stances = Stances(text, parties, words, roles)

    def of(self, case: Token, gov: Token) -> tuple[Filler, ...]:
        """The fillers that the preposition ``case`` ties to its complement, which hangs on ``gov``."""
        if case.lemma == "de":  # only the noun right before: « le SPLM-N de X », not the others of a list
            host = self._text.head(gov)
            apart = gov.lower in _THAT_OF and gov.relation == "appos" and host is not None
            parties = self._parties.at(host) if apart and host is not None else self._parties.at(gov)
            return (Filler(token=gov, parties=parties),)  # « la brigade X, celle de Y »
        if (left := self._before_comma(case)) is not None:
            return tuple(self._slots.fill(left))
        if gov.pos in {"VERB", "AUX"}:
            if case.lemma in self._words.spatial and gov.lemma not in _LYING:
                return ()  # « P a été attaquée dans la région de Q »: where it happened
            noun = self._event(gov, case)
            if noun is not None and case.lemma.startswith(_TOGETHER) and self._stances.judges(gov):
                return self._judged(gov, noun, case)
            found = (f for t in self._acting(gov, case) for f in self._slots.fill(t))
            return tuple(f for f in found if f.token.dep != LIKEWISE)  # « X, comme Y, attaque avec l'aide de Z »
        return self._beside(gov, case)

    def _judged(self, verb: Token, noun: Token, case: Token) -> tuple[Filler, ...]:
        """« X met en garde Y contre une intervention aux côtés de Z », « X condamne l'intervention de Y aux côtés de
        Z »: Y is beside Z, and nobody where the text names none; never X.
        """
        return self._agents(noun, case) or self._answering(verb, noun, case)

    def _event(self, verb: Token, case: Token) -> Token | None:
        """The noun before the preposition that the verb's subject judges: « condamne l'intervention de Y »."""
        nouns = [c for c in self._text.children(verb, "obj", "obl") if verb.i < c.i < case.i and c.pos == "NOUN"]
        return next((n for n in reversed(nouns) if not self._parties.at(n)), None)

    def anchor(self, case: Token, gov: Token) -> Token:
        """What the statement hangs on: of a verb that judges the deed that it judges."""
        judged = gov.pos == "VERB" and case.lemma.startswith(_TOGETHER) and self._stances.judges(gov)
        return (self._event(gov, case) or gov) if judged else gov

    def _answering(self, verb: Token, noun: Token, case: Token) -> tuple[Filler, ...]:
        """Whom the verb warns of the deed; « X refuse une intervention aux côtés de Y » means X's own."""
        found = answerable(self._text, self._parties, self._roles, verb)
        if self._stances.declines(verb) and noun.relation == "obj" and not found:
            found = self._acting(verb, case)
        return tuple(f for t in found if t.i < case.i for f in self._slots.fill(t))

    def _before_comma(self, case: Token) -> Token | None:
        """« El-Fasher, aux mains de X »; not « soutenir l'attaque contre Y, avec l'aide de X »."""
        if case.i < 2 or self._text.tokens[case.i - 1].text != "," or case.lemma.startswith(_TOGETHER):
            return None
        left = self._text.tokens[case.i - 2]
        return left if left.sent == case.sent and left.pos in {"NOUN", "PROPN"} and self._parties.at(left) else None

    def _acting(self, verb: Token, case: Token) -> tuple[Token, ...]:
        """Whom a complement of the verb is about: its subject; « X a été repoussé avec l'aide de Y » is about whoever
        repelled X.
        """
        if case.lemma.startswith("avec") and self._roles.voice(verb)[0]:
            return self._roles.subjects(verb)
        return self._roles.grammatical(verb)

    def _beside(self, gov: Token, case: Token) -> tuple[Filler, ...]:
        """« X a attaqué Y aux côtés de Z »: Z is beside X, whatever noun the parser hung it on; places keep their
        noun. « la présence de X aux côtés de Z » is X's.
        """
        relations = self._words.vocabulary.relations
        entries = self._words.entries("preposition", case.lemma)
        gives = {relations[e.gives].domain for e in entries if e.gives in relations}
        above, below = self._text.head(gov), gov
        if "Place" in gives or gov.relation not in {"obj", "obl", "nmod", "conj"}:
            return tuple(self._slots.fill(gov))
        if (agents := self._agents(gov, case)) is not None:
            return agents
        while above is not None and above.pos in {"NOUN", "PROPN"}:
            below = above
            above = self._text.head(below)
            if (agents := self._agents(below, case)) is not None:
                return agents
        if above is None or above.pos != "VERB" or below.relation == "nsubj":
            return tuple(self._slots.fill(gov))
        if case.lemma.startswith(_TOGETHER) and self._stances.judges(above):
            return () if self._parties.at(gov) else self._answering(above, below, case)
        subjects = self._acting(above, case) or (gov,)
        return tuple(f for t in subjects for f in self._slots.fill(t))

    def _agents(self, noun: Token, case: Token) -> tuple[Filler, ...] | None:
        """Who acts in an event: « son implication aux côtés de Y », « l'envoi de soldats X-iens aux côtés de Y »."""
        if noun.pos != "NOUN" or self._parties.at(noun) or not case.lemma.startswith(_TOGETHER):
            return None
        slots = self._slots.noun_slots(noun, deep=False)
        for name in ("par", "adj_armed", "adj", "poss", "de"):
            fillers = tuple(
                f for f in slots.get(name, ()) if f.token.i < case.i and any(p.type != "Place" for p in f.parties)
            )
            if fillers:
                return fillers
        return None
