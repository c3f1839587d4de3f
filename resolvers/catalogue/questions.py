"""Questions about product lists, indicators and deduction scales."""

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from resolvers.catalogue.tables import catalogue, deduction_scale, kpi, product
from resolvers.core.days import TODAY, holds
from resolvers.core.vietnamese import found_in

Value = ColumnElement[Any]


def catalogue_by_id(id: Value) -> Select[Any]:
    """One edition."""
    return select(catalogue).where(catalogue.c.id == id)


def catalogue_in_force(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The edition of an agency's list that is in force on a day."""
    return select(catalogue).where(
        catalogue.c.agency_id == agency,
        catalogue.c.state.in_(("approved", "closed")),
        catalogue.c.in_force_from <= on,
        or_(catalogue.c.closed_on.is_(None), catalogue.c.closed_on > on),
    )


def products(search: Value | None = None) -> Select[Any]:
    """Products; with `search`, those whose code or name contains it, diacritics or not."""
    found = select(product)
    return found if search is None else found.where(found_in(product.c.search_key, search))


def kpis_of(position: Value, on: Value = TODAY) -> Select[Any]:
    """The indicators of a job position on a day."""
    return select(kpi).where(kpi.c.position_id == position, holds(kpi, on))


def deduction_scales(agency: Value, on: Value = TODAY) -> Select[Any]:
    """What an agency takes off general criteria on a day."""
    return select(deduction_scale).where(
        deduction_scale.c.agency_id == agency, holds(deduction_scale, on)
    )
