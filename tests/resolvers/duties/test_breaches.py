"""A missed duty: on the record of the head who owed it, and decided by the head above him."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import duties
from resolvers.core.ids import new_id
from tests.resolvers.cast import MONTH
from tests.resolvers.duties.watch import Watch

MISSED = date(2026, 6, 8)
"""By Friday the fifth the office's work was to be assigned."""


@pytest.fixture
async def missed(watch: Watch) -> Watch:
    """The chief has assigned nothing by the fifth; the commune takes off 1 point each, 2 at most.

    His own month is opened by the chair, who scores him.
    """
    await watch.cast.scale("CHAM", "II.3", "1", "2")
    await watch.cast.open("commune")
    await watch.sweep(MISSED)
    return watch


async def breach_of(watch: Watch, name: str, kind: str = "assign_work") -> Any:
    (found,) = await watch.cast.rows(
        "breach",
        "person_id = $1 and duty_id in (select id from congtam.duty where kind = $2"
        " and period = '2026-06-01')",
        watch.cast.town.people[name],
        kind,
    )
    return found


async def told(watch: Watch, **changes: Any) -> dict[str, Any]:
    found = await breach_of(watch, "chief")
    return {
        "breach": found["id"],
        "version": found["version"],
        "reason": "Không giao việc trong tháng",
        **changes,
    }


async def lead(watch: Watch) -> None:
    """The curator has led his month to where the chair may score it."""
    await watch.cast.open("culture")
    for name in ("archivist", "curator"):
        await watch.cast.worked(name)
    await watch.cast.finish("archivist")


class TestRecording:
    async def test_names_the_head_the_month_the_scale_and_who_decides(self, missed: Watch) -> None:
        found = await breach_of(missed, "chief")
        town = missed.cast.town
        assert (found["unit_id"], found["scoring_unit_id"]) == (
            town.units["office"],
            town.units["commune"],
        )
        assert (found["period"], found["criterion"], found["state"]) == (MONTH, "II.3", "proposed")
        scale = await missed.cast.row("deduction_scale", found["scale_id"])
        assert (scale["code"], scale["agency_id"]) == ("CHAM", town.agencies["commune"])
        (leaf,) = [
            leaf
            for leaf in await missed.cast.leaves("record_breach")
            if leaf["subject_id"] == found["id"]
        ]
        assert (leaf["rule"], leaf["channel"]) == ("the-clock-runs-by-itself", "worker")

    async def test_takes_no_points_by_itself(self, missed: Watch) -> None:
        await missed.sweep(date(2026, 6, 30))
        assert await missed.cast.rows("deduction") == []

    async def test_is_done_once_however_long_it_lasts(self, missed: Watch) -> None:
        before = await missed.cast.rows("breach", "period = $1", MONTH)
        await missed.sweep(date(2026, 6, 30))
        assert await missed.cast.rows("breach", "period = $1", MONTH) == before

    async def test_counts_a_step_done_late_between_two_sweeps(self, watch: Watch) -> None:
        """Nobody looked between the fifth and the twentieth; what was late is late all the same."""
        await watch.cast.open("culture")
        await watch.sweep(date(2026, 6, 1))
        await watch.cast.assign("archivist", today=date(2026, 6, 15))
        await watch.sweep(date(2026, 6, 20))
        found = await watch.duty("assign_work", "culture", MONTH)
        assert found["done_at"] is not None
        assert found["escalated_at"] is None
        assert (await breach_of(watch, "curator"))["state"] == "proposed"

    async def test_spares_a_step_done_on_its_last_day_and_seen_later(self, watch: Watch) -> None:
        await watch.cast.open("culture")
        await watch.sweep(date(2026, 6, 1))
        await watch.cast.assign("archivist", today=date(2026, 6, 5))
        await watch.sweep(date(2026, 6, 20))
        curator = watch.cast.town.people["curator"]
        assert await watch.cast.rows("breach", "person_id = $1 and period = $2", curator, MONTH)
        kinds = {
            (await watch.cast.row("duty", row["duty_id"]))["kind"]
            for row in await watch.cast.rows("breach", "person_id = $1", curator)
        }
        assert "assign_work" in kinds
        found = await watch.duty("assign_work", "culture", MONTH)
        assert await watch.cast.rows("breach", "duty_id = $1", found["id"]) == []

    async def test_is_about_whoever_headed_the_unit_on_the_last_day(self, watch: Watch) -> None:
        owner = watch.cast.town.owner
        await owner.execute(
            "update congtam.posting set during = daterange('2026-01-01', '2026-06-06')"
            " where id = $1",
            watch.cast.town.postings["chief"],
        )
        await owner.execute(
            "update congtam.posting set office = 'head', during = daterange('2026-06-06', null)"
            " where id = $1",
            watch.cast.town.postings["assistant"],
        )
        await watch.sweep(date(2026, 6, 10))
        assert (await breach_of(watch, "chief"))["state"] == "proposed"
        told = await watch.notices("assign_work", "office")
        assert ("overdue", "assistant") in told
        assert "chief" not in {person for _, person in told}

    async def test_names_nobody_where_the_office_was_vacant(self, watch: Watch) -> None:
        await watch.cast.town.owner.execute(
            "update congtam.posting set during = daterange('2026-01-01', '2026-06-01')"
            " where id = $1",
            watch.cast.town.postings["chief"],
        )
        await watch.sweep(date(2026, 6, 10))
        duty = await watch.duty("assign_work", "office", MONTH)
        assert duty["escalated_to_id"] == watch.cast.town.units["commune"]
        assert await watch.cast.rows("breach", "duty_id = $1", duty["id"]) == []


