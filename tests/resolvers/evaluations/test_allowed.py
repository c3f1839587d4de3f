"""`allowedActions` names exactly the deeds that would be done, for every state and person."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers import evaluations
from resolvers.core.errors import Refusal
from resolvers.evaluations import ALLOWED_NEEDS, allowed_actions, sheet
from tests.resolvers.cast import FULL, Cast

REASON = {"reason": "Xem lại"}
WHO = ("clerk", "chief", "chair", "governor", "curator", "assistant")
TOLD_BY_POLICIES = {
    "NOT_RESPONSIBLE_HEAD",
    "NOT_NEXT_HEAD_UP",
    "NOT_THE_PERSON",
    "NOT_FOUND",
    "NO_SELF_SCORING",
    "ALREADY_SIGNED",
    "ALREADY_ASSESSED",
    "MONTH_CLOSED",
    "NOT_YET_ASSESSED",
    "NOT_YET_SCORED",
    "NOT_YET_SIGNED",
}
"""The refusals that a policy tells; any other is about what the deed was given."""


class _Undo(Exception):
    """Ends a transaction without saving."""


async def _deeds(cast: Cast) -> dict[Action, tuple[Callable[..., Awaitable[Any]], dict[str, Any]]]:
    scale = (await cast.rows("deduction_scale"))[0]["id"]
    return {
        Action.ApplyDeduction: (
            evaluations.apply_deduction,
            {"scale": scale, "times": 1, **REASON},
        ),
        Action.AskReconsideration: (evaluations.ask_reconsideration, REASON),
        Action.ReopenSheet: (evaluations.reopen_sheet, REASON),
        Action.ReturnSelfAssessment: (evaluations.return_self_assessment, REASON),
        Action.ReturnSheet: (evaluations.return_sheet, REASON),
        Action.ScoreSheet: (evaluations.score_sheet, {"marks": FULL}),
        Action.SelfAssess: (evaluations.self_assess, {"marks": FULL}),
        Action.SignSheet: (evaluations.sign_sheet, {}),
    }


async def _told(cast: Cast, who: str) -> list[str]:
    """What the clerk's sheet says that a person may do, by the columns that the graph reads."""
    needs = [sheet.c[each] if isinstance(each, str) else each for each in ALLOWED_NEEDS]
    question = select(*needs).where(sheet.c.id == bindparam("id", type_=UuidType(as_uuid=True)))
    request = await cast.request(who)
    id = (await cast.sheet("clerk"))["id"]
    async with cast.town.database.reading() as tx:
        (row,) = await tx.rows(question, id=id, today=request.today, now=request.now)
    (told,) = allowed_actions(request, [tuple(row.values())])
    return told


async def _done(cast: Cast, who: str) -> list[str]:
    """The deeds that no policy refuses; nothing of them is kept."""
    done, codes = [], set()
    request = await cast.request(who)
    current = await cast.sheet("clerk")
    told = {"sheet": current["id"], "version": current["version"]}
    for action, (deed, arguments) in (await _deeds(cast)).items():
        try:
            async with cast.town.deed(request.reach) as tx:
                await deed(tx, request, **told, **arguments)
                raise _Undo
        except _Undo:
            done.append(action.value)
        except Refusal as refused:
            codes.add(refused.code)
    assert codes <= TOLD_BY_POLICIES
    return done


async def _until(cast: Cast, state: str) -> None:
    await cast.open("office")
    await cast.scale("MUON", "I.2", "2", "5")
    await cast.worked("clerk")
    for step in (cast.assess, cast.score, cast.sign):
        if (await cast.sheet("clerk"))["state"] == state:
            return
        await step("clerk")
    if state == "closed":
        await cast.town.owner.execute("update congtam.unit_month set state = 'closed'")
        await cast.town.owner.execute("update congtam.sheet set state = 'closed' where total > 0")


@pytest.mark.parametrize("state", ["open", "self_assessed", "scored", "released", "closed"])
async def test_are_the_deeds_that_would_be_done(cast: Cast, state: str) -> None:
    await _until(cast, state)
    assert (await cast.sheet("clerk"))["state"] == state
    for who in WHO:
        assert await _told(cast, who) == await _done(cast, who), who


async def test_follow_the_day_of_a_delegation(cast: Cast) -> None:
    await _until(cast, "self_assessed")
    assert await _told(cast, "assistant") == []
    await cast.lend("office", "chief", "assistant")
    assert "ScoreSheet" in await _told(cast, "assistant")


async def test_find_the_next_head_up_past_units_without_a_standing(cast: Cast) -> None:
    """The office stands beneath a section that scores nobody; the chair still reopens."""
    await _until(cast, "released")
    section, town = cast.town.units["culture"], cast.town
    await town.owner.execute(
        "update congtam.unit_placement set standing = 'none' where unit_id = $1", section
    )
    await town.owner.execute(
        "update congtam.unit_placement set parent_id = $1 where unit_id = $2",
        section,
        town.units["office"],
    )
    assert await _told(cast, "chair") == ["AskReconsideration", "ReopenSheet"]
    assert await _done(cast, "chair") == ["AskReconsideration", "ReopenSheet"]
