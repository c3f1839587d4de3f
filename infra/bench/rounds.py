"""Two loads in turn, in short rounds: what slows the machine for a while slows both of a round.

A machine shared with others may run half as fast a minute later, and then a figure of one minute
beside a figure of the next says nothing; the middle one of some rounds' quotients does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from infra.bench.client import Rate

Load = Callable[[], Rate]


@dataclass(frozen=True, slots=True)
class Paired:
    """What two loads came to, round by round."""

    ones: Sequence[Rate]
    others: Sequence[Rate]

    def times(self, figure: Callable[[Rate], float]) -> float:
        """A figure of the one in that of the other: the middle one of the rounds."""
        return median(
            figure(one) / figure(other) for one, other in zip(self.ones, self.others, strict=True)
        )


def in_turn(one: Load, other: Load, rounds: int) -> Paired:
    """Both loads in every round; each goes first in every second one."""
    ones: list[Rate] = []
    others: list[Rate] = []
    for number in range(rounds):
        turns = [(ones, one), (others, other)]
        for kept, load in turns if number % 2 == 0 else reversed(turns):
            kept.append(load())
    return Paired(ones, others)


def joined(rates: Sequence[Rate]) -> Rate:
    """Several rounds of one load as a single one."""
    seconds = sum(rate.seconds for rate in rates)
    return Rate(
        seconds,
        sorted(latency for rate in rates for latency in rate.latencies),
        sum(rate.client_share * rate.seconds for rate in rates) / seconds,
    )
