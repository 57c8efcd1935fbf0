"""Repairs of small words that turn a clause upside down.

Same contract as ``kg.text.repair``, which runs these steps.

| repair | example |
| --- | --- |
| a finite verb that opens its clause governs the noun behind it | X, accusé de …, nie toute implication |
| « d'accord » that is no adverb is an object | il n'y a pas d'accord entre X et Y |
| a verb that is also a noun (« juge ») is a verb where it has a subject | X juge absurdes ces accusations |
| a participle in apposition modifies its noun | X, soupçonné de soutenir Y, nie |
| « comme l'a dit X » has its content in « l' » | il est faux, comme l'a dit X, que … |
| « de le » is never « du » | accuse X de le ravitailler |
| « rien » is an object | n'a jamais rien vendu à X |
| a clause with « que » behind an aside is what is said | jure, par la voix de Y, qu'il n'a rien fait |
| « de » before a name is never an article | n'a reçu de X ni argent ni armes |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_OF = frozenset({"de", "d'", "d’"})
_THAT = frozenset({"que", "qu'", "qu’"})
_NOT = frozenset({"ne", "n'", "n’"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


class Uprighter:
    """Sets such clauses upright with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def submerged(self, text: Text) -> Iterable[Token]:
        """« X, soupçonné de …, nie toute implication »: the verb is the root, the noun its object."""
        for verb in text.tokens:
            noun = text.head(verb)
            if noun is None or noun.head != noun.i or noun.pos != "NOUN" or noun.i < verb.i or verb.pos != "VERB":
                continue
            finite = "VerbForm=Fin" in verb.morph and verb.relation in {"advmod", "amod", "det", "nmod", "case"}
            if not finite or text.child(verb, "nsubj") is not None or text.child(noun, "cop", "case") is not None:
                continue
            yield replace(verb, head=verb.i, dep="ROOT")
            yield replace(noun, head=verb.i, dep="obj")
            for child in text.children(noun):
                if child.i < verb.i:
                    yield replace(child, head=verb.i)

    def verbs(self, text: Text) -> Iterable[Token]:
        """« X juge indignes ces accusations »: a root with a subject and an object is a verb."""
        for noun in text.tokens:
            subject = text.child(noun, "nsubj")
            if noun.pos != "NOUN" or noun.head != noun.i or subject is None or subject.i != noun.i - 1:
                continue
            if text.child(noun, "cop", "det", "case") is not None or text.child(noun, "obj") is None:
                continue
            lemmas = sorted(self._words.verb_forms.get(noun.lower, ()))
            if lemmas:
                morph = frozenset({"VerbForm=Fin", "Mood=Ind", "Tense=Pres"})
                yield replace(noun, pos="VERB", lemma=lemmas[0], morph=morph)
                for child in text.children(noun, "amod"):
                    yield replace(child, dep="xcomp")

    def apposed(self, text: Text) -> Iterable[Token]:
        """« X, soupçonnée de soutenir Y, … »."""
        for verb in text.tokens:
            past = verb.pos == "VERB" and "Tense=Past" in verb.morph and text.child(verb, "aux", "nsubj") is None
            if past and verb.relation == "appos":
                yield replace(verb, dep="acl")

    def asides(self, text: Text) -> Iterable[Token]:
        """« il n'est pas exact, comme l'a écrit X, que … »: the clause belongs to what stands before the aside."""
        for that in text.tokens:
            clause, before = text.head(that), text.tokens[that.i - 1]
            if that.lower not in _THAT or clause is None or before.text != "," or clause.i < that.i:
                continue
            verb = next((a for a in text.ancestors(clause) if a.relation == "advcl"), None)
            if verb is None or not any(c.lower == "comme" for c in text.children(verb, "mark")):
                continue
            if verb.i < that.i and text.child(verb, "obj") is not None:
                yield replace(that, dep="mark", pos="SCONJ")
                yield replace(clause, head=verb.head, dep="ccomp")

    def clitics(self, text: Text) -> Iterable[Token]:
        """« de le ravitailler »: never « du », hence a pronoun and an infinitive."""
        for noun in text.tokens:
            if noun.pos not in _NOMINAL or noun.i < 2 or noun.name or not noun.lower.endswith(("er", "ir", "re")):
                continue
            pronoun, mark = text.tokens[noun.i - 1], text.tokens[noun.i - 2]
            lemmas = sorted(self._words.verb_forms.get(noun.lower, ()))
            if not lemmas or pronoun.lower not in {"le", "les"} or mark.lower not in {"de", "à"}:
                continue
            dep = "acl" if noun.relation == "nmod" else "xcomp"
            yield replace(noun, pos="VERB", lemma=lemmas[0], morph=frozenset({"VerbForm=Inf"}), dep=dep)
            yield replace(pronoun, pos="PRON", lemma="lui", dep="obj", head=noun.i)
            yield replace(mark, dep="mark", head=noun.i)

    def nothing(self, text: Text) -> Iterable[Token]:
        """« n'a jamais rien vendu à X », « ne fournit de carburant ni à X ni à Y »: the object of a denial."""
        for token in text.tokens:
            verb, case = text.head(token), text.child(token, "case")
            if verb is None or verb.pos != "VERB" or token.relation not in {"obl", "advmod"}:
                continue
            if text.child(verb, "obj") is not None or not any(c.lower in _NOT for c in text.children(verb)):
                continue
            if token.lower == "rien" and case is None:
                yield replace(token, dep="obj", pos="PRON")
            elif case is not None and case.lower in _OF and token.pos == "NOUN" and not token.name:
                neither = any(c.lower == "ni" for m in text.children(token, "conj") for c in text.children(m, "cc"))
                if neither and text.child(token, "det") is None:
                    yield replace(token, dep="obj")
                    yield replace(case, dep="det", pos="DET", lemma="un")

    def contents(self, text: Text) -> Iterable[Token]:
        """« jure, par la voix de Y, qu'il n'a rien fait », « aucune preuve que X soutient Y »: clauses of content."""
        for that in text.tokens:
            clause = text.head(that)
            above = text.head(clause) if clause is not None else None
            if that.lower not in _THAT or clause is None or above is None or not self._marks(text, that, clause):
                continue
            if clause.i < that.i or above.i > that.i or text.child(above, "ccomp") is not None:
                continue
            lemma = self._words.verb_lemma(above)
            told = above.pos in {"VERB", "ADJ"} and self._words.first("speech", lemma) is not None
            own = text.child(clause, "nsubj") is not None
            beside = clause.dep == "advcl" and own and "VerbForm=Inf" not in clause.morph
            if told and ((clause.relation == "conj" and text.tokens[that.i - 1].text == ",") or beside):
                yield replace(clause, dep="ccomp")
                yield replace(above, pos="VERB", lemma=lemma)
            verb = text.head(above)
            if clause.dep == "acl:relcl" and own and verb is not None and self._tells_to(text, verb, above):
                yield replace(clause, dep="ccomp", head=verb.i)  # « a démenti sur X qu'ils soient là »
                yield replace(that, dep="mark", pos="SCONJ")
                continue
            full = text.child(clause, "nsubj") is not None and text.child(clause, "obj") is not None
            if clause.dep == "acl:relcl" and full and above.pos == "NOUN" and text.tokens[that.i - 1].i == above.i:
                yield replace(clause, dep="ccomp")

    def _marks(self, text: Text, that: Token, clause: Token) -> bool:
        """Whether « que » is no object of its clause, which has one: « a dit à la presse que X arme Y »."""
        if that.relation == "mark":
            return True
        own = any(c.i > clause.i for c in text.children(clause, "obj"))
        return that.relation == "obj" and own and clause.dep == "acl:relcl"

    def _tells_to(self, text: Text, verb: Token, noun: Token) -> bool:
        """« a démenti sur X », « a dit à X »: a verb of saying that lacks what is said."""
        told = verb.pos == "VERB" and self._words.first("speech", self._words.verb_lemma(verb)) is not None
        case = text.child(noun, "case")
        return (
            told and noun.relation == "obl" and case is not None and text.child(verb, "ccomp", "xcomp", "obj") is None
        )

    def fixed(self, text: Text) -> Iterable[Token]:
        """« il n'y a jamais eu d'accord entre X et Y », not « X et Y sont d'accord »."""
        for noun in text.tokens:
            article = text.head(noun)
            if noun.relation != "fixed" or noun.pos != "NOUN" or article is None or article.lower not in _OF:
                continue
            verb = text.head(article)
            if verb is None or verb.pos not in {"VERB", "AUX"} or verb.lemma in {"être", "tomber", "mettre"}:
                continue
            if not self._words.entries("noun", noun.lemma) or text.child(verb, "obj") is not None:
                continue
            yield replace(noun, head=verb.i, dep="obj")
            yield replace(article, head=noun.i, dep="det", pos="DET", lemma="un")

    def adverbial(self, text: Text) -> Iterable[Token]:
        """« X accuse N'Djamena d'aider Y »: a name is no adverb, but the object or the subject."""
        for name in text.tokens:
            verb = text.head(name)
            if not name.name or name.relation != "advmod" or verb is None or verb.pos != "VERB":
                continue
            role = "obj" if name.i > verb.i else "nsubj"
            if text.child(name, "case") is None and text.child(verb, role) is None:
                yield replace(name, dep=role)

    def named(self, text: Text) -> Iterable[Token]:
        """« n'a reçu de X ni argent ni armes »: what is not received stands behind « ni », X is who gives."""
        for name in text.tokens:
            article, verb = text.child(name, "det"), text.head(name)
            if article is None or verb is None or not name.name or name.relation != "obj" or verb.pos != "VERB":
                continue
            if article.lower not in _OF or article.i < verb.i:
                continue
            things = [c for c in text.children(name, "conj") if c.pos in _NOMINAL and not c.name]
            yield replace(article, dep="case", pos="ADP", lemma="de")
            yield replace(name, dep="obl:arg")
            if things:
                yield replace(things[0], head=verb.i, dep="obj")
                for other in things[1:]:
                    yield replace(other, head=things[0].i)
