"""JSON text written by SQL: constant text and values, joined.

Text is joined from pieces because that is much faster than json_build_object and json_agg; each
piece is either safe by its type (ids, numbers, days) or escaped by to_json.
"""

from collections.abc import Iterable
from enum import Enum

from graphql import GraphQLEnumType, GraphQLNamedType

from gateway.graph.model import SchemaMistake, enum_members, scalar_kind
from schema.declarations import Kind

LITERAL = r"'[^']*'"
"""Finds the text constants of SQL; a doubled quote ends one and begins the next.

As a part of a constant it would leave a way back at each character: the schema's own text, of a
quarter of a megabyte, then takes thirty.
"""
MOST_ARGUMENTS = 90
"""A function of PostgreSQL takes at most a hundred arguments."""
_BARE = frozenset({Kind.INT})
_QUOTED = frozenset({Kind.ID, Kind.DECIMAL})
_ARRAYS = frozenset({Kind.TEXT, Kind.INT, Kind.BOOLEAN, Kind.ID, Kind.DATE})
"""Kinds whose arrays to_json writes as GraphQL wants them."""


class Raw(str):
    """SQL, where a plain string is text to be quoted."""

    __slots__ = ()


Json = list[str | Raw]
NULL = "null"


def literal(text: str) -> Raw:
    """A text constant of SQL."""
    return Raw("'" + text.replace("'", "''") + "'")


def concat(parts: Json) -> Raw:
    """SQL that joins text and values; NULL among the values counts as nothing.

    `concat` takes a third less time than `||`, which copies everything at each step.
    """
    pieces: list[Raw] = []
    text = ""
    for part in parts:
        if not isinstance(part, Raw):
            text += part
            continue
        if text:
            pieces.append(literal(text))
            text = ""
        pieces.append(part)
    if text:
        pieces.append(literal(text))
    if len(pieces) == 1 and pieces[0].startswith("'"):
        return pieces[0]
    return Raw(
        "||".join(
            f"concat({','.join(pieces[start : start + MOST_ARGUMENTS])})"
            for start in range(0, len(pieces), MOST_ARGUMENTS)
        )
    )


def object_of(fields: Iterable[tuple[str, Json]]) -> Json:
    """A JSON object, from the texts of its fields by response key."""
    parts: Json = []
    for key, value in fields:
        parts.append(f'{"," if parts else "{"}"{key}":')
        parts.extend(value)
    return [*parts, "}" if parts else "{}"]


def listed(item: Json, source: str) -> Raw:
    """A JSON array with one item for each row of `source` (what follows FROM), in its order."""
    joined = Raw(f"string_agg({concat(item)},',')")
    return Raw(f"(select {concat(['[', joined, ']'])} from {source})")


def or_null(value: Json, absent: str = "") -> Json:
    """The value, or null where `absent` holds; by itself where the value is one SQL NULL."""
    if absent:
        return [Raw(f"case when {absent} then 'null' else {concat(value)} end")]
    return [Raw(f"coalesce({_single(value)},'null')")]


def _single(value: Json) -> str:
    """The pieces as one text that is NULL when any of them is."""
    if len(value) == 1:
        return f"{value[0]}::text"
    return "||".join(part if isinstance(part, Raw) else literal(part) for part in value)


def scalar(sql: str, named: GraphQLNamedType, *, nullable: bool) -> Json:
    """One scalar or enum value."""
    value = _enum(sql, named) if isinstance(named, GraphQLEnumType) else _plain(sql, named)
    return or_null(value) if nullable else value


def _plain(sql: str, named: GraphQLNamedType) -> Json:
    kind = scalar_kind(named)
    if kind in _BARE:
        return [Raw(sql)]
    if kind in _QUOTED:
        return ['"', Raw(sql), '"']
    if kind is Kind.BOOLEAN:
        return [Raw(f"({sql})::text")]
    if kind is Kind.DATETIME:
        local = f"to_char({sql} at time zone 'Asia/Ho_Chi_Minh','YYYY-MM-DD\"T\"HH24:MI:SS.US')"
        return ['"', Raw(local), '+07:00"']
    if kind in (Kind.TEXT, Kind.DATE, Kind.FLOAT):
        return [Raw(f"to_json({sql})")]
    raise SchemaMistake(f"{named.name} is neither a scalar nor an enum")


def _enum(sql: str, named: GraphQLEnumType) -> Json:
    """The name of the member whose value is stored."""
    members = enum_members(named)
    if all(member.value == name for name, member in members.items()):
        return [Raw(f"to_json({sql}::text)")]
    names = " ".join(f"when {_stored(member)} then '{name}'" for name, member in members.items())
    return ['"', Raw(f"case {sql}::text {names} end"), '"']


def _stored(member: Enum) -> str:
    return literal(str(member.value))


def array(sql: str, named: GraphQLNamedType, *, nullable: bool, item_nullable: bool) -> Json:
    """A list of scalars or enum values from an array."""
    value: Json
    kind = None if isinstance(named, GraphQLEnumType) else scalar_kind(named)
    if kind in _ARRAYS:
        value = [Raw(f"to_json({sql})")]
        return or_null(value) if nullable else value
    if kind is Kind.DECIMAL:
        value = [Raw(f"to_json({sql}::text[])")]
        return or_null(value) if nullable else value
    item = scalar("item.value", named, nullable=item_nullable)
    value = [listed(item, f"unnest({sql}) item(value)")]
    return or_null(value, f"{sql} is null") if nullable else value
