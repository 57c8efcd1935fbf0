"""Scores claims against gold by section 5 of the annotation guidelines.

Strict: same relation and same two parties (any name shared after folding; symmetric relations either way round).
Relaxed: a wrong claim with the parent or a sub-relation of a missed one counts half. Optional gold claims are never
missed and never wrong, and a repeat of a found claim is not wrong. Which relations are symmetric, supportive or scored
apart is the ontology's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.claims.gold import Judged, folded, in_words, load_gold, party_names, singular
from kg.records import Claim
from kg.vocabulary import Relation

ROUNDS = (
    (False, True, True),
    (False, True, False),
    (True, True, True),
    (False, False, False),
    (True, False, False),
)
"""Rounds of matching, best first: optional gold?, must the polarity agree, must the attribution agree?"""

Keep = Callable[[Judged], bool]
Pairs = dict[Judged, Judged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The required gold claims of one group of relations, found and missed, and the wrong claims in it.

    ``half`` is what kin of missed claims add to the hits.
    """

    found: tuple[Judged, ...]
    wrong: tuple[Judged, ...]
    missed: tuple[Judged, ...]
    half: float = 0.0

    @property
    def precision(self) -> float:
        """Share of what was said that is right; 1 where nothing was asked and nothing said."""
        return self._share(self.wrong)

    @property
    def recall(self) -> float:
        """Share of what was asked that was found; 1 where nothing was asked and nothing said."""
        return self._share(self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def _share(self, others: Sequence[Judged]) -> float:
        base = len(self.found) + len(others)
        if base:
            return (len(self.found) + self.half) / base
        return float(not (self.found or self.wrong or self.missed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The outcome: gold claims by document, pairs of claims that match (both ways), and wrong claims."""

    relations: Mapping[str, Relation]
    documents: int
    predictions: int
    elsewhere: int
    required: tuple[Judged, ...]
    known: tuple[Judged, ...]
    """All of gold, the optional claims too."""
    wrong: tuple[Judged, ...]
    pairs: Mapping[Judged, Judged] = field(default_factory=dict)

    def part(self, keep: Keep) -> Part:
        """The figures of the claims that ``keep`` holds for."""
        required = [claim for claim in self.required if keep(claim)]
        return Part(
            found=tuple(claim for claim in required if claim in self.pairs),
            wrong=tuple(claim for claim in self.wrong if keep(claim)),
            missed=tuple(claim for claim in required if claim not in self.pairs),
        )

    def is_core(self, claim: Judged) -> bool:
        """Whether the claim's relation belongs to the core."""
        return not self.is_apart(claim)

    def is_apart(self, claim: Judged) -> bool:
        """Whether the claim's relation is scored apart from the core."""
        relation = self.relations.get(claim.relation)
        return relation is not None and relation.apart

    def is_supportive(self, claim: Judged) -> bool:
        """Whether the claim's relation belongs to the support family."""
        relation = self.relations.get(claim.relation)
        return relation is not None and relation.supportive


def evaluate(
    claims: Iterable[Claim], gold_folder: Path, relations: Mapping[str, Relation], *, language: str | None = None
) -> Evaluation:
    """Match ``claims`` with the gold files in ``gold_folder``; raises ``GoldError`` for unusable ones.

    A claim belongs to the gold file with the longest stem that its document's name begins with (no digit after it).
    """
    gold = load_gold(gold_folder, relations, language)
    predictions: dict[str | None, list[Judged]] = {stem: [] for stem in (*gold, None)}
    for claim in claims:
        stem = gold_stem(claim.doc, gold)
        predictions[stem].append(_judged(claim, stem or claim.doc, relations))
    pairs: Pairs = {}
    wrong = [p for stem in gold for p in _match(predictions[stem], gold[stem], pairs, relations)]
    return Evaluation(
        relations=relations,
        documents=len(gold),
        predictions=sum(map(len, predictions.values())),
        elsewhere=len(predictions[None]),
        required=tuple(claim for found in gold.values() for claim in found if not claim.optional),
        known=tuple(claim for found in gold.values() for claim in found),
        wrong=tuple(wrong),
        pairs=pairs,
    )


def verdicts(claims: Sequence[Claim], gold_folder: Path, relations: Mapping[str, Relation]) -> list[bool | None]:
    """For each claim whether gold has it (required or optional); None for a document that gold does not know."""
    gold = load_gold(gold_folder, relations, None)
    stems = [gold_stem(claim.doc, gold) for claim in claims]
    judged = [_judged(claim, stem or claim.doc, relations) for claim, stem in zip(claims, stems, strict=True)]
    wrong: set[Judged] = set()
    for stem, known in gold.items():
        wrong.update(_match([p for p, s in zip(judged, stems, strict=True) if s == stem], known, {}, relations))
    return [None if s is None else p not in wrong for p, s in zip(judged, stems, strict=True)]


def gold_stem(doc: str, stems: Iterable[str]) -> str | None:
    """The longest stem of a gold file that a document's name begins with; None where it is no document of gold's."""
    name = Path(doc).name
    return max((s for s in stems if re.match(re.escape(s) + r"(?!\d)", name)), key=len, default=None)


def _judged(claim: Claim, doc: str, relations: Mapping[str, Relation]) -> Judged:
    relation = relations.get(claim.relation)
    subject, target = party_names(claim.subject), party_names(claim.object)
    speaker = party_names(claim.attribution)
    objects = folded(target)
    return Judged(
        doc=doc,
        relation=claim.relation,
        subject=folded(subject),
        object=singular(objects) if relation and relation.range is None else objects,
        speakers=folded(speaker),
        polarity=claim.polarity,
        certainty=claim.certainty,
        text=in_words(subject, claim.relation, target, speaker),
        evidence=" … ".join(piece.text for piece in claim.evidence),
        frame=claim.why.frame,
    )


def same_parties(one: Judged, other: Judged, relations: Mapping[str, Relation]) -> bool:
    """Whether subjects and objects share a name; for a symmetric relation of ``other`` also the other way round."""
    if one.subject & other.subject and one.object & other.object:
        return True
    relation = relations.get(other.relation)
    symmetric = relation is not None and relation.symmetric
    return symmetric and bool(one.subject & other.object and one.object & other.subject)


def _match(
    predictions: list[Judged], gold: list[Judged], pairs: Pairs, relations: Mapping[str, Relation]
) -> list[Judged]:
    """Pair predictions with gold claims one to one, into ``pairs``; return the predictions that are wrong."""
    same = {p: [g for g in gold if p.relation == g.relation and same_parties(p, g, relations)] for p in predictions}
    for optional, polarity, attribution in ROUNDS:
        for p in predictions:
            for g in same[p]:
                free = p not in pairs and g not in pairs and g.optional == optional
                agreed = (not polarity or p.polarity == g.polarity) and (not attribution or p.speakers & g.speakers)
                if free and agreed:
                    pairs[p], pairs[g] = g, p
    return [p for p in predictions if p not in pairs and not any(_repeats(p, g, pairs) for g in same[p])]


def _repeats(p: Judged, g: Judged, pairs: Pairs) -> bool:
    """Whether ``p`` says again a found claim (or what was found for it), or an optional one whoever says it."""
    if g.optional and p.polarity == g.polarity:
        return True
    return g in pairs and any(p.polarity == c.polarity and p.speakers & c.speakers for c in (g, pairs[g]))


def relaxed(part: Part, relations: Mapping[str, Relation]) -> Part:
    """``part`` with half a hit for each wrong claim that is parent or sub-relation of a missed one, one to one."""
    left = list(part.missed)
    for p in part.wrong:
        kin = [g for g in left if p.doc == g.doc and same_parties(p, g, relations) and _kin(p, g, relations)]
        if kin:
            left.remove(kin[0])
    return Part(found=part.found, wrong=part.wrong, missed=part.missed, half=(len(part.missed) - len(left)) / 2)


def _kin(p: Judged, g: Judged, relations: Mapping[str, Relation]) -> bool:
    def parent(name: str) -> str | None:
        return relations[name].parent if name in relations else None

    return parent(p.relation) == g.relation or parent(g.relation) == p.relation
