"""An agency's catalogue as a spreadsheet: one sheet for the criteria, some for the products."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from typing import Any

from gateway.imports.file import File, NotThatFile
from gateway.imports.rejections import NotUnderstood, PointsOutsideBand, ValueMissing
from gateway.imports.sheets import (
    Heading,
    Sheet,
    below,
    heading,
    number,
    rounded_quotient,
    text,
)
from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import search_key
from resolvers.exchange import CatalogueFile, CriterionRow, ProductRow, shown

COLUMNS = {
    "ma cv": "code",
    "ma cong viec": "code",
    "phong, ban chuyen mon": "section",
    "don vi": "section",
    "nhiem vu": "name",
    "cong viec chi tiet": "details",
    "san pham dau ra": "output",
    "nhom": "group",
    "khung diem": "band",
    "diem cham": "points",
    "he so quy doi": "coefficient",
    "ghi chu": "note",
}
NEEDED = frozenset({"code", "name", "group", "points"})
CRITERIA = {"tt": "no", "tieu chi cham diem": "name", "diem toi da": "maximum"}
MOST_TITLE = 300
_GROUP = re.compile(r"(?:N|nhóm)?\s*([0-9]{1,2})", re.I)
_BAND = re.compile(r"([0-9]{1,8})\s*[-–]\s*([0-9]{1,8})")
_STANDARD = re.compile(r"san pham chuan\s*=\s*(\d{1,8}(?:[.,]\d{1,2})?)\s*diem")
_DECISION = re.compile(r"Quyết định số\s*([^\s]+(?:\s*QĐ-UBND)?)", re.I)
_ROMAN = ("I", "II", "III")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of products with its heading, and the title above it."""

    sheet: Sheet
    head: Heading
    title: str


def read(file: File) -> CatalogueFile:
    """Everything that a catalogue file says; raises NotThatFile where it is no catalogue."""
    sheets = file.sheets()
    found = [(sheet, heading(sheet, COLUMNS, NEEDED)) for sheet in sheets]
    tables = [Table(sheet, head, _title(sheet, head)) for sheet, head in found if head is not None]
    if not tables:
        raise NotThatFile(
            f"{file.name}: no sheet has the columns Mã CV, Nhiệm vụ, Nhóm, Điểm chấm;"
            " allowed: a catalogue of products with these headings"
        )
    standard = _standard_points(file, tables)
    title = _common_title(tables)
    passed: Counter[str] = Counter()
    products = [row for table in tables for row in _products(table, title, passed)]
    criteria = [row for sheet, head in found if head is None for row in _criteria(sheet, passed)]
    return CatalogueFile(
        title=title[:MOST_TITLE],
        decision_no=_decision(sheets),
        standard_unit=_standard_unit(products, standard),
        standard_points=standard,
        products=tuple(products),
        criteria=tuple(criteria),
        passed_over=dict(passed),
    )


def _products(table: Table, title: str, passed: Counter[str]) -> Iterator[ProductRow]:
    """The rows of one sheet; those without a section of their own stand under its title."""
    name = table.sheet.title
    section = table.title.partition(title)[2].strip(" -–:.") or name
    passed[name] += table.head.row
    for place, cells in below(table.sheet, table.head):
        if any(text(cells.get(each)) for each in ("code", "name", "points")):
            yield _product(f"{name}!{place}", table.head.cell("points", place), section, cells)
        else:
            passed[name] += 1


def _product(place: str, points_cell: str, section: str, cells: Mapping[str, Any]) -> ProductRow:
    group = _GROUP.fullmatch(text(cells.get("group")))
    points = number(cells.get("points"))
    coefficient = _coefficient(cells.get("coefficient"), points, points_cell)
    return ProductRow(
        place=place,
        code=text(cells.get("code")),
        section=text(cells.get("section")) or section,
        name=text(cells.get("name")),
        details=text(cells.get("details")),
        output=text(cells.get("output")),
        note=text(cells.get("note")),
        group_no=int(group[1]) if group else None,
        points=points,
        coefficient=coefficient,
        problems=tuple(_wrong(cells, points, coefficient, group is not None)),
    )


