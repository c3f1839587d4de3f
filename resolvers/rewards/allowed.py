"""What a person may do with a list, a line or a regulation now, by the policies of the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from authz.actions import Action
from authz.facts import RegulationFacts, RewardLineFacts, RewardListFacts
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.core.visibility import PERSON
from resolvers.rewards.list_tables import reward_line, reward_list
from resolvers.rewards.tables import reward_regulation

ON_LISTS = (
    Action.ApproveRewardList,
    Action.CorrectRewardList,
    Action.MarkRewardsPaid,
    Action.ProposeRewardList,
    Action.ReturnRewardList,
    Action.WithdrawRewardList,
)
ON_LINES = (Action.DecideHeadsReward,)
ON_REGULATIONS = (Action.DecideRewardRegulation, Action.RecordRegulationSent)

_CORRECTS: ColumnElement[bool] = reward_list.c.corrects_id.is_not(None)


def _own() -> ColumnElement[bool]:
    line = reward_line.alias("own_line")
    return exists().where(
        line.c.list_id == reward_list.c.id,
        line.c.person_id == PERSON,
        line.c.deciding_unit_id == line.c.approving_unit_id,
        line.c.state == "listed",
    )


def _list_state() -> ColumnElement[str]:
    of = reward_list.alias("its_list")
    return select(of.c.state).where(of.c.id == reward_line.c.list_id).scalar_subquery()


LIST_NEEDS = ("agency_id", "state", _CORRECTS, _own())
"""What `allowed_on_reward_list` needs of each list."""
LINE_NEEDS = (
    "person_id",
    "agency_id",
    "deciding_unit_id",
    reward_line.c.deciding_unit_id != reward_line.c.approving_unit_id,
    "state",
    _list_state(),
)
"""What `allowed_on_reward_line` needs of each line."""
REGULATION_NEEDS = ("agency_id", "state", reward_regulation.c.sent_no.is_not(None))
"""What `allowed_on_regulation` needs of each regulation."""


def allowed_on_reward_list(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of LIST_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_LISTS, (RewardListFacts(*row) for row in rows))


def allowed_on_reward_line(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of LINE_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_LINES, (RewardLineFacts(*row) for row in rows))


def allowed_on_regulation(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of REGULATION_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_REGULATIONS, (RegulationFacts(*row) for row in rows))
