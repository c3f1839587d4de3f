"""What is recorded late, or undone: whoever left before the month keeps nobody waiting in it."""

from tests.journeys.people import SHEETS, of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

RETIRED = "tl030"
MONTH = (
    "query($unit: ID!, $period: Date!)"
    " { monthOfUnit(unit: $unit, period: $period) { state allowedActions } }"
)


async def signed(commune: Served, head: str, keys: list[str]) -> None:
    for key in keys:
        led = {"leadership": {**LED, **CHOSEN}} if SHEETS[key].office == "deputy" else {}
        await score(commune, head, key, **led)
    rows = [
        {"sheet": commune.ids.sheets[key], "version": await version_of(commune, key)}
        for key in keys
    ]
    outcomes = (await commune.sign(head).done("signSheetMany", rows=rows))["outcomes"]
    assert [each.get("code") for each in outcomes] == [None] * len(keys)


async def test_who_retired_before_the_month_does_not_hold_it_open(commune: Served) -> None:
    """He retired at the end of May; it was recorded after his division had opened June."""
    ids, month = commune.ids, {"unit": commune.ids.units["society"], "period": PERIOD}
    others = [*(key for key in of_unit("society") if key != RETIRED), "acting"]
    await signed(commune, "away", others)
    found = await commune.sign("away").ask(MONTH, **month)
    assert "CloseMonth" not in found["monthOfUnit"]["allowedActions"]
    assert (await commune.sign("away").refused("closeMonth", **month))["code"] == (
        "MONTH_HAS_OPEN_SHEETS"
    )
    post = {"postingId": ids.postings[RETIRED], "ends": PERIOD, "version": 1}
    await commune.sign("personnel").done("endPosting", **post)
    found = await commune.sign("away").ask(MONTH, **month)
    assert "CloseMonth" in found["monthOfUnit"]["allowedActions"]
    await commune.sign("away").done("closeMonth", **month)
    # What he wrote is kept as it was, and nobody scores it any more.
    told = {"sheet": ids.sheets[RETIRED], "version": 2}
    payload = await commune.sign("away").refused("scoreSheet", **told, marks=MARKS)
    assert payload["code"] == "MONTH_CLOSED"
    own = await commune.sign(RETIRED).ask("{ mySheets(first: 2) { nodes { state total } } }")
    assert own["mySheets"]["nodes"] == [{"state": "SELF_ASSESSED", "total": None}]


async def test_a_head_who_retires_in_the_month_leaves_it_to_the_next_one(commune: Served) -> None:
    """From that day he scores nobody, nobody scores in his place, and his successor scores all."""
    ids, unit = commune.ids, commune.ids.units["economy"]
    post = {"postingId": ids.postings["neighbour"], "ends": TODAY, "version": 1}
    await commune.sign("personnel").done("endPosting", **post)
    told = {"sheet": ids.sheets["economist"], "version": 2, "marks": MARKS}
    for who in ("neighbour", "economy_deputy", "chair", "head", "personnel"):
        before = await commune.trace()
        payload = await commune.sign(who).refused("scoreSheet", **told)
        assert payload["code"] == "NOT_RESPONSIBLE_HEAD", who
        assert await commune.trace() == before
    kept = await commune.sign("neighbour").ask("{ myUnits(first: 2) { id } me { id } }")
    assert kept == {"myUnits": [], "me": {"id": str(ids.people["neighbour"])}}
    next_head = {"person": ids.people["nobody"], "unit": unit, "office": "HEAD"}
    made = await commune.sign("personnel").done("appointPosting", **next_head, begins=TODAY)
    await signed(commune, "nobody", [*of_unit("economy"), "economy_deputy"])
    await commune.sign("nobody").done("closeMonth", unit=unit, period=PERIOD)
    # Both heads are scored above, each for his own days.
    await score(commune, "chair", "neighbour")
    await commune.sign("chair").done("openSheet", posting=made["id"], period=PERIOD)
    own = await commune.sign("neighbour").ask("{ mySheets(first: 2) { nodes { state total } } }")
    assert own["mySheets"]["nodes"] == [{"state": "SCORED", "total": None}]
