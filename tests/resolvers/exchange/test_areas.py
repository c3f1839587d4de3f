"""The list of administrative areas, brought up to a file."""

from dataclasses import replace

from resolvers.exchange import AreaRow
from tests.resolvers.exchange.lists import (
    CREATED,
    UNCHANGED,
    UPDATED,
    Imports,
    an_area,
    fates,
)

COMMUNE = an_area("00004", parent="01", name="Ba Đình")


async def kept(imports: Imports) -> dict[str, str]:
    rows = await imports.fetch("select code, name from congtam.administrative_area")
    return dict(rows)


class TestImportAreas:
    async def test_writes_what_is_new_and_what_changed(self, imports: Imports) -> None:
        assert fates(await imports.do("areas", [an_area(), COMMUNE])) == [CREATED, CREATED]
        rows = [an_area(), replace(COMMUNE, name="Ba Đình Mới")]
        assert fates(await imports.do("areas", rows)) == [UNCHANGED, UPDATED]
        assert await kept(imports) == {"01": "Hà Nội", "00004": "Ba Đình Mới"}

    async def test_keeps_areas_that_the_file_does_not_name(self, imports: Imports) -> None:
        await imports.do("areas", [an_area(), COMMUNE])
        await imports.do("areas", [an_area("02", name="Hà Giang")])
        assert set(await kept(imports)) == {"01", "02", "00004"}

    async def test_takes_provinces_first_wherever_they_stand(self, imports: Imports) -> None:
        assert fates(await imports.do("areas", [COMMUNE, an_area()])) == [CREATED, CREATED]

    async def test_refuses_the_communes_of_a_province_that_is_refused(
        self, imports: Imports
    ) -> None:
        rows = [an_area(name=""), COMMUNE]
        assert fates(await imports.do("areas", rows)) == [
            ("TEXT_NOT_ACCEPTABLE", "name"),
            ("AREA_PARENT", "parent_code"),
        ]

    async def test_refuses_each_row_for_what_is_wrong_with_it(self, imports: Imports) -> None:
        wrong: dict[tuple[str, str], AreaRow] = {
            ("AREA_CODE_FORM", "code"): replace(COMMUNE, place="a", code="4a"),
            ("AREA_PARENT", "parent_code"): replace(COMMUNE, place="b", parent_code="99"),
            ("INVALID_INPUT", "level"): replace(COMMUNE, place="c", code="5", level="district"),
            ("TEXT_NOT_ACCEPTABLE", "full_name"): replace(
                COMMUNE, place="d", code="6", full_name="Phường\x00"
            ),
        }
        assert fates(await imports.do("areas", [an_area(), *wrong.values()])) == [CREATED, *wrong]
        assert set(await kept(imports)) == {"01"}

    async def test_refuses_every_row_of_a_code_that_stands_twice(self, imports: Imports) -> None:
        rows = [an_area(place="2"), an_area(place="7", name="Khác"), an_area("02", name="Ba")]
        first, second, third = await imports.do("areas", rows)
        assert fates([first, second, third]) == [*[("CODE_REPEATED", "code")] * 2, CREATED]
        assert first.message == second.message == "Mã 01 xuất hiện nhiều lần trong tệp: 2, 7."
