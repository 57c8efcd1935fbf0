"""What was read before is not read again and never comes back wrong; increments end as a build from scratch does."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from factories import entity, make_claim
from pattern_reader import PatternReader

import kg.pipeline
from kg.cache import CachedReader, cache_folder
from kg.cli import main
from kg.ontology import load_vocabulary
from kg.pipeline import BuildResult, build
from kg.records import Claim, Document, Word

SAME = ("claims.jsonl", "graph.trig", "network.html")
ONE = Document(id="one", path="one.txt", text="Alpha attaque Beta.", body=(0, 19), digest="d1", date="2024-07")


class Counting:
    """Reads by pattern and says which documents it was given."""

    def __init__(self) -> None:
        self.read_: list[str] = []

    def read(self, document: Document) -> tuple[Claim, ...]:
        self.read_.append(document.id)
        return PatternReader().read(document)


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def cached(tmp_path: Path, counting: Counting) -> Callable[..., CachedReader]:
    return lambda version="v1": CachedReader(lambda: counting, tmp_path / "cache", version)


Cached = Callable[..., CachedReader]


def test_a_document_is_read_once(cached: Cached, counting: Counting) -> None:
    first = cached().read(ONE)
    assert cached().read(ONE) == first == PatternReader().read(ONE)
    assert counting.read_ == ["one"]


def test_the_claims_come_back_field_for_field(tmp_path: Path) -> None:
    place, speaker = entity("Gao", type="Place"), replace(entity("une source", type="UnnamedSource"), scope="document")
    said = (
        make_claim("c1", "Alpha", "attacks", "Beta", by=speaker, where=place, when="2024-07/", words="é\n« x »\u2028"),
        make_claim("c2", "Alpha", "designatedAs", Word(literal="rebelle"), polarity="negative", certainty="possible"),
        replace(make_claim("c3", "Alpha", "attacks", "Beta"), confidence=0.1 + 0.2),
    )

    class Fixed:
        def read(self, document: Document) -> tuple[Claim, ...]:
            return said

    CachedReader(Fixed, tmp_path, "v").read(ONE)
    assert CachedReader(lambda: pytest.fail("read again"), tmp_path, "v").read(ONE) == said


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, digest="d2"), replace(ONE, date="2024-08"), replace(ONE, id="two"), replace(ONE, body=(0, 18)),
        replace(ONE, publisher="AFP"), replace(ONE, date=None),
    ],
)  # fmt: skip
def test_whatever_its_claims_depend_on_makes_it_another_document(
    cached: Cached, counting: Counting, other: Document
) -> None:
    cached().read(ONE)
    cached().read(other)
    assert len(counting.read_) == 2


def test_its_place_does_not_make_it_another_document(cached: Cached, counting: Counting) -> None:
    cached().read(ONE)
    cached().read(replace(ONE, path="elsewhere/one.txt"))
    assert len(counting.read_) == 1


def test_another_version_of_the_reader_reads_again(cached: Cached, counting: Counting) -> None:
    cached().read(ONE)
    cached("v2").read(ONE)
    assert len(counting.read_) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"Alpha", b"Gamma"),
        lambda data: data.replace(b"positive", b"negative"),
        lambda data: b"\n".join(reversed(data.split(b"\n", 1))),
        lambda data: b"\xff\x00" * 100,
    ],
)
def test_a_damaged_or_changed_entry_is_read_anew(
    cached: Cached, counting: Counting, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    wanted = cached().read(ONE)
    (path,) = (tmp_path / "cache").rglob("*.claims")
    before = path.read_bytes()
    path.write_bytes(damage(before))
    assert path.read_bytes() != before
    assert cached().read(ONE) == wanted
    assert len(counting.read_) == 2
    assert path.read_bytes() == before


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, counting: Counting) -> None:
    (tmp_path / "cache").write_text("a file")
    reader = CachedReader(lambda: counting, tmp_path / "cache", "v")
    assert reader.read(ONE) == reader.read(ONE) == PatternReader().read(ONE)
    reader.tidy()
    assert len(counting.read_) == 2


def test_what_is_no_longer_read_is_removed(cached: Cached, tmp_path: Path) -> None:
    first = cached()
    first.read(ONE)
    first.read(replace(ONE, id="two", text="Secret"))
    second = cached()
    second.read(ONE)
    second.tidy()
    assert len(list((tmp_path / "cache").rglob("*.claims"))) == 1


# Whole builds -------------------------------------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    """Builds that read by pattern, with the cache, and load the vocabulary once."""
    counting, vocabulary = Counting(), replace(load_vocabulary(), gazetteer={})
    monkeypatch.setattr(kg.pipeline, "load_vocabulary", lambda *_, **__: vocabulary)
    monkeypatch.setattr(kg.pipeline, "load_pipeline", lambda model: None)
    monkeypatch.setattr(kg.pipeline, "require_valid", lambda *_: None)  # tested elsewhere, and slow
    monkeypatch.setattr(kg.pipeline, "Reader", lambda vocabulary, nlp: counting)
    monkeypatch.setattr(kg.pipeline, "reader_version", lambda vocabulary, model: "v1")
    yield counting


def written(output: Path) -> dict[str, bytes]:
    return {name: (output / name).read_bytes() for name in SAME}


def test_a_build_with_nothing_new_writes_nothing(quick: Counting, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Alpha attaque Beta.")
    assert build([tmp_path / "one.txt"], tmp_path / "out").changed
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    assert not build([tmp_path / "one.txt"], tmp_path / "out").changed
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before
    assert quick.read_ == ["one"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".out-cache", "one.txt", "out"]


def test_the_command_says_that_nothing_is_new_and_can_do_without_a_cache(
    quick: Counting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text("Alpha attaque Beta.")
    arguments = ["build", str(tmp_path / "one.txt"), "-o", str(tmp_path / "out")]
    assert main([*arguments, "--no-cache"]) == 0
    assert not cache_folder(tmp_path / "out").exists()
    assert "Nothing new" not in capsys.readouterr().out
    assert main(arguments) == 0
    assert "Nothing new" in capsys.readouterr().out
    assert quick.read_ == ["one", "one"]


def test_removing_a_source_removes_what_only_it_said(quick: Counting, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("Alpha attaque Beta.")
    (texts / "two.txt").write_text("Alpha attaque Beta. Omega attaque Beta.")
    build([texts], tmp_path / "out")
    (texts / "two.txt").unlink()
    build([texts], tmp_path / "out")
    everything = [path for folder in ("out", ".out-cache") for path in (tmp_path / folder).rglob("*") if path.is_file()]
    assert len(everything) > len(SAME)
    assert [path for path in everything if b"Omega" in path.read_bytes()] == []


def corpus(chance: random.Random, size: int) -> dict[str, str]:
    """Texts in which a dozen groups attack each other and deny it, some of them copies of others."""
    groups = "Alpha Beta Gamma Delta Kappa Sigma Omega Theta".split()
    texts = {}
    for number in range(size):
        said = [
            f"{' '.join(chance.choices(groups, k=9)).lower()} {a} {chance.choice(('attaque', 'dément attaquer'))} {b}."
            for a, b in (chance.sample(groups, 2) for _ in range(chance.randint(1, 4)))
        ]
        head = f"---\npublisher: Journal {number % 3}\ndate: 2024-0{number % 9 + 1}\n---\n" if number % 2 else ""
        copied = texts[chance.choice(sorted(texts))] if texts and chance.random() < 0.2 else head + " ".join(said)
        texts[f"d{number:02}"] = copied
    return texts


def put(folder: Path, texts: dict[str, str]) -> None:
    """The folder holds exactly these texts."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.stem not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)


def test_twenty_ways_to_come_to_a_corpus_end_in_one_graph(
    quick: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    final = corpus(random.Random(0), 12)
    put(tmp_path / "texts", final)
    build([tmp_path / "texts"], tmp_path / "scratch", cache=False)
    wanted = written(tmp_path / "scratch")
    assert b"Contested" in wanted["graph.trig"] and b"reprintOf" in wanted["graph.trig"]
    for way in range(20):
        chance = random.Random(way)
        results: list[BuildResult] = []
        part = dict(chance.sample(sorted(final.items()), chance.randint(1, 11)))
        part[chance.choice(sorted(part))] = "Alpha attaque Omega."  # changed later
        part["gone"] = "Gamma attaque Sigma."  # removed later
        for texts in (part, final):
            put(tmp_path / "texts", texts)
            results.append(build([tmp_path / "texts"], tmp_path / f"out{way}"))
        assert written(tmp_path / f"out{way}") == wanted, way
        assert results[-1].changed
    assert len(quick.read_) < 12 + 20 * (12 + 2 + 1)
