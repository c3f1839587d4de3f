"""The year's classification up to its decision, for stories that begin after it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.journeys.year.laying import DAY, YEAR
from tests.journeys.year.people import MOTHER, SET
from tests.journeys.year.saying import LEAVE_OF_MOTHER, SCHEME, decided_organisations, recognised
from tests.journeys.year.story import Story

STATES = """update congtam.classification set state = case office when 'member' then 'discussed'
else 'proposed' end where year = $1 and state = 'open' and person_id = any($2)"""


async def summed_up(story: Story) -> None:
    """The year's results of everybody, by the commune's personnel officer."""
    mother = story.served.ids.people[MOTHER]
    await story.done("personnel", "recordAbsence", person=mother, **LEAVE_OF_MOTHER)
    told = {"agency": story.served.ids.agencies["commune"], "span": "YEAR"}
    await story.done("personnel", "computeResults", **told, period=date(YEAR, 1, 1))


async def organisations(story: Story, economy: str = "neighbour") -> None:
    """All three are good; `economy` names who heads that division by then."""
    ids = story.served.ids
    told = {"agency": ids.agencies["province"], "title": "Bộ tiêu chí 2026", "criteria": SCHEME}
    scheme = (await story.done("nobody", "proposeOrganisationScheme", **told))["id"]
    approval = {"version": 1, "decisionNo": "01/QĐ-UBND", "inForceFrom": DAY}
    await story.done("province", "approveOrganisationScheme", scheme=scheme, **approval)
    await story.done("personnel", "openRecognition", unit=ids.units["commune"], year=YEAR)
    await story.done("nobody", "openRecognition", unit=ids.units["province"], year=YEAR)
    await recognised(story, "office", 80, "head", "chair")
    await recognised(story, "economy", 80, economy, "chair")
    await decided_organisations(story, "commune", "chair", "personnel")
    await recognised(story, "commune", 80, "chair", "province")
    await decided_organisations(story, "province", "province", "nobody")


async def prepared(story: Story) -> None:
    """Both sets are open, and every step before them is done."""
    units = story.served.ids.units
    await story.done("personnel", "openClassification", unit=units["commune"], year=YEAR)
    await story.done("nobody", "openClassification", unit=units["province"], year=YEAR)
    await spoken(story, (*SET, "chair"))


async def spoken(story: Story, people: Sequence[str]) -> None:
    """Forms, minutes, comments and proposals, which `test_classes.py` is about."""
    ids: list[Any] = [story.served.ids.people[who] for who in people]
    await story.served.owner.execute(STATES, YEAR, ids)


async def closed(story: Story, unit: str, head: str) -> None:
    await story.done(head, "closeClassification", **await story.set_of(unit))
