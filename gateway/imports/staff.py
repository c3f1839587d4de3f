"""A staff list as a spreadsheet: one row for each post of a person, under Vietnamese headings.

COLUMNS says which there are and what each may hold; `template` makes the empty list.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from gateway.imports.file import File, NotThatFile
from gateway.imports.rejections import NotUnderstood, ValueMissing
from gateway.imports.sheets import Heading, Sheet, below, heading, text, value
from resolvers.core.days import EndsBeforeItBegins
from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import search_key, tidy
from resolvers.exchange import StaffRow, shown
from resolvers.people import PersonalNumberForm

OFFICES = {"Người đứng đầu": "head", "Cấp phó": "deputy", "Công chức": "member"}
MODES = {"Bổ nhiệm": "appointed", "Quyền": "acting", "Biệt phái": "seconded"}
BESIDE = {"Có": False, "Không": True}
"""Whether a post is held beside the main one, in which the person is evaluated."""
DAY = "31/12/2026"
YEARS = range(1945, 2200)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: our name for it, whether it must be filled, and what it may hold."""

    name: str
    needed: bool
    told: str


COLUMNS = {
    "Mã công chức": Column("staff_code", True, "Mã của cơ quan đặt cho công chức"),
    "Họ và tên": Column("full_name", True, "Họ, tên đệm và tên"),
    "Số định danh cá nhân": Column("personal_number", False, "12 chữ số, nhập dạng văn bản"),
    "Mã đơn vị": Column("unit", True, "Mã đơn vị trong cơ quan, hoặc mã định danh của cơ quan"),
    "Mã vị trí việc làm": Column("position", False, "Mã vị trí việc làm của cơ quan"),
    "Chức vụ": Column("office", True, "; ".join(OFFICES)),
    "Hình thức": Column("mode", False, "; ".join(MODES) + " (để trống: Bổ nhiệm)"),
    "Kiêm nhiệm": Column("main", False, "Có; Không (để trống: Không)"),
    "Từ ngày": Column("begins", True, f"Ngày đầu tiên giữ vị trí, như {DAY}"),
    "Đến ngày": Column("ends", False, f"Ngày cuối cùng, như {DAY}; để trống nếu chưa xác định"),
    "Số quyết định": Column("decision_no", False, "Số của quyết định bổ nhiệm, phân công"),
}
LABELS = {column.name: label for label, column in COLUMNS.items()}
NEEDED = frozenset(column.name for column in COLUMNS.values() if column.needed)
_NAMES = {search_key(label): column.name for label, column in COLUMNS.items()}
_PERSONAL_NUMBER = re.compile(r"[0-9]{12}")
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


@dataclass(frozen=True, slots=True)
class StaffFile:
    """The rows of a staff list, and how many rows of each sheet say nothing."""

    rows: tuple[StaffRow, ...]
    passed_over: Mapping[str, int]


def read(file: File) -> StaffFile:
    """Every row of every sheet with the headings; raises NotThatFile where none has them."""
    passed: Counter[str] = Counter()
    rows: list[StaffRow] = []
    lists = 0
    for sheet in file.sheets():
        found = heading(sheet, _NAMES, NEEDED)
        if found is None:
            passed[sheet.title] += len(sheet.rows)
            continue
        lists += 1
        rows += _rows(sheet, found, passed)
    if not lists:
        needed = ", ".join(LABELS[name] for name in LABELS if name in NEEDED)
        raise NotThatFile(f"{file.name}: no sheet has the columns {needed}; allowed: a staff list")
    return StaffFile(tuple(rows), dict(passed))


def _rows(sheet: Sheet, found: Heading, passed: Counter[str]) -> Iterator[StaffRow]:
    passed[sheet.title] += found.row
    for place, cells in below(sheet, found):
        if any(text(cell) for cell in cells.values()):
            yield _row(f"{sheet.title}!{place}", cells)
        else:
            passed[sheet.title] += 1


def _row(place: str, cells: Mapping[str, Any]) -> StaffRow:
    office = _choice(cells.get("office"), OFFICES)
    mode = _choice(cells.get("mode"), MODES) if text(cells.get("mode")) else "appointed"
    main = _choice(cells.get("main"), BESIDE) if text(cells.get("main")) else True
    begins, ends = _day(cells.get("begins")), _day(cells.get("ends"))
    number = text(cells.get("personal_number")).replace(" ", "")
    understood = {"office": office, "mode": mode, "main": main, "begins": begins, "ends": ends}
    return StaffRow(
        place=place,
        staff_code=tidy(text(cells.get("staff_code"))),
        full_name=tidy(text(cells.get("full_name"))),
        personal_number=number or None,
        unit=tidy(text(cells.get("unit"))),
        position=tidy(text(cells.get("position"))) or None,
        office=office or "",
        mode=mode or "",
        main=main is not False,
        begins=begins,
        # The list names the last day; everywhere below a post ends on the day after it.
        ends=ends + timedelta(days=1) if ends else None,
        decision_no=tidy(text(cells.get("decision_no"))),
        problems=(
            *_missing(cells),
            *_not_understood(cells, understood),
            *_contradictory(begins, ends, number),
        ),
    )


def _missing(cells: Mapping[str, Any]) -> Iterator[Refusal]:
    for name in LABELS:
        if name in NEEDED and not text(cells.get(name)):
            yield ValueMissing(what=LABELS[name], field=name)


def _not_understood(
    cells: Mapping[str, Any], understood: Mapping[str, object]
) -> Iterator[Refusal]:
    """Cells that say something which could not be understood."""
    allowed = {"office": ", ".join(OFFICES), "mode": ", ".join(MODES), "main": ", ".join(BESIDE)}
    for name, meaning in understood.items():
        said = text(cells.get(name))
        if said and meaning is None:
            yield NotUnderstood(
                what=LABELS[name],
                said=shown(said, 60),
                allowed=allowed.get(name, DAY),
                field=name,
            )


def _contradictory(begins: date | None, ends: date | None, number: str) -> Iterator[Refusal]:
    if begins and ends and ends < begins:
        yield EndsBeforeItBegins(begins=begins, ends=ends, field="ends")
    if number and not _PERSONAL_NUMBER.fullmatch(number):
        yield PersonalNumberForm(field="personal_number")


def _choice(cell: Any, choices: Mapping[str, Any]) -> Any:
    """The value behind a Vietnamese word; diacritics and case do not matter. None for another."""
    said = search_key(text(cell))
    return next((value for label, value in choices.items() if search_key(label) == said), None)


def _day(cell: Any) -> date | None:
    """A date cell, or text such as 31/12/2026."""
    said = value(cell)
    if isinstance(said, datetime):
        found: date | None = said.date()
    else:
        found = said if isinstance(said, date) else _written_day(text(said))
    return found if found and found.year in YEARS else None


def _written_day(said: str) -> date | None:
    written = _DAY.fullmatch(said)
    try:
        return date(int(written[3]), int(written[2]), int(written[1])) if written else None
    except ValueError:
        return None
