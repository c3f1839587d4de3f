"""Who reads what: his own line with its way, the list for those who answer for it, else nothing."""

from typing import Any

import pytest_asyncio

from resolvers import rewards as deeds
from tests.resolvers.insight.asking import ask
from tests.resolvers.rewards.paying import DAY, EARLY, PAPER, Paying

LIST = """query($id: ID!) { rewardList(id: $id) { state total allowedActions
  lines(first: 20) { totalCount nodes { amount replaced reviewFlag { kind } person { id } } } } }"""
MINE = """{ myRewards(first: 5) { nodes { amount state allowedActions steps { text } cites
  rewardList { pool weights base rounding regulation { documentNo } fund { left } } } }
  mySalaries(first: 5) { coefficient since } }"""
FUND = """query($agency: ID!) { bonusFunds(agency: $agency, year: 2026) { amount left
  parts { span left } } rewardRegulationInForce(agency: $agency, on: "2026-07-01") { documentNo
  spans { span excellent } awards { code baseSalaries } allowedActions }
  rewardRegulations(agency: $agency, first: 5) { nodes { state } } }"""
WAITING = "{ rewardsToDecide(first: 5) { nodes { allowedActions person { id } } } }"


@pytest_asyncio.fixture
async def ready(paying: Paying) -> Paying:
    await paying.laid_down()
    await paying.rated()
    await paying.salary("clerk", "3.33")
    await paying.draw()
    return paying


async def read(paying: Paying, who: str, document: str, **variables: Any) -> dict[str, Any]:
    found: dict[str, Any] = await ask(paying.year.cast, who, document, **variables)
    return found


async def the_list(paying: Paying, who: str) -> Any:
    (row,) = await paying.rows("reward_list", "corrects_id is null")
    return (await read(paying, who, LIST, id=row["id"]))["rewardList"]


class TestTheList:
    async def test_is_for_the_personnel_body_the_head_and_the_inspector(
        self, ready: Paying
    ) -> None:
        told = {
            "officer": ["ProposeRewardList", "WithdrawRewardList"],
            "chair": [],
            "inspector": [],
        }
        for who, actions in told.items():
            found = await the_list(ready, who)
            assert found["allowedActions"] == actions
            assert found["lines"]["totalCount"] == 10
        for who in ("clerk", "vice", "chief", "governor", "registrar", "stranger"):
            assert await the_list(ready, who) is None

    async def test_names_what_may_be_done_now(self, ready: Paying) -> None:
        (row,) = await ready.rows("reward_list")
        await ready.proposed(row["id"])
        assert (await the_list(ready, "officer"))["allowedActions"] == ["WithdrawRewardList"]
        assert (await the_list(ready, "chair"))["allowedActions"] == [
            "ApproveRewardList",
            "ReturnRewardList",
        ]

    async def test_shows_what_was_replaced_since(self, ready: Paying) -> None:
        await ready.result("clerk", "GOOD")
        nodes = (await the_list(ready, "officer"))["lines"]["nodes"]
        replaced = [node["person"]["id"] for node in nodes if node["replaced"]]
        assert replaced == [str(ready.town.people["clerk"])]


class TestTheLine:
    async def test_is_told_once_the_list_is_approved(self, ready: Paying) -> None:
        assert (await read(ready, "clerk", MINE))["myRewards"]["nodes"] == []
        (row,) = await ready.rows("reward_list")
        await ready.approved(row["id"])
        found = await read(ready, "clerk", MINE)
        (line,) = found["myRewards"]["nodes"]
        assert line["amount"] == str((await ready.amounts(row["id"]))["clerk"])
        assert (line["state"], line["allowedActions"]) == ("APPROVED", [])
        assert line["rewardList"]["regulation"] == {"documentNo": PAPER.number}
        assert found["mySalaries"] == [{"coefficient": "3.330", "since": str(EARLY)}]

    async def test_of_the_head_waits_with_the_head_above(self, ready: Paying) -> None:
        assert (await read(ready, "governor", WAITING))["rewardsToDecide"]["nodes"] == []
        (row,) = await ready.rows("reward_list")
        await ready.approved(row["id"])
        (line,) = (await read(ready, "governor", WAITING))["rewardsToDecide"]["nodes"]
        assert line["person"]["id"] == str(ready.town.people["chair"])
        assert line["allowedActions"] == ["DecideHeadsReward"]
        for who in ("chair", "stranger", "officer"):
            assert (await read(ready, who, WAITING))["rewardsToDecide"]["nodes"] == []


class TestTheRules:
    async def test_are_published_inside_the_agency(self, ready: Paying) -> None:
        agency = ready.agency
        await ready.propose()
        for who in ("clerk", "vice", "chair", "officer", "inspector"):
            found = await read(ready, who, FUND, agency=agency)
            assert found["rewardRegulationInForce"]["documentNo"] == PAPER.number
            assert found["bonusFunds"][0]["amount"] == "500000000"
            states = [each["state"] for each in found["rewardRegulations"]["nodes"]]
            known = who in ("chair", "officer", "inspector")
            assert states == (["PROPOSED", "APPROVED"] if known else ["APPROVED"])
        found = await read(ready, "stranger", FUND, agency=agency)
        assert (found["bonusFunds"], found["rewardRegulationInForce"]) == ([], None)

    async def test_are_read_by_the_superior_once_they_were_sent(self, ready: Paying) -> None:
        agency = ready.agency
        assert (await read(ready, "registrar", FUND, agency=agency))[
            "rewardRegulationInForce"
        ] is None
        (rule,) = await ready.rows("reward_regulation")
        sending = {"regulation": rule["id"], "version": rule["version"], "document": PAPER}
        await ready.do("officer", deeds.record_regulation_sent, **sending, today=DAY)
        found = (await read(ready, "registrar", FUND, agency=agency))["rewardRegulationInForce"]
        assert (found["documentNo"], len(found["spans"])) == (PAPER.number, 3)


async def test_a_salary_is_read_by_its_person_and_the_personnel_body(ready: Paying) -> None:
    document = "query($person: ID!) { salariesOfPerson(person: $person, first: 5) { coefficient } }"
    person = ready.town.people["clerk"]
    for who, rows in (("clerk", 1), ("officer", 1), ("inspector", 1), ("chair", 0), ("vice", 0)):
        found = await read(ready, who, document, person=person)
        assert len(found["salariesOfPerson"]) == rows
