"""The shape of the repository: the tail is bounded, and every line has one place to live."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import FLOORS, ROOT, modules, name, top, tracked, tree

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
FOLDERS = {*FLOORS, "frontends", "infra", "tests"}
FILES = {
    "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
    "pyproject.toml", "requirements.lock", "requirements-dev.lock",
}  # fmt: skip
OPEN_TO_ALL = {"core", "statute"}
"""The parts of resolvers that are not slices and have no front door."""
WAIVER = re.compile("no" + r"qa.*\b(C901|PLR09\d\d)")
CLOCK = {"now", "utcnow", "today"}
SQL_CLOCK = re.compile(r"(?i)\b(now\(\)|current_date|current_time|(clock|statement)_timestamp)")

CODE = modules(*FLOORS)
ALL = modules(*FLOORS, "tests", "infra")
BELOW_THE_GATEWAY = [path for path in CODE if top(path) != "gateway"]


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_module_is_longer_than_a_reader_bears(path: Path) -> None:
    lines = path.read_text().count("\n")
    assert lines <= LONGEST_MODULE


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", ALL, ids=name)
def test_nobody_waives_a_bound_for_himself(path: Path) -> None:
    waived = [line.strip() for line in path.read_text().splitlines() if WAIVER.search(line)]
    assert not waived, "a waiver of a bound is a decision page"


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_module_is_named_after_nothing(path: Path) -> None:
    parts = {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
    assert not parts & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_every_top_level_entry_has_its_place_on_the_map() -> None:
    entries = {top(path): path for path in tracked()}
    folders = {entry for entry in entries if (ROOT / entry).is_dir() and entry[0] != "."}
    files = {entry for entry in entries if (ROOT / entry).is_file() and entry[0] != "."}
    assert folders <= FOLDERS
    assert files <= FILES


def imports(path: Path) -> Iterator[str]:
    """Each module that a file imports, submodules taken by `from package import module` too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            folder = ROOT.joinpath(*node.module.split("."))
            for alias in node.names:
                if (folder / f"{alias.name}.py").is_file() or (folder / alias.name).is_dir():
                    yield f"{node.module}.{alias.name}"


@pytest.mark.parametrize("path", [*CODE, *modules("infra")], ids=name)
def test_slices_meet_only_at_their_front_door(path: Path) -> None:
    own = path.relative_to(ROOT).parts[:2]
    for module in imports(path):
        floor, *inside = module.split(".")
        if floor != "resolvers" or len(inside) < 2 or inside[0] in OPEN_TO_ALL:
            continue
        assert (floor, inside[0]) == own, f"import {module} through resolvers.{inside[0]}"


@pytest.mark.parametrize("path", BELOW_THE_GATEWAY, ids=name)
def test_only_the_gateway_reads_the_clock(path: Path) -> None:
    assert not {"time"} & set(imports(path)), "the clock is read once, at the door"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"line {node.lineno}: today is an argument"


def texts_outside_docstrings(path: Path) -> Iterator[ast.Constant]:
    """Every string of a file that is more than a sentence standing by itself."""
    alone = {id(n.value) for n in ast.walk(tree(path)) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


@pytest.mark.parametrize("path", BELOW_THE_GATEWAY, ids=name)
def test_no_statement_reads_the_databases_clock(path: Path) -> None:
    for node in texts_outside_docstrings(path):
        assert not SQL_CLOCK.search(str(node.value)), f"line {node.lineno}: today is a parameter"
