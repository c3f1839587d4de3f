"""A refused attempt in a sensitive slice leaves a leaf of its own, and nothing else at all."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

import pytest
import pytest_asyncio
import strawberry
from sqlalchemy import bindparam, update
from strawberry.federation import Schema

from authz.actions import Action
from authz.facts import PlatformFacts
from authz.reach import NOBODY, Reach
from gateway.database import PgDatabase
from gateway.graph import Ask, Graph
from gateway.graph.attempts import tell_refused
from gateway.graph.realms import WATCHED
from gateway.postgres.roles import Connection
from resolvers.audit import leaf_hash
from resolvers.core.database import Transaction, Unavailable
from resolvers.core.errors import Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.organisation import unit
from schema.mapping import computed, deed
from schema.shapes import Refused
from tests.resolvers.town import Town, build, request

RENAME = (
    update(unit)
    .where(unit.c.id == bindparam("which"))
    .values(name=bindparam("to", type_=unit.c.name.type))
)
SECRET = "what the person wrote in confidence"


class Blocked(Refusal):
    """{why} is in the way."""

    code = "BLOCKED_IN_THE_TEST"
    vi = "{why} là trở ngại."


def living_in(slice: str, function: Callable[..., Awaitable[Any]], name: str) -> Any:
    """The same deed under a name, as if it lived in a slice."""

    async def lent(tx: Transaction, request: Request, **arguments: Any) -> Any:
        return await function(tx, request, **arguments)

    lent.__name__, lent.__module__ = name, f"resolvers.{slice}.deeds"
    return lent


async def write_then_refuse(tx: Transaction, request: Request, *, text: str, unit: UUID) -> UUID:
    assert await tx.run(RENAME, which=unit, to=text) == 1
    raise Blocked(why=text)


async def ask_without_power(tx: Transaction, request: Request, *, text: str) -> UUID:
    demand(request, Action.SealAudit, PlatformFacts())
    raise AssertionError("no person may seal")


async def succeed(tx: Transaction, request: Request) -> dict[str, bool]:
    return {"well": True}


@strawberry.type
class Done:
    well: bool


@strawberry.type
class Query:
    nothing: Done = computed(lambda request, rows: [{"well": True} for _ in rows], needs=())


Outcome = Annotated[Done | Refused, strawberry.union("Outcome")]
REFUSED = {"text": str, "unit": strawberry.ID}


@strawberry.type
class Mutation:
    end_procedure: Outcome = deed(
        living_in("discipline", write_then_refuse, "end_procedure"), args=REFUSED
    )
    end_plainly: Done | None = deed(
        living_in("discipline", write_then_refuse, "end_plainly"), args=REFUSED
    )
    ask: Outcome = deed(living_in("discipline", ask_without_power, "ask"), args={"text": str})
    succeed: Outcome = deed(living_in("discipline", succeed, "succeed"))
    plan: Outcome = deed(living_in("work", write_then_refuse, "plan"), args=REFUSED)


@pytest.fixture(scope="module")
def graph() -> Graph:
    # No question of this schema is asked: what is tried are its deeds.
    return Graph(Schema(query=Query, mutation=Mutation, federation_version="2.9"))


@pytest_asyncio.fixture
async def town(database: PgDatabase, owner: Connection) -> Town:
    return await build(database, owner)


async def sent(graph: Graph, database: Any, asking: Request, deeds: str) -> Any:
    async def renewed() -> Request:
        return asking

    document = f"mutation {{ {deeds} }}"
    answer = await graph.respond(Ask(document), asking, database, renewed=renewed)
    return json.loads(answer.body)


def chief(town: Town) -> Request:
    return request(town.reach("chief"))


def trying(town: Town, deed: str) -> str:
    arguments = f'text: "{SECRET}", unit: "{town.units["office"]}"'
    return f"{deed}({arguments}) {{ __typename ... on Refused {{ code }} }}"


class TestARefusedAttempt:
    async def test_is_told_and_what_the_deed_had_written_is_gone(
        self, graph: Graph, town: Town
    ) -> None:
        before = await town.everything()
        told = await sent(graph, town.database, chief(town), trying(town, "endProcedure"))
        assert told["data"]["endProcedure"]["code"] == "BLOCKED_IN_THE_TEST"
        (leaf,) = await town.leaves()
        assert (leaf["deed"], leaf["refusal"]) == ("EndProcedure", "BLOCKED_IN_THE_TEST")
        assert (leaf["subject_kind"], leaf["subject_id"]) == ("unit", town.units["office"])
        assert leaf["actor_id"] == town.people["chief"]
        assert leaf["agency_id"] == town.agencies["commune"]
        after = await town.everything()
        after["congtam.audit_leaf"].clear()
        assert after == before

    async def test_carries_nothing_that_the_person_wrote(self, graph: Graph, town: Town) -> None:
        await sent(graph, town.database, chief(town), trying(town, "endProcedure"))
        (leaf,) = await town.leaves()
        assert SECRET not in " ".join(str(value) for value in dict(leaf).values())
        assert (leaf["reason"], leaf["before"], leaf["after"]) == ("", None, None)

    async def test_carries_the_trace_and_the_rule_that_refused(
        self, graph: Graph, town: Town
    ) -> None:
        asking = Request(town.reach("chief"), chief(town).now, chief(town).today, trace_id="t-1")
        told = await sent(graph, town.database, asking, f'ask(text: "{SECRET}") {{ __typename }}')
        assert told["data"]["ask"] == {"__typename": "Refused"}
        (leaf,) = await town.leaves()
        assert (leaf["trace_id"], leaf["rule"]) == ("t-1", "no-rule-permits")
        assert leaf["refusal"] == "NO_MANDATE"
        assert (leaf["subject_kind"], leaf["subject_id"]) == ("unknown", NOBODY)

    async def test_is_hashed_as_it_is_stored_its_code_included(
        self, graph: Graph, town: Town
    ) -> None:
        await sent(graph, town.database, chief(town), trying(town, "endProcedure"))
        (leaf,) = await town.leaves()
        assert leaf["hash"] == leaf_hash(leaf)
        assert leaf["hash"] != leaf_hash({**leaf, "refusal": "ANOTHER"})
        assert leaf["hash"] != leaf_hash({**leaf, "refusal": None})

    async def test_is_told_where_the_contract_has_no_place_for_a_refusal_too(
        self, graph: Graph, town: Town
    ) -> None:
        plainly = trying(town, "endPlainly").replace("... on Refused { code }", "")
        told = await sent(graph, town.database, chief(town), plainly)
        assert told["errors"][0]["extensions"]["code"] == "BLOCKED_IN_THE_TEST"
        assert [leaf["deed"] for leaf in await town.leaves()] == ["EndPlainly"]

    async def test_is_told_for_each_deed_of_one_operation(self, graph: Graph, town: Town) -> None:
        deeds = f"a: {trying(town, 'endProcedure')} b: {trying(town, 'endProcedure')}"
        await sent(graph, town.database, chief(town), deeds)
        assert len(await town.leaves()) == 2

    async def test_of_another_slice_leaves_nothing(self, graph: Graph, town: Town) -> None:
        before = await town.everything()
        told = await sent(graph, town.database, chief(town), trying(town, "plan"))
        assert told["data"]["plan"]["code"] == "BLOCKED_IN_THE_TEST"
        assert await town.everything() == before

    async def test_that_succeeds_is_no_refused_attempt(self, graph: Graph, town: Town) -> None:
        told = await sent(graph, town.database, chief(town), "succeed { __typename }")
        assert told["data"]["succeed"] == {"__typename": "Done"}
        assert await town.leaves() == []

    async def test_of_a_subject_whom_nobody_knows_names_no_actor_and_leaves_nothing(
        self, graph: Graph, town: Town
    ) -> None:
        nobody = request(Reach(NOBODY, chief(town).today, 1))
        await sent(graph, town.database, nobody, f'ask(text: "{SECRET}") {{ __typename }}')
        assert await town.leaves() == []

    async def test_that_cannot_be_told_is_not_answered(self, graph: Graph, town: Town) -> None:
        opened = 0

        class Failing:
            party = None
            text = town.database.text

            @asynccontextmanager
            async def writing(self, *fence: Any) -> AsyncIterator[Any]:
                nonlocal opened
                opened += 1
                if opened > 1:
                    raise Unavailable
                async with town.database.writing(*fence) as tx:
                    yield tx

        told = await sent(graph, Failing(), chief(town), trying(town, "endProcedure"))
        assert told["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
        assert await town.leaves() == []


class TestTheSlices:
    @pytest.mark.parametrize("slice", ["discipline", "dossier", "party", "personnel", "rewards"])
    async def test_that_are_watched(self, town: Town, slice: str) -> None:
        deed = living_in(slice, succeed, "decide_matter")
        await tell_refused(town.database, chief(town), deed, {}, Blocked(why="x"))
        (leaf,) = await town.leaves()
        assert leaf["deed"] == "DecideMatter"
        # Of the Party's attempts not even the agency's inspectors read.
        assert (leaf["agency_id"] is None) == (slice == "party")

    def test_are_these_five(self) -> None:
        assert sorted(WATCHED) == ["discipline", "dossier", "party", "personnel", "rewards"]
