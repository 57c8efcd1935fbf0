"""The lexicon as linked data, in OntoLex-Lemon.

In: a vocabulary. Out: Turtle, sorted, the same bytes for the same lexicon, without blank nodes. A lemma of one part of
speech is one entry; each line of the lexicon that gives a relation or a class is a sense with that reference, the
frame that it needs (synsem) and its example. Words that only weaken, deny or attribute evoke a lexical concept.
Reference: https://www.w3.org/2016/05/ontolex/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims.ids import content_id
from kg.graph.iris import DEFAULT_BASE, ONTOLOGY, RDF, RDFS, SKOS, checked_base, term
from kg.graph.trig import trig_lines
from kg.ontology.relations import unmark
from kg.vocabulary import Condition, LexicalEntry, Slot, Vocabulary

ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
LIME = "http://www.w3.org/ns/lemon/lime#"
SYNSEM = "http://www.w3.org/ns/lemon/synsem#"
LEXINFO = "http://www.lexinfo.net/ontology/3.0/lexinfo#"

LANGUAGE = "fr"
PARTS_OF_SPEECH: Mapping[str, str] = {
    **dict.fromkeys(("verb", "light", "speech", "modal"), "verb"),
    **dict.fromkeys(("noun", "saying", "outlet", "head", "transparent", "designation", "content", "ordinal"), "noun"),
    **dict.fromkeys(("preposition", "source"), "preposition"),
    "adjective": "adjective",
}
"""Part of speech of each kind; a kind of mixed words (hedges, negators) has none."""


def lexicon_graph(vocabulary: Vocabulary, base_iri: str = DEFAULT_BASE) -> str:
    """The lexicon of the vocabulary as Turtle."""
    base = f"{checked_base(base_iri)}lexicon/{LANGUAGE}/"
    prefixes = {"ckg": ONTOLOGY, "lexinfo": LEXINFO, "lime": LIME, "ontolex": ONTOLEX, "rdf": RDF, "rdfs": RDFS}
    prefixes |= {"skos": SKOS, "synsem": SYNSEM} | {part: f"{base}{part}/" for part in ("concept", "entry", "sense")}
    return "".join(trig_lines(_Writer(vocabulary, base).quads(), prefixes))


class _Writer:
    def __init__(self, vocabulary: Vocabulary, base: str) -> None:
        self._base = base
        self._entries = vocabulary.lexicon
        self._references = {name: relation.iri for name, relation in vocabulary.relations.items()}
        self._references |= {name: known.iri for name, known in vocabulary.classes.items()}

    def quads(self) -> Iterator[Quad]:
        lexicon = NamedNode(self._base.rstrip("/"))
        yield Quad(lexicon, term(RDF, "type"), term(LIME, "Lexicon"))
        yield Quad(lexicon, term(LIME, "language"), Literal(LANGUAGE))
        for entry in self._entries:
            node = self._entry_node(entry)
            yield Quad(lexicon, term(LIME, "entry"), node)
            yield from self._entry(entry, node)
            yield from self._meaning(entry, node)

    def _node(self, part: str, *names: str) -> NamedNode:
        return NamedNode(self._base + part + "/" + "-".join(quote(name, safe="") for name in names))

    def _entry_node(self, entry: LexicalEntry) -> NamedNode:
        return self._node("entry", PARTS_OF_SPEECH.get(entry.kind, entry.kind), entry.lemma)

    def _entry(self, entry: LexicalEntry, node: NamedNode) -> Iterator[Quad]:
        form = NamedNode(node.value + "-form")
        kind = "MultiwordExpression" if " " in entry.lemma else "Word"
        yield Quad(node, term(RDF, "type"), term(ONTOLEX, kind))
        yield Quad(node, term(ONTOLEX, "canonicalForm"), form)
        yield Quad(form, term(RDF, "type"), term(ONTOLEX, "Form"))
        yield Quad(form, term(ONTOLEX, "writtenRep"), Literal(entry.lemma, language=LANGUAGE))
        part_of_speech = PARTS_OF_SPEECH.get(entry.kind)
        if part_of_speech is not None:
            yield Quad(node, term(LEXINFO, "partOfSpeech"), term(LEXINFO, part_of_speech))

    def _meaning(self, entry: LexicalEntry, node: NamedNode) -> Iterator[Quad]:
        reference = self._references.get(entry.gives)
        if reference is not None:
            yield from self._sense(entry, node, NamedNode(reference))
            return
        names = [entry.kind, entry.gives] if entry.gives else [entry.kind]
        concept = self._node("concept", *names)
        yield Quad(node, term(ONTOLEX, "evokes"), concept)
        yield Quad(concept, term(RDF, "type"), term(ONTOLEX, "LexicalConcept"))
        yield Quad(concept, term(RDFS, "label"), Literal(" ".join(names), language="en"))

    def _sense(self, entry: LexicalEntry, node: NamedNode, reference: NamedNode) -> Iterator[Quad]:
        slots = [_slots(entry.subject), _slots(entry.object)]
        conditions, effects = _conditions(entry.conditions), dict(sorted(entry.sets.items()))
        sense = self._node("sense", content_id(entry.kind, entry.lemma, entry.gives, *slots, conditions, effects))
        yield Quad(node, term(ONTOLEX, "sense"), sense)
        yield Quad(sense, term(RDF, "type"), term(ONTOLEX, "LexicalSense"))
        yield Quad(sense, term(ONTOLEX, "reference"), reference)
        if entry.example:
            yield Quad(sense, term(SKOS, "example"), Literal(unmark(entry.example).text, language=LANGUAGE))
        if conditions:
            yield Quad(sense, term(SKOS, "scopeNote"), Literal(f"if {'; '.join(conditions)}", language="en"))
        if effects:
            text = " ".join(f"{name}={value}" for name, value in effects.items())
            yield Quad(sense, term(SKOS, "note"), Literal(f"sets {text}", language="en"))
        if entry.subject:
            yield from _frame(node, sense, slots)


def _frame(entry: NamedNode, sense: NamedNode, slots: Iterable[str]) -> Iterator[Quad]:
    """The sense's frame: where its subject and object stand, and which argument of the relation each is."""
    frame = NamedNode(sense.value + "-frame")
    yield Quad(entry, term(SYNSEM, "synBehavior"), frame)
    yield Quad(frame, term(RDF, "type"), term(SYNSEM, "SyntacticFrame"))
    yield Quad(sense, term(RDF, "type"), term(SYNSEM, "OntoMap"))
    yield Quad(sense, term(SYNSEM, "ontoMapping"), sense)
    for role, text in zip(("subj", "obj"), slots, strict=True):
        if text:
            argument = NamedNode(f"{sense.value}-{role}")
            yield Quad(frame, term(SYNSEM, "synArg"), argument)
            yield Quad(sense, term(SYNSEM, f"{role}OfProp"), argument)
            yield Quad(argument, term(RDF, "type"), term(SYNSEM, "SyntacticArgument"))
            yield Quad(argument, term(RDFS, "label"), Literal(text))


def _slots(slots: Iterable[Slot]) -> str:
    """The slots as the lexicon writes them: « obj:Place | dans »."""
    return " | ".join(slot.name + (f":{','.join(slot.classes)}" if slot.classes else "") for slot in slots)


def _conditions(conditions: Iterable[Condition]) -> list[str]:
    return [" ".join(filter(None, (c.slot, c.op, ",".join(c.values)))) for c in conditions]
