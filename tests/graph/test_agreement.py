"""The compiler and the reference executor give the same answers."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from gateway.graph import Ask, Graph, Limits
from gateway.graph.errors import OverLimit
from gateway.postgres.roles import Connection
from tests.graph.fixture_schema import schema
from tests.graph.fixture_world import PEOPLE, ROWS, Counted, fill, scattered
from tests.graph.operations import operations, widest
from tests.graph.reference import Reference
from tests.graph.reference_values import CURSOR
from tests.graph.reference_views import make_views


@pytest_asyncio.fixture(scope="session")
async def views(world_owner: Connection) -> Connection:
    await make_views(world_owner, PEOPLE)
    return world_owner


def differences(ours: Any, theirs: Any, path: str = "") -> Iterator[str]:
    """Where two answers differ; any cursor equals any other."""
    if theirs == CURSOR and isinstance(ours, str) and ours:
        return
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if list(ours) != list(theirs):
            yield f"{path}: fields {list(ours)} and {list(theirs)}"
        for name in ours.keys() & theirs.keys():
            yield from differences(ours[name], theirs[name], f"{path}.{name}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(one, other, f"{path}[{place}]")
    elif ours != theirs or type(ours) is not type(theirs):
        yield f"{path}: {ours!r} and {theirs!r}"


@pytest.mark.slow
class TestAgreement:
    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(
        operation=operations(schema._schema),
        person=st.sampled_from(sorted(PEOPLE)),
        seed=st.integers(0, 10_000),
    )
    async def test_any_operation_has_one_answer(
        self,
        operation: tuple[str, dict[str, Any]],
        person: str,
        seed: int,
        graph: Graph,
        world: Counted,
        views: Connection,
    ) -> None:
        document, variables = operation
        await fill(views, scattered(seed))
        note(f"as {person}: {document}\n{json.dumps(variables, ensure_ascii=False)}")
        try:
            text = await graph.execute(Ask(document, variables=variables), PEOPLE[person], world)
        except OverLimit:
            return
        reference = Reference(graph.model, views, person, PEOPLE[person])
        expected = await reference.execute(document, variables)
        found = json.loads(text)["data"]
        assert list(differences(found, expected)) == []

    @pytest.mark.parametrize("person", sorted(PEOPLE))
    async def test_the_widest_operation_has_one_answer(
        self, person: str, world: Counted, views: Connection
    ) -> None:
        everything = Graph(schema, limits=Limits(*[10**6] * 8))
        document = "query " + widest(schema._schema)
        for seed in (None, 1, 2):
            await fill(views, ROWS if seed is None else scattered(seed))
            text = await everything.execute(Ask(document), PEOPLE[person], world)
            reference = Reference(everything.model, views, person, PEOPLE[person])
            expected = await reference.execute(document, {})
            assert list(differences(json.loads(text)["data"], expected)) == []