class TestAccepting:
    async def test_takes_the_points_off_the_heads_sheet(self, missed: Watch) -> None:
        arguments = await told(missed)
        await missed.cast.do("chair", duties.accept_breach, **arguments)
        (deduction,) = await missed.cast.rows("deduction")
        sheet = await missed.cast.sheet("chief")
        assert (deduction["sheet_id"], deduction["criterion"]) == (sheet["id"], "II.3")
        assert (deduction["times"], deduction["points"]) == (1, Decimal(1))
        found = await breach_of(missed, "chief")
        assert (found["state"], found["sheet_id"]) == ("accepted", sheet["id"])
        assert str(found["duty_id"]) in deduction["reason"]
        assert found["decided_by"] == missed.cast.town.people["chair"]
        (leaf,) = await missed.cast.leaves("decide_breach")
        assert leaf["rule"] == "next-head-up-decides-a-breach"

    async def test_counts_a_second_one_of_the_month_once_more(self, missed: Watch) -> None:
        """May was not closed by the fifth of June either."""
        await missed.cast.do("chair", duties.accept_breach, **await told(missed))
        (other,) = await missed.cast.rows(
            "breach",
            "person_id = $1 and period = $2 and state = 'proposed' and duty_id in"
            " (select id from congtam.duty where kind = 'close_month')",
            missed.cast.town.people["chief"],
            MONTH,
        )
        await missed.cast.do(
            "chair",
            duties.accept_breach,
            breach=other["id"],
            version=1,
            reason="Không khóa sổ tháng 5",
        )
        (deduction,) = await missed.cast.rows("deduction")
        assert (deduction["times"], deduction["points"]) == (2, Decimal(2))
        assert "tháng 5" in deduction["reason"]
        assert "Không giao việc" in deduction["reason"]

    async def test_tells_the_head(self, missed: Watch) -> None:
        await missed.address("chief", "chief@commune.example")
        await missed.cast.do("chair", duties.accept_breach, **await told(missed))
        (notice,) = await missed.cast.rows("notice", "kind = 'breach_decided'")
        assert notice["person_id"] == missed.cast.town.people["chief"]
        words = duties.words("breach_decided", notice["params"], "vi")
        assert "Trừ điểm tiêu chí II.3" in words.text
        assert "Không giao việc trong tháng" in words.text
        assert len(await missed.cast.rows("mail", "notice_id = $1", notice["id"])) == 1

    async def test_is_done_on_behalf_of_the_superior_by_his_acting_head(
        self, missed: Watch
    ) -> None:
        await missed.cast.lend("commune", "chair", "vice")
        await missed.cast.do("vice", duties.accept_breach, **await told(missed))
        found = await breach_of(missed, "chief")
        people = missed.cast.town.people
        assert (found["decided_by"], found["on_behalf_of"]) == (people["vice"], people["chair"])

    async def test_is_decided_once(self, missed: Watch) -> None:
        await missed.cast.do("chair", duties.accept_breach, **await told(missed))
        for deed in (duties.accept_breach, duties.dismiss_breach):
            refusal = await missed.cast.refused("chair", deed, **await told(missed))
            assert refusal.code == "BREACH_DECIDED"

    async def test_waits_for_a_sheet(self, watch: Watch) -> None:
        await watch.cast.scale("CHAM", "II.3", "1", "2")
        await watch.sweep(MISSED)
        refusal = await watch.cast.refused("chair", duties.accept_breach, **await told(watch))
        assert refusal.code == "BREACH_WITHOUT_SHEET"

    async def test_needs_a_scale(self, watch: Watch) -> None:
        await watch.cast.open("commune")
        await watch.sweep(MISSED)
        refusal = await watch.cast.refused("chair", duties.accept_breach, **await told(watch))
        assert refusal.code == "NO_SCALE_TO_APPLY"
        scale = await watch.cast.scale("KHAC", "I.2", "1", "5")
        await watch.cast.do("chair", duties.accept_breach, **await told(watch, scale=scale))
        (deduction,) = await watch.cast.rows("deduction")
        assert deduction["criterion"] == "I.2"

    async def test_comes_too_late_for_a_signed_sheet(self, missed: Watch) -> None:
        await lead(missed)
        await missed.cast.finish("curator")
        found = await breach_of(missed, "curator")
        refusal = await missed.cast.refused(
            "chair", duties.accept_breach, breach=found["id"], version=1, reason="Không giao việc"
        )
        assert refusal.code == "ALREADY_SIGNED"

    async def test_is_refused_over_somebody_elses_change(self, missed: Watch) -> None:
        refusal = await missed.cast.refused(
            "chair", duties.accept_breach, **await told(missed, version=7)
        )
        assert refusal.code == "STALE_VERSION"


