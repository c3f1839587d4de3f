"""A signature releases what was scored and nothing else; only the next head up takes it back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import evaluations, work
from resolvers.evaluations import Signing
from tests.resolvers.cast import FULL, Cast

LOW = {**FULL, "I.1": Decimal(0)}


@pytest.fixture
async def scored(cast: Cast) -> Cast:
    """The clerk's sheet, worked for, assessed and scored."""
    await cast.open("office")
    await cast.worked("clerk")
    await cast.assess("clerk")
    await cast.score("clerk")
    return cast


async def told(cast: Cast, name: str = "clerk", **changes: Any) -> dict[str, Any]:
    sheet = await cast.sheet(name)
    return {"sheet": sheet["id"], "version": sheet["version"], **changes}


class TestSignSheet:
    async def test_releases_the_sheet_its_score_and_its_deductions(self, scored: Cast) -> None:
        scale = await scored.scale("MUON", "I.2", "2", "5")
        arguments = {"scale": scale, "times": 1, "reason": "Đi muộn ngày 3"}
        await scored.step("clerk", "chief", evaluations.apply_deduction, **arguments)
        await scored.score("clerk")
        sheet = await scored.sign("clerk")
        (score,), (deduction,) = await scored.rows("score"), await scored.rows("deduction")
        assert sheet["state"] == "released"
        assert sheet["released_at"] == score["released_at"] == deduction["released_at"]
        (leaf,) = await scored.leaves("sign_sheet")
        assert (leaf["before"]["state"], leaf["after"]["state"]) == ("scored", "released")

    async def test_changes_no_number(self, scored: Cast) -> None:
        before = await scored.sheet("clerk")
        after = await scored.sign("clerk")
        moved = {"state", "version", "released_at"}
        assert {k: v for k, v in before.items() if k not in moved} == {
            k: v for k, v in after.items() if k not in moved
        }

    @pytest.mark.parametrize("change", ["fault", "deduction", "assignment"])
    async def test_refuses_when_a_fact_has_changed_since(self, scored: Cast, change: str) -> None:
        if change == "fault":
            line = (await scored.rows("work_line"))[0]["id"]
            fault = {"line": line, "kind": "quality", "reason": "Sai sót phát hiện sau"}
            await scored.do("chief", work.record_fault, **fault)
        elif change == "deduction":
            scale = await scored.scale("MUON", "I.2", "2", "5")
            applied = {"scale": scale, "times": 1, "reason": "Đi muộn"}
            await scored.step("clerk", "chief", evaluations.apply_deduction, **applied)
        else:
            await scored.assign("clerk")
        refusal = await scored.refused("chief", evaluations.sign_sheet, **await told(scored))
        assert refusal.code == "FACTS_CHANGED"
        await scored.score("clerk")
        assert (await scored.sign("clerk"))["state"] == "released"

    async def test_refuses_even_where_the_total_stays(self, scored: Cast) -> None:
        """Urgent work above the cap changes no total, and all the same the explanation."""
        await scored.worked("clerk", "5", origin="urgent")
        refusal = await scored.refused("chief", evaluations.sign_sheet, **await told(scored))
        assert refusal.code == "FACTS_CHANGED"

    async def test_needs_a_score(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.assess("clerk")
        refusal = await cast.refused("chief", evaluations.sign_sheet, **await told(cast))
        assert refusal.code == "NOT_YET_SCORED"

    async def test_is_given_once(self, scored: Cast) -> None:
        await scored.sign("clerk")
        refusal = await scored.refused("chief", evaluations.sign_sheet, **await told(scored))
        assert refusal.code == "ALREADY_SIGNED"

    async def test_of_a_leader_waits_for_his_peoples_signatures(self, cast: Cast) -> None:
        for unit in ("culture", "commune"):
            await cast.open(unit)
        for name in ("archivist", "curator"):
            await cast.worked(name)
            await cast.assess(name)
            await cast.score(name)
        refusal = await cast.refused("chair", evaluations.sign_sheet, **await told(cast, "curator"))
        assert (refusal.code, refusal.facts["count"]) == ("SUBORDINATES_NOT_SIGNED", 1)
        await cast.sign("archivist")
        assert (await cast.sign("curator"))["state"] == "released"

    async def test_waits_for_a_subordinate_scored_anew(self, cast: Cast) -> None:
        for unit in ("culture", "commune"):
            await cast.open(unit)
        for name in ("archivist", "curator"):
            await cast.worked(name)
            await cast.assess(name)
            await cast.score(name)
        await cast.score("archivist", marks=LOW)
        await cast.town.owner.execute(
            "update congtam.work_line set quality_failures = 4, delays = 4"
        )
        await cast.score("archivist", marks=LOW)
        await cast.sign("archivist")
        refusal = await cast.refused("chair", evaluations.sign_sheet, **await told(cast, "curator"))
        assert refusal.code == "FACTS_CHANGED"

    async def test_in_bulk_answers_row_by_row(self, scored: Cast) -> None:
        rows = [Signing(**await told(scored, name)) for name in ("clerk", "typist")]
        done, refused = await scored.do("chief", evaluations.sign_many, rows=rows)
        assert (done, refused.code) == (rows[0].sheet, "NOT_YET_SCORED")
        assert (await scored.sheet("clerk"))["state"] == "released"


class TestReturnSheet:
    async def test_goes_back_to_the_person_for_a_new_round(self, scored: Cast) -> None:
        reason = {"reason": "Bổ sung nhận xét"}
        sheet = await scored.step("clerk", "chief", evaluations.return_sheet, **reason)
        assert (sheet["state"], sheet["round"], sheet["total"]) == ("open", 2, None)
        (assessment,) = await scored.rows("self_assessment")
        assert assessment["returned_reason"] == "Bổ sung nhận xét"
        await scored.finish("clerk")
        scores = await scored.rows("score")
        assert [(score["round"], score["released_at"] is None) for score in scores] == [
            (1, True),
            (2, False),
        ]

    async def test_needs_a_score_and_no_signature(self, scored: Cast) -> None:
        reason = {"reason": "Xem lại"}
        await scored.sign("clerk")
        refusal = await scored.refused(
            "chief", evaluations.return_sheet, **await told(scored), **reason
        )
        assert refusal.code == "ALREADY_SIGNED"


class TestReopenSheet:
    async def test_begins_a_new_round_and_leaves_the_signed_one(self, scored: Cast) -> None:
        signed = await scored.sign("clerk")
        reason = {"reason": "Phát hiện sai sót"}
        sheet = await scored.step("clerk", "chair", evaluations.reopen_sheet, **reason)
        assert (sheet["state"], sheet["round"], sheet["released_at"]) == ("self_assessed", 2, None)
        assert (sheet["total"], sheet["self_marks"]) == (None, signed["self_marks"])
        (old,) = await scored.rows("score")
        assert (old["round"], old["total"], old["reopened_reason"]) == (
            1,
            signed["total"],
            "Phát hiện sai sót",
        )
        assert old["released_at"] == signed["released_at"]
        await scored.score("clerk", marks=LOW)
        await scored.sign("clerk")
        totals = [score["total"] for score in await scored.rows("score")]
        assert totals == [Decimal("100.00"), Decimal("95.00")]

    async def test_lets_the_head_return_it_to_the_person(self, scored: Cast) -> None:
        await scored.sign("clerk")
        reason = {"reason": "Xem lại"}
        await scored.step("clerk", "chair", evaluations.reopen_sheet, **reason)
        await scored.step("clerk", "chief", evaluations.return_self_assessment, **reason)
        await scored.finish("clerk")
        assert (await scored.sheet("clerk"))["round"] == 3

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("chief", "NOT_NEXT_HEAD_UP"),
            ("clerk", "NO_SELF_SCORING"),
            ("governor", "NOT_NEXT_HEAD_UP"),
            ("curator", "NOT_NEXT_HEAD_UP"),
            ("vice", "NOT_NEXT_HEAD_UP"),
        ],
    )
    async def test_is_the_next_head_ups_alone(self, scored: Cast, name: str, code: str) -> None:
        await scored.sign("clerk")
        arguments = await told(scored, reason="Xem lại")
        refusal = await scored.refused(name, evaluations.reopen_sheet, **arguments)
        assert refusal.code == code

    async def test_needs_a_signature_and_an_open_month(self, scored: Cast) -> None:
        arguments = await told(scored, reason="Xem lại")
        refusal = await scored.refused("chair", evaluations.reopen_sheet, **arguments)
        assert refusal.code == "NOT_YET_SIGNED"
        await scored.sign("clerk")
        await scored.town.owner.execute("update congtam.sheet set state = 'closed' where total > 0")
        arguments = await told(scored, reason="Xem lại")
        refusal = await scored.refused("chair", evaluations.reopen_sheet, **arguments)
        assert refusal.code == "MONTH_CLOSED"

    async def test_of_a_using_agencys_head_is_the_managing_heads(self, cast: Cast) -> None:
        """The chief's sheet is signed by the chair, so the governor reopens it."""
        for unit in ("office", "commune"):
            await cast.open(unit)
        # From below upwards: the typist works in the leader's team.
        names = ("assistant", "clerk", "typist", "leader", "chief")
        for name in names:
            await cast.worked(name)
        await cast.finish(*names)
        reason = {"reason": "Xem lại"}
        sheet = await cast.step("chief", "governor", evaluations.reopen_sheet, **reason)
        assert sheet["state"] == "self_assessed"


