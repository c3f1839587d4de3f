"""What is planted is found with its evidence; where nothing is, nothing is found."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from resolvers.insight import detecting
from resolvers.insight.model import Decided, Found, Load, Piece, Signed
from resolvers.insight.telling import told
from resolvers.statute.switches import DEFAULTS, Switches

MONTH = date(2026, 6, 1)
AT = datetime(2026, 7, 3, 2, tzinfo=UTC)
UNITS = [UUID(int=number) for number in range(1, 4)]
SPACE = UUID(int=77)
LEAST = DEFAULTS.to_json()["signal_least"]
assert isinstance(LEAST, int)

sizes = st.integers(LEAST, 12)


def ids(name: str, count: int) -> list[UUID]:
    return [uuid5(SPACE, f"{name} {number}") for number in range(count)]


def sheets(unit: UUID, count: int, **told: Callable[[int], Any]) -> list[Signed]:
    """Sheets of one unit that raise no signal, but for the columns told, by number."""
    plain: dict[str, Callable[[int], Any]] = {
        "total": lambda number: Decimal(60 + number),
        "level": lambda number: "COMPLETED",
        "self_marks": lambda number: (Decimal(5), Decimal(number)),
        "head_marks": lambda number: (Decimal(4), Decimal(number)),
        "scored_at": lambda number: AT - timedelta(days=3 + number),
        "period": lambda number: MONTH,
    }
    return [
        Signed(
            id=id,
            unit=unit,
            person=id,
            **{name: value(number) for name, value in (plain | told).items()},
        )
        for number, id in enumerate(ids(f"sheet of {unit}", count))
    ]


def load(number: int, done: Fraction, days: int = 30, alike: str = "office:member") -> Load:
    id = uuid5(SPACE, f"post {number} {alike}")
    pieces = tuple(
        Piece(uuid5(id, str(each)), "Văn bản", Decimal(10), done / 4, "planned")
        for each in range(4)
    )
    return Load(id, id, UNITS[0], alike, days, pieces)


def deliveries(unit: UUID, count: int, *, minutes: int) -> list[Decided]:
    """Deliveries at two hours' distance, each decided so many minutes after it was reported."""
    return [
        Decided(
            id, unit, id, AT + timedelta(hours=2 * n), AT + timedelta(hours=2 * n, minutes=minutes)
        )
        for n, id in enumerate(ids(f"delivery of {unit}", count))
    ]


def only(found: Iterator[Found] | Iterable[Found]) -> Found:
    (one,) = found
    for language in ("en", "vi"):
        assert "{" not in told(one.kind, one.evidence, language)
    return one


@given(sizes, st.decimals(50, 100, places=2), st.integers(0, 1))
def test_one_total_across_a_unit_is_found(count: int, total: Decimal, strange: int) -> None:
    few = max(10, count)
    alike = sheets(UNITS[0], few, total=lambda number: total if number >= strange else Decimal(7))
    found = only(detecting.identical_scores([*alike, *sheets(UNITS[1], count)], DEFAULTS))
    assert (found.unit, found.person) == (UNITS[0], None)
    assert found.evidence["sheets"] == sorted(str(sheet.id) for sheet in alike[strange:])
    assert (found.evidence["alike"], found.evidence["of"]) == (few - strange, few)
    assert found.evidence["total"] == str(total)


@given(st.integers(0, 12))
def test_totals_that_differ_are_no_signal(count: int) -> None:
    assert not list(detecting.identical_scores(sheets(UNITS[0], count), DEFAULTS))


@given(st.integers(1, LEAST - 1))
def test_few_sheets_are_no_signal(count: int) -> None:
    alike = sheets(UNITS[0], count, total=lambda _: Decimal(95), level=lambda _: "EXCELLENT")
    assert not list(detecting.identical_scores(alike, DEFAULTS))
    assert not list(detecting.everyone_excellent(alike, DEFAULTS))


@given(sizes, st.integers(0, 11))
def test_everyone_excellent_is_found_and_one_who_is_not_ends_it(count: int, other: int) -> None:
    unit = sheets(UNITS[0], count, level=lambda _: "EXCELLENT")
    mixed = sheets(
        UNITS[1], count, level=lambda number: "GOOD" if number == other % count else "EXCELLENT"
    )
    found = only(detecting.everyone_excellent([*unit, *mixed], DEFAULTS))
    assert found.unit == UNITS[0]
    assert len(found.evidence["sheets"]) == found.evidence["of"] == count


@given(sizes, st.integers(0, 29))
def test_a_burst_at_the_last_moment_is_found_with_its_minutes(count: int, minutes: int) -> None:
    burst = sheets(
        UNITS[0], count, scored_at=lambda n: AT + timedelta(minutes=minutes * n / (count - 1))
    )
    found = only(detecting.late_bulk_scoring(burst, AT, DEFAULTS))
    assert found.evidence["together"] == count
    assert found.evidence["first"] == AT.isoformat()
    assert found.evidence["last"] == (AT + timedelta(minutes=minutes)).isoformat()


@given(sizes)
def test_scoring_early_or_little_by_little_is_no_signal(count: int) -> None:
    early = sheets(UNITS[0], count, scored_at=lambda _: AT - timedelta(seconds=1))
    slow = sheets(UNITS[1], count, scored_at=lambda number: AT + timedelta(minutes=31 * number))
    assert not list(detecting.late_bulk_scoring([*early, *slow], AT, DEFAULTS))


