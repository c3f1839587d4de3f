"""The repository as text: what the shape tests read."""

import ast
import subprocess
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

ROOT = Path(__file__).parents[2]
FLOORS = ("gateway", "schema", "resolvers", "authz")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that is, or on the next `git add` would be, part of the repository."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(ROOT / name for name in sorted(set(listed)) if name and (ROOT / name).is_file())


def modules(*folders: str) -> list[Path]:
    """The Python files under some top-level folders."""
    return [path for path in tracked() if path.suffix == ".py" and top(path) in folders]


def top(path: Path) -> str:
    """The top-level entry that a file belongs to."""
    return path.relative_to(ROOT).parts[0]


def name(path: Path) -> str:
    """A file's path inside the repository, as test ids show it."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: Path) -> str:
    """What a Python file says, read once."""
    return path.read_text(encoding="utf-8")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of the file's syntax tree, which is parsed and walked once."""
    return tuple(ast.walk(ast.parse(text(path))))


@cache
def imported() -> tuple[ModuleType, ...]:
    """Every module of the four floors, imported."""
    found = [
        import_module(module.name)
        for floor in FLOORS
        for module in walk_packages([str(ROOT / floor)], f"{floor}.")
        if not module.name.endswith(".__main__")
    ]
    return (*(import_module(floor) for floor in FLOORS), *found)
