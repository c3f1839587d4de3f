"""What the clock opens, finishes and escalates, and whom it tells."""

from datetime import date, time

import pytest

from resolvers import evaluations, work
from resolvers.duties import sweep_duties
from tests.resolvers.cast import MONTH
from tests.resolvers.duties.watch import SCORING, Watch


class TestOpening:
    async def test_gives_every_unit_that_scores_somebody_its_steps_of_the_month(
        self, watch: Watch
    ) -> None:
        await watch.sweep(date(2026, 6, 1))
        units = {id: name for name, id in watch.cast.town.units.items()}
        found = await watch.cast.rows("duty", "period = $1", MONTH)
        assert sorted((row["kind"], units[row["unit_id"]]) for row in found) == sorted(
            (kind, unit)
            for kind in ("assign_work", "score_sheets", "close_month")
            for unit in SCORING
        )

    @pytest.mark.parametrize(
        ("kind", "period", "due"),
        [
            ("assign_work", MONTH, date(2026, 6, 5)),
            ("score_sheets", MONTH, date(2026, 7, 3)),
            # The fifth of July is a Sunday.
            ("close_month", MONTH, date(2026, 7, 6)),
            # The last days of April 2026 and May Day: a holiday, and Saturday to Sunday after it.
            ("close_month", date(2026, 4, 1), date(2026, 5, 5)),
        ],
    )
    async def test_sets_the_last_day_by_the_agencys_answer_on_a_working_day(
        self, watch: Watch, kind: str, period: date, due: date
    ) -> None:
        await watch.sweep(period)
        assert (await watch.duty(kind, "office", period))["due_on"] == due

    async def test_takes_the_answer_of_the_day_on_which_the_step_began(self, watch: Watch) -> None:
        await watch.cast.choose("duty_score_day", 10)
        await watch.sweep(date(2026, 6, 1))
        assert (await watch.duty("score_sheets", "office", MONTH))["due_on"] == date(2026, 7, 10)
        province = await watch.duty("score_sheets", "province", MONTH)
        assert province["due_on"] == date(2026, 7, 3)

    async def test_crosses_tet_and_the_weekends_around_it(self, watch: Watch) -> None:
        """A delivery of Thursday 12 February 2026 has five working days, none of them Tết."""
        await watch.cast.open("office")
        line = await watch.cast.line_of(await watch.cast.assign("clerk"))
        delivery = await watch.cast.deliver("clerk", line["id"])
        await watch.cast.town.owner.execute(
            "update congtam.delivery set delivered_on = '2026-02-12'"
        )
        await watch.sweep(date(2026, 6, 15))
        (found,) = await watch.cast.rows("duty", "subject_id = $1", delivery)
        assert (found["kind"], found["due_on"]) == ("accept_delivery", date(2026, 2, 26))

    async def test_leaves_a_year_without_a_calendar_unopened_and_names_it(
        self, watch: Watch
    ) -> None:
        swept = await watch.sweep(date(2031, 3, 2))
        assert swept.unknown_years == (2031,)
        assert (swept.opened, swept.notices) == (0, 0)
        assert await watch.cast.rows("duty") == []

    async def test_is_done_once(self, watch: Watch) -> None:
        first = await watch.sweep(date(2026, 6, 3))
        again = await watch.sweep(date(2026, 6, 3), time(9))
        assert first.opened == 24
        assert (again.opened, again.notices, again.breaches, again.escalated) == (0, 0, 0, 0)


