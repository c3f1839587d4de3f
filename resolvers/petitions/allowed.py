"""What a person may do with a petition now, by the very policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import exists

from authz.actions import Action
from authz.facts import PetitionFacts
from resolvers.classification import classification
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.evaluations import sheet
from resolvers.petitions.holding import petition_facts
from resolvers.petitions.tables import petition

PETITION_ACTIONS = (
    Action.AskPetitionStatement,
    Action.DecidePetition,
    Action.GivePetitionOpinion,
    Action.GivePetitionStatement,
    Action.WithdrawPetition,
)
"""The deeds on a petition that was filed, in alphabetical order."""

PETITION_NEEDS = (
    "person_id",
    "about",
    "scoring_unit_id",
    "deciding_unit_id",
    "agency_id",
    "deciding_agency_id",
    "state",
    "statement_asked_at",
    "stated_at",
    "opinion_at",
    "scored_by",
)
"""What `allowed_on_petitions` needs of each petition."""

_OPEN = exists().where(petition.c.sheet_id == sheet.c.id, petition.c.state == "filed")
MAY_PETITION_NEEDS = ("person_id", "scoring_unit_id", "agency_id", "state", _OPEN)
"""What `may_petition` needs of each sheet."""

_OPEN_CLASS = exists().where(
    petition.c.classification_id == classification.c.id, petition.c.state == "filed"
)
MAY_PETITION_CLASS_NEEDS = (
    "person_id",
    "scoring_unit_id",
    "classifying_unit_id",
    "agency_id",
    "classifying_agency_id",
    "state",
    "replaced_at",
    _OPEN_CLASS,
)
"""What `may_petition_class` needs of each case."""


def may_petition(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each row of MAY_PETITION_NEEDS whether the caller may petition against its score now.

    Who is to decide it plays no part in that.
    """
    sheets = (
        PetitionFacts(
            person=person,
            about="score",
            scoring_unit=unit,
            deciding_unit=unit,
            agency=agency,
            deciding_agency=agency,
            notified=state in ("released", "closed"),
            scorer=None,
        )
        for person, unit, agency, state, _ in rows
    )
    named = allowed(request, (Action.FilePetition,), sheets)
    return [bool(may) and not row[-1] for may, row in zip(named, rows, strict=True)]


def may_petition_class(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each row of MAY_PETITION_CLASS_NEEDS whether the caller may petition against it now."""
    cases = (
        PetitionFacts(
            person=person,
            about="class",
            scoring_unit=unit,
            deciding_unit=deciding,
            agency=agency,
            deciding_agency=deciding_agency,
            notified=state in ("notified", "published") and replaced is None,
            scorer=None,
        )
        for person, unit, deciding, agency, deciding_agency, state, replaced, _ in rows
    )
    named = allowed(request, (Action.FilePetition,), cases)
    return [bool(may) and not row[-1] for may, row in zip(named, rows, strict=True)]


def allowed_on_petitions(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of PETITION_NEEDS the names of the deeds that the caller may do now."""
    petitions = (petition_facts(dict(zip(PETITION_NEEDS, row, strict=True))) for row in rows)
    return allowed(request, PETITION_ACTIONS, petitions)
