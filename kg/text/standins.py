"""Words that the parser sees in the place of forms that taggers misread.

In: a word of a sentence and its neighbours. Out: the word, with a stand-in for the parser where it needs one; its
text and offsets stay.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.text.layout import Piece
from kg.text.wordlists import Wordlists

_AIRCRAFT = re.compile(r"(?:Su|Mi[Gg]?|F|L|Il|AH|UH|TB|MQ)-?\d{1,3}\Z")
"""Types of aircraft and drones: « un MiG-29 », « des TB2 »."""
SINGULAR_VERB = "prend"
_PLURAL_VERB = "prennent"
_VOWELS = {SINGULAR_VERB: "accepte", _PLURAL_VERB: "acceptent"}
_GERUND = "prenant"
FIRST_PLURAL = "prenons"
_ADVERB = "souvent"
_REMAINED = frozenset("resté restée restés restées".split())
_HEAVY = {"lourd": "grand", "lourde": "grande", "lourds": "grands", "lourdes": "grandes"}
"""Adjectives that taggers take for nouns: « une lourde défaite »."""
_MANNER = re.compile(r".+(?:air|ell|al|iv|eus|iqu|èr|èt|ct|abl|ibl|ièr)ement|.+(?:a|e)mment|.+ément")
"""Adverbs of manner by their ending: « militairement », « massivement »."""


def stand_in(before: Piece | None, piece: Piece, after: Piece | None, words: Wordlists) -> Piece:
    """Needless capitals are lowered for the parser: TINZAOUATENE reads as Tinzaouatene, Ministère as ministère."""
    if piece.word or piece.name:
        return piece
    lower = piece.text.lower()
    if _AIRCRAFT.match(piece.text):
        return replace(piece, word="avion", lemma="avion")  # « un Su-24 de l'armée »
    if lower in words.demonyms and piece.text[:1].islower():
        return replace(piece, word=_nationality(lower))
    if lower.endswith(("tient", "vient", "dément")) and lower in words.verb_forms:
        return replace(piece, word=SINGULAR_VERB)
    if lower.endswith("ent") and lower in words.verb_forms and lower not in words.nouns:
        return replace(piece, word=_PLURAL_VERB)  # « démentent » looks like an adverb to a tagger that never met it
    joined = any(p is not None and p.text.lower() in {"et", "ou"} for p in (before, after))
    if _MANNER.fullmatch(lower) and not joined and lower not in words.nouns and lower not in words.verb_forms:
        return replace(piece, word=_ADVERB, lemma=lower)  # « soutenue militairement par X »
    if before is None and lower.endswith("ant") and lower in words.verb_forms:
        return replace(piece, word=_GERUND.capitalize())  # « Rompant avec X, Y … »
    if before is not None and before.text.lower() == "en" and lower.endswith("ant") and lower in words.verb_forms:
        return replace(piece, word=_GERUND)  # « en tirant des missiles »
    if lower in _HEAVY:
        return replace(piece, word=_HEAVY[lower], lemma="lourd")
    if lower in _REMAINED:
        return replace(piece, lemma="rester")  # a noun to some taggers: « restés fidèles à X »
    if lower.endswith(("ienne", "iennes")) and not lower.startswith("ancien") and lower not in words.nouns:
        adjective = lower.removesuffix("s").removesuffix("ne")
        return replace(piece, word=_nationality(lower), lemma=adjective)  # « branche sahélienne de X »
    former = lower.removeprefix("ex-")
    if former != lower and (former in words.nouns or former in words.nonfinite):
        return replace(piece, word=former)  # « ex-branche de X »
    if len(piece.text) > 5 and piece.text.isupper():
        return replace(piece, word=piece.text.title())
    if piece.text[:1].isupper() and lower in words.nouns:
        return replace(piece, word=lower)
    return piece


def elided(before: Piece | None, piece: Piece) -> Piece:
    """A stand-in for a verb that may stand behind « l' »: « Les autorités l'accusent »."""
    after = before is not None and before.text[-1:] in {"'", "’"}
    return replace(piece, word=_VOWELS[piece.word]) if after and piece.word in _VOWELS else piece


def _nationality(form: str) -> str:
    """An adjective of nationality that every tagger knows, in the gender and number of ``form``."""
    if form.endswith("es"):
        return "françaises"
    return (
        "française"
        if form.endswith("e") and not form.endswith(("russe", "serbe", "belge", "corse", "kurde", "arabe"))
        else "français"
    )
