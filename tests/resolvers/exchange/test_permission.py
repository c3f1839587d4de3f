"""Who may import what: everybody's "no" has its code, and leaves no trace."""

from typing import Any

import pytest

from authz.reach import Reach, nobody
from resolvers.core.ids import new_id
from tests.resolvers.exchange.lists import DEEDS, REJECTED, Imports, a_batch
from tests.resolvers.exchange.test_batches import LISTS
from tests.resolvers.town import TODAY, Town

OF_AGENCIES = ("catalogue", "positions", "staff")
WITHOUT = {
    "member": ("clerk",),
    "head of a unit": ("chief",),
    "head of the agency": ("chair",),
    "head of another agency": ("stranger",),
    "head above": ("governor",),
    "personnel officer of another agency": ("stranger", ("personnel_officer", "neighbour")),
    "personnel officer of a part": ("assistant", ("personnel_officer", "office")),
    "inspector": ("clerk", ("inspector", "commune")),
    "administrator": ("clerk", ("administrator", "commune")),
}
DRAWS_UP = {"head of a unit", "head of the agency"}
"""Heads draw the list of products up, anywhere in their agency (art. 13.1 and 13.3)."""


def reach_of(town: Town, who: str) -> Reach:
    name, *mandates = WITHOUT[who]
    return town.reach(str(name), *mandates)  # type: ignore[arg-type]


async def refusal(imports: Imports, kind: str, reach: Reach, **other: Any) -> Any:
    arguments = {**imports.arguments(kind, LISTS[kind]), "batch": a_batch(), **other}
    found = await imports.town.refused(reach, DEEDS[kind], **arguments)
    return found.code


@pytest.mark.parametrize("who", WITHOUT)
@pytest.mark.parametrize("kind", DEEDS)
async def test_without_the_mandate_nothing_is_imported(
    imports: Imports, kind: str, who: str
) -> None:
    reach = reach_of(imports.town, who)
    if kind == "catalogue" and who in DRAWS_UP:
        verdicts = await imports.do(kind, LISTS[kind], reach=reach)
        assert any(each.outcome is not REJECTED for each in verdicts)
        return
    assert await refusal(imports, kind, reach) == "NO_MANDATE"


@pytest.mark.parametrize("kind", DEEDS)
async def test_a_login_of_nobody_imports_nothing(imports: Imports, kind: str) -> None:
    assert await refusal(imports, kind, nobody(TODAY)) == "NOT_LINKED"


@pytest.mark.parametrize("kind", OF_AGENCIES)
async def test_the_personnel_officer_imports_into_his_own_agency(
    imports: Imports, kind: str
) -> None:
    officer = imports.town.reach("clerk", ("personnel_officer", "commune"))
    verdicts = await imports.do(kind, LISTS[kind], reach=officer)
    assert [each.code for each in verdicts] == [
        each.code for each in await imports.do(kind, LISTS[kind], dry=True)
    ]
    leaves = await imports.town.leaves()
    assert {leaf["actor_id"] for leaf in leaves} == {imports.town.people["clerk"]}
    assert leaves[-1]["rule"].startswith("personnel-officer-")


async def test_areas_are_the_operators_alone(imports: Imports) -> None:
    officer = imports.town.reach("governor", ("personnel_officer", "province"))
    assert await refusal(imports, "areas", officer) == "NO_MANDATE"


@pytest.mark.parametrize("kind", OF_AGENCIES)
async def test_an_agency_that_there_is_not_is_not_found(imports: Imports, kind: str) -> None:
    operator = imports.town.operator()
    assert await refusal(imports, kind, operator, agency=new_id()) == "NOT_FOUND"


async def test_what_was_decided_before_is_told_to_those_alone_who_may_import(
    imports: Imports,
) -> None:
    batch = a_batch()
    await imports.do("staff", LISTS["staff"], batch=batch)
    member = imports.town.reach("clerk")
    assert await refusal(imports, "staff", member, batch=batch) == "NO_MANDATE"
