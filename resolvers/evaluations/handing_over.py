"""Monthly results of somebody who moved, sent to the agency that classifies his year (art. 19.1).

What is handed over are copies of closed sheets, in the table `handed_sheet` of `resolvers.people`:
rows with `replaced_at` null are the current ones, by person, month and receiving agency.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Date, Integer, bindparam, func, select, type_coerce, update
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import Range

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, adding
from resolvers.evaluations.tables import score, sheet
from resolvers.organisation import last_of_period, records_keeper, unit
from resolvers.people import (
    NotServingThere,
    answer_requests,
    answering_unit,
    days_of_year,
    demand_two_agencies,
    handed_sheet,
    handover,
    handover_document,
    posting,
)


class NothingToHandOver(Refusal):
    """The agency has closed no sheet of this person in {year}."""

    code = "NOTHING_TO_HAND_OVER"
    vi = "Cơ quan không có phiếu đánh giá đã khóa nào của công chức này trong năm {year}."


_UUID = UuidType(as_uuid=True)
_PERSON, _FROM = bindparam("person", type_=_UUID), bindparam("from_agency", type_=_UUID)
_TO, _YEAR = bindparam("to_agency", type_=_UUID), bindparam("year", type_=Integer)
_served = posting.c.during.op("*")(
    func.daterange(sheet.c.period, last_of_period(sheet.c.agency_id, sheet.c.period), "[]")
)
_days = func.upper(_served) - func.lower(_served)
_CLOSED = (
    select(
        sheet.c.id.label("sheet_id"),
        sheet.c.round,
        sheet.c.period,
        sheet.c.scoring_unit_id,
        type_coerce(_days, Integer).label("days"),
        sheet.c.role,
        unit.c.name.label("unit_name"),
        sheet.c.total,
        sheet.c.level,
        score.c.cites,
    )
    .join(posting, posting.c.id == sheet.c.posting_id)
    .join(unit, unit.c.id == sheet.c.unit_id)
    .join(
        score,
        (score.c.sheet_id == sheet.c.id)
        & (score.c.period == sheet.c.period)
        & (score.c.round == sheet.c.round),
    )
    .where(
        sheet.c.person_id == _PERSON,
        sheet.c.agency_id == _FROM,
        sheet.c.state == "closed",
        sheet.c.period >= bindparam("first", type_=Date),
        sheet.c.period < bindparam("after", type_=Date),
        _days > 0,
    )
    .order_by(sheet.c.period, sheet.c.id)
)
_HANDED = (
    select(handed_sheet)
    .where(
        handed_sheet.c.person_id == _PERSON,
        handed_sheet.c.agency_id == _TO,
        handed_sheet.c.from_agency_id == _FROM,
        handed_sheet.c.replaced_at.is_(None),
    )
    .with_for_update(key_share=True)
)
_LATEST = (
    select(handover.c.id)
    .where(
        handover.c.person_id == _PERSON,
        handover.c.agency_id == _TO,
        handover.c.from_agency_id == _FROM,
        handover.c.year == _YEAR,
    )
    .order_by(handover.c.id.desc())
    .limit(1)
)
_REPLACED = (
    update(handed_sheet)
    .where(handed_sheet.c.id == bindparam("by_id", type_=_UUID))
    .values(replaced_at=bindparam("at", type_=handed_sheet.c.replaced_at.type))
)
_ALONE = select(func.pg_advisory_xact_lock(bindparam("lock", type_=BigInteger)))
_LOCKS = 2**63
COPIED = ("sheet_id", "round", "period", "days", "role", "unit_name", "total", "level", "cites")


async def hand_over_scores(
    tx: Transaction,
    request: Request,
    *,
    person: UUID,
    from_agency: UUID,
    to_agency: UUID,
    year: int,
    document_no: str,
    document_day: date | None = None,
) -> UUID:
    """Copy a person's closed sheets of a year to the agency where he serves now; the act's id.

    Done again it adds what was closed since, and a new row for a sheet that was scored anew; where
    nothing is new it is the last act that is answered, and nothing is written. Open requests for
    that year are answered by it. Raises NotFound, a denial, NothingToHandOver, NotServingThere,
    InvalidInput, TextNotAcceptable.
    """
    decision = await _demand_keeper(tx, request, from_agency)
    demand_two_agencies(from_agency, to_agency)
    paper = handover_document(document_no, document_day)
    # One at a time for a person: two acts at once would copy the same sheet.
    await tx.value(_ALONE, lock=person.int % _LOCKS)
    of = {"person": person, "from_agency": from_agency, "to_agency": to_agency, "year": year}
    new, known, receiving = await _new(tx, request, of)
    if not new:
        latest: UUID = await tx.value(_LATEST, **of)
        return latest
    between = {
        "agency_id": to_agency,
        "scoring_unit_id": receiving,
        "person_id": person,
        "from_agency_id": from_agency,
        "handed_by": request.reach.actor,
        "handed_at": request.now,
    }
    giving = new[-1]["scoring_unit_id"]
    id = await add(tx, handover, **between, from_scoring_unit_id=giving, year=year, **paper)
    await _copy(tx, request, new, known, {**between, "handover_id": id})
    await answer_requests(tx, request, of)
    await record(
        tx,
        request,
        decision,
        deed="hand_over_scores",
        subject=("handover", id),
        agency=from_agency,
        after={**of, "sheets": [row["sheet_id"] for row in new], **paper},
    )
    return id


async def _new(
    tx: Transaction, request: Request, of: Mapping[str, Any]
) -> tuple[list[Row], dict[UUID, Row], UUID]:
    """What is closed and not handed over as it stands; what was handed over; who receives it."""
    asked = days_of_year(of["year"])
    whose = {name: of[name] for name in ("person", "from_agency")}
    closed = await tx.rows(_CLOSED, first=asked.lower, after=asked.upper, **whose)
    if not closed:
        raise NothingToHandOver(year=of["year"], field="person")
    since = Range(asked.lower, None)
    receiving = await answering_unit(tx, of["person"], of["to_agency"], since, request.today)
    if receiving is None:
        raise NotServingThere(year=of["year"], field="toAgency")
    handed = await tx.rows(_HANDED, to_agency=of["to_agency"], **whose)
    known = {row["sheet_id"]: row for row in handed}
    new = [row for row in closed if _differs(row, known.get(row["sheet_id"]))]
    return new, known, receiving


async def _demand_keeper(tx: Transaction, request: Request, agency: UUID) -> Decision:
    """Of a closed agency the one that keeps its records hands over, or the one that managed it."""
    keeper = await records_keeper(tx, agency)
    if keeper is None:
        raise NotFound(id=agency)
    managing = None if keeper["closed_on"] is None else keeper["managing_agency_id"]
    if keeper["id"] != agency:
        managing = keeper["managing_agency_id"]
    return demand(request, Action.HandOverScores, AgencyFacts(keeper["id"], managing))


def _differs(row: Row, handed: Row | None) -> bool:
    told = ("round", "total", "level")
    return handed is None or any(row[name] != handed[name] for name in told)


async def _copy(
    tx: Transaction,
    request: Request,
    rows: Sequence[Row],
    known: Mapping[UUID, Row],
    same: Mapping[str, Any],
) -> None:
    """Add a row for each sheet; the row of an earlier round gives its place up first."""
    earlier = {
        row["sheet_id"]: known[row["sheet_id"]]["id"] for row in rows if row["sheet_id"] in known
    }
    await tx.run_many(_REPLACED, [{"by_id": id, "at": request.now} for id in earlier.values()])
    copies = [
        {
            "id": new_id(),
            **same,
            "from_scoring_unit_id": row["scoring_unit_id"],
            "replaces_id": earlier.get(row["sheet_id"]),
            **{name: row[name] for name in COPIED},
        }
        for row in rows
    ]
    await tx.run_many(adding(handed_sheet), copies)
