"""Places without a name of their own: « la ville », « dix bases militaires », « l'aéroport », « un camp de l'armée ».

In: a cast with who was seen so far. Out: the key of the place that a common noun denotes: one named before, a
state's capital, or a place of this document alone; None where the noun stands for who holds it or says too little.
"""

from __future__ import annotations

from kg.text import phrases
from kg.text.cast import Cast, Party, Stands
from kg.text.focus import Focus
from kg.text.mentions import Mention
from kg.text.phrases import PARTS, POSSESSIVES, case, determiner
from kg.text.tokens import Token

_ON = frozenset({"contre", "sur"})


class Sites:
    """Resolves the described places of one cast."""

    def __init__(self, cast: Cast, focus: Focus, through: Stands) -> None:
        self._cast, self._text, self._words = cast, cast.text, cast.words
        self._focus, self._through = focus, through
        self._posts = frozenset(
            lemma
            for lemma in self._words.lemmas("transparent")
            if (entry := self._words.first("head", lemma)) is not None and "site" in entry.sets
        )

    def key(self, token: Token, mention: Mention) -> str | None:
        """A place without a name needs a complement; « la ville » is the last town, « la capitale » the state's."""
        town = mention.within is not None and any(self._cast.place(p.type) for p in self._within(mention))
        if not town and self._held(token):
            # « attaquer une base de l'armée » hits the army, « prendre une base de l'armée » takes a place
            theirs = mention.bare and mention.anaphoric  # « abandonner leurs positions »
            return self._cast.local(mention) if self._taken(token) and not theirs else None
        if self._located(token):
            return self._cast.local(mention)
        if not (mention.bare and mention.definite and not mention.plural):
            counted = phrases.counted(self._text, token)
            # « détruire un dépôt à P » strikes P, « des dizaines de villages » are places
            plain = self._post(token) and mention.bare and not mention.definite and not counted
            return self._cast.local(mention) if not mention.anaphoric and not plain and self._hit(token) else None
        if mention.restricted:
            return None
        entry = self._words.head(token.lemma)
        if entry is not None and {"of-state", "main"} <= entry.sets.keys():
            state = self._focus.state("State", token)
            return self._cast.body(mention.type, state) if state is not None else None
        if self._has(token, "settlement"):
            return self._focus.town(token, nearest=mention.anaphoric)
        return self._site(token, mention) if self._has(token, "site") else None

    def _site(self, token: Token, mention: Mention) -> str | None:
        """« l'aéroport », « ce dépôt »: the only one that the document spoke of, else one of its own.

        « la base » may take up « le camp de X », and is nothing new.
        """
        if determiner(self._text, token) in POSSESSIVES:
            return None
        post = self._post(token)
        known = [key for lemma in (self._posts if post else {token.lemma}) for key in self._described(lemma)]
        same = list(dict.fromkeys(known))
        if same or mention.anaphoric or post:
            return same[0] if len(same) == 1 else None
        return self._cast.local(mention)

    def _post(self, token: Token) -> bool:
        return self._words.first("transparent", token.lemma) is not None

    def _described(self, lemma: str) -> list[str]:
        return [k for k in self._cast.described_by(frozenset({lemma})) if self._cast.place(self._cast.type(k))]

    def _hit(self, token: Token) -> bool:
        """« détruire un poste frontière », « la prise de dix bases »: it is told what happens to such a place."""
        if not (self._has(token, "site") or self._has(token, "settlement")):
            return False
        first = token
        while (above := self._text.head(first)) is not None and first.relation in {"conj", "nmod"}:
            if first.relation == "nmod":
                event = self._words.first("noun", above.lemma) is not None
                if not event and above.lemma not in PARTS and not phrases.quantity(above):
                    return False
                if event:
                    return case(self._text, first) in {*_ON, "de"}
            first = above
        return (first.dep in {"obj", "nsubj:pass"} and not case(self._text, first)) or (
            first.relation == "obl" and case(self._text, first) in _ON
        )

    def _held(self, token: Token) -> bool:
        """Whether an armed party stands behind the place; it may be a description that comes later in the text."""
        behind = (c for c in self._text.children(token, "nmod") if case(self._text, c) == "de")
        later = any(self._cast.armed(m.type) for c in behind for m in self._cast.mentions.get(c.i, ()))
        transparent = self._post(token)
        parties = self._through(token)
        if transparent and not self._has(token, "named") and any(not self._cast.place(p.type) for p in parties):
            return True  # « un convoi de l'ONU »
        return (later and transparent) or any(self._cast.armed(p.type) for p in parties)

    def _within(self, mention: Mention) -> tuple[Party, ...]:
        return self._cast.own(self._text.tokens[mention.within]) if mention.within is not None else ()

    def _taken(self, token: Token) -> bool:
        if not self._has(token, "named"):
            return False  # a convoy is no ground
        verb = self._text.head(token)
        relations = self._cast.vocabulary.relations
        entries = self._words.entries("verb", verb.lemma) if verb is not None else []
        ranges = {relations[e.gives].range for e in entries if e.gives in relations}
        return token.dep in {"obj", "nsubj:pass"} and any(r is not None and self._cast.place(r) for r in ranges)

    def _located(self, token: Token) -> bool:
        """« la frontière algérienne », « le nord du Mali »: a state or a name says which place is meant."""
        if any(c.lower in self._words.demonyms for c in self._text.children(token, "amod")):
            return True
        return any(
            case(self._text, c) in {"de", "avec"} and self._localised(c)
            for c in self._text.children(token, "nmod", "obl")
        )

    def _localised(self, token: Token) -> bool:
        mentions = self._cast.mentions.get(token.i, ())
        if token.name or any(self._cast.vocabulary.is_a(m.type, "Place") for m in mentions):
            return True
        return any(c.name and case(self._text, c) == "de" for c in self._text.children(token, "nmod"))

    def _has(self, token: Token, effect: str) -> bool:
        entry = self._words.head(token.lemma)
        return entry is not None and effect in entry.sets
