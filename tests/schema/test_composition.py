"""Routers of Federation 2 take the contract in, beside the subgraphs of other software."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gateway.commands.sdl import current
from gateway.identity.demo_issuer import NODE

FOLDER = Path(__file__).parents[2] / "infra" / "composition"
LINK = (
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",'
    ' import: ["@key", "@external", "@requires"])'
)
PAYROLL = f"""
{LINK}
type Query {{ payslips: [Payslip!]! }}
type Payslip @key(fields: "id") {{ id: ID! net: String! sheet: Sheet! }}
type Sheet @key(fields: "id", resolvable: false) {{ id: ID! }}
type Person @key(fields: "id") {{ id: ID! account: String! payslips: [Payslip!]! }}
"""
QUARREL = f"""
{LINK}
type Query {{ nothing: Int }}
type Person @key(fields: "id") {{ id: ID! fullName: Int! }}
"""

pytestmark = pytest.mark.skipif(
    not (FOLDER / "node_modules").is_dir(), reason="the composer is not installed (make setup)"
)


def composed(**others: str) -> dict[str, Any]:
    """The contract and other subgraphs, composed."""
    told = subprocess.run(
        [str(NODE), str(FOLDER / "compose.mjs")],
        input=json.dumps({"congtam": current(), **others}),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_the_contract_composes_by_itself() -> None:
    assert "errors" not in composed()


def test_others_extend_and_refer_to_its_entities() -> None:
    found = composed(payroll=PAYROLL)
    assert "errors" not in found
    person = found["supergraph"].partition("type Person")[2].partition("\n}")[0]
    assert '@join__type(graph: CONGTAM, key: "id")' in person
    assert '@join__type(graph: PAYROLL, key: "id")' in person
    assert "fullName" in person
    assert "payslips" in person


def test_a_contradiction_is_told() -> None:
    """So the two above would fail if anything were wrong."""
    (problem, *_) = composed(quarrel=QUARREL)["errors"]
    assert "Person.fullName" in problem
