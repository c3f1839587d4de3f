"""Spreadsheets as people make them: titles above, merged cells, headings worded a little anew."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Protocol

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from resolvers.core.vietnamese import search_key, tidy

HEADING_DEPTH = 30
"""Rows from the top among which the heading must be."""
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LAST_ROW = 1_048_576
"""The last row that the format has: empty ones beyond the content cost nothing, yet they end."""
_ROUNDED = re.compile(
    r"=ROUND\(\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*/\s*(\d{1,9}(?:\.\d{1,4})?)\s*,\s*(\d)\s*\)", re.I
)
_WITH_COMMA = re.compile(r"-?[0-9]{1,15}(?:,[0-9]{1,10})?")
_WITH_POINT = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,10}")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_PRECISION = ".15g"
"""The digits of a number that a spreadsheet keeps; what a float has beyond them is noise."""


class TooMany(ValueError):
    """A sheet is larger than any list is; the message says which, and what is allowed."""


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


class Opening(Protocol):
    """Opens the workbook, with formulas as they are written or with the results they showed."""

    def __call__(self, *, shows_results: bool) -> Workbook: ...


def sheets_of(opened: Opening) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in order; raises TooMany, and whatever its reader raises."""
    written = _read(opened(shows_results=False))
    if not any(_computes(cell) for sheet in written for row in sheet.rows for cell in row):
        return written
    showed = _read(opened(shows_results=True))
    return tuple(_with_results(*pair) for pair in zip(written, showed, strict=True))


def _read(book: Workbook) -> tuple[Sheet, ...]:
    try:
        return tuple(Sheet(tidy(sheet.title), _rows(sheet)) for sheet in book.worksheets)
    finally:
        book.close()


def _rows(sheet: Any) -> tuple[tuple[Any, ...], ...]:
    # What a file says about its own size may be wrong; the rows themselves are asked.
    sheet.reset_dimensions()
    rows: list[tuple[Any, ...]] = []
    empty = 0
    for cells in sheet.iter_rows(values_only=True):
        row = _trimmed(cells)
        if not row:
            empty += 1
        else:
            rows.extend(() for _ in range(empty))
            rows.append(row)
            empty = 0
        if len(rows) > MOST_ROWS or len(rows) + empty > LAST_ROW:
            raise TooMany(f"sheet {tidy(sheet.title)!r}: allowed: {MOST_ROWS} rows")
        if len(row) > MOST_COLUMNS:
            raise TooMany(f"sheet {tidy(sheet.title)!r}: allowed: {MOST_COLUMNS} columns")
    return tuple(rows)


def _trimmed(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """The cells of a row up to the last that is not empty."""
    width = len(cells)
    while width and (cells[width - 1] is None or cells[width - 1] == ""):
        width -= 1
    return cells[:width]


def _computes(cell: Any) -> bool:
    return isinstance(cell, ArrayFormula | DataTableFormula) or (
        isinstance(cell, str) and cell.startswith("=")
    )


def _with_results(written: Sheet, showed: Sheet) -> Sheet:
    def both(row: int, column: int, cell: Any) -> Any:
        if not _computes(cell):
            return cell
        line = showed.rows[row] if row < len(showed.rows) else ()
        how = cell if isinstance(cell, str) else str(getattr(cell, "text", ""))
        return Formula(how, line[column] if column < len(line) else None)

    return Sheet(
        written.title,
        tuple(
            tuple(both(row, column, cell) for column, cell in enumerate(cells))
            for row, cells in enumerate(written.rows)
        ),
    )


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
