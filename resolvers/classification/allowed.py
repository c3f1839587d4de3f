"""What a person may do with a case or a set now, by the very policies that guard the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Date, bindparam, exists, or_, select

from authz.actions import Action
from authz.facts import ClassificationFacts, ClassificationRoundFacts
from resolvers.classification.flags import flag_facts
from resolvers.classification.tables import HEAD_IN_IT, classification, classification_round
from resolvers.core.days import holds
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.core.visibility import PERSON
from resolvers.people import posting

ON_CASES = (
    Action.ConsiderSuspension,
    Action.ExcuseYearForm,
    Action.ProposeLevel,
    Action.RecordMinutes,
    Action.RecordPartyComment,
    Action.ReconsiderClassification,
    Action.ReplaceClassification,
    Action.ReturnYearForm,
    Action.SubmitYearForm,
    Action.WithdrawCase,
)
ON_ROUNDS = (
    Action.CloseClassification,
    Action.DecideClassification,
    Action.DecideQuotaShare,
    Action.NotifyClassification,
    Action.OpenClassification,
    Action.PublishClassification,
    Action.ReopenClassification,
)

_ROUND_STATE: ColumnElement[str] = (
    select(classification_round.c.state)
    .where(classification_round.c.id == classification.c.round_id)
    .scalar_subquery()
)
_CURRENT: ColumnElement[bool] = classification.c.replaced_at.is_(None)
CASE_NEEDS = (
    "person_id",
    "agency_id",
    "classifying_agency_id",
    "classifying_unit_id",
    "managing_unit_id",
    "scoring_unit_id",
    "office",
    "state",
    _ROUND_STATE,
    _CURRENT,
)
"""What `allowed_on_case` needs of each case."""


def _asker() -> ColumnElement[bool]:
    case = classification.alias("of_the_set")
    return exists().where(
        case.c.round_id == classification_round.c.id,
        case.c.replaced_at.is_(None),
        case.c.person_id == PERSON,
    )


def _a_head() -> ColumnElement[bool]:
    """A head for whom somebody may act is in the set himself."""
    case, post = classification.alias("of_the_set"), posting.alias("as_head")
    return exists().where(
        case.c.round_id == classification_round.c.id,
        case.c.replaced_at.is_(None),
        post.c.person_id == case.c.person_id,
        post.c.office == "head",
        or_(
            post.c.unit_id == classification_round.c.classifying_unit_id,
            post.c.unit_id == classification_round.c.managing_unit_id,
        ),
        holds(post, bindparam("today", type_=Date)),
    )


ROUND_NEEDS = (
    "agency_id",
    "classifying_unit_id",
    "managing_unit_id",
    "state",
    _asker(),
    _a_head(),
    HEAD_IN_IT,
)
"""What `allowed_on_round` needs of each set."""


def allowed_on_case(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of CASE_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, ON_CASES, (ClassificationFacts(*row) for row in rows))


def allowed_on_round(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of ROUND_NEEDS the names of the deeds that the caller may do now."""
    rounds = []
    for agency, unit, managing, state, asker, a_head, head_in_it in rows:
        places = (unit, managing)
        acts = any(
            held.on_behalf_of is not None and held.unit in places
            for held in request.reach.headed.values()
        )
        own = asker or (acts and a_head)
        rounds.append(ClassificationRoundFacts(agency, unit, managing, state, own, head_in_it))
    return allowed(request, ON_ROUNDS, rounds)


def allowed_on_flag(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of FLAG_NEEDS the names of the deeds that the caller may do now."""
    return allowed(request, (Action.ClearReviewFlag,), (flag_facts(*row) for row in rows))


def may_open_classification(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each unit and its agency whether the caller may prepare a year of whom its head
    classifies, where none is prepared yet."""
    sets = (ClassificationRoundFacts(agency=agency, unit=unit) for unit, agency in rows)
    return [bool(may) for may in allowed(request, (Action.OpenClassification,), sets)]
