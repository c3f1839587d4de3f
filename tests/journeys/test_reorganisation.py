"""Two communes of one province become one: over HTTP, with real tokens (sentence 31)."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from gateway.demo.stage import Stage
from resolvers.people import grant_mandate
from tests.journeys.client import Answer
from tests.journeys.documents import REFUSED
from tests.journeys.scoring import CHOSEN, LED, MARKS
from tests.journeys.served import Served
from tests.journeys.unfinished import a_petition_follows, given, work_goes_on
from tests.journeys.world import FOUNDED

pytest_plugins = ("tests.journeys.fixtures",)

MAY, LAST_OF_MAY, DAY = date(2026, 5, 1), date(2026, 5, 29), date(2026, 6, 1)
RECORDED = date(2026, 6, 12)  # May takes no entries any more, where it was never opened.
SELECTION = (
    "accepted reorganisation { id kind fromUnits toUnits }"
    " verdicts { step subject done code message }"
)
MERGING = (
    "mutation($plan: ReorganisationInput!, $dryRun: Boolean, $key: String)"
    " { reorganise(plan: $plan, dryRun: $dryRun, idempotencyKey: $key)"
    f" {{ __typename {REFUSED} ... on Reorganised {{ {SELECTION} }} }} }}"
)
PAST = (
    "query($agency: ID!, $unit: ID!, $period: Date!) {"
    " sheetsOfAgency(agency: $agency, period: $period, first: 100)"
    " { totalCount nodes { id total level unit { id name } scoringUnit { id } } }"
    " worklist(unit: $unit, period: $period, first: 100) { id state total }"
    " monthOfUnit(unit: $unit, period: $period) { id state } }"
)
SUCCESSORS = {
    "office": "Văn phòng HĐND và UBND",
    "economy": "Phòng Kinh tế",
    "society": "Phòng Văn hóa - Xã hội",
    "service": "Trung tâm Phục vụ hành chính công",
}


@pytest_asyncio.fixture
async def site(fresh: Served) -> AsyncIterator[Served]:
    """May is scored and closed in the commune's office; the province has a personnel officer."""
    stage = Stage(fresh.database)
    async with stage.acting(None, FOUNDED) as (tx, request):
        await grant_mandate(
            tx,
            request,
            person=fresh.ids.people["province"],
            unit=fresh.ids.units["province"],
            kind="personnel_officer",
            begins=FOUNDED,
        )
    fresh.day.today = LAST_OF_MAY
    await month_of_the_office(fresh)
    fresh.day.today = RECORDED
    yield fresh


async def month_of_the_office(site: Served) -> None:
    head, unit = site.sign("head"), site.ids.units["office"]
    await head.done("openMonth", unit=unit, period=MAY)
    found = await head.ask(
        "query($unit: ID!, $period: Date!) { worklist(unit: $unit, period: $period, first: 100)"
        " { id role version } }",
        unit=unit,
        period=MAY,
    )
    for sheet in sorted(found["worklist"], key=lambda each: each["role"], reverse=True):
        led = {"leadership": {**LED, **CHOSEN}} if sheet["role"] == "LEADER" else {}
        scored = await head.done(
            "scoreSheet",
            "id version",
            sheet=sheet["id"],
            version=sheet["version"],
            marks=MARKS,
            absence="Đi công tác dài ngày",
            **led,
        )
        await head.done("signSheet", sheet=sheet["id"], version=scored["version"])
    await head.done("closeMonth", unit=unit, period=MAY)


async def plan(site: Served) -> dict[str, Any]:
    """The commune goes up in the far one, with its divisions, its people and their roles."""
    units = site.ids.units
    root, into = str(units["commune"]), str(units["far"])
    keys = {str(units[name]): name for name in SUCCESSORS} | {root: into}
    posts = await held(site, "posting")
    return {
        "kind": "MERGE",
        "day": DAY,
        "decisionNo": "1685/NQ-UBTVQH15",
        "into": [into],
        "closes": [{"unit": unit, "keptBy": keeper} for unit, keeper in keys.items()],
        "opens": [
            {"key": key, "name": name, "standing": "DIRECT_USING", "parent": into}
            for key, name in SUCCESSORS.items()
        ],
        "postings": [
            {
                "posting": post["id"],
                "unit": keys[str(post["unit_id"])],
                **({"office": "DEPUTY"} if keys[str(post["unit_id"])] == into else {}),
            }
            for post in posts
        ],
        "mandates": [
            {"mandate": role["id"], "unit": keys[str(role["unit_id"])]}
            for role in await held(site, "mandate")
        ],
        "agencies": [
            {
                "agency": site.ids.agencies["commune"],
                "succeededBy": site.ids.agencies["far"],
            }
        ],
    }


