"""The person marks himself: drafted freely, frozen when submitted, answered with a reason."""

from decimal import Decimal
from typing import Any

import pytest

from resolvers import evaluations
from resolvers.core.deed import once
from resolvers.core.ids import new_id
from resolvers.evaluations import Mark
from tests.resolvers.cast import FULL, Cast

LOWER = {**FULL, "I.2": Decimal("4.5")}


@pytest.fixture(autouse=True)
async def _month(cast: Cast) -> None:
    await cast.open("office")


async def told(cast: Cast, name: str = "clerk", **changes: Any) -> dict[str, Any]:
    sheet = await cast.sheet(name)
    return {"sheet": sheet["id"], "version": sheet["version"], "marks": LOWER, **changes}


class TestSelfAssess:
    async def test_freezes_ten_marks_in_the_order_of_the_form(self, cast: Cast) -> None:
        shuffled = [Mark(code, LOWER[code]) for code in reversed(LOWER)]
        arguments = await told(cast, marks=shuffled, comment="Hoàn thành nhiệm vụ.")
        await cast.do("clerk", evaluations.self_assess, **arguments)
        sheet = await cast.sheet("clerk")
        assert sheet["self_marks"] == list(LOWER.values())
        assert (sheet["state"], sheet["version"], sheet["self_comment"]) == (
            "self_assessed",
            2,
            "Hoàn thành nhiệm vụ.",
        )
        (kept,) = await cast.rows("self_assessment")
        assert (kept["round"], kept["marks"]) == (1, sheet["self_marks"])
        refusal = await cast.refused("clerk", evaluations.self_assess, **await told(cast))
        assert refusal.code == "ALREADY_ASSESSED"

    @pytest.mark.parametrize(
        ("marks", "field"),
        [
            ({**FULL, "II.1": Decimal("2.51")}, "marks.II.1"),
            ({**FULL, "I.1": Decimal("-0.01")}, "marks.I.1"),
            ({**FULL, "I.1": Decimal("1.005")}, "marks.I.1"),
            ({**FULL, "I.1": Decimal("NaN")}, "marks.I.1"),
            ({**FULL, "I.1": Decimal("1E+400")}, "marks.I.1"),
            ({code: FULL[code] for code in list(FULL)[1:]}, "marks"),
            ({**FULL, "IV.1": Decimal(1)}, "marks"),
            ([Mark("I.1", Decimal(1)), Mark("I.1", Decimal(1))], "marks"),
        ],
    )
    async def test_refuses_marks_that_the_form_does_not_know(
        self, cast: Cast, marks: Any, field: str
    ) -> None:
        arguments = await told(cast, marks=marks)
        refusal = await cast.refused("clerk", evaluations.self_assess, **arguments)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", field)

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("chief", "NOT_THE_PERSON"),
            ("chair", "NOT_THE_PERSON"),
            ("typist", "NOT_FOUND"),
            ("curator", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
        ],
    )
    async def test_is_the_persons_alone(self, cast: Cast, name: str, code: str) -> None:
        refusal = await cast.refused(name, evaluations.self_assess, **await told(cast))
        assert refusal.code == code
        absent = await told(cast, sheet=new_id())
        assert (await cast.refused("typist", evaluations.self_assess, **absent)).code == "NOT_FOUND"

    async def test_refuses_a_stale_version(self, cast: Cast) -> None:
        arguments = await told(cast, version=5)
        refusal = await cast.refused("clerk", evaluations.self_assess, **arguments)
        assert (refusal.code, refusal.facts["current"]) == ("STALE_VERSION", 1)


class TestSaveSelfDraft:
    async def test_keeps_marks_without_submitting(self, cast: Cast) -> None:
        await cast.do("clerk", evaluations.save_self_draft, **await told(cast))
        sheet = await cast.sheet("clerk")
        assert (sheet["state"], sheet["self_marks"][1]) == ("open", Decimal("4.5"))
        assert sheet["self_assessed_at"] is None
        assert await cast.rows("self_assessment") == []

    async def test_sent_again_under_its_key_is_one_draft(self, cast: Cast) -> None:
        arguments = await told(cast)
        for _ in range(3):
            request = await cast.request("clerk")
            async with cast.town.deed(request.reach) as tx:
                await once(tx, request, evaluations.save_self_draft, key="k-1", arguments=arguments)
        assert (await cast.sheet("clerk"))["version"] == 2
        assert len(await cast.leaves("save_self_draft")) == 1

    async def test_refuses_after_submitting(self, cast: Cast) -> None:
        await cast.assess("clerk")
        refusal = await cast.refused("clerk", evaluations.save_self_draft, **await told(cast))
        assert refusal.code == "ALREADY_ASSESSED"


class TestReturnSelfAssessment:
    async def test_begins_a_new_round_and_keeps_both(self, cast: Cast) -> None:
        await cast.assess("clerk")
        reason = {"reason": "Chưa có minh chứng cho II.1"}
        sheet = await cast.step("clerk", "chief", evaluations.return_self_assessment, **reason)
        assert (sheet["state"], sheet["round"], sheet["self_marks"]) == (
            "open",
            2,
            list(FULL.values()),
        )
        await cast.do("clerk", evaluations.self_assess, **await told(cast))
        first, second = await cast.rows("self_assessment")
        assert (first["round"], first["returned_reason"]) == (1, "Chưa có minh chứng cho II.1")
        assert (second["round"], second["returned_reason"]) == (2, None)
        assert (first["marks"], second["marks"]) == (list(FULL.values()), list(LOWER.values()))

    async def test_needs_a_self_assessment(self, cast: Cast) -> None:
        arguments = await told(cast, reason="Xem lại")
        del arguments["marks"]
        refusal = await cast.refused("chief", evaluations.return_self_assessment, **arguments)
        assert refusal.code == "NOT_YET_ASSESSED"
