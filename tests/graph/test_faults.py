"""A reach that has become stale, and a database that is gone."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from gateway.database import PgDatabase
from gateway.graph import Ask, Graph, StaleReach
from gateway.postgres.failures import OutcomeUnknown
from gateway.postgres.roles import Connection
from resolvers.core.database import Unavailable
from resolvers.core.request import Request
from tests.graph.fixture_questions import Heard
from tests.graph.fixture_world import PEOPLE, U1, Counted
from tests.graph.sending import RENAME, respond


class TestFaults:
    async def test_a_stale_reach_stops_the_deed_before_it_begins(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        await world_owner.execute("update graph_fixture.stamp set stamp = stamp + 1")
        Heard.last = {}
        with pytest.raises(StaleReach):
            await graph.execute(
                Ask(RENAME, variables={"id": str(U1), "name": "x"}), PEOPLE["an"], world
            )
        assert Heard.last == {}

    async def test_a_renewed_reach_answers_in_the_same_request(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        await world_owner.execute("update graph_fixture.stamp set stamp = 8")
        renewals = []

        async def renewed() -> Request:
            renewals.append(1)
            old = PEOPLE["an"]
            return replace(old, reach=replace(old.reach, stamp=8))

        for document in (
            "{ me { id } }",
            f'mutation {{ rename(id: "{U1}", name: "x") {{ name }} }}',
        ):
            answer = await graph.respond(Ask(document), PEOPLE["an"], world, renewed=renewed)
            assert answer.status == 200
            assert "errors" not in json.loads(answer.body)
        assert len(renewals) == 2

    async def test_a_deed_after_one_that_changed_authority_has_the_new_reach(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        async def renewed() -> Request:
            old = PEOPLE["an"]
            stamp = await world_owner.fetchval("select stamp from graph_fixture.stamp")
            return replace(old, reach=replace(old.reach, stamp=stamp))

        document = f"""mutation {{
          reappoint(id: "{U1}") {{ version }}
          rename(id: "{U1}", name: "x") {{ name }}
        }}"""
        answer = await graph.respond(Ask(document), PEOPLE["an"], world, renewed=renewed)
        assert json.loads(answer.body) == {
            "data": {"reappoint": {"version": 1}, "rename": {"name": "x"}}
        }
        answer = await respond(graph, world, document)
        assert answer.status == 503

    async def test_a_reach_that_stays_stale_is_unavailable(
        self, graph: Graph, world: Counted, world_owner: Connection
    ) -> None:
        await world_owner.execute("update graph_fixture.stamp set stamp = 8")
        answer = await respond(graph, world, "{ me { id } }")
        assert answer.status == 503

    async def test_without_the_database_the_answer_is_503(
        self, graph: Graph, driver: PgDatabase
    ) -> None:
        class Gone:
            party = None

            async def text(self, *_: Any) -> bytes:
                raise Unavailable

            def writing(self, *_: Any) -> Any:
                raise Unavailable

        for document in (
            "{ me { id } }",
            f'mutation {{ rename(id: "{U1}", name: "x") {{ name }} }}',
        ):
            answer = await respond(graph, Gone(), document)
            assert answer.status == 503
            assert json.loads(answer.body)["errors"][0]["extensions"]["code"] == "UNAVAILABLE"

    async def test_a_commit_that_broke_asks_for_the_same_key_again(
        self, graph: Graph, world: Counted
    ) -> None:
        class Breaking:
            party = None
            text = world.text

            @asynccontextmanager
            async def writing(self, *fence: Any) -> AsyncIterator[Any]:
                async with world.writing(*fence) as tx:
                    yield tx
                raise OutcomeUnknown

        answer = await respond(
            graph, Breaking(), f'mutation {{ rename(id: "{U1}", name: "x") {{ name }} }}'
        )
        (told,) = json.loads(answer.body)["errors"]
        assert told["extensions"]["code"] == "OUTCOME_UNKNOWN"
        assert "idempotency key" in told["message"]
