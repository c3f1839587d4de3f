"""A year is opened for everything that one authority recognises; an organisation may drop out."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.audit import record
from resolvers.core.arguments import lines
from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.finding import find
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding
from resolvers.organisation import unit as units
from resolvers.recognition.holding import (
    held_review,
    held_round,
    round_facts,
    save_review,
    tell,
)
from resolvers.recognition.model import MOST_REASON
from resolvers.recognition.scope import (
    YEAR,
    criteria_of,
    in_force,
    scheme_of,
    scope_of,
)
from resolvers.recognition.tables import organisation_review, recognition_round
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import LEVELS


class NothingToRecognise(Refusal):
    """No organisation stands beneath this unit that its head recognises."""

    code = "NOTHING_TO_RECOGNISE"
    vi = "Không có tổ chức nào thuộc thẩm quyền công nhận của người đứng đầu đơn vị này."


class NoOrganisationScheme(Refusal):
    """The managing agency has no scheme of criteria in force on {day}."""

    code = "NO_ORGANISATION_SCHEME"
    vi = "Cơ quan quản lý chưa có bộ tiêu chí đánh giá tổ chức có hiệu lực vào ngày {day}."


class NotInScope(Refusal):
    """The unit {unit} is not one that the head of this unit recognises."""

    code = "NOT_IN_SCOPE"
    vi = "Đơn vị {unit} không thuộc thẩm quyền công nhận của người đứng đầu đơn vị này."


_OPEN = select(organisation_review.c.unit_id).where(
    organisation_review.c.unit_id == bindparam("units", type_=ARRAY(UuidType(as_uuid=True))).any_(),
    organisation_review.c.year == YEAR,
    in_force(organisation_review),
)
_BEGIN = insert(recognition_round).on_conflict_do_nothing(index_elements=["unit_id", "year"])


async def open_recognition(
    tx: Transaction, request: Request, *, unit: UUID, year: int, also: Sequence[UUID] = ()
) -> UUID:
    """Open a year for every organisation that the head of a unit recognises; the round's id.

    `also` names parts without a standing of their own that are to be recognised too. Done again, it
    adds what is missing and leaves the rest. Raises NotFound, a denial (NOT_RECOGNISING_HEAD,
    RECOGNITION_DECIDED), InvalidInput, NothingToRecognise, NotInScope, NoOrganisationScheme.
    """
    found = await find(tx, request, units, unit)
    standing = await held_round(tx, unit, year)
    decision = demand(request, Action.OpenRecognition, round_facts(unit, standing))
    _demand_year(year, request.today)
    organisations = await _organisations(tx, request, unit, year, also)
    id = await _begun(tx, request, found, year)
    opened = await _open(tx, request, found, year, organisations)
    await record(
        tx,
        request,
        decision,
        deed="open_recognition",
        subject=("recognition_round", id),
        agency=found["agency_id"],
        after={"year": year, "opened": opened},
    )
    return id


async def withdraw_organisation_review(
    tx: Transaction, request: Request, *, review: UUID, version: int, reason: str
) -> UUID:
    """Take an organisation out of a year, because it ended, moved away or was opened in error.

    One that still stands in the scope has to be opened anew before the year is decided. The
    review's id. Raises NotFound, a denial (NOT_RECOGNISING_HEAD, ORGANISATION_SETTLED),
    StaleVersion, TextNotAcceptable.
    """
    said = lines(reason, "reason", least=1, most=MOST_REASON)
    found, decision = await held_review(
        tx, request, Action.WithdrawOrganisationReview, review, version
    )
    await save_review(tx, found, state="withdrawn", end_reason=said)
    before = {"state": found["state"], "version": found["version"]}
    await tell(
        tx, request, decision, found, "withdraw_organisation_review", before=before, reason=said
    )
    return review


def _demand_year(year: int, today: date) -> None:
    """A year that has begun, and that the decree governs."""
    allowed = f"2026–{today.year}"
    if not date.min.year <= year <= today.year:
        raise InvalidInput(what="year", allowed=allowed, field="year")
    try:
        Law(date(year, 12, 31), known=today)(LEVELS)
    except NotInForce:
        raise InvalidInput(what="year", allowed=allowed, field="year") from None


async def _organisations(
    tx: Transaction, request: Request, unit: UUID, year: int, also: Sequence[UUID]
) -> list[Row]:
    scope = await scope_of(tx, unit, year, request.today)
    known = {row["unit_id"] for row in scope}
    for each in also:
        if each not in known:
            raise NotInScope(unit=each, field="also")
    chosen = [row for row in scope if row["standing"] != "none" or row["unit_id"] in also]
    if not chosen:
        raise NothingToRecognise(field="unit")
    return chosen


async def _begun(tx: Transaction, request: Request, unit: Row, year: int) -> UUID:
    """The round, begun now unless it was before; held."""
    await tx.run(
        _BEGIN,
        id=new_id(),
        agency_id=unit["agency_id"],
        unit_id=unit["id"],
        year=year,
        opened_by=request.reach.actor,
        opened_at=request.now,
    )
    found = await held_round(tx, unit["id"], year)
    assert found is not None
    id: UUID = found["id"]
    return id


async def _open(
    tx: Transaction, request: Request, unit: Row, year: int, organisations: Sequence[Row]
) -> list[UUID]:
    """Open the reviews that are missing; the units opened."""
    ids = [row["unit_id"] for row in organisations]
    there = {row["unit_id"] for row in await tx.rows(_OPEN, units=ids, year=year)}
    missing = [row for row in organisations if row["unit_id"] not in there]
    schemes: dict[UUID, dict[str, Any]] = {}
    for agency in {row["agency_id"]: None for row in missing}:
        schemes[agency] = await _scheme(tx, agency, counting_day(year, request.today))
    rows = [
        {
            "id": new_id(),
            "agency_id": row["agency_id"],
            "unit_id": row["unit_id"],
            "recognising_agency_id": unit["agency_id"],
            "recognising_unit_id": unit["id"],
            "year": year,
            **schemes[row["agency_id"]],
        }
        for row in missing
    ]
    await tx.run_many(adding(organisation_review), rows)
    return [row["unit_id"] for row in missing]


async def _scheme(tx: Transaction, agency: UUID, day: date) -> dict[str, Any]:
    scheme = await scheme_of(tx, agency, day)
    if scheme is None:
        raise NoOrganisationScheme(day=day, field="unit")
    codes = [row["code"] for row in await criteria_of(tx, scheme)]
    return {"scheme_id": scheme, "criteria": codes}
