"""Repairs of clauses: gapped accusations, complements hung on a party, predicates.

Same contract as ``kg.text.repair``, which runs these steps after those on single words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_OF = frozenset({"de", "d'", "d’"})
_CLITICS = frozenset("le la l' l’ les lui leur en y se s' s’ ne n' n’ pas plus".split())
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_DEEMING = {
    "comme": frozenset(
        """considérer présenter voir décrire percevoir dépeindre désigner regarder reconnaître apparaître servir agir
        identifier""".split()
    ),
    "pour": frozenset({"tenir", "passer"}),
    "de": frozenset({"qualifier"}),
}
"""Verbs that say what somebody is, by the preposition of their predicate."""
SEEMING = frozenset({"apparaître", "agir", "passer", "servir"})
"""Those of them whose predicate is about the subject."""
_BOTH = frozenset({"après", "avant", "contre", "depuis", "pendant"})
"""Prepositions that are adverbs, too."""
_OWN = frozenset({"de", "entre", "comme"})
"""Prepositions of complements that a name may well have of its own."""


class ClauseRepairer:
    """Repairs clauses with the words of one lexicon.

    ``slots`` are the slots that each lemma takes, ``things`` the nouns that it has for an object.
    """

    def __init__(
        self, words: Wordlists, slots: Mapping[str, frozenset[str]], things: Mapping[str, frozenset[str]]
    ) -> None:
        self._words, self._slots, self._things = words, slots, things

    def set_off(self, text: Text) -> Iterable[Token]:
        """« A bombarde X, et B, de son côté, Y »: a name between commas begins a clause without its verb."""
        for token in text.tokens:
            cc, verb = text.child(token, "cc"), next((t for t in text.ancestors(token) if t.pos == "VERB"), None)
            if token.relation != "conj" or cc is None or cc.lower != "et" or verb is None or verb.i > token.i:
                continue
            before, after = text.tokens[cc.i - 1], text.tokens[min(token.i + 1, len(text.tokens) - 1)]
            bare = text.child(token, "case") is None
            rest = any(t.pos in {"NOUN", "PROPN", "PRON"} for t in text.tokens[after.i : text.sentence(token).last])
            if before.text == after.text == "," and bare and rest:
                yield replace(token, head=verb.i, dep="orphan")

    def agents(self, text: Text) -> Iterable[Token]:
        """« La reprise de P par X a été saluée »: what « par » introduces before the verb belongs to its subject."""
        for token in text.tokens:
            case, verb = text.child(token, "case"), text.head(token)
            if case is None or case.lemma != "par" or token.relation != "nsubj" or verb is None:
                continue
            event = next((t for t in text.children(verb, "nsubj") if t.i < case.i and t.pos == "NOUN"), None)
            if event is not None:
                yield replace(token, head=event.i, dep="nmod")

    def gapped(self, text: Text) -> Iterable[Token]:
        """« accuser A d'avoir …, et B d'armer C »: B is accused as A is, and it is B that arms."""
        for verb in text.tokens:
            first = self._infinitive(text, verb)
            mark = self._mark(text, verb)
            if "VerbForm=Inf" not in verb.morph or mark is None:
                continue
            other = self._before(text, mark)
            if other is None or text.child(other, "case") is not None or text.child(other, "cc") is None:
                continue
            accused = self._accused(text, other)
            if accused is None:
                continue
            yield replace(other, head=accused.head, dep="obj")
            yield replace(first, head=accused.head, dep="xcomp")
            yield replace(mark, head=first.i, dep="mark")

    def _mark(self, text: Text, verb: Token) -> Token | None:
        """« d'armer », « de les ravitailler », « d'en héberger »: the « de » before the infinitive."""
        i, first = verb.i - 1, self._infinitive(text, verb)
        while i > 0 and text.tokens[i].lower in _CLITICS:
            i -= 1
        mark = text.tokens[max(i, 0)]
        pronoun = mark.i + 1 < verb.i
        return mark if mark.lower in _OF and (pronoun or mark.head == first.i) else None

    def _infinitive(self, text: Text, verb: Token) -> Token:
        """« avoir armé »: the participle that an infinitive auxiliary goes with, else the verb itself."""
        head = text.head(verb)
        return head if verb.relation == "aux" and head is not None else verb

    def _before(self, text: Text, mark: Token) -> Token | None:
        """The head of the phrase that ends before « de »."""
        token: Token | None = text.tokens[mark.i - 1] if mark.i else None
        while token is not None and token.pos not in _VERBAL:
            if token.pos in _NOMINAL and text.child(token, "cc") is not None:
                return token
            above = text.head(token)
            token = above if above is not None and above.i < mark.i else None
        return None

    def _accused(self, text: Text, other: Token) -> Token | None:
        """The object of the verb of blame above, whose infinitive stands before ``other``."""
        for above in text.ancestors(other):
            entry = self._words.first("speech", above.lemma) if above.pos == "VERB" else None
            if entry is None or entry.sets.get("control") != "obj":
                continue
            object_ = text.child(above, "obj")
            if object_ is None or object_.i >= other.i or object_.pos not in _NOMINAL:
                return None
            between = text.tokens[object_.i + 1 : other.i]
            return object_ if any("VerbForm=Inf" in t.morph for t in between) else None
        return None

    def hung(self, text: Text) -> Iterable[Token]:
        """« lier X à Y », « livré par X à Y »: what the verb takes hangs on the verb, not on the name before."""
        for token in text.tokens:
            case, name = text.child(token, "case"), text.head(token)
            if (taker := self._taker(text, token)) is not None:
                yield replace(token, head=taker.i, dep="obl:arg")
                continue
            if token.lower == "dont" and name is not None and name.name and name.relation == "nsubj":
                yield replace(token, head=name.head, dep="obl:arg")  # « X, dont Y fait partie »
                continue
            if case is None or name is None or token.relation != "nmod" or not self._bare(name):
                continue
            if case.lemma in _OWN or not name.relation.startswith(("obj", "obl")):
                continue
            verb = text.head(name)
            if verb is None or verb.pos != "VERB" or case.lemma not in self._slots.get(verb.lemma, ()):
                continue
            if all(self._case(text, c) != case.lemma for c in text.children(verb, "obl", "iobj")):
                yield replace(token, head=verb.i, dep="obl:arg")

    def _taker(self, text: Text, token: Token) -> Token | None:
        """« livrer des avions de chasse à X », « chasser X de deux villages »: the verb whose object is in between."""
        case, above = self._case(text, token), text.head(token)
        if not case or above is None or token.relation != "nmod":
            return None
        if (verb := self._resumed(text, token, case)) is not None:
            return verb
        of = self._is(token, "Organization") or (self._is(token, "Place") and not self._is(above, "Place"))
        left = case == "de" and above.name and of
        object_ = self._object_above(text, above, case)
        if object_ is None or (object_.i == above.i and not left) or (case in _OWN and not left):
            return None
        if case in self._slots.get(object_.lemma, ()) and not object_.name:
            return None
        verb = text.head(object_)
        if verb is None or verb.pos != "VERB" or case not in self._slots.get(verb.lemma, ()):
            return None
        return verb if all(self._case(text, c) != case for c in text.children(verb, "obl")) else None

    def _resumed(self, text: Text, token: Token, case: str) -> Token | None:
        """« a tiré des obus, en coordination avec X, sur Y »: behind an aside the verb's complements go on."""
        mark = text.child(token, "case")
        if mark is None or mark.i < 2 or text.tokens[mark.i - 1].text != "," or case in _OWN:
            return None
        verb = next((a for a in text.ancestors(token) if a.pos == "VERB"), None)
        if verb is None or case not in self._slots.get(verb.lemma, ()) or verb.head == token.head:
            return None
        aside = sum(t.text == "," for t in text.tokens[verb.i : mark.i]) > 1
        return verb if aside and all(self._case(text, c) != case for c in text.children(verb, "obl")) else None

    def _object_above(self, text: Text, noun: Token, case: str) -> Token | None:
        """The object that bare nouns without a use for the preposition hang on: « avions de chasse »."""
        above: Token | None = noun
        while above is not None and above.pos in _NOMINAL and above.relation == "nmod" and not above.name:
            if case in self._slots.get(above.lemma, ()) or text.child(above, "det") is not None:
                return None
            above = text.head(above)
        return above if above is not None and above.relation == "obj" else None

    def _is(self, token: Token, class_: str) -> bool:
        """Whether the head noun or the known name is of the class."""
        entry = self._words.head(token.lemma)
        gazetteer = self._words.vocabulary.gazetteer
        types = [entry.gives] if entry is not None else [gazetteer[k].type for k in token.known]
        return any(self._words.vocabulary.is_a(t, class_) for t in types)

    def claimed(self, text: Text) -> Iterable[Token]:
        """« une attaque contre P, dans la région de Q, revendiquée par X »: the event is claimed, not the region."""
        for token in text.tokens[2:]:
            head, before = text.head(token), text.tokens[token.i - 1]
            before = text.tokens[token.i - 2] if before.pos == "ADV" else before  # « déjà revendiquée par X »
            if head is None or token.dep != "acl" or before.text != "," or "Tense=Past" not in token.morph:
                continue
            light = self._words.first("light", self._words.verb_lemma(token))
            if light is None or not self._is(head, "Place"):
                continue
            before_it = reversed(text.tokens[text.sentence(token).first : head.i])
            event = next((t for t in before_it if self._event(t) and _agreeing(t, token)), None)
            if event is not None:
                yield replace(token, head=event.i)

    def _event(self, token: Token) -> bool:
        return token.pos == "NOUN" and not token.name and bool(self._words.entries("noun", token.lemma))

    def loosened(self, text: Text) -> Iterable[Token]:
        """« tué près de P, dans une embuscade de X »: an event behind a place and a comma is the verb's adjunct."""
        for token in text.tokens:
            place, case = text.head(token), text.child(token, "case")
            if place is None or case is None or token.relation != "nmod" or not self._event(token):
                continue
            if text.tokens[case.i - 1].text != "," or place.i > token.i or not self._is(place, "Place"):
                continue
            verb = next((t for t in text.ancestors(place) if t.pos == "VERB"), None)
            if verb is not None and verb.i < place.i:
                yield replace(token, head=verb.i, dep="obl:mod")

    def holders(self, text: Text) -> Iterable[Token]:
        """« le porte-parole de X, qui tient P »: it is X that holds P, not the one who speaks."""
        relations = self._words.vocabulary.relations
        for verb in text.tokens:
            title = text.head(verb)
            who = next((c for c in text.children(verb, "nsubj") if c.lower == "qui"), None)
            if title is None or who is None or not verb.dep.startswith("acl") or not self._is(title, "Person"):
                continue
            given = [relations[e.gives] for e in self._words.entries("verb", verb.lemma) if e.gives in relations]
            side = next((c for c in text.children(title, "nmod") if self._case(text, c) == "de" and c.i < who.i), None)
            if side is None or not given or given[0].range != "Place" or title.name:
                continue
            if all(t.head == side.i or t.text == "," for t in text.tokens[side.i + 1 : who.i]):
                yield replace(verb, head=side.i)

    def idioms(self, text: Text) -> Iterable[Token]:
        """« frapper X de sanctions »: what the lexicon knows as one with the verb does not hang on the name between."""
        for token in text.tokens:
            name, case = text.head(token), self._case(text, token)
            verb = text.head(name) if name is not None else None
            if not case or name is None or verb is None or token.relation != "nmod" or name.relation != "obj":
                continue
            if verb.pos == "VERB" and self._words.entries("verb", f"{verb.lemma} {case} {token.lemma}"):
                yield replace(token, head=verb.i, dep="obl:arg")

    def bare(self, text: Text) -> Iterable[Token]:
        """« fournissent drones et renseignements à X »: nouns without article that the verb is known to have."""
        for token in text.tokens:
            verb = text.head(token)
            if (
                verb is None
                or token.pos != "ADJ"
                or token.relation not in {"xcomp", "advmod", "obl"}
                or token.i < verb.i
            ):
                continue
            if token.lemma not in self._things.get(verb.lemma, ()) or text.child(verb, "obj") is not None:
                continue
            yield replace(token, pos="NOUN", dep="obj")
            for other in text.children(token, "conj"):
                if other.pos == "ADJ" and other.lemma in self._things.get(verb.lemma, ()):
                    yield replace(other, pos="NOUN")

    def explained(self, text: Text) -> Iterable[Token]:
        """« X et Y, deux groupes …, ont signé »: names before the comma are the subject, the noun explains them."""
        for verb in text.tokens:
            names, noun = text.child(verb, "dislocated"), text.child(verb, "nsubj")
            if names is None or noun is None or not names.name or not names.i < noun.i < verb.i or noun.pos != "NOUN":
                continue
            if any(t.text == "," for t in text.tokens[names.i + 1 : noun.i]):
                yield replace(names, dep=noun.dep)
                yield replace(noun, head=names.i, dep="appos")

    def behind_places(self, text: Text) -> Iterable[Token]:
        """« À P, X, l'émissaire de Y, s'entretient avec Z »: a name joined to an opening adjunct is the subject."""
        for token in text.tokens:
            adjunct = text.head(token)
            if token.relation != "conj" or not token.name or adjunct is None or adjunct.relation != "obl":
                continue
            verb, bare = text.head(adjunct), text.child(token, "cc", "case") is None
            if verb is None or not bare or verb.pos != "VERB" or not adjunct.i < token.i < verb.i:
                continue
            if text.tokens[token.i - 1].text == "," and text.child(verb, "nsubj") is None:
                yield replace(token, head=verb.i, dep="nsubj")

    def across(self, text: Text) -> Iterable[Token]:
        """« X a dénoncé un rapport ; Y, qui …, se tait »: no object stands behind a semicolon."""
        for token in text.tokens:
            head = text.head(token)
            if token.relation != "obj" or head is None or head.i > token.i:
                continue
            if any(t.text == ";" for t in text.tokens[head.i + 1 : token.i]):
                yield replace(token, dep="dep")

    def unattached(self, text: Text) -> Iterable[Token]:
        """« X en a livré, et Y en aurait vendu »: a name left hanging right before a verb is its subject."""
        for token in text.tokens:
            if token.dep != "dep" or token.pos not in _NOMINAL:
                continue
            group = list(text.tokens[token.i + 1 : min(token.i + 5, text.sentence(token).last)])
            while group and (group[0].pos in {"AUX", "ADV", "PRON"} or group[0].lower == "en"):
                group.pop(0)
            verb = group[0] if group else None
            if verb is not None and verb.pos == "VERB" and text.child(verb, "nsubj") is None:
                yield replace(token, head=verb.i, dep="nsubj")

    def prepositions(self, text: Text) -> Iterable[Token]:
        """« pris P après de violents combats »: « après » before a noun is no adverb."""
        for token in text.tokens:
            if token.pos != "ADV" or token.lower not in _BOTH:
                continue
            noun = next((c for c in text.children(token, "obl") if c.i > token.i and c.pos in _NOMINAL), None)
            if noun is not None and text.child(noun, "case") is None:
                yield replace(token, pos="ADP", dep="case", head=noun.i, lemma=token.lower)
                yield replace(noun, head=token.head, dep="obl:mod")

    def _bare(self, token: Token) -> bool:
        """A name or an agent (« par le gouvernement de X »): not « le camp de X », not « l'accord de X »."""
        return (token.name or token.dep == "obl:agent") and not self._words.entries("noun", token.lemma)

    def deemed(self, text: Text) -> Iterable[Token]:
        """« X est considéré comme l'allié de Y », « passer pour le parrain de Y »: a predicate, not an adjunct.

        Of an active verb only where the lexicon knows who says so (« considérer »).
        """
        for token in text.tokens:
            verb, case = text.head(token), self._case(text, token)
            if verb is None or token.relation != "obl" or verb.lemma not in _DEEMING.get(case, ()):
                continue
            passive = text.child(verb, "aux:pass", "nsubj:pass") is not None or verb.dep in {"acl", "advcl"}
            reflexive = any("Reflex=Yes" in c.morph for c in text.children(verb))
            if passive or reflexive or verb.lemma in SEEMING or self._words.first("speech", verb.lemma) is not None:
                yield replace(token, dep="xcomp")

    def _case(self, text: Text, token: Token) -> str:
        case = text.child(token, "case")
        return case.lemma if case is not None else ""


def _agreeing(noun: Token, participle: Token) -> bool:
    """Same gender and number, as far as both are known."""
    for feature in ("Gender=", "Number="):
        ours, theirs = ({m for m in t.morph if m.startswith(feature)} for t in (noun, participle))
        if ours and theirs and ours != theirs:
            return False
    return True