async def held(site: Served, table: str) -> list[Any]:
    """What is held in the commune on the day."""
    return list(
        await site.owner.fetch(
            f"select * from congtam.{table} where agency_id = $1 and during @> $2::date"
            " order by id",
            site.ids.agencies["commune"],
            DAY,
        )
    )


async def merge(site: Served, told: dict[str, Any], who: str = "province", **more: Any) -> Answer:
    found = await site.sign(who).ask(MERGING, plan=told, **more)
    answer: Answer = found["reorganise"]
    return answer


async def past(site: Served, who: str) -> Answer:
    """What somebody finds of the office's May."""
    agency, unit = site.ids.agencies["commune"], site.ids.units["office"]
    return await site.sign(who).ask(PAST, agency=agency, unit=unit, period=MAY)


async def seen(site: Served, who: str) -> set[str]:
    """Every sheet, of either commune, that somebody is shown."""
    found: set[str] = set()
    for name in ("commune", "far", "province"):
        data = await site.sign(who).ask(
            "query($agency: ID!, $period: Date!)"
            " { sheetsOfAgency(agency: $agency, period: $period, first: 100) { nodes { id } } }",
            agency=site.ids.agencies[name],
            period=MAY,
        )
        found |= {node["id"] for node in data["sheetsOfAgency"]["nodes"]}
    return found


UNLISTED = ("far_staff", "standin", "promoted", "province")
"""Who is in neither list: the far commune's people, and the province's head."""
READERS = ("head", "personnel", "inspector")
"""Listed people who read the office's past by their post or their role."""


async def test_two_communes_become_one(site: Served) -> None:
    told = await plan(site)
    before = {who: await past(site, who) for who in (*READERS, *UNLISTED, "far_chair")}
    own = await seen(site, "staff")
    open_work = await given(site)
    assert before["inspector"]["sheetsOfAgency"]["totalCount"] > 2
    assert len(before["head"]["worklist"]) == before["head"]["sheetsOfAgency"]["totalCount"]
    trace = await site.trace()
    dry = await merge(site, told, dryRun=True)
    assert await site.trace() == trace
    assert (dry["accepted"], dry["reorganisation"]) == (True, None)
    done = await merge(site, told, key="sap-nhap")
    assert done["verdicts"] == dry["verdicts"]
    assert done["reorganisation"]["kind"] == "MERGE"
    trace = await site.trace()
    assert await merge(site, told, key="sap-nhap") == done
    assert await site.trace() == trace

    # The past gives the same answers, to the same people and to nobody else.
    for who in (*READERS, *UNLISTED):
        assert await past(site, who) == before[who], who
    assert await seen(site, "staff") == own != set()
    assert before["far_chair"]["sheetsOfAgency"]["totalCount"] == 0
    assert (await past(site, "far_chair"))["worklist"] == before["head"]["worklist"]
    await the_old_agency_is_closed(site)
    await life_goes_on(site)
    await work_goes_on(site, open_work, DAY)
    await a_petition_follows(site, MAY)


