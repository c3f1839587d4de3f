"""Sentence 18 beyond the sheet: lines, deliveries, months and petitions name what would be done."""

from datetime import timedelta
from typing import Any

import pytest

from resolvers.core.ids import new_id
from tests.journeys.client import Answer
from tests.journeys.people import of_unit
from tests.journeys.scoring import CHOSEN, LED, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

WHO = ("staff", "head", "chair", "deputy", "personnel", "inspector", "neighbour")
OF_WORK = """
query($line: ID!, $delivery: ID!) {
  line: node(id: $line) { ... on WorkLine { allowedActions faults(first: 3) { allowedActions } } }
  delivery: node(id: $delivery) { ... on Delivery { allowedActions } }
}
"""
OF_A_SHEET = "query($id: ID!) { sheet(id: $id) { mayPetition criteria { code name most } } }"
OF_A_MONTH = """
query($unit: ID!, $period: Date!) {
  monthOfUnit(unit: $unit, period: $period) { allowedActions }
}
"""
SAID_BY_POLICIES = {"NOT_FOUND", "NOT_RESPONSIBLE_HEAD", "NOT_THE_PERSON", "NO_SELF_SCORING"}


async def named(office: Served, who: str) -> set[str]:
    """What the staff member's line and delivery say that somebody may do."""
    told = {"line": office.ids.lines["staff"], "delivery": office.ids.deliveries["staff"]}
    found = await office.sign(who).ask(OF_WORK, **told)
    rows = [row for row in (found["line"], found["delivery"]) if row]
    rows += [fault for row in rows for fault in row.get("faults", [])]
    return {action for row in rows for action in row["allowedActions"]}


async def attempt(office: Served, who: str, action: str) -> Answer:
    line, delivery = office.ids.lines["staff"], office.ids.deliveries["staff"]
    deeds: dict[str, tuple[str, dict[str, Any]]] = {
        "AcceptDelivery": ("acceptDelivery", {"delivery": delivery, "version": 1}),
        "AddEvidence": (
            "addEvidence",
            {"delivery": delivery, "evidence": [{"name": "a.pdf", "sha256": "cd" * 32}]},
        ),
        "ConfirmObjectiveCause": (
            "confirmObjectiveCause",
            {"fault": office.ids.faults["staff"], "version": 1, "cause": "Mất điện do bão"},
        ),
        "DeliverWork": ("deliverWork", {"id": new_id(), "line": line, "quantity": "9"}),
        "HandOverWork": (
            "handOverWork",
            {
                "assignment": await assignment_of(office, line),
                "to": office.ids.postings["personnel"],
                "dueOn": TODAY,
                "reason": "Đi công tác",
                "version": 1,
            },
        ),
        "RecordFault": ("recordFault", {"line": line, "kind": "QUALITY", "reason": "Sai căn cứ"}),
        "ReturnDelivery": (
            "returnDelivery",
            {"delivery": delivery, "version": 1, "reason": "Thiếu căn cứ"},
        ),
    }
    deed, arguments = deeds[action]
    return await office.sign(who).do(deed, **arguments)


@pytest.mark.parametrize(
    "action",
    [
        "AcceptDelivery",
        "AddEvidence",
        "ConfirmObjectiveCause",
        "DeliverWork",
        "HandOverWork",
        "RecordFault",
        "ReturnDelivery",
    ],
)
async def test_work_names_the_deeds_that_are_done(commune: Served, action: str) -> None:
    may = [who for who in WHO if action in await named(commune, who)]
    assert may == (["staff"] if action in ("AddEvidence", "DeliverWork") else ["head"])
    for who in WHO:
        if who not in may:
            payload = await attempt(commune, who, action)
            assert payload.get("code") in SAID_BY_POLICIES, f"{who}: {action} is not named"
    # What is wrong with nine pieces of two is the quantity, not the person; and what waits for a
    # decision is not handed over.
    expected = {"DeliverWork": "MORE_THAN_OUTSTANDING", "HandOverWork": "DELIVERY_WAITING"}
    assert (await attempt(commune, may[0], action)).get("code") == expected.get(action)


