"""Whenever and in whatever order the clock is looked at: the same is told, once, to nobody else.

The oracle is a few lines of plain Python over the town's story: who heads and acts on which days,
which steps of June are done. The clock is asked on any days in any order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.clock import VIETNAM
from resolvers.statute.calendar import working_days_between
from tests.resolvers.cast import MONTH
from tests.resolvers.duties.watch import SCORING, Watch
from tests.resolvers.town import posting

HEADS = {"province": "governor", "commune": "chair", "office": "chief", "culture": "curator"}
ABOVE = {"commune": "province", "office": "commune", "culture": "commune"}
ACTING = {"commune": "vice", "office": "assistant", "culture": "archivist"}
DUE = {
    "assign_work": date(2026, 6, 5),
    "score_sheets": date(2026, 7, 3),
    "close_month": date(2026, 7, 6),
}
DEEDS = {"assign_work": "AssignWork", "score_sheets": "SignSheet", "close_month": "CloseMonth"}
FIRST = date(2026, 6, 1)
Told = tuple[str, str, str, str]
"""The kind of step, its unit, the kind of notice, the person."""


@dataclass(frozen=True)
class Lent:
    """A head's authority, lent for some days: everything, or one deed; perhaps revoked."""

    unit: str
    begins: date
    ends: date
    deeds: tuple[str, ...] | None
    revoked: bool

    def holds(self, unit: str, day: date, deed: str) -> bool:
        lends = self.deeds is None or deed in self.deeds
        return unit == self.unit and self.begins <= day < self.ends and lends and not self.revoked


@dataclass(frozen=True)
class Story:
    """What happens in the town; `successor` is the first day of the office's next head."""

    lent: tuple[Lent, ...]
    successor: date | None

    def responsible(self, unit: str, day: date, deed: str) -> set[str]:
        head = HEADS[unit]
        changed = unit == "office" and self.successor is not None and day >= self.successor
        found = {"typist"} if changed else {head}
        if not changed and any(each.holds(unit, day, deed) for each in self.lent):
            found.add(ACTING[unit])
        return found


def told_on(story: Story, day: date) -> set[Told]:
    """What a look at the clock on `day` tells the owners."""
    found: set[Told] = set()
    for unit, (kind, due) in product(SCORING, DUE.items()):
        people = story.responsible(unit, day, DEEDS[kind])
        left = working_days_between(day, due)
        near = next((stage for stage in (1, 3, 7) if left <= stage), None)
        notice = "overdue" if day > due else f"due_in_{near}" if near else ""
        found |= {(kind, unit, notice, person) for person in people if notice}
    return found


days = st.integers(0, 45).map(lambda count: FIRST + timedelta(days=count))
lendings = st.builds(
    lambda unit, begins, count, deeds, revoked: Lent(
        unit, begins, begins + timedelta(days=count), deeds, revoked
    ),
    st.sampled_from(sorted(ACTING)),
    days,
    st.integers(1, 40),
    st.none() | st.sampled_from([(deed,) for deed in [*DEEDS.values(), "DecideBreach"]]),
    st.booleans(),
)
stories = st.builds(
    Story,
    st.lists(lendings, max_size=3, unique_by=lambda each: each.unit).map(tuple),
    st.none() | days,
)
clocks = st.lists(
    st.builds(
        lambda day, hour: datetime.combine(day, time(hour), VIETNAM), days, st.integers(0, 23)
    ),
    min_size=1,
    max_size=5,
)


async def tell(watch: Watch, story: Story) -> None:
    """Lay the story out, and forget everything that a clock ever said."""
    owner, town = watch.cast.town.owner, watch.cast.town
    for table in ("mail", "notice", "breach", "duty", "delegation"):
        await owner.execute(f"delete from congtam.{table}")
    await owner.execute("delete from congtam.posting where decision_no = 'story'")
    await owner.execute(
        "update congtam.posting set during = daterange('2026-01-01', $2) where id = $1",
        town.postings["chief"],
        story.successor,
    )
    if story.successor is not None:
        id = await posting(town, "typist", "office", "head", main=False, begins=story.successor)
        await owner.execute("update congtam.posting set decision_no = 'story' where id = $1", id)
    for each in story.lent:
        lender, acting = HEADS[each.unit], ACTING[each.unit]
        id = await watch.cast.lend(each.unit, lender, acting, begins=each.begins, ends=each.ends)
        await owner.execute(
            "update congtam.delegation set deeds = $2, revoked_at = $3 where id = $1",
            id,
            each.deeds,
            datetime.combine(FIRST, time(0), VIETNAM) if each.revoked else None,
        )


async def looked(watch: Watch, at: Iterable[datetime]) -> None:
    for now in at:
        await watch.sweep(now.date(), now.time())


async def said(watch: Watch) -> set[Told]:
    """What was told of June's steps."""
    units = {id: name for name, id in watch.cast.town.units.items()}
    rows = await watch.cast.town.owner.fetch(
        "select d.kind as step, d.unit_id, n.kind, n.person_id from congtam.notice n"
        " join congtam.duty d on d.id = n.duty_id where d.period = $1",
        MONTH,
    )
    found = [
        (row["step"], units[row["unit_id"]], row["kind"], watch.name(row["person_id"]))
        for row in rows
    ]
    assert len(found) == len(set(found)), "nobody is told the same thing twice"
    return set(found)


async def recorded(watch: Watch) -> list[tuple[object, ...]]:
    """Where June's duties stand, and the breaches."""
    rows = await watch.cast.town.owner.fetch(
        "select d.kind, d.unit_id, d.due_on, d.done_at, d.escalated_to_id, b.person_id, b.state"
        " from congtam.duty d left join congtam.breach b on b.duty_id = d.id"
        " where d.period = $1 order by d.kind, d.unit_id",
        MONTH,
    )
    return [tuple(row) for row in rows]


def demand_chain(story: Story, told: set[Told], at: Sequence[datetime]) -> None:
    """What went up went to the unit above alone, to whoever decides there on one of the days."""
    for _, unit, kind, person in told:
        if kind == "escalated":
            possible = {
                name
                for now in at
                for name in story.responsible(ABOVE[unit], now.date(), "DecideBreach")
            }
            assert person in possible


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(story=stories, at=clocks, data=st.data())
async def test_the_same_is_told_once_and_to_nobody_outside_the_chain(
    watch: Watch, story: Story, at: list[datetime], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(at))
    last = max(at)
    expected = set().union(*(told_on(story, now.date()) for now in at))
    outcomes = []
    for sequence in (at, order):
        await tell(watch, story)
        await looked(watch, [*sequence, last])
        told = await said(watch)
        # Above all: what one look tells does not depend on the looks before it.
        assert {each for each in told if each[2] != "escalated"} == expected
        demand_chain(story, told, at)
        outcomes.append((await recorded(watch), {each[:3] for each in told}))
    assert outcomes[0] == outcomes[1]
