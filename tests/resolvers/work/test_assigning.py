"""Assigning work: what is copied, what it counts as, and who may not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import work
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.work import Assigning, Part
from tests.resolvers.cast import DUE, MONTH, Cast
from tests.resolvers.town import posting


def told(cast: Cast, to: str = "clerk", **changes: Any) -> dict[str, Any]:
    return {
        "posting": cast.town.postings[to],
        "product": cast.products["report"],
        "quantity": Decimal("3"),
        "due_on": DUE,
        **changes,
    }


class TestAssignWork:
    async def test_copies_the_coefficient_and_counts_in_the_month_of_the_deadline(
        self, cast: Cast
    ) -> None:
        id = await cast.do("chief", work.assign_work, **told(cast))
        given, line = await cast.row("assignment", id), await cast.line_of(id)
        assert (given["coefficient"], given["units"]) == (Decimal("1.2345"), Decimal("3.7035"))
        assert (line["period"], line["share"], line["units"]) == (MONTH, 100, given["units"])
        assert given["scoring_unit_id"] == line["scoring_unit_id"] == cast.town.units["office"]
        assert (given["title"], given["state"], line["completed"]) == ("report", "assigned", 0)

    async def test_is_not_touched_by_a_later_change_of_the_list(self, cast: Cast) -> None:
        id = await cast.do("chief", work.assign_work, **told(cast))
        before = await cast.row("assignment", id), await cast.line_of(id)
        await cast.town.owner.execute("update congtam.product set coefficient = 9")
        assert (await cast.row("assignment", id), await cast.line_of(id)) == before

    async def test_tells_the_audit_who_gave_what_by_which_rule(self, cast: Cast) -> None:
        id = await cast.do("chief", work.assign_work, **told(cast))
        (leaf,) = await cast.leaves("assign_work")
        assert (leaf["subject_id"], leaf["actor_id"]) == (id, cast.town.people["chief"])
        assert leaf["rule"] == "responsible-head-directs-work"
        assert leaf["after"]["quantity"] == "3"

    async def test_is_done_by_an_acting_head_on_behalf_of_the_head(self, cast: Cast) -> None:
        await cast.lend("office", "chief", "assistant")
        id = await cast.do("assistant", work.assign_work, **told(cast))
        given, (leaf,) = await cast.row("assignment", id), await cast.leaves("assign_work")
        assert given["assigned_by"] == leaf["actor_id"] == cast.town.people["assistant"]
        assert given["on_behalf_of"] == leaf["on_behalf_of"] == cast.town.people["chief"]

    async def test_spreads_over_months_without_losing_a_unit(self, cast: Cast) -> None:
        spread = [
            Part(Decimal("33.33"), date(2026, 6, 30), "Dự thảo"),
            Part(Decimal("33.33"), date(2026, 7, 31), "Lấy ý kiến"),
            Part(Decimal("33.34"), date(2026, 8, 31), "Ban hành"),
        ]
        id = await cast.do(
            "chief",
            work.assign_work,
            **told(cast, quantity=Decimal("1.001"), due_on=date(2026, 8, 31), spread=spread),
        )
        given = await cast.row("assignment", id)
        lines = await cast.rows("work_line", "assignment_id = $1", id)
        assert [line["period"].month for line in sorted(lines, key=lambda x: x["due_on"])] == [
            6,
            7,
            8,
        ]
        assert sum(line["units"] for line in lines) == given["units"] == Decimal("1.2357345")
        assert sum(line["share"] for line in lines) == 100
        assert {line["milestone"] for line in lines} == {"Dự thảo", "Lấy ý kiến", "Ban hành"}

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"quantity": Decimal("0")}, "quantity"),
            ({"quantity": Decimal("NaN")}, "quantity"),
            ({"quantity": Decimal("1.0001")}, "quantity"),
            ({"quantity": Decimal("100000")}, "quantity"),
            ({"due_on": date(2026, 6, 14)}, "dueOn"),
            ({"due_on": date(2040, 6, 14)}, "dueOn"),
            ({"origin": "taken_over"}, "origin"),
            ({"title": "\x00"}, "title"),
            ({"spread": [Part(Decimal("99.99"), DUE)]}, "spread"),
            ({"spread": [Part(Decimal("0"), DUE), Part(Decimal(100), DUE)]}, "spread.0.share"),
            ({"spread": [Part(Decimal(100), date(2026, 7, 1))]}, "spread.0.dueOn"),
        ],
    )
    async def test_refuses_what_cannot_be_counted(
        self, cast: Cast, changes: dict[str, Any], field: str
    ) -> None:
        refusal = await cast.refused("chief", work.assign_work, **told(cast, **changes))
        assert refusal.field == field

    async def test_names_the_days_that_may_be_due(self, cast: Cast) -> None:
        late = told(cast, due_on=date(2026, 6, 14))
        refusal = await cast.refused("chief", work.assign_work, **late)
        assert refusal.facts["allowed"] == "2026-06-15 – 2028-12-31"

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"product": "drafted"}, "PRODUCT_NOT_APPROVED"),
            ({"product": None}, "NOT_FOUND"),
        ],
    )
    async def test_refuses_a_product_that_is_not_in_force(
        self, cast: Cast, changes: dict[str, Any], code: str
    ) -> None:
        product = cast.products.get(changes["product"], new_id())
        refusal = await cast.refused("chief", work.assign_work, **told(cast, product=product))
        assert refusal.code == code

    async def test_refuses_a_list_before_its_day(self, cast: Cast) -> None:
        await cast.town.owner.execute("update congtam.catalogue set in_force_from = '2026-06-16'")
        refusal = await cast.refused("chief", work.assign_work, **told(cast))
        assert refusal.code == "PRODUCT_NOT_APPROVED"

    async def test_refuses_a_day_on_which_the_post_is_not_held(self, cast: Cast) -> None:
        await cast.town.owner.execute(
            "update congtam.posting set during = daterange('2026-01-01', '2026-06-20')"
            " where id = $1",
            cast.town.postings["clerk"],
        )
        refusal = await cast.refused("chief", work.assign_work, **told(cast))
        assert refusal.code == "POST_NOT_HELD"

    async def test_refuses_a_post_in_which_the_person_is_not_evaluated(self, cast: Cast) -> None:
        second = await posting(cast.town, "clerk", "team", "member", main=False)
        refusal = await cast.refused("chief", work.assign_work, **told(cast, posting=second))
        assert refusal.code == "POST_NOT_HELD"

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("clerk", "NO_SELF_SCORING"),
            ("typist", "NOT_RESPONSIBLE_HEAD"),
            ("assistant", "NOT_RESPONSIBLE_HEAD"),
            ("leader", "NOT_RESPONSIBLE_HEAD"),
            ("curator", "NOT_RESPONSIBLE_HEAD"),
            ("chair", "NOT_RESPONSIBLE_HEAD"),
            ("governor", "NOT_RESPONSIBLE_HEAD"),
            ("stranger", "NOT_RESPONSIBLE_HEAD"),
        ],
    )
    async def test_is_refused_to_everybody_but_the_responsible_head(
        self, cast: Cast, name: str, code: str
    ) -> None:
        refusal = await cast.refused(name, work.assign_work, **told(cast))
        assert refusal.code == code

    async def test_is_refused_alike_for_an_absent_post(self, cast: Cast) -> None:
        refusal = await cast.refused("chief", work.assign_work, **told(cast, posting=new_id()))
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"

    async def test_is_refused_for_a_signed_sheet_and_a_closed_month(self, cast: Cast) -> None:
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        arguments = told(cast, "archivist")
        refusal = await cast.refused("curator", work.assign_work, **arguments)
        assert refusal.code == "ALREADY_SIGNED"
        await cast.town.owner.execute("update congtam.unit_month set state = 'closed'")
        await cast.town.owner.execute("update congtam.sheet set state = 'open'")
        refusal = await cast.refused("curator", work.assign_work, **arguments)
        assert refusal.code == "MONTH_CLOSED"


class TestAssignMany:
    def rows(self, cast: Cast) -> list[Assigning]:
        posts, product = cast.town.postings, cast.products["paper"]
        return [
            Assigning(posts["clerk"], product, Decimal(4), DUE),
            Assigning(posts["archivist"], product, Decimal(4), DUE),
            Assigning(posts["typist"], product, Decimal(6), DUE, origin="urgent"),
        ]

    async def test_answers_row_by_row(self, cast: Cast) -> None:
        first, second, third = await cast.do("chief", work.assign_many, rows=self.rows(cast))
        assert isinstance(second, Refusal)
        assert second.code == "NOT_RESPONSIBLE_HEAD"
        assert (await cast.row("assignment", first))["quantity"] == 4
        assert (await cast.row("assignment", third))["origin"] == "urgent"
        assert len(await cast.rows("assignment")) == len(await cast.leaves("assign_work")) == 2

    async def test_leaves_nothing_when_all_must_do(self, cast: Cast) -> None:
        before = await cast.town.everything()
        outcomes = await cast.do(
            "chief", work.assign_many, rows=self.rows(cast), all_or_nothing=True
        )
        codes = [outcome.code for outcome in outcomes]
        assert codes == ["UNDONE_WITH_THE_REST", "NOT_RESPONSIBLE_HEAD", "UNDONE_WITH_THE_REST"]
        assert await cast.town.everything() == before

    async def test_takes_a_hundred_rows_at_most(self, cast: Cast) -> None:
        for count in (0, 101):
            rows = [self.rows(cast)[0]] * count
            refusal = await cast.refused("chief", work.assign_many, rows=rows)
            assert (refusal.code, refusal.field) == ("INVALID_INPUT", "rows")
