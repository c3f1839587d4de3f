"""The year's world before the authority's portal: served at the address that the issuer knows, and
brought by its people's deeds over HTTP to where a story in the browser begins."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from urllib.parse import urlsplit

from gateway.graph import Graph
from tests import databases
from tests.journeys.served import Made, Token, served
from tests.journeys.year.laying import DAY, YEAR
from tests.journeys.year.people import MOTHER, SCORED, SET
from tests.journeys.year.saying import (
    COMMENT,
    GOOD_YEAR,
    LEAVE_OF_MOTHER,
    PROPOSAL,
    SCHEME,
    decided_organisations,
    minutes,
    recognised,
)
from tests.journeys.year.story import Story


@asynccontextmanager
async def at_the_years_end(
    server: databases.Running, laid: Made, graph: Graph, token: Token
) -> AsyncIterator[Story]:
    """The commune the day after its December was closed, over HTTP."""
    port = urlsplit(token.portal).port
    async with served(server, laid, graph, token, port=port) as found:
        found.day.today = DAY
        yield Story(found)


async def scheme_approved(story: Story) -> None:
    """The province's criteria for its organisations are in force."""
    agency = story.served.ids.agencies["province"]
    told = {"agency": agency, "title": "Bộ tiêu chí 2026", "criteria": SCHEME}
    proposed = await story.done("nobody", "proposeOrganisationScheme", **told)
    approval = {"decisionNo": "01/QĐ-UBND", "inForceFrom": DAY}
    await story.done(
        "province", "approveOrganisationScheme", scheme=proposed["id"], version=1, **approval
    )


async def years_opened(story: Story) -> None:
    """The year is added up; organisations and people have their year to be judged."""
    ids = story.served.ids
    await story.done("personnel", "recordAbsence", person=ids.people[MOTHER], **LEAVE_OF_MOTHER)
    span = {"span": "YEAR", "period": date(YEAR, 1, 1)}
    await story.done("personnel", "computeResults", agency=ids.agencies["commune"], **span)
    for by, agency in (("personnel", "commune"), ("nobody", "province")):
        of_year = {"unit": ids.units[agency], "year": YEAR}
        await story.done(by, "openRecognition", **of_year)
        await story.done(by, "openClassification", **of_year)


async def organisations_recognised(story: Story) -> None:
    """The lower before the higher, each by the head above."""
    await recognised(story, "office", 92, "head", "chair")
    await recognised(story, "economy", 80, "neighbour", "chair")
    await decided_organisations(story, "commune", "chair", "personnel")
    await recognised(story, "commune", 85, "chair", "province")
    await decided_organisations(story, "province", "province", "nobody")


async def everybody_has_spoken(story: Story) -> None:
    """Every step of article 21 before the lists are closed."""
    ids = story.served.ids
    positions = await story.served.owner.fetch(
        "select id from congtam.job_position where code in ('CM.01', 'CM.02')"
    )
    group = {"code": "TH", "name": "Tham mưu tổng hợp", "begins": DAY}
    await story.done(
        "chair",
        "defineDutyGroup",
        agency=ids.agencies["commune"],
        positions=[row["id"] for row in positions],
        **group,
    )
    await story.done("personnel", "openClassification", unit=ids.units["commune"], year=YEAR)
    for who in (*SET, "chair"):
        await story.done(who, "submitYearForm", **await story.case(who), **GOOD_YEAR)
    await minutes(story, "head", *SCORED["office"])
    await minutes(story, "neighbour", "economist")
    await minutes(story, "chair", *SCORED["commune"])
    await minutes(story, "personnel", "chair")
    for who in (*SCORED["commune"], "chair"):
        await story.done("personnel", "recordPartyComment", **await story.case(who), **COMMENT)
    await story.done("nobody", "proposeLevel", **await story.case("chair"), **PROPOSAL)
    for who in ("head", "neighbour"):
        await story.done("personnel", "proposeLevel", **await story.case(who), **PROPOSAL)
