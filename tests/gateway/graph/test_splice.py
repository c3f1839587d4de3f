"""Computed values are put where the statement marked them, once for each distinct row."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from gateway.graph.errors import BrokenContract
from gateway.graph.splice import RESTORED, Computation, marked, spliced
from tests.graph.fixture_world import PEOPLE

AN = PEOPLE["an"]


def computation(function: Any, *kinds: type) -> Computation:
    def arguments(values: Mapping[str, Any]) -> Mapping[str, Any]:
        return {}

    needs = tuple(RESTORED.get(kind) for kind in kinds)
    return Computation(function, needs, arguments, lambda value, language: f"<{value}>")


def mark(number: int, needs: str) -> bytes:
    before, after = marked(number)
    return (before + needs + after).encode()


class TestSplice:
    def test_text_without_a_mark_goes_out_as_it_is(self) -> None:
        assert spliced(b'{"data":null}', (), {}, AN) == b'{"data":null}'

    def test_equal_rows_are_computed_once(self) -> None:
        seen: list[Any] = []

        def double(request: Any, rows: list[Any]) -> list[int]:
            seen.extend(rows)
            return [value * 2 for (value,) in rows]

        text = b",".join([mark(0, "[1]"), mark(0, "[2]"), mark(0, "[1]")])
        assert spliced(text, (computation(double, int),), {}, AN) == b"<2>,<4>,<2>"
        assert seen == [(1,), (2,)]

    def test_values_come_back_with_their_types(self) -> None:
        seen: list[Any] = []

        def look(request: Any, rows: list[Any]) -> list[None]:
            seen.extend(rows)
            return [None] * len(rows)

        needs = (
            '["00000000-0000-0000-0000-000000000001", "2026-03-01", 89.990, 7,'
            ' "2026-03-01T07:00:00+07:00", null, "\\u0001", {"a": 1.10}]'
        )
        kinds = (UUID, date, Decimal, Decimal, datetime, Decimal, str, dict)
        spliced(mark(0, needs), (computation(look, *kinds),), {}, AN)
        (row,) = seen
        assert row == (
            UUID(int=1),
            date(2026, 3, 1),
            Decimal("89.990"),
            Decimal(7),
            datetime(2026, 3, 1, tzinfo=UTC),
            None,
            "\x01",
            {"a": Decimal("1.10")},
        )
        assert str(row[2]) == "89.990"

    def test_a_function_that_loses_a_row_is_a_fault(self) -> None:
        lossy = computation(lambda request, rows: rows[1:], int)
        with pytest.raises(BrokenContract):
            spliced(mark(0, "[1]"), (lossy,), {}, AN)
