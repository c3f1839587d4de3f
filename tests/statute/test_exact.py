"""Numbers as text, and the one rounding."""

from decimal import Decimal
from fractions import Fraction

import pytest

from resolvers.statute.bounds import Exact, Unacceptable, is_number, shown
from resolvers.statute.exact import decimal_text, exact_text, plus, quotient_text, rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (40, "40"),
        (Decimal("26.50"), "26.5"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.00"), "0"),
        (Decimal("-0.0"), "0"),
        (Decimal("0.000000000001"), "0.000000000001"),
        (Fraction(45, 2), "22.5"),
        (Fraction(101, 120), "101/120"),
        (Fraction(1, 2**12), "0.000244140625"),
        (Fraction(1, 2**13), "1/8192"),
    ],
)
def test_a_number_is_written_exactly(value: Exact, text: str) -> None:
    assert exact_text(value) == text
    assert Fraction(text) == Fraction(value)


def test_a_quotient_need_not_be_reduced() -> None:
    assert quotient_text(330, 400) == "0.825"
    assert quotient_text(202, 240) == "101/120"
    assert quotient_text(300, 100) == "3"
    assert quotient_text(-300, 400) == "-0.75"
    assert quotient_text(-1, 3) == "-1/3"


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("2/3", "0.666666666666"),
        ("1025/12", "85.416666666666"),
        ("1/999999999999", "0.000000000001"),
        ("85.42", "85.42"),
        ("GOOD", "GOOD"),
    ],
)
def test_a_fraction_is_cut_never_carried_up(exact: str, text: str) -> None:
    assert decimal_text(exact) == text


def test_what_stands_just_below_a_half_is_not_shown_on_it() -> None:
    below = Fraction("89.995") - Fraction(1, 10**15)
    assert decimal_text(exact_text(below)) == "89.994999999999"


@pytest.mark.parametrize(
    ("value", "digits", "mode", "text"),
    [
        ("80.125", 2, "half_up", "80.13"),
        ("80.125", 2, "half_even", "80.12"),
        ("80.135", 2, "half_even", "80.14"),
        ("80.1249999999999", 2, "half_up", "80.12"),
        ("80.1250000000001", 2, "half_even", "80.13"),
        ("1/3", 4, "half_up", "0.3333"),
        ("2/3", 1, "half_up", "0.7"),
        ("0", 2, "half_up", "0.00"),
        ("100", 3, "half_even", "100.000"),
    ],
)
def test_rounding_is_done_once_and_by_the_rule_named(
    value: str, digits: int, mode: str, text: str
) -> None:
    assert str(rounded(Fraction(value).as_integer_ratio(), digits, mode)) == text


def test_quotients_add_up() -> None:
    assert Fraction(*plus((1, 3), (1, 6))) == Fraction(1, 2)
    assert plus((1, 4), (2, 4)) == (3, 4)


@pytest.mark.parametrize(
    "value",
    [True, 1.0, "1", None, Decimal("NaN"), Decimal("Infinity"), Decimal("1E-13"), Fraction(-1, 3)],
)
def test_what_is_no_exact_number_in_its_range_is_none(value: object) -> None:
    assert not is_number(value, 0, 10)


@pytest.mark.parametrize("value", [0, 10, Decimal("9.999999999999"), Fraction(1, 3)])
def test_what_is_one_may_stand_on_the_bounds(value: Exact) -> None:
    assert is_number(value, 0, 10)


class TestUnacceptable:
    def test_says_field_and_what_is_allowed(self) -> None:
        refusal = Unacceptable("units", "must be 1")
        assert (refusal.field, refusal.allowed) == ("units", "must be 1")
        assert str(refusal) == "units: must be 1"

    def test_grows_its_path_outwards(self) -> None:
        refusal = Unacceptable("units", "must be 1").under("lines[0]").under("[3]").under("")
        assert str(refusal) == "[3].lines[0].units: must be 1"
        assert str(Unacceptable("", "must be an object").under("[3]")) == "[3]: must be an object"
        assert Unacceptable("[0].units", "must be 1").under("lines").field == "lines[0].units"

    def test_shows_long_values_short_and_on_one_line(self) -> None:
        assert "\n" not in shown("a\nb")
        assert len(shown("x" * 1000)) == 40
