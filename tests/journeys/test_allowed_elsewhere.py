"""Sentence 18 beyond the sheet: lines, deliveries, months and petitions name what would be done."""

from typing import Any

import pytest

from resolvers.core.ids import new_id
from tests.journeys.client import Answer
from tests.journeys.people import of_unit
from tests.journeys.scoring import CHOSEN, LED, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)

WHO = ("staff", "head", "chair", "deputy", "personnel", "inspector", "neighbour")
OF_WORK = """
query($line: ID!, $delivery: ID!) {
  line: node(id: $line) { ... on WorkLine { allowedActions } }
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
    return {
        action
        for row in (found["line"], found["delivery"])
        if row
        for action in row["allowedActions"]
    }


async def attempt(office: Served, who: str, action: str) -> Answer:
    line, delivery = office.ids.lines["staff"], office.ids.deliveries["staff"]
    deeds: dict[str, tuple[str, dict[str, Any]]] = {
        "AcceptDelivery": ("acceptDelivery", {"delivery": delivery, "version": 1}),
        "AddEvidence": (
            "addEvidence",
            {"delivery": delivery, "evidence": [{"name": "a.pdf", "sha256": "cd" * 32}]},
        ),
        "DeliverWork": ("deliverWork", {"id": new_id(), "line": line, "quantity": "9"}),
        "RecordFault": ("recordFault", {"line": line, "kind": "QUALITY", "reason": "Sai căn cứ"}),
        "ReturnDelivery": (
            "returnDelivery",
            {"delivery": delivery, "version": 1, "reason": "Thiếu căn cứ"},
        ),
    }
    deed, arguments = deeds[action]
    return await office.sign(who).do(deed, **arguments)


@pytest.mark.parametrize(
    "action", ["AcceptDelivery", "AddEvidence", "DeliverWork", "RecordFault", "ReturnDelivery"]
)
async def test_work_names_the_deeds_that_are_done(commune: Served, action: str) -> None:
    may = [who for who in WHO if action in await named(commune, who)]
    assert may == (["staff"] if action in ("AddEvidence", "DeliverWork") else ["head"])
    for who in WHO:
        if who not in may:
            payload = await attempt(commune, who, action)
            assert payload.get("code") in SAID_BY_POLICIES, f"{who}: {action} is not named"
    # What is wrong with nine pieces of two is the quantity, not the person.
    expected = "MORE_THAN_OUTSTANDING" if action == "DeliverWork" else None
    assert (await attempt(commune, may[0], action)).get("code") == expected


async def test_work_of_a_signed_sheet_names_nothing(commune: Served) -> None:
    await score(commune, "head", "staff")
    await commune.sign("head").done("signSheet", sheet=commune.ids.sheets["staff"], version=3)
    assert [await named(commune, who) for who in ("staff", "head")] == [set(), set()]


async def test_a_month_names_its_closing_when_all_of_it_is_signed(commune: Served) -> None:
    told = {"unit": commune.ids.units["office"], "period": PERIOD}

    async def may_close(who: str) -> list[str]:
        found = await commune.sign(who).ask(OF_A_MONTH, **told)
        actions: list[str] = found["monthOfUnit"]["allowedActions"]
        return actions

    head = commune.sign("head")
    assert await may_close("head") == []
    assert (await head.refused("closeMonth", **told))["code"] == "MONTH_HAS_OPEN_SHEETS"
    for key in (*of_unit("office"), "deputy"):
        await score(
            commune, "head", key, **({"leadership": {**LED, **CHOSEN}} if key == "deputy" else {})
        )
        sheet = commune.ids.sheets[key]
        await head.done("signSheet", sheet=sheet, version=await version_of(commune, key))
    assert await may_close("chair") == []
    assert await may_close("head") == ["CloseMonth"]
    await head.done("closeMonth", **told)
    assert await may_close("head") == []


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
