"""From candidates to claims: polarity, certainty, speaker, date, place, evidence, designations and denials.

In: an annotated document with its parties. Out: its claims, one for each subject, relation, object, polarity and
speaker, with every piece of evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.claims.ids import claim_id
from kg.records import Certainty, Claim, Document, Entity, Evidence, Polarity, Span, Why, Word
from kg.text.confidence import features, load_weights, probability
from kg.text.dates import TimeExpression
from kg.text.deeds import Deeds
from kg.text.denials import Denial, DenialFinder, Echo, Statement
from kg.text.echoes import EchoReader
from kg.text.factuality import FactualityReader
from kg.text.frame import Frame
from kg.text.frames import FrameReader
from kg.text.mentions import Mention
from kg.text.parties import Parties, Party
from kg.text.recalled import Recalled
from kg.text.relations import Candidate, RelationMatcher
from kg.text.sides import deputies, find_sides, represented
from kg.text.speakers import Speakers
from kg.text.tokens import Text, Token
from kg.text.unsaid import Unsaid
from kg.text.voice import Voice
from kg.text.wordlists import Wordlists

_FIRMNESS: tuple[Certainty, ...] = ("certain", "probable", "possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    predicate: Token
    subject: Party
    relation: str
    object: Party | None
    word: str
    polarity: Polarity
    certainty: Certainty
    voice: Voice
    ended: bool
    presupposed: bool
    where: Party | None
    why: Why
    denied_by: Token | None = None


class ClaimReader:
    """Assembles the claims of one document."""

    def __init__(
        self, document: Document, text: Text, parties: Parties, words: Wordlists, times: tuple[TimeExpression, ...]
    ) -> None:
        self._document, self._text, self._parties, self._words, self._times = document, text, parties, words, times
        self._speakers = Speakers(text, parties, words)
        self._represented = represented(text, parties, words)
        sides = find_sides(text, parties, self._speakers, words, self._represented)
        parties.take_sides(sides, self._represented)
        self._frames = FrameReader(text, parties, words)
        self._matcher = RelationMatcher(words)
        self._factuality = FactualityReader(text, words)
        self._unsaid = Unsaid(text, words, self._factuality)
        self._echo_reader = EchoReader(text, parties, self._speakers, words, self._matcher, self._factuality)
        self._deeds = Deeds(text, parties, words, deputies(text, parties, words))
        self._recalled = Recalled(text, words, self._matcher)
        self._echoes: list[Echo] = []

    def claims(self, mentions: dict[int, tuple[Mention, ...]]) -> tuple[Claim, ...]:
        """The claims of the document, sorted by place."""
        drafts = [d for c in self._candidates() for d in self._by_speaker(self._draft(c)) if self._tells(c, d)]
        drafts = [d for d in self._with_denials(drafts) if not self._undated(d)]
        drafts.extend(self._designations(mentions))
        return self._merge(drafts)

    def _candidates(self) -> Iterator[Candidate]:
        spent: set[int] = set()
        for token in self._text.tokens:
            for frame in self._frames.frames(token):
                if frame.kind in {"noun", "preposition"} and token.i in spent:
                    continue
                found = [c for one in self._matched(frame) if (c := self._deeds.asked(one)) is not None]
                if not found or (frame.kind == "verb" and self._words.blaming(frame.lemma) is not None):
                    found = [*found, *self._recalled.candidates(frame)]
                found.extend(self._recalled.accused(frame, found))
                self._recalled.note(frame, found)
                yield from (c for c in found if not self._deeds.untold(c))
                if (echo := self._echo_reader.read(frame, found)) is not None:
                    self._echoes.append(echo)
                if found and frame.noun is not None and frame.kind == "verb":
                    spent.add(frame.noun.i)
                if frame.kind == "verb":
                    spent.update((*self._prepositions(token, found), *self._deeds.broken(frame, found)))
                if found and frame.kind == "verb":
                    break

    def _matched(self, frame: Frame) -> list[Candidate]:
        """The candidates of a frame; « X dément la présence de soldats de Y » is about Y, whatever its verb lends."""
        found = self._matcher.match(frame)
        kept = [c for c in found if not self._echo_reader.mistaken(c)]
        if kept or not found:
            return kept
        own = {name: fillers for name, fillers in frame.slots.items() if name != "subj"}
        return self._matcher.match(replace(frame, slots=own))

    def _prepositions(self, verb: Token, found: list[Candidate]) -> Iterator[int]:
        """« tomber aux mains de X »: the prepositions that the verb's own entries have read already."""
        slots = {s.name for c in found for s in (*c.entry.subject, *c.entry.object)}
        for child in self._text.children(verb, "obl", "nmod"):
            case = self._text.child(child, "case")
            if case is not None and case.lemma in slots:
                yield case.i

    def _draft(self, candidate: Candidate) -> _Draft:
        frame = candidate.frame
        anchor = frame.noun if frame.kind == "preposition" and frame.noun is not None else frame.predicate
        presupposed = self._presupposed(frame)
        voice = self._speakers.aside(anchor) if presupposed else self._speakers.voice(anchor)
        if candidate.entry.also:
            voice = self._blamer(anchor) or voice
        factuality = self._factuality.read(
            anchor, frame.noun if frame.kind == "verb" else None, voice, presupposed=presupposed
        )
        sets = dict(candidate.entry.sets)
        polarity, certainty = factuality.polarity, factuality.certainty
        if sets.get("polarity") == "negative":
            polarity = "negative" if polarity == "positive" else "positive"
        weakest = max(certainty, self._certainty(sets), key=_FIRMNESS.index)
        if not candidate.entry.also and self._deeds.presumed(candidate, self._factuality):
            weakest = max(weakest, "probable", key=_FIRMNESS.index)
        told = self._deeds.behind(candidate) if candidate.blamer is None else "blamed"
        if told == "claimed":
            voice = Voice(party=candidate.subject, rule="claim of responsibility")
        elif told == "blamed":
            weakest = max(weakest, "probable", key=_FIRMNESS.index)
            voice = self._blaming(candidate) or voice
        if self._echo_reader.contrasted(candidate):
            polarity = "negative" if polarity == "positive" else "positive"
        if polarity == "negative" and voice.entry is not None and voice.entry.sets.get("polarity") == "negative":
            weakest = "certain"
        return _Draft(
            predicate=anchor,
            subject=self._deeds.doer(candidate, voice, denied=polarity == "negative"),
            relation=candidate.entry.gives,
            object=candidate.object,
            word="",
            polarity=polarity,
            certainty=weakest,
            voice=voice,
            ended=factuality.ended,
            presupposed=presupposed,
            where=candidate.where,
            why=Why(entry=candidate.entry.name, frame=frame.construction, attribution=voice.rule),
        )

    def _blaming(self, candidate: Candidate) -> Voice | None:
        """« tué dans une attaque que Y attribue à X »: Y, where the verb that blames X has a subject."""
        if candidate.blamer is not None:
            return Voice(party=candidate.blamer, rule=f"verb of blame: {candidate.predicate.lemma}")
        verb = self._deeds.above(candidate.subject)
        told = verb is not None and (verb.dep == "acl:relcl" or verb.i == candidate.predicate.i)
        return self._blamer(verb) if verb is not None and told else None

    def _blamer(self, verb: Token) -> Voice | None:
        """« X attribue l'attaque à Y »: what the verb itself tells of Y is X's."""
        said_by = self._speakers.speakers_of(verb) if self._words.blaming(verb.lemma) is not None else ()
        return Voice(party=said_by[0], rule=f"verb of blame: {verb.lemma}", others=said_by[1:]) if said_by else None

    def _by_speaker(self, draft: _Draft) -> Iterator[_Draft]:
        """The same statement by each of several speakers (« X et Y accusent Z de … »): one claim each."""
        for voice in self._deeds.voices(draft.voice, draft.subject):
            yield replace(draft, voice=voice)

    def _tells(self, candidate: Candidate, draft: _Draft) -> bool:
        unsaid = self._unsaid.holds(draft.predicate)
        return not (unsaid or self._nobody(candidate, draft) or self._deeds.absurd(candidate, draft.voice))

    def _nobody(self, candidate: Candidate, draft: _Draft) -> bool:
        """« X n'abrite aucun groupe »: such a denial names no side; what it takes up is found with the echoes."""
        if not self._echo_reader.unnamed(candidate):
            return False
        if draft.polarity == "positive":
            return draft.presupposed  # « n'abrite aucun groupe hostile à Y »
        is_a = self._words.vocabulary.is_a
        open_ = [p for p in (candidate.subject, candidate.object) if not self._parties.named(p.key)]
        told = ("Place", "Population")
        return any(is_a(p.type, "State") or not any(is_a(p.type, c) for c in told) for p in open_)

    def _presupposed(self, frame: Frame) -> bool:
        """« X, chef de Y », « X, affilié à Y », « X, soutenu par Y »: said by the way, whatever the sentence does."""
        if frame.kind == "noun":
            told = self._text.child(frame.predicate, "cop") is not None or frame.predicate.relation == "xcomp"
            told = told or frame.construction.startswith("light")
            return bool(frame.slots.get("self")) and not frame.slots.get("subj") and not told
        if frame.kind == "preposition":
            return frame.lemma == "de"  # « le mouvement de X »
        first = self._first(frame.predicate)
        return first.dep in {"acl", "amod"} and frame.construction in {"participle", "adjective"}

    def _first(self, token: Token) -> Token:
        """« X, soutenu par Y et défendu par Z »: the first participle of the coordination."""
        while token.dep == "conj" and (above := self._text.head(token)) is not None:
            token = above
        return token

    def _certainty(self, sets: dict[str, str]) -> Certainty:
        if "planned" in sets:
            return "possible"
        return next((c for c in _FIRMNESS if c == sets.get("certainty")), "certain")

    def _with_denials(self, drafts: list[_Draft]) -> list[_Draft]:
        """The drafts with what is denied of them; a negated predicate that takes up a statement says nothing else."""
        statements = [self._statement(k, d) for k, d in enumerate(drafts)]
        finder = DenialFinder(self._text, self._parties, self._speakers, self._words, self._represented)
        denials = list(finder.find(statements))
        spent: set[int] = set()
        for echo in self._echoes:
            echoed = finder.echoed(echo, statements)
            denials.extend(echoed)
            if echoed:
                spent.add(echo.predicate.i)
        bare = {echo.predicate.i for echo in self._echoes if echo.single}
        kept = [d for d in drafts if d.polarity == "positive" or not (d.predicate.i in spent or self._vain(d, bare))]
        return [*kept, *(self._denied(drafts[d.index], d) for d in denials)]

    def _vain(self, draft: _Draft, open_: set[int]) -> bool:
        """« n'abrite aucun groupe hostile » where nobody said so: of a party that there is not."""
        object_ = draft.object
        unnamed = object_ is not None and object_.how == "description" and not self._parties.named(object_.key)
        supportive = self._words.vocabulary.relations[draft.relation].supportive
        return unnamed and supportive and draft.predicate.i in open_

    def _statement(self, index: int, draft: _Draft) -> Statement:
        lemma = draft.predicate.lemma
        speech = self._words.first("speech", lemma) or self._words.first("modal", lemma)
        blames = speech is not None and "certainty" in speech.sets and draft.certainty == "certain"
        apart = self._words.vocabulary.relations[draft.relation].apart
        saying = draft.predicate.pos == "NOUN" and self._words.first("saying", draft.predicate.lemma) is not None
        only = draft.predicate.pos == "VERB" and self._factuality.restricted(draft.predicate)
        open_ = draft.polarity == "positive" and not (blames or saying or apart or only)
        return Statement(
            index=index,
            predicate=draft.predicate,
            subject=draft.subject.key,
            relation=draft.relation,
            object=draft.object.key if draft.object else "",
            speaker=draft.voice.party.key if draft.voice.party else None,
            firm=draft.certainty == "certain",
            positive=open_ and not draft.presupposed,
            deed=self._words.vocabulary.relations[draft.relation].by_forces,
            aside=open_ and draft.presupposed and self._words.vocabulary.relations[draft.relation].supportive,
        )

    def _denied(self, told: _Draft, denial: Denial) -> _Draft:
        voice = Voice(party=denial.denier, rule=f"denial: {denial.verb.lemma}")
        return replace(
            told,
            subject=denial.subject or told.subject,
            relation=denial.relation or told.relation,
            polarity="negative",
            certainty="certain",
            voice=voice,
            why=replace(told.why, attribution=voice.rule),
            denied_by=denial.verb,
        )

    def _designations(self, mentions: dict[int, tuple[Mention, ...]]) -> Iterator[_Draft]:
        for i in mentions:
            token = self._text.tokens[i]
            for party in self._parties.at(token):
                for word in (token, *(p for a in self._text.children(token, "amod") for p in self._text.conjuncts(a))):
                    entry = self._words.first("designation", word.lemma)
                    if entry is None or entry.gives not in self._words.vocabulary.relations:
                        continue
                    voice = self._speakers.aside(token)
                    yield _Draft(
                        predicate=word,
                        subject=party,
                        relation=entry.gives,
                        object=None,
                        word=entry.lemma,
                        polarity="positive",
                        certainty="certain",
                        voice=voice,
                        ended=False,
                        presupposed=True,
                        where=None,
                        why=Why(entry=entry.name, frame="designation", attribution=voice.rule),
                    )

    # ---- records

    def _merge(self, drafts: list[_Draft]) -> tuple[Claim, ...]:
        alike: dict[str, list[Claim]] = {}
        for draft in sorted(drafts, key=lambda d: d.predicate.i):
            claim = self._claim(draft)
            alike.setdefault(claim.id, []).append(claim)
        return tuple(self._assessed(self._joined(claims)) for claims in alike.values())

    def _assessed(self, claim: Claim) -> Claim:
        sure = probability(features(claim, self._document.text), load_weights())
        return replace(claim, confidence=round(sure, 3))

    def _joined(self, claims: list[Claim]) -> Claim:
        """The same claim from several places: every piece of evidence once, in text order."""
        return replace(
            claims[0],
            evidence=tuple(dict.fromkeys(e for c in claims for e in c.evidence)),
            certainty=min((c.certainty for c in claims), key=_FIRMNESS.index),
            when=next((c.when for c in claims if c.when), None),
            where=next((c.where for c in claims if c.where), None),
        )

    def _claim(self, draft: _Draft) -> Claim:
        subject = self._parties.entity(draft.subject.key)
        object_: Entity | Word = self._parties.entity(draft.object.key) if draft.object else Word(literal=draft.word)
        speaker = self._parties.entity(draft.voice.party.key) if draft.voice.party else None
        symmetric = self._words.vocabulary.relations[draft.relation].symmetric
        where = draft.where if draft.where is not None else self._place(draft)
        return Claim(
            id=claim_id(
                self._document.id, subject, draft.relation, object_, draft.polarity, speaker, symmetric=symmetric
            ),
            doc=self._document.id,
            subject=subject,
            relation=draft.relation,
            object=object_,
            polarity=draft.polarity,
            certainty=draft.certainty,
            attribution=speaker,
            when=self._until(draft) if draft.ended else self._when(draft.predicate),
            where=self._parties.entity(where.key) if where else None,
            evidence=(self._evidence(draft),),
            why=draft.why,
            confidence=0.0,
        )

    def _evidence(self, draft: _Draft) -> Evidence:
        start, end = self._extent(draft.predicate)
        if draft.denied_by is not None:
            other = self._extent(draft.denied_by)
            start, end = min(start, other[0]), max(end, other[1])
        return Evidence(
            start=start,
            end=end,
            text=self._document.text[start:end],
            subject=draft.subject.span,
            object=draft.object.span if draft.object else None,
        )

    def _extent(self, token: Token) -> Span:
        """The sentence of a token with the clause of saying that covers it, when they stand side by side."""
        sentence = self._text.sentence(token)
        start, end = sentence.start, sentence.end
        for other in self._text.sentences[max(0, sentence.i - 1) : sentence.i + 2]:
            if other.tag_of == sentence.i and other.paragraph == sentence.paragraph:
                start, end = min(start, other.start), max(end, other.end)
        return start, end

    def _when(self, predicate: Token) -> str | None:
        """The time expression nearest in the tree: under the predicate, else under the closest word above."""
        sentence = self._text.sentence(predicate)
        times = [t for t in self._times if sentence.start <= t.start < sentence.end]
        if not times:
            return None
        for above in (predicate, *self._text.ancestors(predicate)):
            spans = [(t.start, t.end) for t in self._text.subtree(above)]
            inside = [t for t in times if any(s < t.end and t.start < e for s, e in spans)]
            if inside:
                return min(inside, key=lambda t: (abs(t.start - predicate.start), t.start)).value
        return None

    def _until(self, draft: _Draft) -> str | None:
        """« ancien allié »: over by the date that the sentence gives, at the latest by the document's."""
        when = self._when(draft.predicate) or self._document.date
        return when if when is None or "/" in when else f"/{when}"

    def _undated(self, draft: _Draft) -> bool:
        """« ancien allié » in a document without a date: nothing would tell that it is no ally today."""
        return draft.ended and self._words.vocabulary.relations[draft.relation].supportive and not self._until(draft)

    def _place(self, draft: _Draft) -> Party | None:
        taken = {draft.subject.key, draft.object.key if draft.object else ""}
        for above in (draft.predicate, *self._text.ancestors(draft.predicate)):
            if above.pos not in {"VERB", "NOUN", "AUX"}:
                continue
            for child in self._text.children(above, "obl", "nmod"):
                case = self._text.child(child, "case")
                if case is not None and case.lemma in {"à", "dans", "en", "sur", "vers", "près_de"}:
                    for party in self._parties.at(child):
                        if self._parties.place_kind(party.type) and party.key not in taken:
                            return party
        return None
