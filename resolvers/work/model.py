"""What a deed of work is told: the parts of an assignment, the evidence of a delivery."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from resolvers.core.arguments import line, positive
from resolvers.core.days import first_day
from resolvers.core.errors import InvalidInput

WHOLE = Decimal(100)
MOST_PIECES = 99_999
MOST_UNITS = 1_000_000
MOST_PARTS = 60
MOST_YEARS = 2
"""How far ahead of this year work may be due: further, no year is prepared yet."""
MOST_REASON = 2000
PLACES = 7
"""Decimals of a stored quantity: a hundredth of a per cent of a thousandth of a piece, exactly."""


@dataclass(frozen=True, slots=True)
class Part:
    """What of an assignment counts in one period (art. 18.1c); `share` is per cent of the whole."""

    share: Decimal
    due_on: date
    milestone: str = ""

    def period(self, months: int) -> date:
        """The period, of so many months, of the deadline: there the part counts, whenever it is
        finished."""
        return first_day(self.due_on, months)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file by the SHA-256 of its content, or a link to where the agency keeps it, or both."""

    name: str
    sha256: str | None = None
    """64 hexadecimal digits, in lower case."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Assigning:
    """One row of a bulk assignment; the arguments of `assign_work`."""

    posting: UUID
    product: UUID
    quantity: Decimal
    due_on: date
    origin: str = "planned"
    title: str = ""
    note: str = ""
    spread: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepting:
    """One row of a bulk acceptance; the arguments of `accept_delivery`."""

    delivery: UUID
    version: int
    quantity: Decimal | None = None
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandingOver:
    """One row of a bulk hand-over: which work goes to which post."""

    assignment: UUID
    to: UUID
    version: int
    due_on: date | None = None
    """Until when another person is to do it; what goes on with its own keeps its days."""


def demand_spread(
    parts: Sequence[Part], whole: Decimal, due_on: date, today: date
) -> tuple[Part, ...]:
    """The parts, if their shares make up `whole` per cent and none is due before today or too late.

    Raises InvalidInput, and the refusals of `line` and `positive`.
    """
    if not 1 <= len(parts) <= MOST_PARTS:
        raise InvalidInput(what="spread", allowed=f"1–{MOST_PARTS} parts", field="spread")
    neat, last = [], date(today.year + MOST_YEARS, 12, 31)
    latest = min(due_on, last) if due_on >= today else last
    for index, part in enumerate(parts):
        field = f"spread.{index}"
        positive(part.share, f"{field}.share", most=100, places=2)
        if not today <= part.due_on <= latest:
            # Whoever spreads nothing has named no part.
            wrong = "dueOn" if part.due_on == due_on else f"{field}.dueOn"
            raise InvalidInput(what=wrong, allowed=f"{today} – {latest}", field=wrong)
        milestone = line(part.milestone, f"{field}.milestone", least=0)
        neat.append(Part(part.share, part.due_on, milestone))
    if sum(part.share for part in parts) != whole:
        allowed = f"shares of {whole.normalize():f} per cent in all"
        raise InvalidInput(what="spread", allowed=allowed, field="spread")
    return tuple(neat)


def divided(quantity: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """`quantity` in proportion to the shares; the last part takes what rounding leaves over.

    Raises InvalidInput where a part would be nothing.
    """
    total = sum(shares, Decimal())
    parts = [round(quantity * share / total, PLACES) for share in shares[:-1]]
    parts.append(quantity - sum(parts, Decimal()))
    if min(parts) <= 0:
        raise InvalidInput(what="spread", allowed="parts that can be counted", field="spread")
    return parts


def made_whole(shares: Sequence[Decimal]) -> list[Decimal]:
    """Shares of a part, as shares of it alone: in the same proportion, 100 per cent in all.

    Each is exact to a hundredth; what rounding down leaves over goes where it cut off the most.
    """
    total = sum(shares, Decimal())
    exact = [Fraction(share) / Fraction(total) * 10_000 for share in shares]
    whole = [int(each) for each in exact]
    cut = sorted(range(len(exact)), key=lambda index: whole[index] - exact[index])
    for index in cut[: 10_000 - sum(whole)]:
        whole[index] += 1
    return [Decimal(each) / 100 for each in whole]
