from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.staging import staged


def listing(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_files_take_the_place_of_their_predecessors_and_others_stay(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    output.mkdir(parents=True)
    (output / "a").write_text("old")
    (output / "mine").write_text("mine")
    with staged(output) as folder:
        (folder / "a").write_text("new")
        (folder / "b").write_text("new")
        assert listing(output) == {"a": "old", "mine": "mine"}
    assert listing(tmp_path) == {"deep/output/a": "new", "deep/output/b": "new", "deep/output/mine": "mine"}


def test_an_error_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "a").write_text("old")
    with pytest.raises(RuntimeError, match="half-way"), staged(output) as folder:
        (folder / "a").write_text("new")
        raise RuntimeError("half-way")
    assert listing(tmp_path) == {"output/a": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_an_error_makes_no_output_folder(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="half-way"), staged(tmp_path / "output"):
        raise RuntimeError("half-way")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_swap_puts_the_predecessors_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "a").write_text("old")
    (output / "c").write_text("old")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "c" and self.parent != output and self.parent.name != "before":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=r"No space left.*as it was"), staged(output) as folder:
        for name in ("a", "b", "c"):
            (folder / name).write_text("new")
    assert listing(tmp_path) == {"output/a": "old", "output/c": "old"}


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_place_that_cannot_be_a_folder_is_refused_at_once(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="choose another folder with -o"), staged(tmp_path / place):
        pytest.fail("the work must not begin")


def test_the_current_folder_may_be_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with staged(Path()) as folder:
        (folder / "a").write_text("new")
    assert listing(tmp_path) == {"here/a": "new"}
