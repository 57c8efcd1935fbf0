"""Claims about claims: « ces accusations sont fausses », « ce que X dément » deny statements made before.

In: the statements of a document in order, and its parses. Out: for each denial the statements it denies and the denier.
A denial reaches the statements of its own and the preceding paragraph that somebody else made; the ones that the
author vouches for only where it follows directly. It never creates a statement out of nothing.

| denial | denies |
| --- | --- |
| without content (« X dément », « absurde, dit X ») | what concerns X, else what was said last |
| behind what it denies (« des accusations que X rejette ») | the statements in that clause |
| an echo (« X dit n'avoir visé aucun village ») | the statement of the same relation about the same subject |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.text.accused import Accused
from kg.text.denying import Denying
from kg.text.parties import Parties, Party
from kg.text.speakers import Speakers
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_FAR = 4
"""How many paragraphs before it « rejette ces accusations » may mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a denial may reach: predicate, parties, speaker, whether it is more than alleged, and is open to denial."""

    index: int
    predicate: Token
    subject: str
    relation: str = ""
    object: str
    speaker: str | None
    firm: bool
    positive: bool
    deed: bool = False
    """What an armed party does to another (« attaquer », « tuer »)."""
    aside: bool = False
    """Said by the way (« X, épaulé par Y »): only a denial that names its subject reaches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A negated predicate that leaves a party open (« n'arme personne », « la chute de la ville »).

    ``subjects`` and ``others`` are the parties that it names as its subject and besides.
    """

    predicate: Token
    relations: frozenset[str]
    subjects: frozenset[str]
    others: frozenset[str]
    speaker: Party | None
    bare: bool = False
    """It names the event with a definite article and no party (« la chute de la ville »)."""
    open: frozenset[str] = frozenset()
    """The classes of the parties that it leaves open (« des civils », « aucun groupe armé »)."""
    single: bool = False
    """What it leaves open is one party that there is not (« aucun groupe hostile »)."""
    narrower: frozenset[str] = frozenset()
    """The relations that are denied with it (« aucune aide »: no arms either)."""
    kin: frozenset[str] = frozenset()
    """The other relations of its kind: who is accused of support may deny any arms."""
    nobody: bool = False
    """Its subject is « aucun soldat », « nul »: whoever was said to do it."""
    answering: Token | None = None
    """The subject of the verb of saying where it names nobody (« l'intéressé jure n'avoir armé personne »)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """``denier`` denies the statement ``index`` with the word ``verb``."""

    index: int
    denier: Party | None
    """None: the author."""
    verb: Token
    relation: str | None = None
    """The relation that the words of the denial name, where it is not that of the statement."""
    subject: Party | None = None
    """Who is said to have no part in it, where somebody else is said to have done it."""


class DenialFinder:
    """Finds the denials of one document. ``sides`` tells for whom a person speaks: key -> key."""

    def __init__(
        self,
        text: Text,
        parties: Parties,
        speakers: Speakers,
        words: Wordlists,
        sides: Mapping[str, str] | None = None,
    ) -> None:
        self._text, self._parties, self._words, self._sides = text, parties, words, sides or {}
        self._speakers = speakers
        self._denying = Denying(text, parties, speakers, words)
        self._accused = Accused(text, parties, words)

    def find(self, statements: Sequence[Statement]) -> Iterator[Denial]:
        """The denials without content of their own, in text order."""
        alleged = [s for s in statements if s.speaker is not None or not s.firm]
        for token in self._text.tokens:
            yield from self._uninvolved(token, statements)
            yield from self._by_author(token, alleged)
            yield from self._answered(token, alleged)
            rejected = self._denying.rejected(token)
            own = self._denying.deniers(token) or self._answering(self._denying.anaphor(token), alleged)
            deniers = own or (self._speakers.speakers_of(token) if rejected else ())
            for denier in deniers:
                found = [
                    s
                    for s in statements
                    if rejected and s.predicate.sent == token.sent and s.predicate.i > rejected[0].i
                    if s.speaker not in {denier.key, None}
                ]
                if not found and own:
                    found = self._denied(token, denier, statements)
                    if not found and self._denying.involved(token) and self._denying.this_event(token):
                        yield from self._others_deed(token, (denier,), denier, statements)
                for statement in found:
                    if statement.positive and self._theirs(statement, denier, deniers):
                        yield Denial(index=statement.index, denier=denier, verb=token)

    def _theirs(self, statement: Statement, denier: Party, deniers: tuple[Party, ...]) -> bool:
        """« X et Y démentent »: each denies what is said of itself."""
        about = [p for p in deniers if self._side(p.key) & self._side(statement.subject)]
        return not about or denier in about

    def _by_author(self, token: Token, alleged: Sequence[Statement]) -> Iterator[Denial]:
        """« Ces accusations sont sans fondement. »: in the author's own words, of what was alleged just before."""
        if not self._denying.refuted(token) or self._speakers.voice(token).party is not None:
            return
        near = [s for s in alleged if s.positive and s.predicate.i < token.i and self._just_before(s, token)]
        yield from (Denial(index=s.index, denier=None, verb=token) for s in near if s.speaker == near[-1].speaker)

    def _answered(self, token: Token, alleged: Sequence[Statement]) -> Iterator[Denial]:
        """« Une entente entre X et Y ? « Jamais », tranche Z »: what the question before supposes."""
        asked = self._denying.refusing(token)
        speaker = self._speakers.voice(token).party if asked is not None else None
        told = (s for s in alleged if asked is not None and s.predicate.sent == asked.i and s.positive)
        yield from (Denial(index=s.index, denier=speaker, verb=token) for s in told if speaker is not None)

    def _uninvolved(self, token: Token, statements: Sequence[Statement]) -> Iterator[Denial]:
        """« L'armée d'Y n'a pas pris part aux combats, affirme X »: what somebody else said that Y did there."""
        without = self._denying.uninvolved(token)
        keys = frozenset(p.key for p in without)
        speaker = self._speakers.voice(token).party if without else None
        if speaker is None:
            return
        reach = self._reach(token, speaker, statements)
        told = [s for s in reach if s.subject in keys and (s.positive or s.aside) and self._near(s, token)]
        for s in (s for s in told if s.predicate.sent == told[-1].predicate.sent):
            yield Denial(index=s.index, denier=speaker, verb=token)
        if not told and self._denying.this_event(token):
            yield from self._others_deed(token, without, speaker, statements)

    def _others_deed(
        self, token: Token, without: tuple[Party, ...], speaker: Party | None, statements: Sequence[Statement]
    ) -> Iterator[Denial]:
        """« X n'a pas pris part à cette attaque », which another is said to have carried out."""
        deeds = [s for s in statements if s.positive and s.predicate.i < token.i and self._near(s, token) and s.deed]
        for s in (s for s in deeds if s.predicate.sent == deeds[-1].predicate.sent):
            for party in without:
                if not self._side(party.key) & (self._side(s.subject) | self._side(s.object)):
                    yield Denial(index=s.index, denier=speaker, verb=token, subject=party)

    def _denied(self, token: Token, denier: Party, statements: Sequence[Statement]) -> list[Statement]:
        """What a denial without content means: the clause that it stands behind, else what was said before."""
        below = {t.i for noun in self._denied_nouns(token) for t in self._text.subtree(noun)}
        below -= {t.i for t in self._text.subtree(token)}
        inside = [s for s in statements if s.predicate.i in below and s.speaker != denier.key]
        if inside or self._denying.event(token):
            return inside
        if not self._denying.relative(token):
            return self._before(token, denier, statements)
        here = [s for s in self._reach(token, denier, statements) if s.predicate.sent == token.sent]
        blaming = self._blaming(token.sent, token)
        if blaming is not None:
            return [s for s in here if s.predicate.i > blaming.i]
        return [s for s in here if s.speaker is not None or not s.firm] or here

    def echoed(self, echo: Echo, statements: Sequence[Statement]) -> list[Denial]:
        """The statements that a negated predicate takes up: same relation, same side, nothing that contradicts.

        Where nobody stated that relation, the pair of which a relation of its kind was stated (« accuse X de soutenir
        Y » – « X n'a armé personne »): the words that deny say which relation is denied.
        """
        alike = echo.relations | echo.narrower | echo.kin
        answering = self._answering(echo.answering, [s for s in statements if s.relation in alike])
        speaker = echo.speaker or next(iter(answering), None)
        if speaker is None:
            return self._author_echoes(echo, statements)
        reach = self._reach(echo.predicate, speaker, statements)
        near = [s for s in reach if self._near(s, echo.predicate) or self._renamed(echo, s)]
        for relations in (echo.relations, echo.narrower):
            found = [s for s in near if self._fits(echo, s, relations) and self._takes_up(echo, speaker, s)]
            found = found or [s for s in self._last(near, echo, relations) if self._answers(echo, speaker, s)]
            if echo.bare and not found:
                # « la chute de la ville »: the last such event that was told, whatever it is called here
                found = self._last(reach, echo, relations)
            if found:
                people = [s for s in found if not self._parties.place_kind(self._type(s.object))]
                return [Denial(index=s.index, denier=speaker, verb=echo.predicate) for s in people or found]
        kin = [s for s in self._last(near, echo, echo.kin) if self._takes_up(echo, speaker, s)]
        own = (
            speaker if speaker.key in echo.subjects else None
        )  # « Kiev assure n'avoir livré aucune arme »: not its GUR
        return [
            Denial(index=s.index, denier=speaker, verb=echo.predicate, relation=relation, subject=own)
            for s in kin
            for relation in sorted(echo.relations)
        ]

    def _author_echoes(self, echo: Echo, statements: Sequence[Statement]) -> list[Denial]:
        """« X accuse Y d'armer Z. Y n'arme personne. »: the author denies what was alleged of the party named."""
        near = [s for s in statements if s.predicate.i < echo.predicate.i and self._near(s, echo.predicate)]
        told = [s for s in near if self._fits(echo, s, echo.relations) and s.speaker is not None and not s.firm]
        found = [s for s in told if s.subject in echo.subjects and echo.others <= {s.subject, s.object}]
        return [Denial(index=s.index, denier=None, verb=echo.predicate) for s in found]

    def _answering(self, anaphor: Token | None, statements: Sequence[Statement]) -> tuple[Party, ...]:
        """« l'intéressé », « cet État », « les deux pays »: who was accused last, shortly before."""
        if anaphor is None:
            return ()
        told = [s for s in statements if s.positive and s.predicate.i < anaphor.i and self._near(s, anaphor)]
        last = [s.subject for s in told if s.predicate.sent == told[-1].predicate.sent]
        return self._accused.parties(anaphor, last)

    def _renamed(self, echo: Echo, statement: Statement) -> bool:
        """« Y ne fournit d'armes à personne », a paragraph after X accused Y of it."""
        alleged = statement.speaker is not None or not statement.firm
        return alleged and statement.subject in echo.subjects and statement.relation in echo.relations

    def _near(self, statement: Statement, verb: Token) -> bool:
        """In the paragraph of the denial, or two sentences before it, clauses of saying aside."""
        between = self._text.sentences[statement.predicate.sent + 1 : verb.sent]
        same = self._text.sentence(verb).paragraph == self._text.sentence(statement.predicate).paragraph
        return same or sum(s.tag_of is None for s in between) <= 1

    def _last(self, statements: Sequence[Statement], echo: Echo, relations: frozenset[str]) -> list[Statement]:
        """Those that fit in the last sentence that has any."""
        found = [s for s in statements if self._fits(echo, s, relations)]
        return [s for s in found if s.predicate.sent == found[-1].predicate.sent]

    def _fits(self, echo: Echo, statement: Statement, relations: frozenset[str]) -> bool:
        if not statement.positive or statement.relation not in relations:
            return False
        armed = {self._parties.armed(t) for t in echo.open if not self._parties.place_kind(t)}
        type_ = self._type(statement.object)
        return not armed or self._parties.place_kind(type_) or self._parties.armed(type_) in armed

    def _type(self, key: str) -> str:
        return self._parties.entity(key).type if key else ""

    def _answers(self, echo: Echo, speaker: Party, statement: Statement) -> bool:
        """« “Nos soldats n'ont tué personne”, répond un officier »: for whom a person speaks may remain unsaid."""
        person = self._parties.entity(speaker.key).type in {"Person", "UnnamedSource"}
        unknown = (person or not self._parties.named(speaker.key)) and len(self._side(speaker.key)) == 1
        subjects = echo.subjects - {speaker.key}
        alleged = statement.speaker is not None or not statement.firm
        told = {statement.subject, statement.object, speaker.key}
        return (unknown or echo.nobody) and alleged and not subjects and echo.others <= told

    def _takes_up(self, echo: Echo, speaker: Party, statement: Statement) -> bool:
        subject = self._side(statement.subject)
        if echo.subjects:
            about = any(self._side(key) & subject for key in echo.subjects)
        else:
            # a bare event is the one told before: « la chute de la ville »; else the speaker clears their own side
            about = statement.object in echo.others or bool(self._side(speaker.key) & subject)
        both = {statement.subject, statement.object}
        return about and all(o in both or self._side(o) & subject for o in echo.others)

    def _denied_nouns(self, verb: Token) -> Iterator[Token]:
        """The noun of saying that the verb denies as a relative (« des accusations que X dément ») or as its object."""
        head = self._text.head(verb)
        if verb.dep.startswith("acl") and head is not None:
            yield head
            above = self._text.head(head)
            while above is not None and above.pos == "NOUN":
                yield above
                above = self._text.head(above)

    def _reach(
        self, verb: Token, denier: Party, statements: Sequence[Statement], paragraphs: int = 1
    ) -> list[Statement]:
        """What others said before in this paragraph and the one before."""
        paragraph = self._text.sentence(verb).paragraph
        return [
            s
            for s in statements
            if s.predicate.i < verb.i
            and paragraph - self._text.sentence(s.predicate).paragraph <= paragraphs
            and not (s.speaker and self._side(s.speaker) & self._side(denier.key))
        ]

    def _before(self, verb: Token, denier: Party, statements: Sequence[Statement]) -> list[Statement]:
        reach = self._reach(verb, denier, statements)
        alleged = [s for s in reach if s.speaker is not None or not s.firm]
        concerned = self._concerned(alleged, denier, verb)
        side = [s for s in alleged if any(s.predicate.i == one.predicate.i for one in concerned)]
        if side:
            return side
        if not any(self._accuses(s, denier) for s in reach) and (far := self._far(verb, denier, statements)):
            return far
        near = [s for s in reach if self._just_before(s, verb)]
        told = [s for s in near if s not in alleged and self._accuses(s, denier)]
        told = [s for s in told if self._blaming(s.predicate.sent, verb) is None]
        last = [s for s in near if s in alleged and s.speaker == alleged[-1].speaker]
        return told or ([] if self._unread(denier, verb, near) else last)

    def _far(self, verb: Token, denier: Party, statements: Sequence[Statement]) -> list[Statement]:
        """« X rejette ces accusations », paragraphs after: what X was accused of, if nobody else has been since."""
        if not self._denying.rejected(verb):
            return []
        reach = self._reach(verb, denier, statements, paragraphs=_FAR)
        told = [s for s in reach if s.speaker is not None and not s.firm]
        last = [s for s in told if s.predicate.sent == told[-1].predicate.sent]
        return [s for s in last if self._accuses(s, denier)]

    def _unread(self, denier: Party, verb: Token, near: Sequence[Statement]) -> bool:
        """« …, et l'ONU écrit que l'Ouganda … – Faux, répond Kampala »: what was said of them was not read."""
        if any(self._side(key) & self._side(denier.key) for s in near for key in (s.subject, s.object) if key):
            return False
        last, side = self._told_last(verb), self._side(denier.key)
        here = self._text.of(self._text.sentences[last]) if last != verb.sent else ()
        return any(self._side(p.key) & side for t in here for p in self._parties.at(t))

    def _just_before(self, statement: Statement, verb: Token) -> bool:
        """In the sentence of the denial or the one before it, clauses of saying aside."""
        between = self._text.sentences[statement.predicate.sent + 1 : verb.sent]
        same = self._text.sentence(verb).paragraph == self._text.sentence(statement.predicate).paragraph
        return same and all(s.tag_of is not None for s in between)

    def _blaming(self, sentence: int, denial: Token) -> Token | None:
        """The verb with which the sentence blames somebody: what is denied stands behind it, or was not read."""
        for token in self._text.of(self._text.sentences[sentence]):
            entry = self._words.first("speech", token.lemma) if token.i != denial.i and not self._bare(token) else None
            if entry is not None and entry.sets.get("certainty") == "probable":
                return token
        return None

    def _bare(self, token: Token) -> bool:
        """« deux hommes soupçonnés de … »: a participle by the way."""
        return token.dep == "acl" and "VerbForm=Part" in token.morph

    def _accuses(self, statement: Statement, denier: Party) -> bool:
        """Told of the denier's side as the one that does it."""
        return bool(self._side(statement.subject) & self._side(denier.key))

    def _concerned(self, statements: list[Statement], denier: Party, verb: Token) -> list[Statement]:
        """What is said of the denier: of the party itself before its state, as the one that does it before others."""
        own = frozenset({denier.key, self._sides.get(denier.key, denier.key)})
        whole = self._side(denier.key)
        near = [s for s in statements if self._just_before(s, verb)]
        tiers = (
            [s for s in statements if s.subject in own],
            [s for s in near if s.object in own],
            [s for s in statements if self._side(s.subject) & whole],
            [s for s in near if s.object and self._side(s.object) & whole],
        )
        found = next((tier for tier in tiers if tier), [])
        last = self._told_last(verb)
        unread = self._blaming(last, verb) is not None and all(s.predicate.sent < last for s in found)
        return [] if unread else found

    def _told_last(self, verb: Token) -> int:
        """The sentence before the denial, clauses of saying aside."""
        for i in range(verb.sent - 1, -1, -1):
            if self._text.sentences[i].tag_of is None:
                return i
        return verb.sent

    def _side(self, key: str) -> frozenset[str]:
        """A party with whom it speaks for and the state that both are bodies of."""
        keys = {key, self._sides.get(key, key)}
        states = {state for k in keys if (state := self._parties.state_of(k) or self._demonym(k)) is not None}
        return frozenset(keys | states)

    def _demonym(self, key: str) -> str | None:
        """« une compagnie rwandaise »: of Rwanda, whatever else it is."""
        if not key or self._parties.named(key) or not self._parties.armed(self._type(key)):
            return None
        words = (w for name in self._parties.entity(key).names for w in name.lower().split())
        return next((state for w in words if (state := self._words.demonyms.get(w)) is not None), None)
