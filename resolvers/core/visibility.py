"""Row permission: each mapped table says which rows a `Reach` shows; the compiler applies it."""

from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam
from sqlalchemy.dialects.postgresql import ARRAY, UUID

_UUID = UUID(as_uuid=True)


class Public:
    """Marks a table whose rows are nobody's secret (law, administrative areas)."""

    def __repr__(self) -> str:
        return "PUBLIC"


PUBLIC = Public()

PERSON: ColumnElement[Any] = bindparam("reach_person", type_=_UUID)
HEADED: ColumnElement[Any] = bindparam("reach_headed", type_=ARRAY(_UUID))
UNITS: ColumnElement[Any] = bindparam("reach_units", type_=ARRAY(_UUID))
AGENCIES: ColumnElement[Any] = bindparam("reach_agencies", type_=ARRAY(_UUID))
COLLEAGUES: ColumnElement[Any] = bindparam("reach_colleagues", type_=ARRAY(_UUID))
FENCE: ColumnElement[Any] = bindparam("reach_fence", type_=ARRAY(_UUID))
INSPECTED: ColumnElement[Any] = bindparam("reach_inspected", type_=ARRAY(_UUID))
PARTY_PERSON: ColumnElement[Any] = bindparam("reach_party_person", type_=_UUID)
PARTY_BODIES: ColumnElement[Any] = bindparam("reach_party_bodies", type_=ARRAY(_UUID))


class Undeclared(TypeError):
    """A table is mapped to the graph without saying who may see its rows."""


_DECLARED: dict[Table, ColumnElement[bool] | Public] = {}


def visible(table: Table, when: ColumnElement[bool] | Public) -> None:
    """Declare which rows of `table` a reach shows; once per table, beside its columns."""
    if table in _DECLARED:
        raise ValueError(f"{table.name}: visibility is declared twice")
    _DECLARED[table] = when


def visibility(table: Table) -> ColumnElement[bool] | Public:
    """The declared predicate; raises Undeclared, so that a forgotten table stops the program."""
    try:
        return _DECLARED[table]
    except KeyError:
        raise Undeclared(f"table {table.name} declares no visibility: call visible(...)") from None
