"""Process criteria: lines of a post without countable products, measured by its head."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import catalogue, evaluations, work
from resolvers.catalogue import ProductDraft
from resolvers.core.ids import new_id
from resolvers.work import Part
from tests.resolvers.cast import Cast, build
from tests.resolvers.town import FOUNDED, Town

JULY = date(2026, 7, 10)
ADVISER = {"accuracy": "20", "timeliness": "10"}
"""The criteria of the clerk's position, with their coefficients."""


@pytest_asyncio.fixture
async def cast(town: Town) -> Cast:
    """The clerk is an adviser, whose position has process criteria in the list in force."""
    made = await build(town)
    position = new_id()
    await town.owner.execute(
        "insert into congtam.job_position (id, agency_id, code, name, opened_on)"
        " values ($1, $2, 'TM', 'Tham mưu tổng hợp', $3)",
        position,
        town.agencies["commune"],
        FOUNDED,
    )
    await town.owner.execute(
        "update congtam.posting set position_id = $1 where id = $2",
        position,
        town.postings["clerk"],
    )
    approved = await town.owner.fetchval(
        "select id from congtam.catalogue where state = 'approved'"
    )
    for process, coefficient in ADVISER.items():
        made.products[process] = await _criterion(town, approved, position, process, coefficient)
    return made


async def _criterion(
    town: Town, catalogue: UUID, position: UUID, process: str, coefficient: str
) -> UUID:
    id = new_id()
    await town.owner.execute(
        "insert into congtam.product (id, agency_id, catalogue_id, code, name, search_key,"
        " group_no, points, coefficient, process, position_id)"
        " values ($1, $2, $3, $4, $4, $4, 1, 5, $5, $4, $6)",
        id,
        town.agencies["commune"],
        catalogue,
        process,
        Decimal(coefficient),
        position,
    )
    return id


async def lines(cast: Cast, name: str = "clerk") -> dict[str, Any]:
    """The lines of a person's month, by what they measure."""
    rows = await cast.rows("work_line", "posting_id = $1", cast.town.postings[name])
    names = {id: name for name, id in cast.products.items()}
    return {names[row["product_id"]]: row for row in rows}


async def measure(cast: Cast, process: str, achieved: str, who: str = "chief") -> Any:
    line = (await lines(cast))[process]
    return await cast.do(
        who,
        work.measure_process,
        line=line["id"],
        achieved=Decimal(achieved),
        reason="Đối chiếu sổ theo dõi văn bản.",
        version=line["version"],
    )


async def test_an_opened_month_gives_the_post_its_criteria_and_nobody_else_any(
    cast: Cast,
) -> None:
    await cast.open("office")
    found = await lines(cast)
    assert {name: row["units"] for name, row in found.items()} == {
        name: Decimal(units) for name, units in ADVISER.items()
    }
    assert {row["due_on"] for row in found.values()} == {date(2026, 6, 30)}
    assert len(await cast.rows("work_line")) == len(ADVISER)


async def test_what_the_head_measures_is_what_the_score_counts(cast: Cast) -> None:
    await cast.open("office")
    await measure(cast, "accuracy", "0.9")
    await measure(cast, "timeliness", "1")
    await cast.assess("clerk")
    sheet = await cast.score("clerk")
    # (20 × 0.9 + 10) / 30 in quantity, quality and progress: nothing failed, nothing was late.
    assert sheet["quantity"] == sheet["quality"] == sheet["progress"]
    assert round(sheet["results"], 6) == Decimal("65.333333")


async def test_measured_again_the_last_word_counts_and_all_are_kept(cast: Cast) -> None:
    await cast.open("office")
    for achieved in ("1", "0.5", "0.75"):
        await measure(cast, "accuracy", achieved)
    assert (await lines(cast))["accuracy"]["accepted"] == Decimal("0.75")
    kept = [row["achieved"] for row in await cast.rows("process_measure")]
    assert sorted(kept) == [Decimal("0.5"), Decimal("0.75"), Decimal(1)]
    assert len(await cast.leaves("measure_process")) == 3


@pytest.mark.parametrize("achieved", ["-0.1", "1.1", "0.00001", "NaN"])
async def test_a_share_lies_between_nothing_and_all(cast: Cast, achieved: str) -> None:
    await cast.open("office")
    line = (await lines(cast))["accuracy"]
    refused = await cast.refused(
        "chief",
        work.measure_process,
        line=line["id"],
        achieved=Decimal(achieved),
        reason="x",
        version=line["version"],
    )
    assert refused.code == "INVALID_INPUT"


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("clerk", "NO_SELF_SCORING"),
        ("curator", "NOT_RESPONSIBLE_HEAD"),
        ("chair", "NOT_RESPONSIBLE_HEAD"),
        ("typist", "NOT_RESPONSIBLE_HEAD"),
    ],
)
async def test_nobody_but_the_responsible_head_measures(cast: Cast, who: str, code: str) -> None:
    await cast.open("office")
    line = (await lines(cast))["accuracy"]
    refused = await cast.refused(
        who,
        work.measure_process,
        line=line["id"],
        achieved=Decimal(1),
        reason="x",
        version=line["version"],
    )
    assert refused.code == code


