"""Whose deed it is, where grammar alone would name the wrong party.

In: candidates with the voice that tells them. Out: candidates left out or given to another party, each by one rule:

- « X exclut d'armer Y », said by a minister or spokesman of Z, is about Z;
- a pronoun never makes a state and its own body opponents or supporters of each other;
- « rompre ses accords avec X » tells of the break, not of the accords besides;
- « les autorités de X et de Y se disent prêtes à … »: each speaks for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.text.frame import Frame
from kg.text.parties import Parties, Party
from kg.text.relations import Candidate
from kg.text.speakers import Voice
from kg.text.wordlists import Wordlists


class Deeds:
    """Judges the candidates of one document. ``deputies``: who speaks for whom by office, key -> key."""

    def __init__(self, parties: Parties, words: Wordlists, deputies: Mapping[str, str]) -> None:
        self._parties, self._words, self._deputies = parties, words, deputies

    def own_body(self, candidate: Candidate) -> bool:
        """« L'armée X-ienne … contre elle »: the pronoun cannot be X."""
        a, b = candidate.subject, candidate.object
        relation = self._words.vocabulary.relations[candidate.entry.gives]
        if "pronoun" not in {a.how, b.how} or not (relation.supportive or relation.by_forces):
            return False
        state = self._parties.state_of(a.key)
        return state is not None and state == self._parties.state_of(b.key)

    def broken(self, frame: Frame, found: Sequence[Candidate]) -> Iterator[int]:
        """The ties that a verb of ending has for its object: the verb's own entry has told what became of them."""
        entry = self._words.first("modal", frame.lemma)
        if not found or frame.kind != "verb" or entry is None or "ended" not in entry.sets:
            return
        relations = self._words.vocabulary.relations
        for filler in frame.slots.get("obj", ()):
            ties = [relations[e.gives] for e in self._words.entries("noun", filler.token.lemma) if e.gives in relations]
            if ties and all(r.symmetric for r in ties):
                yield filler.token.i

    def doer(self, candidate: Candidate, voice: Voice, *, denied: bool) -> Party:
        """The subject; where somebody speaks of their own deed by office, the party of that office."""
        subject = candidate.subject
        relation = self._words.vocabulary.relations[candidate.entry.gives]
        own = voice.party is not None and voice.party.key == subject.key
        side = self._deputies.get(subject.key) if own and (denied or relation.by_forces) else None
        if side is None or side == candidate.object.key or relation.domain == "Person":
            return subject
        return replace(subject, key=side, type=self._parties.entity(side).type)

    def voices(self, voice: Voice, subject: Party) -> Iterator[Voice]:
        """One voice for each of several speakers; of themselves each tells only their own part."""
        speakers = (voice.party, *voice.others)
        own = [p for p in speakers if p is not None and p.key == subject.key]
        if own and voice.others and subject.how == "pronoun":
            yield replace(voice, party=own[0], others=())
            return
        yield voice
        for other in voice.others:
            yield replace(voice, party=other, others=())
