"""What the sample asks of the database while it is made."""

from sqlalchemy import Date, bindparam, func, select, union

from resolvers.catalogue import catalogue, product
from resolvers.classification import classification
from resolvers.core.days import holds
from resolvers.evaluations import sheet
from resolvers.insight import beyond_plan_of, signal
from resolvers.organisation import unit_placement
from resolvers.party import party_review, party_voice
from resolvers.people import delegation, mandate, posting
from resolvers.recognition import organisation_review
from resolvers.results import result
from resolvers.rewards import reward_line
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
SHEET = (
    select(sheet.c.id, sheet.c.version)
    .where(
        sheet.c.person_id == bindparam("person", type_=sheet.c.person_id.type),
        sheet.c.period == bindparam("period", type_=sheet.c.period.type),
    )
    .order_by(sheet.c.id)
)
CLOSED_SHEETS = (
    select(sheet.c.id)
    .where(
        sheet.c.person_id == bindparam("person", type_=sheet.c.person_id.type),
        sheet.c.state == "closed",
    )
    .order_by(sheet.c.period.desc(), sheet.c.id)
    .limit(3)
)
"""The last months of somebody that are closed."""
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
MAIN_POST = select(posting.c.id).where(
    posting.c.person_id == bindparam("person", type_=posting.c.person_id.type),
    posting.c.main,
    holds(posting, bindparam("day", type_=Date)),
)
"""The main post of somebody on a day."""
_beyond = beyond_plan_of(
    bindparam("agency", type_=posting.c.agency_id.type),
    bindparam("period", type_=sheet.c.period.type),
).subquery()
BEYOND = (
    select(_beyond.c.posting_id, _beyond.c.scoring_unit_id)
    .join(posting, posting.c.id == _beyond.c.posting_id)
    .where(
        posting.c.office == "member",
        posting.c.unit_id == bindparam("unit", type_=posting.c.unit_id.type),
        posting.c.person_id != bindparam("officer", type_=posting.c.person_id.type),
    )
    .order_by(_beyond.c.units.desc(), _beyond.c.posting_id)
)
"""Members of a unit whose month shows work beyond the plan, the most of it first; not whoever draws
the list."""
SIGNALS = (
    select(signal.c.id, signal.c.version, signal.c.kind)
    .where(
        signal.c.agency_id == bindparam("agency", type_=signal.c.agency_id.type),
        signal.c.person_id.is_distinct_from(bindparam("inspector", type_=signal.c.person_id.type)),
    )
    .order_by(signal.c.kind, signal.c.id)
)
"""What the inspector of an agency may look into: nothing about himself."""
LISTED = select(reward_line.c.id, reward_line.c.version).where(
    reward_line.c.list_id == bindparam("list", type_=reward_line.c.list_id.type),
    reward_line.c.state == "listed",
    reward_line.c.person_id == bindparam("person", type_=reward_line.c.person_id.type),
)
"""What somebody gets by a list, where it has still to be decided."""
REVIEWS = select(organisation_review.c.id, organisation_review.c.unit_id).where(
    organisation_review.c.year == bindparam("year", type_=organisation_review.c.year.type)
)
CASES = (
    select(classification.c.id, classification.c.person_id, result.c.level)
    .join(result, result.c.id == classification.c.result_id)
    .where(
        classification.c.year == bindparam("year", type_=classification.c.year.type),
        classification.c.unit_id == bindparam("unit", type_=classification.c.unit_id.type),
        classification.c.office == "member",
        classification.c.state == "open",
        result.c.total.is_not(None),
    )
    .order_by(classification.c.id)
)
"""The year's cases of a unit's members whose year adds up to something."""
PARTY_REVIEWS = select(
    party_review.c.id, party_review.c.person_id, party_review.c.body_id, party_review.c.category
)
VOICES = select(
    party_voice.c.id, party_voice.c.version, party_voice.c.review_id, party_voice.c.kind
)
