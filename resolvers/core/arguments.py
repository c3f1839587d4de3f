"""What a deed's arguments may be, checked where they come in."""

from collections.abc import Sequence
from decimal import Decimal

from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.vietnamese import tidy


class TextNotAcceptable(Refusal):
    """The field {what} has {least} to {most} characters and no control characters."""

    code = "TEXT_NOT_ACCEPTABLE"
    vi = "Trường {what} phải có từ {least} đến {most} ký tự và không chứa ký tự điều khiển."


class NumberNotAcceptable(Refusal):
    """The field {what} is above 0 and at most {most}, with no more than {places} decimals."""

    code = "NUMBER_NOT_ACCEPTABLE"
    vi = "Trường {what} phải lớn hơn 0, không quá {most}, tối đa {places} chữ số thập phân."


def line(text: str, field: str, *, least: int = 1, most: int = 300) -> str:
    """A tidy one-line text for the argument `field`; raises TextNotAcceptable."""
    neat = tidy(text)
    if not (least <= len(neat) <= most and neat.isprintable()):
        raise TextNotAcceptable(what=field, least=least, most=most, field=field)
    return neat


def lines(text: str, field: str, *, least: int = 0, most: int = 20_000) -> str:
    """A text of any number of lines, each tidy; raises TextNotAcceptable."""
    neat = "\n".join(tidy(each) for each in text.strip().splitlines())
    if not (least <= len(neat) <= most and neat.replace("\n", "").isprintable()):
        raise TextNotAcceptable(what=field, least=least, most=most, field=field)
    return neat


def among(value: str, field: str, allowed: Sequence[str]) -> str:
    """The value, if it is one of the list; raises InvalidInput."""
    if value not in allowed:
        raise InvalidInput(what=field, allowed=", ".join(allowed), field=field)
    return value


def positive(value: Decimal, field: str, *, most: int, places: int) -> Decimal:
    """A number above zero that its column holds exactly; raises NumberNotAcceptable."""
    fits = value.is_finite() and 0 < value <= most
    if not fits or value != round(value, places):
        raise NumberNotAcceptable(what=field, most=most, places=places, field=field)
    return value
