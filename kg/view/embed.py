"""The network page inside a notebook: what Jupyter shows for a graph.

In: an output folder. Out: an HTML fragment with the page in a frame that can neither read the notebook nor be read by
it (sandbox without ``allow-same-origin``), or a line that says why there is none.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Final

from kg.view.open import PAGE

MOST: Final = 8_000_000
"""Characters of the largest page that is put into a notebook, whose file keeps every output."""
HEIGHT: Final = 720
SANDBOX: Final = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


def embedded_page(output: Path) -> str:
    """The page of an output folder as an ``iframe``; a sentence where it is missing or too large for a notebook."""
    page = output / PAGE
    try:
        text = page.read_text(encoding="utf-8")
    except OSError:
        return _sentence(f"{page}: no network page here; make it with: kg build PATH... -o {output}")
    if len(text) > MOST:
        return _sentence(f"The network page is too large for a notebook; open it with: kg view -o {output}")
    return (
        f'<iframe title="conflict-kg" sandbox="{SANDBOX}" srcdoc="{escape(text, quote=True)}" '
        f'style="width:100%;height:{HEIGHT}px;border:1px solid #8884"></iframe>'
    )


def _sentence(text: str) -> str:
    return f"<p>{escape(text)}</p>"
