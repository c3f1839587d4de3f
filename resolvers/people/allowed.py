"""What may be done with a person, a post or a role now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from authz.actions import Action
from authz.facts import AbsenceFacts, AgencyFacts, DelegationFacts, MandateFacts, PostingFacts
from authz.reach import NOBODY
from resolvers.core.days import TODAY, holds
from resolvers.core.permission import allowed, together
from resolvers.core.request import Request
from resolvers.people.logins import AGENCIES_NEEDED, login_facts
from resolvers.people.tables import delegation, mandate, person, posting


def _lasts(rows: Any) -> ColumnElement[bool]:
    """Whether a dated row is still to end."""
    ends = func.upper(rows.c.during)
    return or_(ends.is_(None), ends > TODAY)


_main = posting.alias("main_post")
_SERVES_IN: ColumnElement[Any] = func.coalesce(
    select(_main.c.agency_id)
    .where(_main.c.person_id == person.c.id, _main.c.main, holds(_main, TODAY))
    .limit(1)
    .scalar_subquery(),
    person.c.agency_id,
)
PERSON_NEEDS = ("id", *AGENCIES_NEEDED, _SERVES_IN)
"""What `allowed_on_persons` needs of each person."""
POSTING_NEEDS = ("person_id", "unit_id", "office", _lasts(posting))
"""What `allowed_on_postings` needs of each post."""
MANDATE_NEEDS = ("person_id", "unit_id", "kind", _lasts(mandate))
"""What `allowed_on_mandates` needs of each role."""
DELEGATION_NEEDS = (
    "to_person_id",
    "from_person_id",
    "unit_id",
    delegation.c.revoked_at.is_(None) & _lasts(delegation),
)
"""What `allowed_on_delegations` needs of each delegation."""


LENDER_NEEDS = ("id",)
"""What `may_delegate` needs of each unit."""


def allowed_on_persons(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of PERSON_NEEDS the names of the deeds that the caller may do now."""
    files = (AgencyFacts(agency) for _, agency, *_ in rows)
    absences = (AbsenceFacts(who, serves) for who, *_, serves in rows)
    logins = (login_facts(*row[:-1]) for row in rows)
    return together(
        allowed(request, (Action.CorrectPerson,), files),
        allowed(request, (Action.RecordAbsence,), absences),
        allowed(request, (Action.LinkLogin, Action.UnlinkLogin), logins),
    )


def allowed_on_postings(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of POSTING_NEEDS the names of the deeds that the caller may do now.

    Nothing of a post that is over; a charge only of a deputy. Whether somebody stays who manages
    the unit is asked by the deed that ends the post.
    """
    actions = (Action.AppointPosting, Action.AssignCharge, Action.EndPosting)
    named = allowed(request, actions, (PostingFacts(who, unit) for who, unit, *_ in rows))
    return [
        [name for name in names if office == "deputy" or name != Action.AssignCharge.value]
        if lasts
        else []
        for names, (_, _, office, lasts) in zip(named, rows, strict=True)
    ]


def allowed_on_mandates(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of MANDATE_NEEDS the names of the deeds that the caller may do now."""
    facts = (MandateFacts(who, unit, kind) for who, unit, kind, _ in rows)
    named = allowed(request, (Action.RevokeMandate,), facts)
    return [names if row[-1] else [] for names, row in zip(named, rows, strict=True)]


def allowed_on_delegations(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of DELEGATION_NEEDS the names of the deeds that the caller may do now; one that
    is over is not taken back.
    """
    facts = (DelegationFacts(to, appointer, unit) for to, appointer, unit, _ in rows)
    named = allowed(request, (Action.RevokeDelegation,), facts)
    return [names if row[-1] else [] for names, row in zip(named, rows, strict=True)]


def may_delegate(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each row of LENDER_NEEDS whether the caller may lend his headship of it to somebody."""
    lender = request.reach.person
    asked = (DelegationFacts(NOBODY, lender, unit) for (unit,) in rows)
    return [bool(names) for names in allowed(request, (Action.DelegateHeadship,), asked)]
