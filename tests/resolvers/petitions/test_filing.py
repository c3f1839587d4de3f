"""Filing and withdrawing: one's own notified result, the working-day clock, late but never lost."""

from datetime import UTC, date, datetime

import pytest

from resolvers import petitions
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from tests.resolvers.cast import Cast
from tests.resolvers.petitions.story import FILED, REASON, UPHELD, advised, file, step

SAID = {"text": "Tôi không nhất trí."}
EVERYBODY = ("chief", "chair", "governor", "curator", "typist", "officer", "inspector")


class TestFiling:
    async def test_keeps_the_result_as_it_was_notified(self, signed: Cast) -> None:
        row = await signed.row("petition", await file(signed))
        sheet = await signed.sheet("clerk")
        people, units = signed.town.people, signed.town.units
        assert (row["about"], row["sheet_id"], row["round"]) == ("score", sheet["id"], 1)
        assert (row["old_total"], row["old_level"]) == (sheet["total"], sheet["level"])
        assert (row["scored_by"], row["state"]) == (people["chief"], "filed")
        assert (row["scoring_unit_id"], row["deciding_unit_id"]) == (
            units["office"],
            units["commune"],
        )
        (leaf,) = await signed.leaves("file_petition")
        assert (leaf["actor_id"], leaf["rule"]) == (
            people["clerk"],
            "person-files-and-withdraws-his-petition",
        )

    async def test_keeps_its_papers_by_hash_and_link(self, signed: Cast) -> None:
        papers = [
            Document("12/ĐN", date(2026, 6, 16), sha256="ab" * 32),
            Document("Thư điện tử", url="https://xa.gov.vn/thu/1"),
        ]
        id = await file(signed, documents=papers)
        found = await signed.rows("petition_document", "petition_id = $1", id)
        assert [row["part"] for row in found] == ["petition", "petition"]
        assert {row["document_no"] for row in found} == {"12/ĐN", "Thư điện tử"}

    async def test_goes_to_the_one_who_scored_where_nobody_stands_above(self, signed: Cast) -> None:
        """The chair is scored by the governor, above whom the town has no head."""
        await signed.open("province")
        await signed.town.owner.execute(
            "update congtam.sheet set state = 'released', released_at = $1, scored_by = $2,"
            " total = 80, level = 'GOOD' where person_id = $3",
            datetime(2026, 6, 15, 2, 0, tzinfo=UTC),
            signed.town.people["governor"],
            signed.town.people["chair"],
        )
        row = await signed.row("petition", await file(signed, who="chair"))
        province = signed.town.units["province"]
        assert (row["scoring_unit_id"], row["deciding_unit_id"]) == (province, province)

    @pytest.mark.parametrize("name", EVERYBODY)
    async def test_is_the_persons_own(self, signed: Cast, name: str) -> None:
        told = {"sheet": (await signed.sheet("clerk"))["id"], **SAID}
        refusal = await signed.refused(name, petitions.petition_score, **told)
        hidden = name in ("curator", "governor", "typist")
        assert refusal.code == ("NOT_FOUND" if hidden else "NOT_THE_PERSON")

    @pytest.mark.parametrize("until", ["open", "self_assessed", "scored"])
    async def test_follows_the_notice(self, cast: Cast, until: str) -> None:
        await cast.open("office")
        await cast.worked("clerk")
        for state, do in (("self_assessed", cast.assess), ("scored", cast.score)):
            if until != "open" and (await cast.sheet("clerk"))["state"] != until:
                assert (await do("clerk"))["state"] == state
        told = {"sheet": (await cast.sheet("clerk"))["id"], **SAID}
        refusal = await cast.refused("clerk", petitions.petition_score, **told)
        assert refusal.code == "NOT_YET_NOTIFIED"

    async def test_is_open_once_for_each_result(self, signed: Cast) -> None:
        id = await file(signed)
        told = {"sheet": (await signed.sheet("clerk"))["id"], **SAID}
        refusal = await signed.refused("clerk", petitions.petition_score, **told)
        assert refusal.code == "PETITION_OPEN"
        await step(signed, id, "clerk", petitions.withdraw_petition)
        await file(signed)

    async def test_needs_words_and_a_sheet_that_is_there(self, signed: Cast) -> None:
        sheet = (await signed.sheet("clerk"))["id"]
        refusal = await signed.refused("clerk", petitions.petition_score, sheet=sheet, text=" ")
        assert refusal.code == "TEXT_NOT_ACCEPTABLE"
        refusal = await signed.refused("clerk", petitions.petition_score, sheet=new_id(), **SAID)
        assert refusal.code == "NOT_FOUND"

    async def test_refuses_papers_that_are_none(self, signed: Cast) -> None:
        told = {"sheet": (await signed.sheet("clerk"))["id"], **SAID}
        for papers in ([Document("1", sha256="xyz")], [Document("1")] * 21):
            told["documents"] = papers
            refusal = await signed.refused("clerk", petitions.petition_score, **told)
            assert refusal.code == "INVALID_INPUT"


