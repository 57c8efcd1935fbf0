"""Opening the network page in the browser, for ``kg view``."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Final

from kg.errors import OutputError

PAGE: Final = "network.html"


def open_page(output: Path) -> str:
    """Open ``network.html`` of an output folder in the default browser and return its ``file:`` address.

    The address is returned even when no browser could be started, so that the caller can show it.
    Raises ``OutputError`` when the folder has no page.
    """
    page = output / PAGE
    if not page.is_file():
        raise OutputError(f"{page}: no network page here; run `kg build PATH... -o {output}` first")
    address = page.resolve().as_uri()
    webbrowser.open(address)
    return address
