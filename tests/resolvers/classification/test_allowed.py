"""`allowedActions` names exactly the deeds that would be done, for every state and person."""

from collections.abc import Awaitable, Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from resolvers import classification as deeds
from resolvers.classification import (
    CASE_NEEDS,
    ROUND_NEEDS,
    allowed_on_case,
    allowed_on_round,
    classification,
    classification_round,
)
from resolvers.core.errors import Refusal
from resolvers.core.seeing import needed, shown
from tests.resolvers.classification.year import DAY, DECISION, PAPER, YEAR, Year
from tests.resolvers.town import delegation, mandate

WHO = ("o1", "o2", "stranger", "governor", "registrar", "chair", "acting")
REASON = {"reason": "Xem lại."}
MET = {"document": PAPER, "summoned": 3, "attended": 3, "passed": True}
Deeds = dict[Action, tuple[Callable[..., Awaitable[Any]], dict[str, Any]]]
ON_CASES: Deeds = {
    Action.ConsiderSuspension: (deeds.consider_suspension, {"counts": True, **REASON}),
    Action.ExcuseYearForm: (deeds.excuse_year_form, REASON),
    Action.ProposeLevel: (deeds.propose_level, {"level": "GOOD", **REASON}),
    Action.RecordPartyComment: (deeds.record_party_comment, {"document": PAPER}),
    Action.ReconsiderClassification: (
        deeds.reconsider,
        {"level": "COMPLETED", "decision": DECISION, **REASON},
    ),
    Action.ReplaceClassification: (
        deeds.replace_classification,
        {"level": "COMPLETED", "decision": DECISION, **REASON},
    ),
    Action.ReturnYearForm: (deeds.return_year_form, REASON),
    Action.SubmitYearForm: (deeds.submit_year_form, {"level": "GOOD", "text": "Tốt."}),
    Action.WithdrawCase: (deeds.withdraw_case, REASON),
}
ON_ROUNDS: Deeds = {
    Action.CloseClassification: (deeds.close_classification, {}),
    Action.DecideClassification: (deeds.decide_classification, {"decision": DECISION}),
    Action.DecideQuotaShare: (
        deeds.decide_quota_share,
        {"share": Decimal("0.25"), "document": PAPER, **REASON},
    ),
    Action.NotifyClassification: (deeds.notify_classification, {}),
    Action.PublishClassification: (deeds.publish_classification, {}),
    Action.ReopenClassification: (deeds.reopen_classification, REASON),
}
TOLD_BY_POLICIES = {code.value for code in Code} | {"NOT_FOUND"}


class _Undo(Exception):
    """Ends a transaction without saving."""


async def _told(
    year: Year, who: str, table: Table, needs: Sequence[Any], id: Any, allowed: Any
) -> set[str]:
    """What a row says that a person may do, by the columns that the graph reads."""
    columns = [table.c[each] if isinstance(each, str) else each for each in needs]
    question = select(*columns).where(table.c.id == bindparam("id", type_=UuidType(as_uuid=True)))
    request = await year.cast.request(who, DAY)
    binds: dict[str, Any] = {"id": id}
    if table is classification_round:
        binds |= {"today": DAY, "reach_person": request.reach.person}
    async with year.cast.town.database.reading() as tx:
        (row,) = await tx.rows(question, **binds)
    (said,) = allowed(request, [tuple(row.values())])
    return set(said)


async def _done(year: Year, who: str, which: Deeds, told: dict[str, Any]) -> set[str]:
    """The deeds that no policy refuses; nothing of them is kept."""
    done = set()
    request = await year.cast.request(who, DAY)
    for action, (deed, arguments) in which.items():
        try:
            async with year.cast.town.deed(request.reach) as tx:
                await deed(tx, request, **told, **arguments)
                raise _Undo
        except _Undo:
            done.add(action.value)
        except Refusal as refused:
            if refused.code not in TOLD_BY_POLICIES:
                done.add(action.value)
    return done


async def _minutes(year: Year, who: str, case: Any) -> set[str]:
    minutes: Deeds = {Action.RecordMinutes: (deeds.record_minutes, MET)}
    return await _done(year, who, minutes, {"cases": [case]})


async def _stage(year: Year, stage: str) -> Any:
    """The neighbour's set with one officer's case at a stage; its id."""
    town = year.cast.town
    id = await year.officers("80.00", "81.00")
    await mandate(town, "registrar", "personnel_officer", "neighbour")
    town.people["acting"] = town.people["o2"]
    await delegation(town, "stranger", "o2", "neighbour", DAY, DAY.replace(year=YEAR + 1))
    if stage in ("open", "self_reviewed", "discussed", "proposed", "not_rated"):
        await town.owner.execute(
            "update congtam.classification set state = $1 where person_id = $2",
            stage,
            town.people["o1"],
        )
        return id
    steps = ["closed", "decided", "notified", "published"]
    await year.close(id, by="stranger")
    if steps.index(stage) >= 1:
        await year.decide(id, by="stranger")
    if steps.index(stage) >= 2:
        await year.do("stranger", deeds.notify_classification, **await year.round(id))
    if steps.index(stage) >= 3:
        await year.do("stranger", deeds.publish_classification, **await year.round(id))
    return id


@pytest.mark.parametrize(
    "stage",
    ["open", "self_reviewed", "discussed", "proposed", "not_rated", "closed", "decided"],
)
async def test_a_case_names_what_each_may_do(year: Year, stage: str) -> None:
    await _stage(year, stage)
    told = await year.at("o1")
    found: set[str] = set()
    for who in WHO:
        said = await _told(year, who, classification, CASE_NEEDS, told["case"], allowed_on_case)
        done = await _done(year, who, ON_CASES, told) | await _minutes(year, who, told["case"])
        seen = needed(classification, (await year.cast.request(who)).reach)
        assert said == done or (not done and not await _sees(year, who, seen, told["case"])), who
        found |= done
    assert bool(found) == (stage != "closed")


async def _sees(year: Year, who: str, binds: dict[str, Any], id: Any) -> bool:
    """Whether the person sees the case at all: what nobody is shown names no actions either."""
    question = select(classification.c.id).where(
        shown(classification), classification.c.id == bindparam("id", type_=UuidType(as_uuid=True))
    )
    async with year.cast.town.database.reading() as tx:
        return bool(await tx.rows(question, id=id, **binds))


@pytest.mark.parametrize("stage", ["open", "closed", "decided", "notified", "published"])
async def test_a_set_names_what_each_may_do(year: Year, stage: str) -> None:
    """Opening it again is tried apart: it names the unit, not the set."""
    id = await _stage(year, stage)
    told = await year.round(id)
    for who in ("stranger", "governor", "registrar", "acting"):
        said = await _told(year, who, classification_round, ROUND_NEEDS, id, allowed_on_round)
        done = await _done(year, who, ON_ROUNDS, told)
        assert said - {Action.OpenClassification.value} == done, who
