"""A value of each input type, for compiling before anybody has sent one."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
)

from gateway.graph.model import enum_members, scalar_kind
from schema.declarations import Kind

_VALUES: Mapping[Kind, Any] = {
    Kind.ID: UUID(int=0),
    Kind.TEXT: "",
    Kind.INT: 1,
    Kind.BOOLEAN: True,
    Kind.FLOAT: 1.0,
    Kind.DECIMAL: Decimal(1),
    Kind.DATE: date(2026, 1, 1),
    Kind.DATETIME: datetime(2026, 1, 1, tzinfo=UTC),
}


def sample(kind: GraphQLInputType) -> Any:
    """As coercion would give it; of an input object only that there is one."""
    if isinstance(kind, GraphQLNonNull):
        return sample(kind.of_type)
    if isinstance(kind, GraphQLList):
        return [sample(kind.of_type)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(enum_members(kind).values())).value
    if isinstance(kind, GraphQLInputObjectType) or kind.name == "_Any":
        return {}
    found = scalar_kind(kind)
    return _VALUES[found] if found is not None else None
