"""Workbooks read and written by openpyxl, a large library: imported when the first one is at hand.

So nothing that a server needs at its start imports this module.
"""

import io
import warnings
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from gateway.imports.sheets import Formula, Sheet
from gateway.imports.staff import COLUMNS
from resolvers.core.vietnamese import tidy

MOST_ROWS = 100_000
MOST_COLUMNS = 200
LAST_ROW = 1_048_576
"""The last row that the format has: empty ones beyond the content cost nothing, yet they end."""


class TooMany(ValueError):
    """A sheet is larger than any list is; the message says which, and what is allowed."""


def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in order; raises TooMany, and whatever its reader raises."""
    with warnings.catch_warnings():
        # openpyxl warns of what it leaves out (colours, validations): nothing that is read.
        warnings.simplefilter("ignore")
        written = _read(content, shows_results=False)
        if not any(_computes(cell) for sheet in written for row in sheet.rows for cell in row):
            return written
        showed = _read(content, shows_results=True)
    return tuple(_with_results(*pair) for pair in zip(written, showed, strict=True))


def _read(content: bytes, *, shows_results: bool) -> tuple[Sheet, ...]:
    """Row by row; with formulas as they are written, or with the results that they showed last."""
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=shows_results, keep_links=False
    )
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


def staff_template() -> Workbook:
    """An empty staff list, and a sheet that says what each of its cells may hold."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    listed, told = book.create_sheet("Danh sách công chức"), book.create_sheet("Hướng dẫn")
    listed.append(list(COLUMNS))
    listed.freeze_panes = "A2"
    told.append(["Cột", "Bắt buộc", "Nội dung"])
    for place, (label, column) in enumerate(COLUMNS.items(), start=1):
        # As text, for a spreadsheet takes the leading zeros off a number.
        listed.column_dimensions[get_column_letter(place)].number_format = "@"
        listed.column_dimensions[get_column_letter(place)].width = 22
        told.append([label, "x" if column.needed else "", column.told])
    for sheet in book.worksheets:
        for cell in sheet[1]:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
    for letter, width in (("A", 24), ("B", 12), ("C", 70)):
        told.column_dimensions[letter].width = width
    return book
