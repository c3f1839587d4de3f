"""What forces the lowest level is recorded by the personnel body, and counts as art. 11.3 says."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import classification as deeds
from resolvers.classification import Ground
from resolvers.core.documents import Document
from tests.resolvers.classification.year import DAY, YEAR, Year
from tests.resolvers.town import mandate

DECISION = Document("15/QĐ-UBND", date(2026, 6, 1), sha256="cc" * 32)
REPRIMAND = Ground(
    "duty_discipline",
    date(2026, 6, 5),
    "Chậm giải quyết hồ sơ, gây phiền hà.",
    source="administrative",
    form="reprimand",
    decision=DECISION,
)


async def _record(year: Year, ground: Ground, name: str = "o1", by: str = "registrar") -> UUID:
    """Recorded by the neighbour's personnel officer: here the registrar, given that mandate too."""
    done: UUID = await year.do(
        by, deeds.record_disqualifier, person=year.cast.town.people[name], ground=ground
    )
    return done


async def _level(year: Year, *grounds: Ground, total: str = "92.40") -> tuple[str, str, Any]:
    """Computed and lawful level of an officer with these grounds, and his case."""
    await _mandate(year)
    id = await year.officers(total)
    same: UUID | None = None
    for ground in grounds:
        told = replace(ground, same_act_as=same) if ground.same_act_as else ground
        same = await _record(year, told)
    await year.close(id, by="stranger")
    case = await year.case("o1")
    return case["computed_level"], case["lawful_level"], case


async def _mandate(year: Year) -> None:
    await mandate(year.cast.town, "registrar", "personnel_officer", "neighbour")


SAME = UUID(int=1)
"""Stands for "the record before this one"."""


class TestVector16:
    async def test_discipline_for_duty_forces_the_lowest_whatever_the_points(
        self, year: Year
    ) -> None:
        computed, lawful, case = await _level(year, REPRIMAND)
        assert (computed, lawful) == ("EXCELLENT", "NOT_COMPLETED")
        (record,) = await year.cast.rows("disqualifier")
        assert case["grounds"] == [record["id"]]
        (step,) = [each for each in case["steps"] if each["key"] == "class_disqualifier"]
        assert step["values"]["decision"] == "15/QĐ-UBND (01/06/2026)"
        assert "Decree 335/2025/NĐ-CP, art. 20(4)(c)" in case["cites"]

    async def test_discipline_unrelated_to_duty_does_not(self, year: Year) -> None:
        computed, lawful, case = await _level(year, replace(REPRIMAND, kind="unrelated_discipline"))
        assert (computed, lawful, case["grounds"]) == ("EXCELLENT", "EXCELLENT", [])

    async def test_party_discipline_for_degradation_forces_it(self, year: Year) -> None:
        party = replace(REPRIMAND, kind="party_discipline", source="party")
        assert (await _level(year, party))[1] == "NOT_COMPLETED"

    async def test_one_act_with_two_decisions_counts_in_one_year(self, year: Year) -> None:
        """Party decision of December 2026, administrative one of January 2027: 2026 alone."""
        party = replace(
            REPRIMAND, kind="party_discipline", source="party", effective_on=date(2026, 12, 20)
        )
        later = replace(REPRIMAND, effective_on=date(2027, 1, 10), same_act_as=SAME)
        _, lawful, case = await _level(year, party, later)
        assert (lawful, len(case["grounds"])) == ("NOT_COMPLETED", 2)
        await year.decide(case["round_id"], by="stranger")
        assert {row["used_in"] for row in await year.cast.rows("disqualifier")} == {YEAR}

    async def test_an_act_used_before_does_not_count_again(self, year: Year) -> None:
        used = replace(REPRIMAND, used_in=2025)
        _, lawful, case = await _level(year, used)
        assert (lawful, case["grounds"]) == ("EXCELLENT", [])

    async def test_an_act_at_the_old_agency_counts_there(self, year: Year) -> None:
        fault = year.cast.town.agencies["commune"]
        moved = replace(REPRIMAND, act_on=date(2025, 11, 3), fault_agency=fault)
        _, lawful, case = await _level(year, moved)
        assert (lawful, case["grounds"]) == ("EXCELLENT", [])

    async def test_corruption_in_the_unit_concerns_leaders_alone(self, year: Year) -> None:
        unit = Ground("unit_corruption", date(2026, 4, 1), "Kết luận thanh tra.", decision=DECISION)
        _, lawful, _ = await _level(year, unit)
        assert lawful == "EXCELLENT"

    async def test_an_annulled_record_does_not_count(self, year: Year) -> None:
        await _mandate(year)
        id = await year.officers("92.40")
        record = await _record(year, REPRIMAND)
        told = {"disqualifier_id": record, "version": 1, "reason": "Quyết định bị hủy."}
        await year.do("registrar", deeds.annul_disqualifier, **told)
        await year.close(id, by="stranger")
        assert (await year.case("o1"))["lawful_level"] == "EXCELLENT"

    async def test_what_decided_a_year_is_used_in_it(self, year: Year) -> None:
        await _mandate(year)
        id = await year.officers("92.40", "80.00")
        record = await _record(year, REPRIMAND)
        await year.close(id, by="stranger")
        assert (await year.cast.row("disqualifier", record))["used_in"] is None
        await year.decide(id, by="stranger")
        assert (await year.cast.row("disqualifier", record))["used_in"] == YEAR

    async def test_what_is_recorded_after_the_closing_stops_the_decision(self, year: Year) -> None:
        await _mandate(year)
        id = await year.officers("92.40")
        await year.close(id, by="stranger")
        await _record(year, REPRIMAND)
        refusal = await year.refused(
            "stranger",
            deeds.decide_classification,
            **await year.round(id),
            decision=DECISION,
        )
        assert refusal.code == "CLASSIFICATION_OUTDATED"


