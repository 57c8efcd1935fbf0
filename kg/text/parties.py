"""Who is meant: mentions, pronouns and anaphors of one document become its parties.

In: a ``Text``, its mentions, the wordlists. Out: for any token the parties that it stands for, and the document's
entities. An anaphor that the document does not resolve stands for nobody. Named parties are found first (``named``),
with what the document itself links to them; descriptions afterwards (``described``), so that a description may come
before the link; pronouns last (``anaphora``). Nothing is merged on a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.names import fold
from kg.records import Entity
from kg.text.anaphora import Anaphora
from kg.text.behalf import Behalf
from kg.text.cast import Cast, Party, Sided
from kg.text.described import Describer
from kg.text.mentions import Mention
from kg.text.named import Naming
from kg.text.phrases import FIRST, PARTS, POSSESSIVES, armed, case, determiner, plural
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

__all__ = ["Parties", "Party"]

_PARTITIVE = frozenset("un une aucun aucune plusieurs certains certaines beaucoup quelques-uns quelques-unes".split())


_THOSE = frozenset({"ceux", "celles"})
_STAFF = "etatmajor"
_RECENT = 3
_CRAFT = frozenset("navire bateau cargo pétrolier".split())
_WARLIKE = frozenset("guerre militaire lance-missiles patrouille".split())
_CIVIL = frozenset("ambassade délégation diplomatie représentant responsable dirigeant siège".split())


class Parties:
    """The parties of one document."""

    def __init__(self, doc: str, text: Text, mentions: Mapping[int, tuple[Mention, ...]], words: Wordlists) -> None:
        self._text, self._words, self._mentions = text, words, mentions
        self._cast = Cast(doc, text, mentions, words)
        self._anaphora = Anaphora(self._cast, self.at)
        naming = Naming(self._cast)
        naming.run()
        self._describer = Describer(self._cast, naming, self._anaphora, self._through)
        self._behalf = Behalf(self._cast, self._anaphora)
        self._describer.run()

    def at(self, token: Token) -> tuple[Party, ...]:
        """The parties that ``token`` stands for: none for an unresolved anaphor or a word that denotes no party."""
        own = self._cast.own(token)
        if own:
            return own
        if token.i in self._mentions:
            return self._armed_host(token)
        if self._anaphora.is_pronoun(token) and (found := self._anaphora.pronoun(token)):
            return found
        return self._through(token)

    def adjective(self, token: Token, *, armed: bool) -> tuple[Party, ...]:
        """The parties behind the demonyms of an event noun: the state, or its forces where the event is one of arms."""
        found = []
        for child in self._text.children(token, "amod"):
            for part in self._text.conjuncts(child):
                id_ = self._words.demonyms.get(part.lower)
                if id_ is not None and part.pos in {"ADJ", "NOUN", "PROPN"}:
                    state = self._words.vocabulary.gazetteer[id_].type == "State"
                    key = self._cast.body(self._words.army, id_) if armed and state else self._cast.known(id_)
                    found.append(self._cast.party(key, part, "demonym"))
        return tuple(found) if found or armed else self._in_office(token)

    def _in_office(self, token: Token) -> tuple[Party, ...]:
        """« le ministre de la Défense, X »: an office of the state that the text is about where it names no other."""
        entry = self._words.head(token.lemma)
        if entry is None or "office" not in entry.sets or plural(token) or not self._person_named(token):
            return ()
        if determiner(self._text, token) in POSSESSIVES:
            return ()  # « leur président » is theirs, be they known or not
        behind = [c for c in self._text.children(token, "nmod") if case(self._text, c) == "de"]
        if (known := self._held(token)) is not None and not behind:
            return (self._cast.party(known, token, "office"),)
        if any(self.at(c) for c in behind) or self.owner(token) or (behind and not self._portfolio(behind[0])):
            return ()
        focus = self._describer.focus
        state = focus.state("State", token) if behind else focus.office(token)
        return (self._cast.party(self._cast.known(state), token, "office"),) if state is not None else ()

    def _held(self, token: Token) -> str | None:
        """« le président X »: the state whose president X is, as the gazetteer knows."""
        if any(c.lemma in {"ancien", "ex", "défunt"} for c in self._text.children(token, "amod")):
            return None
        held = {self._cast.office(p.key, token.lemma) for p in self._cast.own(token) if p.type == "Person"}
        return next(iter(held)) if len(held) == 1 else None

    def _portfolio(self, noun: Token) -> bool:
        """« de l'Intérieur », « des Affaires étrangères », « de la République »."""
        return noun.text[:1].isupper() and not noun.name

    def _person_named(self, token: Token) -> bool:
        return any(self._cast.is_a(p.key, "Person") and self.named(p.key) for p in self._cast.own(token))

    def owner(self, token: Token) -> tuple[Party, ...]:
        """The parties behind the possessive of a noun (« leur offensive »)."""
        return self._anaphora.owners(token)

    def entity(self, key: str) -> Entity:
        """The entity of a key, with every name it was met under in this document."""
        return self._cast.entity(key)

    def place_kind(self, type_: str) -> bool:
        """Whether a class can be a place."""
        return self._words.vocabulary.is_a(type_, "Place")

    def armed(self, type_: str) -> bool:
        """Whether a class is one of those that bear arms."""
        return self._words.vocabulary.is_a(type_, "ArmedActor")

    def named(self, key: str) -> bool:
        """Whether the entity is known by a name of its own, not only by a description."""
        return self._cast.has_name(key)

    def profile(self, key: str) -> frozenset[str]:
        """Lemmas under which the document describes this entity."""
        return frozenset(self._cast.drafts[key].profile)

    def state_of(self, key: str) -> str | None:
        """The id of the state that an entity is, or is a body of."""
        return self._cast.state_of(key)

    def standing(self, key: str, token: Token) -> Party:
        """The party of a key as ``token`` stands for it."""
        return self._cast.party(key, token, "description")

    def body(self, class_: str, key: str) -> str | None:
        """The key of the body of this class of the state that a party is or is a body of."""
        state = self.state_of(key)
        return self._cast.body(class_, state) if state is not None else None

    def office(self, key: str) -> str | None:
        """The key of the party that a person heads or speaks for, as the gazetteer knows."""
        return self._cast.office(key)

    def acts(self, type_: str) -> bool:
        """Whether a class is one of organised actors: no person, people or place."""
        return self._cast.organised(type_) or self._words.vocabulary.is_a(type_, "ArmedActor") or self._rules(type_)

    def _rules(self, type_: str) -> bool:
        return type_ in self._words.body_classes and not self.place_kind(type_)

    def ruling(self, key: str) -> str:
        """For whom « nous » stands in the mouth of a body: a government is its state, a staff the army it commands."""
        state, type_ = self._cast.state_of(key), self._cast.type(key)
        if not self._rules(type_):
            return key
        staff = any(fold(name).startswith(_STAFF) for name in self._cast.all_names(key))
        if state is None and (home := self._describer.focus.home()) is not None:
            armed = staff or type_ == self._words.army
            return self._cast.body(self._words.army, home) if armed else self._cast.known(home)
        if state is None or not self._cast.is_a(key, "Government"):
            return key
        if staff:
            return self._cast.body(self._words.army, state)
        noun = self._cast.entity(key).label.split()[0].lower() in self._words.nouns  # « ministère », not « Puntland »
        return self._cast.known(state) if noun else key

    def take_sides(self, sides: Sided, offices: Mapping[str, str] | None = None) -> None:
        """Second pass: say for whom « nous » and « vous » stand; resolve « nos forces » and « nous » by it.

        ``offices`` says for whom each person speaks by title (key -> key), for « son pays », « ses hommes ».
        """
        self._anaphora.take_sides(sides)
        self._describer.take_sides(sides)
        self._behalf.take(sides, offices or {})

    def acting(self, party: Party) -> Party:
        """« exiger de Moscou »: the state that a capital stands for, else the party itself."""
        return replace(party, key=party.state, type="State") if party.state is not None else party

    def antecedent(self, token: Token) -> Token | None:
        """The noun that a relative pronoun stands for; the token itself for a noun; None for other pronouns."""
        if token.pos == "PRON":
            relative = token.lower in {"qui", "que", "qu'", "qu’"}
            return self._anaphora.relative_head(token) if relative else None
        return token

    def host(self, noun: Token) -> Token:
        """The noun that an apposition with a role stands with (« X, unité de Y que »), else the noun itself."""
        return self._anaphora.host(noun)

    def agreeing(self, verb: Token, noun: Token) -> Token:
        """The antecedent of « qui » that agrees with the verb in number."""
        return self._anaphora.agreeing(verb, noun)

    # ---- nouns that stand for their owner

    def _armed_host(self, token: Token) -> tuple[Party, ...]:
        """« une base de l'armée »: a place without a name of its own that an armed party holds."""
        if not any(self._cast.place(m.type) for m in self._mentions[token.i]):
            return ()
        entry = self._words.head(token.lemma)
        named = entry is not None and "named" in entry.sets  # « une base de l'ONU » is a place, « un poste » is theirs
        parties = (p for p in self._through(token) if not self._cast.place(p.type))
        return tuple(p for p in parties if not named or self._words.vocabulary.is_a(p.type, "ArmedActor"))

    def _through(self, token: Token) -> tuple[Party, ...]:
        """« une position de l'armée », « un drone turc », « leurs positions », « deux de ses soldats »."""
        person = self._person_beside(token)
        if person:
            return person
        if body := self._body_beside(token):
            return body
        if token.lower in _THOSE and (theirs := self._those(token)):
            return theirs
        if token.pos in {"NUM", "PRON"} or token.lower in _PARTITIVE:
            return self._complement(token) if token.pos == "NUM" or token.lower in _PARTITIVE else ()
        if self._words.first("transparent", token.lemma) is None:
            return ()
        if self._handed_over(token):
            return self.owner(token)
        if found := self._complement(token):
            return found
        if not plural(token) and self._human(token):
            return ()  # « l'homme fort de l'est libyen » is not the army
        # « des éléments armés soudanais », « aucune partie soudanaise » are no army
        nobodys = token.lemma in PARTS or self._civil_craft(token) or armed(self._text, token)
        adjective = () if nobodys else self.adjective(token, armed=self._bears_arms(token))
        return adjective or self._owned(token) or self._told_before(token)

    def _owned(self, token: Token) -> tuple[Party, ...]:
        """« ses positions », « son convoi »; « ses membres », « leurs drones » are not a single person."""
        if (side := self._behalf.men(token)) is not None:
            return (self._cast.party(side, token, "possessive"),)
        found = tuple(p for p in self.owner(token) if not (plural(token) and self._cast.is_a(p.key, "Person")))
        entry = self._words.head(token.lemma)
        if entry is None or entry.gives != self._words.army or determiner(self._text, token) not in FIRST:
            return found
        # « nos forces » of a state are its army
        bodies = ((p, self.body(entry.gives, p.key) if p.type == "State" else None) for p in found)
        return tuple(p if key is None else replace(p, key=key, type=entry.gives) for p, key in bodies)

    def _handed_over(self, token: Token) -> bool:
        """« recevoir des drones de X », « utiliser un drone turc »: where they come from; not « abattre un drone »."""
        verb = self._text.head(token)
        arms = token.lemma in self._words.content.get("arms", ())
        if not arms or token.relation not in {"obj", "obl"} or verb is None:
            return False
        entries = self._words.entries("verb", verb.lemma)
        objects = [slot.classes for e in entries for slot in e.object if slot.name == "obj"]
        is_a = self._words.vocabulary.is_a
        struck = any(not classes or any(is_a(self._words.army, c) for c in classes) for classes in objects)
        return bool(entries) and not struck and (token.relation == "obj" or verb.pos == "VERB")

    def _civil_craft(self, token: Token) -> bool:
        """« un cargo britannique » sails for nobody's army, « un navire de guerre britannique » does."""
        warlike = {t.lemma for t in self._text.children(token, "amod", "nmod")} & _WARLIKE
        return token.lemma in _CRAFT and not warlike

    def _told_before(self, token: Token) -> tuple[Party, ...]:
        """« un hélicoptère » of which the paragraph spoke just before: whose it was there.

        That is its owner there, else the one armed party of that sentence.
        """
        here = self._text.sentence(token)
        for i in range(here.first - 1, -1, -1):
            other = self._text.tokens[i]
            there = self._text.sentence(other)
            if there.paragraph != here.paragraph or here.i - there.i > _RECENT:
                return ()
            if other.lemma != token.lemma or other.pos != token.pos:
                continue
            owner = self._complement(other) or self.adjective(other, armed=True)
            armed = {p.key: p for t in self._text.of(there) for p in self._cast.own(t) if self._armed(p)}
            found = owner or (tuple(armed.values()) if len(armed) == 1 else ())
            return tuple(self._cast.party(p.key, token, "possessive") for p in found)
        return ()

    def _armed(self, party: Party) -> bool:
        return self._words.vocabulary.is_a(party.type, "ArmedActor")

    def _bears_arms(self, token: Token) -> bool:
        """« une base russe », « un convoi malien » are the army's, « l'ambassade turque » is the state's."""
        return token.lemma not in self._words.content.get("diplomacy", ()) and token.lemma not in _CIVIL

    def _person_beside(self, token: Token) -> tuple[Party, ...]:
        """« son homologue X »: a noun with a person's name right behind it."""
        if token.pos != "NOUN":
            return ()
        for child in self._text.children(token, "appos", "flat", "nmod"):
            between = self._text.tokens[token.i + 1 : child.i]
            if child.name and not case(self._text, child) and all(t.pos != "PUNCT" for t in between):
                own = self._cast.own(child)
                if own and self._cast.is_a(own[0].key, "Person"):
                    return own
        return ()

    def _body_beside(self, token: Token) -> tuple[Party, ...]:
        """« le bureau X », « l'opération X »: a noun that the lexicon does not know, with a body's name behind it."""
        after = self._text.tokens[token.i + 1] if token.i + 1 < len(self._text.tokens) else token
        if token.pos != "NOUN" or token.name or plural(token) or not after.name or after.head != token.i:
            return ()
        if token.lemma in self._words.nouns or after.sent != token.sent or not determiner(self._text, token):
            return ()
        return tuple(p for p in self._cast.own(after) if self._cast.organised(p.type))

    def _those(self, token: Token) -> tuple[Party, ...]:
        """« les hommes de X ont affronté ceux de Y »: Y, where men were spoken of before."""
        before = self._text.tokens[self._text.sentence(token).first : token.i]
        men = any(
            plural(t) and t.pos == "NOUN" and self._words.first("transparent", t.lemma) is not None for t in before
        )
        return tuple(p for p in self._complement(token) if self._armed(p)) if men else ()

    def _complement(self, token: Token) -> tuple[Party, ...]:
        for child in self._text.children(token, "nmod", "obl"):
            if case(self._text, child) in {"de", "d'entre", "parmi"}:
                found = (p for t in self._text.conjuncts(child) for p in self.at(t))
                kept = tuple(p for p in found if token.lemma in PARTS or not self._cast.place(p.type))
                if kept:
                    return kept
        return ()

    def _human(self, token: Token) -> bool:
        """A noun for a single person that is nobody's soldier."""
        entry = self._words.head(token.lemma)
        return (
            entry is not None
            and not self._words.vocabulary.is_a(entry.gives, "ArmedActor")
            and not self.place_kind(entry.gives)
        )
