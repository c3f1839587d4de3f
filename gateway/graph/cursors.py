"""Cursors: the order keys of one row, opaque to clients, typed and checked on their way back."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from json import JSONDecoder
from typing import Any
from uuid import UUID
from zlib import crc32

from sqlalchemy.types import TypeEngine

from gateway.graph.errors import BadUserInput
from gateway.graph.json_sql import Raw, literal
from gateway.graph.model import SchemaMistake
from gateway.graph.scalars import READ, WrongValue
from schema.declarations import Kind

_JSON = JSONDecoder(parse_float=Decimal)
_LONGEST = 2_000
_WIDEST_INT = range(-(2**63), 2**63)


def _whole(value: Any) -> int:
    if type(value) is not int or value not in _WIDEST_INT:
        raise WrongValue("expected a whole number")
    return value


_TYPES: dict[type, tuple[str, Callable[[Any], Any]]] = {
    UUID: ("uuid", READ[Kind.ID]),
    str: ("text", READ[Kind.TEXT]),
    int: ("bigint", _whole),
    bool: ("boolean", READ[Kind.BOOLEAN]),
    Decimal: ("numeric", READ[Kind.DECIMAL]),
    date: ("date", READ[Kind.DATE]),
    datetime: ("timestamptz", READ[Kind.DATETIME]),
}


@dataclass(frozen=True, slots=True)
class Key:
    """One order key of a connection, as its cursors carry it."""

    column: str
    """Its SQL."""
    descending: bool
    nullable: bool
    cast: str
    read: Callable[[Any], Any]


def key(column: str, kind: TypeEngine[Any], *, descending: bool, nullable: bool) -> Key:
    try:
        cast, read = _TYPES[kind.python_type]
    except (KeyError, NotImplementedError):
        raise SchemaMistake(f"{column}: a connection cannot be ordered by {kind!r}") from None
    return Key(column, descending, nullable, cast, read)


def tag(place: str, keys: Sequence[Key]) -> str:
    """What tells the cursors of one list from those of another."""
    return f"{crc32(repr((place, [(k.cast, k.descending) for k in keys])).encode()):08x}"


def written(mark: str, keys: Sequence[Key]) -> Raw:
    """SQL: the cursor of a row, in base64."""
    values = ",".join([literal(mark), *(key.column for key in keys)])
    text = f"convert_to(json_build_array({values})::text,'UTF8')"
    return Raw(f"translate(encode({text},'base64'),E'\\n','')")


def read(cursor: str, mark: str, keys: Sequence[Key], argument: str) -> list[Any]:
    """The order keys in a cursor; raises BadUserInput for whatever is none of this list."""
    try:
        if len(cursor) > _LONGEST:
            raise ValueError
        found = _JSON.decode(b64decode(cursor, validate=True).decode())
        if not isinstance(found, list) or len(found) != len(keys) + 1 or found[0] != mark:
            raise ValueError
        return [_value(key, value) for key, value in zip(keys, found[1:], strict=True)]
    except (ValueError, NotBase64, RecursionError):
        raise BadUserInput(f"{argument} is no cursor of this list", argument=argument) from None


def _value(key: Key, value: Any) -> Any:
    if value is None and key.nullable:
        return None
    return key.read(value)


def beyond(keys: Sequence[Key], bounds: Sequence[str], *, after: bool) -> str:
    """SQL: the row stands after (or before) the bound in the order. NULL is the greatest value."""
    if not any(key.nullable for key in keys) and len({key.descending for key in keys}) == 1:
        sign = ">" if after is not keys[0].descending else "<"
        columns = ",".join(key.column for key in keys)
        return f"({columns}) {sign} ({','.join(bounds)})"
    condition = ""
    for key, bound in reversed(list(zip(keys, bounds, strict=True))):
        past = _past(key, bound, greater=after is not key.descending)
        if condition:
            same = "is not distinct from" if key.nullable else "="
            condition = f"({past} or ({key.column} {same} {bound} and {condition}))"
        else:
            condition = past
    if keys[0].nullable:
        return condition
    sign = ">=" if after is not keys[0].descending else "<="
    return f"{keys[0].column} {sign} {bounds[0]} and {condition}"  # the bound lets an index serve


def _past(key: Key, bound: str, *, greater: bool) -> str:
    if not key.nullable:
        return f"{key.column} {'>' if greater else '<'} {bound}"
    if greater:
        return f"({key.column} > {bound} or ({key.column} is null and {bound} is not null))"
    return f"({key.column} < {bound} or ({key.column} is not null and {bound} is null))"
