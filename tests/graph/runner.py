"""A query test is three files: a question, its answer, and what it costs.

    my_unit.graphql   the operation; `# as: an` names who asks, `# variables: {…}` what with
    my_unit.json      the whole response
    my_unit.cost      SQL statements, root fields, and the static cost

`UPDATE_ANSWERS=1` writes the two answers anew, for somebody to read before they are committed.
"""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graphql import OperationDefinitionNode, parse

from gateway.graph import Ask, Graph
from resolvers.core.request import Request
from tests.graph.fixture_world import Counted

_ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def questions(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.graphql"))


async def check(
    path: Path,
    graph: Graph,
    database: Counted,
    people: Mapping[str, Request],
    names: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Ask the question of one file, and compare its answer and its cost.

    `names` stand for ids that differ from run to run: "<sheet clerk>" for the clerk's sheet.
    """
    document = path.read_text(encoding="utf-8")
    header = dict(
        line.removeprefix("# ").split(": ", 1)
        for line in document.splitlines()
        if line.startswith("# ")
    )
    variables = header.get("variables", "{}")
    for name, id in names.items():
        variables = variables.replace(name, id)
    ask = Ask(document, variables=json.loads(variables))
    before = len(database.statements)
    request = people[header["as"]]
    answer = await graph.respond(ask, request, database, renewed=lambda: _same(request))
    text = json.dumps(json.loads(answer.body), ensure_ascii=False, indent=2) + "\n"
    if names:
        text = _named(text, names)
    cost = (
        f"statements {len(database.statements) - before}\n"
        f"roots {_roots(document)}\n"
        f"cost {graph.cost_of(ask)}\n"
    )
    _compare(path.with_suffix(".json"), text)
    _compare(path.with_suffix(".cost"), cost)


async def _same(request: Request) -> Request:
    return request


def _named(text: str, names: Mapping[str, str]) -> str:
    """Ids by their names; those without one are numbered as they come."""
    known = {id: name for name, id in names.items()}
    return _ID.sub(
        lambda found: known.setdefault(found[0], f"<id {len(known) - len(names) + 1}>"), text
    )


def _roots(document: str) -> int:
    return sum(
        len(part.selection_set.selections)
        for part in parse(document).definitions
        if isinstance(part, OperationDefinitionNode)
    )


def _compare(path: Path, found: str) -> None:
    if os.environ.get("UPDATE_ANSWERS"):
        path.write_text(found, encoding="utf-8")
    expected: Any = path.read_text(encoding="utf-8") if path.exists() else "(no such file)"
    assert found == expected, f"{path.name} differs; UPDATE_ANSWERS=1 writes it anew"
