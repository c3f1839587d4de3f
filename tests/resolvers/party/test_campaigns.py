"""A committee's reviews of a span: who is in the set, what closes it, what a person weighs."""

from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.party import Standing
from tests.resolvers.party.house import YEAR, House, findings
from tests.resolvers.town import person as made

SIX_MONTHS_BEFORE = date(2026, 6, 7)


@pytest_asyncio.fixture
async def opened(house: House) -> House:
    await house.open("chair", "commune")
    return house


class TestOpening:
    async def test_everybody_of_the_set_has_one_review_and_nobody_else(self, opened: House) -> None:
        assert set(await opened.members()) == {
            *("chief", "assistant", "clerk", "leader", "typist", "curator", "archivist"),
            "officer",
        }
        collectives = await opened.rows("party_review", "category = 'collective'")
        assert {row["body_id"] for row in collectives} == {
            opened.bodies[name] for name in ("branch", "second", "leadership")
        }

    async def test_who_is_exempt_suspended_or_new_is_told_apart_with_the_reason(
        self, house: House
    ) -> None:
        added = {"exempted": {"exempt": True}, "barred": {"suspended": True}}
        for name, standing in added.items():
            house.town.people[name] = await person(house, name)
            await house.admit("chair", name, "branch", standing=Standing(**standing))
        for name, day in (("fresh", date(2026, 6, 8)), ("old", SIX_MONTHS_BEFORE)):
            house.town.people[name] = await person(house, name)
            await house.admit("chair", name, "branch", admitted_on=day, begins=day)
        await house.open("chair", "commune")
        found = await house.members()
        told = {name: (row["state"], row["not_rated_reason"]) for name, row in found.items()}
        assert told["exempted"] == ("not_rated", "EXEMPT")
        assert told["barred"] == ("not_rated", "SUSPENDED")
        assert told["fresh"] == ("not_rated", "NEWLY_ADMITTED")
        assert told["old"] == ("open", None)
        assert not await house.rows("party_voice", "review_id = $1", found["fresh"]["id"])

    async def test_a_span_is_opened_once(self, opened: House) -> None:
        told = {"body": opened.bodies["commune"], "year": YEAR}
        refusal = await opened.refused("vice", party.open_party_campaign, **told)
        assert refusal.code == "PARTY_CAMPAIGN_OPENED"
        assert await opened.open("vice", "commune", quarter=3)

    @pytest.mark.parametrize(
        ("by", "more", "code"),
        [
            ("chief", {}, "NOT_FOUND"),
            ("governor", {}, "NOT_DECIDING_COMMITTEE"),
            ("chair", {"year": 2027}, "INVALID_INPUT"),
            ("chair", {"year": 2024}, "INVALID_INPUT"),
            ("chair", {"quarter": 4}, "INVALID_INPUT"),
            ("chair", {"scheme": "hue"}, "INVALID_INPUT"),
            ("chair", {"scheme": "dak_lak", "quarter": 1}, "PARTY_SCHEME_NOT_IN_FORCE"),
            ("chair", {"scheme": "thanh_hoa", "quarter": 2}, "PARTY_SCHEME_NOT_IN_FORCE"),
        ],
    )
    async def test_nothing_else_opens(
        self, house: House, by: str, more: dict[str, Any], code: str
    ) -> None:
        told = {"body": house.bodies["commune"], "year": YEAR, **more}
        assert (await house.refused(by, party.open_party_campaign, **told)).code == code

    @pytest.mark.parametrize(("scheme", "quarter"), [("dak_lak", 2), ("thanh_hoa", 3)])
    async def test_a_local_scheme_opens_from_its_day_on(
        self, house: House, scheme: str, quarter: int
    ) -> None:
        id = await house.open("chair", "commune", scheme=scheme, quarter=quarter)
        assert (await house.row("party_campaign", id))["scheme"] == scheme

    async def test_a_committee_of_nobody_reviews_nobody(self, house: House) -> None:
        await house.found("governor", "empty", "province", "grassroots_committee")
        await house.appoint("governor", "chief", "empty", "secretary")
        told = {"body": house.bodies["empty"], "year": YEAR}
        refusal = await house.refused("chief", party.open_party_campaign, **told)
        assert refusal.code == "NOBODY_TO_REVIEW"

    async def test_a_branch_decides_on_nobody(self, house: House) -> None:
        told = {"body": house.bodies["branch"], "year": YEAR}
        refusal = await house.refused("chief", party.open_party_campaign, **told)
        assert refusal.code == "PARTY_BODY_NOT_A_COMMITTEE"


