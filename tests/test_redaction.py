"""Lists of redactions, in whole builds: whoever is listed stands in no file, after any rebuild."""

from dataclasses import replace
from pathlib import Path

import pytest
from pattern_reader import PatternReader

import kg.pipeline
from kg.claims.masking import Hidden
from kg.claims.redaction import find_redacted, read_redactions
from kg.claims.safeguards import require_gone
from kg.cli.build import _summary
from kg.errors import BuildError, UsageError
from kg.names import fold
from kg.pipeline import build
from kg.view.packing import blocks, readable
from kg.vocabulary import Vocabulary

TEXT = "---\ntitle: Omega parle\n---\nAlpha attaque Beta. Omega attaque Beta. « Alpha attaque Gamma », dit OMÉGA."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, vocabulary: Vocabulary) -> None:
    small = replace(vocabulary, gazetteer={"paul-biya": vocabulary.gazetteer["paul-biya"]})
    monkeypatch.setattr(kg.pipeline, "load_vocabulary", lambda *_, **__: small)
    monkeypatch.setattr(kg.pipeline, "load_pipeline", lambda model: None)
    monkeypatch.setattr(kg.pipeline, "require_valid", lambda *_: None)  # tested elsewhere, and slow
    monkeypatch.setattr(kg.pipeline, "Reader", lambda vocabulary, nlp: PatternReader())
    monkeypatch.setattr(kg.pipeline, "reader_version", lambda vocabulary, model: "v1")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "entretien-omega.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text("Alpha attaque Beta. Beta attaque Omega.", encoding="utf-8")
    (folder / "omega-bad.txt").write_bytes(b"\x00")
    return folder


def holding(folder: Path, name: str) -> list[str]:
    """The files that hold a name, in whatever spelling, among their words; the page's program is no data."""
    words = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}
    data = {
        n: readable(t[t.index('type="application/json"') :]) if n == "network.html" else t for n, t in words.items()
    }
    return sorted(n for n, text in data.items() if fold(name) in fold(text))


def test_who_is_listed_stands_in_no_file(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    build([texts], output)
    assert len(holding(output, "Omega")) >= 4
    assert holding(tmp_path / ".out-cache", "Omega")
    (tmp_path / "redact.txt").write_text("# gone\n\nOmega  # by request\n", encoding="utf-8")
    result = build([texts], output)
    assert holding(output, "Omega") == []
    assert holding(tmp_path / ".out-cache", "Omega") == []
    assert [(c.subject.label, c.object) for c in result.corpus.claims]
    assert {c.subject.label for c in result.corpus.claims} == {"Alpha"}


def test_a_name_in_the_compressed_and_marked_words_of_a_page_is_found(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.view.packing.PLAIN", 0)
    pieces = [["Awa ", "s"], ["Omega dit", "q"]]
    zipped, (words,) = blocks([{"why": {}, "passages": [{"before": "", "pieces": pieces, "after": ""}]}])
    assert zipped
    leak = f'<script type="application/json" id="kg-evidence-0">{words}</script>'
    monkeypatch.setattr(kg.pipeline, "write_page", lambda corpus, vocabulary, path: path.write_text(leak))
    build([texts], tmp_path / "open")
    (tmp_path / "redact.txt").write_text("Awa Omega\n", encoding="utf-8")
    with pytest.raises(BuildError, match=r"network\.html would still hold 1 of the names"):
        build([texts], tmp_path / "out")


def test_it_stays_gone_when_texts_come_and_go_and_comes_back_with_the_list_gone(texts: Path, tmp_path: Path) -> None:
    output, listed = tmp_path / "out", tmp_path / "redact.txt"
    listed.write_text("omega")
    for text in ("Gamma attaque Omega.", "Omega attaque Gamma. Kappa attaque Beta."):
        (texts / "three.txt").write_text(text)
        build([texts], output)
        assert holding(output, "Omega") == []
    listed.unlink()
    build([texts], output)
    assert holding(output, "Omega")


def test_another_list_can_be_given_and_must_be_there(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("Beta")
    build([texts], tmp_path / "out", redact=tmp_path / "mine.txt")
    assert holding(tmp_path / "out", "Beta") == []
    with pytest.raises(UsageError, match="cannot be read"):
        build([texts], tmp_path / "out", redact=tmp_path / "none.txt")


def test_the_same_texts_and_list_give_the_same_bytes(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "redact.txt").write_text("Omega")
    for name in ("a", "b"):
        build([texts], tmp_path / name, cache=name == "a")
    for name in ("claims.jsonl", "graph.trig", "network.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"0123456789abcdef", "redact.txt:1: .*changes with the texts"),
        (b"\n-\n", "redact.txt:2: '-' is no name"),
        (b"\xff", "UTF-8"),
    ],
)
def test_a_line_that_would_hide_nothing_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "redact.txt").write_bytes(content)
    with pytest.raises(UsageError, match=says):
        read_redactions(tmp_path / "redact.txt")


def test_a_name_that_would_stand_in_a_file_all_the_same_stops_the_build(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "redact.txt").write_text("Omega Sigma")
    monkeypatch.setattr(kg.pipeline, "dump_claims", lambda claims, path: path.write_text("Oméga Sigma"))
    with pytest.raises(BuildError, match=r"claims.jsonl would still hold 1 of the names"):
        build([texts], tmp_path / "out")
    assert not (tmp_path / "out").exists()


SAID = "---\ntitle: Kagame parle\nurl: https://example.org/kagame/2025\n---\nPaul Kagame parle. Alpha attaque Beta."


@pytest.mark.parametrize(
    "stem", ["kagame-2025", "KAGAME_2025", "kagame2025", "EntretienKagame", "paul.kagame", "paulkagame"]
)
def test_a_surname_in_a_file_name_is_gone_from_every_id_title_and_address(tmp_path: Path, stem: str) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / f"{stem}.txt").write_text(SAID)
    (folder / f"{stem}-b.txt").write_text("Alpha attaque Gamma.")  # told by its name alone
    (folder / f"{stem}-bad.txt").write_bytes(b"\x00")
    output = tmp_path / "out"
    build([folder], output)
    assert len(holding(output, "kagame")) == 5
    (tmp_path / "redact.txt").write_text("Paul Kagame")
    result = build([folder], output)
    assert holding(output, "kagame") == []
    assert holding(tmp_path / ".out-cache", "kagame") == []
    assert (len(result.corpus.claims), len(result.corpus.documents), len(result.corpus.skipped)) == (2, 2, 1)


