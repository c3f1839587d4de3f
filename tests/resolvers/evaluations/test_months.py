"""A unit's month: who gets a sheet, when it closes, who reopens it."""

from datetime import date
from typing import Any

import pytest

from resolvers import evaluations
from resolvers.core.ids import new_id
from tests.resolvers.cast import LATER, MONTH, Cast
from tests.resolvers.town import TODAY, person, posting


async def people(cast: Cast, unit: str) -> set[str]:
    """Whose sheets the head of a unit has in the month."""
    names = {id: name for name, id in cast.town.people.items()}
    found = await cast.rows("sheet", "scoring_unit_id = $1", cast.town.units[unit])
    return {names[sheet["person_id"]] for sheet in found}


def month(cast: Cast, unit: str, period: date = MONTH) -> dict[str, Any]:
    return {"unit": cast.town.units[unit], "period": period}


class TestOpenMonth:
    async def test_makes_a_sheet_for_everybody_whom_the_head_scores(self, cast: Cast) -> None:
        for unit in ("office", "culture", "commune"):
            await cast.open(unit)
        assert await people(cast, "office") == {"assistant", "clerk", "leader", "typist"}
        assert await people(cast, "culture") == {"archivist"}
        assert await people(cast, "commune") == {"vice", "chief", "curator"}

    async def test_sends_a_using_agencys_head_to_the_managing_one(self, cast: Cast) -> None:
        await cast.open("province")
        assert await people(cast, "province") == {"chair", "stranger"}

    async def test_gives_leaders_the_leaders_sheet(self, cast: Cast) -> None:
        await cast.open("office")
        roles = {name: (await cast.sheet(name))["role"] for name in ("assistant", "clerk")}
        assert roles == {"assistant": "leader", "clerk": "staff"}
        assert (await cast.sheet("typist"))["unit_id"] == cast.town.units["team"]

    async def test_two_posts_in_one_month_are_two_sheets(self, cast: Cast) -> None:
        move = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
        await cast.town.owner.execute(move, cast.town.postings["clerk"], date(2026, 6, 11))
        await posting(cast.town, "clerk", "culture", "member", begins=date(2026, 6, 11))
        await cast.open("office")
        await cast.open("culture")
        found = await cast.rows("sheet", "person_id = $1", cast.town.people["clerk"])
        assert {sheet["scoring_unit_id"] for sheet in found} == {
            cast.town.units["office"],
            cast.town.units["culture"],
        }

    async def test_leaves_out_whoever_came_or_went_outside_the_month(self, cast: Cast) -> None:
        change = "update congtam.posting set during = daterange($2, $3) where id = $1"
        posts = cast.town.postings
        await cast.town.owner.execute(change, posts["clerk"], date(2026, 1, 1), MONTH)
        await cast.town.owner.execute(change, posts["typist"], LATER, None)
        await cast.open("office")
        assert await people(cast, "office") == {"assistant", "leader"}

    async def test_opens_once(self, cast: Cast) -> None:
        await cast.open("office")
        refusal = await cast.refused("chief", evaluations.open_month, **month(cast, "office"))
        assert refusal.code == "MONTH_ALREADY_OPENED"

    @pytest.mark.parametrize("period", [date(2026, 6, 2), LATER, date(2025, 12, 1)])
    async def test_refuses_what_is_no_month_to_come_or_before_the_decree(
        self, cast: Cast, period: date
    ) -> None:
        told = month(cast, "office", period)
        refusal = await cast.refused("chief", evaluations.open_month, **told)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "period")

    @pytest.mark.parametrize(
        ("name", "unit"),
        [
            ("chair", "office"),
            ("curator", "office"),
            ("clerk", "office"),
            ("governor", "commune"),
            ("stranger", "commune"),
            # A team does not score, so its head has no month to open.
            ("leader", "team"),
        ],
    )
    async def test_is_the_heads_alone(self, cast: Cast, name: str, unit: str) -> None:
        refusal = await cast.refused(name, evaluations.open_month, **month(cast, unit))
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"

    async def test_is_refused_alike_for_an_absent_unit(self, cast: Cast) -> None:
        refusal = await cast.refused("chief", evaluations.open_month, unit=new_id(), period=MONTH)
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"


