"""The state's structure as of a day."""

import unicodedata
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, Text, bindparam
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.organisation import (
    agencies,
    agency_by_code,
    agency_by_id,
    area_by_code,
    areas,
    set_agency_code,
    unit_by_id,
    units_beneath,
    units_of,
)
from tests.resolvers.town import TODAY, Town

ID = bindparam("id", type_=UuidType(as_uuid=True))
ON = bindparam("on", type_=Date)
TEXT = bindparam("text", type_=Text)
LATER = date(2026, 9, 1)


async def names(town: Town, question: Select[Any], **values: Any) -> set[str]:
    async with town.database.reading() as tx:
        return {row["name"] for row in await tx.rows(question, **values)}


class TestAgencies:
    async def test_are_all_listed_and_found_by_id(self, town: Town) -> None:
        assert await names(town, agencies()) == set(town.agencies)
        id = town.agencies["commune"]
        assert await names(town, agency_by_id(ID), id=id) == {"commune"}

    async def test_are_found_by_a_part_of_the_name_without_diacritics(self, town: Town) -> None:
        await town.owner.execute(
            "update congtam.agency set name = 'Ủy ban nhân dân xã Đồng Văn' where id = $1",
            town.agencies["commune"],
        )
        for typed in ("dong van", "ĐỒNG", " Ủy ban ", unicodedata.normalize("NFD", "Đồng")):
            assert await names(town, agencies(TEXT), text=typed) == {"Ủy ban nhân dân xã Đồng Văn"}
        assert await names(town, agencies(TEXT), text="100%") == set()

    async def test_are_found_by_the_code_of_the_day_asked_about(self, town: Town) -> None:
        for agency, begins in (("commune", TODAY), ("neighbour", LATER)):
            if agency == "neighbour":
                values = {"agency": town.agencies["commune"], "code": "H32.99", "begins": LATER}
                await town.do(town.operator(), set_agency_code, **values)
            await town.do(
                town.operator(),
                set_agency_code,
                agency=town.agencies[agency],
                code="H32.15",
                begins=begins,
            )
        found = agency_by_code(TEXT, ON)
        assert await names(town, found, text="H32.15", on=TODAY) == {"commune"}
        assert await names(town, found, text="H32.15", on=LATER) == {"neighbour"}
        assert await names(town, found, text="H32.15", on=date(2026, 6, 14)) == set()


class TestUnits:
    async def test_are_found_by_a_part_of_name_or_code(self, town: Town) -> None:
        await town.owner.execute(
            "update congtam.unit set name = 'Phòng Kinh tế', code = 'KT.01' where id = $1",
            town.units["office"],
        )
        found = units_of(ID, ON, TEXT)
        for typed in ("kinh te", "kt.01"):
            asked = {"id": town.agencies["commune"], "on": TODAY, "text": typed}
            assert await names(town, found, **asked) == {"Phòng Kinh tế"}
        elsewhere = {"id": town.agencies["neighbour"], "on": TODAY, "text": "kinh te"}
        assert await names(town, found, **elsewhere) == set()

    async def test_are_those_that_stand_on_the_day(self, town: Town) -> None:
        agency, found = town.agencies["commune"], units_of(ID, ON)
        assert await names(town, found, id=agency, on=TODAY) == {
            "commune",
            "office",
            "team",
            "culture",
        }
        assert await names(town, found, id=agency, on=date(2025, 1, 1)) == set()

    async def test_are_listed_beneath_one_another(self, town: Town) -> None:
        found = units_beneath(ID, ON)
        assert await names(town, found, id=town.units["commune"], on=TODAY) == {"office", "culture"}
        assert await names(town, unit_by_id(ID), id=town.units["team"]) == {"team"}


class TestAreas:
    async def test_are_provinces_and_their_communes(self, town: Town) -> None:
        for code, level, parent, name in (
            ("40", "province", None, "Nghệ An"),
            ("17000", "commune", "40", "Nghĩa Lâm"),
            ("01", "province", None, "Hà Nội"),
        ):
            await town.owner.execute(
                "insert into congtam.administrative_area"
                " (code, level, parent_code, name, full_name, full_name_en)"
                " values ($1, $2, $3, $4, $4, $4)",
                code,
                level,
                parent,
                name,
            )
        assert await names(town, areas()) == {"Nghệ An", "Hà Nội"}
        assert await names(town, areas(TEXT), text="40") == {"Nghĩa Lâm"}
        assert await names(town, area_by_code(TEXT), text="01") == {"Hà Nội"}