async def test_a_criterion_is_not_handed_in(cast: Cast) -> None:
    await cast.open("office")
    line = (await lines(cast))["accuracy"]
    refused = await cast.refused(
        "clerk", work.deliver_work, id=new_id(), line=line["id"], quantity=Decimal(1)
    )
    assert refused.code == "PROCESS_IS_MEASURED"


async def test_counted_work_is_not_measured(cast: Cast) -> None:
    await cast.open("office")
    line = await cast.line_of(await cast.assign("typist"))
    refused = await cast.refused(
        "chief",
        work.measure_process,
        line=line["id"],
        achieved=Decimal(1),
        reason="x",
        version=line["version"],
    )
    assert refused.code == "NOT_A_PROCESS_CRITERION"


async def test_a_stale_version_is_refused(cast: Cast) -> None:
    await cast.open("office")
    line = (await lines(cast))["accuracy"]
    await measure(cast, "accuracy", "1")
    refused = await cast.refused(
        "chief",
        work.measure_process,
        line=line["id"],
        achieved=Decimal("0.5"),
        reason="x",
        version=line["version"],
    )
    assert refused.code == "STALE_VERSION"


@pytest.mark.parametrize("origin", ["planned", "urgent"])
@pytest.mark.parametrize("to", ["clerk", "typist"])
async def test_none_is_assigned_by_hand(cast: Cast, to: str, origin: str) -> None:
    """Measured at the head's word and never handed in, it would count without any evidence."""
    await cast.open("office")
    told = {
        "posting": cast.town.postings[to],
        "product": cast.products["accuracy"],
        "quantity": Decimal(100),
        "due_on": date(2026, 6, 30),
        "origin": origin,
    }
    refused = await cast.refused("chief", work.assign_work, **told)
    assert (refused.code, refused.field) == ("PROCESS_OF_THE_POST", "product")


async def test_none_leaves_its_month_or_its_post(cast: Cast) -> None:
    """Else the post would stand there with an empty list, and another one with a second one."""
    await cast.open("office")
    id = (await lines(cast))["accuracy"]["assignment_id"]
    told = {"assignment": id, "version": 1}
    moved = {"to": cast.town.postings["typist"], "due_on": JULY, "reason": "Nghỉ phép"}
    for deed, more in (
        (work.spread_work, {"spread": [Part(Decimal(100), JULY)]}),
        (work.hand_over_work, moved),
    ):
        refused = await cast.refused("chief", deed, **told, **more)
        assert (refused.code, refused.field) == ("PROCESS_OF_THE_POST", "assignment")
    assert set(await lines(cast)) == set(ADVISER)


async def test_somebody_who_comes_later_gets_them_with_his_sheet(cast: Cast) -> None:
    await cast.town.owner.execute(
        "update congtam.posting set during = daterange('2026-06-10', null) where id = $1",
        cast.town.postings["clerk"],
    )
    await cast.do(
        "chief",
        evaluations.open_month,
        unit=cast.town.units["office"],
        period=date(2026, 6, 1),
        today=date(2026, 6, 2),
    )
    assert set(await lines(cast)) == set(ADVISER), "he is there on the month's last day"


class TestInTheList:
    """Process criteria are approved with the list, like every product of it."""

    async def draft(self, cast: Cast) -> Any:
        (found,) = await cast.rows("catalogue", "state = 'draft'")
        return found

    @pytest.mark.parametrize(
        ("process", "position", "code"),
        [
            ("accuracy", False, "PROCESS_OF_A_POSITION"),
            (None, True, "PROCESS_OF_A_POSITION"),
            ("zeal", True, "INVALID_INPUT"),
        ],
    )
    async def test_each_belongs_to_one_position(
        self, cast: Cast, process: str | None, position: bool, code: str
    ) -> None:
        (row,) = await cast.rows("job_position")
        item = ProductDraft(
            "QT.1",
            "Tham mưu đúng",
            1,
            Decimal(5),
            process=process,
            position=row["id"] if position else None,
        )
        draft = await self.draft(cast)
        refused = await cast.refused(
            "chair", catalogue.put_product, catalogue_id=draft["id"], item=item
        )
        assert refused.code == code

    async def test_of_the_agency_itself(self, cast: Cast) -> None:
        item = ProductDraft(
            "QT.1", "Tham mưu đúng", 1, Decimal(5), process="accuracy", position=new_id()
        )
        draft = await self.draft(cast)
        refused = await cast.refused(
            "chair", catalogue.put_product, catalogue_id=draft["id"], item=item
        )
        assert refused.code == "NOT_FOUND"
