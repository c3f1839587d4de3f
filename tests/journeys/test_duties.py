"""Sentence 43: the heads' clock over HTTP: what is due, the inbox, what a missed duty costs."""

from datetime import date

import pytest

from resolvers.core.request import Request
from resolvers.duties import sweep_duties
from resolvers.people import reach_of_operator
from tests.journeys.client import Answer
from tests.journeys.served import Served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

OVERDUE = date(2026, 7, 8)
"""Deliveries of June wait, its sheets are not signed, its months not closed."""
MINE = """{
  myInbox { notices unread }
  unread: myNotices(first: 1, unread: true) { totalCount }
  myNotices(first: 100) { nodes { id kind title text readAt version duty { kind } } }
}"""
DUTIES = """{
  myDuties(first: 100) {
    nodes { id kind name state dueOn unit { name } head { person { fullName } }
      actingHead { actingHead { fullName } } delivery { deliveredOn } }
  }
}"""
BREACHES = """query($agency: ID!) {
  myBreaches(first: 100) { nodes { id state reason version allowedActions duty { kind } } }
  breachesToDecide(first: 100) { nodes { id version allowedActions person { fullName } } }
  breachesOfAgency(agency: $agency, first: 1) { totalCount }
}"""


async def look(commune: Served, day: date) -> None:
    """The clock is looked at on a day, which is then today."""
    commune.day.today = day
    now = commune.day()
    async with commune.database.reading() as tx:
        reach = await reach_of_operator(tx, day)
    async with commune.database.writing(reach) as tx:
        await sweep_duties(tx, Request(reach, now, day, channel="worker"))


@pytest.fixture
async def late(commune: Served) -> Served:
    await look(commune, TODAY)
    await look(commune, OVERDUE)
    return commune


async def breaches(commune: Served, who: str) -> Answer:
    agency = commune.ids.agencies["commune"]
    return await commune.sign(who).ask(BREACHES, agency=agency)


class TestWhatIsDue:
    async def test_is_told_to_the_head_the_most_urgent_first(self, late: Served) -> None:
        nodes = (await late.sign("head").ask(DUTIES))["myDuties"]["nodes"]
        assert [each["dueOn"] for each in nodes] == sorted(each["dueOn"] for each in nodes)
        kinds = {each["kind"] for each in nodes}
        assert {"ACCEPT_DELIVERY", "SCORE_SHEETS", "CLOSE_MONTH"} <= kinds
        by_kind = {each["kind"]: each for each in reversed(nodes)}
        assert by_kind["CLOSE_MONTH"]["state"] == "OVERDUE"
        assert by_kind["CLOSE_MONTH"]["name"] == "Khóa sổ kỳ đánh giá của đơn vị"
        assert by_kind["ACCEPT_DELIVERY"]["delivery"] is not None
        assert by_kind["CLOSE_MONTH"]["delivery"] is None

    async def test_is_the_acting_heads_as_well(self, late: Served) -> None:
        found = (await late.sign("acting").ask(DUTIES))["myDuties"]["nodes"]
        assert {each["unit"]["name"] for each in found} == {
            (await late.sign("away").ask(DUTIES))["myDuties"]["nodes"][0]["unit"]["name"]
        }
        assert all(each["actingHead"] is not None for each in found)

    async def test_goes_up_one_level(self, late: Served) -> None:
        document = "{ dutiesEscalatedToMe(first: 1) { totalCount } }"
        for who, some in (("chair", True), ("province", True), ("head", False), ("staff", False)):
            found = await late.sign(who).ask(document)
            assert bool(found["dutiesEscalatedToMe"]["totalCount"]) is some, who

    async def test_is_shown_to_superiors_and_inspectors_by_state(self, late: Served) -> None:
        document = """query($unit: ID!) {
          open: dutiesOfUnit(unit: $unit, state: OPEN, first: 1) { totalCount }
          overdue: dutiesOfUnit(unit: $unit, state: OVERDUE, first: 1) { totalCount }
        }"""
        seen = {}
        for who in ("head", "chair", "inspector", "neighbour", "staff"):
            found = await late.sign(who).ask(document, unit=late.ids.units["office"])
            seen[who] = found["open"]["totalCount"], found["overdue"]["totalCount"]
        assert seen["head"] == seen["chair"] == seen["inspector"]
        assert min(seen["head"]) > 0
        assert seen["neighbour"] == seen["staff"] == (0, 0)


