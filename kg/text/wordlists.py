"""What the text world needs of the lexicon, indexed once: entries by kind and lemma, verb forms, prepositions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.names import fold
from kg.text.conjugation import forms, participles
from kg.text.tokens import Token
from kg.vocabulary import LexicalEntry, Vocabulary

_WORD = re.compile(r"[^_' ]+'?")
_REFLEXIVE = re.compile(r"(?:se |s')(\w+)$")
_VARIANTS = {
    ("au", "côté", "de"): "aux_côtés_de",
    ("au", "coté", "de"): "aux_côtés_de",
    ("à", "côté", "de"): "aux_côtés_de",
    ("de", "la", "part", "de"): "par",
    ("en", "provenance", "de"): "de",
    ("à", "proximité", "de"): "près_de",
    ("non", "loin", "de"): "près_de",
    ("aux", "abords", "de"): "près_de",
    ("aux", "environs", "de"): "près_de",
    ("envers", "de"): "envers",
    ("au", "sein", "de"): "dans",
    ("entre", "les", "mains", "de"): "aux_mains_de",
    ("à", "l'", "encontre", "de"): "à_l'encontre_de",
    ("au", "bénéfice", "de"): "au_profit_de",
    ("en", "soutien", "à"): "en_faveur_de",
}
"""Other spellings of a preposition that the lexicon names."""
_NEUTRAL = (
    "à_l'exception_de à_l'instar_de à_la_suite_de à_l'issue_de en_raison_de en_vertu_de à_cause_de au_cours_de "
    "au_sujet_de à_propos_de au_lendemain_de au_terme_de à_l'occasion_de au_moment_de en_marge_de lors_de à_partir_de "
    "en_dépit_de au_lieu_de à_travers au-delà_de par_rapport_à grâce_à quant_à en_présence_de à_hauteur_de au_titre_de "
    "faute_de à_l'exemple_de de_même_que tout_comme au_même_titre_que en_plus_de en_sus_de "
    "en_cas_de dans_le_cadre_de sous_l'égide_de à_l'approche_de au_prix_de en_échange_de aux_termes_de en_termes_de"
).split()
"""Prepositions that announce nothing, so that their « à », « en » or « de » is not taken for one."""
_VERBAL = ("verb", "speech", "modal", "light")


def by_first_word(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """Phrases by their first word as texts are cut: « d'ailleurs » under « d' », « pour sa part » under « pour »."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        word = phrase.partition(" ")[0]
        for first in {word, word[: word.find("'") + 1] or word}:
            found[first].add(phrase)
    return {first: frozenset(those) for first, those in found.items()}