@given(sizes)
def test_work_reported_and_accepted_together_is_found(count: int) -> None:
    bulk = [
        Decided(id, UNITS[0], id, AT + timedelta(minutes=n), AT + timedelta(minutes=20))
        for n, id in enumerate(ids("bulk", count))
    ]
    found = only(detecting.bulk_acceptance([*bulk, *deliveries(UNITS[1], 12, minutes=5)], DEFAULTS))
    assert found.unit == UNITS[0]
    assert found.evidence["deliveries"] == sorted(str(each.id) for each in bulk)


@given(sizes, st.integers(0, 100_000))
def test_work_accepted_as_it_comes_is_no_signal(count: int, minutes: int) -> None:
    steady = deliveries(UNITS[0], count, minutes=minutes)
    assert not list(detecting.bulk_acceptance(steady, DEFAULTS))


@given(
    st.lists(st.integers(900, 1100), min_size=LEAST, max_size=12),
    # The others lie within 200 of one another: five times that above them is far, whoever they are.
    st.integers(2101, 9000),
    st.integers(10, 31),
)
def test_an_outlier_is_found_beside_comparable_people(
    usual: list[int], strange: int, days: int
) -> None:
    group = [load(n, Fraction(done, 10), days) for n, done in enumerate(usual)]
    outlier = load(99, Fraction(strange, 10), days)
    other = load(98, Fraction(strange, 10), days, alike="office:deputy")
    found = only(detecting.outlier_quantity([*group, outlier, other], DEFAULTS))
    evidence = found.evidence
    assert found.person == outlier.person
    assert {each["posting"] for each in evidence["people"]} == {
        str(each.posting) for each in (*group, outlier)
    }
    # Recomputed from the evidence alone.
    daily = sorted(Fraction(p["done"]) / p["days"] for p in evidence["people"])
    middle = detecting.median(daily)
    spread = max(
        detecting.median([abs(each - middle) for each in daily]),
        Fraction(evidence["floor"]) * middle,
    )
    assert (Fraction(evidence["median"]), Fraction(evidence["spread"])) == (middle, spread)
    assert abs(Fraction(evidence["daily"]) - middle) > evidence["times"] * spread


@given(st.lists(st.integers(900, 1100), min_size=0, max_size=12), st.integers(1, 31))
def test_people_who_did_about_the_same_are_no_signal(usual: list[int], days: int) -> None:
    group = [load(n, Fraction(done, 10), days) for n, done in enumerate(usual)]
    assert not list(detecting.outlier_quantity(group, DEFAULTS))


def test_half_a_month_is_compared_by_its_days() -> None:
    group = [load(n, Fraction(100)) for n in range(6)]
    half = load(9, Fraction(50), days=15)
    assert not list(detecting.outlier_quantity([*group, half], DEFAULTS))


def test_of_a_large_group_the_numbers_are_told_and_nobody_is_named() -> None:
    group = [load(n, Fraction(100 + n % 7)) for n in range(300)]
    found = only(detecting.outlier_quantity([*group, load(999, Fraction(900))], DEFAULTS))
    assert (found.evidence["of"], found.evidence["people"]) == (301, [])


def test_nobody_is_compared_with_nobody_at_work() -> None:
    idle = [load(n, Fraction()) for n in range(6)]
    assert not list(detecting.outlier_quantity(idle, DEFAULTS))


@given(sizes, st.booleans())
def test_marks_that_are_always_the_persons_own_are_found(count: int, silent: bool) -> None:
    """Who did not assess himself says nothing either way."""
    same = (Decimal(5), Decimal("2.5"))
    alike = sheets(UNITS[0], count, self_marks=lambda _: same, head_marks=lambda _: same)
    absent = sheets(UNITS[0], 1, self_marks=lambda _: None, head_marks=lambda _: same)
    rows = [*alike, *absent] if silent else alike
    found = only(detecting.self_equals_head(rows, 3, DEFAULTS))
    assert found.evidence["of"] == count
    assert {each["sheet"] for each in found.evidence["sheets"]} == {str(s.id) for s in alike}


@given(sizes, st.integers(0, 11))
def test_one_mark_that_differs_says_that_the_head_looks(count: int, other: int) -> None:
    alike = sheets(
        UNITS[0],
        count,
        self_marks=lambda _: (Decimal(5),),
        head_marks=lambda number: (Decimal(4 if number == other % count else 5),),
    )
    assert not list(detecting.self_equals_head(alike, 3, DEFAULTS))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(1, 200))
def test_a_heavy_product_is_found_exactly_above_the_warned_share(
    others: list[int], heavy: int
) -> None:
    """The share counts what was first assigned; urgent work neither weighs nor is weighed."""
    id = UNITS[2]
    planned = [
        Piece(uuid5(SPACE, f"line {n}"), "Đề án", Decimal(units), Fraction(), "planned")
        for n, units in enumerate((heavy, *others))
    ]
    urgent = Piece(uuid5(SPACE, "urgent"), "Đột xuất", Decimal(10_000), Fraction(), "urgent")
    post = Load(id, id, UNITS[0], "office:member", 30, (*planned, urgent))
    total = heavy + sum(others)
    above = {str(p.id) for p in planned if Fraction(p.units) / total > Fraction("0.40")}
    found = [
        line
        for each in detecting.heavy_product([post], DEFAULTS)
        for line in each.evidence["lines"]
    ]
    assert {line["line"] for line in found} == above
    assert all(Fraction(line["share"]) == Fraction(line["units"]) / total for line in found)


def test_the_agencys_own_thresholds_decide() -> None:
    three = sheets(UNITS[0], 3, total=lambda _: Decimal(80))
    assert not list(detecting.identical_scores(three, DEFAULTS))
    rules = Switches.of({"signal_least": 3})
    assert only(detecting.identical_scores(three, rules)).evidence["least"] == 3
