"""Two at once: a list is approved once, and a fund gives what it has and not a đồng more."""

import asyncio
from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolvers import rewards as deeds
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from tests.resolvers.rewards.paying import DAY, DECISION, PARTS, QUARTER, Paying


async def together(*doing: Any) -> list[str]:
    """What became of each: "done", or the code of its refusal."""
    outcomes = await asyncio.gather(*doing, return_exceptions=True)
    for each in outcomes:
        if isinstance(each, BaseException) and not isinstance(each, Refusal):
            raise each
    return [each.code if isinstance(each, Refusal) else "done" for each in outcomes]


async def test_two_approvals_of_one_list_give_one(paying: Paying) -> None:
    await paying.laid_down()
    await paying.rated()
    id = await paying.proposed(await paying.draw())
    told = {**await paying.at(id), "decision": DECISION}
    doing = [paying.do("chair", deeds.approve_reward_list, **told) for _ in range(3)]
    assert sorted(await together(*doing)) == ["REWARD_LIST_APPROVED"] * 2 + ["done"]
    assert await paying.committed() == (PARTS["quarter"] // 4,) * 2
    assert len(await paying.year.cast.leaves("approve_reward_list")) == 1


async def test_two_drafts_of_one_span_give_one(paying: Paying) -> None:
    await paying.laid_down()
    await paying.rated()
    told = {"agency": paying.agency, "kind": "bonus", "span": "quarter", "period": QUARTER}
    doing = [paying.do("officer", deeds.draw_reward_list, **told) for _ in range(2)]
    assert sorted(await together(*doing)) == ["REWARD_LIST_EXISTS", "done"]
    assert len(await paying.rows("reward_list")) == 1


async def test_a_part_is_not_made_less_while_a_list_takes_from_it(paying: Paying) -> None:
    await paying.laid_down()
    await paying.rated()
    id = await paying.proposed(await paying.draw())
    (fund,) = await paying.rows("bonus_fund")
    approving = {**await paying.at(id), "decision": DECISION}
    setting = {"agency": paying.agency, "kind": "bonus", "year": 2026, "document": DECISION}
    setting |= {"parts": [deeds.PartOfFund("quarter", Decimal(1))], "version": fund["version"]}
    found = await together(
        paying.do("chair", deeds.approve_reward_list, **approving),
        paying.do("chair", deeds.set_bonus_fund, **setting),
    )
    assert found.count("done") == 1
    assert set(found) <= {"done", "FUND_EXCEEDED", "STALE_VERSION", "PART_COMMITTED"}
    for table in ("bonus_fund", "fund_part"):
        for row in await paying.rows(table):
            assert 0 <= row["committed"] <= row["amount"]


async def lists(paying: Paying, totals: Sequence[int]) -> list[UUID]:
    """As many proposed lists out of turn, with these sums."""
    (fund,) = await paying.rows("bonus_fund")
    (part,) = await paying.rows("fund_part", "span = 'ad_hoc'")
    (rule,) = await paying.rows("reward_regulation")
    made = []
    for total in totals:
        made.append(new_id())
        await paying.town.owner.execute(
            "insert into congtam.reward_list (id, agency_id, approving_unit_id, fund_id, part_id,"
            " kind, span, period, state, regulation_id, rounding, total, known, taken_at, cites,"
            " drawn_by) values ($1, $2, $3, $4, $5, 'bonus', 'ad_hoc', $6, 'proposed', $7, 'down',"
            " $8, $9, now(), '{}', $10)",
            made[-1],
            paying.agency,
            paying.town.units["commune"],
            fund["id"],
            part["id"],
            QUARTER,
            rule["id"],
            Decimal(total),
            DAY,
            paying.town.people["officer"],
        )
    return made


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(totals=st.lists(st.integers(min_value=1, max_value=PARTS["ad_hoc"]), min_size=2, max_size=5))
async def test_lists_approved_at_once_never_take_more_than_there_is(
    paying: Paying, totals: list[int]
) -> None:
    if not await paying.rows("bonus_fund"):
        await paying.laid_down()
    for table in ("bonus_fund", "fund_part"):
        await paying.town.owner.execute(f"update congtam.{table} set committed = 0")
    made = await lists(paying, totals)
    told = {"version": 1, "decision": DECISION}
    doing = [paying.do("chair", deeds.approve_reward_list, list=id, **told) for id in made]
    found = await together(*doing)
    taken = [total for total, each in zip(totals, found, strict=True) if each == "done"]
    left = [total for total, each in zip(totals, found, strict=True) if each != "done"]
    assert set(found) <= {"done", "FUND_EXCEEDED"}
    assert await paying.committed("ad_hoc") == (sum(taken), sum(taken))
    assert sum(taken) <= PARTS["ad_hoc"]
    assert all(sum(taken) + total > PARTS["ad_hoc"] for total in left)
