"""Whose object stands behind two verbs: « d'armer et de financer X », « reproche à X d'héberger, à P, Y ».

In: a ``Text`` and its verbs. Out: whether the object of the second is shared; an object that hangs too high.
"""

from __future__ import annotations

from kg.text.naming import LOCATIVE
from kg.text.phrases import case
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_JOINING = frozenset({"VERB", "PUNCT", "CCONJ", "ADV"})


def side_by_side(text: Text, words: Wordlists, first: Token, second: Token) -> bool:
    """Nothing that takes an object of its own stands between the verbs.

    « d'avoir armé puis d'avoir financé X »; « d'héberger à P et d'entraîner X », where the lexicon knows the first
    with an object only: « de combattre à P et de soutenir X » is not about fighting X.
    """
    placed: set[int] = set()
    for child in text.children(first, "obl", "advmod"):
        if child.i > first.i and case(text, child) in LOCATIVE:
            placed.update(t.i for t in text.subtree(child))
    between = [t for t in text.tokens[first.i + 1 : second.i] if t.i not in placed]
    near = all(t.pos in _JOINING or t.dep == "mark" or "VerbForm=Inf" in t.morph for t in between)
    return near and (not placed or _transitive(words, first))


def _transitive(words: Wordlists, verb: Token) -> bool:
    lines = words.entries("verb", words.verb_lemma(verb))
    slots = [{*(s.name for s in (*e.subject, *e.object)), *(c.slot for c in e.conditions)} for e in lines]
    return bool(slots) and all("obj" in named for named in slots)


def strayed(text: Text, infinitive: Token) -> tuple[Token, ...]:
    """« reproche à X d'héberger et d'entraîner, à P, Y »: behind commas the parser hangs Y on the verb above."""
    first = infinitive
    while first.relation == "conj" and (before := text.head(first)) is not None and before.pos == "VERB":
        first = before
    above = text.head(first)
    if above is None or first.relation != "xcomp" or not all("VerbForm=Inf" in t.morph for t in (infinitive, first)):
        return ()
    before_it = any(c.i < first.i for c in text.children(above, "obj", "iobj"))
    addressed = before_it or any(case(text, c) == "à" and c.i < first.i for c in text.children(above, "obl"))
    higher = (c for verb in (first, above) for c in text.children(verb, "obj"))
    found = tuple(c for c in higher if c.i > infinitive.i and not case(text, c))
    comma = bool(found) and any(t.text == "," for t in text.tokens[infinitive.i : found[0].i])
    return found[:1] if addressed and comma else ()
