"""A schema with an ordinary half and a Party half, and databases that only note what comes."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

import strawberry
from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    MetaData,
    Select,
    Table,
    Text,
    exists,
    select,
)
from sqlalchemy.dialects.postgresql import UUID as UuidType
from strawberry.federation import Schema

from authz.reach import Reach
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.core.tables import PARTY_SCHEMA
from resolvers.core.visibility import PARTY_BODIES, PARTY_PERSON, PERSON, visible
from schema.mapping import computed, deed, lookup, many, one, ref, table
from schema.shapes import Node, Refused

_ID = UuidType(as_uuid=True)
metadata = MetaData(schema="realm_fixture")

citizen = Table(
    "citizen",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", Text, nullable=False),
)
verdict = Table(
    "verdict",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("citizen_id", _ID, ForeignKey("realm_fixture.citizen.id"), nullable=False),
    Column("body_id", _ID, nullable=False),
    Column("words", Text, nullable=False),
    schema=PARTY_SCHEMA,
)
badge = Table(
    "badge",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("citizen_id", _ID, ForeignKey("realm_fixture.citizen.id"), nullable=False),
)
visible(citizen, citizen.c.id == PERSON)
visible(
    verdict, (verdict.c.citizen_id == PARTY_PERSON) | (verdict.c.body_id == PARTY_BODIES.any_())
)
# An ordinary table whose rows are shown by what the Party's say.
visible(badge, exists(select(verdict.c.id).where(verdict.c.citizen_id == badge.c.citizen_id)))

SOMEBODY, BODY = UUID(int=7), UUID(int=8)
TODAY = date(2026, 11, 22)


def me() -> Select[Any]:
    return select(citizen).where(citizen.c.id == PERSON)


def verdicts() -> Select[Any]:
    return select(verdict)


def badges() -> Select[Any]:
    return select(badge)


def creed(request: Request, rows: Sequence[Any]) -> list[str]:
    """A value that the Party's slice gives without any table."""
    return ["words" for _ in rows]


class NotThisTime(Refusal):
    """Not this time."""

    code = "NOT_THIS_TIME"
    vi = "Lần này không được."


async def rename_citizen(tx: Any, request: Request, *, citizen: UUID, name: str) -> UUID:
    if name == "no":
        raise NotThisTime
    return citizen


async def give_verdict(tx: Any, request: Request, *, citizen: UUID, words: str) -> UUID:
    if words == "no":
        raise NotThisTime
    return citizen


for function in (creed, give_verdict, verdicts):
    function.__module__ = "resolvers.party.anywhere"


@table(verdict)
@strawberry.federation.type(keys=["id"])
class Verdict(Node):
    id: strawberry.ID
    words: str
    citizen: Annotated["Citizen", strawberry.lazy("tests.gateway.graph.party_fixture")] = ref(
        "citizen_id", inherited=True
    )


@table(badge)
@strawberry.type
class Badge:
    id: strawberry.ID


@table(citizen)
@strawberry.federation.type(keys=["id"])
class Citizen(Node):
    id: strawberry.ID
    name: str
    verdicts: list[Verdict] = many(on={"citizen_id": "id"}, order=())


GiveVerdictResult = Annotated[Citizen | Refused, strawberry.union("GiveVerdictResult")]


@strawberry.type
class Query:
    me: Citizen | None = one(me)
    verdicts: list[Verdict] = many(verdicts, order=())
    badges: list[Badge] = many(badges, order=())
    creed: str = computed(creed, needs=())
    node: Node | None = lookup()


@strawberry.type
class Mutation:
    rename_citizen: Citizen | None = deed(
        rename_citizen, args={"citizen": strawberry.ID, "name": str}
    )
    give_verdict: GiveVerdictResult = deed(
        give_verdict, args={"citizen": strawberry.ID, "words": str}
    )


schema = Schema(query=Query, mutation=Mutation, types=[Verdict], federation_version="2.9")


class Noting:
    """A database that answers everything with nothing, and notes what it was asked."""

    def __init__(self, *, party: "Noting | None" = None) -> None:
        self.party = party
        self.asked: list[str] = []
        self.begun: list[Reach | None] = []
        self.ran: list[dict[str, Any]] = []

    async def text(self, sql: str, arguments: Any) -> bytes:
        self.asked.append(sql)
        return b'{"data":{}}'

    @asynccontextmanager
    async def writing(
        self, fence: Reach | None = None, stamp: str = ""
    ) -> AsyncIterator["_NotingTransaction"]:
        self.begun.append(fence)
        yield _NotingTransaction(self)

    @property
    def untouched(self) -> bool:
        return not (self.asked or self.begun)


class _NotingTransaction:
    def __init__(self, database: Noting) -> None:
        self._database = database

    async def text(self, sql: str, arguments: Any) -> bytes:
        self._database.asked.append(sql)
        return b'{"name":"An"}'

    async def run(self, statement: ColumnElement[Any], /, **values: Any) -> int:
        self._database.ran.append(values)
        return 1

    async def value(self, statement: ColumnElement[Any], /, **values: Any) -> None:
        """The fence is opened before the payload is read; there is none here."""


def request(*, party: bool = False, language: str = "en") -> Request:
    """Somebody's request, by the Party's entrance or by the ordinary one."""
    reach = Reach(
        SOMEBODY,
        TODAY,
        1,
        party_person=SOMEBODY if party else UUID(int=0),
        party_bodies=frozenset({BODY}) if party else frozenset(),
    )
    return Request(reach, datetime(2026, 11, 22, 9, tzinfo=UTC), TODAY, language)
