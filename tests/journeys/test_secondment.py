"""A secondment that ends before its last day: over HTTP, by whoever decides on it."""

from datetime import date
from uuid import UUID

from tests.journeys.personnel import DECISION, JULY, PAPER
from tests.journeys.test_personnel import LOWERED, Case
from tests.journeys.test_personnel import case as case

pytest_plugins = ("tests.journeys.fixtures",)

OWNER = {"PROPOSER": "personnel", "PERSONNEL_BODY": "personnel", "DECIDING_HEAD": "chair"}


async def test_a_secondment_ends_before_its_last_day(case: Case) -> None:
    served, ids = case.served, case.served.ids
    until, back = "2028-07-01", "2026-10-01"
    proposal = {
        "kind": "SECONDMENT",
        "posting": ids.postings[LOWERED],
        "reason": "Tăng cường cho xã bạn.",
        "target": {"unit": ids.units["far_office"], "office": "MEMBER"},
        "effectiveOn": JULY,
        "until": until,
    }
    proposed = await case.done("personnel", "proposePersonnelAction", **proposal)
    case.id = UUID(proposed["id"])
    for step in proposed["steps"]:
        if step["code"] == "hear":
            hearing = {"said": "Tôi chấp hành phân công.", "document": PAPER}
            await case.done("personnel", "hearPersonnelSubject", **await case.at(), **hearing)
        elif step["code"] in ("sending_agrees", "receiving_agrees"):
            side = "SENDING" if step["code"] == "sending_agrees" else "RECEIVING"
            who = "chair" if side == "SENDING" else "far_chair"
            told = {**await case.at(), "side": side, "document": PAPER}
            await case.done(who, "agreePersonnelAction", **told)
        elif step["code"] != "decide":
            await case.step(OWNER[step["owner"]], step["code"])
    decision = {**await case.at(), "effectiveOn": JULY, "until": until, "decision": DECISION}
    await case.done("chair", "decidePersonnelAction", **decision)
    early = {"endsOn": back, "reason": "Xã bạn đã đủ biên chế.", "decision": DECISION}
    await case.refused(
        "chair", "endPersonnelActionEarly", "MEASURE_NOT_LASTING", **await case.at(), **early
    )

    served.day.today = date(2026, 9, 15)
    # The first question of a day lets the files follow the posts that have begun.
    assert len(await case.mine(LOWERED)) == 1
    told = {**await case.at(), **early}
    for who, code in (
        ("personnel", "NOT_DECIDING_HEAD"),
        ("far_chair", "NOT_DECIDING_HEAD"),
        (LOWERED, "OWN_ACTION"),
        ("head", "NOT_FOUND"),
    ):
        await case.refused(who, "endPersonnelActionEarly", code, **told)
    late = {**told, "endsOn": until}
    await case.refused("chair", "endPersonnelActionEarly", "ENDS_OUTSIDE_MEASURE", **late)
    ended = await case.done(
        "chair", "endPersonnelActionEarly", "until endedOn endings { number reason }", **told
    )
    assert (ended["until"], ended["endedOn"]) == (until, back)
    assert ended["endings"] == [{"number": DECISION["number"], "reason": early["reason"]}]
    days = await served.owner.fetch(
        "select unit_id, lower(during) as since, upper(during) as until from congtam.posting"
        " where person_id = $1 and main and not isempty(during) order by 2",
        ids.people[LOWERED],
    )
    assert [(row["unit_id"], row["since"], row["until"]) for row in days[1:]] == [
        (ids.units["far_office"], JULY, date(2026, 10, 1)),
        (ids.units["office"], date(2026, 10, 1), None),
    ]
