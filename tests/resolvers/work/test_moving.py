"""Work that changes its months or its person: nothing is lost, nothing is counted twice."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import work
from resolvers.work import Part
from tests.resolvers.cast import DUE, Cast

JULY, AUGUST = date(2026, 7, 31), date(2026, 8, 31)


async def moved(cast: Cast, assignment: UUID, by: str = "chief", **told: Any) -> UUID:
    version = (await cast.row("assignment", assignment))["version"]
    done: UUID = await cast.do(
        by, work.hand_over_work, **over(cast, assignment, **{"version": version, **told})
    )
    return done


def over(cast: Cast, assignment: UUID, to: str = "typist", **told: Any) -> dict[str, Any]:
    return {
        "assignment": assignment,
        "to": cast.town.postings[to],
        "due_on": JULY,
        "reason": "Không đủ khả năng hoàn thành",
        "version": 1,
        **told,
    }


class TestSpreadWork:
    async def test_spreads_anew_what_nobody_has_begun(self, cast: Cast) -> None:
        id = await cast.assign("clerk", "1", product="project")
        parts = [Part(Decimal(60), DUE, "Dự thảo"), Part(Decimal(40), AUGUST, "Ban hành")]
        await cast.do("chief", work.spread_work, assignment=id, spread=parts, version=1)
        lines = await cast.rows("work_line", "assignment_id = $1", id)
        assert sorted(line["units"] for line in lines) == [Decimal("2.4"), Decimal("3.6")]
        given = await cast.row("assignment", id)
        assert (given["due_on"], given["version"]) == (AUGUST, 2)
        (leaf,) = await cast.leaves("spread_work")
        assert (len(leaf["before"]["lines"]), len(leaf["after"]["lines"])) == (1, 2)

    async def test_keeps_what_is_delivered_and_spreads_the_rest(self, cast: Cast) -> None:
        parts = [Part(Decimal(50), DUE), Part(Decimal(50), JULY)]
        id = await cast.assign("clerk", "3", due_on=JULY, spread=parts)
        first, _ = sorted(await cast.rows("work_line"), key=lambda line: line["due_on"])
        await cast.deliver("clerk", first["id"], "1")
        refusal = await cast.refused(
            "chief", work.spread_work, assignment=id, spread=[Part(Decimal(100), JULY)], version=1
        )
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "spread")
        rest = [Part(Decimal("16.67"), JULY), Part(Decimal("33.33"), AUGUST)]
        await cast.do("chief", work.spread_work, assignment=id, spread=rest, version=1)
        lines = await cast.rows("work_line")
        assert sum(line["units"] for line in lines) == 3
        assert sum(line["share"] for line in lines) == 100
        assert first["id"] in {line["id"] for line in lines}

    async def test_refuses_when_all_is_begun_or_due(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        told: dict[str, Any] = {
            "assignment": id,
            "version": 1,
            "spread": [Part(Decimal(100), JULY)],
        }
        refusal = await cast.refused("chief", work.spread_work, today=date(2026, 7, 1), **told)
        assert refusal.code == "NOTHING_OUTSTANDING"
        await cast.deliver("clerk", (await cast.line_of(id))["id"], "1")
        refusal = await cast.refused("chief", work.spread_work, **told)
        assert refusal.code == "NOTHING_OUTSTANDING"

    @pytest.mark.parametrize(
        ("name", "version", "code"),
        [
            ("chief", 3, "STALE_VERSION"),
            ("clerk", 1, "NO_SELF_SCORING"),
            ("curator", 1, "NOT_RESPONSIBLE_HEAD"),
            ("chair", 1, "NOT_RESPONSIBLE_HEAD"),
        ],
    )
    async def test_is_refused(self, cast: Cast, name: str, version: int, code: str) -> None:
        id = await cast.assign("clerk")
        parts = [Part(Decimal(100), JULY)]
        refusal = await cast.refused(
            name, work.spread_work, assignment=id, spread=parts, version=version
        )
        assert refusal.code == code

    async def test_reaches_into_no_closed_month(self, cast: Cast) -> None:
        id = await cast.assign("archivist", due_on=JULY)
        await cast.open("culture")
        await cast.town.owner.execute("update congtam.unit_month set state = 'closed'")
        parts = [Part(Decimal(50), DUE), Part(Decimal(50), JULY)]
        refusal = await cast.refused(
            "curator", work.spread_work, assignment=id, spread=parts, version=1
        )
        assert refusal.code == "MONTH_CLOSED"


class TestHandOverWork:
    async def test_stays_in_the_first_total_and_is_outside_the_second(self, cast: Cast) -> None:
        id = await cast.assign("clerk", "3", product="report")
        await cast.town.owner.execute("update congtam.product set coefficient = 9")
        taken = await moved(cast, id)
        before, after = await cast.row("assignment", id), await cast.row("assignment", taken)
        assert (before["state"], (await cast.line_of(id))["origin"]) == ("handed_over",) * 2
        assert (after["origin"], after["taken_from_id"]) == ("taken_over", id)
        assert (after["coefficient"], after["units"]) == (before["coefficient"], before["units"])
        line = await cast.line_of(taken)
        assert (line["person_id"], line["origin"]) == (cast.town.people["typist"], "taken_over")
        deeds = [(await cast.leaves(deed))[0] for deed in ("hand_over_work", "take_over_work")]
        assert [leaf["subject_id"] for leaf in deeds] == [id, taken]
        assert {leaf["reason"] for leaf in deeds} == {"Không đủ khả năng hoàn thành"}

    async def test_leaves_what_was_accepted_to_the_first(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        line = (await cast.line_of(id))["id"]
        await cast.accept("clerk", await cast.deliver("clerk", line, "4"))
        taken = await moved(cast, id)
        first = await cast.line_of(id)
        assert (first["accepted"], first["origin"]) == (4, "planned")
        assert (await cast.row("assignment", taken))["quantity"] == 6

    async def test_leaves_urgent_work_outside_the_first_total(self, cast: Cast) -> None:
        id = await cast.assign("clerk", origin="urgent")
        await moved(cast, id)
        assert (await cast.line_of(id))["origin"] == "urgent"

    async def test_ends_the_first_persons_part(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        line = (await cast.line_of(id))["id"]
        await moved(cast, id)
        told = {"line": line, "quantity": Decimal(1), "id": id}
        refusal = await cast.refused("clerk", work.deliver_work, **told)
        assert refusal.code == "WORK_ENDED"
        again = over(cast, id, version=2)
        assert (await cast.refused("chief", work.hand_over_work, **again)).code == "WORK_ENDED"

    async def test_waits_for_a_delivery_to_be_decided(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        await cast.deliver("clerk", (await cast.line_of(id))["id"], "4")
        refusal = await cast.refused("chief", work.hand_over_work, **over(cast, id))
        assert refusal.code == "DELIVERY_WAITING"

    @pytest.mark.parametrize(
        ("name", "changes", "code"),
        [
            ("chief", {"to": "clerk"}, "INVALID_INPUT"),
            ("chief", {"to": "archivist"}, "NOT_RESPONSIBLE_HEAD"),
            ("chief", {"version": 8}, "STALE_VERSION"),
            ("chief", {"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
            ("clerk", {}, "NO_SELF_SCORING"),
            ("typist", {}, "NOT_RESPONSIBLE_HEAD"),
            ("chair", {}, "NOT_RESPONSIBLE_HEAD"),
        ],
    )
    async def test_is_refused(
        self, cast: Cast, name: str, changes: dict[str, Any], code: str
    ) -> None:
        id = await cast.assign("clerk")
        refusal = await cast.refused(name, work.hand_over_work, **over(cast, id, **changes))
        assert refusal.code == code

    async def test_refuses_when_nothing_is_left(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        line = (await cast.line_of(id))["id"]
        await cast.open("office")
        await cast.town.owner.execute("update congtam.unit_month set state = 'closed'")
        refusal = await cast.refused("chief", work.hand_over_work, **over(cast, id))
        assert refusal.code == "MONTH_CLOSED"
        assert (await cast.row("work_line", line))["origin"] == "planned"
