"""The entry window: what a month takes, on which days, and with which word it refuses the rest."""

from datetime import date, timedelta

from resolvers import evaluations
from tests.resolvers.cast import DUE, FULL, LED, MONTH, Cast
from tests.resolvers.evaluations.trying import (
    REASON,
    Try,
    done,
    june,
    named,
    on_months,
    on_sheets,
    on_work,
    refused,
    untouched,
)

LAST = date(2026, 7, 10)
"""The last day of June's window where the agency decided nothing."""
AFTER = LAST + timedelta(days=1)
OPENS = 20


class TestTheLastDay:
    async def test_takes_every_deed_and_the_next_day_none(self, cast: Cast) -> None:
        ids = await june(cast)
        await untouched(cast, DUE)
        tries = {**await on_work(cast, ids, AFTER), **await on_sheets(cast, ids)}
        tries |= on_months(cast, ids)
        for name, told in tries.items():
            # What nobody has begun is spread anew before its deadline only, which is past.
            if name != "spread":
                await done(cast, told, LAST)
            assert (await refused(cast, told, AFTER)).code == "WINDOW_OVER", name

    async def test_is_the_agencys_own(self, cast: Cast) -> None:
        ids = await june(cast)
        accept = (await on_work(cast, ids, AFTER))["accept"]
        await cast.choose("entry_closes_day", 5)
        assert (await refused(cast, accept, date(2026, 7, 6))).code == "WINDOW_OVER"
        await done(cast, accept, date(2026, 7, 5))

    async def test_leaves_signing_and_closing_what_was_scored_in_time(self, cast: Cast) -> None:
        await june(cast)
        typist = await cast.sheet("typist")
        told = {"sheet": typist["id"], "version": typist["version"]}
        await cast.do("chief", evaluations.sign_sheet, today=AFTER, **told)
        assert (await cast.sheet("typist"))["state"] == "released"
        month = {"unit": cast.town.units["culture"], "period": MONTH}
        await cast.do("curator", evaluations.close_month, today=AFTER, **month)
        assert (await cast.sheet("archivist"))["state"] == "closed"
        reopen = Try("chair", evaluations.reopen_month, {**month, **REASON})
        await done(cast, reopen, LAST)
        assert (await refused(cast, reopen, AFTER)).code == "WINDOW_OVER"

    async def test_stops_an_acting_head_as_it_stops_the_head(self, cast: Cast) -> None:
        ids = await june(cast)
        await cast.lend("office", "chief", "assistant", begins=LAST)
        tries = await on_sheets(cast, ids)
        lent = Try("assistant", tries["score"].deed, tries["score"].arguments)
        await done(cast, lent, LAST)
        assert (await refused(cast, lent, AFTER)).code == "WINDOW_OVER"

    async def test_is_told_row_by_row_in_bulk(self, cast: Cast) -> None:
        await june(cast)
        leader = await cast.sheet("leader")
        row = evaluations.Scoring(
            leader["id"],
            leader["version"],
            [evaluations.Mark(code, points) for code, points in FULL.items()],
            leadership=LED,
        )
        outcomes = await cast.do("chief", evaluations.score_many, today=AFTER, rows=[row])
        assert [each.code for each in outcomes] == ["WINDOW_OVER"]
        assert (await cast.sheet("leader"))["state"] == "self_assessed"


class TestTheFirstDay:
    async def test_takes_every_deed_on_a_sheet_and_the_day_before_none(self, cast: Cast) -> None:
        ids = await june(cast)
        await cast.choose("entry_opens_day", OPENS)
        tries = await on_sheets(cast, ids)
        scored = await cast.sheet("typist")
        tries["sign"] = Try(
            "chief",
            evaluations.sign_sheet,
            {"sheet": scored["id"], "version": scored["version"]},
        )
        for name, told in tries.items():
            before = await refused(cast, told, date(2026, 6, OPENS - 1))
            assert before.code == "WINDOW_NOT_OPEN", name
            await done(cast, told, date(2026, 6, OPENS))

    async def test_does_not_keep_work_waiting(self, cast: Cast) -> None:
        """Work is assigned, delivered and judged all month, and for months ahead."""
        ids = await june(cast)
        await cast.choose("entry_opens_day", 25)
        day = date(2026, 6, 19)
        for told in (await on_work(cast, ids, day)).values():
            await done(cast, told, day)
        for told in on_months(cast, ids).values():
            await done(cast, told, day)


class TestTheFourWords:
    async def test_are_told_apart(self, cast: Cast) -> None:
        ids = await june(cast)
        score = (await on_sheets(cast, ids))["score"]
        clerk = await cast.sheet("clerk")
        signed = {**score.arguments, "sheet": clerk["id"], "leadership": None}
        archivist = await cast.sheet("archivist")
        month = {"unit": cast.town.units["culture"], "period": MONTH}
        await cast.do("curator", evaluations.close_month, **month)
        closed = {"sheet": archivist["id"], "version": archivist["version"] + 1, **REASON}
        await cast.choose("entry_opens_day", OPENS)
        told = [
            (score, date(2026, 6, OPENS - 1)),
            (score, AFTER),
            (Try("chief", score.deed, signed), AFTER),
            (Try("chair", evaluations.reopen_sheet, closed), AFTER),
        ]
        codes = [(await refused(cast, *each)).code for each in told]
        assert codes == ["WINDOW_NOT_OPEN", "WINDOW_OVER", "ALREADY_SIGNED", "MONTH_CLOSED"]

    async def test_agree_with_the_actions_that_a_sheet_names(self, cast: Cast) -> None:
        ids = await june(cast)
        await cast.choose("entry_opens_day", OPENS)
        tries = await on_sheets(cast, ids)
        words = {"return_self": "ReturnSelfAssessment", "score": "ScoreSheet"}
        words |= {"deduct": "ApplyDeduction"}
        for day in (date(2026, 6, OPENS - 1), date(2026, 6, OPENS), LAST, AFTER):
            told = await named(cast, "chief", "leader", day)
            for name, action in words.items():
                if action in told:
                    await done(cast, tries[name], day)
                else:
                    assert (await refused(cast, tries[name], day)).code.startswith("WINDOW_")
            assert bool(told) == (date(2026, 6, OPENS) <= day <= LAST)