class Wordlists:
    """Indexes over the lexical entries and the demonyms of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._by_kind: dict[str, dict[str, list[LexicalEntry]]] = defaultdict(lambda: defaultdict(list))
        for entry in vocabulary.lexicon:
            lemma = entry.lemma.replace(" ", "_") if entry.kind == "preposition" else entry.lemma
            self._by_kind[entry.kind][lemma].append(entry)
        self.verb_forms = self._verb_forms()
        self.speech_forms = frozenset(f for lemma in self._incises() for f in forms(lemma.split()[0]))
        self.quoting_forms = frozenset(
            f
            for lemma, entries in self._by_kind["speech"].items()
            if any(c.op == "!has" and c.slot == "obj" for e in entries for c in e.conditions)
            for f in forms(lemma.split()[0])
            if not f.endswith("ant")
        )
        """Forms of verbs that quote where they have no object: « « … », accuse X »."""
        self.sided_forms = frozenset(
            f for lemma in self._by_kind["speech"] if " " not in lemma for f in forms(lemma)
        ).difference(self.speech_forms)
        self.speech_participles = frozenset(f for lemma in self._incises() for f in participles(lemma))
        self.speech_finite = self.speech_forms - self.speech_participles
        reflexive = [m[1] for lemma in self._by_kind["speech"] if (m := _REFLEXIVE.match(lemma)) is not None]
        self.reflexive_forms = frozenset(f for lemma in reflexive for f in forms(lemma) if not f.endswith("ant"))
        """Forms of verbs of saying that are reflexive: « « … », s'agace X »."""
        self.reflexive_participles = frozenset(f for lemma in reflexive for f in participles(lemma))
        self.nouns = frozenset(
            lemma.lower()
            for kind in ("noun", "head", "transparent", "saying", "outlet", "designation", "content", "title")
            for lemma in self._by_kind[kind]
        )
        self.adjectives = frozenset(lemma for kind in ("adjective", "hedge") for lemma in self._by_kind[kind])
        self.nonfinite = frozenset(
            form
            for kind in _VERBAL
            for lemma in self._by_kind[kind]
            for form in (lemma.split()[0], *participles(lemma.split()[0]))
        )
        self.adverbials = by_first_word(self._by_kind["adverb"])
        self.content = self._content()
        self.lying_forms = frozenset(f for lemma in self.content.get("lying", ()) for f in forms(lemma))
        """Forms of verbs that call a speaker a liar: « qui dit que … ment »."""
        negators = self._by_kind["negator"]
        self.negators = frozenset(n for n in negators if " " not in n)
        self.negators_beside_ne = self.negators | {n.removeprefix("ne ") for n in negators if n.startswith("ne ")}
        self.verdict_idioms = self._idioms("verdict")
        self.demonyms = self._demonyms()
        self.prepositions = self._prepositions()
        self.bodies = self._bodies()
        self.spatial = self._spatial()
        self.body_classes = frozenset(
            e.gives for lines in self._by_kind["head"].values() for e in lines if {"of-state", "main"} <= e.sets.keys()
        )
        """Classes of a state's main bodies: army, government."""
        self.army = next((c for c in sorted(self.body_classes) if vocabulary.is_a(c, "ArmedActor")), "")
        """The class of a state's armed body."""
        self.of_state_classes = frozenset(
            e.gives for lines in self._by_kind["head"].values() for e in lines if "of-state" in e.sets
        )
        self.places = self._places()
        self.given = self._given()
        """Word classes of what supporters rather than others give (« des armes », « de l'argent »)."""
        self.idioms: dict[str, list[str]] = defaultdict(list)
        """By verb, the nouns of its idioms: « porter » -> « secours », « assistance »."""
        for first, _, rest in (lemma.partition(" ") for lemma in self.lemmas("verb")):
            if rest and first not in {"se", "s'"}:
                self.idioms[first].append(rest)

    def entries(self, kind: str, lemma: str) -> list[LexicalEntry]:
        """The lines of one kind and lemma, in file order."""
        return self._by_kind[kind].get(lemma, [])

    def lemmas(self, kind: str) -> list[str]:
        """All lemmas of one kind."""
        return list(self._by_kind[kind])

    def first(self, kind: str, lemma: str) -> LexicalEntry | None:
        """The first line of one kind and lemma, or None."""
        return next(iter(self.entries(kind, lemma)), None)

    def verb_lemma(self, token: Token) -> str:
        """The verb of a token: its lemma, or that of the form table for a participle read as an adjective."""
        if token.pos == "ADJ":
            return sorted(self.verb_forms.get(token.lower, {token.lemma}))[0]
        return token.lemma

    def takes_places(self, verb: str) -> bool:
        """Whether the verb may be done to a place, or says of no class what it is done to."""
        taken = {c for e in self.entries("verb", verb) for s in e.object if s.name == "obj" for c in s.classes}
        return not taken or "Place" in taken

    def blaming(self, lemma: str) -> LexicalEntry | None:
        """The line of a verb that blames a party for an event: « imputer une attaque à X »."""
        light = self.first("light", lemma)
        return light if light is not None and "blamed" in light.sets else None

    def head(self, lemma: str) -> LexicalEntry | None:
        """The line of a head noun; « colonel-major » counts as « colonel »."""
        lemma = "é" + lemma[1:] if lemma[:4] in {"etat", "etat-"} else lemma
        first, _, rest = lemma.partition("-")
        if rest and (plain := "-".join(part.removesuffix("s") for part in lemma.split("-"))) in self._by_kind["head"]:
            return self.first("head", plain)  # « gardes-frontières »
        return self.first("head", lemma) or (self.first("head", rest if first == "ex" else first) if rest else None)

    def titled(self, form: str) -> LexicalEntry | None:
        """The line of a noun that denotes a party only with a capital: « l'État », « le Congrès »."""
        if not form[:1].isupper():
            return None
        return self.first("head", form) or (self.first("head", "É" + form[1:]) if form[:1] == "E" else None)

    def leads(self, verb: str) -> bool:
        """Whether the verb says what persons do to their group: « diriger », « commander »."""
        relations = self.vocabulary.relations
        given = (relations[e.gives] for e in self.entries("verb", verb) if e.gives in relations)
        return any(relation.domain == "Person" for relation in given)

    def _given(self) -> frozenset[str]:
        relations = self.vocabulary.relations
        uses: Counter[str] = Counter()
        for entry in self.vocabulary.lexicon:
            if entry.kind == "verb" and entry.gives in relations:
                classes = {v for c in entry.conditions if c.slot == "obj" for v in c.values if v.startswith("@")}
                uses.update(dict.fromkeys(classes, 1 if relations[entry.gives].supportive else -1))
        return frozenset(c for c, count in uses.items() if count > 0)

    def _spatial(self) -> frozenset[str]:
        """Prepositions that say where a place lies."""
        relations = self.vocabulary.relations
        return frozenset(
            lemma.replace(" ", "_")
            for lemma, entries in self._by_kind["preposition"].items()
            if any(e.gives in relations and relations[e.gives].domain == "Place" for e in entries)
        )

    def _idioms(self, kind: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The entries of several words by their first word."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for lemma in self._by_kind[kind]:
            if " " in lemma:
                found[lemma.split()[0]].append(tuple(lemma.split()))
        return {first: tuple(idioms) for first, idioms in found.items()}

    def _incises(self) -> list[str]:
        """Verbs of saying that stand in inverted clauses (« …, indique X »): not those that accuse or take a side."""
        relations = self.vocabulary.relations
        found = []
        for lemma, entries in self._by_kind["speech"].items():
            sided = any(relations[e.gives].supportive for e in self.entries("verb", lemma) if e.gives in relations)
            if not sided and all(e.sets.get("control") != "obj" and "quoting" not in e.sets for e in entries):
                found.append(lemma)
        return found

    def _verb_forms(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for kind in _VERBAL:
            for lemma in self._by_kind[kind]:
                verb = lemma.split()[0]
                for form in forms(verb):
                    found[form].add(verb)
        return {form: frozenset(lemmas) for form, lemmas in found.items()}

    def _content(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for lemma, entries in self._by_kind["content"].items():
            for entry in entries:
                found[entry.gives].add(lemma)
        return {name: frozenset(lemmas) for name, lemmas in found.items()}

    def _demonyms(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for entry in self.vocabulary.gazetteer.values():
            for form in entry.demonyms:
                found.setdefault(form.lower(), entry.id)
        return found

    def _bodies(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Main bodies of states: (class, state id) -> ids, one as a rule."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for entry in self.vocabulary.gazetteer.values():
            if entry.main and entry.state is not None:
                found[entry.type, entry.state] = (*found.get((entry.type, entry.state), ()), entry.id)
        return found

    def _places(self) -> Mapping[str, str]:
        """Folded strong names of places -> id, only where one entry bears the name."""
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self.vocabulary.gazetteer.values():
            if self.vocabulary.is_a(entry.type, "Place"):
                for name in (entry.label, *entry.names):
                    found[fold(name)].add(entry.id)
        return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}

    def _prepositions(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Words of each preposition of several words and the name of its slot, the longest first."""
        names = {slot.name for e in self.vocabulary.lexicon for slot in (*e.subject, *e.object) if "_" in slot.name}
        names |= {lemma.replace(" ", "_") for kind in ("preposition", "source") for lemma in self._by_kind[kind]}
        parts = {tuple(_WORD.findall(name)): name for name in names}
        parts |= {variant: name for variant, name in _VARIANTS.items() if "_" not in name or name in names}
        parts |= {tuple(_WORD.findall(name)): name for name in _NEUTRAL}
        return tuple(sorted(((p, n) for p, n in parts.items() if len(p) > 1), key=lambda p: (-len(p[0]), p)))
