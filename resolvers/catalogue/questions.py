"""Questions about product lists, indicators and deduction scales."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from resolvers.catalogue.tables import catalogue, deduction_scale, kpi, product
from resolvers.core.days import TODAY, holds
from resolvers.core.vietnamese import found_in
from resolvers.core.visibility import HEADED
from resolvers.organisation import agency as agencies
from resolvers.organisation import unit, unit_placement

Value = ColumnElement[Any]


def catalogue_by_id(id: Value) -> Select[Any]:
    """One edition."""
    return select(catalogue).where(catalogue.c.id == id)


def catalogue_in_force(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The edition of an agency's list that is in force on a day."""
    return select(catalogue).where(catalogue.c.agency_id == agency, _in_force(on))


def _in_force(on: Value) -> ColumnElement[bool]:
    return and_(
        catalogue.c.state.in_(("approved", "closed")),
        catalogue.c.in_force_from <= on,
        or_(catalogue.c.closed_on.is_(None), catalogue.c.closed_on > on),
    )


def catalogues_to_decide() -> Select[Any]:
    """Proposed lists that wait for the person who asks, as head of the agency that decides them."""
    decides = func.coalesce(agencies.c.managing_agency_id, agencies.c.id)
    headed = (
        select(unit_placement.c.id)
        .join(unit, unit.c.id == unit_placement.c.unit_id)
        .join(agencies, agencies.c.id == catalogue.c.agency_id)
        .where(
            unit.c.agency_id == decides,
            unit.c.id == HEADED.any_(),
            unit_placement.c.parent_id.is_(None),
            holds(unit_placement, TODAY),
        )
    )
    return select(catalogue).where(catalogue.c.state == "proposed", exists(headed))


def products(search: Value | None = None) -> Select[Any]:
    """Products; with `search`, those whose code or name contains it, diacritics or not."""
    found = select(product)
    return found if search is None else found.where(found_in(product.c.search_key, search))


def process_criteria(position: Value, on: Value = TODAY) -> Select[Any]:
    """What measures a job position every month, by the list in force on a day."""
    in_force = select(catalogue.c.id).where(_in_force(on))
    return select(product).where(
        product.c.position_id == position,
        product.c.process.is_not(None),
        product.c.catalogue_id.in_(in_force),
    )


def products_offered(agency: Value, search: Value | None = None) -> Select[Any]:
    """What may be assigned today to people of an agency: of its own list in force, or of its
    managing agency's. Process criteria are not among it: they come with the post.
    """
    lists = (
        select(catalogue.c.id)
        .join(agencies, agencies.c.id == agency)
        .where(
            or_(
                catalogue.c.agency_id == agencies.c.id,
                catalogue.c.agency_id == agencies.c.managing_agency_id,
            ),
            _in_force(TODAY),
        )
    )
    return products(search).where(product.c.catalogue_id.in_(lists), product.c.process.is_(None))


def kpis_of(position: Value, on: Value = TODAY) -> Select[Any]:
    """The indicators of a job position on a day."""
    return select(kpi).where(kpi.c.position_id == position, holds(kpi, on))


def deduction_scales(agency: Value, on: Value = TODAY) -> Select[Any]:
    """What an agency takes off general criteria on a day."""
    return select(deduction_scale).where(
        deduction_scale.c.agency_id == agency, holds(deduction_scale, on)
    )
