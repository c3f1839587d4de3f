"""The modules that an installation may leave out; everything else runs without them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from resolvers.core.request import Request

PARTY: Final = "party"
"""The module, and the slice whose tables, questions and deeds are its."""
MODULES: Final = (PARTY,)


@dataclass(frozen=True, slots=True)
class Module:
    """A module, and whether this installation has it."""

    name: str
    configured: bool


def modules_of(request: Request, rows: Sequence[Any]) -> list[list[Module]]:
    """Every module by name, once for each of `rows`."""
    told = [Module(name, name in request.modules) for name in MODULES]
    return [told for _ in rows]
