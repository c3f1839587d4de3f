"""Operations for the property test: whatever a valid document of the schema may say."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
)
from hypothesis import strategies as st

from tests.graph.fixture_world import BINH, HOSTILE, S1, S2, S3, U1, U2, W1, A, B, uid

IDS = [str(id) for id in (A, B, U1, U2, W1, S1, S2, S3, BINH, uid(0x99))]
DEEPEST = 5
WIDEST = 2
_SKIPPED = frozenset({"_service"})
_CURSORS = frozenset({"after", "before"})


@dataclass
class Asked:
    """An operation that is being made up."""

    draw: Any
    schema: GraphQLSchema
    variables: dict[str, tuple[str, Any]] = field(default_factory=dict)
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == one_in)

    def variable(self, kind: Any, value: Any) -> str:
        name = f"v{len(self.variables)}"
        self.variables[name] = (str(kind), value)
        return f"${name}"

    def selection(self, kind: Any, depth: int) -> str:
        """A selection set of an object, an interface or a union."""
        parts: list[str] = []
        for _ in range(self.draw(st.integers(1, 4))):
            parts.append(self.part(kind, depth))
        return "{ " + " ".join(parts) + " }"

    def part(self, kind: Any, depth: int) -> str:
        if isinstance(kind, GraphQLUnionType):
            return self.fragment(kind, depth) if self.chance(2) else "__typename"
        if self.chance(6):
            return self.fragment(kind, depth)
        if self.chance(10):
            return self.aliased("__typename") + self.directives()
        names = sorted(name for name in kind.fields if name not in _SKIPPED)
        if depth >= DEEPEST:
            names = [n for n in names if not is_composite_type(get_named_type(kind.fields[n].type))]
        if not names:
            return "__typename"
        return self.field(kind, self.draw(st.sampled_from(names)), depth)

    def field(self, kind: Any, name: str, depth: int) -> str:
        found = kind.fields[name]
        arguments = self.arguments(found)
        # A field with arguments always has an alias: two of one name could not be merged.
        text = self.aliased(name, always=bool(found.args)) + arguments + self.directives()
        named = get_named_type(found.type)
        if is_composite_type(named):
            text += " " + self.selection(named, depth + 1)
        return text

    def aliased(self, name: str, *, always: bool = False) -> str:
        if not always and not self.chance(4):
            return name
        self.aliases += 1
        return f"a{self.aliases}: {name}"

    def fragment(self, kind: Any, depth: int) -> str:
        """An inline fragment or a spread, on this type or on one that it may turn out to be."""
        targets = [kind]
        if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
            targets = list(self.schema.get_possible_types(kind))
        elif isinstance(kind, GraphQLObjectType):
            targets += kind.interfaces
        target = self.draw(st.sampled_from(targets))
        body = self.selection(target, depth)
        if self.chance(2):
            condition = f" on {target.name}" if target is not kind or self.chance(2) else ""
            return f"...{condition}{self.directives()} {body}"
        name = f"F{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {target.name} {body}")
        return f"...{name}{self.directives()}"

    def directives(self) -> str:
        if not self.chance(8):
            return ""
        word, value = self.draw(st.sampled_from(["skip", "include"])), self.draw(st.booleans())
        written = self.variable("Boolean!", value) if self.chance(2) else json.dumps(value)
        return f" @{word}(if: {written})"

    def arguments(self, found: Any) -> str:
        given = []
        paging = self.draw(st.sampled_from(["first", "last"])) if "last" in found.args else "first"
        for name, argument in found.args.items():
            if name in _CURSORS or (name in ("first", "last") and name != paging):
                continue
            required = isinstance(argument.type, GraphQLNonNull) or name == paging
            if required or self.chance(2):
                given.append(f"{name}: {self.argument(name, argument.type, required)}")
        return f"({', '.join(given)})" if given else ""

    def argument(self, name: str, kind: Any, required: bool) -> str:
        if not required and self.chance(4):
            return self.variable(kind, None) if self.chance(2) else "null"
        value = self.value(name, kind)
        if self.chance(2):
            declared = str(kind) if str(kind).endswith("!") or not required else f"{kind}!"
            return self.variable(declared, value)
        return _literal(value, get_named_type(kind))

    def value(self, name: str, kind: Any) -> Any:
        """A JSON value of an input type."""
        if isinstance(kind, GraphQLNonNull):
            return self.value(name, kind.of_type)
        if isinstance(kind, GraphQLList):
            return [self.value(name, kind.of_type) for _ in range(self.draw(st.integers(0, 3)))]
        if isinstance(kind, GraphQLEnumType):
            return self.draw(st.sampled_from(sorted(kind.values)))
        if name in ("first", "last"):
            return self.draw(st.integers(1, 4))
        return {
            "ID": lambda: self.draw(st.sampled_from(IDS)),
            "Int": lambda: self.draw(st.integers(-(2**31), 2**31 - 1)),
            "String": lambda: self.draw(st.sampled_from(["Văn phòng", HOSTILE, "", "Chào"])),
            "Date": lambda: self.draw(st.sampled_from(["2026-02-01", "2026-03-01"])),
            "_Any": self.representation,
        }[kind.name]()

    def representation(self) -> dict[str, str]:
        name = self.draw(st.sampled_from(["Agency", "Unit", "Person", "Sheet"]))
        if name == "Agency" and self.chance(2):
            return {"__typename": name, "code": self.draw(st.sampled_from("ABC"))}
        return {"__typename": name, "id": self.draw(st.sampled_from(IDS))}


def _literal(value: Any, named: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_literal(item, named) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_literal(v, None)}" for name, v in value.items()) + "}"
    return str(value) if isinstance(named, GraphQLEnumType) else json.dumps(value)


@st.composite
def operations(draw: Any, schema: GraphQLSchema) -> tuple[str, Mapping[str, Any]]:
    """A valid query document and its variables."""
    asked = Asked(draw, schema)
    body = asked.selection(schema.query_type, 0)
    declared = ", ".join(f"${name}: {kind}" for name, (kind, _) in asked.variables.items())
    head = f"query Q({declared}) " if declared else "query Q "
    variables = {name: value for name, (_, value) in asked.variables.items()}
    return "\n".join([head + body, *asked.fragments]), variables


def widest(schema: GraphQLSchema, kind: Any = None, depth: int = 0) -> str:
    """Every field of every type, each list with two rows, down to `WIDEST` levels."""
    kind = kind or schema.query_type
    parts = ["__typename"]
    if isinstance(kind, GraphQLInterfaceType | GraphQLUnionType):
        for possible in schema.get_possible_types(kind):
            parts.append(f"... on {possible.name} {widest(schema, possible, depth)}")
        return "{ " + " ".join(parts) + " }"
    for name, found in kind.fields.items():
        named = get_named_type(found.type)
        if name in _SKIPPED or (is_composite_type(named) and depth >= WIDEST):
            continue
        below = widest(schema, named, depth + 1) if is_composite_type(named) else ""
        arguments = _WIDE[name] if depth == 0 and name in _WIDE else _first(found)
        # Types of a union may have fields of one name and different types: no two are alike here.
        parts.append(f"{kind.name}_{name}: {name}{arguments} {below}")
    return "{ " + " ".join(parts) + " }"


def _first(found: Any) -> str:
    return "(first: 2)" if "first" in found.args else ""


_WIDE = {
    "worklist": f'(unit: "{U1}", first: 3)',
    "sheet": f'(id: "{S1}")',
    "node": f'(id: "{S2}")',
    "nodes": f'(ids: ["{U1}", "{BINH}"])',
    "_entities": f'(representations: [{{__typename: "Sheet", id: "{S3}"}}])',
}
