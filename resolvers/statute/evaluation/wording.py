"""What each step of a score says, in English and Vietnamese: `wording.toml` and `names.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from resolvers.statute.evaluation.parameters import CRITERION_NAMES


class Wording(NamedTuple):
    """The values that a step has, in their order, and the sentence around them."""

    values: tuple[str, ...]
    en: str
    vi: str


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


WORDING: Mapping[str, Wording] = {
    key: Wording(tuple(entry["values"]), entry["en"], entry["vi"])
    for key, entry in _read("wording").items()
}
"""By step key."""

NAMES: Mapping[str, Mapping[str, str]] = {
    language: {**names, **CRITERION_NAMES[language]} for language, names in _read("names").items()
}
"""What codes are called, by language: levels, criteria, ways of rounding."""
