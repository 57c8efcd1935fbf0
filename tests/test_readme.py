"""The README says what is so: its table of relations, its commands and its Python example.

``python tests/test_readme.py`` writes the table anew from the ontology.
"""

import re
import shlex
from pathlib import Path

import pytest

from kg.cli import main
from kg.vocabulary import Relation, Vocabulary

README = Path(__file__).parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
TABLE = re.compile(r"(<!-- relations: [^\n]*-->\n).*?(<!-- /relations -->)", re.DOTALL)
COMMANDS = [line for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]


def relation_table(vocabulary: Vocabulary) -> str:
    """The relations as a Markdown table, by family, each followed by its kinds."""
    rows = ["| relation | in French | from → to | family |", "| --- | --- | --- | --- |"]
    relations = vocabulary.relations.values()

    def add(relation: Relation, depth: int) -> None:
        arrow = "↔" if relation.symmetric else "→"
        ends = f"{relation.domain} {arrow} {relation.range or 'a word'}"
        family = vocabulary.families[relation.family].label_en
        rows.append(f"| {'↳ ' * depth}`{relation.name}` | {relation.label_fr} | {ends} | {family} |")
        for kind in relations:
            if kind.parent == relation.name:
                add(kind, depth + 1)

    for family in dict.fromkeys(relation.family for relation in relations):
        for relation in relations:
            if relation.family == family and relation.parent is None:
                add(relation, 0)
    return "\n".join(rows)


def with_table(text: str, vocabulary: Vocabulary) -> str:
    return TABLE.sub(lambda found: f"{found[1]}\n{relation_table(vocabulary)}\n\n{found[2]}", text)


def test_the_table_of_relations_is_that_of_the_ontology(vocabulary: Vocabulary) -> None:
    assert TABLE.search(TEXT)
    assert with_table(TEXT, vocabulary) == TEXT


def test_every_relation_stands_in_the_table(vocabulary: Vocabulary) -> None:
    assert {name for name in vocabulary.relations if f"`{name}` |" not in TEXT} == set()


def test_every_command_of_the_program_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    commands = re.findall(r"^  (\w+)  ", capsys.readouterr().out.partition("Commands:")[2], re.MULTILINE)
    assert len(commands) >= 7
    assert [command for command in commands if f"`kg {command}" not in TEXT] == []


ASKING = [command for command in COMMANDS if command.startswith(("kg query", "kg export", "kg explain", "kg check"))]


def test_there_are_commands_to_run() -> None:
    assert len(ASKING) >= 5
    assert {"make demo", "make check"} <= set(COMMANDS)


@pytest.mark.parametrize("command", ASKING)
def test_a_documented_question_is_answered(command: str, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*shlex.split(command)[1:], "-o", str(samples)]) == 0
    assert capsys.readouterr().out.strip()


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "samples").symlink_to(README.parent / "kg" / "samples")
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)
    assert (tmp_path / "output" / "network.html").is_file()


def test_the_sparql_example_has_answers(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```sparql\n(.*?)```", TEXT, re.DOTALL)
    assert main(["query", example, "-o", str(samples), "--format", "csv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 1


if __name__ == "__main__":
    from kg.ontology import load_vocabulary

    README.write_text(with_table(TEXT, load_vocabulary()), encoding="utf-8")
