"""Cases are prepared for everybody whom an agency's heads classify; doing it again adds nothing.

Preparing computes and never judges: it may be done by the operator, for thousands at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Integer, bindparam, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ClassificationRoundFacts
from resolvers.classification.bulk import add_all, change_all
from resolvers.classification.holding import CURRENT, tell_round
from resolvers.classification.placing import COLUMNS, Place, places
from resolvers.classification.tables import classification, classification_round
from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.organisation import agency as agencies
from resolvers.organisation import managing_units_of, root_unit
from resolvers.organisation import unit as units
from resolvers.results import result

FIRST_YEAR = 2026
"""The first year that the decree classifies."""
MOVED = "Công chức không còn giữ vị trí này tại thời điểm xếp loại (Điều 19.1)."


@dataclass(frozen=True, slots=True)
class Prepared:
    """What preparing did, in cases."""

    rounds: tuple[UUID, ...]
    added: int = 0
    moved: int = 0
    """Cases whose person has another post in the agency, or whose result changed."""
    withdrawn: int = 0
    elsewhere: int = 0
    """People whose year another agency has a case for, or has decided."""
    settled: int = 0
    """People of sets that are closed or decided: nothing changes there."""


_UUID = UuidType(as_uuid=True)
_IDS = bindparam("ids", type_=ARRAY(_UUID))
_YEAR = bindparam("year", type_=Integer)
_OPEN = insert(classification_round).on_conflict_do_nothing(
    index_elements=["classifying_unit_id", "year"]
)
_ROUNDS = (
    select(classification_round)
    .where(
        classification_round.c.classifying_unit_id == _IDS.any_(),
        classification_round.c.year == _YEAR,
    )
    .order_by(classification_round.c.id)
    .with_for_update(key_share=True)
)
_KNOWN = select(classification_round.c.id, classification_round.c.classifying_unit_id).where(
    classification_round.c.agency_id == bindparam("agency", type_=_UUID),
    classification_round.c.year == _YEAR,
)
_CASES = select(*(classification.c[name] for name in ("id", "round_id", "state", *COLUMNS))).where(
    classification.c.round_id == _IDS.any_(), CURRENT
)
_WITHDRAW = (
    update(classification)
    .where(classification.c.id == _IDS.any_())
    .values(state="withdrawn", replaced_reason=MOVED, version=classification.c.version + 1)
)
_AGENCIES = select(units.c.id, units.c.agency_id).where(units.c.id == _IDS.any_())
_ELSEWHERE = (
    select(classification.c.id)
    .join(classification_round, classification_round.c.id == classification.c.round_id)
    .where(
        classification.c.person_id == bindparam("people", type_=ARRAY(_UUID)).any_(),
        classification.c.year == _YEAR,
        classification.c.classifying_agency_id != bindparam("agency", type_=_UUID),
        CURRENT,
        classification_round.c.state == "open",
    )
    .with_for_update(of=classification_round, read=True)
)
_UNRATED = select(result.c.id).where(result.c.id == _IDS.any_(), result.c.level.is_(None))


async def prepare_cases(tx: Transaction, request: Request, agency: UUID, year: int) -> Prepared:
    """Open the year's sets of an agency, with a case for everybody whom its heads classify.

    A case follows its person: another post in the agency moves it, another agency's withdraws it, a
    new result is taken over. Closed and decided sets stay as they are. Raises NotFound, a denial,
    InvalidInput.
    """
    await find(tx, request, agencies, agency)
    return await _prepare(tx, request, agency, year, only=None)


async def open_classification(tx: Transaction, request: Request, *, unit: UUID, year: int) -> UUID:
    """As `prepare_cases`, for the set that the head of one unit decides; the set's id.

    Raises NotFound, a denial (CLASSIFICATION_NOT_OPEN where it is closed), InvalidInput.
    """
    place = await find(tx, request, units, unit)
    done = await _prepare(tx, request, place["agency_id"], year, only=unit)
    if not done.rounds:
        raise InvalidInput(what="unit", allowed="Điều 10.2", field="unit")
    return done.rounds[0]


async def _prepare(
    tx: Transaction, request: Request, agency: UUID, year: int, *, only: UUID | None
) -> Prepared:
    if not FIRST_YEAR <= year <= request.today.year:
        raise InvalidInput(what="year", allowed=f"{FIRST_YEAR}–{request.today.year}", field="year")
    day = counting_day(year, request.today)
    top = only or await root_unit(tx, agency, day)
    if top is None:
        return Prepared(())
    asked = ClassificationRoundFacts(agency, top)
    decision = demand(request, Action.OpenClassification, asked)
    found = await places(tx, agency, year, day, request.today)
    wanted = [place for place in found if only in (None, place.classifying_unit_id)]
    rounds = await _rounds(tx, request, agency, year, wanted, only, day)
    for row in rounds if only is not None else ():
        demand(request, Action.OpenClassification, replace(asked, state=row["state"]))
    return await _bring_up_to_date(tx, request, decision, agency, year, wanted, rounds)


async def _rounds(
    tx: Transaction,
    request: Request,
    agency: UUID,
    year: int,
    wanted: Sequence[Place],
    only: UUID | None,
    day: date,
) -> list[Row]:
    """The agency's sets of the year, held; opened first where one is missing."""
    known = await tx.rows(_KNOWN, agency=agency, year=year)
    standing = {row["classifying_unit_id"] for row in known}
    new = sorted({place.classifying_unit_id for place in wanted} - standing)
    managing = await managing_units_of(tx, new, day)
    of = await tx.rows(_AGENCIES, ids=list(managing.values()))
    agency_of = {row["id"]: row["agency_id"] for row in of}
    for unit in new:
        await tx.run(
            _OPEN,
            id=new_id(),
            agency_id=agency,
            managing_agency_id=agency_of[managing[unit]],
            classifying_unit_id=unit,
            managing_unit_id=managing[unit],
            year=year,
            opened_by=request.reach.actor,
            opened_at=request.now,
        )
    ids = [unit for unit in {*new, *standing} if only in (None, unit)]
    return list(await tx.rows(_ROUNDS, ids=ids, year=year))


