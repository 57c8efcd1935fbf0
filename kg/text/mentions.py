"""Finding mentions: which tokens name or describe a party or a place, and of which class.

In: a ``Text`` and the wordlists. Out: mentions by the index of their head token, several where one noun covers several
parties (« les armées malienne et burkinabè »). Nothing here decides who is who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.text.tokens import Span, Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry, Vocabulary

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "VERB"})
_PERSON = re.compile(r"\b(?:[Aa]g|[Oo]uld|[Bb]en|[Bb]in|[Ii]bn|[Aa]bu|[Aa]bou)\b|^[A-ZÀ-Ý][a-zà-ÿ'’-]+(?: [A-ZÀ-Ý][\w'’-]*[a-zà-ÿ])+$")
_LOCATIVE = frozenset("à dans en vers depuis jusqu'à près_de autour_de".split())
_WHOLE = frozenset("armé armée armés armées régulier régulière régulières réguliers gouvernemental gouvernementale gouvernementales national nationale nationales légitime légitimes".split())
_PARTY = ("nsubj", "obl:agent")
_PARTY_CASES = frozenset("entre avec contre par selon envers aux_côtés_de".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention. ``kind``: ``name`` (proper name), ``body`` (a state's body: armée malienne) or ``description``.

    ``names`` are its surface forms without article, the fullest first. ``state`` is the id of the state that it is a
    body of. ``profile`` holds the lemmas of its head and adjectives. ``owner`` is the token of the party whose members
    it names (« les rebelles du CSP »). ``linked`` is the token of a name standing with it (« le groupe Wagner »).
    """

    token: int
    start: int
    end: int
    kind: str
    type: str
    names: tuple[str, ...]
    known: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    state: str | None = None
    profile: frozenset[str] = frozenset()
    definite: bool = False
    plural: bool = False
    generic: bool = False
    unnamed: bool = False
    owner: int | None = None
    linked: int | None = None
    anaphoric: bool = False
    capital: tuple[str, ...] = ()
    """Ids of the states that a capital may stand for."""

    @property
    def span(self) -> Span:
        """Half-open offsets in the document's text."""
        return (self.start, self.end)


