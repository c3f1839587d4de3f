"""No import scores anybody, whoever runs it: not by its rows, not by its code, not by its rules."""

from typing import Any

import pytest
from sqlalchemy import Table

from authz.actions import DESCRIBED, Action
from authz.decide import decide
from authz.facts import SheetFacts
from resolvers import evaluations
from resolvers.evaluations import tables as of_evaluations
from resolvers.work import tables as of_work
from tests.architecture.sources import modules, name
from tests.architecture.test_shape import imports as imported_by
from tests.resolvers import cast as casting
from tests.resolvers.exchange.lists import DEEDS, Imports, a_post
from tests.resolvers.exchange.test_batches import LISTS, OTHERS
from tests.resolvers.town import Town

SCORING = (
    Action.SelfAssess,
    Action.ScoreSheet,
    Action.SignSheet,
    Action.ReturnSheet,
    Action.ReopenSheet,
    Action.ApplyDeduction,
)
KEPT = {
    table.name
    for module in (of_evaluations, of_work)
    for table in vars(module).values()
    if isinstance(table, Table)
}
"""The tables of sheets, marks, scores and work."""
CODE = [
    path
    for path in modules("resolvers", "gateway")
    if {"exchange", "imports"} & {*path.parts} or path.name == "imports.py"
]


@pytest.fixture
async def cast(imports: Imports) -> casting.Cast:
    """The town in the middle of a month: the clerk's sheet is scored, the assistant's assessed."""
    found = await casting.build(imports.town)
    await found.open("office")
    await found.worked("clerk")
    await found.assess("clerk")
    await found.score("clerk")
    await found.assess("assistant")
    return found


async def sheets(town: Town) -> dict[str, list[str]]:
    found = {
        table.removeprefix("congtam."): rows for table, rows in (await town.everything()).items()
    }
    parts = {table for table in found if table.partition("_2")[0] in KEPT}
    return {table: found[table] for table in parts}


async def test_rows_of_every_import_leave_every_sheet_as_it_was(
    imports: Imports, cast: casting.Cast
) -> None:
    before = await sheets(imports.town)
    assert KEPT <= before.keys()
    assert before["sheet"]
    assert before["score"]
    for kind in DEEDS:
        await imports.do(kind, LISTS[kind])
        await imports.do(kind, OTHERS[kind])
    # The persons scored are themselves in the list: renamed, and given a further post.
    for who in ("clerk", "assistant"):
        row = a_post(str(imports.town.people[who]), full_name="Lò Thị Khác", unit="VH", main=False)
        await imports.do("staff", [row])
    assert await sheets(imports.town) == before


@pytest.mark.parametrize("path", CODE, ids=name)
def test_the_code_of_imports_does_not_know_sheets(path: Any) -> None:
    slices = {module.partition(".")[2] for module in imported_by(path)}
    assert not slices & {"evaluations", "work"}


def test_the_code_of_imports_is_all_looked_at() -> None:
    found = {path.parent.name for path in CODE}
    assert found == {"exchange", "imports", "commands"}
    assert len(CODE) > 15


@pytest.mark.parametrize("action", SCORING)
@pytest.mark.parametrize("state", ["open", "assessed", "scored", "signed"])
async def test_the_operator_has_no_leave_to_score(
    imports: Imports, action: Action, state: str
) -> None:
    town = imports.town
    facts = SheetFacts(
        town.people["clerk"], town.units["office"], town.units["commune"], state, "open"
    )
    decision = decide(town.operator(), action, facts)
    assert not decision.allowed
    assert decision.code is DESCRIBED[action].refusal


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("operator", "NOT_RESPONSIBLE_HEAD"),
        ("officer", "NOT_RESPONSIBLE_HEAD"),
        ("head of a sibling unit", "NOT_RESPONSIBLE_HEAD"),
        ("member", "NOT_RESPONSIBLE_HEAD"),
        ("person scored", "NO_SELF_SCORING"),
    ],
)
async def test_a_score_that_comes_through_an_import_is_refused(
    imports: Imports, cast: casting.Cast, who: str, code: str
) -> None:
    town = imports.town
    reach = {
        "operator": town.operator(),
        "officer": town.reach("typist", ("personnel_officer", "commune")),
        "head of a sibling unit": town.reach("curator"),
        "member": town.reach("clerk"),
        "person scored": town.reach("assistant"),
    }[who]
    sheet = await cast.sheet("assistant")
    told = {"sheet": sheet["id"], "marks": casting.FULL, "version": sheet["version"]}
    refusal = await town.refused(reach, evaluations.score_sheet, channel="import", **told)
    assert refusal.code == code
