"""Sealing covers every settled leaf once; verifying finds whatever was changed since."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from authz.decide import Decision
from resolvers.audit import (
    Fault,
    Finding,
    included,
    leaf_hash,
    proves,
    record,
    seal,
    seal_hash,
    verify,
)
from resolvers.core.database import Transaction
from resolvers.core.request import Request
from tests.resolvers.town import NOW, Town, request

BY_RULE = Decision(True, "some-rule")


async def act(tx: Transaction, asked: Request, town: Town, deed: str) -> None:
    subject, agency = ("unit", town.units["office"]), town.agencies["commune"]
    after = {"title": "Công văn", "numbers": [1, 2]}
    await record(tx, asked, BY_RULE, deed=deed, subject=subject, agency=agency, after=after)


async def acts(town: Town, *deeds: str) -> None:
    for deed in deeds:
        await town.do(town.reach("chief"), act, town=town, deed=deed)


async def settle(town: Town, leaf: int) -> None:
    """Wait for whatever else runs on this server, also of other tests, beside the leaf's own."""
    async with asyncio.timeout(60):
        while not await town.owner.fetchval(
            "select xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
            " from congtam.audit_leaf where seq = $1",
            leaf,
        ):
            await asyncio.sleep(0.05)


async def sealing(town: Town, *, days: int = 0, leaf: int | None = None) -> int:
    if leaf is not None:
        await settle(town, leaf)
    asked = replace(request(town.operator()), now=NOW + timedelta(days=days))
    async with town.deed(town.operator()) as tx:
        return await seal(tx, asked)


async def findings(town: Town, noted: dict[int, bytes] | None = None) -> list[Finding]:
    async with town.database.reading() as tx:
        return await verify(tx, noted=noted or {})


async def sealed(town: Town) -> list[tuple[int, int]]:
    rows = await town.owner.fetch("select seal, leaf from congtam.audit_sealed order by seal, leaf")
    return [(row["seal"], row["leaf"]) for row in rows]


@pytest.fixture
async def trail(town: Town) -> Town:
    """Two seals, over three leaves and two."""
    await acts(town, "one", "two", "three")
    await sealing(town, leaf=3)
    await acts(town, "four", "five")
    await sealing(town, days=1, leaf=5)
    return town


class TestSeal:
    async def test_covers_every_leaf_once_and_chains_the_seals(self, trail: Town) -> None:
        assert await sealed(trail) == [(1, 1), (1, 2), (1, 3), (2, 4), (2, 5)]
        first, second = await trail.owner.fetch("select * from congtam.audit_seal order by seq")
        assert first["previous"] is None
        assert second["previous"] == seal_hash(first)
        assert await findings(trail) == []

    async def test_writes_nothing_where_nothing_is_new(self, trail: Town) -> None:
        assert await sealing(trail, days=2) == 0
        assert len(await sealed(trail)) == 5

    async def test_waits_for_transactions_that_still_run(self, town: Town) -> None:
        chief = town.reach("chief")
        async with town.deed(chief) as slow:
            await act(slow, request(chief), town, "slow")
            await acts(town, "quick")
            assert await sealing(town) == 0
        assert await sealing(town, leaf=2) == 2
        assert await findings(town) == []

    async def test_leaves_nothing_out_that_was_written_before_and_committed_after(
        self, town: Town
    ) -> None:
        chief = town.reach("chief")
        async with town.deed(chief) as early:
            await early.value(text("select pg_current_xact_id()::text"))
            async with town.deed(chief) as late:
                await act(late, request(chief), town, "gets the first number")
                await act(early, request(chief), town, "gets the second number")
                await early.run(text("commit"))
                await early.run(text("begin"))
                assert await sealing(town, leaf=2) == 1
        assert await sealing(town, leaf=1) == 1
        assert await sealed(town) == [(1, 2), (2, 1)]
        assert await findings(town) == []

    async def test_covers_leaves_that_a_restored_database_brought_along(self, town: Town) -> None:
        await acts(town, "one")
        await town.owner.execute("update congtam.audit_leaf set xid = 9000000000000000")
        assert await sealing(town) == 1

    @pytest.mark.parametrize("name", ["governor", "chair", "clerk"])
    async def test_is_the_machines_to_do(self, town: Town, name: str) -> None:
        await acts(town, "one")
        who = town.reach(name, ("inspector", "province"), ("administrator", "province"))
        assert (await town.refused(who, seal)).code == "NO_MANDATE"


