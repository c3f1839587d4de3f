"""Work beyond the plan is listed as facts; the head proposes, the agency's head decides."""

from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import insight, work
from resolvers.insight import allowed_on_rewards
from tests.resolvers.cast import LATER, MONTH, Cast
from tests.resolvers.insight.asking import ask
from tests.resolvers.town import mandate

LIST = """query($agency: ID!, $period: Date!) { workBeyondPlan(agency: $agency, period: $period,
  first: 10) { units urgent takenOver plan share person { id }
  lines(first: 10) { title origin units } } }"""
WHY = "Hoàn thành nhiệm vụ đột xuất phòng, chống bão."


@pytest_asyncio.fixture
async def busy(cast: Cast) -> Cast:
    """The clerk did urgent work beside his plan; the typist too, but badly."""
    await cast.worked("clerk")
    await cast.worked("clerk", "4", origin="urgent", title="Trực bão")
    await cast.worked("typist")
    await cast.worked("typist", "9", origin="urgent")
    (line,) = await cast.rows(
        "work_line", "posting_id = $1 and origin = 'urgent'", cast.town.postings["typist"]
    )
    fault = {"line": line["id"], "kind": "quality", "reason": "Sai số liệu"}
    await cast.do("chief", work.record_fault, **fault)
    await cast.assign("leader", "3", origin="urgent")
    return cast


async def listed(cast: Cast, who: str) -> list[Any]:
    agency = cast.town.agencies["commune"]
    told = await ask(cast, who, LIST, agency=agency, period=MONTH)
    found: list[Any] = told["workBeyondPlan"]
    return found


def about(cast: Cast, name: str) -> dict[str, Any]:
    return {"posting": cast.town.postings[name], "period": MONTH, "reason": WHY}


async def proposed(cast: Cast, name: str = "clerk", by: str = "chief") -> UUID:
    id: UUID = await cast.do(by, insight.propose_reward, **about(cast, name))
    return id


def deciding(id: UUID, **options: Any) -> dict[str, Any]:
    return {"id": id, "version": 1, "accept": True, "reason": "Đồng ý.", **options}


class TestTheList:
    async def test_holds_faultless_work_beyond_the_plan_alone(self, busy: Cast) -> None:
        (row,) = await listed(busy, "chief")
        assert row["person"]["id"] == str(busy.town.people["clerk"])
        assert (row["plan"], row["share"]) == ("10", "0.4")
        assert [(line["title"], line["origin"]) for line in row["lines"]] == [
            ("Trực bão", "URGENT")
        ]

    async def test_an_objective_cause_takes_nothing_away(self, busy: Cast) -> None:
        (fault,) = await busy.rows("fault")
        told = {"fault": fault["id"], "version": fault["version"], "cause": "Mất điện diện rộng"}
        await busy.do("chief", work.confirm_objective_cause, **told)
        assert len(await listed(busy, "chief")) == 2

    async def test_is_for_who_reads_the_work(self, busy: Cast) -> None:
        for who, rows in (("chair", 1), ("inspector", 1), ("clerk", 1), ("typist", 0)):
            assert len(await listed(busy, who)) == rows
        for who in ("curator", "stranger"):
            assert await listed(busy, who) == []

    async def test_proposes_nothing_by_itself(self, busy: Cast) -> None:
        await listed(busy, "chief")
        assert await busy.rows("reward_proposal") == []


class TestProposeReward:
    async def test_copies_the_work_that_it_rests_on(self, busy: Cast) -> None:
        row = await busy.row("reward_proposal", await proposed(busy))
        assert (row["state"], row["reason"]) == ("proposed", WHY)
        assert row["facts"]["share"] == "0.4"
        assert [line["title"] for line in row["facts"]["lines"]] == ["Trực bão"]
        assert row["deciding_agency_id"] == busy.town.agencies["commune"]
        (leaf,) = await busy.leaves("propose_reward")
        assert leaf["rule"] == "responsible-head-proposes-a-reward"

    async def test_refuses_work_that_is_not_there_or_not_clean(self, busy: Cast) -> None:
        for name in ("typist", "leader", "assistant"):
            refusal = await busy.refused("chief", insight.propose_reward, **about(busy, name))
            assert refusal.code == "NOTHING_BEYOND_THE_PLAN"
        told = {**about(busy, "clerk"), "period": LATER}
        refusal = await busy.refused("chief", insight.propose_reward, **told)
        assert refusal.code == "INVALID_INPUT"

    async def test_refuses_everybody_but_the_responsible_head(self, busy: Cast) -> None:
        for who in ("chair", "inspector"):
            refusal = await busy.refused(who, insight.propose_reward, **about(busy, "clerk"))
            assert refusal.code == "NOT_RESPONSIBLE_HEAD"
        for who in ("curator", "stranger", "typist"):
            refusal = await busy.refused(who, insight.propose_reward, **about(busy, "clerk"))
            assert refusal.code == "NOTHING_BEYOND_THE_PLAN"

    async def test_nobody_proposes_himself_not_even_acting(self, busy: Cast) -> None:
        refusal = await busy.refused("clerk", insight.propose_reward, **about(busy, "clerk"))
        assert refusal.code == "NO_SELF_REWARD"
        await busy.lend("office", "chief", "clerk")
        refusal = await busy.refused("clerk", insight.propose_reward, **about(busy, "clerk"))
        assert refusal.code == "NO_SELF_REWARD"

    async def test_one_proposal_stands_at_a_time(self, busy: Cast) -> None:
        id = await proposed(busy)
        refusal = await busy.refused("chief", insight.propose_reward, **about(busy, "clerk"))
        assert refusal.code == "REWARD_ALREADY_PROPOSED"
        await busy.do("chair", insight.decide_reward, **deciding(id, accept=False))
        await proposed(busy)
        assert len(await busy.rows("reward_proposal")) == 2


