"""A petition against a month's score from its filing to the new result, in a closed month."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from resolvers import evaluations, petitions, work
from resolvers.core.documents import Document
from tests.resolvers.cast import FULL, MONTH, Cast
from tests.resolvers.petitions.story import UPHELD, advise, answers, file, step

SAID = {"text": "Đơn vị đã chấm theo biên bản nghiệm thu."}


async def test_the_whole_story_in_a_closed_month(cast: Cast) -> None:
    """A delay was not the archivist's fault; culture closed June, and its window is over."""
    await cast.open("culture")
    await cast.worked("archivist")
    line = (await cast.rows("work_line"))[0]["id"]
    noted = {"line": line, "kind": "quality", "reason": "Sai thể thức"}
    fault = await cast.do("curator", work.record_fault, **noted)
    await cast.finish("archivist")
    month = {"unit": cast.town.units["culture"], "period": MONTH}
    await cast.do("curator", evaluations.close_month, **month)
    lock = await cast.rows("unit_month")
    filed = date(2026, 7, 13)
    id = await file(cast, filed, "archivist")
    await step(cast, id, "chair", petitions.ask_petition_statement, filed)
    await step(cast, id, "curator", petitions.give_petition_statement, filed, **SAID)
    await step(cast, id, "officer", petitions.give_petition_opinion, filed, **SAID)
    ends = datetime(2026, 7, 20, 10, 0, tzinfo=UTC)
    decision = {**UPHELD, "answer_by": ends, "documents": [Document("31/QĐ-UBND", filed)]}
    await step(cast, id, "chair", petitions.uphold_score_petition, filed, **decision)
    old = Decimal("94.17")
    assert await answers(cast, id) == (old, None, "EXCELLENT", None)

    async def on_sheet(deed: Any, **more: Any) -> Any:
        sheet = await cast.sheet("archivist")
        which = {"sheet": sheet["id"], "version": sheet["version"]}
        return await cast.do("curator", deed, today=date(2026, 7, 15), **which, **more)

    cause = {"fault": fault, "cause": "Biểu mẫu cấp trên gửi sai", "version": 1}
    await cast.do("curator", work.confirm_objective_cause, today=date(2026, 7, 15), **cause)
    await on_sheet(evaluations.score_sheet, marks=FULL)
    await on_sheet(evaluations.sign_sheet)
    assert await answers(cast, id) == (old, Decimal("100.00"), "EXCELLENT", "EXCELLENT")
    sheet = await cast.sheet("archivist")
    assert (sheet["state"], sheet["round"]) == ("closed", 2)
    assert await cast.rows("unit_month") == lock
    rounds = await cast.rows("score", "sheet_id = $1", sheet["id"])
    assert sorted((row["round"], row["total"]) for row in rounds) == [
        (1, old),
        (2, Decimal("100.00")),
    ]
    deeds = [leaf["deed"] for leaf in await cast.town.leaves()]
    assert deeds[deeds.index("file_petition") :] == [
        "file_petition",
        "ask_petition_statement",
        "give_petition_statement",
        "give_petition_opinion",
        "reopen_sheet",
        "grant_lock_exception",
        "decide_petition",
        "confirm_objective_cause",
        "score_sheet",
        "sign_sheet",
    ]


async def test_after_the_answers_time_the_lock_holds_again(signed: Cast) -> None:
    id = await file(signed)
    await advise(signed, id)
    await step(signed, id, "chair", petitions.uphold_score_petition, **UPHELD)
    sheet = await signed.sheet("clerk")
    scoring = {"sheet": sheet["id"], "version": sheet["version"], "marks": FULL}
    late = date(2026, 7, 15)
    refusal = await signed.refused("chief", evaluations.score_sheet, today=late, **scoring)
    assert refusal.code == "WINDOW_OVER"
