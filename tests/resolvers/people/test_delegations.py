"""A head lends his authority for some days to somebody of his agency, and takes it back."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from authz.actions import Action
from resolvers.people import (
    delegate_headship,
    heads_of,
    reach_of_person,
    revoke_delegation,
)
from resolvers.people.delegations import LENDABLE
from tests.resolvers import town as stage
from tests.resolvers.town import FOUNDED, TODAY, Town

BACK = date(2026, 7, 1)
"""The first day on which the head is there again."""


def lending(town: Town, unit: str = "office", to: str = "assistant", **more: Any) -> dict[str, Any]:
    values = {"unit": town.units[unit], "to_person": town.people[to]}
    return {**values, "begins": TODAY, "ends": BACK, "reason": "đi công tác", **more}


async def acting(town: Town, day: date) -> UUID | None:
    async with town.database.reading() as tx:
        return (await heads_of(tx, town.units["office"], day)).acting


class TestDelegateHeadship:
    async def test_begins_and_ends_by_its_days_alone(self, town: Town) -> None:
        tomorrow = TODAY + timedelta(days=1)
        await town.do(town.reach("chief"), delegate_headship, **lending(town, begins=tomorrow))
        assert await acting(town, TODAY) is None
        assert await acting(town, tomorrow) == town.people["assistant"]
        assert await acting(town, BACK - timedelta(days=1)) == town.people["assistant"]
        assert await acting(town, BACK) is None
        async with town.database.reading() as tx:
            reach = await reach_of_person(tx, town.people["assistant"], tomorrow)
        assert reach.headed[town.units["office"]].on_behalf_of == town.people["chief"]

    async def test_tells_who_lent_what_to_whom(self, town: Town) -> None:
        deeds = ["AssignWork", "AcceptDelivery", "AssignWork"]
        id = await town.do(town.reach("chief"), delegate_headship, **lending(town, deeds=deeds))
        row = await town.owner.fetchrow("select * from congtam.delegation where id = $1", id)
        assert row["from_person_id"] == town.people["chief"]
        assert row["deeds"] == ["AcceptDelivery", "AssignWork"]
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "head-delegates-his-own-headship"
        assert leaf["after"]["to_person_id"] == str(town.people["assistant"])

    async def test_refuses_an_acting_head_who_would_lend_it_on(self, town: Town) -> None:
        await stage.delegation(town, "chief", "assistant", "office", TODAY, BACK)
        lent = town.headship("office", on_behalf_of=town.people["chief"])
        refused = await town.refused(
            town.reach("assistant", lent=(lent,)), delegate_headship, **lending(town, to="clerk")
        )
        assert refused.code == "DELEGATION_CHAIN"

    @pytest.mark.parametrize("name", ["governor", "chair", "assistant", "clerk", "curator"])
    async def test_refuses_everybody_but_the_units_head(self, town: Town, name: str) -> None:
        refused = await town.refused(
            town.reach(name), delegate_headship, **lending(town, to="typist")
        )
        assert refused.code in ("NOT_RESPONSIBLE_HEAD", "NOT_FOUND")

    async def test_refuses_somebody_without_a_post_on_all_of_the_days(self, town: Town) -> None:
        await town.owner.execute(
            "update congtam.posting set during = daterange($1, $2) where id = $3",
            FOUNDED,
            date(2026, 6, 30),
            town.postings["assistant"],
        )
        refused = await town.refused(town.reach("chief"), delegate_headship, **lending(town))
        assert refused.code == "DELEGATE_NOT_ELIGIBLE"

    async def test_counts_posts_in_a_row_as_one(self, town: Town) -> None:
        middle = date(2026, 6, 20)
        await town.owner.execute(
            "update congtam.posting set during = daterange($1, $2) where id = $3",
            FOUNDED,
            middle,
            town.postings["assistant"],
        )
        await stage.posting(town, "assistant", "culture", "member", begins=middle)
        await town.do(town.reach("chief"), delegate_headship, **lending(town))

    async def test_refuses_days_after_the_headship(self, town: Town) -> None:
        await town.owner.execute(
            "update congtam.posting set during = daterange($1, $2) where id = $3",
            FOUNDED,
            date(2026, 6, 30),
            town.postings["chief"],
        )
        refused = await town.refused(town.reach("chief"), delegate_headship, **lending(town))
        assert refused.code == "OUTLASTS_HEADSHIP"

    async def test_refuses_a_second_acting_head_and_names_the_days(self, town: Town) -> None:
        await town.do(town.reach("chief"), delegate_headship, **lending(town))
        refused = await town.refused(
            town.reach("chief"), delegate_headship, **lending(town, to="clerk")
        )
        assert refused.code == "ACTING_HEAD_EXISTS"
        assert "15/06/2026 – 30/06/2026" in refused.message("vi")

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"begins": TODAY - timedelta(days=1)}, "DELEGATION_IN_THE_PAST"),
            ({"ends": TODAY}, "ENDS_BEFORE_IT_BEGINS"),
            ({"deeds": []}, "INVALID_INPUT"),
            ({"deeds": ["DelegateHeadship"]}, "INVALID_INPUT"),
            ({"deeds": ["GrantMandate"]}, "INVALID_INPUT"),
            ({"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"unit": UUID(int=4)}, "NOT_FOUND"),
        ],
    )
    async def test_refuses_what_no_delegation_is(self, town: Town, change: dict, code: str) -> None:
        refused = await town.refused(
            town.reach("chief"), delegate_headship, **{**lending(town), **change}
        )
        assert refused.code == code

    async def test_refuses_to_lend_to_oneself(self, town: Town) -> None:
        refused = await town.refused(
            town.reach("chief"), delegate_headship, **lending(town, to="chief")
        )
        assert refused.code == "GRANT_TO_SELF"

    def test_lends_what_is_a_heads_to_do_and_nothing_else(self) -> None:
        assert {Action.ScoreSheet, Action.AssignWork, Action.ApproveCatalogue} <= LENDABLE
        assert not {Action.DelegateHeadship, Action.GrantMandate, Action.SelfAssess} & LENDABLE


class TestRevokeDelegation:
    async def lent(self, town: Town, begins: date = FOUNDED) -> dict[str, Any]:
        id = await stage.delegation(town, "chief", "assistant", "office", begins, BACK)
        return {"delegation_id": id, "version": 1, "reason": "đã về"}

    async def test_stops_the_very_next_request(self, town: Town) -> None:
        lent = await self.lent(town)
        async with town.database.reading() as tx:
            before = await reach_of_person(tx, town.people["assistant"], TODAY)
        await town.do(town.reach("chief"), revoke_delegation, **lent)
        async with town.database.reading() as tx:
            after = await reach_of_person(tx, town.people["assistant"], TODAY)
        assert town.units["office"] in before.headed
        assert not after.headed
        assert after.stamp > before.stamp
        assert await acting(town, TODAY - timedelta(days=1)) == town.people["assistant"]

    async def test_takes_back_what_has_not_begun(self, town: Town) -> None:
        lent = await self.lent(town, TODAY + timedelta(days=3))
        await town.do(town.reach("chief"), revoke_delegation, **lent)
        assert await acting(town, TODAY + timedelta(days=5)) is None

    async def test_leaves_the_days_free_for_another_acting_head(self, town: Town) -> None:
        await town.do(town.reach("chief"), revoke_delegation, **(await self.lent(town)))
        await town.do(town.reach("chief"), delegate_headship, **lending(town, to="clerk"))
        assert await acting(town, TODAY) == town.people["clerk"]

    async def test_refuses_what_is_over(self, town: Town) -> None:
        lent = await self.lent(town)
        await town.do(town.reach("chief"), revoke_delegation, **lent)
        again = {**lent, "version": 2}
        refused = await town.refused(town.reach("chief"), revoke_delegation, **again)
        assert refused.code == "DELEGATION_OVER"

    @pytest.mark.parametrize("name", ["chair", "assistant", "clerk", "curator"])
    async def test_refuses_everybody_but_the_head(self, town: Town, name: str) -> None:
        refused = await town.refused(town.reach(name), revoke_delegation, **(await self.lent(town)))
        assert refused.code == "NOT_RESPONSIBLE_HEAD"

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        stale = {**(await self.lent(town)), "version": 7}
        refused = await town.refused(town.reach("chief"), revoke_delegation, **stale)
        assert refused.code == "STALE_VERSION"
