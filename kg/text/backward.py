"""What a verb leaves to the words before it: the place of « y » and « en », the receiver of « fourni par X ».

In: a verb of a ``Text``. Out: tokens that fill its slots although they hang elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.text.filler import Filler
from kg.text.parties import Parties
from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_OBLIQUE = frozenset({"obl", "iobj", "nmod", "advcl:cleft"})
_HOLDING = frozenset(
    """disposer recevoir obtenir avoir posséder utiliser employer acquérir réceptionner garder aligner déployer
    brandir exhiber manier piloter détenir servir""".split()
)
_EQUIPPING = frozenset("doter équiper armer munir pourvoir".split())
_MEANS = frozenset({"avec", "grâce_à", "à_l'aide_de", "au_moyen_de", "à_bord_de"})
_RIDING = frozenset("rouler circuler tirer avancer patrouiller".split())
_MATTER = frozenset({"de", "en"})
_GOODS = ("arms", "funds", "intelligence", "training")
_MEANT = frozenset("destiner promettre réserver".split())
_ARRIVING = frozenset("venir provenir arriver".split())


class BackwardSlots:
    """Finds such fillers in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles) -> None:
        self._text, self._parties, self._words, self._roles = text, parties, words, roles

    def obliques(self, verb: Token) -> Iterator[Token]:
        """Its complements, « en » among them where it was read as a preposition: « avant d'en être chassé »."""
        objects = 0
        for child in self._text.children(verb):
            marked = child.lower == "en" and child.relation == "mark" and not verb.lower.endswith("ant")
            if child.dep in _OBLIQUE or child.relation in _OBLIQUE or (marked and child.i < verb.i):
                yield child
            objects += child.relation == "obj"
            if child.relation == "aux":  # « leur avaient livré »: some datives hang on the auxiliary
                yield from (c for c in self._text.children(child, "iobj"))
        if objects > 1:
            yield from self.sources(verb)
        if verb.i and (before := self._text.tokens[verb.i - 1]).lower == "leur" and before.dep == "det":
            yield before  # « nous leur livrons des fusils »

    def sources(self, verb: Token) -> tuple[Token, ...]:
        """« recevoir de X un entraînement »: names behind « de » that the parser took for an object beside another."""
        objects = tuple(self._text.children(verb, "obj"))
        named = tuple(c for c in objects if c.name and self._roles.case(c) == "de" and self._parties.at(c))
        return named if len(named) < len(objects) else ()

    def presented(self, verb: Token) -> Token | None:
        """« C'est de X que viennent les armes », « c'est à Y que X livre … »: what « c'est » sets apart."""
        head = self._text.head(verb)
        if head is None or not verb.dep.startswith(("acl", "advcl:cleft")) or self._text.child(head, "cop") is None:
            return None
        if not self._roles.case(head) or all(c.lower not in {"ce", "c'", "c’"} for c in self._text.children(head)):
            return None
        that = any(c.lower in {"que", "qu'", "qu’"} and c.i < verb.i for c in self._text.children(verb))
        return head if that else None

    def matter(self, receiver: Token) -> Iterator[Token]:
        """« pourvoir X de fusils », « inonder X d'armes »: what is given, which the parser hung on the receiver."""
        content = self._words.content
        for child in self._text.children(receiver, "nmod"):
            if self._roles.case(child) in _MATTER and any(child.lemma in content.get(name, ()) for name in _GOODS):
                yield child

    def place(self, pronoun: Token, verb: Token) -> Token | None:
        """« X a pris P avant d'en être chassé », « X est à P et y forme Y »: the place named last.

        In the sentence of the pronoun; else in the one before, if it names one place only.
        """
        subjects = {s.i for s in self._roles.grammatical(verb)}
        sentence = self._text.sentence(pronoun)
        for token in reversed(self._text.tokens[sentence.first : pronoun.i]):
            if token.i not in subjects and self._is_place(token):
                return token
        if sentence.i == 0 or self._text.sentences[sentence.i - 1].paragraph != sentence.paragraph:
            return None
        before = [t for t in self._text.of(self._text.sentences[sentence.i - 1]) if self._is_place(t)]
        return before[-1] if len({p.key for t in before for p in self._parties.at(t)}) == 1 else None

    def _is_place(self, token: Token) -> bool:
        return any(self._parties.place_kind(p.type) for p in self._parties.at(token))

    def receivers(self, verb: Token) -> tuple[Token, ...]:
        """« X dispose de drones fournis par Y », « des fusils venus de Y équipent X »: X is who got them."""
        noun = self._text.head(verb)
        arrived = self._words.verb_lemma(verb) in _ARRIVING
        if noun is None or verb.dep != "acl" or noun.pos != "NOUN" or ("Tense=Past" not in verb.morph and not arrived):
            return ()
        above = self._text.head(noun)
        if above is None or above.pos not in {"VERB", "ADJ"}:
            return ()
        lemma, case = self._words.verb_lemma(above), self._roles.case(noun)
        if lemma in _EQUIPPING and (case in {"de", "en", "avec"} or (not case and noun.relation == "nsubj")):
            return self._roles.objects(above)
        held = lemma in _HOLDING and ((noun.relation == "obj" and not case) or case == "de")
        aboard = case == "dans" and lemma in _RIDING
        if held or ((case in _MEANS or aboard) and noun.relation == "obl"):
            return self._roles.subjects(above)
        return ()

    def means(self, verb: Token) -> tuple[Token, ...]:
        """« déployer des troupes pour soutenir X »: what is sent for the purpose."""
        above = self._text.head(verb)
        aimed = verb.relation == "advcl" and any(c.lemma == "pour" for c in self._text.children(verb, "mark"))
        return tuple(self._text.children(above, "obj")) if aimed and above is not None else ()

    def fetched(self, verb: Token) -> tuple[Token, ...]:
        """« X se fait livrer des armes par Y »: what X gets."""
        caused = self._text.child(verb, "aux:caus") is not None and self._roles.reflexive(verb)
        return tuple(c for c in self._text.children(verb, "obj") if c.i > verb.i) if caused else ()

    def made(self, slots: Mapping[str, list[Filler]]) -> Iterator[Filler]:
        """« des drones turcs », « des fonds iraniens »: the state whose arms or funds change hands."""
        content = self._words.content
        carried = (f for f in slots.get("subj", ()) if not f.parties)  # « un cargo émirati a livré des armes »
        for filler in (*carried, *(f for name in ("obj", "de", "en") for f in slots.get(name, ()))):
            if any(filler.token.lemma in content.get(name, ()) for name in ("arms", "funds", "carrier")):
                for party in self._parties.adjective(filler.token, armed=False):
                    yield Filler(token=filler.token, parties=(party,))

    def destined(self, verb: Token) -> Token | None:
        """« livrer au port de P des blindés destinés à X »: whom the goods that change hands are meant for."""
        arms = self._words.content.get("arms", ())
        for noun in self._text.children(verb, "obj", "nsubj"):
            for part in (noun, *self._text.children(noun, "nmod")):
                for told in self._text.children(part, "acl") if part.lemma in arms else ():
                    if told.lemma in _MEANT:
                        below = (c for c in self._text.children(told, "obl") if self._roles.case(c) == "à")
                        return next((c for c in below if self._parties.at(c)), None)
        return None
