"""A product list into the agency's draft: compared, checked against the law, never decided."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gateway.imports.rejections import ValueMissing
from tests.resolvers.exchange.lists import (
    CREATED,
    DEEDS,
    UNCHANGED,
    UPDATED,
    Imports,
    a_batch,
    a_catalogue,
    a_criterion,
    a_product,
    fates,
)

A, B = a_product("A"), a_product("B", "12.5", group_no=5)


async def editions(imports: Imports) -> list[tuple[int, str]]:
    rows = await imports.fetch("select edition, state from congtam.catalogue order by edition")
    return [tuple(row) for row in rows]


async def products(imports: Imports, edition: int = 1) -> dict[str, Any]:
    rows = await imports.fetch(
        "select p.* from congtam.product p join congtam.catalogue c on c.id = p.catalogue_id"
        " where edition = $1",
        edition,
    )
    return {row["code"]: row for row in rows}


async def decide(imports: Imports) -> None:
    await imports.town.owner.execute(
        "update congtam.catalogue set state = 'approved', approved_by = $1, in_force_from = $2",
        imports.town.people["governor"],
        date(2026, 3, 1),
    )


class TestProducts:
    async def test_go_into_a_draft_of_the_files_own(self, imports: Imports) -> None:
        assert fates(await imports.do("catalogue", a_catalogue(A, B))) == [CREATED, CREATED]
        (edition,) = await imports.fetch("select * from congtam.catalogue")
        assert (edition["state"], edition["decision_no"]) == ("draft", "1/QĐ-UBND")
        assert edition["approved_by"] is None
        found = await products(imports)
        assert found["B"]["coefficient"] == Decimal("2.5")
        assert found["A"]["section"] == "Dùng chung"

    async def test_stand_unchanged_the_second_time(self, imports: Imports) -> None:
        await imports.do("catalogue", a_catalogue(A, B))
        before = await products(imports)
        assert fates(await imports.do("catalogue", a_catalogue(A, B))) == [UNCHANGED] * 2
        assert await products(imports) == before

    async def test_are_added_to_a_draft_and_altered_in_it(self, imports: Imports) -> None:
        await imports.do("catalogue", a_catalogue(A, B))
        file = a_catalogue(replace(A, name="Tên khác"), a_product("C"))
        assert fates(await imports.do("catalogue", file)) == [UPDATED, CREATED]
        found = await products(imports)
        assert set(found) == {"A", "B", "C"}
        assert (found["A"]["name"], found["A"]["version"]) == ("Tên khác", 2)
        assert found["B"]["version"] == 1

    async def test_need_no_draft_where_the_decided_list_says_the_same(
        self, imports: Imports
    ) -> None:
        await imports.do("catalogue", a_catalogue(A, B))
        await decide(imports)
        assert fates(await imports.do("catalogue", a_catalogue(A, B))) == [UNCHANGED] * 2
        assert await editions(imports) == [(1, "approved")]

    async def test_that_differ_make_the_next_draft_whole(self, imports: Imports) -> None:
        await imports.do("catalogue", a_catalogue(A, B))
        await decide(imports)
        before = await products(imports)
        file = a_catalogue(replace(A, points=Decimal(20)), B)
        assert fates(await imports.do("catalogue", file)) == [UPDATED, UNCHANGED]
        assert await editions(imports) == [(1, "approved"), (2, "draft")]
        assert await products(imports) == before
        assert set(await products(imports, 2)) == {"A", "B"}

    async def test_left_out_of_the_file_are_left_out_of_the_next_draft(
        self, imports: Imports
    ) -> None:
        await imports.do("catalogue", a_catalogue(A, B))
        await decide(imports)
        assert fates(await imports.do("catalogue", a_catalogue(A))) == [UNCHANGED]
        assert set(await products(imports, 2)) == {"A"}

    async def test_all_refused_begin_no_draft(self, imports: Imports) -> None:
        file = a_catalogue(replace(A, group_no=6))
        assert fates(await imports.do("catalogue", file)) == [("GROUP_NOT_ALLOWED", "groupNo")]
        assert await editions(imports) == []

    async def test_refused_do_not_count_as_left_out(self, imports: Imports) -> None:
        await imports.do("catalogue", a_catalogue(A, B))
        await decide(imports)
        wrong = replace(B, problems=(ValueMissing(what="Nhóm", field="group"),))
        verdicts = await imports.do("catalogue", a_catalogue(A, wrong))
        assert fates(verdicts) == [UNCHANGED, ("VALUE_MISSING", "group")]
        assert await editions(imports) == [(1, "approved")]

    @pytest.mark.parametrize(
        ("given", "fate"),
        [
            ({"group_no": 6}, ("GROUP_NOT_ALLOWED", "groupNo")),
            ({"points": Decimal("-1")}, ("NUMBER_NOT_ACCEPTABLE", "points")),
            ({"points": Decimal("1.005")}, ("NUMBER_NOT_ACCEPTABLE", "points")),
            ({"coefficient": Decimal(0)}, ("NUMBER_NOT_ACCEPTABLE", "coefficient")),
            ({"name": ""}, ("TEXT_NOT_ACCEPTABLE", "name")),
            ({"code": "X" * 51}, ("TEXT_NOT_ACCEPTABLE", "code")),
        ],
    )
    async def test_are_refused_one_by_one(
        self, imports: Imports, given: dict[str, Any], fate: tuple[str, str]
    ) -> None:
        verdicts = await imports.do("catalogue", a_catalogue(replace(A, **given), B))
        assert fates(verdicts) == [fate, CREATED]
        assert set(await products(imports)) == {"B"}

    async def test_keep_the_coefficient_that_the_agency_printed(self, imports: Imports) -> None:
        """The coefficient is the agency's to decide (art. 13.1 b); points only suggest one."""
        await imports.do("catalogue", a_catalogue(replace(A, coefficient=Decimal("1.75"))))
        assert (await products(imports))["A"]["coefficient"] == Decimal("1.75")

    async def test_of_one_code_are_all_refused_and_both_places_named(
        self, imports: Imports
    ) -> None:
        file = a_catalogue(a_product("A", place="I!5"), a_product("A", place="II!9"), B)
        verdicts = await imports.do("catalogue", file)
        assert fates(verdicts) == [*[("CODE_REPEATED", "code")] * 2, CREATED]
        assert verdicts[0].message == "Mã A xuất hiện nhiều lần trong tệp: I!5, II!9."


