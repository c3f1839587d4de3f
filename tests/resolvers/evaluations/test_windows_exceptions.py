"""Lock exceptions: who may open a locked month, to whom, until when; the lock itself stays."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from resolvers import evaluations, work
from resolvers.core.ids import new_id
from tests.resolvers.cast import FULL, MONTH, Cast

AFTER = date(2026, 7, 20)
"""A day after June's window."""
NEXT = AFTER + timedelta(days=1)
ENDS = datetime(2026, 7, 21, 1, 0, tzinfo=UTC)
"""Before the hour at which the cast acts on the next day."""
REASON = {"reason": "Máy chủ hỏng trong những ngày nhập liệu"}


def lock(cast: Cast, unit: str, person: str | None = None, **more: Any) -> dict[str, Any]:
    told = {"unit": cast.town.units[unit], "period": MONTH, "ends_at": ENDS, **REASON, **more}
    return told if person is None else {**told, "person": cast.town.people[person]}


async def grant(cast: Cast, by: str, unit: str, person: str | None = None, **more: Any) -> UUID:
    told = lock(cast, unit, person, **more)
    id: UUID = await cast.do(by, evaluations.grant_lock_exception, today=AFTER, **told)
    return id


async def scoring(cast: Cast, name: str) -> dict[str, Any]:
    sheet = await cast.sheet(name)
    return {"sheet": sheet["id"], "version": sheet["version"], "marks": FULL}


@pytest.fixture
async def late(cast: Cast) -> Cast:
    """The clerk and the typist assessed themselves, and the head let the window pass."""
    await cast.open("office")
    for name in ("clerk", "typist"):
        await cast.worked(name)
        await cast.assess(name)
    return cast


@pytest.fixture
async def closed(cast: Cast) -> Cast:
    """Culture has closed its month."""
    await cast.open("culture")
    await cast.worked("archivist")
    await cast.finish("archivist")
    month = {"unit": cast.town.units["culture"], "period": MONTH}
    await cast.do("curator", evaluations.close_month, **month)
    return cast


