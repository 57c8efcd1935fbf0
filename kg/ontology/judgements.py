"""Decisions of people: do two names name the same party?

In: facts of ``judgements.ttl`` (the project's own, or a user's beside an output). Out: ``Judgement`` records, sorted;
every fault with its file and IRI. The four answers: same, different, unsure and, where nothing is written, not judged.
"""

from __future__ import annotations

from typing import Literal

from kg.names import fold
from kg.ontology.turtle import CKG, Facts, local_name
from kg.vocabulary import Judgement

VERDICTS: dict[str, Literal["same", "different", "unsure"]] = {
    "Same": "same",
    "Different": "different",
    "Unsure": "unsure",
}


def read_judgements(facts: Facts, faults: list[str]) -> tuple[Judgement, ...]:
    """All judgements; two verdicts on the same two names are a fault."""
    found: dict[tuple[str, str], Judgement] = {}
    for iri in sorted(facts.subjects_of_type(CKG + "Judgement")):
        names = sorted(facts.texts(iri, CKG + "judgedName"))
        verdicts = [local_name(v) for v in facts.iris(iri, CKG + "verdict")]
        reasons = facts.texts(iri, CKG + "reason")
        if len(names) != 2 or len(verdicts) != 1 or verdicts[0] not in VERDICTS or not any(r.strip() for r in reasons):
            what = "needs two ckg:judgedName, one ckg:verdict (ckg:Same, ckg:Different or ckg:Unsure) and a ckg:reason"
            faults.append(f"{facts.where(iri)} {what}")
            continue
        one, other = sorted((fold(names[0]), fold(names[1])))
        if (one, other) in found:
            faults.append(f"{facts.where(iri)} judges « {names[0]} » and « {names[1]} » again, keep one judgement")
        judgement = Judgement(names=(names[0], names[1]), verdict=VERDICTS[verdicts[0]], reason=reasons[0])
        found[one, other] = judgement
    return tuple(found[key] for key in sorted(found))
