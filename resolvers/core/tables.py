"""The one metadata, and the few column shapes that every slice repeats."""

from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    func,
    text,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import DATERANGE, UUID

SCHEMA = "congtam"
PARTY_SCHEMA = "congtam_party"
"""The Party's own record, of which the ordinary database roles see nothing (decision 0015)."""

metadata = MetaData(
    schema=SCHEMA,
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_N_name)s_fk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    },
)


def identity() -> Column[Any]:
    """A UUIDv7 made in Python; free of meaning."""
    return Column("id", UUID(as_uuid=True), primary_key=True)


def refers(
    name: str, target: str, *, null: bool = False, schema: str = SCHEMA, **options: Any
) -> Column[Any]:
    """A foreign key to `target` ("person.id"), not null unless said."""
    return Column(
        name, UUID(as_uuid=True), ForeignKey(f"{schema}.{target}"), nullable=null, **options
    )


def version() -> Column[Any]:
    """The optimistic version; raised by one on every change."""
    return Column("version", Integer, nullable=False, server_default=text("1"))


def during() -> Column[Any]:
    """The days on which the row holds: lower bound inclusive, upper bound exclusive or open."""
    return Column("during", DATERANGE, nullable=False)


def one_of(column: str, *values: str) -> CheckConstraint:
    """A check that a text column takes one of a closed list of values."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} in ({allowed})", name=f"{column}_allowed")


def since(table: Table) -> ColumnElement[date]:
    """The first day on which a dated row holds."""
    return func.lower(table.c.during, type_=Date)


def until(table: Table) -> ColumnElement[date | None]:
    """The last day on which a dated row holds; null where it is open."""
    return type_coerce(func.upper(table.c.during, type_=Date) - 1, Date)


def trimmed(table: Table, name: str) -> ColumnElement[Any]:
    """A number as people write it: without the zeros that its column's scale adds."""
    return func.trim_scale(table.c[name], type_=table.c[name].type)
