"""The tables of spans: what months add up to, who is rated, and the December that is not over."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import cited
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    PeriodResult,
    SheetOfMonth,
    Span,
    first_of,
    last_of,
    months_of,
    periods_of,
    roll_up,
    span_law,
)
from resolvers.statute.evaluation.wording import WORDING
from resolvers.statute.evaluation.year.parameters import MEAN
from resolvers.statute.switches import DEFAULTS, Switches
from tests.statute.cases import cases
from tests.statute.evaluation.year.building import LATER, rolled

TABLES = ("spans", "part_years", "december")
CASES = [case for table in TABLES for case in cases(f"evaluation/year/{table}")]
ROLLED = [case for case in CASES if "expect" in case]
UNGOVERNED = [case for case in CASES if "not_in_force" in case]
JANUARY = date(2026, 1, 1)


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.fixture(params=ROLLED, ids=named)
def result(request: pytest.FixtureRequest) -> PeriodResult:
    return rolled(request.param)


def test_every_case_says_what_is_expected_under_a_name_of_its_own() -> None:
    assert len(ROLLED) + len(UNGOVERNED) == len(CASES)
    assert len({named(case) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("table", TABLES)
def test_each_table_has_cases_on_both_sides_of_every_change(table: str) -> None:
    days = [case["on"] for case in cases(f"evaluation/year/{table}")]
    for version in MEAN.versions:
        assert min(days) < version.since <= max(days), version.cite


@pytest.mark.parametrize("case", ROLLED, ids=named)
def test_the_span_is_worth_what_the_table_says(case: dict[str, Any]) -> None:
    result, expect = rolled(case), case["expect"]
    assert (None if result.total is None else str(result.total)) == expect.get("total")
    assert result.level == expect.get("level")
    assert result.not_rated_because == expect.get("because", "")
    assert [f"{each.period:%Y-%m}" for each in result.missing] == expect.get("missing", [])
    if "raw" in expect:
        assert result.raw == Decimal(expect["raw"])
    if "excused" in expect:
        assert [f"{each.period:%Y-%m}" for each in result.excused] == expect["excused"]
    if "owed" in expect:
        assert [sheet for each in result.missing for sheet in each.sheets] == expect["owed"]
    if "months_worked" in expect:
        assert result.months_worked == Decimal(expect["months_worked"])
    if "provisional" in expect:
        assert result.provisional == expect["provisional"]


@pytest.mark.parametrize("case", UNGOVERNED, ids=named)
def test_before_the_decree_there_is_an_exception_and_no_zero(case: dict[str, Any]) -> None:
    with pytest.raises(NotInForce):
        rolled(case)


class TestEveryResult:
    def test_is_rated_if_and_only_if_it_has_one_of_the_four_levels(
        self, result: PeriodResult
    ) -> None:
        four = result.level is not None and result.level != "INSUFFICIENT_DATA"
        assert result.rated == four == (result.not_rated_because == "")

    def test_has_a_total_if_and_only_if_every_period_at_work_has_a_score(
        self, result: PeriodResult
    ) -> None:
        assert (result.total is not None) == (result.raw is not None)
        assert (result.total is not None) == (bool(result.used) and not result.missing)

    def test_lists_each_sheet_it_used_once_with_its_days(self, result: PeriodResult) -> None:
        sheets = [used.sheet for used in result.used]
        assert len(sheets) == len(set(sheets))
        assert all(used.days > 0 for used in result.used)

    def test_says_every_step_in_both_languages(self, result: PeriodResult) -> None:
        for step in result.steps:
            for language in ("en", "vi"):
                assert step.text(language).strip() == step.text(language) != ""
                assert "{" not in step.text(language)

    def test_cites_what_its_steps_cite(self, result: PeriodResult) -> None:
        assert set(result.cites) == {step.cite for step in result.steps}
        assert len(set(result.cites)) == len(result.cites)
        assert all(cited(cite, "vi") != cite for cite in result.cites)

    def test_ends_with_its_level_if_it_has_one(self, result: PeriodResult) -> None:
        if result.rated:
            assert (result.steps[-1].key, result.steps[-1].value) == ("level", result.level)


def test_every_wording_of_a_span_is_used_by_some_case() -> None:
    used = {step.key for case in ROLLED for step in rolled(case).steps}
    assert {key for key in WORDING if key.startswith("span_")} <= used


def law() -> Law:
    return span_law(Span.QUARTER, JANUARY, known=LATER)


def test_the_law_remembers_what_a_roll_up_read() -> None:
    read = law()
    result = roll_up(Span.QUARTER, JANUARY, quarter(), DEFAULTS, read)
    assert read.cites == result.cites


def quarter() -> list[MonthOfYear]:
    return [
        MonthOfYear(
            period.first, (SheetOfMonth("one", Decimal("80.00"), period.days),), period.days
        )
        for period in periods_of(Span.QUARTER, JANUARY)
    ]


class TestText:
    def test_is_vietnamese_with_its_months_and_commas(self) -> None:
        given = {"scores": {"2026-01": "88.20", "2026-03": "84.00"}}
        absent = {"kind": "maternity", "from": date(2026, 2, 1), "to": date(2026, 2, 28)}
        case = {"span": "quarter", "on": JANUARY, "given": {**given, "absent": [absent]}}
        texts = [(step.text("vi"), step.value) for step in rolled(case).steps]
        assert texts[:4] == [
            ("tháng 01/2026: tổng điểm của phiếu", "88.20"),
            ("tháng 02/2026: vắng mặt do nghỉ thai sản, số ngày", "28"),
            (
                "tháng 02/2026: không có điểm do vắng mặt đã được ghi nhận:"
                " không tính vào điểm trung bình",
                "excused",
            ),
            ("tháng 03/2026: tổng điểm của phiếu", "84.00"),
        ]
        assert texts[4] == ("Điểm trung bình cộng 172,2 / 2", "86.1")

    def test_names_quarters_as_quarters(self) -> None:
        given = {"scores": {"2026-Q1": "88.25"}, "switches": {"cycle": "quarter"}}
        steps = rolled({"span": "quarter", "on": JANUARY, "given": given}).steps
        assert steps[0].text("vi") == "quý I/2026: tổng điểm của phiếu"
        assert steps[0].text("en") == "2026-Q1: the printed total of its sheet"


class TestSpans:
    @pytest.mark.parametrize(
        ("span", "day", "first", "last"),
        [
            ("quarter", date(2026, 3, 31), JANUARY, date(2026, 3, 31)),
            ("quarter", date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30)),
            ("half_year", date(2026, 6, 30), JANUARY, date(2026, 6, 30)),
            ("half_year", date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31)),
            ("year", date(2028, 2, 29), date(2028, 1, 1), date(2028, 12, 31)),
        ],
    )
    def test_begin_and_end_with_their_months(
        self, span: str, day: date, first: date, last: date
    ) -> None:
        assert first_of(Span(span), day) == first
        assert last_of(Span(span), first) == last
        assert months_of(Span(span), first)[0] == first
        assert len(months_of(Span(span), first)) == Span(span).months

    @pytest.mark.parametrize("day", [date(2026, 2, 1), date(2026, 1, 2), date(2026, 4, 1)])
    def test_begin_nowhere_else(self, day: date) -> None:
        with pytest.raises(ValueError, match=f"no year begins on {day}"):
            months_of(Span.YEAR, day)

    def test_are_made_of_quarters_where_the_agency_scores_by_the_quarter(self) -> None:
        periods = periods_of(Span.HALF_YEAR, JANUARY, Switches.of({"cycle": "quarter"}))
        assert [(period.first, period.last, period.days) for period in periods] == [
            (JANUARY, date(2026, 3, 31), 90),
            (date(2026, 4, 1), date(2026, 6, 30), 91),
        ]

    def test_roll_by_quarters_too(self) -> None:
        switches = Switches.of({"cycle": "quarter", "december": "rolling_year"})
        first = [period.first for period in periods_of(Span.YEAR, date(2027, 1, 1), switches)]
        assert first == [date(2026, 10, 1), *(date(2027, month, 1) for month in (1, 4, 7))]


def one(*sheets: SheetOfMonth, of_days: object = 31, absent: object = ()) -> MonthOfYear:
    return MonthOfYear(JANUARY, sheets, of_days, absent)  # type: ignore[arg-type]


SHEET = SheetOfMonth("one", Decimal(80), 31)
IMPOSSIBLE = [
    ("more days than the month has", one(SHEET, of_days=32), "of_days: must be a whole number"),
    ("days of service below none", one(of_days=-1), "of_days: must be a whole number from 0 to 31"),
    (
        "a sheet without a day",
        one(SHEET._replace(days=0)),
        "sheets[0].days: must be a whole number",
    ),
    ("sheets for more days than served", one(SHEET, of_days=30), "sheets[0].days: must be a whole"),
    ("two sheets for one day", one(SHEET, SHEET), "sheets[1].days: must be a whole number"),
    (
        "points above a hundred",
        one(SHEET._replace(total=Decimal("100.01"))),
        "sheets[0].total: must be from 0 to 100 points, or none",
    ),
    ("points below zero", one(SHEET._replace(total=Decimal(-1))), "sheets[0].total: must be from"),
    ("points as a float", one(SHEET._replace(total=80.0)), "sheets[0].total: must be"),  # type: ignore[arg-type]
    (
        "more days of absence than of service",
        one(SHEET, absent=(Absent(AbsenceKind.SICK, 32),)),
        "absent[0].days: must be a whole number from 1 to 31",
    ),
    (
        "two absences on one day",
        one(SHEET, absent=(Absent(AbsenceKind.SICK, 20), Absent(AbsenceKind.UNPAID, 12))),
        "absent[1].days: must be a whole number from 1 to 11",
    ),
    (
        "an absence that the law does not know",
        one(SHEET, absent=(Absent("holiday", 1),)),  # type: ignore[arg-type]
        "absent[0].kind: must be maternity or sick or unpaid or training or suspended",
    ),
]


class TestRefusal:
    @pytest.mark.parametrize(
        ("month", "words"), [case[1:] for case in IMPOSSIBLE], ids=[case[0] for case in IMPOSSIBLE]
    )
    def test_names_the_field_of_a_month_that_cannot_be(
        self, month: MonthOfYear, words: str
    ) -> None:
        months = [month, *quarter()[1:]]
        with pytest.raises(Unacceptable) as refusal:
            roll_up(
                Span.QUARTER,
                JANUARY,
                months,
                DEFAULTS,
                span_law(Span.QUARTER, JANUARY, known=LATER),
            )
        assert str(refusal.value).startswith(f"months[0].{words}")

    @pytest.mark.parametrize("months", [[], quarter()[:2], quarter()[::-1], quarter() * 2])
    def test_takes_no_month_left_out_for_one_without_service(
        self, months: list[MonthOfYear]
    ) -> None:
        with pytest.raises(Unacceptable) as refusal:
            roll_up(
                Span.QUARTER,
                JANUARY,
                months,
                DEFAULTS,
                span_law(Span.QUARTER, JANUARY, known=LATER),
            )
        assert str(refusal.value) == (
            "months: must be 2026-01, 2026-02, 2026-03: one each and in this order"
        )

    def test_compares_a_quarter_with_its_months(self) -> None:
        quarterly = Switches.of({"cycle": "quarter"})
        parts = tuple(month._replace(sheets=()) for month in quarter())
        whole = MonthOfYear(JANUARY, (SheetOfMonth("one", Decimal(80), 90),), 90, (), parts)
        assert roll_up(Span.QUARTER, JANUARY, [whole], quarterly, law()).months_worked == 3
        short = whole._replace(parts=(parts[0], parts[1], parts[2]._replace(of_days=30)))
        with pytest.raises(Unacceptable) as refusal:
            roll_up(Span.QUARTER, JANUARY, [short], quarterly, law())
        assert refusal.value.field == "months[0].parts"
