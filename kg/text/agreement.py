"""Which of several subjects a finite verb agrees with in number."""

from __future__ import annotations

from kg.text.phrases import plural
from kg.text.tokens import Text, Token


def agreeing(text: Text, verb: Token, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """Of subjects side by side those that agree with the verb, where only some do.

    « des pays dont X a expulsé les consuls soutiennent Y », read as two subjects of each verb: X has expelled, the
    others support.
    """
    if len(subjects) < 2:
        return subjects
    finite = next((t for t in (*text.children(verb, "aux"), verb) if "VerbForm=Fin" in t.morph), None)
    number = next((m for m in finite.morph if m.startswith("Number=")), None) if finite is not None else None
    fitting = tuple(s for s in subjects if _many(text, s) == (number == "Number=Plur"))
    return fitting if number is not None and fitting else subjects


def shared(text: Text, verb: Token, first: Token, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """The subjects that ``verb`` takes over from ``first``, or those that stand beside them and agree better."""
    others = tuple(c for c in text.children(first, "nsubj") if c not in subjects)
    return agreeing(text, verb, (*subjects, *others)) if subjects and others else subjects


def _many(text: Text, subject: Token) -> bool:
    return len(text.conjuncts(subject)) > 1 or plural(subject)
