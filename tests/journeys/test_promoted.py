"""Sentence 15 where somebody comes to head the unit that scores him: the next head up judges."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from resolvers.core.request import Request
from resolvers.duties import sweep_duties
from resolvers.people import reach_of_operator
from tests.journeys.documents import Word
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

TOMORROW = TODAY + timedelta(days=1)
NEXT_MONTH = date(2026, 7, 1)
LOADS = (
    "query($unit: ID!, $period: Date!) {"
    " monthLoads(unit: $unit, period: $period, first: 50) { person { id } } }"
)
WHERE = """select s.scoring_unit_id as sheet, a.scoring_unit_id as assignment,
  l.scoring_unit_id as line, d.scoring_unit_id as delivery, f.scoring_unit_id as fault,
  m.scoring_unit_id as self_assessment
from congtam.sheet s
join congtam.work_line l on l.posting_id = s.posting_id and l.period = s.period
join congtam.assignment a on a.id = l.assignment_id
join congtam.delivery d on d.line_id = l.id
join congtam.fault f on f.line_id = l.id
join congtam.self_assessment m on m.sheet_id = s.id
where s.id = $1"""
PASSED = """select deed, actor_id, rule, before, after from congtam.audit_leaf
where subject_id = $1 and deed = 'pass_up'"""


async def vacate(commune: Served, day: date) -> None:
    """The head of the economic office leaves his post on a day."""
    await commune.sign("personnel").done(
        "endPosting", postingId=commune.ids.postings["neighbour"], ends=day, version=1
    )


async def promote(commune: Served, day: date) -> None:
    """A member of that office becomes its head on that day."""
    await vacate(commune, day)
    await commune.sign("personnel").done(
        "movePosting",
        postingId=commune.ids.postings["economist"],
        unit=commune.ids.units["economy"],
        office=Word("HEAD"),
        begins=day,
        version=1,
    )


async def swept(commune: Served) -> None:
    """The hourly look at the clock."""
    now = commune.day()
    async with commune.database.reading() as tx:
        reach = await reach_of_operator(tx, now.date())
    async with commune.database.writing(reach) as tx:
        await sweep_duties(tx, Request(reach, now, now.date(), channel="worker"))


async def refused(commune: Served, who: str) -> str:
    """The code by which somebody does not score the member's sheet; nothing is written."""
    version, before = await version_of(commune, "economist"), await commune.trace()
    payload = await commune.sign(who).refused(
        "scoreSheet", sheet=commune.ids.sheets["economist"], version=version, marks=MARKS
    )
    assert await commune.trace() == before
    code: str = payload["code"]
    return code


async def owed_by(commune: Served) -> UUID | None:
    """The unit whose head owes an answer to the member's delivery."""
    return await commune.owner.fetchval(
        "select unit_id from congtam.duty where kind = 'accept_delivery' and subject_id = $1",
        commune.ids.deliveries["economist"],
    )


async def scored_in(commune: Served, key: str, period: date) -> UUID | None:
    return await commune.owner.fetchval(
        "select scoring_unit_id from congtam.sheet where posting_id = $1 and period = $2",
        commune.ids.postings[key],
        period,
    )


