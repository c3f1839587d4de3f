"""Sentence 3: whoever writes, by whichever path, is told the one word of the lock that holds."""

from datetime import date

from tests.journeys.client import Answer
from tests.journeys.documents import Word, mutations
from tests.journeys.people import of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

LAST, AFTER = date(2026, 7, 10), date(2026, 7, 11)
"""The last day of June's window where the agency chose nothing, and the first without it."""
OPENS = 20
OTHERS = [key for key in of_unit("society") if key != "teacher"]


async def told(commune: Served, who: str, key: str) -> list[Answer]:
    """What somebody is told who writes about a person's month by every path that there is."""
    ids, client = commune.ids, commune.sign(who)
    row = {"sheet": ids.sheets[key], "version": await version_of(commune, key)}
    scored = {**row, "marks": MARKS}
    many = await client.done("scoreSheetMany", rows=[scored])
    twice = await client.ask(mutations("scoreSheet", {"first": scored, "second": scored}))
    late = {**row, "scale": ids.scales["late"], "times": 1, "reason": "Đi làm muộn"}
    return [
        *many["outcomes"],
        *twice.values(),
        await client.do("scoreSheet", **scored),
        await client.do("returnSelfAssessment", **row, reason="Xem lại"),
        await client.do("applyDeduction", **late),
    ]


async def told_of_work(commune: Served, who: str, key: str) -> list[Answer]:
    """The same about what the person did; a fault and a cause lower and raise a score."""
    ids, client = commune.ids, commune.sign(who)
    fault = {"kind": Word("QUALITY"), "reason": "Sai căn cứ", "line": ids.lines[key]}
    cause = {"fault": ids.faults[key], "version": 1, "cause": "Mất điện"}
    accepted = {"delivery": ids.deliveries[key], "version": 1}
    return [
        await client.do("recordFault", **fault),
        await client.do("confirmObjectiveCause", **cause),
        await client.do("acceptDelivery", **accepted),
        await client.do("acceptDelivery", **accepted, idempotencyKey="gửi lại"),
        (await client.done("acceptDeliveryMany", rows=[accepted]))["outcomes"][0],
    ]


async def test_each_path_is_told_the_lock_that_holds(commune: Served) -> None:
    ids, teacher = commune.ids, commune.ids.sheets["teacher"]
    both = ("away", "acting")
    # Not open yet: of sheets alone, for work is judged all commune.
    await commune.sign("chair").done(
        "setSwitch",
        agencyId=ids.agencies["commune"],
        name="entry_opens_day",
        value=str(OPENS),
        begins=TODAY,
        basis="Quy chế 5/QC-UBND",
    )
    for who in both:
        await refused(commune, who, "teacher", "WINDOW_NOT_OPEN", work=None)
    # Signed, in the days of entry.
    commune.day.today = TODAY.replace(day=OPENS)
    await score(commune, "acting", "teacher")
    version = await version_of(commune, "teacher")
    await commune.sign("away").done("signSheet", sheet=teacher, version=version)
    for who in both:
        await refused(commune, who, "teacher", "ALREADY_SIGNED", work="ALREADY_SIGNED")
    # Over, from the very next day; what was scored in time is signed and closed.
    commune.day.today = LAST
    for key in (*OTHERS, "acting"):
        led = {"leadership": {**LED, **CHOSEN}} if key == "acting" else {}
        await score(commune, "away", key, **led)
    commune.day.today = AFTER
    for who in both:
        await refused(commune, who, OTHERS[0], "WINDOW_OVER", work="WINDOW_OVER")
    late = {"unit": ids.units["economy"], "period": PERIOD, "reason": "Nhầm"}
    for deed, who, more in (
        ("selfAssess", OTHERS[0], {"marks": MARKS}),
        ("returnSheet", "away", {"reason": "Xem lại"}),
    ):
        sheet = {"sheet": ids.sheets[OTHERS[0]], "version": await version_of(commune, OTHERS[0])}
        payload = await commune.sign(who).refused(deed, **sheet, **more)
        assert payload["code"] == "WINDOW_OVER", deed
    opened = {"posting": ids.postings["teacher"], "period": PERIOD}
    assert (await commune.sign("away").refused("openSheet", **opened))["code"] == "WINDOW_OVER"
    assert (await commune.sign("chair").refused("reopenMonth", **late))["code"] == "WINDOW_OVER"
    for key in (*OTHERS, "acting"):
        sheet = {"sheet": ids.sheets[key], "version": await version_of(commune, key)}
        await commune.sign("away").done("signSheet", **sheet)
    await commune.sign("away").done("closeMonth", unit=ids.units["society"], period=PERIOD)
    # Closed: the signature is told first; whoever would lift it is told that the month is closed.
    await refused(commune, "away", "teacher", "ALREADY_SIGNED", work="ALREADY_SIGNED")
    sheet = {"sheet": teacher, "version": await version_of(commune, "teacher")}
    before = await commune.trace()
    payload = await commune.sign("chair").refused("reopenSheet", **sheet, reason="Nhầm")
    assert payload["code"] == "MONTH_CLOSED"
    assert await commune.trace() == before


async def refused(commune: Served, who: str, key: str, code: str, *, work: str | None) -> None:
    """Every path is told that code, and nothing at all is written."""
    before = await commune.trace()
    answers = await told(commune, who, key)
    assert {each.get("code") for each in answers} == {code}, answers
    if work is not None:
        answers = await told_of_work(commune, who, key)
        assert {each.get("code") for each in answers} == {work}, answers
    assert await commune.trace() == before
