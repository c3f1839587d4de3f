"""What is under way stands in the way of what article 38.2 names, and has its days."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from resolvers import discipline as deeds
from resolvers.discipline import Opening
from tests.resolvers.classification.year import DAY
from tests.resolvers.discipline.register import NOTICE, OPENING, REPRIMAND, Register

OPENED, FOUND = date(2026, 4, 6), date(2026, 3, 10)
OVER = {"outcome": "no_violation", "note": "Không có hành vi vi phạm.", "document": NOTICE}


class TestDays:
    async def test_are_ninety_from_the_day_on_which_the_act_was_found(
        self, register: Register
    ) -> None:
        id = await register.open()
        row = await register.year.cast.row("discipline_procedure", id)
        assert (row["due_on"], row["cites"]) == (
            date(2026, 6, 8),
            ["Decree 172/2025/NĐ-CP, art. 5(5)"],
        )

    async def test_are_a_hundred_and_fifty_in_a_complicated_case_once(
        self, register: Register
    ) -> None:
        id = await register.open()
        told = {"document": NOTICE}
        await register.year.do("officer", deeds.extend_procedure, **await register.at(id), **told)
        row = await register.year.cast.row("discipline_procedure", id)
        assert (row["due_on"], row["complicated"]) == (date(2026, 8, 7), True)
        refusal = await register.year.refused(
            "officer", deeds.extend_procedure, **await register.at(id), **told
        )
        assert refusal.code == "PROCEDURE_EXTENDED"

    async def test_stand_still_while_discipline_is_put_off(self, register: Register) -> None:
        """Put off for 30 days: due 30 days later, and under way all the time."""
        id = await register.open()
        off = {"ground": "illness", "begins": date(2026, 4, 10), "document": NOTICE}
        await register.year.do("officer", deeds.postpone_procedure, **await register.at(id), **off)
        (under_way,) = await register.under_way("clerk", date(2026, 5, 1))
        assert (under_way.due, under_way.blocking) == (None, True)
        refusal = await register.year.refused(
            "officer", deeds.postpone_procedure, **await register.at(id), **off
        )
        assert refusal.code == "PROCEDURE_POSTPONED"
        again = {"begins": date(2026, 5, 10)}
        await register.year.do("officer", deeds.resume_procedure, **await register.at(id), **again)
        row = await register.year.cast.row("discipline_procedure", id)
        assert row["due_on"] == date(2026, 7, 8)
        refusal = await register.year.refused(
            "officer", deeds.resume_procedure, **await register.at(id), **again
        )
        assert refusal.code == "PROCEDURE_NOT_POSTPONED"

    @pytest.mark.parametrize("kind", ["party", "inspection", "investigation", "trial"])
    async def test_are_laid_down_for_the_agencys_own_procedure_alone(
        self, register: Register, kind: str
    ) -> None:
        id = await register.open(replace(OPENING, kind=kind))
        assert (await register.year.cast.row("discipline_procedure", id))["due_on"] is None
        refusal = await register.year.refused(
            "officer", deeds.extend_procedure, **await register.at(id), document=NOTICE
        )
        assert refusal.code == "PROCEDURE_HAS_NO_LIMIT"


class TestInTheWay:
    @pytest.mark.parametrize(
        ("kind", "blocking"),
        [
            ("administrative", True),
            ("party", True),
            ("inspection", False),
            ("investigation", True),
            ("prosecution", True),
            ("trial", True),
        ],
    )
    async def test_stands_what_the_law_names(
        self, register: Register, kind: str, blocking: bool
    ) -> None:
        await register.open(replace(OPENING, kind=kind))
        (found,) = await register.under_way("clerk", DAY)
        assert (found.kind, found.blocking) == (kind, blocking)
        assert found.cite == "Law 80/2025/QH15, art. 38(2)"

    async def test_from_the_day_it_is_opened_until_the_day_it_is_closed(
        self, register: Register
    ) -> None:
        id = await register.open()
        over = {**OVER, "closed_on": date(2026, 5, 4)}
        await register.year.do("officer", deeds.close_procedure, **await register.at(id), **over)
        days = [date(2026, 4, 5), OPENED, date(2026, 5, 3), date(2026, 5, 4)]
        found = [bool(await register.under_way("clerk", day)) for day in days]
        assert found == [False, True, True, False]

    async def test_not_what_was_recorded_by_mistake(self, register: Register) -> None:
        id = await register.open()
        told = {"outcome": "misrecorded", "note": "Ghi nhầm người.", "closed_on": DAY}
        await register.year.do("officer", deeds.close_procedure, **await register.at(id), **told)
        assert await register.under_way("clerk", date(2026, 5, 3)) == []

    async def test_also_for_whoever_decides_in_another_agency(self, register: Register) -> None:
        """A gate that did not know of it would open wrongly: it is told past the fence."""
        await register.open()
        assert len(await register.under_way("clerk", DAY, "stranger")) == 1
        assert await register.sees("stranger", deeds.discipline_procedure) == 0

    async def test_a_decision_too(self, register: Register) -> None:
        await register.record()
        assert len(await register.in_force("clerk", DAY, "stranger")) == 1
        assert await register.sees("stranger", deeds.discipline_decision) == 0


class TestClosing:
    async def test_is_done_once(self, register: Register) -> None:
        id = await register.open()
        over = {**OVER, "closed_on": date(2026, 5, 4)}
        await register.year.do("officer", deeds.close_procedure, **await register.at(id), **over)
        for deed, told in (
            (deeds.close_procedure, over),
            (deeds.extend_procedure, {"document": NOTICE}),
            (deeds.resume_procedure, {"begins": DAY}),
        ):
            refusal = await register.year.refused("officer", deed, **await register.at(id), **told)
            assert refusal.code == "PROCEDURE_CLOSED"

    @pytest.mark.parametrize(
        "change",
        [
            {"outcome": "disciplined"},
            {"outcome": "forgotten"},
            {"document": None},
            {"closed_on": date(2026, 4, 5)},
            {"closed_on": date(2027, 4, 5)},
        ],
    )
    async def test_takes_what_the_document_can_say(
        self, register: Register, change: dict[str, Any]
    ) -> None:
        id = await register.open()
        told = {**OVER, "closed_on": date(2026, 5, 4), **change}
        refusal = await register.year.refused(
            "officer", deeds.close_procedure, **await register.at(id), **told
        )
        assert refusal.code == "INVALID_INPUT"

    async def test_over_somebody_elses_change_is_refused(self, register: Register) -> None:
        id = await register.open()
        told = {**OVER, "closed_on": date(2026, 5, 4), "procedure": id, "version": 7}
        refusal = await register.year.refused("officer", deeds.close_procedure, **told)
        assert refusal.code == "STALE_VERSION"


class TestOpening:
    @pytest.mark.parametrize(
        ("opening", "code"),
        [
            (replace(OPENING, kind="rumour"), "INVALID_INPUT"),
            (replace(OPENING, found_on=date(2026, 4, 7)), "INVALID_INPUT"),
            (replace(OPENING, opened_on=date(2027, 1, 1)), "INVALID_INPUT"),
            (replace(OPENING, about=""), "TEXT_NOT_ACCEPTABLE"),
            (replace(OPENING, document=replace(NOTICE, sha256="x")), "INVALID_INPUT"),
            (replace(OPENING, document=replace(NOTICE, url="http://x.vn")), "INVALID_INPUT"),
        ],
    )
    async def test_takes_what_the_document_can_say(
        self, register: Register, opening: Opening, code: str
    ) -> None:
        told = {"person": register.person("clerk"), "opening": opening}
        refusal = await register.year.refused("officer", deeds.record_procedure, **told)
        assert refusal.code == code

    @pytest.mark.parametrize(
        ("who", "whom", "code"),
        [
            ("officer", "officer", "OWN_RECORD"),
            ("chair", "clerk", "NO_MANDATE"),
            ("inspector", "clerk", "NO_MANDATE"),
            ("stranger", "clerk", "NOT_FOUND"),
        ],
    )
    async def test_is_the_personnel_bodys(
        self, register: Register, who: str, whom: str, code: str
    ) -> None:
        told = {"person": register.person(whom), "opening": OPENING}
        assert (await register.year.refused(who, deeds.record_procedure, **told)).code == code


class TestSeeing:
    @pytest.mark.parametrize(
        ("who", "sees"),
        [
            ("clerk", True),
            ("chief", True),
            ("chair", True),
            ("officer", True),
            ("inspector", True),
            ("assistant", False),
            ("typist", False),
            ("curator", False),
            ("governor", False),
            ("stranger", False),
        ],
    )
    async def test_is_for_those_whom_it_concerns(
        self, register: Register, who: str, sees: bool
    ) -> None:
        """The chief scores the clerk, the chair classifies him."""
        procedure = await register.open()
        off = {"ground": "illness", "begins": date(2026, 4, 10), "document": NOTICE}
        at = await register.at(procedure)
        await register.year.do("officer", deeds.postpone_procedure, **at, **off)
        await register.record(REPRIMAND)
        for table in (
            deeds.discipline_procedure,
            deeds.discipline_postponement,
            deeds.discipline_decision,
        ):
            assert await register.sees(who, table) == sees, table.name

    async def test_goes_with_the_file(self, register: Register) -> None:
        """The personnel body of the agency that keeps the file now sees what another recorded."""
        await register.record()
        town = register.year.cast.town
        await town.owner.execute(
            "update congtam.person set agency_id = $1 where id = $2",
            town.agencies["neighbour"],
            town.people["clerk"],
        )
        assert await register.sees("registrar", deeds.discipline_decision) == 1
        assert await register.sees("officer", deeds.discipline_decision) == 1
