"""Who « qui » is where no noun right before it tells: « c'est X, dit-il, qui … », « Qui arme Y, sinon X ? ».

In: a verb and its « qui ». Out: the head of the party that another part of the text presents or answers with.
"""

from __future__ import annotations

from kg.text.parties import Parties
from kg.text.tokens import Text, Token

_NEAR = 14
"""How many words back « c'est X » may stand."""
_EXCEPT = frozenset({"sinon"})
_CE = frozenset({"ce", "c'", "c’"})


def told_of(text: Text, parties: Parties, verb: Token, who: Token) -> tuple[Token, ...]:
    """The head of that party; empty where nothing tells."""
    if who.i == text.sentence(who).first:
        return _answer(text, parties, verb)
    for i in range(who.i - 1, max(-1, who.i - _NEAR), -1):
        token = text.tokens[i]
        if text.sentence(token).paragraph != text.sentence(who).paragraph:
            return ()
        shown = text.child(token, "cop") is not None and text.child(token, "case") is None
        if shown and parties.at(token) and any(c.lower in _CE for c in text.children(token)):
            return (token,)
    return ()


def _answer(text: Text, parties: Parties, verb: Token) -> tuple[Token, ...]:
    """« Qui arme Y, sinon X ? », « Qui arme Y ? X. »: the party that the question itself or the next words name."""
    sentence = text.sentence(verb)
    words = text.of(sentence)
    for token in words:
        if token.lower in _EXCEPT:
            return tuple(t for t in words if t.i > token.i and parties.at(t))[:1]
    if words[-1].text != "?" or sentence.i + 1 >= len(text.sentences):
        return ()
    answer = text.of(text.sentences[sentence.i + 1])
    if any(t.pos in {"VERB", "AUX"} for t in answer) or text.sentences[sentence.i + 1].paragraph != sentence.paragraph:
        return ()
    return tuple(t for t in answer if t.pos in {"NOUN", "PROPN"} and parties.at(t))[:1]