class TestClosing:
    async def test_the_set_is_closed_as_a_whole_and_opened_again_with_a_reason(
        self, opened: House
    ) -> None:
        campaign = opened.campaigns["commune"]
        told = {"campaign": campaign, "version": 1}
        refusal = await opened.refused("chair", party.close_party_campaign, **told)
        assert refusal.code == "PARTY_VOICES_MISSING"
        await opened.everybody_speaks()
        await opened.do("chair", party.close_party_campaign, **told)
        assert (await opened.row("party_campaign", campaign))["state"] == "closed"
        await self.nothing_more_is_said(opened)
        reason = {"reason": "Bổ sung ý kiến", "version": 2}
        await opened.do("chair", party.reopen_party_campaign, campaign=campaign, **reason)
        await self.returned(opened)

    async def nothing_more_is_said(self, house: House) -> None:
        """A closed set: no return, no excuse, no withdrawal."""
        assert await self.return_of(house, refused=True) == "PARTY_REVIEW_NOT_OPEN"
        review = await house.review_of("clerk")
        told = {"review": review["id"], "version": review["version"], "reason": "x"}
        for deed, more in (
            (party.excuse_party_review, {"accepted": True}),
            (party.withdraw_party_review, {}),
        ):
            refusal = await house.refused("chair", deed, **told, **more)
            assert refusal.code == "PARTY_REVIEW_NOT_OPEN"

    async def returned(self, house: House) -> None:
        await self.return_of(house, refused=False)

    async def return_of(self, house: House, *, refused: bool) -> str:
        own = await house.voice("clerk", "deciding_committee")
        about = (await house.voice("clerk", "branch"))["id"]
        told = {"voice": own["id"], "version": 1, "returned": about, "reason": "x"}
        if not refused:
            await house.do("chair", party.return_party_voice, **told)
            return ""
        return (await house.refused("chair", party.return_party_voice, **told)).code


class TestWeighing:
    async def failing(self, house: House) -> Any:
        """The clerk said that most of his tasks failed."""
        told = {**(await house.said("clerk", "self")), "level": "NOT_COMPLETED"}
        told["findings"] = findings(not_completed="0.6")
        await house.do("clerk", party.speak_on_party_review, **told)
        return await house.review_of("clerk")

    async def test_force_majeure_is_accepted_by_the_committee_with_a_reason(
        self, opened: House
    ) -> None:
        review = await self.failing(opened)
        assert (review["lawful_level"], review["gaps"]) == ("NOT_COMPLETED", ["TASKS_FAILED"])
        told = {"review": review["id"], "version": review["version"], "reason": "Bão số 3"}
        await opened.do("vice", party.excuse_party_review, **told, accepted=True)
        found = await opened.review_of("clerk")
        assert (found["lawful_level"], found["gaps"], found["excused_reason"]) == (
            *("GOOD", [], "Bão số 3"),
        )

    async def test_a_declined_excuse_is_kept_too(self, opened: House) -> None:
        review = await self.failing(opened)
        told = {"review": review["id"], "version": review["version"], "reason": "Không có căn cứ"}
        await opened.do("chair", party.excuse_party_review, **told, accepted=False)
        found = await opened.review_of("clerk")
        assert (found["lawful_level"], found["gaps"]) == ("NOT_COMPLETED", [])

    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("chief", "NOT_DECIDING_COMMITTEE"),
            ("officer", "NOT_DECIDING_COMMITTEE"),
            ("governor", "NOT_DECIDING_COMMITTEE"),
            ("curator", "NOT_FOUND"),
        ],
    )
    async def test_nobody_else_weighs(self, opened: House, by: str, code: str) -> None:
        review = await opened.review_of("clerk")
        told = {"review": review["id"], "version": 1, "reason": "x", "accepted": True}
        assert (await opened.refused(by, party.excuse_party_review, **told)).code == code

    async def test_a_withdrawn_review_leaves_the_set_and_keeps_what_was_said(
        self, opened: House
    ) -> None:
        await opened.speak("clerk", "clerk", "self")
        review = await opened.review_of("clerk")
        told = {"review": review["id"], "version": review["version"]}
        await opened.do("chair", party.withdraw_party_review, **told, reason="Đã chuyển sinh hoạt")
        assert (await opened.row("party_review", review["id"]))["state"] == "withdrawn"
        voices = await opened.rows("party_voice", "review_id = $1", review["id"])
        assert [each["state"] for each in voices].count("signed") == 1


async def person(house: House, name: str) -> Any:
    return await made(house.town, f"Ngô Văn {name.title()}", house.town.agencies["commune"])
