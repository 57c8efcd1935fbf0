"""Who is a private person, and as what it is shown.

In: resolved claims, documents, the vocabulary. Out: ``Hidden`` records. Private is a named person whom the gazetteer
lacks, who by no claim leads, belongs to or speaks for anybody, and whom no text gives an office, title or public
profession: « Awa Keïta, commerçante », or a name without more. A guess of the reader that a name is a person's is not
enough: one of its words must be in some person's name of the gazetteer, or « Mme » or a private role stand beside it.
Which words are offices and professions is data: the lexicon's heads and nouns, and the roles of the ontology's class of
persons.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.claims.masking import Hidden
from kg.names import fold, fold_words
from kg.records import Claim, Document, Entity
from kg.vocabulary import Vocabulary

PERSON = "Person"
UNKNOWN_ROLE = "particulier"
"""What a private person is shown as where no text says more."""
_BEFORE, _AFTER = 8, 5
"""Words before a name, and behind a comma after it, within which a title or profession may be its bearer's."""
_SMALL = frozenset("de du des d l la le les un une en au aux a et par ex ancien ancienne".split())
"""Folded words that may stand between a title and the name (« maire de la ville de »)."""
_CLAUSE = frozenset("qui que qu dont ou".split())
"""What begins a clause behind a name: its words are no apposition."""
Token = tuple[str, int, int]
"""A word and where it starts and ends."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(r"[.;:!?()«»“”\n]")


def find_private(claims: Iterable[Claim], documents: Iterable[Document], vocabulary: Vocabulary) -> tuple[Hidden, ...]:
    """The private persons, sorted by their first name."""
    claims = tuple(claims)
    serving = {c.subject.id for c in claims if _serves(c, vocabulary)}
    met: dict[str, Entity] = {}
    for claim in claims:
        for party in (claim.subject, claim.object, claim.attribution):
            if isinstance(party, Entity) and party.id not in serving and _unknown_person(party, vocabulary):
                met[party.id] = party
    if not met:
        return ()
    roles = _Roles(vocabulary)
    said = _words_beside(met, tuple(documents))
    found = (roles.hidden(party, said[party.id]) for party in met.values())
    return tuple(sorted(filter(None, found), key=lambda person: person.names))


def _serves(claim: Claim, vocabulary: Vocabulary) -> bool:
    relation = vocabulary.relations.get(claim.relation)
    return relation is not None and relation.serves and claim.polarity == "positive"


def _unknown_person(party: Entity, vocabulary: Vocabulary) -> bool:
    if party.scope == "gazetteer" or party.id in vocabulary.gazetteer or not vocabulary.is_a(party.type, PERSON):
        return False
    return party.scope == "named" and any(_proper(name) for name in party.names)


def _proper(name: str) -> bool:
    """Whether every word of a name but particles has a capital: « Awa Keïta », not « chef du village »."""
    words = [word for word in _WORD.findall(name) if len(word) > 2]
    return bool(words) and all(word[0].isupper() for word in words)


class _Roles:
    """The words that make somebody public, and those by which a private person is shown."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        kind = vocabulary.classes.get(PERSON)
        human = [e for e in vocabulary.lexicon if e.kind == "head" and e.gives == PERSON]
        heads = {e.lemma for e in human if "generic" in e.sets}
        self._civilities = {fold(e.lemma) for e in human if "generic" not in e.sets}
        self._names = {
            word
            for entry in vocabulary.gazetteer.values()
            if vocabulary.is_a(entry.type, PERSON)
            for word in fold_words(entry.label)
            if len(word) > 2
        }
        serving = {name for name, relation in vocabulary.relations.items() if relation.serves}
        vague = {e.lemma for e in vocabulary.lexicon if e.kind in {"head", "transparent"} and e.gives != PERSON}
        nouns = {e.lemma for e in vocabulary.lexicon if e.kind == "noun" and e.gives in serving} - vague
        self._private = _forms(kind.private_roles if kind else ())
        self._public = _forms({*heads, *nouns, *(kind.public_roles if kind else ())} - set(self._private.values()))

    def hidden(self, party: Entity, beside: set[str]) -> Hidden | None:
        """How a person is hidden; None for one in public life."""
        own = {fold(word) for name in party.names for word in _WORD.findall(name) if word[0].islower()}
        if (beside | own) & self._public.keys():
            return None
        named = self._names & {word for name in party.names for word in fold_words(name)}
        if not (named or beside & self._civilities or (beside | own) & self._private.keys()):
            return None
        shown = sorted(self._private[word] for word in (beside | own) & self._private.keys())
        names = tuple(sorted(name for name in {party.label, *party.names} if _proper(name)))
        return Hidden(ids=frozenset({party.id}), names=names, role=shown[0] if shown else UNKNOWN_ROLE)


def _forms(words: Iterable[str]) -> dict[str, str]:
    """Folded form, singular and plural -> the word."""
    return {fold(word) + ending: word for word in sorted(words) for ending in ("", "s") if " " not in word}


def _words_beside(people: Mapping[str, Entity], documents: Iterable[Document]) -> Mapping[str, set[str]]:
    """For each person the folded words where titles stand: right before the name, and behind a comma after it."""
    bearers: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for party in people.values():
        for name in party.names:
            if _proper(name):
                bearers[tuple(fold_words(name))].add(party.id)
    starts = {words[0] for words in bearers}
    longest = max(map(len, bearers))
    found: dict[str, set[str]] = {id_: set() for id_ in people}
    for document in documents:
        for clause in _PARTED.split(document.text):
            tokens = [(match[0], match.start(), match.end()) for match in _WORD.finditer(clause)]
            folded = [fold(token) for token, _, _ in tokens]
            for at, first in enumerate(folded):
                if first not in starts and not any(first.startswith(start) for start in starts):
                    continue
                for end in range(at + 1, min(at + longest, len(folded)) + 1):
                    key = tuple(word for token, _, _ in tokens[at:end] for word in fold_words(token))
                    for id_ in bearers.get(key, ()):
                        found[id_].update(_titles(clause, tokens, folded, at))
                        found[id_].update(_apposition(clause, tokens, folded, end))
    return found


def _titles(clause: str, tokens: list[Token], folded: list[str], at: int) -> Iterator[str]:
    """« le chercheur malien X », « le porte-parole de l'armée du Nord, X »: words that may be a title before a name.

    Without a comma one word of its own may stand between (an adjective); with a verb and its object there are two.
    """
    apposed = at > 0 and "," in clause[tokens[at - 1][2] : tokens[at][1]]
    between = 0
    for i in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        if tokens[i][0] == "a":  # « Le général a salué X »: the verb, not « à »
            return
        yield folded[i]
        if i < at - 1 and "," in clause[tokens[i][2] : tokens[i + 1][1]]:
            return
        if not apposed and folded[i] not in _SMALL and not tokens[i][0][0].isupper():
            between += 1
            if between > 1:
                return


def _apposition(clause: str, tokens: list[Token], folded: list[str], end: int) -> Iterator[str]:
    """« X, ancienne ministre »: the first words behind a comma right after the name."""
    if end < len(tokens) and clause[tokens[end - 1][2] : tokens[end][1]].strip() == ",":
        yield from itertools.takewhile(lambda word: word not in _CLAUSE, folded[end : end + _AFTER])
