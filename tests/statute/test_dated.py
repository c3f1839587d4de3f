"""Law in time: which version governs a day, and what a law remembers of what it read."""

from datetime import date, timedelta

import pytest

from resolvers.statute.dated import Dated, Law, NotInForce, Version
from tests.statute.chapters import EVERYTHING

LATER = date(2100, 1, 1)

FIRST = Version(date(2025, 1, 1), date(2024, 12, 1), "first text", 1)
LATE = Version(date(2025, 1, 1), date(2025, 6, 1), "retroactive text", 2)
SECOND = Version(date(2026, 1, 1), date(2025, 12, 1), "second text", 3)
RATE = Dated("example/rate", [FIRST, LATE, SECOND])
OTHER = Dated("example/other", [Version(date(2020, 1, 1), date(2020, 1, 1), "other text", 9)])


def test_everything_that_the_law_lays_down_is_dated_under_a_name_of_its_own() -> None:
    assert len(EVERYTHING) == 138
    assert len({dated.name for dated in EVERYTHING}) == len(EVERYTHING)


@pytest.mark.parametrize("dated", EVERYTHING, ids=lambda dated: dated.name)
def test_each_text_starts_on_its_own_day(dated: Dated[object]) -> None:
    for version in dated.versions:
        assert Law(version.since, known=LATER)(dated) is version.value
    with pytest.raises(NotInForce, match=dated.name):
        Law(dated.versions[0].since - timedelta(days=1), known=LATER)(dated)


@pytest.mark.parametrize("dated", EVERYTHING, ids=lambda dated: dated.name)
def test_no_text_is_known_before_it_is_published(dated: Dated[object]) -> None:
    first = dated.versions[0]
    with pytest.raises(NotInForce):
        Law(first.since, known=first.published - timedelta(days=1))(dated)
    assert Law(first.since, known=first.published)(dated) is first.value


class TestLaw:
    def test_changes_on_the_first_day_of_the_new_text(self) -> None:
        assert Law(date(2025, 12, 31), known=LATER)(RATE) == 2
        assert Law(date(2026, 1, 1), known=LATER)(RATE) == 3

    def test_does_not_let_a_late_text_rewrite_what_was_known(self) -> None:
        assert Law(date(2025, 3, 1), known=date(2025, 5, 31))(RATE) == 1
        assert Law(date(2025, 3, 1), known=date(2025, 6, 1))(RATE) == 2

    def test_remembers_what_it_read_in_order_and_once(self) -> None:
        law = Law(date(2026, 3, 31), known=LATER)
        assert list(law.cites) == []
        assert (law(RATE), law(OTHER), law(RATE)) == (3, 9, 3)
        assert list(law.cites) == ["second text", "other text"]

    def test_remembers_what_was_only_cited_or_heeded(self) -> None:
        law = Law(date(2026, 3, 31), known=LATER)
        assert law.cite(OTHER) == "other text"
        law.heed("a rule of the agency", "other text")
        assert law.cites == ("other text", "a rule of the agency")

    def test_forgets_nothing_it_could_not_read(self) -> None:
        law = Law(date(2019, 3, 31), known=LATER)
        with pytest.raises(NotInForce):
            law(OTHER)
        assert law.cites == ()


class TestDated:
    def test_refuses_texts_out_of_order(self) -> None:
        with pytest.raises(ValueError, match="example/rate"):
            Dated("example/rate", [SECOND, FIRST])

    def test_refuses_two_texts_of_one_day_published_on_one_day(self) -> None:
        with pytest.raises(ValueError, match="example/rate"):
            Dated("example/rate", [FIRST, FIRST])

    def test_refuses_to_be_no_text_at_all(self) -> None:
        with pytest.raises(ValueError, match="example/rate"):
            Dated("example/rate", list[Version[int]]())