class TestCriteria:
    async def test_that_say_what_the_law_says_change_nothing(self, imports: Imports) -> None:
        criteria = [a_criterion("I.1", "5"), a_criterion("III.4", "2.50")]
        file = a_catalogue(A, criteria=criteria)
        assert fates(await imports.do("catalogue", file)) == [CREATED, UNCHANGED, UNCHANGED]

    @pytest.mark.parametrize(
        ("criterion", "fate"),
        [
            (a_criterion("II.1", "5"), ("CRITERION_MAXIMUM", "maximum")),
            (a_criterion("II.1", None), ("CRITERION_MAXIMUM", "maximum")),
            (a_criterion("II.5", "2.5"), ("CRITERION_UNKNOWN", "code")),
        ],
    )
    async def test_that_say_otherwise_are_refused(
        self, imports: Imports, criterion: Any, fate: tuple[str, str]
    ) -> None:
        verdicts = await imports.do("catalogue", a_catalogue(A, criteria=[criterion]))
        assert fates(verdicts) == [CREATED, fate]
        assert verdicts[1].message is not None
        assert "Phụ lục II" in verdicts[1].message


class TestTheFileAsAWhole:
    async def test_is_refused_while_the_next_edition_waits_for_its_decision(
        self, imports: Imports
    ) -> None:
        await imports.do("catalogue", a_catalogue(A))
        await imports.town.owner.execute("update congtam.catalogue set state = 'proposed'")
        assert await self.refusal(imports, a_catalogue(B)) == "CATALOGUE_NOT_DRAFT"

    async def test_is_refused_where_the_draft_counts_in_another_unit(
        self, imports: Imports
    ) -> None:
        await imports.do("catalogue", a_catalogue(A))
        other = a_catalogue(A, standard_points=Decimal(10))
        assert await self.refusal(imports, other) == "STANDARD_DIFFERS"

    async def test_in_another_unit_than_the_decided_list_is_a_new_draft(
        self, imports: Imports
    ) -> None:
        await imports.do("catalogue", a_catalogue(A))
        await decide(imports)
        other = a_catalogue(replace(A, coefficient=Decimal(2)), standard_points=Decimal(10))
        assert fates(await imports.do("catalogue", other)) == [UNCHANGED]
        assert await editions(imports) == [(1, "approved"), (2, "draft")]

    async def refusal(self, imports: Imports, file: Any) -> str:
        arguments = {**imports.arguments("catalogue", file), "batch": a_batch()}
        town = imports.town
        refusal = await town.refused(town.operator(), DEEDS["catalogue"], **arguments)
        return str(refusal.code)