class TestTheInbox:
    async def test_counts_what_is_unread_in_the_persons_language(self, late: Served) -> None:
        head = late.sign("head")
        found = await head.ask(MINE)
        notices = found["myNotices"]["nodes"]
        assert found["myInbox"] == {"notices": len(notices), "unread": len(notices)}
        one = next(each for each in notices if each["kind"] == "OVERDUE")
        assert "nay đã quá hạn" in one["text"]
        english = await head.ask(MINE, language="en")
        same = next(each for each in english["myNotices"]["nodes"] if each["id"] == one["id"])
        assert same["title"].startswith("Overdue since")
        read = await head.done("markNotice", "id readAt version", notice=one["id"], version=1)
        assert read["readAt"] is not None
        again = await head.ask(MINE)
        assert again["myInbox"]["unread"] == len(notices) - 1
        assert again["unread"]["totalCount"] == len(notices) - 1

    async def test_is_nobody_elses(self, late: Served) -> None:
        mine = (await late.sign("head").ask(MINE))["myNotices"]["nodes"][0]
        before = await late.trace()
        for who in ("chair", "inspector", "personnel", "deputy", "staff"):
            client = late.sign(who)
            node = await client.ask("query($id: ID!) { node(id: $id) { id } }", id=mine["id"])
            assert node["node"] is None
            refused = await client.refused("markNotice", notice=mine["id"], version=1)
            assert refused["code"] == "NOT_FOUND"
        assert await late.trace() == before


class TestABreach:
    async def test_is_decided_by_the_next_head_up_alone(self, late: Served) -> None:
        own = (await breaches(late, "head"))["myBreaches"]["nodes"]
        one = next(each for each in own if each["duty"]["kind"] == "CLOSE_MONTH")
        assert one["allowedActions"] == []
        told = {"breach": one["id"], "version": one["version"], "reason": "Cả xã chống bão số 2"}
        before = await late.trace()
        for who, code in (
            ("head", "NO_SELF_SCORING"),
            ("province", "NOT_RESPONSIBLE_HEAD"),
            ("inspector", "NOT_RESPONSIBLE_HEAD"),
            ("personnel", "NOT_RESPONSIBLE_HEAD"),
            ("staff", "NOT_FOUND"),
        ):
            for deed in ("dismissBreach", "acceptBreach"):
                assert (await late.sign(who).refused(deed, **told))["code"] == code, (who, deed)
        assert await late.trace() == before
        waiting = (await breaches(late, "chair"))["breachesToDecide"]["nodes"]
        assert {each["id"] for each in waiting} >= {one["id"]}
        assert {tuple(each["allowedActions"]) for each in waiting} == {("DecideBreach",)}
        await late.sign("chair").done("dismissBreach", **told)
        after = (await breaches(late, "head"))["myBreaches"]["nodes"]
        decided = next(each for each in after if each["id"] == one["id"])
        assert (decided["state"], decided["reason"]) == ("DISMISSED", "Cả xã chống bão số 2")

    async def test_is_seen_by_the_inspector_and_by_no_colleague(self, late: Served) -> None:
        seen = {
            who: (await breaches(late, who))["breachesOfAgency"]["totalCount"]
            for who in ("inspector", "personnel", "staff", "neighbour")
        }
        assert seen["inspector"] == seen["personnel"] > 0
        assert seen["neighbour"] < seen["inspector"]
        assert seen["staff"] == 0


async def test_a_person_says_where_he_is_written_to(commune: Served) -> None:
    staff = commune.sign("staff")
    me = (await staff.ask("{ me { id } }"))["me"]["id"]
    await staff.done("setContact", person=me, email="an@commune.example")
    found = await staff.ask("{ myContact { email language } }")
    assert found["myContact"] == {"email": "an@commune.example", "language": "VIETNAMESE"}
    document = "query($person: ID!) { contactOf(person: $person) { email } }"
    for who, seen in (("personnel", True), ("head", False), ("chair", False)):
        answer = await commune.sign(who).ask(document, person=me)
        assert (answer["contactOf"] is not None) is seen, who
    refused = await commune.sign("head").refused("setContact", person=me, email="x@y.example")
    assert refused["code"] == "NO_MANDATE"
