"""What each purpose lets another agency read."""

from datetime import date

import pytest

from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.dossier import Purpose, needed

TODAY = date(2026, 12, 7)


@pytest.mark.parametrize(
    ("purpose", "years", "months", "discipline"),
    [
        ("appointment", 3, False, True),
        ("reappointment", 3, False, True),
        ("transfer", 3, True, True),
        ("rotation", 3, False, True),
        ("secondment", 3, False, True),
        ("reward", 3, False, True),
        ("classification", 0, True, True),
    ],
)
def test_a_purpose_shows_what_it_needs(
    purpose: str, years: int, months: bool, discipline: bool
) -> None:
    found = needed(Purpose(purpose), Law(TODAY, known=TODAY))
    assert (found.years, found.months, found.discipline) == (years, months, discipline)


def test_every_purpose_is_in_the_table() -> None:
    for purpose in Purpose:
        assert needed(purpose, Law(TODAY, known=TODAY)).cites


def test_the_texts_that_let_it_be_read_are_cited_and_no_others() -> None:
    found = needed(Purpose.CLASSIFICATION, Law(TODAY, known=TODAY))
    assert found.cites == ("Decree 335/2025/NĐ-CP, art. 19(1)", "Law 80/2025/QH15, art. 38")
    assert (
        "Decree 170/2025/NĐ-CP, art. 35(5)"
        in needed(Purpose.APPOINTMENT, Law(TODAY, known=TODAY)).cites
    )


@pytest.mark.parametrize(("day", "shown"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_nothing_is_read_before_the_decree(day: date, shown: bool) -> None:
    if shown:
        assert needed(Purpose.APPOINTMENT, Law(day, known=day)).years == 3
    else:
        with pytest.raises(NotInForce):
            needed(Purpose.APPOINTMENT, Law(day, known=day))
