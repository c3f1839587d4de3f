"""The files of a real commune and of the whole country, as they are."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from gateway.imports import areas, catalogue, positions
from gateway.imports.file import File
from resolvers.exchange import CatalogueFile
from tests.gateway.imports.books import REAL, SAMPLE, real_files

NGHIA_LAM = REAL / "nghia-lam"
CATALOGUE = NGHIA_LAM / "catalogue-decision-283.xlsx"


def rows_in_the_sheets(path: Path) -> int:
    return sum(sheet.max_row for sheet in openpyxl.load_workbook(path).worksheets)


def accounted_for(read: CatalogueFile) -> int:
    return len(read.products) + len(read.criteria) + sum(read.passed_over.values())


@pytest.fixture(scope="module")
def read() -> CatalogueFile:
    return catalogue.read(File.at(CATALOGUE))


@real_files
class TestTheCommunesCatalogue:
    def test_has_371_products_and_10_criteria(self, read: CatalogueFile) -> None:
        assert (len(read.products), len(read.criteria)) == (371, 10)
        assert [row for row in read.products if row.problems] == []

    def test_has_every_row_accounted_for(self, read: CatalogueFile) -> None:
        assert accounted_for(read) == rows_in_the_sheets(CATALOGUE)

    def test_says_what_the_spreadsheet_showed(self, read: CatalogueFile) -> None:
        """The formulas are computed here; the results that the office program kept agree."""
        book = openpyxl.load_workbook(CATALOGUE, data_only=True)
        for row in read.products:
            sheet, _, number = row.place.rpartition("!")
            showed = [cell.value for cell in book[sheet][int(number)]]
            assert row.code in showed
            assert row.points in showed
            assert row.coefficient in [
                Decimal(str(cell)) for cell in showed if isinstance(cell, int | float)
            ]

    def test_is_told_apart_by_decision_title_and_standard_unit(self, read: CatalogueFile) -> None:
        assert read.decision_no == "283/QĐ-UBND"
        assert read.title == "DANH MỤC SẢN PHẨM/CÔNG VIỆC"
        assert read.standard_points == 5
        worth = [row.name for row in read.products if row.points == 5]
        assert read.standard_unit == worth[0]

    def test_keeps_its_sections(self, read: CatalogueFile) -> None:
        sections = Counter(row.section for row in read.products)
        assert len(sections) > 2
        assert all(sections)
        assert {row.group_no for row in read.products} <= {1, 2, 3, 4, 5}


def test_the_sample_catalogue_has_every_row_accounted_for() -> None:
    read = catalogue.read(File.at(SAMPLE))
    assert accounted_for(read) == rows_in_the_sheets(SAMPLE)
    assert [row for row in read.products if row.problems] == []
    assert len(read.products) > 40


@real_files
def test_the_communes_positions_are_read_with_their_gaps() -> None:
    rows = positions.read(File.at(NGHIA_LAM / "positions.json"))
    assert len(rows) == len({row.code for row in rows}) == 25
    assert [row for row in rows if row.problems] == []
    assert sum(not row.purpose for row in rows) > 1
    assert sum(not row.competences for row in rows) > 1
    assert sum(not part.work for row in rows for part in row.tasks) == 21
    assert all(part.kind for row in rows for part in row.requirements)
    assert all(part.group for row in rows for part in row.competences)


@real_files
def test_the_country_has_34_provinces_and_3321_communes() -> None:
    rows = areas.read(File.at(REAL / "administrative-units.csv"))
    assert Counter(row.level for row in rows) == {"province": 34, "commune": 3321}
    provinces = {row.code for row in rows if row.level == "province"}
    assert {row.parent_code for row in rows} == {None, *provinces}
