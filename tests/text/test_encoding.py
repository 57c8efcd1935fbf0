import codecs

import pytest

from kg.errors import DocumentError
from kg.text.encoding import LEGACY, decode

TEXT = "L'armée a repris la localité où « des groupes » s'étaient repliés ; ça s'achève à Gao, près de la forêt."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", *LEGACY])
def test_french_text_comes_back_from_every_usual_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_with_the_high_byte_first_is_read_by_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_a_single_accent_of_windows_is_read() -> None:
    assert decode("L'armée.".encode("cp1252")) == "L'armée."


def test_the_ligature_of_latin_9_is_not_read_as_a_fraction() -> None:
    assert decode("au cœur de l'été".encode("iso8859_15")) == "au cœur de l'été"


def test_line_ends_become_newlines() -> None:
    assert decode(b"un\r\ndeux\rtrois\n") == "un\ndeux\ntrois\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04 text", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"text\x00text", "binary"),
        (b"\x01\x02\x03\x04 text", "binary"),
        ("texte".encode("utf-16-le"), "binary"),
        ("Здравствуйте, это новости".encode("cp1251"), "no encoding known"),
        ("الجيش يهاجم القرية".encode("cp1256"), "no encoding known"),
        (b"\xff\xfea", "begins as UTF-16"),
        (codecs.BOM_UTF8 + b"\xe9t\xe9", "begins as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, says: str) -> None:
    with pytest.raises(DocumentError, match=says):
        decode(raw)


def test_utf_8_with_one_damaged_byte_is_refused_with_its_line() -> None:
    raw = "L'été.\nL'armée se replie.\n".encode().replace(b"arm\xc3\xa9e", b"arm\xc3e")
    with pytest.raises(DocumentError, match="line 2"):
        decode(raw)
