"""Who is cited without being the subject of the verb of saying: « a-t-on appris de X », « à Kigali, on répète que … »,
« comme l'a reconnu X ».

In: verbs of a ``Text``. Out: the tokens of the phrases that name who says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.parties import Parties
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_ONE = frozenset({"on", "-t-on", "-on", "l'on"})
_SOURCES = frozenset({"de", "auprès_de", "par", "de_source"})
_AGAINST = frozenset({"avec", "contre", "de", "à"})
_WHERE = frozenset({"à", "chez"})
_HEARD = frozenset({"entendre", "croire", "écouter"})
_WHOM = frozenset({"l'", "l’", "les", "le", "la"})
_SERVING = frozenset(
    "travailler combattre battre rouler œuvrer voter mourir recruter espionner opérer agir jouer compter".split()
)


class Citations:
    """Finds such phrases in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words

    def impersonal(self, verb: Token) -> bool:
        """« a-t-on appris », « on répète que »."""
        return any(c.lower in _ONE for c in self._text.children(verb, "nsubj"))

    def sources(self, verb: Token) -> Iterator[Token]:
        """« a-t-on appris de sources sûres et auprès d'un élu », « à Kigali, on répète »: who « on » is."""
        own = list(self._text.children(verb, "obl", "nmod"))
        first = self._text.head(verb) if verb.relation == "conj" else None
        if first is not None and self.impersonal(first):
            own.extend(self._text.children(first, "obl", "nmod"))  # « à Kigali, on se tait ; on répète que … »
        for child in own:
            case = self._case(child)
            found = self._parties.at(child)
            source = case in _SOURCES and any(p.type != "Place" for p in found)
            if source or (case in _WHERE and any(p.state is not None or p.type != "Place" for p in found)):
                yield child

    def blaming(self, participle: Token) -> Iterator[Token]:
        """« X a rompu avec Y, accusé d'armer Z »: X, who acts against Y."""
        party = self._text.head(participle)
        verb = self._text.head(party) if party is not None else None
        if verb is not None and verb.pos == "NOUN" and verb.relation == "obj":
            verb = self._text.head(verb)  # « a rompu ses relations avec Y, accusé … »
        if participle.dep != "acl" or party is None or verb is None or verb.pos != "VERB":
            return
        relations = self._words.vocabulary.relations
        given = [relations[e.gives] for e in self._words.entries("verb", verb.lemma) if e.gives in relations]
        deeds = [r for r in given if r.range == "Actor" and r.domain != "Person"]
        governed = party.relation == "obj" or self._case(party) in _AGAINST
        if governed and any(not r.supportive and not r.symmetric for r in deeds):
            accused = {p.key for p in self._parties.at(party)}
            subjects = self._text.children(verb, "nsubj")
            yield from (t for t in subjects if not accused & {p.key for p in self._parties.at(t)})

    def confirming(self, clause: Token) -> Token | None:
        """« X a pris P, comme l'a reconnu Y »: the verb of saying in an aside to the clause."""
        for verb in self._text.children(clause, "advcl", "parataxis"):
            like = any(c.lower == "comme" for c in self._text.children(verb, "mark", "advmod", "case"))
            content = any(c.lower in {"l'", "l’", "le"} for c in self._text.children(verb, "obj", "expl"))
            if like and content and self._words.first("speech", verb.lemma) is not None:
                return verb
        return None

    def behind(self, verb: Token) -> tuple[Token, ...]:
        """The subject behind the verb of such an aside, whatever the parser made of it."""
        below = [c for c in self._text.children(verb) if c.i > verb.i and not self._case(c) and self._parties.at(c)]
        return tuple(below[:1])

    def heard(self, verb: Token) -> Token | None:
        """« À l'entendre, X … », « à les en croire »: the pronoun that says whom."""
        if verb.lemma not in _HEARD or "VerbForm=Inf" not in verb.morph or verb.relation != "advcl":
            return None
        if not any(c.lower == "à" for c in self._text.children(verb, "mark", "case")):
            return None
        return next((c for c in self._text.children(verb) if c.i < verb.i and c.lower in _WHOM), None)

    def goes_on(self, verb: Token) -> bool:
        """« Et d'ajouter que … »: who spoke last."""
        first = self._text.tokens[self._text.sentence(verb).first]
        inf = "VerbForm=Inf" in verb.morph and verb.head == verb.i and first.lower == "et"
        return inf and any(c.lower in {"de", "d'", "d’"} for c in self._text.children(verb, "mark", "case"))

    def opens(self, token: Token, verb: Token) -> bool:
        """« Pour X, il n'en est rien »: who thinks so, at the head of the sentence and before a comma.

        « X, pour qui Y a pris P »: the opinion of X; not « X, pour qui travaille Y », « X, pour qui Y combat ».
        """
        if token.lower == "qui":
            subject = self._text.child(verb, "nsubj")
            comma = token.i > 1 and self._text.tokens[token.i - 2].text == ","
            return comma and subject is not None and token.i < subject.i < verb.i and verb.lemma not in _SERVING
        subtree = self._text.subtree(token)
        after = self._text.tokens[subtree[-1].i + 1] if subtree[-1].i + 1 < len(self._text.tokens) else token
        comma = "," in {after.text, subtree[-1].text, *(t.text for t in self._text.children(token, "punct"))}
        return subtree[0].i == self._text.sentence(token).first and comma

    def _case(self, token: Token) -> str:
        case = self._text.child(token, "case")
        return case.lemma if case is not None else ""
