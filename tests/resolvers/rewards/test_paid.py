"""What follows the approval: the head's own line is decided above, and the money is paid."""

from datetime import date
from typing import Any

import pytest_asyncio

from resolvers import rewards as deeds
from tests.resolvers.rewards.paying import DAY, PARTS, Paying

POOL = PARTS["quarter"] // 4


@pytest_asyncio.fixture
async def ready(paying: Paying) -> Paying:
    """Money, rules and results."""
    await paying.laid_down()
    await paying.rated()
    return paying


async def deciding(ready: Paying, **options: Any) -> dict[str, Any]:
    """What the head above is asked about the chair's line."""
    (list,) = await ready.rows("reward_list")
    line = (await ready.lines(list["id"]))["chair"]
    told = {"line": line["id"], "version": line["version"], "accept": True}
    return {**told, "reason": "Đúng quy chế.", **options}


class TestTheHeadsOwnLine:
    async def test_waits_for_the_head_above(self, ready: Paying) -> None:
        id = await ready.draw()
        told = await deciding(ready)
        assert await ready.refused("governor", deeds.decide_heads_reward, **told) == "NOT_FOUND"
        await ready.approved(id)
        told = await deciding(ready)
        for who, code in (
            ("chair", "NO_SELF_REWARD"),
            ("officer", "NOT_CLASSIFYING_HEAD"),
            ("inspector", "NOT_CLASSIFYING_HEAD"),
            ("stranger", "NOT_FOUND"),
        ):
            assert await ready.refused(who, deeds.decide_heads_reward, **told) == code
        await ready.do("governor", deeds.decide_heads_reward, **told)
        line = (await ready.lines(id))["chair"]
        assert (line["state"], line["decided_by"]) == ("approved", ready.town.people["governor"])
        again = await deciding(ready)
        assert await ready.refused("governor", deeds.decide_heads_reward, **again) == (
            "REWARD_LINE_DECIDED"
        )

    async def test_what_is_declined_goes_back_into_the_fund(self, ready: Paying) -> None:
        id = await ready.approved(await ready.draw())
        amount = (await ready.amounts(id))["chair"]
        told = await deciding(ready, accept=False)
        await ready.do("governor", deeds.decide_heads_reward, **told)
        assert await ready.committed() == (POOL - amount, POOL - amount)
        line = (await ready.lines(id))["chair"]
        assert (line["state"], int(line["amount"])) == ("declined", amount)

    async def test_of_the_others_the_head_above_decides_none(self, ready: Paying) -> None:
        id = await ready.approved(await ready.draw())
        line = (await ready.lines(id))["vice"]
        told = {"line": line["id"], "version": line["version"], "accept": False, "reason": "Không."}
        assert await ready.refused("governor", deeds.decide_heads_reward, **told) == "NOT_FOUND"
        assert await ready.refused("chair", deeds.decide_heads_reward, **told) == (
            "NOT_CLASSIFYING_HEAD"
        )


class TestPaid:
    async def test_is_marked_as_far_as_it_is_decided(self, ready: Paying) -> None:
        id = await ready.draw()
        pay = deeds.mark_rewards_paid
        told = {**await ready.at(id), "paid_on": DAY}
        assert await ready.refused("officer", pay, **told) == "REWARD_LIST_NOT_APPROVED"
        await ready.approved(id)
        await ready.do("officer", pay, **await ready.at(id), paid_on=DAY)
        assert (await ready.row("reward_list", id))["state"] == "approved"
        assert (await ready.lines(id))["chair"]["paid_on"] is None
        heads = await deciding(ready)
        await ready.do("governor", deeds.decide_heads_reward, **heads)
        await ready.do("officer", pay, **await ready.at(id), paid_on=DAY)
        assert (await ready.row("reward_list", id))["state"] == "paid"
        assert {row["paid_on"] for row in (await ready.lines(id)).values()} == {DAY}
        told = {**await ready.at(id), "paid_on": DAY}
        assert await ready.refused("officer", pay, **told) == "REWARD_LIST_PAID"

    async def test_on_a_day_between_the_decision_and_today(self, ready: Paying) -> None:
        id = await ready.approved(await ready.draw())
        for day in (date(2026, 10, 7), date(2026, 10, 9)):
            told = {**await ready.at(id), "paid_on": day}
            assert await ready.refused("officer", deeds.mark_rewards_paid, **told) == (
                "INVALID_INPUT"
            )
