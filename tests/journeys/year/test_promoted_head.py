"""A deputy comes to head the commune while the year is classified: he is classified above, and
never left without a class, whatever the set above has come to."""

from datetime import timedelta

import pytest
import pytest_asyncio

from gateway.graph import Graph
from tests import databases
from tests.journeys.documents import Word
from tests.journeys.served import Made, Token, served
from tests.journeys.year.deciding import closed, organisations, prepared, summed_up
from tests.journeys.year.laying import DAY, YEAR
from tests.journeys.year.people import BEST
from tests.journeys.year.saying import settled, swept
from tests.journeys.year.story import DECISION, Story

pytest_plugins = ("tests.journeys.fixtures", "tests.journeys.year.fixtures")

WHO = "vice"
CHOICE = [{"chosen": [], "reason": "Không còn chỉ tiêu."}]
BOARD = """query($agency: ID!) {
    classificationRoundsManaged(agency: $agency, year: 2026, first: 5) {
        nodes { id allowedActions groups(first: 20) {
            candidates(first: 20) { nodes { person { id } } } } } } }"""
OWED = """{ myDuties(first: 50) { nodes { kind name unit { name } } } }"""
CASES = """select c.classifying_unit_id, c.state, c.applied_level, c.decided_by
from congtam.classification c where c.person_id = $1 and c.year = 2026 and c.replaced_at is null"""


@pytest_asyncio.fixture
async def year(server: databases.Running, laid: Made, graph: Graph, token: Token) -> object:
    """Results and organisations are done, both sets prepared; each test has its own."""
    async with served(server, laid, graph, token) as found:
        found.day.today = DAY
        story = Story(found)
        await summed_up(story)
        await organisations(story)
        await prepared(story)
        yield story


async def vacate(story: Story) -> None:
    """The chair leaves the commune today."""
    post = story.served.ids.postings["chair"]
    told = {"postingId": post, "ends": story.served.day.today, "version": 1}
    await story.done("personnel", "endPosting", **told)


async def promoted(story: Story) -> None:
    """The deputy is appointed head of the commune from today."""
    await vacate(story)
    ids = story.served.ids
    move = {"postingId": ids.postings[WHO], "unit": ids.units["commune"], "version": 1}
    told = {**move, "begins": story.served.day.today, "office": Word("HEAD")}
    await story.done("personnel", "movePosting", **told)


async def put_in_charge(story: Story) -> None:
    """The deputy is put in charge of the commune beside his own post."""
    await vacate(story)
    ids = story.served.ids
    post = {"person": ids.people[WHO], "unit": ids.units["commune"], "main": False}
    told = {**post, "office": Word("HEAD"), "mode": Word("ACTING")}
    await story.done("personnel", "appointPosting", **told, begins=story.served.day.today)


async def case_of(story: Story, who: str = WHO) -> tuple[object, ...]:
    found = await story.served.owner.fetch(CASES, story.served.ids.people[who])
    assert len(found) == 1, found
    return tuple(found[0])


async def owes(story: Story, who: str) -> list[str]:
    """The sets that somebody has to decide as head, as his list of duties names them."""
    nodes = (await story.sign(who).ask(OWED))["myDuties"]["nodes"]
    return [each["name"] for each in nodes if each["kind"] == "CLASSIFY_PEOPLE"]


async def choices(story: Story, unit: str) -> list[dict[str, object]]:
    """Nobody is excellent, with a reason for every group that had somebody above the line."""
    round = (await story.set_of(unit))["round"]
    groups = await story.served.owner.fetch(
        "select quota_set, duty_group, above_line, places from congtam.round_group"
        " where round_id = $1 and duty_group <> ''",
        round,
    )
    return [
        {"quotaSet": each["quota_set"].upper(), "dutyGroup": each["duty_group"], **CHOICE[0]}
        for each in groups
        if each["above_line"] > each["places"]
    ]


class TestWhileTheSetAboveIsOpen:
    async def test_goes_into_it(self, year: Story) -> None:
        await promoted(year)
        ids = year.served.ids
        for who, unit in (("personnel", "commune"), ("nobody", "province")):
            await year.done(who, "openClassification", unit=ids.units[unit], year=YEAR)
        assert (await case_of(year))[0] == ids.units["province"]


class TestAfterTheSetAbove:
    @pytest_asyncio.fixture(params=["closed", "decided"])
    async def late(self, year: Story, request: pytest.FixtureRequest) -> Story:
        await closed(year, "province", "province")
        if request.param == "decided":
            await settled(year, "province", "province", choices=await choices(year, "province"))
        year.served.day.today = DAY + timedelta(days=1)
        return year

    async def test_keeps_the_case_that_he_has(self, late: Story) -> None:
        """It waits for the score of his new post, and is not withdrawn."""
        ids = late.served.ids
        await promoted(late)
        await late.done("personnel", "openClassification", unit=ids.units["commune"], year=YEAR)
        assert (await case_of(late))[:2] == (ids.units["commune"], "proposed")
        assert (await case_of(late, "chair"))[0] == ids.units["province"]

    async def test_stays_in_the_set_that_he_heads_and_the_managing_head_decides_it(
        self, late: Story
    ) -> None:
        ids = late.served.ids
        await put_in_charge(late)
        await late.done("personnel", "openClassification", unit=ids.units["commune"], year=YEAR)
        assert (await case_of(late))[0] == ids.units["commune"]
        await closed(late, "commune", WHO)
        await swept(late)
        assert await owes(late, WHO) == []
        commune = await late.row(
            "select name from congtam.unit where id = $1", ids.units["commune"]
        )
        named = f"Xếp loại chất lượng công chức năm của {commune['name']}"
        assert named in await owes(late, "province"), "who may decide it owes it"
        told = {"decision": DECISION, "choices": await choices(late, "commune")}
        deciding = {**await late.set_of("commune"), **told}
        await late.refused(WHO, "decideClassification", "NO_SELF_CLASSIFYING", **deciding)
        await late.refused("head", "decideClassification", "NOT_FOUND", **deciding)
        await late.refused("personnel", "decideClassification", "NO_SELF_CLASSIFYING", **deciding)
        found = await late.sign("province").ask(BOARD, agency=ids.agencies["province"])
        rounds = found["classificationRoundsManaged"]["nodes"]
        (mine,) = [each for each in rounds if each["id"] == str(deciding["round"])]
        assert "DecideClassification" in mine["allowedActions"]
        above = [each for group in mine["groups"] for each in group["candidates"]["nodes"]]
        assert {each["person"]["id"] for each in above} == {str(ids.people[who]) for who in BEST}
        await settled(late, "commune", "province", choices=told["choices"])
        await swept(late)
        assert named not in await owes(late, "province")
        unit, state, level, by = await case_of(late)
        assert (unit, state, by) == (ids.units["commune"], "published", ids.people["province"])
        assert level == "GOOD"
