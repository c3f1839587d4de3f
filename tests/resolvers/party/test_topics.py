"""Points that a committee above puts to a review, and their answers; review meetings in time."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.party.topics import TopicsUnanswered, demand_answered
from tests.resolvers.party.hall import DAY, PAPER, Hall, build
from tests.resolvers.town import Town

POINT = {"text": "Làm rõ trách nhiệm trong giải ngân vốn đầu tư công."}
ANSWER = "Đã khắc phục trong quý III, có biên bản kèm theo."
MEETING = date(2026, 12, 11)


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    hall = await build(town)
    await hall.review("clerk")
    await hall.review("lãnh đạo", body="leadership", category="collective")
    for name, holder in (("clerk", None), ("lãnh đạo", hall.bodies["leadership"])):
        who = None if holder else hall.person(name)
        await hall.put(
            "party_voice",
            id=new_id(),
            review_id=hall.reviews[name],
            kind="self",
            step=0,
            holder_body_id=holder,
            person_id=who,
            holders=[hall.bodies["branch"], hall.bodies["leadership"], hall.bodies["commune"]],
        )
    return hall


async def put(hall: Hall, by: str = "chair", about: str = "clerk", **more: Any) -> UUID:
    told = {"review": hall.reviews[about], "author": hall.bodies["commune"], **POINT, **more}
    id: UUID = await hall.do(by, party.raise_party_topic, **told)
    return id


async def unanswered(hall: Hall, name: str = "clerk") -> str:
    request = await hall.request(name)
    async with hall.party.for_reach(request.reach).writing() as tx:
        try:
            await demand_answered(tx, hall.reviews[name])
        except TopicsUnanswered as refusal:
            return str(refusal.facts["numbers"])
    return ""


async def spoken(hall: Hall) -> None:
    await hall.town.owner.execute(
        "update congtam_party.party_voice set state = 'signed', text = 'x', signed_by = $1,"
        " signed_at = '2026-12-01' where kind = 'self' and review_id = $2",
        hall.person("clerk"),
        hall.reviews["clerk"],
    )


class TestTopics:
    async def test_are_answered_one_by_one_and_every_answer_is_kept(self, hall: Hall) -> None:
        first, second = await put(hall), await put(hall, "governor", author=province(hall))
        assert await unanswered(hall) == "1, 2"
        for text in (ANSWER, ANSWER + " Bổ sung số liệu."):
            version = (await hall.row("party_topic", first))["version"]
            told = {"topic": first, "version": version, "text": text}
            await hall.do("clerk", party.answer_party_topic, **told)
        assert await unanswered(hall) == "2"
        kept = await hall.rows("party_topic_answer", "topic_id = $1", first)
        assert sorted((row["edition"], row["text"]) for row in kept) == [
            (1, ANSWER),
            (2, ANSWER + " Bổ sung số liệu."),
        ]
        told = {"topic": second, "version": 1, "text": ANSWER}
        await hall.do("clerk", party.answer_party_topic, **told)
        assert await unanswered(hall) == ""

    async def test_to_a_collective_are_answered_by_whoever_speaks_for_it(self, hall: Hall) -> None:
        topic = await put(hall, "vice", about="lãnh đạo")
        told = {"topic": topic, "version": 1, "text": ANSWER}
        await hall.do("chair", party.answer_party_topic, **told)
        assert (await hall.row("party_topic", topic))["version"] == 2

    @pytest.mark.parametrize(
        ("by", "author", "code"),
        [
            ("officer", "province", "NOT_FOUND"),
            ("chief", "branch", "NOT_HIGHER_COMMITTEE"),
            ("chief", "commune", "NOT_FOUND"),
            ("curator", "commune", "NOT_HIGHER_COMMITTEE"),
            ("governor", "commune", "NOT_HIGHER_COMMITTEE"),
            ("clerk", "commune", "NOT_FOUND"),
            ("stranger", "neighbour", "NOT_FOUND"),
        ],
    )
    async def test_are_put_by_a_committee_above_alone(
        self, hall: Hall, by: str, author: str, code: str
    ) -> None:
        told = {"review": hall.reviews["clerk"], "author": hall.bodies[author], **POINT}
        refusal = await hall.refused(by, party.raise_party_topic, **told)
        assert refusal.code == code

    @pytest.mark.parametrize(
        ("by", "code"),
        [("chair", "NOT_THE_VOICE"), ("chief", "NOT_THE_VOICE"), ("typist", "NOT_FOUND")],
    )
    async def test_are_answered_by_nobody_else(self, hall: Hall, by: str, code: str) -> None:
        told = {"topic": await put(hall), "version": 1, "text": ANSWER}
        assert (await hall.refused(by, party.answer_party_topic, **told)).code == code

    async def test_come_before_the_self_review(self, hall: Hall) -> None:
        topic = await put(hall)
        await spoken(hall)
        told = {"topic": topic, "version": 1, "text": ANSWER}
        refusal = await hall.refused("clerk", party.answer_party_topic, **told)
        assert refusal.code == "SELF_REVIEW_GIVEN"
        told = {"review": hall.reviews["clerk"], "author": hall.bodies["commune"], **POINT}
        refusal = await hall.refused("chair", party.raise_party_topic, **told)
        assert refusal.code == "SELF_REVIEW_GIVEN"

    @pytest.mark.parametrize(
        ("change", "code"),
        [({"version": 3}, "STALE_VERSION"), ({"text": " "}, "TEXT_NOT_ACCEPTABLE")],
    )
    async def test_take_answers_in_order(self, hall: Hall, change: Any, code: str) -> None:
        told = {"topic": await put(hall), "version": 1, "text": ANSWER, **change}
        assert (await hall.refused("clerk", party.answer_party_topic, **told)).code == code


def province(hall: Hall) -> UUID:
    return hall.bodies["province"]


async def prepared(hall: Hall, sent: date = date(2026, 12, 7), **more: Any) -> UUID:
    told = {"review": hall.reviews["lãnh đạo"], "draft": PAPER, "meets_on": MEETING, **more}
    id: UUID = await hall.do("chair", party.prepare_party_meeting, draft_sent_on=sent, **told)
    return id


class TestMeetings:
    @pytest.mark.parametrize(
        ("sent", "fits"), [(date(2026, 12, 8), True), (date(2026, 12, 9), False)]
    )
    async def test_have_their_draft_three_working_days_before(
        self, hall: Hall, sent: date, fits: bool
    ) -> None:
        """For a Friday the Tuesday is the last day, the Wednesday is too late."""
        told = {"review": hall.reviews["lãnh đạo"], "draft": PAPER, "meets_on": MEETING}
        told |= {"draft_sent_on": sent, "today": date(2026, 12, 9)}
        if fits:
            await hall.do("chair", party.prepare_party_meeting, **told)
        else:
            refusal = await hall.refused("chair", party.prepare_party_meeting, **told)
            assert refusal.code == "DRAFT_REPORT_TOO_LATE"

    @pytest.mark.parametrize(
        ("named", "days", "fits"),
        [(False, 1, True), (True, 2, True), (True, 1, False)],
    )
    async def test_take_a_day_and_those_named_two(
        self, hall: Hall, named: bool, days: int, fits: bool
    ) -> None:
        told = {"meeting": await prepared(hall, named=named), "version": 1, "days": days}
        told |= {"minutes": PAPER, "today": date(2026, 12, 14)}
        if fits:
            await hall.do("chair", party.hold_party_meeting, **told)
            assert (await hall.row("party_meeting", told["meeting"]))["days"] == days
        else:
            refusal = await hall.refused("chair", party.hold_party_meeting, **told)
            assert refusal.code == "REVIEW_MEETING_TOO_SHORT"

    @pytest.mark.parametrize(
        ("by", "change", "code"),
        [
            ("clerk", {}, "NOT_FOUND"),
            ("vice", {}, "NO_PARTY_OFFICE"),
            ("chair", {"meets_on": date(2030, 1, 7)}, "PARTY_HOLIDAYS_UNKNOWN"),
            ("chair", {"draft_sent_on": date(2026, 12, 8)}, "INVALID_INPUT"),
        ],
    )
    async def test_are_prepared_by_whoever_speaks_for_the_body(
        self, hall: Hall, by: str, change: Any, code: str
    ) -> None:
        told = {"review": hall.reviews["lãnh đạo"], "draft": PAPER, "meets_on": MEETING}
        told |= {"draft_sent_on": DAY, **change}
        assert (await hall.refused(by, party.prepare_party_meeting, **told)).code == code

    async def test_are_collectives_alone_and_recorded_once(self, hall: Hall) -> None:
        await prepared(hall)
        told = {"draft": PAPER, "meets_on": MEETING, "draft_sent_on": DAY}
        refusal = await hall.refused(
            "chair", party.prepare_party_meeting, review=hall.reviews["lãnh đạo"], **told
        )
        assert refusal.code == "REVIEW_MEETING_RECORDED"
        refusal = await hall.refused(
            "chief", party.prepare_party_meeting, review=hall.reviews["clerk"], **told
        )
        assert refusal.code == "NOT_A_COLLECTIVE"

    async def test_are_held_once_and_not_before_their_day(self, hall: Hall) -> None:
        told = {"meeting": await prepared(hall), "version": 1, "days": 1, "minutes": PAPER}
        refusal = await hall.refused("chair", party.hold_party_meeting, **told)
        assert refusal.code == "INVALID_INPUT"
        later = {"today": date(2026, 12, 14)}
        await hall.do("chair", party.hold_party_meeting, **told, **later)
        told["version"] = 2
        refusal = await hall.refused("chair", party.hold_party_meeting, **told, **later)
        assert refusal.code == "REVIEW_MEETING_RECORDED"


class TestTheLastDay:
    async def granted(self, hall: Hall, by: str = "chair", version: int = 1) -> Refusal | UUID:
        told = {"campaign": hall.campaigns["commune"], "version": version}
        paper = {"document": PAPER, "reason": "Đơn vị sự nghiệp có tính đặc thù."}
        try:
            id: UUID = await hall.do(by, party.extend_party_deadline, **told, **paper)
        except Refusal as refusal:
            return refusal
        return id

    async def test_is_the_thirtieth_or_by_leave_the_fifteenth(self, hall: Hall) -> None:
        request = await hall.request("chair")
        rows = [(2026, None, False), (2026, None, True), (2026, 2, False)]
        told = party.finish_by(request, rows)
        assert told == [date(2026, 12, 30), date(2027, 1, 15), None]

    async def test_is_put_off_once_and_by_the_committee(self, hall: Hall) -> None:
        stranger = await self.granted(hall, "officer")
        assert isinstance(stranger, Refusal)
        assert stranger.code == "NOT_DECIDING_COMMITTEE"
        assert await self.granted(hall) == hall.campaigns["commune"]
        again = await self.granted(hall, version=2)
        assert isinstance(again, Refusal)
        assert again.code == "PARTY_LEAVE_RECORDED"