class TestPromoted:
    async def test_is_judged_for_the_days_before_by_the_next_head_up(self, commune: Served) -> None:
        ids, chair = commune.ids, commune.sign("chair")
        await promote(commune, TODAY)
        assert await refused(commune, "economist") == "NO_SELF_SCORING"
        assert await refused(commune, "neighbour") == "NOT_RESPONSIBLE_HEAD"
        found = await commune.owner.fetchrow(WHERE, ids.sheets["economist"])
        assert set(found) == {ids.units["commune"]}
        await chair.done("acceptDelivery", delivery=ids.deliveries["economist"], version=2)
        await score(commune, "chair", "economist")
        version = await version_of(commune, "economist")
        done = await chair.done(
            "signSheet",
            "state explanation { scoredBy { fullName } }",
            sheet=ids.sheets["economist"],
            version=version,
        )
        assert done["state"] == "RELEASED"
        (leaf,) = await commune.owner.fetch(PASSED, ids.sheets["economist"])
        assert leaf["actor_id"] == ids.people["personnel"]
        assert leaf["before"] == {"unit": str(ids.units["economy"])}
        assert leaf["after"]["unit"] == str(ids.units["commune"])

    async def test_is_judged_by_his_head_until_the_day(self, commune: Served) -> None:
        await promote(commune, TOMORROW)
        await swept(commune)
        assert await owed_by(commune) == commune.ids.units["economy"]
        await score(commune, "neighbour", "economist")
        assert await refused(commune, "chair") == "NOT_RESPONSIBLE_HEAD"
        commune.day.today = TOMORROW
        await commune.sign("economist").done(
            "delegateHeadship",
            unit=commune.ids.units["economy"],
            toPerson=commune.ids.people["economy_deputy"],
            begins=TOMORROW,
            ends=TOMORROW + timedelta(days=5),
            reason="Đi tập huấn",
        )
        assert await refused(commune, "economist") == "NO_SELF_SCORING"
        assert await refused(commune, "economy_deputy") == "ACTING_FOR_APPOINTER"
        await swept(commune)
        assert await owed_by(commune) == commune.ids.units["commune"]
        assert await refused(commune, "economy_deputy") == "NOT_RESPONSIBLE_HEAD"
        told = "query($id: ID!) { sheet(id: $id) { total allowedActions } }"
        sheet = commune.ids.sheets["economist"]
        own = (await commune.sign("economist").ask(told, id=sheet))["sheet"]
        assert own == {"total": None, "allowedActions": []}
        # What the former head had drafted goes along.
        drafted = (await commune.sign("chair").ask(told, id=sheet))["sheet"]
        assert drafted["total"] is not None
        assert "SignSheet" in drafted["allowedActions"]
        await swept(commune)
        assert len(await commune.owner.fetch(PASSED, sheet)) == 1

    async def test_keeps_what_was_signed_until_it_is_reopened(self, commune: Served) -> None:
        ids, chair = commune.ids, commune.sign("chair")
        sheet = ids.sheets["economist"]
        await score(commune, "neighbour", "economist")
        await commune.sign("neighbour").done("signSheet", sheet=sheet, version=3)
        await promote(commune, TODAY)
        period = date(2026, 6, 1)
        assert await scored_in(commune, "economist", period) == ids.units["economy"]
        await chair.done("reopenSheet", sheet=sheet, version=4, reason="Đề nghị xem lại")
        assert await scored_in(commune, "economist", period) == ids.units["commune"]
        assert await refused(commune, "economist") == "NO_SELF_SCORING"
        await score(commune, "chair", "economist")
        version = await version_of(commune, "economist")
        await chair.done("signSheet", sheet=sheet, version=version)
        rounds = await commune.owner.fetch(
            "select scoring_unit_id, scored_by from congtam.score where sheet_id = $1"
            " order by round",
            sheet,
        )
        assert [tuple(row) for row in rounds] == [
            (ids.units["economy"], ids.people["neighbour"]),
            (ids.units["commune"], ids.people["chair"]),
        ]

    async def test_is_not_his_own_subordinate(self, commune: Served) -> None:
        """Of those whose scores his own as head waits for, his earlier sheet is none."""
        ids, chair = commune.ids, commune.sign("chair")
        await promote(commune, TODAY)
        post = await commune.owner.fetchval(
            "select id from congtam.posting where person_id = $1 and office = 'head'",
            ids.people["economist"],
        )
        opened = await chair.done("openSheet", posting=post, period="2026-06-01")
        await commune.sign("economist").done(
            "selfAssess", sheet=opened["id"], version=1, marks=MARKS
        )
        others = await commune.owner.fetchval(
            "select count(*) from congtam.posting where unit_id = $1 and main"
            " and person_id <> $2 and office <> 'head'",
            ids.units["economy"],
            ids.people["economist"],
        )
        before = await commune.trace()
        payload = await chair.refused(
            "scoreSheet", sheet=opened["id"], version=2, marks=MARKS, leadership=LED
        )
        assert payload["code"] == "SUBORDINATES_NOT_SCORED"
        assert f"Còn {others} công chức" in payload["message"]
        assert await commune.trace() == before


class TestSecondPostAsHead:
    @pytest.fixture
    async def doubled(self, commune: Served) -> Served:
        """A deputy is put in charge of the office beside his own post."""
        await vacate(commune, TODAY)
        await commune.sign("personnel").done(
            "appointPosting",
            person=commune.ids.people["economy_deputy"],
            unit=commune.ids.units["economy"],
            office=Word("HEAD"),
            mode=Word("ACTING"),
            main=False,
            begins=TODAY,
        )
        return commune

    async def test_does_not_score_him_in_his_first(self, doubled: Served) -> None:
        ids, chair = doubled.ids, doubled.sign("chair")
        await score(doubled, "economy_deputy", "tl019")
        more = {"leadership": {**LED, **CHOSEN}}
        await score(doubled, "chair", "economy_deputy", **more)
        version = await version_of(doubled, "economy_deputy")
        await chair.done("signSheet", sheet=ids.sheets["economy_deputy"], version=version)

    async def test_nor_in_the_months_to_come(self, doubled: Served) -> None:
        ids, units = doubled.ids, doubled.ids.units
        doubled.day.today = NEXT_MONTH + timedelta(days=14)
        period = NEXT_MONTH.isoformat()
        await doubled.sign("economy_deputy").done("openMonth", unit=units["economy"], period=period)
        assert await scored_in(doubled, "economy_deputy", NEXT_MONTH) is None
        await doubled.sign("chair").done("openMonth", unit=units["commune"], period=period)
        assert await scored_in(doubled, "economy_deputy", NEXT_MONTH) == units["commune"]
        assert await scored_in(doubled, "tl019", NEXT_MONTH) == units["economy"]
        work = {"product": ids.products["CH.01"], "quantity": "1", "dueOn": "2026-07-20"}
        own = {"posting": ids.postings["economy_deputy"], **work}
        before = await doubled.trace()
        payload = await doubled.sign("economy_deputy").refused("assignWork", **own)
        assert payload["code"] == "NO_SELF_SCORING"
        assert await doubled.trace() == before
        await doubled.sign("chair").done("assignWork", **own)

    async def test_and_his_load_is_told_where_he_is_scored(self, doubled: Served) -> None:
        """Before anything is assigned: to the head who will score him, and to nobody else."""
        deputy = str(doubled.ids.people["economy_deputy"])
        for who, unit, told in (("economy_deputy", "economy", False), ("chair", "commune", True)):
            loads = await doubled.sign(who).ask(
                LOADS, unit=doubled.ids.units[unit], period=NEXT_MONTH
            )
            people = [each["person"]["id"] for each in loads["monthLoads"]]
            assert len(people) == len(set(people)) > 1
            assert (deputy in people) is told, who
