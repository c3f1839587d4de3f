"""A few rows with fixed ids, and the people who look at them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from authz.reach import Headship, Reach
from gateway.database import PgDatabase
from gateway.postgres.roles import READER, WRITER, Connection
from resolvers.core.request import Request
from tests.graph import fixture_tables as tables

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
TODAY = date(2026, 3, 15)
NOW = datetime(2026, 3, 15, 2, 0, tzinfo=UTC)
STAMP = 7
HOSTILE = "it's \"q\\uoted\" $1 {0} \x01\x02\x03 \x7f \u2028 'x'||'y' ấn, 😀 </script>"


def uid(number: int) -> UUID:
    return UUID(int=number)


A, B = uid(0xA1), uid(0xA2)
U1, U2, U3, W1 = uid(0xB1), uid(0xB2), uid(0xB3), uid(0xB4)
AN, BINH, CHI, DUNG, EM, PHUC = (uid(number) for number in range(0xC1, 0xC7))
S1, S2, S3, S4, S5 = (uid(number) for number in range(0xD1, 0xD6))
P1, P2 = uid(0xE1), uid(0xE2)


def request_of(reach: Reach) -> Request:
    return Request(reach=reach, now=NOW, today=TODAY, language="en", trace_id="f" * 32)


def _reach(person: UUID, **shown: Any) -> Request:
    return request_of(Reach(person=person, today=TODAY, stamp=STAMP, **shown))


PEOPLE: Mapping[str, Request] = {
    "an": _reach(
        AN,
        headed={U1: Headship(U1)},
        units=frozenset({U1}),
        colleagues=frozenset({A}),
        fence=frozenset({A}),
    ),
    "binh": _reach(BINH, colleagues=frozenset({A}), fence=frozenset({A})),
    "chi": _reach(CHI, headed={U2: Headship(U2)}, colleagues=frozenset({A}), fence=frozenset({A})),
    "dung": _reach(DUNG, agencies=frozenset({A}), colleagues=frozenset({A}), fence=frozenset({A})),
    "em": _reach(EM, colleagues=frozenset({B}), fence=frozenset({B})),
    "nobody": _reach(uid(0)),
}
"""An heads U1, Binh and Phuc are her staff; Chi heads U2; Dung inspects agency A; Em is of B."""


def _person(id: UUID, agency: UUID, unit: UUID | None, name: str, key: str, **more: Any) -> Any:
    return {
        "id": id,
        "agency_id": agency,
        "unit_id": unit,
        "name": name,
        "sort_key": key,
        "phone": f"09{id.int}",
        "born": date(1980, 1, id.int % 28 + 1),
        "tags": ["a", HOSTILE],
        "moods": ["GOOD"],
        "active": True,
    } | more


def _sheet(id: UUID, month: int, unit: UUID, person: UUID, **more: Any) -> Any:
    return {
        "id": id,
        "period": date(2026, month, 1),
        "agency_id": A,
        "unit_id": unit,
        "person_id": person,
        "scored_by": None,
        "state": "open",
        "mood": None,
        "total": None,
        "ratio": None,
        "comment": None,
        "self_marks": None,
        "head_marks": None,
        "days": [date(2026, month, 2)],
        "moments": None,
        "weights": [Decimal("0.50"), Decimal("1")],
        "released_at": None,
        "version": 1,
    } | more


def _line(number: int, sheet: UUID, person: UUID, unit: UUID, **more: Any) -> Any:
    return {
        "id": uid((sheet.int << 8) + number),
        "sheet_id": sheet,
        "person_id": person,
        "unit_id": unit,
        "product_id": P1,
        "number": number,
        "units": Decimal("40.0"),
        "late": None,
        "note": None,
    } | more


ROWS: Mapping[Table, list[dict[str, Any]]] = {
    tables.stamp: [{"stamp": STAMP}],
    tables.area: [
        {"code": "38", "name": "Thanh Hóa", "level": "province", "parent_code": None},
        {"code": "380", "name": "Nghĩa Lâm", "level": "commune", "parent_code": "38"},
    ],
    tables.agency: [
        {"id": A, "name": "Xã A", "area_code": "380", "code": "A"},
        {"id": B, "name": "Xã B", "area_code": "38", "code": "B"},
    ],
    tables.unit: [
        {
            "id": id,
            "agency_id": agency,
            "parent_id": parent,
            "name": name,
            "order": order,
            "opened_on": date(2025, 7, 1),
            "closed_on": None,
            "version": 1,
        }
        for id, agency, parent, name, order in (
            (U1, A, None, "Văn phòng", 1),
            (U2, A, U1, "Phòng Kinh tế", 2),
            (U3, A, U1, HOSTILE, 2),
            (W1, B, None, "Văn phòng B", 1),
        )
    ],
    tables.person: [
        _person(AN, A, U1, "Lê Thị An", "an le thi"),
        _person(BINH, A, U1, "Trần Bình", "binh tran"),
        _person(CHI, A, U2, "Vũ Chi", "chi vu", moods=None, born=None),
        _person(DUNG, A, None, "Hồ Dũng", "dung ho", moods=["BAD", "GOOD"], tags=[]),
        _person(EM, B, W1, "Ngô Em", "em ngo", active=False),
        _person(PHUC, A, U1, HOSTILE, None),
    ],
    tables.sheet: [
        _sheet(
            S1,
            3,
            U1,
            BINH,
            state="closed",
            mood="GOOD",
            total=Decimal("89.990"),
            ratio=0.1,
            comment=HOSTILE,
            scored_by=AN,
            self_marks=[Decimal("3"), Decimal("2.50"), Decimal("1")],
            head_marks=[Decimal("3"), Decimal("2.25"), Decimal("0")],
            moments=[datetime(2026, 3, 31, 17, 0, 0, 1, tzinfo=UTC)],
            released_at=datetime(2026, 4, 1, 1, 2, 3, 456789, tzinfo=UTC),
        ),
        _sheet(
            S2,
            2,
            U1,
            BINH,
            mood="BAD",
            total=Decimal("70"),
            self_marks=[Decimal("1"), Decimal("2"), Decimal("3")],
            head_marks=[Decimal("1"), Decimal("1"), Decimal("1")],
        ),
        _sheet(S3, 3, U1, PHUC, version=2),
        _sheet(S4, 3, U2, CHI, total=Decimal("50.5"), scored_by=AN, mood="GOOD"),
        _sheet(S5, 3, U1, AN, total=Decimal("99")),
    ],
    tables.product: [
        {"id": P1, "agency_id": A, "name": "Báo cáo", "coefficient": Decimal("1.25")},
        {"id": P2, "agency_id": B, "name": "Tờ trình", "coefficient": Decimal("2")},
    ],
    tables.line: [
        *[_line(number, S1, BINH, U1, late=number % 2 == 0) for number in range(1, 4)],
        _line(1, S2, BINH, U1, product_id=None, note=HOSTILE),
        _line(1, S3, PHUC, U1, product_id=P2),
        _line(1, S4, CHI, U2),
    ],
}


def scattered(seed: int) -> dict[Table, list[dict[str, Any]]]:
    """The same people and units, with other rows about them: as many worlds as seeds."""
    chance = Random(seed)  # nothing secret depends on it
    people = [row["id"] for row in ROWS[tables.person]]
    units = [row["id"] for row in ROWS[tables.unit]]
    rows = {table: [dict(row) for row in found] for table, found in ROWS.items()}
    for row in rows[tables.person]:
        row |= {
            "unit_id": chance.choice([None, *units]),
            "agency_id": chance.choice([A, A, B]),
            "sort_key": chance.choice([None, "a", "b", "ă", "Z"]),
        }
    for row in rows[tables.unit]:
        row |= {"order": chance.randint(1, 2), "name": chance.choice(["Văn phòng", "B", "a"])}
    rows[tables.sheet] = [
        _sheet(
            uid(0xD0 + number),
            chance.randint(1, 3),
            chance.choice(units),
            chance.choice(people),
            agency_id=chance.choice([A, B]),
            state=chance.choice(["open", "closed"]),
            mood=chance.choice([None, "GOOD", "BAD"]),
            total=chance.choice([None, Decimal("0"), Decimal("89.9900"), Decimal("1e3")]),
            comment=chance.choice([None, "", HOSTILE]),
            scored_by=chance.choice([None, *people]),
            self_marks=chance.choice([None, [], [Decimal("1.5"), None]]),
            head_marks=chance.choice([None, [Decimal("2")] * 3]),
            released_at=chance.choice([None, NOW]),
            version=chance.randint(0, 2),
        )
        for number in range(1, chance.randint(1, 9))
    ]
    rows[tables.line] = [
        _line(
            number,
            uid(0xD0 + chance.randint(1, 9)),
            chance.choice(people),
            chance.choice(units),
            product_id=chance.choice([None, P1, P2]),
            note=chance.choice([None, HOSTILE]),
        )
        for number in range(1, chance.randint(1, 12))
    ]
    return rows


async def make_tables(owner: Connection) -> None:
    """Lay out the schema, readable and writable by the program's roles."""
    await owner.execute(f"drop schema if exists {tables.SCHEMA} cascade")
    await owner.execute(f"create schema {tables.SCHEMA}")
    for table in tables.metadata.sorted_tables:
        await owner.execute(str(CreateTable(table).compile(dialect=_DIALECT)))
        for index in table.indexes:
            await owner.execute(str(CreateIndex(index).compile(dialect=_DIALECT)))
    roles = f"{READER}, {WRITER}"
    await owner.execute(
        f"grant usage on schema {tables.SCHEMA} to {roles};"
        f" grant select, insert, update, delete on all tables in schema {tables.SCHEMA} to {roles}"
    )


async def fill(owner: Connection, rows: Mapping[Table, list[dict[str, Any]]]) -> None:
    """Replace everything that the tables hold."""
    names = ", ".join(str(table) for table in tables.metadata.sorted_tables)
    await owner.execute(f"truncate {names}")
    for table in tables.metadata.sorted_tables:
        if rows.get(table):
            columns = [column.name for column in table.columns]
            await owner.copy_records_to_table(
                table.name,
                schema_name=tables.SCHEMA,
                columns=columns,
                records=[tuple(row[name] for name in columns) for row in rows[table]],
            )


class Counted:
    """The driver, counting the statements that compiled reads run."""

    def __init__(self, database: PgDatabase, statements: list[str] | None = None) -> None:
        self._database = database
        self.statements: list[str] = [] if statements is None else statements
        of_party = database.party
        self.party = None if of_party is None else Counted(of_party, self.statements)

    async def text(self, sql: str, arguments: Any) -> Any:
        self.statements.append(sql)
        return await self._database.text(sql, arguments)

    def writing(self, fence: Reach | None = None, stamp: str = "") -> Any:
        return self._database.writing(fence, stamp)
