"""Negated predicates that leave a party open, and negation of one member of a pair.

« X jure n'avoir armé personne », « X dément la chute de la ville », « X n'a visé que des soldats » deny what somebody
else stated before: the frame has no party of its own there, or only « aucun groupe », « quiconque ». In: frames with
the candidates that they gave. Out: an ``Echo`` for each, which ``kg.text.denials`` compares with the statements.
« X, et non Y, tient la ville »: the relation is denied for Y alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.text.accused import Accused
from kg.text.denials import Echo
from kg.text.denying import Denying
from kg.text.factuality import FactualityReader
from kg.text.filler import Filler
from kg.text.frame import Frame
from kg.text.parties import Parties, Party
from kg.text.phrases import FIRST
from kg.text.relations import Candidate, RelationMatcher
from kg.text.speakers import Speakers
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_ANYBODY = frozenset({"quiconque", "personne", "autrui"})
_ANY = frozenset({"aucun", "nul", "quelque", "moindre"})
_NE = frozenset({"ne", "n'", "n’"})
_DEFINITE = frozenset({"le", "la", "l'", "l’", "les", "ce", "cet", "cette", "ces"})
_NAMING = frozenset({"obj", "à", "de", "contre", "avec", "par", "poss", "adj", "auprès_de"})
_PASSED = frozenset({"DET", "ADP", "ADJ"})
_THAT_OF = frozenset({"celui", "celle", "ceux", "celles"})


class EchoReader:
    """Reads echoes in one text."""

    def __init__(
        self,
        text: Text,
        parties: Parties,
        speakers: Speakers,
        words: Wordlists,
        matcher: RelationMatcher,
        factuality: FactualityReader,
    ) -> None:
        self._text, self._parties, self._speakers, self._words = text, parties, speakers, words
        self._matcher, self._factuality = matcher, factuality
        self._denying = Denying(text, parties, speakers, words)
        self._accused = Accused(text, parties, words)
        self._starts = {t.start: t for t in text.tokens}

    def read(self, frame: Frame, candidates: Sequence[Candidate]) -> Echo | None:
        """The echo that a frame is, if it is one."""
        if frame.kind not in {"verb", "noun"}:
            return None
        restricted = frame.predicate.pos == "VERB" and self._factuality.restricted(frame.predicate)
        if not restricted and not all(self.open(c) for c in candidates):
            return None
        if frame.kind == "noun" and not (self._denied_itself(frame) or self._anybody(frame.predicate)):
            return None  # « ne pas respecter l'accord » does not deny the accord
        if self._untold(frame):
            return None
        relations = self._matcher.relations(frame)
        voice = self._speakers.voice(frame.predicate)
        blames = voice.entry is not None and "certainty" in voice.entry.sets
        answering = self._answering(frame.predicate) if voice.party is None else None
        if not relations or blames:
            return None
        if not (restricted or self._denied(frame)):
            return None
        named = dict(self._named(frame, voice.party))
        subjects = frozenset() if self._lent_by_denial(frame) else frozenset(named.pop("subj", ()))
        named.pop("subj", None)
        others = frozenset(key for keys in named.values() for key in keys if not restricted)
        bare = voice.party is None and answering is None
        if bare and not (subjects and self._plainly_open(frame)):
            return None
        return Echo(
            predicate=frame.predicate,
            relations=relations,
            subjects=subjects,
            others=others,
            speaker=voice.party,
            bare=self._lent_by_denial(frame) and not subjects and not others,
            open=frozenset(() if restricted else self._left_open(frame)),
            narrower=self._below(relations),
            kin=self._kin(relations),
            nobody=self._nobody(frame.predicate),
            single=self._single(frame),
            answering=answering,
        )

    def _untold(self, frame: Frame) -> bool:
        """« son entreprise n'a rien vendu », « le centre n'est pas tombé »: of a subject that is nobody known."""
        fillers = frame.slots.get("subj", ()) if frame.kind == "verb" else ()
        own = {t.i for t in self._text.children(frame.predicate)}
        nouns = [f for f in fillers if f.token.pos == "NOUN" and f.token.i in own and not self._ours(f.token)]
        return bool(nouns) and all(not f.parties and not self._none(f.token) for f in nouns)

    def _ours(self, noun: Token) -> bool:
        return any(c.lower in FIRST for c in self._text.children(noun, "det"))

    def _answering(self, predicate: Token) -> Token | None:
        """« l'intéressé jure n'avoir armé personne »: the subject of the verb of saying above."""
        verbs = (a for a in self._text.ancestors(predicate) if a.pos == "VERB")
        verb = next((v for v in verbs if self._words.first("speech", v.lemma) is not None), None)
        return self._accused.anaphor(verb) if verb is not None else None

    def _nobody(self, predicate: Token) -> bool:
        """« aucun volontaire ne s'en est pris à des civils »."""
        subjects = self._text.children(predicate, "nsubj")
        return any(t.lemma in {"aucun", "nul"} for s in subjects for t in (s, *self._text.children(s, "det")))

    def _single(self, frame: Frame) -> bool:
        """« n'abrite aucun groupe hostile », « ait jamais équipé un groupe armé »."""
        fillers = [f for name in _NAMING for f in frame.slots.get(name, ()) if f.parties]
        return bool(fillers) and all(self._anybody(f.token) and "Number=Sing" in f.token.morph for f in fillers)

    def _left_open(self, frame: Frame) -> Iterator[str]:
        """The classes of « des civils », « aucun groupe armé »."""
        for name, fillers in frame.slots.items():
            if name in _NAMING:
                yield from (p.type for f in fillers if self._anybody(f.token) for p in f.parties)

    def _below(self, relations: frozenset[str]) -> frozenset[str]:
        """« aucune aide » denies arms and money too."""
        known = self._words.vocabulary.relations
        return frozenset(name for name, r in known.items() if r.parent in relations and name not in relations)

    def _kin(self, relations: frozenset[str]) -> frozenset[str]:
        """The relations of which one is the parent of another or both have the same parent."""
        known = self._words.vocabulary.relations
        parents = {known[r].parent or r for r in relations}
        kin = {name for name, r in known.items() if (r.parent or name) in parents}
        return frozenset(kin) - relations - self._below(relations)

    def _denied(self, frame: Frame) -> bool:
        predicate = frame.predicate
        voice = self._speakers.voice(predicate)
        noun = frame.noun if frame.kind == "verb" else None
        return self._factuality.read(predicate, noun, voice).polarity == "negative"

    def open(self, candidate: Candidate) -> bool:
        """Whether a candidate rests on « aucun X », or on a denier that is no more than the one who denies."""
        return any(self._anybody(t) for t in self._ends(candidate)) or self._lent_by_denial(candidate.frame)

    def unnamed(self, candidate: Candidate) -> bool:
        """Whether a party of the candidate is only « aucun groupe », « quiconque »: denied, it is nobody."""
        return any(self._none(t) for t in self._ends(candidate))

    def _ends(self, candidate: Candidate) -> list[Token]:
        ends = (self._token(candidate.subject), self._token(candidate.object))
        return [t for t in ends if t is not None]

    def _denied_itself(self, frame: Frame) -> bool:
        """« X dément une frappe sur ce dépôt »: the noun is what is denied."""
        verb = self._text.head(frame.predicate)
        return frame.kind == "noun" and verb is not None and verb.pos == "VERB" and self._denying.refuses(verb)

    def _lent_by_denial(self, frame: Frame) -> bool:
        """« X dément la prise de P »: with a definite article the event is known, and X need not be its agent."""
        noun = frame.predicate
        if not self._denied_itself(frame):
            return False
        return any(c.lower in _DEFINITE for c in self._text.children(noun, "det"))

    def _named(self, frame: Frame, speaker: Party | None) -> Iterator[tuple[str, list[str]]]:
        """The parties that the frame names, by slot; « X répète qu'il … » may mean X."""
        for name, fillers in frame.slots.items():
            if name == "subj" or name in _NAMING:
                keys = [p.key for f in fillers if not self._anybody(f.token) for p in self._kept(f, name)]
                pronoun = any(p.how == "pronoun" for f in fillers for p in f.parties)
                if name == "subj" and pronoun and speaker is not None:
                    keys.append(speaker.key)
                if keys:
                    yield name, keys

    def _kept(self, filler: Filler, name: str) -> Iterator[Party]:
        for party in filler.parties:
            if name in {"subj", "obj", "de"} or party.type != "Place":
                yield party

    def _anybody(self, token: Token) -> bool:
        """« aucun groupe », « quelque partie que ce soit », « quiconque », « un groupe »."""
        some = any(t.lemma == "un" for t in self._text.children(token, "det")) and self._unspecific(token)
        return some or self._none(token)

    def _none(self, token: Token) -> bool:
        whole = (token, *self._text.children(token, "det", "amod"))
        above = self._text.head(token)
        if above is not None and token.relation == "nmod" and above.pos == "PRON":
            whole = (*whole, above)  # « aucun de nos combattants »
        articles = (t for t in whole if t.lemma == "un" and t.i > 0)
        not_one = any(self._text.tokens[t.i - 1].lower == "pas" for t in articles)  # « pas un combattant »
        nor = any(c.lower == "ni" for c in self._text.children(token, "cc"))
        other = nor and any(t.lemma == "autre" for t in whole)  # « ni d'un autre pays »
        return (
            other or not_one or token.lower in _ANYBODY or any(t.lemma in _ANY for t in whole) or self._partitive(token)
        )

    def _partitive(self, noun: Token) -> bool:
        """« n'a jamais hébergé de groupe armé »: « de » without an article under a negation."""
        if noun.pos != "NOUN" or "Number=Sing" not in noun.morph or noun.relation not in {"obj", "obl"}:
            return False
        before = self._text.tokens[noun.i - 1].lower if noun.i > 0 else ""
        verb = self._text.head(noun)
        return before in {"de", "d'", "d’"} and verb is not None and self._ne(verb)

    def _plainly_open(self, frame: Frame) -> bool:
        """« Y n'arme personne » in the author's own words."""
        fillers = (f.token for name in _NAMING for f in frame.slots.get(name, ()))
        told = not frame.predicate.quote and self._ne(frame.predicate)
        return told and any(self._anybody(t) for t in fillers)

    def _ne(self, verb: Token) -> bool:
        """Whether the verb itself has « ne »."""
        verbs = (verb, *self._text.children(verb, "aux"))
        return any(c.lower in _NE for v in verbs for c in self._text.children(v))

    def _unspecific(self, token: Token) -> bool:
        """« nie avoir visé des civils », « nie abriter un groupe armé »: none in particular."""
        found = self._parties.at(token)
        return bool(found) and all(p.how == "description" and not self._parties.named(p.key) for p in found)

    def _token(self, party: Party) -> Token | None:
        token = self._starts.get(party.span[0])
        above = self._text.head(token) if token is not None and token.pos in {"ADJ", "DET", "NUM"} else None
        return above if above is not None and party.span[0] <= above.start < party.span[1] else token

    def mistaken(self, candidate: Candidate) -> bool:
        """« X dément la prise de P », « X nie la présence de soldats de Y »: X was taken for the agent.

        Of support without another agent X is accused (« dément la livraison d'armes à Y »).
        """
        frame = candidate.frame
        lent = any(p == candidate.subject for f in frame.slots.get("subj", ()) for p in f.parties)
        if not lent or not self._denied_itself(frame):
            return False
        agents = {slot.name for slot in candidate.entry.subject} & {"de", "par", "adj", "poss"}
        other = any(
            p.type != "Place"
            for n in agents
            for f in frame.slots.get(n, ())
            for p in f.parties
            if p != candidate.object
        )
        supportive = self._words.vocabulary.relations[candidate.entry.gives].supportive
        return other or (self._lent_by_denial(frame) and not supportive)

    # ---- « et non Y »

    def contrasted(self, candidate: Candidate) -> bool:
        """« X, et non Y »: whether one of the two parties is the member that is denied."""
        return any(
            t is not None and self._after_contrast(t)
            for t in (self._token(candidate.subject), self._token(candidate.object))
        )

    def _after_contrast(self, token: Token) -> bool:
        i, first = token.i - 1, self._text.sentence(token).first
        while i > first and (self._text.tokens[i].pos in _PASSED or self._text.tokens[i].lower in _THAT_OF):
            i -= 1
        if i > first and self._text.tokens[i].lower == "pas" and self._text.tokens[i - 1].lower == "non":
            i -= 1
        if self._text.tokens[i].lower == "mais" and self._put_right(token):
            return True
        pair = f"{self._text.tokens[i - 1].lower} {self._text.tokens[i].lower}"
        return i > first and self._words.first("negator", pair) is not None

    def _put_right(self, token: Token) -> bool:
        """« ce n'est pas X qui a attaqué Z, mais Y »: whether the one who is denied stands at the head of the pair."""
        denied = self._text.head(token)
        if denied is None or token.relation != "conj" or self._text.child(denied, "cop") is None:
            return False
        return any(c.lower in {"n'", "n’", "ne"} for c in self._text.children(denied))
