"""The sample as of some days, and a graph over it that its people ask."""

import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import pytest

from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from gateway.demo.building import build
from gateway.demo.cast import cast
from gateway.demo.scene import MARCH
from gateway.graph import Ask, Graph
from gateway.numbers import NumberSealer
from gateway.postgres.pool import speak_json
from gateway.postgres.roles import Connection
from resolvers.core import modules
from resolvers.core.request import Request
from resolvers.party import enter_party
from resolvers.people import reach_of_person
from resolvers.statute.months import months_after
from tests import databases

SEALER = NumberSealer(b"a secret of the tests, 32 bytes at least")
MODULES = frozenset({modules.PARTY})
FIRST_YEAR = 2026
CLOSED = {
    date(2026, 3, 10): 2,
    date(2026, 6, 12): 5,
    date(2026, 11, 30): 4,
    date(2026, 12, 15): 2,
    date(2027, 1, 12): 6,
}
"""How many closed months the sample of a day has here: few, but a quarter where one is over, and
in January as many as it takes to be classified for the year."""
QUARTERS = {
    date(2026, 6, 12): ["PROPOSED"],
    date(2026, 11, 30): ["PROPOSED"],
    date(2027, 1, 12): ["PAID", "PROPOSED"],
}
"""Days whose sample has quarters that are over, and how far their lists have come."""
DAYS = [
    pytest.param(day, marks=[] if place == 0 else pytest.mark.slow, id=str(day))
    for place, day in enumerate(CLOSED)
]


@dataclass(frozen=True)
class Shown:
    """The sample as of a day, and the graph over it."""

    graph: Graph
    database: PgDatabase
    owner: Connection
    today: date
    values: Mapping[str, Any]
    """What questions may name: agencies, units, months, the year."""

    async def ask(self, who: str, document: str, values: Mapping[str, Any], party: bool) -> Any:
        """What an account's person is answered, at whichever entrance."""
        database = self.database.party if party else self.database
        assert database is not None
        async with database.reading() as tx:
            reach = await reach_of_person(tx, self.values[who], self.today)
            reach = await enter_party(tx, reach) if party else reach
        now = datetime.combine(self.today, time(14, tzinfo=VIETNAM))
        request = Request(reach, now, self.today, channel="portal", modules=MODULES)

        async def renewed() -> Request:
            return request

        ask = Ask(document, variables={name: str(value) for name, value in values.items()})
        answer = await self.graph.respond(ask, request, self.database, renewed=renewed)
        told = json.loads(answer.body)
        assert "errors" not in told, told
        return told["data"]

    async def seen(self, who: str, field: str, selection: str, *, party: bool = False) -> Any:
        """What an account's person is answered for one field; of a connection, its nodes."""
        used = {name: self.values[name] for name in re.findall(r"\$(\w+)", field)}
        declared = ", ".join(f"${name}: {TYPES.get(name, 'ID!')}" for name in used)
        document = f"query{declared and f'({declared})'} {{ {field} {selection} }}"
        (told,) = (await self.ask(who, document, used, party)).values()
        return told["nodes"] if isinstance(told, dict) and "nodes" in told else told


TYPES = {"closed": "Date!", "open": "Date!"}


async def values_of(owner: Connection, today: date) -> dict[str, Any]:
    """What questions may name, and whom each account belongs to."""
    people = {row["full_name"]: row["id"] for row in await owner.fetch(PEOPLE)}
    agencies = {row["kind"]: row["id"] for row in await owner.fetch(AGENCIES)}
    return {
        **{each.login: people[each.name] for each in cast().people if each.login},
        **{each.part: people[each.name] for each in cast().people if each.part},
        "communeAgency": agencies["commune"],
        "provinceAgency": agencies["province"],
        "communeRoot": await owner.fetchval(ROOT),
        "open": today.replace(day=1),
        "closed": months_after(today.replace(day=1), -1),
    }


PEOPLE = "select full_name, id from congtam.person"
AGENCIES = "select kind, id from congtam.agency"
ROOT = (
    "select u.id from congtam.unit u join congtam.agency a on a.id = u.agency_id"
    " where a.kind = 'commune' and not exists (select from congtam.unit_placement p"
    " join congtam.unit above on above.id = p.parent_id"
    " where p.unit_id = u.id and above.agency_id = a.id)"
)


@asynccontextmanager
async def shown_as_of(
    today: date, server: databases.Running, name: str, graph: Graph
) -> AsyncIterator[Shown]:
    """The sample as of a day, made in a database of its own, which is dropped at the end."""
    access = await databases.copy(server, name)
    async with PgDatabase(access, reading=4, writing=6, party=2) as database:
        await build(database, SEALER, today, print, closed_months=CLOSED[today])
        owner = await access.owner.connect()
        await speak_json(owner)
        yield Shown(graph, database, owner, today, await values_of(owner, today))
        await owner.close()
    await databases.drop(server, name)


def reviewed(shown: Shown) -> int:
    """The year that is reviewed on the sample's day."""
    return shown.today.year - (shown.today.month <= MARCH and shown.today.year > FIRST_YEAR)


def name_of(part: str) -> str:
    """The person who has a part in the sample."""
    return next(each.name for each in cast().people if part in (each.part, each.login))


def count(rows: Iterable[Any], key: str = "state") -> Counter[str | None]:
    return Counter(row[key] for row in rows)
