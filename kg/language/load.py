"""Loads the language pipeline that reads the texts.

In: the name or path of an installed spaCy pipeline, or nothing for the shipped
one (`kg/language/fr`). Out: a ready `Language`. Invariant: what is returned has
a parser; everything else raises `ModelError`, which says what to do next.
"""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from kg.errors import ModelError

SHIPPED = Path(__file__).with_name("fr")
ADVICE = "leave --model out to use the shipped French pipeline"


def load_pipeline(name: str | None = None) -> Language:
    """The shipped pipeline, or the installed one of this name or path."""
    shown = str(SHIPPED) if name is None else name
    try:
        nlp = spacy.load(SHIPPED if name is None else name)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(_not_loaded(shown, shipped=name is None, reason=error)) from error
    if "parser" not in nlp.pipe_names:
        has = ", ".join(nlp.pipe_names) or "nothing"
        raise ModelError(f"language pipeline “{shown}” has no parser (it has {has}): {ADVICE}")
    return nlp


def _not_loaded(shown: str, *, shipped: bool, reason: Exception) -> str:
    """The message for a pipeline that is absent or cannot be read."""
    if shipped:
        return f"the shipped language pipeline at {shown} cannot be read ({reason}): reinstall conflict-kg"
    return (
        f"language pipeline “{shown}” cannot be loaded ({reason}): "
        f"install it (python -m spacy download {shown}), or {ADVICE}"
    )
