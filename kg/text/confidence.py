"""How sure a claim is: the probability that a careful reader would write it down, calibrated on gold articles.

In: a claim. Out: a number between 0 and 1 for its ``confidence``. A logistic model over what the claim itself shows:
whether its parties stand there by name, by a description or as an anaphor, the frame, the kind of entry, the rule of
attribution, polarity, how far apart its parties are. No relation has a weight of its own. The weights are a readable
table in ``confidence.json``; ``python -m kg.text.calibrate`` makes it and prints how reliable it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from kg.names import fold
from kg.records import Claim, Entity, Span

Features = tuple[str, ...]
_FAR = (60, 140)
"""Characters between the parties: close up to the first, far from the second on."""


@cache
def load_weights() -> Mapping[str, float]:
    """Feature -> weight, as calibrated."""
    weights: dict[str, float] = json.loads(files("kg.text").joinpath("confidence.json").read_text(encoding="utf-8"))
    return weights


def probability(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """The probability that a claim with these features is right; features without a weight do not count."""
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) for name in features)))


def features(claim: Claim, text: str) -> Features:
    """What a claim shows; ``text`` is that of its document. For several pieces of evidence the first counts."""
    first = claim.evidence[0]
    subject = _how(claim.subject, first.subject, text)
    object_ = _how(claim.object, first.object, text) if isinstance(claim.object, Entity) and first.object else "word"
    kind = claim.why.entry.split()[1] if " " in claim.why.entry else claim.why.entry
    found = ["always", f"subject {subject}", f"object {object_}", f"frame {claim.why.frame}", f"entry {kind}"]
    found += [f"attribution {claim.why.attribution.partition(':')[0]}", f"polarity {claim.polarity}"]
    found += [f"certainty {claim.certainty}", f"parties {subject} {object_}"]
    if isinstance(claim.object, Entity):
        found.append(f"object {claim.object.type if claim.object.scope == 'document' else 'known'}")
    if first.object is not None:
        between = max(first.subject[0], first.object[0]) - min(first.subject[1], first.object[1])
        found.append("close" if between <= _FAR[0] else "apart" if between < _FAR[1] else "far")
    if len(claim.evidence) > 1:
        found.append("said twice")
    return tuple(found)


def _how(party: Entity, span: Span, text: str) -> str:
    """By name, by a description that only this document knows, or by an anaphor."""
    if party.scope == "document":
        return "described"
    words = fold(text[slice(*span)])
    return "named" if any(words == fold(name) for name in party.names) else "anaphor"
