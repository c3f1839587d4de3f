"""What was decided is told, published, and replaced where it proved wrong."""

from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy import select

from resolvers import party
from resolvers.core.seeing import needed, shown
from resolvers.party import PartyGroupChoice
from resolvers.party.review_tables import party_review
from resolvers.party.voice_tables import party_published
from tests.resolvers.party.hall import PAPER, VOTERS, Hall, build
from tests.resolvers.town import Town

REASON = "Báo cáo kết quả không đúng sự thật, đã được kết luận."
OTHERS = VOTERS[2:]


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    """Decided: the chief is excellent, the assistant good for want of a place."""
    hall = await build(town)
    for name in VOTERS:
        await hall.review(name, lawful="GOOD" if name in OTHERS else "EXCELLENT")
    sql = "update congtam_party.party_campaign set state = 'closed'"
    await hall.town.owner.execute(sql)
    choice = PartyGroupChoice("member", [hall.reviews["chief"]], "Có sáng kiến.")
    told = {"campaign": hall.campaigns["commune"], "version": 1, "decision": PAPER}
    await hall.do("chair", party.decide_party_campaign, choices=[choice], **told)
    return hall


def at(hall: Hall, version: int) -> dict[str, Any]:
    return {"campaign": hall.campaigns["commune"], "version": version}


async def published(hall: Hall) -> None:
    await hall.do("officer", party.notify_party_campaign, **at(hall, 2))
    await hall.do("officer", party.publish_party_campaign, **at(hall, 3))


async def seen_by(hall: Hall, name: str, table: Any) -> list[Any]:
    request = await hall.request(name)
    async with hall.party.reading() as tx:
        found = await tx.rows(select(table).where(shown(table)), **needed(table, request.reach))
    return list(found)


async def replaced(hall: Hall, name: str = "chief", **more: Any) -> UUID:
    review = await hall.row("party_review", hall.reviews[name])
    told = {"review": review["id"], "version": review["version"], "level": "GOOD"}
    told |= {"reason": REASON, "decision": PAPER, **more}
    id: UUID = await hall.do("chair", party.replace_party_review, **told)
    return id


class TestTelling:
    async def test_follows_the_decision_and_comes_before_publication(self, hall: Hall) -> None:
        early = await hall.refused("chair", party.publish_party_campaign, **at(hall, 2))
        assert early.code == "PARTY_CAMPAIGN_NOT_NOTIFIED"
        await hall.do("officer", party.notify_party_campaign, **at(hall, 2))
        again = await hall.refused("chair", party.notify_party_campaign, **at(hall, 3))
        assert again.code == "PARTY_CAMPAIGN_NOT_DECIDED"
        reviews = await hall.rows("party_review")
        assert all(row["notified_at"] is not None for row in reviews)

    async def test_publishes_the_class_to_the_members_of_the_branch(self, hall: Hall) -> None:
        assert await seen_by(hall, "typist", party_published) == []
        await published(hall)
        for name in ("typist", "candidate"):
            rows = await seen_by(hall, name, party_published)
            assert {row["person_id"] for row in rows} == {hall.person(each) for each in VOTERS}
        assert await seen_by(hall, "stranger", party_published) == []

    @pytest.mark.parametrize(
        ("by", "code"), [("chief", "NOT_FOUND"), ("curator", "NOT_DECIDING_COMMITTEE")]
    )
    async def test_is_the_committees(self, hall: Hall, by: str, code: str) -> None:
        refusal = await hall.refused(by, party.notify_party_campaign, **at(hall, 2))
        assert refusal.code == code


class TestReplacing:
    async def test_keeps_the_old_edition_and_tells_the_new_one(self, hall: Hall) -> None:
        await published(hall)
        id = await replaced(hall)
        old, new = (
            await hall.row("party_review", hall.reviews["chief"]),
            await hall.row("party_review", id),
        )
        assert (old["applied_level"], old["replaced_reason"]) == ("EXCELLENT", REASON)
        assert (new["applied_level"], new["edition"], new["replaces_id"]) == ("GOOD", 2, old["id"])
        assert new["notified_at"] is not None
        told = {
            row["level"]
            for row in await seen_by(hall, "typist", party_published)
            if row["person_id"] == hall.person("chief")
        }
        assert told == {"GOOD"}
        mine = [
            row["edition"]
            for row in await seen_by(hall, "chief", party_review)
            if row["person_id"] == hall.person("chief")
        ]
        assert sorted(mine) == [1, 2]

    async def test_gives_a_place_that_has_become_free_and_no_other(self, hall: Hall) -> None:
        review = await hall.row("party_review", hall.reviews["assistant"])
        told = {"review": review["id"], "version": review["version"], "level": "EXCELLENT"}
        told |= {"reason": REASON, "decision": PAPER}
        refusal = await hall.refused("chair", party.replace_party_review, **told)
        assert refusal.code == "PARTY_NO_FREE_PLACE"
        await replaced(hall)
        await hall.do("vice", party.replace_party_review, **told)

    @pytest.mark.parametrize(
        ("by", "about", "change", "code"),
        [
            ("officer", "chief", {}, "NOT_DECIDING_COMMITTEE"),
            ("chief", "typist", {}, "NOT_DECIDING_COMMITTEE"),
            ("typist", "chief", {}, "NOT_FOUND"),
            ("chair", "typist", {"level": "EXCELLENT"}, "PARTY_CLASS_ABOVE_THE_LAW"),
            ("chair", "chief", {"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
            ("chair", "chief", {"version": 9}, "STALE_VERSION"),
        ],
    )
    async def test_is_refused(
        self, hall: Hall, by: str, about: str, change: Any, code: str
    ) -> None:
        told = {"review": hall.reviews[about], "version": 2, "level": "COMPLETED"}
        told |= {"reason": REASON, "decision": PAPER, **change}
        assert (await hall.refused(by, party.replace_party_review, **told)).code == code

    async def test_of_what_is_replaced_already_is_refused(self, hall: Hall) -> None:
        await replaced(hall)
        told = {"review": hall.reviews["chief"], "version": 3, "level": "COMPLETED"}
        told |= {"reason": REASON, "decision": PAPER}
        refusal = await hall.refused("chair", party.replace_party_review, **told)
        assert refusal.code == "PARTY_REVIEW_REPLACED"
