"""The whole contract without the Party module: each of its operations is refused, no other one is.

What is the Party's is found in two ways that know nothing of each other: the compiled statements
name its schema, and the contract's text says so.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_composite_type,
)

from gateway.graph import Ask
from gateway.graph.model import Field
from resolvers.core.request import Request
from schema.modules import asks
from tests.gateway.graph.party_fixture import Noting, request
from tests.graphs import platform

REFUSED = "PARTY_MODULE_NOT_CONFIGURED"
MARK = "Of the Party module"
LOOK_UPS = {"Query.node", "Query.nodes", "Query._entities"}
"""They may find anything; by themselves they come near nothing of the Party's."""
SCALARS = {
    "ID": '"00000000-0000-0000-0000-000000000009"',
    "String": '"x"',
    "Int": "1",
    "Boolean": "true",
    "Date": '"2026-03-01"',
    "DateTime": '"2026-03-01T08:00:00+07:00"',
    "Decimal": '"1"',
    "_Any": "{}",
}


def written(kind: GraphQLInputType) -> str:
    """A value that an argument takes, as GraphQL writes it."""
    if isinstance(kind, GraphQLNonNull):
        return written(kind.of_type)
    if isinstance(kind, GraphQLList):
        return f"[{written(kind.of_type)}]"
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        needed = (
            f"{name}: {written(field.type)}"
            for name, field in kind.fields.items()
            if isinstance(field.type, GraphQLNonNull)
        )
        return "{" + ", ".join(needed) + "}"
    return SCALARS[kind.name]


def document(field: Field) -> str:
    """An operation of this field alone, with the arguments that it needs."""
    given = [
        f"{name}: {written(argument.type)}"
        for name, argument in field.graphql.args.items()
        if isinstance(argument.type, GraphQLNonNull) or name == "first"
    ]
    arguments = f"({', '.join(given)})" if given else ""
    below = " { __typename }" if is_composite_type(get_named_type(field.graphql.type)) else ""
    word = "mutation" if field.owner == "Mutation" else "query"
    return f"{word} {{ {field.name}{arguments}{below} }}"


def fields() -> Iterator[Field]:
    """Every root field."""
    for root in ("Query", "Mutation"):
        yield from platform().model.shapes[root].fields.values()


def touching() -> set[str]:
    """Root fields whose statements name the Party's schema, and deeds of its slice."""
    found = {place for place, reading in platform()._compiler.probe() if reading.party}
    deeds = {each.place for each in fields() if asks(each.declaration, "party")}
    return {place for place in found | deeds if place.startswith(("Query.", "Mutation."))}


OF_PARTY = touching() - LOOK_UPS
PLACES = {each.place: each for each in fields() if each.name not in ("_entities", "_service")}


async def told(field: Field, database: Noting) -> dict[str, Any]:
    asking = request()

    async def renewed() -> Request:
        return asking

    answer = await platform().respond(Ask(document(field)), asking, database, renewed=renewed)
    found: dict[str, Any] = json.loads(answer.body)
    return found


class TestEachOperation:
    @pytest.mark.parametrize("place", sorted(OF_PARTY))
    async def test_of_the_party_is_refused_before_any_statement(self, place: str) -> None:
        database = Noting()
        found = await told(PLACES[place], database)
        assert [each["extensions"]["code"] for each in found["errors"]] == [REFUSED]
        assert "data" not in found
        assert database.untouched

    @pytest.mark.parametrize(
        "place", sorted(p for p in PLACES if p.startswith("Query.") and p not in OF_PARTY)
    )
    async def test_that_is_not_is_asked_of_the_ordinary_roles(self, place: str) -> None:
        database = Noting()
        found = await told(PLACES[place], database)
        assert "errors" not in found, found
        assert not any("congtam_party" in sql for sql in database.asked)

    def test_is_known_for_what_it_is(self) -> None:
        assert len(OF_PARTY) > 40
        assert {each.partition(".")[0] for each in OF_PARTY} == {"Query", "Mutation"}


class TestTheContract:
    @pytest.mark.parametrize("place", sorted(PLACES))
    def test_says_of_each_root_field_whether_it_is_the_partys(self, place: str) -> None:
        marked = MARK in (PLACES[place].graphql.description or "")
        assert marked is (place in OF_PARTY)

    def test_says_of_each_type_whether_its_rows_are_the_partys(self) -> None:
        for shape in platform().model.shapes.values():
            of_party = shape.table is not None and shape.table.schema == "congtam_party"
            assert (MARK in (shape.graphql.description or "")) is of_party, shape.name

    def test_is_one_text_everywhere(self) -> None:
        assert MARK in platform().sdl()
