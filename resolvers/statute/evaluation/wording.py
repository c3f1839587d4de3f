"""What each step says, in English and Vietnamese: `wording.toml` and `names.toml` of each page."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from resolvers.statute.evaluation.parameters import CRITERION_NAMES

PAGES = (".", "year", "classes", "organisations", "../party", "../rewards")
"""The folders that have words of their own; no key stands in two of them."""


class Wording(NamedTuple):
    """The values that a step has, in their order, and the sentence around them."""

    values: tuple[str, ...]
    en: str
    vi: str


def _read(page: str, name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / page / f"{name}.toml").read_text("utf-8"))


WORDING: Mapping[str, Wording] = {
    key: Wording(tuple(entry["values"]), entry["en"], entry["vi"])
    for page in PAGES
    for key, entry in _read(page, "wording").items()
}
"""By step key."""

NAMES: Mapping[str, Mapping[str, str]] = {
    language: {
        code: name
        for names in [*(_read(page, "names")[language] for page in PAGES), criteria]
        for code, name in names.items()
    }
    for language, criteria in CRITERION_NAMES.items()
}
"""What codes are called, by language: levels, criteria, ways of rounding."""
