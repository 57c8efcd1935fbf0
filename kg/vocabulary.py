"""The ontology folder as typed records: what the other worlds see of it.

Filled by ``kg.ontology`` (the only reader of ``.ttl``) and ``kg.lexicon`` (the only reader of ``.tsv``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityClass:
    """A class of parties or places. ``ancestors`` holds every superclass of the project, itself included."""

    name: str
    iri: str
    label_fr: str
    label_en: str
    definition_fr: str
    definition_en: str
    parent: str | None
    ancestors: frozenset[str]
    public_roles: tuple[str, ...] = ()
    """Professions in which one speaks in public."""
    private_roles: tuple[str, ...] = ()
    """Words by which private persons are shown instead of by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A ``skos:example`` (or counter-example): ``text`` with ``[S …]`` and ``[O …]`` marks taken out.

    ``subject`` and ``object`` are half-open spans in ``text``; None in a counter-example or for a literal.
    """

    text: str
    subject: tuple[int, int] | None = None
    object: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A group of relations that is drawn in one colour."""

    name: str
    iri: str
    label_fr: str
    label_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation between two parties, or a party and a place or a word (``range`` is then None).

    ``apart``: scored apart from the core relations. ``supportive``: belongs to the family scored as support, where
    precision comes before recall.
    """

    name: str
    iri: str
    label_fr: str
    label_en: str
    definition_fr: str
    definition_en: str
    domain: str
    range: str | None
    parent: str | None
    symmetric: bool
    family: str
    apart: bool
    supportive: bool
    examples: tuple[Example, ...]
    counterexamples: tuple[Example, ...]
    by_forces: bool = False
    """A state's adjective on its event noun stands for the state's armed forces (« frappes israéliennes »)."""
    serves: bool = False
    """Its subject serves its object: what the one says of the other is an interested word."""
    speaks_as: bool = False
    """Its subject, when it speaks, is the voice of its object."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Succession:
    """A party that took over from another one, the id ``predecessor``; ``when``: ISO 8601, empty where not given."""

    predecessor: str
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Membership:
    """What the gazetteer knows of a belonging: the id ``organization``, the office held there if any, and when.

    ``role`` is the office in French, empty for a plain member; ``when`` an ISO 8601 date or interval (``2020-08/`` is
    since, ``/2023`` until), empty where not given.
    """

    organization: str
    role: str = ""
    role_en: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A known party, place or source.

    ``id`` is the last part of its IRI. ``names`` are strong: they name it alone. ``weak`` names need support from
    the context (« Paris » for France, « l'armée »). ``demonyms`` are adjective forms, all genders and numbers,
    lower case (« malien malienne maliens maliennes »). ``state`` is the id of the state whose body (army, government,
    place) it is. ``main`` marks the body that « armée malienne » or « gouvernement malien » stands for.
    """

    id: str
    iri: str
    type: str
    label: str
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    state: str | None = None
    capital: str | None = None
    main: bool = False
    point: tuple[float, float] | None = None
    """Latitude and longitude in degrees, WGS84."""
    exact: tuple[str, ...] = ()
    """IRIs of the same thing elsewhere, only where verified."""
    epithets: tuple[str, ...] = ()
    """Common nouns by which the press means this party where no other fits (« les rebelles »); no claim about it."""
    organ_of: str | None = None
    """The id of the party or state that publishes and directs this medium."""
    medium: bool = False
    """A news agency, paper, station or site, whose texts others may reprint."""
    english: tuple[str, ...] = ()
    """Those of its names that are English."""
    within: str | None = None
    """Id of the region that a place lies in directly; the region's own ``within``, else ``state``, leads on."""
    successions: tuple[Succession, ...] = ()
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place where a role may be found: ``name`` and the classes it takes (empty: the relation's own)."""

    name: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """``slot`` ``op`` ``values``, where ``op`` is ``=``, ``!=`` (a lemma or @class of the slot's head), ``has``,
    ``!has``, ``flag`` or ``!flag``.
    """

    slot: str
    op: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalEntry:
    """One line of the lexicon; see ``ontology/lexicon/README.md`` for the columns."""

    line: int
    kind: str
    lemma: str
    gives: str
    also: bool
    subject: tuple[Slot, ...]
    object: tuple[Slot, ...]
    conditions: tuple[Condition, ...]
    sets: Mapping[str, str]
    example: str

    @property
    def name(self) -> str:
        """``line kind lemma``, as shown by ``kg explain``."""
        return f"fr.tsv:{self.line} {self.kind} {self.lemma}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameWords:
    """Words inside names, folded, each with its meaning (see ``ontology/names/words.tsv``).

    A table is the same only as itself: what is made from it can be kept beside it.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    particles: Mapping[str, str] = field(default_factory=dict)
    generics: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)
    stops: Mapping[str, str] = field(default_factory=dict)
    generations: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    surnames: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)


Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision: do two names name the same party? ``unsure`` keeps them apart, like ``different``.

    ``docs`` are the documents (ids) in which the two names stand, for two parties of one name; None for all of them.
    ``source`` is the file and IRI where the judgement is written.
    """

    names: tuple[str, str]
    verdict: Verdict
    reason: str
    docs: tuple[str | None, str | None] = (None, None)
    reviewer: str | None = None
    date: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything that people edit under ``ontology/``."""

    version: str
    classes: Mapping[str, EntityClass]
    families: Mapping[str, Family]
    relations: Mapping[str, Relation]
    gazetteer: Mapping[str, GazetteerEntry]
    lexicon: tuple[LexicalEntry, ...]
    namespace: str = "https://w3id.org/conflict-kg/ontology#"
    queries: Mapping[str, str] = field(default_factory=dict)
    """Question name -> path of the .rq file."""
    judgements: tuple[Judgement, ...] = ()
    name_words: NameWords = NameWords()

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether the class ``name`` is ``ancestor`` or below it; False for an unknown class."""
        found = self.classes.get(name)
        return found is not None and ancestor in found.ancestors
