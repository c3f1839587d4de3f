"""Sentence 18: a sheet names exactly the deeds that would be done, for every state and person."""

from typing import Any

import pytest

from resolvers.evaluations.allowed import ACTIONS
from tests.journeys.client import Answer
from tests.journeys.people import of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)

STATES = ("open", "self_assessed", "scored", "released", "closed")
WHO = ("head", "chair", "province", "deputy", "personnel", "inspector", "admin", "neighbour")
DEEDS: dict[str, dict[str, Any]] = {
    "ApplyDeduction": {"times": 1, "reason": "Đi làm muộn"},
    "AskReconsideration": {"reason": "Cao hơn hẳn các đơn vị tương đương"},
    "ReopenSheet": {"reason": "Có tình tiết mới"},
    "ReturnSelfAssessment": {"reason": "Xem lại"},
    "ReturnSheet": {"reason": "Xem lại"},
    "ScoreSheet": {"marks": MARKS},
    "SelfAssess": {"marks": MARKS},
    "SignSheet": {},
}


SAID_BY_POLICIES = {
    *("NOT_RESPONSIBLE_HEAD", "NOT_NEXT_HEAD_UP", "NOT_THE_PERSON", "NO_SELF_SCORING", "NOT_FOUND"),
    *("ALREADY_SIGNED", "ALREADY_ASSESSED", "MONTH_CLOSED"),
    *("NOT_YET_ASSESSED", "NOT_YET_SCORED", "NOT_YET_SIGNED"),
}
"""What a policy refuses with; another refusal would be about what the deed was given."""


@pytest.mark.slow
@pytest.mark.parametrize("state", STATES)
async def test_are_the_deeds_that_are_done(commune: Served, state: str) -> None:
    await bring(commune, state)
    sheets = [key for key in of_unit("office") if key not in WHO]
    for who in (*WHO, sheets[0]):
        named = await allowed(commune, who, sheets[0])
        for action in ACTIONS:
            if action.value in named:
                # What is done changes the sheet, so the next deed takes another one like it.
                sheet = sheets[0] if who == sheets[0] else sheets.pop()
                assert await allowed(commune, who, sheet) == named
                payload = await attempt(commune, who, action.value, sheet)
                assert "code" not in payload, f"{who}: {action} is named but refused: {payload}"
            else:
                before = await commune.trace()
                payload = await attempt(commune, who, action.value, sheets[0])
                assert payload["code"] in SAID_BY_POLICIES, f"{who}: {action} is not named"
                assert await commune.trace() == before


async def bring(commune: Served, state: str) -> None:
    """Bring every sheet of the office to a state, by the deeds that lead there."""
    head = commune.sign("head")
    for key in (*of_unit("office"), "deputy"):
        more = {"leadership": {**LED, **CHOSEN}} if key == "deputy" else {}
        told = {"sheet": commune.ids.sheets[key], "version": 2}
        if state == "open":
            await head.done("returnSelfAssessment", **told, reason="Xem lại")
        if state in ("scored", "released", "closed"):
            await score(commune, "head", key, **more)
        if state in ("released", "closed"):
            await head.done("signSheet", **{**told, "version": 3})
    if state == "closed":
        await head.done("closeMonth", unit=commune.ids.units["office"], period=PERIOD)


async def allowed(commune: Served, who: str, key: str) -> list[str]:
    """What a sheet says that somebody may do; nothing where he does not see it."""
    found = await commune.sign(who).ask(
        "query($id: ID!) { sheet(id: $id) { allowedActions } }", id=commune.ids.sheets[key]
    )
    actions: list[str] = (found["sheet"] or {"allowedActions": []})["allowedActions"]
    return actions


async def attempt(commune: Served, who: str, action: str, key: str) -> Answer:
    arguments = dict(DEEDS[action])
    if action == "ApplyDeduction":
        arguments["scale"] = commune.ids.scales["late"]
    return await commune.sign(who).do(
        action[0].lower() + action[1:],
        sheet=commune.ids.sheets[key],
        version=await version_of(commune, key),
        **arguments,
    )
