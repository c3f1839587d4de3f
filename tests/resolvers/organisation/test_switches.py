"""What an agency chooses where the law leaves a question open."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from resolvers.organisation import set_switch, switches_of
from resolvers.statute.switches import CAP, DEFAULTS, EVIDENCE_SHARE, ROUNDING_DIGITS
from tests.resolvers.town import TODAY, Town

JULY = date(2026, 7, 1)


def choice(town: Town, name: str, value: str, **more: Any) -> dict[str, Any]:
    agency = town.agencies["commune"]
    values = {"agency_id": agency, "name": name, "value": value, "begins": JULY}
    return {**values, "basis": "Quy chế số 12/QC-UBND", **more}


class TestSetSwitch:
    @pytest.mark.parametrize(
        ("switch", "value", "read"),
        [
            (CAP, "each_ratio", "each_ratio"),
            (ROUNDING_DIGITS, "3", 3),
            (EVIDENCE_SHARE, "0.35", Decimal("0.35")),
            (EVIDENCE_SHARE, "0", Decimal(0)),
        ],
    )
    async def test_answers_from_its_day_on(
        self, town: Town, switch: Any, value: str, read: Any
    ) -> None:
        await town.do(town.reach("chair"), set_switch, **choice(town, switch.name, value))
        async with town.database.reading() as tx:
            agency = town.agencies["commune"]
            assert (await switches_of(tx, agency, TODAY))(switch) == switch.default
            assert (await switches_of(tx, agency, JULY))(switch) == read
            assert await switches_of(tx, town.agencies["neighbour"], JULY) == DEFAULTS
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "agency-head-chooses-switches"

    async def test_replaces_what_was_chosen_before_and_keeps_it_for_its_days(
        self, town: Town
    ) -> None:
        chair, august = town.reach("chair"), date(2026, 8, 1)
        await town.do(chair, set_switch, **choice(town, "rounding_digits", "1"))
        await town.do(chair, set_switch, **choice(town, "rounding_digits", "4", begins=august))
        async with town.database.reading() as tx:
            agency = town.agencies["commune"]
            assert (await switches_of(tx, agency, JULY))(ROUNDING_DIGITS) == 1
            assert (await switches_of(tx, agency, august))(ROUNDING_DIGITS) == 4
        assert (await town.leaves())[1]["before"] == {"name": "rounding_digits", "value": 1}

    @pytest.mark.parametrize(
        ("name", "value"), [("entry_closes_day", "20"), ("entry_opens_day", "1")]
    )
    async def test_opens_no_month_again_that_is_past(
        self, town: Town, name: str, value: str
    ) -> None:
        told = choice(town, name, value, begins=TODAY - timedelta(days=1))
        refused = await town.refused(town.reach("chair"), set_switch, **told)
        assert refused.code == "WINDOW_IN_THE_PAST"
        await town.do(town.reach("chair"), set_switch, **{**told, "begins": TODAY})

    @pytest.mark.parametrize(
        ("name", "value", "allowed"),
        [
            ("cap", "none", "total, each_ratio"),
            ("rounding_digits", "5", "1–4"),
            ("rounding_digits", "2.5", "1–4"),
            ("evidence_share", "1.2", "0–1"),
            ("gravity", "9.81", "cap"),
        ],
    )
    async def test_refuses_what_the_law_does_not_leave_open(
        self, town: Town, name: str, value: str, allowed: str
    ) -> None:
        refused = await town.refused(town.reach("chair"), set_switch, **choice(town, name, value))
        assert refused.code == "INVALID_INPUT"
        assert allowed in refused.message("vi")

    async def test_refuses_a_choice_without_its_basis(self, town: Town) -> None:
        refused = await town.refused(
            town.reach("chair"), set_switch, **choice(town, "cap", "total", basis=" ")
        )
        assert (refused.code, refused.field) == ("TEXT_NOT_ACCEPTABLE", "basis")

    @pytest.mark.parametrize("name", ["governor", "vice", "chief", "clerk"])
    async def test_refuses_everybody_but_the_agencys_head(self, town: Town, name: str) -> None:
        refused = await town.refused(
            town.reach(name), set_switch, **choice(town, "cap", "each_ratio")
        )
        assert refused.code == "NOT_AGENCY_HEAD"
