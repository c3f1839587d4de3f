"""What personnel procedures say, in English and Vietnamese: `wording.toml` and `names.toml`."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple


class Wording(NamedTuple):
    """The values that a sentence has, in their order, and the sentence around them."""

    values: tuple[str, ...]
    en: str
    vi: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


WORDING: Mapping[str, Wording] = {
    key: Wording(tuple(entry["values"]), entry["en"], entry["vi"])
    for key, entry in _read("wording").items()
}
"""By key."""

NAMES: Mapping[str, Mapping[str, str]] = _read("names")
"""What codes are called, by language: steps, papers, kinds of action, protected states."""


def named(code: str, language: str) -> str:
    """What a code is called, in English ("en") or Vietnamese ("vi"); raises KeyError."""
    return NAMES[language][code]


class Finding(NamedTuple):
    """One thing found: its key in the wording, its values in the order given there, its text.

    Values are text: days as "2026-03-31", shares as "21/40", codes that have a name.
    """

    key: str
    values: tuple[str, ...]
    cite: str

    def text(self, language: str) -> str:
        """The finding as a sentence, in English ("en") or Vietnamese ("vi")."""
        wording = WORDING[self.key]
        values = dict(zip(wording.values, self.values, strict=True))
        said = ""
        for literal, field, spec, _ in Formatter().parse(getattr(wording, language)):
            said += literal
            if field is not None:
                said += DRESSES[spec or ""](values[field], language)
        return said

    def to_json(self) -> dict[str, Any]:
        """The finding for storing."""
        values = dict(zip(WORDING[self.key].values, self.values, strict=True))
        return {"key": self.key, "values": values, "cite": self.cite}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Finding":
        """What `to_json` wrote."""
        values = stored["values"]
        return cls(
            stored["key"],
            tuple(values[field] for field in WORDING[stored["key"]].values),
            stored["cite"],
        )


def _plain(value: str, language: str) -> str:
    return value


def _day(value: str, language: str) -> str:
    """A day ("2026-03-31")."""
    return value if language == "en" else "/".join(reversed(value.split("-")))


def _money(value: str, language: str) -> str:
    """Whole đồng, in thousands."""
    grouped = f"{int(value):,}"
    return grouped if language == "en" else grouped.replace(",", ".")


def _list(value: str, language: str) -> str:
    """Codes with a blank between them, each by its name."""
    return ", ".join(named(code, language) for code in value.split())


DRESSES: Mapping[str, Callable[[str, str], str]] = {
    "": _plain,
    "day": _day,
    "money": _money,
    "number": lambda value, language: value if language == "en" else value.replace(".", ","),
    "name": lambda value, language: named(value, language),
    "names": _list,
}
"""What a wording may ask of a value, as in {value:name}; a bare {value} is said as it stands."""
