"""Questions about a year's classification; which rows a person may see is applied elsewhere."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from resolvers.classification.papers import (
    DECIDERS_CASE,
    OF_CLASSES,
    published_class,
    review_flag,
)
from resolvers.classification.registers import disqualifier, duty_group, duty_group_position
from resolvers.classification.tables import (
    DECISION_SHOWN,
    STEPS,
    classification,
    classification_round,
)
from resolvers.core.days import TODAY, holds
from resolvers.core.visibility import PERSON
from resolvers.positions import job_position

Value = ColumnElement[Any]
_CURRENT = classification.c.replaced_at.is_(None)


def _not_ready() -> ColumnElement[bool]:
    """The steps of article 21 that the office needs have not been taken yet."""
    reached = [case((classification.c.state == step, index)) for index, step in enumerate(STEPS)]
    needed = case(
        (classification.c.office == "head", STEPS.index("proposed")),
        (classification.c.office == "deputy", STEPS.index("commented")),
        else_=STEPS.index("discussed"),
    )
    return or_(func.coalesce(*reached) < needed, classification.c.result_id.is_(None))


def round_by_id(id: Value) -> Select[Any]:
    """One set of a year."""
    return select(classification_round).where(classification_round.c.id == id)


def rounds_of_agency(agency: Value, year: Value) -> Select[Any]:
    """The sets that the heads of an agency decide for a year."""
    return select(classification_round).where(
        classification_round.c.agency_id == agency, classification_round.c.year == year
    )


def rounds_managed_by(agency: Value, year: Value) -> Select[Any]:
    """The sets of other agencies, of which the agency's head alone decides a larger share."""
    return select(classification_round).where(
        classification_round.c.managing_agency_id == agency,
        classification_round.c.agency_id != agency,
        classification_round.c.year == year,
    )


def current_cases() -> Select[Any]:
    """The cases that no later edition has replaced."""
    return select(classification).where(_CURRENT)


def cases_above_the_line() -> Select[Any]:
    """Whoever may be excellent by points, discipline and head rule, as far as that may be read."""
    return current_cases().where(classification.c.lawful_level == "EXCELLENT", DECISION_SHOWN)


def open_cases(round: Value) -> Select[Any]:
    """The cases of a set that still wait for a result or for a step of article 21."""
    return current_cases().where(classification.c.round_id == round, _not_ready())


def case_by_id(id: Value) -> Select[Any]:
    """One case, of whichever edition."""
    return select(classification).where(classification.c.id == id)


def my_classifications() -> Select[Any]:
    """The years of the person who asks."""
    return select(classification).where(classification.c.person_id == PERSON, _CURRENT)


def classifications_of_person(person: Value) -> Select[Any]:
    """A person's years, every edition of them."""
    return select(classification).where(classification.c.person_id == person)


def cases_to_replace(unit: Value, year: Value) -> Select[Any]:
    """The decided cases of a year that the head of a managing unit alone may replace."""
    return select(classification).where(
        classification.c.managing_unit_id == unit,
        classification.c.year == year,
        classification.c.decided_at.is_not(None),
        _CURRENT,
    )


def decided_cases(agency: Value, year: Value, replaced: Value | None = None) -> Select[Any]:
    """The decided cases of a year that an agency's heads classified or alone may replace.

    `replaced`: those whose first decision was replaced, or those whose first decision stands.
    """
    found = select(classification).where(
        or_(
            classification.c.classifying_agency_id == agency,
            classification.c.managing_agency_id == agency,
        ),
        classification.c.year == year,
        classification.c.decided_at.is_not(None),
        _CURRENT,
    )
    if replaced is None:
        return found
    return found.where(classification.c.replaces_id.is_not(None) == replaced)


def published_classes(agency: Value, year: Value) -> Select[Any]:
    """What is published in an agency for a year."""
    return select(published_class).where(
        published_class.c.agency_id == agency,
        published_class.c.year == year,
        published_class.c.replaced_at.is_(None),
    )


def register_of(person: Value) -> Select[Any]:
    """What is recorded against a person, also what was annulled."""
    return select(disqualifier).where(disqualifier.c.person_id == person)


def my_register() -> Select[Any]:
    """What is recorded against the person who asks."""
    return select(disqualifier).where(disqualifier.c.person_id == PERSON)


def duty_groups_of(agency: Value, on: Value = TODAY) -> Select[Any]:
    """The groups of similar duties of an agency on a day."""
    return select(duty_group).where(duty_group.c.agency_id == agency, holds(duty_group, on))


def positions_of_group() -> Select[Any]:
    """The job positions of groups, with `duty_group_id`."""
    return select(job_position, duty_group_position.c.duty_group_id).join(
        duty_group_position, duty_group_position.c.position_id == job_position.c.id
    )


def flags_of_agency(agency: Value) -> Select[Any]:
    """What has to be looked at in an agency after a class was replaced, or its ground changed."""
    return select(review_flag).where(
        review_flag.c.agency_id == agency, review_flag.c.cleared_at.is_(None)
    )


def review_flags_waiting() -> Select[Any]:
    """Open flags on classes that the head who asks decided, or alone may replace."""
    return select(review_flag).where(
        DECIDERS_CASE,
        review_flag.c.kind.in_(OF_CLASSES),
        review_flag.c.cleared_at.is_(None),
    )
