"""Whatever is delivered, accepted, returned, noted and excused: the counters equal the rows.

And the score equals the law: the expected number is drawn from deliveries and faults alone, by the
decree's formula (art. 14, 16 and 17) written out once more.
"""

from collections.abc import Awaitable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolvers import work
from resolvers.core.errors import Refusal
from tests.resolvers.cast import FULL, Cast

DAYS = (date(2026, 6, 15), date(2026, 6, 30), date(2026, 7, 3))
LINES = 3
Step = tuple[str, int, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("deliver", "accept", "return", "fault", "confirm")),
        st.integers(0, LINES - 1),
        st.integers(1, 7),
        st.integers(0, len(DAYS) - 1),
    ),
    min_size=4,
    max_size=25,
)
ORIGINS = st.lists(st.sampled_from(("planned", "planned", "urgent")), min_size=3, max_size=3)


async def _try(step: Awaitable[Any]) -> None:
    """A step may be refused; then it must not count."""
    with suppress(Refusal):
        await step


async def _step(cast: Cast, lines: Sequence[UUID], step: Step) -> None:
    what, which, number, day = step
    line, today = lines[which], DAYS[day]
    if what == "deliver":
        await _try(cast.deliver("clerk", line, f"{number}", today=today))
        return
    if what == "fault":
        kind = ("quality", "delay")[number % 2]
        told = {"line": line, "kind": kind, "reason": "Sai sót", "today": today}
        await _try(cast.do("chief", work.record_fault, **told))
        return
    if what == "confirm":
        for fault in (await cast.rows("fault", "line_id = $1", line))[:1]:
            told = {"fault": fault["id"], "version": fault["version"], "cause": "Bão lụt"}
            await _try(cast.do("chief", work.confirm_objective_cause, **told))
        return
    for delivery in (await cast.rows("delivery", "line_id = $1 and verdict is null", line))[:1]:
        told = {"delivery": delivery["id"], "version": delivery["version"], "today": today}
        if what == "accept":
            part = Decimal(number) if number % 3 == 0 else None
            failures = ("Sai căn cứ",) * (number % 3)
            more = {"quantity": part, "failures": failures}
            await _try(cast.do("chief", work.accept_delivery, **told, **more))
        else:
            more = {"reason": "Chưa đạt", "major_error": number % 2 == 0}
            await _try(cast.do("chief", work.return_delivery, **told, **more))


async def _check_counters(cast: Cast) -> None:
    """Every line's counters are what its deliveries and faults say."""
    (wrong,) = await cast.town.owner.fetch(
        "select count(*) from congtam.work_line l where"
        " (accepted, quality_failures, delays, objective_quality_failures, objective_delays) <> ("
        " (select coalesce(sum(accepted_quantity), 0) from congtam.delivery where line_id = l.id),"
        " (select count(*) from congtam.fault where line_id = l.id and kind = 'quality'),"
        " (select count(*) from congtam.fault where line_id = l.id and kind = 'delay'),"
        " (select count(*) from congtam.fault"
        "   where line_id = l.id and kind = 'quality' and objective),"
        " (select count(*) from congtam.fault"
        "   where line_id = l.id and kind = 'delay' and objective))"
    )
    assert wrong["count"] == 0


async def _expected(cast: Cast) -> Decimal | None:
    """The clerk's total by the decree's formula, from the rows; None where nothing was planned."""
    assigned, sums = Fraction(), [Fraction()] * 3
    for line in await cast.rows("work_line", "person_id = $1", cast.town.people["clerk"]):
        deliveries = await cast.rows(
            "delivery", "line_id = $1 and verdict = 'accepted'", line["id"]
        )
        done = sum((Fraction(each["accepted_quantity"]) for each in deliveries), Fraction())
        faults = await cast.rows("fault", "line_id = $1 and not objective", line["id"])
        counts = [sum(each["kind"] == kind for each in faults) for kind in ("quality", "delay")]
        for index, times in enumerate((0, *counts)):
            sums[index] += done * max(Fraction(), 1 - Fraction(times, 4))
        assigned += Fraction(line["quantity"]) if line["origin"] == "planned" else 0
    if not assigned:
        return None
    hundredths = 100 * (30 + min(Fraction(70), 70 * sum(sums, Fraction()) / assigned / 3))
    return Decimal(int(hundredths + Fraction(1, 2))).scaleb(-2)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS, origins=ORIGINS)
async def test_counters_and_score_follow_from_the_rows(
    cast: Cast, steps: list[Step], origins: list[str]
) -> None:
    if not await cast.rows("unit_month"):
        await cast.open("office")
        await cast.assess("clerk")
    lines = []
    for origin in origins:
        lines.append((await cast.line_of(await cast.assign("clerk", "10", origin=origin)))["id"])
    for step in steps:
        await _step(cast, lines, step)
    await _check_counters(cast)
    sheet = await cast.score("clerk", marks=FULL)
    assert sheet["total"] == await _expected(cast)
