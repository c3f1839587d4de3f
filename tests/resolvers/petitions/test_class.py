"""A petition against a year's class: the authority that classified decides it anew (art. 22)."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import classification, petitions
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from tests.resolvers.cast import build
from tests.resolvers.classification.year import COMMUNE, DAY, Year
from tests.resolvers.classification.year import build as build_year
from tests.resolvers.petitions.story import answers
from tests.resolvers.town import Town, posting

DECISION = Document("402/QĐ-UBND", DAY, sha256="ee" * 32)
REASON = {"reason": "Đủ căn cứ xếp loại cao hơn."}
TOTALS = {"clerk": "95.00"}
"""Above the line; among eight good people one place is free."""


@pytest_asyncio.fixture
async def year(town: Town) -> Year:
    return await build_year(await build(town))


async def classified(year: Year) -> None:
    """The commune's set is told; nobody was chosen as excellent."""
    await year.results(TOTALS)
    await year.one_group()
    id = await year.open()
    await year.ready(*COMMUNE)
    await year.close(id)
    nobody = classification.GroupChoice("group:TH", (), "Chưa có thành tích nổi trội.")
    await year.decide(id, nobody)
    await year.publish(id)


async def file(year: Year, who: str = "clerk") -> UUID:
    told = {"classification": (await year.case(who))["id"], "text": "Tôi không nhất trí."}
    id: UUID = await year.do(who, petitions.petition_class, **told)
    return id


async def advised(year: Year) -> dict[str, Any]:
    id = await file(year)
    told = {"petition": id, "version": 1, "text": "Kiến nghị có cơ sở."}
    await year.do("officer", petitions.give_petition_opinion, **told)
    return {"petition": id, "version": 2}


class TestFiling:
    async def test_goes_to_the_authority_that_classified(self, year: Year) -> None:
        await classified(year)
        row = await year.cast.row("petition", await file(year))
        town = year.cast.town
        assert (row["about"], row["old_level"]) == ("class", "GOOD")
        assert (row["deciding_unit_id"], row["deciding_agency_id"]) == (
            town.units["commune"],
            town.agencies["commune"],
        )
        assert (row["scored_by"], row["notified_on"]) == (town.people["chair"], DAY)

    async def test_follows_the_notice(self, year: Year) -> None:
        await year.results(TOTALS)
        await year.one_group()
        await year.open()
        told = {"classification": (await year.case("clerk"))["id"], "text": "Tôi không nhất trí."}
        refusal = await year.refused("clerk", petitions.petition_class, **told)
        assert refusal.code == "NOT_YET_NOTIFIED"

    @pytest.mark.parametrize("name", ["chief", "chair", "governor", "officer"])
    async def test_is_the_persons_own(self, year: Year, name: str) -> None:
        await classified(year)
        told = {"classification": (await year.case("clerk"))["id"], "text": "Hộ."}
        refusal = await year.refused(name, petitions.petition_class, **told)
        assert refusal.code == "NOT_THE_PERSON"


