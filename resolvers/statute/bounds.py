"""What a value from outside may be; one that may not is refused by field, with what is allowed."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Decimal | Fraction
"""A number without rounding. Never a float."""

PLACES = 12
"""Most decimal places of a number from outside, and most digits of a fraction's two halves."""


class Unacceptable(ValueError):
    """A value that neither the law nor the agency's rules allow.

    `field` is where it stands ("lines[0].completed"), `allowed` what may stand there.
    """

    def __init__(self, field: str, allowed: str) -> None:
        self.field, self.allowed = field, allowed
        super().__init__(f"{field}: {allowed}" if field else allowed)

    def under(self, parent: str) -> "Unacceptable":
        """The same refusal, seen from one level further out."""
        dot = "." if parent and self.field and not self.field.startswith("[") else ""
        return type(self)(f"{parent}{dot}{self.field}", self.allowed)


def shown(value: object) -> str:
    """A refused value, short and on one line."""
    text = str(value) if isinstance(value, Decimal | Fraction) else repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


def refused(field: str, allowed: str, value: object) -> Unacceptable:
    """The refusal of `value`, which is shown short and on one line."""
    return Unacceptable(field, f"{allowed}, not {shown(value)}")


def is_number(value: object, least: int | Decimal, most: int | Decimal) -> bool:
    """Whether `value` is an exact number between the two, short enough to be written down."""
    if type(value) is Decimal:
        text = str(value)
        plain = "0" <= text[0] <= "9" and "E" not in text
        if plain and len(text) - text.find(".") <= PLACES + 1:
            return least <= value <= most
        return value.is_finite() and least <= value <= most and _is_short(value)
    if type(value) is int:
        return least <= value <= most
    return isinstance(value, Fraction) and least <= value <= most and value.denominator < 10**PLACES


def _is_short(value: Decimal) -> bool:
    """Whether a decimal has no more places than may be written down, zeros at its end aside.

    The first digit's place is looked at before the number is expanded: 1e-999999 is refused.
    """
    expanded = not value or value.adjusted() >= -PLACES
    return expanded and value.as_integer_ratio()[1] <= 10**PLACES
