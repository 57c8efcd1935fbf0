"""Repairs of words that the tagger misread, led by the lexicon: known nouns, auxiliaries, roots without a subject.

Same contract as ``kg.text.repair``, which runs these steps first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from kg.text.phrases import NUMBERS
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_AVOIR = frozenset("a ont avait avaient aurait auraient aura auront ayant ait aient eut eurent".split())
_ETRE = frozenset("est sont était étaient serait seraient sera seront soit soient fut furent".split())
_PARTICIPLES = tuple("é ée és ées i ie is ies it ite its ites u ue us ues ise ises".split())
_LONG = 24
"""An opening participle has its agent within this many words."""
_AGREEMENT = frozenset({"Number=Sing", "Number=Plur", "Gender=Fem", "Gender=Masc"})
_IMPERSONAL = frozenset("falloir agir avoir pleuvoir être sembler paraître suffire rester arriver".split())


class Retagger:
    """Corrects tags and the attachments that follow from them."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def nouns(self, text: Text) -> Iterable[Token]:
        """« le moindre combattant »: after a determiner a known noun is no verb."""
        for token in text.tokens:
            if (
                token.pos == "VERB"
                and token.lower in self._words.nouns
                and token.i
                and "VerbForm=Fin" not in token.morph
            ):
                k = token.i - 1
                while k > 0 and text.tokens[k].pos in {"ADJ", "ADV"} and text.tokens[k].sent == token.sent:
                    k -= 1
                if text.tokens[k].pos == "DET" and text.tokens[k].sent == token.sent:
                    head = text.head(token)
                    if head is not None and head.pos == "ADJ" and k < head.i < token.i:
                        yield replace(token, pos="NOUN", lemma=token.lower, head=head.head, dep=head.dep)
                        yield replace(head, head=token.i, dep="amod")
                    else:
                        yield replace(token, pos="NOUN", lemma=token.lower)

    def goods(self, text: Text) -> Iterable[Token]:
        """« ravitailler X en carburant »: a noun in « -ant » behind « en » is no gerund."""
        for token in text.tokens:
            mark = text.tokens[token.i - 1] if token.i else token
            if token.pos != "VERB" or mark.lower != "en" or mark.head != token.i or not token.lower.endswith("ant"):
                continue
            if token.lower in self._words.nouns and token.lower not in self._words.verb_forms:
                yield replace(token, pos="NOUN", lemma=token.lower, dep="obl:arg", morph=frozenset())
                yield replace(mark, pos="ADP", dep="case", lemma="en")
                for child in text.children(token, "obj"):
                    yield replace(child, head=token.head)

    def verbs(self, text: Text) -> Iterable[Token]:
        """« Les autorités l'accusent »: with a subject and a pronoun for its object a form of a verb is no noun."""
        for token in text.tokens:
            if token.pos not in {"NOUN", "ADJ", "PROPN"} or token.name or text.child(token, "det", "cop") is not None:
                continue
            lemmas = self._words.verb_forms.get(token.lower, frozenset())
            clitic = any(c.pos == "PRON" and c.i < token.i for c in text.children(token, "obj", "iobj", "expl"))
            if lemmas and clitic and text.child(token, "nsubj") is not None:
                yield replace(token, pos="VERB", lemma=min(lemmas), morph=frozenset({"VerbForm=Fin"}))

    def auxiliaries(self, text: Text) -> Iterable[Token]:
        """« ont depuis affronté »: avoir or être that took the place of the participle after it gives it back."""
        for token in text.tokens:
            if token.lower not in _AVOIR | _ETRE or token.pos not in {"VERB", "AUX"} or token.relation == "aux":
                continue
            near, apart = self._participle_after(text, token), self._participle_apart(text, token)
            done = near or apart
            below = {"xcomp", "ccomp", "obj", "obl", "conj", "advcl"}
            if done is None or not (
                near is None
                or (done.head == token.i and done.relation in below)
                or (done.head == token.head and done.relation == token.relation == "acl")  # « que X aurait versée à Y »
            ):
                continue
            yield replace(done, dep=token.dep, head=done.i if token.head == token.i else token.head)
            passive = token.lower in _ETRE and not self._moves(done)
            yield replace(token, pos="AUX", dep="aux:pass" if passive else "aux:tense", head=done.i)
            for child in text.children(token):
                if child.i != done.i:
                    dep = "nsubj:pass" if passive and child.dep == "nsubj" else child.dep
                    yield replace(child, head=done.i, dep=dep)
            for between in text.tokens[token.i + 1 : done.i] if near is None else ():
                for child in text.children(between, "appos", "obj"):
                    if child.i > done.i and text.child(child, "case") is None:
                        yield replace(child, head=done.i, dep="obj")

    def passives(self, text: Text) -> Iterable[Token]:
        """« étaient épaulées »: être with the participle of a verb that does not move is a passive."""
        for token in text.tokens:
            verb = text.head(token)
            if token.pos != "AUX" or token.dep != "aux:tense" or token.lower not in _ETRE or verb is None:
                continue
            reflexive = any("Reflex=Yes" in c.morph for c in text.children(verb))
            done = "VerbForm=Part" in verb.morph and "Tense=Past" in verb.morph
            if not done or reflexive or self._moves(verb) or text.child(verb, "obj") is not None:
                continue
            yield replace(token, dep="aux:pass", lemma="être")
            for child in text.children(verb, "nsubj"):
                yield replace(child, dep="nsubj:pass")

    def shared(self, text: Text) -> Iterable[Token]:
        """« X est armé, entraîné et financé par Y »: with the agent of its sisters an adjective is a participle."""
        for token in text.tokens:
            copula = text.child(token, "cop")
            if token.pos != "ADJ" or copula is None or copula.lower not in _ETRE or token.dep == "xcomp":
                continue
            verbs = (token, *text.children(token, "conj"))
            agent = any(c.dep == "obl:agent" for v in verbs for c in text.children(v, "obl"))
            if not agent or token.lower not in self._words.nonfinite or not token.lower.endswith(_PARTICIPLES):
                continue
            morph = token.morph | {"VerbForm=Part", "Tense=Past"}
            yield replace(token, pos="VERB", lemma=self._words.verb_lemma(token), morph=morph)
            yield replace(copula, dep="aux:pass")
            for child in text.children(token, "nsubj"):
                yield replace(child, dep="nsubj:pass")

    def unmarked(self, text: Text) -> Iterable[Token]:
        """« Soutenues par X, les Y … », « une embuscade tendue à X »: an agent, or the noun before, makes a form that
        the tagger does not know a participle.
        """
        for token in text.tokens:
            if token.pos != "VERB" or any(m.startswith("VerbForm=") for m in token.morph):
                continue
            agent = next((c for c in text.children(token, "obl") if c.dep == "obl:agent" and c.i > token.i), None)
            if agent is not None or (token.dep == "acl" and token.lower.endswith(_PARTICIPLES)):
                yield replace(token, morph=token.morph | {"VerbForm=Part", "Tense=Past"})

    def articles(self, text: Text) -> Iterable[Token]:
        """« dispose de drones »: a preposition that is taken for an article."""
        for token in text.tokens:
            if token.pos == "ADP" and token.dep == "det" and token.lemma == "de":
                yield replace(token, dep="case")

    def _participle_after(self, text: Text, token: Token) -> Token | None:
        for i in range(token.i + 1, min(token.i + 5, len(text.tokens))):
            following = text.tokens[i]
            if following.sent != token.sent:
                return None
            if (
                following.pos in {"VERB", "ADJ"}
                and "Tense=Past" in following.morph
                and "VerbForm=Part" in following.morph
            ):
                return following
            if following.pos not in {"ADV", "PRON"} and following.lower != "ni":
                return None
        return None

    def _participle_apart(self, text: Text, token: Token) -> Token | None:
        """« n'a à aucun moment abandonné P », « avait, dès 2003, armé X »: « avoir » without an object, with an
        adjunct before its participle.
        """
        if token.lower not in _AVOIR or text.child(token, "obj", "expl") is not None:
            return None
        for following in text.tokens[token.i + 1 : token.i + 13]:
            if following.sent != token.sent or following.pos in {"AUX", "CCONJ", "SCONJ"}:
                return None
            past = "Tense=Past" in following.morph and "VerbForm=Part" in following.morph
            named = following.lower in self._words.nonfinite and following.lower.endswith(("é", "i", "u"))
            if (following.pos == "VERB" and past) or (following.pos == "ADJ" and named):
                lemma = self._words.verb_lemma(following)
                morph = following.morph | {"VerbForm=Part", "Tense=Past"}
                return replace(following, pos="VERB", lemma=lemma, morph=morph)
            if following.pos == "VERB":
                return None
        return None

    def _moves(self, token: Token) -> bool:
        return token.lemma in MOVEMENT

    def stranded(self, text: Text) -> Iterable[Token]:
        """A root noun before a verb without subject is its subject: « Le groupe X, affilié à Y, a revendiqué … »."""
        for sentence in text.sentences:
            tokens = text.of(sentence)
            verbs = [
                t
                for t in tokens
                if self._finite(text, t) and t.relation in {"ROOT", "root", "conj", "parataxis", "acl", "appos"}
            ]
            verbs = [
                v
                for v in verbs
                if (text.child(v, "nsubj", "csubj") is None and "VerbForm=Part" not in v.morph)
                or self._compound(text, v)
            ]
            roots = [
                t
                for t in tokens
                if t.relation in {"ROOT", "root"}
                and t.pos in {"NOUN", "PROPN"}
                and text.child(t, "case", "cop") is None
            ]
            for verb in verbs[:1]:
                subject = next((r for r in roots if r.i < verb.i), None)
                if subject is None or text.child(verb, "nsubj") is not None or sentence.tag_of is not None:
                    continue
                if verb.head != verb.i and verb.head != subject.i:
                    continue
                yield replace(verb, head=verb.i, dep="ROOT")
                yield replace(subject, head=verb.i, dep="nsubj")

    def opening(self, text: Text) -> Iterable[Token]:
        """« Des combattants du X, la branche de Y, ont … »: « des » that opens a sentence is an article, its noun
        subject.
        """
        for sentence in text.sentences:
            first = next((t for t in text.of(sentence) if t.pos not in {"ADV", "PUNCT"}), None)
            noun = text.head(first) if first is not None and first.lower == "des" and first.dep == "case" else None
            verb = text.head(noun) if noun is not None else None
            if first is None or noun is None or verb is None or noun.relation != "obl" or verb.pos != "VERB":
                continue
            subject = text.child(verb, "nsubj")
            yield replace(first, pos="DET", dep="det", lemma="un")
            yield replace(noun, dep="nsubj")
            if subject is not None and subject.i > noun.i:
                yield replace(subject, dep="appos", head=noun.i)

    def participles(self, text: Text) -> Iterable[Token]:
        """« Sanctionné par X, Y … », « P, conquise par X »: a participle that opens a phrase, taken for a noun."""
        for token in text.tokens:
            lower, k = token.lower, token.i
            if token.pos not in {"NOUN", "PROPN"} or token.name or lower in self._words.nouns:
                continue
            if lower not in self._words.nonfinite or not lower.endswith(_PARTICIPLES):
                continue
            opens = k == text.sentence(token).first
            c = k - 2 if k > 2 and text.tokens[k - 1].pos == "ADV" else k - 1  # « P, aussitôt investi par X »
            after_comma = c > 0 and text.tokens[c].text == "," and text.tokens[c - 1].pos in {"NOUN", "PROPN"}
            near = (t for t in text.tokens[k + 1 : k + 1 + _LONG] if t.sent == token.sent)
            phrase = takewhile(lambda t: t.text not in {",", "."}, near)
            by = [t for t in phrase if t.lemma == "par" and t.dep == "case"]
            if not (by and (opens or (after_comma and by[0].i == k + 1))):
                continue
            morph = (token.morph & _AGREEMENT) | {"VerbForm=Part", "Tense=Past"}
            lemma = sorted(self._words.verb_forms[lower])[0]
            head = token.head if opens else c - 1
            yield replace(token, pos="VERB", lemma=lemma, morph=morph, head=head, dep="advcl" if opens else "acl")
            agent = text.head(by[0])
            if agent is not None and agent.i > k:
                yield replace(agent, head=k, dep="obl:agent")

    def subjects(self, text: Text) -> Iterable[Token]:
        """A bare noun phrase that hangs left of a finite verb without subject is its subject."""
        yield from self._counted(text)
        for verb in text.tokens:
            if not self._finite(text, verb) or verb.dep.startswith("acl:relcl") or verb.relation == "conj":
                continue
            if text.child(verb, "nsubj", "csubj", "expl") is not None or text.sentence(verb).tag_of is not None:
                continue
            left = [
                c
                for c in text.children(verb, "dislocated", "obl", "appos", "nmod", "vocative", "parataxis", "advcl")
                if c.i < verb.i
                and (c.pos in {"NOUN", "PROPN"} or self._both(text, c))
                and text.child(c, "case") is None
            ]
            if left:
                yield replace(left[0], dep="nsubj")

    def _counted(self, text: Text) -> Iterable[Token]:
        """« Les deux soutiennent X »: with an article and no noun a number is the subject."""
        for token in text.tokens:
            verb = text.tokens[token.head]
            if token.lower not in NUMBERS or token.relation != "nummod" or verb.pos != "VERB" or token.i > verb.i:
                continue
            article = text.tokens[token.i - 1]
            if article.lower not in {"les", "tous", "toutes"} or any(
                c.i < verb.i for c in text.children(verb, "nsubj")
            ):
                continue
            yield replace(token, dep="nsubj")
            yield replace(article, head=token.i, dep="det")
            yield from (replace(c, dep="obj") for c in text.children(verb, "nsubj") if c.name)

    def _both(self, text: Text, token: Token) -> bool:
        """« Toutes deux ont pris P »."""
        return token.lower in NUMBERS and any(c.lower in {"tous", "toutes"} for c in text.children(token))

    def sayers(self, text: Text) -> Iterable[Token]:
        """« « … », condamne l'Union africaine »: what follows the verb of a clause of saying is its subject."""
        for sentence in text.sentences:
            verb = next((t for t in text.of(sentence) if t.dep in {"ROOT", "root"} and t.pos == "VERB"), None)
            if sentence.tag_of is None or verb is None or text.child(verb, "nsubj", "expl") is not None:
                continue
            behind = text.child(verb, "obj")
            if behind is not None and behind.i > verb.i and self._words.first("speech", verb.lemma) is not None:
                yield replace(behind, dep="nsubj")

    def second_subjects(self, text: Text) -> Iterable[Token]:
        """« X, soutenu par Y, accuse Z »: a second subject, behind the verb, is the object."""
        for verb in text.tokens:
            subjects = [c for c in text.children(verb, "nsubj") if c.pos in {"NOUN", "PROPN"}]
            before = [c for c in subjects if c.i < verb.i]
            after = [c for c in subjects if c.i > verb.i and text.child(c, "case") is None]
            if verb.pos == "VERB" and before and after and text.child(verb, "obj") is None:
                yield replace(after[0], dep="obj")

    def _compound(self, text: Text, verb: Token) -> bool:
        return text.child(verb, "aux") is not None and text.child(verb, "nsubj", "csubj") is None

    def _finite(self, text: Text, token: Token) -> bool:
        if token.pos != "VERB":
            return False
        return "VerbForm=Fin" in token.morph or any("VerbForm=Fin" in c.morph for c in text.children(token, "aux"))

    def pronouns(self, text: Text) -> Iterable[Token]:
        """« Il s'est emparé de P »: « il » is a subject unless the verb is impersonal."""
        for token in text.tokens:
            head = text.head(token)
            if token.dep != "expl:subj" or head is None or head.pos != "VERB" or head.lemma in _IMPERSONAL:
                continue
            if text.child(head, "nsubj", "ccomp", "csubj") is None:
                yield replace(token, dep="nsubj")

    def _persons(self, text: Text) -> Iterable[Token]:
        """« X nous soutient », « X nous livre des armes »: the object where the verb takes one and has no other."""
        for token in text.tokens:
            if token.lower not in _PERSONS or token.relation not in {"obj", "iobj"}:
                continue
            verb = text.tokens[token.head]
            entries = self._words.entries("verb", self._words.verb_lemma(verb)) if verb.i > token.i else []
            other = any(c.i != token.i for c in text.children(verb, "obj", "ccomp"))
            takes = any(slot.name == "obj" for e in entries for slot in e.object)
            if entries and (other or takes):
                yield replace(token, dep="iobj" if other else "obj")

    def datives(self, text: Text) -> Iterable[Token]:
        """« l'Iran leur livre des armes »: right behind a noun « leur » is a pronoun, and what follows a verb."""
        yield from self._persons(text)
        for token in text.tokens[1:-1]:
            before, verb = text.tokens[token.i - 1], text.tokens[token.i + 1]
            if token.lower != "leur" or token.pos == "PRON" or before.sent != token.sent or verb.sent != token.sent:
                continue
            lemmas = self._words.verb_forms.get(verb.lower, frozenset())
            if before.pos not in {"NOUN", "PROPN"} or not (lemmas or verb.pos in {"VERB", "AUX"}):
                continue
            yield replace(token, pos="PRON", dep="iobj", head=verb.i)
            if verb.pos not in {"VERB", "AUX"}:
                yield replace(verb, pos="VERB", lemma=min(lemmas), morph=frozenset({"VerbForm=Fin"}))
                for child in text.children(verb, "nmod"):
                    if (article := text.child(child, "case")) is not None and article.lower in {"des", "du"}:
                        yield replace(child, dep="obj")
                        yield replace(article, pos="DET", dep="det")


_PERSONS = frozenset({"nous", "vous"})
MOVEMENT = frozenset(
    """venir devenir revenir survenir intervenir parvenir provenir tomber passer entrer rentrer aller arriver partir
    repartir sortir rester retourner monter remonter descendre naître mourir décéder accourir éclore""".split()
)
"""Verbs that form the past with être and are never passive with it."""
