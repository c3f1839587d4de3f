"""A decision on discipline is recorded as the law lets it be decided."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from resolvers.discipline import Ruling
from tests.resolvers.classification.year import DAY
from tests.resolvers.discipline.register import (
    DECISION,
    OPENING,
    PARTY,
    REPRIMAND,
    Register,
)
from tests.resolvers.town import mandate

AGAIN = replace(
    REPRIMAND,
    form="warning",
    act_on=date(2026, 9, 1),
    effective_on=date(2026, 11, 2),
    decision=replace(DECISION, number="40/QĐ-UBND", day=date(2026, 11, 2)),
)
"""A new violation while the first decision is in force."""


class TestForce:
    async def test_is_twelve_months_and_ends_by_itself(self, register: Register) -> None:
        id = await register.record()
        for day, expected in (
            (date(2026, 6, 4), []),
            (date(2026, 6, 5), [id]),
            (date(2027, 6, 4), [id]),
            (date(2027, 6, 5), []),
        ):
            assert [each.id for each in await register.in_force("clerk", day)] == expected, day
        (found,) = await register.in_force("clerk", DAY)
        assert (found.form, found.since, found.until) == (
            "reprimand",
            date(2026, 6, 5),
            date(2027, 6, 5),
        )
        assert found.cite == "Decree 172/2025/NĐ-CP, art. 2(9)"

    async def test_counts_from_the_partys_decision_about_the_same_act(
        self, register: Register
    ) -> None:
        party = replace(REPRIMAND, source="party", decision=PARTY, effective_on=date(2026, 5, 20))
        same = await register.record(party)
        await register.record(replace(REPRIMAND, same_act_as=same))
        ends = [each.until for each in await register.in_force("clerk", DAY)]
        assert ends == [date(2027, 5, 20)] * 2

    async def test_of_a_new_violation_ends_what_was_in_force(self, register: Register) -> None:
        first = await register.record()
        second = await register.record(AGAIN)
        assert [each.id for each in await register.in_force("clerk", date(2026, 11, 1))] == [first]
        assert [each.id for each in await register.in_force("clerk", date(2026, 11, 2))] == [second]
        row = await register.year.cast.row("discipline_decision", first)
        assert row["ended_by_id"] == second


class TestOneActOneForm:
    async def test_the_same_system_disciplines_an_act_once(self, register: Register) -> None:
        same = await register.record()
        assert await register.refused(replace(AGAIN, same_act_as=same)) == "ACT_DISCIPLINED"

    async def test_the_agency_follows_the_party_within_thirty_days(
        self, register: Register
    ) -> None:
        party = replace(REPRIMAND, source="party", decision=PARTY, effective_on=date(2026, 5, 20))
        id = await register.record(party)
        row = await register.year.cast.row("discipline_decision", id)
        assert row["follow_up_by"] == date(2026, 6, 19)

    async def test_an_annulled_decision_makes_room_for_another(self, register: Register) -> None:
        party = replace(REPRIMAND, source="party", decision=PARTY, effective_on=date(2026, 5, 20))
        root = await register.record(party)
        first = await register.record(replace(REPRIMAND, same_act_as=root))
        await register.annul(first, "flawed")
        await register.record(replace(REPRIMAND, same_act_as=root))

    async def test_another_persons_act_is_not_there(self, register: Register) -> None:
        other = await register.record(name="typist")
        assert await register.refused(replace(REPRIMAND, same_act_as=other)) == "NOT_FOUND"


class TestLimitation:
    @pytest.mark.parametrize(
        ("ruling", "code"),
        [
            (replace(REPRIMAND, act_on=date(2021, 5, 31)), "LIMITATION_OVER"),
            (replace(REPRIMAND, act_on=date(2021, 6, 1)), None),
            (replace(REPRIMAND, form="warning", act_on=date(2021, 5, 31)), None),
            (replace(REPRIMAND, form="warning", act_on=date(2016, 5, 31)), "LIMITATION_OVER"),
            (
                replace(
                    REPRIMAND,
                    form="warning",
                    act_on=date(2010, 1, 4),
                    unlimited="false_documents",
                ),
                None,
            ),
            (
                replace(REPRIMAND, act_on=date(2020, 1, 6), counted_from=date(2022, 1, 6)),
                None,
            ),
        ],
    )
    async def test_is_five_years_for_a_reprimand_ten_for_the_rest_none_for_four_kinds(
        self, register: Register, ruling: Ruling, code: str | None
    ) -> None:
        if code is None:
            await register.record(ruling)
        else:
            assert await register.refused(ruling) == code

    async def test_stops_when_the_case_was_taken_up(self, register: Register) -> None:
        """Taken up in April 2026, within five years of the act; decided in June, after them."""
        procedure = await register.open()
        await register.record(replace(REPRIMAND, act_on=date(2021, 5, 3), procedure=procedure))
        row = await register.year.cast.row("discipline_procedure", procedure)
        assert (row["outcome"], row["closed_on"]) == ("disciplined", date(2026, 6, 1))


class TestHeavier:
    @pytest.mark.parametrize(("form", "allowed"), [("reprimand", False), ("warning", True)])
    async def test_a_new_violation_is_one_level_heavier(
        self, register: Register, form: str, allowed: bool
    ) -> None:
        await register.record()
        again = replace(AGAIN, form=form)
        if allowed:
            await register.record(again)
        else:
            assert await register.refused(again) == "FORM_TOO_LIGHT"

    async def test_above_a_warning_comes_dismissal_for_who_leads_nobody(
        self, register: Register
    ) -> None:
        warned = replace(REPRIMAND, form="warning")
        await register.record(warned)
        assert await register.refused(AGAIN) == "FORM_TOO_LIGHT"
        await register.record(replace(AGAIN, form="dismissal"))

    async def test_above_a_warning_comes_demotion_for_a_leader(self, register: Register) -> None:
        await register.record(replace(REPRIMAND, form="warning"), "chief")
        await register.record(replace(AGAIN, form="demotion"), "chief")

    async def test_an_act_before_it_is_no_new_violation(self, register: Register) -> None:
        await register.record()
        await register.record(replace(AGAIN, form="reprimand", act_on=date(2026, 6, 4)))


class TestForms:
    @pytest.mark.parametrize(
        ("who", "ruling", "code"),
        [
            ("clerk", replace(REPRIMAND, form="demotion"), "DEMOTION_OF_NO_LEADER"),
            ("clerk", replace(REPRIMAND, form="expulsion"), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, source="party", form="dismissal"), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, source="court"), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, relation="private"), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, about=" "), "TEXT_NOT_ACCEPTABLE"),
            ("clerk", replace(REPRIMAND, act_on=date(2026, 6, 2)), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, effective_on=date(2026, 3, 1)), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, decision=replace(DECISION, day=None)), "INVALID_INPUT"),
            ("clerk", replace(REPRIMAND, fault_agency=UUID(int=5)), "NOT_FOUND"),
            ("clerk", replace(REPRIMAND, procedure=UUID(int=5)), "NOT_FOUND"),
            ("clerk", replace(REPRIMAND, earlier_ground=UUID(int=5)), "NOT_FOUND"),
            ("clerk", replace(REPRIMAND, repeats=UUID(int=5)), "NOT_FOUND"),
        ],
    )
    async def test_are_those_of_the_law(
        self, register: Register, who: str, ruling: Ruling, code: str
    ) -> None:
        assert await register.refused(ruling, who) == code

    async def test_a_deputy_is_demoted(self, register: Register) -> None:
        await register.record(replace(REPRIMAND, form="demotion"), "vice")


class TestRepeating:
    @pytest.mark.parametrize(
        ("act_on", "code"),
        [
            (date(2026, 6, 4), "NOT_REPEATED"),
            (date(2026, 6, 5), None),
            (date(2027, 6, 4), None),
            (date(2027, 6, 5), "NOT_REPEATED"),
        ],
    )
    async def test_is_the_same_conduct_within_twelve_months(
        self, register: Register, act_on: date, code: str | None
    ) -> None:
        first = await register.record()
        today = date(2027, 9, 1)
        again = replace(
            AGAIN,
            act_on=act_on,
            repeats=first,
            effective_on=date(2027, 8, 2),
            decision=replace(DECISION, day=date(2027, 8, 2)),
        )
        if code is None:
            id = await register.record(again, today=today)
            row = await register.year.cast.row("discipline_decision", id)
            assert row["repeats_id"] == first
        else:
            assert await register.refused(again, today=today) == code


class TestProcedure:
    async def test_of_another_kind_or_person_is_not_ended_by_it(self, register: Register) -> None:
        inspection = await register.open(replace(OPENING, kind="inspection"))
        others = await register.open(name="typist")
        for procedure in (inspection, others):
            told = replace(REPRIMAND, procedure=procedure)
            assert await register.refused(told) == "NOT_ITS_PROCEDURE"


class TestPermission:
    @pytest.mark.parametrize(
        ("who", "whom", "code"),
        [
            ("officer", "officer", "OWN_RECORD"),
            ("chair", "clerk", "NO_MANDATE"),
            ("chief", "clerk", "NO_MANDATE"),
            ("inspector", "clerk", "NO_MANDATE"),
            ("registrar", "clerk", "NO_MANDATE"),
            ("stranger", "clerk", "NOT_FOUND"),
        ],
    )
    async def test_is_the_personnel_bodys_and_never_about_oneself(
        self, register: Register, who: str, whom: str, code: str
    ) -> None:
        assert await register.refused(REPRIMAND, whom, who) == code

    async def test_of_one_unit_does_not_reach_the_register(self, register: Register) -> None:
        await mandate(register.year.cast.town, "typist", "personnel_officer", "office")
        assert await register.refused(REPRIMAND, "clerk", "typist") == "NO_MANDATE"

    async def test_the_audit_is_told_by_which_rule(self, register: Register) -> None:
        await register.record()
        (leaf,) = await register.year.cast.leaves("record_discipline")
        assert leaf["rule"] == "personnel-officer-keeps-the-register-of-discipline"
        assert leaf["after"]["during"] == "2026-06-05…2027-06-04"
