"""Absences: who records them, on what document, and how they are corrected."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import results
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from resolvers.core.spelling import spelt
from tests.resolvers.cast import Cast
from tests.resolvers.town import mandate, posting

FIRST, AFTER = date(2026, 3, 1), date(2026, 4, 1)
DOCUMENT = Document("12/QĐ-UBND", date(2026, 2, 20), sha256="ab" * 32)


def told(cast: Cast, name: str, **changes: Any) -> dict[str, Any]:
    about = {"person": cast.town.people[name], "kind": "maternity", "begins": FIRST, "ends": AFTER}
    return {**about, "document": DOCUMENT, **changes}


async def recorded(cast: Cast, name: str = "clerk", **changes: Any) -> UUID:
    id: UUID = await cast.do("officer", results.record_absence, **told(cast, name, **changes))
    return id


class TestRecordAbsence:
    async def test_keeps_who_recorded_what_on_which_document(self, cast: Cast) -> None:
        row = await cast.row("absence", await recorded(cast))
        assert row["agency_id"] == cast.town.agencies["commune"]
        assert row["scoring_unit_id"] == cast.town.units["office"]
        assert row["recorded_by"] == cast.town.people["officer"]
        assert (row["during"].lower, row["during"].upper) == (FIRST, AFTER)
        assert (row["document_no"], row["document_sha256"]) == (
            "12/QĐ-UBND",
            bytes.fromhex("ab" * 32),
        )
        (leaf,) = await cast.leaves("record_absence")
        assert leaf["rule"] == "personnel-officer-records-absences"
        assert leaf["after"]["during"] == "2026-03-01…2026-03-31"

    async def test_is_done_by_the_agencys_head_as_well(self, cast: Cast) -> None:
        await cast.do("chair", results.record_absence, **told(cast, "clerk", ends=None))
        (row,) = await cast.rows("absence")
        assert (row["during"].upper, row["recorded_by"]) == (None, cast.town.people["chair"])

    async def test_is_not_lent_with_the_headship(self, cast: Cast) -> None:
        await cast.lend("commune", "chair", "vice")
        refusal = await cast.refused("vice", results.record_absence, **told(cast, "clerk"))
        assert refusal.code == "NO_MANDATE"

    async def test_sends_a_heads_absence_to_the_officer(self, cast: Cast) -> None:
        row = await cast.row("absence", await recorded(cast, "chair"))
        assert row["scoring_unit_id"] == cast.town.units["province"]

    @pytest.mark.parametrize("name", ["chief", "vice", "inspector", "typist", "governor"])
    async def test_is_refused_to_everybody_else(self, cast: Cast, name: str) -> None:
        refusal = await cast.refused(name, results.record_absence, **told(cast, "clerk"))
        assert refusal.code == "NO_MANDATE"

    @pytest.mark.parametrize("name", ["officer", "chair"])
    async def test_is_refused_for_oneself(self, cast: Cast, name: str) -> None:
        refusal = await cast.refused(name, results.record_absence, **told(cast, name))
        assert refusal.code == "OWN_ABSENCE"

    async def test_finds_nobody_elsewhere(self, cast: Cast) -> None:
        refusal = await cast.refused("officer", results.record_absence, **told(cast, "stranger"))
        assert refusal.code == "NOT_FOUND"
        unknown = {**told(cast, "clerk"), "person": new_id()}
        assert (
            await cast.refused("officer", results.record_absence, **unknown)
        ).code == "NOT_FOUND"

    async def test_needs_a_main_post_on_its_first_day(self, cast: Cast) -> None:
        before = told(cast, "clerk", begins=date(2025, 12, 1))
        assert (
            await cast.refused("officer", results.record_absence, **before)
        ).code == "NO_MAIN_POST"

    async def test_refuses_days_that_are_taken(self, cast: Cast) -> None:
        await recorded(cast)
        again = told(cast, "clerk", kind="sick", begins=date(2026, 3, 31), ends=None)
        refusal = await cast.refused("officer", results.record_absence, **again)
        assert (refusal.code, spelt(refusal.facts["during"])) == (
            "ABSENCE_OVERLAPS",
            "2026-03-01…2026-03-31",
        )
        await recorded(cast, begins=AFTER, ends=None)
        assert len(await cast.rows("absence")) == 2

    async def test_of_another_person_never_overlaps(self, cast: Cast) -> None:
        await recorded(cast)
        await recorded(cast, "typist")
        assert len(await cast.rows("absence")) == 2

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"kind": "holiday"}, "INVALID_INPUT"),
            ({"ends": FIRST}, "ENDS_BEFORE_IT_BEGINS"),
            ({"document": Document(" ")}, "TEXT_NOT_ACCEPTABLE"),
            ({"document": Document("1", sha256="AB" * 32)}, "INVALID_INPUT"),
            ({"document": Document("1", url="http://kho.example/1")}, "INVALID_INPUT"),
            ({"document": Document("1", url="https://[")}, "INVALID_INPUT"),
        ],
    )
    async def test_refuses_what_cannot_be(
        self, cast: Cast, changes: dict[str, Any], code: str
    ) -> None:
        asked = told(cast, "clerk", **changes)
        assert (await cast.refused("officer", results.record_absence, **asked)).code == code

    async def test_takes_a_closed_month_as_it_is(self, cast: Cast) -> None:
        """It is recorded in any case; the results that rest on the month become stale."""
        await cast.open("office")
        await cast.town.owner.execute("update congtam.unit_month set state = 'closed'")
        await recorded(cast, begins=date(2026, 6, 1), ends=date(2026, 6, 11))
        assert len(await cast.rows("absence")) == 1


class TestEndAbsence:
    async def test_shortens_it_and_says_why(self, cast: Cast) -> None:
        id = await recorded(cast, ends=None)
        ends = date(2026, 3, 16)
        change = {"absence_id": id, "ends": ends, "version": 1, "reason": "Đi làm sớm"}
        await cast.do("chair", results.end_absence, **change)
        row = await cast.row("absence", id)
        assert (row["during"].upper, row["ended_reason"], row["version"]) == (ends, "Đi làm sớm", 2)
        (leaf,) = await cast.leaves("end_absence")
        assert leaf["before"] == {"during": "2026-03-01…"}
        assert leaf["after"] == {"during": "2026-03-01…2026-03-15"}

    @pytest.mark.parametrize(
        ("ends", "version", "reason", "code"),
        [
            (AFTER, 1, "Đi làm", "ABSENCE_OVER"),
            (FIRST, 1, "Đi làm", "ENDS_BEFORE_IT_BEGINS"),
            (date(2026, 3, 16), 2, "Đi làm", "STALE_VERSION"),
            (date(2026, 3, 16), 1, " ", "TEXT_NOT_ACCEPTABLE"),
        ],
    )
    async def test_refuses_what_cannot_be(
        self, cast: Cast, ends: date, version: int, reason: str, code: str
    ) -> None:
        change = {"absence_id": await recorded(cast), "ends": ends, "version": version}
        refusal = await cast.refused("officer", results.end_absence, **change, reason=reason)
        assert refusal.code == code


class TestAnnulAbsence:
    async def test_keeps_the_row_and_frees_the_days(self, cast: Cast) -> None:
        id = await recorded(cast)
        await cast.do(
            "officer", results.annul_absence, absence_id=id, version=1, reason="Nhầm người"
        )
        row = await cast.row("absence", id)
        assert (row["annulled_reason"], row["annulled_by"]) == (
            "Nhầm người",
            cast.town.people["officer"],
        )
        await recorded(cast)
        assert len(await cast.rows("absence")) == 2

    async def test_is_done_once(self, cast: Cast) -> None:
        id = await recorded(cast)
        change = {"absence_id": id, "version": 1, "reason": "Nhầm người"}
        await cast.do("officer", results.annul_absence, **change)
        refusal = await cast.refused("officer", results.annul_absence, **{**change, "version": 2})
        assert refusal.code == "ABSENCE_ANNULLED"
        ended = {"absence_id": id, "version": 2, "ends": date(2026, 3, 9), "reason": "Đi làm"}
        assert (
            await cast.refused("chair", results.end_absence, **ended)
        ).code == "ABSENCE_ANNULLED"

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("clerk", "OWN_ABSENCE"),
            ("chief", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("typist", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
        ],
    )
    async def test_is_refused_to_everybody_else(self, cast: Cast, name: str, code: str) -> None:
        change = {"absence_id": await recorded(cast), "version": 1, "reason": "Nhầm người"}
        assert (await cast.refused(name, results.annul_absence, **change)).code == code

    async def test_is_refused_for_ones_own_also_to_the_officer(self, cast: Cast) -> None:
        await cast.do("chair", results.record_absence, **told(cast, "officer"))
        (row,) = await cast.rows("absence")
        change = {"absence_id": row["id"], "version": 1, "reason": "Nhầm người"}
        refusal = await cast.refused("officer", results.annul_absence, **change)
        assert refusal.code == "OWN_ABSENCE"


async def test_the_agency_is_that_of_the_main_post(cast: Cast) -> None:
    """A second officer, of the agency where the person serves beside his main post, has no say."""
    await posting(cast.town, "clerk", "neighbour", "member", main=False)
    await mandate(cast.town, "stranger", "personnel_officer", "neighbour")
    asked = told(cast, "clerk")
    refusal = await cast.refused("stranger", results.record_absence, **asked)
    assert refusal.code == "NOT_FOUND"
