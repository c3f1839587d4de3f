"""What a person may do with a review or a round now, by the policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any, Protocol

from authz.actions import Action
from authz.decide import Question, batch
from authz.facts import ReviewFacts, RoundFacts
from authz.reach import Reach

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


class Asking(Protocol):
    """Whatever carries the reach of the person who asks."""

    @property
    def reach(self) -> Reach: ...


def allowed_on_review(request: Asking, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of REVIEW_NEEDS the names of the deeds that the caller may do now."""
    questions = [(action, ReviewFacts(*row)) for row in rows for action in ON_REVIEWS]
    return _allowed(request.reach, questions, ON_REVIEWS)


def allowed_on_round(request: Asking, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ROUND_NEEDS the names of the deeds that the caller may do now."""
    questions = [(action, RoundFacts(*row)) for row in rows for action in ON_ROUNDS]
    return _allowed(request.reach, questions, ON_ROUNDS)


def _allowed(
    reach: Reach, questions: Sequence[Question], actions: Sequence[Action]
) -> list[list[str]]:
    decided = [decision.allowed for decision in batch(reach, questions)]
    return [
        [action.value for action, may in zip(actions, decided[start:], strict=False) if may]
        for start in range(0, len(decided), len(actions))
    ]
