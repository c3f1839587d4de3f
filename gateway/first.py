"""What the portals' pages ask first, written down when they were built (decision 0032)."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Self

from gateway.failure import Failure

_PLAIN = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}")
"""Ids and days. Nothing else of an address is said again in its page."""
PERIOD = "period"
"""The variable that means the period of today on a page whose address names none."""


class BadQuestions(Failure):
    """The list of first questions cannot be used."""


@dataclass(frozen=True, slots=True)
class Question:
    """A trusted document, and its variables, which the page's address names."""

    document: str
    variables: tuple[str, ...]

    def asked(self, named: Mapping[str, str], period: date) -> dict[str, Any] | None:
        """The question as the page at an address would send it; None where that lacks a value."""
        values = {each: named.get(each, "") for each in self.variables}
        if PERIOD in values and PERIOD not in named:
            values[PERIOD] = str(period)
        if not all(_PLAIN.fullmatch(value) for value in values.values()):
            return None
        return {"documentId": self.document, "variables": values}


@dataclass(frozen=True, slots=True)
class FirstQuestions:
    """The first questions of every page, by the pattern of its address."""

    screens: tuple[tuple[tuple[str, ...], tuple[Question, ...]], ...] = ()

    @classmethod
    def load(cls, manifest: Path) -> Self:
        """Read `{"/head/:unit": [{"document": id, "variables": [name]}]}`, a pattern's last `*` for
        whatever follows; none where there is no file. Raises BadQuestions."""
        if not manifest.is_file():
            return cls()
        try:
            written = json.loads(manifest.read_text(encoding="utf-8"))
            screens = [
                (_parts(pattern), tuple(_question(each) for each in questions))
                for pattern, questions in written.items()
            ]
        except (OSError, ValueError, AttributeError, KeyError, TypeError) as problem:
            raise BadQuestions(f"{manifest}: {problem!r}") from None
        return cls(tuple(screens))

    def of(self, path: str, period: date) -> list[dict[str, Any]]:
        """What the page at an address asks first, as it would send it; `period` is today's."""
        found = []
        for pattern, questions in self.screens:
            named = _named(pattern, _parts(path))
            if named is not None:
                found += [question.asked(named, period) for question in questions]
        return [asked for asked in found if asked is not None]


def _question(written: Mapping[str, Any]) -> Question:
    return Question(str(written["document"]), tuple(map(str, written["variables"])))


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.split("/") if part)


def _named(pattern: tuple[str, ...], given: Iterable[str]) -> dict[str, str] | None:
    """The values that an address gives for the names of a pattern; None where it does not match."""
    parts = tuple(given)
    if pattern[-1:] == ("*",):
        pattern = pattern[:-1]
        parts = parts[: len(pattern)]
    if len(pattern) != len(parts):
        return None
    pairs = list(zip(pattern, parts, strict=True))
    if any(wanted != part for wanted, part in pairs if not wanted.startswith(":")):
        return None
    return {wanted[1:]: part for wanted, part in pairs if wanted.startswith(":")}
