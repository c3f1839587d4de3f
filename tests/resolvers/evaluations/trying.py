"""A month with work and sheets in every state, and every deed on it, to be tried on any day."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select

from resolvers import evaluations, work
from resolvers.core.errors import Refusal
from resolvers.core.ids import new_id
from resolvers.evaluations import ALLOWED_NEEDS, allowed_actions, sheet
from resolvers.work import Evidence, Part
from tests.resolvers.cast import DUE, FULL, LED, MONTH, PROOF, Cast
from tests.resolvers.town import person, posting

REASON = {"reason": "Rà soát lại"}


@dataclass(frozen=True)
class Try:
    """One deed with everything but the day."""

    who: str
    deed: Callable[..., Awaitable[Any]]
    arguments: dict[str, Any]


class _Undo(Exception):
    """Ends a transaction without saving."""


async def june(cast: Cast) -> dict[str, Any]:
    """A month with work and sheets in every state, and what deeds need to be told of it."""
    await cast.open("office")
    await cast.open("culture")
    scale = await cast.scale("MUON", "I.2", "2", "5")
    for name in ("clerk", "typist", "leader", "archivist"):
        await cast.worked(name)
        await cast.assess(name)
    for name in ("archivist", "clerk", "typist"):
        await cast.score(name)
    for name in ("archivist", "clerk"):
        await cast.sign(name)
    waiting = await cast.line_of(await cast.assign("assistant"))
    delivery = await cast.deliver("assistant", waiting["id"])
    planned = await cast.assign("assistant")
    line = (await cast.line_of(planned))["id"]
    fault = await cast.do(
        "chief", work.record_fault, line=line, kind="quality", reason="Sai thể thức"
    )
    assistant = await cast.sheet("assistant")
    await cast.do(
        "chief",
        evaluations.apply_deduction,
        sheet=assistant["id"],
        version=assistant["version"],
        scale=scale,
        times=1,
        **REASON,
    )
    (deduction,) = await cast.rows("deduction")
    cast.town.people["newcomer"] = await person(
        cast.town, "Trịnh Văn Tới", cast.town.agencies["commune"]
    )
    post = await posting(cast.town, "newcomer", "office", "member", begins=date(2026, 6, 10))
    cast.town.postings["newcomer"] = post
    return {
        "scale": scale,
        "delivery": delivery,
        "planned": planned,
        "line": line,
        "fault": fault,
        "deduction": deduction["id"],
        "newcomer": post,
    }


async def on_work(cast: Cast, ids: dict[str, Any], day: date) -> dict[str, Try]:
    """Every deed that writes about June's work."""
    rest = [Part(Decimal(100), max(DUE, day))]
    over = {"to": cast.town.postings["leader"], "due_on": max(DUE, day), **REASON}
    evidence = [Evidence("Bổ sung", sha256="cd" * 32)]
    delivery, line = {"delivery": ids["delivery"]}, ids["line"]
    return {
        "deliver": Try(
            "assistant",
            work.deliver_work,
            {"id": new_id(), "line": line, "quantity": Decimal(1), "evidence": PROOF},
        ),
        "add_evidence": Try("assistant", work.add_evidence, {**delivery, "evidence": evidence}),
        "accept": Try("chief", work.accept_delivery, {**delivery, "version": 1}),
        "return": Try("chief", work.return_delivery, {**delivery, "version": 1, **REASON}),
        "fault": Try(
            "chief", work.record_fault, {"line": ids["line"], "kind": "quality", **REASON}
        ),
        "cause": Try(
            "chief",
            work.confirm_objective_cause,
            {"fault": ids["fault"], "cause": "Mất điện", "version": 1},
        ),
        "hand_over": Try(
            "chief", work.hand_over_work, {"assignment": ids["planned"], **over, "version": 1}
        ),
        "spread": Try(
            "chief",
            work.spread_work,
            {"assignment": await untouched(cast, day), "spread": rest, "version": 1},
        ),
    }


async def untouched(cast: Cast, day: date) -> UUID:
    """Work of June that nobody has begun."""
    found = await cast.rows("assignment", "title = 'Chưa làm'")
    return found[0]["id"] if found else await cast.assign("leader", title="Chưa làm")


async def on_sheets(cast: Cast, ids: dict[str, Any]) -> dict[str, Try]:
    """Every deed on June's sheets, each on a sheet whose state allows it."""

    async def of(name: str) -> dict[str, Any]:
        found = await cast.sheet(name)
        return {"sheet": found["id"], "version": found["version"]}

    open_, assessed, scored = await of("assistant"), await of("leader"), await of("typist")
    told = {"scale": ids["scale"], "times": 1, **REASON}
    return {
        "draft": Try("assistant", evaluations.save_self_draft, {**open_, "marks": FULL}),
        "self_assess": Try("assistant", evaluations.self_assess, {**open_, "marks": FULL}),
        "return_self": Try("chief", evaluations.return_self_assessment, {**assessed, **REASON}),
        "score": Try(
            "chief", evaluations.score_sheet, {**assessed, "marks": FULL, "leadership": LED}
        ),
        "deduct": Try("chief", evaluations.apply_deduction, {**assessed, **told}),
        "take_back": Try(
            "chief",
            evaluations.remove_deduction,
            {"deduction": ids["deduction"], "version": open_["version"], **REASON},
        ),
        "return": Try("chief", evaluations.return_sheet, {**scored, **REASON}),
        "reopen": Try("chair", evaluations.reopen_sheet, {**await of("clerk"), **REASON}),
    }


def on_months(cast: Cast, ids: dict[str, Any]) -> dict[str, Try]:
    """Every deed on June itself that makes or unlocks something."""
    unit = cast.town.units
    return {
        "open": Try("chair", evaluations.open_month, {"unit": unit["commune"], "period": MONTH}),
        "open_sheet": Try(
            "chief", evaluations.open_sheet, {"posting": ids["newcomer"], "period": MONTH}
        ),
    }


async def named(cast: Cast, who: str, whose: str, day: date) -> list[str]:
    """What a sheet says on a day that somebody may do, by the columns that the graph reads."""
    needs = [sheet.c[each] if isinstance(each, str) else each for each in ALLOWED_NEEDS]
    request = await cast.request(who, day)
    id = (await cast.sheet(whose))["id"]
    async with cast.town.database.reading() as tx:
        question = select(*needs).where(sheet.c.id == id)
        (row,) = await tx.rows(question, today=day, now=request.now)
    (told,) = allowed_actions(request, [tuple(row.values())])
    return told


async def done(cast: Cast, told: Try, day: date) -> None:
    """The deed is done on the day; nothing of it is kept."""
    request = await cast.request(told.who, day)
    try:
        async with cast.town.deed(request.reach) as tx:
            await told.deed(tx, request, **told.arguments)
            raise _Undo
    except _Undo:
        return


async def refused(cast: Cast, told: Try, day: date) -> Refusal:
    """The refusal of the deed on the day; nothing was written."""
    return await cast.refused(told.who, told.deed, today=day, **told.arguments)
