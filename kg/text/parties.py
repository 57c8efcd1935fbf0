"""Who is meant: mentions, pronouns and anaphors of one document become its parties.

In: a ``Text``, its mentions, the wordlists. Out: for any token the parties that it stands for, and the document's
entities. An anaphor that the document does not resolve stands for nobody. Named parties are found first, with what the
document itself links to them (brackets, apposition, « les rebelles du CSP »); descriptions afterwards, so that a
description may come before the link. Nothing is merged on a guess.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.names import fold
from kg.records import Entity
from kg.text.mentions import Mention
from kg.text.tokens import Span, Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_ORGANISED = ("ArmedGroup", "Militia", "PrivateMilitaryCompany", "InternationalOrganization", "CivilOrganization")
_THIRD = frozenset("il elle ils elles lui leur eux -t-il -t-elle -il -elle -ils -elles celui-ci celle-ci ceux-ci celles-ci".split())
_LAST = frozenset("dernier dernière derniers dernières".split())
_OWN = {"son": False, "sa": False, "ses": False, "leur": True, "leurs": True}
_EMPTY = frozenset("nouveau ancien autre principal propre divers différent proche meilleur dernier premier seul".split())
_FIRST = frozenset("notre nos votre vos mon ma mes ton ta tes".split())
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_FAR = 2
"""A pronoun looks back over this many sentences at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party as it stands at one place: entity key, class, span and how it was recognised there."""

    key: str
    type: str
    span: Span
    how: str
    state: str | None = None
    """Key of the state that a capital may stand for."""


@dataclass(slots=True)
class _Draft:
    key: str
    type: str
    scope: str
    gazetteer: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    profile: set[str] = field(default_factory=set)
    state: str | None = None
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    token: Token
    key: str
    plural: bool
    feminine: bool | None
    subject: bool


def entry_sets(entry: LexicalEntry | None) -> Mapping[str, str]:
    """The effects of an entry, empty for None."""
    return entry.sets if entry is not None else {}


class Parties:
    """The parties of one document."""

    def __init__(self, doc: str, text: Text, mentions: Mapping[int, tuple[Mention, ...]], words: Wordlists) -> None:
        self._doc, self._text, self._mentions, self._words = doc, text, mentions, words
        self._vocabulary = words.vocabulary
        self._drafts: dict[str, _Draft] = {}
        self._resolved: dict[int, tuple[tuple[Mention, str], ...]] = {}
        self._seen: list[_Seen] = []
        self._pronouns: dict[int, tuple[Party, ...]] = {}
        self._sides: dict[int, str] = {}
        self._surnames: dict[str, str] = {}
        self._context = self._find_context()
        self._name_parties()
        self._link_aliases()
        self._describe_parties()

    # ---- what the later stages ask

    def at(self, token: Token) -> tuple[Party, ...]:
        """The parties that ``token`` stands for: none for an unresolved anaphor or a word that denotes no party."""
        own = self._own(token)
        if own:
            return own
        if token.i in self._mentions:
            return ()
        if token.pos in {"PRON", "DET", "ADJ"} or token.lower in _THIRD:
            return self._pronoun(token)
        return self._through(token)

    def adjective(self, token: Token, *, armed: bool) -> tuple[Party, ...]:
        """The parties behind the demonyms of an event noun: the state, or its forces where the event is one of arms."""
        found = []
        for child in self._text.children(token, "amod"):
            for part in self._text.conjuncts(child):
                state = self._words.demonyms.get(part.lower)
                if state is not None and part.pos in {"ADJ", "NOUN", "PROPN"}:
                    key = self._body_key("ArmedForces", state) if armed else self._known_key(state)
                    found.append(self._party(key, part, "demonym"))
        return tuple(found)

    def owner(self, token: Token) -> tuple[Party, ...]:
        """The parties behind the possessive of a noun (« leur offensive »)."""
        for child in self._text.children(token, "det"):
            if child.lower in _OWN:
                found = self._antecedent(child, plural=_OWN[child.lower], feminine=None, of=token)
                return tuple(self._party(k, child, "possessive") for k in found)
        return ()

    def entity(self, key: str) -> Entity:
        """The entity of a key, with every name it was met under in this document, the label first."""
        draft = self._drafts[key]
        known = self._vocabulary.gazetteer.get(draft.gazetteer) if draft.gazetteer else None
        names = [n for n, _ in sorted(draft.names.items(), key=lambda item: (-item[1], item[0]))]
        if known is not None:
            label = known.label
            names = [label, *known.names, *names]
        else:
            label = names[0] if names else key
        kind = "UnnamedSource" if draft.unnamed else draft.type
        return Entity(id=draft.key, label=label, names=tuple(sorted(set(names))), type=kind, scope=draft.scope)  # type: ignore[arg-type]

    def place_kind(self, type_: str) -> bool:
        """Whether a class can be a place."""
        return self._vocabulary.is_a(type_, "Place")

    def named(self, key: str) -> bool:
        """Whether the entity is known by a name of its own, not only by a description."""
        return self._drafts[key].scope != "document"

    def profile(self, key: str) -> frozenset[str]:
        """Lemmas under which the document describes this entity."""
        return frozenset(self._drafts[key].profile)

    def state_of(self, key: str) -> str | None:
        """The id of the state that an entity is, or is a body of."""
        draft = self._drafts[key]
        if draft.gazetteer is not None:
            known = self._vocabulary.gazetteer[draft.gazetteer]
            return known.id if known.type == "State" else known.state
        return draft.state

    def take_sides(self, sides: Mapping[int, str]) -> None:
        """Second pass: say for whom « nous » stands in each quotation, and resolve « nos forces » and « nous » by it."""
        self._sides = dict(sides)
        self._pronouns = {i: found for i, found in self._pronouns.items() if found}
        for i, mentions in self._mentions.items():
            token = self._text.tokens[i]
            det = self._text.child(token, "det")
            if i not in self._resolved and det is not None and det.lower in _FIRST:
                for mention in mentions:
                    if (key := self._own_side(token, mention)) is not None:
                        self._resolve(i, mention, key, names=False)

    # ---- building

    def _key(self, *parts: object) -> str:
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]

    def _draft(self, key: str, type_: str, scope: str, gazetteer: str | None = None) -> _Draft:
        if key not in self._drafts:
            self._drafts[key] = _Draft(key, type_, scope, gazetteer)
        return self._drafts[key]

    def _known_key(self, id_: str) -> str:
        self._draft(id_, self._vocabulary.gazetteer[id_].type, "gazetteer", id_)
        return id_

    def _body_key(self, type_: str, state: str) -> str:
        for entry in self._bodies().get((type_, state), ()):
            return self._known_key(entry)
        key = self._key("body", type_, state)
        draft = self._draft(key, type_, "named")
        draft.state = state
        return key

    def _bodies(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        return self._words.bodies

    def _find_context(self) -> Counter[str]:
        """How often each state is named, by name, adjective or body: the states that the document is about."""
        count: Counter[str] = Counter()
        for token in self._text.tokens:
            state = self._words.demonyms.get(token.lower)
            if state is not None:
                count[state] += 1
            for id_ in token.known:
                entry = self._vocabulary.gazetteer[id_]
                count[entry.id if entry.type == "State" else entry.state or ""] += 1
        del count[""]
        return count

    def _name_parties(self) -> None:
        for i, mentions in self._mentions.items():
            for mention in mentions:
                if mention.kind == "name" and (key := self._name_key(mention)) is not None:
                    self._resolve(i, mention, key)
                elif mention.kind == "body" and mention.state is not None:
                    self._resolve(i, mention, self._body_key(mention.type, mention.state))
        for i, mentions in self._mentions.items():
            for mention in mentions:
                target = mention.linked if mention.linked is not None else mention.owner
                key = self._target_key(target)
                if mention.kind == "name" or key is None:
                    continue
                if mention.linked is not None and not self._fits_name(mention, key):
                    continue
                self._drafts[key].profile |= mention.profile
                if mention.kind == "description":
                    self._resolve(i, mention, key, names=mention.owner is not None)

    def _target_key(self, target: int | None) -> str | None:
        """The key of the party that a linked or owning token stands for."""
        if target is None:
            return None
        if target in self._resolved:
            return self._resolved[target][0][1]
        id_ = self._words.demonyms.get(self._text.tokens[target].lower)
        return self._known_key(id_) if id_ is not None else None

    def _fits_name(self, mention: Mention, key: str) -> bool:
        type_ = self._drafts[key].type
        place = self._vocabulary.is_a(mention.type, "Place")
        person = self._vocabulary.is_a(mention.type, "Person") or mention.unnamed
        return place == (type_ == "Place") and person == (type_ == "Person")

    def _resolve(self, i: int, mention: Mention, key: str, *, names: bool = True) -> None:
        self._resolved[i] = (*self._resolved.get(i, ()), (mention, key))
        if names:
            self._drafts[key].names.update(mention.names)
        self._drafts[key].profile |= mention.profile

    def _name_key(self, mention: Mention) -> str | None:
        if mention.known:
            return self._known_key(mention.known[0] if len(mention.known) == 1 else self._likeliest(mention.known))
        supported = [w for w in mention.weak if self._supported(w)]
        if len(supported) == 1:
            return self._known_key(supported[0])
        name = mention.names[0]
        folded = fold(name)
        if not folded:
            return None
        if mention.type == "Person":
            last = fold(name.split()[-1])
            if " " not in name and last in self._surnames:
                return self._surnames[last]
        key = self._key("name", folded)
        self._draft(key, mention.type, "named")
        if mention.type == "Person" and " " in name:
            self._surnames.setdefault(fold(name.split()[-1]), key)
        return key

    def _likeliest(self, ids: tuple[str, ...]) -> str:
        """Of several known parties of one name, the one whose state the document is about."""
        return max(sorted(ids), key=lambda k: self._context[self._vocabulary.gazetteer[k].state or k])

    def _supported(self, id_: str) -> bool:
        entry = self._vocabulary.gazetteer[id_]
        strong = any(id_ in t.known for t in self._text.tokens)
        return strong or self._context[entry.state or id_] > 0

    def _link_aliases(self) -> None:
        for alias in self._text.aliases:
            token = self._aliased(self._text.tokens[alias.token], alias.text)
            known = self._likeliest(alias.known) if alias.known else None
            if token is not None and known and self._otherwise_known(token, known):
                token = next((t for t in (self._text.tokens[alias.token],) if t.i in self._mentions and not self._otherwise_known(t, known)), None)
            if token is None:
                continue
            pairs = self._resolved.get(token.i, ())
            mention = self._mentions[token.i][0]
            key = self._known_key(known) if known else pairs[0][1] if pairs else self._key("name", fold(alias.text))
            draft = self._draft(key, mention.type, "named")
            draft.names.update([alias.text])
            draft.profile |= mention.profile
            if not pairs or pairs[0][1] != key:
                self._resolved[token.i] = ((mention, key),)
                draft.names.update(mention.names)
                for name in mention.names:
                    self._rename(fold(name), key)
            self._rename(fold(alias.text), key)

    def _otherwise_known(self, token: Token, known: str) -> bool:
        """Whether the gazetteer knows the mention as another party: a bracket never joins two known ones."""
        return any(self._drafts[k].scope == "gazetteer" and k != known for _, k in self._resolved.get(token.i, ()))

    def _rename(self, folded: str, key: str) -> None:
        """Every plain mention of this unknown name in the document is the party of ``key``."""
        old = self._key("name", folded)
        for i, pairs in self._resolved.items():
            if any(k == old for _, k in pairs) and old != key:
                self._resolved[i] = tuple((m, key if k == old else k) for m, k in pairs)
                self._drafts[key].names.update(n for m, _ in pairs for n in m.names)

    def _aliased(self, token: Token, alias: str) -> Token | None:
        """The noun that a bracketed name renames: the highest mention of its phrase that is no person or place."""
        chain = [token]
        for above in self._text.ancestors(token):
            if chain[-1].relation not in {"nmod", "amod", "flat", "appos", "conj", "obl", "acl"}:
                break
            chain.append(above)
        fitting = [t for t in chain if t.i in self._mentions and self._mentions[t.i][0].type not in {"Person", "Place", "State"}]
        letters = fold(alias)[:1]
        same = [t for t in fitting if fold(self._mentions[t.i][0].names[-1])[:1] == letters]
        return (same or fitting or [None])[-1]

    # ---- descriptions

    def _describe_parties(self) -> None:
        pending = sorted(i for i in self._mentions if i not in self._resolved or len(self._resolved[i]) < len(self._mentions[i]))
        for token in self._text.tokens:
            if token.i in pending:
                for mention in self._mentions[token.i]:
                    if mention.kind != "description":
                        continue
                    members = self._set(token, mention)
                    for key in members or [k for k in (self._described_key(token, mention),) if k is not None]:
                        named = not members and (not mention.anaphoric or not self._drafts[key].names)
                        self._resolve(token.i, mention, key, names=named)
            for mention, key in self._resolved.get(token.i, ()):
                self._note(token, mention, key)

    def _note(self, token: Token, mention: Mention, key: str) -> None:
        self._seen.append(
            _Seen(token, key, mention.plural or "Number=Plur" in token.morph, self._feminine(token), token.dep.startswith(("nsubj", "obl:agent")))
        )

    def _feminine(self, token: Token) -> bool | None:
        if "Gender=Fem" in token.morph:
            return True
        det = self._text.child(token, "det")
        if det is not None and det.lower in {"la", "une", "cette", "sa"}:
            return True
        if det is not None and det.lower in {"le", "un", "ce", "cet", "du", "au"}:
            return False
        return False if "Gender=Masc" in token.morph and not token.name else None

    def _set(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """« les trois pays », « ces deux groupes »: the last coordination of as many parties of that class."""
        size = next((_NUMBERS[c.lower] for c in self._text.children(token, "nummod", "det", "amod") if c.lower in _NUMBERS), 0)
        if not size or not mention.definite or len(self._salient(mention.profile)) > 0:
            return ()
        classes = {e.gives for e in self._words.entries("ordinal", token.lemma)} or {mention.type}
        for i in range(len(self._seen) - 1, -1, -1):
            first = self._seen[i].token
            if token.sent - first.sent > _FAR + 2:
                return ()
            if first.relation != "conj" and self._joins(first):
                keys = tuple(dict.fromkeys(k for t in self._text.conjuncts(first) for _, k in self._resolved.get(t.i, ())))
                if len(keys) == size and all(any(self._vocabulary.is_a(self._drafts[k].type, c) for c in classes) for k in keys):
                    return keys
        return ()

    def _described_key(self, token: Token, mention: Mention) -> str | None:
        det = self._text.child(token, "det")
        if det is not None and det.lower in _FIRST:
            return self._own_side(token, mention)
        if mention.plural and not self._salient(mention.profile) and mention.definite and mention.type == "State":
            return None
        if mention.anaphoric:
            return self._anaphor(token, mention)
        if mention.unnamed or (mention.type == "Person" and not mention.definite):
            key = self._key("unnamed", self._doc, fold(mention.names[0]))
            self._draft(key, mention.type, "document").unnamed = mention.unnamed or mention.type == "Person"
            return key
        by_profile = self._by_profile(token, mention)
        if by_profile is not None:
            return by_profile
        if mention.type == "Place":
            return None if len(mention.names) < 2 else self._local(mention)
        bare = len(mention.profile) == 1 and not mention.plural
        if not bare and not self._salient(mention.profile) and "named" in entry_sets(self._words.head(token.lemma)):
            return None
        if bare and mention.definite and mention.type in {"ArmedForces", "Government", "State"}:
            state = self._focal(mention.type)
            if state is None:
                return None
            return self._body_key(mention.type, state) if mention.type != "State" else self._known_key(state)
        if bare and mention.definite and mention.generic and mention.type in _ORGANISED:
            if (called := self._called(token)) is not None:
                return called
            return self._latest(token, lambda t: t in _ORGANISED, named=True)
        if bare and mention.definite and mention.type == "Person":
            return self._local(mention)
        return self._local(mention)

    def _own_side(self, token: Token, mention: Mention) -> str | None:
        """« nos forces », « notre mouvement »: the speaker's side, when the quotation has one."""
        side = self._sides.get(token.quote)
        if side is None:
            return None
        state = self.state_of(side)
        if mention.type in {"ArmedForces", "Government", "State"} and state is not None:
            return self._body_key(mention.type, state) if mention.type != "State" else self._known_key(state)
        return side if mention.type in _ORGANISED and self._drafts[side].type in _ORGANISED else None

    def _called(self, token: Token) -> str | None:
        """« le Front » for the « Front de libération »: the latest party with a name that begins with this noun."""
        for seen in reversed(self._seen):
            draft = self._drafts[seen.key]
            if seen.token.i < token.i and draft.scope != "document" and draft.type in _ORGANISED:
                entry = self._vocabulary.gazetteer.get(draft.gazetteer or "")
                names = (*draft.names, *((entry.label, *entry.names) if entry else ()))
                if any(fold(n.split()[0]) == fold(token.lemma) for n in names if " " in n):
                    return seen.key
        return None

    def _local(self, mention: Mention) -> str:
        salient = sorted(self._salient(mention.profile)) or sorted(mention.profile)
        key = self._key("description", self._doc, mention.type, salient)
        self._draft(key, mention.type, "document").profile |= mention.profile
        return key

    def _salient(self, profile: frozenset[str] | set[str]) -> frozenset[str]:
        """The lemmas that tell one described party from another: not « groupe », « armé », « homme »."""
        return frozenset(p for p in profile if not self._colourless(p))

    def _colourless(self, lemma: str) -> bool:
        entry = self._words.first("head", lemma)
        return lemma in {"armé", "combattant", "autre"} or (entry is not None and ("named" in entry.sets or "vague" in entry.sets))

    def _by_profile(self, token: Token, mention: Mention) -> str | None:
        """The one party that the document describes with these words: « les séparatistes » for « l'alliance séparatiste (X) »."""
        wanted = self._salient(mention.profile)
        if not wanted or mention.type in {"Place", "Population", "CivilOrganization"}:
            return None
        fits = [
            d.key
            for d in self._drafts.values()
            if wanted <= {*d.profile} and self._same_kind(d.type, mention.type) and (d.scope != "document" or mention.definite or mention.plural)
        ]
        named = [k for k in fits if self._drafts[k].scope != "document"]
        choice = named or fits
        return choice[0] if len(choice) == 1 else None

    def _same_kind(self, a: str, b: str) -> bool:
        groups = ({"ArmedGroup", "Militia", "PrivateMilitaryCompany"}, {"Government", "State"})
        return a == b or any(a in g and b in g for g in groups)

    def _focal(self, type_: str) -> str | None:
        """The state whose army or government a bare « l'armée » means: the only one with such a body here, or the main one."""
        before = [s.key for s in self._seen if self._drafts[s.key].type == type_ and self._drafts[s.key].scope != "document"]
        states = {self.state_of(key) for key in before} - {None}
        if len(states) == 1:
            return next(iter(states))
        ranked = self._context.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return ranked[0][0]
        return None

    def _anaphor(self, token: Token, mention: Mention) -> str | None:
        det = self._text.child(token, "det")
        if det is not None and det.lower in _OWN:
            return self._possessed(token, mention)
        if mention.type in {"Person"} or self._words.first("ordinal", mention.names[0]) is not None and mention.plural:
            return self._latest(token, lambda t: t == mention.type, named=False)
        wanted = self._salient(mention.profile)
        by_profile = self._by_profile(token, mention) if wanted else None
        if by_profile is not None or mention.plural:
            return by_profile
        return self._latest(token, lambda t: t == mention.type or (t in _ORGANISED and mention.type in _ORGANISED), named=False)

    def _possessed(self, token: Token, mention: Mention) -> str | None:
        """« ses alliés russes »: the one party of that state here; « son armée »: the army of the owner's state."""
        if mention.type == "Place":
            return self._local(mention) if len(mention.names) > 1 else None
        states = [s for c in self._text.children(token, "amod") for p in self._text.conjuncts(c) if (s := self._words.demonyms.get(p.lower))]
        if states:
            fits = [d.key for d in self._drafts.values() if d.scope != "document" and d.type in {"PrivateMilitaryCompany", "ArmedForces"} and self.state_of(d.key) == states[0]]
            return fits[0] if len(fits) == 1 else self._local(mention)
        if mention.plural and self._salient(mention.profile - {mention.names[0].split()[0], token.lemma}) - _EMPTY:
            return self._local(mention)
        if mention.type in {"ArmedForces", "Government"}:
            for party in self.owner(token):
                state = self.state_of(party.key)
                if state is not None:
                    return self._body_key(mention.type, state)
        return None

    # ---- anaphora

    def _latest(self, token: Token, fits: object, *, named: bool) -> str | None:
        test = fits if callable(fits) else (lambda _t: False)
        for seen in reversed(self._seen):
            if seen.token.sent < token.sent - _FAR - 1:
                break
            draft = self._drafts[seen.key]
            if seen.token.i < token.i and test(draft.type) and (not named or draft.scope != "document"):
                return seen.key
        return None

    def _own(self, token: Token) -> tuple[Party, ...]:
        return tuple(
            Party(key=key, type=self._drafts[key].type, span=m.span, how=m.kind, state=self._capital_of(m, key))
            for m, key in self._resolved.get(token.i, ())
        )

    def _capital_of(self, mention: Mention, key: str) -> str | None:
        if self._drafts[key].type != "Place":
            return None
        return next((self._known_key(w) for w in mention.capital), None)

    def _party(self, key: str, token: Token, how: str) -> Party:
        return Party(key=key, type=self._drafts[key].type, span=(token.start, token.end), how=how)

    def _through(self, token: Token) -> tuple[Party, ...]:
        """A noun that stands for its owner: « une position de l'armée », « un drone turc », « leurs positions »."""
        for child in self._text.children(token, "appos", "flat", "nmod"):
            if child.name and token.pos == "NOUN" and self._text.child(child, "case") is None and (own := self._own(child)) and own[0].type == "Person":
                return own  # « son homologue X »
        if self._words.first("transparent", token.lemma) is None:
            return ()
        for child in self._text.children(token, "nmod"):
            case = self._text.child(child, "case")
            if case is not None and case.lemma == "de":
                found = tuple(p for t in self._text.conjuncts(child) for p in self.at(t) if p.type != "Place")
                if found:
                    return found
        return self.adjective(token, armed=True) or self.owner(token)

    def _pronoun(self, token: Token) -> tuple[Party, ...]:
        if token.i not in self._pronouns:
            self._pronouns[token.i] = ()
            self._pronouns[token.i] = tuple(self._find_pronoun(token))
        return self._pronouns[token.i]

    def _find_pronoun(self, token: Token) -> Iterator[Party]:
        lower = token.lower
        if lower in {"qui", "que", "qu'", "qu’", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "auquel", "auxquels", "duquel"}:
            head = self._relative_head(token)
            if head is not None:
                yield from (p for t in self._text.conjuncts(head) if t.i < token.i for p in self.at(t))
            return
        if lower == "nous" and token.quote in self._sides:
            yield self._party(self._sides[token.quote], token, "pronoun")
            return
        last = lower in {"dernier", "dernière", "derniers", "dernières"} or lower in {"celui-ci", "celle-ci", "ceux-ci", "celles-ci"}
        if lower not in _THIRD and not last:
            return
        plural = lower in {"ils", "elles", "leur", "eux", "-ils", "-elles", "ceux-ci", "celles-ci", "derniers", "dernières"}
        feminine = None if lower in {"lui", "leur"} else lower in {"elle", "elles", "-elle", "-elles", "-t-elle", "celle-ci", "celles-ci", "dernière"}
        for key in self._antecedent(token, plural=plural, feminine=feminine, nearest=last):
            yield self._party(key, token, "pronoun")

    def _relative_head(self, token: Token) -> Token | None:
        for above in self._text.ancestors(token):
            if above.dep in {"acl:relcl", "acl", "advcl:cleft"}:
                head = self._text.head(above)
                return self.agreeing(above, head) if head is not None and token.lower == "qui" else head
        return None

    def antecedent(self, token: Token) -> Token | None:
        """The noun that a relative pronoun stands for; the token itself for a noun; None for other pronouns."""
        if token.pos == "PRON":
            return self._relative_head(token) if token.lower in {"qui", "que", "qu'", "qu’"} else None
        return token

    def agreeing(self, verb: Token, noun: Token) -> Token:
        """The antecedent of « qui »: the noun, or one it hangs on, that agrees with the verb in number.

        « coalition de mouvements qui rassemble X » is about the coalition, whatever the parser attached.
        """
        forms = [verb, *self._text.children(verb, "aux", "cop", "aux:pass")]
        number = next((m for f in forms for m in f.morph if m.startswith("Number=") and "VerbForm=Fin" in f.morph), None)
        current: Token | None = noun
        while number is not None and current is not None and current.pos in {"NOUN", "PROPN"}:
            theirs = next((m for m in current.morph if m.startswith("Number=")), number)
            if theirs == number or self._text.child(current, "conj") is not None:
                return current
            current = self._text.head(current) if current.relation in {"nmod", "appos", "flat"} else None
        return noun

    def _antecedent(
        self, token: Token, *, plural: bool, feminine: bool | None, of: Token | None = None, nearest: bool = False
    ) -> tuple[str, ...]:
        """The most salient earlier party that agrees: a subject of the nearest clause before, else the nearest mention."""
        rival = self._inanimate(token, plural=plural, feminine=feminine)
        candidates = [
            s
            for s in self._seen
            if s.token.i < token.i
            and token.sent - s.token.sent <= _FAR
            and self._drafts[s.key].type != "Place"
            and self._agrees(s, plural=plural, feminine=feminine)
            and not (of is not None and s.token.i == of.i)
        ]
        if not candidates:
            return ()
        if nearest:
            return (candidates[-1].key,)
        best = max(candidates, key=lambda s: (s.token.sent, s.subject, s.token.i))
        if rival is not None and (rival.sent, True, rival.i) > (best.token.sent, best.subject, best.token.i):
            return ()
        if plural:
            joined = [s for s in candidates if s.token.sent == best.token.sent and self._joined(s.token, best.token)]
            if len(joined) > 1:
                return tuple(dict.fromkeys(s.key for s in joined))
        return (best.key,)

    def _inanimate(self, token: Token, *, plural: bool, feminine: bool | None) -> Token | None:
        """The nearest earlier subject that is no party and agrees: the pronoun may mean it, so nobody is meant for sure."""
        for i in range(token.i - 1, -1, -1):
            other = self._text.tokens[i]
            if token.sent - other.sent > 1:
                return None
            if other.pos == "NOUN" and other.relation == "nsubj" and i not in self._mentions and not self._through(other):
                if ("Number=Plur" in other.morph) == plural and (feminine is None or ("Gender=Fem" in other.morph) == feminine):
                    return other
        return None

    def _joined(self, a: Token, b: Token) -> bool:
        return a.i == b.i or (a.relation == "conj" and a.head == b.i) or (b.relation == "conj" and b.head == a.i)

    def _agrees(self, seen: _Seen, *, plural: bool, feminine: bool | None) -> bool:
        collective = self._drafts[seen.key].type != "Person"
        if plural and not seen.plural and not collective:
            return False
        if plural and not seen.plural and not (self._joins(seen.token) or self._drafts[seen.key].type in {"Government", "ArmedForces"}):
            return False
        if not plural and seen.plural:
            return False
        return feminine is None or seen.feminine is None or seen.feminine == feminine or (plural and not feminine)

    def _joins(self, token: Token) -> bool:
        return token.relation == "conj" or self._text.child(token, "conj") is not None
