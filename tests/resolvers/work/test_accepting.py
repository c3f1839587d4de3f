"""The head's word on a delivery, and what it leaves on the line."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import work
from resolvers.core.ids import new_id
from resolvers.work import Accepting
from tests.resolvers.cast import PROOF, Cast

LATE = date(2026, 7, 2)


@pytest.fixture
async def line(cast: Cast) -> UUID:
    """Ten papers for the clerk."""
    id: UUID = (await cast.line_of(await cast.assign("clerk")))["id"]
    return id


async def delivered(
    cast: Cast, line: UUID, quantity: str = "10", today: date | None = None
) -> UUID:
    on = {} if today is None else {"today": today}
    id: UUID = await cast.do(
        "clerk",
        work.deliver_work,
        id=new_id(),
        line=line,
        quantity=Decimal(quantity),
        evidence=PROOF,
        **on,
    )
    return id


def told(delivery: UUID, **changes: Any) -> dict[str, Any]:
    return {"delivery": delivery, "version": 1, **changes}


class TestAcceptDelivery:
    async def test_counts_what_is_accepted_and_finishes_the_work(
        self, cast: Cast, line: UUID
    ) -> None:
        id = await delivered(cast, line)
        await cast.do("chief", work.accept_delivery, **told(id))
        after, delivery = await cast.row("work_line", line), await cast.row("delivery", id)
        assert (after["accepted"], after["completed"]) == (10, 1)
        assert (delivery["verdict"], delivery["accepted_quantity"]) == ("accepted", 10)
        assert delivery["decided_by"] == cast.town.people["chief"]
        assert (await cast.row("assignment", after["assignment_id"]))["state"] == "finished"

    async def test_accepts_a_part_and_leaves_the_rest_to_be_done(
        self, cast: Cast, line: UUID
    ) -> None:
        id = await delivered(cast, line)
        await cast.do("chief", work.accept_delivery, **told(id, quantity=Decimal(3)))
        after = await cast.row("work_line", line)
        assert (after["accepted"], after["completed"]) == (3, Decimal("0.3"))
        assert (await cast.row("assignment", after["assignment_id"]))["state"] == "assigned"
        await delivered(cast, line, "7")

    async def test_keeps_a_third_exact(self, cast: Cast) -> None:
        line = (await cast.line_of(await cast.assign("clerk", "3")))["id"]
        for _ in range(3):
            await cast.do("chief", work.accept_delivery, **told(await delivered(cast, line, "1")))
        assert (await cast.row("work_line", line))["completed"] == 1

    async def test_notes_one_delay_for_one_missed_deadline(self, cast: Cast, line: UUID) -> None:
        for _ in range(2):
            id = await delivered(cast, line, "5", today=LATE)
            await cast.do("chief", work.accept_delivery, today=LATE, **told(id))
        (fault,) = await cast.rows("fault")
        assert (fault["kind"], fault["missed_due_on"]) == ("delay", date(2026, 6, 30))
        assert (await cast.row("work_line", line))["delays"] == 1

    async def test_notes_nothing_on_the_very_day(self, cast: Cast, line: UUID) -> None:
        day = date(2026, 6, 30)
        id = await delivered(cast, line, today=day)
        await cast.do("chief", work.accept_delivery, today=LATE, **told(id))
        assert await cast.rows("fault") == []

    async def test_notes_each_major_error_with_its_reason(self, cast: Cast, line: UUID) -> None:
        id = await delivered(cast, line)
        reasons = ("Sai căn cứ pháp lý", "Sai số liệu")
        await cast.do("chief", work.accept_delivery, **told(id, failures=reasons))
        faults = await cast.rows("fault")
        assert {fault["reason"] for fault in faults} == set(reasons)
        assert {fault["delivery_id"] for fault in faults} == {id}
        after = await cast.row("work_line", line)
        assert (after["quality_failures"], after["delays"]) == (2, 0)

    @pytest.mark.parametrize("quantity", ["10.001", "0", "-1", "Infinity"])
    async def test_refuses_more_than_was_delivered(
        self, cast: Cast, line: UUID, quantity: str
    ) -> None:
        id = await delivered(cast, line)
        arguments = told(id, quantity=Decimal(quantity))
        refusal = await cast.refused("chief", work.accept_delivery, **arguments)
        assert refusal.field == "quantity"

    async def test_is_said_once(self, cast: Cast, line: UUID) -> None:
        id = await delivered(cast, line)
        await cast.do("chief", work.accept_delivery, **told(id))
        refusal = await cast.refused("chief", work.accept_delivery, **told(id, version=2))
        assert refusal.code == "NOTHING_TO_DECIDE"

    async def test_refuses_a_stale_version(self, cast: Cast, line: UUID) -> None:
        id = await delivered(cast, line)
        refusal = await cast.refused("chief", work.accept_delivery, **told(id, version=7))
        assert (refusal.code, refusal.facts["current"]) == ("STALE_VERSION", 1)

    async def test_is_shown_as_done_on_behalf_of_the_head(self, cast: Cast, line: UUID) -> None:
        id = await delivered(cast, line)
        await cast.lend("office", "chief", "assistant")
        await cast.do("assistant", work.accept_delivery, **told(id))
        delivery = await cast.row("delivery", id)
        assert delivery["decided_on_behalf_of"] == cast.town.people["chief"]


class TestReturnDelivery:
    async def test_returns_with_a_reason_and_counts_nothing(self, cast: Cast, line: UUID) -> None:
        id = await delivered(cast, line)
        await cast.do("chief", work.return_delivery, **told(id, reason="Thiếu chữ ký"))
        delivery, after = await cast.row("delivery", id), await cast.row("work_line", line)
        assert (delivery["verdict"], delivery["verdict_reason"]) == ("returned", "Thiếu chữ ký")
        assert (after["accepted"], after["quality_failures"]) == (0, 0)

    async def test_counts_a_major_error_as_one_assessment_not_passed(
        self, cast: Cast, line: UUID
    ) -> None:
        id = await delivered(cast, line)
        arguments = told(id, reason="Sai nội dung cơ bản", major_error=True)
        await cast.do("chief", work.return_delivery, **arguments)
        (fault,) = await cast.rows("fault")
        assert (fault["kind"], fault["reason"]) == ("quality", "Sai nội dung cơ bản")
        assert (await cast.row("work_line", line))["quality_failures"] == 1

    async def test_needs_a_reason(self, cast: Cast, line: UUID) -> None:
        id = await delivered(cast, line)
        refusal = await cast.refused("chief", work.return_delivery, **told(id, reason="  "))
        assert refusal.field == "reason"


class TestAcceptMany:
    async def test_answers_row_by_row_or_not_at_all(self, cast: Cast, line: UUID) -> None:
        good, bad = await delivered(cast, line, "4"), await delivered(cast, line, "4")
        rows = [Accepting(good, 1), Accepting(bad, 9)]
        outcomes = await cast.do("chief", work.accept_many, rows=rows, all_or_nothing=True)
        assert [outcome.code for outcome in outcomes] == ["UNDONE_WITH_THE_REST", "STALE_VERSION"]
        assert (await cast.row("work_line", line))["accepted"] == 0
        first, second = await cast.do("chief", work.accept_many, rows=rows)
        assert (first, second.code) == (good, "STALE_VERSION")
        assert (await cast.row("work_line", line))["accepted"] == 4
