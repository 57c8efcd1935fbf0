"""The network page: one HTML file, readable from disk without a network.

In: a corpus and its vocabulary. Out: HTML text. Everything is inline; a Content-Security-Policy names the hash of each
script and style and forbids every request. Same input, same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

from kg.errors import OutputError
from kg.records import Corpus
from kg.view.escape import script_json
from kg.view.packing import BLOCK, Json, blocks, packed_payload
from kg.view.payload import page_payload
from kg.view.theme import ASSETS
from kg.vocabulary import Vocabulary

VENDOR: Final = Path(__file__).parent / "vendor"
SCRIPTS: Final = (
    "dom.js",
    "strings.js",
    "model.js",
    "state.js",
    "focus.js",
    "paths.js",
    "time.js",
    "codes.js",
    "visible.js",
    "shapes.js",
    "icons.js",
    "scene.js",
    "arrange.js",
    "standing.js",
    "network.js",
    "canvas.js",
    "webgl.js",
    "labels.js",
    "claims.js",
    "voices.js",
    "strip.js",
    "panel.js",
    "party.js",
    "actions.js",
    "undo.js",
    "filters.js",
    "search.js",
    "listing.js",
    "changes.js",
    "world.js",
    "states.js",
    "places.js",
    "timebar.js",
    "map.js",
    "mapmove.js",
    "timeline.js",
    "columns.js",
    "table.js",
    "picture.js",
    "netpicture.js",
    "paint.js",
    "export.js",
    "print.js",
    "tabs.js",
    "keep.js",
    "app.js",
)
"""The page's own scripts, in the order in which they are joined: each uses only those before it."""
STYLES: Final = ("page.css", "views.css", "panel.css", "print.css")
"""The sheets of the page, in the order in which they are joined."""
WEBGL_FROM: Final = 1500
"""Actors above which the page carries the library that draws on the graphics processor (``assets/network.js``)."""
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def render_page(corpus: Corpus, vocabulary: Vocabulary) -> str:
    """The page as HTML. Raises ``BuildError`` when a relationship has a claim without evidence."""
    style = "\n".join(_asset(name) for name in STYLES)
    library = _SOURCE_MAP.sub("", (VENDOR / "vis-network.min.js").read_text(encoding="utf-8"))
    payload = page_payload(corpus, vocabulary)
    strings = f"const STRINGS = {_asset('strings.json').strip()};\nconst WORLD = {_world(payload)};\n"
    app = '"use strict";\n(() => {\n' + strings + "\n".join(_asset(name) for name in SCRIPTS) + "})();\n"
    zipped, words = blocks(payload.pop("evidence"))
    webgl = _webgl(len(payload["network"]["nodes"]))
    parts = {
        "policy": _policy(scripts=(library, *webgl, app), style=style),
        "style": style,
        "evidence": _evidence(words),
        "data": script_json(packed_payload(payload) | {"block": BLOCK, "zipped": zipped}),
        "library": library,
        "webgl": "".join(f"<script>{script}</script>\n" for script in webgl),
        "app": app,
    }
    return _PLACEHOLDER.sub(lambda match: parts[match[1]], _asset("template.html"))


def write_page(corpus: Corpus, vocabulary: Vocabulary, path: Path) -> None:
    """Write the page to ``path`` in UTF-8, beside it first and then renamed, so that no half page is ever seen.

    Raises ``OutputError`` when the folder is missing or cannot be written.
    """
    text = render_page(corpus, vocabulary)
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(
            f"{path}: cannot write the network page ({error.strerror}); check the output folder"
        ) from error


def _webgl(actors: int) -> tuple[str, ...]:
    """The library for large pictures, for a page that is large enough to need it."""
    return ((VENDOR / "webgl" / "webgl.min.js").read_text(encoding="utf-8"),) if actors > WEBGL_FROM else ()


def _evidence(words: list[str]) -> str:
    """The words of the claims in blocks of data, which the page reads one at a time, when a reader asks for them."""
    return "\n".join(
        f'<script type="application/json" id="kg-evidence-{number}">{block}</script>'
        for number, block in enumerate(words)
    )


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _world(payload: Json) -> str:
    """Outlines for the map, left out of a page that has no place to show on it."""
    shown = payload["geography"]["points"] or payload["geography"]["seats"]
    return (VENDOR / "world" / "world.json").read_text(encoding="utf-8").strip() if shown else "null"


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """Nothing may be fetched, and only our own scripts and styles run: each by the hash of its text."""
    own_scripts = " ".join(f"'{_hash(script)}'" for script in scripts)
    added = (VENDOR / "vis-network.styles.txt").read_text(encoding="utf-8").split()
    empty = _hash("")  # the library adds each of its sheets empty, then fills it
    styles = " ".join(f"'{name}'" for name in (_hash(style), empty, *added))
    return (
        f"default-src 'none'; script-src {own_scripts}; style-src {styles}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
