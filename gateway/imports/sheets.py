"""Spreadsheets as people make them: titles above, merged cells, headings worded a little anew."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from resolvers.core.vietnamese import search_key, tidy

HEADING_DEPTH = 30
"""Rows from the top among which the heading must be."""
_ROUNDED = re.compile(
    r"=ROUND\(\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*/\s*(\d{1,9}(?:\.\d{1,4})?)\s*,\s*(\d)\s*\)", re.I
)
_WITH_COMMA = re.compile(r"-?[0-9]{1,15}(?:,[0-9]{1,10})?")
_WITH_POINT = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,10}")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_PRECISION = ".15g"
"""The digits of a number that a spreadsheet keeps; what a float has beyond them is noise."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes its value: how, and what it showed when the file was saved."""

    written: str
    showed: Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the first to the last that says something, cells as they are."""

    title: str
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The row that names the columns: its number, and the column of each known name."""

    row: int
    columns: Mapping[str, int]
    texts: tuple[str, ...]
    """Every cell of the row, as written: notes stand among them."""

    def cell(self, name: str, row: int) -> str:
        """How a formula refers to a cell of a column, such as H5."""
        from openpyxl.utils import get_column_letter  # see `workbooks` why only now

        return f"{get_column_letter(self.columns[name] + 1)}{row}"


@dataclass(frozen=True, slots=True)
class Quotient:
    """A formula =ROUND(cell/divisor,digits)."""

    cell: str
    divisor: Decimal
    digits: int

    def of(self, dividend: Decimal) -> Decimal:
        """What the spreadsheet shows: half away from zero, exactly."""
        return (dividend / self.divisor).quantize(Decimal(1).scaleb(-self.digits), ROUND_HALF_UP)


def value(cell: Any) -> Any:
    """What a cell shows; a formula that was never computed is shown as it is written."""
    if isinstance(cell, Formula):
        return cell.written if cell.showed is None else cell.showed
    return cell


def text(cell: Any) -> str:
    """A cell as text, tidied line by line; empty for an empty cell."""
    said = value(cell)
    if said is None:
        return ""
    if isinstance(said, float):
        return format(said, _PRECISION)
    lines = (tidy(line) for line in str(said).splitlines())
    return "\n".join(line for line in lines if line)


def heading(sheet: Sheet, names: Mapping[str, str], needed: frozenset[str]) -> Heading | None:
    """The heading of a sheet, found by its words without diacritics; None if it has none.

    `names` maps the words of a heading to our name of the column.
    """
    for number, cells in enumerate(sheet.rows[:HEADING_DEPTH], start=1):
        columns: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = names.get(search_key(text(cell)))
            if name is not None:
                columns.setdefault(name, place)
        if needed <= columns.keys():
            return Heading(number, columns, tuple(text(cell) for cell in cells))
    return None


def below(sheet: Sheet, found: Heading) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows beneath a heading: their number, and each known column's cell."""
    for number, cells in enumerate(sheet.rows[found.row :], start=found.row + 1):
        yield (
            number,
            {
                name: cells[place] if place < len(cells) else None
                for name, place in found.columns.items()
            },
        )


def number(cell: Any) -> Decimal | None:
    """A cell as an exact number, decimal comma or point; None if it is not one.

    Text such as "1.500" is none: it may mean one and a half, or fifteen hundred.
    """
    said = value(cell)
    if isinstance(said, bool):
        return None
    if isinstance(said, int | float):
        return _exact(said)
    written = text(said)
    if _WITH_COMMA.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if _WITH_POINT.fullmatch(written) and not _THOUSANDS.fullmatch(written):
        return Decimal(written)
    return None


def _exact(said: float) -> Decimal | None:
    found = Decimal(said) if isinstance(said, int) else Decimal(format(said, _PRECISION))
    return found if found.is_finite() else None


def rounded_quotient(cell: Any) -> Quotient | None:
    """The formula =ROUND(cell/divisor,digits) of a cell; None for another cell."""
    if not isinstance(cell, Formula):
        return None
    found = _ROUNDED.fullmatch(cell.written.strip())
    if found is None or not Decimal(found[3]):
        return None
    return Quotient(f"{found[1]}{found[2]}".upper(), Decimal(found[3]), int(found[4]))