class TestRecording:
    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("officer", "OWN_RECORD"),
            ("chair", "NO_MANDATE"),
            ("chief", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("stranger", "NOT_FOUND"),
        ],
    )
    async def test_is_the_personnel_bodys_and_never_about_oneself(
        self, year: Year, who: str, code: str
    ) -> None:
        told = {"person": year.cast.town.people["officer"], "ground": REPRIMAND}
        assert (await year.refused(who, deeds.record_disqualifier, **told)).code == code

    @pytest.mark.parametrize(
        ("ground", "code"),
        [
            (replace(REPRIMAND, form=None), "DISCIPLINE_FORM"),
            (replace(REPRIMAND, source=None), "DISCIPLINE_FORM"),
            (replace(REPRIMAND, decision=None), "DISCIPLINE_FORM"),
            (replace(REPRIMAND, kind="degradation"), "DISCIPLINE_FORM"),
            (replace(REPRIMAND, form="fine"), "INVALID_INPUT"),
            (replace(REPRIMAND, kind="late"), "INVALID_INPUT"),
            (replace(REPRIMAND, kind="party_discipline"), "INVALID_INPUT"),
            (replace(REPRIMAND, act_on=date(2026, 6, 6)), "INVALID_INPUT"),
            # Used in a year to come, or before the act, it would force no level in any year.
            (replace(REPRIMAND, used_in=2027), "INVALID_INPUT"),
            (replace(REPRIMAND, act_on=date(2026, 1, 5), used_in=2025), "INVALID_INPUT"),
            (replace(REPRIMAND, note=""), "TEXT_NOT_ACCEPTABLE"),
            (replace(REPRIMAND, fault_agency=UUID(int=5)), "NOT_FOUND"),
            (replace(REPRIMAND, same_act_as=UUID(int=5)), "NOT_FOUND"),
        ],
    )
    async def test_takes_what_the_documents_can_say(
        self, year: Year, ground: Ground, code: str
    ) -> None:
        told = {"person": year.cast.town.people["clerk"], "ground": ground}
        assert (await year.refused("officer", deeds.record_disqualifier, **told)).code == code

    async def test_points_to_an_act_of_the_same_person(self, year: Year) -> None:
        other = await _record(year, REPRIMAND, "typist", "officer")
        told = {
            "person": year.cast.town.people["clerk"],
            "ground": replace(REPRIMAND, same_act_as=other),
        }
        refusal = await year.refused("officer", deeds.record_disqualifier, **told)
        assert refusal.code == "OTHER_PERSONS_ACT"

    async def test_is_annulled_once_with_a_reason(self, year: Year) -> None:
        id = await _record(year, REPRIMAND, "clerk", "officer")
        told = {"disqualifier_id": id, "reason": "Ghi nhận nhầm người."}
        await year.do("officer", deeds.annul_disqualifier, version=1, **told)
        refusal = await year.refused("officer", deeds.annul_disqualifier, version=2, **told)
        assert refusal.code == "RECORD_ENDED"
        assert (await year.cast.row("disqualifier", id))["annulled_reason"] == told["reason"]

    async def test_tells_the_audit_who_recorded_what(self, year: Year) -> None:
        await _record(year, REPRIMAND, "clerk", "officer")
        (leaf,) = await year.cast.leaves("record_disqualifier")
        assert leaf["rule"] == "personnel-officer-keeps-the-register"
        assert leaf["after"]["decision_no"] == "15/QĐ-UBND"
        assert (leaf["at"].date(), leaf["after"]["used_in"]) == (DAY, None)


class TestTheYearThatAnActIsSaidToHaveDecided:
    async def decided(self, year: Year, *grounds: Ground) -> None:
        """The officer's 2026 is decided: excellent but for what forces the lowest level."""
        await _level(year, *grounds)
        round = (await year.case("o1"))["round_id"]
        await year.decide(round, by="stranger")

    def later(self, **more: Any) -> Ground:
        """Disciplined in January, for an act whose day nobody knows."""
        return replace(REPRIMAND, effective_on=date(2027, 1, 10), used_in=YEAR, **more)

    async def test_must_have_ended_with_the_lowest_level(self, year: Year) -> None:
        """Else the decision would count neither in that year nor in its own."""
        await self.decided(year)
        told = {"person": year.cast.town.people["o1"], "ground": self.later()}
        refusal = await year.refused("registrar", deeds.record_disqualifier, **told)
        assert (refusal.code, refusal.field) == ("YEAR_DECIDED_OTHERWISE", "usedIn")
        assert "2026" in refusal.message("vi")

    async def test_must_be_decided_by_then(self, year: Year) -> None:
        await _mandate(year)
        await year.officers("92.40")
        told = {"person": year.cast.town.people["o1"], "ground": self.later()}
        refusal = await year.refused("registrar", deeds.record_disqualifier, **told)
        assert refusal.code == "YEAR_DECIDED_OTHERWISE"

    async def test_is_believed_where_it_ended_so_or_is_not_on_record(self, year: Year) -> None:
        await self.decided(year, REPRIMAND)
        await _record(year, self.later())
        await _record(year, replace(self.later(), used_in=2024))
        rows = await year.cast.rows("disqualifier")
        assert sorted(row["used_in"] for row in rows) == [2024, YEAR, YEAR]
