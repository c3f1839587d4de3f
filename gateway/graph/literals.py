"""Literals of a document as JSON would give them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from graphql import (
    BooleanValueNode,
    EnumValueNode,
    FloatValueNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    StringValueNode,
    ValueNode,
    VariableNode,
)

from gateway.graph.scalars import MOST_DIGITS, WrongValue


def has_variable(node: ValueNode) -> bool:
    if isinstance(node, ListValueNode):
        return any(has_variable(item) for item in node.values)
    if isinstance(node, ObjectValueNode):
        return any(has_variable(found.value) for found in node.fields)
    return isinstance(node, VariableNode)


def raw(node: ValueNode, values: Mapping[str, Any]) -> Any:
    """A literal as JSON would give it, numbers exact; raises WrongValue."""
    if isinstance(node, VariableNode):
        return values.get(node.name.value)
    if isinstance(node, ListValueNode):
        return [raw(item, values) for item in node.values]
    if isinstance(node, ObjectValueNode):
        return {found.name.value: raw(found.value, values) for found in node.fields}
    return _raw_scalar(node)


def _raw_scalar(node: ValueNode) -> Any:
    if isinstance(node, NullValueNode):
        return None
    if isinstance(node, IntValueNode | FloatValueNode):
        if len(node.value) > 2 * MOST_DIGITS:
            raise WrongValue(f"a number has at most {MOST_DIGITS} digits")
        return int(node.value) if isinstance(node, IntValueNode) else Decimal(node.value)
    if isinstance(node, BooleanValueNode | StringValueNode | EnumValueNode):
        return node.value
    raise WrongValue("expected a value")
