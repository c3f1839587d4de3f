"""The statement that finds a person's authority on a day: headships, roles, what lies beneath.

A headship counts from a posting, or from a delegation whose lender is himself head by posting on
that day: so a chain of delegations is one step long, and what a head lent ends with his office.
What is open in a closed unit is the business of whoever heads the unit that answers for it.
"""

from typing import Any

from sqlalchemy import (
    CTE,
    Boolean,
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    case,
    cast,
    exists,
    false,
    literal,
    literal_column,
    null,
    or_,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.authority import authority_stamp
from resolvers.core.days import DAY, holds
from resolvers.organisation import agency, answered_by, unit, unit_placement
from resolvers.people.tables import delegation, mandate, posting

_ID = UuidType(as_uuid=True)
_SHAPE: dict[str, Any] = {
    "what": Text(),
    "unit_id": _ID,
    "agency_id": _ID,
    "whole": Boolean(),
    "top_id": _ID,
    "kind": Text(),
    "on_behalf_of": _ID,
    "delegation_id": _ID,
    "deeds": ARRAY(Text),
}
"""The columns of every part of the answer; each part fills those that it has."""


def _part(what: str, rows: FromClause, *names: str) -> Select[Any]:
    given = {name: rows.c[name] for name in names} | {"what": literal(what, Text)}
    return select(
        *(given.get(name, cast(null(), kind)).label(name) for name, kind in _SHAPE.items())
    ).select_from(rows)


def _in_force(units: FromClause) -> ColumnElement[bool]:
    closed = units.c.closed_on
    return and_(units.c.opened_on <= DAY, or_(closed.is_(None), closed > DAY))


def _is_root() -> ColumnElement[bool]:
    """The unit stands on the day, and no unit of its own agency stands above it."""
    place, upper = unit_placement.alias(), unit.alias()
    return exists(
        select(place.c.id)
        .outerjoin(upper, upper.c.id == place.c.parent_id)
        .where(
            place.c.unit_id == unit.c.id,
            holds(place),
            or_(upper.c.id.is_(None), upper.c.agency_id != unit.c.agency_id),
        )
    )


def _headships(me: CTE) -> CTE:
    """The units headed: by posting, and on behalf of the head who lent his authority."""
    lender = posting.alias()
    place = (unit.c.id.label("unit_id"), unit.c.agency_id, _is_root().label("whole"))
    own = (
        select(
            *place,
            cast(null(), _ID).label("on_behalf_of"),
            cast(null(), _ID).label("delegation_id"),
            cast(null(), ARRAY(Text)).label("deeds"),
        )
        .join(posting, posting.c.unit_id == unit.c.id)
        .join(me, me.c.person_id == posting.c.person_id)
        .where(posting.c.office == "head", holds(posting), _in_force(unit))
    )
    lent = (
        select(
            *place,
            delegation.c.from_person_id,
            delegation.c.id,
            delegation.c.deeds,
        )
        .join(delegation, delegation.c.unit_id == unit.c.id)
        .join(me, me.c.person_id == delegation.c.to_person_id)
        .join(
            lender,
            and_(
                lender.c.unit_id == unit.c.id,
                lender.c.person_id == delegation.c.from_person_id,
                lender.c.office == "head",
                holds(lender),
            ),
        )
        .where(holds(delegation), delegation.c.revoked_at.is_(None), _in_force(unit), _serves(me))
    )
    return union_all(own, lent).cte("headship")


def _answered(headships: CTE) -> CTE:
    """The units headed, and the closed ones that these answer for: of no agency, so that nothing
    more of the agency is anybody's by it."""
    found = select(headships).cte("answered", recursive=True)
    lower = answered_by(found.c.unit_id, DAY)
    step = select(
        lower.c.id,
        cast(null(), _ID),
        false(),
        found.c.on_behalf_of,
        found.c.delegation_id,
        found.c.deeds,
    )
    # A union of distinct rows ends even where a console has made a circle.
    return found.union(step.select_from(found.join(lower, true())))


def _serves(me: CTE) -> ColumnElement[bool]:
    """The person holds a post in the unit's agency: who has left the agency acts for nobody."""
    post = posting.alias()
    return exists(
        select(post.c.id).where(
            post.c.person_id == me.c.person_id, post.c.agency_id == unit.c.agency_id, holds(post)
        )
    )


def _roles(me: CTE) -> CTE:
    """The mandates held, each with its unit."""
    return (
        select(
            unit.c.id.label("unit_id"),
            unit.c.agency_id,
            _is_root().label("whole"),
            mandate.c.kind,
        )
        .join(mandate, mandate.c.unit_id == unit.c.id)
        .join(me, me.c.person_id == mandate.c.person_id)
        .where(holds(mandate), _in_force(unit))
        .cte("role")
    )


def _beneath(headships: CTE, roles: CTE) -> CTE:
    """Each unit headed or covered (`top_id`), with the units beneath it.

    The descent enters units of the same agency, and ends with the first units of another one: the
    head reads what the heads scored whom he scores. A closed unit stays where it stood last, so
    that its past is read by the same people as before, and it stands also beneath the unit that
    keeps its records, of whichever agency. `whole` says that a unit is the top's own: of the same
    agency, or kept by one that is.
    """
    tops = union(
        select(headships.c.unit_id, headships.c.agency_id),
        select(roles.c.unit_id, roles.c.agency_id),
    ).subquery("top")
    found = select(
        tops.c.unit_id.label("top_id"),
        tops.c.agency_id.label("top_agency_id"),
        tops.c.unit_id,
        tops.c.agency_id,
        true().label("whole"),
    ).cte("beneath", recursive=True)
    lower = _lower_units(found)
    step = select(
        found.c.top_id,
        found.c.top_agency_id,
        lower.c.unit_id,
        lower.c.agency_id,
        or_(lower.c.kept, lower.c.agency_id == found.c.top_agency_id),
    ).join(lower, true())
    # A union of distinct rows ends even where a console has made a circle.
    return found.union(step.where(found.c.whole))


def _lower_units(upper: CTE) -> FromClause:
    """What a unit of the top's own leads to: units placed beneath it, and units kept by it."""
    last_day = case((unit.c.closed_on <= DAY, unit.c.closed_on - literal_column("1")), else_=DAY)
    placed = (
        select(unit.c.id.label("unit_id"), unit.c.agency_id, false().label("kept"))
        .join(unit_placement, unit_placement.c.unit_id == unit.c.id)
        .where(
            unit_placement.c.parent_id == upper.c.unit_id,
            # Units beneath one of another agency are that agency's, not its keeper's.
            upper.c.agency_id == upper.c.top_agency_id,
            holds(unit_placement, last_day),
        )
    )
    kept = select(unit.c.id, unit.c.agency_id, true()).where(
        unit.c.kept_by_id == upper.c.unit_id, unit.c.closed_on <= DAY
    )
    return union_all(placed, kept).lateral("lower")


def _scored_beneath(beneath: CTE) -> CTE:
    """The agencies of all units that ever stood directly beneath a unit reached (`top_id`).

    Their heads were scored there, and what was scored stays readable after a unit has moved away.
    """
    return (
        select(beneath.c.top_id, beneath.c.whole, unit.c.agency_id)
        .distinct()
        .join(unit_placement, unit_placement.c.parent_id == beneath.c.unit_id)
        .join(unit, unit.c.id == unit_placement.c.unit_id)
        .cte("scored")
    )


def _kept_agencies(roles: CTE) -> CTE:
    """The closed agencies whose records are kept by an agency (`top_id`) that a role covers."""
    found = (
        select(roles.c.agency_id.label("top_id"), roles.c.agency_id)
        .where(roles.c.whole)
        .cte("kept_agency", recursive=True)
    )
    step = (
        select(found.c.top_id, agency.c.id)
        .join(agency, agency.c.succeeded_by_id == found.c.agency_id)
        .where(agency.c.closed_on <= DAY)
    )
    return found.union(step)


def _posts(me: CTE) -> CTE:
    """The agencies of one's own postings."""
    return (
        select(posting.c.agency_id)
        .distinct()
        .join(me, me.c.person_id == posting.c.person_id)
        .join(unit, unit.c.id == posting.c.unit_id)
        .where(holds(posting), _in_force(unit))
        .cte("post")
    )


def authority(whose: Select[Any]) -> Select[Any]:
    """One row for each thing reached on `:day`, and at least one, with person and stamp."""
    me = whose.cte("me")
    headships, roles = _headships(me), _roles(me)
    beneath = _beneath(headships, roles)
    parts = union_all(
        _part(
            "headship",
            _answered(headships),
            "unit_id",
            "agency_id",
            "whole",
            "on_behalf_of",
            "delegation_id",
            "deeds",
        ),
        _part("role", roles, "unit_id", "agency_id", "whole", "kind"),
        _part("beneath", beneath, "unit_id", "agency_id", "top_id", "whole"),
        _part("scored", _scored_beneath(beneath), "agency_id", "top_id", "whole"),
        _part("kept", _kept_agencies(roles), "agency_id", "top_id"),
        _part("post", _posts(me), "agency_id"),
    ).subquery("part")
    return (
        select(authority_stamp.c.stamp, me.c.person_id, *parts.c)
        .select_from(authority_stamp)
        .outerjoin(me, true())
        .outerjoin(parts, true())
    )
