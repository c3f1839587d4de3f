"""What the sample asks of the database while it is made."""

from sqlalchemy import bindparam, func, select, union

from resolvers.catalogue import catalogue, product
from resolvers.evaluations import sheet
from resolvers.organisation import unit_placement
from resolvers.people import delegation, mandate, posting
from resolvers.work import assignment, fault, work_line

DRAFT = select(catalogue.c.id).where(
    catalogue.c.agency_id == bindparam("agency", type_=catalogue.c.agency_id.type),
    catalogue.c.state == "draft",
)
PRODUCTS = (
    select(product.c.id, product.c.code, product.c.section)
    .where(product.c.agency_id == bindparam("agency", type_=product.c.agency_id.type))
    .order_by(product.c.code)
)
SHEETS = (
    select(sheet.c.id, sheet.c.version, sheet.c.person_id, sheet.c.posting_id, posting.c.office)
    .join(posting, posting.c.id == sheet.c.posting_id)
    .where(
        sheet.c.scoring_unit_id == bindparam("unit", type_=sheet.c.scoring_unit_id.type),
        sheet.c.period == bindparam("period", type_=sheet.c.period.type),
    )
    .order_by(sheet.c.id)
)
SHEET = select(sheet.c.id).where(
    sheet.c.posting_id == bindparam("posting", type_=sheet.c.posting_id.type),
    sheet.c.period == bindparam("period", type_=sheet.c.period.type),
)
_IS_MEASURED = product.c.process.is_not(None)
_PRODUCT_OF_LINE = work_line.join(assignment, assignment.c.id == work_line.c.assignment_id).join(
    product, product.c.id == assignment.c.product_id
)
LINES = (
    select(work_line.c.id, work_line.c.person_id, work_line.c.due_on, work_line.c.quantity)
    .select_from(_PRODUCT_OF_LINE)
    .where(
        ~_IS_MEASURED,
        work_line.c.scoring_unit_id == bindparam("unit", type_=work_line.c.scoring_unit_id.type),
        work_line.c.period == bindparam("period", type_=work_line.c.period.type),
    )
    .order_by(work_line.c.id)
)
MEASURED = (
    select(
        work_line.c.id,
        work_line.c.version,
        work_line.c.person_id,
        work_line.c.posting_id,
        product.c.name,
    )
    .select_from(_PRODUCT_OF_LINE)
    .where(
        _IS_MEASURED,
        work_line.c.scoring_unit_id == bindparam("unit", type_=work_line.c.scoring_unit_id.type),
        work_line.c.period == bindparam("period", type_=work_line.c.period.type),
    )
    .order_by(work_line.c.id)
)
"""Lines that nobody delivers: the head measures them."""
DELAYS = (
    select(fault.c.id, fault.c.version, fault.c.person_id, fault.c.noted_on)
    .where(
        fault.c.scoring_unit_id == bindparam("unit", type_=fault.c.scoring_unit_id.type),
        fault.c.period == bindparam("period", type_=fault.c.period.type),
        fault.c.kind == "delay",
    )
    .order_by(fault.c.id)
)
_ends = union(
    *(
        select(end(table.c.during).label("day"))
        for table in (posting, mandate, delegation, unit_placement)
        for end in (func.lower, func.upper)
    )
).subquery()
TURNS = select(_ends.c.day).where(_ends.c.day.is_not(None)).order_by(_ends.c.day)
"""The days from which somebody's authority may differ from the day before."""