class MentionFinder:
    """Finds the mentions of a text with one vocabulary."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words
        self._vocabulary: Vocabulary = words.vocabulary

    def find(self, text: Text) -> dict[int, tuple[Mention, ...]]:
        """Mentions by head token."""
        found: dict[int, tuple[Mention, ...]] = {}
        for token in text.tokens:
            mentions = tuple(self._at(text, token))
            if mentions:
                found[token.i] = mentions
        return found

    def _at(self, text: Text, token: Token) -> Iterator[Mention]:
        if token.name:
            yield self._name(text, token)
        elif token.pos in NOMINAL and token.dep not in {"amod", "cop", "aux", "case"} and not self._attribute(text, token):
            head = self._words.head(token.lemma) or self._words.head(token.lower)
            if head is not None and token.pos != "VERB":
                yield from self._descriptions(text, token, head)
            elif token.lower in self._words.demonyms and token.text[:1].isupper() and token.i > text.sentence(token).first:
                yield self._people(text, token)
            elif token.pos == "PROPN" and token.text[:1].isupper() and len(token.text) > 2 and token.lower not in self._words.verb_forms:
                yield self._name(text, token)

    def _event(self, text: Text, token: Token) -> bool:
        """« l'alliance avec X »: the tie itself, not a party."""
        cases = {self._case(text, c) for c in text.children(token, "nmod", "obl")} & {"avec", "entre"}
        return bool(cases) and any(s.name in cases for e in self._words.entries("noun", token.lemma) for s in (*e.subject, *e.object))

    def _attribute(self, text: Text, token: Token) -> bool:
        """« On nous dit terroristes »: a bare noun that is said of somebody, not a party of its own."""
        return token.dep == "xcomp" and text.child(token, "det") is None

    def _name(self, text: Text, token: Token) -> Mention:
        kind, type_, known = "name", "", token.known
        if len(known) + len(token.weak) >= 1:
            known = self._chosen(text, token)
            type_ = self._vocabulary.gazetteer[(known or token.weak)[0]].type
        governor = self._introducer(text, token)
        return Mention(
            token=token.i,
            start=token.start,
            end=token.end,
            kind=kind,
            type=type_ or self._guess(text, token, governor),
            names=(token.text,),
            known=known,
            weak=token.weak if not token.known else (),
            definite=True,
            capital=tuple(w for w in token.weak if self._vocabulary.gazetteer[w].type == "State"),
        )

    def _chosen(self, text: Text, token: Token) -> tuple[str, ...]:
        """The ids that fit the place in the sentence: a capital is its state where it acts, a town where it is a place."""
        strong = list(token.known)
        states = [w for w in token.weak if self._vocabulary.gazetteer[w].type == "State"]
        places = [s for s in strong if self._vocabulary.is_a(self._vocabulary.gazetteer[s].type, "Place")]
        if states and places and self._acts(text, token):
            return (states[0],)
        return tuple(strong)

    def _acts(self, text: Text, token: Token) -> bool:
        first = token
        while first.relation == "conj" and (above := text.head(first)) is not None:
            first = above
        case = text.child(first, "case")
        if case is not None:
            return case.lemma in _PARTY_CASES
        return first.dep.startswith(_PARTY) or first.relation in {"iobj"} or (first.relation == "obj" and not self._visited(text, first))

    def _visited(self, text: Text, token: Token) -> bool:
        head = text.head(token)
        entries = self._words.entries("verb", head.lemma) if head is not None else []
        return any(slot.name == "obj" and "Place" in slot.classes for e in entries for slot in e.object) or any(
            self._vocabulary.relations[e.gives].range == "Place" for e in entries if e.gives in self._vocabulary.relations
        )

    def _introducer(self, text: Text, token: Token) -> Token | None:
        """The common noun that introduces a name: « le groupe Wagner », « la ville de Gao », « X, chef de … »."""
        head = text.head(token)
        if head is not None and token.relation in {"appos", "flat", "nmod"} and self._words.head(head.lemma):
            return head
        return next((c for c in text.children(token, "appos") if self._words.head(c.lemma)), None)

    def _guess(self, text: Text, token: Token, introducer: Token | None) -> str:
        entry = self._words.head(introducer.lemma) if introducer is not None else None
        case = text.child(token, "case")
        if entry is not None and introducer is not None:
            if token.relation in {"appos", "flat"} or introducer.head == token.i or "named" in entry.sets and case is not None and case.lemma == "de":
                return entry.gives
        if _PERSON.search(token.text):
            return "Person"
        if case is not None and case.lemma in _LOCATIVE:
            return "Place"
        if sum(c.isupper() for c in token.text) >= 2 and not any(part.istitle() for part in token.text.split("-")):
            return "ArmedGroup" if self._near_arms(text, token) else "CivilOrganization"
        if token.dep.startswith(_PARTY):
            return "Person" if text.child(token, "det") is None else "ArmedGroup"
        return "Place" if text.child(token, "det") is None else "CivilOrganization"

    def _near_arms(self, text: Text, token: Token) -> bool:
        around = text.of(text.sentence(token))
        return any(
            (e := self._words.head(t.lemma)) is not None and self._vocabulary.is_a(e.gives, "ArmedGroup") for t in around
        )

    def _people(self, text: Text, token: Token) -> Mention:
        return Mention(
            token=token.i,
            start=token.start,
            end=token.end,
            kind="description",
            type="Population",
            names=(token.text,),
            profile=frozenset({token.lower}),
            definite=True,
            plural=True,
        )

    def _descriptions(self, text: Text, token: Token, head: LexicalEntry) -> Iterator[Mention]:
        if "vague" in head.sets or self._event(text, token):
            return
        states = self._states(text, token) if "of-state" in head.sets else {}
        if not states and self._plural(token) and any(token.lemma in lemmas for lemmas in self._words.content.values()):
            return  # « des renseignements », « des forces » as a means: no party
        owner = self._owner(text, token, head)
        for state, adjective in states.items():
            if "main" in head.sets and not self._special(text, token):
                yield self._body(text, token, head, state, adjective, alone=len(states) == 1)
            else:
                yield replace(self._described(text, token, head, None), state=state)
        if owner is not None or not states:
            yield self._described(text, token, head, owner)

    def _states(self, text: Text, token: Token) -> dict[str, Token]:
        """States named by an adjective or by « de »: « les armées malienne et burkinabè », « l'armée du Mali »."""
        found: dict[str, Token] = {}
        for child in text.children(token, "amod", "nmod", "appos", "flat", "conj", "acl"):
            for part in text.conjuncts(child):
                if part.lower in self._words.demonyms and (part.pos == "ADJ" or not part.name):
                    found.setdefault(self._words.demonyms[part.lower], part)
                elif child.relation == "nmod" and self._case(text, child) == "de" and part.name:
                    known = [k for k in (*part.known, *part.weak) if self._vocabulary.gazetteer[k].type == "State"]
                    if known:
                        found.setdefault(known[0], part)
        return found

    def _case(self, text: Text, token: Token) -> str:
        case = text.child(token, "case")
        return case.lemma if case is not None else ""

    def _owner(self, text: Text, token: Token, head: LexicalEntry) -> int | None:
        """« les rebelles du CSP »: the named party whose members the noun denotes."""
        if self._vocabulary.is_a(head.gives, "Person") or self._vocabulary.is_a(head.gives, "Place") or "unnamed" in head.sets:
            return None
        owned = any(c.lower in {"son", "sa", "ses", "leur", "leurs"} for c in text.children(token, "det"))
        if not owned and any(slot.name == "self" for e in self._words.entries("noun", token.lemma) for slot in e.subject):
            return None  # « la branche du GATIA » is not the GATIA, « leurs alliés du groupe Wagner » are Wagner
        for child in text.children(token, "nmod"):
            if child.name and self._case(text, child) == "de":
                types = [self._vocabulary.gazetteer[k].type for k in (*child.known, *child.weak)]
                if any(self._vocabulary.is_a(t, "ArmedActor") or self._vocabulary.is_a(t, head.gives) for t in types):
                    return child.i
                if not types and sum(c.isupper() for c in child.text) >= 2:
                    return child.i
        for child in text.children(token, "amod"):
            id_ = self._words.demonyms.get(child.lower)
            if id_ is not None and self._vocabulary.gazetteer[id_].type != "State":
                return child.i
        return None

    def _special(self, text: Text, token: Token) -> bool:
        """« les forces spéciales maliennes », « la garde présidentielle »: a part of the body, not the body."""
        return any(
            part.lower not in self._words.demonyms and part.lower not in _WHOLE and part.pos == "ADJ"
            for a in text.children(token, "amod")
            for part in text.conjuncts(a)
        )

    def _body(self, text: Text, token: Token, head: LexicalEntry, state: str, adjective: Token, *, alone: bool) -> Mention:
        start, end = token.start, max(token.end, adjective.end) if alone else token.end
        name = f"{token.text} {adjective.text}"
        if alone and adjective.i == token.i + 1:
            name = f"{token.text} {adjective.text}"
        spans = tuple(dict.fromkeys((name, *self._surface(text, token)))) if alone else (name,)
        return Mention(
            token=token.i,
            start=start,
            end=end,
            kind="body",
            type=head.gives,
            names=spans,
            state=state,
            profile=self._profile(text, token),
            definite=True,
            plural=self._plural(token),
            generic="generic" in head.sets,
            linked=self._linked(text, token),
            unnamed="unnamed" in head.sets,
        )

    def _described(self, text: Text, token: Token, head: LexicalEntry, owner: int | None) -> Mention:
        det = text.child(token, "det")
        names = self._surface(text, token)
        last = max(t.end for t in self._core(text, token))
        first = min(t.start for t in self._core(text, token))
        return Mention(
            token=token.i,
            start=first,
            end=last,
            kind="description",
            type=head.gives,
            names=names,
            profile=self._profile(text, token),
            definite=det is None or "Definite=Def" in det.morph or det.lemma in {"le", "ce"} or "Poss=Yes" in det.morph,
            plural=self._plural(token),
            generic="generic" in head.sets,
            unnamed="unnamed" in head.sets,
            owner=owner,
            linked=self._linked(text, token),
            anaphoric=det is not None and (det.lemma == "ce" or det.lower in {"ce", "cet", "cette", "ces"} or "Poss=Yes" in det.morph or det.lower in {"son", "sa", "ses", "leur", "leurs"}),
        )

    def _linked(self, text: Text, token: Token) -> int | None:
        """The name in apposition or flat with this noun: « le colonel X », « le mouvement Y »."""
        entry = self._words.head(token.lemma)
        settlement = entry is not None and "settlement" in entry.sets
        for child in text.children(token, "appos", "flat", "nmod"):
            case = self._case(text, child)
            if child.name and (not case or (settlement and case == "de")):
                return child.i
            if child.relation == "appos" and not case and self._words.head(child.lemma) is not None:
                below = next((c for c in text.children(child, "appos", "flat", "nmod") if c.name and not self._case(text, c)), None)
                if below is not None:
                    return below.i
        head = text.head(token)
        if token.relation == "appos" and head is not None and head.name:
            return head.i
        return next((c.i for c in text.children(token, "nsubj") if c.name and text.child(token, "cop") is not None), None)

    def _plural(self, token: Token) -> bool:
        return "Number=Plur" in token.morph

    def _profile(self, text: Text, token: Token) -> frozenset[str]:
        extra = {c.lemma for a in text.children(token, "amod") for c in text.conjuncts(a)}
        inner = {t.lemma for c in text.children(token, "nmod") if self._case(text, c) == "de" for t in (c, *text.children(c, "amod"))}
        told = {t.lemma for c in text.children(token, "acl") if c.dep == "acl" for t in text.subtree(c) if t.name or t.i == c.i}
        return frozenset({token.lemma} | extra | told | (inner & self._words.nouns))

    def _core(self, text: Text, token: Token) -> list[Token]:
        """The noun with its adjectives and a following name, without determiners, clauses and prepositions."""
        found = [token]
        for child in text.children(token, "amod", "flat"):
            if abs(child.i - token.i) <= 4:
                found.extend(t for t in text.subtree(child) if t.pos in {"ADJ", "PROPN", "NOUN", "CCONJ", "VERB"} or t.name)
        kept = {t.i for t in found}
        left = token.i
        while left - 1 in kept:
            left -= 1
        right = token.i
        while right + 1 in kept:
            right += 1
        return sorted((t for t in found if left <= t.i <= right), key=lambda t: t.i)

    def _surface(self, text: Text, token: Token) -> tuple[str, ...]:
        core = self._core(text, token)
        whole = [t for t in text.subtree(token) if self._inside(text, t, token)]
        acl = [c for c in text.children(token, "acl") if c.dep == "acl" and c.i > token.i]
        told = [t for t in text.subtree(token) if self._inside(text, t, token) or any(t in text.subtree(c) for c in acl)]
        parts = (core, whole, told) if len(told) < 16 else (core, whole)
        names = [" ".join(t.text for t in part).replace("' ", "'").replace("’ ", "’") for part in parts]
        return tuple(dict.fromkeys(n for n in names if n))

    def _inside(self, text: Text, token: Token, head: Token) -> bool:
        """Whether the token belongs to the phrase without determiner, apposition, relative clause or coordination."""
        if token.i < head.i and token.pos in {"DET", "ADP"}:
            return False
        while token.i != head.i:
            if token.relation in {"appos", "conj", "punct", "acl", "parataxis", "cc", "advmod", "cop", "nsubj", "advcl"} and token.head == head.i:
                return False
            if token.relation in {"punct", "acl", "parataxis"}:
                return False
            above = text.head(token)
            if above is None:
                return False
            token = above
        return True


def entry_class(entry: LexicalEntry | None) -> str:
    """The class that a head entry gives, empty for None."""
    return entry.gives if entry is not None else ""
