"""What is installed works without the checkout: ontology, language model, samples and the page are inside."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_all_that_a_build_needs_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "kg/_ontology/conflict.ttl",
        "kg/_ontology/shapes.ttl",
        "kg/_ontology/lexicon/fr.tsv",
        "kg/_ontology/queries/allies.rq",
        "kg/_ontology/gazetteer/actors.ttl",
        "kg/language/fr/meta.json",
        "kg/language/fr/LICENSE",
        "kg/samples/README",
        "kg/view/assets/template.html",
        "kg/view/vendor/vis-network.min.js",
        "kg/view/vendor/world/world.json",
        "kg/py.typed",
    ):
        assert part in names
    assert [name for name in names if not name.startswith(("kg/", "conflict_kg-"))] == []


def test_the_unpacked_wheel_finds_its_own_ontology(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    command = [sys.executable, "-m", "kg", "check"]
    environment = {"PYTHONPATH": str(tmp_path / "site"), "PATH": "", "COLUMNS": "500"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(tmp_path / "site" / "kg" / "_ontology") in done.stdout


def test_the_project_file_names_the_fixed_things() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "conflict-kg"
    assert project["scripts"] == {"kg": "kg.cli:main"}
    assert project["requires-python"] == ">=3.11"


def test_the_changelog_has_the_version() -> None:
    assert f"## {kg.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