class TestDecideReward:
    @pytest.mark.parametrize(("accept", "state"), [(True, "accepted"), (False, "declined")])
    async def test_is_the_agencys_heads(self, busy: Cast, accept: bool, state: str) -> None:
        id = await proposed(busy)
        await busy.do("chair", insight.decide_reward, **deciding(id, accept=accept))
        row = await busy.row("reward_proposal", id)
        assert (row["state"], row["decided_by"]) == (state, busy.town.people["chair"])
        (leaf,) = await busy.leaves("decide_reward")
        assert (leaf["before"], leaf["after"]) == ({"state": "proposed"}, {"state": state})

    async def test_for_the_agencys_own_head_is_the_managing_head(self, busy: Cast) -> None:
        chair = busy.town.postings["chair"]
        (clerk,) = await busy.rows(
            "work_line", "posting_id = $1 and origin = 'urgent'", busy.town.postings["clerk"]
        )
        for table in ("assignment", "work_line"):
            await busy.town.owner.execute(
                f"update congtam.{table} set posting_id = $1, person_id = $2, scoring_unit_id = $3"
                f" where {'id' if table == 'assignment' else 'assignment_id'} = $4",
                *(chair, busy.town.people["chair"], busy.town.units["province"]),
                clerk["assignment_id"],
            )
        id = await proposed(busy, "chair", "governor")
        assert (await busy.refused("chair", insight.decide_reward, **deciding(id))).code == (
            "NOT_FOUND"
        )
        await busy.do("governor", insight.decide_reward, **deciding(id))

    async def test_refuses_everybody_else(self, busy: Cast) -> None:
        id = await proposed(busy)
        await mandate(busy.town, "assistant", "personnel_officer", "commune")
        for who in ("chief", "inspector", "assistant"):
            refusal = await busy.refused(who, insight.decide_reward, **deciding(id))
            assert refusal.code == "NOT_AGENCY_HEAD"
        for who in ("clerk", "curator", "governor", "stranger"):
            refusal = await busy.refused(who, insight.decide_reward, **deciding(id))
            assert refusal.code == "NOT_FOUND"

    async def test_refuses_a_second_decision_and_a_stale_version(self, busy: Cast) -> None:
        id = await proposed(busy)
        refusal = await busy.refused("chair", insight.decide_reward, **deciding(id, version=3))
        assert refusal.code == "STALE_VERSION"
        await busy.do("chair", insight.decide_reward, **deciding(id))
        told = deciding(id, version=2, accept=False)
        assert (await busy.refused("chair", insight.decide_reward, **told)).code == (
            "REWARD_DECIDED"
        )


async def test_the_person_reads_it_once_it_is_accepted(busy: Cast) -> None:
    document = """query($agency: ID!, $period: Date!) { rewardsOfAgency(agency: $agency,
      period: $period, first: 5) { nodes { state units allowedActions person { id } } } }"""
    told: dict[str, Any] = {"agency": busy.town.agencies["commune"], "period": MONTH}
    id = await proposed(busy)
    read = "rewardsOfAgency"
    assert (await ask(busy, "clerk", document, **told))[read]["nodes"] == []
    (row,) = (await ask(busy, "chair", document, **told))[read]["nodes"]
    assert (row["state"], row["allowedActions"]) == ("PROPOSED", ["DecideReward"])
    await busy.do("chair", insight.decide_reward, **deciding(id))
    (mine,) = (await ask(busy, "clerk", document, **told))[read]["nodes"]
    assert (mine["state"], mine["allowedActions"]) == ("ACCEPTED", [])


async def test_allowed_actions_are_those_of_the_policies(busy: Cast) -> None:
    row = await busy.row("reward_proposal", await proposed(busy))
    needs = tuple(row[name] for name in insight.ALLOWED_NEEDS_OF_REWARDS)
    told = {
        who: allowed_on_rewards(await busy.request(who), [needs])[0]
        for who in ("chair", "chief", "governor", "clerk")
    }
    assert told == {"chair": ["DecideReward"], "chief": [], "governor": [], "clerk": []}
