"""Described parties: « les rebelles », « cette milice », « le président congolais », « ses troupes », « la ville ».

In: a cast whose named mentions are resolved. Out: the same with its descriptions resolved in text order, and a record
of who was seen where. A description is the named party that the document itself describes so, or an entity of this
document alone; an anaphor that the text does not settle is nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.names import fold
from kg.text.anaphora import Anaphora
from kg.text.cast import Cast, Sided, Stands
from kg.text.focus import Focus
from kg.text.groups import Groups
from kg.text.mentions import SOIL, Mention
from kg.text.named import Naming
from kg.text.owned import Owned
from kg.text.phrases import FIRST, POSSESSIVES, WHOLE, armed, case, determiner, plural
from kg.text.sites import Sites
from kg.text.strikers import Strikers
from kg.text.tokens import Token

_UNLIKE = ("Population", "CivilOrganization", "Person")
"""Of these many are described alike: words alone do not make them one."""
_BACK = 3
"""A noun that takes up a party looks back over this many sentences at most."""


class Describer:
    """Resolves the descriptions of one cast."""

    def __init__(self, cast: Cast, naming: Naming, anaphora: Anaphora, through: Stands) -> None:
        self._cast, self._text, self._words = cast, cast.text, cast.words
        self._naming, self._anaphora, self._through = naming, anaphora, through
        self._groups, self.focus = Groups(cast), Focus(cast)
        self._sites = Sites(cast, self.focus, through)
        self._strikers = Strikers(cast)
        self._owned = Owned(cast, anaphora)
        self._known: dict[str, int] = {}
        """Parties met so far that have epithets of their own -> the sentence where they were met last."""
        self._proper: set[str] = set()
        """Those of them that were met for their own sake."""

    def run(self) -> None:
        """Resolve the descriptions and record who is seen, in text order."""
        for token in self._text.tokens:
            if token.i in self._cast.mentions:
                self._describe(token)
            if token.i in self._cast.resolved:
                for mention, key in self._cast.resolved[token.i]:
                    body = mention.type if mention.kind == "body" else ""
                    self._cast.note(token, key, plural=mention.plural, body=body)
                    self._meet(token, key)
                    if self._person(mention) and determiner(self._text, token) in POSSESSIVES:
                        owners = (p.key for p in self._anaphora.owners(token) if p.key != key)
                        self._cast.offices.setdefault(key, set()).update(owners)  # « son coordonnateur, X »
            elif token.relation == "nsubj" and self._anaphora.is_pronoun(token):
                for party in self._anaphora.pronoun(token):
                    self._cast.note(token, party.key, pronoun=True, plural=self._anaphora.several(token))
            elif token.pos == "NOUN" and self._words.first("transparent", token.lemma) is not None:
                for party in self._through(token):
                    self._cast.note(token, party.key)

    def _meet(self, token: Token, key: str) -> None:
        if self._epithets(self._cast.drafts[key].gazetteer):
            self._known[key] = token.sent
            if not self._by_the_way(token):
                self._proper.add(key)

    def _describe(self, token: Token) -> None:
        done = [m for m, _ in self._cast.resolved.get(token.i, ())]
        for mention in self._cast.mentions[token.i]:
            if mention.kind != "description" or any(m is mention for m in done):
                continue
            members = self._groups.members(token, mention)
            if members:
                for key in members:
                    self._cast.resolve(token.i, mention, key, names=False)
            elif (key_ := self._key(token, mention)) is not None:
                anew = not mention.anaphoric or not self._cast.drafts[key_].names
                self._cast.resolve(token.i, mention, key_, names=anew and not self._only_noun(mention, key_))
                if (self._person(mention) or mention.unnamed) and not (mention.plural or self._cast.has_name(key_)):
                    # « un officier ivoirien »
                    self._cast.offices.setdefault(key_, set()).update(self._naming.owners(token))

    def _only_noun(self, mention: Mention, key: str) -> bool:
        """« le mouvement », « la ville »: no name for a party that has a better one."""
        return mention.bare and self._cast.place(mention.type) and self._cast.has_name(key)

    # ---- one description

    def _key(self, token: Token, mention: Mention) -> str | None:
        if determiner(self._text, token) in FIRST or mention.group:
            return None  # « nos forces » waits for the speakers, « les deux camps » that no pair fits is nobody
        if mention.plural and mention.definite and self._rules(mention.type) and mention.bare:
            return None  # « les pays », « ces États »: states, but which
        if self._cast.place(mention.type):
            return self._sites.key(token, mention)
        if mention.leader is not None and not mention.anaphoric:
            return self._owned.following(mention, mention.leader)
        if mention.anaphoric:
            return self._anaphor(token, mention)
        if mention.unnamed or (self._person(mention) and not mention.definite):
            return self._unnamed(mention)
        for rule in (self._titled, self._by_near_epithet, self._by_profile, self._by_epithet):
            if (key := rule(token, mention)) is not None:
                return key
        return self._generic(token, mention)

    def _rules(self, type_: str) -> bool:
        return self._cast.vocabulary.is_a(type_, "State")

    def _unnamed(self, mention: Mention) -> str:
        key = self._cast.hashed("unnamed", self._cast.doc, fold(mention.names[0]))
        self._cast.draft(key, mention.type, "document").unnamed = True
        return key

    def _generic(self, token: Token, mention: Mention) -> str | None:
        """A noun that no words of the document link to a party."""
        cast, alone = self._cast, mention.bare and mention.definite
        if alone and self._has(token, "striker") and (key := self._strikers.last(token)) is not None:
            return key  # « les assaillants »
        if alone and mention.type in self._words.body_classes and self._whole(token, mention):
            if mention.restricted:
                return None if self._text.child(token, "acl:relcl") is not None else cast.local(mention)
            if cast.armed(mention.type) and not self._has(token, "main"):
                return self._branch(token, mention)
            state = self.focus.state(mention.type, token)
            if state is not None:
                return cast.body(mention.type, state)
            return cast.local(mention) if mention.plural or self._stateless(mention.type) else None
        if alone and mention.generic and cast.organised(mention.type):
            return self._taken_up(token, mention)
        known = mention.definite or not mention.plural  # « des groupes armés » are some of their own
        plain = known and not mention.bare and not cast.salient(mention.profile) and not self._person(mention)
        capital = token.text[:1].isupper() and token.i > self._text.sentence(token).first + 1  # « la Coalition de P »
        branch = self._has(token, "named") and cast.group(mention.type) and self._branch_of(token)
        if branch and mention.plural:
            return None  # « les branches rivales de X »: which
        if plain and self._has(token, "named") and not capital and not branch and not self._placed(token):
            return None
        return cast.local(mention)

    def _placed(self, token: Token) -> bool:
        """« la milice de P », « les groupes armés du Nord », « ces milices zarma »: where it is from says which."""
        if plural(token) and armed(self._text, token):
            return True  # « les groupes armés »
        behind = [c for c in self._text.children(token, "nmod") if case(self._text, c) == "de"]
        return any(any(self._cast.place(m.type) for m in self._cast.mentions.get(c.i, ())) for c in behind)

    def _stateless(self, type_: str) -> bool:
        """« l'armée » of a text that names no state's: the only one that it speaks of."""
        named = (d for d in self._cast.drafts.values() if d.type == type_ and d.scope != "document")
        return next(named, None) is None and self._cast.armed(type_)

    def _branch_of(self, token: Token) -> bool:
        """« une faction du FPT »: what it is to a group with a name says which one it is."""
        lines = self._words.entries("noun", token.lemma)
        if not any(s.name == "self" for e in lines for s in e.subject):
            return False
        behind = (c for c in self._text.children(token, "nmod") if case(self._text, c) == "de")
        return any(self._cast.group(p.type) for c in behind for p in self._cast.own(c))

    def _branch(self, token: Token, mention: Mention) -> str | None:
        """« la police », « l'aviation »: a force of its own, the only one of its kind that the document speaks of."""
        kin = (k for k in self._cast.described_by(frozenset({token.lemma})) if self._cast.armed(self._cast.type(k)))
        same = [k for k in kin if not self._cast.group(self._cast.type(k)) and self._entire(k, token.lemma)]
        if same:
            return same[0] if len(same) == 1 else None
        key = self._cast.local(mention)
        self._cast.drafts[key].state = self.focus.state(mention.type, token)
        return key

    def _entire(self, key: str, lemma: str) -> bool:
        """« la police nigérienne », « la police nationale », not « un ancien policier »."""
        plain = {lemma, *self._cast.context, *WHOLE}
        return self._cast.has_name(key) or self._cast.drafts[key].profile <= plain

    def _whole(self, token: Token, mention: Mention) -> bool:
        """Whether the bare noun may stand for the state's whole body: « l'armée », « les soldats », « la garde »."""
        before = self._text.child(token, "case")
        article = determiner(self._text, token) or (before is not None and before.lower in {"des", "aux"})
        return not mention.plural or (self._has(token, "main") and bool(article))

    def _taken_up(self, token: Token, mention: Mention) -> str | None:
        if mention.restricted:
            return None if self._has(token, "named") else self._cast.local(mention)
        if not mention.plural:
            return self._called(token) or self._latest(token, mention, named=True)
        if self._has(token, "named"):
            return None
        return self._only_group(token, mention) or self._cast.local(mention)

    def _called_so(self, key: str, lemma: str) -> bool:
        draft = self._cast.drafts[key]
        return lemma in draft.profile or lemma in self._epithets(draft.gazetteer)

    def _only_group(self, token: Token, mention: Mention) -> str | None:
        """« les rebelles » where the document names one armed group only, and before this."""
        groups = {
            d.key: d.type for d in self._cast.drafts.values() if d.scope != "document" and self._cast.group(d.type)
        }
        key = next(iter(groups), "")
        if len(groups) != 1 or groups[key] != mention.type:
            return None
        if self._words.first("designation", token.lemma) is not None and not self._called_so(key, token.lemma):
            return None  # a loaded word is nobody's without more
        return key if any(s.key == key for s in self._cast.before(token, len(self._text.sentences))) else None

    def _has(self, token: Token, effect: str) -> bool:
        entry = self._words.head(token.lemma)
        return entry is not None and effect in entry.sets

    def _kin(self, token: Token) -> Callable[[str], bool]:
        """Which classes the noun takes up: those that the lexicon gives it and their like."""
        classes = {e.gives for e in self._words.entries("head", token.lemma)}
        return lambda type_: any(self._cast.alike(type_, c) for c in classes)

    def _person(self, mention: Mention) -> bool:
        return self._cast.vocabulary.is_a(mention.type, "Person")

    def _titled(self, token: Token, mention: Mention) -> str | None:
        """« le président congolais », « le général »: the one person to whom the document gives this title."""
        if not self._person(mention) or mention.restricted or mention.plural:
            return None
        owners = self._naming.owners(token)
        bearers = {
            person
            for person, theirs in self._cast.titles.get(token.lemma, ())
            if (owners & theirs if owners else mention.bare)
        }
        return next(iter(bearers)) if len(bearers) == 1 else None

    def _called(self, token: Token) -> str | None:
        """« le Front » for the « Front de libération »: the latest party with a name that begins with this noun."""
        if not token.text[:1].isupper():
            return None
        seen_keys = set()
        for seen in self._cast.before(token, len(self._text.sentences)):
            if seen.key in seen_keys:
                continue
            seen_keys.add(seen.key)
            if self._cast.has_name(seen.key) and self._cast.organised(self._cast.type(seen.key)):
                names = self._cast.all_names(seen.key)
                if any(fold(n.split()[0]) == fold(token.lemma) for n in names if " " in n):
                    return seen.key
        return None

    def _by_profile(self, token: Token, mention: Mention) -> str | None:
        """The one party that the document describes so: « les séparatistes » for « l'alliance séparatiste (X) »."""
        wanted = self._cast.salient(mention.profile)
        if mention.type in self._words.body_classes and not wanted - {token.lemma}:
            return None  # « l'armée » is not any party that has to do with an army
        if not wanted or any(self._cast.vocabulary.is_a(mention.type, c) for c in _UNLIKE):
            return None
        fits = [
            key
            for key in self._cast.described_by(wanted)
            if self._cast.alike(self._cast.type(key), mention.type)
            and (self._cast.has_name(key) or mention.definite or mention.plural)
        ]
        choice = [k for k in fits if self._cast.has_name(k)] or fits
        return choice[0] if len(choice) == 1 else None

    def _by_epithet(self, token: Token, mention: Mention) -> str | None:
        """« les rebelles »: the one party named before this that the press calls so."""
        wanted = self._cast.salient(mention.profile)
        if not mention.definite or not mention.plural or not wanted:
            return None
        called = [key for key in self._proper if wanted <= self._epithets(self._cast.drafts[key].gazetteer)]
        return called[0] if len(called) == 1 else None

    def _by_near_epithet(self, token: Token, mention: Mention) -> str | None:
        """The same for a party named in this sentence or the one before, ahead of an older description."""
        key = self._by_epithet(token, mention)
        if key is None:
            return None
        return key if token.sent - self._known[key] <= 1 else None

    def _by_the_way(self, token: Token) -> bool:
        """« la branche locale de X », « un groupe lié à X »: X is named only to say what another party is."""
        head = self._text.head(token)
        if head is None or token.relation not in {"nmod", "obl"}:
            return False
        relational = any(s.name == "self" for e in self._words.entries("noun", head.lemma) for s in e.subject)
        return relational or (head.relation in {"acl", "amod"} and head.pos in {"VERB", "ADJ"})

    def _epithets(self, id_: str | None) -> frozenset[str]:
        return frozenset(self._cast.vocabulary.gazetteer[id_].epithets) if id_ is not None else frozenset()

    # ---- anaphors

    def _anaphor(self, token: Token, mention: Mention) -> str | None:
        if determiner(self._text, token) in POSSESSIVES:
            return self._owned.possessed(token, mention)
        if mention.restricted and mention.bare:
            near = self._latest(token, mention) if mention.plural else None  # « ces rebelles soutenus par X »
            return near if near is not None and self._cast.group(self._cast.type(near)) else None
        if self._person(mention):
            return self._titled(token, mention) or self._latest(token, mention)
        if (key := self._by_profile(token, mention)) is not None:
            return key
        if mention.plural and self._cast.group(mention.type) and not mention.bare and self._told(token, mention):
            return self._cast.local(mention)  # « ces milices zarma » after « un comité de vigilance »
        ties = [e for e in self._words.entries("noun", token.lemma) if all(s.name != "self" for s in e.subject)]
        return self._latest(token, mention) if not ties else None  # « ces alliances » are no parties

    def _told(self, token: Token, mention: Mention) -> bool:
        return bool(self._cast.salient(mention.profile - {token.lemma}) - set(self._cast.context))

    def _latest(self, token: Token, mention: Mention, *, named: bool = False) -> str | None:
        """The party of the noun's class, else of its kind, in the nearest sentence, the subject first."""
        seen = [s for s in self._cast.before(token, _BACK) if not named or self._cast.has_name(s.key)]
        kin = self._kin(token)
        broad = len(self._words.entries("head", token.lemma)) > 1
        exact = [s for s in seen if self._cast.type(s.key) == mention.type and not broad]
        fits = exact or [s for s in seen if kin(self._cast.type(s.key))]
        if not fits:
            return None
        found = max(fits, key=lambda s: (s.token.sent, s.subject, s.token.i))
        return found.key if found.plural or not mention.plural else None

    # ---- « nos forces »

    def take_sides(self, sides: Sided) -> None:
        """Resolve « nos forces », « notre mouvement » in quotations whose speaker's side is known."""
        for i, mentions in self._cast.mentions.items():
            token = self._text.tokens[i]
            det = self._text.child(token, "det")
            if i in self._cast.resolved or det is None or det.lower not in FIRST or (side := sides(det)) is None:
                continue
            for mention in mentions:
                soil = self._cast.state_of(side) if token.lemma in SOIL else None  # « notre sol »
                if (key := soil or self._owned.own_side(token, side, mention)) is not None:
                    self._cast.resolve(i, mention, key, names=False)
