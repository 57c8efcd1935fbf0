"""The cast of a document: its parties so far, the mentions they were met under, and who was seen last.

In: filled by ``named`` and ``described``. Out: asked by ``anaphora``, ``groups`` and ``parties``. Keys are content
hashes, or the slug of a gazetteer entry; two gazetteer entries never share a key.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.names import fold
from kg.records import Entity
from kg.text.mentions import Mention
from kg.text.tokens import Span, Text, Token
from kg.text.wordlists import Wordlists

_COLOURLESS = frozenset(
    """armé combattant autre nouveau ancien principal propre divers différent proche meilleur dernier premier
    seul""".split()
)
"""Adjectives and nouns that do not tell one party from another."""
_FEMININE = ("ée", "ion", "nce", "té", "force", "ligue", "milice", "brigade")
"""Endings of feminine nouns for organisations."""
Scope = Literal["gazetteer", "named", "document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party as it stands at one place: entity key, class, span and how it was recognised there."""

    key: str
    type: str
    span: Span
    how: str
    state: str | None = None
    """Key of the state that a capital may stand for."""


Sided = Callable[[Token], str | None]
"""Says for which party, by key, a word of the first or second person stands."""
Stands = Callable[[Token], tuple[Party, ...]]
"""Asks which parties a token stands for."""


@dataclass(slots=True)
class Draft:
    """An entity in the making. ``state`` is the id of the state that a body without an entry of its own belongs to."""

    key: str
    type: str
    scope: Scope
    gazetteer: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    proper: Counter[str] = field(default_factory=Counter)
    """Those of its names that are proper names or brackets: one of them is its label."""
    profile: set[str] = field(default_factory=set)
    state: str | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A place where a party was met. ``aside``: only as the source of words (« selon X »)."""

    token: Token
    key: str
    plural: bool
    feminine: bool | None
    subject: bool
    aside: bool = False
    pronoun: bool = False
    body: str = ""
    """The class of the state's body that it was met as, when it was."""


