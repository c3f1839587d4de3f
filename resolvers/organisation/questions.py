"""Questions about the state's structure: agencies, units as of a day, administrative areas."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    exists,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)

from resolvers.core.days import TODAY, holds
from resolvers.core.vietnamese import found_in, plain
from resolvers.organisation.tables import (
    administrative_area,
    agency,
    agency_code,
    agency_switch,
    reorganisation,
    unit,
    unit_placement,
)

Value = ColumnElement[Any]

switch_text: ColumnElement[str] = type_coerce(
    agency_switch.c.value.op("#>>")(literal_column("'{}'::text[]")), Text
)
"""A switch's value as text, whether it was stored as text or as a number."""


def agencies(search: Value | None = None) -> Select[Any]:
    """Every agency, closed ones too; with `search`, those whose name contains it."""
    if search is None:
        return select(agency)
    return select(agency).where(found_in(plain(agency.c.name), search))


def agency_by_id(id: Value) -> Select[Any]:
    """One agency."""
    return select(agency).where(agency.c.id == id)


def agency_by_code(code: Value, on: Value = TODAY) -> Select[Any]:
    """The agency that holds an electronic code on a day."""
    held = select(agency_code.c.agency_id).where(agency_code.c.code == code, holds(agency_code, on))
    return select(agency).where(agency.c.id.in_(held))


def unit_by_id(id: Value) -> Select[Any]:
    """One unit, closed or not."""
    return select(unit).where(unit.c.id == id)


def units_of(agency_id: Value, on: Value = TODAY, search: Value | None = None) -> Select[Any]:
    """The units of an agency that stand on a day; with `search`, by a part of name or code."""
    found = select(unit).where(unit.c.agency_id == agency_id, _stands(on))
    if search is None:
        return found
    named = plain(func.concat_ws(" ", unit.c.code, unit.c.name))
    return found.where(found_in(named, search))


def deciding_units(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The units of an agency whose heads classify, as using or managing agency (art. 3)."""
    stands = unit_placement.c.standing.in_(("using", "managing"))
    return select(unit).where(unit.c.agency_id == agency, _stands(on, stands))


def units_beneath(parent: Value, on: Value = TODAY) -> Select[Any]:
    """The units directly beneath one on a day."""
    return select(unit).where(_stands(on, unit_placement.c.parent_id == parent))


def units_scoring(agency_id: Value, on: Value = TODAY) -> Select[Any]:
    """The units of an agency whose heads score on a day: those with a standing (art. 3)."""
    return select(unit).where(
        unit.c.agency_id == agency_id, _stands(on, unit_placement.c.standing != "none")
    )


def reorganisation_by_id(id: Value) -> Select[Any]:
    """One reorganisation."""
    return select(reorganisation).where(reorganisation.c.id == id)


def reorganisations_of(unit_id: Value) -> Select[Any]:
    """The reorganisations that ended or changed a unit, or from which it came."""
    parts = or_(
        unit_id == reorganisation.c.from_units.any_(), unit_id == reorganisation.c.to_units.any_()
    )
    return select(reorganisation).where(parts)


def areas(parent: Value | None = None) -> Select[Any]:
    """The communes of a province, or without one the provinces."""
    if parent is None:
        return select(administrative_area).where(administrative_area.c.parent_code.is_(None))
    return select(administrative_area).where(administrative_area.c.parent_code == parent)


def area_by_code(code: Value) -> Select[Any]:
    """One administrative area."""
    return select(administrative_area).where(administrative_area.c.code == code)


def _stands(on: Value, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    found = select(unit_placement.c.id).where(
        unit_placement.c.unit_id == unit.c.id, holds(unit_placement, on), *more
    )
    return exists(found)
