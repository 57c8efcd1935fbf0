"""`kg view` opens the page that is there, and says what to do when it is not."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.view.open import open_page


def test_the_page_is_opened_by_its_file_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: bool(opened.append(address)))
    (tmp_path / "network.html").write_text("page", encoding="utf-8")
    address = open_page(tmp_path)
    assert opened == [address]
    assert address.startswith("file:///")
    assert address.endswith("/network.html")


def test_a_folder_without_a_page_is_named_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"network\.html: no network page here; run `kg build"):
        open_page(tmp_path)
