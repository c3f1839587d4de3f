"""Plans of reorganisation over the town, and what is asked of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from authz.reach import Reach
from resolvers.core.ids import new_id
from resolvers.people import (
    AgencyClosing,
    Closing,
    Opening,
    Placing,
    Reappointment,
    Regrant,
    ReorganisationPlan,
    Reorganised,
    reach_of_person,
    reorganise,
)
from tests.resolvers import town as stage
from tests.resolvers.town import TODAY, Town

DAY = date(2026, 6, 1)
MAY = date(2026, 5, 1)


async def staff(town: Town) -> Town:
    """An officer of the province keeps its posts and those beneath; each commune is managed."""
    for name, unit in (("registrar", "province"), ("keeper", "neighbour")):
        town.people[name] = await stage.person(town, "Quách Thị Tâm", town.agency_of(unit))
        town.postings[name] = await stage.posting(town, name, unit, "member")
    for name, kind, unit in (
        ("registrar", "personnel_officer", "province"),
        ("clerk", "personnel_officer", "commune"),
        ("assistant", "administrator", "commune"),
        ("typist", "inspector", "office"),
        ("keeper", "personnel_officer", "neighbour"),
    ):
        town.postings[kind + " " + unit] = await stage.mandate(town, name, kind, unit)
    return town


async def reach(town: Town, name: str, day: date = TODAY) -> Reach:
    async with town.database.reading() as tx:
        return await reach_of_person(tx, town.people[name], day)


def merged_units(town: Town, **changes: Any) -> ReorganisationPlan:
    """The office and the culture division become one, headed by the curator."""
    posts = {"chief": "deputy", "curator": "head", "assistant": None, "clerk": None}
    plan = ReorganisationPlan(
        kind="merge",
        day=DAY,
        decision_no="88/NQ-HĐND",
        closes=[Closing(town.units[name], "both") for name in ("office", "culture")],
        opens=[Opening("both", "Phòng Văn hóa và Văn phòng", "direct_using", str(commune(town)))],
        places=[Placing(town.units["team"], "both")],
        postings=[
            Reappointment(town.postings[name], "both", office) for name, office in posts.items()
        ],
        mandates=[Regrant(town.postings["inspector office"], "both")],
    )
    return replace(plan, **changes)


def commune(town: Town) -> UUID:
    return town.units["commune"]


def merged_communes(town: Town, **changes: Any) -> ReorganisationPlan:
    """The commune goes up in its neighbour, whose head stays."""
    neighbour = town.units["neighbour"]
    into = str(neighbour)
    divisions = {"office": "văn phòng", "culture": "văn hóa", "team": "tổ"}
    standings = {"office": "direct_using", "culture": "direct_using", "team": "none"}
    posts = {
        "chair": (into, "deputy"),
        "vice": (into, "deputy"),
        "chief": ("office", "head"),
        "assistant": ("office", None),
        "clerk": ("office", None),
        "leader": ("team", "head"),
        "typist": ("team", None),
        "curator": ("culture", "head"),
    }
    plan = ReorganisationPlan(
        kind="merge",
        day=DAY,
        decision_no="1685/NQ-UBTVQH15",
        into=[neighbour],
        closes=[
            Closing(commune(town), into),
            *(Closing(town.units[name], name) for name in divisions),
        ],
        opens=[
            Opening(name, title, standings[name], "office" if name == "team" else into)
            for name, title in divisions.items()
        ],
        postings=[
            Reappointment(town.postings[name], unit, office)
            for name, (unit, office) in posts.items()
        ],
        mandates=[
            Regrant(town.postings["administrator commune"], into),
            Regrant(town.postings["personnel_officer commune"], into),
            Regrant(town.postings["inspector office"], "office"),
        ],
        agencies=[AgencyClosing(town.agencies["commune"], town.agencies["neighbour"])],
    )
    return replace(plan, **changes)


async def carried_out(
    town: Town, plan: ReorganisationPlan, *, by: str = "registrar", dry_run: bool = False
) -> Reorganised:
    done: Reorganised = await town.do(await reach(town, by), reorganise, plan=plan, dry_run=dry_run)
    return done


async def opened_unit(town: Town) -> Any:
    (opened,) = await town.owner.fetch("select * from congtam.unit where opened_on = $1", DAY)
    return opened


def refusals(outcome: Reorganised) -> set[tuple[str, str | None]]:
    return {(each.step.value, each.code) for each in outcome.verdicts if not each.done}


async def month(town: Town, unit: str, period: date, state: str) -> None:
    await town.owner.execute(
        "insert into congtam.unit_month (id, agency_id, unit_id, period, state, opened_by,"
        " opened_at) values ($1, $2, $3, $4, $5, $6, now())",
        new_id(),
        town.agency_of(unit),
        town.units[unit],
        period,
        state,
        town.people["chair"],
    )


async def sheet(town: Town, name: str, unit: str, period: date, total: str) -> None:
    """A closed sheet of somebody's post, scored in a unit."""
    await town.owner.execute(
        "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id, unit_id,"
        " posting_id, role, state, total, level, scored_by, released_at)"
        " select $1, $2, agency_id, $3, person_id, unit_id, id, 'staff', 'closed', $4, 'GOOD',"
        " $5, now() from congtam.posting where id = $6",
        new_id(),
        period,
        town.units[unit],
        Decimal(total),
        town.people["governor"],
        town.postings[name],
    )


PAST = """
select s.scoring_unit_id, s.unit_id, s.agency_id, s.period, count(*), sum(total),
    array_agg(s.id order by s.id)
from congtam.sheet s group by 1, 2, 3, 4
union all select unit_id, unit_id, agency_id, period, count(*), 0, array_agg(id order by id)
from congtam.unit_month group by 1, 2, 3, 4 order by 1, 2, 3, 4, 5, 6
"""
"""What is asked of the past: sheets by scoring unit, unit, agency and month, and the months."""


async def refused_plan(town: Town, plan: ReorganisationPlan) -> Reorganised:
    """The outcome of a plan with refused rows, of which nothing at all was written."""
    before = await town.everything()
    dry = await carried_out(town, plan, dry_run=True)
    outcome = await carried_out(town, plan)
    assert await town.everything() == before
    assert (outcome.accepted, outcome.reorganisation) == (False, None)
    assert outcome == dry
    return outcome