async def _bring_up_to_date(
    tx: Transaction,
    request: Request,
    decision: Decision,
    agency: UUID,
    year: int,
    wanted: Sequence[Place],
    rounds: Sequence[Row],
) -> Prepared:
    """Make the cases of the open sets what they should be; what was done."""
    open_rounds = {row["classifying_unit_id"]: row for row in rounds if row["state"] == "open"}
    ids = [row["id"] for row in open_rounds.values()]
    here = [place for place in wanted if place.classifying_unit_id in open_rounds]
    unrated = await _unrated(tx, here)
    cases: dict[UUID, Row] = {row["person_id"]: row for row in await tx.rows(_CASES, ids=ids)}
    people = {place.person_id for place in here}
    gone = [row["id"] for person, row in cases.items() if person not in people]
    gone += await _left_behind(tx, people, agency, year)
    await tx.run(_WITHDRAW, ids=gone, replaced_at=request.now)
    new, changed = [], []
    for place in here:
        round_id = open_rounds[place.classifying_unit_id]["id"]
        row = {**place.columns(), "round_id": round_id}
        known = cases.get(place.person_id)
        state = _state(known, place, unrated)
        if known is None:
            new.append({**row, "id": new_id(), "year": year, "state": state})
        elif any(known[name] != value for name, value in {**row, "state": state}.items()):
            changed.append({**row, "id": known["id"], "state": state})
    added = await add_all(tx, classification, new)
    moved = await change_all(tx, classification, changed)
    done = Prepared(
        rounds=tuple(row["id"] for row in rounds),
        added=added,
        moved=moved,
        withdrawn=len(gone),
        elsewhere=len(new) - added,
        settled=len(wanted) - len(here),
    )
    for each in open_rounds.values() if done.added or done.moved or done.withdrawn else ():
        told = {"added": done.added, "moved": done.moved, "withdrawn": done.withdrawn}
        await tell_round(tx, request, decision, each, "prepare_cases", after={"year": year, **told})
    return done


async def _unrated(tx: Transaction, here: Sequence[Place]) -> set[UUID]:
    """The results among these that say: not rated."""
    ids = [place.result_id for place in here if place.result_id is not None]
    return {row["id"] for row in await tx.rows(_UNRATED, ids=ids)}


async def _left_behind(tx: Transaction, people: set[UUID], agency: UUID, year: int) -> list[UUID]:
    """Undecided cases of these people in open sets of other agencies, as far as they are seen."""
    rows = await tx.rows(_ELSEWHERE, people=list(people), agency=agency, year=year)
    return [row["id"] for row in rows]


def _state(known: Row | None, place: Place, unrated: set[UUID]) -> str:
    """The step of a case: kept, but for what its result says about being rated at all."""
    if place.result_id in unrated:
        return "not_rated"
    if known is None or known["state"] == "not_rated":
        return "open"
    state: str = known["state"]
    return state
