"""What a person may do with a review or a round now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from authz.actions import Action
from authz.facts import ReviewFacts, RoundFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request

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
REVIEW_NEEDS = ("unit_id", "recognising_unit_id", "state")
"""What `allowed_on_review` needs of each row."""
ROUND_NEEDS = ("unit_id", "state")
"""What `allowed_on_round` needs of each row."""


def allowed_on_review(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of REVIEW_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_REVIEWS, (ReviewFacts(*row) for row in rows))


def allowed_on_round(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ROUND_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_ROUNDS, (RoundFacts(*row) for row in rows))
