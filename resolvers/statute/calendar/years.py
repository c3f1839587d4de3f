"""The days off of each year, read from `holidays/<year>.toml`: announced, never computed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

SATURDAY = 5
KEYS = frozenset({"year", "sources", "off", "swap"})


class HolidaysUnknown(LookupError):
    """The days off of a year have not been laid down here: its working days cannot be counted."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"the public holidays of {year} are not known")


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why a day is off, or a day at a weekend is worked."""

    vi: str
    cite: str


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """One year's departures from the five-day week."""

    off: Mapping[date, DayOff]
    worked: Mapping[date, DayOff]
    """Days at a weekend that are worked in exchange for another."""


@lru_cache(maxsize=64)
def year_of(year: int) -> YearOfDays:
    """The days of a year; raises HolidaysUnknown where nobody has laid them down."""
    try:
        text = (Path(__file__).parent / "holidays" / f"{year}.toml").read_text("utf-8")
    except FileNotFoundError:
        raise HolidaysUnknown(year) from None
    return read(year, text)


def read(year: int, text: str) -> YearOfDays:
    """The days that `text`, in TOML, lays down; raises ValueError where the form is not kept."""
    raw = tomllib.loads(text)
    _require(raw.keys() <= KEYS and raw.get("year") == year, year, f"keys are {sorted(raw)}")
    _require(bool(raw.get("sources")), year, "sources are missing")
    off: dict[date, DayOff] = {}
    worked: dict[date, DayOff] = {}
    for entry in raw.get("off", ()):
        for day in entry["days"]:
            _add(off, year, day, entry)
    for entry in raw.get("swap", ()):
        _add(off, year, entry["off"], entry)
        _add(worked, year, entry["worked"], entry)
    for day in worked:
        _require(day.weekday() >= SATURDAY, year, f"{day} is worked anyway")
    return YearOfDays(MappingProxyType(off), MappingProxyType(worked))


def _add(days: dict[date, DayOff], year: int, day: Any, entry: dict[str, Any]) -> None:
    _require(type(day) is date and day.year == year, year, f"{day} is no day of the year")
    _require(day not in days, year, f"{day} stands twice")
    days[day] = DayOff(entry["vi"], entry["cite"])


def _require(holds: bool, year: int, complaint: str) -> None:
    if not holds:
        raise ValueError(f"statute/calendar/holidays/{year}.toml: {complaint}")
