"""A form: which question it asks, and how the answer is laid out on paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson

HERE = Path(__file__).parent
DOCUMENTS, TEMPLATES, EXAMPLES = HERE / "documents", HERE / "templates", HERE / "examples"

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The endings that a paper can have, and what each is."""


class BadTemplate(ValueError):
    """A Word template names something that the form does not have, or is no Word file."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of a paper, with numbers as numbers: what a spreadsheet shows."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Paper:
    """One filled form: the values that templates name, and its tables for a spreadsheet."""

    stem: str
    """The file's name without its ending; it names no person."""
    agency: UUID
    """Whose paper it is: its own template is used where it has one."""
    values: Mapping[str, Any]
    grids: Sequence[Grid]


@dataclass(frozen=True, slots=True)
class Form:
    """One official form. Its figures are the API's own: it asks the same graph."""

    name: str
    title: str
    root: str
    """The root field that its document asks for, by an id."""
    pages: str | None
    """The connection beneath the root that is read to its end; None for a form without one."""
    fill: Callable[[Mapping[str, Any]], Paper]
    """Lays out what the root answered."""

    @property
    def document(self) -> str:
        """The operation; its variables are `id` and `after`."""
        return _document(self.name)

    @property
    def example(self) -> Paper:
        """An invented one, to try a template on."""
        return self.fill(orjson.loads((EXAMPLES / f"{self.name}.json").read_bytes()))

    def template(self, ending: str) -> Path:
        """The program's own template of this form."""
        return TEMPLATES / f"{self.name}.{ending}"


@cache
def _document(name: str) -> str:
    """Read once: it is asked for with every page of every paper."""
    return (DOCUMENTS / f"{name}.graphql").read_text(encoding="utf-8")
