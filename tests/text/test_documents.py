import os
from pathlib import Path

import pytest

from kg.errors import DocumentError, UsageError
from kg.text.documents import LONGEST_RUN, MAX_CHARACTERS, find_paths, read_document, unique_ids


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/c.TXT", "deep/d.csv", ".hidden/e.txt", ".f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Le texte.")
    return tmp_path


def test_a_folder_stands_for_its_texts_at_any_depth(folder: Path) -> None:
    assert [path.name for path in find_paths([str(folder)])] == ["a.md", "b.txt", "c.TXT"]


def test_a_glob_and_a_file_of_any_suffix_are_taken(folder: Path) -> None:
    paths = find_paths([str(folder / "**" / "*.csv"), str(folder / "deep" / "d.csv"), str(folder / "*.txt")])
    assert [path.name for path in paths] == ["b.txt", "d.csv"]


def test_each_file_is_taken_once_whatever_the_order(folder: Path) -> None:
    one, other = str(folder), str(folder / "deep" / ".." / "b.txt")
    assert find_paths([one, other]) == find_paths([other, one])
    assert len(find_paths([one, other])) == 3


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("b.text", "did you mean .*b.txt"),
        ("nothing/at/all.txt", "nor is there a folder"),
        ("*.docx", "no file matches"),
        ("empty", "no .txt or .md file in the folder"),
        ("long" * 2000, "not a path"),
    ],
)
def test_a_path_that_names_no_text_is_refused_with_advice(folder: Path, path: str, says: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match=says):
        find_paths([str(folder / path)])


def test_a_document_knows_its_header_body_and_digest(tmp_path: Path) -> None:
    path = tmp_path / "000_ab.txt"
    path.write_bytes("\ufeff date 2024-07 L'armée avance.\r\n\r\nFin.\r\n".encode())
    document = read_document(path)
    start, end = document.body
    assert document.id == "000_ab"
    assert document.date == "2024-07"
    assert document.text[start:end] == "L'armée avance.\n\nFin."
    assert document.text.startswith(" date")
    assert len(document.digest) == 64


def test_the_digest_does_not_depend_on_the_encoding(tmp_path: Path) -> None:
    digests = set()
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        (tmp_path / "a.txt").write_bytes("L'été à Gao.".encode(encoding))
        digests.add(read_document(tmp_path / "a.txt").digest)
    assert len(digests) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b" date 2024-07 \n", "a header but no text"),
        (b"a\x00b", "binary"),
        (b"x" * (LONGEST_RUN + 1), "without a space in line 1"),
        (b"un mot " * (MAX_CHARACTERS // 7 + 1), "longer than 1,000,000 characters"),
        (b"un mot " * MAX_CHARACTERS, "larger than 1,000,000 characters"),
        (b"---\nlang: en\n---\nThe text.", "language is 'en'"),
    ],
)
def test_an_unusable_file_is_refused_by_name(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=says) as caught:
        read_document(path)
    assert str(path) in str(caught.value)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentError, match="not a file"):
        read_document(tmp_path / "pipe.txt")


def test_a_long_address_is_still_prose(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Voir https://example.org/" + "a" * 1000 + " pour la suite.")
    assert read_document(tmp_path / "a.txt").body[0] == 0


def test_a_name_in_another_encoding_gives_a_writable_id(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("Le texte.")
    document = read_document(path)
    assert document.id == "caf\ufffd"
    assert (document.id + document.path).encode()


def test_documents_with_one_stem_get_ids_from_their_content(tmp_path: Path) -> None:
    for name, text in (("x/a.txt", "Un."), ("y/a.txt", "Deux."), ("z/a.md", "Un."), ("b.txt", "Un.")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    documents = [read_document(path) for path in find_paths([str(tmp_path)])]
    kept, skipped = unique_ids(documents)
    assert sorted(document.id for document in kept) == sorted(
        ["b", *(f"a-{d.digest[:8]}" for d in documents if d.path.endswith(("x/a.txt", "y/a.txt")))]
    )
    assert [Path(entry.path).name for entry in skipped] == ["a.md"]
    assert "x/a.txt" in skipped[0].reason
    assert unique_ids(reversed(documents)) == (kept, skipped)