class TestOpenSheet:
    async def test_adds_a_newcomer(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.town.owner.execute("delete from congtam.sheet where role = 'staff'")
        told = {"posting": cast.town.postings["clerk"], "period": MONTH}
        id = await cast.do("chief", evaluations.open_sheet, **told)
        assert (await cast.sheet("clerk"))["id"] == id

    async def test_names_the_sheet_that_is_there(self, cast: Cast) -> None:
        await cast.open("office")
        told = {"posting": cast.town.postings["clerk"], "period": MONTH}
        refusal = await cast.refused("chief", evaluations.open_sheet, **told)
        assert refusal.code == "SHEET_EXISTS"
        assert refusal.facts["id"] == (await cast.sheet("clerk"))["id"]

    async def test_needs_an_open_month(self, cast: Cast) -> None:
        told = {"posting": cast.town.postings["clerk"], "period": MONTH}
        refusal = await cast.refused("chief", evaluations.open_sheet, **told)
        assert refusal.code == "MONTH_NOT_OPEN"
        await cast.open("office")
        await cast.town.owner.execute("update congtam.unit_month set state = 'closed'")
        refusal = await cast.refused("chief", evaluations.open_sheet, **told)
        assert refusal.code == "MONTH_CLOSED"

    @pytest.mark.parametrize("name", ["clerk", "curator", "chair"])
    async def test_is_the_heads_alone(self, cast: Cast, name: str) -> None:
        await cast.open("office")
        told = {"posting": cast.town.postings["clerk"], "period": MONTH}
        refusal = await cast.refused(name, evaluations.open_sheet, **told)
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"


class TestCloseMonth:
    async def test_closes_the_sheets_and_every_way_of_writing(self, cast: Cast) -> None:
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        await cast.do("curator", evaluations.close_month, **month(cast, "culture"))
        (closed,) = await cast.rows("unit_month")
        assert (closed["state"], closed["closed_by"]) == ("closed", cast.town.people["curator"])
        sheet = await cast.sheet("archivist")
        assert sheet["state"] == "closed"
        told = {"sheet": sheet["id"], "version": sheet["version"]}
        reason = {"reason": "Xem lại"}
        for name, deed, more in (
            ("curator", evaluations.sign_sheet, {}),
            ("curator", evaluations.return_sheet, reason),
            ("chair", evaluations.reopen_sheet, reason),
        ):
            refusal = await cast.refused(name, deed, **told, **more)
            assert refusal.code in ("MONTH_CLOSED", "ALREADY_SIGNED")

    async def test_counts_the_sheets_that_are_not_signed(self, cast: Cast) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        await cast.finish("clerk")
        refusal = await cast.refused("chief", evaluations.close_month, **month(cast, "office"))
        assert (refusal.code, refusal.facts["count"]) == ("MONTH_HAS_OPEN_SHEETS", 3)

    async def test_waits_for_no_sheet_of_the_highest_head(self, cast: Cast) -> None:
        """Nobody stands above him who could score what he did as a deputy before."""
        town = cast.town
        town.people["second"] = await person(town, "Tô Văn Hai", town.agencies["province"])
        await posting(town, "second", "province", "deputy", ends=TODAY)
        await cast.open("province")
        assert await people(cast, "province") == {"chair", "stranger", "second"}
        end = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
        await town.owner.execute(end, town.postings["governor"], TODAY)
        await posting(town, "second", "province", "head", begins=TODAY)
        told = {**month(cast, "province"), "today": TODAY}
        refusal = await cast.refused("second", evaluations.close_month, **told)
        assert (refusal.code, refusal.facts["count"]) == ("MONTH_HAS_OPEN_SHEETS", 2)

    async def test_counts_a_post_without_a_sheet(self, cast: Cast) -> None:
        await cast.open("culture")
        await cast.town.owner.execute("delete from congtam.sheet")
        refusal = await cast.refused("curator", evaluations.close_month, **month(cast, "culture"))
        assert (refusal.code, refusal.facts["count"]) == ("MONTH_HAS_OPEN_SHEETS", 1)

    async def test_waits_for_the_units_beneath(self, cast: Cast) -> None:
        await cast.open("commune")
        await cast.open("culture")
        await cast.town.owner.execute(
            "update congtam.sheet set state = 'released', scored_by = $1, level = 'GOOD'"
            " where scoring_unit_id = $2",
            cast.town.people["chair"],
            cast.town.units["commune"],
        )
        refusal = await cast.refused("chair", evaluations.close_month, **month(cast, "commune"))
        # The office never opened the month, culture has not closed it.
        assert (refusal.code, refusal.facts["count"]) == ("CHILD_UNIT_OPEN", 2)

    @pytest.mark.parametrize(
        ("name", "code"),
        [("curator", "MONTH_NOT_OPEN"), ("chief", "NOT_RESPONSIBLE_HEAD")],
    )
    async def test_needs_an_open_month_and_its_head(self, cast: Cast, name: str, code: str) -> None:
        refusal = await cast.refused(name, evaluations.close_month, **month(cast, "culture"))
        assert refusal.code == code


class TestReopenMonth:
    @pytest.fixture
    async def closed(self, cast: Cast) -> Cast:
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        await cast.do("curator", evaluations.close_month, **month(cast, "culture"))
        return cast

    async def test_is_done_from_above_with_a_reason(self, closed: Cast) -> None:
        told = {**month(closed, "culture"), "reason": "Sót một văn bản"}
        await closed.do("chair", evaluations.reopen_month, **told)
        (opened,) = await closed.rows("unit_month")
        assert (opened["state"], opened["closed_by"]) == ("open", None)
        assert (await closed.sheet("archivist"))["state"] == "released"
        (leaf,) = await closed.leaves("reopen_month")
        assert (leaf["rule"], leaf["reason"]) == (
            "next-head-up-reopens-the-month",
            "Sót một văn bản",
        )

    @pytest.mark.parametrize("name", ["curator", "chief", "archivist", "governor"])
    async def test_is_refused_to_everybody_else(self, closed: Cast, name: str) -> None:
        told = {**month(closed, "culture"), "reason": "Xem lại"}
        refusal = await closed.refused(name, evaluations.reopen_month, **told)
        assert refusal.code == "NOT_NEXT_HEAD_UP"

    async def test_waits_for_the_month_above(self, closed: Cast) -> None:
        await closed.open("commune")
        await closed.town.owner.execute("update congtam.unit_month set state = 'closed'")
        told = {**month(closed, "culture"), "reason": "Xem lại"}
        refusal = await closed.refused("chair", evaluations.reopen_month, **told)
        assert refusal.code == "UPPER_MONTH_CLOSED"

    async def test_reopens_what_is_closed(self, cast: Cast) -> None:
        told = {**month(cast, "culture"), "reason": "Xem lại"}
        refusal = await cast.refused("chair", evaluations.reopen_month, **told)
        assert refusal.code == "MONTH_NOT_CLOSED"
