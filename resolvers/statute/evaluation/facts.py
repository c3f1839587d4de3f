"""The facts of one person's month, as plain values. `checks` says which the decree allows."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from resolvers.statute.bounds import Exact


class Role(StrEnum):
    """Which formula of article 16 measures the person; heads and deputies are leaders."""

    STAFF = "staff"
    LEADER = "leader"


class Origin(StrEnum):
    """How a piece of work came to the person (article 18(1)(d))."""

    PLANNED = "planned"
    URGENT = "urgent"
    TAKEN_OVER = "taken_over"
    HANDED_OVER = "handed_over"


class Line(NamedTuple):
    """One assigned product (article 14): converted units, the share accepted, and what went wrong.

    `objective_…` are those among the failures or delays that the competent person confirmed as due
    to an objective cause; they deduct nothing.
    """

    units: Exact
    completed: Exact
    quality_failures: int = 0
    delays: int = 0
    objective_quality_failures: int = 0
    objective_delays: int = 0
    origin: Origin = Origin.PLANNED


class Ratios(NamedTuple):
    """a, b and c of article 16, where they are known without the lines behind them."""

    a: Exact
    b: Exact
    c: Exact


class Leadership(NamedTuple):
    """d, đ and e of article 15(3): the unit's result, organising the work, unity."""

    unit_result: Exact
    organising: Exact
    unity: Exact


class MonthFacts(NamedTuple):
    """All that a month's score depends on, besides the law and the agency's switches.

    `general` is the total of the general criteria or a mark for each code ("I.1" … "III.4"); `work`
    the lines assigned or, where those are not at hand, their three ratios; `leadership` goes with
    leaders and with them only.
    """

    role: Role
    general: Exact | Mapping[str, Exact]
    work: tuple[Line, ...] | Ratios
    leadership: Leadership | None = None
