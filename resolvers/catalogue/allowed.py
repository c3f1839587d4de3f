"""What a person may do with an edition of a list now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from authz.actions import Action
from authz.facts import CatalogueFacts
from resolvers.catalogue.tables import catalogue
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.organisation import agency

ON_EDITIONS = (
    Action.ApproveCatalogue,
    Action.EditCatalogue,
    Action.ProposeCatalogue,
    Action.ReturnCatalogue,
)
_MANAGING: ColumnElement[Any] = func.coalesce(
    select(agency.c.managing_agency_id)
    .where(agency.c.id == catalogue.c.agency_id)
    .scalar_subquery(),
    catalogue.c.agency_id,
)
EDITION_NEEDS = ("agency_id", _MANAGING, "state")
"""What `allowed_on_editions` needs of each edition."""


def allowed_on_editions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of EDITION_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_EDITIONS, (CatalogueFacts(*row) for row in rows))
