"""The page's data in less room: rows as columns, and the words of many claims compressed.

In: lists of JSON objects of one kind. Out: JSON that ``assets/model.js`` turns back into the same objects. A page with
50,000 claims is read several times sooner so; a small page loses nothing. Same input, same bytes.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from kg.view.escape import script_json

Json = dict[str, Any]
TABLES: Final = ("claims", "documents", "entities", "relationships")
BLOCK: Final = 500
"""Claims whose words share a block of data."""
PLAIN: Final = 2_000_000
"""Characters of all words together above which the blocks are compressed."""


def packed_payload(payload: Json) -> Json:
    """The payload with its long lists as columns; its other parts are as they were."""
    network = payload["network"]
    tables = {name: packed(payload[name]) for name in TABLES}
    tables["relationships"] = packed(_placed(payload["relationships"], payload["claims"]))
    return payload | tables | {"network": network | {"nodes": packed(network["nodes"])}}


def _placed(relationships: Sequence[Json], claims: Sequence[Json]) -> list[Json]:
    """Relationships with the places of their claims among all claims, which are shorter than ids and need no search."""
    places = {claim["id"]: place for place, claim in enumerate(claims)}
    return [item | {"claims": [places[name] for name in item["claims"]]} for item in relationships]


def packed(rows: Sequence[Json]) -> Json:
    """Rows as columns. What a row lacks is null when it is read again."""
    names = sorted({name for row in rows for name in row})
    return {"rows": len(rows), "columns": {name: _column([row.get(name) for row in rows]) for name in names}}


def _column(values: list[Any]) -> Json:
    """``same``: one value for all rows; ``values`` and ``at``: each once, and where it stands; ``all``: as it is."""
    numbers: dict[str, int] = {}
    at = [numbers.setdefault(json.dumps(value, sort_keys=True), len(numbers)) for value in values]
    if len(numbers) == 1:
        return {"same": values[0]}
    if len(numbers) * 2 > len(values):
        return {"all": values}
    firsts: list[Any] = [None] * len(numbers)
    for place, number in enumerate(at):
        if firsts[number] is None:
            firsts[number] = values[place]
    return {"values": firsts, "at": at}


def blocks(rows: Sequence[Json]) -> tuple[bool, list[str]]:
    """Blocks of rows as JSON for script elements; compressed (gzip in base64, a JSON text) when they are long.

    The first value says whether they are.
    """
    texts = [script_json(rows[start : start + BLOCK]) for start in range(0, len(rows), BLOCK)]
    if sum(map(len, texts)) <= PLAIN:
        return False, texts
    zipped = (gzip.compress(text.encode("utf-8"), compresslevel=6, mtime=0) for text in texts)
    return True, [script_json(base64.b64encode(data).decode("ascii")) for data in zipped]


_EVIDENCE = re.compile(r'<script type="application/json" id="kg-evidence-\d+">(.*?)</script>', re.DOTALL)


def readable(page: str) -> str:
    """A page with the words of its claims written out at its end, each passage in one piece and nothing compressed.

    For whoever looks for a name in a page: in its own text, words are cut where they are marked, or compressed.
    """
    found = [json.loads(block) for block in _EVIDENCE.findall(page)]
    unzipped = (json.loads(gzip.decompress(base64.b64decode(b))) if isinstance(b, str) else b for b in found)
    return "\n".join([page, *(line for block in unzipped for row in block for line in _lines(row))])


def _lines(row: Json) -> Iterator[str]:
    yield from (text for text in row["why"].values() if text)
    for passage in row["passages"]:
        yield " ".join((passage["before"], "".join(text for text, _ in passage["pieces"]), passage["after"]))
