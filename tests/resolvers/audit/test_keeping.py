"""Of a Party act the common trail keeps a salted hash; its content is in the Party's schema."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from authz.actions import DESCRIBED, Action
from authz.decide import Decision
from authz.reach import Reach
from gateway.database import PgDatabase
from resolvers.audit import Fault, keeping, leaf, leaf_hash, record, verify, verify_contents
from resolvers.core.deed import canonical
from tests.resolvers.town import Town, request

BY_RULE = Decision(True, "some-rule", "some article", on_behalf_of=None)
JUDGE = "JudgeMember"
CONTENT = {"before": {"level": None}, "after": {"level": "GOOD", "points": "81.5"}}
REASON = "as the cell has said"
SUBJECT = ("party_review", UUID(int=77))


@pytest.fixture(autouse=True)
def _a_party_deed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "DEEDS", frozenset({JUDGE}))


@pytest.fixture
def member(town: Town) -> Reach:
    """Somebody who came in by the Party's own entrance."""
    reach = town.reach("clerk")
    return replace(reach, party_person=reach.person)


@pytest_asyncio.fixture
async def judged(town: Town, member: Reach, party_database: PgDatabase) -> AsyncIterator[Any]:
    """One Party act: its leaf."""
    async with party_database.writing(member) as tx:
        await act(tx, member, town)
    (found,) = await town.leaves()
    yield found


async def act(tx: Any, reach: Reach, town: Town, deed: str = JUDGE) -> None:
    agency = town.agencies["commune"]
    told = {"subject": SUBJECT, "agency": agency, "reason": REASON, **CONTENT}
    await record(tx, request(reach), BY_RULE, deed=deed, **told)  # type: ignore[arg-type]


class TestTheLeaf:
    async def test_says_who_did_what_to_which_row(self, town: Town, judged: Any) -> None:
        assert (judged["deed"], judged["actor_id"]) == (JUDGE, town.people["clerk"])
        assert (judged["subject_kind"], judged["subject_id"]) == SUBJECT
        assert judged["hash"] == leaf_hash(judged)

    async def test_holds_of_the_rest_a_commitment_alone(self, judged: Any) -> None:
        assert judged["before"] is None
        assert set(judged["after"]) == {"commitment"}
        assert judged["reason"] == ""
        everything = " ".join(str(value) for value in dict(judged).values())
        assert "GOOD" not in everything
        assert REASON not in everything

    async def test_is_no_agencys_so_that_no_inspector_of_one_reads_it(self, judged: Any) -> None:
        assert judged["agency_id"] is None

    async def test_cannot_be_guessed_from_the_content(
        self, town: Town, member: Reach, party_database: PgDatabase, judged: Any
    ) -> None:
        async with party_database.writing(member) as tx:
            await act(tx, member, town)
        first, second = await town.leaves()
        assert first["after"] != second["after"]

    async def test_is_not_given_out_for_writing_together_with_others(self, town: Town) -> None:
        with pytest.raises(ValueError, match="record"):
            leaf(request(town.operator()), BY_RULE, deed=JUDGE, subject=SUBJECT, agency=None)


class TestTheContent:
    async def test_is_kept_in_the_partys_schema(self, town: Town, judged: Any) -> None:
        (kept,) = await town.owner.fetch("select * from congtam_party.audit_content")
        assert kept["leaf_id"] == judged["id"]
        assert canonical(kept["after"]) == canonical(CONTENT["after"])
        assert kept["reason"] == REASON
        assert len(kept["salt"]) == keeping.SALT_BYTES

    async def test_is_written_with_its_leaf_or_not_at_all(self, town: Town, member: Reach) -> None:
        """Under the ordinary writer, who cannot reach it, there is no leaf either."""

        async def write() -> None:
            async with town.database.writing(member) as tx:
                await act(tx, member, town)

        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await write()
        assert await town.leaves() == []

    async def test_of_an_ordinary_deed_stays_in_its_leaf(self, town: Town) -> None:
        reach = town.reach("clerk")
        async with town.deed(reach) as tx:
            await act(tx, reach, town, deed="ScoreSheet")
        (found,) = await town.leaves()
        assert canonical(found["after"]) == canonical(CONTENT["after"])
        assert found["agency_id"] == town.agencies["commune"]
        assert await town.owner.fetch("select * from congtam_party.audit_content") == []

    @pytest.mark.parametrize("change", ["delete from", "truncate", "update"])
    async def test_is_only_added_to(
        self, party_database: PgDatabase, member: Reach, judged: Any, change: str
    ) -> None:
        tail = " set reason = ''" if change == "update" else ""

        async def write() -> None:
            async with party_database.writing(member) as tx:
                await tx.text(f"{change} congtam_party.audit_content{tail}", [])

        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
            await write()


class TestVerify:
    async def found(self, database: PgDatabase) -> list[tuple[Fault, int | None]]:
        async with database.reading() as tx:
            return [(each.fault, each.leaf) for each in await verify_contents(tx)]

    async def test_finds_nothing_in_a_whole_trail(
        self, town: Town, party_database: PgDatabase, judged: Any
    ) -> None:
        assert await self.found(party_database) == []
        async with town.database.reading() as tx:
            assert await verify(tx) == []

    @pytest.mark.parametrize(
        "edit",
        [
            """after = '{"level": "EXCELLENT", "points": "81.5"}'""",
            "before = null",
            "reason = 'as nobody has said'",
            "salt = decode(repeat('00', 32), 'hex')",
        ],
    )
    async def test_finds_a_content_that_was_edited(
        self, town: Town, party_database: PgDatabase, judged: Any, edit: str
    ) -> None:
        await town.owner.execute(f"update congtam_party.audit_content set {edit}")
        assert await self.found(party_database) == [(Fault.CONTENT_EDITED, judged["seq"])]

    async def test_finds_a_content_that_was_removed(
        self, town: Town, party_database: PgDatabase, judged: Any
    ) -> None:
        await town.owner.execute("delete from congtam_party.audit_content")
        assert await self.found(party_database) == [(Fault.CONTENT_REMOVED, judged["seq"])]

    async def test_of_the_common_trail_needs_nothing_of_the_partys(
        self, town: Town, judged: Any
    ) -> None:
        """Where the content is gone, the leaf is still the one that was sealed."""
        await town.owner.execute("delete from congtam_party.audit_content")
        async with town.database.reading() as tx:
            assert await verify(tx) == []


def test_every_action_of_the_partys_slice_is_kept_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    apart = {DESCRIBED[deed].slice for deed in Action if keeping.kept_apart(deed)}
    others = {DESCRIBED[deed].slice for deed in Action if not keeping.kept_apart(deed)}
    assert apart == {"party", "party_votes"}
    assert not any("party" in slice for slice in others)
