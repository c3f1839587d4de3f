"""One agency's answers to the switches, and where every switch is found by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType, ModuleType
from typing import Any, TypeVar

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.switches import dossier, duties, insight, month, year
from resolvers.statute.switches.kinds import Switch

T = TypeVar("T", str, int, Decimal)


def _named(*pages: ModuleType) -> Mapping[str, Switch[Any]]:
    """The switches of some pages, by name and in the order of each page."""
    found = [value for page in pages for value in vars(page).values() if isinstance(value, Switch)]
    return MappingProxyType({switch.name: switch for switch in found})


MONTH = _named(month)
"""The switches that a month's score may read: they are stored with it."""

REGISTRY = _named(month, year, duties, insight, dossier)
"""Every switch by name."""


@dataclass(frozen=True, slots=True)
class Switches:
    """One agency's answers on one day: its own where it decided, the defaults elsewhere."""

    values: Mapping[str, str | int | Decimal]

    @classmethod
    def of(
        cls, chosen: Mapping[str, object], among: Mapping[str, Switch[Any]] = REGISTRY
    ) -> "Switches":
        """Answers by switch name; raises Unacceptable, naming the switch and what is allowed."""
        for name in chosen:
            if name not in among:
                raise Unacceptable(name, f"is not a switch; allowed: {', '.join(among)}")
        return cls(
            MappingProxyType(
                {
                    name: switch.read(chosen[name]) if name in chosen else switch.default
                    for name, switch in REGISTRY.items()
                }
            )
        )

    def __call__(self, switch: Switch[T]) -> T:
        """The answer in force."""
        return self.values[switch.name]  # type: ignore[return-value]

    def to_json(self, among: Iterable[str] = REGISTRY) -> dict[str, str | int]:
        """The answers, also by default: a later default does not touch what was decided."""
        return {name: _plain(self.values[name]) for name in among}


def _plain(value: str | int | Decimal) -> str | int:
    return str(value) if isinstance(value, Decimal) else value


DEFAULTS = Switches.of({})
"""The answers of an agency that decided nothing."""
