"""Deeds that the text takes up again: « L'attaque a été revendiquée par X », « il l'impute à X », « X y a pris part ».

In: frames in text order with the candidates that they gave. Out: candidates for a frame that names an event told
before, with what is missing there: whom the event struck, or who struck in it.

| construction | example |
| --- | --- |
| claimed | Dix civils ont été tués. L'attaque a été revendiquée par X. |
| blamed | Un drone a frappé P. Y attribue cette frappe à X. « X n'y est pour rien » |
| blamed, pronoun | Y l'impute à X. |
| joined | X n'a pas participé à cette attaque. X nie y avoir pris part. |
| blamed without a word | Deux soldats ont été tués. Y a mis en cause X. |
| repelled | X a attaqué P. L'armée a repoussé l'assaut. |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.text.filler import Filler
from kg.text.folding import plain
from kg.text.frame import Frame
from kg.text.parties import Party
from kg.text.relations import Candidate, RelationMatcher
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_DEFINITE = frozenset("le la l' l’ les ce cet cette ces du au des aux".split())
_PRONOUNS = frozenset("l' l’ le la les".split())
_OWN = ("contre", "sur", "à_l'encontre_de", "de", "par", "à", "dans", "entre")
"""Complements with which an event is told anew."""
_REACH = 3
"""How many sentences back an event may have been told."""
_NEXT = 2
"""The same for blame that does not name the event."""
_FAR = 8
"""The same for one that was told by the same word."""
_STEM = 5
"""How many letters of two words tell that they are of one family (« attaquer », « attaque »)."""


@dataclass(frozen=True, slots=True)
class _Deed:
    sentence: int
    entry: LexicalEntry
    agents: tuple[Party, ...]
    struck: tuple[Party, ...]


class Recalled:
    """Remembers the deeds of one text and finds those that are meant again."""

    def __init__(self, text: Text, words: Wordlists, matcher: RelationMatcher) -> None:
        self._text, self._words, self._matcher = text, words, matcher
        self._deeds: list[_Deed] = []

    def note(self, frame: Frame, found: Sequence[Candidate]) -> None:
        """Remember what the frame tells of a deed of force."""
        told = self._matcher.undergone(frame)
        if told is None:
            return
        entry, struck = told
        if entry.kind == "noun":
            struck = tuple(p for p in struck if p.type != "State")  # « une attaque à la frontière de X »
        agents = tuple({c.subject.key: c.subject for c in found if c.entry.gives == entry.gives}.values())
        if struck:
            self._deeds.append(_Deed(frame.predicate.sent, entry, agents, struck))

    def candidates(self, frame: Frame) -> list[Candidate]:
        """The candidates of a frame that gave none and means a deed told before."""
        if frame.kind == "noun":
            return self._claimed(frame)
        if frame.kind == "verb":
            return self._repelled(frame) or self._pronoun(frame)
        return []

    def accused(self, frame: Frame, found: Sequence[Candidate]) -> list[Candidate]:
        """« Deux soldats ont été tués. Y a mis en cause X »: blamed, without a word of what for.

        Only where the entry of the verb says so (``recalls``), and nobody was said to have done it.
        """
        blamed = [c for c in found if "recalls" in c.entry.sets]
        if not blamed or any(frame.slots.get(name) for name in ("inf", "de")):
            return []
        if any(self._text.child(frame.predicate, name) is not None for name in ("xcomp", "ccomp")):
            return []
        deeds = [d for d in self._last(frame) if not d.agents and frame.predicate.sent - d.sentence <= _NEXT]
        return [
            Candidate(frame=frame, entry=d.entry, subject=c.object, object=o, blamer=c.subject)
            for c in blamed
            for d in deeds
            for o in d.struck
            if o.key != c.object.key
        ]

    def _claimed(self, frame: Frame) -> list[Candidate]:
        """« L'attaque a été revendiquée par X », « Y impute ce massacre à X », « X a participé à cette attaque »."""
        noun = frame.noun or next((t for t in self._nouns(frame)), frame.predicate)
        entry = self._matcher.by_force(frame)
        if entry is None or not self._about_told(frame, noun):
            return []
        if any(s.name == "event" for s in entry.subject) and (owners := frame.slots.get("poss", ())):
            dead = [p for f in owners for p in f.parties]  # « impute leur mort à X »
            agents = [p for f in frame.slots.get("subj", ()) for p in self._matcher.doers(f, entry)]
            pairs = [(a, d) for a in agents for d in dead if a.key != d.key]
            return [Candidate(frame=frame, entry=entry, subject=a, object=d) for a, d in pairs]
        return self._struck(frame, frame.slots.get("subj", ()), entry) if self._taken_up(noun) else []

    def _nouns(self, frame: Frame) -> list[Token]:
        """The event noun of a frame whose predicate is the verb (« prendre part à l'attaque »)."""
        below = self._text.children(frame.predicate, "obj", "obl") if frame.predicate.pos == "VERB" else ()
        return [t for t in below if t.lemma == frame.lemma]

    def _about_told(self, frame: Frame, noun: Token) -> bool:
        """Whether the verb is one of claiming, blaming or taking part, and the event has no victim of its own."""
        if any(frame.slots.get(name) for name in _OWN if self._own(frame, noun, name)):
            return False
        verbs = [v for v in (self._text.head(noun), *self._text.children(noun, "acl")) if v is not None]
        return any(self._lends(v) for v in verbs)

    def _own(self, frame: Frame, noun: Token, name: str) -> bool:
        """Whether such a complement hangs on the noun itself."""
        below = {c.i for c in self._text.children(noun, "nmod")}
        return any(f.token.i in below for f in frame.slots.get(name, ()))

    def _lends(self, verb: Token) -> bool:
        """« revendiquer », « attribuer », « prendre part »: verbs about events that are known."""
        lemma = self._words.verb_lemma(verb)
        light, speech = self._words.first("light", lemma), self._words.first("speech", lemma)
        if light is None:
            objects = self._text.children(verb, "obj")
            light = next((e for c in objects if (e := self._words.first("light", f"{lemma} {c.lemma}"))), None)
        if light is None:
            return False
        if light.sets.keys() & {"blamed", "joined"}:
            return True
        return speech is not None and speech.sets.get("control") == "subj" and len(speech.sets) == 1

    def _taken_up(self, noun: Token) -> bool:
        """« l'attaque », « cette attaque », « de l'attaque »; not « une attaque »."""
        return any(c.lower in _DEFINITE for c in self._text.children(noun, "det", "case"))

    def _pronoun(self, frame: Frame) -> list[Candidate]:
        """« Y l'impute à X », « X nie y avoir pris part »."""
        light = self._words.first("light", frame.lemma)
        if light is None:
            return []
        clitics = {c.lower for c in self._text.children(frame.predicate) if c.pos == "PRON"}
        if "blamed" in light.sets and clitics & _PRONOUNS and not any(f.parties for f in frame.slots.get("obj", ())):
            return self._struck(frame, frame.slots.get("à", ()), None)
        if "joined" in light.sets and "y" in clitics and not frame.slots.get("loc"):
            return self._struck(frame, frame.slots.get("subj", ()), None)
        return []

    def _repelled(self, frame: Frame) -> list[Candidate]:
        """« L'armée a repoussé l'assaut », told of whoever attacked just before."""
        light = self._words.first("light", frame.lemma)
        if light is None or "reversed" not in light.sets:
            return []
        events = [f.token for f in frame.slots.get("obj", ()) if self._taken_up(f.token)]
        told = self._matcher.undergone(frame)
        if not events or told is None or any(self._text.child(e, "nmod") is not None for e in events):
            return []
        entry, struck = told
        agents = {a.key: a for d in self._last(frame, entry.gives, with_agents=True) for a in d.agents}
        return [
            Candidate(frame=frame, entry=entry, subject=a, object=o)
            for a in agents.values()
            for o in struck
            if a.key != o.key
        ]

    def _struck(self, frame: Frame, agents: Sequence[Filler], entry: LexicalEntry | None) -> list[Candidate]:
        """Whoever is said to be behind the event, against whom it struck when it was told."""
        deeds = self._named(frame, entry) if entry is not None else self._last(frame)
        parties = [p for f in agents for p in self._matcher.doers(f, deeds[0].entry)] if deeds else []
        return [
            Candidate(frame=frame, entry=entry or d.entry, subject=p, object=o)
            for p in parties
            for d in deeds
            for o in d.struck
            if p.key != o.key
        ]

    def _named(self, frame: Frame, entry: LexicalEntry) -> list[_Deed]:
        """« le camp a été attaqué … L'attaque »: the last deed of that name, else the last of that kind."""
        stem = plain(entry.lemma)[:_STEM]
        for deed in reversed(self._deeds):
            if frame.predicate.sent - deed.sentence > _FAR:
                break
            if deed.entry.gives == entry.gives and plain(deed.entry.lemma)[:_STEM] == stem:
                return [deed]
        return self._last(frame, entry.gives)

    def _last(self, frame: Frame, relation: str = "", *, with_agents: bool = False) -> list[_Deed]:
        """The last such deeds told shortly before, those of one sentence together."""
        found: list[_Deed] = []
        for deed in reversed(self._deeds):
            near = frame.predicate.sent - deed.sentence <= _REACH
            if not near or (found and deed.sentence != found[0].sentence):
                break
            if relation in {"", deed.entry.gives} and (deed.agents or not with_agents):
                found.append(deed)
        return found[::-1]
