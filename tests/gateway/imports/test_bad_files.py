"""A file that is not what it claims to be: one line that says so, and nothing is read from it."""

import io
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gateway.imports import areas, catalogue, positions, staff
from gateway.imports.file import LARGEST, File, NotThatFile
from tests.gateway.imports.books import PRODUCTS, STAFF, book, catalogue_book, repacked

HEADER = ",".join(areas.COLUMNS)
SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEETS: dict[str, Callable[[File], Any]] = {"catalogue": catalogue.read, "staff": staff.read}


def refused(read: Callable[[File], Any], file: File) -> str:
    with pytest.raises(NotThatFile) as refusal:
        read(file)
    message = str(refusal.value)
    assert message.startswith(file.name)
    assert "\n" not in message
    assert len(message) < 400
    assert refusal.value.exit_code == 2
    return message


def named(content: bytes | str, name: str = "list.csv") -> File:
    return File(name, content.encode() if isinstance(content, str) else content)


def zipped(**parts: bytes) -> File:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", inside)
    return File("list.xlsx", content.getvalue())


def raw_sheet(rows: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode()


class TestOpening:
    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(NotThatFile, match=r"^none\.csv: No such file or directory$"):
            File.at(tmp_path / "none.csv")

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(NotThatFile, match="Is a directory"):
            File.at(tmp_path)

    def test_a_file_of_twenty_one_megabytes(self, tmp_path: Path) -> None:
        (tmp_path / "big.csv").write_bytes(b"x" * (LARGEST + 1))
        with pytest.raises(NotThatFile, match=r"^big\.csv: larger than the 20 MiB allowed$"):
            File.at(tmp_path / "big.csv")

    def test_a_file_of_twenty_megabytes_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "large.csv").write_bytes(b"x" * LARGEST)
        assert len(File.at(tmp_path / "large.csv").content) == LARGEST

    def test_a_name_that_would_draw_on_the_terminal(self, tmp_path: Path) -> None:
        path = tmp_path / "\x1b[2Jlist.csv"
        path.write_text("x")
        assert File.at(path).name == "\ufffd[2Jlist.csv"


class TestText:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1258"])
    def test_in_another_encoding(self, encoding: str) -> None:
        content = f"{HEADER}\nprovince,01,,Hà,Tỉnh Hà,Ha\n".replace("ỉ", "i").encode(encoding)
        assert "is not UTF-8" in refused(areas.read, named(content))

    def test_in_two_bytes_a_letter_and_without_a_mark(self) -> None:
        """Such a file is UTF-8 by accident, but its first line is full of zeros."""
        content = f"{HEADER}\nprovince,01,,A,B,C\n".encode("utf-16-be")
        assert "the first line is" in refused(areas.read, named(content))

    @pytest.mark.parametrize(
        "header",
        ["", "code,name", HEADER.replace(",", ";"), f"{HEADER},more", "\x00\x01", "a" * 999],
    )
    def test_with_other_columns(self, header: str) -> None:
        told = refused(areas.read, named(f"{header}\nx"))
        assert f"allowed: {HEADER}" in told

    def test_with_a_line_that_lacks_a_column(self) -> None:
        told = refused(areas.read, named(f"{HEADER}\nprovince,01,,A,B,C\nprovince,02,,A,B\n"))
        assert told == "list.csv: line 3 has 5 values; allowed: 6"

    def test_with_a_quotation_that_never_ends(self) -> None:
        assert "line 2" in refused(areas.read, named(f'{HEADER}\n"province,01,,A,B,C'))

    def test_with_an_unknown_level(self) -> None:
        told = refused(areas.read, named(f"{HEADER}\ndistrict,01,,A,B,C"))
        assert told == "list.csv: line 2: level is 'district'; allowed: province, commune"

    def test_with_more_lines_than_any_list_has(self) -> None:
        lines = "province,01,,A,B,C\n" * 100_001
        assert "100001 lines" in refused(areas.read, named(f"{HEADER}\n{lines}"))

    def test_with_a_byte_order_mark_and_empty_lines_is_in_order(self) -> None:
        (row,) = areas.read(named(f"\ufeff{HEADER}\n\nprovince,01,, Hà  Nội ,B,C\n\n"))
        assert (row.place, row.name) == ("3", "Hà Nội")


class TestJson:
    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ("", "not JSON"),
            ("{", "line 1, column 2: not JSON"),
            ("{}", "allowed: a JSON list"),
            ('"text"', "allowed: a JSON list"),
            ("[1]", "allowed: a JSON list"),
            ('[{"salary": 1}]', "[0] has 'salary'; allowed: code, name"),
            ('[{"code": "1", "code": "2"}]', "the key 'code' stands twice"),
            ("[" * 100_000, "not JSON that can be read"),
            ("[" + "1" * 5_000 + "]", "not JSON that can be read"),
            ("[NaN]", "NaN is no number"),
            ("[1e99999999999999999999]", "not JSON that can be read"),
            ("[" + ",".join(["{}"] * 100_001) + "]", "100001 positions"),
        ],
    )
    def test_that_is_no_list_of_positions(self, content: str, told: str) -> None:
        assert told in refused(positions.read, named(content, "positions.json"))

    def test_in_another_encoding(self) -> None:
        content = json.dumps([{"code": "Đ", "name": "Đ"}], ensure_ascii=False).encode("utf-16")
        assert "not UTF-8" in refused(positions.read, named(content))


