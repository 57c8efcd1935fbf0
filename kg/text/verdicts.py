"""Words that call what is said untrue: « c'est faux », « X qualifie de mensongères les accusations »."""

from __future__ import annotations

from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

_NEGATIONS = frozenset({"ne", "n'", "n’"})


def untrue(words: Wordlists, token: Token) -> bool:
    """A word for what is untrue, in any gender and number."""
    bare = token.lower.removesuffix("s")
    masculine = bare.removesuffix("ère") + "er" if bare.endswith("ère") else bare.removesuffix("e")
    adjective = token.pos != "VERB" or "Voice=Pass" in token.morph  # « sont infondées », of no verb « infonder »
    names = (token.lemma, bare, masculine) if adjective else (token.lemma,)
    return any(words.first("verdict", n) is not None for n in names)


def called_untrue(words: Wordlists, text: Text, noun: Token, held: Token) -> bool:
    """Whether ``held`` below a noun of saying is called untrue: « les accusations selon lesquelles … sont fausses »."""
    said = words.first("saying", noun.lemma) is not None
    if noun.pos != "NOUN" or not (said or any(c.lemma == "lequel" for c in text.children(held))):
        return False
    if any(untrue(words, c) for c in text.children(noun, "amod")):
        return True
    verb = text.head(noun)
    if verb is None or any(c.lower in _NEGATIONS for c in text.children(verb)):
        return False
    if noun.relation == "nsubj":
        return text.child(verb, "cop") is not None and untrue(words, verb)
    judged = noun.relation in {"obj", "obl", "conj"} and verb.pos == "VERB"
    return judged and any(
        untrue(words, c) for c in text.children(verb, "obj", "obl", "xcomp", "amod", "advmod") if c.i != noun.i
    )
