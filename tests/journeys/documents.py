"""Mutations as a client would write them: variables of the right type, a place for refusals."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from graphql import GraphQLField, GraphQLUnionType, get_named_type

from schema.platform import schema

REFUSED = "... on Refused { code message field }"


def deeds() -> Mapping[str, GraphQLField]:
    """Every mutation of the contract, by name."""
    root = schema._schema.mutation_type
    assert root is not None
    return root.fields


def mutation(deed: str, arguments: Collection[str], selection: str = "id") -> str:
    """One mutation with a variable for each argument."""
    takes = deeds()[deed].args
    declared = ", ".join(f"${name}: {takes[name].type}" for name in arguments)
    given = ", ".join(f"{name}: ${name}" for name in arguments)
    return f"mutation({declared}) {{ {deed}({given}) {payload(deed, selection)} }}"


def mutations(deed: str, rows: Mapping[str, Mapping[str, Any]], selection: str = "id") -> str:
    """One mutation for each row, under its name, all in one document and without variables."""
    fields = (
        f"{name}: {deed}({', '.join(written(row))}) {payload(deed, selection)}"
        for name, row in rows.items()
    )
    return f"mutation {{ {' '.join(fields)} }}"


def payload(deed: str, selection: str = "id") -> str:
    """The selection on what a mutation answers."""
    union = get_named_type(deeds()[deed].type)
    assert isinstance(union, GraphQLUnionType)
    (done,) = (member.name for member in union.types if member.name != "Refused")
    if done.endswith("ManyPayload"):
        selection = f"outcomes {{ {REFUSED} ... on Node {{ id }} }}"
    return f"{{ __typename {REFUSED} ... on {done} {{ {selection} }} }}"


def written(arguments: Mapping[str, Any]) -> Iterator[str]:
    """Arguments as they stand in a document."""
    for name, value in arguments.items():
        yield f"{name}: {literal(value)}"


def literal(value: Any) -> str:
    """A value as it stands in a document; enums are given as `Word`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(written(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(literal(each) for each in value) + "]"
    if isinstance(value, Word):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else f'"{value}"'


class Word(str):
    """A name of an enum, written without quotes."""
