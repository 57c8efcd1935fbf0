"""Pronouns and possessives: whom « il », « leur offensive », « ce dernier », « qui » stand for.

In: a cast with who was seen so far, and a way to ask which parties a token stands for. Out: the parties of a pronoun or
of a possessive, none when the text does not settle it. What the words themselves settle is told here (« le second »,
« X, lui », « qui »); who is meant of several is weighed in ``salience``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.binding import INVERTED, Anaphor
from kg.text.cast import Cast, Party, Seen, Sided, Stands
from kg.text.groups import Groups
from kg.text.phrases import POSSESSIVES, case, determiner, plural
from kg.text.salience import FAR, Salience
from kg.text.tokens import Token

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
EMPHATIC = frozenset("lui elle eux elles".split())
_ORDER = {"premier": 0, "première": 0, "second": 1, "seconde": 1}
_CONCERNED = frozenset({"intéressé", "intéressée"})
_CLITICS = frozenset({"le", "la", "les", "l'", "l’"})
_ABOUT = frozenset(
    """faire dire savoir croire vouloir pouvoir devoir falloir être prouver montrer penser comprendre payer voir
    demander permettre promettre""".split()
)
"""Verbs whose « le » is a clause."""
_WEATHER = frozenset("falloir agir pleuvoir suffire convenir ressortir importer sembler".split())
"""Verbs whose « il » is nobody."""
_NEED = frozenset("faut fallait faudra faudrait".split())
_HE = frozenset({"il", "-t-il", "-il"})
_SELVES = frozenset("nous vous nôtre nôtres vôtre vôtres".split())
_OURS = frozenset("notre nos votre vos".split())
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl:cleft"})


class Anaphora:
    """Resolves the pronouns of one cast."""

    def __init__(self, cast: Cast, stands: Stands) -> None:
        self._cast, self._text = cast, cast.text
        self._stands, self._salience = stands, Salience(cast, stands)
        self._groups = Groups(cast)
        self._pronouns: dict[int, tuple[Party, ...]] = {}
        self._sides: Sided | None = None

    def take_sides(self, sides: Sided) -> None:
        """Say for whom « nous » and « vous » stand; pronouns that stood for nobody are read again."""
        self._sides = sides
        self._pronouns = {i: found for i, found in self._pronouns.items() if found}

    def pronoun(self, token: Token) -> tuple[Party, ...]:
        """The parties that a pronoun stands for."""
        if token.i not in self._pronouns:
            self._pronouns[token.i] = ()
            self._pronouns[token.i] = tuple(self._find(token))
        return self._pronouns[token.i]

    def is_pronoun(self, token: Token) -> bool:
        """Whether it may be read as a pronoun: « ce dernier », « le second » are tagged as nouns or adjectives."""
        if token.pos in {"PRON", "DET"} or token.lower in THIRD or token.lower in _SELVES:
            return True
        named = token.lower in _LAST or token.lower in _ORDER or token.pos == "ADJ"
        return named or self._concerned(token) or self._groups.counted(token) > 0

    def _concerned(self, token: Token) -> bool:
        """« l'intéressé »: the person of whom the text speaks."""
        return token.lower in _CONCERNED and determiner(self._text, token) in {"l'", "l’"}

    def several(self, token: Token) -> bool:
        """Whether a pronoun is about many: « ils », « les rebelles, qui … »."""
        if token.lower not in _RELATIVE:
            return token.lower in _MANY
        head = self.relative_head(token)
        return head is not None and (self._cast.several(head) or self._text.child(head, "conj") is not None)

    def _find(self, token: Token) -> Iterator[Party]:
        lower = token.lower
        if lower in _RELATIVE:
            head = self.relative_head(token)
            if head is not None:
                yield from (p for t in self._text.conjuncts(head) if t.i < token.i for p in self._stands(t))
            return
        if lower in _SELVES:
            side = self._sides(token) if self._sides is not None else None
            if side is not None:
                yield self._cast.party(side, token, "pronoun")
            return
        for key in self._keys(token, lower):
            yield self._cast.party(key, token, "pronoun")

    def _keys(self, token: Token, lower: str) -> tuple[str, ...]:
        if (host := self._taken_up(token)) is not None:
            return tuple(p.key for t in self._text.conjuncts(host) for p in self._stands(t))
        if self._groups.counted(token):
            return self._apart(token, self._groups.pronoun(token))
        if lower in _ORDER:
            return self._ordered(token, _ORDER[lower])
        if lower in _LAST and not self._alone(token):
            return ()
        if lower in _NEAREST and (named := [c for c in self._text.children(token, "appos") if c.name]):
            return tuple(p.key for p in self._cast.own(named[0]))  # « ce dernier, X, »
        if self._concerned(token):
            fits = self._salience.fitting(Anaphor(token=token, many=False, feminine=None))
            return tuple(s.key for s in fits if self._cast.is_a(s.key, "Person"))[:1]
        if lower in _CLITICS:
            return self._clitic(token)
        if (lower not in THIRD and lower not in _LAST) or self._impersonal(token, lower):
            return ()
        feminine = None if lower in {"lui", "leur"} else lower in _SHE
        find = self._nearest if lower in _NEAREST else self.antecedent
        return find(token, many=lower in _MANY, feminine=feminine)

    def _apart(self, token: Token, keys: tuple[str, ...]) -> tuple[str, ...]:
        """« X et Y avancent. X soutient les deux »: not where the subject of its verb is one of them."""
        verb = self._salience.binding.verb(token)
        subject = self._salience.binding.subject(verb) if verb is not None and token.relation != "nsubj" else None
        own = {p.key for p in self._stands(subject)} if subject is not None else set()
        return keys if not own & set(keys) else ()

    def _of(self, token: Token) -> Token | None:
        """« le porte-parole de cette dernière »: the noun, which is somebody else."""
        head = self._text.head(token)
        return head if token.relation == "nmod" and head is not None and head.pos == "NOUN" else None

    def _clitic(self, token: Token) -> tuple[str, ...]:
        """« X l'accuse », « la France les arme »: an object; « X le dit », « l'a confirmé » is about a clause."""
        verb = self._text.head(token)
        if token.pos != "PRON" or verb is None or verb.i < token.i or token.relation not in {"obj", "iobj"}:
            return ()
        words, lower = self._cast.words, token.lower
        lemma = words.verb_lemma(verb)
        entry = words.first("speech", lemma)
        told = entry is not None and entry.sets.get("control", "subj") == "subj"
        given = any(c.lower in {"lui", "leur"} for c in self._text.children(verb, "iobj", "obl"))
        clause = told or lemma in _ABOUT or verb.lower.startswith("sach") or given or verb.lower in _NEED
        if lower not in {"la", "les"} and clause:
            return ()
        participle = verb.lower if self._text.child(verb, "aux") is not None else ""
        feminine = True if lower == "la" or participle.endswith(("ée", "ue", "ise")) else None
        if lower == "le":
            feminine = False
        return self._salience.best(Anaphor(token=token, many=lower == "les", feminine=feminine, clitic=True))

    def _taken_up(self, token: Token) -> Token | None:
        """« X, lui, avance », « X pourrait-il avancer ? »: a pronoun that repeats the noun of its own clause."""
        text, i = self._text, token.i
        if token.lower in EMPHATIC and i >= 2 and i + 1 < len(text.tokens):
            host = text.tokens[i - 2]
            if text.tokens[i - 1].text == "," and text.tokens[i + 1].lower == "qui":
                return next(self._salience.binding.governors(token), None)  # « X a refusé, lui qui … »
            if text.tokens[i - 1].text == "," == text.tokens[i + 1].text and host.sent == token.sent:
                return self._phrase(host) if host.pos not in {"VERB", "AUX"} else text.child(host, "nsubj")
        verb = text.head(token)
        if token.lower in INVERTED and verb is not None and not self._salience.binding.incise(token):
            subjects = (c for c in text.children(verb, "nsubj", "dislocated") if c.i < i and c.pos in {"NOUN", "PROPN"})
            before = text.tokens[verb.i - 1]
            return next(subjects, before if before.name and before.sent == token.sent else None)
        return None

    def _phrase(self, last: Token) -> Token | None:
        """The noun phrase that ends here."""
        found = last if last.pos in {"NOUN", "PROPN"} or last.name else None
        for above in self._text.ancestors(last):
            if above.pos not in {"NOUN", "PROPN"} or above.i > last.i:
                break
            found = above
        return found

    def _impersonal(self, token: Token, lower: str) -> bool:
        """« il y a », « il faut », « il s'agit »: nobody."""
        if lower not in _HE or token.i + 1 >= len(self._text.tokens):
            return False
        head = self._text.head(token)
        if head is None:
            return token.dep.startswith("expl")
        if self._salience.binding.incise(token):
            return False
        there = self._text.tokens[token.i + 1].lower == "y" and head.lemma == "avoir"
        judged = head.pos == "ADJ" and self._text.child(head, "csubj", "ccomp") is not None
        return there or judged or token.dep.startswith("expl") or head.lemma in _WEATHER or head.lower in _NEED

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
                agreed = self.agreeing(above, head) if head is not None and token.lower == "qui" else head
                if agreed is not None and (sayer := self._sayer(token, above, agreed)) is not None:
                    return sayer
                return agreed if agreed is None else self.host(agreed)
        return None

    def _sayer(self, token: Token, verb: Token, noun: Token) -> Token | None:
        """« les propos de X, chef de Y, qui a dit »: X says it, as no words can; the outermost party there."""
        words, before = self._cast.words, self._text.tokens[token.i - 2 : token.i]
        said = (verb, *self._text.children(verb, "xcomp"))
        if token.lower != "qui" or len(before) < 2 or before[1].text != "," or self._stands(noun):
            return None
        if all(words.first("speech", t.lemma) is None and t.lower != "entendre" for t in said):
            return None
        found: Token | None = None
        top: Token | None = before[0]
        while top is not None and top.i > noun.i:
            found = top if any(p.type != "Place" for p in self._cast.own(top)) else found
            top = self._text.head(top) if top.relation in {"nmod", "appos", "flat", "amod"} else None
        return found

    def host(self, noun: Token) -> Token:
        """« le 3e bataillon, unité de l'armée que commande X »: what is said of the apposition is said of its host."""
        host = self._text.head(noun) if noun.relation == "appos" and not noun.name else None
        lines = self._cast.words.entries("noun", noun.lemma)
        role = any(slot.name == "self" for e in lines for slot in e.subject)
        return host if host is not None and role and self._cast.own(host) else noun

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
            if child.lower in _OURS and self._sides is not None and (side := self._sides(child)) is not None:
                return (self._cast.party(side, child, "possessive"),)
            if child.lower in POSSESSIVES:
                many = POSSESSIVES[child.lower]
                beside = self._beside(token, many) or self._helped(token, many)
                found = beside or self.antecedent(child, many=many, feminine=None, of=token)
                return tuple(self._cast.party(k, child, "possessive") for k in found)
        return ()

    def _beside(self, token: Token, many: bool) -> tuple[str, ...]:
        """« les troupes turques et leurs supplétifs »: in a coordination the owner stands right before."""
        first = self._text.head(token)
        if token.relation != "conj" or first is None or self._text.child(token, "cc") is None:
            return ()
        before = [t for t in self._text.conjuncts(first) if t.i < token.i]
        if len(before) != 1:
            return ()
        return tuple(p.key for p in self._stands(before[0]) if many or not plural(before[0]))

    def _helped(self, token: Token, many: bool) -> tuple[str, ...]:
        """« le soutien de X à Y dans sa guerre contre Z »: the war of whom somebody helps."""
        text, above = self._text, self._text.head(token)
        if above is None or case(text, token) != "dans" or not self._cast.words.entries("noun", token.lemma):
            return ()
        support = next(
            (t for t in (above, *text.children(above, "obj"), *text.ancestors(above)) if self._supports(t)), None
        )
        if support is None:
            return ()
        held = {c.i: c for t in (above, support) for c in text.children(t, "obl", "nmod", "iobj") if c.i < token.i}
        helped = [c for c in held.values() if case(text, c) == "à" and plural(c) == many]
        return tuple(p.key for c in helped[-1:] for p in self._stands(c) if p.type != "Place")

    def _supports(self, token: Token) -> bool:
        """A noun that says that somebody helps somebody."""
        relations = self._cast.vocabulary.relations
        entries = self._cast.words.entries("noun", token.lemma) if token.pos == "NOUN" else ()
        return any(e.gives in relations and relations[e.gives].supportive for e in entries)

    def antecedent(
        self, token: Token, *, many: bool, feminine: bool | None, of: Token | None = None
    ) -> tuple[str, ...]:
        """The most salient earlier party that agrees; none when a subject that is no party is as good."""
        return self._salience.best(Anaphor(token=token, many=many, feminine=feminine, of=of))

    def _nearest(self, token: Token, *, many: bool, feminine: bool | None) -> tuple[str, ...]:
        """« ce dernier », « celui-ci »: the last party that agrees."""
        fits = self._salience.fitting(Anaphor(token=token, many=many, feminine=feminine, of=self._of(token)))
        if not fits:
            return ()
        return (self._outermost(next((s for s in fits if not s.pronoun), fits[0]), fits).key,)

    def _outermost(self, seen: Seen, candidates: list[Seen]) -> Seen:
        """« le GSIM, affilié à X. Ce dernier … »: not the X of an apposition, but the noun that it stands with."""
        below = seen.token
        for above in self._text.ancestors(seen.token):
            if below.relation in {"appos", "acl"}:
                hosts = [s for s in candidates if s.token.i == above.i]
                return hosts[0] if hosts else seen
            below = above
        return seen
