"""Two at once: one act gets one form, and a gate that holds the person decides on what stands."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

from resolvers import discipline as deeds
from resolvers.core.errors import Refusal
from tests.resolvers.discipline.register import CONCLUSION, PARTY, REPRIMAND, Register


async def test_two_decisions_on_one_act_give_one(register: Register) -> None:
    party = replace(REPRIMAND, source="party", decision=PARTY, effective_on=date(2026, 5, 20))
    act = await register.record(party)
    both = [register.record(replace(REPRIMAND, same_act_as=act)) for _ in range(2)]
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    refused = [each.code for each in outcomes if isinstance(each, Refusal)]
    assert refused == ["ACT_DISCIPLINED"], outcomes
    assert len(await register.year.cast.rows("discipline_decision")) == 2
    assert len(await register.year.cast.rows("disqualifier")) == 2


async def test_two_annulments_give_one(register: Register) -> None:
    told: dict[str, Any] = {
        "decision_id": await register.record(),
        "version": 1,
        "because": "wrong",
        "reason": "Kết luận không có hành vi vi phạm.",
        "conclusion": CONCLUSION,
    }
    both = [register.year.do("officer", deeds.annul_discipline, **told) for _ in range(2)]
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    refused = [each.code for each in outcomes if isinstance(each, Refusal)]
    assert refused == ["DISCIPLINE_ANNULLED"], outcomes
    assert len(await register.year.cast.rows("discipline_correction")) == 1
