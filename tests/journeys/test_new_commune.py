"""Two communes end in the middle of a month and a new one is founded for both (sentence 31).

Another case than a commune that goes up in its neighbour: nothing of the new one stood before, and
the heads of both are judged above for the days that they led.
"""

from datetime import date, timedelta
from typing import Any

import pytest_asyncio

from gateway.demo.stage import Stage
from resolvers.people import grant_mandate
from tests.journeys.client import Answer
from tests.journeys.merging import in_bulk, refused, signed_and_closed
from tests.journeys.new_commune import DIVISIONS, ENDING, founded, listed, plan, worked
from tests.journeys.people import HEADS, PEOPLE, SHEETS, UPPER, of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.test_communes_merge import MEMBERS, scored_and_closed
from tests.journeys.test_reorganisation import merge
from tests.journeys.world import FOUNDED, PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

WORKING = ("staff", "far_staff")
"""Of either commune one, who has work in the rest of June; nobody else has."""
JULY = date(2026, 7, 2)
"""The day on which the rest of June is scored and closed."""
APRIL = date(2026, 4, 1)
WORK = "query($unit: ID!, $period: Date!) { worklist(unit: $unit, period: $period, first: 100)"
WORK += " { id role state version person { id } } }"
RESULT = """query($person: ID!) { resultsOfPerson(person: $person, first: 5) { nodes {
    total level months { period standing missing { because }
        sheets { days total } } } } }"""
CASES = """select c.person_id, c.classifying_unit_id, c.agency_id, c.quota_set
from congtam.classification c where c.replaced_at is null and c.state <> 'withdrawn'"""


@pytest_asyncio.fixture
async def both(commune: Served) -> Served:
    """The province has somebody who founds communes and decides on their people."""
    stage = Stage(commune.database)
    async with stage.acting(None, FOUNDED) as (tx, request):
        for kind in ("administrator", "personnel_officer"):
            person, unit = commune.ids.people["province"], commune.ids.units["province"]
            told = {"person": person, "unit": unit, "kind": kind, "begins": FOUNDED}
            await grant_mandate(tx, request, **told)
    await stage.authority_changed()
    return commune


async def the_old_months_are_closed(both: Served) -> None:
    """Every head judges the days that he led; the two communes' heads wait for the province."""
    await scored_and_closed(both)
    for unit in DIVISIONS:
        await signed_and_closed(both, unit, HEADS[unit])
    led = [HEADS[unit] for unit in DIVISIONS] + of_unit("commune", "deputy")
    sheets = both.ids.sheets
    rows = [{"sheet": sheets[key], "version": 2, "marks": MARKS, "leadership": LED} for key in led]
    await in_bulk(both, "commune", "chair", PERIOD, rows)


async def test_a_new_commune_is_founded_for_two(both: Served) -> None:
    await founded(both)
    told, units = await plan(both), both.ids.units
    trace = await both.trace()
    found = refused(await merge(both, told))
    assert {code for _, code in found} == {"AGENCY_STILL_STANDS", "MONTHS_IN_THE_WAY"}
    waiting = {subject for subject, code in found if code == "MONTHS_IN_THE_WAY"}
    assert waiting == {str(units[name]) for name in ENDING}
    assert await both.trace() == trace
    await the_old_months_are_closed(both)
    dry = await merge(both, told, dryRun=True)
    done = await merge(both, told)
    assert done["accepted"], done["verdicts"]
    assert [each["code"] for each in dry["verdicts"]] == [None] * len(done["verdicts"])
    await the_new_units_are_known(both)
    await the_rest_of_june_has_sheets_anew(both)
    await only_the_new_heads_score(both)
    await the_old_heads_are_judged_above(both)
    await work_is_given_by_the_new_list(both)
    await june_is_closed_from_below(both)
    await the_quarter_weighs_both_parts(both)
    await the_year_is_the_new_communes(both)


async def the_new_units_are_known(both: Served) -> None:
    rows = await both.owner.fetch(
        "select id, name from congtam.unit where agency_id = $1 and id <> $2",
        both.ids.agencies["new"],
        both.ids.units["new"],
    )
    both.ids.units |= {f"new_{row['name'].split()[-1]}": row["id"] for row in rows}
    assert {f"new_{name}" for name in DIVISIONS} < set(both.ids.units)


