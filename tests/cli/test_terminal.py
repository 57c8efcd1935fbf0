import pytest

from kg.cli.terminal import progress, say, say_error, visible


def test_control_and_direction_characters_are_shown_not_sent() -> None:
    assert visible("a\x1b[31mb\u202ec\td\ne\x9b") == "a\\u001b[31mb\\u202ec\\u0009d\ne\\u009b"


def test_markup_in_a_text_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    say("[bold]Gao[/bold] :smile: " + "mot " * 60)
    assert capsys.readouterr().out.startswith("[bold]Gao[/bold] :smile: mot")


def test_errors_and_progress_do_not_mix_with_results(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as show:
        show("reading", 1, 2)
    say_error("no [such] file")
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err == "Error: no [such] file\n"
