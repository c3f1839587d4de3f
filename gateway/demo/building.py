"""The sample from nothing: a commune, ten closed months with what follows them, an open one."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from datetime import date, timedelta
from random import Random
from uuid import UUID

from gateway.database import PgDatabase
from gateway.demo.cast import Cast, cast
from gateway.demo.discipline import Registers
from gateway.demo.founding import Commune, found, months_before
from gateway.demo.month import UnitMonth, Work
from gateway.demo.party import Party
from gateway.demo.personnel import Personnel
from gateway.demo.petitions import Petitions
from gateway.demo.questions import PRODUCTS
from gateway.demo.rewards import Rewards
from gateway.demo.scene import Scene
from gateway.demo.stage import Stage
from gateway.demo.surroundings import Surroundings
from gateway.demo.year import Year
from gateway.failure import Failure
from resolvers.people import Sealer, delegate_headship
from resolvers.statute.months import months_after

CLOSED_MONTHS = 10
WHOLE_YEAR = {12: 11, 1: 12}
"""Around the turn of a year all of it is closed: by the month, as the year is classified then."""
IN_FORCE = date(2026, 1, 1)
"""Nothing of the sample is older than the decree."""
OPENED = date(2024, 1, 1)
"""Agencies and units have stood for longer, so that somebody can be in a post for years."""
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
    closed_months: int | None = None,
) -> None:
    """Make the sample as of `today`; says what it is doing.

    It has ten closed months, around the turn of a year the whole year, or as many as are asked for.

    Raises TooEarly.
    """
    if today <= IN_FORCE:
        raise TooEarly(f"the sample needs a day after {IN_FORCE}, when the decree came into force")
    people = cast()
    stage = Stage(database)
    closed = closed_months or WHOLE_YEAR.get(today.month, CLOSED_MONTHS)
    begins = max(months_before(today, closed), IN_FORCE)
    tell("founding the commune: units, positions, people, product list")
    commune = await found(
        stage, people, sealer, begins, today, processes=people.processes, opened=OPENED
    )
    periods = _periods(begins, today)
    scene = Scene(stage, people, commune, today)
    await _lay_down(scene, periods)
    await _months(scene, periods, tell)
    await _look_back(scene, periods, tell)
    if database.party is not None:
        tell("the Party's committee, its branches and a campaign")
        party = Party.beside(scene, database.party)
        await party.found()
        await party.review()


async def _lay_down(scene: Scene, periods: Sequence[date]) -> None:
    """What stands before the months: schemes, rules on money, who is away and who acts for her."""
    around = Surroundings(scene)
    await around.agree_scheme()
    await Rewards(scene).lay_down()
    await Personnel(scene).record()
    await _lend(scene)
    await around.record_absences(_lent(scene), periods[-2] if len(periods) > 1 else None)


async def _months(scene: Scene, periods: Sequence[date], tell: Tell) -> None:
    around = Surroundings(scene)
    stage, people, commune = scene.stage, scene.cast, scene.commune
    work, idle = await _work(stage, people, commune), _without_charge(people, commune)
    unhurried = _unhurried(people, commune)
    for period in periods:
        is_open = period == periods[-1]
        if is_open and len(periods) > 1:
            await Personnel(scene).move(period)
        tell(f"{period:%m/%Y}: " + ("open" if is_open else "assigned, delivered, scored"))
        months = [
            UnitMonth(
                stage,
                unit,
                period,
                scene.today,
                work[key],
                _chance(key, period),
                idle,
                commune.listed,
                forgetful=key == FORGETFUL,
                unhurried=unhurried.get(key),
            )
            for key, unit in commune.units.items()
        ]
        await _month(months, around)


async def _look_back(scene: Scene, periods: Sequence[date], tell: Tell) -> None:
    """What follows from the months, and what the personnel body has to do besides."""
    around, registers = Surroundings(scene), Registers(scene)
    for period in periods[-2:-1]:
        tell("petitions, signals, rewards")
        await Petitions(scene, period).file()
        await around.add_up(period, scene.today)
        await around.look(period)
        await around.open_again(period)
        await Rewards(scene).quarters()
        await Rewards(scene).awards(period)
    tell("discipline, personnel actions, records asked for, the year")
    await registers.discipline()
    await Personnel(scene).propose()
    await registers.accuse()
    await registers.lend()
    await Year(scene).organisations()
    await Year(scene).people()
    tell("what the heads owe")
    await around.sweep(scene.today)


def _periods(begins: date, today: date) -> list[date]:
    """The months from the first to the open one."""
    found = [begins]
    while (after := months_after(found[-1], 1)) <= today:
        found.append(after)
    return found


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
    if months[0].last_day + timedelta(days=1) == around.scene.today.replace(day=1):
        await around.sweep(months[0].last_day)
    await _together(month.measure() for month in months)
    await _together(month.assess() for month in months)
    province, commune, *units = months
    await _together(month.score() for month in units)
    await commune.score()
    await province.score()
    await around.add_up(province.period, province.last_day + timedelta(days=1))


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


def _lent(scene: Scene) -> tuple[date, date]:
    """From which day until before which one the head who is away has lent her authority."""
    return scene.ago(LENT_BEFORE), scene.today + timedelta(days=LENT_AFTER)


async def _lend(scene: Scene) -> None:
    """The head who is away lends her authority to her deputy."""
    stage, people, commune = scene.stage, scene.cast, scene.commune
    begins, ends = _lent(scene)
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