def now_in(who: str) -> str:
    """The unit of the new commune in which somebody of either commune works."""
    unit = PEOPLE[who].unit
    if unit in ("commune", "far"):
        return "new"
    return f"new_{'office' if unit == 'far_office' else unit}"


def both_communes() -> list[str]:
    return [each.key for each in PEOPLE.values() if each.unit in UPPER and each.unit != "province"]


def head_now(who: str) -> str:
    """Who scores somebody from the merger on."""
    unit = now_in(who)
    heads = {f"new_{name}": HEADS[name] for name in DIVISIONS} | {"new": "chair"}
    if heads[unit] != who:
        return heads[unit]
    return "province" if who == "chair" else "chair"


async def the_rest_of_june_has_sheets_anew(both: Served) -> None:
    for name in DIVISIONS:
        await both.sign(HEADS[name]).done("openMonth", **month(both, f"new_{name}"))
    await both.sign("chair").done("openMonth", **month(both, "new"))
    post = await both.owner.fetchval(
        "select id from congtam.posting where person_id = $1 and lower(during) = $2",
        both.ids.people["chair"],
        TODAY,
    )
    await both.sign("province").done("openSheet", posting=post, period=PERIOD)
    for name in ("new", *(f"new_{each}" for each in DIVISIONS)):
        head = "chair" if name == "new" else HEADS[name.removeprefix("new_")]
        listed = {each["person"]["id"] for each in await listing(both, head, name)}
        beneath = {who for who in both_communes() if head_now(who) == head}
        assert listed == {str(both.ids.people[who]) for who in beneath}, name


def month(both: Served, unit: str) -> dict[str, Any]:
    return {"unit": both.ids.units[unit], "period": PERIOD}


async def listing(both: Served, head: str, unit: str) -> list[Answer]:
    found: list[Answer] = (await both.sign(head).ask(WORK, **month(both, unit)))["worklist"]
    return found


async def only_the_new_heads_score(both: Served) -> None:
    """For the days from the merger on; what was signed before stays signed where it was."""
    trace = await both.trace()
    for who in ("far_staff", "teacher", "promoted", "far_chair", "head"):
        sheet = await new_sheet(both, who)
        told = {"sheet": sheet["id"], "version": 1, "marks": MARKS}
        for other in {"chair", "far_chair", "promoted", "head", "away", "acting", "personnel"}:
            if other in (head_now(who), who):
                continue
            code = (await both.sign(other).refused("scoreSheet", **told))["code"]
            assert code in ("NOT_RESPONSIBLE_HEAD", "NOT_FOUND"), (other, who)
        if who != "far_staff":
            code = (await both.sign(who).refused("scoreSheet", **told))["code"]
            assert code == "NO_SELF_SCORING", who
    for who in MEMBERS:
        sheet = {"sheet": both.ids.sheets[who], "version": await version_of(both, who)}
        for head in ("promoted", "far_chair", "chair", "head"):
            code = (await both.sign(head).refused("scoreSheet", **sheet, marks=MARKS))["code"]
            # The head of the unit that keeps the records answers for them: only what is signed.
            assert code == ("ALREADY_SIGNED" if head == "head" else "NOT_RESPONSIBLE_HEAD"), who
    assert await both.trace() == trace


async def new_sheet(both: Served, who: str) -> Any:
    return await both.owner.fetchrow(
        "select s.* from congtam.sheet s join congtam.posting p on p.id = s.posting_id"
        " where s.person_id = $1 and s.period = $2 and lower(p.during) = $3",
        both.ids.people[who],
        PERIOD,
        TODAY,
    )


async def the_old_heads_are_judged_above(both: Served) -> None:
    """The heads of both communes, by the province, for the half of June that they led."""
    for who in ("chair", "far_chair"):
        sheet = {"sheet": both.ids.sheets[who], "version": await version_of(both, who)}
        for other in ("chair", "far_chair"):
            told = {**sheet, "marks": MARKS, "leadership": LED}
            code = (await both.sign(other).refused("scoreSheet", **told))["code"]
            expected = "NO_SELF_SCORING" if other == who else "NOT_RESPONSIBLE_HEAD"
            assert code in (expected, "NOT_FOUND"), (who, other)
        scored = await score(both, "province", who)
        sheet = {"sheet": both.ids.sheets[who], "version": scored["version"]}
        await both.sign("province").done("signSheet", **sheet)


