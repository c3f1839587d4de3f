"""Votes of a procedure: attendance, quorum, one ballot either side, what the person ever reads."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from resolvers import personnel as deeds
from resolvers.core.seeing import needed, shown
from tests.resolvers.personnel.story import JULY, PAPER, Personnel
from tests.resolvers.personnel.test_kinds import LONG_AGO, RETIRES

STEP = "extended_leadership"


@pytest.fixture
async def appointment(personnel: Personnel) -> UUID:
    """An appointment at its second meeting."""
    grounds = await personnel.three_years("clerk")
    await personnel.since("clerk", LONG_AGO)
    await personnel.fact("clerk", "retirement", RETIRES)
    told = {"to": ("culture", "deputy"), "grounds": grounds, "effective_on": JULY}
    id = await personnel.propose("appointment", "clerk", **told)
    await personnel.walk(id, "clerk", "governor", until=STEP)
    return id


async def refused(personnel: Personnel, id: UUID, **more: Any) -> str:
    person = str(personnel.cast.town.people["clerk"])
    counts = more.pop("counts", {person: 21})
    told = {
        "step": STEP,
        "summoned": 40,
        "present": 28,
        "document": PAPER,
        "counts": [deeds.Ballots(choice, ballots) for choice, ballots in counts.items()],
        **more,
    }
    refusal = await personnel.refused(
        "officer", deeds.hold_personnel_vote, **await personnel.at(id), **told
    )
    return str(refusal.code)


async def counted(personnel: Personnel, id: UUID, ballots: int) -> Any:
    """The vote of the second meeting with so many ballots for the person."""
    person = str(personnel.cast.town.people["clerk"])
    await personnel.vote(id, STEP, {person: ballots}, (40, 28))
    rows = await personnel.cast.rows("action_vote", "action_id = $1", id)
    return max(rows, key=lambda row: row["recorded_at"].isoformat() + str(row["id"]))


class TestAttendance:
    async def test_needs_two_thirds_of_those_summoned(
        self, personnel: Personnel, appointment: UUID
    ) -> None:
        assert await refused(personnel, appointment, present=26) == "NO_QUORUM"
        person = str(personnel.cast.town.people["clerk"])
        await personnel.vote(appointment, STEP, {person: 21}, (40, 27))

    async def test_has_no_more_ballots_than_people(
        self, personnel: Personnel, appointment: UUID
    ) -> None:
        person = str(personnel.cast.town.people["clerk"])
        code = await refused(personnel, appointment, counts={person: 21, "other": 8})
        assert code == "MORE_BALLOTS_THAN_PEOPLE"
        assert await refused(personnel, appointment, present=41) == "ATTENDANCE_CONTRADICTS"

    async def test_is_the_next_steps(self, personnel: Personnel, appointment: UUID) -> None:
        assert await refused(personnel, appointment, step="key_cadres") == "STEP_OUT_OF_ORDER"


class TestTheCount:
    async def test_chooses_above_half_of_those_summoned(
        self, personnel: Personnel, appointment: UUID
    ) -> None:
        vote = await counted(personnel, appointment, 21)
        person = str(personnel.cast.town.people["clerk"])
        assert (vote["chosen"], vote["passed"], vote["stops"]) == (person, True, False)

    async def test_sends_forward_at_half(self, personnel: Personnel, appointment: UUID) -> None:
        vote = await counted(personnel, appointment, 20)
        person = str(personnel.cast.town.people["clerk"])
        assert (vote["chosen"], vote["forward"], vote["passed"]) == (None, [person], True)

    async def test_stops_below_thirty_per_cent(
        self, personnel: Personnel, appointment: UUID
    ) -> None:
        vote = await counted(personnel, appointment, 11)
        assert (vote["passed"], vote["stops"]) == (False, True)
        person = str(personnel.cast.town.people["clerk"])
        code = await refused(personnel, appointment, step="leadership_again", counts={person: 8})
        assert code == "PROCEDURE_STOPPED"

    async def test_leaves_exactly_half_to_the_head(self, personnel: Personnel) -> None:
        grounds = [deeds.Cited(classification=await personnel.classed("chief"))]
        id = await personnel.propose("removal", "chief", "provincial", grounds=grounds)
        await personnel.walk(id, "chief", "governor", until="leadership_and_committee")
        told = {"step": "leadership_and_committee", "counts": {"agree": 20, "disagree": 8}}
        assert await refused(personnel, id, **told) == "HEAD_MUST_CHOOSE"
        await personnel.vote(
            id,
            "leadership_and_committee",
            {"agree": 20, "disagree": 8},
            (40, 28),
            head_choice="agree",
        )
        await personnel.decide(id, "governor")
        assert (await personnel.row(id))["state"] == "decided"


async def test_the_person_never_reads_what_is_not_announced(
    personnel: Personnel, appointment: UUID
) -> None:
    """The key cadres' opinion stays hidden from him, the leadership's vote is announced."""
    town = personnel.cast.town
    await personnel.walk(appointment, "clerk", "governor")
    await personnel.decide(appointment, "governor")
    found = {}
    for name in ("clerk", "officer", "governor", "inspector", "typist"):
        request = await personnel.cast.request(name)
        question = (
            select(deeds.action_step.c.code)
            .join(deeds.action_vote, deeds.action_vote.c.step_id == deeds.action_step.c.id)
            .where(shown(deeds.action_vote))
        )
        async with town.database.reading() as tx:
            rows = await tx.rows(question, **needed(deeds.action_vote, request.reach))
        found[name] = {row["code"] for row in rows}
    everything = {
        *("review_list", "extended_leadership", "leadership_again", "key_cadres"),
        "leadership_decides",
    }
    assert found["officer"] == found["governor"] == found["inspector"] == everything
    assert found["clerk"] == {"leadership_again"}
    assert found["typist"] == set()
