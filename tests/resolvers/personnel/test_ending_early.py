"""A secondment or a suspension ends before its last day, by whoever decides (art. 26, 56)."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import personnel as deeds
from resolvers import results
from resolvers.core.documents import Document
from resolvers.people import reach_of_person
from tests.resolvers import town as stage
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.story import DECISION, JULY, PAPER, Personnel, later
from tests.resolvers.town import FOUNDED

UNTIL = date(2028, 7, 1)
BACK = date(2027, 1, 4)
MONDAY = date(2026, 6, 22)
"""Within the suspension of fifteen working days from DAY on."""
NEW = Document("400/QĐ-UBND", DAY, sha256="dd" * 32)
WHY = "Cơ quan tiếp nhận không còn nhu cầu."


async def _seconded(personnel: Personnel) -> UUID:
    days = {"effective_on": JULY, "until": UNTIL}
    id = await personnel.propose("secondment", "clerk", to=("neighbour", "member"), **days)
    await personnel.walk(id, "clerk", "chair")
    await personnel.decide(id, "chair", until=UNTIL)
    return id


async def _suspended(personnel: Personnel, who: str = "chief", head: str = "governor") -> UUID:
    paper = deeds.PaperGround("obstruction", PAPER)
    id = await personnel.propose("suspension", who, "provincial", paper=paper)
    await personnel.walk(id, who, head)
    await personnel.decide(id, head, DAY)
    return id


async def _told(personnel: Personnel, id: UUID, ends_on: date, **more: Any) -> dict[str, Any]:
    return {
        **await personnel.at(id),
        "ends_on": ends_on,
        "reason": WHY,
        "decision": NEW,
        **more,
    }


async def _end(
    personnel: Personnel, id: UUID, ends_on: date, by: str, today: date, **more: Any
) -> None:
    told = await _told(personnel, id, ends_on, **more)
    await personnel.do(by, deeds.end_personnel_action_early, today=today, **told)


class TestSecondment:
    async def test_ends_on_the_day_and_the_own_post_goes_on(self, personnel: Personnel) -> None:
        id = await _seconded(personnel)
        await _end(personnel, id, BACK, "chair", today=date(2026, 12, 20))
        assert await personnel.held("clerk") == [
            ("office", "member", FOUNDED, JULY),
            ("neighbour", "member", JULY, BACK),
            ("office", "member", BACK, None),
        ]
        (beside,) = await personnel.cast.rows(
            "posting", "not main and upper(during) = '2027-01-04'"
        )
        assert beside["unit_id"] == personnel.cast.town.units["office"]
        row = await personnel.row(id)
        assert (row["state"], row["until"], row["ended_on"]) == ("decided", UNTIL, BACK)
        assert row["lasting"].upper == BACK
        (ending,) = await personnel.cast.rows("action_ending")
        assert (ending["reason"], ending["document_no"]) == (WHY, "400/QĐ-UBND")
        assert ending["ended_by"] == personnel.cast.town.people["chair"]
        (leaf,) = await personnel.cast.leaves("end_personnel_action_early")
        assert leaf["reason"] == WHY

    async def test_takes_the_file_back_on_the_day_itself(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        id = await _seconded(personnel)
        await town.owner.execute(
            "update congtam.person set agency_id = $1 where id = $2",
            town.agencies["neighbour"],
            town.people["clerk"],
        )
        await _end(personnel, id, BACK, "chair", today=BACK)
        file = await personnel.cast.row("person", town.people["clerk"])
        assert file["agency_id"] == town.agencies["commune"]

    async def test_makes_room_for_another_one(self, personnel: Personnel) -> None:
        id = await _seconded(personnel)
        await _end(personnel, id, BACK, "chair", today=BACK)
        town = personnel.cast.town
        (post,) = await personnel.cast.rows(
            "posting", "main and person_id = $1 and lower(during) = $2", town.people["clerk"], BACK
        )
        town.postings["clerk"] = post["id"]
        days = {"effective_on": later(1, BACK), "until": UNTIL}
        told = {"kind": "secondment", "posting": post["id"], "reason": "Tăng cường.", **days}
        told["target"] = deeds.Target(town.units["neighbour"])
        again = await personnel.do("officer", deeds.propose_personnel_action, today=BACK, **told)
        await personnel.walk(again, "clerk", "chair", today=BACK)
        await personnel.decide(again, "chair", later(1, BACK), today=BACK, until=UNTIL)
        assert (await personnel.held("clerk"))[-2] == (
            ("neighbour", "member", later(1, BACK), UNTIL)
        )

    @pytest.mark.parametrize(
        ("ends_on", "today"),
        [(JULY, JULY), (UNTIL, BACK), (later(-1, BACK), BACK)],
        ids=["its first day", "its own end", "a day gone by"],
    )
    async def test_ends_on_a_day_within_it_and_not_before_today(
        self, personnel: Personnel, ends_on: date, today: date
    ) -> None:
        id = await _seconded(personnel)
        told = await _told(personnel, id, ends_on)
        refused = await personnel.refused(
            "chair", deeds.end_personnel_action_early, today=today, **told
        )
        assert refused.code == "ENDS_OUTSIDE_MEASURE"

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("officer", "NOT_DECIDING_HEAD"),
            ("governor", "NOT_FOUND"),
            ("stranger", "NOT_DECIDING_HEAD"),
            ("clerk", "OWN_ACTION"),
            ("typist", "NOT_FOUND"),
        ],
    )
    async def test_is_ended_by_whoever_decides_on_it_alone(
        self, personnel: Personnel, who: str, code: str
    ) -> None:
        id = await _seconded(personnel)
        told = await _told(personnel, id, BACK)
        refused = await personnel.refused(who, deeds.end_personnel_action_early, today=JULY, **told)
        assert refused.code == code

    async def test_that_has_not_begun_or_was_ended_is_not_ended(self, personnel: Personnel) -> None:
        id = await _seconded(personnel)
        deed = deeds.end_personnel_action_early
        early = await personnel.refused("chair", deed, **await _told(personnel, id, BACK))
        assert early.code == "MEASURE_NOT_LASTING"
        await _end(personnel, id, BACK, "chair", today=JULY)
        again = await _told(personnel, id, later(-9, BACK))
        refused = await personnel.refused("chair", deed, today=JULY, **again)
        assert refused.code == "MEASURE_NOT_LASTING"
        stale = {**await _told(personnel, id, BACK), "version": 1}
        refused = await personnel.refused("chair", deed, today=JULY, **stale)
        assert refused.code == "MEASURE_NOT_LASTING"

    async def test_of_which_a_post_was_changed_since_is_left(self, personnel: Personnel) -> None:
        id = await _seconded(personnel)
        await personnel.cast.town.owner.execute(
            "update congtam.posting set during = daterange($1, '2027-12-01')"
            " where mode = 'seconded'",
            JULY,
        )
        told = await _told(personnel, id, BACK)
        refused = await personnel.refused(
            "chair", deeds.end_personnel_action_early, today=JULY, **told
        )
        assert refused.code == "EFFECT_CHANGED"

    async def test_of_which_somebody_saw_an_older_state_is_not_ended(
        self, personnel: Personnel
    ) -> None:
        id = await _seconded(personnel)
        told = {**await _told(personnel, id, BACK), "version": 1}
        refused = await personnel.refused(
            "chair", deeds.end_personnel_action_early, today=JULY, **told
        )
        assert refused.code == "STALE_VERSION"


class TestSuspension:
    async def test_gives_the_head_his_authority_back_on_the_day(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await stage.mandate(town, "chief", "inspector", "commune")
        id = await _suspended(personnel)
        await _end(personnel, id, MONDAY, "governor", today=later(4))
        assert await personnel.held("chief") == [
            ("office", "head", FOUNDED, DAY),
            ("office", "member", DAY, MONDAY),
            ("office", "head", MONDAY, None),
        ]
        async with town.database.reading() as tx:
            still = await reach_of_person(tx, town.people["chief"], later(-1, MONDAY))
            back = await reach_of_person(tx, town.people["chief"], MONDAY)
        assert (dict(still.headed), len(still.mandates)) == ({}, 0)
        assert (set(back.headed), len(back.mandates)) == ({town.units["office"]}, 1)
        # It stays a ground to weigh in its year: it has been.
        (ground,) = await personnel.cast.rows("disqualifier")
        assert (ground["kind"], ground["annulled_at"]) == ("suspension", None)

    async def test_ends_the_absence_recorded_for_it(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        id = await _suspended(personnel)
        told = {"kind": "suspended", "begins": DAY, "ends": date(2026, 7, 7), "document": PAPER}
        await personnel.do("officer", results.record_absence, person=town.people["chief"], **told)
        await _end(personnel, id, MONDAY, "governor", today=MONDAY)
        (absence,) = await personnel.cast.rows("absence")
        assert (absence["during"].upper, absence["ended_reason"]) == (MONDAY, WHY)

    async def test_finds_the_office_taken_and_says_so(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        id = await _suspended(personnel)
        await town.owner.execute(
            "update congtam.posting set office = 'head', during = daterange($2, '2026-07-07')"
            " where id = $1",
            town.postings["clerk"],
            DAY,
        )
        told = await _told(personnel, id, MONDAY)
        refused = await personnel.refused(
            "governor", deeds.end_personnel_action_early, today=MONDAY, **told
        )
        assert refused.code == "EFFECT_CHANGED"


async def test_other_kinds_do_not_end_early(personnel: Personnel) -> None:
    id = await personnel.propose("resignation", "chief", "chief")
    await personnel.walk(id, "chief", "governor")
    await personnel.decide(id, "governor", DAY, decision=DECISION)
    told = await _told(personnel, id, BACK)
    refused = await personnel.refused(
        "governor", deeds.end_personnel_action_early, today=JULY, **told
    )
    assert refused.code == "MEASURE_NOT_LASTING"
