"""In any set, in any order of marking and of asking: the same places, and never too many."""

import asyncio
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers import recognition
from resolvers.core.errors import Refusal
from tests.conftest import Empty
from tests.resolvers.recognition.year import PAPER, Year, build
from tests.resolvers.town import build as build_town

POINTS = (95, 92, 80, 75, 60, 40)


async def _round(database: PgDatabase, owner: Connection, points: list[int]) -> tuple[Year, Any]:
    """A commune whose divisions assessed themselves, and were marked in a random order."""
    year = await build(await build_town(database, owner))
    names = ["office", "culture", *await year.divisions(len(points) - 2)]
    await year.open("commune", "chair")
    order = list(zip(names, points, strict=True))
    Random(str(points)).shuffle(order)
    for name, total in order:
        await year.finish(name, total)
    return year, await year.round("commune")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(points=st.lists(st.sampled_from(POINTS), min_size=2, max_size=9), data=st.data())
async def test_the_share_is_kept_whoever_asks_first(
    database: PgDatabase, owner: Connection, empty: Empty, points: list[int], data: st.DataObject
) -> None:
    await empty()
    year, round = await _round(database, owner, points)
    excellent, good = sum(p >= 90 for p in points), sum(70 <= p < 90 for p in points)
    # What article 8.5 says: at most a fifth of those good in the end.
    places = max(x for x in range(excellent + 1) if 5 * x <= good + (excellent - x))
    ids = [
        row["id"]
        for row in await year.rows(
            "select id from congtam.organisation_review where computed_level = 'EXCELLENT'"
        )
    ]
    choices = [data.draw(st.permutations(ids))[:places] for _ in range(3)]
    told = {"round": round["id"], "version": round["version"], "decision": PAPER}
    outcomes = await asyncio.gather(
        *(
            year.do(
                "chair", recognition.decide_recognition, **told, excellent=chosen, reason="Lý do"
            )
            for chosen in choices
        ),
        return_exceptions=True,
    )
    assert sorted(getattr(each, "code", "done") for each in outcomes) == [
        *["RECOGNITION_DECIDED"] * 2,
        "done",
    ]
    assert all(isinstance(each, Refusal) or each == round["id"] for each in outcomes)
    rows = await year.rows("select id, applied_level from congtam.organisation_review")
    chosen = {row["id"] for row in rows if row["applied_level"] == "EXCELLENT"}
    assert len(chosen) == places
    assert chosen in [set(each) for each in choices]
    assert 5 * len(chosen) <= sum(row["applied_level"] == "GOOD" for row in rows)
    assert (await year.round("commune"))["places"] == places
