"""Agencies: established beneath their managing agency, and given their electronic code."""

from datetime import date
from uuid import UUID

import pytest

from resolvers.organisation import (
    end_agency_code,
    establish_agency,
    next_unit_up,
    root_unit,
    set_agency_code,
)
from tests.resolvers.town import TODAY, Town

OPENED = date(2026, 7, 1)
NEW = {
    "name": "Xã  Tân Lập",
    "kind": "commune",
    "root_name": "UBND xã Tân Lập",
    "opened_on": OPENED,
}


class TestEstablishAgency:
    async def test_stands_it_beneath_the_root_of_its_managing_agency(self, town: Town) -> None:
        managing = town.agencies["province"]
        made = await town.do(town.operator(), establish_agency, managing_agency=managing, **NEW)
        async with town.database.reading() as tx:
            root = await root_unit(tx, made, OPENED)
            assert isinstance(root, UUID)
            assert await next_unit_up(tx, root, OPENED) == town.units["province"]
            assert await root_unit(tx, made, TODAY) is None
        row = await town.owner.fetchrow("select * from congtam.agency where id = $1", made)
        assert (row["name"], row["managing_agency_id"]) == ("Xã Tân Lập", managing)

    async def test_is_also_for_an_administrator_of_the_managing_agency(self, town: Town) -> None:
        administrator = town.reach("clerk", ("administrator", "province"))
        managing = town.agencies["province"]
        made = await town.do(
            administrator, establish_agency, managing_agency=managing, code="H32.21", **NEW
        )
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "administrator-establishes-agencies-beneath-his-own"
        assert leaf["agency_id"] == made

    async def test_tells_the_audit_who_did_it_and_by_which_rule(self, town: Town) -> None:
        made = await town.do(town.operator(), establish_agency, **NEW, channel="command")
        (leaf,) = await town.leaves()
        assert leaf["deed"] == "establish_agency"
        assert leaf["subject_id"] == leaf["agency_id"] == made
        assert leaf["rule"] == "operator-installs-agencies"
        assert (leaf["actor_id"], leaf["channel"]) == (None, "command")
        assert leaf["after"]["root"]["name"] == "UBND xã Tân Lập"

    async def test_leaves_neither_agency_nor_leaf_when_the_transaction_is_undone(
        self, town: Town
    ) -> None:
        before = await town.everything()

        async def fails(tx, request, **arguments):
            await establish_agency(tx, request, **arguments)
            raise RuntimeError("later in the same transaction")

        with pytest.raises(RuntimeError):
            await town.do(town.operator(), fails, **NEW)
        assert await town.everything() == before

    @pytest.mark.parametrize("name", ["governor", "chair", "clerk", "stranger"])
    async def test_refuses_everybody_without_a_mandate(self, town: Town, name: str) -> None:
        refused = await town.refused(town.reach(name), establish_agency, **NEW)
        assert refused.code == "NO_MANDATE"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"kind": "kingdom"}, "INVALID_INPUT"),
            ({"root_standing": "none"}, "INVALID_INPUT"),
            ({"name": " \u200b"}, "TEXT_NOT_ACCEPTABLE"),
            ({"area_code": "99999"}, "AREA_UNKNOWN"),
            ({"code": "Z99"}, "AGENCY_CODE_FORM"),
            ({"code": "H32." + "A" * 32}, "AGENCY_CODE_FORM"),
            ({"managing_agency": UUID(int=7)}, "NOT_FOUND"),
        ],
    )
    async def test_refuses_what_an_agency_cannot_be(
        self, town: Town, change: dict, code: str
    ) -> None:
        refused = await town.refused(town.operator(), establish_agency, **{**NEW, **change})
        assert refused.code == code

    async def test_refuses_a_managing_agency_that_does_not_stand_yet(self, town: Town) -> None:
        early = {**NEW, "opened_on": date(2025, 1, 1)}
        refused = await town.refused(
            town.operator(),
            establish_agency,
            managing_agency=town.agencies["province"],
            **early,
        )
        assert refused.code == "NO_ROOT_UNIT"

    async def test_refuses_a_managing_agency_beneath_a_using_one(self, town: Town) -> None:
        refused = await town.refused(
            town.operator(),
            establish_agency,
            managing_agency=town.agencies["commune"],
            root_standing="managing",
            **NEW,
        )
        assert refused.code == "STANDING_OUT_OF_ORDER"


