"""Points off a criterion by the agency's scale: bounded, explained, and part of the draft."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import evaluations
from resolvers.core.ids import new_id
from tests.resolvers.cast import FULL, Cast


@pytest.fixture
async def scale(cast: Cast) -> UUID:
    """Two points each time, five at most, off discipline (I.2); the clerk waits to be scored."""
    await cast.open("office")
    await cast.worked("clerk")
    await cast.assess("clerk")
    return await cast.scale("MUON", "I.2", "2", "5")


async def told(cast: Cast, scale: UUID, **changes: Any) -> dict[str, Any]:
    sheet = await cast.sheet("clerk")
    return {
        "sheet": sheet["id"],
        "version": sheet["version"],
        "scale": scale,
        "times": 2,
        "reason": "Đi muộn ngày 3 và ngày 9",
        **changes,
    }


async def applied(cast: Cast, scale: UUID) -> UUID:
    """A deduction, by its id."""
    await cast.do("chief", evaluations.apply_deduction, **await told(cast, scale))
    (deduction,) = await cast.rows("deduction")
    id: UUID = deduction["id"]
    return id


class TestApplyDeduction:
    @pytest.mark.parametrize(
        ("times", "mark", "general"), [(2, "5", "26"), (3, "5", "25"), (1, "1.5", "25")]
    )
    async def test_lowers_the_mark_but_never_below_zero(
        self, cast: Cast, scale: UUID, times: int, mark: str, general: str
    ) -> None:
        arguments = await told(cast, scale, times=times)
        await cast.do("chief", evaluations.apply_deduction, **arguments)
        sheet = await cast.score("clerk", marks={**FULL, "I.2": Decimal(mark)})
        assert sheet["general"] == Decimal(general)
        assert sheet["head_marks"][1] == Decimal(mark)
        (score,) = await cast.rows("score")
        assert score["steps"][0]["key"] == "deduction"
        assert "Agency deduction scale MUON" in score["cites"]

    async def test_does_not_hide_a_mark_above_its_most(self, cast: Cast, scale: UUID) -> None:
        await cast.do("chief", evaluations.apply_deduction, **await told(cast, scale))
        sheet = await cast.sheet("clerk")
        refusal = await cast.refused(
            "chief",
            evaluations.score_sheet,
            sheet=sheet["id"],
            version=sheet["version"],
            marks={**FULL, "I.2": Decimal(6)},
        )
        assert refusal.field == "marks.I.2"

    async def test_raises_the_sheets_version(self, cast: Cast, scale: UUID) -> None:
        before = await told(cast, scale)
        await cast.do("chief", evaluations.apply_deduction, **before)
        refusal = await cast.refused("chief", evaluations.apply_deduction, **before)
        assert refusal.code == "STALE_VERSION"

    async def test_applies_a_scale_once(self, cast: Cast, scale: UUID) -> None:
        await cast.do("chief", evaluations.apply_deduction, **await told(cast, scale))
        refusal = await cast.refused(
            "chief", evaluations.apply_deduction, **await told(cast, scale)
        )
        assert refusal.code == "DEDUCTION_EXISTS"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [({"times": 0}, "times"), ({"times": 101}, "times"), ({"reason": ""}, "reason")],
    )
    async def test_refuses(
        self, cast: Cast, scale: UUID, changes: dict[str, Any], field: str
    ) -> None:
        arguments = await told(cast, scale, **changes)
        refusal = await cast.refused("chief", evaluations.apply_deduction, **arguments)
        assert refusal.field == field

    async def test_knows_only_scales_in_force(self, cast: Cast, scale: UUID) -> None:
        await cast.town.owner.execute(
            "update congtam.deduction_scale set during = daterange('2026-01-01', '2026-06-30')"
        )
        for unknown in (scale, new_id()):
            refusal = await cast.refused(
                "chief", evaluations.apply_deduction, **await told(cast, unknown)
            )
            assert refusal.code == "NOT_FOUND"


class TestRemoveDeduction:
    async def test_gives_the_points_back(self, cast: Cast, scale: UUID) -> None:
        id = await applied(cast, scale)
        version = (await cast.sheet("clerk"))["version"]
        arguments = {"deduction": id, "version": version, "reason": "Ghi nhầm người"}
        await cast.do("chief", evaluations.remove_deduction, **arguments)
        assert (await cast.score("clerk"))["general"] == 30
        (leaf,) = await cast.leaves("remove_deduction")
        assert (leaf["before"]["points"], leaf["reason"]) == ("4.00", "Ghi nhầm người")

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("clerk", "NOT_RESPONSIBLE_HEAD"),
            ("chair", "NOT_RESPONSIBLE_HEAD"),
            ("curator", "NOT_RESPONSIBLE_HEAD"),
        ],
    )
    async def test_is_the_heads_alone_while_it_is_a_draft(
        self, cast: Cast, scale: UUID, name: str, code: str
    ) -> None:
        id = await applied(cast, scale)
        version = (await cast.sheet("clerk"))["version"]
        arguments = {"deduction": id, "version": version, "reason": "Xin bỏ"}
        refusal = await cast.refused(name, evaluations.remove_deduction, **arguments)
        assert refusal.code == code

    async def test_stays_once_signed(self, cast: Cast, scale: UUID) -> None:
        id = await applied(cast, scale)
        await cast.score("clerk")
        await cast.sign("clerk")
        version = (await cast.sheet("clerk"))["version"]
        arguments = {"deduction": id, "version": version, "reason": "Xin bỏ"}
        refusal = await cast.refused("chief", evaluations.remove_deduction, **arguments)
        assert refusal.code == "ALREADY_SIGNED"
