"""What the readers make of rows as people write them."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gateway.imports import catalogue, positions, staff
from gateway.imports.file import File
from gateway.imports.sheets import Formula, Quotient, number, rounded_quotient, text
from resolvers.exchange import CriterionRow, PositionRow, ProductRow, StaffRow
from tests.gateway.imports.books import NOTE, PRODUCTS, STAFF, book, catalogue_book


def problems(row: ProductRow | PositionRow | StaffRow) -> list[tuple[str, str | None]]:
    return [(each.code, each.field) for each in row.problems]


class TestNumbers:
    @pytest.mark.parametrize(
        ("cell", "found"),
        [
            (5, "5"),
            (2.5, "2.5"),
            (0.1 + 0.2, "0.3"),
            ("2,5", "2.5"),
            (" 12 ", "12"),
            ("2.5", "2.5"),
            ("0.125", "0.125"),
            ("1200", "1200"),
            ("-3", "-3"),
            (Formula("=1+1", 2), "2"),
        ],
    )
    def test_are_exact(self, cell: Any, found: str) -> None:
        assert number(cell) == Decimal(found)

    @pytest.mark.parametrize(
        "cell",
        [None, "", "năm", "5 điểm", True, "1.500", "1.234,5", "1e3", "٥", float("nan"),
         float("inf"), "1" * 99, date(2026, 1, 1), Formula("=A1", "#REF!")],
    )  # fmt: skip
    def test_that_may_mean_two_things_or_nothing_are_none(self, cell: Any) -> None:
        assert number(cell) is None

    def test_come_from_a_rounded_quotient_of_the_rows_points(self) -> None:
        cell = Formula(" =round( $H$5 /5, 2) ", 1.6)
        assert rounded_quotient(cell) == Quotient("H5", Decimal(5), 2)
        assert Quotient("H5", Decimal(8), 2).of(Decimal(1)) == Decimal("0.13")

    @pytest.mark.parametrize("written", ["=H5/5", "=ROUND(H5/0,2)", "=ROUND(H5/I5,2)", "ROUND"])
    def test_of_other_formulas_are_what_they_showed(self, written: str) -> None:
        assert rounded_quotient(Formula(written, 1.6)) is None
        assert number(Formula(written, 1.6)) == Decimal("1.6")

    def test_as_text_lose_no_zero_and_gain_no_point(self) -> None:
        assert [text(cell) for cell in (1, 1.0, "001", 1.5)] == ["1", "1", "001", "1.5"]


def one_product(*cells: Any) -> ProductRow:
    (row,) = catalogue.read(catalogue_book(cells)).products
    return row


class TestProducts:
    def test_are_read_under_headings_in_any_order_and_spelling(self) -> None:
        heading = ["GHI CHÚ", "điểm  chấm", "Nhóm", "NHIỆM VỤ", "Mã công việc", NOTE[6]]
        file = catalogue_book(["ghi", 7.5, "nhóm 2", "Việc", "A"], heading=heading)
        (row,) = catalogue.read(file).products
        assert (row.place, row.code, row.name, row.note) == ("I!3", "A", "Việc", "ghi")
        assert (row.group_no, row.points, row.coefficient) == (2, Decimal("7.5"), None)
        assert row.problems == ()

    @pytest.mark.parametrize(
        ("cells", "coefficient"),
        [
            (["A", "Việc", "N1", "", 8, "=ROUND(E3/5,2)"], "1.60"),
            (["A", "Việc", "N1", "", 8, "1,6"], "1.6"),
            (["A", "Việc", "N1", "", 8, 1.75], "1.75"),
        ],
    )
    def test_have_the_coefficient_that_their_cell_shows(
        self, cells: list[Any], coefficient: str
    ) -> None:
        row = one_product(*cells)
        assert (row.coefficient, row.problems) == (Decimal(coefficient), ())

    @pytest.mark.parametrize(
        ("cells", "wrong"),
        [
            (["", "Việc", "N1", "", 5, 1], [("VALUE_MISSING", "code")]),
            (["A", "", "N1", "", 5, 1], [("VALUE_MISSING", "name")]),
            (["A", "Việc", "", "", 5, 1], [("VALUE_MISSING", "group")]),
            (["A", "Việc", "N", "", 5, 1], [("NOT_UNDERSTOOD", "group")]),
            (["A", "Việc", "N1", "", "", 1], [("VALUE_MISSING", "points")]),
            (["A", "Việc", "N1", "", "năm", 1], [("NOT_UNDERSTOOD", "points")]),
            (["A", "Việc", "N1", "", 5, "một"], [("NOT_UNDERSTOOD", "coefficient")]),
            (["A", "Việc", "N1", "", 5, "=ROUND(E9/5,2)"], [("NOT_UNDERSTOOD", "coefficient")]),
            (["A", "Việc", "N1", "1-10", 11, 1], [("POINTS_OUTSIDE_BAND", "points")]),
            (["A", "", "", "", None, 1],
             [("VALUE_MISSING", "name"), ("VALUE_MISSING", "group"), ("VALUE_MISSING", "points")]),
        ],
    )  # fmt: skip
    def test_carry_what_is_wrong_with_them(
        self, cells: list[Any], wrong: list[tuple[str, str]]
    ) -> None:
        assert problems(one_product(*cells)) == wrong

    def test_tell_what_is_wrong_in_vietnamese(self) -> None:
        (problem,) = one_product("A", "Việc", "cao", "", 5, 1).problems
        said = "Không hiểu giá trị “cao” ở mục Nhóm; cho phép: N1–N5."
        assert problem.message("vi") == said

    def test_of_a_sixth_group_are_read_and_left_to_the_law(self) -> None:
        assert one_product("A", "Việc", "N6", "", 5, 1).group_no == 6

    def test_stand_under_their_own_section_or_their_sheets_title(self) -> None:
        heading = ["Mã CV", "Phòng, ban chuyên môn", "Nhiệm vụ", "Nhóm", "Điểm chấm", NOTE[6]]
        row = ["Việc", "N1", 5]
        read = catalogue.read(
            book(
                {
                    "1": [["DANH MỤC CÔNG VIỆC - DÙNG CHUNG"], heading, ["A", "", *row]],
                    "2": [["Phần B. DANH MỤC CÔNG VIỆC RIÊNG"], heading, ["B", "Tư pháp", *row]],
                }
            )
        )
        assert read.title == "DANH MỤC CÔNG VIỆC"
        assert [row.section for row in read.products] == ["DÙNG CHUNG", "Tư pháp"]

    def test_name_the_standard_unit_by_its_points(self) -> None:
        rows = [["A", "Lớn", "N1", "", 10, 2], ["B", "Chuẩn", "N1", "", 5, 1]]
        assert catalogue.read(catalogue_book(*rows)).standard_unit == "Chuẩn"
        assert catalogue.read(catalogue_book(rows[0])).standard_unit == "Sản phẩm chuẩn 5 điểm"


class TestRows:
    def test_are_all_accounted_for(self) -> None:
        criteria: list[list[Any]] = [
            ["TIÊU CHÍ"],
            ["TT", "Tiêu chí chấm điểm", "Điểm tối đa"],
            ["I", "A", 10],
        ]
        file = book(
            {
                "I": [*criteria, [1, "x", 5], [2, "y", "5,0"], ["", "Tổng", 10]],
                "II": [["DANH MỤC"], [], [*PRODUCTS, NOTE[6]], ["A", "B", "N1", "", 5, 1], []],
                "Ghi chú": [["một"], ["hai"]],
            }
        )
        read = catalogue.read(file)
        assert read.criteria == (
            CriterionRow("I!4", "I.1", Decimal(5)),
            CriterionRow("I!5", "I.2", Decimal(5)),
        )
        assert [row.place for row in read.products] == ["II!4"]
        assert read.passed_over == {"I": 4, "II": 3, "Ghi chú": 2}


def positions_of(*entries: Any) -> tuple[PositionRow, ...]:
    return positions.read(File("positions.json", json.dumps(entries).encode()))


class TestPositions:
    def test_are_read_with_their_gaps(self) -> None:
        (row,) = positions_of({"code": " VT.1 ", "name": "A\n\nB", "tasks": None})
        assert (row.code, row.name, row.purpose, row.tasks) == ("VT.1", "A\nB", "", ())

    def test_take_over_what_a_merged_cell_says(self) -> None:
        education = [{"kind": "Khác", "requirement": "a"}, {"kind": "", "requirement": "b"}]
        competences = [{"group": "Chung", "name": "x"}, {"name": "y", "level": 2}, {}]
        (row,) = positions_of(
            {"code": "1", "name": "A", "education": education, "competences": competences}
        )
        assert [part.kind for part in row.requirements] == ["Khác", "Khác"]
        assert [(c.group, c.name, c.level) for c in row.competences] == [
            ("Chung", "x", ""),
            ("Chung", "y", "2"),
        ]

    @pytest.mark.parametrize(
        ("entry", "wrong"),
        [
            ({"code": "1"}, ("VALUE_MISSING", "name")),
            ({"code": 1, "name": "A"}, ("NOT_UNDERSTOOD", "code")),
            ({"code": "1", "name": "A", "purpose": ["x"]}, ("NOT_UNDERSTOOD", "purpose")),
            ({"code": "1", "name": "A", "tasks": "x"}, ("NOT_UNDERSTOOD", "tasks")),
            ({"code": "1", "name": "A", "tasks": ["x"]}, ("NOT_UNDERSTOOD", "tasks[0]")),
            ({"code": "1", "name": "A", "tasks": [{"pay": 1}]}, ("NOT_UNDERSTOOD", "tasks[0]")),
            (
                {"code": "1", "name": "A", "tasks": [{"work": ["x"]}]},
                ("NOT_UNDERSTOOD", "tasks[0].work"),
            ),
        ],
    )
    def test_carry_what_is_wrong_with_them(self, entry: Any, wrong: tuple[str, str]) -> None:
        (row,) = positions_of(entry)
        assert problems(row) == [wrong]

    def test_keep_control_characters_for_the_deed_to_refuse(self) -> None:
        (row,) = positions_of({"code": "1", "name": "A\u0000B\ud800"})
        assert row.name == "A\x00B\ud800"


def one_post(*cells: Any, columns: tuple[str, ...] = ()) -> StaffRow:
    (row,) = staff.read(book({"A": [[*STAFF, *columns], cells]})).rows
    return row


PLAIN = ("CC.1", "Lò Văn Ổi", "VP", "Công chức", "1/2/2026")


class TestStaff:
    def test_are_read_with_what_is_left_out_as_usual(self) -> None:
        row = one_post(*PLAIN)
        assert row.problems == ()
        assert (row.place, row.staff_code, row.unit) == ("A!2", "CC.1", "VP")
        assert (row.office, row.mode, row.main) == ("member", "appointed", True)
        assert (row.begins, row.ends) == (date(2026, 2, 1), None)
        assert (row.personal_number, row.position) == (None, None)

    @pytest.mark.parametrize("cell", [date(2026, 12, 31), "31/12/2026", " 31/12/2026\n"])
    def test_hold_a_post_to_its_last_day_which_the_list_names(self, cell: Any) -> None:
        assert one_post(*PLAIN, cell, columns=("Đến ngày",)).ends == date(2027, 1, 1)

    @pytest.mark.parametrize(
        ("column", "cell", "name", "meaning"),
        [
            ("Hình thức", "BIỆT PHÁI", "mode", "seconded"),
            ("Hình thức", "quyen", "mode", "acting"),
            ("Kiêm nhiệm", "có", "main", False),
            ("Kiêm nhiệm", "Không", "main", True),
            ("Số định danh cá nhân", "001 099 012 345", "personal_number", "001099012345"),
            ("Mã vị trí việc làm", 7, "position", "7"),
        ],
    )
    def test_understand_words_without_their_marks(
        self, column: str, cell: Any, name: str, meaning: Any
    ) -> None:
        row = one_post(*PLAIN, cell, columns=(column,))
        assert (getattr(row, name), row.problems) == (meaning, ())

    @pytest.mark.parametrize(
        ("column", "cell", "wrong"),
        [
            ("Chức vụ", "Vua", ("NOT_UNDERSTOOD", "office")),
            ("Chức vụ", None, ("VALUE_MISSING", "office")),
            ("Hình thức", "Tạm", ("NOT_UNDERSTOOD", "mode")),
            ("Kiêm nhiệm", "1", ("NOT_UNDERSTOOD", "main")),
            ("Từ ngày", "2026-02-01", ("NOT_UNDERSTOOD", "begins")),
            ("Từ ngày", "30/2/2026", ("NOT_UNDERSTOOD", "begins")),
            ("Từ ngày", 46054, ("NOT_UNDERSTOOD", "begins")),
            ("Đến ngày", "31/12/9999", ("NOT_UNDERSTOOD", "ends")),
            ("Đến ngày", "1/1/2026", ("ENDS_BEFORE_IT_BEGINS", "ends")),
            ("Số định danh cá nhân", 1099012345, ("PERSONAL_NUMBER_FORM", "personal_number")),
            ("Số định danh cá nhân", "٠٠١٠٩٩٠١٢٣٤٥", ("PERSONAL_NUMBER_FORM", "personal_number")),
        ],
    )
    def test_carry_what_is_wrong_with_them(
        self, column: str, cell: Any, wrong: tuple[str, str]
    ) -> None:
        columns = {**dict(zip(STAFF, PLAIN, strict=True)), column: cell}
        (row,) = staff.read(book({"A": [list(columns), list(columns.values())]})).rows
        assert problems(row) == [wrong]

    def test_tell_nothing_of_a_wrong_personal_number(self) -> None:
        row = one_post(*PLAIN, "0010990123", columns=("Số định danh cá nhân",))
        assert "0010990123" not in row.problems[0].message("vi") + row.problems[0].message("en")

    def test_are_read_from_every_sheet_that_has_the_headings(self) -> None:
        sheets: dict[str, list[Any]] = {
            "A": [STAFF, PLAIN],
            "B": [["Danh sách"], STAFF, [], PLAIN],
            "C": [["x"]],
        }
        read = staff.read(book(sheets))
        assert [row.place for row in read.rows] == ["A!2", "B!4"]
        assert read.passed_over == {"A": 1, "B": 3, "C": 1}
