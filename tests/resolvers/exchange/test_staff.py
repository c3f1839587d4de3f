"""A staff list: who is found, what is written anew, and what never is."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers.core.days import EndsBeforeItBegins
from resolvers.core.ids import new_id
from tests.resolvers.exchange.lists import (
    CREATED,
    UNCHANGED,
    UPDATED,
    Imports,
    a_position,
    a_post,
    fates,
)
from tests.resolvers.town import FOUNDED, TODAY

NUMBER = "001099012345"
POST = "select * from congtam.posting where person_id = $1 order by during"


async def name(imports: Imports, code: str) -> Any:
    found = await imports.fetch("select * from congtam.person where staff_code = $1", code)
    assert len(found) == 1
    return found[0]


async def foreign(
    imports: Imports, kind: str, code: str, target: UUID, scheme: str = "HCM"
) -> None:
    await imports.town.owner.execute(
        "insert into congtam.external_code values ($1, $2, $3, $4, $5, $6, daterange($7, null))",
        new_id(),
        imports.town.agencies["commune"],
        kind,
        scheme,
        code,
        target,
        FOUNDED,
    )


class TestPersons:
    async def test_are_registered_with_their_post(self, imports: Imports) -> None:
        row = a_post(personal_number=NUMBER, ends=date(2026, 12, 1))
        assert fates(await imports.do("staff", [row])) == [CREATED]
        person = await name(imports, "CC.01")
        assert person["full_name"] == "Nguyễn Thị Bưởi"
        assert NUMBER.encode() not in person["personal_number_sealed"]
        (post,) = await imports.fetch(POST, person["id"])
        assert post["unit_id"] == imports.town.units["office"]
        assert (post["during"].lower, post["during"].upper) == (row.begins, row.ends)
        assert (post["office"], post["mode"], post["main"]) == ("member", "appointed", True)

    async def test_stand_unchanged_the_second_time(self, imports: Imports) -> None:
        rows = [a_post(personal_number=NUMBER), a_post("CC.02", full_name="Lò Văn Ổi")]
        await imports.do("staff", rows)
        before = await imports.fetch("select * from congtam.person order by id")
        assert fates(await imports.do("staff", rows)) == [UNCHANGED, UNCHANGED]
        assert await imports.fetch("select * from congtam.person order by id") == before

    async def test_get_the_name_that_the_list_now_has(self, imports: Imports) -> None:
        await imports.do("staff", [a_post()])
        row = a_post(full_name="Nguyễn Thị Bòng")
        assert fates(await imports.do("staff", [row])) == [UPDATED]
        person = await name(imports, "CC.01")
        assert (person["given_name"], person["search_key"]) == ("Bòng", "nguyen thi bong")
        (leaf,) = [one for one in await imports.town.leaves() if one["deed"] == "correct_person"]
        assert leaf["before"] == {"full_name": "Nguyễn Thị Bưởi"}
        assert leaf["after"] == {"full_name": "Nguyễn Thị Bòng"}

    async def test_are_given_a_number_that_was_missing(self, imports: Imports) -> None:
        await imports.do("staff", [a_post()])
        row = a_post(personal_number=NUMBER)
        assert fates(await imports.do("staff", [row])) == [UPDATED]
        assert fates(await imports.do("staff", [row])) == [UNCHANGED]
        assert fates(await imports.do("staff", [a_post()])) == [UNCHANGED]

    async def test_are_found_by_number_and_take_their_new_staff_code(
        self, imports: Imports
    ) -> None:
        await imports.do("staff", [a_post("CC.01", personal_number=NUMBER)])
        row = a_post("MỚI.01", personal_number=NUMBER)
        assert fates(await imports.do("staff", [row])) == [UPDATED]
        assert (await name(imports, "MỚI.01"))["full_name"] == "Nguyễn Thị Bưởi"

    async def test_keep_their_number_against_another_one(self, imports: Imports) -> None:
        await imports.do("staff", [a_post(personal_number=NUMBER)])
        row = a_post(personal_number="001099054321")
        assert fates(await imports.do("staff", [row])) == [
            ("PERSONAL_NUMBER_DIFFERS", "personal_number")
        ]

    async def test_are_not_guessed_where_code_and_number_name_two(self, imports: Imports) -> None:
        await imports.do("staff", [a_post(personal_number=NUMBER), a_post("CC.02")])
        (verdict,) = await imports.do("staff", [a_post("CC.02", personal_number=NUMBER)])
        assert (verdict.code, verdict.field) == ("UNKNOWN_REFERENCE", "staff_code")
        assert verdict.message == "Mã CC.02 khớp 2 mục; mã phải chỉ đúng một mục."

    async def test_may_be_named_by_our_id_or_anothers_code(self, imports: Imports) -> None:
        clerk = imports.town.people["clerk"]
        await foreign(imports, "person", "A-7", clerk)
        other = {"full_name": "Hồ Văn Ẩn", "unit": "TO", "main": False, "begins": TODAY}
        rows = [a_post("A-7", **other), a_post(str(clerk), **other)]
        assert fates(await imports.do("staff", rows)) == [CREATED, UNCHANGED]
        assert await imports.fetch("select 1 from congtam.person where staff_code = 'A-7'") == []

    async def test_are_not_made_of_an_id_that_nobody_has(self, imports: Imports) -> None:
        (verdict,) = await imports.do("staff", [a_post(str(new_id()))])
        assert (verdict.code, verdict.field) == ("UNKNOWN_REFERENCE", "staff_code")
        assert verdict.message is not None
        assert "khớp 0 mục" in verdict.message

    async def test_are_not_found_by_number_where_an_id_names_nobody(self, imports: Imports) -> None:
        await imports.do("staff", [a_post(personal_number=NUMBER)])
        (verdict,) = await imports.do("staff", [a_post(str(new_id()), personal_number=NUMBER)])
        assert (verdict.code, verdict.field) == ("UNKNOWN_REFERENCE", "staff_code")
        assert verdict.message is not None
        assert "khớp 0 mục" in verdict.message

    async def test_of_another_agency_keep_the_name_of_their_file(self, imports: Imports) -> None:
        await imports.do("staff", [a_post(personal_number=NUMBER)])
        lent = a_post("X.01", personal_number=NUMBER, full_name="Khác", unit="VP", main=False)
        assert fates(await imports.do("staff", [lent], agency="neighbour")) == [CREATED]
        person = await name(imports, "CC.01")
        assert person["full_name"] == "Nguyễn Thị Bưởi"
        assert person["agency_id"] == imports.town.agencies["commune"]

    async def test_with_a_name_that_is_none_are_refused(self, imports: Imports) -> None:
        rows = [a_post(full_name="<script>"), a_post("CC\x0002"), a_post("CC.03")]
        verdicts = await imports.do("staff", rows)
        assert fates(verdicts) == [
            ("NAME_NOT_ACCEPTABLE", "fullName"),
            ("TEXT_NOT_ACCEPTABLE", "staff_code"),
            CREATED,
        ]
        assert verdicts[1].key == "CC\ufffd02"


class TestUnits:
    @pytest.mark.parametrize("reference", ["VP", "HCM:U-1", "U-1"])
    async def test_are_named_by_own_and_foreign_codes(
        self, imports: Imports, reference: str
    ) -> None:
        await foreign(imports, "unit", "U-1", imports.town.units["office"])
        assert fates(await imports.do("staff", [a_post(unit=reference)])) == [CREATED]

    async def test_are_named_by_our_id(self, imports: Imports) -> None:
        row = a_post(unit=str(imports.town.units["office"]))
        assert fates(await imports.do("staff", [row])) == [CREATED]

    async def test_at_the_root_are_named_by_the_agencys_electronic_code(
        self, imports: Imports
    ) -> None:
        await imports.town.owner.execute(
            "insert into congtam.agency_code values ($1, $2, 'H40.91', daterange($3, null))",
            new_id(),
            imports.town.agencies["commune"],
            FOUNDED,
        )
        await imports.do("staff", [a_post(unit="H40.91")])
        (post,) = await imports.fetch(POST, (await name(imports, "CC.01"))["id"])
        assert post["unit_id"] == imports.town.units["commune"]

    @pytest.mark.parametrize(
        ("reference", "count"), [("KHÔNG", 0), ("TRÙNG", 2), ("", 0), ("VP\x00", 0)]
    )
    async def test_that_a_code_does_not_tell_apart_are_never_guessed(
        self, imports: Imports, reference: str, count: int
    ) -> None:
        for unit in ("office", "culture"):
            await foreign(imports, "unit", "TRÙNG", imports.town.units[unit], scheme=unit)
        before = await imports.fetch("select * from congtam.person order by id")
        (verdict,) = await imports.do("staff", [a_post(unit=reference)])
        assert (verdict.code, verdict.field) == ("UNKNOWN_REFERENCE", "unit")
        assert verdict.message is not None
        assert f"khớp {count} mục" in verdict.message
        assert await imports.fetch("select * from congtam.person order by id") == before

    async def test_that_are_ambiguous_are_told_apart_by_their_scheme(
        self, imports: Imports
    ) -> None:
        for unit in ("office", "culture"):
            await foreign(imports, "unit", "TRÙNG", imports.town.units[unit], scheme=unit)
        assert fates(await imports.do("staff", [a_post(unit="culture:TRÙNG")])) == [CREATED]

    async def test_of_another_agency_are_unknown_here(self, imports: Imports) -> None:
        row = a_post(unit=str(imports.town.units["neighbour"]))
        assert fates(await imports.do("staff", [row])) == [("UNKNOWN_REFERENCE", "unit")]

    async def test_count_as_they_stand_when_the_post_begins(self, imports: Imports) -> None:
        """A code that passed from a closed unit to a new one names each on its own days."""
        town = imports.town
        await town.owner.execute(
            "update congtam.unit set code = 'VH', closed_on = $1 where id = $2",
            date(2026, 3, 1),
            town.units["office"],
        )
        await town.owner.execute(
            "update congtam.unit set opened_on = $1 where id = $2",
            date(2026, 3, 1),
            town.units["culture"],
        )
        early = a_post("E", unit="VH", begins=date(2026, 2, 1), ends=date(2026, 3, 1))
        late = a_post("L", unit="VH", begins=date(2026, 3, 1))
        assert fates(await imports.do("staff", [early, late])) == [CREATED, CREATED]
        found = await imports.fetch(
            "select p.unit_id from congtam.posting p join congtam.person on person.id = person_id"
            " where staff_code in ('E', 'L') order by staff_code"
        )
        assert [row["unit_id"] for row in found] == [town.units["office"], town.units["culture"]]


class TestPosts:
    async def test_name_their_position_by_its_code(self, imports: Imports) -> None:
        await imports.do("positions", [a_position()])
        row = a_post(position="VT.01")
        assert fates(await imports.do("staff", [row])) == [CREATED]
        (post,) = await imports.fetch(POST, (await name(imports, "CC.01"))["id"])
        (place,) = await imports.fetch("select id from congtam.job_position")
        assert post["position_id"] == place["id"]

    async def test_with_an_unknown_position_register_nobody(self, imports: Imports) -> None:
        verdicts = await imports.do("staff", [a_post(position="VT.99")])
        assert fates(verdicts) == [("UNKNOWN_REFERENCE", "position")]
        assert await imports.fetch("select 1 from congtam.person where staff_code = 'CC.01'") == []

    async def test_of_a_second_head_are_refused_and_nothing_of_them_stays(
        self, imports: Imports
    ) -> None:
        rows = [a_post(office="head"), a_post("CC.02", full_name="Vi Thị Na")]
        assert fates(await imports.do("staff", rows)) == [("HEAD_EXISTS", "begins"), CREATED]
        assert await imports.fetch("select 1 from congtam.person where staff_code = 'CC.01'") == []

    async def test_that_overlap_the_main_one_are_refused(self, imports: Imports) -> None:
        rows = [a_post(), a_post(unit="VH"), a_post(unit="VH", main=False)]
        assert fates(await imports.do("staff", rows)) == [
            CREATED,
            ("POSTING_OVERLAPS", "begins"),
            CREATED,
        ]

    @pytest.mark.parametrize(
        "other",
        [
            {"ends": date(2026, 9, 1)},
            {"mode": "acting"},
            {"main": False},
            {"decision_no": "13/QĐ"},
            {"begins": date(2026, 2, 2)},
        ],
    )
    async def test_that_stand_on_other_terms_are_left_as_they_are(
        self, imports: Imports, other: dict[str, Any]
    ) -> None:
        await imports.do("staff", [a_post()])
        before = await imports.fetch("select * from congtam.posting order by id")
        assert fates(await imports.do("staff", [a_post(**other)])) == [("POST_DIFFERS", "begins")]
        assert await imports.fetch("select * from congtam.posting order by id") == before

    async def test_may_leave_out_what_is_known(self, imports: Imports) -> None:
        await imports.do("positions", [a_position()])
        await imports.do("staff", [a_post(position="VT.01")])
        row = a_post(position=None, decision_no="")
        assert fates(await imports.do("staff", [row])) == [UNCHANGED]

    async def test_begin_before_they_end(self, imports: Imports) -> None:
        row = a_post(ends=date(2026, 1, 5))
        assert fates(await imports.do("staff", [row])) == [("ENDS_BEFORE_IT_BEGINS", "ends")]

    async def test_with_a_fault_found_while_reading_are_not_tried(self, imports: Imports) -> None:
        fault = EndsBeforeItBegins(begins=TODAY, ends=FOUNDED, field="ends")
        row = replace(a_post(), problems=(fault,))
        assert fates(await imports.do("staff", [row])) == [("ENDS_BEFORE_IT_BEGINS", "ends")]


async def test_rows_are_counted_as_they_are_judged(imports: Imports) -> None:
    heard: list[int] = []
    rows = [a_post(), a_post("CC.02"), a_post("CC.03", unit="KHÔNG")]
    await imports.do("staff", rows, progress=heard.append)
    assert heard == [1, 2, 3]
