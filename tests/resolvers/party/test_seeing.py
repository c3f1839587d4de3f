"""Who reads what of the Party's record: one's own when released, what one's body has a voice in."""

from collections.abc import Sequence
from typing import Any

import pytest_asyncio
from sqlalchemy import BindParameter, Select, Table, select
from sqlalchemy.sql import visitors

from resolvers import party
from resolvers.core.seeing import needed, shown
from resolvers.core.visibility import visibility
from resolvers.party import party_review, party_voice
from tests.resolvers.party.house import House


@pytest_asyncio.fixture
async def spoken(house: House) -> House:
    """The clerk and his branch have spoken; so has the union on the leadership."""
    await house.open("chair", "commune")
    await house.open("governor", "province")
    await house.speak("clerk", "clerk", "self")
    await house.speak("chief", "clerk", "branch")
    return house


async def read(house: House, name: str, table: Table) -> Sequence[Any]:
    """The rows of a table that a person sees, as the compiler asks."""
    reach = (await house.request(name)).reach
    question: Select[Any] = select(table).where(shown(table))
    async with house.party.reading() as tx:
        return await tx.rows(question, **needed(table, reach))


async def of_clerk(house: House, name: str) -> set[tuple[str, str]]:
    review = await house.review_of("clerk")
    rows = await read(house, name, party_voice)
    return {(row["kind"], row["state"]) for row in rows if row["review_id"] == review["id"]}


NEVER_READ = {"audit_content", "party_ballot_box"}
"""Kept for the proof of the audit, or for the count, and shown to nobody."""
SELF, BRANCH = ("self", "signed"), ("branch", "signed")
DECIDING = ("deciding_committee", "waiting")


async def test_the_person_reads_his_own_voice_and_no_draft_of_others(spoken: House) -> None:
    assert await of_clerk(spoken, "clerk") == {SELF}


async def test_each_body_reads_its_own_voice_and_those_before_it(spoken: House) -> None:
    assert await of_clerk(spoken, "assistant") == {SELF, BRANCH}
    for name in ("chair", "vice", "officer", "governor"):
        assert await of_clerk(spoken, name) == {SELF, BRANCH, DECIDING}


async def test_colleagues_and_other_branches_read_nothing(spoken: House) -> None:
    for name in ("typist", "leader", "curator", "archivist", "porter", "stranger"):
        assert await of_clerk(spoken, name) == set()
        reviews = await read(spoken, name, party_review)
        clerks = (await spoken.review_of("clerk"))["id"]
        assert clerks not in {row["id"] for row in reviews}


async def test_a_secretary_reads_nothing_of_what_is_said_on_himself(spoken: House) -> None:
    await spoken.speak("chief", "chief", "self")
    await spoken.speak("assistant", "chief", "branch")
    review = await spoken.review_of("chief")
    mine = await read(spoken, "chief", party_voice)
    assert {row["kind"] for row in mine if row["review_id"] == review["id"]} == {"self"}


async def test_the_mass_organisation_reads_what_it_speaks_on_and_what_came_before(
    spoken: House,
) -> None:
    rows = await read(spoken, "porter", party_voice)
    assert {row["kind"] for row in rows} == {
        *("self", "branch", "leadership", "mass_organisation"),
    }
    about = {row["review_id"] for row in rows}
    names = ("chair", "vice", "leadership", "commune")
    assert about == {(await spoken.review_of(name))["id"] for name in names}


async def test_everything_is_read_once_it_is_released(spoken: House) -> None:
    review = await spoken.review_of("clerk")
    await spoken.town.owner.execute(
        "update congtam_party.party_review set notified_at = now() where id = $1", review["id"]
    )
    assert await of_clerk(spoken, "clerk") == {SELF, BRANCH, DECIDING}
    assert await of_clerk(spoken, "typist") == set()


async def test_nobody_reads_anything_by_another_entrance(spoken: House) -> None:
    """The ordinary reach of a secretary, who did not come in by the Party's own entrance."""
    tables = [
        *(party.party_body, party.party_member, party.party_office, party.party_campaign),
        *(party_review, party_voice, party.party_published),
    ]
    reach = spoken.town.reach("chair")
    async with spoken.party.reading() as tx:
        for table in tables:
            assert visibility(table) is not None
            question: Select[Any] = select(table).where(shown(table))
            assert await tx.rows(question, **needed(table, reach)) == []


async def test_every_party_table_depends_on_the_partys_two_values_alone() -> None:
    tables = party_review.metadata.tables.values()
    own = [table for table in tables if table.schema == party_review.schema]
    assert len(own) > 7
    for table in own:
        if table.name in NEVER_READ:
            continue
        names = {
            part.key
            for part in visitors.iterate(shown(table))
            if isinstance(part, BindParameter) and str(part.key).startswith("reach_")
        }
        assert names <= {"reach_party_person", "reach_party_bodies"}, table.name
