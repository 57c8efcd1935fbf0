"""Repairs of participles and predicates that hang on the wrong word, or are taken for finite verbs.

Same contract as ``kg.text.repair``, which runs these steps.

| repair | example |
| --- | --- |
| a participle behind a comma belongs to the noun before it that agrees | s'adresse aux observateurs, postés à P |
| a form that could be finite is a participle where it has an agent | à P, reprise le 3 mai par X, … |
| a second agent is no subject | l'accord signé par le gouvernement et X est mort |
| a participle that does not agree with its noun belongs to the noun above | l'embargo sur les armes imposé à X |
| what is planned between two parties is between them | des négociations prévues à P entre X et Y |
| a noun for a tie is no verb | X et Y sont ennemis |
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.text.merging import TIME
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_NOMINAL = frozenset({"NOUN", "PROPN"})
_ENDINGS = tuple("é ée és ées i ie is ies it ite its ites u ue us ues is ise ises".split())
_FEATURES = ("Gender=", "Number=")
_BETWEEN = frozenset({"nmod", "amod", "flat", "appos"})


class ParticipleRepairer:
    """Repairs participles with the words of one lexicon; ``slots`` are the slots that each lemma takes."""

    def __init__(self, words: Wordlists, slots: Mapping[str, frozenset[str]]) -> None:
        self._words, self._slots = words, slots

    def trailing(self, text: Text) -> Iterable[Token]:
        """« s'est adressé aux observateurs de X, postés à P »: no sister of the verb, as it agrees with the noun."""
        for token in text.tokens:
            if token.pos != "VERB" or token.relation not in {"conj", "advcl"}:
                continue
            verb = text.head(token)
            if verb is None or verb.pos != "VERB" or verb.i > token.i:
                continue
            if not _past(token) or text.tokens[token.i - 1].text != ",":
                continue
            if text.child(token, "aux", "nsubj", "cop", "obj", "cc") is not None or _agreeing(token, verb):
                continue
            noun = self._ended(text, token)
            if noun is not None and noun.i > verb.i:
                yield replace(token, head=noun.i, dep="acl")

    def agreeing(self, text: Text) -> Iterable[Token]:
        """« l'embargo sur les armes imposé à X »: the embargo is imposed, not the arms."""
        for token in text.tokens:
            if token.dep != "acl" or not _past(token):
                continue
            noun = text.head(token)
            if noun is None or noun.relation != "nmod" or noun.name or noun.i > token.i or _agreeing(token, noun):
                continue
            above = text.head(noun)
            if above is None or above.pos != "NOUN" or self._words.first("transparent", above.lemma) is not None:
                continue
            if _marked(above) and _agreeing(token, above):
                yield replace(token, head=above.i)

    def _ended(self, text: Text, participle: Token) -> Token | None:
        """The lowest noun that ends before the comma and agrees with the participle."""
        noun: Token | None = text.tokens[participle.i - 2]
        while noun is not None and noun.i < participle.i:
            if noun.pos in _NOMINAL and _marked(noun) and _agreeing(participle, noun):
                return noun
            noun = text.head(noun) if noun.relation in _BETWEEN else None
        return None

    def opened(self, text: Text) -> Iterable[Token]:
        """« À P, reprise le 3 mai par X, la vie continue »: no present of « repriser », no verb of the sentence."""
        for token in text.tokens[2:]:
            if token.pos != "VERB" or "VerbForm=Fin" not in token.morph or not token.lower.endswith(_ENDINGS):
                continue
            place, comma = text.tokens[token.i - 2], text.tokens[token.i - 1]
            if comma.text != "," or not place.name or token.lower not in self._words.nonfinite:
                continue
            agent = next((c for c in text.children(token, "obl") if _case(text, c) == "par" and c.i > token.i), None)
            if agent is None or text.child(token, "nsubj", "aux") is not None or not self._near(text, token, agent):
                continue
            agreement = {m for m in token.morph if m.startswith(_FEATURES)}
            morph = frozenset({*agreement, "VerbForm=Part", "Tense=Past"})
            main = next((c for c in text.children(token, "conj") if c.i > agent.i), None)
            if token.head == token.i and main is None:
                continue
            yield replace(token, head=place.i, dep="acl", morph=morph, lemma=min(self._words.verb_forms[token.lower]))
            yield replace(agent, dep="obl:agent")
            if token.head == token.i and main is not None:
                yield replace(main, head=main.i, dep="ROOT")
                for child in text.children(token):
                    if child.i < token.i or child.i > main.i:
                        yield replace(child, head=main.i)

    def _near(self, text: Text, participle: Token, agent: Token) -> bool:
        """Nothing but a time or a place lies between the participle and its agent."""
        between = text.tokens[participle.i + 1 : agent.i]
        return all(t.pos in {"ADP", "DET", "ADV", "ADJ"} or t.lemma == TIME or t.name for t in between)

    def agents(self, text: Text) -> Iterable[Token]:
        """« L'accord signé par le gouvernement et X est mort »: X has signed, too."""
        for other in text.tokens[2:]:
            if other.relation != "nsubj":
                continue
            verb, cc = text.head(other), text.tokens[other.i - 1]
            cc = text.tokens[cc.i - 1] if cc.pos == "DET" else cc
            if cc.lower != "et" or verb is None or verb.i < other.i:
                continue
            agent = self._agent(text, text.tokens[cc.i - 1])
            clause = text.head(agent) if agent is not None else None
            noun = text.head(clause) if clause is not None and clause.dep == "acl" else None
            if agent is None or clause is None or noun is None:
                continue
            subject = text.child(verb, "nsubj")
            if subject is not None and subject.i < agent.i:
                yield replace(other, head=agent.i, dep="conj")
            elif noun.head == noun.i and verb.head in {clause.i, noun.i}:
                yield replace(other, head=agent.i, dep="conj")
                yield replace(verb, head=verb.i, dep="ROOT")
                yield replace(noun, head=verb.i, dep="nsubj")

    def _agent(self, text: Text, last: Token) -> Token | None:
        """The agent of a participle whose phrase ends with this word."""
        for token in (last, *text.ancestors(last)):
            if token.pos not in _NOMINAL | {"ADJ"}:
                return None
            if token.relation == "obl" and _case(text, token) == "par":
                return token
        return None

    def between(self, text: Text) -> Iterable[Token]:
        """« une séance de négociations prévue demain à P entre X et Y »: of the event, which has no such pair yet."""
        for token in text.tokens:
            clause = text.head(token) if token.pos in _NOMINAL else None
            if clause is None or clause.dep != "acl" or not _past(clause) or _case(text, token) != "entre":
                continue
            noun = text.head(clause)
            if noun is None or noun.i > clause.i or "entre" in self._slots.get(clause.lemma, ()):
                continue
            below = (c for c in text.children(noun, "nmod") if _case(text, c) == "de" and c.i < clause.i)
            event = next((t for t in (noun, *below) if "entre" in self._slots.get(t.lemma, ())), None)
            if event is not None:
                yield replace(token, head=event.i, dep="nmod")

    def ties(self, text: Text) -> Iterable[Token]:
        """« X et Y sont ennemis »: a form of no known verb behind « être » is the noun that the lexicon knows."""
        for token in text.tokens:
            copula = text.child(token, "aux:pass") if token.pos == "VERB" else None
            noun = token.lower.removesuffix("s")
            if copula is None or token.lower in self._words.verb_forms or noun not in self._words.nouns:
                continue
            if any(slot.name == "self" for e in self._words.entries("noun", noun) for slot in e.subject):
                yield replace(token, pos="NOUN", lemma=noun, morph=token.morph & {"Number=Plur", "Number=Sing"})
                yield replace(copula, dep="cop")
                for child in text.children(token, "nsubj"):
                    yield replace(child, dep="nsubj")


def _past(token: Token) -> bool:
    return token.pos == "VERB" and {"VerbForm=Part", "Tense=Past"} <= token.morph


def _case(text: Text, token: Token) -> str:
    case = text.child(token, "case")
    return case.lemma if case is not None else ""


def _marked(token: Token) -> bool:
    return any(m.startswith("Number=") for m in token.morph)


def _agreeing(one: Token, other: Token) -> bool:
    """Same gender and number, as far as both are known."""
    for feature in _FEATURES:
        ours, theirs = ({m for m in t.morph if m.startswith(feature)} for t in (one, other))
        if ours and theirs and ours != theirs:
            return False
    return True
