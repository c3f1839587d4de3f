"""A schema that uses every word of the mapping, over tables of its own."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated

import strawberry

from schema.mapping import (
    ORDINAL,
    becomes,
    column,
    computed,
    connection,
    deed,
    elements,
    guarded,
    lookup,
    lookups,
    many,
    one,
    ref,
    row,
    table,
)
from schema.shapes import Connection, Node, Refused
from tests.graph import fixture_questions as ask
from tests.graph import fixture_tables as tables

LazyUnit = Annotated["Unit", strawberry.lazy("tests.graph.fixture_schema")]
LazyPerson = Annotated["Person", strawberry.lazy("tests.graph.fixture_schema")]
LazySheet = Annotated["Sheet", strawberry.lazy("tests.graph.fixture_schema")]


@strawberry.enum
class State(Enum):
    OPEN = "open"
    CLOSED = strawberry.enum_value("closed", description="Over.")


@strawberry.enum
class Mood(Enum):
    GOOD = "GOOD"
    BAD = "BAD"


@table(tables.area)
@strawberry.type
class Area:
    code: str
    name: str
    level: str
    parent: Annotated["Area", strawberry.lazy("tests.graph.fixture_schema")] | None = ref(
        on={"parent_code": "code"}
    )


@row
@strawberry.type
class Summary:
    sheets: int
    sum: Decimal | None
    latest: date | None
    filled: bool = column("any")


@row
@strawberry.type
class StateCount:
    state: State
    sheets: int


@table(tables.agency)
@strawberry.federation.type(keys=["id", "code"])
class Agency(Node):
    id: strawberry.ID
    name: str
    code: str
    area: Area = ref(on={"area_code": "code"})
    units: Connection[LazyUnit] = connection(on={"agency_id": "id"}, order=("name",))
    people: Connection[LazyPerson] = connection(on={"agency_id": "id"}, order=("sort_key desc",))
    sheets: Connection[LazySheet] = connection(
        on={"agency_id": "id"},
        order=("period desc",),
        where=ask.of_period,
        args={"period": date | None},
    )


@table(tables.unit)
@strawberry.federation.type(keys=["id"])
class Unit(Node):
    id: strawberry.ID
    name: str
    place: int = column("order")
    opened_on: date
    closed_on: date | None
    version: int
    agency: Agency | None = ref("agency_id")
    owner: Agency = ref("agency_id", inherited=True)
    parent: LazyUnit | None = ref("parent_id")
    children: list[LazyUnit] = many(on={"parent_id": "id"}, order=("order desc", "name"))
    people: list[LazyPerson] = many(on={"unit_id": "id"}, order=("sort_key",), at_most=50)
    sheets: Connection[LazySheet] = connection(
        ask.worklist_of_any, on={"unit_id": "id"}, order=("name_key", "period")
    )
    summary: Summary | None = one(ask.unit_summaries, on={"unit_id": "id"})


@table(tables.person)
@strawberry.federation.type(keys=["id"])
class Person(Node):
    id: strawberry.ID
    name: str
    shouted: str = column(ask.SHOUTED)
    phone: str | None = guarded(when=ask.OWN)
    born: date | None
    tags: list[str]
    moods: list[Mood] | None
    active: bool
    unit: Unit | None = ref("unit_id")
    greeting: str = computed(ask.greetings, needs=("name",), args={"word": str | None})
    sheets: list[LazySheet] = many(
        on={"person_id": "id"}, order=("period desc",), where=tables.sheet.c.version > 0
    )


@table(tables.product)
@strawberry.type
class Product(Node):
    id: strawberry.ID
    name: str
    coefficient: Decimal


@table(tables.line)
@strawberry.type
class Line:
    number: int
    units: Decimal
    late: bool | None
    note: str | None
    product: Product | None = ref("product_id")
    person: Person = ref("person_id", inherited=True)


@strawberry.type
class Mark:
    number: int
    criterion: str
    self_mark: Decimal | None = strawberry.field(name="self")
    head_mark: Decimal | None = strawberry.field(name="head")


@strawberry.type
class Told:
    text: str
    value: Decimal | None
    parts: list[Annotated["Told", strawberry.lazy("tests.graph.fixture_schema")]]


@table(tables.sheet)
@strawberry.federation.type(keys=["id"])
class Sheet(Node):
    id: strawberry.ID
    period: date
    state: State
    mood: Mood | None
    total: Decimal | None = guarded(when=tables.SHOWN)
    ratio: float | None
    comment: str | None
    days: list[date]
    moments: list[datetime] | None
    weights: list[Decimal]
    released_at: datetime | None
    version: int
    line_count: int = column(ask.LINES)
    marks: list[Mark] | None = elements(
        {
            "number": ORDINAL,
            "criterion": ask.CRITERIA,
            "self_mark": "self_marks",
            "head_mark": guarded("head_marks", when=tables.SHOWN),
        }
    )
    own_marks: list[Mark] | None = elements(
        {
            "self_mark": "self_marks",
            "number": ORDINAL,
            "criterion": ask.CRITERIA,
            "head_mark": ask.NO_MARKS,
        }
    )
    person: Person = ref("person_id", inherited=True)
    unit: Unit | None = ref("unit_id")
    scored_by: Person | None = ref("scored_by")
    lines: list[Line] = many(on={"sheet_id": "id"}, order=("number",))
    double: Decimal | None = computed(ask.double_totals, needs=("total",))
    told: list[Told] = computed(ask.explained, needs=("id", "period", "total", "state", ask.LINES))
    actions: list[str] = computed(ask.actions, needs=("state",))
    feeling: Mood | None = computed(ask.moods, needs=("mood",))


@strawberry.type
class Query:
    me: Person | None = one(ask.me)
    sheet: Sheet | None = one(ask.sheet_by_id, args={"id": strawberry.ID})
    worklist: list[Sheet] = many(
        ask.worklist,
        args={"unit": strawberry.ID, "period": date | None},
        order=("name_key", "period desc"),
    )
    sheets: Connection[Sheet] = connection(
        ask.sheets,
        args={"state": State | None, "states": list[State] | None, "text": str | None},
        order=("period desc",),
    )
    ranked: Connection[Sheet] = connection(ask.sheets, order=("mood", "version desc"))
    units: list[Unit] = many(ask.units, args={"name": str | None}, order=("order",))
    busy_units: list[Unit] = many(ask.units_with_sheets, order=("name",))
    agencies: Connection[Agency] = connection(ask.agencies, order=("code",))
    summary: Summary = one(ask.summary)
    states: list[StateCount] = many(ask.states, order=("state",))
    server_time: str = computed(ask.server_time, args={"days": int | None})
    node: Node | None = lookup()
    nodes: list[Node | None] = lookups()


@becomes(ask.Mark)
@strawberry.input
class MarkInput:
    criterion: str
    points: Decimal
    note: str | None = strawberry.UNSET


RenameUnitResult = Annotated[Unit | Refused, strawberry.union("RenameUnitResult")]
ScoreManyResult = Annotated[Sheet | Refused, strawberry.union("ScoreManyResult")]


@strawberry.type
class GivenMark:
    criterion: str
    points: Decimal
    note: str | None


@strawberry.type
class Scored:
    sheet: Sheet | None
    others: list[Sheet | None]
    marks: list[GivenMark]
    when: datetime


@strawberry.type
class Mutation:
    rename_unit: RenameUnitResult = deed(
        ask.rename_unit,
        args={"id": strawberry.ID, "name": str, "note": str | None, "reason": str | None},
    )
    rename: Unit | None = deed(ask.rename_unit, args={"id": strawberry.ID, "name": str})
    move_away: Unit = deed(ask.move_away, args={"id": strawberry.ID, "to": strawberry.ID})
    score: Scored = deed(ask.score, args={"sheet": strawberry.ID, "marks": list[MarkInput]})
    score_many: list[ScoreManyResult] = deed(ask.score_many, args={"sheets": list[strawberry.ID]})
    reappoint: Unit | None = deed(ask.reappoint, args={"id": strawberry.ID})
    break_down: Unit | None = deed(ask.break_down, args={"id": strawberry.ID})


schema = strawberry.federation.Schema(
    query=Query,
    mutation=Mutation,
    types=[Agency, Unit, Person, Product, Sheet],
    federation_version="2.9",
)