class TestStandingFacts:
    async def test_of_a_signed_sheet_refuse_every_deed_of_work(self, scored: Cast) -> None:
        open_line = await scored.line_of(await scored.assign("clerk", "2"))
        waiting = await scored.deliver("clerk", open_line["id"], "1")
        fault = await scored.do(
            "chief", work.record_fault, line=open_line["id"], kind="quality", reason="Sai"
        )
        await scored.score("clerk")
        await scored.sign("clerk")
        version = {"version": 1}
        deeds: list[tuple[str, Any, dict[str, Any]]] = [
            (
                "clerk",
                work.deliver_work,
                {"id": fault, "line": open_line["id"], "quantity": Decimal(1)},
            ),
            (
                "clerk",
                work.add_evidence,
                {"delivery": waiting, "evidence": [work.Evidence("a", url="https://a.vn")]},
            ),
            ("chief", work.accept_delivery, {"delivery": waiting, **version}),
            ("chief", work.return_delivery, {"delivery": waiting, "reason": "Sai", **version}),
            (
                "chief",
                work.record_fault,
                {"line": open_line["id"], "kind": "quality", "reason": "Sai"},
            ),
            ("chief", work.confirm_objective_cause, {"fault": fault, "cause": "Bão", **version}),
            (
                "chief",
                work.hand_over_work,
                {
                    "assignment": open_line["assignment_id"],
                    "to": scored.town.postings["typist"],
                    "due_on": date(2026, 6, 30),
                    "reason": "Ốm",
                    **version,
                },
            ),
        ]
        for name, deed, arguments in deeds:
            refusal = await scored.refused(name, deed, **arguments)
            assert refusal.code == "ALREADY_SIGNED", deed
