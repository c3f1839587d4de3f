"""The shape of the repository: the tail is bounded, and every line has one place to live."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.architecture.sources import FLOORS, ROOT, modules, name, nodes, text, top, tracked

LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
FOLDERS = {*FLOORS, "frontends", "infra", "tests"}
FILES = {
    "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
    "pyproject.toml", "requirements.lock", "requirements-dev.lock",
}  # fmt: skip
NOTHING = {"utils", "util", "helpers", "helper", "common", "misc"}
OPEN_TO_ALL = {"core", "statute"}
"""The parts of resolvers that are not slices and have no front door."""
WAIVER = re.compile("no" + r"qa.*\b(C901|PLR09\d\d)")
CLOCK = {"now", "utcnow", "today"}
SQL_CLOCK = re.compile(r"(?i)\b(now\(\)|current_date|current_time|(clock|statement)_timestamp)")

CODE = modules(*FLOORS)
ALL = modules(*FLOORS, "tests", "infra")
BELOW_THE_GATEWAY = [path for path in CODE if top(path) != "gateway"]


def offences(paths: Iterable[Path], of: Callable[[Path], Iterable[str]]) -> dict[str, list[str]]:
    """What each file does against a rule: all of them in one test, since most files do nothing."""
    found = {name(path): list(of(path)) for path in paths}
    return {path: told for path, told in found.items() if told}


def test_the_files_were_found() -> None:
    assert {top(path) for path in ALL} == {*FLOORS, "tests", "infra"}
    assert {top(path) for path in BELOW_THE_GATEWAY} == {*FLOORS} - {"gateway"}
    assert len(ALL) > len(CODE) > len(BELOW_THE_GATEWAY) > 500


def test_no_module_is_longer_than_a_reader_bears() -> None:
    def lines(path: Path) -> Iterator[str]:
        if (count := text(path).count("\n")) > LONGEST_MODULE:
            yield f"{count} lines"

    assert offences(ALL, lines) == {}


def test_no_function_is_longer_than_a_screen() -> None:
    def long(path: Path) -> Iterator[str]:
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    yield f"{node.name} has {lines} lines"

    assert offences(CODE, long) == {}


def test_nobody_waives_a_bound_for_himself() -> None:
    def waived(path: Path) -> list[str]:
        return [line.strip() for line in text(path).splitlines() if WAIVER.search(line)]

    assert offences(ALL, waived) == {}, "a waiver of a bound is a decision page"


def test_no_module_is_named_after_nothing() -> None:
    def empty(path: Path) -> set[str]:
        return NOTHING & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}

    assert offences(ALL, empty) == {}


def test_every_top_level_entry_has_its_place_on_the_map() -> None:
    entries = {top(path): path for path in tracked()}
    folders = {entry for entry in entries if (ROOT / entry).is_dir() and entry[0] != "."}
    files = {entry for entry in entries if (ROOT / entry).is_file() and entry[0] != "."}
    assert folders <= FOLDERS
    assert files <= FILES


def imports(path: Path) -> Iterator[str]:
    """Each module that a file imports, submodules taken by `from package import module` too."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            folder = ROOT.joinpath(*node.module.split("."))
            for alias in node.names:
                if (folder / f"{alias.name}.py").is_file() or (folder / alias.name).is_dir():
                    yield f"{node.module}.{alias.name}"


def test_slices_meet_only_at_their_front_door() -> None:
    def through_the_window(path: Path) -> Iterator[str]:
        own = path.relative_to(ROOT).parts[:2]
        for module in imports(path):
            floor, *inside = module.split(".")
            if floor != "resolvers" or len(inside) < 2 or inside[0] in OPEN_TO_ALL:
                continue
            if (floor, inside[0]) != own:
                yield f"import {module} through resolvers.{inside[0]}"

    assert offences([*CODE, *modules("infra")], through_the_window) == {}


def test_only_the_gateway_reads_the_clock() -> None:
    def read(path: Path) -> Iterator[str]:
        if "time" in imports(path):
            yield "the clock is read once, at the door"
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in CLOCK:
                    yield f"line {node.lineno}: today is an argument"

    assert offences(BELOW_THE_GATEWAY, read) == {}


def texts_outside_docstrings(path: Path) -> Iterator[ast.Constant]:
    """Every string of a file that is more than a sentence standing by itself."""
    alone = {id(n.value) for n in nodes(path) if isinstance(n, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


def test_no_statement_reads_the_databases_clock() -> None:
    def read(path: Path) -> Iterator[str]:
        for node in texts_outside_docstrings(path):
            if SQL_CLOCK.search(str(node.value)):
                yield f"line {node.lineno}: today is a parameter"

    assert offences(BELOW_THE_GATEWAY, read) == {}
