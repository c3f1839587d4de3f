"""An agency's product list while it is a draft (Decree 335/2025, art. 13.1)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from authz.facts import ABSENT
from resolvers.audit import record
from resolvers.catalogue.holding import changing, facts_of, held_draft
from resolvers.catalogue.model import MOST_POINTS, POINT_PLACES, ProductDraft
from resolvers.catalogue.tables import catalogue, product
from resolvers.core.arguments import line, positive
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.errors import InvalidInput, NotFound, Refusal, StaleVersion
from resolvers.core.finding import find, hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, adding
from resolvers.organisation import agency as agencies
from resolvers.positions import job_position
from resolvers.statute.dated import Law
from resolvers.statute.evaluation.parameters import CATALOGUE

MOST_PRODUCTS = 1000
"""Of one request; a list may have more."""


class DraftExists(Refusal):
    """Another edition of the list is being drawn up or decided; finish that one first."""

    code = "DRAFT_EXISTS"
    vi = "Đang có một danh mục khác ở dạng dự thảo hoặc chờ quyết định; hãy hoàn tất trước."


class NothingToCopy(Refusal):
    """The agency has no decided list yet that a new edition could start from."""

    code = "NOTHING_TO_COPY"
    vi = "Cơ quan chưa có danh mục nào được quyết định để sao chép."


class ProductTwice(Refusal):
    """The code {product} stands twice in what was sent."""

    code = "PRODUCT_TWICE"
    vi = "Mã sản phẩm/công việc {product} xuất hiện hai lần trong dữ liệu gửi lên."


_UUID = UuidType(as_uuid=True)
_AGENCY, _CATALOGUE = bindparam("agency", type_=_UUID), bindparam("catalogue", type_=_UUID)
_EDITIONS = select(
    (func.coalesce(func.max(catalogue.c.edition), 0) + 1).label("next"),
    func.coalesce(func.bool_or(catalogue.c.state.in_(("draft", "proposed"))), literal(False)).label(
        "open"
    ),
).where(catalogue.c.agency_id == _AGENCY)
_LATEST = (
    select(catalogue)
    .where(catalogue.c.agency_id == _AGENCY, catalogue.c.state == "approved")
    .order_by(catalogue.c.edition.desc())
    .limit(1)
)
_COPIED = select(product).where(product.c.catalogue_id == _CATALOGUE).order_by(product.c.id)
_PUT = insert(product)
_KEPT = ("id", "agency_id", "catalogue_id", "code", "version")
_PUT = _PUT.on_conflict_do_update(
    index_elements=[product.c.catalogue_id, product.c.code],
    set_={
        **{name: _PUT.excluded[name] for name in product.c.keys() if name not in _KEPT},
        "version": product.c.version + 1,
    },
)
_ID = select(product.c.id).where(
    product.c.catalogue_id == _CATALOGUE, product.c.code == bindparam("code")
)
_POSITIONS = select(job_position.c.id).where(
    job_position.c.agency_id == bindparam("agency", type_=_UUID),
    job_position.c.id == bindparam("positions", type_=ARRAY(_UUID)).any_(),
)
_REMOVE = delete(product).where(
    product.c.id == bindparam("id", type_=_UUID), product.c.version == bindparam("seen_version")
)


async def draft_catalogue(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    title: str,
    standard_unit: str,
    standard_points: Decimal,
    decision_no: str = "",
) -> UUID:
    """Start the next edition of an agency's list, empty; its id.

    `standard_unit` names the product worth `standard_points` (art. 3.6). Raises NotFound, a denial,
    DraftExists, TextNotAcceptable, NumberNotAcceptable.
    """
    decision = await _demand_drafting(tx, request, agency)
    values = {
        "title": line(title, "title"),
        "standard_unit": line(standard_unit, "standardUnit"),
        "standard_points": positive(
            standard_points, "standardPoints", most=MOST_POINTS, places=POINT_PLACES
        ),
        "decision_no": line(decision_no, "decisionNo", least=0, most=100),
    }
    return await _begin(tx, request, decision, agency, values)


async def new_edition(tx: Transaction, request: Request, *, agency: UUID) -> UUID:
    """Start the next edition of a list with everything that the decided one has; its id.

    Raises NotFound, a denial, NothingToCopy, DraftExists.
    """
    decision = await _demand_drafting(tx, request, agency)
    latest = await tx.row(_LATEST, agency=agency)
    if latest is None:
        raise NothingToCopy(field="agency")
    names = ("title", "standard_unit", "standard_points")
    id = await _begin(tx, request, decision, agency, {name: latest[name] for name in names})
    rows = await tx.rows(_COPIED, catalogue=latest["id"])
    copies = [{**row, "id": new_id(), "catalogue_id": id, "version": 1} for row in rows]
    await tx.run_many(adding(product), copies)
    return id


async def put_products(
    tx: Transaction, request: Request, *, catalogue_id: UUID, products: Sequence[ProductDraft]
) -> UUID:
    """Add products to a draft, or replace those of the same code; the edition's id.

    Raises NotFound, a denial (CATALOGUE_NOT_DRAFT), ProductTwice, GroupNotAllowed,
    TextNotAcceptable, NumberNotAcceptable, InvalidInput.
    """
    edition, decision = await held_draft(tx, request, catalogue_id)
    if not 1 <= len(products) <= MOST_PRODUCTS:
        raise InvalidInput(what="products", allowed=f"1–{MOST_PRODUCTS}", field="products")
    groups = int(Law(request.today, known=request.today)(CATALOGUE)["groups"])
    rows = [each.row(edition["standard_points"], groups) for each in products]
    _demand_distinct([row["code"] for row in rows])
    await _demand_positions(tx, edition["agency_id"], rows)
    of = {"agency_id": edition["agency_id"], "catalogue_id": catalogue_id}
    await tx.run_many(_PUT, [{"id": new_id(), **of, **row} for row in rows])
    await record(
        tx,
        request,
        decision,
        deed="put_products",
        subject=("catalogue", catalogue_id),
        agency=edition["agency_id"],
        after={"products": rows},
    )
    return catalogue_id


async def put_product(
    tx: Transaction, request: Request, *, catalogue_id: UUID, item: ProductDraft
) -> UUID:
    """As `put_products`, for one; the product's id."""
    await put_products(tx, request, catalogue_id=catalogue_id, products=[item])
    found: UUID = await tx.value(_ID, catalogue=catalogue_id, code=line(item.code, "code"))
    return found


