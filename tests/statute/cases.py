"""Reading the tables of cases: legal sentences with dates, in TOML, with every number exact."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TABLES = ("levels", "rounding", "counting", "leaders", "general")
"""The tables whose cases are months with an expected score."""


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one table below tests/statute, without its ending."""
    text = (HERE / f"{name}.toml").read_text("utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text, parse_float=Decimal)["case"]
    return found


def exact(number: int | str | Decimal) -> Fraction:
    """A number of a table: 58.5, or "117/2", or "1844.5/30"."""
    over, _, under = str(number).partition("/")
    return Fraction(over) / Fraction(under or 1)
