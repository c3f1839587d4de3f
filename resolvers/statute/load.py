"""Parameters: TOML files whose numbers stay exact and whose shape is checked when they are read."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from resolvers.statute.dated import Dated, Version

Numbers: TypeAlias = Mapping[str, Decimal]

UNITS = frozenset({"points", "share", "count", "flag", "multiple", "dong"})
FILE_KEYS = frozenset({"title", "unit", "version"})
VERSION_KEYS = frozenset({"since", "published", "cite", "value"})


def parameter(path: str) -> Dated[Numbers]:
    """The numbers of `<path>.toml` over time; raises ValueError on any departure from the form."""
    return read(path, _text(path))


def read(path: str, text: str) -> Dated[Numbers]:
    """The numbers that `text` lays down, in TOML; `path` is what they are called in complaints."""
    raw = tomllib.loads(text, parse_float=Decimal)
    _require(set(raw) - {"names"} == FILE_KEYS, path, f"keys are {sorted(raw)}")
    _require(raw["unit"] in UNITS, path, f"unit must be one of {sorted(UNITS)}")
    _require(isinstance(raw["title"], str) and raw["title"].strip() != "", path, "title is empty")
    return Dated(path, [_version(path, version) for version in raw["version"]])


def names(path: str) -> Mapping[str, Mapping[str, str]]:
    """What the keys of `<path>.toml` are called, by language ("en", "vi") and key."""
    table = tomllib.loads(_text(path)).get("names", {})
    for key, name in table.items():
        _require(set(name) == {"en", "vi"}, path, f"the name of {key} must be given in en and vi")
    return MappingProxyType(
        {
            language: MappingProxyType({key: name[language] for key, name in table.items()})
            for language in ("en", "vi")
        }
    )


def _text(path: str) -> str:
    return (Path(__file__).parent / f"{path}.toml").read_text("utf-8")


def _version(path: str, raw: dict[str, Any]) -> Version[Numbers]:
    _require(set(raw) == VERSION_KEYS, path, f"keys are {sorted(raw)}")
    for key in ("since", "published"):
        _require(type(raw[key]) is date, path, f"{key} must be a plain date")
    _require(isinstance(raw["cite"], str) and raw["cite"].strip() != "", path, "cite is empty")
    _require(isinstance(raw["value"], dict) and raw["value"] != {}, path, "value must be a table")
    for key, number in raw["value"].items():
        exact = type(number) is int or (type(number) is Decimal and number.is_finite())
        _require(exact, path, f"{key} must be a number")
    numbers: Numbers = MappingProxyType(
        {key: Decimal(number) for key, number in raw["value"].items()}
    )
    return Version(raw["since"], raw["published"], raw["cite"], numbers)


def _require(holds: bool, path: str, complaint: str) -> None:
    if not holds:
        raise ValueError(f"statute/{path}.toml: {complaint}")
