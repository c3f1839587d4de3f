"""The scheme of criteria: proposed by the personnel officer, decided by the head (art. 7.2)."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import SchemeFacts
from resolvers.audit import record
from resolvers.core.arguments import line, lines
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import holds
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, adding, save
from resolvers.organisation import agency as agencies
from resolvers.organisation import root_unit, unit_placement
from resolvers.recognition.criteria import demand_criteria
from resolvers.recognition.model import MOST_REASON, Criterion
from resolvers.recognition.scheme_tables import organisation_criterion, organisation_scheme


class NotManagingAgency(Refusal):
    """Only a managing agency lays down a scheme for the organisations beneath it."""

    code = "NOT_MANAGING_AGENCY"
    vi = "Chỉ cơ quan quản lý (bộ, cơ quan ngang bộ, UBND cấp tỉnh) mới ban hành bộ tiêu chí."


class SchemeWaiting(Refusal):
    """Another scheme of this agency waits for a decision; it is decided or returned first."""

    code = "SCHEME_WAITING"
    vi = "Đang có bộ tiêu chí khác chờ quyết định; cần quyết định hoặc trả lại bộ đó trước."


class SchemeTooEarly(Refusal):
    """The scheme before it is in force from {day}; a later one begins after that day."""

    code = "SCHEME_TOO_EARLY"
    vi = "Bộ tiêu chí trước có hiệu lực từ ngày {day}; bộ sau phải có hiệu lực muộn hơn."


_UUID = UuidType(as_uuid=True)
_EDITIONS = select(func.coalesce(func.max(organisation_scheme.c.edition), 0) + 1).where(
    organisation_scheme.c.agency_id == bindparam("agency", type_=_UUID)
)
_STANDING = select(unit_placement.c.standing).where(
    unit_placement.c.unit_id == bindparam("unit", type_=_UUID), holds(unit_placement)
)
_BEFORE = (
    select(organisation_scheme.c.id, organisation_scheme.c.in_force_from)
    .where(
        organisation_scheme.c.agency_id == bindparam("agency", type_=_UUID),
        organisation_scheme.c.state == "approved",
    )
    .with_for_update(key_share=True)
)
_CLOSE = (
    update(organisation_scheme)
    .where(organisation_scheme.c.id == bindparam("by_id", type_=_UUID))
    .values(state="closed", version=organisation_scheme.c.version + 1)
)


async def propose_organisation_scheme(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    title: str,
    criteria: Sequence[Criterion],
) -> UUID:
    """Put a scheme of a managing agency to its head, whole; its id.

    The criteria detail the groups of art. 6 and the items of art. 7.1, and make up exactly the
    points of each part. Raises NotFound, a denial (NO_MANDATE), NotManagingAgency, SchemeWaiting,
    SchemeDoesNotAddUp, SchemeLeavesOut, CriterionTwice, InvalidInput and a text's refusals.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.ProposeOrganisationScheme, SchemeFacts(agency))
    await _demand_managing(tx, agency, request.today)
    name = line(title, "title")
    rows = demand_criteria(criteria, request.today)
    id = await _add(tx, request, agency, name)
    of = {"agency_id": agency, "scheme_id": id}
    told = [{"id": new_id(), "position": place, **of, **row} for place, row in enumerate(rows, 1)]
    await tx.run_many(adding(organisation_criterion), told)
    await _record(
        tx,
        request,
        decision,
        "propose_organisation_scheme",
        id,
        agency,
        after={
            "title": name,
            "criteria": rows,
        },
    )
    return id


async def approve_organisation_scheme(
    tx: Transaction,
    request: Request,
    *,
    scheme: UUID,
    version: int,
    decision_no: str,
    in_force_from: date,
) -> UUID:
    """Decide a proposed scheme, in force from a day on which the one before it ends; its id.

    Reviews already opened keep their scheme. Raises NotFound, a denial (NOT_MANAGING_HEAD,
    SCHEME_NOT_PROPOSED), SchemeTooEarly, StaleVersion, TextNotAcceptable.
    """
    found, decision = await _held(tx, request, Action.ApproveOrganisationScheme, scheme)
    number = line(decision_no, "decisionNo", most=100)
    before = await tx.row(_BEFORE, agency=found["agency_id"])
    if before is not None:
        if before["in_force_from"] >= in_force_from:
            raise SchemeTooEarly(day=before["in_force_from"], field="inForceFrom")
        await tx.run(_CLOSE, by_id=before["id"], closed_on=in_force_from)
    told = {"decision_no": number, "in_force_from": in_force_from}
    await _decide(tx, request, decision, scheme, version, state="approved", **told)
    await _record(
        tx, request, decision, "approve_organisation_scheme", scheme, found["agency_id"], after=told
    )
    return scheme


async def return_organisation_scheme(
    tx: Transaction, request: Request, *, scheme: UUID, version: int, reason: str
) -> UUID:
    """Give a proposed scheme back with a reason; another is proposed instead. Its id.

    Raises NotFound, a denial (NOT_MANAGING_HEAD, SCHEME_NOT_PROPOSED), StaleVersion,
    TextNotAcceptable.
    """
    found, decision = await _held(tx, request, Action.ReturnOrganisationScheme, scheme)
    said = lines(reason, "reason", least=1, most=MOST_REASON)
    await _decide(tx, request, decision, scheme, version, state="returned", return_reason=said)
    await _record(
        tx,
        request,
        decision,
        "return_organisation_scheme",
        scheme,
        found["agency_id"],
        reason=said,
    )
    return scheme


async def _demand_managing(tx: Transaction, agency: UUID, day: date) -> None:
    root = await root_unit(tx, agency, day)
    standing = await tx.value(_STANDING, unit=root, day=day) if root else None
    if standing != "managing":
        raise NotManagingAgency(field="agency")


async def _add(tx: Transaction, request: Request, agency: UUID, title: str) -> UUID:
    edition = await tx.value(_EDITIONS, agency=agency)
    try:
        async with tx.savepoint():
            return await add(
                tx,
                organisation_scheme,
                agency_id=agency,
                edition=edition,
                title=title,
                proposed_by=request.reach.person,
                proposed_at=request.now,
            )
    except Violated:  # one waits already, or somebody else proposed at the same moment
        raise SchemeWaiting(field="agency") from None


async def _held(
    tx: Transaction, request: Request, action: Action, id: UUID
) -> tuple[Row, Decision]:
    found = await hold(tx, request, organisation_scheme, id)
    return found, demand(request, action, SchemeFacts(found["agency_id"], found["state"]))


async def _decide(
    tx: Transaction, request: Request, decision: Decision, id: UUID, version: int, **values: Any
) -> None:
    await save(
        tx,
        organisation_scheme,
        id,
        version,
        decided_by=request.reach.person,
        decided_on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        **values,
    )


async def _record(
    tx: Transaction,
    request: Request,
    decision: Decision,
    deed: str,
    id: UUID,
    agency: UUID,
    **told: Any,
) -> None:
    subject = ("organisation_scheme", id)
    await record(tx, request, decision, deed=deed, subject=subject, agency=agency, **told)
