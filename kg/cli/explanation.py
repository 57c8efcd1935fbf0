"""The text of ``kg explain``: a claim with its words, in which the parties are marked."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from kg.claims.standing import standing
from kg.errors import UsageError
from kg.records import Claim, Entity, Evidence, Relationship, Span, Word
from kg.vocabulary import Vocabulary

SHOWN = 5
"""How many ids are named when one is ambiguous or unknown."""


def find_claim(claims: Sequence[Claim], wanted: str) -> Claim:
    """The claim whose id is ``wanted`` or the only one to begin with it; ``UsageError`` names the nearest else."""
    found = [claim for claim in claims if claim.id == wanted] or [
        c for c in claims if wanted and c.id.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(claim.id for claim in found[:SHOWN])
        raise UsageError(
            f"{len(found)} claims begin with {wanted!r}: {some}{' …' * (len(found) > SHOWN)}; give more of it"
        )
    near = difflib.get_close_matches(wanted, [claim.id for claim in claims], n=SHOWN, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "the ids are in claims.jsonl, and on each claim of the page"
    raise UsageError(f"no claim {wanted!r}; {hint}")


def explanation(
    claim: Claim, vocabulary: Vocabulary, relationships: Iterable[Relationship] = (), claims: Iterable[Claim] = ()
) -> str:
    """Why ``claim`` was read, and how its relationship stands among these, as lines of text."""
    relation = vocabulary.relations.get(claim.relation)
    label = f"{relation.label_en} ({claim.relation})" if relation else claim.relation
    rows = [
        ("claim", claim.id),
        ("subject", _party(claim.subject)),
        ("relation", f"{label}, {claim.polarity}, {claim.certainty}"),
        ("object", _party(claim.object)),
        ("said by", _party(claim.attribution) if claim.attribution else "the author of the document"),
        *([("when", claim.when)] if claim.when else []),
        *([("where", claim.where.label)] if claim.where else []),
        ("document", claim.doc),
        *(("words", _marked(piece)) for piece in claim.evidence),
        ("entry", claim.why.entry),
        ("frame", claim.why.frame),
        ("speaker", f"found by the rule: {claim.why.attribution}"),
        ("confidence", f"{claim.confidence:.2f}"),
        *(("status", text) for text in _status(claim, relationships, claims)),
    ]
    return "\n".join(f"{title:<11} {text}" for title, text in rows)


def _status(claim: Claim, relationships: Iterable[Relationship], claims: Iterable[Claim]) -> Iterator[str]:
    """What the claims of its relationship amount to, and why."""
    known = {c.id: c for c in claims}
    for relationship in relationships:
        if claim.id in relationship.claims:
            found = standing(known[id_] for id_ in relationship.claims)
            voices = f"{relationship.sources} independent voice{'' if relationship.sources == 1 else 's'}"
            status = "only denied" if found.only_denied else relationship.status
            yield f"the relationship is {status} ({found.reason('en')}; {voices})"


def _party(party: Entity | Word) -> str:
    if isinstance(party, Word):
        return f"the word « {party.literal} »"
    others = [name for name in party.names if name != party.label]
    kind = f" ({party.type})" if party.type else ""
    return f"{party.label}{kind}" + (f", also {', '.join(others)}" if others else "")


def _marked(piece: Evidence) -> str:
    """The words with ``[S …]`` and ``[O …]`` around the mentions, and their place in the document's text."""
    marks = [("S", piece.subject), *([("O", piece.object)] if piece.object else [])]
    inside = [(name, span) for name, span in marks if piece.start <= span[0] <= span[1] <= piece.end]
    outside = [f"{name} at {span[0]}-{span[1]}" for name, span in marks if (name, span) not in inside]
    text = "".join(_with_marks(piece, inside))
    return f"« {' '.join(text.split())} » at {', '.join([f'{piece.start}-{piece.end}', *outside])}"


def _with_marks(piece: Evidence, marks: Sequence[tuple[str, Span]]) -> Iterator[str]:
    opening = sorted((span[0], -span[1], f"[{name} ") for name, span in marks)
    closing = sorted(span[1] for _, span in marks)
    for place in range(piece.start, piece.end + 1):
        yield "]" * closing.count(place)
        yield from (mark for start, _, mark in opening if start == place)
        yield piece.text[place - piece.start : place - piece.start + 1]
