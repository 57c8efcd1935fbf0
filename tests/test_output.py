"""The committed ``output/`` is what the shipped reader makes of the sample corpus."""

import json
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "output"


def report(folder: Path) -> dict[str, object]:
    """``report.json`` without the seconds, which no build repeats."""
    found: dict[str, object] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    del found["seconds"]
    return found


def test_the_committed_output_is_rebuilt_byte_for_byte(samples: Path) -> None:
    names = ("claims.jsonl", "entities.jsonl", "graph.trig", "network.html")
    differing = [name for name in names if (OUTPUT / name).read_bytes() != (samples / name).read_bytes()]
    assert differing == [], "run `make sample`, look at what changed, and commit output/ and README.md"


def test_the_committed_report_is_rebuilt_but_for_its_seconds(samples: Path) -> None:
    assert report(OUTPUT) == report(samples)


def test_nothing_else_lies_in_the_committed_output() -> None:
    assert sorted(path.name for path in OUTPUT.iterdir()) == [
        "claims.jsonl",
        "entities.jsonl",
        "graph.trig",
        "network.html",
        "report.json",
    ]
