"""A scheme details the decree's criteria, makes up its points, and is decided by the head."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import recognition
from resolvers.recognition import Criterion
from tests.resolvers.recognition.year import CRITERIA, Year

LATER = date(2027, 1, 1)


def _told(year: Year, criteria: Any = CRITERIA, agency: str = "province") -> dict[str, Any]:
    return {"agency": year.town.agencies[agency], "title": "Bộ tiêu chí", "criteria": criteria}


async def _proposed(year: Year) -> dict[str, Any]:
    scheme = await year.do("officer", recognition.propose_organisation_scheme, **_told(year))
    return {"scheme": scheme, "version": 1}


class TestProposing:
    async def test_keeps_the_criteria_in_their_order(self, year: Year) -> None:
        told = await _proposed(year)
        rows = await year.rows(
            "select code, part, most from congtam.organisation_criterion where scheme_id = $1"
            " order by position",
            told["scheme"],
        )
        assert [row["code"] for row in rows] == [each.code for each in CRITERIA]
        parts = {"general": Decimal(0), "results": Decimal(0)}
        for row in rows:
            parts[row["part"]] += row["most"]
        assert parts == {"general": 30, "results": 70}

    @pytest.mark.parametrize(
        ("who", "agency", "code"),
        [
            ("governor", "province", "NO_MANDATE"),
            ("clerk_of_staff", "province", "NO_MANDATE"),
            ("auditor", "commune", "NO_MANDATE"),
            ("chair", "commune", "NO_MANDATE"),
            ("clerk_of_staff", "commune", "NOT_MANAGING_AGENCY"),
        ],
    )
    async def test_is_the_managing_agencys_personnel_officers(
        self, year: Year, who: str, agency: str, code: str
    ) -> None:
        deed = recognition.propose_organisation_scheme
        refused = await year.refused(who, deed, **_told(year, agency=agency))
        assert refused.code == code

    @pytest.mark.parametrize(
        ("criteria", "code"),
        [
            ((*CRITERIA[:-1], replace(CRITERIA[-1], most=Decimal(9))), "SCHEME_DOES_NOT_ADD_UP"),
            (
                (replace(CRITERIA[0], most=Decimal("10.01")), *CRITERIA[1:]),
                "SCHEME_DOES_NOT_ADD_UP",
            ),
            (
                (*CRITERIA[:-2], replace(CRITERIA[-2], most=Decimal(20))),
                "SCHEME_LEAVES_OUT",
            ),
            ((*CRITERIA[:-1], replace(CRITERIA[-1], code="I.1")), "CRITERION_TWICE"),
            ((*CRITERIA[:-1], replace(CRITERIA[-1], item="7.i")), "INVALID_INPUT"),
            ((*CRITERIA[:-1], replace(CRITERIA[-1], most=Decimal(0))), "NUMBER_NOT_ACCEPTABLE"),
            ((), "INVALID_INPUT"),
        ],
    )
    async def test_refuses_criteria_that_are_not_the_decrees(
        self, year: Year, criteria: Any, code: str
    ) -> None:
        deed = recognition.propose_organisation_scheme
        assert (await year.refused("officer", deed, **_told(year, criteria))).code == code

    async def test_takes_items_for_files_where_there_are_such_files(self, year: Year) -> None:
        files = (
            Criterion("7.g", "II.g", "Hồ sơ", Decimal(5)),
            Criterion("7.h", "II.h", "Đơn thư", Decimal(5)),
        )
        criteria = (*CRITERIA[:4], replace(CRITERIA[4], most=Decimal(10)), *CRITERIA[5:], *files)
        await year.do("officer", recognition.propose_organisation_scheme, **_told(year, criteria))

    async def test_waits_for_the_one_proposed_before(self, year: Year) -> None:
        await _proposed(year)
        deed = recognition.propose_organisation_scheme
        assert (await year.refused("officer", deed, **_told(year))).code == "SCHEME_WAITING"


class TestDeciding:
    @pytest.mark.parametrize("who", ["officer", "chair", "auditor"])
    async def test_is_the_managing_heads(self, year: Year, who: str) -> None:
        told = await _proposed(year)
        deed = recognition.approve_organisation_scheme
        paper = {"decision_no": "02/QĐ-UBND", "in_force_from": LATER}
        refused = await year.refused(who, deed, **told, **paper)
        assert refused.code in {"NOT_MANAGING_HEAD", "NOT_FOUND"}

    async def test_ends_the_edition_before(self, year: Year) -> None:
        told = await _proposed(year)
        await year.do(
            "governor",
            recognition.approve_organisation_scheme,
            **told,
            decision_no="02/QĐ-UBND",
            in_force_from=LATER,
        )
        rows = await year.rows(
            "select state, closed_on from congtam.organisation_scheme order by edition"
        )
        assert [tuple(row) for row in rows] == [("closed", LATER), ("approved", None)]

    async def test_begins_after_the_edition_before(self, year: Year) -> None:
        told = await _proposed(year)
        deed = recognition.approve_organisation_scheme
        paper = {"decision_no": "02/QĐ-UBND", "in_force_from": date(2026, 1, 1)}
        assert (await year.refused("governor", deed, **told, **paper)).code == "SCHEME_TOO_EARLY"

    async def test_returns_with_a_reason_and_another_is_proposed(self, year: Year) -> None:
        told = await _proposed(year)
        await year.do(
            "governor", recognition.return_organisation_scheme, **told, reason="Chưa sát thực tế"
        )
        deed = recognition.approve_organisation_scheme
        paper = {"decision_no": "02/QĐ-UBND", "in_force_from": LATER}
        late = {**told, "version": 2}
        assert (await year.refused("governor", deed, **late, **paper)).code == "SCHEME_NOT_PROPOSED"
        assert (await _proposed(year))["scheme"] != told["scheme"]

    async def test_is_guarded_by_its_version(self, year: Year) -> None:
        told = await _proposed(year)
        deed = recognition.return_organisation_scheme
        stale = {**told, "version": 7, "reason": "Chưa sát"}
        assert (await year.refused("governor", deed, **stale)).code == "STALE_VERSION"
