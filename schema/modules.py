"""Which modules this installation runs, and on which day it answers."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import strawberry
from graphql import GraphQLObjectType
from strawberry.federation import Schema

from resolvers.core import days
from resolvers.core import modules as answers
from resolvers.core.tables import PARTY_SCHEMA
from schema.declarations import MAPPING, asks
from schema.mapping import computed

_OF_PARTY = "Of the Party module: see `modules`."


@strawberry.type(description="A part of the platform that an installation may leave out.")
class Module:
    name: str = strawberry.field(description="party: the Party's own record.")
    configured: bool = strawberry.field(
        description="Where not, every operation that names one of its fields or deeds is refused"
        " as a whole, before anything is read or done; for party: PARTY_MODULE_NOT_CONFIGURED."
    )


@strawberry.type
class ModulesQuestions:
    modules: list[Module] = computed(
        answers.modules_of,
        needs=(),
        description="What this installation runs, for everybody to know.",
    )
    today: date = computed(
        days.told_today,
        needs=(),
        description="Today in Vietnam, by the gateway's clock: what days are compared with.",
    )


def marked(schema: Schema) -> Schema:
    """The contract, in which every type and every root field of a module says that it is one's.

    Nobody writes it beside a type, so nobody forgets it.
    """
    for each in _of_party(schema):
        each.description = f"{each.description} {_OF_PARTY}" if each.description else _OF_PARTY
    return schema


def _of_party(schema: Schema) -> Iterator[Any]:
    graphql = schema._schema
    for kind in graphql.type_map.values():
        table = getattr(_definition(kind, "origin"), "__table__", None)
        if isinstance(kind, GraphQLObjectType) and table is not None:
            if table.schema == PARTY_SCHEMA:
                yield kind
    for root in (graphql.query_type, graphql.mutation_type):
        for field in root.fields.values() if root is not None else ():
            if asks((_definition(field, "metadata") or {}).get(MAPPING), answers.PARTY):
                yield field


def _definition(part: Any, attribute: str) -> Any:
    """What strawberry knows of a type or a field."""
    return getattr(part.extensions.get("strawberry-definition"), attribute, None)
