"""SQLAlchemy's expressions and questions as pieces of SQL text with their bind parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Alias,
    BindParameter,
    ColumnClause,
    ColumnElement,
    Select,
    Subquery,
    Table,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.sql import visitors
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.sql.util import ClauseAdapter

from gateway.graph.json_sql import LITERAL
from gateway.graph.model import SchemaMistake
from resolvers.core.visibility import Public, visibility

DIALECT = PGDialect_asyncpg()  # type: ignore[no-untyped-call]
_PLACES = re.compile(rf"{LITERAL}|\$(\d+)|\(__\[POSTCOMPILE_(\w+)\]\)")


@dataclass(frozen=True, slots=True)
class Constant:
    """A value that the author of an expression wrote into it, ready for the driver."""

    value: Any
    cast: str


Part = str | BindParameter[Any] | Constant
Parts = tuple[Part, ...]


def quoted(name: str) -> str:
    """An identifier, quoted where SQL asks for it."""
    text: str = DIALECT.identifier_preparer.quote(name)
    return text


def table_name(table: Table) -> str:
    text: str = DIALECT.identifier_preparer.format_table(table)
    return text


@lru_cache(maxsize=4096)
def expression(source: ColumnElement[Any], table: Table, alias: str) -> Parts:
    """An expression over `table`, where the table is called `alias`.

    It is compiled as a WHERE of a statement that selects from the table, so that a sub-select in
    it refers to the row instead of naming the table anew.
    """
    target = table.alias(alias)
    head: Select[Any] = select(literal_column("1")).select_from(target)
    whole = head.where(ClauseAdapter(target).traverse(source))
    prefix = str(head.compile(dialect=DIALECT)) + " \nWHERE "
    compiled = _compiled(whole)
    if not compiled.string.startswith(prefix):
        raise SchemaMistake(f"{source} is no expression over {table.name}")
    return ("(", *_parts(compiled, compiled.string[len(prefix) :]), ")")


def statement(source: Select[Any]) -> Parts:
    """A whole SELECT."""
    compiled = _compiled(source)
    return _parts(compiled, compiled.string)


def mentioned(source: ColumnElement[Any], table: Table) -> frozenset[str]:
    """The names of the table's columns that an expression uses."""
    return frozenset(
        str(element.name)
        for element in visitors.iterate(source)
        if isinstance(element, ColumnClause) and element.table is table
    )


def predicate(table: Table) -> ColumnElement[bool] | None:
    """The table's `visible`; None where its rows are public. Raises Undeclared."""
    found = visibility(table)
    return None if isinstance(found, Public) else found


def guarded(question: Select[Any], own: Table | None, *, inherited: bool) -> Select[Any]:
    """The question with the `visible` of every table in it.

    The table whose rows it selects is narrowed in its WHERE; any other is replaced by its visible
    rows, wherever it stands, also under an outer join or inside EXISTS.
    """
    found: Select[Any] = _replaced(question, own)
    condition = predicate(own) if own is not None and not inherited else None
    return found if condition is None else found.where(condition)


def _replaced(question: Select[Any], own: Table | None) -> Any:
    used = _used_columns(question)
    replacements: dict[Any, Subquery] = {}
    for element in visitors.iterate(question):
        table = element.element if isinstance(element, Alias) else element
        if not isinstance(table, Table) or table is own or element in replacements:
            continue
        condition = predicate(table)
        if condition is not None:
            columns = [column for column in table.columns if (element, column.key) in used]
            rows = select(*(columns or [literal_column("1")])).select_from(table).where(condition)
            replacements[element] = rows.subquery(str(getattr(element, "name", table.name)))
    if not replacements:
        return question

    def replace(element: Any, **_: Any) -> Any:
        if element in replacements:
            return replacements[element]
        if isinstance(element, ColumnClause) and element.table in replacements:
            return replacements[element.table].c[element.key]
        return None

    return visitors.replacement_traverse(question, {}, replace)


def _used_columns(question: Select[Any]) -> set[tuple[Any, str]]:
    return {
        (element.table, element.key)
        for element in visitors.iterate(question)
        if isinstance(element, ColumnClause) and element.table is not None
    }


def _compiled(source: ClauseElement) -> SQLCompiler:
    compiled = source.compile(dialect=DIALECT)
    assert isinstance(compiled, SQLCompiler)
    return compiled


def _parts(compiled: SQLCompiler, text: str) -> Parts:
    """Split at the bind parameters; a list written into the expression becomes one array."""
    binds: Mapping[str, BindParameter[Any]] = compiled.binds
    # A list is named among the binds, but takes no number of its own.
    lists = {place[2] for place in _PLACES.finditer(text)}
    order = [name for name in compiled.positiontup or () if name not in lists]
    parts: list[Part] = []
    done = 0
    for place in _PLACES.finditer(text):
        position, name = place.groups()
        if position is None and name is None:
            continue  # a string literal
        parts.append(text[done : place.start()])
        if position is not None:
            parts.append(_part(binds[order[int(position) - 1]]))
        else:
            parts.extend(_listed(binds[name]))
        done = place.end()
    return (*parts, text[done:])


def _part(bind: BindParameter[Any]) -> Part:
    if bind.required:
        return bind
    return Constant(_sent(bind, bind.effective_value), "")


def _listed(bind: BindParameter[Any]) -> list[Part]:
    """The values of `column.in_([…])`, one bind each."""
    if bind.required or not bind.effective_value:
        raise SchemaMistake("write `= any(:values)` for a list that varies or may be empty")
    cast = bind.type.compile(dialect=DIALECT)
    parts: list[Part] = ["("]
    for value in bind.effective_value:
        parts += [Constant(_sent(bind, value), f"::{cast}"), ", "]
    return [*parts[:-1], ")"]


def _sent(bind: BindParameter[Any], value: Any) -> Any:
    """A value as the driver takes it."""
    kind = bind.type.dialect_impl(DIALECT)
    process = kind.bind_processor(DIALECT)
    return process(value) if process is not None and value is not None else value
