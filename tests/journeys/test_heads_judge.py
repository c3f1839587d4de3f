"""The other half of sentence 14: what the responsible head does is done, and told in his name."""

from datetime import timedelta
from typing import Any

import pytest

from tests.journeys.documents import Word
from tests.journeys.month import BEGUN, LENT_UNTIL
from tests.journeys.people import SHEETS, head_of, of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

DEPTH = {"commune": 1, "far": 1}
SAID = {
    "reason": "Đề nghị xem lại mức tự chấm",
    "cause": "Mất điện cả ngày tại trụ sở",
    "fault": "Sai căn cứ pháp lý",
}


def below_before_above() -> list[str]:
    """Every sheet that can be scored, after those that its result rests on."""

    def place(key: str) -> tuple[int, int]:
        paper = SHEETS[key]
        # In a unit the head answers for the deputy; in the commune deputies answer for its heads.
        offices = ("member", "deputy", "head")
        return DEPTH.get(paper.unit, 0), offices.index(paper.office)

    return sorted(SHEETS, key=place)


@pytest.mark.slow
async def test_every_deed_of_the_responsible_head_is_done(commune: Served) -> None:
    for key in below_before_above():
        await judge(commune, key)
    rows = await commune.owner.fetch(
        "select s.id, s.state, s.on_behalf_of, s.scored_by, a.rule from congtam.sheet s"
        " join congtam.audit_leaf a on a.subject_id = s.id and a.deed = 'sign_sheet'"
    )
    found = {row["id"]: row for row in rows}
    assert len(found) == len(SHEETS)
    for key in below_before_above():
        row, head = found[commune.ids.sheets[key]], head_of(key)
        assert (row["state"], row["rule"]) == ("released", "responsible-head-scores")
        assert (row["scored_by"], row["on_behalf_of"]) == (commune.ids.people[head], None)


async def judge(commune: Served, key: str) -> None:
    """Every deed of the head on one sheet and its work, to the signature."""
    ids, paper = commune.ids, SHEETS[key]
    head, person = commune.sign(head_of(key)), commune.sign(paper.person)
    if key in ids.lines:
        line, fault = ids.lines[key], ids.faults[key]
        await head.done("acceptDelivery", delivery=ids.deliveries[key], version=1)
        await head.done("recordFault", line=line, kind=Word("QUALITY"), reason=SAID["fault"])
        await head.done("confirmObjectiveCause", fault=fault, version=1, cause=SAID["cause"])
    sheet = ids.sheets[key]
    await head.done("returnSelfAssessment", sheet=sheet, version=2, reason=SAID["reason"])
    await person.done("selfAssess", sheet=sheet, version=3, marks=MARKS)
    more: dict[str, Any] = {}
    if paper.office == "deputy" and paper.unit != "commune":
        more = {"leadership": {**LED, **CHOSEN}}
    await score(commune, head_of(key), key, **more)
    await head.done("returnSheet", sheet=sheet, version=5, reason=SAID["reason"])
    await person.done("selfAssess", sheet=sheet, version=6, marks=MARKS)
    await score(commune, head_of(key), key, **more)
    await head.done("signSheet", sheet=sheet, version=await version_of(commune, key))


class TestActingHead:
    async def test_acts_on_behalf_of_the_head_until_the_moment_of_revocation(
        self, commune: Served
    ) -> None:
        """The acting head's token and his reach are known to the server when it is revoked."""
        acting, away = commune.sign("acting"), commune.sign("away")
        await score(commune, "acting", "teacher")
        done = await acting.done(
            "signSheet",
            "explanation { scoredBy { fullName } onBehalfOf { fullName } }",
            sheet=commune.ids.sheets["teacher"],
            version=3,
        )
        assert done["explanation"] == {
            "scoredBy": {"fullName": "Lương Xuân Quý"},
            "onBehalfOf": {"fullName": "Phùng Thị Quỳnh Như"},
        }
        other = commune.ids.sheets[of_unit("society")[-1]]
        assert (await acting.ask(ONE_SHEET, id=other))["sheet"] is not None
        lent = commune.ids.delegations["society"]
        await away.done("revokeDelegation", delegationId=lent, version=1, reason="Đã về")
        before = await commune.trace()
        payload = await acting.refused("scoreSheet", sheet=other, version=2, marks=MARKS)
        assert payload["code"] == "NOT_RESPONSIBLE_HEAD"
        assert (await acting.ask(ONE_SHEET, id=other))["sheet"] is None
        assert await commune.trace() == before
        assert (await away.ask(ONE_SHEET, id=other))["sheet"]["allowedActions"] != []

    async def test_begins_and_ends_with_his_days(self, commune: Served) -> None:
        """Nothing runs for it: the day alone decides."""
        acting, teacher = commune.sign("acting"), commune.ids.sheets["teacher"]
        lent = (LENT_UNTIL - BEGUN).days
        for days in (-1, 0, (TODAY - BEGUN).days, lent - 1, lent):
            commune.day.today = BEGUN + timedelta(days=days)
            found = (await acting.ask(ONE_SHEET, id=teacher))["sheet"]
            assert (found is not None) == (BEGUN <= commune.day.today < LENT_UNTIL)
            # Outside the month's window of entry nobody scores, whoever heads.
            if commune.day.today == TODAY:
                assert "ScoreSheet" in found["allowedActions"]

    async def test_lends_to_nobody_what_was_lent_to_him(self, commune: Served) -> None:
        before = await commune.trace()
        payload = await commune.sign("acting").refused(
            "delegateHeadship",
            unit=commune.ids.units["society"],
            toPerson=commune.ids.people["teacher"],
            begins=commune.day.today,
            ends=commune.day.today.replace(day=30),
            reason="Đi họp",
        )
        assert payload["code"] == "DELEGATION_CHAIN"
        assert await commune.trace() == before


ONE_SHEET = "query($id: ID!) { sheet(id: $id) { id allowedActions } }"
