"""Questions about organisations' years; which rows a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select

from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import HEADED
from resolvers.organisation import unit, unit_placement
from resolvers.recognition.flag_tables import recognition_flag
from resolvers.recognition.scheme_tables import organisation_scheme
from resolvers.recognition.tables import organisation_review, recognition_round

Value = ColumnElement[Any]


def organisation_scheme_by_id(id: Value) -> Select[Any]:
    """One scheme."""
    return select(organisation_scheme).where(organisation_scheme.c.id == id)


def organisation_schemes(agency: Value) -> Select[Any]:
    """The schemes of a managing agency."""
    return select(organisation_scheme).where(organisation_scheme.c.agency_id == agency)


def schemes_to_decide() -> Select[Any]:
    """Proposed schemes that wait for the person who asks, as head of their agency."""
    headed = (
        select(unit_placement.c.id)
        .join(unit, unit.c.id == unit_placement.c.unit_id)
        .where(
            unit.c.agency_id == organisation_scheme.c.agency_id,
            unit.c.id == HEADED.any_(),
            unit_placement.c.parent_id.is_(None),
            holds(unit_placement, TODAY),
        )
    )
    return select(organisation_scheme).where(
        organisation_scheme.c.state == "proposed", exists(headed)
    )


def recognition_round_by_id(id: Value) -> Select[Any]:
    """One round."""
    return select(recognition_round).where(recognition_round.c.id == id)


def recognition_rounds(unit: Value) -> Select[Any]:
    """The years that the head of a unit recognises."""
    return select(recognition_round).where(recognition_round.c.unit_id == unit)


def organisation_review_by_id(id: Value) -> Select[Any]:
    """One review."""
    return select(organisation_review).where(organisation_review.c.id == id)


def reviews_of_organisation(unit: Value) -> Select[Any]:
    """The years of one organisation, replaced ones too."""
    return select(organisation_review).where(organisation_review.c.unit_id == unit)


def organisations_to_recognise(unit: Value, year: Value) -> Select[Any]:
    """The reviews of a year that the head of a unit recognises, replaced ones too."""
    return select(organisation_review).where(
        organisation_review.c.recognising_unit_id == unit, organisation_review.c.year == year
    )


def recognition_rounds_of_agency(agency: Value, year: Value) -> Select[Any]:
    """The rounds of a year that the heads of an agency's units decide."""
    return select(recognition_round).where(
        recognition_round.c.agency_id == agency, recognition_round.c.year == year
    )


def reviews_of_agency(agency: Value, year: Value) -> Select[Any]:
    """The reviews of a year of an agency's own organisations, replaced ones too."""
    return select(organisation_review).where(
        organisation_review.c.agency_id == agency, organisation_review.c.year == year
    )


def recognition_flags_waiting() -> Select[Any]:
    """Results that wait for the person who asks: what they rested on was replaced."""
    return select(recognition_flag).where(
        recognition_flag.c.recognising_unit_id == HEADED.any_(),
        recognition_flag.c.cleared_at.is_(None),
    )
