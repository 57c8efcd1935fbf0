"""Frames without a verb of their own: « un groupe affilié à X », « P, aux mains de X », « X est à P ».

In: an adjective, preposition, copula or the subject of an elided verb. Out: its frame, slots as in ``kg.text.frames``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.text.filler import Filler
from kg.text.frame import Frame
from kg.text.governors import Governors
from kg.text.parties import Parties
from kg.text.roles import VerbRoles
from kg.text.slots import SlotFiller
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_PRESENT = "présent"
_REMAINING = frozenset({"rester", "demeurer", "devenir"})
_SOME = frozenset({"des", "un", "une", "du"})
_OBLIQUE = ("obl", "iobj", "nmod", "advcl:cleft")


class ModifierFrames:
    """Reads such frames in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles, slots: SlotFiller) -> None:
        self._text, self._parties, self._words = text, parties, words
        self._roles, self._slots = roles, slots
        self._governors = Governors(text, parties, words, roles, slots)

    def adjective(self, token: Token, lemma: str) -> Frame:
        """« un groupe affilié à X », « X est hostile à Y »."""
        slots: dict[str, list[Filler]] = defaultdict(list)
        head = self._text.head(token)
        first = token
        while (
            first.relation == "conj" and (above := self._text.head(first)) is not None and above.pos in {"ADJ", "VERB"}
        ):
            first = above
        head = self._text.head(first)
        past = head is not None and head.pos == "VERB" and head.dep == "acl" and "Tense=Past" in head.morph
        if head is not None and (past or (head.lemma == "rester" and head.relation in {"acl", "nmod"})):
            first, head = head, self._text.head(head)  # « deux groupes restés fidèles à X »
        own = self._text.child(first, "cop") is not None and self._text.child(first, "nsubj") is not None
        if first.relation in {"amod", "acl", "appos"} and head is not None and not own:
            slots["self"].extend(self._predicated(head) or self._slots.fill(self._roles.modified(first, head)))
        elif (beside := self._set_off(first)) is not None:
            slots["self"].extend(self._slots.fill(beside))
        else:
            for subject in (
                *self._text.children(first, "nsubj"),
                *(self._roles.grammatical(first) if first.relation in {"xcomp", "advcl"} else ()),
            ):
                slots["self"].extend(self._slots.fill(subject))
        for child in self._text.children(token, *_OBLIQUE):
            if case := self._roles.case(child):
                self._slots.complement(slots, case, child)
            elif child.lower == "où" and head is not None:
                slots["loc"].extend(self._slots.fill(head))  # « P, où X est présent »
        if "loc" not in slots and head is not None and head.relation in {"obj", "xcomp"} and self._predicated(head):
            verb = self._text.head(head)  # « À P, X reste la seule organisation présente »
            slots["loc"].extend(self._slots.verb_slots(verb).get("loc", ()) if verb is not None else ())
        return Frame(
            predicate=token,
            kind="adjective",
            lemma=lemma,
            slots={k: tuple(v) for k, v in slots.items()},
            construction="adjective",
        )

    def _predicated(self, noun: Token) -> list[Filler]:
        """« X est le seul groupe présent à P », « X reste une force active dans Q »: it is X that is there."""
        above = self._text.head(noun)
        if self._text.child(noun, "cop") is not None:
            return [f for c in self._text.children(noun, "nsubj") for f in self._slots.fill(c) if f.parties]
        if above is None or above.lemma not in _REMAINING or noun.relation not in {"obj", "xcomp"}:
            return []
        return [f for c in self._roles.grammatical(above) for f in self._slots.fill(c) if f.parties]

    def _set_off(self, adjective: Token) -> Token | None:
        """« qui oppose A à B, fidèle à Y »: behind a comma the party right before, whatever the parser hung it on."""
        if adjective.relation not in {"advcl", "obl", "xcomp"} or adjective.i < 2:
            return None
        comma, before = self._text.tokens[adjective.i - 1], self._text.tokens[adjective.i - 2]
        parties = self._parties.at(before)
        if comma.text != "," or before.sent != adjective.sent or not parties or parties[0].type == "Place":
            return None
        number = {m for m in adjective.morph if m.startswith("Number=")}
        return before if before.pos in {"NOUN", "PROPN"} and (before.name or number <= {*before.morph}) else None

    def preposition(self, token: Token) -> Iterator[Frame]:
        """« P, aux mains de X », « X a attaqué Y aux côtés de Z »."""
        comp = self._text.head(token)
        gov = self._text.head(comp) if comp is not None else None
        if comp is not None and token.lemma != "de" and self._text.child(comp, "cop") is not None:
            both = (comp, *self._text.children(comp, "cop"))
            subjects = [f for t in both for c in self._text.children(t, "nsubj") for f in self._slots.fill(c)]
            yield Frame(  # « X est en guerre contre Y »
                predicate=token,
                kind="preposition",
                lemma=token.lemma,
                slots={"gov": tuple(subjects), "comp": tuple(self._slots.fill(comp))},
                construction="copula + preposition",
                noun=comp,
            )
            return
        if comp is None or gov is None:
            return
        if token.lemma == "de" and not any(self._parties.named(p.key) for p in self._parties.at(comp)):
            return
        anchor = self._governors.anchor(token, gov)
        slots = {"gov": self._governors.of(token, gov), "comp": tuple(self._slots.fill(comp))}
        slots["verb"] = (Filler(token=anchor, parties=()),)  # what is done « avec l'appui de X »
        yield Frame(
            predicate=token,
            kind="preposition",
            lemma=token.lemma,
            slots=slots,
            construction="preposition",
            noun=anchor,
        )

    def whereabouts(self, copula: Token) -> Iterator[Frame]:
        """« Les soldats de X sont à P »: who is somewhere is present there."""
        above = self._text.head(copula)
        places: tuple[Token, ...]
        if copula.dep == "cop" and above is not None:
            verb, places = above, (above,)
        elif copula.lemma == "être" and copula.relation != "aux":
            verb, places = copula, tuple(self._text.children(copula, "obl"))
        else:
            return
        slots: dict[str, list[Filler]] = defaultdict(list)
        for subject in self._text.children(verb, "nsubj"):
            slots["self"].extend(f for f in self._slots.fill(subject) if self._armed(f))
        for place in places:
            if case := self._roles.case(place):
                self._slots.complement(slots, case, place)
        yield Frame(
            predicate=copula,
            kind="adjective",
            lemma=_PRESENT,
            slots={k: tuple(v) for k, v in slots.items()},
            construction="copula + place",
        )

    def _armed(self, filler: Filler) -> bool:
        """Forces are deployed where they are; a minister is there on a visit."""
        return any(self._words.vocabulary.is_a(p.type, "ArmedActor") for p in filler.parties)

    def elided(self, subject: Token) -> Iterator[Frame]:
        """« A soutient X, B Y »: the verb above once more, with the pair that does without it."""
        verb = self._text.head(subject)
        objects = [f for c in self._text.children(subject, "orphan") for f in self._slots.fill(c)]
        if verb is None or not objects or subject.relation != "conj":
            return
        yield Frame(
            predicate=subject,
            kind="verb",
            lemma=self._words.verb_lemma(verb),
            slots={"subj": tuple(self._slots.fill(subject)), "obj": tuple(objects)},
            construction="elided verb",
        )

    def gapped(self, subject: Token) -> Iterator[Frame]:
        """« A livre des blindés à X et B des drones »: the verb and its receiver once more, for B and what it gives."""
        after = self._text.tokens[subject.i + 1 : subject.i + 3]
        if subject.relation != "conj" or len(after) < 2 or after[0].lower not in _SOME or after[1].pos != "NOUN":
            return
        verb = next((a for a in self._text.ancestors(subject) if a.pos == "VERB"), None)
        joined = subject.i and self._text.tokens[subject.i - 1].pos in {"DET", "CCONJ"}
        if verb is None or not joined or self._roles.case(subject) or not self._parties.at(subject):
            return
        above = self._slots.verb_slots(verb)
        goods = {f.token.i for f in above.get("obj", ()) if not f.parties}
        if not goods or any(f.token.i == subject.i for f in above.get("subj", ())):
            return
        kept = {n: tuple(f for f in v if f.token.i != subject.i) for n, v in above.items() if n not in {"subj", "obj"}}
        yield Frame(
            predicate=subject,
            kind="verb",
            lemma=self._words.verb_lemma(verb),
            slots={**kept, "subj": tuple(self._slots.fill(subject)[:1]), "obj": tuple(self._slots.fill(after[1]))},
            construction="elided verb",
        )