class TestTheClock:
    async def test_counts_seven_working_days_from_the_day_after_receipt(self, signed: Cast) -> None:
        """Received on Monday 14 December 2026, decided by Wednesday 23 December."""
        row = await signed.row("petition", await file(signed, date(2026, 12, 14)))
        assert (row["filed_on"], row["due_on"]) == (date(2026, 12, 14), date(2026, 12, 23))
        assert row["cites"][-1] == "Decree 335/2025/NĐ-CP, art. 22"

    async def test_crosses_the_lunar_new_year(self, signed: Cast) -> None:
        """Received on Wednesday 3 February 2027; the days of Tết are no working days."""
        row = await signed.row("petition", await file(signed, date(2027, 2, 3)))
        assert row["due_on"] == date(2027, 2, 19)

    async def test_is_refused_with_the_year_that_nobody_laid_down(self, signed: Cast) -> None:
        told = {"sheet": (await signed.sheet("clerk"))["id"], **SAID}
        refusal = await signed.refused(
            "clerk", petitions.petition_score, today=date(2027, 12, 28), **told
        )
        assert (refusal.code, refusal.facts["year"]) == ("HOLIDAYS_UNKNOWN", 2028)

    async def test_marks_a_late_one_and_takes_it(self, signed: Cast) -> None:
        """Signed on Monday 15 June; five working days end on Monday 22 June."""
        row = await signed.row("petition", await file(signed, date(2026, 6, 22)))
        assert (row["notified_on"], row["file_by"]) == (date(2026, 6, 15), date(2026, 6, 22))
        assert not row["late"]
        await step(signed, row["id"], "clerk", petitions.withdraw_petition)
        row = await signed.row("petition", await file(signed, date(2026, 6, 23)))
        assert (row["late"], row["state"]) == (True, "filed")

    async def test_takes_the_agencys_own_days(self, signed: Cast) -> None:
        await signed.choose("petition_filing_days", 10)
        row = await signed.row("petition", await file(signed, date(2026, 6, 29)))
        assert (row["file_by"], row["late"]) == (date(2026, 6, 29), False)

    @pytest.mark.parametrize(
        ("day", "left"),
        [(FILED, 7), (date(2026, 6, 25), 0), (date(2026, 6, 27), -1), (date(2028, 1, 3), None)],
    )
    async def test_says_how_many_days_are_left(
        self, signed: Cast, day: date, left: int | None
    ) -> None:
        row = await signed.row("petition", await file(signed))
        request = await signed.request("chair", day)
        assert petitions.working_days_left(request, [("filed", row["due_on"])]) == [left]
        assert petitions.working_days_left(request, [("upheld", row["due_on"])]) == [None]


class TestWithdrawing:
    async def test_keeps_what_was_filed(self, signed: Cast) -> None:
        id = await file(signed)
        row = await step(signed, id, "clerk", petitions.withdraw_petition, reason="Đã rõ")
        assert (row["state"], row["text"]) == ("withdrawn", "Tôi không nhất trí với kết quả.")
        (leaf,) = await signed.leaves("withdraw_petition")
        assert leaf["reason"] == "Đã rõ"

    async def test_is_over_once_it_is_decided(self, signed: Cast) -> None:
        id = await advised(signed)
        row = await step(signed, id, "chair", petitions.reject_petition, **REASON)
        told = {"petition": id, "version": row["version"]}
        refusal = await signed.refused("clerk", petitions.withdraw_petition, **told)
        assert refusal.code == "PETITION_OVER"

    async def test_is_the_persons_own_and_knows_the_version(self, signed: Cast) -> None:
        told = {"petition": await file(signed), "version": 1}
        refusal = await signed.refused("chair", petitions.withdraw_petition, **told)
        assert refusal.code == "NOT_THE_PERSON"
        stale = {**told, "version": 7}
        refusal = await signed.refused("clerk", petitions.withdraw_petition, **stale)
        assert refusal.code == "STALE_VERSION"


async def test_a_new_round_can_be_petitioned_against_again(signed: Cast) -> None:
    id = await advised(signed)
    await step(signed, id, "chair", petitions.uphold_score_petition, **UPHELD)
    told = {"sheet": (await signed.sheet("clerk"))["id"], **SAID}
    refusal = await signed.refused("clerk", petitions.petition_score, **told)
    assert refusal.code == "NOT_YET_NOTIFIED"
    await signed.score("clerk")
    await signed.sign("clerk")
    again = await signed.row("petition", await file(signed))
    assert again["round"] == 2
