"""Who says it: quotations, clauses of saying, verbs and nouns of saying, « selon X ».

In: a ``Text`` and its ``Parties``. Out: for a token the nearest speaker, the rule that found it, and what the verb of
saying does to what is said. What stands in an apposition or relative clause inside reported words is the author's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.text.citing import Citations
from kg.text.interviews import find_interview
from kg.text.parties import Parties, Party
from kg.text.quotations import Quotations
from kg.text.roles import REFLEXIVE, UNDERGO
from kg.text.tokens import Sentence, Text, Token
from kg.text.voice import AUTHOR, Voice, told
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_REPORTED = frozenset({"ccomp", "xcomp", "obj", "parataxis"})
_PURPOSES = frozenset("but objectif dessein espoir intention".split())
_OWN_WORDS = frozenset({"acl:relcl", "appos"})
_PRONOUNS = frozenset("-t-il -t-elle -il -elle -ils -elles il elle ils elles celui-ci celle-ci ce dernier".split())
_WHICH = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})
_STRESSED = frozenset("lui elle eux elles".split())


class Speakers:
    """The speakers of one document."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words
        self._last: Party | None = None
        self._spoke: list[tuple[int, Party]] = []
        self._tags: dict[int, Voice] = {}
        self._quotes: dict[int, Voice] = {}
        self._citations = Citations(text, parties, words)
        self._interviewee, self._answers = find_interview(text, parties)
        self._find_tags()
        self._quotes.update(Quotations(text, self, self._tags).voices())

    def voice(self, token: Token) -> Voice:
        """The nearest speaker of the words that ``token`` stands in."""
        child = token
        for above in (token, *self._text.ancestors(token)):
            source = self._source(above)
            if source is not None and not self._inside(token, source):
                return Voice(party=source[1], rule=f"source preposition: {source[2]}", scope=above)
            if (inserted := self._inserted(above, child) or self._confirmed(above, child)) is not None:
                return inserted
            if above.i != token.i:
                reported = self._reporting(above, child)
                if reported is not None:
                    return reported
                if (
                    child.dep in _OWN_WORDS
                    and not token.quote
                    and not (told(self._text, child) or self._hearsay(child))
                ):
                    return self._narrator(token)
            child = above
        if token.quote in self._quotes:
            return self._quotes[token.quote]
        if token.sent in self._tags:
            return self._tags[token.sent]
        return self._narrator(token)

    def _hearsay(self, clause: Token) -> bool:
        """« selon X, A aide B, avec qui il aurait signé un pacte »: a conditional of hearsay is no author's aside."""
        verbs = (clause, *self._text.children(clause, "aux"))
        return clause.relation == "acl" and any("Mood=Cnd" in v.morph or v.lower.startswith("aurai") for v in verbs)

    def _inserted(self, above: Token, child: Token) -> Voice | None:
        """« “…”, a répliqué X »: a clause of saying that was not cut off hangs on what is said."""
        for clause in self._text.children(above, "parataxis"):
            entry = self.speech(clause) if clause.pos == "VERB" and clause.i != child.i else None
            said_by = self.speakers_of(clause) if entry is not None else ()
            if said_by and clause.i > above.i and self._text.child(clause, "ccomp", "xcomp", "obj") is None:
                rule = f"clause of saying: {clause.lower}"
                return Voice(party=said_by[0], rule=rule, entry=entry, verb=clause, others=said_by[1:])
        return None

    def _confirmed(self, above: Token, child: Token) -> Voice | None:
        """« X a pris P, comme l'a reconnu Y »: Y says so; not what « il est faux, comme l'a dit Y, que » denies."""
        verb = self._citations.confirming(above) if child.relation not in {"ccomp", "csubj"} else None
        phrases = self._citations.behind(verb) if verb is not None and child.i != verb.i else ()
        found = [p for t in phrases for part in self._text.conjuncts(t) for p in self._party(part)]
        return Voice(party=found[0], rule="aside", verb=verb, scope=above, others=tuple(found[1:])) if found else None

    def aside(self, token: Token) -> Voice:
        """Whose a title or apposition is: « selon Z, X, chef de Y, … » lets Z say nothing about X's office."""
        return self.voice(token) if token.quote else AUTHOR

    def _narrator(self, token: Token) -> Voice:
        """Who speaks where nobody is quoted: the author, in an interview the one who answers."""
        if self._interviewee is not None and self._text.sentence(token).paragraph in self._answers:
            return Voice(party=self._interviewee, rule="answer in an interview")
        return AUTHOR

    def quotations(self) -> Mapping[int, Voice]:
        """The speaker of each quotation that has one."""
        return self._quotes

    # ---- verbs and nouns of saying above the token

    def _reporting(self, above: Token, child: Token) -> Voice | None:
        if above.pos in {"VERB", "ADJ"}:
            entry = self.speech(above) or self._words.blaming(above.lemma)
            said = entry is not None and (self._reports(child, entry) or self._trails(child, above))
            if entry is not None and said and not self._addressee(child, above, entry):
                said_by = self.speakers_of(above) or self._blamers(above, entry)
                if said_by:
                    rule = f"verb of saying: {above.lemma}"
                    return Voice(party=said_by[0], rule=rule, entry=entry, verb=above, others=said_by[1:])
        if above.pos == "NOUN" and child.relation in {"nmod", "acl", "ccomp", "xcomp"}:
            entry = self._words.first("saying", above.lemma)
            if entry is not None:
                party = self._owner(above, entry, child)
                if party is not None:
                    return Voice(party=party, rule=f"noun of saying: {above.lemma}", entry=entry, verb=above)
        return None

    def _blamers(self, participle: Token, entry: LexicalEntry) -> tuple[Party, ...]:
        """« X a rompu avec Y, accusé d'armer Z »: a bare participle of blame is whose the sentence is."""
        bare = _past(participle) and self._text.child(participle, "aux", "obl:agent", "nsubj") is None
        if not bare or entry.sets.get("control") != "obj" or "certainty" not in entry.sets:
            return ()
        return tuple(p for t in self._citations.blaming(participle) for p in self._party(t))

    def _reports(self, child: Token, entry: LexicalEntry) -> bool:
        """Whether what ``child`` heads is said: a clause or object, « accuser X de soutien », not an adjunct."""
        if child.relation == "obj":
            # « soutenir les sanctions de X » takes a side, « annoncer la prise de P » says something
            return not any(c.op == "!has" and c.slot == "obj" for c in entry.conditions)
        if child.relation in _REPORTED:
            return not child.lower.endswith("ant")
        if child.relation == "advcl":
            return any(c.lower in {"que", "qu'", "qu’"} for c in self._text.children(child, "mark"))
        purpose = child.lemma in _PURPOSES  # « accuser X de … dans le but de soutenir Y »
        return child.relation == "obl" and entry.sets.get("control") == "obj" and (self._case(child) == "de" or purpose)

    def _trails(self, child: Token, verb: Token) -> bool:
        """« accuse X d'avoir bombardé P, tuant trois civils »: the participle goes on with what is said."""
        clause = self._text.child(verb, "xcomp", "ccomp")
        after = clause is not None and clause.i < child.i and child.relation == "advcl" and child.lower.endswith("ant")
        return after and self._words.first("speech", child.lemma) is None

    def speech(self, token: Token) -> LexicalEntry | None:
        """The line of a verb of saying, by its reflexive where it has one."""
        for name in (f"se {token.lemma}", f"s'{token.lemma}"):
            if any(c.lower in {"se", "s'", "s’"} for c in self._text.children(token)) and (
                e := self._words.first("speech", name)
            ):
                return e
        return self._words.first("speech", token.lemma)

    def _addressee(self, child: Token, verb: Token, entry: LexicalEntry) -> bool:
        """Whether ``child`` is who is spoken to or accused rather than what is said."""
        if child.relation in {"ccomp", "xcomp", "parataxis"}:
            return False
        return bool(self._parties.at(child)) or child.relation == "iobj"

    def speaker_of(self, verb: Token) -> Party | None:
        """The first of the parties that a verb of saying has for its logical subject."""
        return next(iter(self.speakers_of(verb)), None)

    def speakers_of(self, verb: Token) -> tuple[Party, ...]:
        """The parties that are the logical subject of a verb of saying, its own or shared."""
        text = self._text
        if self._citations.impersonal(verb):
            cited = (self._parties.acting(p) for t in self._citations.sources(verb) for p in self._parties.at(t))
            return tuple({p.key: p for p in cited}.values())
        if self._citations.goes_on(verb):
            return (before,) if (before := self._before(verb)) is not None else ()
        passive = text.child(verb, "aux:pass", "nsubj:pass") is not None or self._suffers(verb)
        entry = self.speech(verb)
        if passive and entry is not None and not any(slot.name == "par" for slot in entry.subject):
            return ()
        candidates: list[Token] = []
        if verb.dep in {"acl", "amod", "advcl"} and _past(verb) and text.child(verb, "aux") is None:
            candidates = [c for c in text.children(verb, "obl") if c.dep == "obl:agent" or self._case(c) == "par"]
        current, depth = verb, 0
        while not candidates and depth < 6:
            candidates = [c for c in text.children(current, "nsubj") if c.dep != "nsubj:pass"]
            if passive or current.pos == "ADJ":
                candidates = [
                    c for c in text.children(current, "obl") if c.dep == "obl:agent" or self._case(c) == "par"
                ]
                break
            head = text.head(current)
            if head is None:
                break
            if current.dep in {"acl", "amod"} and not candidates:
                candidates = [] if _past(current) else [head]
                break
            if current.relation not in {"conj", "xcomp", "advcl", "ccomp"} or head.pos not in {"VERB", "AUX", "ADJ"}:
                break
            current, depth = head, depth + 1
        found = (p for c in candidates for t in text.conjuncts(c) for p in self._party(t))
        return tuple({p.key: p for p in found}.values())

    def _suffers(self, verb: Token) -> bool:
        """« X, accusé d'abriter Y, forme … », « X s'est vu reprocher … »: the agent speaks, never X."""
        above = self._text.head(verb)
        if "VerbForm=Inf" in verb.morph and above is not None and verb.relation == "xcomp":
            return above.lemma in UNDERGO and any(c.lower in REFLEXIVE for c in self._text.children(above))
        return verb.dep == "advcl" and "Tense=Past" in verb.morph and self._text.child(verb, "aux", "nsubj") is None

    def _party(self, token: Token) -> Iterator[Party]:
        """The party of a speaker's phrase: itself, or the owner of the text or channel that it is."""
        tag = self._text.sentence(token).tag_of is not None
        if token.lower in _PRONOUNS and self._last is not None and (tag or not self._parties.at(token)):
            yield self._last
            return
        if token.lower in _STRESSED and not self._parties.at(token) and (before := self._before(token)) is not None:
            yield before
            return
        own = [p for p in self._parties.at(token) if p.type != "Place" or self._unheard(p)]
        if own:
            yield from own
            return
        for part in self._text.subtree(token):
            outlet = self._words.first("outlet", part.lemma) or self._words.first("saying", part.lemma)
            if outlet is not None and part.pos in {"NOUN", "PROPN"}:
                owner = self._owner(part, outlet, None)
                if owner is not None:
                    yield owner
                    return

    def _unheard(self, party: Party) -> bool:
        """« selon Amina Traoré »: a name that no list knows for a place speaks."""
        return party.how == "name" and party.state is None and party.key not in self._words.vocabulary.gazetteer

    def _owner(self, noun: Token, entry: LexicalEntry, said: Token | None) -> Party | None:
        names = {slot.name for slot in entry.subject} or {"de", "poss", "adj", "par"}
        for child in self._text.children(noun, "nmod", "obl", "acl", "appos", "flat"):
            if said is not None and child.i == said.i:
                continue
            case = self._case(child)
            if child.relation == "acl" and "par" in names:
                for below in self._text.children(child, "obl"):
                    if self._case(below) == "par" and (
                        found := [p for p in self._parties.at(below) if p.type != "Place"]
                    ):
                        return found[0]
            if case in names or child.relation in {"appos", "flat"}:
                found = [p for t in self._text.conjuncts(child) for p in self._parties.at(t) if p.type != "Place"]
                if found:
                    return found[0]
        if "poss" in names and (own := self._parties.owner(noun)):
            return own[0]
        adjective = self._parties.adjective(noun, armed=False) if "adj" in names else ()
        return adjective[0] if adjective else None

    def _case(self, token: Token) -> str:
        case = self._text.child(token, "case")
        return case.lemma if case is not None else ""

    # ---- selon X

    def _source(self, token: Token) -> tuple[Token, Party, str] | None:
        for child in self._text.children(token, "obl", "nmod", "advcl", "parataxis", "dislocated"):
            if (heard := self._citations.heard(child)) is not None:
                party = self._before(heard)
                if party is None or party.type not in {"Person", "UnnamedSource"}:
                    party = next(self._party(heard), party)
                if party is not None:
                    return child, party, f"à {child.lower}"
                continue
            case = self._case(child)
            opening = case == "pour" and self._citations.opens(child, token)
            if case and (opening or self._words.first("source", case.replace("_", " ")) is not None):
                found = (p for part in self._text.conjuncts(child) for p in self._party(part))
                capital = (self._parties.acting(p) for p in self._parties.at(child) if p.state is not None)
                party = self._behind(child) if child.lemma in _WHICH else next(found, None) or next(capital, None)
                if party is not None:
                    return child, party, case
        return None

    def _behind(self, pronoun: Token) -> Party | None:
        """« les propos de X, selon lesquels … », « un élu, d'après lequel … »: who stands behind the pronoun."""
        number = {m for m in pronoun.morph if m.startswith("Number=")}
        for token in reversed(self._text.tokens[self._text.sentence(pronoun).first : pronoun.i - 1]):
            theirs = {m for m in token.morph if m.startswith("Number=")}
            if token.pos not in {"NOUN", "PROPN"} or (number and theirs and number != theirs):
                continue
            entry = self._words.first("saying", token.lemma) or self._words.first("outlet", token.lemma)
            if entry is not None:
                return self._owner(token, entry, None)
            own = [p for p in self._parties.at(token) if p.type != "Place"]
            if own:
                return own[0]
        return None

    def _inside(self, token: Token, source: tuple[Token, Party, str]) -> bool:
        return any(t.i == token.i for t in self._text.subtree(source[0]))

    # ---- clauses of saying and quotations

    def _find_tags(self) -> None:
        for sentence in self._text.sentences:
            if sentence.tag_of is not None:
                voice = self._tag_voice(sentence)
                if voice is not None:
                    self._tags[sentence.tag_of] = voice
                    self._remember(voice, sentence)
            else:
                self._remember_subject(sentence)

    def _tag_voice(self, sentence: Sentence) -> Voice | None:
        tokens = self._text.of(sentence)
        verb = next((t for t in tokens if t.pos in {"VERB", "ADJ", "NOUN", "PROPN"} and self._speech_word(t)), None)
        entry = self.speech(verb) if verb is not None else None
        if verb is not None:
            party = self.speaker_of(verb) or self._after(sentence, verb)
        else:
            party = next((p for t in tokens for p in self._party(t)), None)
        if party is None:
            return None
        return Voice(
            party=party, rule=f"clause of saying: {verb.lower if verb else ''}".strip(": "), entry=entry, verb=verb
        )

    def _speech_word(self, token: Token) -> bool:
        words = self._words
        told_so = any(token.lower in f for f in (words.speech_forms, words.reflexive_forms, words.quoting_forms))
        return told_so or self._words.first("speech", token.lemma) is not None

    def _after(self, sentence: Sentence, verb: Token) -> Party | None:
        """The speaker after an inverted verb: the first phrase without preposition, whatever the parser made of it."""
        following = [t for t in self._text.of(sentence) if t.i > verb.i] or list(self._text.of(sentence))
        for token in following:
            if token.lower in _PRONOUNS:
                return next(iter(self._party(token)), self._last)
            if token.pos in {"NOUN", "PROPN"} and not self._case(token):
                capital = (self._parties.acting(p) for p in self._parties.at(token) if p.state is not None)
                if (party := next(self._party(token), None) or next(capital, None)) is not None:
                    return party
        before = [t for t in self._text.of(sentence) if t.i < verb.i]
        return next(
            (p for t in before if t.pos in {"NOUN", "PROPN"} and not self._case(t) for p in self._party(t)), None
        )

    def _before(self, token: Token) -> Party | None:
        """« selon lui »: who spoke last in this paragraph or the one before."""
        here = self._text.sentence(token)
        for number, party in reversed(self._spoke):
            if number < here.i:
                there = self._text.sentences[number]
                fits = here.paragraph - there.paragraph <= 1 and party.type != "Place"
                return party if fits else None
        return None

    def _remember(self, voice: Voice, sentence: Sentence) -> None:
        if voice.party is not None:
            self._last = voice.party
            self._spoke.append((sentence.i, voice.party))

    def _remember_subject(self, sentence: Sentence) -> None:
        for token in self._text.of(sentence):
            if (
                token.pos == "VERB"
                and not token.quote
                and self._words.first("speech", token.lemma) is not None
                and (self.says(token) or not self._words.entries("verb", token.lemma))
                and (p := self.speaker_of(token))
            ):
                self._last = p
                self._spoke.append((sentence.i, p))

    def says(self, verb: Token) -> bool:
        """« X soutient que … », not « X soutient Y »."""
        return self._text.child(verb, "ccomp", "xcomp", "parataxis") is not None


def _past(verb: Token) -> bool:
    """« accusé », « soupçonné »: a past participle."""
    return "Tense=Past" in verb.morph or "Voice=Pass" in verb.morph
