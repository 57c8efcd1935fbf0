"""What the text is about where it does not say so: the state of a bare « l'armée », the town of « la ville ».

In: a cast with who was seen so far. Out: the id of a state or the key of a town, None when several are as likely.
"""

from __future__ import annotations

from kg.text.cast import Cast, Seen
from kg.text.phrases import case, determiner
from kg.text.tokens import Token

_SURE = 3
_MORE, _FAR_MORE = 1.6, 2.0
"""A state named so often, and so many times as often as any other, is what the document is about."""
_BACK = 3
"""« la ville » looks back over this many sentences at most."""


class Focus:
    """The focus of one document as it goes on."""

    def __init__(self, cast: Cast) -> None:
        self._cast, self._text, self._words = cast, cast.text, cast.words

    def state(self, type_: str, token: Token) -> str | None:
        """The state whose body a bare noun means: the only one with such a body so far, or the main one."""
        cast = self._cast
        if (located := self._located_state(token)) is not None:
            return located
        before = [s for s in cast.before(token, len(self._text.sentences)) if cast.has_name(s.key)]
        bodies = [s for s in before if type_ in {s.body, cast.type(s.key)}]
        # « les instructeurs émiratis » met since « l'armée éthiopienne » leave « l'armée » what it was
        alike = [s for s in bodies if s.token.lower.partition(" ")[0] == token.lower] or bodies
        states = {state for s in alike if (state := cast.state_of(s.key)) is not None}
        met = next(iter(states)) if len(states) == 1 else None
        main = self._main_state()
        if met is not None and (met == main or (main is None and self._likely(met, bodies, token))):
            return met
        if main is None or (
            met is not None and not any(k in cast.drafts for k in cast.words.bodies.get((type_, main), ()))
        ):
            return None
        return main if cast.context[main] >= 2 * _SURE or main not in self._beside(token) else None

    def office(self, token: Token) -> str | None:
        """The state of « le président X »: not one that the sentence names as somebody else."""
        state = self.state("State", token)
        return state if state not in self._beside(token) and state == self._main_state(_FAR_MORE) else None

    def home(self) -> str | None:
        """The state in which the document is set: most of the places that it names lie there."""
        ranked = self._cast.grounds.most_common(2)
        if not ranked or ranked[0][1] < _SURE or (len(ranked) == 2 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
            return None
        return ranked[0][0]

    def _located_state(self, token: Token) -> str | None:
        """« au Mali, la junte … »: the only state that the sentence places itself in before the noun."""
        tokens = self._text.tokens[self._text.sentence(token).first : token.i]
        placed = [t for t in tokens if t.name and case(self._text, t).partition("_")[0] in {"à", "en", "dans"}]
        states = {
            k
            for t in placed
            for k in t.known
            if self._cast.vocabulary.is_a(self._cast.vocabulary.gazetteer[k].type, "State")
        }
        return next(iter(states)) if len(states) == 1 else None

    def _likely(self, state: str, bodies: list[Seen], token: Token) -> bool:
        """Whether no other state is named as often, or nearly so where the state's body was just met."""
        others = [n for s, n in self._cast.context.items() if s != state]
        most = max(others, default=0)
        count = self._cast.context[state]
        last = next(s for s in bodies if self._cast.state_of(s.key) == state)
        return count > most or (token.sent - last.token.sent <= 1 and 2 * count >= most)

    def _main_state(self, more: float = _MORE) -> str | None:
        """The state that the document names clearly more often than any other; of two that it names most its home."""
        ranked = self._cast.context.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] < max(_SURE, more * ranked[1][1])):
            home = self.home()
            return home if any(home == state for state, _ in ranked) else None
        return ranked[0][0]

    def _beside(self, token: Token) -> frozenset[str]:
        """States named in the same sentence: « la junte a rompu avec la France » is not about the French one."""
        return frozenset(id_ for t in self._text.of(self._text.sentence(token)) for id_ in (*t.known, *t.weak))

    def town(self, token: Token, *, nearest: bool) -> str | None:
        """The only town that the last sentences name; for « cette ville » the only one of the nearest of them."""
        found: dict[str, int] = {}
        for seen in self._cast.before(token, _BACK):
            if self._cast.place(self._cast.type(seen.key)) and self._settled(seen):
                found.setdefault(seen.key, seen.token.sent)
        last = max(found.values(), default=0)
        towns = [key for key, sent in found.items() if not nearest or sent == last]
        return towns[0] if len(towns) == 1 else None

    def _settled(self, seen: Seen) -> bool:
        """Whether a place may be a town: no « région » or « nord » in its name, no article before it."""
        if not self._cast.has_name(seen.key):
            return False
        entry = self._words.head(seen.token.text.split()[0].lower())
        if entry is not None:
            return "settlement" in entry.sets
        preposition = self._text.child(seen.token, "case")
        return not determiner(self._text, seen.token) and (
            preposition is None or preposition.lower not in {"du", "au", "en", "des", "aux"}
        )
