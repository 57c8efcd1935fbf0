"""Pronouns and possessives: whom « il », « leur offensive », « ce dernier », « qui » stand for.

In: a cast with who was seen so far, and a way to ask which parties a token stands for. Out: the parties of a pronoun or
of a possessive, none when the text does not settle it. Salience after Lappin and Leass (1994), simplified: the nearest
sentence first, in it the subjects first, the source of reported words last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.text.cast import Cast, Party, Seen
from kg.text.phrases import DEMONSTRATIVES, POSSESSIVES, case, determiner, plural
from kg.text.tokens import Token

Stands = Callable[[Token], tuple[Party, ...]]
THIRD = frozenset(
    "il elle ils elles lui leur eux -t-il -t-elle -il -elle -ils -elles celui-ci celle-ci ceux-ci celles-ci".split()
)
_LAST = frozenset("dernier dernière derniers dernières".split())
_NEAREST = frozenset("celui-ci celle-ci ceux-ci celles-ci".split()) | _LAST
_MANY = frozenset("ils elles leur eux -ils -elles ceux-ci celles-ci derniers dernières".split())
_SHE = frozenset("elle elles -elle -elles -t-elle celle-ci celles-ci dernière dernières".split())
_RELATIVE = frozenset(
    "qui que qu' qu’ dont où lequel laquelle lesquels lesquelles auquel auxquels duquel desquels".split()
)
_ORDER = {"premier": 0, "première": 0, "second": 1, "seconde": 1}
_WEATHER = frozenset("falloir agir pleuvoir suffire convenir ressortir importer sembler".split())
"""Verbs whose « il » is nobody."""
_PLACED = frozenset("à dans en sur vers depuis près_de".split())
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl:cleft"})
FAR = 2
"""A pronoun looks back over this many sentences at most."""


class Anaphora:
    """Resolves the pronouns of one cast."""

    def __init__(self, cast: Cast, stands: Stands, through: Stands) -> None:
        self._cast, self._text = cast, cast.text
        self._stands, self._through = stands, through
        self._pronouns: dict[int, tuple[Party, ...]] = {}
        self._sides: Mapping[int, str] = {}

    def take_sides(self, sides: Mapping[int, str]) -> None:
        """Say for whom « nous » stands in each quotation; pronouns that stood for nobody are read again."""
        self._sides = dict(sides)
        self._pronouns = {i: found for i, found in self._pronouns.items() if found}

    def pronoun(self, token: Token) -> tuple[Party, ...]:
        """The parties that a pronoun stands for."""
        if token.i not in self._pronouns:
            self._pronouns[token.i] = ()
            self._pronouns[token.i] = tuple(self._find(token))
        return self._pronouns[token.i]

    def is_pronoun(self, token: Token) -> bool:
        """Whether it may be read as a pronoun: « ce dernier », « le second » are tagged as nouns or adjectives."""
        if token.pos in {"PRON", "DET"} or token.lower in THIRD:
            return True
        return token.lower in _LAST or token.lower in _ORDER or token.pos == "ADJ"

    def _find(self, token: Token) -> Iterator[Party]:
        lower = token.lower
        if lower in _RELATIVE:
            head = self.relative_head(token)
            if head is not None:
                yield from (p for t in self._text.conjuncts(head) if t.i < token.i for p in self._stands(t))
            return
        if lower == "nous" and token.quote in self._sides:
            yield self._cast.party(self._sides[token.quote], token, "pronoun")
            return
        for key in self._keys(token, lower):
            yield self._cast.party(key, token, "pronoun")

    def _keys(self, token: Token, lower: str) -> tuple[str, ...]:
        if lower in _ORDER:
            return self._ordered(token, _ORDER[lower])
        if lower in _LAST and not self._alone(token):
            return ()
        if (lower not in THIRD and lower not in _LAST) or self._impersonal(token, lower):
            return ()
        feminine = None if lower in {"lui", "leur"} else lower in _SHE
        return self.antecedent(token, many=lower in _MANY, feminine=feminine, nearest=lower in _NEAREST)

    def _impersonal(self, token: Token, lower: str) -> bool:
        """« il y a », « il faut », « il s'agit »: nobody."""
        if lower not in {"il", "-t-il", "-il"} or token.i + 1 >= len(self._text.tokens):
            return False
        head = self._text.head(token)
        if head is None:
            return token.dep.startswith("expl")
        there = self._text.tokens[token.i + 1].lower == "y" and head.lemma == "avoir"
        judged = head.pos == "ADJ" and self._text.child(head, "csubj", "ccomp") is not None
        return there or judged or token.dep.startswith("expl") or head.lemma in _WEATHER

    def _alone(self, token: Token) -> bool:
        """« ce dernier », not « dernier rempart »: nothing but a determiner stands with it."""
        return token.relation != "amod" and self._text.child(token, "nmod") is None

    def _ordered(self, token: Token, which: int) -> tuple[str, ...]:
        """« le premier », « le second »: the members of the latest coordination of two parties."""
        if determiner(self._text, token) not in {"le", "la"} or not self._alone(token) or token.relation == "flat":
            return ()
        for seen in self._cast.before(token, FAR):
            first = self._text.head(seen.token)
            if seen.pronoun or seen.token.relation != "conj" or first is None:
                continue
            pairs = [self._cast.resolved.get(t.i, ()) for t in self._text.conjuncts(first)]
            members = tuple(dict.fromkeys(key for found in pairs for _, key in found))
            return (members[which],) if len(members) == 2 else ()
        return ()

    # ---- relative clauses

    def relative_head(self, token: Token) -> Token | None:
        """The noun that a relative pronoun takes up."""
        for above in self._text.ancestors(token):
            if above.dep in _CLAUSES:
                head = self._text.head(above)
                return self.agreeing(above, head) if head is not None and token.lower == "qui" else head
        return None

    def agreeing(self, verb: Token, noun: Token) -> Token:
        """The antecedent of « qui »: the noun, or one it hangs on, that agrees with the verb in number.

        « coalition de mouvements qui rassemble X » is about the coalition, whatever the parser attached.
        """
        forms = [verb, *self._text.children(verb, "aux", "cop", "aux:pass")]
        number = next(
            (m for f in forms for m in f.morph if m.startswith("Number=") and "VerbForm=Fin" in f.morph), None
        )
        current: Token | None = noun
        while number is not None and current is not None and current.pos in {"NOUN", "PROPN"}:
            theirs = next((m for m in current.morph if m.startswith("Number=")), number)
            if theirs == number or self._text.child(current, "conj") is not None:
                return current
            current = self._text.head(current) if current.relation in {"nmod", "appos", "flat"} else None
        return noun

    # ---- antecedents

    def owners(self, token: Token) -> tuple[Party, ...]:
        """The parties behind the possessive of a noun (« leur offensive »)."""
        for child in self._text.children(token, "det"):
            if child.lower in POSSESSIVES:
                many = POSSESSIVES[child.lower]
                beside = self._beside(token, many)
                found = beside or self.antecedent(child, many=many, feminine=None, of=token)
                return tuple(self._cast.party(k, child, "possessive") for k in found)
        return ()

    def _beside(self, token: Token, many: bool) -> tuple[str, ...]:
        """« les troupes turques et leurs supplétifs »: in a coordination the owner stands right before."""
        first = self._text.head(token)
        if token.relation != "conj" or first is None:
            return ()
        before = [t for t in self._text.conjuncts(first) if t.i < token.i]
        if len(before) != 1:
            return ()
        return tuple(p.key for p in self._stands(before[0]) if many or not plural(before[0]))

    def antecedent(
        self, token: Token, *, many: bool, feminine: bool | None, of: Token | None = None, nearest: bool = False
    ) -> tuple[str, ...]:
        """The most salient earlier party that agrees; none when a subject that is no party is as good."""
        before = list(self._cast.before(token, FAR))
        speaking = {s.key for s in before if token.quote and self._text.sentence(s.token).tag_of is not None}
        candidates = [
            s
            for s in before
            if s.key not in speaking
            and not self._cast.place(self._cast.type(s.key))
            and self._agrees(s, many=many, feminine=feminine)
            and not (of is not None and s.token.i == of.i)
            and not self._bound(token, s)
        ]
        if not candidates:
            return ()
        if nearest:
            return (self._outermost(next((s for s in candidates if not s.pronoun), candidates[0]), candidates).key,)
        best = max(candidates, key=lambda s: self._salience(s, token, feminine))
        rival = self._rival(token, many=many, feminine=feminine)
        if rival is not None and self._outranks(rival, best, token):
            return ()
        if many:
            return self._joined(best)
        return (best.key,)

    def _bound(self, token: Token, seen: Seen) -> bool:
        """« joint par X, il … », « X lui a … »: a pronoun is never what stands below its own verb."""
        head = self._text.head(token)
        if head is None or seen.token.sent != token.sent:
            return False
        if token.relation in {"obl", "nmod"}:  # « X multiplie les frappes contre eux »
            verb = next((t for t in self._text.ancestors(token) if t.pos in {"VERB", "AUX"}), None)
            return seen.subject and verb is not None and seen.token.head == verb.i
        if token.relation not in {"nsubj", "obj", "iobj"}:
            return False
        if seen.token.head == head.i and self._text.tokens[token.i - 1].text == ",":
            return False  # « les uns, eux, … » takes up its own subject
        return any(above.i == head.i for above in self._text.ancestors(seen.token))

    def _salience(self, seen: Seen, token: Token, feminine: bool | None) -> tuple[bool, int, bool, bool, bool, int]:
        """For « elle » a name of unknown gender that is no person ranks below a feminine noun of its sentence."""
        fitting = not feminine or seen.feminine is True or self._cast.is_a(seen.key, "Person")
        placed = self._cast.is_a(seen.key, "Place") and case(self._text, seen.token) in _PLACED
        main = seen.subject and seen.token.sent < token.sent and self._in_main_clause(seen.token)
        return (not seen.aside and not placed, seen.token.sent, fitting, seen.subject, main, seen.token.i)

    def _in_main_clause(self, token: Token) -> bool:
        verb = self._text.head(token)
        return verb is not None and verb.dep in {"ROOT", "root"}

    def _outermost(self, seen: Seen, candidates: list[Seen]) -> Seen:
        """« le GSIM, affilié à X. Ce dernier … »: not the X of an apposition, but the noun that it stands with."""
        below = seen.token
        for above in self._text.ancestors(seen.token):
            if below.relation in {"appos", "acl"}:
                hosts = [s for s in candidates if s.token.i == above.i]
                return hosts[0] if hosts else seen
            below = above
        return seen

    def _outranks(self, rival: Token, best: Seen, token: Token) -> bool:
        """A rival of an earlier main clause beats a party of its subordinate clauses; else the later subject wins."""
        if rival.sent == best.token.sent < token.sent and self._in_main_clause(rival):
            return not self._in_main_clause(best.token) or rival.i > best.token.i
        return (rival.sent, True, rival.i) > (best.token.sent, best.subject, best.token.i)

    def _joined(self, best: Seen) -> tuple[str, ...]:
        """All members of the coordination that the best candidate belongs to, in text order."""
        beside = self._text.conjuncts(self._top(best.token))
        if best.pronoun or len(beside) < 2 or all(t.i != best.token.i for t in beside):
            same = (s.key for s in self._cast.seen if s.token.i == best.token.i)
            return tuple(dict.fromkeys(same))
        keys = dict.fromkeys(k for t in beside for _, k in self._cast.resolved.get(t.i, ()))
        return tuple(k for k in keys if not self._cast.place(self._cast.type(k))) or (best.key,)

    def _top(self, token: Token) -> Token:
        while token.relation == "conj" and (above := self._text.head(token)) is not None:
            token = above
        return token

    def _rival(self, token: Token, *, many: bool, feminine: bool | None) -> Token | None:
        """The nearest earlier subject that is no party and agrees: the pronoun may well mean it."""
        for i in range(token.i - 1, -1, -1):
            other = self._text.tokens[i]
            if token.sent - other.sent > 1:
                return None
            if other.pos != "NOUN" or not self._vacant(other):
                continue
            if plural(other) == many and (feminine is None or ("Gender=Fem" in other.morph) == feminine):
                return other
        return None

    def _vacant(self, noun: Token) -> bool:
        """A subject that is no party, or an anaphor that was not resolved."""
        if noun.i in self._cast.mentions:
            return noun.relation in {"nsubj", "obj"} and noun.i not in self._cast.resolved and not self._stands(noun)
        topic = noun.relation == "obj" and determiner(self._text, noun) in DEMONSTRATIVES
        return (noun.relation == "nsubj" or topic) and not self._through(noun)

    def _agrees(self, seen: Seen, *, many: bool, feminine: bool | None) -> bool:
        if many and not seen.plural:
            body = self._cast.type(seen.key) in self._cast.words.body_classes and not self._cast.is_a(seen.key, "State")
            coordinated = not self._cast.is_a(seen.key, "Person") and self._coordinated(seen.token)
            if not (body or coordinated):
                return False
        if not many and seen.plural:
            return False
        loose = feminine is None or seen.feminine is None or (many and not feminine)
        return loose or seen.feminine == feminine

    def _coordinated(self, token: Token) -> bool:
        return token.relation == "conj" or self._text.child(token, "conj") is not None
