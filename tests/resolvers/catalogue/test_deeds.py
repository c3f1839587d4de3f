"""Product lists: drafted, filled, proposed, decided by the managing head, frozen (art. 13)."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers.catalogue import (
    ProductDraft,
    approve_catalogue,
    draft_catalogue,
    new_edition,
    propose_catalogue,
    put_product,
    put_products,
    remove_product,
    return_catalogue,
    suggested_coefficient,
)
from tests.resolvers.town import TODAY, Town

JULY = date(2026, 7, 1)
PAPER = ProductDraft("1.01", "Công văn đơn giản", 1, Decimal(5))
PLAN = ProductDraft("2.07", "Kế hoạch  tuyên truyền", 2, Decimal(45), Decimal("9.5"))


def drawing(town: Town) -> Any:
    return town.reach("clerk", ("personnel_officer", "commune"))


def edition(town: Town) -> dict[str, Any]:
    values = {"agency": town.agencies["commune"], "title": "Danh mục sản phẩm, công việc"}
    return {**values, "standard_unit": "Công văn đơn giản", "standard_points": Decimal(5)}


async def drafted(town: Town) -> UUID:
    id: UUID = await town.do(drawing(town), draft_catalogue, **edition(town))
    return id


async def filled(town: Town) -> UUID:
    id = await drafted(town)
    await town.do(drawing(town), put_products, catalogue_id=id, products=[PAPER, PLAN])
    return id


async def proposed(town: Town) -> UUID:
    id = await filled(town)
    await town.do(drawing(town), propose_catalogue, catalogue_id=id, version=1)
    return id


async def approved(town: Town, day: date = TODAY) -> UUID:
    id = await proposed(town)
    await town.do(town.reach("governor"), approve_catalogue, **deciding(id, in_force_from=day))
    return id


def deciding(id: UUID, **more: Any) -> dict[str, Any]:
    values = {"catalogue_id": id, "in_force_from": JULY, "decision_no": "283/QĐ-UBND"}
    return {**values, "version": 2, **more}


async def row(town: Town, id: UUID) -> Any:
    return await town.owner.fetchrow("select * from congtam.catalogue where id = $1", id)


async def products(town: Town, id: UUID) -> list[Any]:
    found = await town.owner.fetch(
        "select code, name, group_no, points, coefficient, search_key, version"
        " from congtam.product where catalogue_id = $1 order by code",
        id,
    )
    return [tuple(each) for each in found]


class TestDraft:
    async def test_numbers_the_editions_and_takes_the_standard_unit(self, town: Town) -> None:
        found = await row(town, await drafted(town))
        assert (found["edition"], found["state"]) == (1, "draft")
        assert found["standard_points"] == 5

    async def test_refuses_two_drafts_at_once(self, town: Town) -> None:
        await drafted(town)
        refused = await town.refused(drawing(town), draft_catalogue, **edition(town))
        assert refused.code == "DRAFT_EXISTS"

    @pytest.mark.parametrize("name", ["clerk", "assistant", "stranger"])
    async def test_refuses_whoever_neither_heads_nor_keeps_the_files(
        self, town: Town, name: str
    ) -> None:
        refused = await town.refused(town.reach(name), draft_catalogue, **edition(town))
        assert refused.code == "NO_MANDATE"


class TestPutProducts:
    async def test_takes_coefficients_and_suggests_those_left_out(self, town: Town) -> None:
        assert await products(town, await filled(town)) == [
            ("1.01", "Công văn đơn giản", 1, 5, 1, "1.01 cong van don gian", 1),
            (
                "2.07",
                "Kế hoạch tuyên truyền",
                2,
                45,
                Decimal("9.5"),
                "2.07 ke hoach tuyen truyen",
                1,
            ),
        ]

    @pytest.mark.parametrize(
        ("points", "standard", "coefficient"),
        [
            ("8", "5", "1.6"),
            ("45", "5", "9"),
            ("150", "5", "30"),
            ("1", "3", "0.3333"),
            ("1", "6", "0.1667"),
        ],
    )
    def test_suggests_points_over_those_of_the_standard_unit(
        self, points: str, standard: str, coefficient: str
    ) -> None:
        assert suggested_coefficient(Decimal(points), Decimal(standard)) == Decimal(coefficient)

    async def test_replaces_the_product_of_the_same_code(self, town: Town) -> None:
        id = await filled(town)
        better = ProductDraft("1.01", "Công văn", 3, Decimal(10))
        item = await town.do(drawing(town), put_product, catalogue_id=id, item=better)
        found = await products(town, id)
        assert found[0][:5] == ("1.01", "Công văn", 3, 10, 2)
        assert found[0][-1] == 2
        assert item == await town.owner.fetchval(
            "select id from congtam.product where code = '1.01'"
        )

    @pytest.mark.parametrize(
        ("product", "code"),
        [
            (ProductDraft("1", "Việc", 0, Decimal(5)), "GROUP_NOT_ALLOWED"),
            (ProductDraft("1", "Việc", 6, Decimal(5)), "GROUP_NOT_ALLOWED"),
            (ProductDraft("1", "Việc", 1, Decimal(0)), "NUMBER_NOT_ACCEPTABLE"),
            (ProductDraft("1", "Việc", 1, Decimal("NaN")), "NUMBER_NOT_ACCEPTABLE"),
            (ProductDraft("1", "Việc", 1, Decimal(5), Decimal(-1)), "NUMBER_NOT_ACCEPTABLE"),
            (ProductDraft("1", "Việc", 1, Decimal(5), Decimal("0.12345")), "NUMBER_NOT_ACCEPTABLE"),
            (ProductDraft("1", " ", 1, Decimal(5)), "TEXT_NOT_ACCEPTABLE"),
            (ProductDraft("", "Việc", 1, Decimal(5)), "TEXT_NOT_ACCEPTABLE"),
        ],
    )
    async def test_refuses_the_whole_request_for_one_product(
        self, town: Town, product: ProductDraft, code: str
    ) -> None:
        id = await drafted(town)
        refused = await town.refused(
            drawing(town), put_products, catalogue_id=id, products=[PAPER, product]
        )
        assert refused.code == code

    async def test_refuses_one_code_twice(self, town: Town) -> None:
        id = await drafted(town)
        refused = await town.refused(
            drawing(town), put_products, catalogue_id=id, products=[PAPER, PAPER]
        )
        assert refused.code == "PRODUCT_TWICE"

    async def test_lets_the_operator_import_into_a_draft(self, town: Town) -> None:
        id = await drafted(town)
        values = {"catalogue_id": id, "products": [PAPER]}
        assert (await town.refused(town.operator(), put_products, **values)).code == "NO_MANDATE"
        await town.do(town.operator(), put_products, **values, channel="import")
        assert len(await products(town, id)) == 1


class TestRemoveProduct:
    async def test_takes_it_out_of_the_draft(self, town: Town) -> None:
        id = await filled(town)
        item = await town.owner.fetchval("select id from congtam.product where code = '1.01'")
        await town.do(drawing(town), remove_product, product_id=item, version=1)
        assert [each[0] for each in await products(town, id)] == ["2.07"]
        assert (await town.leaves())[-1]["before"]["code"] == "1.01"

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        await filled(town)
        item = await town.owner.fetchval("select id from congtam.product where code = '1.01'")
        refused = await town.refused(drawing(town), remove_product, product_id=item, version=2)
        assert refused.code == "STALE_VERSION"


class TestDecide:
    async def test_is_signed_by_the_managing_head(self, town: Town) -> None:
        found = await row(town, await approved(town, JULY))
        assert found["state"] == "approved"
        assert (found["in_force_from"], found["decision_no"]) == (JULY, "283/QĐ-UBND")
        assert found["approved_by"] == town.people["governor"]
        assert (await town.leaves())[-1]["rule"] == "managing-head-decides-the-catalogue"

    @pytest.mark.parametrize("deed", [approve_catalogue, return_catalogue])
    @pytest.mark.parametrize("name", ["chair", "vice", "chief", "clerk"])
    async def test_refuses_every_other_head(self, town: Town, name: str, deed: Any) -> None:
        id = await proposed(town)
        values = {"catalogue_id": id, "version": 2}
        more = (
            {"reason": "?"}
            if deed is return_catalogue
            else {"in_force_from": JULY, "decision_no": "1"}
        )
        assert (await town.refused(town.reach(name), deed, **values, **more)).code == (
            "NOT_MANAGING_HEAD"
        )

    async def test_refuses_personnel_officers_and_administrators(self, town: Town) -> None:
        id = await proposed(town)
        for kind in ("personnel_officer", "administrator", "inspector"):
            who = town.reach("clerk", (kind, "commune"), (kind, "province"))
            refused = await town.refused(who, approve_catalogue, **deciding(id))
            assert refused.code == "NOT_MANAGING_HEAD"

    async def test_refuses_what_was_not_proposed(self, town: Town) -> None:
        id = await filled(town)
        refused = await town.refused(
            town.reach("governor"), approve_catalogue, **deciding(id, version=1)
        )
        assert refused.code == "CATALOGUE_NOT_PROPOSED"

    async def test_refuses_to_propose_an_empty_list(self, town: Town) -> None:
        id = await drafted(town)
        refused = await town.refused(drawing(town), propose_catalogue, catalogue_id=id, version=1)
        assert refused.code == "CATALOGUE_EMPTY"

    async def test_returns_it_as_a_draft_with_the_reason(self, town: Town) -> None:
        id = await proposed(town)
        values = {"catalogue_id": id, "version": 2, "reason": "Trùng mục 2.07"}
        await town.do(town.reach("governor"), return_catalogue, **values)
        found = await row(town, id)
        assert (found["state"], found["return_reason"]) == ("draft", "Trùng mục 2.07")
        await town.do(drawing(town), put_products, catalogue_id=id, products=[PAPER])

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        id = await proposed(town)
        refused = await town.refused(
            town.reach("governor"), approve_catalogue, **deciding(id, version=1)
        )
        assert refused.code == "STALE_VERSION"


class TestFrozen:
    @pytest.mark.parametrize("channel", ["api", "import"])
    async def test_nothing_changes_a_decided_list(self, town: Town, channel: str) -> None:
        id = await approved(town)
        item = await town.owner.fetchval("select id from congtam.product where code = '1.01'")
        deeds: list[tuple[Any, dict[str, Any]]] = [
            (put_products, {"catalogue_id": id, "products": [PAPER]}),
            (put_product, {"catalogue_id": id, "item": PLAN}),
            (remove_product, {"product_id": item, "version": 1}),
        ]
        for deed, values in deeds:
            refused = await town.refused(drawing(town), deed, **values, channel=channel)
            assert refused.code == "CATALOGUE_NOT_DRAFT"

    async def test_is_not_proposed_or_decided_again(self, town: Town) -> None:
        id = await approved(town)
        again = {"catalogue_id": id, "version": 3}
        assert (await town.refused(drawing(town), propose_catalogue, **again)).code == (
            "CATALOGUE_NOT_DRAFT"
        )
        refused = await town.refused(
            town.reach("governor"), approve_catalogue, **deciding(id, version=3)
        )
        assert refused.code == "CATALOGUE_NOT_PROPOSED"


class TestNewEdition:
    async def test_starts_from_the_decided_one_and_leaves_it_as_it_is(self, town: Town) -> None:
        first = await approved(town)
        before = await products(town, first)
        second = await town.do(drawing(town), new_edition, agency=town.agencies["commune"])
        assert (await row(town, second))["edition"] == 2
        assert await products(town, second) == before
        changed = ProductDraft("1.01", "Công văn", 1, Decimal(6))
        await town.do(drawing(town), put_product, catalogue_id=second, item=changed)
        assert await products(town, first) == before

    async def test_ends_the_edition_before_on_its_first_day(self, town: Town) -> None:
        first = await approved(town)
        second = await town.do(drawing(town), new_edition, agency=town.agencies["commune"])
        await town.do(drawing(town), propose_catalogue, catalogue_id=second, version=1)
        governor = town.reach("governor")
        early = deciding(second, in_force_from=TODAY)
        assert (await town.refused(governor, approve_catalogue, **early)).code == (
            "IN_FORCE_TOO_EARLY"
        )
        await town.do(governor, approve_catalogue, **deciding(second))
        found = await row(town, first)
        assert (found["state"], found["closed_on"]) == ("closed", JULY)

    async def test_refuses_where_nothing_was_decided(self, town: Town) -> None:
        refused = await town.refused(drawing(town), new_edition, agency=town.agencies["commune"])
        assert refused.code == "NOTHING_TO_COPY"
