"""How large the page of the samples is: small enough to send."""

from __future__ import annotations

import re
from pathlib import Path

MOST = 1_500_000
"""Bytes of the whole page."""


def test_the_page_of_the_samples_is_small_enough_to_send(samples: Path) -> None:
    assert (samples / "network.html").stat().st_size <= MOST


def test_what_was_read_takes_little_more_room_in_the_page_than_the_claims_alone(samples: Path) -> None:
    page = (samples / "network.html").read_text(encoding="utf-8")
    data = re.findall(r'<script type="application/json" id="kg-[\w-]+">(.*?)</script>', page, re.DOTALL)
    assert len(data) >= 2
    claims = (samples / "claims.jsonl").stat().st_size
    assert sum(len(block.encode()) for block in data) <= 3 * claims
