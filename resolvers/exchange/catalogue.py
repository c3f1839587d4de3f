"""Importing an agency's product list into a draft, which only its deciding makes usable.

An import proposes and decides nothing (Decree 335/2025, art. 13.2), and what was decided stays as
it is: work that was assigned under it keeps its coefficients.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.facts import CatalogueFacts
from resolvers.catalogue import ProductDraft, catalogue, draft_catalogue, product, put_products
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.exchange.batches import CHANNEL, accepted, changed, once, rejected, repetitions
from resolvers.exchange.criteria import criteria_verdicts
from resolvers.exchange.model import (
    Batch,
    CatalogueFile,
    CodeRepeated,
    Outcome,
    ProductRow,
    Verdict,
)
from resolvers.organisation import agency as agencies
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import CATALOGUE

AT_ONCE = 500
"""Products put in one call."""


class StandardDiffers(Refusal):
    """The draft counts in units of {draft} points, the file in units of {file}."""

    code = "STANDARD_DIFFERS"
    vi = "Dự thảo lấy sản phẩm chuẩn {draft} điểm, còn tệp lấy {file} điểm."


_ID = UuidType(as_uuid=True)
_EDITION = (
    select(catalogue)
    .where(
        catalogue.c.agency_id == bindparam("agency", type_=_ID),
        catalogue.c.state.in_(("draft", "proposed", "approved")),
    )
    .order_by(catalogue.c.edition.desc())
    .limit(1)
    .with_for_update(key_share=True)
)
_PRODUCTS = select(product).where(product.c.catalogue_id == bindparam("catalogue", type_=_ID))


@dataclass(frozen=True, slots=True)
class Judged:
    """A product row and what became of it; without a draft it is rejected."""

    verdict: Verdict
    draft: ProductDraft | None = None

    @property
    def alters(self) -> bool:
        """Whether the row brings something that the edition does not have."""
        return self.verdict.outcome in (Outcome.CREATED, Outcome.UPDATED)


async def import_catalogue(
    tx: Transaction, request: Request, *, batch: Batch, agency: UUID, file: CatalogueFile
) -> list[Verdict]:
    """Bring an agency's draft up to a file: a verdict for each product, then for each criterion.

    Without a draft one is begun, with the rows of the file alone; unless the edition that is
    decided says the same, for then there is nothing to draft. In a draft that stands, products that
    the file does not name stay. Raises NotFound, a denial (CATALOGUE_NOT_DRAFT where the next
    edition is proposed), BatchReused, StandardDiffers, TextNotAcceptable, NumberNotAcceptable.
    """
    request = replace(request, channel=CHANNEL)
    owner = await seen(tx, request.reach, agencies, agency)
    if owner is None:
        raise NotFound(id=agency)
    facts = CatalogueFacts(agency, owner["managing_agency_id"] or agency)
    decision = demand(request, Action.ImportCatalogue, facts)
    apply = partial(_apply, tx, request, agency, file)
    return await once(tx, request, decision, batch, kind="catalogue", agency=agency, apply=apply)


async def _apply(
    tx: Transaction, request: Request, agency: UUID, file: CatalogueFile
) -> list[Verdict]:
    edition = await tx.row(_EDITION, agency=agency)
    _demand_changeable(edition, file)
    known = {} if edition is None else await _products(tx, edition["id"])
    judged = _judged(file, known, request)
    await _write(tx, request, agency, file, edition, known, judged)
    return [*(each.verdict for each in judged), *criteria_verdicts(file.criteria, request.today)]


def _demand_changeable(edition: Row | None, file: CatalogueFile) -> None:
    if edition is None or edition["state"] == "approved":
        return
    if edition["state"] == "proposed":
        raise DENIALS[Code.CATALOGUE_NOT_DRAFT]()
    if edition["standard_points"] != file.standard_points:
        raise StandardDiffers(
            draft=edition["standard_points"], file=file.standard_points, field="standard_points"
        )


async def _products(tx: Transaction, edition: UUID) -> Mapping[str, Row]:
    return {row["code"]: row for row in await tx.rows(_PRODUCTS, catalogue=edition)}


def _judged(file: CatalogueFile, known: Mapping[str, Row], request: Request) -> list[Judged]:
    groups = int(Law(request.today, known=request.today)(CATALOGUE)["groups"])
    twice = repetitions(file.products)

    def judge(row: ProductRow) -> Judged:
        try:
            draft = _draft(row, twice)
            values = draft.row(file.standard_points, groups)
        except Refusal as refused:
            return Judged(rejected(row.place, row.code, refused))
        outcome = changed(known.get(values["code"]), values)
        return Judged(accepted(row.place, row.code, outcome), draft)

    return [judge(row) for row in file.products]


def _draft(row: ProductRow, twice: Mapping[str, CodeRepeated]) -> ProductDraft:
    """The product of a row; raises what is wrong with it."""
    if row.problems:
        raise row.problems[0]
    if row.place in twice:
        raise twice[row.place]
    return ProductDraft(
        code=row.code,
        name=row.name,
        group_no=row.group_no or 0,
        points=row.points or Decimal(0),
        coefficient=row.coefficient,
        section=row.section,
        details=row.details,
        output=row.output,
        note=row.note,
    )


async def _write(
    tx: Transaction,
    request: Request,
    agency: UUID,
    file: CatalogueFile,
    edition: Row | None,
    known: Mapping[str, Row],
    judged: Sequence[Judged],
) -> None:
    if edition is not None and edition["state"] == "draft":
        await _put(tx, request, edition["id"], [each.draft for each in judged if each.alters])
        return
    accepted = [each.draft for each in judged if each.draft is not None]
    if not accepted or not _differs(file, edition, known, judged):
        return
    id = await draft_catalogue(
        tx,
        request,
        agency=agency,
        title=file.title,
        standard_unit=file.standard_unit,
        standard_points=file.standard_points,
        decision_no=file.decision_no,
    )
    await _put(tx, request, id, accepted)


def _differs(
    file: CatalogueFile,
    decided: Row | None,
    known: Mapping[str, Row],
    judged: Sequence[Judged],
) -> bool:
    """Whether the file says something else than the decided edition; rejected rows say nothing."""
    if decided is None or decided["standard_points"] != file.standard_points:
        return True
    left_out = known.keys() - {row.code for row in file.products}
    return bool(left_out) or any(each.alters for each in judged)


async def _put(tx: Transaction, request: Request, edition: UUID, drafts: Sequence[Any]) -> None:
    for start in range(0, len(drafts), AT_ONCE):
        some = drafts[start : start + AT_ONCE]
        await put_products(tx, request, catalogue_id=edition, products=some)
