"""How long discipline lasts and until when it is taken up: Decree 172/2025 in days."""

from datetime import date

import pytest

from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.discipline import (
    Form,
    Procedure,
    Relation,
    Source,
    Unlimited,
    administrative_due,
    blocks,
    correction_due,
    ground,
    in_force,
    is_repeated,
    least_form,
    limitation,
    procedure_due,
)

FIRST = date(2025, 7, 1)
"""The first day of Decree 172/2025 and of Law 80/2025."""
ADMINISTRATIVE, PARTY = Source.ADMINISTRATIVE, Source.PARTY


def law(day: date = date(2026, 6, 5)) -> Law:
    return Law(day, known=day)


class TestForce:
    @pytest.mark.parametrize(
        ("effective", "ends"),
        [
            (date(2026, 6, 5), date(2027, 6, 5)),
            (date(2027, 12, 31), date(2028, 12, 31)),
            (date(2028, 2, 29), date(2029, 2, 28)),
        ],
    )
    def test_is_twelve_months(self, effective: date, ends: date) -> None:
        assert in_force(effective, law(effective)) == (effective, ends)

    def test_counts_from_party_discipline_about_the_same_act(self) -> None:
        found = in_force(date(2026, 6, 5), law(), date(2026, 5, 20))
        assert found == (date(2026, 6, 5), date(2027, 5, 20))

    def test_is_known_from_the_decrees_first_day(self) -> None:
        assert in_force(FIRST, law(FIRST))[1] == date(2026, 7, 1)
        with pytest.raises(NotInForce):
            in_force(date(2025, 6, 30), law(date(2025, 6, 30)))

    def test_cites_its_article(self) -> None:
        read = law()
        in_force(date(2026, 6, 5), read)
        assert read.cites == ("Decree 172/2025/NĐ-CP, art. 2(9)",)


class TestLimitation:
    ACT = date(2021, 3, 31)

    @pytest.mark.parametrize(
        ("form", "last"),
        [
            (Form.REPRIMAND, date(2026, 3, 31)),
            (Form.WARNING, date(2031, 3, 31)),
            (Form.DEMOTION, date(2031, 3, 31)),
            (Form.DISMISSAL, date(2031, 3, 31)),
            (Form.EXPULSION, date(2031, 3, 31)),
        ],
    )
    def test_is_five_or_ten_years(self, form: Form, last: date) -> None:
        assert limitation(form, self.ACT, law(), None) == last

    @pytest.mark.parametrize("kind", Unlimited)
    def test_is_none_for_four_kinds(self, kind: Unlimited) -> None:
        read = law()
        assert limitation(Form.WARNING, self.ACT, read, kind) is None
        assert read.cites == ("Decree 172/2025/NĐ-CP, art. 5(4)",)


class TestHeavier:
    @pytest.mark.parametrize(
        ("running", "source", "leader", "least"),
        [
            (Form.REPRIMAND, ADMINISTRATIVE, False, Form.WARNING),
            (Form.WARNING, ADMINISTRATIVE, False, Form.DISMISSAL),
            (Form.WARNING, ADMINISTRATIVE, True, Form.DEMOTION),
            (Form.DEMOTION, ADMINISTRATIVE, True, Form.DISMISSAL),
            (Form.DISMISSAL, ADMINISTRATIVE, True, Form.DISMISSAL),
            (Form.WARNING, PARTY, False, Form.EXPULSION),
            (Form.DEMOTION, PARTY, True, Form.EXPULSION),
        ],
    )
    def test_by_one_level(self, running: Form, source: Source, leader: bool, least: Form) -> None:
        assert least_form([running], source, leader, law()) is least

    def test_than_the_heaviest_in_force(self) -> None:
        forms = [Form.WARNING, Form.REPRIMAND]
        assert least_form(forms, ADMINISTRATIVE, True, law()) is Form.DEMOTION

    def test_not_where_nothing_is_in_force(self) -> None:
        assert least_form([], ADMINISTRATIVE, True, law()) is None


@pytest.mark.parametrize(
    ("act", "repeated"),
    [
        (date(2026, 6, 4), False),
        (date(2026, 6, 5), True),
        (date(2027, 6, 4), True),
        (date(2027, 6, 5), False),
    ],
)
def test_the_same_conduct_is_repeated_within_twelve_months(act: date, repeated: bool) -> None:
    assert is_repeated(date(2026, 6, 5), act, law()) == repeated


class TestDays:
    def test_of_a_procedure_are_ninety_or_a_hundred_and_fifty(self) -> None:
        found = date(2026, 3, 10)
        assert procedure_due(found, 0, law(), complicated=False) == date(2026, 6, 8)
        assert procedure_due(found, 0, law(), complicated=True) == date(2026, 8, 7)
        assert procedure_due(found, 30, law(), complicated=False) == date(2026, 7, 8)

    def test_after_party_discipline_are_thirty(self) -> None:
        assert administrative_due(date(2026, 5, 20), law()) == date(2026, 6, 19)

    def test_of_a_correction_are_ten_working_days(self) -> None:
        """Concluded on Tuesday 1 December 2026; the day of the conclusion is not counted."""
        due = correction_due(date(2026, 12, 1), law())
        assert due == (date(2026, 12, 15), "Decree 172/2025/NĐ-CP, art. 25(2)")

    def test_are_not_guessed_where_holidays_are_not_laid_down(self) -> None:
        with pytest.raises(HolidaysUnknown):
            correction_due(date(2031, 12, 1), law())


@pytest.mark.parametrize(
    ("kind", "blocking"),
    [(kind, kind is not Procedure.INSPECTION) for kind in Procedure],
)
def test_what_article_38_names_blocks(kind: Procedure, blocking: bool) -> None:
    assert blocks(kind, law()) == blocking


@pytest.mark.parametrize(
    ("source", "relation", "kind"),
    [
        (ADMINISTRATIVE, Relation.DUTY, "duty_discipline"),
        (ADMINISTRATIVE, Relation.DEGRADATION, "degradation"),
        (ADMINISTRATIVE, Relation.UNRELATED, "unrelated_discipline"),
        (PARTY, Relation.DUTY, "party_discipline"),
        (PARTY, Relation.DEGRADATION, "party_discipline"),
        (PARTY, Relation.UNRELATED, "unrelated_discipline"),
    ],
)
def test_what_a_decision_is_in_a_year(source: Source, relation: Relation, kind: str) -> None:
    assert ground(source, relation) == kind
