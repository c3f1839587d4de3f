"""For each person a schema of views, in which every table is narrowed by its `visible`."""

import re
from collections.abc import Mapping, Sequence

from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.sql.elements import ClauseElement

from gateway.postgres.roles import Connection
from resolvers.core.request import Request
from resolvers.core.visibility import Public, visibility
from tests.graph.fixture_tables import SCHEMA, metadata

DIALECT = PGDialect_asyncpg()  # type: ignore[no-untyped-call]


def seen_by(name: str) -> str:
    """The schema of one person's views."""
    return f"{SCHEMA}_seen_by_{name}"


async def make_views(owner: Connection, people: Mapping[str, Request]) -> None:
    for name, request in people.items():
        await owner.execute(f"drop schema if exists {seen_by(name)} cascade")
        await owner.execute(f"create schema {seen_by(name)}")
        for table in metadata.tables.values():
            if table.name == "stamp":
                continue
            condition = visibility(table)
            where = "true" if isinstance(condition, Public) else _written(condition, request)
            await owner.execute(
                f"create view {seen_by(name)}.{table.name} as select * from {table} where {where}"
            )


def _written(condition: ClauseElement, request: Request) -> str:
    """The predicate with the reach's values written into it."""
    state = condition.compile(dialect=DIALECT).construct_expanded_state(request.reach.binds())
    names: Sequence[str] = state.positiontup or ()

    def value(found: re.Match[str]) -> str:
        given = state.parameters[names[int(found[1]) - 1]]
        return f"'{{{','.join(map(str, given))}}}'" if isinstance(given, list) else f"'{given}'"

    return re.sub(r"\$(\d+)", value, state.statement)
