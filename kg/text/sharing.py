"""Whether two coordinated verbs may share the object behind the second: « d'armer et de financer X ».

In: a ``Text``, two verbs and the wordlists. Out: yes or no; which object it is is told in ``roles``.
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
