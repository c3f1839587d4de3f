"""Introspection: the one thing that graphql-core executes, since it needs no data."""

from collections.abc import Mapping
from typing import Any

import orjson
from graphql import FieldNode, GraphQLSchema, execute_sync

from gateway.graph.document import INTROSPECTION, Operation
from gateway.graph.errors import NotServed


def introspected(schema: GraphQLSchema, operation: Operation, given: Mapping[str, Any]) -> bytes:
    """The response; raises NotServed where data is asked for beside the schema."""
    for part in operation.node.selection_set.selections:
        if not isinstance(part, FieldNode) or part.name.value not in {*INTROSPECTION, "__typename"}:
            raise NotServed("Ask for the schema and for data in separate operations.")
    result = execute_sync(
        schema,
        operation.document,
        variable_values=dict(given),
        operation_name=operation.name or None,
    )
    return orjson.dumps(result.formatted)
