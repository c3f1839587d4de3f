"""Values that only Python can give, put into a finished answer in one pass.

The statement leaves a mark where such a value belongs: U+0001, the number of the field, U+0002, the
needed columns as a JSON array, U+0001. JSON text never contains these characters raw.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from json import JSONDecoder
from typing import Any
from uuid import UUID

from gateway.graph.coercion import Values
from gateway.graph.errors import BrokenContract
from resolvers.core.request import Request

MARK, SEPARATOR = "\x01", "\x02"
_MARK, _SEPARATOR = MARK.encode(), SEPARATOR.encode()
_JSON = JSONDecoder(parse_float=Decimal)
Restore = Callable[[Any], Any]

RESTORED: Mapping[type, Restore] = {
    UUID: UUID,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    Decimal: Decimal,
}
"""How a needed column of each Python type is read back from JSON; any other stays as it is."""


@dataclass(frozen=True, slots=True)
class Computation:
    """One computed field of an operation."""

    function: Callable[..., Sequence[Any]]
    needs: tuple[Restore | None, ...]
    arguments: Callable[[Values], Mapping[str, Any]]
    render: Callable[[Any, str], str]
    """The JSON text of one computed value, as far as it is selected, in a language."""


def marked(number: int) -> tuple[str, str]:
    """What stands before and after the JSON array of a computed field's columns."""
    return f"{MARK}{number}{SEPARATOR}", MARK


def spliced(
    text: bytes, computations: Sequence[Computation], values: Values, request: Request
) -> bytes:
    """The answer with every mark replaced."""
    pieces = text.split(_MARK)
    wanted: dict[int, dict[bytes, list[int]]] = {}
    for place in range(1, len(pieces), 2):
        number, _, needs = pieces[place].partition(_SEPARATOR)
        wanted.setdefault(int(number), {}).setdefault(needs, []).append(place)
    for which, places in wanted.items():
        computation = computations[which]
        for found, at in zip(
            _computed(computation, list(places), values, request), places.values(), strict=True
        ):
            for place in at:
                pieces[place] = found
    return b"".join(pieces)


def _computed(
    computation: Computation, needs: list[bytes], values: Values, request: Any
) -> list[bytes]:
    """The values' JSON texts, one for each distinct row of needed columns."""
    rows = [
        tuple(
            restore(value) if restore is not None and value is not None else value
            for restore, value in zip(computation.needs, row, strict=True)
        )
        for row in _JSON.decode(f"[{b','.join(needs).decode()}]")
    ]
    found = computation.function(request, rows, **computation.arguments(values))
    if len(found) != len(rows):
        name = getattr(computation.function, "__name__", "computed")
        raise BrokenContract(f"{name} answered {len(found)} values for {len(rows)} rows")
    return [computation.render(value, request.language).encode() for value in found]