def test_a_forename_in_a_file_name_is_gone_unless_it_is_anothers(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("reponse-aminata", "AMINATA", "paul-biya", "discours-paul"):
        (folder / f"{name}.txt").write_text(f"Alpha attaque Beta{len(name)}. Mme Zerbo parle.")
    (tmp_path / "redact.txt").write_text("Aminata Zerbo\nPaul Kagame")
    result = build([folder], tmp_path / "out")
    assert [document.id for document in result.corpus.documents if "document-" not in document.id] == ["paul-biya"]
    assert holding(tmp_path / "out", "aminata") == []
    assert holding(tmp_path / "out", "discours-paul") == []


def test_words_that_only_resemble_a_listed_name_keep_their_file_names(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("kagamean-2025", "paul-biya", "li-2025"):
        (folder / f"{name}.txt").write_text(f"Alpha attaque {name[0].upper()}eta.")
    (tmp_path / "redact.txt").write_text("Paul Kagame\nPeng Li")
    result = build([folder], tmp_path / "out")
    assert [document.id for document in result.corpus.documents] == ["kagamean-2025", "li-2025", "paul-biya"]


@pytest.mark.parametrize(
    "text",
    [
        '{"id": "1", "doc": "kagame-2025"}',
        '{"path": "x/Kagame.txt"}',
        'document:x dcterms:identifier "kagame-2025" ;',
        "document:x dcterms:source <https://example.org/kag%61me> ;",
        '{"doc":{"all":["b","kagame-2025"]}}',
    ],
)
def test_a_surname_that_would_stand_in_an_id_or_a_file_name_stops_the_build(text: str) -> None:
    person = Hidden(ids=frozenset(), names=("Paul Kagame",), surnames=frozenset({"kagame"}))
    with pytest.raises(BuildError, match="1 file names or ids of documents"):
        require_gone("some file", text, [person])
    with pytest.raises(BuildError, match="1 file names or ids of documents"):
        require_gone("some file", '{"path": "x/paul.txt"}', [replace(person, forenames=frozenset({"paul"}))])
    require_gone("some file", text.replace("agame", "agamean").replace("kag%61me", "b"), [person])
    require_gone("some file", '{"text": "Kagame, un autre"}', [person])


def test_a_listed_name_that_is_nowhere_is_not_counted_but_named(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "redact.txt").write_text("Omega\nOmgea\nbad\n")
    result = build([texts], tmp_path / "out")
    assert result.unmatched == ("Omgea",)
    assert "2 names of the list of redactions taken out" in _summary(result)
    assert holding(tmp_path / "out", "Omgea") == []


def test_a_surname_that_is_also_a_groups_is_left_unless_the_person_is_called_so(vocabulary: Vocabulary) -> None:
    listed = ("Thérèse Kayikwamba Wagner", "François Hollande", "Abdallah II", "JNIM")
    minister, president, king, group = find_redacted(listed, (), vocabulary)
    assert "kayikwamba" in minister.surnames and "wagner" not in minister.surnames
    assert "hollande" in president.surnames and "francois" not in president.surnames
    assert "jordanie" not in king.surnames
    assert group.surnames == frozenset()
