"""Repairs of whole clauses: relative clauses taken for the main one, infinitives and objects on the wrong verb.

Same contract as ``kg.text.repair``, which runs these steps after those of ``kg.text.retag``.

| repair | example |
| --- | --- |
| the verb behind a relative clause is the main verb | X, que Y accuse d'abriter Z, s'en défend |
| what somebody is accused of hangs on the accusing verb | est soupçonné par Y d'abriter Z |
| an object behind the infinitive is the infinitive's | accuse X d'avoir attaqué, samedi, une base |
| a finite verb is no sister of an infinitive | nie héberger X et accuse Y |
| the relative of a cleft belongs to all its members | ce sont des X, et non des Y, qui tiennent P |
| « ni à X » and « ni armes » complete the verb | ne s'est allié ni à X ni à Y |
| « des » after « aucun » is no article | à aucun des belligérants |
| what is set against the focus of a cleft is a member of it | c'est X qui a pris P, et non Y |
| « ni à X » behind an object completes the verb | ne livre d'armes ni à X ni à Y |
| a relative clause belongs to the noun phrase before its pronoun | voici la brigade, que commande X |
| what stands behind a relative clause with « que » and no subject is its subject | que dirige depuis P X |
| an infinitive read as a finite verb has an object | pour y combattre X |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.tokens import Sentence, Text, Token
from kg.text.wordlists import Wordlists

_RELATIVE = frozenset({"que", "qu'", "qu’", "dont"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ROOT = frozenset({"ROOT", "root"})
_THAT = frozenset({"ce", "c'", "c’"})
_OTHERS = frozenset({"obj", "à"})
_THAT_OF = frozenset({"celui", "celle", "ceux", "celles"})
_SOME = frozenset("aucun aucune certains certaines plusieurs".split())
_PURPOSE = frozenset({"pour", "de", "d'", "d’", "à", "sans", "afin_de"})


class Reattacher:
    """Moves clauses to the words they belong to."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def relatives(self, text: Text) -> Iterable[Token]:
        """« X, que Y accuse de …, s'en défend »: the verb behind the relative clause is X's."""
        for sentence in text.sentences:
            tokens = text.of(sentence)
            comma = next((t for t in tokens if t.text == "," or self._finite(text, t)), None)
            if comma is None or comma.text != "," or comma.i + 1 >= sentence.last:
                continue
            if text.tokens[comma.i + 1].lower not in _RELATIVE:
                continue
            subject = self._phrase(text, sentence, comma)
            verbs = [t for t in tokens if t.i > comma.i and self._finite(text, t)]
            main = next((v for v in verbs[1:] if self._resumes(text, v, verbs[0])), None)
            if subject is None or main is None:
                continue
            yield from self._divided(text, subject, verbs[0], main)
            that = text.tokens[comma.i + 1]
            if that.lower != "dont" and (text.child(verbs[0], "xcomp") is None or self._control(verbs[0])):
                yield replace(that, head=verbs[0].i, dep="obj", pos="PRON")

    def _divided(self, text: Text, subject: Token, inner: Token, main: Token) -> Iterable[Token]:
        root = next((t for t in (main, *text.ancestors(main)) if t.head == t.i), main)
        if root.i not in {subject.i, inner.i, main.i}:
            return
        yield replace(main, head=main.i, dep="ROOT")
        yield replace(subject, head=main.i, dep="nsubj")
        if not inner.dep.startswith("acl"):
            yield replace(inner, head=subject.i, dep="acl:relcl")
        if text.child(inner, "nsubj", "expl") is None or text.child(inner, "nsubj") == subject:
            between = text.tokens[subject.i + 1 : inner.i]
            own = next(
                (t for t in between if t.pos in _NOMINAL and t.head == subject.i and t.relation == "appos"), None
            )
            if own is not None:
                yield replace(own, head=inner.i, dep="nsubj")

    def _phrase(self, text: Text, sentence: Sentence, comma: Token) -> Token | None:
        """The noun phrase that opens the sentence and ends at the comma."""
        span = [t for t in text.tokens[sentence.first : comma.i] if t.pos not in {"ADV", "CCONJ", "PUNCT"}]
        heads = [t for t in span if not sentence.first <= t.head < comma.i or t.head == t.i]
        only = len(heads) == 1 and heads[0].pos in _NOMINAL and text.child(heads[0], "case") is None
        return heads[0] if only else None

    def _resumes(self, text: Text, verb: Token, inner: Token) -> bool:
        """Whether the verb stands right behind a comma, clitics and auxiliaries aside, without a subject there."""
        i = verb.i - 1
        while i > inner.i and text.tokens[i].pos in {"AUX", "ADV", "PRON"}:
            if text.tokens[i].dep.startswith("nsubj") and text.tokens[i].head == verb.i:
                return False
            i -= 1
        after = all(c.i < inner.i or c.i > verb.i for c in text.children(verb, "nsubj"))
        conjunction = text.child(verb, "mark") is None
        return i > inner.i and text.tokens[i].text == "," and after and conjunction

    def _finite(self, text: Text, token: Token) -> bool:
        if token.pos != "VERB":
            return False
        return "VerbForm=Fin" in token.morph or any("VerbForm=Fin" in c.morph for c in text.children(token, "aux"))

    def blamed(self, text: Text) -> Iterable[Token]:
        """« soupçonné par Y d'abriter Z », « accusent Y d'abriter Z »: the infinitive hangs on the accusing verb."""
        for token in text.tokens:
            noun, mark = self._first(text, text.head(token)), text.child(token, "mark")
            verb = text.head(noun) if noun is not None else None
            if token.relation != "acl" or noun is None or verb is None or not self._infinitive(text, token):
                continue
            if mark is None or mark.lemma != "de" or noun.relation not in {"obj", "obl", "nsubj"} or noun.i < verb.i:
                continue
            if self._control(verb) in _OTHERS and text.child(verb, "xcomp") is None:
                yield replace(token, head=verb.i, dep="xcomp")

    def _first(self, text: Text, noun: Token | None) -> Token | None:
        """« accuse X et Y d'abriter Z »: the first of the accused."""
        while noun is not None and noun.relation == "conj" and noun.pos in _NOMINAL:
            noun = text.head(noun)
        return noun

    def charges(self, text: Text) -> Iterable[Token]:
        """« accuse X de soutien à Y »: a bare event noun behind the accused is what X is accused of."""
        for token in text.tokens:
            party, case = self._first(text, text.head(token)), text.child(token, "case")
            verb = text.head(party) if party is not None else None
            if token.relation != "nmod" or party is None or verb is None or case is None or case.lemma != "de":
                continue
            if party.relation != "obj" or self._control(verb) != "obj" or text.child(token, "det") is not None:
                continue
            if token.pos == "NOUN" and self._words.entries("noun", token.lemma) and text.child(verb, "xcomp") is None:
                yield replace(token, head=verb.i, dep="obl:arg")

    def objects(self, text: Text) -> Iterable[Token]:
        """« accuse X d'avoir attaqué, avec des drones, une base »: the second object is the infinitive's."""
        for verb in text.tokens:
            if verb.pos != "VERB" or self._control(verb) != "obj":
                continue
            below = next((c for c in text.children(verb, "xcomp") if self._infinitive(text, c)), None)
            if below is None or any(c.lemma != "*time*" for c in text.children(below, "obj")):
                continue
            late = [c for c in text.children(verb, "obj", "nmod") if c.i > below.i and text.child(c, "case") is None]
            accused = any(c.i < below.i for c in text.children(verb, "obj")) or text.child(verb, "aux:pass") is not None
            if late and accused and late[0].pos in _NOMINAL:
                yield replace(late[0], head=below.i, dep="obj")

    def _infinitive(self, text: Text, token: Token) -> bool:
        """« attaquer », « avoir attaqué »."""
        return any("VerbForm=Inf" in t.morph for t in (token, *text.children(token, "aux")))

    def _control(self, verb: Token) -> str:
        entry = self._words.first("speech", verb.lemma)
        return "" if entry is None else entry.sets.get("control", "")

    def sisters(self, text: Text) -> Iterable[Token]:
        """« nie héberger X et accuse Y »: a finite verb is coordinated with the finite verb above the infinitive."""
        for token in text.tokens:
            above = text.head(token)
            if token.relation != "conj" or above is None or not self._finite(text, token):
                continue
            if not self._infinitive(text, above):
                continue
            if text.child(token, "nsubj") is not None or text.child(token, "mark") is not None:
                continue
            finite = next((t for t in text.ancestors(above) if self._finite(text, t)), None)
            if finite is not None and finite.i < token.i and above.relation in {"xcomp", "ccomp", "advcl"}:
                yield replace(token, head=finite.i)

    def clefts(self, text: Text) -> Iterable[Token]:
        """« ce sont des X, et non des Y, qui … »: the relative belongs to the first member."""
        for token in text.tokens:
            member = text.head(token)
            first = text.head(member) if member is not None else None
            if not token.dep.startswith("acl") or member is None or first is None or member.relation != "conj":
                continue
            if any(c.lower in _THAT for c in text.children(first, "nsubj")) and text.child(first, "cop") is not None:
                yield replace(token, head=first.i)

    def placed(self, text: Text) -> Iterable[Token]:
        """« À P, ce sont les X qui font la loi »: where it is said to happen, not where they are X."""
        for adjunct in text.tokens:
            if adjunct.relation != "obl" or adjunct.pos not in _NOMINAL:
                continue
            focus = text.head(adjunct)
            if focus is None or focus.i < adjunct.i or text.child(focus, "cop") is None:
                continue
            this = any(c.lower in _THAT for c in text.children(focus, "nsubj", "expl"))
            verb = next((c for c in text.children(focus, "acl", "advcl") if self._relative(text, c)), None)
            if this and verb is not None and text.child(adjunct, "case") is not None:
                yield replace(adjunct, head=verb.i)

    def _relative(self, text: Text, verb: Token) -> bool:
        return verb.pos == "VERB" and any(c.lower == "qui" for c in text.children(verb, "nsubj"))

    def contrasts(self, text: Text) -> Iterable[Token]:
        """« c'est X qui a attaqué Z, et non Y », « ce n'est pas X qui …, mais Y »: Y is set against X."""
        for verb in text.tokens:
            first = text.head(verb)
            if verb.dep != "advcl:cleft" or first is None or text.child(first, "case") is not None:
                continue
            denied = any(c.lower in {"n'", "n’", "ne"} for c in text.children(first))
            for token in (verb, *text.children(verb)):
                for other in text.children(token, "conj"):
                    cc = text.child(other, "cc")
                    if cc is None or other.pos not in _NOMINAL or text.child(other, "case") is not None:
                        continue
                    said_no = {"non", "pas"} & {t.lower for t in text.tokens[cc.i + 1 : other.i]}
                    if (denied and cc.lower == "mais") or (not denied and said_no):
                        yield replace(other, head=first.i)

    def neither(self, text: Text) -> Iterable[Token]:
        """« ne s'est allié ni à X ni à Y », « ne livre ni armes ni munitions »: complements, no sisters of the verb."""
        for token in text.tokens:
            verb, case = text.head(token), text.child(token, "case")
            if token.relation != "conj" or verb is None or not self._nor(text, token):
                continue
            if verb.pos == "VERB" and case is not None:
                yield replace(token, dep="obl:arg")
            elif verb.pos == "VERB" and token.pos in _NOMINAL | {"PRON"}:
                first = text.child(verb, "obj")
                first = first or next(c for c in text.children(verb, "conj") if self._nor(text, c))
                yield replace(token, dep="obj") if first.i == token.i else replace(token, head=first.i)
            above = text.head(verb)
            if case is not None or above is None or above.pos != "VERB" or text.child(verb, "case") is None:
                continue
            if verb.relation in {"obl", "obj"} and all(c.i == verb.i for c in text.children(above, "obj")):
                yield replace(token, head=above.i, dep="obj")  # « ne reçoit de X ni argent ni armes »
                yield replace(verb, dep="obl:arg")

    def neither_to(self, text: Text) -> Iterable[Token]:
        """« ne livre d'armes ni à X ni à Y »: complements of the verb, no sisters of its object."""
        for token in text.tokens:
            given = text.head(token)
            verb = text.head(given) if given is not None else None
            if token.relation != "conj" or given is None or verb is None or not self._nor(text, token):
                continue
            bare = given.relation == "obj" and text.child(given, "case") is None
            if bare and verb.pos == "VERB" and text.child(token, "case") is not None:
                yield replace(token, head=verb.i, dep="obl:arg")

    def that_of(self, text: Text) -> Iterable[Token]:
        """« annonce la prise de A, mais pas celle de B »: « celle » takes up the noun, not the verb."""
        for token in text.tokens:
            head = text.head(token)
            if token.lower not in _THAT_OF or token.relation != "conj" or head is None or head.pos != "VERB":
                continue
            before = [
                t for t in text.tokens[head.i + 1 : token.i] if t.head == head.i and t.relation in {"obj", "nsubj"}
            ]
            if before and before[-1].pos == "NOUN" and text.child(token, "nmod") is not None:
                yield replace(token, head=before[-1].i)

    def _nor(self, text: Text, token: Token) -> bool:
        return any(c.lower == "ni" for c in text.children(token, "cc"))

    def some_of(self, text: Text) -> Iterable[Token]:
        """« à aucun des belligérants »: « des » after a pronoun of quantity is no article."""
        for token in text.tokens[2:]:
            det = text.child(token, "det")
            some = text.tokens[det.i - 1] if det is not None and det.i else token
            if det is None or det.lower != "des" or some.lower not in _SOME or some.sent != token.sent:
                continue
            if some.pos in {"PRON", "DET", "ADJ"} and token.head != some.i:
                yield replace(token, head=some.i, dep="nmod")
                yield replace(det, pos="ADP", dep="case", lemma="de")

    def antecedents(self, text: Text) -> Iterable[Token]:
        """« Prenons la brigade, que commande X »: the clause of « que » belongs to the phrase that ends before it."""
        for that in text.tokens:
            verb = text.head(that)
            if that.lower not in _RELATIVE or "PronType=Rel" not in that.morph or verb is None or verb.pos != "VERB":
                continue
            above, noun = text.head(verb), self._ended(text, that)
            attached = verb.dep.startswith("acl") and above is not None and above.pos in _NOMINAL
            if (
                attached
                or noun is None
                or verb.i < that.i
                or verb.relation not in {"acl", "conj", "advcl", "parataxis"}
            ):
                continue
            yield replace(verb, head=noun.i, dep="acl:relcl")

    def _ended(self, text: Text, that: Token) -> Token | None:
        """The noun phrase that ends right before the pronoun: its lowest name or noun that may denote a party."""
        before = text.tokens[that.i - 1] if that.i else that
        if before.text == "," and that.i > 1:
            before = text.tokens[that.i - 2]
        while before.pos == "ADJ" and (noun := text.head(before)) is not None and noun.i < before.i:
            before = noun
        owned: Token | None = None
        while before.pos in _NOMINAL and before.sent == that.sent:
            entry = self._words.head(before.lemma)
            if before.name or entry is not None:
                person = entry is not None and entry.gives == "Person"
                return owned if person and owned is not None else before  # « vice-président du conseil, que … »
            above = text.head(before)
            article = any("Definite=Def" in c.morph for c in text.children(before, "det", "case"))
            owned = before if article else owned
            if above is None or above.i > before.i or before.relation not in {"nmod", "appos", "flat"}:
                return None
            before = above
        return None

    def inverted(self, text: Text) -> Iterable[Token]:
        """« X, que dirige depuis P Y »: a bare name right behind another one is the subject that the verb lacks."""
        for verb in text.tokens:
            that = next((c for c in text.children(verb, "obj") if c.lower in _RELATIVE and c.i < verb.i), None)
            if that is None or verb.pos != "VERB" or text.child(verb, "nsubj", "expl") is not None:
                continue
            for adjunct in text.children(verb, "obl"):
                after = text.tokens[adjunct.i + 1] if adjunct.i + 1 < len(text.tokens) else adjunct
                if adjunct.i > verb.i and adjunct.name and after.name and after.head == adjunct.i:
                    yield replace(after, head=verb.i, dep="nsubj")

    def infinitives(self, text: Text) -> Iterable[Token]:
        """« s'est rendu à P pour y combattre X »: behind « pour » and clitics stands an infinitive, X is its object."""
        for token in text.tokens:
            mark = text.child(token, "mark", "case")
            if token.pos != "VERB" or mark is None or mark.lower not in _PURPOSE or "VerbForm=Fin" not in token.morph:
                continue
            if token.lower != token.lemma or any(t.pos != "PRON" for t in text.tokens[mark.i + 1 : token.i]):
                continue
            yield replace(token, morph=(token.morph - {"VerbForm=Fin", "Mood=Ind"}) | {"VerbForm=Inf"})
            for subject in text.children(token, "nsubj"):
                if subject.i > token.i:
                    yield replace(subject, dep="obj")