class TestSpreadsheets:
    @pytest.mark.parametrize(
        "content", [b"", b"PK\x03\x04", b"text", b"\xd0\xcf\x11\xe0" + b"0" * 99]
    )
    def test_that_are_no_zip(self, content: bytes) -> None:
        told = refused(File.sheets, File("list.xlsx", content))
        assert told == "list.xlsx: cannot be opened as a spreadsheet; allowed: .xlsx"

    def test_that_are_another_zip(self) -> None:
        told = refused(File.sheets, zipped(word__document=b"<x/>"))
        assert told == "list.xlsx: not a spreadsheet; allowed: .xlsx"

    def test_that_are_a_workbook_in_name_only(self) -> None:
        file = zipped(xl__workbook=b"<workbook/>")
        assert "cannot be opened" in refused(File.sheets, file)

    def test_that_unpack_to_more_than_a_machine_has(self) -> None:
        file = repacked(book({"I": [STAFF]}), SHEET, b" " * (201 * 1024 * 1024))
        assert len(file.content) < 1_000_000
        assert "unpacks to more than the 200 MiB" in refused(File.sheets, file)

    def test_that_lie_about_what_they_unpack_to(self) -> None:
        file = repacked(book({"I": [STAFF]}), SHEET, b" " * (50 * 1024 * 1024))
        size = struct.pack("<I", 50 * 1024 * 1024)
        lying = file.content.replace(size, struct.pack("<I", 100))
        assert lying != file.content
        told = refused(File.sheets, File("list.xlsx", lying))
        assert "cannot be opened" in told

    def test_whose_entities_grow_without_end(self) -> None:
        entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
        bomb = f'<!DOCTYPE x [<!ENTITY e0 "{"x" * 100}">{entities}]><x>&e11;</x>'.encode()
        file = repacked(book({"I": [STAFF]}), SHEET, bomb)
        assert "cannot be opened" in refused(File.sheets, file)

    def test_with_more_rows_than_any_list_has(self) -> None:
        rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 100_003))
        file = repacked(book({"I": [STAFF]}), SHEET, raw_sheet(rows))
        assert "allowed: 100000 rows" in refused(File.sheets, file)

    def test_with_more_columns_than_any_list_has(self) -> None:
        rows = '<row r="1"><c r="A1"><v>1</v></c><c r="ZZZ1"><v>1</v></c></row>'
        file = repacked(book({"I": [STAFF]}), SHEET, raw_sheet(rows))
        assert "allowed: 200 columns" in refused(File.sheets, file)

    def test_with_a_row_number_that_no_spreadsheet_has(self) -> None:
        rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999999"><c><v>1</v></c></row>'
        file = repacked(book({"I": [STAFF]}), SHEET, raw_sheet(rows))
        assert "list.xlsx" in refused(File.sheets, file)


@pytest.mark.parametrize("kind", SPREADSHEETS)
class TestHeadings:
    def test_that_are_others(self, kind: str) -> None:
        told = refused(SPREADSHEETS[kind], book({"I": [["Tên", "Điểm"], ["A", 1]]}))
        assert "no sheet has the columns Mã" in told

    def test_that_are_nowhere(self, kind: str) -> None:
        assert "no sheet" in refused(SPREADSHEETS[kind], book({"I": [], "II": []}))


class TestSizes:
    def test_that_a_sheet_claims_are_not_believed(self) -> None:
        """The last cell of a formatted sheet is often a million rows below the list."""
        file = catalogue_book(["A", "Việc", "N1", "", 5, 1])
        sheet = self.inside(file)
        for claim in (b'ref="A1:XFD1048576"', b'ref="A1:A1"', b'ref="A1:B99999999"'):
            changed = sheet.replace(b'ref="A1:G3"', claim)
            assert changed != sheet
            read = catalogue.read(repacked(file, SHEET, changed))
            assert [row.name for row in read.products] == ["Việc"]

    def test_of_empty_rows_at_the_end_are_not_counted(self) -> None:
        file = catalogue_book(["A", "Việc", "N1", "", 5, 1])
        end = b'<row r="1048576"><c r="XFD1048576" t="n"/></row></sheetData>'
        sheet = self.inside(file).replace(b"</sheetData>", end)
        read = catalogue.read(repacked(file, SHEET, sheet))
        assert len(read.products) + sum(read.passed_over.values()) == 3

    def inside(self, file: File) -> bytes:
        with zipfile.ZipFile(io.BytesIO(file.content)) as parts:
            return parts.read(SHEET)


class TestStandardUnit:
    @pytest.mark.parametrize(
        ("rows", "heading", "told"),
        [
            ([["A", "Việc", "N1", "", 5, 1]], PRODUCTS, "found: none; allowed: exactly one"),
            ([["A", "Việc", "N1", "", 5, "=ROUND(E3/4,2)"]], (), "found: 4, 5"),
            ([["A", "Việc", "N1", "", 5, "=ROUND(E3/0,2)"]], PRODUCTS, "found: none"),
        ],
    )
    def test_that_is_not_told_once(self, rows: Any, heading: Any, told: str) -> None:
        assert told in refused(catalogue.read, catalogue_book(*rows, heading=heading))