class TestDismissing:
    async def test_costs_nothing_and_keeps_the_reason(self, missed: Watch) -> None:
        reason = "Bão số 5, cơ quan ngừng làm việc"
        await missed.cast.do("chair", duties.dismiss_breach, **await told(missed, reason=reason))
        found = await breach_of(missed, "chief")
        assert (found["state"], found["reason"], found["sheet_id"]) == ("dismissed", reason, None)
        assert await missed.cast.rows("deduction") == []

    async def test_needs_a_reason(self, missed: Watch) -> None:
        refusal = await missed.cast.refused(
            "chair", duties.dismiss_breach, **await told(missed, reason=" ")
        )
        assert (refusal.code, refusal.field) == ("TEXT_NOT_ACCEPTABLE", "reason")


class TestWhoDecides:
    @pytest.mark.parametrize("deed", [duties.accept_breach, duties.dismiss_breach])
    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("chief", "NO_SELF_SCORING"),
            ("governor", "NOT_RESPONSIBLE_HEAD"),
            ("curator", "NOT_FOUND"),
            ("vice", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
        ],
    )
    async def test_is_nobody_but_the_head_who_scores_him(
        self, missed: Watch, name: str, code: str, deed: Any
    ) -> None:
        refusal = await missed.cast.refused(name, deed, **await told(missed))
        assert refusal.code == code

    async def test_is_not_the_head_himself_acting_for_his_superior(self, missed: Watch) -> None:
        await missed.cast.lend("commune", "chair", "chief")
        refusal = await missed.cast.refused("chief", duties.dismiss_breach, **await told(missed))
        assert refusal.code == "NO_SELF_SCORING"

    async def test_is_nobody_for_a_breach_that_does_not_exist(self, missed: Watch) -> None:
        id: UUID = new_id()
        refusal = await missed.cast.refused(
            "chair", duties.accept_breach, **await told(missed, breach=id)
        )
        assert refusal.code == "NOT_FOUND"

    async def test_stands_in_what_each_may_do(self, missed: Watch) -> None:
        found = await breach_of(missed, "chief")
        row = tuple(found[name] for name in duties.ALLOWED_NEEDS)
        allowed = {
            name: duties.allowed_actions(await missed.cast.request(name), [row])[0]
            for name in ("chair", "chief", "governor", "clerk")
        }
        assert allowed == {"chair": ["DecideBreach"], "chief": [], "governor": [], "clerk": []}


async def test_the_deduction_lowers_the_heads_own_score(missed: Watch) -> None:
    await lead(missed)
    found = await breach_of(missed, "curator")
    await missed.cast.do(
        "chair", duties.accept_breach, breach=found["id"], version=1, reason="Không giao việc"
    )
    await missed.cast.assess("curator")
    sheet = await missed.cast.score("curator")
    assert sheet["general"] == Decimal(29)
