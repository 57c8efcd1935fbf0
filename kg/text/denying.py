"""Who denies something here: « X dément », « “Absurde”, a réagi X », « X parle de fable », « il n'en est rien, dit X ».

In: a token of a text. Out: the party that denies with this word what was said before, or None. A word that has content
of its own (« X dément soutenir Y ») is no denial of something before: its clause is read as a negative statement.
"""

from __future__ import annotations

from dataclasses import replace

from kg.text.accused import Accused
from kg.text.parties import Parties, Party
from kg.text.phrases import POSSESSIVES
from kg.text.speakers import Speakers
from kg.text.tokens import Sentence, Text, Token
from kg.text.verdicts import untrue
from kg.text.wordlists import Wordlists

_THAT = frozenset({"ce", "c'", "c’", "cela", "ceci", "ça", "tout"})
_DEMONSTRATIVE = frozenset("ce cet cette ces".split())
_REFLEXIVE = frozenset({"se", "s'", "s’"})
_NO = frozenset({"non", "jamais", "nullement", "aucunement"})
_BETWEEN = frozenset({"ADV", "DET", "ADJ"})


class Denying:
    """Finds the words that deny and who denies with them, in one text."""

    def __init__(self, text: Text, parties: Parties, speakers: Speakers, words: Wordlists) -> None:
        self._text, self._parties, self._speakers, self._words = text, parties, speakers, words
        self._accused = Accused(text, parties, words)

    def denier(self, token: Token) -> Party | None:
        """Who denies an earlier statement here, or None when the word has its own content or does not deny."""
        if token.pos in {"VERB", "ADJ"} and self.refuses(token):
            if self._has_content(token) or self._negated(token):
                return None
            return self._speakers.speaker_of(token) or self._inverted(token)
        if token.pos == "NOUN" and self._denial_noun(token):
            verb = self._text.head(token)
            return self._speakers.speaker_of(verb) if verb is not None and verb.pos == "VERB" else None
        if self._idiom(token):
            return self._speaker(token)
        return self._verdict(token)

    def deniers(self, token: Token) -> tuple[Party, ...]:
        """Everybody who denies here: « X et Y démentent »."""
        first = self.denier(token)
        if first is None:
            return ()
        if token.pos not in {"VERB", "ADJ"} or not self.refuses(token):
            return (first,)
        return tuple({p.key: p for p in (first, *self._speakers.speakers_of(token))}.values())

    def anaphor(self, token: Token) -> Token | None:
        """« l'intéressé dément », « cet État nie »: the subject of a denial of something said before, if nobody yet."""
        if token.pos not in {"VERB", "ADJ"} or not self.refuses(token):
            return None
        silent = self._has_content(token) or self._negated(token) or self._speakers.speaker_of(token) is not None
        return None if silent else self._accused.anaphor(token)

    def rejected(self, verb: Token) -> list[Token]:
        """« dément les allégations de Z, d'après lequel … »: the nouns of saying that a verb of denial rejects."""
        if verb.pos not in {"VERB", "ADJ"} or not self.refuses(verb) or self._negated(verb):
            return []
        nouns = self._text.children(verb, "obj", "nsubj:pass")
        return [n for n in nouns if self._words.first("saying", n.lemma) is not None]

    def refuses(self, verb: Token) -> bool:
        """Whether the verb of saying denies what it governs."""
        reflexive = any(c.lower in _REFLEXIVE for c in self._text.children(verb))
        lemmas = (f"se {verb.lemma}", f"s'{verb.lemma}", verb.lemma) if reflexive else (verb.lemma,)
        return any(e.sets.get("polarity") == "negative" for name in lemmas for e in self._words.entries("speech", name))

    def _denial_noun(self, token: Token) -> bool:
        """« X oppose un démenti »: a noun of denial that has no content of its own."""
        negative = any(e.sets.get("polarity") == "negative" for e in self._words.entries("saying", token.lemma))
        if not negative or untrue(self._words, token):
            return False
        below = (c for c in self._text.children(token, "nmod") if c.pos == "NOUN")
        return token.relation == "obj" and all(self._told(c) for c in below)

    def _told(self, noun: Token) -> bool:
        """A noun that takes up what was said: « ces accusations », « cette version », « ses dires », « tout cela »."""
        if self._words.first("saying", noun.lemma) is not None:
            return not self._specified(noun)
        return any(c.lower in _DEMONSTRATIVE for c in self._text.children(noun, "det"))

    def _specified(self, noun: Token) -> bool:
        """« les accusations de soutien à X »: the noun of saying names what was said."""
        below = (t for c in self._text.children(noun, "nmod") for t in self._text.conjuncts(c))
        return any(self._announces(t) for t in below)

    def _announces(self, token: Token) -> bool:
        return token.pos == "NOUN" and not token.name and bool(self._words.entries("noun", token.lemma))

    def _has_content(self, verb: Token) -> bool:
        below = next((c for c in self._text.children(verb, "ccomp", "xcomp") if c.pos != "PRON"), None)
        if below is not None and self._takes_part(below):
            return False
        if below is not None or self._that_clause(verb):
            return True
        objects = [c for c in self._text.children(verb, "obj") if c.pos == "NOUN" or c.name]
        return any(not self._told(o) and not self._involvement(o) for o in objects)

    def _takes_part(self, verb: Token, *, known: bool = False) -> bool:
        """« nie y avoir pris part », « nie avoir participé à ce massacre »: in what was told before."""
        words = self._words.content.get("involvement", ())
        below = list(self._text.children(verb, "obj", "obl", "iobj"))
        part = [o for o in below if o.relation == "obj" and o.lemma in words]
        rest = (o for o in below if o not in part and o.pos in {"NOUN", "PROPN"})
        return (verb.lemma in words or bool(part)) and all(self._told(o) or (known and self._known(o)) for o in rest)

    def _known(self, noun: Token) -> bool:
        """« aux combats », without a party of their own: those that were told."""
        definite = any("Definite=Def" in c.morph for c in self._text.children(noun, "case", "det"))
        return definite and not any(self._parties.at(t) for t in self._text.subtree(noun))

    def uninvolved(self, verb: Token) -> tuple[Party, ...]:
        """« X n'a pas pris part aux combats »: who is said to have no part in what was told before."""
        if verb.pos != "VERB" or not self._negated(verb) or not self._takes_part(verb, known=True):
            return ()
        return tuple(p for s in self._text.children(verb, "nsubj") for p in self._parties.at(s))

    def this_event(self, verb: Token) -> bool:
        """« à cette attaque », « dans ce raid »: the deed of arms that was told."""
        below = list(self._text.children(verb, "obl", "iobj", "obj", "xcomp"))
        nouns = [*below, *(n for o in below for n in self._text.children(o, "nmod", "obl", "obj", "iobj"))]
        return any(self._deed(n) and any(c.lower in _DEMONSTRATIVE for c in self._text.children(n)) for n in nouns)

    def _deed(self, noun: Token) -> bool:
        relations = self._words.vocabulary.relations
        return any(
            e.gives in relations and relations[e.gives].by_forces for e in self._words.entries("noun", noun.lemma)
        )

    def refuted(self, token: Token) -> bool:
        """« ces accusations sont fausses », « ces allégations sont sans fondement »: said of what was said before."""
        if token.quote or token.pos in {"DET", "PRON", "AUX"} or not (untrue(self._words, token) or self._idiom(token)):
            return False
        core = token if self._text.child(token, "cop") is not None else self._text.head(token)
        subject = self._text.child(core, "nsubj") if core is not None else None
        told = subject is not None and subject.pos == "NOUN" and self._told(subject)
        return told and core is not None and self._text.child(core, "cop") is not None and not self._negated(core)

    def refusing(self, token: Token) -> Sentence | None:
        """The question that « Non », « Jamais » at the head of a sentence answers."""
        here = self._text.sentence(token)
        if token.lower not in _NO or any(t.pos != "PUNCT" for t in self._text.tokens[here.first : token.i]):
            return None
        before = next((s for s in reversed(self._text.sentences[: here.i]) if s.tag_of is None), None)
        near = before is not None and before.question and here.paragraph - before.paragraph <= 1
        return before if near else None

    def event(self, verb: Token) -> bool:
        """« une présence démentie par X »: an event is denied, not what was said."""
        head = self._text.head(verb) if verb.dep.startswith("acl") else None
        if head is None or head.pos != "NOUN":
            return False
        return self._words.first("saying", head.lemma) is None and bool(self._words.entries("noun", head.lemma))

    def relative(self, verb: Token) -> bool:
        """« …, ce que X dément », « …, ce qu'X persiste à nier »: what stands before it in the sentence."""
        above = next((a for a in (verb, *self._text.ancestors(verb)) if a.dep.startswith("acl")), None)
        head = self._text.head(above) if above is not None else None
        return head is not None and head.lower == "ce" and head.i < verb.i

    def _that_clause(self, verb: Token) -> bool:
        """« a démenti sur Telegram que … », wherever the parser hung the clause."""
        for token in self._text.tokens[verb.i + 1 : self._text.sentence(verb).last]:
            if token.text == "," or token.pos in {"VERB", "AUX"}:
                return False
            if token.lower in {"que", "qu'", "qu’"}:
                return True
        return False

    def _involvement(self, noun: Token) -> bool:
        """« nier toute implication », in what was told before."""
        if noun.lemma not in self._words.content.get("involvement", ()):
            return False
        below = [t for t in self._text.subtree(noun) if t.i != noun.i and t.pos in {"NOUN", "PROPN"}]
        return all(self._text.child(t, "det") is not None and self._taken_up(t) for t in below)

    def _taken_up(self, noun: Token) -> bool:
        """« de ses troupes », « dans cette attaque »."""
        return any(c.lower in _DEMONSTRATIVE or c.lower in POSSESSIVES for c in self._text.children(noun, "det"))

    def involved(self, verb: Token) -> bool:
        """« nie toute participation », « nie avoir pris part »: whether a part in an event is what is denied."""
        below = next(iter(self._text.children(verb, "ccomp", "xcomp")), None)
        part = below is not None and self._takes_part(below)
        return part or any(self._involvement(o) for o in self._text.children(verb, "obj"))

    def _negated(self, verb: Token) -> bool:
        return any(c.lower in self._words.negators for c in self._text.children(verb, "advmod"))

    def _inverted(self, verb: Token) -> Party | None:
        """« ce qu'X a toujours nié », whatever the parser made of X: the party between « que » and the verb."""
        if not verb.dep.startswith("acl"):
            return None
        for token in reversed(self._text.tokens[max(0, verb.i - 5) : verb.i]):
            if token.sent != verb.sent or token.pos == "PUNCT" or token.lower in {"que", "qu'", "qu’"}:
                return None
            for party in (p for p in self._parties.at(token) if p.type != "Place" or p.state is not None):
                return replace(party, key=party.state, type="State") if party.state is not None else party
        return None

    # ---- words that call something untrue

    def _idiom(self, token: Token) -> bool:
        """« il n'en est rien », « n'y être pour rien », « assure le contraire »: an idiom that begins here."""
        for words in self._words.verdict_idioms.get(token.lemma, self._words.verdict_idioms.get(token.lower, ())):
            last = self._matched(token, words)
            if last is not None and not any(self._parties.at(t) for t in self._below(last, token)):
                return True
        return False

    def _below(self, last: Token, first: Token) -> list[Token]:
        """The complements of an idiom's words: « n'avoir rien à voir avec X » has content of its own."""
        return [t for t in self._text.subtree(last) if t.i > last.i and t.sent == first.sent]

    def _matched(self, token: Token, words: tuple[str, ...]) -> Token | None:
        """The last token of the idiom, with adverbs, articles and adjectives between its words."""
        k = 1
        for following in self._text.tokens[token.i + 1 : self._text.sentence(token).last]:
            if k == len(words):
                break
            if words[k] in {following.lemma, following.lower}:
                k, token = k + 1, following
            elif following.pos not in _BETWEEN:
                return None
        return token if k == len(words) else None

    def _verdict(self, token: Token) -> Party | None:
        """« ces accusations sont infondées », « c'est faux », « “Mensonge”, dit X », « X parle de fable »."""
        if token.pos in {"DET", "ADV", "PRON", "AUX"} or not untrue(self._words, token) or self._owned(token):
            return None
        text = self._text
        subject = text.child(token, "nsubj")
        if text.child(token, "cop", "aux:pass") is not None and subject is not None:
            held = subject.lower in _THAT or (subject.pos == "NOUN" and self._told(subject))
            return self._speaker(token) if held and not self._negated(token) else None
        noun = text.head(token) if token.relation in {"amod", "nmod"} else None
        if noun is not None and noun.pos == "NOUN" and self._words.first("saying", noun.lemma) is not None:
            if token.pos != "NOUN" and self._specified(noun):
                return None
            if (caller := self._called(token, noun)) is not None:
                return caller
            return self._judged(token, noun) or self._exclaimed(noun)
        return self._judged(token, token) or self._exclaimed(token)

    def _owned(self, token: Token) -> bool:
        """« les mensonges de X »: somebody's, not what was said here."""
        cases = ((c, self._text.child(c, "case")) for c in self._text.children(token, "nmod"))
        below = (t for c, case in cases if case is not None and case.lemma == "de" for t in self._text.subtree(c))
        named = any(p.how in {"name", "demonym", "body"} for t in below for p in self._parties.at(t))
        return named or bool(self._parties.owner(token))

    def _judged(self, token: Token, noun: Token) -> Party | None:
        """« X parle de fable », « X juge ces propos absurdes »: who says it with a verb that takes the verdict."""
        verb = self._text.head(noun)
        while verb is not None and verb.pos in {"NOUN", "PROPN"} and self._told(verb) and verb.i < token.i:
            noun, verb = verb, self._text.head(verb)
        if verb is None or verb.pos != "VERB" or noun.relation not in {"obj", "xcomp", "obl", "ccomp"}:
            return None
        says = (
            verb.lemma in self._words.content.get("judging", ()) or self._words.first("speech", verb.lemma) is not None
        )
        if not says or self._negated(verb) or self.refuses(verb):
            return None
        others = [c for c in self._text.children(verb, "obj") if c.i != noun.i and (c.pos == "NOUN" or c.name)]
        return self._speakers.speaker_of(verb) if all(self._told(o) for o in others) else None

    def _called(self, verdict: Token, noun: Token) -> Party | None:
        """« des allégations qualifiées de mensongères par X », where the parser hung it all on the noun."""
        before = self._text.tokens[verdict.i - 2] if verdict.i > 1 else verdict
        judges = any(
            lemma in self._words.content.get("judging", ()) or self._words.first("speech", lemma) is not None
            for lemma in self._words.verb_forms.get(before.lower, ())
        )
        if not judges or before.head != noun.i:
            return None
        agents = (c for c in self._text.children(noun, "nmod", "obl") if c.i > verdict.i)
        by = (c for c in agents if any(k.lemma == "par" for k in self._text.children(c, "case")))
        return next((self._parties.acting(p) for c in by for p in self._parties.at(c)), None)

    def _exclaimed(self, token: Token) -> Party | None:
        """« “Allégation gratuite”, a balayé X », « Des mensonges, selon X »: nothing else is said in the sentence."""
        alone = all(t.pos not in {"VERB", "AUX"} for t in self._text.of(self._text.sentence(token)))
        root = self._text.head(token) is None
        return self._speakers.voice(token).party if alone and root else None

    def _speaker(self, token: Token) -> Party | None:
        """Who says the words; with a verb of saying in them (« assure le contraire ») its subject."""
        if self._words.first("speech", token.lemma) is not None and token.pos == "VERB":
            return self._speakers.speaker_of(token)
        return self._speakers.voice(token).party
