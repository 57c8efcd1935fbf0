"""Names attached to a noun: « les rebelles du CSP », « le colonel X », « la région russe de Koursk ».

In: a ``Text`` and a head noun. Out: the token of the party whose members the noun denotes, of the name that it
introduces, or of the name behind « de » of a place. Whether they fit is decided by ``named``.
"""

from __future__ import annotations

from kg.text import phrases
from kg.text.naming import NameClasses
from kg.text.phrases import POSSESSIVES, case, is_acronym
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_CLOSE = frozenset("proche voisin situé loin".split())


class Attachments:
    """Finds the names attached to nouns with one vocabulary."""

    def __init__(self, words: Wordlists) -> None:
        self._words, self._vocabulary = words, words.vocabulary
        self._classes = NameClasses(words)

    def owner(self, text: Text, token: Token, head: LexicalEntry) -> int | None:
        """« les rebelles du CSP »: the named party whose members the noun denotes."""
        members = phrases.plural(token) and self._words.first("transparent", token.lemma) is not None
        if self._vocabulary.is_a(head.gives, "Place") or (self._person(head) and not members):
            return None
        if phrases.numbered(text, token):
            return None  # « la 3e brigade de l'armée » is a part of it
        owned = any(c.lower in POSSESSIVES for c in text.children(token, "det"))
        troops = members and not self._person(head)  # « les instructeurs de X » are X
        roles = [e for e in self._words.entries("noun", token.lemma) if self._is_role(e) and not troops]
        for child in self._complements(text, token):
            name = self._introduced(text, child)
            if name is None or case(text, child) != "de":
                continue
            sent = self._sent(text, token, name)
            if (
                not sent
                and not self._armed_noun(child)
                and not self._takes_members(name, head, many=phrases.plural(token))
            ):
                continue
            if owned and roles and self._union(name):
                continue  # « ses partenaires de l'Union » belong to it, they are not the union
            if owned or not roles or not self._accepts(roles, name):
                return name.i
        for child in text.children(token, "amod") if owned or not roles else ():
            id_ = self._words.demonyms.get(child.lower)
            if id_ is not None and self._vocabulary.gazetteer[id_].type != "State":
                return child.i
        return None

    def _is_role(self, entry: LexicalEntry) -> bool:
        """« la branche de X » is not X; « une unité de X » is, but where it says of another what it is."""
        beside = any(c.slot == "self" and c.op == "has" for c in entry.conditions)
        return not beside and any(s.name == "self" for s in entry.subject)

    def _union(self, name: Token) -> bool:
        types = {self._vocabulary.gazetteer[k].type for k in (*name.known, *name.weak)}
        return bool(types) and all(self._vocabulary.is_a(t, "InternationalOrganization") for t in types)

    def leader(self, text: Text, token: Token, head: LexicalEntry) -> int | None:
        """« les hommes de X », « le mouvement du général X »: the person whom they follow."""
        followers = phrases.plural(token) and self._words.first("transparent", token.lemma) is not None
        if not followers and not any(self._vocabulary.is_a(head.gives, c) for c in ("ArmedActor", "Organization")):
            return None
        behind = [c for c in text.children(token, "nmod") if case(text, c) == "de"]
        for clause in text.children(token, "acl", "amod"):
            close = all(t.pos != "PUNCT" for t in text.tokens[token.i : clause.i])  # « la bande dirigée par X »
            if close and self._words.leads(self._words.verb_lemma(clause)):
                behind.extend(c for c in text.children(clause, "obl") if case(text, c) == "par")
        return next((c.i for c in behind if self._names_person(text, c)), None)

    def _names_person(self, text: Text, token: Token) -> bool:
        """« X », « Moussa Ag X », « le général X »."""
        if not token.name:
            entry = self._words.head(token.lemma)
            return entry is not None and "named" in entry.sets and self._person(entry)
        types = {self._vocabulary.gazetteer[k].type for k in (*token.known, *token.weak)}
        return types == {"Person"} if types else self._classes.guess(text, token) == "Person"

    def _complements(self, text: Text, token: Token) -> list[Token]:
        """What hangs on the noun, and on its quantity: « une centaine de mercenaires de X »."""
        found = list(text.children(token, "nmod"))
        head = text.head(token)
        if head is not None and token.relation == "nmod" and phrases.counted(text, token):
            found.extend(c for c in text.children(head, "nmod") if c.i > token.i)
        return found

    def _introduced(self, text: Text, token: Token) -> Token | None:
        """The name itself, or the one right behind its noun: « leurs alliés du groupe X »."""
        if token.name or token.i + 1 >= len(text.tokens):
            return token if token.name else None
        after, entry = text.tokens[token.i + 1], self._words.head(token.lemma)
        return after if after.name and entry is not None and "named" in entry.sets else None

    def _sent(self, text: Text, token: Token, name: Token) -> bool:
        """« une patrouille de la Minusca »: the mission itself, unless a country's contingent is told apart."""
        types = [self._vocabulary.gazetteer[k].type for k in (*name.known, *name.weak)]
        foreign = any(c.lower in self._words.demonyms for c in text.children(token, "amod"))
        entry = self._words.head(token.lemma)
        whole = entry is not None and "main" in entry.sets  # « la force de l'ONU » is one of its own
        stands = self._words.first("transparent", token.lemma) is not None and not whole
        return stands and not foreign and any(self._vocabulary.is_a(t, "InternationalOrganization") for t in types)

    def _armed_noun(self, token: Token) -> bool:
        """« les unités du groupement X »: the noun before the name says that it bears arms."""
        entry = None if token.name else self._words.head(token.lemma)
        return entry is not None and self._vocabulary.is_a(entry.gives, "ArmedActor")

    def _takes_members(self, child: Token, head: LexicalEntry, *, many: bool) -> bool:
        types = [self._vocabulary.gazetteer[k].type for k in (*child.known, *child.weak)]
        if not types:
            return is_acronym(child.text)
        return any(
            self._vocabulary.is_a(t, "ArmedActor") or (many and self._vocabulary.is_a(t, head.gives)) for t in types
        )

    def _accepts(self, roles: list[LexicalEntry], child: Token) -> bool:
        """« la branche du GATIA » is not the GATIA: the noun is a role towards what follows « de »."""
        slots = [s for e in roles for s in e.object if s.name == "de"]
        types = [self._vocabulary.gazetteer[k].type for k in (*child.known, *child.weak)]
        return any(not s.classes or not types for s in slots) or any(
            self._vocabulary.is_a(t, c) for t in types for s in slots for c in s.classes
        )

    def linked(self, text: Text, token: Token) -> tuple[int | None, int | None]:
        """The name that this noun introduces (« le colonel X »), and the name behind « de » of a place."""
        entry = self._words.head(token.lemma)
        settlement = entry is not None and "settlement" in entry.sets
        place = entry is not None and self._vocabulary.is_a(entry.gives, "Place")
        within = None
        after = self._after(text, token)
        if entry is not None and "named" in entry.sets and phrases.proper(after) and not settlement:
            return after.i, None  # « le colonel X », whatever the parser made of it
        for child in text.children(token, "appos", "flat", "nmod"):
            preposition = case(text, child)
            between = text.tokens[token.i + 1 : child.i]
            here = settlement and preposition == "de" and not any(t.lemma in _CLOSE for t in between)
            if phrases.plural(token) and text.child(child, "conj") is None:
                here = False  # « deux villages de la région de P » lie in P
            if phrases.proper(child) and (not preposition or here):
                if any(t.name for t in between) and all(t.pos != "PUNCT" for t in between) and not self._titled(entry):
                    continue  # « le commandant de la branche du FPT Moussa X »: not the name of the branch
                return child.i, None
            if place and preposition == "de" and phrases.proper(child):
                within = child.i
            if child.relation == "appos" and not preposition and self._words.head(child.lemma) is not None:
                below = text.children(child, "appos", "flat", "nmod")
                name = next((c for c in below if c.name and not case(text, c)), None)
                if name is not None:
                    return name.i, within
        return self._named_otherwise(text, token, entry), within

    def _after(self, text: Text, token: Token) -> Token:
        """The first word after the noun and its adjectives: « le groupe armé X »."""
        last = text.sentence(token).last
        i = token.i + 1
        while i < last and text.tokens[i].pos == "ADJ" and not text.tokens[i].name and i < token.i + 3:
            i += 1
        return text.tokens[i] if i < last else token

    def _named_otherwise(self, text: Text, token: Token, entry: LexicalEntry | None) -> int | None:
        head = text.head(token)
        possessed = phrases.determiner(text, token) in {"ses", "leurs"}  # one more of a list, no other word for it
        if token.relation == "appos" and head is not None and not possessed:
            if head.name:
                return head.i
            k = token.i - 1
            while k > 1 and text.tokens[k].pos in {"DET", "ADJ"}:
                k -= 1
            if k > 0 and text.tokens[k].text == "," and text.tokens[k - 1].name:
                return k - 1  # « des combattants d'X, unité que », « à X, l'ancien chef »
        if text.child(token, "cop") is not None and not case(text, token):
            return next((c.i for c in text.children(token, "nsubj") if c.name), None)
        if entry is not None and self._person(entry):
            return self._after_complement(text, token)
        return None

    def _titled(self, entry: LexicalEntry | None) -> bool:
        return entry is not None and self._person(entry)

    def _person(self, entry: LexicalEntry) -> bool:
        return self._vocabulary.is_a(entry.gives, "Person") or "unnamed" in entry.sets

    def _after_complement(self, text: Text, token: Token) -> int | None:
        """« le chef du M23 Sultani N. », « le général de division X »: the name right behind the title."""
        for below in text.subtree(token):
            if below.i <= token.i + 1 or not phrases.proper(below) or case(text, below):
                continue
            before = text.tokens[below.i - 1]
            nearer = self._words.head(before.lemma)
            if nearer is not None and self._person(nearer):
                continue  # « le ministre … du président X »
            if below.relation in {"appos", "flat", "nmod"} and before.pos != "PUNCT" and before.relation != "cc":
                ids = (*below.known, *below.weak)
                types = [self._vocabulary.gazetteer[k].type for k in ids] or [self._classes.guess(text, below)]
                if "Person" in types or (not ids and " " in below.text):
                    return below.i
        return None
