"""Verbs that judge, blame or demand: what others do, their subject does not.

« X condamne l'intervention aux côtés de Y », « X reproche à Z son soutien à Y »: never X supports Y. In: a verb of a
``Text``. Out: whether its subject judges, and the party that answers for what is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.text.answering import answerable
from kg.text.parties import Parties, Party
from kg.text.roles import VerbRoles
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_REASONS = frozenset(
    """pour contre en_raison_de à_cause_de du_fait_de à_la_suite_de suite_à à_propos_de au_sujet_de en_réponse_à
    en_représailles_à sur quant_à au_motif_de""".split()
)
_ANSWERS = frozenset({"réponse", "représailles", "rétorsion", "réaction"})
_AGAINST = frozenset({"contre", "à_l'encontre_de"})
_OWNED = frozenset({"son", "sa", "ses", "leur", "leurs"})


class Stances:
    """Reads such verbs in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists, roles: VerbRoles) -> None:
        self._text, self._parties, self._words, self._roles = text, parties, words, roles
        relations = words.vocabulary.relations.values()
        families = {r.family for r in relations if r.by_forces and not r.supportive and r.range == "Actor"}
        self._hostile = frozenset(
            r.name for r in relations if r.family in families and r.range == "Actor" and not r.by_forces
        )

    def judges(self, verb: Token) -> bool:
        """Whether the verb says what its subject thinks of the deeds of others, or wants of them."""
        entries = (e for name in self._names(verb) for e in self._words.entries("verb", name))
        if any(e.gives in self._hostile and not self._bound(e) for e in entries):
            return True
        lemma = self._words.verb_lemma(verb)
        if self.declines(verb):
            return True
        light = self._words.first("light", lemma)
        lends = light is not None and "reversed" not in light.sets
        entry = self._words.first("speech", f"s'{lemma}" if self._roles.reflexive(verb) else lemma)
        entry = entry or self._words.first("speech", lemma)
        return entry is not None and not lends and not any(c.op == "!has" for c in entry.conditions)

    def declines(self, verb: Token) -> bool:
        """« X refuse toute intervention aux côtés de Y », « s'oppose à une guerre »."""
        lemma = self._words.verb_lemma(verb)
        names = (lemma, f"s'{lemma}", f"se {lemma}") if self._roles.reflexive(verb) else (lemma,)
        entries = (self._words.first("modal", name) for name in names)
        return any(e is not None and e.sets.get("polarity") == "negative" for e in entries)

    def _bound(self, entry: LexicalEntry) -> bool:
        """« saisir la Cour », « attaquer en justice »: only with words that the name of the verb does not tell."""
        return any(c.op in {"=", "has"} for c in entry.conditions)

    def _names(self, verb: Token) -> Iterator[str]:
        """« mettre », « mettre en garde »: the verb alone and with the nouns of its complements."""
        lemma = self._words.verb_lemma(verb)
        yield lemma
        for child in self._text.children(verb, "obj", "obl", "xcomp"):
            case = self._roles.case(child)
            yield f"{lemma} {case.replace('_', ' ')} {child.lemma}" if case else f"{lemma} {child.lemma}"

    def owners(self, noun: Token) -> tuple[Party, ...] | None:
        """Behind « son », « leur » on a noun: who answers for it; None where nothing but the words before tells."""
        owned = any(c.lower in _OWNED for c in self._text.children(noun, "det"))
        head = self._words.head(noun.lemma)
        if not owned or (head is not None and self._words.vocabulary.is_a(head.gives, "Person")):
            return None  # « son chef »: no deed
        if (siblings := self._siblings(noun)) is not None:
            return siblings
        top = noun
        while (verb := self._text.head(top)) is not None and verb.pos == "NOUN" and not self._parties.at(verb):
            top = verb  # « exige de X la fin de son soutien »
        if verb is None or verb.pos != "VERB":
            return None
        below = {t.i for t in self._text.subtree(noun)}
        found = answerable(self._text, self._parties, self._roles, verb)
        others = tuple(self._parties.acting(p) for t in found if t.i not in below for p in self._parties.at(t))
        beside = top.relation in {"obl", "advcl", "nmod"}
        reason = top.lemma in _ANSWERS or (beside and self._roles.case(top) in _REASONS)
        if self.judges(verb) and (reason or (self._asked(verb) and not self._roles.case(top))):
            blamed = others or self._roles.objects(verb)  # « sanctionner Z pour ses ventes à Y », whoever Z is
            return others if blamed else None
        if reason and others and any(self._roles.case(t) in _AGAINST for t in found):
            return others  # « saisir la Cour contre X pour son soutien »
        if noun.relation == "obl" and (objects := self._objects(verb, below)):
            return objects  # « aider X dans sa lutte », « remercier X pour son aide »
        if not reason or not others or self._roles.voice(verb)[0]:
            return None
        ends = self._words.first("modal", self._words.verb_lemma(verb))
        return others if ends is not None and "ended" in ends.sets else ()

    def _siblings(self, noun: Token) -> tuple[Party, ...] | None:
        """« entre X, leurs alliés de Y et Z », « X et ses hommes »: of the member of the list right before."""
        first = self._text.head(noun)
        if first is None or self._words.head(noun.lemma) is None:
            return None
        if noun.relation == "appos":  # the parser's, where both are parties: « X, leurs alliés de Y »
            own, other = ({p.key for p in self._parties.at(t)} for t in (noun, first))
            return self._parties.at(first) if own and other and not own & other else None
        if noun.relation != "conj":
            return None
        before = [t for t in self._text.conjuncts(first) if t.i < noun.i]
        return self._parties.at(before[-1]) or None if before else None

    def _objects(self, verb: Token, below: set[int]) -> tuple[Party, ...]:
        return tuple(p for t in self._roles.objects(verb) if t.i not in below for p in self._parties.at(t))

    def _asked(self, verb: Token) -> bool:
        """« reprocher à X son soutien », « exiger de X la fin de son soutien »: of whom, not what is said."""
        return self._words.first("speech", self._words.verb_lemma(verb)) is not None
