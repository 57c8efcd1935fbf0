"""The French tokenizer of the shipped pipeline, as data spaCy can save.

In: nothing. Out: a blank French pipeline whose tokenizer keeps hyphenated
words and names whole, splits both apostrophes alike, and leaves the clitics of
an inversion apart, as the Universal Dependencies treebanks of French do.
Invariant: only patterns and exceptions are changed, so `to_disk` saves it all
and no code of this package is needed to load it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import spacy
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    LIST_ELLIPSES,
    LIST_ICONS,
)
from spacy.lang.fr import FrenchDefaults
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

APOSTROPHES = "'’ʼ"
HYPHENS = "-‐‑"
OPENERS = '«"“‘('

# Words that elide before a vowel. The short ones open names too (N'Djamena,
# M'Bera), so before a capital and a small letter only « d' » and « l' » do.
_ELIDED_ALWAYS = ("d", "l")
_ELIDED_SHORT = ("c", "j", "m", "n", "s", "t", "ç")
_ELIDED_LONG = ("qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu")

_CLITICS = (
    "t-il|t-elle|t-on|t-ils|t-elles|t-en|t-y|ce|je|tu|il|elle|on|nous|vous|ils|elles|le|la|les|lui|leur|moi|toi|en|y|là"
)
_WHOLE = (
    "aujourd'hui",
    "quelqu'un",
    "quelqu'une",
    "presqu'île",
    "presqu'îles",
    "peut-être",
    "rendez-vous",
    "celui-ci",
    "celle-ci",
    "ceux-ci",
    "celles-ci",
    "celui-là",
    "celle-là",
    "c'est-à-dire",
    "J.-C.",
    "etc.",
    "cf.",
    "MM.",
    "Mgr.",
    "c.-à-d.",
)
_REPLACED_EXCEPTIONS = re.compile(r"^\S+-(?:t-)?(?:il|elle|on|ce)$|est-ce$", re.IGNORECASE)


def _cased(words: Iterable[str]) -> str:
    forms = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))


def _elisions() -> str:
    """The pattern of an elided word with its apostrophe, before its host."""
    marks = f"[{APOSTROPHES}]"
    always = f"(?:{_cased(_ELIDED_ALWAYS + _ELIDED_LONG)}){marks}(?=[{ALPHA}0-9{OPENERS}])"
    short = "".join(_ELIDED_SHORT)
    lower = f"[{short}]{marks}(?=[{ALPHA}])"
    upper = f"[{short.upper()}]{marks}(?=[{ALPHA_LOWER}]|[{ALPHA_UPPER}](?![{ALPHA_LOWER}]))"
    return f"(?:{always}|{lower}|{upper})"


def _prefixes() -> list[str]:
    own = [r"\.\.+", _elisions(), rf"-(?=[{ALPHA}])"]
    return own + list((FrenchDefaults.prefixes or ())[:-1])


def _suffixes() -> list[str]:
    clitics = f"(?<=[{ALPHA_LOWER}])[{HYPHENS}](?:{_CLITICS})"
    shouted = f"(?<=[{ALPHA_UPPER}])[{HYPHENS}](?:T-)?(?:IL|ILS|ELLE|ELLES|ON|CE)"
    edges = [rf"(?<=[{ALPHA}])-", r"(?<=[\])])\.", r"(?<=\w)%", r"(?<=[0-9])[hH]"]
    return list((FrenchDefaults.suffixes or ())[:-1]) + [clitics, shouted, *edges]


def _infixes() -> list[str]:
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+*^](?=[0-9-])",
        r"(?<=[0-9])[hH](?=[0-9])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])(?:–|—|--+|~)(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[«»“”](?=[{ALPHA}0-9])",
    ]


def _spellings(word: str) -> set[str]:
    """The word small and capitalised, with each apostrophe and hyphen."""
    cased = {word, word[0].upper() + word[1:], word.upper()}
    quoted = {form.replace("'", mark) for form in cased for mark in APOSTROPHES}
    return {form.replace("-", mark) for form in quoted for mark in HYPHENS}


def _set_exceptions(tokenizer: Any) -> None:
    rules = {text: pieces for text, pieces in tokenizer.rules.items() if not _REPLACED_EXCEPTIONS.search(text)}
    for word in _WHOLE:
        rules.update({form: [{ORTH: form}] for form in _spellings(word)})
    tokenizer.rules = rules


def apostrophe_norms() -> dict[str, str]:
    """Norms that give an elided word with a curly apostrophe the straight one's."""
    words = _cased(_ELIDED_ALWAYS + _ELIDED_SHORT + _ELIDED_LONG).split("|")
    pairs = {f"{word}{mark}": f"{word}'".lower() for word in words for mark in APOSTROPHES[1:]}
    for word in _WHOLE:
        if "'" in word:
            pairs.update({form: word for form in _spellings(word) if "'" not in form})
    return pairs


def blank_pipeline() -> Language:
    """A blank French pipeline with the tokenizer and norms described above."""
    nlp = spacy.blank("fr")
    tokenizer: Any = nlp.tokenizer  # spaCy's Tokenizer has no type stubs
    tokenizer.prefix_search = compile_prefix_regex(_prefixes()).search
    tokenizer.suffix_search = compile_suffix_regex(_suffixes()).search
    tokenizer.infix_finditer = compile_infix_regex(_infixes()).finditer
    tokenizer.token_match = None
    _set_exceptions(tokenizer)
    nlp.vocab.lookups.add_table("lexeme_norm", apostrophe_norms())
    return nlp