class TestFinishing:
    async def test_follows_work_assigned_to_everybody(self, watch: Watch) -> None:
        await watch.cast.open("office")
        await watch.sweep(date(2026, 6, 15))
        for name in ("assistant", "clerk", "leader"):
            await watch.cast.assign(name)
        await watch.sweep(date(2026, 6, 15))
        assert (await watch.duty("assign_work", "office", MONTH))["done_at"] is None
        await watch.cast.assign("typist")
        await watch.sweep(date(2026, 6, 16))
        done = (await watch.duty("assign_work", "office", MONTH))["done_at"]
        assert done.date() == date(2026, 6, 15)
        culture = await watch.duty("assign_work", "culture", MONTH)
        assert culture["done_at"] is None

    @pytest.mark.parametrize("verdict", ["accepted", "returned"])
    async def test_follows_the_verdict_on_a_delivery(self, watch: Watch, verdict: str) -> None:
        await watch.cast.open("office")
        line = await watch.cast.line_of(await watch.cast.assign("clerk"))
        delivery = await watch.cast.deliver("clerk", line["id"])
        await watch.sweep(date(2026, 6, 15))
        (found,) = await watch.cast.rows("duty", "kind = 'accept_delivery'")
        assert (found["due_on"], found["done_at"]) == (date(2026, 6, 22), None)
        if verdict == "accepted":
            await watch.cast.accept("clerk", delivery)
        else:
            await watch.cast.do(
                "chief",
                work.return_delivery,
                delivery=delivery,
                version=1,
                reason="Thiếu phụ lục",
            )
        await watch.sweep(date(2026, 6, 16))
        (found,) = await watch.cast.rows("duty", "kind = 'accept_delivery'")
        assert found["done_at"] is not None

    async def test_follows_the_signatures_and_the_closing(self, watch: Watch) -> None:
        await watch.cast.open("culture")
        await watch.cast.worked("archivist")
        await watch.sweep(date(2026, 6, 16))
        await watch.cast.finish("archivist")
        await watch.sweep(date(2026, 6, 16), time(9))
        assert (await watch.duty("score_sheets", "culture", MONTH))["done_at"] is not None
        assert (await watch.duty("close_month", "culture", MONTH))["done_at"] is None
        await watch.cast.do(
            "curator",
            evaluations.close_month,
            unit=watch.cast.town.units["culture"],
            period=MONTH,
        )
        await watch.sweep(date(2026, 6, 16), time(10))
        assert (await watch.duty("close_month", "culture", MONTH))["done_at"] is not None

    async def test_lets_a_closed_unit_owe_nothing_more(self, watch: Watch) -> None:
        await watch.sweep(date(2026, 6, 3))
        await watch.cast.town.owner.execute(
            "update congtam.unit set closed_on = '2026-06-04' where id = $1",
            watch.cast.town.units["culture"],
        )
        await watch.sweep(date(2026, 7, 20))
        culture = watch.cast.town.units["culture"]
        found = await watch.cast.rows("duty", "unit_id = $1 and period = $2", culture, MONTH)
        assert {row["done_at"] is not None for row in found} == {True}
        assert [row["kind"] for row in found if row["escalated_at"]] == []


class TestReminding:
    async def test_comes_at_seven_three_and_one_working_days_and_when_it_is_over(
        self, watch: Watch
    ) -> None:
        """June's sheets are due on Friday 3 July: 7 working days before is Wednesday 24 June."""
        found: dict[date, list[tuple[str, str]]] = {}
        before: list[tuple[str, str]] = []
        for day in (23, 24, 25, 26, 27, 28, 29, 30):
            await watch.sweep(date(2026, 6, day))
            now = await watch.notices("score_sheets", "office")
            found[date(2026, 6, day)] = [each for each in now if each not in before]
            before = now
        for day in (1, 2, 3, 4, 5, 6, 7):
            await watch.sweep(date(2026, 7, day))
            now = await watch.notices("score_sheets", "office")
            found[date(2026, 7, day)] = [each for each in now if each not in before]
            before = now
        assert {day: told for day, told in found.items() if told} == {
            date(2026, 6, 24): [("due_in_7", "chief")],
            date(2026, 6, 30): [("due_in_3", "chief")],
            date(2026, 7, 2): [("due_in_1", "chief")],
            date(2026, 7, 4): [("escalated", "chair"), ("overdue", "chief")],
        }

    async def test_catches_up_with_the_latest_stage_alone(self, watch: Watch) -> None:
        await watch.sweep(date(2026, 7, 2))
        mine = await watch.notices("score_sheets", "office")
        assert mine == [("due_in_1", "chief")]

    async def test_ends_when_the_step_is_done(self, watch: Watch) -> None:
        await watch.cast.open("culture")
        await watch.cast.worked("archivist")
        await watch.cast.finish("archivist")
        await watch.sweep(date(2026, 6, 16))
        await watch.sweep(date(2026, 7, 20))
        assert await watch.notices("score_sheets", "culture") == []

    async def test_of_a_delivery_begins_at_three_days(self, watch: Watch) -> None:
        await watch.cast.open("office")
        line = await watch.cast.line_of(await watch.cast.assign("clerk"))
        await watch.cast.deliver("clerk", line["id"])
        await watch.sweep(date(2026, 6, 15))
        assert await watch.notices("accept_delivery", "office") == []
        await watch.sweep(date(2026, 6, 17))
        assert await watch.notices("accept_delivery", "office") == [("due_in_3", "chief")]
        (notice,) = await watch.cast.rows("notice", "params ->> 'step' = 'accept_delivery'")
        assert notice["params"]["subject"] == "paper"

    async def test_goes_to_the_acting_head_as_well(self, watch: Watch) -> None:
        await watch.cast.lend(
            "office", "chief", "assistant", begins=date(2026, 6, 22), ends=date(2026, 7, 1)
        )
        await watch.sweep(date(2026, 6, 24))
        assert set(await watch.notices("score_sheets", "office")) == {
            ("due_in_7", "chief"),
            ("due_in_7", "assistant"),
        }
        # The delegation has ended.
        await watch.sweep(date(2026, 7, 1))
        assert ("due_in_3", "assistant") not in await watch.notices("score_sheets", "office")

    async def test_spares_an_acting_head_to_whom_the_deed_was_not_lent(self, watch: Watch) -> None:
        id = await watch.cast.lend("office", "chief", "assistant", begins=date(2026, 6, 22))
        await watch.cast.town.owner.execute(
            "update congtam.delegation set deeds = '{AcceptDelivery}' where id = $1", id
        )
        await watch.sweep(date(2026, 6, 24))
        assert await watch.notices("score_sheets", "office") == [("due_in_7", "chief")]

    async def test_never_reaches_an_acting_head_whose_delegation_was_revoked(
        self, watch: Watch
    ) -> None:
        id = await watch.cast.lend("office", "chief", "assistant", begins=date(2026, 6, 22))
        await watch.cast.town.owner.execute(
            "update congtam.delegation set revoked_at = now() where id = $1", id
        )
        await watch.sweep(date(2026, 6, 24))
        assert await watch.notices("score_sheets", "office") == [("due_in_7", "chief")]


