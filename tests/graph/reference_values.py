"""Values of the reference executor on their way in and out; nothing of the compiler is used."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from graphql import GraphQLList, GraphQLNonNull, build_schema
from sqlalchemy import ARRAY, Text, bindparam

from gateway.graph.model import Field, Model, enum_members

CURSOR = "(any cursor)"
VIETNAM = timezone(timedelta(hours=7))


@cache
def plain_schema(model: Model) -> Any:
    """The same types without any resolver, so that every field comes here."""
    text = re.sub(r"^schema @link.*?\n}\n", "", model.schema.as_str(), flags=re.S | re.M)
    text = re.sub(r" @key\(fields: \"\w+\"\)", "", text)
    return build_schema(text)


def page(field: Field, rows: list[dict[str, Any]], paging: Mapping[str, Any]) -> dict[str, Any]:
    forward = paging["first"] is not None
    shown = rows[: paging["first"]] if forward else rows[max(len(rows) - paging["last"], 0) :]
    more = len(shown) < len(rows)
    end = CURSOR if shown else None
    info = {
        "has_next_page": more and forward,
        "has_previous_page": more and not forward,
        "start_cursor": end,
        "end_cursor": end,
    }
    return {
        "__typename": field.named.name,
        "edges": [{"cursor": CURSOR, "node": row} for row in shown],
        "nodes": shown,
        "page_info": info,
        "total_count": len(rows),
    }


def read(kind: Any, value: Any, model: Model) -> Any:
    """An argument's value, as a question takes it."""
    if isinstance(kind, GraphQLNonNull):
        return read(kind.of_type, value, model)
    if value is None:
        return None
    if isinstance(kind, GraphQLList):
        items = [read(kind.of_type, item, model) for item in value]
        return Items(items)
    if hasattr(kind, "values"):
        return enum_members(kind)[value].value
    return {"ID": UUID, "Date": date.fromisoformat}.get(kind.name, lambda same: same)(value)


class Items(list[Any]):
    """A list that can stand where a question expects an array parameter."""

    def any_(self) -> Any:
        return bindparam(None, list(self), type_=ARRAY(Text())).any_()


def shown(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
