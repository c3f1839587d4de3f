"""The sample from nothing: a commune, ten closed months with what follows them, an open one."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID

from gateway.database import PgDatabase
from gateway.demo.cast import Cast, cast
from gateway.demo.founding import Commune, found, months_before
from gateway.demo.month import UnitMonth, Work
from gateway.demo.questions import PRODUCTS
from gateway.demo.stage import Stage
from gateway.demo.surroundings import Surroundings
from gateway.failure import Failure
from resolvers.people import Sealer, delegate_headship

CLOSED_MONTHS = 10
IN_FORCE = date(2026, 1, 1)
"""Nothing of the sample is older than the decree."""
SEED = 335
"""The same sample every time, but for its days."""
LENT_BEFORE, LENT_AFTER = 20, 40
"""Days around the day of the sample on which an acting head stands in for one who is away."""
FORGETFUL = "economy"
"""The unit in which a delivery waits longer than it may, once the open month is old enough."""
PROMPT, UNHURRIED = "office", "staff"
"""The unit whose open month waits for its head, and the account that has still to assess itself."""
LEADING, COMMON = "LĐ.", "CH."
"""How the codes of products for leaders, and for everybody, begin."""

Tell = Callable[[str], None]


class TooEarly(Failure):
    """The decree is not in force yet, so there is nothing to show."""


async def build(
    database: PgDatabase,
    sealer: Sealer,
    today: date,
    tell: Tell,
    *,
    closed_months: int = CLOSED_MONTHS,
) -> None:
    """Make the sample as of `today`, with at most so many closed months; says what it is doing.

    Raises TooEarly.
    """
    if today <= IN_FORCE:
        raise TooEarly(f"the sample needs a day after {IN_FORCE}, when the decree came into force")
    people = cast()
    stage = Stage(database)
    begins = max(months_before(today, CLOSED_MONTHS) - timedelta(days=20), IN_FORCE)
    tell("founding the commune: units, positions, people, product list")
    commune = await found(stage, people, sealer, begins, today, processes=people.processes)
    periods = _periods(begins, today, closed_months)
    around = Surroundings(stage, people, commune, periods[0], today)
    await around.agree_scheme()
    await _lend(stage, people, commune, today)
    await around.record_training(*_lent(commune, today))
    work, idle = await _work(stage, people, commune), _without_charge(people, commune)
    unhurried = _unhurried(people, commune)
    for period in periods:
        is_open = period == periods[-1]
        tell(f"{period:%m/%Y}: " + ("open" if is_open else "assigned, delivered, scored"))
        months = [
            UnitMonth(
                stage,
                unit,
                period,
                today,
                work[key],
                _chance(key, period),
                idle,
                forgetful=key == FORGETFUL,
                unhurried=unhurried.get(key),
            )
            for key, unit in commune.units.items()
        ]
        await _month(months, around)
    tell("petitions, signals, what the heads owe")
    for period in periods[-2:-1]:
        await around.petitions(period)
        await around.look(period)
    await around.sweep(today)


def _periods(begins: date, today: date, closed_months: int) -> list[date]:
    """The months from the first that is built to the open one."""
    found = (months_before(today, back) for back in range(closed_months, -1, -1))
    return [period for period in found if period >= begins]


def _without_charge(people: Cast, commune: Commune) -> frozenset[UUID]:
    return frozenset(
        commune.postings[each.name]
        for each in people.people
        if each.office == "deputy" and not each.charge
    )


def _unhurried(people: Cast, commune: Commune) -> dict[str, frozenset[UUID]]:
    """Who in a unit has still to assess himself in the open month; no other unit has begun."""
    names = (each.name for each in people.people if each.login == UNHURRIED)
    return {PROMPT: frozenset(commune.people[name] for name in names)}


def _chance(unit: str, period: date) -> Random:
    return Random(f"{SEED} {unit} {period}")


async def _month(months: Sequence[UnitMonth], around: Surroundings) -> None:
    """Lower units before higher ones, as their results decide about their heads."""
    await _together(month.go_on() for month in months)
    if not months[0].over:
        await _together(month.assess() for month in months)
        return
    if months[0].last_day + timedelta(days=1) == around.today.replace(day=1):
        await around.sweep(months[0].last_day)
    await _together(month.measure() for month in months)
    await _together(month.assess() for month in months)
    province, commune, *units = months
    await _together(month.score() for month in units)
    await commune.score()
    await province.score()
    await around.add_up(province.period)


async def _together(deeds: Iterable[Coroutine[None, None, None]]) -> None:
    """One unit's deeds touch nothing of another's, so that they need not wait for each other."""
    async with asyncio.TaskGroup() as group:
        for deed in deeds:
            group.create_task(deed)


async def _work(stage: Stage, people: Cast, commune: Commune) -> dict[str, Work]:
    rows = await stage.rows(PRODUCTS, agency=commune.commune)
    common = [row["id"] for row in rows if row["code"].startswith(COMMON)]
    leading = [row["id"] for row in rows if row["code"].startswith(LEADING)]
    work = {key: Work(leading, leading) for key in ("province", "commune")}
    for unit in people.units:
        own = [row["id"] for row in rows if row["section"] == unit.name]
        work[unit.key] = Work([*common, *own], leading)
    return work


def _lent(commune: Commune, today: date) -> tuple[date, date]:
    """From which day until before which one the head who is away has lent her authority."""
    begins = max(today - timedelta(days=LENT_BEFORE), commune.founded)
    return begins, today + timedelta(days=LENT_AFTER)


async def _lend(stage: Stage, people: Cast, commune: Commune, today: date) -> None:
    """The head who is away lends her authority to her deputy."""
    begins, ends = _lent(commune, today)
    for deputy in people.people:
        if not deputy.acts_for:
            continue
        away = next(each for each in people.people if each.away and each.unit == deputy.acts_for)
        async with stage.acting(commune.people[away.name], begins) as (tx, request):
            await delegate_headship(
                tx,
                request,
                unit=commune.units[deputy.acts_for],
                to_person=commune.people[deputy.name],
                begins=begins,
                ends=ends,
                reason="Người đứng đầu đi học tập trung.",
            )
    await stage.authority_changed()