async def the_old_agency_is_closed(site: Served) -> None:
    data = await site.sign("staff").ask(
        "query($agency: ID!, $unit: ID!, $code: String!, $before: Date!) {"
        " agency(id: $agency) { closedOn succeededBy { id } }"
        " unit(id: $unit) { closedOn keptBy { name agency { id } } }"
        " now: agencyByCode(code: $code) { id } then: agencyByCode(code: $code, on: $before) { id }"
        " reorganisationsOf(unitId: $unit, first: 5) { nodes { decisionNo day } } }",
        agency=site.ids.agencies["commune"],
        unit=site.ids.units["office"],
        code="H40.91",
        before=LAST_OF_MAY,
    )
    far = str(site.ids.agencies["far"])
    assert data["agency"] == {"closedOn": DAY.isoformat(), "succeededBy": {"id": far}}
    kept = {"name": SUCCESSORS["office"], "agency": {"id": far}}
    assert data["unit"] == {"closedOn": DAY.isoformat(), "keptBy": kept}
    assert data["now"] is None
    assert data["then"] == {"id": str(site.ids.agencies["commune"])}
    (decision,) = data["reorganisationsOf"]["nodes"]
    assert decision == {"decisionNo": "1685/NQ-UBTVQH15", "day": DAY.isoformat()}


async def life_goes_on(site: Served) -> None:
    """The head goes on in the new unit; the year's scores follow the staff to the new agency."""
    data = await site.sign("head").ask("{ myUnits(first: 5) { id name agency { id } } }")
    (unit,) = data["myUnits"]
    assert unit["agency"]["id"] == str(site.ids.agencies["far"])
    await site.sign("head").done("openMonth", unit=unit["id"], period=DAY)
    refused = await site.sign("head").refused(
        "openMonth", unit=site.ids.units["office"], period=DAY
    )
    assert refused["code"] == "NOT_RESPONSIBLE_HEAD"
    # The merged agency's officer now keeps the records of the old one, and hands them over.
    act = await site.sign("personnel").done(
        "handOverScores",
        "year sheets(first: 20) { period days total unitName }",
        person=site.ids.people["staff"],
        fromAgency=site.ids.agencies["commune"],
        toAgency=site.ids.agencies["far"],
        year=2026,
        documentNo="01/BG-UBND",
    )
    (sheet,) = act["sheets"]
    assert (sheet["period"], sheet["days"]) == (MAY.isoformat(), 31)
    assert sheet["unitName"] == SUCCESSORS["office"]


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("personnel", "GRANT_TO_SELF"),
        ("chair", "GRANT_TO_SELF"),
        ("far_chair", "NO_MANDATE"),
        ("far_staff", "NO_MANDATE"),
        ("nobody", "GRANT_TO_SELF"),
    ],
)
async def test_it_is_the_provinces_to_decide(site: Served, who: str, code: str) -> None:
    told, trace = await plan(site), await site.trace()
    for dry_run in (True, False):
        answer = await merge(site, told, who, dryRun=dry_run)
        assert answer.get("code") in (code, "NOT_FOUND"), who
    assert await site.trace() == trace


async def test_an_open_month_stops_it_and_is_named(site: Served) -> None:
    site.day.today = LAST_OF_MAY
    await site.sign("chair").done("openMonth", unit=site.ids.units["commune"], period=MAY)
    site.day.today = RECORDED
    told, trace = await plan(site), await site.trace()
    answers = [await merge(site, told, dryRun=dry_run) for dry_run in (True, False)]
    assert answers[0] == answers[1]
    assert not answers[0]["accepted"]
    refused = [each for each in answers[0]["verdicts"] if not each["done"]]
    assert (refused[0]["subject"], refused[0]["code"]) == (
        str(site.ids.units["commune"]),
        "MONTHS_IN_THE_WAY",
    )
    assert "05/2026" in refused[0]["message"]
    assert await site.trace() == trace


async def test_whoever_is_left_out_ends(site: Served) -> None:
    """Somebody who is not listed keeps his own past and reaches nothing else."""
    told = await plan(site)
    staff: UUID = site.ids.postings["staff"]
    told["postings"] = [each for each in told["postings"] if each["posting"] != staff]
    own = await site.owner.fetch(
        "select id::text from congtam.sheet where person_id = $1", site.ids.people["staff"]
    )
    done = await merge(site, told)
    ended = [each["subject"] for each in done["verdicts"] if each["step"] == "POSTING_ENDED"]
    assert ended == [str(staff)]
    assert await seen(site, "staff") == {row["id"] for row in own}
    data = await site.sign("staff").ask(
        "query($agency: ID!) { people(agency: $agency, first: 50) { totalCount } }",
        agency=site.ids.agencies["far"],
    )
    assert data["people"]["totalCount"] == 0