def _wrong(
    cells: Mapping[str, Any], points: Decimal | None, coefficient: Decimal | None, grouped: bool
) -> Iterator[Refusal]:
    for name, label in (("code", "Mã CV"), ("name", "Nhiệm vụ")):
        if not text(cells.get(name)):
            yield ValueMissing(what=label, field=name)
    if not grouped:
        yield _not_understood(cells, "group", "Nhóm", "N1–N5")
    if points is None:
        yield _not_understood(cells, "points", "Điểm chấm", "5; 7,5; 1200")
        return
    if coefficient is None and text(cells.get("coefficient")):
        yield _not_understood(cells, "coefficient", "Hệ số quy đổi", "1; 1,6; =ROUND(H5/5,2)")
    band = _BAND.fullmatch(text(cells.get("band")))
    if band and not int(band[1]) <= points <= int(band[2]):
        yield PointsOutsideBand(points=points, band=band[0], field="points")


def _not_understood(
    cells: Mapping[str, Any], name: str, label: str, allowed: str
) -> NotUnderstood | ValueMissing:
    said = text(cells.get(name))
    if not said:
        return ValueMissing(what=label, field=name)
    return NotUnderstood(what=label, said=shown(said, 60), allowed=allowed, field=name)


def _coefficient(cell: Any, points: Decimal | None, points_cell: str) -> Decimal | None:
    """As the formula in the cell computes it from the points of its row, or as it is printed."""
    formula = rounded_quotient(cell)
    if formula is not None and formula.cell == points_cell:
        return None if points is None else formula.of(points)
    return number(cell)


def _standard_points(file: File, tables: Sequence[Table]) -> Decimal:
    """The points of the standard unit: from a note in a heading, or from the formulas."""
    noted = {points for table in tables if (points := _noted(table.head)) is not None}
    divided = {
        formula.divisor
        for table in tables
        for _, cells in below(table.sheet, table.head)
        if (formula := rounded_quotient(cells.get("coefficient"))) is not None
    }
    found = sorted(noted | divided)
    if len(found) != 1:
        said = ", ".join(map(str, found)) or "none"
        raise NotThatFile(
            f"{file.name}: points of the standard unit found: {said}; allowed: exactly one,"
            " as a note 'Sản phẩm chuẩn = 5 điểm' or in the formulas of Hệ số quy đổi"
        )
    return found[0]


def _noted(head: Heading) -> Decimal | None:
    for cell in head.texts:
        note = _STANDARD.search(search_key(cell))
        if note:
            return Decimal(note[1].replace(",", "."))
    return None


def _standard_unit(products: Sequence[ProductRow], points: Decimal) -> str:
    """The first product that is worth exactly the standard points, as the list orders them."""
    worth = (row.name for row in products if row.points == points and not row.problems)
    return shown(next(worth, f"Sản phẩm chuẩn {points} điểm"), MOST_TITLE)


def _criteria(sheet: Sheet, passed: Counter[str]) -> Iterator[CriterionRow]:
    """The rows of a sheet of general criteria: I with its numbers beneath, then II, then III."""
    head = heading(sheet, CRITERIA, frozenset(CRITERIA.values()))
    if head is None:
        passed[sheet.title] += len(sheet.rows)
        return
    passed[sheet.title] += head.row
    group = ""
    for place, cells in below(sheet, head):
        no = text(cells["no"])
        if no in _ROMAN:
            group = no
            passed[sheet.title] += 1
        elif group and no.isdecimal():
            yield CriterionRow(f"{sheet.title}!{place}", f"{group}.{no}", number(cells["maximum"]))
        else:
            passed[sheet.title] += 1


def _title(sheet: Sheet, head: Heading) -> str:
    """The line above the heading that calls the table a list; empty where there is none."""
    above = (shown(text(cell)) for row in sheet.rows[: head.row - 1] for cell in row[:1])
    return next((line for line in above if "DANH MỤC" in line.upper()), "")


def _common_title(tables: Sequence[Table]) -> str:
    """What the titles of all tables begin with: the title of the list as a whole."""
    titles = [table.title[max(table.title.upper().find("DANH MỤC"), 0) :] for table in tables]
    words = zip(*(title.split() for title in titles if title), strict=False)
    shared = takewhile(lambda alike: len(set(alike)) == 1, words)
    return " ".join(alike[0] for alike in shared).strip(" -–:.") or tables[0].sheet.title


def _decision(sheets: Sequence[Sheet]) -> str:
    for sheet in sheets:
        for row in sheet.rows[:4]:
            found = _DECISION.search(text(row[0])) if row else None
            if found:
                return shown(found[1].replace(" ", "").rstrip(",;)"), 100)
    return ""
