"""Sets: which parties « les deux pays », « ces trois groupes », « les belligérants », « les deux » stand for.

In: a cast with who was seen so far. Out: the keys of the members, or nothing unless exactly as many parties of the
class are meant by the latest coordination, or are all that the last sentences name.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.cast import Cast
from kg.text.mentions import Mention
from kg.text.phrases import NUMBERS
from kg.text.tokens import Token

_BACK = 4
"""A set looks back over this many sentences."""
_ALL = frozenset("tous toutes les aux des".split())
_OTHERS = frozenset({"autre", "autres"})
_ACTORS = frozenset({"Actor"})
_STEP = frozenset("nmod appos flat".split())


class Groups:
    """Resolves the set anaphors of one cast."""

    def __init__(self, cast: Cast) -> None:
        self._cast, self._text = cast, cast.text

    def members(self, token: Token, mention: Mention) -> tuple[str, ...]:
        """The keys of the members, empty when the noun is no set or the text does not settle it."""
        size = self._size(token) or (2 if mention.group else 0)
        if (
            not size
            or not mention.definite
            or not self._article(token)
            or self._cast.salient(mention.profile - {token.lemma})
        ):
            return ()
        classes = self._classes(token, mention)
        found = self._coordination(token, size, classes) or self._again(token, size, classes)
        return found or self._all_around(token, size, classes)

    def pronoun(self, token: Token) -> tuple[str, ...]:
        """« les deux », « toutes trois », « l'un et l'autre », « ni l'un ni l'autre »: the parties last spoken of."""
        size = self.counted(token)
        if not size:
            return ()
        found = self._coordination(token, size, _ACTORS, subjects=token.relation == "nsubj")
        return found or self._all_around(token, size, _ACTORS)

    def counted(self, token: Token) -> int:
        """For how many parties a word without noun stands, 0 for other words."""
        if token.lower in {"un", "une"}:
            return 2 if any(c.lower in _OTHERS for c in self._text.children(token, "conj")) else 0
        if token.lower not in NUMBERS or token.relation in {"nummod", "flat"} or self._text.child(token, "nmod"):
            return 0
        before = self._text.tokens[token.i - 1] if token.i else token
        return NUMBERS[token.lower] if before.lower in _ALL and before.sent == token.sent else 0

    def _article(self, token: Token) -> bool:
        """« les deux villages », « aux deux pays », not « quatre villages »."""
        near = (
            c for t in (token, *self._text.children(token, "nummod")) for c in self._text.children(t, "det", "case")
        )
        return any(c.pos == "DET" or c.lower in {"des", "aux"} for c in near)

    def _size(self, token: Token) -> int:
        for child in self._text.children(token, "nummod", "det", "amod"):
            if child.lower in NUMBERS:
                return NUMBERS[child.lower]
        return 0

    def _classes(self, token: Token, mention: Mention) -> frozenset[str]:
        lines = self._cast.words.entries("ordinal", token.lemma)
        return frozenset(e.gives for e in lines if e.gives in self._cast.vocabulary.classes) or frozenset(
            {mention.type}
        )

    def _person(self, key: str) -> bool:
        return self._cast.is_a(key, "Person")

    def _fits(self, key: str, classes: frozenset[str]) -> bool:
        return any(self._cast.is_a(key, c) or self._cast.alike(self._cast.type(key), c) for c in classes)

    def _coordination(
        self, token: Token, size: int, classes: frozenset[str], *, subjects: bool = False
    ) -> tuple[str, ...]:
        """The latest coordination of so many fitting parties; « X de A et Y de B » may hang Y on A.

        ``subjects``: that of a subject, whoever else the sentence names (« X et Y arment Z. Les deux … »).
        """
        for seen in self._cast.before(token, _BACK):
            if seen.token.relation != "conj" or not self._fits(seen.key, classes) or self._bounds(seen.token):
                continue
            for first in self._firsts(seen.token):
                keys = self._keys(first, classes)
                if seen.key not in keys:
                    keys = (*keys, seen.key)
                if len(keys) == size:
                    settled = (subjects and first.relation == "nsubj") or self._undisturbed(token, keys)
                    return keys if settled else ()
        return ()

    def _undisturbed(self, token: Token, keys: tuple[str, ...]) -> bool:
        """No other state of the same sentence before the noun may be one of « les deux pays »."""
        tokens = self._text.tokens[self._text.sentence(token).first : token.i]
        named = {self._cast.words.demonyms[t.lower] for t in tokens if t.lower in self._cast.words.demonyms}
        named |= {key for t in tokens for _, key in self._cast.resolved.get(t.i, ()) if self._cast.is_a(key, "State")}
        states = {self._cast.state_of(key) or key for key in keys}
        return not all(self._cast.is_a(k, "State") for k in keys) or named <= states

    def _bounds(self, token: Token) -> bool:
        """« la frontière entre X et Y » sets nobody against each other."""
        above = (t for t in self._text.ancestors(token) if t.pos == "NOUN" and not t.name)
        first = next(above, None)
        return first is not None and any(self._cast.place(m.type) for m in self._cast.mentions.get(first.i, ()))

    def _firsts(self, token: Token) -> Iterator[Token]:
        above = self._text.head(token)
        while above is not None:
            yield above
            above = self._text.head(above) if above.relation in _STEP or above.relation == "conj" else None

    def _keys(self, first: Token, classes: frozenset[str]) -> tuple[str, ...]:
        found = [k for t in self._text.conjuncts(first) for _, k in self._cast.resolved.get(t.i, ())]
        return tuple(dict.fromkeys(k for k in found if self._fits(k, classes)))

    def _again(self, token: Token, size: int, classes: frozenset[str]) -> tuple[str, ...]:
        """« ces deux mouvements … les deux groupes »: the set that was last spoken of."""
        for seen in self._cast.before(token, _BACK):
            keys = tuple(dict.fromkeys(key for _, key in self._cast.resolved.get(seen.token.i, ())))
            if len(keys) > 1:
                return keys if len(keys) == size and all(self._fits(k, classes) for k in keys) else ()
        return ()

    def _all_around(self, token: Token, size: int, classes: frozenset[str]) -> tuple[str, ...]:
        """The only fitting parties with a name in the nearest sentences that name enough of them."""
        above = {t.i for t in self._text.ancestors(token)}
        seen = [s for s in self._cast.before(token, _BACK) if not s.aside and self._cast.has_name(s.key)]
        acting = {s.key for s in seen if s.subject and s.token.head in above}  # « X arme les deux pays »: not X
        wide = any(self._cast.vocabulary.is_a("State", c) for c in classes - {"State"})
        found: dict[str, int] = {}
        for s in seen:
            if s.key in acting or self._person(s.key) or not self._fits(s.key, classes):
                continue
            if not wide and len(found) >= size and s.token.sent < min(found.values()):
                break
            found.setdefault(s.key, s.token.sent)
        keys = tuple(reversed(found))
        return keys if len(keys) == size else ()
