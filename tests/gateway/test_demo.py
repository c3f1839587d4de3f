"""The sample: the cast that it promises, whatever the day, and every score as the law has it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.demo.building import CLOSED_MONTHS, TooEarly, build
from gateway.demo.cast import cast
from gateway.numbers import NumberSealer
from gateway.postgres.pool import speak_json
from gateway.postgres.roles import Connection
from resolvers.evaluations import recompute
from tests import databases
from tests.conftest import MakeDatabase

SEALER = NumberSealer(b"a secret of the tests, 32 bytes at least")
DAY = date(2026, 11, 21)
AWKWARD = (date(2026, 11, 5), date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29))
"""Early in a month, so that the acting head scored the one before; first, last and leap days."""
DONE = {("HT.01", True, "closed"), ("HT.01", False, "open"), ("HT.01", False, "self_assessed")}
UNITS = 6
"""Four offices, the commune and the province."""


@dataclass(frozen=True)
class Sample:
    """The sample as it was made for a day."""

    owner: Connection
    today: date

    async def rows(self, sql: str, *values: Any) -> list[Any]:
        return list(await self.owner.fetch(sql, *values))

    async def person(self, **traits: Any) -> Any:
        """The one person of the cast with these traits, as the database has him."""
        (seed,) = (
            each
            for each in cast().people
            if all(getattr(each, name) == value for name, value in traits.items())
        )
        return await self.owner.fetchrow(
            "select * from congtam.person where full_name = $1", seed.name
        )


async def made(
    make_database: MakeDatabase, today: date, closed_months: int
) -> tuple[Connection, list[str]]:
    access = await make_database()
    told: list[str] = []
    async with PgDatabase(access, reading=4, writing=6) as database:
        await build(database, SEALER, today, told.append, closed_months=closed_months)
    owner = await access.owner.connect()
    await speak_json(owner)
    return owner, told


@pytest_asyncio.fixture(scope="module")
async def sample(server: databases.Running, worker_id: str) -> AsyncIterator[Sample]:
    """A closed month and an open one, made once."""
    name = f"{databases.worker_name(worker_id)}_sample"

    async def once() -> Any:
        return await databases.copy(server, name)

    owner, _ = await made(once, DAY, 1)
    yield Sample(owner, DAY)
    await owner.close()
    await databases.drop(server, name)


class TestTheSample:
    async def test_has_its_closed_months_and_an_open_one(self, sample: Sample) -> None:
        rows = await sample.rows(
            "select period, state, count(*) from congtam.unit_month group by 1, 2 order by 1"
        )
        assert [tuple(row) for row in rows] == [
            (date(2026, 10, 1), "closed", UNITS),
            (date(2026, 11, 1), "open", UNITS),
        ]

    async def test_has_a_sheet_for_everybody_whom_a_head_scores(self, sample: Sample) -> None:
        expected = [each for each in cast().people if each.unit not in ("none", "province")]
        rows = await sample.rows("select period, count(*) from congtam.sheet group by 1")
        assert {row["count"] for row in rows} == {len(expected)}
        rows = await sample.rows("select from congtam.sheet where state = 'self_assessed'")
        assert len(rows) == sum(each.unit == "office" for each in expected) - len(("head", "staff"))

    async def test_recomputes_every_score_from_its_row_alone(self, sample: Sample) -> None:
        rows = await sample.rows("select facts, total, level from congtam.score")
        assert len(rows) == 44 + len(("upheld",))
        for row in rows:
            again = recompute(row["facts"])
            assert (again.total, again.level.value) == (row["total"], row["level"])

    async def test_gives_work_to_everybody_whatever_his_office(self, sample: Sample) -> None:
        rows = await sample.rows(
            "select p.office, count(distinct s.id) as sheets, count(l.id) as lines"
            " from congtam.sheet s join congtam.posting p on p.id = s.posting_id"
            " left join congtam.work_line l using (posting_id, period) group by 1"
        )
        assert {row["office"] for row in rows} == {"head", "deputy", "member"}
        assert {row["lines"] / row["sheets"] for row in rows} == {5}

    async def test_shows_what_can_become_of_work(self, sample: Sample) -> None:
        (row,) = await sample.rows(
            "select count(*) filter (where kind = 'delay') as late,"
            " count(*) filter (where kind = 'quality') as faulty,"
            " count(*) filter (where objective) as excused from congtam.fault"
        )
        assert min(row) > 0
        (row,) = await sample.rows(
            "select count(*) filter (where origin = 'urgent') as urgent,"
            " count(*) filter (where accepted = 0) as undone from congtam.work_line"
        )
        assert min(row) > 0

    async def test_has_results_of_several_levels(self, sample: Sample) -> None:
        rows = await sample.rows("select level, count(*) from congtam.score group by 1")
        assert {row["level"] for row in rows} >= {"EXCELLENT", "GOOD"}


class TestWhatStandsAroundTheMonths:
    async def test_measures_the_posts_that_deliver_nothing(self, sample: Sample) -> None:
        rows = await sample.rows(
            "select distinct j.code, l.accepted > 0 as measured, s.state from congtam.work_line l"
            " join congtam.assignment a on a.id = l.assignment_id"
            " join congtam.product p on p.id = a.product_id and p.process is not null"
            " join congtam.job_position j on j.id = p.position_id"
            " join congtam.sheet s on (s.posting_id, s.period) = (l.posting_id, l.period)"
        )
        assert {tuple(row) for row in rows} == DONE

    async def test_has_petitions_old_and_new(self, sample: Sample) -> None:
        rows = await sample.rows("select filed_on, count(*) from congtam.petition group by 1")
        days = {row["filed_on"].day: row["count"] for row in rows}
        assert days == {1: 3, 16: 1, 20: 1}

    async def test_has_one_head_who_is_overdue_and_others_with_an_inbox(
        self, sample: Sample
    ) -> None:
        (late,) = await sample.rows(
            "select u.code, escalated_at is not null as escalated from congtam.duty d"
            " join congtam.unit u on u.id = d.unit_id where done_at is null and due_on < $1",
            DAY,
        )
        assert tuple(late) == ("KT", True)
        (breach,) = await sample.rows("select state from congtam.breach")
        assert breach["state"] == "proposed"
        assert await sample.rows("select from congtam.notice")

    async def test_records_whoever_is_away_as_absent(self, sample: Sample) -> None:
        away = await sample.person(away=True)
        (row,) = await sample.rows(
            "select person_id, kind from congtam.absence where during @> $1::date", DAY
        )
        assert tuple(row) == (away["id"], "training")

    async def test_classifies_nobody_before_the_years_end(self, sample: Sample) -> None:
        (scheme,) = await sample.rows("select state from congtam.organisation_scheme")
        assert scheme["state"] == "approved"
        rounds = await sample.rows("select state from congtam.recognition_round")
        assert [row["state"] for row in rounds] == ["open", "open"]
        assert await sample.rows("select from congtam.classification_round") == []

    async def test_was_looked_at_by_the_inspector(self, sample: Sample) -> None:
        (leaf,) = await sample.rows(
            "select rule from congtam.audit_leaf where deed = 'look_for_signals'"
        )
        assert leaf["rule"] == "inspector-looks-for-signals"
        assert await sample.rows("select from congtam.signal")


class TestTheCast:
    async def test_has_a_head_who_is_away_and_an_acting_one(self, sample: Sample) -> None:
        away, acting = await sample.person(away=True), await sample.person(acts_for="society")
        (lent,) = await sample.rows("select * from congtam.delegation")
        assert (lent["from_person_id"], lent["to_person_id"]) == (away["id"], acting["id"])
        assert lent["during"].lower == DAY - timedelta(days=20)
        assert lent["during"].upper > DAY
        rows = await sample.rows(
            "select distinct on_behalf_of from congtam.assignment"
            " where assigned_by = $1 and on_behalf_of is not null",
            acting["id"],
        )
        assert [row["on_behalf_of"] for row in rows] == [away["id"]]

    async def test_has_an_acting_head_by_appointment_and_a_secondee(self, sample: Sample) -> None:
        rows = await sample.rows(
            "select mode, office, count(*) from congtam.posting where mode <> 'appointed'"
            " group by 1, 2 order by 1"
        )
        assert [tuple(row) for row in rows] == [("acting", "head", 1), ("seconded", "member", 1)]

    async def test_has_the_mandates_and_somebody_without_a_post(self, sample: Sample) -> None:
        rows = await sample.rows("select kind from congtam.mandate order by 1")
        expected = ["administrator", "inspector", "personnel_officer", "personnel_officer"]
        assert [row["kind"] for row in rows] == expected
        nobody = await sample.person(login="nobody")
        assert (
            await sample.rows("select from congtam.posting where person_id = $1", nobody["id"])
            == []
        )

    async def test_was_made_by_the_deeds_that_bind_everybody(self, sample: Sample) -> None:
        """So each row has an act behind it, done by its head or its person."""
        rows = await sample.rows(
            "select rule, count(*) from congtam.audit_leaf where deed in"
            " ('score_sheet', 'sign_sheet', 'accept_delivery', 'self_assess') group by 1"
        )
        assert {row["rule"] for row in rows} == {
            "responsible-head-scores",
            "responsible-head-judges-work",
            "person-assesses-himself",
        }
        (row,) = await sample.rows(
            "select count(*) as sheets from congtam.sheet where scored_by = person_id"
        )
        assert row["sheets"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("today", AWKWARD, ids=str)
async def test_it_can_be_made_on_any_day(make_database: MakeDatabase, today: date) -> None:
    owner, _ = await made(make_database, today, 1)
    months = await owner.fetch(
        "select period, state, count(*) from congtam.unit_month group by 1, 2 order by 1"
    )
    this = today.replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    assert [tuple(row) for row in months] == [(last, "closed", UNITS), (this, "open", UNITS)]
    latest = await owner.fetchval("select max(at)::date from congtam.audit_leaf")
    assert latest <= today
    for row in await owner.fetch("select facts, total, level from congtam.score"):
        again = recompute(row["facts"])
        assert (again.total, again.level.value) == (row["total"], row["level"])
    await owner.close()


@pytest.mark.slow
async def test_it_has_ten_closed_months(make_database: MakeDatabase) -> None:
    owner, told = await made(make_database, date(2027, 2, 10), CLOSED_MONTHS)
    periods = await owner.fetch("select distinct period, state from congtam.unit_month order by 1")
    assert [row["state"] for row in periods] == ["closed"] * 10 + ["open"]
    assert (periods[0]["period"], periods[-1]["period"]) == (date(2026, 4, 1), date(2027, 2, 1))
    assert len(told) == 1 + 10 + 1 + 3
    spans = await owner.fetch("select distinct span, period from congtam.result order by 1, 2")
    assert [tuple(row) for row in spans] == [
        ("half_year", date(2026, 7, 1)),
        *(("quarter", date(2026, month, 1)) for month in (4, 7, 10)),
        ("year", date(2026, 1, 1)),
    ]
    inbox = await owner.fetch(
        "select distinct u.code from congtam.notice n join congtam.posting p using (person_id)"
        " join congtam.unit u on u.id = p.unit_id where p.office = 'head'"
    )
    assert {row["code"] for row in inbox} >= {"VP", "KT", "VHXH", "HCC"}
    missed = await owner.fetch(
        "select distinct kind from congtam.breach join congtam.duty d"
        " on d.id = duty_id where d.kind not in ('classify_people', 'review_organisation')"
    )
    assert {row["kind"] for row in missed} <= {"accept_delivery"}
    moved = await owner.fetch(
        "select u.name, count(*) from congtam.sheet s join congtam.unit u on u.id = s.unit_id"
        " join congtam.person p on p.id = s.person_id where p.full_name = $1 group by 1",
        next(each.name for each in cast().people if each.moved_from),
    )
    assert sorted(row["count"] for row in moved) == [5, 6]
    await owner.close()


@pytest.mark.slow
async def test_it_has_fewer_where_the_decree_is_younger(make_database: MakeDatabase) -> None:
    owner, _ = await made(make_database, date(2026, 2, 10), CLOSED_MONTHS)
    periods = await owner.fetch("select distinct period, state from congtam.unit_month order by 1")
    assert [tuple(row) for row in periods] == [
        (date(2026, 1, 1), "closed"),
        (date(2026, 2, 1), "open"),
    ]
    await owner.close()


def test_the_table_of_accounts_names_each_and_fits_one_screen() -> None:
    sample = cast()
    logins = {each.login for each in sample.people if each.login}
    assert {each.login for each in sample.accounts} == logins
    portals = ["/authority", "/head", "/inspector", "/party", "/staff"]
    assert sorted({each.portal for each in sample.accounts}) == portals
    assert len(sample.accounts) <= 18


async def test_before_the_decree_there_is_nothing_to_show(database: PgDatabase) -> None:
    with pytest.raises(TooEarly, match="2026-01-01"):
        await build(database, SEALER, date(2026, 1, 1), print)
