"""SQLAlchemy Core statements as PostgreSQL text, compiled once per statement object."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from weakref import WeakKeyDictionary

import asyncpg
from sqlalchemy import Executable
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.postgresql.ranges import AbstractRange
from sqlalchemy.sql import visitors
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import Insert, Update
from sqlalchemy.sql.elements import BindParameter, ClauseElement
from sqlalchemy.types import ARRAY, JSON, TypeEngine

DIALECT = PGDialect_asyncpg()  # type: ignore[no-untyped-call]

Process = Callable[[Any], Any]


class WrongValues(TypeError):
    """A statement was given values that it does not bind, or lacks some that it does."""


@dataclass(frozen=True, slots=True)
class Bind:
    """One position $n of the text."""

    name: str
    required: bool
    default: Any
    process: Process | None


@dataclass(frozen=True, slots=True)
class Compiled:
    """The text of a statement with $1, $2, …, and what stands at each position."""

    text: str
    binds: tuple[Bind, ...]
    names: frozenset[str]

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """Values in the order of their positions; raises WrongValues."""
        if not self.names.issuperset(values):
            raise WrongValues(f"not bound by the statement: {sorted(values.keys() - self.names)}")
        found = []
        for bind in self.binds:
            if bind.name in values:
                value = values[bind.name]
            elif bind.required:
                raise WrongValues(f"no value for {bind.name!r}; given: {sorted(values)}")
            else:
                value = bind.default
            found.append(bind.process(value) if bind.process is not None else value)
        return found


@dataclass(frozen=True, slots=True)
class Together:
    """Several writes as one statement that answers how many rows each touched."""

    text: str
    parts: tuple[Compiled, ...]


_POSITION = re.compile(r"\$(\d+)")
_together: dict[tuple[str, ...], Together] = {}


def together(parts: Sequence[Compiled]) -> Together:
    """One statement of several writes: their positions $n follow each other."""
    key = tuple(part.text for part in parts)
    form = _together.get(key)
    if form is None:
        form = _together[key] = _joined(tuple(parts))
    return form


def _joined(parts: tuple[Compiled, ...]) -> Together:
    named, before = [], 0
    for number, part in enumerate(parts):
        # SQLAlchemy itself asks for a key that the database makes.
        answer = "" if " RETURNING " in part.text else " returning 1"
        named.append(f"w{number} as ({_moved(part.text, before)}{answer})")
        named.append(f"c{number} as (select count(*) from w{number})")  # noqa: S608  # numbers alone
        before += len(part.binds)
    counts = ", ".join(f"(table c{number})" for number in range(len(parts)))
    return Together(f"with {', '.join(named)} select {counts}", parts)


def _moved(text: str, by: int) -> str:
    return _POSITION.sub(lambda found: f"${int(found[1]) + by}", text)


_compiled: WeakKeyDictionary[Executable, dict[tuple[str, ...], Compiled]] = WeakKeyDictionary()


def compiled(statement: Executable, names: Iterable[str]) -> Compiled:
    """The compiled form of `statement` for values of these names.

    In an insert or update, names that the statement does not bind itself are columns to set.
    """
    forms = _compiled.get(statement)
    if forms is None:
        forms = _compiled.setdefault(statement, {})
    key = tuple(names) if isinstance(statement, Insert | Update) else ()
    form = forms.get(key)
    if form is None:
        form = forms[key] = _compile(statement, key)
    return form


def _compile(statement: Executable, names: tuple[str, ...]) -> Compiled:
    columns = None
    if isinstance(statement, Insert | Update):
        own = {part.key for part in visitors.iterate(statement) if isinstance(part, BindParameter)}
        columns = [name for name in names if name not in own]
    form = cast(ClauseElement, statement).compile(dialect=DIALECT, column_keys=columns)
    if not isinstance(form, SQLCompiler):
        return Compiled(str(form), (), frozenset())
    if form.insert_prefetch or form.update_prefetch:
        raise TypeError(f"columns with a default made in Python need a value: {form.string}")
    if form.post_compile_params:
        return _expanded(form)
    binds = tuple(_bind(form.binds[name]) for name in form.positiontup or ())
    return Compiled(form.string, binds, frozenset(bind.name for bind in binds))


def _expanded(form: SQLCompiler) -> Compiled:
    """Write a fixed list, as in `column.in_(STATES)`, out into one position for each value."""
    if any(parameter.required for parameter in form.post_compile_params):
        raise TypeError(f"for a list that varies write `= any(:values)`: {form.string}")
    required = {bind.key: None for bind in form.binds.values() if bind.required}
    state = form.construct_expanded_state(required)
    binds = tuple(
        _bind(form.binds[name])
        if name in form.binds
        else Bind(name, required=False, default=state.parameters[name], process=None)
        for name in state.positiontup or ()
    )
    return Compiled(state.statement, binds, frozenset(bind.name for bind in binds))


def _bind(parameter: BindParameter[Any]) -> Bind:
    default = None if parameter.required else parameter.effective_value
    return Bind(parameter.key, parameter.required, default, _process(parameter.type))


def _process(kind: TypeEngine[Any]) -> Process | None:
    """What the driver cannot do with a value itself; None where it can."""
    if isinstance(kind, JSON):  # the connection's own codec keeps decimals exact
        return None
    if isinstance(kind, AbstractRange):
        return _range
    if isinstance(kind, ARRAY) and _process(kind.item_type) is None:
        return None
    return kind.dialect_impl(DIALECT).bind_processor(DIALECT)


def _range(value: Any) -> Any:
    if not isinstance(value, Range):
        return value
    return asyncpg.Range(
        value.lower,
        value.upper,
        lower_inc=value.bounds[0] == "[",
        upper_inc=value.bounds[1] == "]",
        empty=value.empty,
    )