class Cast:
    """The parties of one document."""

    def __init__(self, doc: str, text: Text, mentions: Mapping[int, tuple[Mention, ...]], words: Wordlists) -> None:
        self.doc, self.text, self.mentions, self.words = doc, text, mentions, words
        self.vocabulary = words.vocabulary
        self.drafts: dict[str, Draft] = {}
        self.resolved: dict[int, tuple[tuple[Mention, str], ...]] = {}
        self.seen: list[Seen] = []
        self._seen_at: list[int] = []
        self._by_word: dict[str, dict[str, None]] = {}
        self._tokens_of: dict[str, list[int]] = {}
        self.context = self._find_context()
        self.grounds = self._find_grounds()
        self.titles: dict[str, list[tuple[str, frozenset[str]]]] = {}
        """Title noun -> (person, parties or states that the title belongs to), as the document says it."""
        self.offices: dict[str, set[str]] = {}
        """Person without a name -> parties or states that they belong to by their title (« un officier ivoirien »)."""
        self.followed: dict[str, dict[str, None]] = {}
        """Person -> groups that the document calls theirs (« le FPT de X », « le FPT, dirigé par X »)."""
        self.strong = frozenset(id_ for token in text.tokens for id_ in token.known)

    def _find_context(self) -> Counter[str]:
        """How often each state is named, by name, adjective or body: the states that the document is about."""
        count: Counter[str] = Counter()
        for token in self.text.tokens:
            state = self.words.demonyms.get(token.lower)
            if state is not None:
                count[state] += 1
            for id_ in (*token.known, *token.weak):
                entry = self.vocabulary.gazetteer[id_]
                # « l'état-major des armées » says nothing of which state it speaks
                sure = id_ in token.known or entry.state is None
                if sure and entry.type in self.words.body_classes:
                    count[entry.id if entry.type == "State" else entry.state or ""] += 1
        del count[""]
        return count

    def _find_grounds(self) -> Counter[str]:
        """In how many different places of each state the document is set."""
        places = {id_ for token in self.text.tokens if token.name for id_ in token.known if not token.weak}
        entries = (self.vocabulary.gazetteer[id_] for id_ in places)
        return Counter(e.state for e in entries if e.state is not None and self.place(e.type))

    # ---- keys and drafts

    def hashed(self, *parts: object) -> str:
        """A key from these parts."""
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]

    def draft(self, key: str, type_: str, scope: Scope, gazetteer: str | None = None) -> Draft:
        """The draft of ``key``, made when new."""
        if key not in self.drafts:
            self.drafts[key] = Draft(key, type_, scope, gazetteer)
        return self.drafts[key]

    def known(self, id_: str) -> str:
        """The key of a gazetteer entry."""
        self.draft(id_, self.vocabulary.gazetteer[id_].type, "gazetteer", id_)
        return id_

    def body(self, type_: str, state: str) -> str:
        """The key of a state's body of this class: its entry, else the state itself where the body bears no arms.

        « le gouvernement malien » and « les autorités maliennes » are Mali, « l'armée malienne » is not; the body of
        class Place is the capital.
        """
        for entry in self.words.bodies.get((type_, state), ()):
            return self.known(entry)
        if self.place(type_) and (capital := self.vocabulary.gazetteer[state].capital):
            return self.known(capital)
        if not self.vocabulary.is_a(type_, "ArmedActor") and not self.place(type_):
            return self.known(state)
        key = self.hashed("body", type_, state)
        self.draft(key, type_, "named").state = state
        return key

    def local(self, mention: Mention) -> str:
        """The key of a description of this document, the same for the same words."""
        salient = sorted(self.salient(mention.profile)) or sorted(mention.profile)
        if self.vocabulary.is_a(mention.type, "Person") or self.place(mention.type):
            salient = [fold(max(mention.names, key=len))]  # « un poste de police » is not the next one
        key = self.hashed("description", self.doc, mention.type, salient)
        draft = self.draft(key, mention.type, "document")
        draft.state = draft.state or mention.state
        self.describe(key, mention.profile)
        return key

    def resolve(self, i: int, mention: Mention, key: str, *, names: bool = True) -> None:
        """Say that the mention at token ``i`` is ``key``; ``names``: its surface forms name the party."""
        self.resolved[i] = (*self.resolved.get(i, ()), (mention, key))
        self._tokens_of.setdefault(key, []).append(i)
        if names:
            self.name(key, mention.names, proper=mention.kind != "description")
        self.describe(key, mention.profile)

    def name(self, key: str, names: Iterable[str], *, proper: bool) -> None:
        """Add names of the party."""
        self.drafts[key].names.update(names)
        if proper:
            self.drafts[key].proper.update(names)

    def describe(self, key: str, profile: frozenset[str]) -> None:
        """Add lemmas under which the document describes the party."""
        self.drafts[key].profile |= profile
        for word in profile:
            self._by_word.setdefault(word, {})[key] = None

    def described_by(self, lemmas: frozenset[str]) -> list[str]:
        """Keys of the parties described by all these lemmas."""
        first, *rest = (self._by_word.get(word, {}) for word in sorted(lemmas))
        return [key for key in first if all(key in other for other in rest)]

    def rename(self, old: str, key: str) -> None:
        """Every mention of ``old`` is ``key`` from now on."""
        if old == key or old not in self.drafts:
            return
        for i in self._tokens_of.pop(old, []):
            self.resolved[i] = tuple((m, key if k == old else k) for m, k in self.resolved[i])
            self._tokens_of.setdefault(key, []).append(i)
        self.drafts[key].names.update(self.drafts[old].names)
        self.drafts[key].proper.update(self.drafts[old].proper)
        self.describe(key, frozenset(self.drafts[old].profile))

    # ---- classes

    def type(self, key: str) -> str:
        """The class of a party."""
        return self.drafts[key].type

    def is_a(self, key: str, *classes: str) -> bool:
        """Whether the party is of one of these classes."""
        return any(self.vocabulary.is_a(self.drafts[key].type, c) for c in classes)

    def place(self, type_: str) -> bool:
        """Whether the class is one of places only: a state is a party as well."""
        return self.vocabulary.is_a(type_, "Place") and not self.vocabulary.is_a(type_, "Actor")

    def armed(self, type_: str) -> bool:
        """Whether the class bears arms."""
        return self.vocabulary.is_a(type_, "ArmedActor")

    def group(self, type_: str) -> bool:
        """An armed actor that is no body of a state."""
        return self.vocabulary.is_a(type_, "ArmedActor") and type_ not in self.words.body_classes

    def organised(self, type_: str) -> bool:
        """What « le mouvement » or « l'organisation » may stand for."""
        return self.group(type_) or self.vocabulary.is_a(type_, "Organization")

    def alike(self, a: str, b: str) -> bool:
        """Whether a word of class ``b`` may stand for a party of class ``a``."""
        if a == b or (self.group(a) and self.group(b)):
            return True
        return all(self._rules(c) for c in (a, b))

    def _rules(self, type_: str) -> bool:
        unarmed = not self.vocabulary.is_a(type_, "ArmedActor")
        return unarmed and type_ in self.words.body_classes and not self.place(type_)

    def salient(self, profile: frozenset[str]) -> frozenset[str]:
        """The lemmas that tell one described party from another: not « groupe », « armé », « homme »."""
        return frozenset(p for p in profile if not self._colourless(p))

    def _colourless(self, lemma: str) -> bool:
        entry = self.words.first("head", lemma)
        return lemma in _COLOURLESS or (entry is not None and ("named" in entry.sets or "vague" in entry.sets))

    def has_name(self, key: str) -> bool:
        """Whether the party is known by a name of its own, not only by a description."""
        return self.drafts[key].scope != "document"

    def all_names(self, key: str) -> tuple[str, ...]:
        """Names met and names known, in no particular order."""
        draft = self.drafts[key]
        entry = self.vocabulary.gazetteer.get(draft.gazetteer or "")
        return (*draft.names, *((entry.label, *entry.names) if entry else ()))

    def state_of(self, key: str) -> str | None:
        """The id of the state that a party is, or is a body of."""
        draft = self.drafts[key]
        if draft.gazetteer is not None:
            known = self.vocabulary.gazetteer[draft.gazetteer]
            return known.id if known.type == "State" else known.state
        return draft.state

    def office(self, person: str, role: str = "") -> str | None:
        """The key of what a person of the gazetteer heads or speaks for, with ``role`` only under that title.

        An office held today goes before one that is over; of several the one that the document speaks of.
        """
        entry = self.vocabulary.gazetteer.get(self.drafts[person].gazetteer or "")
        held = [m for m in entry.memberships if m.role.lower().startswith(role) and m.role] if entry is not None else []
        today = [m for m in held if not m.when.partition("/")[2]] or held
        ids = list(dict.fromkeys(m.organization for m in today))
        spoken = [id_ for id_ in ids if id_ in self.drafts] if len(ids) > 1 else ids
        return self.known(spoken[0]) if len(spoken) == 1 else None

    # ---- who was seen

    def note(self, token: Token, key: str, *, pronoun: bool = False, plural: bool = False, body: str = "") -> None:
        """Record that ``token`` stands for ``key``; tokens come in text order."""
        subject = token.dep.startswith("nsubj")
        many = plural or self.several(token)
        self.seen.append(Seen(token, key, many, self._feminine(token, key), subject, self._aside(token), pronoun, body))
        self._seen_at.append(token.i)

    def several(self, token: Token) -> bool:
        """Whether the noun is plural; of a name the article tells (« les États-Unis »)."""
        if "Number=Plur" in token.morph:
            return True
        near = self.text.children(token, "det", "case") if token.name else ()
        return any(c.lower in {"les", "des", "aux", "ces"} for c in near)  # « proche des FSR »

    def before(self, token: Token, sentences: int) -> Iterator[Seen]:
        """Who was seen before ``token``, the latest first, at most so many sentences back."""
        for k in range(bisect_left(self._seen_at, token.i) - 1, -1, -1):
            if token.sent - self.seen[k].token.sent > sentences:
                return
            yield self.seen[k]

    def _aside(self, token: Token) -> bool:
        """« selon X », « d'après un rapport de X »: only the source of what is said."""
        for above in (token, *self.text.ancestors(token)):
            case = self.text.child(above, "case")
            if case is not None and self.words.entries("source", case.lemma):
                return True
            if above.relation not in {"nmod", "appos", "flat", "conj"}:
                return False
        return False

    def _feminine(self, token: Token, key: str) -> bool | None:
        if "Gender=Fem" in token.morph:
            return True
        det = self.text.child(token, "det")
        if det is not None and det.lower in {"la", "une", "cette", "sa"}:
            return True
        if det is not None and det.lower in {"le", "un", "ce", "cet", "du", "au"}:
            return False
        if "Gender=Masc" in token.morph and not token.name:
            return False
        return self._feminine_name(key)

    def _feminine_name(self, key: str) -> bool | None:
        """« l'AA » is feminine, for it is the « Armée de l'Arakan »."""
        entry = self.vocabulary.gazetteer.get(self.drafts[key].gazetteer or "")
        words = entry.label.casefold().split() if entry is not None and not self.is_a(key, "Person") else []
        if len(words) < 2 or self.words.head(words[0]) is None:
            return None
        return words[0].endswith(_FEMININE)

    # ---- what comes out

    def entity(self, key: str) -> Entity:
        """The entity of a key, with every name it was met under in this document."""
        draft = self.drafts[key]
        known = self.vocabulary.gazetteer.get(draft.gazetteer) if draft.gazetteer else None
        counted = (draft.proper or draft.names).items()
        best = min(counted, key=lambda item: (-item[1], -len(item[0]), item[0]), default=(key, 0))[0]
        names = list(draft.names)
        if known is not None:
            label, names = known.label, [known.label, *known.names, *names]
        else:
            label = best
        kind = "UnnamedSource" if draft.unnamed else draft.type
        return Entity(id=draft.key, label=label, names=tuple(sorted(set(names))), type=kind, scope=draft.scope)

    def party(self, key: str, token: Token, how: str) -> Party:
        """The party of ``key`` as it stands at ``token``."""
        return Party(key=key, type=self.drafts[key].type, span=(token.start, token.end), how=how)

    def own(self, token: Token) -> tuple[Party, ...]:
        """The parties that the mention at ``token`` was resolved to."""
        return tuple(
            Party(key=key, type=self.drafts[key].type, span=m.span, how=m.kind, state=self._capital_of(m, key))
            for m, key in self.resolved.get(token.i, ())
        )

    def _capital_of(self, mention: Mention, key: str) -> str | None:
        if not mention.capital or not self.place(self.drafts[key].type):
            return None
        return next((self.known(w) for w in mention.capital), None)
