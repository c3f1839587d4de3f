"""The result of a span as a value: total, level, what it was formed from, and why it is so."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from resolvers.statute.evaluation.levels import Level
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.evaluation.year.explanation import Basis, explain
from resolvers.statute.evaluation.year.facts import Absent
from resolvers.statute.evaluation.year.spans import Span


class Used(NamedTuple):
    """A sheet that went into the mean, with its days of service."""

    period: date
    sheet: str
    total: Decimal
    days: int


class Excused(NamedTuple):
    """A period that a recorded absence took out of the mean."""

    period: date
    absent: tuple[Absent, ...]


class Missing(NamedTuple):
    """A period that keeps the span from having a result: nobody scored it.

    `sheets` are those without a score; none where not even a sheet was opened.
    """

    period: date
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodResult:
    """The result of a quarter, half-year or year.

    `total` (0 to 100 points) is the number that is printed and decides `level`; `raw` is the mean
    before its one rounding, cut after the twelfth decimal. Both are None with `missing` periods and
    where nothing was worked. `level` is INSUFFICIENT_DATA with missing periods, and None where
    there is nothing to rate; `rated` says whether it is one of the four. Somebody under six months
    has a total and no level.
    """

    span: Span
    first: date
    total: Decimal | None
    raw: Decimal | None
    level: Level | None
    rated: bool
    not_rated_because: str
    """Empty, or one of NotRated."""
    months_worked: Decimal
    """Months of service, cut after the fourth decimal."""
    used: tuple[Used, ...]
    excused: tuple[Excused, ...]
    missing: tuple[Missing, ...]
    provisional: bool
    """Formed before the last of its periods was over, or from a sheet that was."""
    cites: tuple[str, ...]
    basis: Basis = field(repr=False)
    """What `steps` are told from."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The way to the result; told when asked for, since hardly any of a million ever is."""
        return explain(self.basis)
