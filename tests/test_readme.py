"""The README says what is so: its table of relations, its commands, what they print, and its Python example.

``python tests/test_readme.py`` (in ``make sample``) writes the table anew from the ontology, and what the commands
print, from ``output/`` and a build of ``tests/gold/train``.
"""

import io
import json
import re
import shlex
import tempfile
from contextlib import redirect_stdout
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


OUTPUTS = re.compile(r"(<!-- (output of|line of claims\.jsonl): ([^\n]*?) -->\n```\w+\n).*?(```\n)", re.DOTALL)
CARD = re.compile(r"(<!-- model card -->\n).*?(<!-- /model card -->)", re.DOTALL)
ROOT = README.parent


def first_denial(samples: Path) -> dict[str, object]:
    """A claim of the sample corpus that somebody quoted denies: its line in claims.jsonl."""
    lines = map(json.loads, (samples / "claims.jsonl").read_text(encoding="utf-8").splitlines())
    denials: list[dict[str, object]] = [line for line in lines if line["polarity"] == "negative"]
    denials = [line for line in denials if line["attribution"] != "author"]
    return max(denials, key=lambda claim: (claim["relation"] == "supplies", claim["doc"], claim["id"]))


def printed(command: str, samples: Path, gold: Path) -> str:
    """What a documented command prints, after a ``$`` and the command."""
    command = command.replace("DENIAL", str(first_denial(samples)["id"]))
    folder = gold if "evaluate" in command else samples
    with redirect_stdout(io.StringIO()) as out:
        asked = shlex.split(command.partition(" -o ")[0])[1:]
        assert main([*asked, *([] if asked == ["check"] else ["-o", str(folder)])]) == 0
    lines = [line.rstrip().replace(f"{ROOT}/", "") for line in out.getvalue().splitlines()]
    return "\n".join([f"$ {command}", *lines, ""])


def shortened(samples: Path) -> str:
    """The line of a claim, without all the names of its parties, folded for reading."""
    claim = first_denial(samples)
    for role in ("subject", "object", "attribution"):
        party = claim[role]
        if isinstance(party, dict) and "names" in party:
            party["names"] = [party["names"][0], "…"]
    cells = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in claim.items()]
    return "{" + ",\n ".join(cells) + "}\n"


def with_outputs(text: str, samples: Path, gold: Path) -> str:
    def anew(found: re.Match[str]) -> str:
        body = printed(found[3], samples, gold) if found[2] == "output of" else shortened(samples)
        return found[1] + body + found[4]

    return OUTPUTS.sub(anew, text)


def with_card(text: str) -> str:
    """The rows of the model card, without the columns that need an explanation."""
    card = (ROOT / "kg" / "language" / "fr" / "README.md").read_text(encoding="utf-8")
    rows = [
        line.strip("| ").split(" | ") for line in card.splitlines() if re.match(r"\| (test set|\S+( \S+)* \| \d)", line)
    ]
    kept = [[row[k] for k in (0, 2, 4, 5, 6)] for row in rows]
    table = [kept[0], ["---"] * 5, *kept[1:]]
    return CARD.sub(lambda found: found[1] + "".join(f"| {' | '.join(row)} |\n" for row in table) + found[2], text)


def test_what_is_shown_is_what_the_commands_print(samples: Path, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = list(OUTPUTS.finditer(TEXT))
    assert len(shown) >= 5
    changed = [found[3] for found in shown if with_outputs(found[0], samples, gold) != found[0]]
    assert changed == [], "run `make sample`, look at what changed, and commit output/ and README.md"


def test_the_figures_of_the_pipeline_are_those_of_its_model_card() -> None:
    assert with_card(TEXT) == TEXT
    assert len(CARD.search(TEXT)[0].splitlines()) >= 6  # type: ignore[index]


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
    from kg.pipeline import build

    with tempfile.TemporaryDirectory() as folder:
        build([ROOT / "tests" / "gold" / "train"], folder)
        shown = with_outputs(TEXT, ROOT / "output", Path(folder))
    README.write_text(with_card(with_table(shown, load_vocabulary())), encoding="utf-8")
