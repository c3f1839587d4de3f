"""The words in which a GraphQL type says where its values live.

Nothing here runs. `gateway.graph` reads these declarations when the program starts, checks them
against the tables (a wrong word stops the start), and compiles an operation into one SQL statement.

    @table(evaluations.sheet)                                # one row of this table is one Sheet
    @strawberry.federation.type(keys=["id"])
    class Sheet(Node):
        id: strawberry.ID                                    # the column of the same name
        state: SheetState                                    # enum: the member's value is stored
        month: date = column("period")                       # a column of another name
        until: date | None = column(evaluations.until)       # an SQL expression over the table
        total: Decimal | None = guarded("total", when=evaluations.released)      # else null
        person: Person = ref("person_id", inherited=True)    # who sees the sheet sees its person
        posting: Posting | None = ref(on={"posting_id": "id"})         # own: the target's
        lines: list[Line] = many(on={"sheet_id": "id"}, order=("number",))       # asks for `first`
        steps: list[Step] = many(on={"sheet_id": "id"}, order=("number",), at_most=12)
        marks: list[Mark] = elements({"criterion": "criteria", "head": guarded("marks", when=…)})
        history: Connection[Version] = connection(on={"sheet_id": "id"}, order=("number desc",))
        summary: Summary | None = one(evaluations.summaries, on={"sheet_id": "id"})
        actions: list[str] = computed(evaluations.actions, needs=("state", "unit_id"))

    @row                                                     # one row of an aggregate:
    @strawberry.type                                         # its labelled columns
    class Summary:
        sheets: int

    @strawberry.type
    class Query:
        sheet: Sheet | None = one(evaluations.by_id, args={"id": strawberry.ID})
        worklist: list[Sheet] = many(
            evaluations.worklist, args={"unit": strawberry.ID, "month": date}, order=("name_key",)
        )
        sheets: Connection[Sheet] = connection(
            evaluations.sheets, args={"state": SheetState | None}, order=("period desc",)
        )
        node: Node | None = lookup()
        nodes: list[Node | None] = lookups()

    @strawberry.type
    class Mutation:
        score_sheet: ScoreSheetResult = deed(
            evaluations.score_sheet, args={"sheet": strawberry.ID, "marks": list[MarkInput]}
        )

A **question** is a function that returns a SQLAlchemy `Select`. It is called once, when an
operation is compiled, with a typed bind parameter for each argument that has a value. An argument
that is omitted or null is not passed, so the function's own default speaks; so it is with a deed's
arguments that have a default and cannot be None. It selects a whole
table (`select(table).where(…)`; extra labelled columns may be named in `order`) for a type with
`@table`, and labelled columns for a type with `@row`. Values of the request are read by name:
`bindparam("today")`, `bindparam("now")` and the `reach_…` of `resolvers.core.visibility`. It has no
order and no limit: `order` says the one ("column", "column desc"; always completed by the key), the
compiler adds the other, and the `visible` of every table in it. `on` (child column: parent column)
hangs a question, or the child's table, on the parent's row.

`where` narrows a list by a predicate over the child's table, or by a function of `args` giving one.
What is not null in GraphQL must be not null in the table. Times are written with the offset +07:00,
decimals as strings; ids are UUIDs.

A computed `function(request, rows, **args)` receives a list of tuples (the distinct rows, in the
order of `needs`: column names or SQL expressions over the table) and returns as many values:
scalars, enum members, lists, or objects of a plain type (attributes or mapping keys). A needed
column that is guarded arrives guarded. A deed's
`function(tx, request, **args)` returns the id of a type with `@table` (read back in the same
transaction), or an object of a plain type whose fields may themselves hold such ids.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument

from schema.declarations import (
    MAPPING,
    Column,
    Computed,
    Deed,
    Elements,
    Lookup,
    Many,
    One,
    Ordinal,
    Paged,
    Question,
    Ref,
)

T = TypeVar("T")
Arguments = Mapping[str, Any]
ORDINAL = Ordinal()
"""The place of an element in its list, counted from one."""


def _declared(declaration: Any, args: Arguments | None = None, **options: Any) -> Any:
    declared = strawberry.field(metadata={MAPPING: declaration}, **options)
    declared.arguments = [
        StrawberryArgument(name, None, StrawberryAnnotation(annotation))
        for name, annotation in (args or {}).items()
    ]
    return declared


def table(source: Any) -> Callable[[type[T]], type[T]]:
    """Say which table (of `resolvers`) a type's rows live in; its `visible` guards them all."""

    def declare(cls: type[T]) -> type[T]:
        cls.__table__ = source  # type: ignore[attr-defined]
        return cls

    return declare


