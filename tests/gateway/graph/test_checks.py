"""A schema that says what its tables cannot keep does not start."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
import strawberry
from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    Select,
    Table,
    Text,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from gateway.graph import Graph, SchemaMistake
from resolvers.core.visibility import PERSON, PUBLIC, Undeclared, visible
from schema.mapping import (
    column,
    computed,
    connection,
    elements,
    guarded,
    lookup,
    many,
    one,
    ref,
    table,
)
from schema.shapes import Connection, Node

metadata = MetaData()
_ID = UUID(as_uuid=True)
shelf = Table("shelf", metadata, Column("id", _ID, primary_key=True), Column("name", Text))
secret = Table(
    "secret", metadata, Column("id", _ID, primary_key=True), Column("text", Text, nullable=False)
)
forgotten = Table("forgotten", metadata, Column("id", _ID, primary_key=True))
book = Table(
    "book",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("title", Text, nullable=False),
    Column("subtitle", Text),
    Column("pages", Integer, nullable=False),
    Column("price", Numeric, nullable=False),
    Column("printed", Date, nullable=False),
    Column("tags", ARRAY(Text), nullable=False),
    Column("extra", JSONB, nullable=False),
    Column("shelf_id", _ID, ForeignKey("shelf.id"), nullable=False),
    Column("old_shelf_id", _ID, nullable=False),
    Column("next_shelf_id", _ID, ForeignKey("shelf.id")),
    Column("secret_id", _ID, ForeignKey("secret.id"), nullable=False),
)
visible(shelf, PUBLIC)
visible(secret, secret.c.id == PERSON)
visible(book, book.c.id == PERSON)


@table(shelf)
@strawberry.type
class Shelf(Node):
    id: strawberry.ID
    name: str | None


@table(secret)
@strawberry.type
class Secret(Node):
    id: strawberry.ID
    text: str


@strawberry.type
class Plain:
    text: str


@strawberry.enum
class Numbered(Enum):
    ONE = 1


def books() -> Select[Any]:
    return select(book)


def graph_with(field: str, annotation: Any, declared: Any = None) -> Graph:
    """A graph whose type Book has this one field more."""
    body: dict[str, Any] = {"__annotations__": {"id": strawberry.ID, field: annotation}}
    if declared is not None:
        body[field] = declared
    cls = table(book)(strawberry.type(type("Book", (), body)))
    query = strawberry.type(
        type(
            "Query",
            (),
            {
                "__annotations__": {"books": list[cls]},  # type: ignore[valid-type]
                "books": many(books, order=("title",)),
            },
        )
    )
    return Graph(strawberry.Schema(query))


GOOD: dict[str, tuple[Any, Any]] = {
    "title": (str, None),
    "subtitle": (str | None, None),
    "price": (Decimal, None),
    "tags": (list[str], None),
    "shelf": (Shelf, ref("shelf_id")),
    "secret": (Secret, ref("secret_id", inherited=True)),
    "hidden": (Secret | None, ref("secret_id")),
    "shown": (str | None, guarded("subtitle", when=book.c.id == PERSON)),
    "loud": (str, column(func.upper(book.c.title))),
    "size": (int, computed(lambda request, rows: [1 for _ in rows], needs=("pages",))),
}
BAD: dict[str, tuple[Any, Callable[[], Any], str]] = {
    "a column that does not exist": (str, lambda: None, "no column it"),
    "a value that may be null": (str, lambda: column("subtitle"), "may be null"),
    "a guarded value that is not nullable": (
        int,
        lambda: guarded("pages", when=book.c.id == PERSON),
        "must be nullable",
    ),
    "a number from text": (int, lambda: column("title"), "does not show a str"),
    "text from a number": (str, lambda: column("pages"), "does not show a int"),
    "a day from text": (date, lambda: column("title"), "does not show a str"),
    "an id from text": (strawberry.ID, lambda: column("title"), "does not show a str"),
    "a list from a scalar": (list[str], lambda: column("title"), "array column"),
    "an object from a column": (Plain, lambda: column("title"), "an object needs"),
    "an enum of numbers": (Numbered, lambda: column("title"), "no stored text"),
    "a ref by a column that does not exist": (Shelf, lambda: ref("nothing"), "no column nothing"),
    "a ref to a column that is not unique": (
        Shelf | None,
        lambda: ref(on={"title": "name"}),
        "not unique",
    ),
    "a ref that may be null": (Shelf, lambda: ref("next_shelf_id"), "may be null"),
    "a ref without a foreign key": (Shelf, lambda: ref("old_shelf_id"), "needs a foreign key"),
    "a ref to a row that may be hidden": (Secret, lambda: ref("secret_id"), "may be hidden"),
    "a ref to a plain type": (Plain | None, lambda: ref("shelf_id"), "@table"),
    "a list by a column that does not exist": (
        list[Shelf],
        lambda: many(on={"nothing": "id"}, order=("name",)),
        "no column nothing",
    ),
    "an order by a column that does not exist": (
        list[Shelf],
        lambda: many(on={"id": "shelf_id"}, order=("nothing",)),
        "no column nothing",
    ),
    "an order in no direction": (
        list[Shelf],
        lambda: many(on={"id": "shelf_id"}, order=("name down",)),
        "is no order",
    ),
    "a many that is no list": (
        Shelf | None,
        lambda: many(on={"id": "shelf_id"}, order=("name",)),
        "needs a list",
    ),
    "one that is a list": (list[Shelf], lambda: one(lambda: select(shelf)), "is no list"),
    "one row that must exist": (Shelf, lambda: one(lambda: select(shelf)), "make it nullable"),
    "a question that is no Select": (Shelf | None, lambda: one(lambda: "select 1"), "no Select"),
    "a question without the columns": (
        Shelf | None,
        lambda: one(lambda: select(shelf.c.name.label("x")), on={"id": "shelf_id"}),
        "no column id",
    ),
    "a question that wants an unknown value": (
        Shelf | None,
        lambda: one(lambda: select(shelf).where(shelf.c.name == bindparam("nobody"))),
        "nobody",
    ),
    "elements without a field of theirs": (
        list[Plain],
        lambda: elements({"other": "tags"}),
        "says nothing of text",
    ),
    "elements from a scalar": (list[Plain], lambda: elements({"text": "title"}), "array"),
    "a computed value that needs an unknown column": (
        int,
        lambda: computed(lambda request, rows: [], needs=("nothing",)),
        "no column nothing",
    ),
    "a lookup beneath a row": (Node | None, lambda: lookup(), "cannot be"),
    "a connection ordered by what no cursor holds": (
        Connection[Shelf],
        lambda: connection(
            lambda: select(shelf, book.c.extra.label("extra")).join(book), order=("extra",)
        ),
        "cannot be ordered",
    ),
}


class TestChecks:
    @pytest.mark.parametrize("field", GOOD)
    def test_a_declaration_that_fits_its_table_starts(self, field: str) -> None:
        annotation, declared = GOOD[field]
        assert f"Book.{field}" in graph_with(field, annotation, declared).probe()

    @pytest.mark.parametrize("mistake", BAD)
    def test_a_mistake_stops_the_start_and_names_its_place(self, mistake: str) -> None:
        annotation, declared, reason = BAD[mistake]
        with pytest.raises(SchemaMistake, match=reason):
            graph_with("it", annotation, declared())

    def test_a_table_that_declares_no_visibility_stops_the_start(self) -> None:
        @table(forgotten)
        @strawberry.type
        class Forgotten:
            id: strawberry.ID

        @strawberry.type
        class Query:
            all: list[Forgotten] = many(lambda: select(forgotten), order=("id",))

        with pytest.raises(Undeclared, match="forgotten"):
            Graph(strawberry.Schema(Query))

    def test_a_table_in_a_question_that_declares_none_stops_it_too(self) -> None:
        @strawberry.type
        class Query:
            all: list[Shelf] = many(
                lambda: select(shelf).where(select(forgotten).exists()), order=("name",)
            )

        with pytest.raises(Undeclared, match="forgotten"):
            Graph(strawberry.Schema(Query))

    def test_what_is_guarded_once_is_guarded_everywhere(self) -> None:
        condition = book.c.id == PERSON

        def graph(**more: Any) -> Graph:
            @table(book)
            @strawberry.type
            class Book:
                id: strawberry.ID
                subtitle: str | None = guarded(when=condition)
                other: str | None = more["other"]

            @strawberry.type
            class Query:
                books: list[Book] = many(books, order=more.get("order", ("title",)))

            return Graph(strawberry.Schema(Query))

        assert graph(other=guarded("subtitle", when=condition))
        for leak in (
            {"other": column("subtitle")},
            {"other": column(func.upper(book.c.subtitle))},
            {"other": guarded("subtitle", when=book.c.pages > 3)},
            {"other": computed(lambda r, rows: [], needs=(func.upper(book.c.subtitle),))},
            {"other": column("title"), "order": ("subtitle",)},
        ):
            with pytest.raises(SchemaMistake, match="guarded"):
                graph(**leak)
