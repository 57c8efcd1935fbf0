"""A small corpus gold: a front under three names, its enemy, a namesake elsewhere, men without a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def _mentions(*pairs: str) -> list[dict[str, str]]:
    return [dict(zip(("doc", "name"), pair.split("/"), strict=True)) for pair in pairs]


def _said(doc: str, speaker: str, voice: str, polarity: str = "positive") -> dict[str, str]:
    return {"doc": doc, "speaker": speaker, "polarity": polarity, "voice": voice}


ENTITIES: dict[str, Any] = {
    "parties": {
        "alpha": {
            "class": "ArmedGroup",
            "mentions": _mentions("one/Front Alpha", "one/Front", "copy/Front Alpha", "two/FA"),
        },
        "beta": {"class": "State", "held_out": True, "mentions": _mentions("one/Bêta", "copy/Bêta", "two/Beta")},
        "namesake": {"class": "ArmedGroup", "invented": True, "mentions": _mentions("two/Front")},
        "local": {"class": "ArmedGroup", "local": True, "mentions": _mentions("two/hommes armés")},
    }
}
REPRINTS: dict[str, Any] = {"clusters": [{"original": "one", "copies": ["copy"], "origin": None, "stated_in": []}]}
VOICES: dict[str, Any] = {
    "relationships": [
        {
            "subject": "alpha",
            "relation": "fights",
            "object": "beta",
            "voices": 2,
            "said": [
                _said("one", "author", "Agence"),
                _said("copy", "author", "Agence"),
                _said("two", "beta", "beta"),
                _said("two", "une source", "une source (two)", "negative"),
            ],
        },
        {
            "subject": "beta",
            "relation": "supports",
            "object": "namesake",
            "voices": 1,
            "said": [_said("two", "beta", "beta", "negative")],
        },
    ]
}


def write_corpus(
    folder: Path,
    *,
    entities: dict[str, Any] = ENTITIES,
    reprints: dict[str, Any] = REPRINTS,
    voices: dict[str, Any] = VOICES,
) -> Path:
    """The three files in ``folder``."""
    for name, data in (("entities", entities), ("reprints", reprints), ("voices", voices)):
        (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder
