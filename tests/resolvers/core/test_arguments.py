"""What comes in is tidied or refused by the name of its field."""

from decimal import Decimal

import pytest

from resolvers.core.arguments import (
    NumberNotAcceptable,
    TextNotAcceptable,
    among,
    line,
    lines,
    positive,
)
from resolvers.core.errors import InvalidInput


class TestLine:
    def test_is_one_tidy_line(self) -> None:
        assert line("\ufeff Kế  hoạch\n tuần ", "title") == "Kế hoạch tuần"

    @pytest.mark.parametrize("text", ["", " \t", "\u200b", "a" * 301, "a\0b", "a\x1bb"])
    def test_refuses_nothing_too_much_and_what_cannot_be_seen(self, text: str) -> None:
        with pytest.raises(TextNotAcceptable) as refused:
            line(text, "title")
        assert refused.value.field == "title"


class TestLines:
    def test_keep_their_breaks(self) -> None:
        assert lines("\n một \r\n\r\n hai  ba\n", "note") == "một\n\nhai ba"

    def test_refuse_an_empty_text_where_one_is_asked_for(self) -> None:
        assert lines(" \n ", "note") == ""
        with pytest.raises(TextNotAcceptable):
            lines(" \n ", "note", least=1)


class TestAmong:
    def test_names_the_list_it_is_not_on(self) -> None:
        assert among("a", "kind", ("a", "b")) == "a"
        with pytest.raises(InvalidInput) as refused:
            among("c", "kind", ("a", "b"))
        assert "a, b" in refused.value.message("vi")


class TestPositive:
    @pytest.mark.parametrize("number", ["0.01", "1", "99", "2.50"])
    def test_takes_what_its_column_holds_exactly(self, number: str) -> None:
        assert positive(Decimal(number), "points", most=99, places=2) == Decimal(number)

    @pytest.mark.parametrize(
        "number", ["0", "-1", "99.01", "0.001", "NaN", "Infinity", "-Infinity", "1E+400"]
    )
    def test_refuses_everything_else(self, number: str) -> None:
        with pytest.raises(NumberNotAcceptable):
            positive(Decimal(number), "points", most=99, places=2)
