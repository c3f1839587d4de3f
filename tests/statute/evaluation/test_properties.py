"""What holds for every month, whatever its lines."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.statute.evaluation import (
    Leadership,
    Line,
    MonthFacts,
    MonthRecord,
    MonthScore,
    Origin,
    Role,
    from_json,
    month_law,
    month_score,
    recompute,
    to_json,
)
from resolvers.statute.switches import Switches
from tests.statute.evaluation.reference import reckon

MARCH, KNOWN = date(2026, 3, 1), date(2026, 4, 2)
many = settings(max_examples=100, deadline=None, database=None)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    failures, delays = draw(st.integers(0, 7)), draw(st.integers(0, 7))
    return Line(
        units=draw(UNITS),
        completed=draw(SHARES),
        quality_failures=failures,
        delays=delays,
        objective_quality_failures=draw(st.integers(0, failures)),
        objective_delays=draw(st.integers(0, delays)),
        origin=draw(st.sampled_from(Origin)),
    )


UNITS = st.one_of(
    st.integers(0, 200),
    st.decimals(0, 200, places=3),
    st.fractions(0, 200, max_denominator=12),
)
SHARES = st.one_of(st.just(1), st.decimals(0, 1, places=2), st.fractions(0, 1, max_denominator=9))
MONTHS = st.lists(lines(), max_size=6).map(tuple)
GENERAL = st.one_of(st.integers(0, 30), st.decimals(0, 30, places=3))
HALVES = st.sampled_from([Decimal("0.5"), Decimal(1)])
LEADERS = st.one_of(st.none(), st.builds(Leadership, HALVES, HALVES, HALVES))
ANSWERS = st.fixed_dictionaries(
    {
        "cap": st.sampled_from(["total", "each_ratio"]),
        "rounding_mode": st.sampled_from(["half_up", "half_even"]),
        "rounding_digits": st.integers(1, 4),
        "deduction_floor": st.sampled_from(["each_product", "each_ratio"]),
        "delays_counted": st.sampled_from(["each_missed_deadline", "once_per_product"]),
    }
).map(Switches.of)


def facts_of(
    general: int | Decimal, work: tuple[Line, ...], leadership: Leadership | None = None
) -> MonthFacts:
    return MonthFacts(Role.LEADER if leadership else Role.STAFF, general, work, leadership)


def scored(facts: MonthFacts, switches: Switches | None = None) -> MonthScore:
    return month_score(facts, month_law(MARCH, known=KNOWN), switches or Switches.of({}))


def raw(score: MonthScore) -> Fraction:
    return Fraction(-1) if score.raw_total is None else score.raw_total


@many
@given(GENERAL, MONTHS, LEADERS, ANSWERS)
def test_no_number_differs_from_the_decree_reckoned_with_fractions(
    general: Decimal, work: tuple[Line, ...], leadership: Leadership | None, switches: Switches
) -> None:
    score = scored(facts_of(general, work, leadership), switches)
    reckoned = reckon(
        Fraction(general),
        work,
        [Fraction(value) for value in leadership or ()],
        each_ratio=switches.values["cap"] == "each_ratio",
        floored=switches.values["deduction_floor"] == "each_product",
        once=switches.values["delays_counted"] == "once_per_product",
    )
    if reckoned is None:
        assert score.level == "INSUFFICIENT_DATA"
        assert score.total is None
    else:
        assert (score.a, score.b, score.c, score.results, score.raw_total) == reckoned


@many
@given(GENERAL, MONTHS, LEADERS, ANSWERS)
def test_the_total_is_the_raw_number_rounded_and_never_above_100(
    general: Decimal, work: tuple[Line, ...], leadership: Leadership | None, switches: Switches
) -> None:
    score = scored(facts_of(general, work, leadership), switches)
    if score.total is not None and score.raw_total is not None and score.results is not None:
        digits = int(switches.values["rounding_digits"])
        assert abs(Fraction(score.total) - score.raw_total) <= Fraction(1, 2 * 10**digits)
        assert -score.total.as_tuple().exponent == digits  # type: ignore[operator]
        assert 0 <= score.results <= 70
        assert 0 <= score.total <= 100


@many
@given(GENERAL, MONTHS, ANSWERS, st.data())
def test_one_more_failure_or_delay_never_raises_a_score(
    general: Decimal, work: tuple[Line, ...], switches: Switches, data: st.DataObject
) -> None:
    if not work:
        return
    index = data.draw(st.integers(0, len(work) - 1))
    field = data.draw(st.sampled_from(["quality_failures", "delays"]))
    worse = work[index]._replace(**{field: getattr(work[index], field) + 1})
    before = scored(facts_of(general, work), switches)
    after = scored(facts_of(general, (*work[:index], worse, *work[index + 1 :])), switches)
    assert raw(after) <= raw(before)


@many
@given(GENERAL, MONTHS, ANSWERS, st.integers(1, 5), st.data())
def test_what_had_an_objective_cause_changes_nothing(
    general: Decimal, work: tuple[Line, ...], switches: Switches, times: int, data: st.DataObject
) -> None:
    if not work:
        return
    index = data.draw(st.integers(0, len(work) - 1))
    line = work[index]
    excused = line._replace(
        quality_failures=line.quality_failures + times,
        objective_quality_failures=line.objective_quality_failures + times,
        delays=line.delays + times,
        objective_delays=line.objective_delays + times,
    )
    before = scored(facts_of(general, work), switches)
    after = scored(facts_of(general, (*work[:index], excused, *work[index + 1 :])), switches)
    assert (after.total, after.level) == (before.total, before.level)
    assert (after.a, after.b, after.c) == (before.a, before.b, before.c)


@many
@given(GENERAL, MONTHS, ANSWERS, st.data())
def test_the_order_of_lines_is_irrelevant(
    general: Decimal, work: tuple[Line, ...], switches: Switches, data: st.DataObject
) -> None:
    shuffled = tuple(data.draw(st.permutations(work)))
    before = scored(facts_of(general, work), switches)
    after = scored(facts_of(general, shuffled), switches)
    assert (raw(after), after.total, after.level) == (raw(before), before.total, before.level)


@many
@given(GENERAL, MONTHS, ANSWERS, st.decimals("0.001", 1, places=3), st.data())
def test_more_work_accepted_never_lowers_a_score(
    general: Decimal, work: tuple[Line, ...], switches: Switches, more: Decimal, data: st.DataObject
) -> None:
    # Only with the floor of each product: without it, a fifth failure makes more work a burden.
    switches = Switches.of({**switches.to_json(), "deduction_floor": "each_product"})
    if not work:
        return
    index = data.draw(st.integers(0, len(work) - 1))
    better = work[index]._replace(
        completed=min(Fraction(1), Fraction(work[index].completed) + Fraction(more))
    )
    before = scored(facts_of(general, work), switches)
    after = scored(facts_of(general, (*work[:index], better, *work[index + 1 :])), switches)
    assert raw(after) >= raw(before)


@many
@given(GENERAL, MONTHS, LEADERS, ANSWERS)
def test_a_stored_record_reads_back_and_recomputes_to_the_same_score(
    general: Decimal, work: tuple[Line, ...], leadership: Leadership | None, switches: Switches
) -> None:
    record = MonthRecord(MARCH, KNOWN, facts_of(general, work, leadership), switches)
    score, stored = record.score(), to_json(record)
    assert from_json(stored) == record
    assert recompute(stored) == score
    assert MonthScore.from_json(score.to_json()) == score


@many
@given(GENERAL, MONTHS, ANSWERS)
def test_a_score_depends_on_nothing_but_its_facts(
    general: Decimal, work: tuple[Line, ...], switches: Switches
) -> None:
    facts = facts_of(general, work)
    assert scored(facts, switches) == scored(facts, switches)
