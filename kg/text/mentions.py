"""Finding mentions: which tokens name or describe a party or a place, and of which class.

In: a ``Text`` and the wordlists. Out: mentions by the index of their head token, several where one noun covers several
parties (« les armées malienne et burkinabè »). Nothing here decides who is who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.names import fold
from kg.text import phrases
from kg.text.attached import Attachments
from kg.text.naming import LOCATIVE, PARTY, PARTY_CASES, NameClasses
from kg.text.phrases import POSSESSIVES, case, is_acronym
from kg.text.tokens import Span, Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X", "VERB"})
_NO_NOUN = frozenset({"amod", "cop", "aux", "case"})
_ROMAN = re.compile(r"[IVXLC]+(?:e|er|ème)?\Z")
_BRANCHES = frozenset("air terre mer".split())
SOIL = frozenset("territoire sol".split())
_PLURAL_DET = frozenset("les ces des aux".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention. ``kind``: ``name`` (proper name), ``body`` (a state's body: armée malienne) or ``description``.

    ``names`` are its surface forms without article. ``state`` is the id of the state that it is a body of. ``profile``
    holds the lemmas of its head and adjectives. ``owner`` is the token of the party whose members it names (« les
    rebelles du CSP »), ``linked`` that of a name standing with it (« le groupe Wagner »), ``within`` that of the name
    behind « de » of a region (« la région russe de Koursk »), ``leader`` that of the person whose men they are (« les
    hommes de X », « le mouvement du général X »). ``bare``: no adjective or complement. ``restricted``: a
    clause says which one is meant. ``group``: a noun for several parties at once (« les deux camps »).
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
    within: int | None = None
    leader: int | None = None
    anaphoric: bool = False
    bare: bool = False
    restricted: bool = False
    group: bool = False
    capital: tuple[str, ...] = ()
    """Ids of the states that a capital may stand for."""

    @property
    def span(self) -> Span:
        """Half-open offsets in the document's text."""
        return (self.start, self.end)


