"""The list in force on a day, and products found without diacritics."""

import unicodedata
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Date, Text, bindparam
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.catalogue import catalogue_in_force, products
from tests.resolvers.catalogue.test_deeds import JULY, approved
from tests.resolvers.town import TODAY, Town

IN_FORCE = catalogue_in_force(
    bindparam("agency", type_=UuidType(as_uuid=True)), bindparam("on", type_=Date)
)
FOUND = products(bindparam("search", type_=Text))


async def in_force(town: Town, day: date) -> UUID | None:
    async with town.database.reading() as tx:
        row = await tx.row(IN_FORCE, agency=town.agencies["commune"], on=day)
    return None if row is None else row["id"]


class TestCatalogueInForce:
    async def test_holds_from_its_first_day(self, town: Town) -> None:
        id = await approved(town, JULY)
        assert await in_force(town, JULY - timedelta(days=1)) is None
        assert await in_force(town, JULY) == id

    async def test_knows_no_draft(self, town: Town) -> None:
        await approved(town, JULY)
        assert await in_force(town, TODAY) is None


class TestProducts:
    @pytest.mark.parametrize(
        ("typed", "codes"),
        [
            ("van", ["1.01"]),
            ("VĂN", ["1.01"]),
            ("ke hoach", ["2.07"]),
            ("Kế Hoạch", ["2.07"]),
            ("ĐƠN", ["1.01"]),
            ("  tuyên truyền ", ["2.07"]),
            ("2.0", ["2.07"]),
            ("%", []),
            ("_", []),
            ("nghị quyết", []),
        ],
    )
    async def test_are_found_with_or_without_diacritics(
        self, town: Town, typed: str, codes: list[str]
    ) -> None:
        await approved(town)
        async with town.database.reading() as tx:
            rows = await tx.rows(FOUND, search=typed)
        assert [row["code"] for row in rows] == codes

    async def test_are_the_same_however_the_search_is_encoded(self, town: Town) -> None:
        await approved(town)
        async with town.database.reading() as tx:
            rows = await tx.rows(FOUND, search=unicodedata.normalize("NFD", "Kế hoạch"))
        assert len(rows) == 1
