"""A small gold file for tests, and how to write it."""

import json
from pathlib import Path
from typing import Any

GOLD: dict[str, Any] = {
    "doc": "00",
    "date": "2024-08",
    "lang": "fr",
    "entities": {
        "a": {"type": "ArmedForces", "names": ["Alpha", "l'armée d'Alpha"]},
        "b": {"type": "ArmedGroup", "names": ["Bêta", "BETA-1"]},
        "c": {"type": "Place", "names": ["Gao"]},
    },
    "claims": [
        {"s": "a", "r": "fights", "o": "b", "attribution": "author", "para": 1},
        {"s": "a", "r": "supplies", "o": "b", "attribution": "b", "polarity": "negative", "certainty": "probable"},
        {"s": "b", "r": "controls", "o": "c", "attribution": "a", "attribution_alt": ["le porte-parole"]},
        {"s": "b", "r": "designatedAs", "o": "rebelle", "attribution": "author"},
        {"s": "a", "r": "operatesIn", "o": "c", "attribution": "author", "optional": True},
    ],
}


def write_gold(folder: Path, stem: str = "00", **changes: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{stem}.json").write_text(json.dumps(GOLD | changes), encoding="utf-8")
    return folder
