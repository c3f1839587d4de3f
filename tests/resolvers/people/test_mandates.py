"""Mandates: a role and its unit as one pair; the last administrator is not removed."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers.core.errors import Refusal
from resolvers.people import grant_mandate, reach_of_person, revoke_mandate
from tests.resolvers import town as stage
from tests.resolvers.town import TODAY, Town

KINDS = ["personnel_officer", "inspector", "administrator"]


def administrator(town: Town, unit: str = "commune") -> Any:
    return town.reach("clerk", ("administrator", unit))


def role(town: Town, unit: str = "office", **more: Any) -> dict[str, Any]:
    values = {"person": town.people["vice"], "unit": town.units[unit]}
    return {**values, "kind": "inspector", "begins": TODAY, **more}


class TestGrantMandate:
    @pytest.mark.parametrize("kind", KINDS)
    async def test_binds_the_role_to_the_unit(self, town: Town, kind: str) -> None:
        id = await town.do(administrator(town), grant_mandate, **role(town, kind=kind))
        row = await town.owner.fetchrow("select * from congtam.mandate where id = $1", id)
        assert (row["kind"], row["unit_id"]) == (kind, town.units["office"])
        assert row["granted_by"] == town.people["clerk"]
        async with town.database.reading() as tx:
            (held,) = (await reach_of_person(tx, town.people["vice"], TODAY)).mandates
        assert held.covers == {town.units["office"], town.units["team"]}
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "administrator-keeps-mandates"

    @pytest.mark.parametrize("unit", ["commune", "culture", "neighbour", "province"])
    async def test_refuses_a_unit_that_the_granter_does_not_administer(
        self, town: Town, unit: str
    ) -> None:
        refused = await town.refused(
            administrator(town, "office"), grant_mandate, **role(town, unit)
        )
        assert refused.code == "NO_MANDATE"

    @pytest.mark.parametrize("kind", ["personnel_officer", "inspector"])
    async def test_refuses_holders_of_other_roles(self, town: Town, kind: str) -> None:
        other = town.reach("clerk", (kind, "commune"))
        refused = await town.refused(other, grant_mandate, **role(town, kind=kind))
        assert refused.code == "NO_MANDATE"

    @pytest.mark.parametrize("name", ["governor", "chair", "chief", "curator"])
    async def test_refuses_heads(self, town: Town, name: str) -> None:
        refused = await town.refused(town.reach(name), grant_mandate, **role(town))
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")

    async def test_refuses_to_let_anybody_grant_to_himself(self, town: Town) -> None:
        values = role(town, person=town.people["clerk"])
        refused = await town.refused(administrator(town), grant_mandate, **values)
        assert refused.code == "GRANT_TO_SELF"

    async def test_refuses_what_the_person_holds_already(self, town: Town) -> None:
        await town.do(administrator(town), grant_mandate, **role(town))
        refused = await town.refused(administrator(town), grant_mandate, **role(town))
        assert refused.code == "MANDATE_EXISTS"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"kind": "emperor"}, "INVALID_INPUT"),
            ({"begins": date(2025, 1, 1)}, "UNIT_NOT_IN_FORCE"),
            ({"ends": TODAY}, "ENDS_BEFORE_IT_BEGINS"),
            ({"person": UUID(int=5)}, "NOT_FOUND"),
            ({"unit": UUID(int=5)}, "NOT_FOUND"),
        ],
    )
    async def test_refuses_what_no_mandate_is(self, town: Town, change: dict, code: str) -> None:
        refused = await town.refused(administrator(town), grant_mandate, **{**role(town), **change})
        assert refused.code == code


class TestRevokeMandate:
    def revoking(self, mandate: UUID, **more: Any) -> dict[str, Any]:
        return {"mandate_id": mandate, "version": 1, "reason": "thay đổi phân công", **more}

    async def test_takes_it_from_the_very_next_request(self, town: Town) -> None:
        mandate = await stage.mandate(town, "vice", "personnel_officer", "office")
        async with town.database.reading() as tx:
            before = await reach_of_person(tx, town.people["vice"], TODAY)
        await town.do(administrator(town), revoke_mandate, **self.revoking(mandate))
        async with town.database.reading() as tx:
            after = await reach_of_person(tx, town.people["vice"], TODAY)
        assert len(before.mandates) == 1
        assert after.mandates == ()
        assert after.stamp > before.stamp
        (leaf,) = await town.leaves()
        assert leaf["reason"] == "thay đổi phân công"

    async def test_refuses_to_remove_the_last_administrator(self, town: Town) -> None:
        mandate = await stage.mandate(town, "vice", "administrator", "commune")
        await stage.mandate(town, "chief", "administrator", "office")
        refused = await town.refused(administrator(town), revoke_mandate, **self.revoking(mandate))
        assert refused.code == "LAST_MANAGER"

    @pytest.mark.parametrize("other", ["commune", "office"])
    async def test_removes_one_who_is_not_the_last(self, town: Town, other: str) -> None:
        mandate = await stage.mandate(town, "vice", "administrator", "office")
        await stage.mandate(town, "chief", "administrator", other)
        await town.do(administrator(town), revoke_mandate, **self.revoking(mandate))

    async def test_counts_no_administrator_whose_days_are_over(self, town: Town) -> None:
        mandate = await stage.mandate(town, "vice", "administrator", "office")
        await stage.mandate(town, "chief", "administrator", "commune", ends=TODAY)
        refused = await town.refused(administrator(town), revoke_mandate, **self.revoking(mandate))
        assert refused.code == "LAST_MANAGER"

    async def test_counts_none_whose_days_end_before_those_that_are_taken(self, town: Town) -> None:
        """Else the order would decide: the one who stays a week longer is not there after it."""
        mandate = await stage.mandate(town, "vice", "administrator", "office")
        await stage.mandate(town, "chief", "administrator", "office", ends=date(2026, 7, 1))
        refused = await town.refused(administrator(town), revoke_mandate, **self.revoking(mandate))
        assert refused.code == "LAST_MANAGER"
        await town.owner.execute(
            "insert into congtam.mandate (id, person_id, agency_id, unit_id, kind, during)"
            " select gen_random_uuid(), person_id, agency_id, unit_id, kind, '[2026-07-01,)'"
            " from congtam.mandate where upper(during) = '2026-07-01'"
        )
        await town.do(administrator(town), revoke_mandate, **self.revoking(mandate))

    async def test_lets_two_administrators_not_remove_each_other_at_once(self, town: Town) -> None:
        names = ("vice", "chief")
        held = [await stage.mandate(town, name, "administrator", "commune") for name in names]
        outcomes = await asyncio.gather(
            *(
                town.do(
                    town.reach(name, ("administrator", "commune")),
                    revoke_mandate,
                    **self.revoking(mandate),
                )
                for name, mandate in zip(names, reversed(held), strict=True)
            ),
            return_exceptions=True,
        )
        refused = [outcome.code for outcome in outcomes if isinstance(outcome, Refusal)]
        assert refused == ["LAST_MANAGER"]

    async def test_refuses_a_mandate_that_is_over(self, town: Town) -> None:
        mandate = await stage.mandate(town, "vice", "inspector", "office", ends=TODAY)
        refused = await town.refused(administrator(town), revoke_mandate, **self.revoking(mandate))
        assert refused.code == "MANDATE_OVER"

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        mandate = await stage.mandate(town, "vice", "inspector", "office")
        refused = await town.refused(
            administrator(town), revoke_mandate, **self.revoking(mandate, version=2)
        )
        assert refused.code == "STALE_VERSION"

    async def test_refuses_an_administrator_of_a_sibling_unit(self, town: Town) -> None:
        mandate = await stage.mandate(town, "vice", "inspector", "office")
        refused = await town.refused(
            administrator(town, "culture"), revoke_mandate, **self.revoking(mandate)
        )
        assert refused.code == "NO_MANDATE"
