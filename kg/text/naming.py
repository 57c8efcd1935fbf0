"""Of which class an unknown proper name is: by its title, its form, and its place in the sentence.

In: a ``Text`` and the token of the name. Out: the local name of a class. The title decides (« le groupe X », « X, chef
de »), then the form (« Moussa Ag X » is a person), then the preposition (« à X » is a place), then the role.
"""

from __future__ import annotations

import re

from kg.text.phrases import case, is_acronym
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_PARTICLE = re.compile(r"\b(?:[Aa]g|[Oo]uld|[Bb]en|[Bb]in|[Ii]bn|[Aa]bu|[Aa]bou)\b")
_PERSON = re.compile(_PARTICLE.pattern + r"|^[A-ZÀ-Ý][a-zà-ÿ'’-]+(?: [A-ZÀ-Ý][\w'’-]*[a-zà-ÿ])+$")
_GROUND = frozenset(
    """ouadi wadi oued djebel jebel jabal gebel djabal tin bir aïn ain ayn tell umm oum khor ras puits mont monts lac
    île îles fort camp port koro ksar hassi erg tassili adrar khirbet beit deir kafr nahr jisr""".split()
)
"""First words of names of places: « Ouadi Halfayat », « Djebel Moya », « Bir Moghrein »."""
LOCATIVE = frozenset("à dans en vers depuis jusqu'à près_de autour_de".split())
PARTY_CASES = frozenset("entre avec contre par selon envers aux_côtés_de".split())
PARTY = ("nsubj", "obl:agent")


class NameClasses:
    """Guesses the classes of unknown names with one vocabulary."""

    def __init__(self, words: Wordlists) -> None:
        self._words, self._vocabulary = words, words.vocabulary

    def guess(self, text: Text, token: Token) -> str:
        """The likeliest class of an unknown name."""
        introduced = self._introduced(text, token)
        if introduced:
            return introduced
        first = self._words.head(token.text.split()[0].lower()) if " " in token.text else None
        if first is not None and "named" in first.sets:
            return first.gives  # « Mouvement pour la libération et la dignité »
        if self._ground(text, token):
            return "Place"
        if _PERSON.search(token.text) and not self._where(text, token):
            return "Person"
        if case(text, token) in LOCATIVE:
            return "Place"
        if is_acronym(token.text):
            return "ArmedGroup" if self._near_arms(text, token) else "CivilOrganization"
        if token.text.endswith("s") and self._article(text, token) in {"les", "des", "aux"}:
            return "Population"
        alone = not self._determined(text, token)
        if token.dep.startswith(PARTY):
            return "Person" if alone else "ArmedGroup"
        return "Place" if alone else "CivilOrganization"

    def _ground(self, text: Text, token: Token) -> bool:
        """« Ouadi Halfayat »; not who speaks: « Tin Oo affirme »."""
        if " " not in token.text or token.text.split()[0].lower() not in _GROUND or _PARTICLE.search(token.text):
            return False
        verb = text.head(token) if token.dep == "nsubj" else None
        return verb is None or self._words.first("speech", self._words.verb_lemma(verb)) is None

    def _where(self, text: Text, token: Token) -> bool:
        """« à Ras Hassan » below a verb of the lexicon that takes nobody with « à »; « dans Ras Hassan »."""
        preposition, verb = case(text, token), text.head(token)
        if _PARTICLE.search(token.text) or preposition not in LOCATIVE:
            return False
        if preposition != "à" or verb is None:
            return preposition != "à"
        if verb.pos == "NOUN":
            return True
        entries = self._words.entries("verb", verb.lemma)
        plain = (e for e in entries if not any(c.op == "flag" and c.slot == "refl" for c in e.conditions))
        return bool(entries) and not any(slot.name == "à" for e in plain for slot in (*e.subject, *e.object))

    def _introduced(self, text: Text, token: Token) -> str:
        """The class of the noun that stands with the name: « le groupe X », « la ville de X », « X, chef de »."""
        introducer = self._introducer(text, token)
        entry = self._words.head(introducer.lemma) if introducer is not None else None
        if entry is None or introducer is None:
            return ""
        if introducer.relation == "nmod" and not self._determined(text, introducer):
            return ""  # « la ligne de front de X »
        between = text.tokens[introducer.i + 1 : token.i]
        other = any(t.name for t in between) and all(t.pos != "PUNCT" for t in between)
        if other and _PERSON.search(token.text):
            return ""  # « le commandant de la branche du FPT Moussa X »
        beside = token.relation in {"appos", "flat"} or introducer.head == token.i or introducer.i == token.i - 1
        named = "named" in entry.sets and self._vocabulary.is_a(entry.gives, "Place")
        if not beside and not (named and case(text, token) == "de"):
            return ""  # « le mouvement de X »: X is who leads it, « la milice de X »: where it is from
        return "Person" if "unnamed" in entry.sets else entry.gives

    def _article(self, text: Text, token: Token) -> str:
        """The determiner, or the preposition that holds one: « du », « aux »."""
        found = text.child(token, "det") or text.child(token, "case")
        return found.lower if found is not None else ""

    def _determined(self, text: Text, token: Token) -> bool:
        return text.child(token, "det") is not None or self._article(text, token) in {"du", "des", "au", "aux"}

    def _introducer(self, text: Text, token: Token) -> Token | None:
        head = text.head(token)
        if head is not None and token.relation in {"appos", "flat", "nmod"} and self._words.head(head.lemma):
            return head
        return next((c for c in text.children(token, "appos") if self._words.head(c.lemma)), None)

    def _near_arms(self, text: Text, token: Token) -> bool:
        heads = (self._words.head(t.lemma) for t in text.of(text.sentence(token)))
        return any(e is not None and self._vocabulary.is_a(e.gives, "ArmedGroup") for e in heads)
