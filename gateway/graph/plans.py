"""Plans: what is kept of an operation once it has been compiled."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from gateway.graph.coercion import ABSENT, Values
from gateway.graph.cost import Price
from gateway.graph.document import Operation
from gateway.graph.federation import kinds_of
from gateway.graph.model import Model
from gateway.graph.render import Render
from gateway.graph.splice import Computation
from gateway.graph.statement import Bind, RequestValues
from gateway.graph.tree import Argument

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement whose single value is finished text, in bytes."""

    sql: str
    binds: tuple[Bind, ...]
    computations: tuple[Computation, ...] = ()
    party: bool = False
    """Whether it touches the Party's own record, and so runs under the Party's roles."""

    def arguments(self, values: Values, request: RequestValues) -> list[Any]:
        """What stands behind $1, $2, …; raises BadUserInput for cursors that are none."""
        return [bind(values, request) for bind in self.binds]


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """A compiled query: one statement, or an answer that needs none."""

    price: Price
    reading: Reading | None
    constant: bytes = b""

    @property
    def party(self) -> bool:
        """Whether it touches the Party's own record."""
        return self.reading is not None and self.reading.party


@dataclass(frozen=True, slots=True)
class DeedStep:
    """One field of a mutation: the deed, and how its result is read in the same transaction."""

    key: str
    place: str
    nullable: bool
    refusable: bool
    """Whether its type has a member for refusals."""
    function: Callable[..., Any]
    arguments: Mapping[str, Argument]
    nulls: frozenset[str]
    render: Render
    readings: Sequence[tuple[Reading, bool]]
    """For each selected place of rows: the statement, and whether null may stand there."""
    party: bool
    """Whether the deed is the Party's."""

    @property
    def touches_party(self) -> bool:
        """Whether the deed, or what is selected of its result, touches the Party's own record."""
        return self.party or any(reading.party for reading, _ in self.readings)


@dataclass(frozen=True, slots=True)
class MutationPlan:
    """A compiled mutation: its fields run one after the other."""

    price: Price
    steps: tuple[DeedStep | str, ...]
    """Deeds, and finished text (`__typename`) between them."""

    @property
    def party(self) -> bool:
        """Whether any of its deeds touches the Party's own record."""
        return any(isinstance(step, DeedStep) and step.touches_party for step in self.steps)


def form_of(operation: Operation, values: Values, model: Model) -> Hashable:
    """What decides the form of the plan, besides the operation itself."""
    if not (operation.switches or operation.optional or operation.representing):
        return None
    return (
        tuple([values.get(name) for name in operation.switches]),
        tuple([_presence(values.get(name, ABSENT)) for name in operation.optional]),
        tuple([kinds_of(model, values.get(name) or ()) for name in operation.representing]),
    )


def _presence(value: Any) -> str:
    return "null" if value is None else "absent" if value is ABSENT else "given"


class Recent(Generic[T]):
    """A bounded store that forgets what was not used for the longest time."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable) -> T | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Hashable, value: T) -> T:
        self._kept[key] = value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return value

    def __len__(self) -> int:
        return len(self._kept)
