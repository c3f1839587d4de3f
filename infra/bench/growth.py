"""The same operation on a small and on the whole population, one load right after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infra.bench.client import Rate
from infra.bench.measuring import OPERATIONS, Measuring

CONNECTIONS = (1, 16)


@dataclass(frozen=True, slots=True)
class Growth:
    """What more data costs an operation."""

    operation: str
    connections: int
    small: Rate
    whole: Rate

    @property
    def times(self) -> float:
        """The median latency on the whole population, in that on the small one."""
        return self.whole.quantile(0.5) / self.small.quantile(0.5)


def growth(
    small: Measuring, whole: Measuring, seconds: float, tell: Callable[[str], None]
) -> Sequence[Growth]:
    """Each operation on both populations, with a server of one worker on each."""
    found = []
    with small.serving(1) as of_small, whole.serving(1) as of_whole:
        small.warm(of_small)
        whole.warm(of_whole)
        for name in OPERATIONS:
            for connections in CONNECTIONS:
                fewer = small.served(of_small, name, connections, seconds)
                more = whole.served(of_whole, name, connections, seconds)
                found.append(Growth(name, connections, fewer, more))
                tell(_line(found[-1]))
    return found


def _line(growth: Growth) -> str:
    before, after = growth.small.quantile(0.5), growth.whole.quantile(0.5)
    return (
        f"{growth.operation}, connections {growth.connections}: p50 {before:.2f} → {after:.2f} ms,"
        f" {growth.times:.2f} times"
    )
