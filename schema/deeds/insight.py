"""Deeds of insight: none of them scores anybody."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import evaluations
from resolvers import insight as answers
from schema.insight import Finding, Signal
from schema.insight_calibration import Calibration
from schema.insight_rewards import RewardProposal
from schema.mapping import deed
from schema.organisation import Agency
from schema.shapes import Refused

LookForSignalsResult = Annotated[Agency | Refused, strawberry.union("LookForSignalsResult")]
TakeFiguresResult = Annotated[Agency | Refused, strawberry.union("TakeFiguresResult")]
MarkSignalResult = Annotated[Signal | Refused, strawberry.union("MarkSignalResult")]
ShareSignalResult = Annotated[Signal | Refused, strawberry.union("ShareSignalResult")]
AskReconsiderationResult = Annotated[
    Calibration | Refused, strawberry.union("AskReconsiderationResult")
]
KeepScoreResult = Annotated[Calibration | Refused, strawberry.union("KeepScoreResult")]
AnswerReconsiderationResult = Annotated[
    Calibration | Refused, strawberry.union("AnswerReconsiderationResult")
]
ProposeRewardResult = Annotated[RewardProposal | Refused, strawberry.union("ProposeRewardResult")]
DecideRewardResult = Annotated[RewardProposal | Refused, strawberry.union("DecideRewardResult")]


@strawberry.type
class InsightDeeds:
    look_for_signals: LookForSignalsResult = deed(
        answers.look_for_signals,
        args={"agency": strawberry.ID, "period": date},
        description="Look for signals in an agency's month, as its inspector.",
    )
    mark_signal: MarkSignalResult = deed(
        answers.mark_signal,
        args={"id": strawberry.ID, "version": int, "finding": Finding, "note": str},
        description="Mark a signal as looked at, with a finding. It changes no score.",
    )
    share_signal: ShareSignalResult = deed(
        answers.share_signal,
        args={"id": strawberry.ID, "version": int, "note": str},
        description="Show a signal to the head of the unit concerned.",
    )
    take_figures: TakeFiguresResult = deed(
        answers.take_figures,
        args={"agency": strawberry.ID, "period": date},
        description="Take stock of an agency's month as it stands now.",
    )
    ask_reconsideration: AskReconsiderationResult = deed(
        evaluations.ask_reconsideration,
        args={"sheet": strawberry.ID, "version": int, "reason": str},
        description="Ask, as the next head up and before the month is closed, for a signed score to"
        " be reconsidered: the sheet goes back to the responsible head.",
    )
    keep_score: KeepScoreResult = deed(
        evaluations.keep_score,
        args={"calibration": strawberry.ID, "reason": str},
        description="Answer that the score stays: it is given and signed again as it was.",
    )
    answer_reconsideration: AnswerReconsiderationResult = deed(
        evaluations.answer_reconsideration,
        args={"calibration": strawberry.ID, "reason": str},
        description="Answer with the sheet as it is signed again, changed or not.",
    )
    propose_reward: ProposeRewardResult = deed(
        answers.propose_reward,
        args={"posting": strawberry.ID, "period": date, "reason": str},
        description="Propose a person's work beyond the plan for a reward out of turn.",
    )
    decide_reward: DecideRewardResult = deed(
        answers.decide_reward,
        args={"id": strawberry.ID, "version": int, "accept": bool, "reason": str},
        description="Accept or decline a proposal as the head of the agency.",
    )