class TestOpening:
    async def test_lets_the_unit_go_on_until_it_ends_by_itself(self, late: Cast) -> None:
        told = await scoring(late, "clerk")
        refusal = await late.refused("chief", evaluations.score_sheet, today=AFTER, **told)
        assert refusal.code == "WINDOW_OVER"
        await grant(late, "chair", "office")
        await late.do("chief", evaluations.score_sheet, today=AFTER, **told)
        told = await scoring(late, "typist")
        refusal = await late.refused("chief", evaluations.score_sheet, today=NEXT, **told)
        assert refusal.code == "WINDOW_OVER"

    async def test_for_one_person_opens_nothing_to_others(self, late: Cast) -> None:
        await grant(late, "chair", "office", "clerk")
        clerk, typist = await scoring(late, "clerk"), await scoring(late, "typist")
        refusal = await late.refused("chief", evaluations.score_sheet, today=AFTER, **typist)
        assert refusal.code == "WINDOW_OVER"
        await late.do("chief", evaluations.score_sheet, today=AFTER, **clerk)

    async def test_opens_the_work_of_the_month_too(self, late: Cast) -> None:
        line = (await late.rows("work_line", "person_id = $1", late.town.people["clerk"]))[0]
        fault = {"line": line["id"], "kind": "quality", "reason": "Sai thể thức"}
        refusal = await late.refused("chief", work.record_fault, today=AFTER, **fault)
        assert refusal.code == "WINDOW_OVER"
        await grant(late, "chair", "office")
        await late.do("chief", work.record_fault, today=AFTER, **fault)

    async def test_opens_a_month_that_nobody_opened_in_time(self, cast: Cast) -> None:
        month = {"unit": cast.town.units["office"], "period": MONTH}
        refusal = await cast.refused("chief", evaluations.open_month, today=AFTER, **month)
        assert refusal.code == "WINDOW_OVER"
        await grant(cast, "chair", "office")
        await cast.do("chief", evaluations.open_month, today=AFTER, **month)
        assert len(await cast.rows("sheet")) == 4

    async def test_keeps_the_record_of_the_closed_month(self, closed: Cast) -> None:
        before = await closed.rows("unit_month")
        await grant(closed, "chair", "culture", "archivist")
        sheet = await closed.sheet("archivist")
        told = {"sheet": sheet["id"], "version": sheet["version"]}
        await closed.do("chair", evaluations.reopen_sheet, today=AFTER, **told, **REASON)
        assert (await closed.sheet("archivist"))["state"] == "self_assessed"
        again = await scoring(closed, "archivist")
        await closed.do("curator", evaluations.score_sheet, today=AFTER, **again)
        sign = {name: (await scoring(closed, "archivist"))[name] for name in ("sheet", "version")}
        await closed.do("curator", evaluations.sign_sheet, today=AFTER, **sign)
        sheet = await closed.sheet("archivist")
        assert (sheet["state"], sheet["round"]) == ("closed", 2)
        assert await closed.rows("unit_month") == before

    async def test_leaves_a_reopened_sheet_locked_when_it_ends(self, closed: Cast) -> None:
        await grant(closed, "chair", "culture")
        sheet = await closed.sheet("archivist")
        told = {"sheet": sheet["id"], "version": sheet["version"]}
        await closed.do("chair", evaluations.reopen_sheet, today=AFTER, **told, **REASON)
        again = await scoring(closed, "archivist")
        refusal = await closed.refused("curator", evaluations.score_sheet, today=NEXT, **again)
        assert refusal.code == "MONTH_CLOSED"

    async def test_is_told_to_the_audit_with_its_rule(self, late: Cast) -> None:
        await late.lend("commune", "chair", "vice", begins=AFTER)
        id = await grant(late, "vice", "office", "clerk")
        row = await late.row("lock_exception", id)
        people = late.town.people
        assert (row["granted_by"], row["on_behalf_of"]) == (people["vice"], people["chair"])
        assert (row["reason"], row["ends_at"]) == (REASON["reason"], ENDS)
        (leaf,) = await late.leaves("grant_lock_exception")
        assert (leaf["rule"], leaf["subject_id"]) == ("next-head-up-opens-a-lock", id)
        assert leaf["after"]["person_id"] == str(people["clerk"])

    @pytest.mark.parametrize(
        ("name", "unit", "person", "code"),
        [
            ("chief", "office", None, "LOCK_OF_ONES_OWN"),
            ("chief", "office", "clerk", "LOCK_OF_ONES_OWN"),
            ("clerk", "office", "clerk", "LOCK_OF_ONES_OWN"),
            ("curator", "office", None, "NOT_NEXT_HEAD_UP"),
            ("governor", "office", None, "NOT_NEXT_HEAD_UP"),
            ("stranger", "office", None, "NOT_NEXT_HEAD_UP"),
            ("typist", "office", "clerk", "NOT_NEXT_HEAD_UP"),
            ("vice", "office", None, "NOT_NEXT_HEAD_UP"),
            # Nobody stands above the province, and a team does not score.
            ("governor", "province", None, "LOCK_OF_ONES_OWN"),
            ("chief", "team", None, "NOT_NEXT_HEAD_UP"),
        ],
    )
    async def test_is_the_next_heads_alone(
        self, late: Cast, name: str, unit: str, person: str | None, code: str
    ) -> None:
        told = lock(late, unit, person)
        deed = evaluations.grant_lock_exception
        assert (await late.refused(name, deed, today=AFTER, **told)).code == code

    async def test_is_refused_alike_for_an_absent_unit(self, late: Cast) -> None:
        told = {**lock(late, "office"), "unit": new_id()}
        refusal = await late.refused("chair", evaluations.grant_lock_exception, **told)
        assert refusal.code == "NOT_NEXT_HEAD_UP"

    @pytest.mark.parametrize(
        "ends_at",
        [
            datetime(2026, 7, 20, 2, 0, tzinfo=UTC),
            datetime(2026, 8, 20, 2, 0, 1, tzinfo=UTC),
            datetime(2026, 7, 21),  # noqa: DTZ001  # a time without a zone names no instant
        ],
    )
    async def test_ends_after_now_and_within_a_month(self, late: Cast, ends_at: datetime) -> None:
        told = lock(late, "office", ends_at=ends_at)
        refusal = await late.refused("chair", evaluations.grant_lock_exception, today=AFTER, **told)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "endsAt")

    async def test_names_somebody_whom_that_head_scores(self, late: Cast) -> None:
        told = lock(late, "office", "archivist")
        refusal = await late.refused("chair", evaluations.grant_lock_exception, today=AFTER, **told)
        assert (refusal.code, refusal.field) == ("NOT_FOUND", "person")

    async def test_is_given_with_a_reason(self, late: Cast) -> None:
        told = lock(late, "office", reason=" ")
        refusal = await late.refused("chair", evaluations.grant_lock_exception, today=AFTER, **told)
        assert refusal.code == "TEXT_NOT_ACCEPTABLE"


class TestRevoking:
    async def test_stops_the_very_next_deed(self, late: Cast) -> None:
        id = await grant(late, "chair", "office")
        told = {"exception": id, "version": 1, "reason": "Đã nhập xong"}
        await late.do("chair", evaluations.revoke_lock_exception, today=AFTER, **told)
        clerk = await scoring(late, "clerk")
        refusal = await late.refused("chief", evaluations.score_sheet, today=AFTER, **clerk)
        assert refusal.code == "WINDOW_OVER"
        (leaf,) = await late.leaves("revoke_lock_exception")
        assert leaf["reason"] == "Đã nhập xong"

    @pytest.mark.parametrize(
        ("name", "code"),
        [("chief", "NOT_NEXT_HEAD_UP"), ("governor", "NOT_FOUND"), ("clerk", "NOT_FOUND")],
    )
    async def test_is_the_next_heads_alone(self, late: Cast, name: str, code: str) -> None:
        told = {"exception": await grant(late, "chair", "office"), "version": 1, **REASON}
        deed = evaluations.revoke_lock_exception
        assert (await late.refused(name, deed, today=AFTER, **told)).code == code

    async def test_is_done_once_and_before_the_end(self, late: Cast) -> None:
        told = {"exception": await grant(late, "chair", "office"), "version": 1, **REASON}
        deed = evaluations.revoke_lock_exception
        assert (await late.refused("chair", deed, today=NEXT, **told)).code == "LOCK_EXCEPTION_OVER"
        stale = {**told, "version": 7}
        assert (await late.refused("chair", deed, today=AFTER, **stale)).code == "STALE_VERSION"
        await late.do("chair", deed, today=AFTER, **told)
        again = {**told, "version": 2}
        refusal = await late.refused("chair", deed, today=AFTER, **again)
        assert refusal.code == "LOCK_EXCEPTION_OVER"
