"""An action ends before its day: refused, withdrawn, or cancelled with everything given back."""

from datetime import date

from resolvers import personnel as deeds
from tests.resolvers.personnel.story import DECISION, JULY, PAPER, Personnel, later
from tests.resolvers.personnel.test_lower_post import proposed


class TestEnding:
    async def test_refuses_with_a_reason(self, personnel: Personnel) -> None:
        id = await proposed(personnel)
        await personnel.do(
            "chair", deeds.refuse_personnel_action, **await personnel.at(id), reason="Chưa đủ rõ."
        )
        row = await personnel.row(id)
        assert (row["state"], row["closed_reason"]) == ("refused", "Chưa đủ rõ.")
        again = {**await personnel.at(id), "reason": "Rút."}
        refused = await personnel.refused("officer", deeds.withdraw_personnel_action, **again)
        assert refused.code == "ACTION_OVER"

    async def test_withdraws_ones_own_proposal(self, personnel: Personnel) -> None:
        id = await proposed(personnel, "chief")
        told = {**await personnel.at(id), "reason": "Xem xét lại."}
        refused = await personnel.refused("chair", deeds.withdraw_personnel_action, **told)
        assert refused.code == "NO_MANDATE"
        await personnel.do("chief", deeds.withdraw_personnel_action, **told)
        assert (await personnel.row(id))["state"] == "withdrawn"

    async def test_cancels_before_the_day_and_gives_everything_back(
        self, personnel: Personnel
    ) -> None:
        id = await personnel.propose("resignation", "chief", "chief")
        await personnel.walk(id, "chief", "governor")
        before = await personnel.held("chief")
        await personnel.decide(id, "governor")
        told = {**await personnel.at(id), "reason": "Đã có phương án khác."}
        refused = await personnel.refused("chair", deeds.cancel_personnel_action, **told)
        assert refused.code == "NOT_DECIDING_HEAD"
        await personnel.do("governor", deeds.cancel_personnel_action, **told)
        assert await personnel.held("chief") == before
        assert (await personnel.row(id))["state"] == "cancelled"

    async def test_cancels_nothing_that_has_begun(self, personnel: Personnel) -> None:
        id = await proposed(personnel)
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair", JULY)
        told = {**await personnel.at(id), "reason": "Hủy."}
        refused = await personnel.refused(
            "chair", deeds.cancel_personnel_action, today=JULY, **told
        )
        assert refused.code == "ACTION_NOT_CANCELLABLE"

    async def test_gives_nothing_back_that_was_changed_since(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        id = await proposed(personnel)
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair", JULY)
        await town.owner.execute(
            "update congtam.posting set during = daterange($2, '2026-12-01')"
            " where person_id = $1 and lower(during) = $2",
            town.people["clerk"],
            JULY,
        )
        told = {**await personnel.at(id), "reason": "Hủy."}
        refused = await personnel.refused("chair", deeds.cancel_personnel_action, **told)
        assert refused.code == "EFFECT_CHANGED"

    async def test_takes_the_ground_of_a_cancelled_suspension_back(
        self, personnel: Personnel
    ) -> None:
        paper = deeds.PaperGround("misconduct", PAPER)
        id = await personnel.propose("suspension", "clerk", paper=paper)
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair", later(3))
        told = {**await personnel.at(id), "reason": "Đã làm rõ sự việc."}
        await personnel.do("chair", deeds.cancel_personnel_action, **told)
        (ground,) = await personnel.cast.rows("disqualifier")
        assert ground["annulled_reason"] == told["reason"]

    async def test_leaves_discipline_to_its_register(self, personnel: Personnel) -> None:
        ruling = deeds.Discipline(
            source="administrative",
            form="warning",
            relation="duty",
            about="Vi phạm quy chế làm việc.",
            act_on=date(2026, 5, 4),
            effective_on=later(3),
            decision=DECISION,
        )
        id = await personnel.propose("discipline", "clerk")
        await personnel.walk(id, "clerk", "governor")
        await personnel.decide(id, "governor", later(3), discipline=ruling)
        told = {**await personnel.at(id), "reason": "Hủy."}
        refused = await personnel.refused("governor", deeds.cancel_personnel_action, **told)
        assert refused.code == "DISCIPLINE_RECORDED"
