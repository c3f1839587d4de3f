"""Two at once: one wins, the other is told so; facts stand still under a signature."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

from resolvers import evaluations, work
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.evaluations import Mark, Scoring
from tests.resolvers.cast import FULL, MONTH, Cast


async def _both(*deeds: Any) -> tuple[list[Any], list[str]]:
    """What succeeded, and the codes of what was refused."""
    outcomes = await asyncio.gather(*deeds, return_exceptions=True)
    unexpected = [each for each in outcomes if isinstance(each, BaseException)]
    assert all(isinstance(each, Refusal) for each in unexpected), unexpected
    done = [each for each in outcomes if not isinstance(each, BaseException)]
    return done, [each.code for each in unexpected if isinstance(each, Refusal)]


async def _ready(cast: Cast) -> dict[str, Any]:
    await cast.open("office")
    await cast.worked("clerk")
    await cast.assess("clerk")
    sheet = await cast.sheet("clerk")
    return {"sheet": sheet["id"], "version": sheet["version"]}


async def test_two_scores_of_one_sheet_give_one_success(cast: Cast) -> None:
    told = await _ready(cast)
    low = {**FULL, "I.1": Decimal(0)}
    done, refused = await _both(
        cast.do("chief", evaluations.score_sheet, **told, marks=FULL),
        cast.do("chief", evaluations.score_sheet, **told, marks=low),
    )
    assert (len(done), refused) == (1, ["STALE_VERSION"])
    assert len(await cast.leaves("score_sheet")) == 1


async def test_two_signatures_give_one_success(cast: Cast) -> None:
    await _ready(cast)
    sheet = await cast.score("clerk")
    told = {"sheet": sheet["id"], "version": sheet["version"]}
    deeds = [cast.do("chief", evaluations.sign_sheet, **told) for _ in range(2)]
    done, refused = await _both(*deeds)
    assert (len(done), refused) == (1, ["ALREADY_SIGNED"])


async def test_two_bulk_scores_in_opposite_order_wait_for_each_other(cast: Cast) -> None:
    await cast.open("office")
    names = ("clerk", "typist")
    for name in names:
        await cast.worked(name)
        await cast.assess(name)
    marks = tuple(Mark(code, points) for code, points in FULL.items())
    rows = [Scoring((await cast.sheet(name))["id"], 2, marks) for name in names]
    for _ in range(5):
        outcomes = await asyncio.gather(
            cast.do("chief", evaluations.score_many, rows=rows),
            cast.do("chief", evaluations.score_many, rows=rows[::-1]),
        )
        told = [getattr(each, "code", "done") for outcome in outcomes for each in outcome]
        assert sorted(told) == ["STALE_VERSION"] * 2 + ["done"] * 2
        rows = [replace(row, version=row.version + 1) for row in rows]


async def test_two_openings_of_a_month_give_one_success(cast: Cast) -> None:
    done, refused = await _both(cast.open("office"), cast.open("office"))
    assert (len(done), refused) == (1, ["MONTH_ALREADY_OPENED"])
    assert len(await cast.rows("sheet")) == 4


async def test_two_verdicts_on_one_delivery_give_one_success(cast: Cast) -> None:
    line = (await cast.line_of(await cast.assign("clerk")))["id"]
    id = await cast.deliver("clerk", line)
    told = {"delivery": id, "version": 1}
    done, refused = await _both(
        cast.do("chief", work.accept_delivery, **told),
        cast.do("chief", work.return_delivery, **told, reason="Chưa đạt"),
    )
    assert (len(done), refused) == (1, ["NOTHING_TO_DECIDE"])


async def test_two_deliveries_never_exceed_what_was_assigned(cast: Cast) -> None:
    line = (await cast.line_of(await cast.assign("clerk")))["id"]
    deeds = [cast.deliver("clerk", line, "6") for _ in range(2)]
    done, refused = await _both(*deeds)
    assert (len(done), refused) == (1, ["MORE_THAN_OUTSTANDING"])


class Pausing:
    """A transaction that stops after so many statements, until it is told to go on."""

    def __init__(self, tx: Transaction, after: int) -> None:
        self._tx, self._left = tx, after
        self.stopped, self.go_on = asyncio.Event(), asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        statement = getattr(self._tx, name)

        async def paused(*arguments: Any, **values: Any) -> Any:
            found = await statement(*arguments, **values)
            self._left -= 1
            if not self._left:
                self.stopped.set()
                await self.go_on.wait()
            return found

        return paused


async def _meanwhile(
    cast: Cast, who: str, deed: Any, arguments: dict[str, Any], after: int, other: Any
) -> Any:
    """Do `other` in the middle of a deed: it has to wait, and then its outcome is told."""
    request = await cast.request(who)
    async with cast.town.deed(request.reach) as tx:
        pausing: Any = Pausing(tx, after)
        first = asyncio.create_task(deed(pausing, request, **arguments))
        await pausing.stopped.wait()
        second = asyncio.create_task(_outcome(other))
        await asyncio.sleep(0.3)
        assert not second.done()
        pausing.go_on.set()
        await first
    return await second


async def test_a_fact_that_comes_during_a_signature_waits_and_is_refused(cast: Cast) -> None:
    """The sheet is held, its facts are not read yet: a fault comes too late, and is told so."""
    await _ready(cast)
    sheet = await cast.score("clerk")
    line = (await cast.rows("work_line"))[0]["id"]
    told = {"sheet": sheet["id"], "version": sheet["version"]}
    fault = cast.do("chief", work.record_fault, line=line, kind="quality", reason="Sai")
    late = await _meanwhile(cast, "chief", evaluations.sign_sheet, told, 1, fault)
    assert late == "ALREADY_SIGNED"


async def test_a_sheet_is_not_reopened_while_its_month_closes(cast: Cast) -> None:
    await cast.open("culture")
    await cast.worked("archivist")
    await cast.finish("archivist")
    sheet = await cast.sheet("archivist")
    told = {"sheet": sheet["id"], "version": sheet["version"], "reason": "Xem lại"}
    reopening = cast.do("chair", evaluations.reopen_sheet, **told)
    month = {"unit": cast.town.units["culture"], "period": MONTH}
    # The month, who is scored, who left, who has a sheet, how the sheets stand.
    late = await _meanwhile(cast, "curator", evaluations.close_month, month, 5, reopening)
    assert late == "MONTH_CLOSED"


async def _outcome(deed: Any) -> Any:
    try:
        return await deed
    except Refusal as refused:
        return refused.code


STATEMENTS = ("rows", "row", "value", "run", "run_many", "savepoint", "together")


class Counting:
    """A transaction that counts its statements."""

    def __init__(self, tx: Transaction) -> None:
        self._tx, self.statements = tx, 0

    def __getattr__(self, name: str) -> Any:
        self.statements += name in STATEMENTS
        return getattr(self._tx, name)


async def test_a_score_takes_three_statements(cast: Cast) -> None:
    """Held sheet, facts, and all that is written; begin and commit make it five round trips."""
    told = await _ready(cast)
    request = await cast.request("chief")
    async with cast.town.deed(request.reach) as tx:
        counting: Any = Counting(tx)
        await evaluations.score_sheet(counting, request, **told, marks=FULL)
    assert counting.statements == 3