async def assignment_of(office: Served, line: Any) -> Any:
    found = await office.owner.fetchval(
        "select assignment_id from congtam.work_line where id = $1", line
    )
    return found


async def test_work_of_a_signed_sheet_names_nothing(commune: Served) -> None:
    await score(commune, "head", "staff")
    await commune.sign("head").done("signSheet", sheet=commune.ids.sheets["staff"], version=3)
    assert [await named(commune, who) for who in ("staff", "head")] == [set(), set()]


async def test_a_month_names_its_closing_when_all_of_it_is_signed(commune: Served) -> None:
    told = {"unit": commune.ids.units["office"], "period": PERIOD}

    async def allowed_to(who: str) -> list[str]:
        found = await commune.sign(who).ask(OF_A_MONTH, **told)
        actions: list[str] = found["monthOfUnit"]["allowedActions"]
        return actions

    head = commune.sign("head")
    assert await allowed_to("head") == []
    assert (await head.refused("closeMonth", **told))["code"] == "MONTH_HAS_OPEN_SHEETS"
    for key in (*of_unit("office"), "deputy"):
        await score(
            commune, "head", key, **({"leadership": {**LED, **CHOSEN}} if key == "deputy" else {})
        )
        sheet = commune.ids.sheets[key]
        await head.done("signSheet", sheet=sheet, version=await version_of(commune, key))
    assert await allowed_to("chair") == ["GrantLockException"]
    assert await allowed_to("head") == ["CloseMonth"]
    await head.done("closeMonth", **told)
    assert await allowed_to("head") == []
    assert await allowed_to("chair") == ["GrantLockException", "ReopenMonth"]
    chair = commune.sign("chair")
    await chair.done("reopenMonth", **told, reason="Có tình tiết mới")
    assert (await chair.refused("reopenMonth", **told, reason="Lại"))["code"] == "MONTH_NOT_CLOSED"
    assert await allowed_to("chair") == ["GrantLockException"]


async def test_a_sheet_says_whether_its_person_may_petition(commune: Served) -> None:
    sheet = commune.ids.sheets["staff"]

    async def may_petition(who: str) -> bool:
        found = await commune.sign(who).ask(OF_A_SHEET, id=sheet)
        may: bool = found["sheet"]["mayPetition"]
        return may

    assert not await may_petition("staff")
    await score(commune, "head", "staff")
    await commune.sign("head").done("signSheet", sheet=sheet, version=3)
    assert [await may_petition(who) for who in ("staff", "head")] == [True, False]
    await commune.sign("staff").done("petitionScore", sheet=sheet, text="Đề nghị xem lại.")
    assert not await may_petition("staff")


async def test_a_sheet_tells_its_criteria_in_the_readers_language(commune: Served) -> None:
    sheet = commune.ids.sheets["staff"]
    for language, name in (
        ("vi", "Ý thức kỷ luật, kỷ cương"),
        ("en", "discipline in public service"),
    ):
        found = await commune.sign("staff").ask(OF_A_SHEET, language=language, id=sheet)
        criteria = found["sheet"]["criteria"]
        assert [each["most"] for each in criteria] == ["5"] * 2 + ["2.5"] * 8
        assert criteria[1]["code"] == "I.2"
        assert criteria[1]["name"].startswith(name)


LOADS = """
query($unit: ID!, $period: Date!, $agency: ID!) {
  today
  monthLoads(unit: $unit, period: $period, first: 50) {
    planned beyond lines share heaviest warnedAbove warned days absentDays allowedActions
    person { id } heaviestProduct { code }
    absences(period: $period, first: 3) { kind since }
  }
  productsOffered(agency: $agency, search: "bao cao chuyen de", first: 5) { nodes { code } }
}
"""


