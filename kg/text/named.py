"""Named parties: proper names, bodies of states, and what the document itself puts on a level with them.

In: a ``Cast`` with its mentions. Out: the same, with these mentions resolved: names (surnames after full names),
bodies, titles (« le chef du M23, X »), members (« les rebelles du CSP »), brackets (« Front X (FX) ») and acronyms
whose full form is written out elsewhere. Neither joins two parties that the gazetteer knows apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.names import fold, fold_words
from kg.text.cast import Cast
from kg.text.mentions import Mention
from kg.text.phrases import case, is_acronym
from kg.text.tokens import Alias, Token

_PARTICLES = frozenset("ag al el ould ben bin ibn abou abu van von".split())
_SMALL = frozenset("de du des d l la le les et a au aux en sur dans".split())
_PHRASE = frozenset("nmod amod flat appos acl".split())
_LOUD = 3
"""A state's body by a weak name needs that no state is named so many times as often."""
_PLACED = frozenset("à dans en vers depuis près_de".split())


class Naming:
    """Resolves the named mentions of one cast."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text, self._vocabulary = cast.text, cast.vocabulary
        self._surnames: dict[str, set[str]] = {}
        self._first_names: dict[str, set[str]] = {}

    def run(self) -> None:
        """Resolve all names, then what is linked to them, then brackets and acronyms."""
        named = [(i, m) for i, mentions in self._cast.mentions.items() for m in mentions if m.kind != "description"]
        for i, mention in sorted(named, key=lambda pair: (" " not in pair[1].names[0], pair[0])):
            key = self._key(self._text.tokens[i], mention)
            if key is not None:
                self._cast.resolve(i, mention, key)
        self._follow_all()
        self._link_all()
        for alias in self._text.aliases:
            self._link_alias(alias)
        self._link_acronyms()

    # ---- names

    def _key(self, token: Token, mention: Mention) -> str | None:
        if mention.kind == "body":
            return self._cast.body(mention.type, mention.state) if mention.state is not None else None
        if mention.known:
            key = self._cast.known(self._homonym(token, self.likeliest(mention.known)))
            self._remember(mention.names[0], key)
            return key
        supported = [w for w in mention.weak if self._supported(w, token, mention)]
        if len(supported) == 1:
            return self._cast.known(supported[0])
        return self._unknown(token, mention)

    def _unknown(self, token: Token, mention: Mention) -> str | None:
        name = mention.names[0]
        folded = fold(name)
        if not folded:
            return None
        if len(name.split()) <= 2 and case(self._text, token) not in _PLACED:
            bearers = self._surnames.get(folded) or self._first_names.get(folded, set())
            if bearers:
                return next(iter(bearers)) if len(bearers) == 1 else None
        key = self._cast.hashed("name", folded)
        self._cast.draft(key, mention.type, "named")
        self._remember(name, key)
        return key

    def _remember(self, name: str, key: str) -> None:
        """Keep the surname and the first name of a person met with the full name."""
        parts = name.split()
        if len(parts) < 2 or not self._cast.is_a(key, "Person"):
            return
        self._surnames.setdefault(fold(parts[-1]), set()).add(key)
        self._first_names.setdefault(fold(parts[0]), set()).add(key)
        if len(parts) > 2 and parts[-2].lower() in _PARTICLES:
            self._surnames.setdefault(fold(" ".join(parts[-2:])), set()).add(key)

    def likeliest(self, ids: tuple[str, ...]) -> str:
        """Of several known parties of one name, the one whose state the document is about."""
        return max(sorted(ids), key=lambda k: self._cast.context[self._vocabulary.gazetteer[k].state or k])

    def _homonym(self, token: Token, known: str) -> str:
        """« Tripoli » in a text about Lebanon: the place of that name in the only country that the text speaks of."""
        places = [w for w in token.weak if self._lies(w)]
        if not places or not self._vocabulary.is_a(self._vocabulary.gazetteer[known].type, "Place"):
            return known
        spoken = [id_ for id_ in (known, *places) if self._spoken_of(self._country(id_), token)]
        return spoken[0] if len(spoken) == 1 else known

    def _supported(self, id_: str, token: Token, mention: Mention) -> bool:
        entry = self._vocabulary.gazetteer[id_]
        if not self._lies(id_):
            spoken = self._cast.context[entry.state or id_]
            # « l'état-major des armées » is not that of a neighbour which the text names once
            foreign = entry.state is not None and _LOUD * spoken <= max(self._cast.context.values(), default=0)
            return id_ in self._cast.strong or (spoken > 0 and not foreign)
        name = fold(mention.names[0])  # neither « Moussa Kita » nor the Kita met before is the town
        person = name in self._surnames or name in self._first_names
        return not person and name in map(fold, entry.weak) and self._spoken_of(entry.state, token)

    def _lies(self, id_: str) -> bool:
        """Whether the entry is a place and no more: not a state."""
        return self._cast.place(self._vocabulary.gazetteer[id_].type)

    def _country(self, id_: str) -> str | None:
        entry = self._vocabulary.gazetteer[id_]
        return entry.id if entry.type == "State" else entry.state

    def _spoken_of(self, state: str | None, name: Token) -> bool:
        """Whether other words than this name speak of the state: its name, adjective, bodies or surer places."""
        others = (t for t in self._text.tokens if (t.known, t.weak) != (name.known, name.weak))
        return state is not None and any(
            self._cast.words.demonyms.get(t.lower) == state
            or state in map(self._country, t.known or (w for w in t.weak if not self._lies(w)))
            for t in others
        )

    # ---- titles, leaders and members

    def _follow_all(self) -> None:
        """« le FPT de X », « le FPT, que dirige X », « X, qui dirige le FPT »: whose group it is."""
        for i, pairs in self._cast.resolved.items():
            groups = [key for _, key in pairs if self._cast.organised(self._cast.type(key))]
            for below in self._leaders(self._text.tokens[i]) if groups else ():
                for _, person in self._cast.resolved.get(below.i, ()):
                    if self._cast.is_a(person, "Person"):
                        self._cast.followed.setdefault(person, {}).update(dict.fromkeys(groups))

    def _leaders(self, token: Token) -> Iterator[Token]:
        """Names that follow the name of a group with « de », or with a verb for what persons do to their group."""
        for child in self._text.children(token, "nmod", "acl"):
            if child.name and case(self._text, child) == "de":
                yield child
            elif self._cast.words.leads(child.lemma):
                yield from (c for c in self._text.children(child, "obl:agent", "nsubj", "obl", "obj") if c.name)
        verb = self._text.head(token) if token.relation == "obj" else None
        if verb is not None and self._cast.words.leads(verb.lemma):
            relative = [above for above in (self._text.head(verb),) if above is not None and verb.relation == "acl"]
            yield from (
                c for c in (*self._text.children(verb, "nsubj"), *relative) if c.name
            )  # « X, qui dirige le FPT »

    def _link_all(self) -> None:
        for i, mentions in self._cast.mentions.items():
            for mention in mentions:
                if mention.kind != "name":
                    self._link(i, mention)

    def _link(self, i: int, mention: Mention) -> None:
        if mention.within is not None and (place := self._place(i, mention.within)) is not None:
            self._cast.resolve(i, mention, place)
            return
        target = mention.linked if mention.linked is not None else mention.owner
        if target is None:
            self._explain(self._text.tokens[i], mention)
            return
        for key in self._targets(mention, target):
            if mention.linked is not None and not self._fits(mention, key):
                continue
            self._cast.describe(key, mention.profile)
            if mention.linked is not None and self._cast.is_a(key, "Person"):
                title = (key, self.owners(self._text.tokens[i]))
                self._cast.titles.setdefault(self._text.tokens[i].lemma, []).append(title)
            if mention.kind == "description":
                self._cast.resolve(i, mention, key, names=mention.owner is not None)
                if (together := self._together(i, mention)) is not None:
                    self._cast.name(key, [together], proper=False)

    def _together(self, i: int, mention: Mention) -> str | None:
        """« le mont X », « l'axe X », « la brigade X »: the noun is a part of the name."""
        noun = self._text.tokens[i]
        if mention.linked != i + 1 or mention.plural or self._vocabulary.is_a(mention.type, "Person"):
            return None
        return f"{noun.text} {self._text.tokens[mention.linked].text}"

    def _explain(self, token: Token, mention: Mention) -> None:
        """« X, le chef de Y »: a title right behind a person's name is theirs, wherever the parser hung it."""
        tokens, i = self._text.tokens, token.i - 1
        if self._cast.organised(mention.type):
            self._explain_body(token, mention)
            return
        while i > 0 and tokens[i].pos in {"DET", "ADJ"}:
            i -= 1
        if mention.plural or not self._vocabulary.is_a(mention.type, "Person") or i < 1 or tokens[i].text != ",":
            return
        persons = [key for _, key in self._cast.resolved.get(i - 1, ()) if self._cast.is_a(key, "Person")]
        if len(persons) == 1 and tokens[i - 1].name and tokens[i].sent == token.sent:
            self._cast.titles.setdefault(token.lemma, []).append((persons[0], self.owners(token)))
            self._cast.resolve(token.i, mention, persons[0], names=False)

    def _explain_body(self, token: Token, mention: Mention) -> None:
        """« la FC, coalition d'anciens rebelles, … », « le CSP, une alliance de groupes »: the same as the name."""
        det = self._text.child(token, "det")
        i = token.i - 1 if det is None else det.i - 1
        if i < 1 or self._text.tokens[i].text != "," or (det is not None and det.lower not in {"un", "une"}):
            return
        name = self._text.tokens[i - 1]
        keys = [key for _, key in self._cast.resolved.get(name.i, ()) if self._cast.organised(self._cast.type(key))]
        roles = self._cast.words.entries("noun", token.lemma)
        tied = any(s.name == "self" for e in roles for s in e.subject)
        if name.name and len(keys) == 1 and not tied and mention.plural == self._cast.several(name):
            self._cast.resolve(token.i, mention, keys[0], names=False)

    def _place(self, i: int, target: int) -> str | None:
        """« la région russe de Koursk »: the region, when the gazetteer knows it by that name."""
        token, name = self._text.tokens[i], self._text.tokens[target]
        known = self._cast.words.places.get(fold(f"{token.lemma} de {name.text}"))
        return self._cast.known(known) if known is not None else None

    def _targets(self, mention: Mention, target: int) -> tuple[str, ...]:
        """The keys that a linked or owning token stands for, all of a coordination for a plural noun."""
        token = self._text.tokens[target]
        tokens = self._text.conjuncts(token) if mention.plural and mention.linked is not None else [token]
        found = [key for t in tokens for _, key in self._cast.resolved.get(t.i, ())[:1]]
        if not found and (id_ := self._cast.words.demonyms.get(token.lower)) is not None:
            found.append(self._cast.known(id_))
        return tuple(dict.fromkeys(found))

    def _fits(self, mention: Mention, key: str) -> bool:
        place = self._vocabulary.is_a(mention.type, "Place") == self._cast.place(self._cast.type(key))
        person = self._vocabulary.is_a(mention.type, "Person") or mention.unnamed
        people = self._vocabulary.is_a(mention.type, "Population")  # « les séparatistes touaregs » are not the Touaregs
        return place and person == self._cast.is_a(key, "Person") and people == self._cast.is_a(key, "Population")

    def owners(self, token: Token) -> frozenset[str]:
        """The parties that a title belongs to: « le chef du M23 », « le président congolais »."""
        found: set[str] = set()
        for child in self._text.children(token, "amod", "nmod"):
            for part in self._text.conjuncts(child):
                if child.relation == "nmod" and case(self._text, child) == "de":
                    found.update(key for _, key in self._cast.resolved.get(part.i, ()))
                elif (state := self._cast.words.demonyms.get(part.lower)) is not None:
                    found.add(state)
        return frozenset(found)

    # ---- brackets and acronyms

    def _link_alias(self, alias: Alias) -> None:
        known = self.likeliest(alias.known) if alias.known else None
        token = self._aliased(self._text.tokens[alias.token], alias.text, known)
        if token is None:
            return
        cast, mention = self._cast, self._cast.mentions[token.i][0]
        pairs = cast.resolved.get(token.i, ())
        key = cast.known(known) if known else pairs[0][1] if pairs else cast.hashed("name", fold(alias.text))
        cast.draft(key, mention.type, "named")
        cast.name(key, [alias.text], proper=True)
        cast.describe(key, mention.profile)
        if not pairs or pairs[0][1] != key:
            cast.resolved[token.i] = ()
            cast.resolve(token.i, mention, key)
            for name in mention.names:
                cast.rename(cast.hashed("name", fold(name)), key)
        cast.rename(cast.hashed("name", fold(alias.text)), key)

    def _aliased(self, token: Token, alias: str, known: str | None) -> Token | None:
        """The noun that a bracketed name renames: in its phrase the one with these initials, else the highest."""
        chain = [token]
        for above in self._text.ancestors(token):
            # « à dominante touareg » hangs on an adjective of the noun
            if chain[-1].relation not in _PHRASE and not (chain[-1].relation == "obl" and above.pos == "ADJ"):
                break
            chain.append(above)
        fitting = [t for t in chain if t.i in self._cast.mentions and self._renamable(t, known)]
        named = [t for t in fitting if self._spells(self._cast.mentions[t.i][0], alias)]
        letter = fold(alias)[:1]
        same = [t for t in fitting if fold(self._cast.mentions[t.i][0].names[-1])[:1] == letter]
        best = named or same or fitting
        return best[-1] if best else None

    def _renamable(self, token: Token, known: str | None) -> bool:
        mention = self._cast.mentions[token.i][0]
        if self._vocabulary.is_a(mention.type, "Person") or self._vocabulary.is_a(mention.type, "Place"):
            return False
        keys = [key for _, key in self._cast.resolved.get(token.i, ())]
        return known is None or all(k == known or self._cast.drafts[k].scope != "gazetteer" for k in keys)

    def _spells(self, mention: Mention, acronym: str) -> bool:
        letters = fold(acronym)
        return len(letters) > 2 and any(letters in initials(name) for name in mention.names)

    def _link_acronyms(self) -> None:
        """« le Front pour la paix au Tibesti … le FPT »: an unknown acronym with one full form in the text."""
        acronyms: dict[str, str] = {}
        for mention, key in [pair for pairs in self._cast.resolved.values() for pair in pairs]:
            name = mention.names[0]
            if (
                mention.kind == "name"
                and self._cast.drafts[key].scope == "named"
                and is_acronym(name)
                and len(name) > 2
            ):
                acronyms[fold(name)] = key
        if not acronyms:
            return
        full: dict[str, dict[str, list[int]]] = {acronym: {} for acronym in acronyms}
        for i, mentions in self._cast.mentions.items():
            for letters, form in self._forms(i, mentions):
                if letters in full:
                    full[letters].setdefault(form, []).append(i)
        for acronym, forms in full.items():
            if len(forms) == 1:
                self._join(acronyms[acronym], next(iter(forms.values())))

    def _forms(self, i: int, mentions: tuple[Mention, ...]) -> set[tuple[str, str]]:
        """(initials, folded name) of the long proper names of a mention that is no person."""
        if not self._text.tokens[i].text[:1].isupper() or len(mentions) != 1 or mentions[0].type == "Person":
            return set()
        longest = max(mentions[0].names, key=len)
        return {(letters, fold(longest)) for letters in initials(longest) if len(letters) > 2}

    def _join(self, key: str, tokens: list[int]) -> None:
        for i in tokens:
            pairs = self._cast.resolved.get(i, ())
            if not pairs:
                self._cast.drafts[key].type = self._cast.mentions[i][0].type  # its noun says more than its form
                self._cast.resolve(i, self._cast.mentions[i][0], key)
            elif self._cast.drafts[pairs[0][1]].scope == "named":
                self._cast.rename(key, pairs[0][1])
                key = pairs[0][1]


def initials(name: str) -> frozenset[str]:
    """The first letters of the words of a name, without and with « pour » and other small words."""
    words = fold_words(name)
    if len(words) < 3:
        return frozenset()
    short = [w for w in words if w not in _SMALL]
    shortest = [w for w in short if w not in {"pour", "contre"}]
    return frozenset("".join(w[0] for w in kept) for kept in (words, short, shortest))
