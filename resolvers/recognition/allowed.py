"""What a person may do with a review or a round now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from authz.facts import FlagFacts, ReviewFacts, RoundFacts, SchemeFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.recognition.flag_tables import recognition_flag

ON_REVIEWS = (
    Action.AssessOrganisation,
    Action.ChooseOrganisationLevel,
    Action.MarkOrganisation,
    Action.ReplaceRecognition,
    Action.ReturnOrganisationAssessment,
    Action.VerifyOrganisation,
    Action.WithdrawOrganisationReview,
)
ON_ROUNDS = (Action.DecideRecognition, Action.OpenRecognition, Action.PublishRecognition)
ON_SCHEMES = (Action.ApproveOrganisationScheme, Action.ReturnOrganisationScheme)
REVIEW_NEEDS = ("unit_id", "recognising_unit_id", "state")
"""What `allowed_on_review` needs of each row."""
ROUND_NEEDS = ("unit_id", "state")
"""What `allowed_on_round` needs of each row."""
SCHEME_NEEDS = ("agency_id", "state")
"""What `allowed_on_scheme` needs of each row."""
RECOGNITION_FLAG_NEEDS = (
    "unit_id",
    "recognising_unit_id",
    recognition_flag.c.cleared_at.is_not(None),
)
"""What `allowed_on_recognition_flag` needs of each row."""


def allowed_on_review(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of REVIEW_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_REVIEWS, (ReviewFacts(*row) for row in rows))


def allowed_on_round(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ROUND_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_ROUNDS, (RoundFacts(*row) for row in rows))


def allowed_on_scheme(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of SCHEME_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_SCHEMES, (SchemeFacts(*row) for row in rows))


def allowed_on_recognition_flag(
    request: Request, rows: Sequence[tuple[Any, ...]]
) -> list[list[str]]:
    """For each row of RECOGNITION_FLAG_NEEDS the names of the deeds the caller may do now."""
    return allowed(request, (Action.ClearRecognitionFlag,), (FlagFacts(*row) for row in rows))


def may_open_recognition(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each unit whether the caller may open a year of what its head recognises."""
    rounds = (RoundFacts(unit) for (unit,) in rows)
    return [bool(may) for may in allowed(request, (Action.OpenRecognition,), rounds)]


def may_propose_scheme(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each agency whether the caller may propose a scheme of criteria there."""
    schemes = (SchemeFacts(agency) for (agency,) in rows)
    return [bool(may) for may in allowed(request, (Action.ProposeOrganisationScheme,), schemes)]