async def work_is_given_by_the_new_list(both: Served) -> None:
    """The old lists end with their communes: nothing is given by them any more."""
    both.day.today = TODAY + timedelta(days=1)
    await listed(both, TODAY + timedelta(days=2))
    both.day.today = TODAY + timedelta(days=2)
    for who in WORKING:
        sheet = await new_sheet(both, who)
        old = {
            "posting": sheet["posting_id"],
            "product": both.ids.products["CH.01"],
            "quantity": "2",
        }
        trace = await both.trace()
        payload = await both.sign("head").refused("assignWork", **old, dueOn=JULY)
        assert payload["code"] == "NOT_FOUND", who
        assert await both.trace() == trace
        await worked(both, who, "head", sheet)


async def june_is_closed_from_below(both: Served) -> None:
    both.day.today = JULY
    closing = month(both, "new")
    code = (await both.sign("chair").refused("closeMonth", **closing))["code"]
    assert code == "MONTH_HAS_OPEN_SHEETS"
    for name in DIVISIONS:
        await scored(both, HEADS[name], f"new_{name}")
    await scored(both, "chair", "new")
    sheet = await new_sheet(both, "chair")
    told = {"sheet": sheet["id"], "version": 1, "marks": MARKS, "leadership": LED}
    done = await both.sign("province").done(
        "scoreSheet", "id version", **told, absence="Chưa giao việc"
    )
    signed = {"sheet": sheet["id"], "version": done["version"]}
    await both.sign("province").done("signSheet", **signed)
    await both.sign("province").done("closeMonth", **month(both, "province"))
    states = await both.owner.fetch("select distinct state from congtam.sheet")
    assert [row["state"] for row in states] == ["closed"]


async def scored(both: Served, head: str, unit: str) -> None:
    """A head scores, signs and closes what is left of June in a unit of the new commune."""
    working = {str(both.ids.people[who]) for who in WORKING}
    over_them = str(both.ids.people["head"])
    rows = []
    for each in await listing(both, head, unit):
        row = {"sheet": each["id"], "version": each["version"], "marks": MARKS}
        if each["person"]["id"] not in working:
            row["absence"] = "Chưa giao việc"
        if each["role"] == "LEADER":
            row["leadership"] = LED if each["person"]["id"] == over_them else {**LED, **CHOSEN}
        rows.append(row)
    await in_bulk(both, unit, head, PERIOD, rows)


async def the_quarter_weighs_both_parts(both: Served) -> None:
    """By their days, once the scores of the old commune are handed over; April and May lack."""
    ids = both.ids
    for old, who in (("commune", "staff"), ("far", "far_staff")):
        told = {"fromAgency": ids.agencies[old], "toAgency": ids.agencies["new"], "year": 2026}
        handed = {**told, "person": ids.people[who], "documentNo": "01/BG-UBND"}
        act = await both.sign("personnel").done(
            "handOverScores", "sheets(first: 20) { period days }", **handed
        )
        days = (TODAY - PERIOD).days
        assert act["sheets"] == [{"period": str(PERIOD), "days": days}], who
    told = {"agency": ids.agencies["new"], "span": "QUARTER", "period": APRIL}
    run = await both.sign("personnel").done("computeResults", "people incomplete", **told)
    assert run["people"] == run["incomplete"]
    for who in WORKING:
        found = await both.sign(who).ask(RESULT, person=ids.people[who])
        (quarter,) = found["resultsOfPerson"]["nodes"]
        assert (quarter["total"], quarter["level"]) == (None, "INSUFFICIENT_DATA")
        june = quarter["months"][-1]
        assert (june["period"], june["missing"]) == (str(PERIOD), [])
        assert sorted(each["days"] for each in june["sheets"]) == [14, 16], who


async def the_year_is_the_new_communes(both: Served) -> None:
    """One set for the people of both, and its head in the province's."""
    ids, units = both.ids, both.ids.units
    for who, unit in (("personnel", "new"), ("province", "province")):
        both.day.today = JULY + timedelta(days=1)
        await both.sign(who).done("openClassification", unit=units[unit], year=2026)
    rows = {row["person_id"]: tuple(row)[1:] for row in await both.owner.fetch(CASES)}
    staff = (units["new"], ids.agencies["new"], "staff")
    heads = (units["province"], ids.agencies["new"], "heads")
    expected = {ids.people[who]: heads if who == "chair" else staff for who in both_communes()}
    assert rows == expected
    assert set(SHEETS) - {"promoted_before"} == set(both_communes())
