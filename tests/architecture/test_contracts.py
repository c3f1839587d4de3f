"""Imports only go down: the contracts of pyproject.toml, and what they cannot say."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules, name, nodes

CONTRACTS = {
    "floors",
    "resolver-floors",
    "no-circles",
    "graphql-stays-up",
    "driver-stays-up",
    "sql-stays-down",
    "pure",
    "nothing-imports-infra",
}
STANDARD = frozenset(sys.stdlib_module_names)
ALONE = [
    *((path, STANDARD | {"authz", "cedarpy"}) for path in modules("authz")),
    *(
        (path, STANDARD | {"resolvers.statute"})
        for path in modules("resolvers")
        if path.is_relative_to(ROOT / "resolvers" / "statute")
    ),
]


def test_every_contract_is_kept() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_contracts_are_the_ones_that_the_map_names() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    assert {contract["id"] for contract in settings["contracts"]} == CONTRACTS
    assert not any("ignore_imports" in contract for contract in settings["contracts"])


@pytest.mark.parametrize(("path", "may"), ALONE, ids=[name(path) for path, _ in ALONE])
def test_law_and_policies_stand_on_the_standard_library(path: Path, may: frozenset[str]) -> None:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found = [node.module or ""]
        else:
            continue
        for module in found:
            parts = module.split(".")
            assert {parts[0], ".".join(parts[:2])} & may, f"line {node.lineno}: {module}"