async def test_what_each_has_this_month_is_told_to_the_head_who_scores_him(
    commune: Served,
) -> None:
    person = commune.ids.people["staff"]
    await commune.sign("personnel").done(
        "recordAbsence",
        person=person,
        kind="SICK",
        begins=PERIOD,
        ends=PERIOD + timedelta(days=3),
        document={"number": "12/GXN", "day": PERIOD},
    )
    told = {
        "unit": commune.ids.units["office"],
        "period": PERIOD,
        "agency": commune.ids.agencies["commune"],
    }
    found = await commune.sign("head").ask(LOADS, **told)
    assert found["today"] == str(TODAY)
    assert [each["code"] for each in found["productsOffered"]["nodes"]] == ["CH.05"]
    people = {str(commune.ids.people[key]) for key in (*of_unit("office"), "deputy")}
    loads = {each["person"]["id"]: each for each in found["monthLoads"]}
    assert loads.keys() == people
    mine = loads[str(person)]
    # One piece of work is all of the month, which is more than the agency's 40 per cent.
    assert (mine["lines"], mine["heaviest"], mine["warnedAbove"], mine["warned"]) == (
        *(1, "1", "0.4", True),
    )
    assert mine["heaviestProduct"] == {"code": "CH.01"}
    assert (mine["days"], mine["absentDays"]) == (30, 3)
    assert mine["absences"] == [{"kind": "SICK", "since": str(PERIOD)}]
    assert mine["allowedActions"] == ["AssignWork"]
    # Who answers for nobody there is told of nobody.
    for who in ("staff", "neighbour", "personnel"):
        assert (await commune.sign(who).ask(LOADS, **told))["monthLoads"] == [], who


LENT = """
query($unit: ID!) {
  unit(id: $unit) { mayDelegate }
  delegationsAhead(unit: $unit, first: 5) { nodes { id version allowedActions } }
}
"""


async def test_a_head_lends_and_takes_back_what_is_his(commune: Served) -> None:
    unit = commune.ids.units["society"]
    asked = {who: await commune.sign(who).ask(LENT, unit=unit) for who in ("away", "acting")}
    assert {who: found["unit"]["mayDelegate"] for who, found in asked.items()} == {
        "away": True,
        "acting": False,
    }
    lent = asked["away"]["delegationsAhead"]["nodes"]
    assert [each["allowedActions"] for each in lent] == [["RevokeDelegation"]]
    assert asked["acting"]["delegationsAhead"]["nodes"][0]["allowedActions"] == []
    told = {"delegationId": lent[0]["id"], "version": lent[0]["version"]}
    assert "code" in await commune.sign("acting").do("revokeDelegation", **told)
    await commune.sign("away").done("revokeDelegation", **told)
    after = await commune.sign("away").ask(LENT, unit=unit)
    assert after["delegationsAhead"]["nodes"] == []


async def test_a_month_waits_for_the_sheets_of_the_heads_beneath(commune: Served) -> None:
    """They head months of their own, which is no reason not to wait for them in this one."""
    ids = commune.ids
    above = ids.units["commune"]
    await commune.owner.execute(
        "update congtam.unit_month set state = 'closed' where unit_id <> $1", above
    )
    # Only they are left: whoever else is scored there had left before the month.
    await commune.owner.execute(
        "update congtam.posting p set during = daterange(lower(p.during), $2::date)"
        " from congtam.sheet s where s.posting_id = p.id and s.scoring_unit_id = $1"
        " and p.office <> 'head'",
        above,
        PERIOD,
    )
    told = {"unit": above, "period": PERIOD}
    chair = commune.sign("chair")
    found = await chair.ask(OF_A_MONTH, **told)
    assert "CloseMonth" not in found["monthOfUnit"]["allowedActions"]
    assert (await chair.refused("closeMonth", **told))["code"] == "MONTH_HAS_OPEN_SHEETS"
