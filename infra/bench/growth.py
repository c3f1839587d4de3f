"""The same operation on a small and on the whole population, in turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from infra.bench.client import Rate
from infra.bench.measuring import OPERATIONS, Measuring, Pace
from infra.bench.rounds import Paired, in_turn, joined

CONNECTIONS = (1, 16)


@dataclass(frozen=True, slots=True)
class Growth:
    """What more data costs an operation."""

    operation: str
    connections: int
    loads: Paired
    """On the whole population, and on the small one."""

    @property
    def small(self) -> Rate:
        return joined(self.loads.others)

    @property
    def whole(self) -> Rate:
        return joined(self.loads.ones)

    @property
    def times(self) -> float:
        """The median latency on the whole population, in that on the small one."""
        return self.loads.times(lambda rate: rate.quantile(0.5))


def growth(
    small: Measuring, whole: Measuring, pace: Pace, tell: Callable[[str], None]
) -> Sequence[Growth]:
    """Each operation on both populations, with a server of one worker on each."""
    found = []
    with small.serving(1) as of_small, whole.serving(1) as of_whole:
        small.warm(of_small)
        whole.warm(of_whole)
        for name in OPERATIONS:
            for connections in CONNECTIONS:
                more = partial(whole.served, of_whole, name, connections, pace.seconds)
                fewer = partial(small.served, of_small, name, connections, pace.seconds)
                loads = in_turn(more, fewer, pace.rounds)
                found.append(Growth(name, connections, loads))
                tell(_line(found[-1]))
    return found


def _line(growth: Growth) -> str:
    before, after = growth.small.quantile(0.5), growth.whole.quantile(0.5)
    return (
        f"{growth.operation}, connections {growth.connections}: p50 {before:.2f} → {after:.2f} ms,"
        f" {growth.times:.2f} times"
    )