class TestVerify:
    @pytest.mark.parametrize(
        "change",
        [
            "reason = 'khác'",
            "deed = 'score_sheet'",
            "actor_id = null",
            "at = at + interval '1 second'",
            "after = jsonb_set(after, '{title}', '\"Nghị quyết\"')",
            "rule = 'another-rule'",
            "hash = sha256('x')",
        ],
    )
    async def test_finds_an_edited_leaf(self, trail: Town, change: str) -> None:
        await trail.owner.execute(f"update congtam.audit_leaf set {change} where seq = 2")
        assert await findings(trail) == [Finding(Fault.LEAF_EDITED, seal=1, leaf=2)]

    async def test_finds_a_leaf_edited_together_with_its_hash(self, trail: Town) -> None:
        await trail.owner.execute("update congtam.audit_leaf set reason = 'khác' where seq = 2")
        leaf = await trail.owner.fetchrow("select * from congtam.audit_leaf where seq = 2")
        await trail.owner.execute(
            "update congtam.audit_leaf set hash = $1 where seq = 2", leaf_hash(leaf)
        )
        assert await findings(trail) == [Finding(Fault.LEAF_EDITED, seal=1, leaf=2)]
        await trail.owner.execute(
            "update congtam.audit_sealed set hash = $1 where leaf = 2", leaf_hash(leaf)
        )
        assert await findings(trail) == [Finding(Fault.SEAL_EDITED, seal=1)]

    async def test_finds_a_removed_leaf(self, trail: Town) -> None:
        await trail.owner.execute("delete from congtam.audit_leaf where seq = 3")
        assert await findings(trail) == [Finding(Fault.LEAF_REMOVED, seal=1, leaf=3)]

    async def test_finds_a_leaf_removed_from_its_seal_as_well(self, trail: Town) -> None:
        await trail.owner.execute("delete from congtam.audit_leaf where seq = 3")
        await trail.owner.execute("delete from congtam.audit_sealed where leaf = 3")
        assert await findings(trail) == [Finding(Fault.SEAL_EDITED, seal=1)]

    @pytest.mark.parametrize(
        "change",
        ["root = sha256('x')", "leaves = 3", "first_leaf = 2", "last_leaf = 2"],
    )
    async def test_finds_an_edited_seal(self, trail: Town, change: str) -> None:
        await trail.owner.execute(f"update congtam.audit_seal set {change} where seq = 2")
        assert Finding(Fault.SEAL_EDITED, seal=2) in await findings(trail)

    async def test_finds_an_edited_seal_by_the_one_after_it(self, trail: Town) -> None:
        await trail.owner.execute(
            "update congtam.audit_seal set sealed_at = sealed_at - interval '1 hour' where seq = 1"
        )
        assert await findings(trail) == [Finding(Fault.SEAL_EDITED, seal=1)]

    async def test_finds_an_edited_last_seal_by_what_was_noted_elsewhere(self, trail: Town) -> None:
        last = await trail.owner.fetchrow("select * from congtam.audit_seal where seq = 2")
        noted = {2: seal_hash(last)}
        assert await findings(trail, noted) == []
        await trail.owner.execute(
            "update congtam.audit_seal set sealed_at = sealed_at - interval '1 hour' where seq = 2"
        )
        assert await findings(trail, noted) == [Finding(Fault.SEAL_EDITED, seal=2)]

    async def test_finds_a_removed_seal(self, trail: Town) -> None:
        await trail.owner.execute("delete from congtam.audit_sealed where seal = 1")
        await trail.owner.execute("delete from congtam.audit_seal where seq = 1")
        assert Finding(Fault.SEAL_REMOVED, seal=1) in await findings(trail)

    async def test_finds_a_trail_cut_off_by_what_was_noted_elsewhere(self, trail: Town) -> None:
        last = await trail.owner.fetchrow("select * from congtam.audit_seal where seq = 2")
        for table, column in (("audit_sealed", "seal"), ("audit_seal", "seq")):
            await trail.owner.execute(f"delete from congtam.{table} where {column} = 2")
        await trail.owner.execute("delete from congtam.audit_leaf where seq > 3")
        assert await findings(trail) == []
        noted = {2: seal_hash(last)}
        assert await findings(trail, noted) == [Finding(Fault.SEAL_REMOVED, seal=2)]

    async def test_finds_a_leaf_slipped_in_among_sealed_ones(self, trail: Town) -> None:
        await trail.owner.execute(
            "insert into congtam.audit_leaf (seq, id, xid, at, deed, subject_kind, subject_id,"
            " agency_id, rule, channel, hash) overriding system value"
            " select -1, gen_random_uuid(), xid, at, deed, subject_kind, subject_id,"
            " agency_id, rule, channel, hash from congtam.audit_leaf where seq = 1"
        )
        assert await findings(trail) == [Finding(Fault.LEAF_SLIPPED_IN, leaf=-1)]


class TestIncluded:
    async def test_proves_one_leaf_without_the_others(self, trail: Town) -> None:
        for leaf in await trail.leaves():
            async with trail.database.reading() as tx:
                found = await included(tx, leaf["id"])
            assert found is not None
            assert found.hash == leaf["hash"]
            assert proves(found.proof, leaf["hash"], found.root)
            assert not proves(found.proof, leaf["hash"][::-1], found.root)

    async def test_says_nothing_of_a_leaf_that_is_not_sealed(self, trail: Town) -> None:
        await acts(trail, "six")
        leaf: Any = (await trail.leaves())[-1]
        async with trail.database.reading() as tx:
            assert await included(tx, leaf["id"]) is None