class TestEscalating:
    async def test_goes_one_level_up_once(self, watch: Watch) -> None:
        for day in (4, 6, 20):
            await watch.sweep(date(2026, 7, day))
        found = await watch.duty("score_sheets", "office", MONTH)
        assert found["escalated_to_id"] == watch.cast.town.units["commune"]
        assert found["escalated_at"].date() == date(2026, 7, 4)
        told = await watch.notices("score_sheets", "office")
        assert told.count(("escalated", "chair")) == 1
        assert "governor" not in {person for _, person in told}

    async def test_leaves_the_topmost_head_with_nobody_above(self, watch: Watch) -> None:
        await watch.sweep(date(2026, 7, 4))
        found = await watch.duty("score_sheets", "province", MONTH)
        assert (found["escalated_at"], found["escalated_to_id"]) == (None, None)
        assert await watch.notices("score_sheets", "province") == [("overdue", "governor")]
        assert await watch.cast.rows("breach", "duty_id = $1", found["id"]) == []

    async def test_waits_for_a_head_where_the_office_above_is_vacant(self, watch: Watch) -> None:
        owner = watch.cast.town.owner
        chair = watch.cast.town.postings["chair"]
        await owner.execute(
            "update congtam.posting set during = daterange('2026-01-01', '2026-07-01')"
            " where id = $1",
            chair,
        )
        await watch.sweep(date(2026, 7, 4))
        told = await watch.notices("score_sheets", "office")
        assert told == [("overdue", "chief")]
        await owner.execute(
            "update congtam.posting set during = daterange('2026-01-01', null) where id = $1",
            chair,
        )
        await watch.sweep(date(2026, 7, 8))
        assert ("escalated", "chair") in await watch.notices("score_sheets", "office")

    async def test_is_refused_to_everybody_but_the_program_itself(self, watch: Watch) -> None:
        for name in ("governor", "chief", "clerk"):
            refusal = await watch.cast.refused(name, sweep_duties)
            assert refusal.code == "NO_MANDATE"


class TestMail:
    async def test_is_written_with_the_notice_for_those_who_have_an_address(
        self, watch: Watch
    ) -> None:
        await watch.address("chief", "chief@commune.example", "en")
        await watch.sweep(date(2026, 6, 24))
        await watch.sweep(date(2026, 6, 24), time(9))
        found = await watch.cast.rows("mail")
        assert {row["address"] for row in found} == {"chief@commune.example"}
        notices = await watch.cast.rows("notice", "person_id = $1", watch.cast.town.people["chief"])
        assert {row["notice_id"] for row in found} == {row["id"] for row in notices}
        assert {(row["state"], row["language"]) for row in found} == {("waiting", "en")}