def row(cls: type[T]) -> type[T]:
    """Say that a type's values are the labelled columns of its question."""
    cls.__table__ = None  # type: ignore[attr-defined]
    return cls


def becomes(target: Callable[..., Any]) -> Callable[[type[T]], type[T]]:
    """Say which frozen value of `resolvers` an input turns into; without it, a plain dict."""

    def declare(cls: type[T]) -> type[T]:
        cls.__becomes__ = target  # type: ignore[attr-defined]
        return cls

    return declare


def column(source: Any, **options: Any) -> Any:
    """A column of another name, or an SQL expression over the row's table."""
    return _declared(Column(source), **options)


def guarded(source: Any = None, *, when: Any, **options: Any) -> Any:
    """A nullable value that is null wherever `when` does not hold."""
    return _declared(Column(source, when), **options)


def ref(
    key: str | None = None,
    *,
    on: Mapping[str, str] | None = None,
    inherited: bool = False,
    **options: Any,
) -> Any:
    """The one row that this row points at; nullable unless public or `inherited`.

    `inherited`: whoever may see this row may see that one; its own `visible` is not asked.
    """
    if (key is None) == (on is None):
        raise TypeError("ref needs either a column or `on`")
    return _declared(Ref(on or {str(key): "id"}, inherited), **options)


def one(
    question: Question,
    *,
    on: Mapping[str, str] | None = None,
    args: Arguments | None = None,
    **options: Any,
) -> Any:
    """The one row of a question, if there is one: at the root, or for each parent row by `on`."""
    return _declared(One(question, on or {}), args, **options)


def many(
    question: Question | None = None,
    *,
    on: Mapping[str, str] | None = None,
    order: Sequence[str],
    where: Any = None,
    args: Arguments | None = None,
    at_most: int | None = None,
    inherited: bool = False,
    **options: Any,
) -> Any:
    """A list in a fixed order. It asks for `first`, unless at most so many rows can ever exist."""
    asked = dict(args or {}) if at_most else {**(args or {}), "first": int}
    return _declared(Many(question, on or {}, order, where, inherited, at_most), asked, **options)


def connection(
    question: Question | None = None,
    *,
    on: Mapping[str, str] | None = None,
    order: Sequence[str],
    where: Any = None,
    args: Arguments | None = None,
    inherited: bool = False,
    **options: Any,
) -> Any:
    """A Relay connection, paged by key; annotate it `Connection[Type]`."""
    paging = {"first": int | None, "after": str | None, "last": int | None, "before": str | None}
    declaration = Paged(question, on or {}, order, where, inherited)
    return _declared(declaration, {**(args or {}), **paging}, **options)


def elements(columns: Mapping[str, Any], **options: Any) -> Any:
    """A list of small objects from parallel array columns; null where the first of them is null.

    Keys are fields of the plain element type; values a column's name, an SQL expression,
    `guarded(…)` or `ORDINAL`.
    """
    return _declared(
        Elements({name: _element(source) for name, source in columns.items()}), **options
    )


def _element(source: Any) -> Column | Ordinal:
    if isinstance(source, Ordinal):
        return source
    declared: Mapping[str, Any] | None = getattr(source, "metadata", None)
    if declared and isinstance(declared.get(MAPPING), Column):
        found: Column = declared[MAPPING]
        return found
    return Column(source)


def computed(
    function: Callable[..., Sequence[Any]],
    *,
    needs: Sequence[Any] = (),
    args: Arguments | None = None,
    **options: Any,
) -> Any:
    """A value that only Python can give, for all rows of an answer at once."""
    return _declared(Computed(function, tuple(needs)), args, **options)


def lookup(**options: Any) -> Any:
    """A row by `id`, of whichever type has it, if it is visible."""
    return _declared(Lookup(), {"id": strawberry.ID}, **options)


def lookups(**options: Any) -> Any:
    """Rows by `ids`: as many answers as ids, in their order, null where nothing is visible."""
    return _declared(Lookup(), {"ids": list[strawberry.ID]}, **options)


def deed(function: Callable[..., Any], *, args: Arguments | None = None, **options: Any) -> Any:
    """A change. Every deed also accepts `idempotencyKey`."""
    return _declared(Deed(function), {**(args or {}), "idempotency_key": str | None}, **options)