class MentionFinder:
    """Finds the mentions of a text with one vocabulary."""

    def __init__(self, words: Wordlists) -> None:
        self._words, self._vocabulary = words, words.vocabulary
        self._classes = NameClasses(words)
        self._attached = Attachments(words)

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
        elif token.pos in NOMINAL and token.dep not in _NO_NOUN and not self._attribute(text, token):
            capital = token.text[:1].isupper()
            people = capital and token.lower in self._words.demonyms
            head = None if people else self._head(text, token)
            group = self._group_class(token) if self._is_group(text, token, head) else None
            if token.lemma in SOIL and (states := self._states(text, token)):
                yield self._soil(text, token, next(iter(states)))
            elif group is not None:
                yield replace(self._described(text, token, group, None), group=True)
            elif head is not None and token.pos != "VERB":
                yield from self._descriptions(text, token, head)
            elif (member := self._member(token)) is not None:
                yield replace(self._name(text, token), known=(member,), type=self._vocabulary.gazetteer[member].type)
            elif people:
                if token.i > text.sentence(token).first:
                    yield self._fighters(text, token) or self._people(token)
            elif capital and self._unknown_name(text, token):
                yield self._name(text, token)

    def _head(self, text: Text, token: Token) -> LexicalEntry | None:
        words = self._words
        if (found := words.head(token.lemma) or words.head(token.lower)) is not None:
            return found if "numbered" not in found.sets or phrases.numbered(text, token) else None
        titled = words.titled(token.text)
        if titled is None or not self._vocabulary.is_a(titled.gives, "State"):
            return titled
        return titled if phrases.bare(text, token) and phrases.determiner(text, token) else None  # not « l'État de X »

    def _member(self, token: Token) -> str | None:
        """« les talibans », « les shebab »: the adjective of a group as a noun is the group."""
        id_ = self._words.demonyms.get(token.lower) if token.pos in {"NOUN", "PROPN"} else None
        return id_ if id_ is not None and self._vocabulary.gazetteer[id_].type != "State" else None

    def _unknown_name(self, text: Text, token: Token) -> bool:
        if len(token.text) > 2 and is_acronym(token.text) and token.text.replace("-", "").isalnum():
            craft = self._words.first("transparent", token.lemma) is not None  # « un MiG-29 »
            return not craft and not _ROMAN.match(token.text)
        if token.i == text.sentence(token).first and not token.dep.startswith(PARTY):
            return False  # « Tôt, samedi matin »: any word has a capital there
        return token.pos == "PROPN" and len(token.text) > 2 and token.lower not in self._words.verb_forms

    # ---- what is no mention

    def _event(self, text: Text, token: Token) -> bool:
        """« l'alliance avec X »: the tie itself, not a party."""
        cases = {case(text, c) for c in text.children(token, "nmod", "obl")} & {"avec", "entre"}
        entries = self._words.entries("noun", token.lemma) if cases else []
        return any(s.name in cases for e in entries for s in (*e.subject, *e.object))

    def _attribute(self, text: Text, token: Token) -> bool:
        """« On nous dit terroristes »: a bare noun that is said of somebody, not a party of its own."""
        return token.dep == "xcomp" and text.child(token, "det") is None

    def _means(self, text: Text, token: Token) -> bool:
        """« des renseignements », « des troupes » as a means: no party, unless « les soldats » are told of as known."""
        if not phrases.plural(token) or not any(token.lemma in lemmas for lemmas in self._words.content.values()):
            return False
        acting = token.dep.startswith(PARTY) or case(text, token) in PARTY_CASES
        told = self._definite(text, token) and not self._partitive(text, token)
        known = told and (acting or not phrases.bare(text, token))
        told = text.child(token, "acl", "amod") is not None  # « plusieurs bataillons venus de P »
        several = told and phrases.determiner(text, token) == "plusieurs"
        return not (known or several or phrases.counted(text, token) or self._struck(text, token))

    def _struck(self, text: Text, token: Token) -> bool:
        """« ils ont tué des soldats »: people whom something is done to, not a means."""
        people = token.lemma in self._words.content.get("troops", ())
        verb = text.head(token) if token.dep in {"obj", "nsubj:pass"} else None
        entries = self._words.entries("verb", verb.lemma)[:1] if people and verb is not None else []
        relations = self._vocabulary.relations
        forced = (e for e in entries if e.gives in relations and relations[e.gives].by_forces)
        return any(slot.name == "obj" for e in forced for slot in e.object)  # not « masser des troupes à P »

    def _partitive(self, text: Text, token: Token) -> bool:
        """« livrer des armes », « avec des troupes »: some of them, whatever the parser calls « des »."""
        before = text.child(token, "case", "det")
        if before is not None and before.relation == "case" and before.lower == "des" and token.relation == "nmod":
            head = text.head(token)
            role = head is not None and (entry := self._words.head(head.lemma)) is not None and entry.gives == "Person"
            return not role  # « le porte-parole des forces de P »
        return before is None or before.lower in {"des", "de", "d'", "d’"}

    # ---- names

    def _name(self, text: Text, token: Token) -> Mention:
        known = self._chosen(text, token)
        if known and self._vocabulary.gazetteer[known[0]].type == "State" and (part := phrases.part(text, token)):
            return self._part(token, part)
        types = {self._vocabulary.gazetteer[id_].type for id_ in known[:1] or token.weak}
        return Mention(
            token=token.i,
            start=token.start,
            end=token.end,
            kind="name",
            type=next(iter(types)) if len(types) == 1 else self._classes.guess(text, token),
            names=(token.text,),
            known=known,
            weak=token.weak if not token.known else (),
            definite=True,
            capital=tuple(w for w in token.weak if self._vocabulary.gazetteer[w].type == "State"),
        )

    def _part(self, token: Token, name: str) -> Mention:
        """« dans le nord du Mali »: that part of the state, under its name in the gazetteer where it has one."""
        id_ = self._words.places.get(fold(name))
        known = () if id_ is None else (id_,)
        start, end = token.start, token.end
        return Mention(
            token=token.i, start=start, end=end, kind="name", type="Place", names=(name,), known=known, definite=True
        )

    def _chosen(self, text: Text, token: Token) -> tuple[str, ...]:
        """The ids that fit here: a capital is its state where it acts, a town where it is a place."""
        states = [w for w in token.weak if self._vocabulary.gazetteer[w].type == "State"]
        places = any(self._vocabulary.is_a(self._vocabulary.gazetteer[s].type, "Place") for s in token.known)
        return (states[0],) if states and places and self._acts(text, token) else token.known

    def _acts(self, text: Text, token: Token) -> bool:
        first = token
        while first.relation == "conj" and (above := text.head(first)) is not None:
            first = above
        preposition = case(text, first)
        if preposition:
            return preposition in PARTY_CASES
        acting = first.dep.startswith(PARTY) or first.relation == "iobj"
        return acting or (first.relation == "obj" and not self._visited(text, first))

    def _visited(self, text: Text, token: Token) -> bool:
        head = text.head(token)
        entries = self._words.entries("verb", head.lemma) if head is not None else []
        relations = self._vocabulary.relations
        return any(
            any(slot.name == "obj" and "Place" in slot.classes for slot in e.object)
            or (e.gives in relations and relations[e.gives].range == "Place")
            for e in entries
        )

    def _fighters(self, text: Text, token: Token) -> Mention | None:
        """« les Rwandais ont bombardé la ville »: a people that strikes or takes a place is its state's army."""
        state = self._words.demonyms[token.lower]
        verb = text.head(token) if token.dep in {"nsubj", "obl:agent"} else None
        if text.child(token, "cop") is not None:
            verb = text.child(token, "acl:relcl")  # « ce sont les Burundais qui bombardent la ville »
        known = phrases.determiner(text, token) == "les" and self._vocabulary.gazetteer[state].type == "State"
        if verb is None or not known:
            return None
        relations = self._vocabulary.relations
        given = [relations[e.gives] for e in self._words.entries("verb", verb.lemma) if e.gives in relations]
        forces = any(r.by_forces or (r.range == "Place" and r.domain != "Place") for r in given[:1])
        army = replace(self._people(token), kind="body", type=self._words.army, state=state)
        return army if forces else None

    def _people(self, token: Token) -> Mention:
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

    # ---- descriptions

    def _abstract(self, text: Text, token: Token) -> bool:
        """« un coup d'État », « un homme de pouvoir »: no determiner, no state."""
        alone = text.child(token, "det", "amod") is None and not phrases.plural(token)
        preposition = text.child(token, "case")
        return alone and preposition is not None and preposition.lower in {"de", "d'", "d’"}

    def _is_group(self, text: Text, token: Token, head: LexicalEntry | None) -> bool:
        """« les belligérants », « les deux camps »: parties by number, that no head of its own class describes."""
        lines = self._words.entries("ordinal", token.lemma)
        if token.pos != "NOUN" or not phrases.plural(token) or self._group_class(token) is None:
            return False
        if head is not None and not any(e.gives == "Actor" for e in lines):
            return False
        if text.child(token, "nmod", "acl") is not None:
            return False
        near = (*text.children(token, "det", "nummod", "amod", "case"),)
        numbered = any(c.lower in phrases.NUMBERS for c in near)
        definite = any(c.lower in _PLURAL_DET for n in near for c in (n, *text.children(n, "det")))
        return definite and (numbered or head is None)

    def _group_class(self, token: Token) -> LexicalEntry | None:
        lines = self._words.entries("ordinal", token.lemma)
        return next((e for e in lines if e.gives in self._vocabulary.classes), None)

    def _descriptions(self, text: Text, token: Token, head: LexicalEntry) -> Iterator[Mention]:
        leader = self._attached.leader(text, token, head)
        armed = "vague" in head.sets and (leader is not None or phrases.armed(text, token))
        # « deux éléments du X » are X's, « deux hommes » are somebody
        told = armed or (phrases.counted(text, token) and not self._vocabulary.is_a(head.gives, "ArmedActor"))
        if ("vague" in head.sets and not told) or self._event(text, token):
            return
        if case(text, token) == "en" and text.child(token, "det") is None:
            return  # « mettre en garde », « en force »
        if head.gives in self._words.body_classes and self._abstract(text, token):
            return
        states = self._states(text, token) if "of-state" in head.sets and leader is None else {}
        place = self._vocabulary.is_a(head.gives, "Place")
        if not states and leader is None and not armed and not place and self._means(text, token):
            return
        owner = self._attached.owner(text, token, head)
        for state, adjective in states.items():
            if "main" in head.sets and not self._special(text, token):
                yield self._body(text, token, head, state, adjective, alone=len(states) == 1)
            else:
                yield replace(self._described(text, token, head, None), state=state)
        if owner is not None or not states:
            described = self._described(text, token, head, owner)
            yield replace(described, leader=leader, type="ArmedGroup" if armed else described.type)

    def _soil(self, text: Text, token: Token, state: str) -> Mention:
        """« en territoire congolais », « sur le sol du Mali »: the state as a place."""
        type_, names = self._vocabulary.gazetteer[state].type, phrases.surface(text, token)
        start, end = token.start, token.end
        return Mention(token=token.i, start=start, end=end, kind="name", type=type_, names=names, known=(state,))

    def _states(self, text: Text, token: Token) -> dict[str, Token]:
        """States named by an adjective or by « de »: « les armées malienne et burkinabè », « l'armée du Mali »."""
        found: dict[str, Token] = {}
        for child in text.children(token, "amod", "nmod", "appos", "flat", "conj", "acl"):
            if child.relation == "nmod" and child.lemma in _BRANCHES:
                found.update(self._states(text, child))  # « l'armée de l'air indienne »
            for part in text.conjuncts(child):
                if part.lower in self._words.demonyms and not part.name:
                    found.setdefault(self._words.demonyms[part.lower], part)
                elif child.relation == "nmod" and case(text, child) == "de" and part.name:
                    known = [k for k in (*part.known, *part.weak) if self._vocabulary.gazetteer[k].type == "State"]
                    if known:
                        found.setdefault(known[0], part)
        return {id_: part for id_, part in found.items() if self._vocabulary.gazetteer[id_].type == "State"}

    def _special(self, text: Text, token: Token) -> bool:
        """« les forces spéciales maliennes », « l'armée de l'air »: a part of the body, not the body."""
        if any(c.lemma in _BRANCHES for c in text.children(token, "nmod")) or phrases.numbered(text, token):
            return True
        return any(
            part.lower not in self._words.demonyms and part.lower not in phrases.WHOLE and part.pos == "ADJ"
            for a in text.children(token, "amod")
            for part in text.conjuncts(a)
        )

    def _body(
        self, text: Text, token: Token, head: LexicalEntry, state: str, adjective: Token, *, alone: bool
    ) -> Mention:
        name = f"{token.text} {adjective.text}"
        end = max(token.end, adjective.end) if alone else token.end
        names = tuple(dict.fromkeys((name, *phrases.surface(text, token)))) if alone else (name,)
        described = self._described(text, token, head, None)
        return replace(described, start=token.start, end=end, kind="body", names=names, state=state, definite=True)

    def _described(self, text: Text, token: Token, head: LexicalEntry, owner: int | None) -> Mention:
        words = phrases.core(text, token)
        linked, within = self._attached.linked(text, token)
        victim = "unnamed" in head.sets and linked is None and self._undergoes(text, token)
        return Mention(
            token=token.i,
            start=min(t.start for t in words),
            end=max(t.end for t in words),
            kind="description",
            type="Population" if victim else head.gives,
            names=(*phrases.surface(text, token), *phrases.measured(text, token)),
            profile=phrases.profile(text, token, self._words.nouns, self._words.demonyms),
            definite=self._definite(text, token),
            plural=phrases.plural(token),
            generic="generic" in head.sets,
            unnamed="unnamed" in head.sets and not victim,
            owner=owner,
            linked=linked,
            within=within,
            anaphoric=phrases.determiner(text, token) in {*phrases.DEMONSTRATIVES, *POSSESSIVES}
            or phrases.same(text, token),
            bare=phrases.bare(text, token),
            restricted=phrases.restricted(text, token),
        )

    def _definite(self, text: Text, token: Token) -> bool:
        det = text.child(token, "det")
        head = text.head(token)
        if det is None and token.relation == "nmod" and head is not None and phrases.quantity(head):
            return phrases.determiner(text, head) in {"les", "ces", "la", "cette"}  # « des centaines de combattants »
        return det is None or "Definite=Def" in det.morph or det.lemma in {"le", "ce"} or "Poss=Yes" in det.morph

    def _undergoes(self, text: Text, token: Token) -> bool:
        """« deux humanitaires ont été enlevés », « des notables arment X »: people in a deed, no source of words."""
        head = text.head(token)
        if head is None or token.dep not in {"obj", "nsubj:pass", "nsubj"}:
            return False
        speech = self._words.first("speech", head.lemma)
        if token.dep == "nsubj" and (head.pos != "VERB" or self._words.first("modal", head.lemma) is not None):
            return False
        blamed = speech is not None and token.dep != "nsubj" and speech.sets.get("control") == "obj"
        return (speech is None or blamed) and bool(self._words.entries("verb", head.lemma))


__all__ = ["LOCATIVE", "SOIL", "Mention", "MentionFinder"]
