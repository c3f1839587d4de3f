"""A product list is proposed, then decided or returned by the managing head (art. 13.2)."""

from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.audit import record
from resolvers.catalogue.holding import held
from resolvers.catalogue.tables import catalogue, product
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.core.writing import save


class CatalogueEmpty(Refusal):
    """The list has no products yet."""

    code = "CATALOGUE_EMPTY"
    vi = "Danh mục chưa có sản phẩm/công việc nào."


class InForceTooEarly(Refusal):
    """The edition before it is in force from {day}; a later one begins after that day."""

    code = "IN_FORCE_TOO_EARLY"
    vi = "Danh mục trước có hiệu lực từ ngày {day}; danh mục sau phải có hiệu lực muộn hơn."


_UUID = UuidType(as_uuid=True)
_PRODUCTS = (
    select(func.count())
    .select_from(product)
    .where(product.c.catalogue_id == bindparam("catalogue", type_=_UUID))
)
_BEFORE = (
    select(catalogue.c.id, catalogue.c.in_force_from)
    .where(
        catalogue.c.agency_id == bindparam("agency", type_=_UUID), catalogue.c.state == "approved"
    )
    .with_for_update(key_share=True)
)
_CLOSE = (
    update(catalogue)
    .where(catalogue.c.id == bindparam("by_id", type_=_UUID))
    .values(state="closed", version=catalogue.c.version + 1)
)


async def propose_catalogue(
    tx: Transaction, request: Request, *, catalogue_id: UUID, version: int
) -> UUID:
    """Send a draft to the managing agency's head; the edition's id.

    Raises NotFound, a denial (CATALOGUE_NOT_DRAFT), CatalogueEmpty, StaleVersion.
    """
    edition, decision = await held(tx, request, Action.ProposeCatalogue, catalogue_id)
    if not await tx.value(_PRODUCTS, catalogue=catalogue_id):
        raise CatalogueEmpty()
    await save(
        tx,
        catalogue,
        catalogue_id,
        version,
        state="proposed",
        proposed_by=request.reach.actor,
        proposed_at=request.now,
        return_reason=None,
    )
    await record(
        tx,
        request,
        decision,
        deed="propose_catalogue",
        subject=("catalogue", catalogue_id),
        agency=edition["agency_id"],
    )
    return catalogue_id


async def approve_catalogue(
    tx: Transaction,
    request: Request,
    *,
    catalogue_id: UUID,
    in_force_from: date,
    decision_no: str,
    version: int,
) -> UUID:
    """Decide a proposed list: in force from a day, on which the edition before it ends; its id.

    What was assigned under the edition before keeps its coefficients. Raises NotFound, a denial
    (NOT_MANAGING_HEAD, CATALOGUE_NOT_PROPOSED), InForceTooEarly, StaleVersion, TextNotAcceptable.
    """
    edition, decision = await held(tx, request, Action.ApproveCatalogue, catalogue_id)
    decision_no = line(decision_no, "decisionNo", most=100)
    before = await tx.row(_BEFORE, agency=edition["agency_id"])
    await _close(tx, before, in_force_from)
    signed = {"in_force_from": in_force_from, "decision_no": decision_no}
    await save(
        tx,
        catalogue,
        catalogue_id,
        version,
        state="approved",
        approved_by=request.reach.person,
        approved_at=request.now,
        **signed,
    )
    await record(
        tx,
        request,
        decision,
        deed="approve_catalogue",
        subject=("catalogue", catalogue_id),
        agency=edition["agency_id"],
        before={"edition_before": None if before is None else before["id"]},
        after=signed,
    )
    return catalogue_id


async def return_catalogue(
    tx: Transaction, request: Request, *, catalogue_id: UUID, reason: str, version: int
) -> UUID:
    """Give a proposed list back as a draft, with a reason; the edition's id.

    Raises NotFound, a denial (NOT_MANAGING_HEAD, CATALOGUE_NOT_PROPOSED), StaleVersion,
    TextNotAcceptable.
    """
    edition, decision = await held(tx, request, Action.ReturnCatalogue, catalogue_id)
    reason = line(reason, "reason", most=2000)
    await save(tx, catalogue, catalogue_id, version, state="draft", return_reason=reason)
    await record(
        tx,
        request,
        decision,
        deed="return_catalogue",
        subject=("catalogue", catalogue_id),
        agency=edition["agency_id"],
        reason=reason,
    )
    return catalogue_id


async def _close(tx: Transaction, before: Row | None, day: date) -> None:
    if before is None:
        return
    if before["in_force_from"] >= day:
        raise InForceTooEarly(day=before["in_force_from"], field="inForceFrom")
    await tx.run(_CLOSE, by_id=before["id"], closed_on=day)
