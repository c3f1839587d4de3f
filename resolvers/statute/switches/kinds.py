"""What a switch is: a question that the law leaves open, and the answers an agency may give."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Generic, Protocol, TypeVar

from resolvers.statute.bounds import Unacceptable, is_number, shown

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T", str, int, Decimal)


class Range(Protocol[T_co]):
    """The legal range of a switch: `words` says it, `read` returns the value or None."""

    @property
    def words(self) -> str: ...
    def read(self, raw: object) -> T_co | None: ...


class Choice:
    """One of a few named answers."""

    def __init__(self, *answers: str) -> None:
        self.answers = answers

    @property
    def words(self) -> str:
        return "must be " + " or ".join(self.answers)

    def read(self, raw: object) -> str | None:
        return raw if isinstance(raw, str) and raw in self.answers else None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both allowed."""

    least: int
    most: int

    @property
    def words(self) -> str:
        return f"must be a whole number from {self.least} to {self.most}"

    def read(self, raw: object) -> int | None:
        # True and false are numbers to Python, not to anybody who sets a switch.
        if isinstance(raw, bool) or not isinstance(raw, int):
            return None
        return raw if self.least <= raw <= self.most else None


@dataclass(frozen=True, slots=True)
class Share:
    """A share between two bounds, both allowed; as a number or as its text."""

    least: Decimal
    most: Decimal

    @property
    def words(self) -> str:
        return f"must be a share from {self.least} to {self.most}"

    def read(self, raw: object) -> Decimal | None:
        if isinstance(raw, bool) or not isinstance(raw, str | int | Decimal):
            return None
        try:
            value = Decimal(raw)
        except InvalidOperation:
            return None
        return value if is_number(value, self.least, self.most) else None


@dataclass(frozen=True, slots=True)
class Switch(Generic[T]):
    """One open question and the answers that an agency may give."""

    name: str
    asks: str
    asks_vi: str
    allowed: Range[T]
    default: T
    basis: str
    """The article that leaves the question open."""
    why: str
    """Why the default is what it is."""

    @property
    def cite(self) -> str:
        """How a step of a score cites the agency's answer."""
        return f"Agency rule {self.name}, left open by {self.basis}"

    def read(self, raw: object) -> T:
        """The value of `raw`; raises Unacceptable with the legal range."""
        value = self.allowed.read(raw)
        if value is None:
            raise Unacceptable(self.name, f"{self.allowed.words}, not {shown(raw)}")
        return value
