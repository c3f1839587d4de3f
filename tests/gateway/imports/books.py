"""Workbooks made in a few words, and where the real files are."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gateway.imports.file import File

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "infra" / "seeds" / "catalogue.xlsx"
REAL = ROOT.parent / "shared" / "data"
real_files = pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not beside the code")

PRODUCTS = ["Mã CV", "Nhiệm vụ", "Nhóm", "Khung điểm", "Điểm chấm", "Hệ số quy đổi"]
NOTE = ["", "", "", "", "", "", "Sản phẩm chuẩn = 5 điểm"]
STAFF = ["Mã công chức", "Họ và tên", "Mã đơn vị", "Chức vụ", "Từ ngày"]


def book(sheets: Mapping[str, Sequence[Any]]) -> File:
    """A workbook of these sheets, each given by its rows."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return File("list.xlsx", content.getvalue())


def catalogue_book(*rows: Sequence[Any], heading: Sequence[Any] = ()) -> File:
    """A catalogue with one sheet, whose heading notes the standard unit."""
    columns = list(heading) or [*PRODUCTS, NOTE[6]]
    return book({"I": [["DANH MỤC SẢN PHẨM"], columns, *rows]})


def repacked(file: File, part: str, content: bytes) -> File:
    """The same workbook with another content of one part."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
        with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as changed:
            for name in parts.namelist():
                changed.writestr(name, content if name == part else parts.read(name))
    return File(file.name, result.getvalue())
