"""Whose troops: « ses forces », « son pays », « les hommes de X », « ses alliés russes », « nos unités ».

In: a cast whose named mentions are resolved, and its anaphora. Out: the key of the party that a possessed or commanded
body is: the owner's army or state, the group that its leader leads; None where the text does not tell.
"""

from __future__ import annotations

from kg.text.anaphora import Anaphora
from kg.text.cast import Cast
from kg.text.mentions import Mention
from kg.text.tokens import Token

_EMPTY = frozenset(
    "nouveau ancien autre principal propre divers différent proche meilleur dernier premier seul".split()
)


class Owned:
    """Resolves the possessed descriptions of one cast."""

    def __init__(self, cast: Cast, anaphora: Anaphora) -> None:
        self._cast, self._text, self._words = cast, cast.text, cast.words
        self._anaphora = anaphora

    def possessed(self, token: Token, mention: Mention) -> str | None:
        """« ses alliés russes », « son armée », « son pays », « ses troupes »: by the state or party of the owner."""
        states = [
            state
            for child in self._text.children(token, "amod")
            for part in self._text.conjuncts(child)
            if (state := self._words.demonyms.get(part.lower)) is not None
        ]
        if states:
            return self._sent_by(states[0], irregular=self._cast.group(mention.type)) or self._cast.local(mention)
        if self._cast.salient(mention.profile - {token.lemma}) - _EMPTY and mention.plural:
            return self._cast.local(mention)
        if mention.type not in self._words.body_classes and not self._cast.organised(mention.type):
            return None
        keys = [self._side(party.key, mention) for party in self._anaphora.owners(token)]
        return keys[0] if len(keys) == 1 else None

    def _sent_by(self, state: str, *, irregular: bool) -> str | None:
        """« ses alliés russes »: the one armed actor of that state in this document that is no militia of its own.

        ``irregular``: « leurs supplétifs syriens » are not the army of Syria.
        """
        fits = [
            d.key
            for d in self._cast.drafts.values()
            if d.scope != "document"
            and d.type in self._words.of_state_classes
            and self._cast.is_a(d.key, "ArmedActor")
            and self._cast.state_of(d.key) == state
            and not (irregular and d.type in self._words.body_classes)
        ]
        return fits[0] if len(fits) == 1 else None

    def _side(self, owner: str, mention: Mention) -> str | None:
        """The body of the owner's state, the armed owner itself for its troops, or what a person's title names."""
        cast = self._cast
        if cast.is_a(owner, "Person"):
            return self._led(owner, mention)
        if cast.armed(mention.type) and cast.group(cast.type(owner)):
            return owner  # « ses combattants »
        if mention.type not in self._words.body_classes:
            return None
        state = cast.state_of(owner)
        return cast.body(mention.type, state) if state is not None else None

    def following(self, mention: Mention, leader: int) -> str | None:
        """« les hommes de X », « son mouvement »: what X leads as the document says, else a group known as X's."""
        persons = [key for _, key in self._cast.resolved.get(leader, ()) if self._cast.is_a(key, "Person")]
        if len(persons) != 1:
            return None
        if (known := self._led(persons[0], mention)) is not None:
            return known
        key = self._cast.hashed("led", self._cast.doc, persons[0])
        self._cast.draft(key, mention.type, "document")
        return key

    def _led(self, person: str, mention: Mention) -> str | None:
        """« ses troupes », « son pays », « son service » of a person whose title the document gives."""
        cast = self._cast
        known = {o for titles in cast.titles.values() for p, owners in titles if p == person for o in owners}
        known.update(cast.followed.get(person, ()), cast.offices.get(person, ()))
        if not known and (held := cast.office(person)) is not None:
            known.add(held)
        kin = {o for o in known if o in cast.drafts and self._same_side(cast.type(o), mention.type)}
        if len(kin) == 1 and not self._cast.vocabulary.is_a(mention.type, "State"):
            return next(iter(kin))
        if mention.type not in self._words.body_classes:
            return None
        states = {
            o
            for o in known
            if o in cast.vocabulary.gazetteer and self._cast.vocabulary.is_a(cast.vocabulary.gazetteer[o].type, "State")
        }
        state = next(iter(states)) if len(states) == 1 else cast.state_of(person)
        return cast.body(mention.type, state) if state is not None else None

    def _same_side(self, party: str, noun: str) -> bool:
        cast = self._cast
        return (
            cast.alike(party, noun)
            or (cast.armed(party) and cast.armed(noun))
            or (cast.organised(party) and cast.organised(noun) and noun not in self._words.body_classes)
        )

    def own_side(self, token: Token, side: str, mention: Mention) -> str | None:
        """« nos forces » of a state, of one of its bodies, of a group."""
        if self._cast.place(mention.type):
            return None
        state = self._cast.state_of(side)
        body = self._cast.type(side) in self._words.body_classes
        if mention.type in self._words.body_classes and state is not None:
            entry = self._words.head(token.lemma)
            main = entry is not None and "main" in entry.sets
            return self._cast.body(mention.type, state) if mention.plural or main else None
        organised = self._cast.organised(mention.type) or self._cast.armed(mention.type)
        return side if organised and self._cast.organised(self._cast.type(side)) and not body else None
