"""By another entrance than the Party's own there is nothing to see: no row, no total, no id.

The contract here is a small one over the Party's own tables, so that every way to a row is tried.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
import strawberry
from sqlalchemy import ColumnElement, Select, select
from strawberry.federation import Schema

from authz.reach import Reach
from gateway.app import STAMP
from gateway.database import PgDatabase
from gateway.graph import Ask, Graph
from gateway.postgres.roles import Connection
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.party.tables import party_body, party_member
from resolvers.people import person
from schema.mapping import connection, lookup, lookups, many, one, ref, table
from schema.shapes import Connection as Pages
from schema.shapes import Node
from tests.resolvers.town import FOUNDED, Town, build, request


def members() -> Select[Any]:
    return select(party_member)


def member(id: ColumnElement[Any]) -> Select[Any]:
    return select(party_member).where(party_member.c.id == id)


def people() -> Select[Any]:
    return select(person)


@table(party_body)
@strawberry.federation.type(keys=["id"])
class Body(Node):
    id: strawberry.ID
    name: str


@table(party_member)
@strawberry.federation.type(keys=["id"])
class Member(Node):
    id: strawberry.ID
    standing: str
    body: Body = ref("body_id", inherited=True)


@table(person)
@strawberry.federation.type(keys=["id"])
class Somebody(Node):
    id: strawberry.ID
    full_name: str
    memberships: Pages[Member] = connection(on={"person_id": "id"}, order=())
    few: list[Member] = many(on={"person_id": "id"}, order=(), at_most=5)


@strawberry.type
class Query:
    members: Pages[Member] = connection(members, order=())
    member: Member | None = one(member, args={"id": strawberry.ID})
    people: list[Somebody] = many(people, order=())
    node: Node | None = lookup()
    nodes: list[Node | None] = lookups()


EVERY_WAY = """query($id: ID!) {
  members(first: 10) { totalCount nodes { id standing body { name } } pageInfo { hasNextPage } }
  member(id: $id) { id standing }
  node(id: $id) { id ... on Member { standing } }
  nodes(ids: [$id]) { ... on Member { standing } }
  people(first: 50) { fullName few { id } memberships(first: 5) { totalCount nodes { id } } }
  _entities(representations: [{__typename: "Member", id: $id}]) { ... on Member { standing } }
}"""


@dataclass(frozen=True)
class Cell:
    """A branch of the commune with two members, and another with one."""

    town: Town
    bodies: tuple[UUID, UUID]
    clerks: UUID
    """The clerk's membership."""
    stamp: int

    def reach(self, name: str, *, party: bool, bodies: tuple[int, ...] = ()) -> Reach:
        found = replace(self.town.reach(name), stamp=self.stamp)
        if not party:
            return found
        held = frozenset(self.bodies[place] for place in bodies)
        return replace(found, party_person=found.person, party_bodies=held)


@pytest.fixture(scope="module")
def graph() -> Graph:
    contract = Schema(query=Query, types=[Body, Member, Somebody], federation_version="2.9")
    return Graph(contract, stamp=STAMP)


@pytest_asyncio.fixture
async def cell(database: PgDatabase, owner: Connection) -> Cell:
    town = await build(database, owner)
    first, second = new_id(), new_id()
    for id, code in ((first, "A"), (second, "B")):
        await owner.execute(
            "insert into congtam_party.party_body (id, kind, code, name, during)"
            " values ($1, 'grassroots_branch', $2, $2, daterange($3, null))",
            id,
            code,
            FOUNDED,
        )
    clerks = await joined(owner, town.people["clerk"], first)
    await joined(owner, town.people["typist"], first)
    await joined(owner, town.people["curator"], second)
    stamp = await owner.fetchval("select stamp from congtam.authority_stamp")
    return Cell(town, (first, second), clerks, stamp)


async def joined(owner: Connection, person: UUID, body: UUID) -> UUID:
    id = new_id()
    await owner.execute(
        "insert into congtam_party.party_member (id, person_id, body_id, standing, admitted_on,"
        " decision_no, during) values ($1, $2, $3, 'official', $4, '1-QĐ/CB', daterange($4, null))",
        id,
        person,
        body,
        FOUNDED,
    )
    return id


async def told(
    graph: Graph, database: Any, reach: Reach, document: str, **variables: Any
) -> dict[str, Any]:
    asking = request(reach)

    async def renewed() -> Request:
        raise AssertionError("this reach is not out of date")

    answer = await graph.respond(
        Ask(document, variables=variables), asking, database, renewed=renewed
    )
    found: dict[str, Any] = json.loads(answer.body)
    return found


