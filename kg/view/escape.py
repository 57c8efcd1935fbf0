"""Text from documents is hostile: what makes it safe inside a page.

In: any text. Out: JSON that cannot end a ``<script>`` element, and addresses that may become links.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

_SPECIAL = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_UNFIT = re.compile("[\x00-\x20\x7f-\x9f\"'<>\\\\`{}|^]")


def script_json(value: object) -> str:
    """JSON for a ``<script type="application/json">`` element: sorted keys, no ``<``, ``>``, ``&`` or line separators.

    A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return "\\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


def web_address(url: str | None) -> str | None:
    """The address when it is absolute, http or https and free of blanks, quotes and control characters, else None."""
    if not url or _UNFIT.search(url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None
