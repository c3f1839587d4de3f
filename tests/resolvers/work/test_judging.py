"""Faults and objective causes: the head's to say, counted once, never the person's own."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import work
from resolvers.core.ids import new_id
from tests.resolvers.cast import Cast

LATE = date(2026, 7, 2)


@pytest.fixture
async def line(cast: Cast) -> UUID:
    """Ten papers for the clerk."""
    id: UUID = (await cast.line_of(await cast.assign("clerk")))["id"]
    return id


def fault(line: UUID, **changes: Any) -> dict[str, Any]:
    return {"line": line, "kind": "quality", "reason": "Sai căn cứ", **changes}


class TestRecordFault:
    async def test_counts_on_the_line_and_tells_the_audit(self, cast: Cast, line: UUID) -> None:
        id = await cast.do("chief", work.record_fault, **fault(line))
        noted, after = await cast.row("fault", id), await cast.row("work_line", line)
        assert (noted["noted_by"], noted["objective"]) == (cast.town.people["chief"], False)
        assert (after["quality_failures"], after["delays"]) == (1, 0)
        (leaf,) = await cast.leaves("record_fault")
        assert (leaf["subject_id"], leaf["reason"]) == (line, "Sai căn cứ")

    async def test_notes_a_missed_deadline_once_and_acceptance_adds_none(
        self, cast: Cast, line: UUID
    ) -> None:
        late = fault(line, kind="delay", reason="Quá hạn chưa nộp")
        await cast.do("chief", work.record_fault, today=LATE, **late)
        refusal = await cast.refused("chief", work.record_fault, today=LATE, **late)
        assert refusal.code == "DELAY_ALREADY_NOTED"
        id = await cast.deliver("clerk", line, today=LATE)
        await cast.accept("clerk", id, today=LATE)
        assert (await cast.row("work_line", line))["delays"] == 1

    async def test_refuses_a_delay_before_the_deadline_is_over(
        self, cast: Cast, line: UUID
    ) -> None:
        late = fault(line, kind="delay")
        for day in (date(2026, 6, 15), date(2026, 6, 30)):
            refusal = await cast.refused("chief", work.record_fault, today=day, **late)
            assert refusal.code == "NOT_YET_DUE"

    @pytest.mark.parametrize("changes", [{"kind": "mood"}, {"reason": ""}])
    async def test_refuses_an_unknown_kind_and_silence(
        self, cast: Cast, line: UUID, changes: dict[str, Any]
    ) -> None:
        refusal = await cast.refused("chief", work.record_fault, **fault(line, **changes))
        assert refusal.field in changes

    async def test_is_refused_alike_for_an_absent_line(self, cast: Cast) -> None:
        refusal = await cast.refused("chief", work.record_fault, **fault(new_id()))
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"


class TestConfirmObjectiveCause:
    async def test_takes_the_deduction_away_and_says_who_and_why(
        self, cast: Cast, line: UUID
    ) -> None:
        id = await cast.do("chief", work.record_fault, **fault(line))
        await cast.do(
            "chief", work.confirm_objective_cause, fault=id, version=1, cause="Mất điện diện rộng"
        )
        noted, after = await cast.row("fault", id), await cast.row("work_line", line)
        assert noted["objective"]
        assert noted["objective_cause"] == "Mất điện diện rộng"
        assert noted["confirmed_by"] == cast.town.people["chief"]
        assert (after["quality_failures"], after["objective_quality_failures"]) == (1, 1)
        assert after["objective_delays"] == 0

    async def test_counts_once(self, cast: Cast, line: UUID) -> None:
        id = await cast.do("chief", work.record_fault, **fault(line))
        told = {"fault": id, "cause": "Bão lụt"}
        refusal = await cast.refused("chief", work.confirm_objective_cause, version=4, **told)
        assert refusal.code == "STALE_VERSION"
        await cast.do("chief", work.confirm_objective_cause, version=1, **told)
        refusal = await cast.refused("chief", work.confirm_objective_cause, version=2, **told)
        assert refusal.code == "CAUSE_ALREADY_CONFIRMED"


class TestWhoJudges:
    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("clerk", "NO_SELF_SCORING"),
            ("typist", "NOT_RESPONSIBLE_HEAD"),
            ("assistant", "NOT_RESPONSIBLE_HEAD"),
            ("leader", "NOT_RESPONSIBLE_HEAD"),
            ("curator", "NOT_RESPONSIBLE_HEAD"),
            ("chair", "NOT_RESPONSIBLE_HEAD"),
            ("governor", "NOT_RESPONSIBLE_HEAD"),
            ("stranger", "NOT_RESPONSIBLE_HEAD"),
        ],
    )
    async def test_is_the_responsible_head_and_nobody_else(
        self, cast: Cast, line: UUID, name: str, code: str
    ) -> None:
        delivery = await cast.deliver("clerk", line)
        noted = await cast.do("chief", work.record_fault, **fault(line))
        deeds: list[tuple[Any, dict[str, Any]]] = [
            (work.accept_delivery, {"delivery": delivery, "version": 1}),
            (work.return_delivery, {"delivery": delivery, "version": 1, "reason": "Không đạt"}),
            (work.record_fault, fault(line)),
            (work.confirm_objective_cause, {"fault": noted, "version": 1, "cause": "Bão"}),
        ]
        for deed, arguments in deeds:
            refusal = await cast.refused(name, deed, **arguments)
            assert refusal.code == code, deed

    async def test_an_acting_head_judges_neither_himself_nor_his_appointer(
        self, cast: Cast
    ) -> None:
        own = (await cast.line_of(await cast.assign("assistant")))["id"]
        await cast.lend("office", "chief", "assistant")
        refusal = await cast.refused("assistant", work.record_fault, **fault(own))
        assert refusal.code == "NO_SELF_SCORING"
        lenders = (await cast.line_of(await cast.assign("chief")))["id"]
        await cast.lend("commune", "chair", "vice")
        await cast.do("vice", work.record_fault, **fault(lenders))
        chairs = (await cast.line_of(await cast.assign("curator")))["id"]
        refusal = await cast.refused("assistant", work.record_fault, **fault(chairs))
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"
