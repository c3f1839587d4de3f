"""Sentence 18 of a month: its closing is named where the deed would be done, and only there.

Both count the same: sheets, units beneath however deep, and questions from above.
"""

from datetime import date

from tests.journeys.client import Answer
from tests.journeys.people import HEADS
from tests.journeys.scoring import score, version_of
from tests.journeys.served import Served
from tests.journeys.test_allowed_elsewhere import OF_A_MONTH
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)

JULY = date(2026, 7, 1)
SIGNED = """update congtam.sheet set state = 'released', scored_by = $2, level = 'GOOD'
where scoring_unit_id = $1 and period = $3 and state <> 'released'"""
CLOSED = "update congtam.unit_month set state = 'closed' where unit_id <> all($1) and period = $2"


async def sign_all(commune: Served, unit: str, period: date = PERIOD) -> None:
    """Nothing is left to sign in a unit's month: laid out by hand."""
    by = commune.ids.people[HEADS[unit]]
    await commune.owner.execute(SIGNED, commune.ids.units[unit], by, period)


async def close_others(commune: Served, *units: str) -> None:
    """June is closed everywhere but in these units."""
    ids = [commune.ids.units[unit] for unit in units]
    await commune.owner.execute(CLOSED, ids, PERIOD)


async def named(commune: Served, unit: str, period: date = PERIOD) -> bool:
    told = {"unit": commune.ids.units[unit], "period": period}
    found: Answer = await commune.sign(HEADS[unit]).ask(OF_A_MONTH, **told)
    return "CloseMonth" in found["monthOfUnit"]["allowedActions"]


async def refusal(commune: Served, unit: str, period: date = PERIOD) -> str:
    told = {"unit": commune.ids.units[unit], "period": period}
    trace = await commune.trace()
    code: str = (await commune.sign(HEADS[unit]).refused("closeMonth", **told))["code"]
    assert await commune.trace() == trace
    return code


async def test_not_while_a_question_from_above_waits(commune: Served) -> None:
    sheet = {"sheet": commune.ids.sheets["staff"]}
    head, chair = commune.sign("head"), commune.sign("chair")
    await score(commune, "head", "staff")
    await head.done("signSheet", **sheet, version=await version_of(commune, "staff"))
    await sign_all(commune, "office")
    assert await named(commune, "office")
    about = {**sheet, "version": await version_of(commune, "staff"), "reason": "Cao bất thường."}
    asked = await chair.done("askReconsideration", **about)
    await score(commune, "head", "staff")
    await head.done("signSheet", **sheet, version=await version_of(commune, "staff"))
    assert not await named(commune, "office")
    assert await refusal(commune, "office") == "CALIBRATION_UNANSWERED"
    said = {"calibration": asked["id"], "reason": "Đã xem lại, giữ nguyên."}
    await head.done("answerReconsideration", **said)
    assert await named(commune, "office")
    await head.done("closeMonth", unit=commune.ids.units["office"], period=PERIOD)


async def test_not_while_a_unit_deep_beneath_is_open(commune: Served) -> None:
    """Its month is open, and that of the unit between them is not."""
    units = commune.ids.units
    await commune.owner.execute(
        "update congtam.unit_placement set parent_id = $1 where unit_id = $2",
        units["office"],
        units["economy"],
    )
    await close_others(commune, "commune", "economy")
    await sign_all(commune, "commune")
    assert not await named(commune, "commune")
    assert await refusal(commune, "commune") == "CHILD_UNIT_OPEN"
    await close_others(commune, "commune")
    assert await named(commune, "commune")
    await commune.sign("chair").done("closeMonth", unit=units["commune"], period=PERIOD)


async def test_not_while_a_unit_beneath_was_never_opened(commune: Served) -> None:
    commune.day.today = JULY
    told = {"unit": commune.ids.units["commune"], "period": JULY}
    await commune.sign("chair").done("openMonth", **told)
    await sign_all(commune, "commune", JULY)
    assert not await named(commune, "commune", JULY)
    assert await refusal(commune, "commune", JULY) == "CHILD_UNIT_OPEN"
