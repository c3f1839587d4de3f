"""A personnel action about somebody who by now heads the unit that would decide it."""

from typing import Any
from uuid import UUID

import pytest

from tests.journeys.documents import Word
from tests.journeys.personnel import DECISION, JULY, PAPER, classed
from tests.journeys.served import Served
from tests.journeys.test_personnel import ACTION, Case
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

WHO = "staff"
DECIDERS = "query($id: ID!) { personnelAction(id: $id) { state allowedActions } }"
PARTS = (
    "select deciding_unit_id, deciding_agency_id, using_unit_id from congtam.personnel_action"
    " where id = $1"
)
PASSED = (
    "select actor_id, before, after from congtam.audit_leaf"
    " where subject_id = $1 and deed = 'pass_up' order by seq"
)


@pytest.fixture
def case(commune: Served) -> Case:
    return Case(commune)


async def put_in_charge(served: Served) -> None:
    """The chair's post is vacant, and he is put in charge of the commune beside his own post."""
    officer = served.sign("personnel")
    post = served.ids.postings["chair"]
    await officer.done("endPosting", postingId=post, ends=TODAY, version=1)
    await officer.done(
        "appointPosting",
        person=served.ids.people[WHO],
        unit=served.ids.units["commune"],
        office=Word("HEAD"),
        mode=Word("ACTING"),
        main=False,
        begins=TODAY,
    )


async def proposal(served: Served) -> dict[str, Any]:
    lowest = await classed(served, WHO, "NOT_COMPLETED", 2025)
    return {
        "kind": "LOWER_POST",
        "posting": served.ids.postings[WHO],
        "reason": "Không hoàn thành nhiệm vụ năm 2025.",
        "target": {"unit": served.ids.units["economy"], "office": "MEMBER"},
        "groundOn": "2026-06-08",
        "grounds": [{"classification": lowest}],
    }


async def decided_above_alone(case: Case) -> None:
    """The next head up decides it, nobody below him does; then the person has his other post."""
    served, ids = case.served, case.served.ids
    decision = {**await case.at(), "effectiveOn": JULY, "decision": DECISION}
    refusals = {WHO: "OWN_ACTION", "head": "NOT_DECIDING_HEAD", "vice": "NOT_FOUND"}
    for who, code in refusals.items():
        await case.refused(who, "decidePersonnelAction", code, **decision)
    found = await served.sign("province").ask(DECIDERS, id=case.id)
    assert "DecidePersonnelAction" in found["personnelAction"]["allowedActions"]
    done = await case.done("province", "decidePersonnelAction", **decision)
    assert done["state"] == "DECIDED"
    by = "select decided_by from congtam.personnel_action where id = $1"
    assert await served.owner.fetchval(by, case.id) == ids.people["province"]


async def test_an_action_goes_up_once_its_person_heads_the_deciding_unit(case: Case) -> None:
    served, ids = case.served, case.served.ids
    told = await proposal(served)
    case.id = UUID((await case.done("head", "proposePersonnelAction", **told))["id"])
    await case.step("head", "propose")
    heard = {**await case.at(), "said": "Tôi chấp hành phân công.", "document": PAPER}
    await case.done("personnel", "hearPersonnelSubject", **heard)
    await put_in_charge(served)
    parts = await served.owner.fetchrow(PARTS, case.id)
    assert tuple(parts) == (
        ids.units["province"],
        ids.agencies["province"],
        ids.units["province"],
    )
    leaves = await served.owner.fetch(PASSED, case.id)
    assert {leaf["actor_id"] for leaf in leaves} == {ids.people["personnel"]}
    assert {leaf["before"]["unit"] for leaf in leaves} == {str(ids.units["commune"])}
    await decided_above_alone(case)


async def test_an_action_on_whoever_heads_it_already_is_the_next_heads_from_the_start(
    case: Case,
) -> None:
    served, ids = case.served, case.served.ids
    told = await proposal(served)
    await put_in_charge(served)
    case.id = UUID((await case.done("head", "proposePersonnelAction", ACTION, **told))["id"])
    await case.step("head", "propose")
    heard = {**await case.at(), "said": "Tôi chấp hành phân công.", "document": PAPER}
    await case.refused(WHO, "hearPersonnelSubject", "NOT_FOUND", **heard)
    await case.done("personnel", "hearPersonnelSubject", **heard)
    parts = await served.owner.fetchrow(PARTS, case.id)
    assert tuple(parts)[:2] == (ids.units["province"], ids.agencies["province"])
    await decided_above_alone(case)
