"""Two at once, and any order of steps: one decision stands, and never without its procedure."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers import personnel as deeds
from resolvers.core.errors import Refusal
from tests.conftest import Empty
from tests.resolvers import town as stage
from tests.resolvers.cast import DAY, build
from tests.resolvers.personnel.story import DECISION, JULY, OFFICES, PAPER, Personnel, later
from tests.resolvers.personnel.test_lower_post import proposed


async def both(*doing: Any) -> tuple[int, list[str]]:
    """How many succeeded, and the codes of what was refused."""
    outcomes = await asyncio.gather(*doing, return_exceptions=True)
    refused = [each for each in outcomes if isinstance(each, BaseException)]
    assert all(isinstance(each, Refusal) for each in refused), refused
    codes = [each.code for each in refused if isinstance(each, Refusal)]
    return len(outcomes) - len(refused), codes


async def test_two_decisions_on_one_action_give_one(personnel: Personnel) -> None:
    id = await proposed(personnel)
    await personnel.walk(id, "clerk", "chair")
    told = {**await personnel.at(id), "effective_on": JULY, "decision": DECISION}
    doing = [personnel.do("chair", deeds.decide_personnel_action, **told) for _ in range(2)]
    assert await both(*doing) == (1, ["ACTION_OVER"])
    assert len(await personnel.held("clerk")) == 2
    assert len(await personnel.cast.leaves("decide_personnel_action")) == 1


@pytest.mark.parametrize("second", [JULY, later(1)])
async def test_two_decisions_on_one_person_give_one(personnel: Personnel, second: Any) -> None:
    lower = await proposed(personnel)
    moved = await personnel.propose("transfer", "clerk", to=("culture", "member"))
    for id in (lower, moved):
        await personnel.walk(id, "clerk", "chair")
    doing = [
        personnel.do(
            "chair",
            deeds.decide_personnel_action,
            **await personnel.at(id),
            effective_on=day,
            decision=DECISION,
        )
        for id, day in ((lower, JULY), (moved, second))
    ]
    assert await both(*doing) == (1, ["ACTIONS_OVERLAP"])
    assert len(await personnel.held("clerk")) == 2


async def test_the_constraint_is_the_last_word(personnel: Personnel) -> None:
    """Even a console cannot let two decisions on one person wait on the same day."""
    id = await proposed(personnel)
    await personnel.walk(id, "clerk", "chair")
    await personnel.decide(id, "chair")
    copied = "insert into congtam.personnel_action select (jsonb_populate_record(a, $2)).* from"
    with pytest.raises(Exception, match="personnel_action_one_decision_at_a_time"):
        await personnel.cast.town.owner.execute(
            f"{copied} congtam.personnel_action a where id = $1",
            id,
            {"id": str(personnel.cast.town.people["chair"])},
        )


STEPS = ("hear", "decide", "hear", "decide", "propose", "shut", "open", "refuse", "withdraw")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.lists(st.sampled_from(STEPS), min_size=3, max_size=8))
async def test_never_decided_without_every_step_and_open_gates(
    database: PgDatabase, owner: Connection, empty: Empty, order: list[str]
) -> None:
    await empty()
    personnel = await _anew(database, owner)
    id = await personnel.propose("transfer", "clerk", to=("culture", "member"))
    for code in ("plan", "measures"):
        await personnel.step(id, "officer", code)
    state: Any = None
    for each in order:
        state = await _tried(personnel, id, each, state)
    row = await personnel.row(id)
    steps = await personnel.steps(id)
    if row["state"] == "decided":
        assert all(step["done_on"] for step in steps)
        gates = await personnel.cast.rows("action_gate", "moment = 'decision'")
        assert gates
        assert all(gate["open"] for gate in gates)
        assert (await personnel.held("clerk"))[-1][0] == "culture"
    else:
        assert (await personnel.held("clerk"))[-1][0] == "office"
        assert row["decided_by"] is None


async def _anew(database: PgDatabase, owner: Connection) -> Personnel:
    town = await stage.build(database, owner)
    cast = await build(town)
    for name, (full, kind, unit) in OFFICES.items():
        town.people[name] = await stage.person(town, full, town.agency_of(unit))
        await stage.mandate(town, name, kind, unit)
    return Personnel(cast)


async def _tried(personnel: Personnel, id: Any, what: str, state: Any) -> Any:
    """Try one thing; what is refused changes nothing. `state` is a pregnancy on record."""
    try:
        if what == "propose":
            await personnel.step(id, "officer", "plan")
        elif what == "hear":
            await personnel.hear(id)
        elif what == "decide":
            await personnel.decide(id, "chair")
        elif what == "shut" and state is None:
            return await _protected(personnel)
        elif what == "open" and state is not None:
            await personnel.do(
                "officer",
                deeds.end_protected_state,
                id=state,
                version=1,
                until=later(-1),
                reason="Ghi nhận nhầm.",
            )
            return None
        elif what in ("refuse", "withdraw"):
            deed = getattr(deeds, f"{what}_personnel_action")
            by = "chair" if what == "refuse" else "officer"
            await personnel.do(by, deed, **await personnel.at(id), reason="Dừng lại.")
    except Refusal:
        return state
    return state


async def _protected(personnel: Personnel) -> Any:
    return await personnel.do(
        "officer",
        deeds.record_protected_state,
        person=personnel.cast.town.people["clerk"],
        state="pregnancy",
        since=later(-30, DAY),
        document=PAPER,
    )
