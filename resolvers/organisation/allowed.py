"""What a person may do with an agency or a unit now, by the very policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from authz.actions import Action
from authz.facts import (
    AbsenceFacts,
    AgencyFacts,
    CatalogueFacts,
    MandateFacts,
    PositionFacts,
    PostingFacts,
    ReorganisationFacts,
    UnitFacts,
)
from authz.reach import NOBODY
from resolvers.core.permission import allowed, together
from resolvers.core.request import Request
from resolvers.organisation.tables import agency, unit

_OF_THE_AGENCY = (
    Action.ComputeResults,
    Action.ImportPositions,
    Action.ImportStaff,
    Action.RegisterPerson,
    Action.SetAgencyCode,
    Action.SetDeductionScale,
    Action.SetSwitch,
)
_OF_ITS_CATALOGUE = (Action.DraftCatalogue, Action.ImportCatalogue)
_OF_ITS_POSITIONS = (Action.DefinePosition,)
_OF_ITS_ABSENCES = (Action.RecordAbsence,)
_OF_THE_UNIT = (Action.CloseUnit, Action.EstablishUnit, Action.MoveUnit)
_OF_A_DECISION = (Action.Reorganise,)
_OF_ITS_POSTS = (Action.AppointPosting,)
_OF_ITS_MANDATES = (Action.GrantMandate,)

AGENCY_NEEDS = ("id", "managing_agency_id")
"""What `allowed_on_agencies` needs of each agency."""
_beneath = agency.alias("beneath")
BENEATH_NEEDS = (
    "id",
    exists().where(_beneath.c.managing_agency_id == agency.c.id, _beneath.c.closed_on.is_(None)),
)
"""What `may_reorganise_beneath` needs of each agency."""
_CLOSED: ColumnElement[bool] = unit.c.closed_on.is_not(None)
_own = agency.alias("own_agency")
_MANAGING = select(_own.c.managing_agency_id).where(_own.c.id == unit.c.agency_id).scalar_subquery()
UNIT_NEEDS = ("id", _CLOSED, _MANAGING)
"""What `allowed_on_units` needs of each unit."""


def allowed_on_agencies(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of AGENCY_NEEDS the names of the deeds that the caller may do now.

    Recording an absence is named where he may record somebody else's.
    """
    agencies: list[UUID] = [agency for agency, _ in rows]
    lists = (CatalogueFacts(agency, managing or agency) for agency, managing in rows)
    return together(
        allowed(request, _OF_THE_AGENCY, map(AgencyFacts, agencies)),
        allowed(request, _OF_ITS_CATALOGUE, lists),
        allowed(request, _OF_ITS_POSITIONS, map(PositionFacts, agencies)),
        allowed(request, _OF_ITS_ABSENCES, (AbsenceFacts(NOBODY, each) for each in agencies)),
    )


def may_reorganise_beneath(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each row of BENEATH_NEEDS whether the caller may reorganise agencies that it manages."""
    managed = (ReorganisationFacts(NOBODY, agency) for agency, _ in rows)
    named = allowed(request, _OF_A_DECISION, managed)
    return [bool(may) and manages for may, (_, manages) in zip(named, rows, strict=True)]


def allowed_on_units(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of UNIT_NEEDS the names of the deeds that the caller may do now.

    Moving it is named where he covers the unit itself; appointing and granting where he may give a
    post or a role in it to somebody else: whom, and beneath what, the deed itself asks.
    """
    units: list[UUID] = [each for each, *_ in rows]
    changed = (ReorganisationFacts(each, above, closed=shut) for each, shut, above in rows)
    roles = (MandateFacts(NOBODY, each, "personnel_officer") for each in units)
    return together(
        allowed(request, _OF_THE_UNIT, (UnitFacts(each, each, shut) for each, shut, _ in rows)),
        allowed(request, _OF_A_DECISION, changed),
        allowed(request, _OF_ITS_POSTS, (PostingFacts(NOBODY, each) for each in units)),
        allowed(request, _OF_ITS_MANDATES, roles),
    )
