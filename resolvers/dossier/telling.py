"""What is computed in Python when somebody reads a row: deeds that are his, what was shown."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from authz.actions import Action
from authz.facts import DossierFacts, DossierRequestFacts
from resolvers.core.days import MONTH
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.dossier.model import CLASSES, DISCIPLINE, MONTHS, told
from resolvers.dossier.questions import IS_OPEN
from resolvers.dossier.tables import dossier_request
from resolvers.people import person
from resolvers.statute.citing import CITATIONS

_MEANT: ColumnElement[Any] = (
    select(person.c.id)
    .where(
        person.c.agency_id == dossier_request.c.from_agency_id,
        person.c.staff_code == dossier_request.c.staff_code,
    )
    .scalar_subquery()
)
REQUEST_NEEDS = ("agency_id", "unit_id", "from_agency_id", "from_unit_id", _MEANT, "state")
DOSSIER_NEEDS = (
    "person_id",
    "agency_id",
    "unit_id",
    "from_agency_id",
    "basis",
    IS_OPEN,
    "revoked_at",
)
"""What the functions below need of each row."""

told_classes = told(CLASSES, ("decision_day",))
told_months = told(MONTHS, ("period",), {"months": MONTH})
told_discipline = told(DISCIPLINE, ("since", "until"))


def allowed_on_requests(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of REQUEST_NEEDS the deeds that the caller may do now."""
    facts = (DossierRequestFacts(*row) for row in rows)
    return allowed(request, (Action.AnswerDossierRequest,), facts)


def allowed_on_dossiers(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of DOSSIER_NEEDS the deeds that the caller may do now."""
    facts = (
        DossierFacts(who, agency, unit, keeper, basis, _state(is_open, revoked_at))
        for who, agency, unit, keeper, basis, is_open, revoked_at in rows
    )
    return allowed(request, (Action.ReadDossier, Action.RevokeDossier), facts)


def told_cites(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """The texts that each row cites, in the caller's language."""
    spoken = CITATIONS[request.language]
    return [[spoken[cite] for cite in cites] for (cites,) in rows]


def _state(is_open: bool, revoked_at: object) -> str:
    if revoked_at is not None:
        return "revoked"
    return "open" if is_open else "expired"