class TestSetAgencyCode:
    async def test_ends_the_code_before_on_the_day_the_new_one_begins(self, town: Town) -> None:
        commune, moved = town.agencies["commune"], date(2026, 8, 1)
        await town.do(
            town.operator(), set_agency_code, agency=commune, code="H32.15", begins=date(2026, 1, 1)
        )
        await town.do(
            town.operator(), set_agency_code, agency=commune, code="H32.7.A", begins=moved
        )
        rows = await town.owner.fetch(
            "select code, lower(during) as since, upper(during) as until"
            " from congtam.agency_code order by since"
        )
        assert [tuple(row) for row in rows] == [
            ("H32.15", date(2026, 1, 1), moved),
            ("H32.7.A", moved, None),
        ]

    async def test_is_kept_by_the_administrator_of_the_agency(self, town: Town) -> None:
        chair = town.reach("clerk", ("administrator", "commune"))
        await town.do(
            chair, set_agency_code, agency=town.agencies["commune"], code="H32", begins=TODAY
        )
        (leaf,) = await town.leaves()
        assert leaf["actor_id"] == town.people["clerk"]

    async def test_refuses_the_administrator_of_another_agency(self, town: Town) -> None:
        other = town.reach("stranger", ("administrator", "neighbour"))
        refused = await town.refused(
            other, set_agency_code, agency=town.agencies["commune"], code="H32", begins=TODAY
        )
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")

    async def test_refuses_a_code_that_another_agency_holds(self, town: Town) -> None:
        await town.do(
            town.operator(),
            set_agency_code,
            agency=town.agencies["neighbour"],
            code="H32.15",
            begins=TODAY,
        )
        refused = await town.refused(
            town.operator(),
            set_agency_code,
            agency=town.agencies["commune"],
            code="H32.15",
            begins=TODAY,
        )
        assert (refused.code, refused.field) == ("AGENCY_CODE_TAKEN", "code")
        assert "H32.15" in refused.message("vi")

    async def test_refuses_days_that_end_before_they_begin(self, town: Town) -> None:
        refused = await town.refused(
            town.operator(),
            set_agency_code,
            agency=town.agencies["commune"],
            code="H32.15",
            begins=TODAY,
            ends=TODAY,
        )
        assert refused.code == "ENDS_BEFORE_IT_BEGINS"


class TestEndAgencyCode:
    async def held(self, town: Town) -> UUID:
        given = {"agency": town.agencies["commune"], "code": "H32.15", "begins": date(2026, 1, 1)}
        await town.do(town.operator(), set_agency_code, **given)
        id: UUID = await town.owner.fetchval("select id from congtam.agency_code")
        return id

    async def test_ends_it_without_a_next_one(self, town: Town) -> None:
        administrator = town.reach("clerk", ("administrator", "commune"))
        await town.do(administrator, end_agency_code, code_id=await self.held(town), ends=OPENED)
        until = await town.owner.fetchval("select upper(during) from congtam.agency_code")
        assert until == OPENED
        leaf = (await town.leaves())[-1]
        assert (leaf["deed"], leaf["before"]["code"]) == ("end_agency_code", "H32.15")

    async def test_refuses_to_end_what_is_over_by_then(self, town: Town) -> None:
        code = await self.held(town)
        await town.do(town.operator(), end_agency_code, code_id=code, ends=TODAY)
        refused = await town.refused(town.operator(), end_agency_code, code_id=code, ends=OPENED)
        assert refused.code == "AGENCY_CODE_OVER"

    async def test_refuses_the_administrator_of_another_agency(self, town: Town) -> None:
        code = await self.held(town)
        other = town.reach("stranger", ("administrator", "neighbour"))
        refused = await town.refused(other, end_agency_code, code_id=code, ends=OPENED)
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")
