"""Repairs of the parser's commonest mistakes, led by the lexicon.

In: the tokens of a document as parsed. Out: the same tokens, some with another head, dependency or part of speech.
Nothing is invented: a repair only moves a complement to a neighbouring word that the lexicon says can take it.

| repair | example |
| --- | --- |
| a complement on a noun that takes none goes up to the event noun above | exactions contre les civils par l'armée |
| a complement after an adjective or participle that takes it goes to that word | des groupes affiliés à X |
| a noun read as the adjective of its own adjective is the head | les séparatistes arabes et touareg |
| a complement of place after a place and a comma belongs to that place | à Aguelhok, près de la frontière |
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.text.appositions import AppositionRepairer
from kg.text.clauses import ClauseRepairer
from kg.text.examples import ExampleRepairer
from kg.text.lists import ListRepairer
from kg.text.openings import OpeningRepairer
from kg.text.pairs import PairRepairer
from kg.text.participles import ParticipleRepairer
from kg.text.reattach import Reattacher
from kg.text.retag import Retagger
from kg.text.titles import TitleRepairer
from kg.text.tokens import Text, Token
from kg.text.upturned import Uprighter
from kg.text.wordlists import Wordlists

_FLOATING = frozenset({"par", "contre", "entre", "à_l'encontre_de", "envers", "face_à"})
_WHERE = frozenset({"à", "dans", "en", "sur"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def _grown(tokens: tuple[Token, ...], changes: dict[int, Token]) -> tuple[Token, ...]:
    """``tokens`` with the changes; those that would close a circle in a tree are left out."""
    changed = [changes.get(t.i, t) for t in tokens]
    for i in sorted(changes):
        seen = {i}
        above = changed[i].head
        while above not in seen and changed[above].head != above:
            seen.add(above)
            above = changed[above].head
        if above in seen and changed[above].head != above:
            changed[i] = tokens[i]
    if any(_circles(changed, i) for i in changes):
        return tokens
    return tuple(changed)


def _circles(tokens: list[Token], i: int) -> bool:
    seen: set[int] = set()
    while tokens[i].head != i:
        if i in seen:
            return True
        seen.add(i)
        i = tokens[i].head
    return False


class Repairer:
    """Repairs texts with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words
        self._retagger = Retagger(words)
        self._appositions = AppositionRepairer(words)
        self._reattacher = Reattacher(words)
        self._titles = TitleRepairer(words)
        self._uprighter = Uprighter(words)
        self._slots = self._slots_of()
        self._things = self._objects_of()
        self._clauses = ClauseRepairer(words, self._slots, self._things)
        self._lists = ListRepairer(words)
        self._openings = OpeningRepairer(words)
        self._pairs = PairRepairer(words)
        self._examples = ExampleRepairer(words)
        self._participles = ParticipleRepairer(words, self._slots)
        self._spatial = self._spatial_prepositions()

    def repair(self, text: Text) -> Text:
        """``text`` with the repairs made, one kind after the other."""
        fix, move, beside = self._retagger, self._reattacher, self._appositions
        upright = self._uprighter
        steps = (
            fix.nouns,
            fix.goods,
            fix.verbs,
            fix.datives,
            fix.articles,
            fix.auxiliaries,
            fix.passives,
            fix.shared,
            fix.unmarked,
            fix.opening,
            fix.participles,
            self._participles.opened,
            self._participles.agents,
            self._participles.ties,
            fix.stranded,
            beside.titled,
            fix.subjects,
            fix.sayers,
            self._openings.opened,
            upright.adverbial,
            upright.submerged,
            upright.clitics,
            upright.verbs,
            upright.apposed,
            upright.asides,
            upright.nothing,
            upright.contents,
            upright.fixed,
            self._lists.objects,
            move.infinitives,
            move.relatives,
            move.antecedents,
            move.inverted,
            fix.second_subjects,
            fix.pronouns,
            beside.one_of,
            beside.apposed,
            beside.explained,
            move.blamed,
            move.charges,
            move.objects,
            move.sisters,
            move.clefts,
            move.placed,
            move.contrasts,
            move.neither,
            move.neither_to,
            move.some_of,
            move.that_of,
            self._swap,
            self._explained,
            self._partitive,
            self._to_adjective,
            self._participles.between,
            self._participles.agreeing,
            self._participles.trailing,
            self._float,
            self._aside,
            self._to_place,
            upright.named,
            self._lists.listed,
            self._pairs.between,
            self._pairs.opposed,
            self._pairs.joined,
            self._pairs.agreed,
            self._pairs.resumed,
            self._pairs.attributed,
            self._examples.examples,
            self._lists.compared,
            self._lists.besides,
            self._clauses.prepositions,
            self._clauses.behind_places,
            self._clauses.across,
            self._clauses.unattached,
            self._clauses.explained,
            self._clauses.claimed,
            self._clauses.set_off,
            self._lists.elided,
            self._clauses.agents,
            self._clauses.gapped,
            self._clauses.loosened,
            self._clauses.holders,
            self._clauses.idioms,
            self._clauses.bare,
            self._clauses.hung,
            self._lists.chained,
            self._lists.places,
            self._clauses.deemed,
            self._titles.borne,
            self._titles.beyond,
            self._titles.counterparts,
        )
        for step in steps:
            changes = {t.i: t for t in step(text)}
            if changes:
                text = Text(_grown(text.tokens, changes), text.sentences, text.aliases)
        return text

    def _slots_of(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for kind in ("adjective", "verb", "noun"):
            for lemma in self._words.lemmas(kind):
                for entry in self._words.entries(kind, lemma):
                    found.setdefault(lemma, set()).update(s.name for s in (*entry.subject, *entry.object))
                    found[lemma].update(c.slot for c in entry.conditions if c.op in {"=", "has"})
        return {lemma: frozenset(slots) for lemma, slots in found.items()}

    def _objects_of(self) -> dict[str, frozenset[str]]:
        """The nouns to which the lexicon holds the object of each verb."""
        found: dict[str, set[str]] = {}
        for lemma in self._words.lemmas("verb"):
            for entry in self._words.entries("verb", lemma):
                values = [v for c in entry.conditions if c.slot == "obj" and c.op == "=" for v in c.values]
                for value in values:
                    nouns = self._words.content.get(value[1:], ()) if value.startswith("@") else (value,)
                    found.setdefault(lemma, set()).update(nouns)
        return {lemma: frozenset(nouns) for lemma, nouns in found.items()}

    def _spatial_prepositions(self) -> frozenset[str]:
        relations = self._words.vocabulary.relations
        return frozenset(
            lemma
            for lemma in self._words.lemmas("preposition")
            for e in self._words.entries("preposition", lemma)
            if e.gives in relations and relations[e.gives].domain == "Place"
        )

    def _explained(self, text: Text) -> Iterable[Token]:
        """« entre X et Y, une alliance de groupes »: a noun with « un » and no « et » explains the name before the
        comma.
        """
        for token in text.tokens:
            det = text.child(token, "det")
            if token.relation != "conj" or token.pos != "NOUN" or det is None or det.lower not in {"un", "une"}:
                continue
            before = text.tokens[det.i - 1] if det.i else token
            name = text.tokens[det.i - 2] if det.i > 1 else token
            if before.text == "," and name.name and name.sent == token.sent and text.child(token, "cc") is None:
                yield replace(token, head=name.i, dep="appos")

    def _partitive(self, text: Text) -> Iterable[Token]:
        """« affronter pour la première fois des soldats »: « des » after an adjunct begins the object."""
        for token in text.tokens:
            case, head = text.child(token, "case"), text.head(token)
            if (
                case is not None
                and head is not None
                and (self._indefinite(text, token, case, head) or self._some(text, token, case, head))
            ):
                yield replace(token, dep="obj")
                yield replace(case, pos="DET", dep="det", lemma="un")
                continue
            if (
                case is None
                or case.lower != "des"
                or head is None
                or token.relation != "nmod"
                or head.relation != "obl"
            ):
                continue
            verb = text.head(head)
            if (
                verb is None
                or verb.pos != "VERB"
                or text.child(verb, "obj") is not None
                or head.lemma in self._words.nouns
            ):
                continue
            if "obj" in self._slots.get(verb.lemma, ()):
                yield replace(token, head=verb.i, dep="obj")
                yield replace(case, pos="DET", dep="det", lemma="un")

    def _indefinite(self, text: Text, token: Token, case: Token, verb: Token) -> bool:
        """« instruire de jeunes recrues »: « de » before an adjective in the plural is an article."""
        if case.lower not in {"de", "d'", "d’"} or verb.pos != "VERB" or token.relation not in {"obl", "nmod"}:
            return False
        after = text.tokens[case.i + 1]
        takes = "obj" in self._slots.get(verb.lemma, ()) and "de" not in self._slots.get(verb.lemma, ())
        return after.pos == "ADJ" and "Number=Plur" in token.morph and takes and text.child(verb, "obj") is None

    def _some(self, text: Text, token: Token, case: Token, verb: Token) -> bool:
        """« fournir du carburant », « recevoir de l'argent de X »: what the lexicon knows as an object of the verb.

        Its preposition is half of a partitive article.
        """
        article = text.tokens[case.i + 1].lower if case.i < token.i else ""
        partial = case.lower == "du" or (case.lower == "de" and article in {"la", "l'", "l’"})
        if not partial or verb.pos != "VERB" or token.relation != "obl" or token.i < verb.i:
            return False
        return token.lemma in self._things.get(verb.lemma, ()) and text.child(verb, "obj") is None

    def _swap(self, text: Text) -> Iterable[Token]:
        for token in text.tokens:
            head = text.head(token)
            if token.pos != "ADJ" or token.relation != "amod" or head is None or head.i <= token.i or head.name:
                continue
            if self._words.head(token.lemma) is None or head.lemma in self._words.nouns or head.pos not in _NOMINAL:
                continue
            yield replace(token, pos="NOUN", dep=head.dep, head=head.head if head.head != head.i else token.i)
            yield replace(head, pos="ADJ", dep="amod", head=token.i)
            for child in text.children(head):
                if child.i != token.i:
                    yield replace(child, head=token.i)

    def _to_adjective(self, text: Text) -> Iterable[Token]:
        for token in text.tokens:
            case, head = text.child(token, "case"), text.head(token)
            if case is None or head is None or head.pos not in _NOMINAL or token.relation not in {"nmod", "obl"}:
                continue
            before = text.tokens[case.i - 1] if case.i else None
            if before is None or before.head != head.i or before.relation not in {"amod", "acl"}:
                continue
            taken = self._slots.get(before.lemma, frozenset())
            if (case.lemma in taken and case.lemma != "de") or ("loc" in taken and case.lemma in _WHERE):
                yield replace(token, head=before.i, dep="obl:arg")

    def _float(self, text: Text) -> Iterable[Token]:
        for token in text.tokens:
            case, head = text.child(token, "case"), text.head(token)
            if case is None or head is None:
                continue
            if (
                head.pos == "ADJ"
                and head.relation == "amod"
                and not self._takes(head, case.lemma)
                and not (case.lemma in _WHERE and self._takes(head, "loc"))
                and head.head < head.i
            ):
                yield replace(token, head=head.head, dep="nmod")  # « branche sahélienne d'Al-Qaïda »
                continue
            if case.lemma not in _FLOATING or head.pos not in _NOMINAL:
                continue
            if self._takes(head, case.lemma):
                continue
            for above in text.ancestors(head):
                if self._takes(above, case.lemma) or (
                    case.lemma == "par" and above.pos == "VERB" and "Tense=Past" in above.morph
                ):
                    yield replace(token, head=above.i, dep="obl:agent" if case.lemma == "par" else "obl:arg")
                    break
                if above.pos in {"VERB", "AUX"} and not (above.dep == "acl" and "Tense=Past" in above.morph):
                    break  # « des pourparlers prévus à P entre X et Y » go on to the noun

    def _aside(self, text: Text) -> Iterable[Token]:
        """« reprennent après une frappe contre Y »: the complement right behind an event noun is the noun's."""
        for token in text.tokens:
            case, verb = text.child(token, "case"), text.head(token)
            if (
                case is None
                or verb is None
                or case.i == 0
                or verb.pos not in {"VERB", "AUX"}
                or token.relation != "obl"
            ):
                continue
            if case.lemma not in _FLOATING | {"avec", "sur"} or self._takes(verb, case.lemma):
                continue
            before: Token | None = text.tokens[case.i - 1]
            while before is not None and before.i > verb.i and before.pos != "VERB":
                if before.pos == "NOUN" and self._takes(before, case.lemma) and text.child(before, "acl:relcl") is None:
                    yield replace(token, head=before.i, dep="nmod")
                    break
                before = text.head(before)

    def _takes(self, token: Token, preposition: str) -> bool:
        return preposition in self._slots.get(token.lemma, ())

    def _to_place(self, text: Text) -> Iterable[Token]:
        for token in text.tokens:
            case = text.child(token, "case")
            if case is None or case.lemma not in self._spatial or case.i < 2 or text.tokens[case.i - 1].text != ",":
                continue
            before = text.tokens[case.i - 2]
            if case.lemma in _WHERE and not self._located(token):
                continue  # « a pris P, dans une offensive »
            if before.name and before.sent == token.sent and self._place(before):
                yield replace(token, head=before.i, dep="nmod")

    def _located(self, token: Token) -> bool:
        """A known place, or a noun for one."""
        entry, gazetteer = self._words.head(token.lemma), self._words.vocabulary.gazetteer
        known = any(gazetteer[k].type in {"Place", "State"} for k in token.known)
        return known or (entry is not None and self._words.vocabulary.is_a(entry.gives, "Place"))

    def _place(self, token: Token) -> bool:
        gazetteer = self._words.vocabulary.gazetteer
        return any(gazetteer[k].type == "Place" for k in token.known) or not token.known
