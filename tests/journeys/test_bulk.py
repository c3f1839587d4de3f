"""Sentence 12: a head scores fifty people by ten criteria in one request."""

from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy import select

from gateway.demo.stage import Stage
from resolvers.evaluations import open_month, self_assess, sheet
from resolvers.people import appoint, register_person
from tests.journeys.month import FULL
from tests.journeys.scoring import MARKS
from tests.journeys.served import Served
from tests.journeys.world import FOUNDED, PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)
pytestmark = pytest.mark.slow

MANY = 50
_SHEETS = select(sheet.c.id, sheet.c.person_id).order_by(sheet.c.id)


@pytest_asyncio.fixture
async def crowd(fresh: Served) -> list[UUID]:
    """The sheets of fifty more members of the service centre, each with a self-assessment."""
    stage, unit = Stage(fresh.database), fresh.ids.units["service"]
    people = []
    async with stage.acting(None, FOUNDED) as (tx, request):
        for number in range(MANY):
            person = await register_person(
                tx, request, agency=fresh.ids.agencies["commune"], full_name="Nguyễn Văn Đông"
            )
            told = {"person": person, "unit": unit, "begins": FOUNDED, "office": "member"}
            await appoint(tx, request, **told, decision_no=f"{number}/QĐ")
            people.append(person)
    await stage.authority_changed()
    async with stage.acting(fresh.ids.people["service"], TODAY) as (tx, request):
        await open_month(tx, request, unit=unit, period=PERIOD)
    theirs = [row for row in await stage.rows(_SHEETS) if row["person_id"] in people]
    for row in theirs:
        async with stage.acting(row["person_id"], TODAY) as (tx, request):
            await self_assess(tx, request, sheet=row["id"], version=1, marks=FULL)
    return [row["id"] for row in theirs]


def rows(sheets: list[UUID], version: int = 2) -> list[dict[str, Any]]:
    return [{"sheet": id, "version": version, "marks": MARKS} for id in sheets]


def codes(payload: dict[str, Any]) -> list[str | None]:
    return [each.get("code") for each in payload["outcomes"]]


class TestScoringFifty:
    async def test_is_one_request(self, fresh: Served, crowd: list[UUID]) -> None:
        payload = await fresh.sign("service").done("scoreSheetMany", rows=rows(crowd))
        assert [each["id"] for each in payload["outcomes"]] == [str(id) for id in crowd]
        stored = await fresh.owner.fetch(
            "select state, general, head_marks from congtam.sheet where id = any($1)", crowd
        )
        assert {(row["state"], row["general"]) for row in stored} == {("scored", 30)}
        assert {len(row["head_marks"]) for row in stored} == {10}
        leaves = "select count(*) from congtam.audit_leaf where deed = 'score_sheet'"
        assert await fresh.owner.fetchval(leaves) == MANY

    async def test_tells_what_became_of_each(self, fresh: Served, crowd: list[UUID]) -> None:
        wrong = rows(crowd)
        wrong[3]["version"] = 9
        wrong[7]["sheet"] = fresh.ids.people["head"]
        payload = await fresh.sign("service").done("scoreSheetMany", rows=wrong)
        told = codes(payload)
        assert (told[3], told[7]) == ("STALE_VERSION", "NOT_RESPONSIBLE_HEAD")
        assert set(told[:3] + told[4:7] + told[8:]) == {None}
        scored = "select count(*) from congtam.sheet where state = 'scored'"
        assert await fresh.owner.fetchval(scored) == MANY - 2

    async def test_leaves_nothing_where_all_or_nothing_is_asked(
        self, fresh: Served, crowd: list[UUID]
    ) -> None:
        wrong = rows(crowd)
        wrong[MANY - 1]["version"] = 9
        before = await fresh.trace()
        payload = await fresh.sign("service").done("scoreSheetMany", rows=wrong, allOrNothing=True)
        assert codes(payload) == ["UNDONE_WITH_THE_REST"] * (MANY - 1) + ["STALE_VERSION"]
        assert await fresh.trace() == before

    async def test_of_more_than_a_hundred_is_refused_as_a_whole(
        self, fresh: Served, crowd: list[UUID]
    ) -> None:
        before = await fresh.trace()
        payload = await fresh.sign("service").refused(
            "scoreSheetMany", rows=rows([*crowd, *crowd, crowd[0]])
        )
        assert (payload["code"], payload["field"]) == ("INVALID_INPUT", "rows")
        assert await fresh.trace() == before

    async def test_and_signing_them_is_one_more(self, fresh: Served, crowd: list[UUID]) -> None:
        head = fresh.sign("service")
        key = {"idempotencyKey": "tháng 6, tất cả"}
        first = await head.done("scoreSheetMany", rows=rows(crowd), **key)
        assert await head.done("scoreSheetMany", rows=rows(crowd), **key) == first
        told = [{"sheet": id, "version": 3} for id in crowd]
        payload = await head.done("signSheetMany", rows=told)
        assert set(codes(payload)) == {None}
        released = "select count(*) from congtam.sheet where state = 'released'"
        assert await fresh.owner.fetchval(released) == MANY