class TestUpholding:
    async def test_makes_a_new_edition_within_the_quota(self, year: Year) -> None:
        await classified(year)
        deciding = await advised(year)
        told = {**deciding, **REASON, "level": "EXCELLENT", "decision": DECISION}
        before = await year.case("clerk")
        await year.do("chair", petitions.uphold_class_petition, **told)
        case = await year.case("clerk")
        assert (case["applied_level"], case["edition"]) == ("EXCELLENT", 2)
        assert case["replaces_id"] == before["id"]
        row = await year.cast.row("petition", deciding["petition"])
        assert (row["state"], row["new_classification_id"]) == ("upheld", case["id"])
        old_total, new_total, old, new = await answers(year.cast, deciding["petition"])
        assert (old_total, old, new_total, new) == (before["total"], "GOOD", case["total"], new)
        assert new == "EXCELLENT"
        earlier = await year.cast.row("classification", before["id"])
        assert (earlier["applied_level"], earlier["replaced_reason"]) == ("GOOD", REASON["reason"])
        assert len(await year.cast.rows("review_flag")) == 3
        (paper,) = await year.cast.rows("petition_document")
        assert (paper["part"], paper["document_no"]) == ("decision", DECISION.number)

    async def test_gives_nobody_more_than_the_law(self, year: Year) -> None:
        await classified(year)
        id = await file(year, "typist")
        told = {"petition": id, "version": 1, "text": "Không có cơ sở."}
        await year.do("officer", petitions.give_petition_opinion, **told)
        deciding = {"petition": id, "version": 2, **REASON, "decision": DECISION}
        refusal = await year.refused(
            "chair", petitions.uphold_class_petition, **deciding, level="EXCELLENT"
        )
        assert refusal.code == "LEVEL_ABOVE_THE_LAW"

    @pytest.mark.parametrize(
        ("name", "code"), [("governor", "NOT_FOUND"), ("officer", "NOT_PETITION_AUTHORITY")]
    )
    async def test_is_the_same_authoritys_alone(self, year: Year, name: str, code: str) -> None:
        await classified(year)
        told = {**await advised(year), **REASON, "level": "EXCELLENT", "decision": DECISION}
        refusal = await year.refused(name, petitions.uphold_class_petition, **told)
        assert refusal.code == code

    async def test_of_whoever_heads_the_commune_now_is_the_managing_heads(self, year: Year) -> None:
        """The deputy has become chair since his class was decided: nobody decides on himself."""
        await classified(year)
        town = year.cast.town
        end = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
        for name in ("chair", "vice"):
            await town.owner.execute(end, town.postings[name], DAY)
        await posting(town, "vice", "commune", "head", begins=DAY)
        id = await file(year, "vice")
        row = await year.cast.row("petition", id)
        assert row["deciding_unit_id"] == town.units["province"]
        advice = {"petition": id, "version": 1, "text": "Kiến nghị có cơ sở."}
        await year.do("registrar", petitions.give_petition_opinion, **advice)
        upheld = {"petition": id, "version": 2, **REASON, "decision": DECISION}
        level = (await year.case("vice"))["applied_level"]
        refusal = await year.refused("vice", petitions.uphold_class_petition, **upheld, level=level)
        assert refusal.code == "OWN_PETITION"
        await year.do("governor", petitions.uphold_class_petition, **upheld, level=level)
        case = await year.case("vice")
        assert (case["edition"], case["decided_by"]) == (2, town.people["governor"])

    async def test_takes_the_deed_of_its_kind(self, year: Year) -> None:
        await classified(year)
        told = {
            **await advised(year),
            **REASON,
            "instructions": "Chấm lại.",
            "answer_by": (await year.cast.request("chair", DAY)).now.replace(day=20),
        }
        refusal = await year.refused("chair", petitions.uphold_score_petition, **told)
        assert refusal.code == "PETITION_OF_ANOTHER_KIND"

    async def test_of_an_edition_replaced_meanwhile_is_refused(self, year: Year) -> None:
        """The managing head was quicker: the petition can only be rejected."""
        await classified(year)
        deciding = await advised(year)
        replacing = {**await year.at("clerk"), **REASON, "level": "GOOD", "decision": DECISION}
        await year.do("governor", classification.replace_classification, **replacing)
        told = {**deciding, **REASON, "level": "EXCELLENT", "decision": DECISION}
        refusal = await year.refused("chair", petitions.uphold_class_petition, **told)
        assert refusal.code == "CASE_REPLACED"
        await year.do("chair", petitions.reject_petition, **deciding, **REASON)

    async def test_and_replacing_from_above_at_once_give_one_new_edition(self, year: Year) -> None:
        await classified(year)
        told = {**await advised(year), **REASON, "level": "EXCELLENT", "decision": DECISION}
        replacing = {**await year.at("clerk"), **REASON, "level": "GOOD", "decision": DECISION}
        outcomes = await asyncio.gather(
            year.do("chair", petitions.uphold_class_petition, **told),
            year.do("governor", classification.replace_classification, **replacing),
            return_exceptions=True,
        )
        (refusal,) = [each for each in outcomes if isinstance(each, BaseException)]
        assert isinstance(refusal, Refusal)
        assert refusal.code == "CASE_REPLACED"
        assert (await year.case("clerk"))["edition"] == 2
