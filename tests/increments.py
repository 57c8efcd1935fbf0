"""Builds a corpus in random increments and compares each end with the build from scratch, byte for byte.

    python tests/increments.py 20 tests/gold/train my/texts …

In: how many ways, and the texts. Each way starts with a random part of them, of which some are changed and to which
some are added that go away again, goes on with another part and ends with all. Prints one line a way. A text is parsed
once a run, whatever the ways: what the caches, the merging and the graph make of its claims is what is compared.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import kg.pipeline
from kg.language.load import load_pipeline
from kg.ontology import load_vocabulary
from kg.pipeline import build
from kg.records import Claim, Document
from kg.text.documents import find_paths
from kg.text.reader import Reader

SAME = ("claims.jsonl", "entities.jsonl", "graph.trig", "network.html")


class OnceReader:
    """A reader that keeps what it read, for every build of this run."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._read: dict[Document, tuple[Claim, ...]] = {}

    def read(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document."""
        if document not in self._read:
            self._read[document] = tuple(self._reader.read(document))
        return self._read[document]


def put(folder: Path, files: dict[str, bytes]) -> None:
    """The folder holds exactly these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def steps(final: dict[str, bytes], chance: random.Random) -> list[dict[str, bytes]]:
    """What lies in the folder at each build."""
    names = sorted(final)
    first = chance.sample(names, chance.randint(len(names) // 4, len(names) // 2))
    second = sorted({*chance.sample(first, len(first) // 2), *chance.sample(names, len(names) // 3)})
    begun = {name: final[name] for name in first}
    for name in chance.sample(first, len(first) // 10 + 1):
        begun[name] = final[name] + "\n\nL'armée malienne a repris Ménaka au JNIM.\n".encode()
    begun["only-at-first.txt"] = b"Le Niger soutient le JNIM, affirme Paul Inconnu."
    return [begun, {name: final[name] for name in second}, final]


def main(ways: int, paths: list[str]) -> int:
    """The number of ways that ended otherwise."""
    final = {f"{n:03}-{path.name}": path.read_bytes() for n, path in enumerate(find_paths(paths))}
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        texts = Path(place, "texts")
        put(texts, final)
        reader = OnceReader(Reader(load_vocabulary(), load_pipeline()))
        kg.pipeline.load_pipeline = lambda _: None
        kg.pipeline.Reader = lambda *_: reader
        result = build([texts], Path(place, "scratch"), cache=False)
        print(f"{len(result.corpus.documents)} documents, {len(result.corpus.claims)} claims", flush=True)
        kg.pipeline.require_valid = lambda *_: None  # what is valid once is valid when it is the same, byte for byte
        for way in range(ways):
            begun, output = time.perf_counter(), Path(place, f"out{way}")
            sizes = []
            for files in steps(final, random.Random(way)):
                put(texts, files)
                sizes.append(len(build([texts], output).corpus.documents))
            same = all((output / name).read_bytes() == (Path(place, "scratch") / name).read_bytes() for name in SAME)
            failed += not same
            told = "as from scratch" if same else "OTHERWISE"
            print(f"way {way}: {sizes} documents, {told}, {time.perf_counter() - begun:.0f} s", flush=True)
    print(f"{ways - failed} of {ways} ways end as a build from scratch")
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), sys.argv[2:])))