class TestByTheEntrance:
    async def test_a_member_sees_his_own(self, graph: Graph, cell: Cell) -> None:
        reach = cell.reach("clerk", party=True)
        found = await told(graph, cell.town.database, reach, EVERY_WAY, id=str(cell.clerks))
        data = found["data"]
        assert data["members"]["totalCount"] == 1
        own = {"id": str(cell.clerks), "standing": "official", "body": {"name": "A"}}
        assert data["members"]["nodes"] == [own]
        assert data["member"] == data["node"] == {"id": str(cell.clerks), "standing": "official"}
        assert data["nodes"] == data["_entities"] == [{"standing": "official"}]
        mine = next(each for each in data["people"] if each["few"])
        assert mine["memberships"] == {"totalCount": 1, "nodes": [{"id": str(cell.clerks)}]}

    async def test_an_office_shows_its_body_and_no_other(self, graph: Graph, cell: Cell) -> None:
        reach = cell.reach("leader", party=True, bodies=(0,))
        found = await told(graph, cell.town.database, reach, EVERY_WAY, id=str(cell.clerks))
        assert found["data"]["members"]["totalCount"] == 2
        reach = cell.reach("leader", party=True, bodies=(1,))
        found = await told(graph, cell.town.database, reach, EVERY_WAY, id=str(cell.clerks))
        assert found["data"]["members"]["totalCount"] == 1
        assert found["data"]["node"] is None

    async def test_ordinary_rows_are_seen_beside_the_partys(self, graph: Graph, cell: Cell) -> None:
        document = "{ people(first: 50) { fullName } members(first: 5) { totalCount } }"
        inside = await told(graph, cell.town.database, cell.reach("clerk", party=True), document)
        outside = await told(graph, cell.town.database, cell.reach("clerk", party=False), document)
        assert inside["data"]["people"] == outside["data"]["people"] != []

    async def test_an_id_alone_finds_the_partys_row(self, graph: Graph, cell: Cell) -> None:
        document = "query($id: ID!) { node(id: $id) { __typename id } }"
        reach = cell.reach("clerk", party=True)
        found = await told(graph, cell.town.database, reach, document, id=str(cell.clerks))
        assert found["data"]["node"] == {"__typename": "Member", "id": str(cell.clerks)}


class TestElsewhere:
    @pytest.mark.parametrize("who", ["clerk", "chair", "governor", "leader"])
    async def test_nobody_sees_a_row_a_total_or_an_id(
        self, graph: Graph, cell: Cell, who: str
    ) -> None:
        """A member, heads above him, a secretary: who somebody is does not matter here."""
        reach = cell.reach(who, party=False)
        found = await told(graph, cell.town.database, reach, EVERY_WAY, id=str(cell.clerks))
        absent = await told(graph, cell.town.database, reach, EVERY_WAY, id=str(new_id()))
        assert found == absent
        data = found["data"]
        nothing = {"totalCount": 0, "nodes": []}
        assert data["members"] == {**nothing, "pageInfo": {"hasNextPage": False}}
        assert (data["member"], data["node"]) == (None, None)
        assert (data["nodes"], data["_entities"]) == ([None], [None])
        assert [each["few"] for each in data["people"] if each["few"]] == []
        assert all(each["memberships"] == nothing for each in data["people"])
        assert data["people"] != []

    async def test_an_id_alone_finds_nothing(self, graph: Graph, cell: Cell) -> None:
        document = "query($id: ID!) { node(id: $id) { __typename id } }"
        reach = cell.reach("clerk", party=False)
        found = await told(graph, cell.town.database, reach, document, id=str(cell.clerks))
        assert found["data"]["node"] is None

    async def test_an_inspector_and_a_personnel_officer_see_nothing_either(
        self, graph: Graph, cell: Cell
    ) -> None:
        for kind in ("inspector", "personnel_officer"):
            reach = cell.town.reach("vice", (kind, "commune"))
            whole = frozenset({cell.town.agencies["commune"]})
            reach = replace(reach, stamp=cell.stamp, agencies=whole, inspected=whole)
            found = await told(graph, cell.town.database, reach, EVERY_WAY, id=str(cell.clerks))
            assert found["data"]["members"]["totalCount"] == 0


class TestWithoutTheModule:
    async def test_party_operations_are_refused_and_all_others_answered(
        self, graph: Graph, cell: Cell, access: Any
    ) -> None:
        reach = cell.reach("clerk", party=False)
        async with PgDatabase(access) as without:
            refused = await told(graph, without, reach, EVERY_WAY, id=str(cell.clerks))
            assert refused["errors"][0]["extensions"]["code"] == "PARTY_MODULE_NOT_CONFIGURED"
            document = """query($id: ID!) {
              people(first: 50) { fullName } node(id: $id) { __typename id }
            }"""
            found = await told(graph, without, reach, document, id=str(cell.clerks))
            assert found["data"]["people"] != []
            assert found["data"]["node"] is None


class TestAStaleReach:
    """The stamp is compared under the Party's roles as it is elsewhere."""

    @pytest.fixture
    def renewing(self, cell: Cell) -> Callable[[], Any]:
        async def renewed() -> Request:
            return request(cell.reach("clerk", party=True))

        return renewed

    @pytest.mark.parametrize("by", [-1, 1], ids=["older", "newer"])
    async def test_is_renewed_before_anything_is_shown(
        self, graph: Graph, cell: Cell, renewing: Callable[[], Any], by: int
    ) -> None:
        kept = cell.reach("leader", party=True, bodies=(0, 1))
        stale = request(replace(kept, stamp=cell.stamp + by))
        document = Ask("{ members(first: 9) { totalCount } }")
        answer = await graph.respond(document, stale, cell.town.database, renewed=renewing)
        assert json.loads(answer.body)["data"]["members"]["totalCount"] == 1

    @pytest.mark.parametrize("table", ["party_office", "party_body"])
    async def test_is_made_by_a_change_of_what_it_is_computed_from(
        self, cell: Cell, owner: Connection, table: str
    ) -> None:
        await owner.execute(f"delete from congtam_party.{table} where false")
        stamp = await owner.fetchval("select stamp from congtam.authority_stamp")
        assert stamp == cell.stamp + 1
