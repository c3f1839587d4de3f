"""What a notice says, in Vietnamese or English: the sentences of `texts.toml`, filled in."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from resolvers.core.days import MONTH
from resolvers.core.spelling import quarter, roman

TEXTS: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("texts.toml").read_text(encoding="utf-8")
)
NOTICE_NEEDS = ("kind", "params")
"""What `notice_titles` and `notice_texts` need of each notice."""


@dataclass(frozen=True, slots=True)
class Words:
    """A notice for a person to read."""

    title: str
    text: str


class Speaking(Protocol):
    """Whatever carries the language of the person who asks."""

    @property
    def language(self) -> str: ...


def words(kind: str, params: Mapping[str, Any], language: str) -> Words:
    """A notice in Vietnamese ("vi") or English ("en")."""
    said = {**params, **_said(params, language)}
    notice = TEXTS["notice"][kind]
    return Words(notice["title"][language].format(**said), notice["text"][language].format(**said))


def closing(language: str) -> str:
    """What every mail ends with."""
    text: str = TEXTS["mail"]["closing"][language]
    return text


def notice_titles(request: Speaking, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """The title of each notice, in the language of the person who asks."""
    return [words(kind, params, request.language).title for kind, params in rows]


def notice_texts(request: Speaking, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """The text of each notice, in the language of the person who asks."""
    return [words(kind, params, request.language).text for kind, params in rows]


def step_names(request: Speaking, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """The name of each duty's step, in the language of the person who asks.

    Each row has its kind, and the unit beneath where it is about that one.
    """
    return [_step(kind, subject, request.language) for kind, subject in rows]


def _step(kind: str, subject: str, tongue: str) -> str:
    said: str = TEXTS["step_of" if subject else "step"][kind][tongue]
    return said.format(subject=subject) if subject else said


def _said(params: Mapping[str, Any], tongue: str) -> dict[str, str]:
    first, months = date.fromisoformat(params["period"]), params.get("months", MONTH)
    about = _about(params)[tongue]
    length = TEXTS["period"]["month" if months == MONTH else "quarter"][tongue]
    period = length.format(
        month=f"{first:%m/%Y}", quarter=quarter(first), roman=roman(first), year=first.year
    )
    told = {
        "step": TEXTS["step"][params["step"]][tongue],
        "due_on": _day(date.fromisoformat(params["due_on"]), tongue),
        "about": about.format(**{**params, "period": period}),
    }
    if "outcome" in params:
        told["outcome"] = TEXTS["outcome"][params["outcome"]][tongue]
    return told


def _about(params: Mapping[str, Any]) -> Mapping[str, str]:
    """The sentence that says what it is about: some steps have their own."""
    every: Mapping[str, Mapping[str, str]] = TEXTS["about"]
    return every.get(params["step"], every["subject"]) if params["subject"] else every["unit"]


def _day(day: date, tongue: str) -> str:
    return f"{day:%d/%m/%Y}" if tongue == "vi" else day.isoformat()
