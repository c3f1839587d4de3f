"""An act and its leaf are saved together or not at all, and nobody who serves changes a leaf."""

from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import text

from authz.decide import Decision
from resolvers.audit import leaf_hash, record
from resolvers.core.database import Transaction
from resolvers.core.request import Request
from resolvers.organisation import establish_unit
from tests.resolvers.town import TODAY, Town

BY_RULE = Decision(True, "some-rule", "some article", on_behalf_of=None)


def opening(town: Town) -> dict[str, Any]:
    values = {"parent": town.units["office"], "name": "Tổ một cửa", "standing": "none"}
    return {**values, "opened_on": TODAY}


class TestRecord:
    async def test_says_who_did_what_to_which_row_and_by_which_rule(self, town: Town) -> None:
        officer = town.reach("clerk", ("personnel_officer", "commune"))
        id: UUID = await town.do(officer, establish_unit, **opening(town))
        (leaf,) = await town.leaves()
        assert leaf["actor_id"] == town.people["clerk"]
        assert (leaf["subject_kind"], leaf["subject_id"]) == ("unit", id)
        assert leaf["agency_id"] == town.agencies["commune"]
        assert leaf["rule"] == "personnel-officer-keeps-units"
        assert (leaf["before"], leaf["after"]["name"]) == (None, "Tổ một cửa")

    async def test_leaves_no_leaf_without_its_act(self, town: Town) -> None:
        officer = town.reach("clerk", ("personnel_officer", "commune"))

        async def undone(tx: Transaction, request: Request, **arguments: Any) -> None:
            await establish_unit(tx, request, **arguments)
            raise RuntimeError("the connection breaks here")

        with pytest.raises(RuntimeError):
            await town.do(officer, undone, **opening(town))
        assert await town.leaves() == []
        assert not await town.owner.fetchval(
            "select count(*) from congtam.unit where name like 'Tổ%'"
        )

    async def test_names_the_head_on_whose_behalf_it_was_done(self, town: Town) -> None:
        async def act(tx: Transaction, request: Request) -> None:
            lent = Decision(True, "rule", on_behalf_of=town.people["chief"])
            subject = ("unit", town.units["office"])
            agency = town.agencies["commune"]
            await record(tx, request, lent, deed="act", subject=subject, agency=agency)

        await town.do(town.reach("assistant"), act)
        (leaf,) = await town.leaves()
        assert leaf["actor_id"] == town.people["assistant"]
        assert leaf["on_behalf_of"] == town.people["chief"]

    async def test_is_hashed_as_it_is_stored(self, town: Town) -> None:
        officer = town.reach("clerk", ("personnel_officer", "commune"))
        await town.do(officer, establish_unit, **opening(town))
        (leaf,) = await town.leaves()
        assert leaf["hash"] == leaf_hash(leaf)


class TestTable:
    @pytest.mark.parametrize("table", ["audit_leaf", "audit_seal", "audit_sealed"])
    @pytest.mark.parametrize("change", ["delete from", "truncate", "update"])
    async def test_is_only_added_to(self, town: Town, table: str, change: str) -> None:
        columns = {
            "audit_leaf": "reason = 'x'",
            "audit_seal": "leaves = 0",
            "audit_sealed": "leaf = 0",
        }
        tail = f" set {columns[table]}" if change == "update" else ""
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with town.deed(town.operator()) as tx:
                await tx.run(text(f"{change} congtam.{table}{tail}"))
