"""Personnel actions brought over HTTP to where a story in the browser begins."""

from datetime import date
from typing import Any

from tests.journeys.personnel import DECISION, JULY, PAPER
from tests.journeys.served import Served
from tests.journeys.world import TODAY

Action = dict[str, Any]
SAID = "Tôi chấp hành phân công."
BY = {"PROPOSER": "personnel", "PERSONNEL_BODY": "personnel"}
SIDES = {"sending_agrees": ("chair", "SENDING"), "receiving_agrees": ("far_chair", "RECEIVING")}
STEPS = "id version steps { code owner }"
UNTIL, HOME = date(2028, 7, 1), date(2026, 9, 15)
"""A secondment over, and a day within it."""


async def proposed(office: Served, kind: str, **told: Any) -> tuple[Action, list[Action]]:
    """An action about the staff member as deeds ask for it, and its steps."""
    found = await office.sign("personnel").done(
        "proposePersonnelAction", STEPS, kind=kind, posting=office.ids.postings["staff"], **told
    )
    return {"action": found["id"], "version": found["version"]}, found["steps"]


async def walked(office: Served, action: Action, steps: list[Action]) -> Action:
    """The steps before the decision, each by whose it is; the action as it is then."""
    for step in steps:
        code = step["code"]
        if code == "decide":
            break
        if code == "hear":
            who, deed, told = "personnel", "hearPersonnelSubject", {"said": SAID}
        elif code in SIDES:
            who, side = SIDES[code]
            deed, told = "agreePersonnelAction", {"side": side}
        else:
            who, deed, told = BY[step["owner"]], "recordPersonnelStep", {"step": code}
        done = await office.sign(who).done(deed, "version", **action, **told, document=PAPER)
        action = {**action, "version": done["version"]}
    return action


async def suspended(office: Served) -> Action:
    """The staff member is suspended from today on, for the law's fifteen working days."""
    paper = {"code": "misconduct", "document": PAPER}
    action, steps = await proposed(
        office, "SUSPENSION", reason="Có dấu hiệu gây khó khăn cho việc xem xét.", paper=paper
    )
    return await _decided(office, await walked(office, action, steps), effectiveOn=TODAY)


async def seconded(office: Served) -> Action:
    """The staff member is seconded to the far commune, and the office's day is within it."""
    days = {"effectiveOn": JULY, "until": UNTIL}
    action, steps = await proposed(
        office,
        "SECONDMENT",
        reason="Tăng cường cho xã bạn.",
        target={"unit": office.ids.units["far_office"], "office": "MEMBER"},
        **days,
    )
    decided = await _decided(office, await walked(office, action, steps), **days)
    office.day.today = HOME
    # The first question of a day lets the files follow the posts that have begun.
    await office.sign("staff").ask("{ myPersonnelActions(first: 1) { totalCount } }")
    return decided


async def _decided(office: Served, action: Action, **days: Any) -> Action:
    done = await office.sign("chair").done(
        "decidePersonnelAction", "version", **action, **days, decision=DECISION
    )
    return {**action, "version": done["version"]}
