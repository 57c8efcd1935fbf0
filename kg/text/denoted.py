"""Whom a relational noun denotes: « X, allié de Y », « X est l'allié de Y », « le chef de Y, X ».

In: a noun of a ``Text``. Out: the fillers of its slot ``self``.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.text.clauses import SEEMING
from kg.text.filler import Filler
from kg.text.parties import Parties
from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token

_COPULAS = frozenset({"demeurer", "rester", "devenir", "constituer", "représenter"})
_BELOW = frozenset({"obl", "nmod"})
_PREDICATIVE = frozenset({"comme", "pour", "de"})


class Denoted:
    """Finds them in one text; ``fill`` makes the fillers of a coordination."""

    def __init__(self, text: Text, parties: Parties, roles: VerbRoles, fill: Callable[[Token], list[Filler]]) -> None:
        self._text, self._parties, self._roles, self._fill = text, parties, roles, fill

    def party(self, token: Token) -> list[Filler]:
        """The party that a relational noun denotes."""
        text = self._text
        head = text.head(token)
        if (
            head is not None
            and head.lower in {"un", "une"}
            and token.relation == "nmod"
            and text.child(head, "cop") is not None
        ):
            return [
                f for s in text.children(head, "nsubj") for f in self._fill(s) if f.parties
            ]  # « X est l'un des alliés de Y »
        first = token
        while (
            self._bare(first)
            and (above := text.head(first)) is not None
            and above.pos in {"NOUN", "PROPN"}
            and not above.name
        ):
            first = above
        if first.i != token.i:
            return self.party(self._title_above(first))
        subject = [c for c in text.children(token, "nsubj") if text.child(token, "cop") is not None]
        if subject or (text.child(token, "cop") is not None and token.relation in {"xcomp", "conj"}):
            return [f for s in subject or self._roles.grammatical(token) for f in self._fill(s) if f.parties]
        if head is not None and token.relation == "xcomp" and self._roles.case(token) in _PREDICATIVE:
            oneself = head.lemma in SEEMING or self._roles.reflexive(head)  # « se présenter comme »
            about = self._roles.grammatical(head) if oneself else self._roles.objects(head)
            return [f for o in about for f in self._fill(o) if f.parties]
        own = tuple(p for p in self._parties.at(token) if self._parties.named(p.key))
        if own and any(c.lower in {"son", "sa", "ses", "leur", "leurs"} for c in text.children(token, "det")):
            return [Filler(token=token, parties=own)]
        if head is not None and head.lemma in _COPULAS and token.relation in {"obj", "xcomp"}:
            return [f for s in self._roles.grammatical(head) for f in self._fill(s) if f.parties]
        if token.relation == "appos" and head is not None and self._parties.at(head):
            fillers = [f for f in self._fill(self._together(token, head)) if f.parties and f.token.i < token.i]
            return fillers if "Number=Plur" in token.morph else fillers[-1:]
        if head is not None and head.lower in {"un", "une"} and head.relation == "appos" and token.relation == "nmod":
            return self.party(head)  # « X, l'un des porte-parole de Y »
        for child in text.children(token, "appos", "flat", "nmod"):
            bare = child.relation != "nmod" or (not self._roles.case(child) and child.lower != "dont")
            if bare and self._parties.at(child):
                return [f for f in self._fill(child) if f.parties]
        if (opened := self._opening(token)) is not None:
            return [f for f in self._fill(opened) if f.parties]
        own = tuple(
            p
            for p in self._parties.at(token)
            if p.how != "pronoun" and (p.type != "Person" or self._parties.named(p.key))
        )
        return [Filler(token=token, parties=own)] if own else []

    def _title_above(self, noun: Token) -> Token:
        """« X, alliée des autorités de Y et fournisseur de Z »: the second title goes with the first, not with Y."""
        above = self._text.head(noun)
        titled = above is not None and above.pos == "NOUN" and above.relation == "appos" and noun.relation in _BELOW
        owned = self._text.child(noun, "case") is not None and self._text.child(noun, "cop") is None
        return above if above is not None and titled and owned and not self._text.child(above, "det") else noun

    def _together(self, token: Token, head: Token) -> Token:
        """« X et Y, alliés de Z »: a plural behind the last of several is about them all."""
        plural = "Number=Plur" in token.morph and head.name and "Number=Plur" not in head.morph
        while plural and head.relation == "conj" and (above := self._text.head(head)) is not None and above.name:
            head = above
        return head

    def _opening(self, token: Token) -> Token | None:
        """« Premier allié d'Israël, les États-Unis … »: a title that opens the sentence is the subject's."""
        head = self._text.head(token)
        if (
            head is None
            or head.pos not in {"VERB", "AUX"}
            or token.relation not in {"obl", "advcl", "dislocated", "appos"}
        ):
            return None
        start = self._text.sentence(token).first
        if self._roles.case(token) or any(
            t.pos not in {"ADJ", "DET", "ADV"} for t in self._text.tokens[start : token.i]
        ):
            return None
        subjects = self._roles.grammatical(head)
        return subjects[0] if len(subjects) == 1 and subjects[0].i > token.i else None

    def _bare(self, token: Token) -> bool:
        """« X, chef de A et président de B »: a second title without article or preposition of its own."""
        return token.relation == "conj" and self._text.child(token, "det", "case") is None
