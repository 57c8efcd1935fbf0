"""Whose deed it is, where grammar alone would name the wrong party.

In: candidates with the voice that tells them. Out: candidates left out or given to another party, each by one rule:

- « X exclut d'armer Y », said by a minister or spokesman of Z, is about Z;
- a pronoun never makes a state and its own body opponents or supporters of each other;
- « rompre ses accords avec X » tells of the break, not of the accords besides;
- « les partenaires de X » are no party that is known; a spokesman of X does not condemn X;
- « X accuse Y de le ravitailler » never means that Y supplies X;
- « X exige qu'il cesse d'armer Y »: the pronoun is never X, but whoever X asks, or nobody;
- « les autorités de X et de Y se disent prêtes à … »: each speaks for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.text.answering import answerable
from kg.text.factuality import FactualityReader
from kg.text.frame import Frame
from kg.text.parties import Parties, Party
from kg.text.relations import Candidate
from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token
from kg.text.voice import Voice
from kg.text.wordlists import Wordlists

_THAT = frozenset({"que", "qu'", "qu’"})
_AIMS = frozenset({"pour", "afin", "avant", "sans"})
_WANTING = frozenset(
    """vouloir souhaiter exiger demander réclamer requérir ordonner commander recommander conseiller préconiser prôner
    craindre redouter regretter déplorer refuser interdire empêcher éviter obtenir permettre attendre""".split()
)
"""Verbs that take the subjunctive: the subject of the clause below is somebody else (« X veut qu'il … »)."""


class Deeds:
    """Judges the candidates of one document. ``deputies``: who speaks for whom by office, key -> key."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, deputies: Mapping[str, str]) -> None:
        self._text, self._parties, self._words, self._deputies = text, parties, words, deputies
        self._roles = VerbRoles(text, parties, words)
        self._at = {t.start: t for t in reversed(text.tokens)}

    def untold(self, candidate: Candidate) -> bool:
        """Whether the sentence does not tell it, whatever its words are."""
        return self.own_body(candidate) or self.vacuous(candidate) or self.own_side(candidate)

    def own_body(self, candidate: Candidate) -> bool:
        """« L'armée X-ienne … contre elle »: the pronoun cannot be X."""
        a, b = candidate.subject, candidate.object
        relation = self._words.vocabulary.relations[candidate.entry.gives]
        if "pronoun" not in {a.how, b.how} or not (relation.supportive or relation.by_forces):
            return False
        state = self._parties.state_of(a.key)
        return state is not None and state == self._parties.state_of(b.key)

    def vacuous(self, candidate: Candidate) -> bool:
        """« les partenaires de X »: whoever they are, no more is said than that they are X's."""
        relation = self._words.vocabulary.relations[candidate.entry.gives]
        noun = candidate.predicate
        tie = candidate.frame.kind == "noun" and relation.supportive and relation.symmetric
        if not tie or self._text.child(noun, "amod", "acl", "nummod") is not None:
            return False
        unnamed = (p for p in (candidate.subject, candidate.object) if not self._parties.named(p.key))
        return any(p.how == "description" and p.span[0] <= noun.start < p.span[1] for p in unnamed)

    def own_side(self, candidate: Candidate) -> bool:
        """« s'indigne X, porte-parole de l'armée de Y »: who speaks for a party does not condemn it."""
        relations = self._words.vocabulary.relations
        relation = relations[candidate.entry.gives]
        hostile = {r.family for r in relations.values() if r.by_forces and not r.supportive and r.range == "Actor"}
        side = self._deputies.get(candidate.subject.key)
        return relation.family in hostile and relation.range == "Actor" and side == candidate.object.key

    def absurd(self, candidate: Candidate, voice: Voice) -> bool:
        """« X accuse Y de le ravitailler »: nobody accuses others of support to themselves."""
        sets = voice.entry.sets if voice.entry is not None else {}
        blames = sets.get("certainty") == "probable" and "control" in sets
        supportive = self._words.vocabulary.relations[candidate.entry.gives].supportive
        return blames and supportive and voice.party is not None and voice.party.key == candidate.object.key

    def above(self, party: Party) -> Token | None:
        """The word that the party's mention hangs on."""
        token = self._at.get(party.span[0])
        return self._text.head(token) if token is not None else None

    def behind(self, candidate: Candidate) -> str:
        """« une attaque revendiquée par X »: ``claimed`` by X; « attribuée à X »: ``blamed`` on X; else empty."""
        token, verb = self._at.get(candidate.subject.span[0]), self.above(candidate.subject)
        if verb is None or token is None or verb.pos not in {"VERB", "ADJ"}:
            return ""
        lemma = self._words.verb_lemma(verb)
        light, speech = self._words.first("light", lemma), self._words.first("speech", lemma)
        beside = verb.relation in {"acl", "amod"}
        if light is None or not (beside or self._roles.voice(verb)[0] or verb.i == candidate.predicate.i):
            return ""
        if "blamed" in light.sets:
            return "blamed" if self._roles.case(token) == "à" else ""
        # « offert par X » is no claim of X's
        plain = speech is not None and not speech.sets.keys() & {"polarity", "certainty"}
        own = plain and speech is not None and speech.sets.get("control") == "subj"
        return "claimed" if own and self._roles.case(token) == "par" else ""

    def presumed(self, candidate: Candidate, factuality: FactualityReader) -> bool:
        """« tués par des jihadistes présumés »: who did it is a guess."""
        forced = self._words.vocabulary.relations[candidate.entry.gives].by_forces
        first = self._at.get(candidate.subject.span[0]) if forced and candidate.subject.how == "description" else None
        if first is None:
            return False
        inside = (t for t in self._text.of(self._text.sentence(first)) if t.i >= first.i)
        return any(factuality.hedged(t) == 1 for t in inside if t.start < candidate.subject.span[1])

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

    def asked(self, candidate: Candidate) -> Candidate | None:
        """The candidate with whom a pronoun can mean below a verb of wanting; None where that is nobody known."""
        verb = self._wanting(candidate)
        own = {p.key for t in self._roles.subjects(verb) for p in self._parties.at(t)} if verb is not None else set()
        if verb is None or candidate.subject.key not in own:
            return candidate
        found = answerable(self._text, self._parties, self._roles, verb)
        others = [self._parties.acting(p) for t in found for p in self._parties.at(t) if p.key not in own]
        return replace(candidate, subject=others[0]) if len(others) == 1 else None

    def _wanting(self, candidate: Candidate) -> Token | None:
        """« X exige qu'il …, », « X presse Y pour qu'il … »: the verb above the pronoun's clause (Grevisse § 1125)."""
        if candidate.subject.how != "pronoun":
            return None
        for clause in (candidate.predicate, *self._text.ancestors(candidate.predicate)):
            above, subject = self._text.head(clause), self._text.child(clause, "nsubj")
            if subject is None and clause.relation in {"xcomp", "conj"}:
                continue
            if above is None or subject is None or subject.start != candidate.subject.span[0]:
                return None
            words = {c.lower for c in self._text.children(clause) if c.i < subject.i}
            that = bool(words & _THAT)
            if clause.relation == "advcl" and that and words & _AIMS:
                return above
            return above if clause.relation == "ccomp" and that and above.lemma in _WANTING else None
        return None

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
        if own and voice.others and (subject.how in {"pronoun", "possessive"} or subject.span == own[0].span):
            yield replace(voice, party=own[0], others=())
            return
        yield voice
        for other in voice.others:
            yield replace(voice, party=other, others=())
