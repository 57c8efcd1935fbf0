import pytest

from kg.text.header import iso_date, parse_header


@pytest.mark.parametrize(
    ("text", "date", "body"),
    [
        (" date 2024-07 Du 25 au 27", "2024-07", "Du 25 au 27"),
        ("date 2024-07-28\n\nDu 25", "2024-07-28", "Du 25"),
        ("\n DATE: 2024 Du 25", "2024", "Du 25"),
        ("La date 2024-07 est connue.", None, "La date 2024-07 est connue."),
        ("date 2024-07xyz", None, "date 2024-07xyz"),
        ("", None, ""),
    ],
)
def test_the_mark_with_the_date_is_taken_off(text: str, date: str | None, body: str) -> None:
    header = parse_header(text)
    assert (header.date, text[header.start :], header.note) == (date, body, None)


def test_front_matter_gives_title_address_publisher_and_date() -> None:
    text = (
        "---\ntitle: \"Un titre : deux parts\"\nURL: https://example.org/a\npublisher: 'Le Journal'\n"
        "date: 2024-07-28T10:00\nauthor: X\n---\n\nLe texte."
    )
    header = parse_header(text)
    assert (header.title, header.url, header.publisher, header.date) == (
        "Un titre : deux parts",
        "https://example.org/a",
        "Le Journal",
        "2024-07-28",
    )
    assert text[header.start :] == "Le texte."


def test_the_mark_may_follow_front_matter() -> None:
    header = parse_header("---\ntitle: t\n---\n date 2024-07 Le texte.")
    assert (header.title, header.date) == ("t", "2024-07")


@pytest.mark.parametrize("text", ["---\nLe texte.\n---\nLa suite.", "---\ntitle: sans fin\n\nLe texte.", "---\n" * 50])
def test_a_rule_across_the_page_is_not_front_matter(text: str) -> None:
    assert parse_header(text).start == 0


@pytest.mark.parametrize("written", ["2024-13", "2024-02-30", "2024-7", "0000"])
def test_a_date_that_is_none_is_left_out_and_noted(written: str) -> None:
    header = parse_header(f" date {written} Le texte.")
    assert header.date is None
    assert header.note is not None
    assert written in header.note


def test_a_date_keeps_its_precision() -> None:
    assert [iso_date(w) for w in ("2024", "2024-07", "2024-07-28", "28/07/2024")] == [
        "2024",
        "2024-07",
        "2024-07-28",
        None,
    ]
