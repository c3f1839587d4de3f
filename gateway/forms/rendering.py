"""A paper becomes a file: PDF by Typst, DOCX from a Word template, XLSX for counting on.

The libraries for these are large: `printing` imports this module when the first paper is printed,
so that a server process that prints none does not carry them.
"""

import io
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import typst
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from gateway.forms.paper import TEMPLATES, BadTemplate, Form, Grid, Paper
from gateway.forms.vietnamese import plain
from gateway.forms.words import Words

_WIDEST = 60
_LINE = Side(style="thin")


def pdf(form: Form, paper: Paper) -> bytes:
    """The program's own lay-out; agencies change the Word template, not this one."""
    # The same bytes for the same paper: fonts of the system would differ from place to place.
    compiled = typst.compile(
        str(form.template("typ")),
        root=str(TEMPLATES),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(plain(dict(paper.values)), ensure_ascii=False)},
    )
    assert isinstance(compiled, bytes)
    return compiled


def docx(form: Form, paper: Paper, template: bytes | None = None) -> bytes:
    """From the agency's template where it has one; raises BadTemplate."""
    source: Path | io.BytesIO = form.template("docx") if template is None else io.BytesIO(template)
    try:
        document = DocxTemplate(source)
        document.render(plain(dict(paper.values)), jinja_env=Words())
        out = io.BytesIO()
        document.save(out)
    except (TemplateError, KeyError, ValueError, OSError) as problem:
        raise BadTemplate(str(problem)) from problem
    return out.getvalue()


def xlsx(form: Form, paper: Paper) -> bytes:
    """One sheet for each table, numbers as numbers with the digits that they have."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for grid in paper.grids:
        _sheet(book, grid)
    book.properties.title = form.title
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(book: Workbook, grid: Grid) -> None:
    sheet = book.create_sheet(grid.title)
    sheet.append(list(grid.columns))
    for row in grid.rows:
        sheet.append(list(row))
    box = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    for row_number, cells in enumerate(sheet.iter_rows()):
        for cell in cells:
            cell.border = box
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # also what begins with "=": it is a text, never a formula
            if row_number == 0:
                cell.font = Font(bold=True)
            elif isinstance(value := grid.rows[row_number - 1][cell.column - 1], Decimal):
                cell.number_format = _as_given(value)
    for number, column in enumerate(grid.columns, 1):
        texts = [column, *(str(row[number - 1] or "") for row in grid.rows)]
        width = min(max(len(text) for text in texts) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"


def _as_given(value: Decimal) -> str:
    digits = max(0, -int(value.as_tuple().exponent))
    return "0." + "0" * digits if digits else "0"


RENDERERS: Mapping[str, Callable[[Form, Paper], bytes]] = {"docx": docx, "pdf": pdf, "xlsx": xlsx}
