"""The shape of the code, checked by machine: small modules, one direction, and no relation's name in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from kg.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
COMMON_WORDS = frozenset({"near", "supports", "leads", "trains", "controls", "supplies"})
"""Relations named like an English word: looked for as a whole text only, not as an identifier."""


def names_in(tree: ast.AST) -> Iterator[tuple[int, str, bool]]:
    """Line, name, and whether it is a text, of every identifier and literal text but docstrings."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value, True
        for field in ("id", "attr", "name", "arg"):
            name = getattr(node, field, None)
            if isinstance(name, str):
                yield getattr(node, "lineno", 0), name, False


def relation_names_in(source: str, relations: frozenset[str]) -> list[str]:
    found = []
    for line, text, literal in names_in(ast.parse(source)):
        if literal:
            hits = {text} & relations | set(re.findall(r"\w+", text)) & (relations - COMMON_WORDS)
        else:
            hits = {text} & (relations - COMMON_WORDS)
        found += [f"line {line}: {hit}" for hit in sorted(hits)]
    return found


def test_there_is_code_to_look_at() -> None:
    assert len(MODULES) > 40


def test_no_relation_is_named_in_the_code(vocabulary: Vocabulary) -> None:
    relations = frozenset(vocabulary.relations)
    assert len(relations) > 20
    hits = {
        str(path.relative_to(ROOT)): found
        for path in MODULES
        if (found := relation_names_in(path.read_text(encoding="utf-8"), relations))
    }
    assert hits == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 'alliedWith'", ["line 1: alliedWith"]),
        ("q = 'ASK { ?a ckg:alliedWith ?b }'", ["line 1: alliedWith"]),
        ("alliedWith = 1", ["line 1: alliedWith"]),
        ("x = 'supports'", ["line 1: supports"]),
        ("x = 'what one supports'", []),
        ("def f(near: int) -> int:\n    'Is near.'\n    return near", []),
        ("def f() -> None:\n    'Says alliedWith.'", []),
    ],
)
def test_the_search_for_relation_names_finds_them(source: str, found: list[str]) -> None:
    assert relation_names_in(source, frozenset({"alliedWith", "supports", "near"})) == found


def test_no_module_is_above_400_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_the_layers_and_the_fences_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0
