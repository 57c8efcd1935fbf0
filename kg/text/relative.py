"""The object that a relative clause takes from the noun before it: « X, que Y soutient ».

In: a verb of a ``Text``. Out: its « que », and what « que » stands for.
"""

from __future__ import annotations

from kg.text.parties import Parties
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

THAT = frozenset({"que", "qu'", "qu’"})


class Relatives:
    """Finds them in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words

    def that(self, token: Token) -> Token | None:
        """The « que » of a relative clause on this verb, whatever the parser called it; not that of reported speech."""
        head = self._text.head(token)
        if self._filled(token):
            return None
        own = any(c.i > token.i for c in self._text.children(token, "obj"))
        lower = (c for c in self._text.children(token, "xcomp") if self._filled(c))
        for child in (c for verb in (token, *lower) for c in self._text.children(verb)):
            if child.lower in THAT and child.i < token.i and child.dep in {"mark", "obj", "case"}:
                said = head is not None and token.relation == "ccomp"
                told = said and own  # « assure que X arme Y »
                relative = (child.dep == "obj" and not told) or token.dep.startswith("acl:relcl")
                comma = child.i > 0 and self._text.tokens[child.i - 1].text == ","
                return child if relative or (comma and not said and not own) else None
        return None

    def _filled(self, token: Token) -> bool:
        """« que X accuse d'abriter Y »: an infinitive with an object of its own leaves « que » to the verb above."""
        return "VerbForm=Inf" in token.morph and any(c.i > token.i for c in self._text.children(token, "obj"))

    def _party_before(self, verb: Token, that: Token, head: Token) -> Token:
        """« ses relations avec X, qu'il accuse »: what is accused is the party right before, not the relations."""
        climbed = head
        while not self._parties.at(climbed) and climbed.relation in {"nmod", "flat", "appos", "amod"}:
            above = self._text.head(climbed)
            if above is None or above.pos not in {"NOUN", "PROPN"}:
                break
            climbed = above
        head = climbed if self._parties.at(climbed) else head  # « la Brigade de l'Est, que commande X »
        before = self._text.tokens[that.i - 2] if that.i > 1 and self._text.tokens[that.i - 1].text == "," else head
        entry = self._words.first("speech", verb.lemma)
        blamed = entry is not None and entry.sets.get("control") == "obj"  # only parties are accused, not accords
        return before if before.name and blamed and self._parties.at(before) and not self._parties.at(head) else head

    def antecedent(self, token: Token, that: Token) -> Token | None:
        """The antecedent of « que »: the head in the tree, else the phrase that ends right before it."""
        head = self._text.head(token)
        if head is not None and (agreeing := self._agreeing(token, that, head)) is not None:
            return agreeing
        if token.dep.startswith("acl:relcl") and head is not None and head.i < that.i:
            return self._parties.host(self._party_before(token, that, head))
        for i in range(that.i - 1, max(-1, that.i - 3), -1):
            before = self._text.tokens[i]
            if before.sent != that.sent:
                return None
            if before.pos in {"NOUN", "PROPN"} or before.name:
                while (
                    before.relation == "conj"
                    and (above := self._text.head(before)) is not None
                    and above.pos in {"NOUN", "PROPN"}
                ):
                    before = above
                return before
            if before.text != ",":
                return None
        return None

    def _agreeing(self, verb: Token, that: Token, head: Token) -> Token | None:
        """« les hommes de la Force, que X a envoyée »: the participle agrees with what was sent (Grevisse § 942)."""
        theirs = {m for m in verb.morph if m.startswith(("Gender=", "Number="))}
        avoir = self._text.child(verb, "aux:tense", "aux") is not None
        if "Gender=Fem" not in theirs or not avoir or theirs <= {*head.morph} or "Gender=Masc" not in head.morph:
            return None
        for i in range(that.i - 1, max(head.i, that.i - 8), -1):
            other = self._text.tokens[i]
            if other.pos == "NOUN" and theirs <= {*other.morph} and self._parties.at(other):
                return other
        return None