async def remove_product(
    tx: Transaction, request: Request, *, product_id: UUID, version: int
) -> UUID:
    """Take a product out of a draft, where nothing can have been assigned yet; the edition's id.

    Raises NotFound, a denial (CATALOGUE_NOT_DRAFT), StaleVersion.
    """
    found = await hold(tx, request, product, product_id)
    edition, decision = await held_draft(tx, request, found["catalogue_id"])
    if not await tx.run(_REMOVE, id=product_id, seen_version=version):
        raise StaleVersion(current=found["version"], field="version")
    await record(
        tx,
        request,
        decision,
        deed="remove_product",
        subject=("catalogue", edition["id"]),
        agency=edition["agency_id"],
        before=dict(found),
    )
    return UUID(str(edition["id"]))


async def _demand_drafting(tx: Transaction, request: Request, agency: UUID) -> Decision:
    await find(tx, request, agencies, agency)
    facts = await facts_of(tx, agency, ABSENT)
    return demand(request, changing(request, Action.DraftCatalogue), facts)


async def _begin(
    tx: Transaction, request: Request, decision: Decision, agency: UUID, values: dict[str, Any]
) -> UUID:
    editions = await tx.row(_EDITIONS, agency=agency)
    if editions is None or editions["open"]:
        raise DraftExists(field="agency")
    values = {**values, "agency_id": agency, "edition": editions["next"]}
    try:
        async with tx.savepoint():
            id = await add(tx, catalogue, **values)
    except Violated:  # somebody else began the same edition at the same moment
        raise DraftExists(field="agency") from None
    await record(
        tx,
        request,
        decision,
        deed="draft_catalogue",
        subject=("catalogue", id),
        agency=agency,
        after=values,
    )
    return id


async def _demand_positions(tx: Transaction, agency: UUID, rows: Sequence[Row]) -> None:
    """Raises NotFound for a process criterion of a position that is not the agency's."""
    asked = {row["position_id"] for row in rows} - {None}
    if not asked:
        return
    found = await tx.rows(_POSITIONS, agency=agency, positions=sorted(asked))
    for missing in sorted(asked - {row["id"] for row in found}):
        raise NotFound(id=missing, field="position")


def _demand_distinct(codes: list[str]) -> None:
    for number, code in enumerate(codes):
        if code in codes[:number]:
            raise ProductTwice(product=code, field="products")
